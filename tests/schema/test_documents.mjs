// Whatever the program takes and gives fits its schema.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { check, clone, complaint, json, plans, python, read, root, run } from "./schemas.mjs";

const fits = (name, value, what) => assert.equal(complaint(name, value), null, what);

/** Blocks of ```json in a document, those that are whole JSON. */
function examples(path) {
  const blocks = [...read(path).matchAll(/^```json\n(.*?)^```/gms)].map((match) => match[1]);
  return blocks.map((text) => {
    // Hashes are shortened for reading; steps and objects that are left out are marked by "...".
    const whole = text.replaceAll('"6f324e0f..."', `"${"0".repeat(64)}"`);
    return whole.includes('"..."') ? null : JSON.parse(whole);
  }).filter((value) => value !== null);
}

const formatOf = (value) => value.format?.match(/^unknot\/(\w+)@1$/)?.[1] ??
  (value.error ? "error" : null);

test("the examples of docs/formats", () => {
  const seen = {};
  for (const name of readdirSync(`${root}docs/formats`).filter((file) => file.endsWith(".md"))) {
    for (const value of examples(`docs/formats/${name}`)) {
      const format = formatOf(value);
      if (format === null) continue;
      fits(format, value, name);
      seen[format] = (seen[format] ?? 0) + 1;
    }
  }
  for (const format of ["request", "findings", "error"]) assert.ok(seen[format] > 0, format);
});

test("the parts of a plan that docs/formats shows", () => {
  for (const value of [...read("docs/formats/plan.md").matchAll(/^```json\n(.*?)^```/gms)]
    .map((match) => JSON.parse(match[1]))) {
    for (const step of value.steps ?? []) fits("plan#/$defs/step", step);
    for (const entry of value.left_out ?? []) fits("plan#/$defs/left_out", entry);
    if (value.refusal) fits("plan#/$defs/refusal", value.refusal);
  }
});

test("the golden people and their plans", () => {
  const names = readdirSync(`${root}tests/golden/people`);
  assert.ok(names.length > 0);
  for (const name of names) {
    fits("request", json(`tests/golden/people/${name}`), name);
    fits("plan", json(`tests/golden/plans/${name}`), name);
  }
});

test("the request of the verb example, and the plan for it", () => {
  fits("request", JSON.parse(run(["example"]).out));
  fits("plan", JSON.parse(run(["plan", "--example", "--format", "json"]).out));
});

const requests = python(["tests/oracle/judge.py", "--knowledge", "knowledge", "--count", "500",
  "--seed", "20261122", "--print-requests"]).trimEnd().split("\n").map(JSON.parse);
const answers = plans(requests);

test("500 random requests and their answers", () => {
  assert.equal(answers.length, requests.length);
  const outcomes = new Set();
  requests.forEach((request, i) => {
    fits("request", request, `request ${i}`);
    fits("plan", answers[i], `answer ${i}`);
    outcomes.add(answers[i].outcome);
  });
  assert.deepEqual([...outcomes].sort(), ["plan", "refused"]);
});

/** Ways to spoil a plan, each of which some rule has to find. */
const spoilt = {
  "a set of two minutes": (plan) => { plan.steps[0].sets = [120]; },
  "a step on a zone": (plan) => { plan.steps[0].area = "low_back"; },
  "an unknown tool": (plan) => { plan.steps[0].tool = "a brick"; },
  "times that do not add up": (plan) => { plan.total_seconds += 1; },
  "another side": (plan) => { plan.steps[0].side = "upwards"; },
  "no steps": (plan) => { plan.steps = []; },
};

test("findings, clean and not", () => {
  const good = answers.filter((answer) => answer.outcome === "plan").slice(0, 40);
  assert.equal(good.length, 40);
  const rules = new Set();
  good.forEach((plan, i) => {
    const names = Object.keys(spoilt);
    const name = names[i % names.length];
    const bad = clone(plan);
    spoilt[name](bad);
    for (const [one, clean] of [[plan, true], [bad, false]]) {
      const { answer } = check(one);
      fits("findings", answer, name);
      assert.equal(answer.clean, clean, name);
      for (const finding of answer.findings) rules.add(finding.rule);
    }
  });
  assert.ok(rules.size >= 4, [...rules].join());
});

test("the lists of the catalogue", () => {
  for (const name of Object.keys(json("docs/formats/schema/lists.schema.json").$defs)) {
    fits(`lists#/$defs/${name}`, JSON.parse(run([name, "--json"]).out), name);
  }
});

test("the TOML files of knowledge", () => {
  const files = JSON.parse(python(["-c", `
import json, pathlib, tomllib
paths = sorted(pathlib.Path("knowledge").rglob("*.toml"))
print(json.dumps({str(path): tomllib.loads(path.read_text("utf-8")) for path in paths}))`]));
  assert.ok(Object.keys(files).length > 0);
  for (const [path, rows] of Object.entries(files)) fits("rows", rows, path);
});
