// A life at a desk, call by call: the module and the native core answer with the same bytes.
// node same_desk.mjs FILE.wasm PRINTER

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { Core } from "../../wasm/npm/core.js";
import { wordsBeside } from "../../wasm/node/unknot.mjs";

const [file, printer] = process.argv.slice(2);
if (!file || !existsSync(file)) {
  console.error(`${file} is not there: run "make wasm" first.`);
  process.exit(1);
}

const core = new Core(new WebAssembly.Module(readFileSync(file)));
// The native program has every language inside.
for (const words of await wordsBeside(file)) core.addLanguage(words);
const calls = [];
const answers = [];
let wall = Date.parse("2026-11-22T08:00:00Z");
let boot = 1000;

function ask(verb, input, raw = JSON.stringify(input)) {
  const answer = core.desk(verb, raw);
  calls.push(`${verb}\t${raw}`);
  answers.push(answer);
  return JSON.parse(answer);
}

const moment = () => ({
  now: new Date(wall).toISOString(),
  unix_ms: wall,
  chance: calls.length.toString(16).padStart(32, "0"),
});
const pass = (ms) => {
  wall += ms;
  boot += ms;
};
const screened = () => ({ screened: true, at: moment().now, present: [] });
const on = (event, more = {}) =>
  ask("guide_on", { ...moment(), at: boot, happened: { event, ...more } });
const roll = (ms) => {
  let scene;
  for (let gone = 0; gone < ms; gone += 700) {
    pass(700);
    ({ scene } = on("tick"));
  }
  return scene;
};

for (const language of ["en", "de", "es"]) {
  ask("catalogue", { language, territory: "GB" });
  ask("learn", { language });
}
ask("log_load", { format: "unknot/journal@1", made: moment().now, records: [] });
const { records } = ask("log_write", {
  person: null, ...moment(), language: "de",
  entries: [
    { kind: "person", data: { name: "Zoë" } },
    { kind: "profile", data: { age: 52, conditions: [], at: ["floor"], territory: "de",
      tools: [{ id: "blaue Rolle", kind: "roller", density: "soft", surface: "smooth" }] } },
    { kind: "rolled", data: { area: "calves", side: "left", seconds: 45, level: 8 } },
    { kind: "after_effect", data: { area: "hamstrings", side: "right", effect: "bruise" } },
    { kind: "note", data: { text: "odd\n\"words\" \u2028", place: "knee" } },
  ],
});
const person = records[0].person;
ask("log_today", { person, ...moment(), language: "es" });
const plan = ask("log_plan", { person, ...moment(), request: { minutes: 12, red_flags: screened() } });
assert.equal(plan.outcome, "plan");
ask("guidable", { person, plan, ...moment() });
const shared = ask("share", { plan });
ask("open_shared", { shared, person, ...moment(), request: { red_flags: screened() } });
const begun = ask("guide_begin", { person, plan, ...moment(), at: boot, language: "de" });
assert.ok(begun.scene, JSON.stringify(begun));
on("start");
roll(60_000);
on("level", { level: 5 });
on("softer");
roll(20_000);
pass(30_000);
on("tick");
on("resume");
roll(30_000);

// The page is gone; the rest of the life is another instance's, from the records alone.
const kept = answers.flatMap((answer) => JSON.parse(answer).records ?? []);
assert.ok(kept.some((record) => record.kind === "event"));
const { broken_off: none } = ask("log_today", { person, ...moment() });
assert.equal(none, null, "it is being guided");
ask("guide_begin", { person, plan: { ...plan, made: "2020-01-01T00:00:00Z" }, ...moment(), at: boot });
on("it_hurt");
on("level", { level: 3 });
on("stop");
ask("log_view", { person, ...moment(), language: "es" });
const { document } = ask("log_export", { person: null, as: "json", now: moment().now });
ask("log_export", { person, as: "csv", now: moment().now });
ask("log_forget", { person: null });
ask("log_import", { person: null, document, ...moment() });
assert.equal(
  ask("log_export", { person: null, as: "json", now: moment().now }).document.length,
  document.length,
);
for (const wild of ["", "{", "[]", "7", "null", '{"now":1}', '{"person":"é€😀"}']) {
  for (const verb of ["catalogue", "log_load", "log_today", "log_plan", "guide_on", "open_shared", "?"]) {
    ask(verb, null, wild);
  }
}

// An instance that begins anew from what was kept stands where the other one stood.
const anew = new Core(new WebAssembly.Module(readFileSync(file)));
anew.desk("log_load", JSON.stringify({ format: "unknot/journal@1", made: moment().now, records: kept }));
assert.ok(
  JSON.parse(anew.desk("log_today", JSON.stringify({ person, ...moment() }))).broken_off.session,
);

const native = execFileSync(printer, { input: `${calls.join("\n")}\n`, maxBuffer: 1 << 28 })
  .toString().trimEnd().split("\n");
// A document is told with its lines escaped, so that an answer is one line.
assert.equal(native.length, answers.length);
native.forEach((answer, i) => assert.equal(answer, answers[i], `${i}: ${calls[i].slice(0, 200)}`));
console.log(`${calls.length} calls, the same bytes`);
