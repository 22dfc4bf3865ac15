// Whatever the program takes and gives fits its schema.

import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { check, clone, compare, complaint, explain, json, plans, python, read, root, run, schema,
  sessions }
  from "./schemas.mjs";

const fits = (name, value, what) => assert.equal(complaint(name, value), null, what);

/** Blocks of ```json in a document. */
const blocks = (path) =>
  [...read(path).matchAll(/^```json\n(.*?)^```/gms)].map((match) => match[1]);

/** Those that are whole: steps and objects that are left out are marked by "...". */
function examples(path) {
  // Hashes are shortened for reading.
  return blocks(path).map((text) => text.replace(/"[0-9a-f]{8}\.\.\."/g, `"${"0".repeat(64)}"`))
    .filter((text) => !text.includes('"..."')).map((text) => JSON.parse(text));
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
  for (const format of ["request", "findings", "doctor", "error", "journal", "log", "history",
    "load"]) {
    assert.ok(seen[format] > 0, format);
  }
});

test("the samples of logs, and every field of them spoilt", () => {
  const folder = "tests/journal/samples/v1";
  for (const name of readdirSync(`${root}${folder}`)) fits("journal", json(`${folder}/${name}`), name);
  const log = json(`${folder}/one_of_each.json`);
  log.records.push(...json(`${folder}/area_over.json`).records.filter(
    (record) => record.kind === "area_over"));
  const kinds = new Set(log.records.map((record) => record.kind));
  const { $defs } = schema.journal;
  assert.deepEqual([...kinds].sort(),
    $defs.record.allOf.map((one) => one.if.properties.kind.const).sort());
  let spoilt = 0;
  log.records.forEach((record, i) => {
    for (const key of Object.keys(record.data)) {
      if (!(key in $defs[record.kind].properties)) assert.fail(`${record.kind}.${key} has no schema`);
      const wrong = clone(log);
      wrong.records[i].data[key] = { "": [] };
      if (key === "plan" || key === "settings") wrong.records[i].data[key] = 1;
      assert.notEqual(complaint("journal", wrong), null, `${record.kind}.${key}`);
      spoilt += 1;
    }
  });
  assert.ok(spoilt > 40, `${spoilt}`);
});

/** Lists of each document that is shown in parts, and what their entries are. */
const shown = {
  plan: { steps: "plan#/$defs/step", left_out: "plan#/$defs/left_out" },
  explanation: { areas: "explanation#/$defs/area", what_if: "explanation#/$defs/supposition" },
  session: { commands: "session#/$defs/command" },
  comparison: { request: "comparison#/$defs/field", areas: "explanation#/$defs/difference",
    left_out: "comparison#/$defs/left_out" },
};

test("the parts of documents that docs/formats shows", () => {
  for (const [name, lists] of Object.entries(shown)) {
    let seen = 0;
    for (const value of blocks(`docs/formats/${name}.md`).map((text) => JSON.parse(text))) {
      for (const [key, part] of Object.entries(lists)) {
        for (const entry of value[key] ?? []) seen += fits(part, entry, `${name} ${key}`) ?? 1;
      }
      if (value.refusal) fits("plan#/$defs/refusal", value.refusal);
    }
    assert.ok(seen > 0, name);
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

const people = readdirSync(`${root}tests/golden/people`)
  .map((name) => json(`tests/golden/people/${name}`));
/** The golden people, and some of the random ones. */
const asked = [...people, ...requests.slice(0, 60)];

/** Fails unless each of these words was seen. */
const all = (words, seen, what) => assert.deepEqual([...seen].sort(), [...words].sort(), what);

test("explanations", () => {
  const seen = { standing: new Set(), question: new Set(), from: new Set(), outcome: new Set() };
  asked.forEach((request, i) => {
    const told = explain(request);
    fits("explanation", told, `explanation ${i}`);
    seen.outcome.add(told.plan.outcome);
    for (const side of told.areas.flatMap((area) => area.sides)) {
      seen.standing.add(side.standing);
      for (const share of side.need) seen.from.add(share.from);
    }
    for (const supposition of told.what_if) seen.question.add(supposition.question);
  });
  const { reason, share, supposition } = schema.explanation.$defs;
  all(reason.properties.standing.enum, seen.standing);
  all(share.properties.from.enum, seen.from);
  all(supposition.properties.question.enum, seen.question);
  all(["plan", "refused"], seen.outcome);
});

test("comparisons", () => {
  const kinds = new Set();
  const same = new Set();
  const pairs = asked.flatMap((request, i) => [[request, asked[(i + 1) % asked.length]],
    [request, { ...request, minutes: request.minutes === 600 ? 5 : request.minutes + 1 }],
    // The same way with more weight: another pressure.
    [50, 140].map((mass_kg) => ({ ...request, person: { ...request.person, mass_kg } }))]);
  compare(pairs).forEach((told, i) => {
    fits("comparison", told, `comparison ${i}`);
    same.add(told.same_plan);
    for (const difference of told.areas) kinds.add(difference.kind);
  });
  const words = schema.explanation.$defs.difference.properties.kind.enum;
  all(words, kinds);
  all([true, false], same);
});

test("what the doctor says of several machines", () => {
  const wells = new Set();
  const states = new Set();
  for (const more of [{}, { LC_ALL: "C.UTF-8", HOME: tmpdir() }, { LC_ALL: "en_GB.UTF-8" },
    { HOME: "", XDG_DATA_HOME: "" }, { XDG_DATA_HOME: "/dev/null" }, { PATH: "", TERM: "" }]) {
    const { code, out } = run(["doctor", "--json"], "", more);
    const told = JSON.parse(out);
    fits("doctor", told, JSON.stringify(more));
    assert.equal(told.well, code === 0);
    assert.deepEqual(told.checks.map((one) => one.id), schema.doctor.$defs.check.properties.id.enum);
    wells.add(told.well);
    for (const one of told.checks) states.add(one.state);
  }
  all([true, false], wells);
  all(schema.doctor.$defs.check.properties.state.enum, states);
});

/** What a log answers, asked of the program: a log of everything there is to enter. */
function views() {
  const folder = mkdtempSync(join(tmpdir(), "unknot-views-"));
  const more = { XDG_DATA_HOME: folder, HOME: folder };
  const unknot = (...words) => {
    const done = run(words, words.at(-1).includes("\n") ? words.pop() : "", more);
    assert.equal(done.code, 0, `${words.join(" ")}: ${done.err}`);
    return done.out;
  };
  const told = (...words) => JSON.parse(unknot(...words));
  const whole = () => ({
    log: told("log", "--json"), history: told("history", "ribs", "--json"),
    load: told("load", "--json"), me: told("me", "--json"), people: told("people", "--json"),
    journal: told("export", "--format", "json"),
  });
  try {
    const before = whole();
    unknot("me", "--name", "Anna", "--age", "41", "--height", "172", "--at", "floor,wall",
      "--territory", "GB", "--language", "en");
    unknot("me", "tool", "add", "blue=soft_roller");
    unknot("log", "add", "calves/left", "60s", "--tool", "blue", "--level", "4");
    const ago = new Date(Date.now() - 2 * 86400e3).toISOString();
    unknot("log", "add", "pectorals/left", "60s", "--level", "3", "--at", ago);
    unknot("log", "after", "calves/left", "bruise");
    unknot("log", "after", "calves/left", "gone");
    unknot("note", "felt odd", "--place", "shin");
    unknot("note", "slept well");
    unknot("guide", "--none-of-these", "--minutes", "3", "--tool", "blue", "--plain", "--speed",
      "1000", "--voice", "off", "--data", join(folder, "unknot"));
    unknot("guide", "--none-of-these", "--minutes", "6", "--tool", "soft_roller", "--want",
      "latissimus_dorsi", "--plain", "--speed", "1000", "--voice", "off", "--data",
      join(folder, "unknot"), "wait 60\n10\nstop\n");
    unknot("me", "--condition", "pregnancy:weeks=20");
    return { before, after: whole() };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const { before, after } = views();
const schemaOf = (view) => ({ me: "person", people: "person#/$defs/people" })[view] ?? view;

test("what a log answers, empty and full", () => {
  for (const [name, told] of Object.entries(before)) fits(schemaOf(name), told, name);
  for (const [name, told] of Object.entries(after)) fits(schemaOf(name), told, name);
  assert.equal(before.me, null);
  all(schema.log.$defs.entry.properties.kind.enum,
    new Set(after.log.entries.map((entry) => entry.kind)));
  const sessions = after.log.entries.filter((entry) => entry.kind === "session");
  all([true, false], new Set(sessions.map((entry) => entry.by_hand)));
  all([true, false], new Set(sessions.map((entry) => entry.reason === null)));
  all([true, false], new Set(after.history.sides.map((side) => side.history === null)));
  assert.ok(after.load.areas.length > 0 && after.me.conditions.length > 0);
  for (const field of ["again", "left_alone_until"]) {
    const later = clone(after.history);
    later.sides[0].next[field] = "2026-11-22T19:00:00+01:00";
    fits("history", later);
  }
});

test("every field of what a log answers, spoilt", () => {
  let spoilt = 0;
  const spoil = (name, whole, path, value) => {
    if (value === null || typeof value !== "object") {
      const wrong = clone(whole);
      const holder = path.slice(0, -1).reduce((inner, key) => inner[key], wrong);
      holder[path.at(-1)] = { "": [] };
      assert.notEqual(complaint(schemaOf(name), wrong), null, `${name} ${path.join(".")}`);
      if (!Array.isArray(holder)) {
        delete holder[path.at(-1)];
        const optional = path.includes("history") || path.includes("person") ||
          path.includes("tools") || path.includes("conditions");
        if (!optional) {
          assert.notEqual(complaint(schemaOf(name), wrong), null, `no ${path.join(".")}`);
        }
      }
      spoilt += 1;
      return;
    }
    for (const [key, inner] of Object.entries(value)) spoil(name, whole, [...path, key], inner);
  };
  for (const name of ["log", "history", "load", "me", "people"]) {
    spoil(name, after[name], [], after[name]);
  }
  assert.ok(spoilt > 100, `${spoilt}`);
});

const guided = sessions(400, 20261122);

test("400 random sessions and what is told of them", () => {
  assert.equal(guided.length, 400);
  const seen = { command: new Set(), event: new Set(), phase: new Set(), outcome: new Set() };
  guided.forEach(({ input, told }, i) => {
    fits("session#/$defs/input", input, `session ${i}`);
    fits("session", told, `session ${i}`);
    for (const { event } of input.events) seen.event.add(event);
    for (const { command } of told.commands) seen.command.add(command);
    seen.outcome.add(told.plan.outcome);
    if (told.snapshot) seen.phase.add(told.snapshot.phase);
  });
  const { command, event } = schema.session.$defs;
  // Nobody asked for calls of the time left.
  all(command.properties.command.enum.filter((word) => word !== "time_left"), seen.command);
  all(event.properties.event.enum, seen.event);
  all(["plan", "refused"], seen.outcome);
  assert.ok(seen.phase.size > 4, [...seen.phase].join());
});

/** The first entry of a kind. */
const of = (log, kind) => log.entries.find((entry) => entry.kind === kind);

/** Each changes a document that fits into one that no longer does. */
const misfits = {
  explanation: [
    (told) => { told.areas[0].area = "low_back"; },
    (told) => { told.areas[0].sides[0].need = []; },
    (told) => { told.areas[0].sides[0].standing = "maybe"; },
    (told) => { told.plan.outcome = "maybe"; },
    (told) => { told.what_if.at(-1).preset = null; },
    (told) => { told.what_if[0].preset = told.tools_tried[0]; },
    (told) => { told.tools_tried.push(told.tools_tried[0]); },
    (told) => { delete told.says; },
  ],
  comparison: [
    (told) => { told.same_plan = true; },
    (told) => { told.areas[0].kind = "other"; },
    (told) => { told.areas = []; },
    (told) => { told.request[0].field = "Minutes"; },
    (told) => { delete told.b; },
    (told) => { told.advice.a = [""]; },
  ],
  session: [
    (told) => { told.commands[0].command = "jump"; },
    (told) => { told.commands[0].at = 0.5; },
    (told) => { delete told.commands[0].step; },
    (told) => { told.rolled[0].area = "low_back"; },
    (told) => { told.rolled[0].level = 11; },
    (told) => { told.snapshot.phase = "asleep"; },
    (told) => { told.snapshot.steps[0].tool = "blue"; },
    (told) => { told.snapshot.steps[0].rest_ms = -1; },
    (told) => { told.snapshot.held = [{ muscle: "iliacus", side: "both" }]; },
    (told) => { delete told.due; },
  ],
  log: [
    (told) => { told.format = "unknot/log@2"; },
    (told) => { told.entries[0].kind = "dream"; },
    (told) => { told.entries[0].id = "1"; },
    (told) => { told.entries[0].at = "yesterday"; },
    (told) => { delete of(told, "session").pieces; },
    (told) => { of(told, "session").pieces[0].level = 11; },
    (told) => { of(told, "session").pieces[0].seconds = 0; },
    (told) => { of(told, "session").pieces[0].side = "upper"; },
    (told) => { of(told, "note").text = ""; },
    (told) => { of(told, "area_over").reason = ""; },
    (told) => { Object.assign(of(told, "after_effect"), { effect: null, gone: false }); },
  ],
  history: [
    (told) => { told.sides[0].area = "low_back"; },
    (told) => { told.sides[0].side = "up"; },
    (told) => { told.sides[0].history = {}; },
    (told) => { told.sides[0].next.again = "21 Nov 19:00"; },
    (told) => { told.sides[0].next.again = ""; },
    (told) => { told.sides[0].next.seconds_left = -1; },
    (told) => { told.sides[0].next.rungs = [{ rung: 1 }]; },
    (told) => { told.sides[0].next.rungs = [{ rung: 0, intensity: 5 }]; },
  ],
  load: [
    (told) => { told.weeks[0] = "2026-W47"; },
    (told) => { told.areas[0].area = "knee"; },
    (told) => { told.areas[0].left = [-1]; },
    (told) => { told.areas[0].left = 60; },
    (told) => { delete told.areas[0].right; },
  ],
  person: [
    (told) => { told.name = ""; },
    (told) => { told.person.age = 12.5; },
    (told) => { told.territory = "Britain"; },
    (told) => { told.at = ["ceiling"]; },
    (told) => { told.tools[0].kind = "brick"; },
    (told) => { told.conditions[0].id = "boredom"; },
    (told) => { told.conditions_due = null; },
    (told) => { delete told.may_be_regular; },
  ],
  doctor: [
    (told) => { told.well = false; },
    (told) => { told.checks[0].state = "problem"; },
    (told) => { told.checks.pop(); },
    (told) => { told.checks[0].id = "weather"; },
    (told) => { told.checks[0].advice = ""; },
  ],
};

test("the schemas of what is told can be broken", () => {
  const request = JSON.parse(run(["example"]).out);
  const good = {
    explanation: explain(request),
    comparison: compare([[request, { ...request, minutes: 3 }]])[0],
    session: guided.find(({ told }) => told.rolled.length > 0).told,
    log: after.log,
    history: after.history,
    load: after.load,
    person: after.me,
    doctor: JSON.parse(run(["doctor", "--json"], "", { HOME: tmpdir() }).out),
  };
  for (const [name, changes] of Object.entries(misfits)) {
    fits(name, good[name], name);
    for (const change of changes) {
      const bad = clone(good[name]);
      change(bad);
      assert.notEqual(complaint(name, bad), null, `${name}: ${change}`);
    }
  }
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
