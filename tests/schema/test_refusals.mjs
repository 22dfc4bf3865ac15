// Schema and program refuse the same: what one takes, the other takes. The schema is walked, so that
// a field added to it is tried by itself.

import assert from "node:assert/strict";
import { test } from "node:test";
import { check, clone, complaint, json, plans, python, resolve, run, schema }
  from "./schemas.mjs";

// A request in which every field of the format is said.
const full = {
  format: "unknot/request@1", now: "2026-11-22T08:00:00Z", language: "en", starts_in_minutes: 60,
  person: { experience: "regular", age: 33, height_cm: 172, mass_kg: 70.5, floor_transfer: "slow" },
  goal: "warm_up", activity: "running", minutes: 10, at: ["wall", "chair"],
  feel: [{ at: "hamstrings", side: "left", kind: "tight", level: 3 }],
  want: [{ at: "quadriceps", side: "both" }],
  avoid: [{ at: "adductors", side: "right", why: "trial" }],
  conditions: [{ id: "pregnancy", at: "knee", side: "both", weeks: 20, cleared_on: "2026-11-01" }],
  red_flags: { screened: true, at: "2026-11-22T07:59:00Z", present: [] },
  tools: [{ id: "ball", kind: "ball", density: "soft", surface: "smooth", diameter_cm: 6.7,
    temperature: "warm", vibration: true }],
  history: [{ area: "hamstrings", side: "left", rung: 1, clean_sessions: 4,
    last_levels: [3, null], after_effect: "sore", after_effect_gone: true,
    last: "2026-11-20T07:00:00Z", seconds_6h: 0, times_24h: 0 }],
  use: [{ at: "hamstrings", tool: "ball" }],
};

/** Schemas that may apply to one place, references followed; null aside. */
function branches(name, node) {
  if (node.$ref) {
    const [home, found] = resolve(name, node.$ref);
    return branches(home, found);
  }
  if (node.anyOf) return node.anyOf.flatMap((one) => branches(name, one));
  return node.type === "null" ? [] : [[name, node]];
}

/** Every field that the schema knows and the sample says: `visit(path, name, schema, parent)`. */
function walk(name, node, sample, path, visit) {
  for (const [home, one] of branches(name, node)) {
    for (const [key, inner] of Object.entries(one.properties ?? {})) {
      if (sample === null || typeof sample !== "object" || Array.isArray(sample)) continue;
      visit([...path, key], home, inner, one);
      if (sample[key] !== undefined) walk(home, inner, sample[key], [...path, key], visit);
    }
    if (one.items && Array.isArray(sample) && sample.length > 0) {
      visit([...path, 0], home, one.items, one);
      walk(home, one.items, sample[0], [...path, 0], visit);
    }
  }
}

const at = (value, path) => path.reduce((inner, key) => inner?.[key], value);

function changed(sample, path, value) {
  const copy = clone(sample);
  const holder = at(copy, path.slice(0, -1));
  if (value !== undefined) holder[path.at(-1)] = value;
  else if (Array.isArray(holder)) holder.splice(path.at(-1), 1);
  else delete holder[path.at(-1)];
  return copy;
}

const wrongTypes = [null, true, -7, 1.5, "", "no such word", "x".repeat(41), "\u{1F9B5}".repeat(40),
  "2026-11-22", "2026-02-30T00:00:00Z", "1899-12-31T00:00:00Z", "2026-11-22T08:00:60Z",
  "2026-11-22t08:00:00.5+05:30", "2026-11-22T24:00:00Z", "2026-11-22 08:00:00Z",
  "2026-11-22T08:00:00+24:00", "low_back", "hamstrings", "knee", "easy_bruising", "chest_pain", [],
  {}, [null], [5], ["floor"], [{}]];

/** Values to try where `node` speaks: each end of a range and what lies just outside, and so on. */
function values(name, node, said) {
  const out = [undefined, ...wrongTypes];
  for (const [, one] of branches(name, node)) {
    const types = [one.type].flat();
    const step = types.includes("number") ? 0.1 : 1;
    for (const [bound, away] of [[one.minimum, -step], [one.maximum, step]]) {
      if (bound !== undefined) out.push(bound, Math.round((bound + away) * 10) / 10);
    }
    if (one.enum) out.push(...one.enum);
    if (one.maxLength) out.push("x".repeat(one.maxLength), "\u{1F9B5}".repeat(one.maxLength + 1));
    if (one.maxItems && Array.isArray(said) && said.length > 0) {
      out.push(Array(one.maxItems).fill(said[0]), Array(one.maxItems + 1).fill(said[0]));
    }
    if (types.includes("object")) out.push({ ...said, no_such_field: 1 });
  }
  return out;
}

/** What a schema cannot say, told by the program's own error. */
const beyondSchemas = [
  { what: "two tools with one id", is: (error) => error.code === "contradiction" &&
    /^tools\[\d+\]\.id$/.test(error.field) },
  { what: "more than one decimal", is: (error) => error.code === "out_of_range" &&
    /_(cm|kg)$/.test(error.field) && /\.\d\d/.test(error.value) },
  { what: "a tool that is not among the tools", is: (error) => error.code === "id_unknown" &&
    /^use\[\d+\]\.tool$/.test(error.field) },
];

function agree(cases) {
  const answers = plans(cases.map(({ value }) => value));
  let refused = 0;
  cases.forEach(({ value, what }, i) => {
    const { error } = answers[i];
    const said = complaint("request", value);
    if (error) {
      ++refused;
      assert.equal(complaint("error", answers[i]), null);
      if (beyondSchemas.some((one) => one.is(error))) return;
    }
    assert.equal(said !== null, error !== undefined,
      `${what}: the schema says ${said ?? "good"}, the program ${error?.says ?? "good"}`);
  });
  return refused;
}

test("the sample says every field", () => {
  assert.equal(complaint("request", full), null);
  walk("request", schema.request, full, [], (path) => {
    assert.notEqual(at(full, path), undefined, path.join("."));
  });
});

test("schema and program take and refuse the same changes of a request", () => {
  const cases = [];
  walk("request", schema.request, full, [], (path, name, node) => {
    for (const value of values(name, node, at(full, path))) {
      cases.push({ value: changed(full, path, value),
        what: `${path.join(".")} = ${JSON.stringify(value)?.slice(0, 60)}` });
    }
  });
  cases.push({ value: { ...full, no_such_field: 1 }, what: "another field" });
  cases.push({ value: changed(full, ["person", "mass_kg"], 70.25), what: "two decimals" });
  cases.push({ value: changed(full, ["red_flags"], { present: ["chest_pain"] }), what: "a flag" });
  const refused = agree(cases);
  assert.ok(refused > 500 && cases.length - refused > 200, `${refused} of ${cases.length}`);
});

test("the words of the schema are those that the program names", () => {
  const fields = [];
  walk("request", schema.request, full, [], (path, name, node) => {
    // Ids are too many to be named in an error; the lists are compared below.
    if (node.enum) fields.push([path, node.enum.filter((word) => word !== null)]);
  });
  assert.ok(fields.length >= 10, `${fields.length}`);
  const answers = plans(fields.map(([path]) => changed(full, path, "no such word")));
  fields.forEach(([path, words], i) => {
    assert.deepEqual(answers[i].error?.expected.split(" | "), words, path.join("."));
  });
});

test("the rows of tests/cli that are wrong in shape", () => {
  const rows = JSON.parse(python(["-c", `
import base64, json, sys
sys.path.insert(0, "tests/cli")
import bad_inputs
rows = [(r.name, base64.b64encode(r.text).decode()) for r in bad_inputs.REQUESTS]
print(json.dumps(rows))`]));
  // Not JSON, or JSON that two readers may read differently: no schema comes to see it.
  const noJson = [];
  const cases = [];
  for (const [name, text] of rows) {
    const bytes = Buffer.from(text, "base64");
    try {
      const value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
      cases.push({ name, value });
    } catch {
      noJson.push(name);
    }
  }
  assert.ok(cases.length > noJson.length, `${cases.length} of ${rows.length}`);
  // What a reader of JSON has lost before a schema sees it, and what no schema can say.
  const exceptions = ["a field twice", "one byte too many", "two tools with one id",
    "mass with two decimals", "diameter"];
  const taken = cases.filter(({ value }) => complaint("request", value) === null)
    .map(({ name }) => name);
  assert.deepEqual(taken.sort(), exceptions.sort());
});

test("a default said is a default meant", () => {
  const twins = [];
  walk("request", schema.request, full, [], (path, name, node, parent) => {
    // A field that must be said has no default; of a reference the reference tells.
    if (node.default === undefined || parent.required?.includes(path.at(-1))) return;
    twins.push([path, changed(full, path, undefined), changed(full, path, node.default)]);
  });
  assert.ok(twins.length >= 15, `${twins.length}`);
  const answers = plans(twins.flatMap(([, ...both]) => both));
  twins.forEach(([path], i) => {
    assert.deepEqual(answers[2 * i], answers[2 * i + 1], path.join("."));
    assert.ok(answers[2 * i].format, path.join("."));
  });
});

test("every field says what it is", () => {
  const silent = [];
  const look = (where, node) => {
    if (node === null || typeof node !== "object") return;
    for (const [key, inner] of Object.entries(node.properties ?? {})) {
      const spoken = inner.description !== undefined ||
        // Conditions of if and then repeat fields that are described elsewhere.
        /\/(if|then|else)(\/|$)/.test(where);
      if (!spoken) silent.push(`${where}/${key}`);
    }
    for (const [key, inner] of Object.entries(node)) look(`${where}/${key}`, inner);
  };
  for (const [name, one] of Object.entries(schema)) look(name, one);
  assert.deepEqual(silent, []);
});

// Paths of a plan that `check` reads nothing from: what nobody acts on is not judged.
const unread = [/^id$/, /^knowledge$/, /^made$/, /^left_out/, /^urgent$/, /^refusal/,
  /^advice/, /^steps\.0\.why/, /^request\./];

// What may be left unsaid all the same: no rule wants it, so none is as good as an empty list.
const silent = ["steps.0.alternatives"];

test("a plan that breaks its schema is refused or found out", () => {
  const plan = JSON.parse(run(["plan", "--example", "--format", "json"]).out);
  assert.equal(plan.outcome, "plan");
  const cases = [];
  walk("plan", schema.plan, plan, [], (path, name, node) => {
    const where = path.join(".");
    if (unread.some((one) => one.test(where))) return;
    const nothing = silent.includes(where) ? [] : [undefined, null];
    for (const value of [...nothing, true, -7, 1.5, "no such word", [], {}]) {
      const bad = changed(plan, path, value);
      if (complaint("plan", bad) !== null) cases.push([path, value, bad]);
    }
  });
  assert.ok(cases.length > 100, `${cases.length}`);
  const passed = cases.filter(([, , bad]) => check(bad).code === 0)
    .map(([path, value]) => `${path.join(".")} = ${JSON.stringify(value)}`);
  assert.deepEqual(passed, []);
});

test("fields that readers of plans do not know are ignored", () => {
  const plan = JSON.parse(run(["plan", "--example", "--format", "json"]).out);
  plan.no_such_field = 1;
  plan.steps[0].no_such_field = {};
  assert.equal(complaint("plan", plan), null);
  assert.equal(check(plan).code, 0);
});

test("every id of the catalogue is one that the program knows", () => {
  const lists = { area: "areas", zone: "zones", region: "regions", technique: "techniques",
    rule: "rules", condition: "conditions", red_flag: "red_flags", activity: "activities",
    claim: "claims", source: "sources" };
  for (const [kind, list] of Object.entries(lists)) {
    const ids = JSON.parse(run([list, "--json"]).out).map((row) => row.id);
    assert.deepEqual([...json("docs/formats/schema/ids.schema.json").$defs[kind].enum].sort(),
      ids.sort(), kind);
  }
});
