// Uses the installed package: node node_use.mjs REPOSITORY VERSION. Also writes documents.ts: every
// document it saw, as literals for the types.

import assert from "node:assert/strict";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as unknot from "unknot";
import { load, UnknotError } from "unknot/load";

const [repository, version] = process.argv.slice(2);
const { plan, explain, compare, guide, timeline, track, validate, list, example } = unknot;
const installed = new URL("node_modules/unknot/", import.meta.url);
const bytes = readFileSync(new URL("unknot.wasm", installed));
const now = "2026-11-22T08:00:00Z";
const seen = { Request: [], UnderstoodRequest: [], Plan: [], Findings: [], Explanation: [],
  Comparison: [], SessionEvent: [], Session: [], Telling: [], Timeline: [] };

const read = (...path) => readFileSync(join(repository, ...path), "utf8");

/** FNV-1a, 32 bits, over the low and the high byte of each sample. */
function fnv(samples) {
  let hash = 0x811c9dc5;
  for (const sample of samples) {
    for (const byte of [sample & 0xff, (sample >> 8) & 0xff]) {
      hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
    }
  }
  return hash;
}

/** As `unknot track --transcript` prints it: sentences of one breath on one line. */
function transcript({ cues }) {
  const two = (n) => String(n).padStart(2, "0");
  let out = "";
  let told = -1;
  for (const { at_ms, length_ms, text } of cues.filter((cue) => cue.text)) {
    const second = Math.floor(at_ms / 1000);
    const goesOn = told >= 0 && at_ms - told <= 100;
    out += goesOn ? ` ${text}` : `${out && "\n"}${two(Math.floor(second / 60))}:${two(second % 60)}  ${text}`;
    told = at_ms + length_ms;
  }
  return `${out}\n`;
}

const checks = {
  "the reviewed people get their reviewed plans, to the letter"() {
    const people = readdirSync(join(repository, "tests/golden/people"));
    assert.ok(people.length > 0);
    for (const name of people) {
      const request = JSON.parse(read("tests/golden/people", name));
      const answer = plan(request);
      const reviewed = JSON.parse(read("tests/golden/plans", name));
      // These two change with every row of knowledge, so the reviewed files hold zeros.
      const { id, knowledge } = reviewed;
      assert.equal(JSON.stringify({ ...answer, id, knowledge }), JSON.stringify(reviewed), name);
      const findings = validate(answer);
      assert.deepEqual(findings.findings, [], name);
      seen.Request.push(request);
      seen.UnderstoodRequest.push(answer.request);
      seen.Plan.push(answer);
      seen.Findings.push(findings);
    }
    const outcomes = new Set(seen.Plan.map((answer) => answer.outcome));
    assert.deepEqual([...outcomes].sort(), ["plan", "refused"]);
  },

  "a changed plan is found out"() {
    const answer = plan(example(now));
    answer.steps[0].sets = [120];
    const { clean, findings } = validate(answer);
    assert.equal(clean, false);
    assert.ok(findings.some((one) => one.rule === "dose_range" && one.limit === 90));
    seen.Findings.push(validate(answer));
  },

  "somebody's own plan is judged for a request beside it"() {
    const draft = {
      format: "unknot/plan@1",
      outcome: "plan",
      steps: [{ area: "low_back", sets: [60] }],
    };
    const { findings } = validate(draft, example(now));
    assert.ok(findings.some((one) => one.rule === "never_zones"));
    seen.Findings.push(validate(draft, example(now)));
  },

  "an explanation holds the plan and a reason for every area"() {
    const areas = list("areas").map((area) => area.id);
    for (const request of seen.Request) {
      const told = explain(request);
      assert.deepEqual(told.plan, plan(request));
      assert.ok([0, areas.length].includes(told.areas.length));
      assert.equal(told.areas.length === 0, told.plan.refusal?.reason === "screening");
      seen.Explanation.push(told);
    }
    const suppositions = seen.Explanation.flatMap((told) => told.what_if);
    assert.ok(suppositions.some((one) => one.question === "one_more_tool"));
    assert.ok(suppositions.some((one) => one.question === "minute_less"));
  },

  "a comparison holds both plans and what differs"() {
    seen.Request.forEach((a, i) => {
      const b = seen.Request[(i + 1) % seen.Request.length];
      const told = compare(a, b);
      assert.deepEqual([told.a, told.b], [plan(a), plan(b)]);
      seen.Comparison.push(told);
    });
    const request = example(now);
    const longer = compare(request, { ...request, minutes: request.minutes + 5 });
    assert.deepEqual(longer.request,
      [{ field: "minutes", a: request.minutes, b: request.minutes + 5 }]);
    assert.equal(longer.same_plan, false);
    // The moment of asking is one for both.
    const { now: _, ...open } = request;
    const same = compare(open, open);
    assert.deepEqual([same.same_plan, same.request, same.areas], [true, [], []]);
  },

  "a timeline says what the reviewed transcripts say"() {
    for (const name of readdirSync(join(repository, "tests/golden/transcripts"))) {
      const [person, language] = name.split(".");
      const request = JSON.parse(read("tests/golden/people", `${person}.json`));
      const options = { language };
      const told = timeline(plan(request), options);
      assert.equal(transcript(told), read("tests/golden/transcripts", name), name);
      assert.deepEqual(told.left_out, [], name);
      seen.Telling.push(options);
      seen.Timeline.push(told);
    }
  },

  "a track is the native one, sample by sample"() {
    const tones = JSON.parse(read("tests/golden/tones.json"));
    const answer = plan(example(now));
    const told = timeline(answer);
    const clip = new Int16Array(2400).fill(500);
    let asked = 0;
    const silent = [...track(answer, () => null)].flatMap((block) => [...block]);
    const spoken = [...track(answer, () => (++asked, clip))].flatMap((block) => [...block]);
    assert.equal(silent.length, (told.length_ms * 24000) / 1000);
    assert.equal(spoken.length, silent.length);
    assert.equal(asked, told.cues.filter((cue) => cue.text).length);
    const heard = new Set();
    told.cues.forEach((cue, i) => {
      if (cue.text) {
        const at = cue.at_ms * 24;
        assert.equal(spoken[at + 10] - silent[at + 10], 500, cue.text);
        return;
      }
      const near = told.cues.filter((other, j) => j !== i && !other.text &&
        Math.abs(other.at_ms - cue.at_ms) < 600);
      if (near.length > 0) return;
      const { samples, hash } = tones[cue.cue];
      assert.equal(fnv(silent.slice(cue.at_ms * 24, cue.at_ms * 24 + samples)), hash, cue.cue);
      heard.add(cue.cue);
    });
    assert.ok(heard.size >= 4, [...heard].join());
    assert.throws(() => timeline(answer, { verbosity: "loud" }), UnknotError);
    assert.throws(() => [...track({ ...answer, steps: [] }, () => null)], UnknotError);
  },

  "a session goes on from the events there are"() {
    const request = example(now);
    const events = [{ at: 0, event: "start" }];
    const happen = (event, seconds) => {
      for (let i = 0; i < seconds; ++i) {
        events.push({ at: events.at(-1).at + 1000, event: "tick" });
      }
      events.push({ at: events.at(-1).at, ...event });
      const told = guide(request, events, { time_left_every: 60 });
      assert.deepEqual(told.plan, plan(request));
      seen.Session.push(told);
      return told.snapshot;
    };
    assert.equal(happen({ event: "pause" }, 40).paused, "asked");
    assert.equal(happen({ event: "resume" }, 0).paused, null);
    assert.equal(happen({ event: "softer" }, 10).phase, "strokes");
    assert.equal(happen({ event: "level", level: 8 }, 5).paused, "hurt");
    assert.equal(happen({ event: "resume" }, 9).paused, null);
    assert.ok(happen({ event: "tick" }, 200).rolled.length > 1);
    assert.equal(happen({ event: "urgent", red_flag: "clot_signs" }, 1).over, "urgent");
    assert.equal(guide(request, []).snapshot.phase, "waiting");
    const refused = guide({ ...request, red_flags: { screened: false } }, events);
    assert.deepEqual([refused.commands, refused.snapshot], [[], null]);
    seen.Session.push(refused);
    seen.SessionEvent.push(...events);
  },

  "unreadable input throws what is wrong"() {
    const open = example(now);
    const table = [
      [() => plan(undefined), "json_malformed", ""],
      [() => plan({ ...open, minutes: 0 }), "out_of_range", "minutes"],
      [() => plan({ ...open, mintues: 5 }), "field_unknown", "mintues"],
      [() => plan({ ...open, goal: "win" }), "id_unknown", "goal"],
      [() => plan({ ...open, tools: undefined }), "field_missing", "tools"],
      [() => explain({ ...open, minutes: 0 }), "out_of_range", "minutes"],
      [() => compare({ ...open, minutes: 0 }, open), "out_of_range", "a.minutes"],
      [() => compare(open, { ...open, goal: "win" }), "id_unknown", "b.goal"],
      [() => compare(open), "field_missing", "b"],
      [() => guide({ ...open, minutes: 0 }, []), "out_of_range", "request.minutes"],
      [() => guide(open), "field_missing", "events"],
      [() => guide(open, [{ at: 0, event: "begin" }]), "id_unknown", "events[0].event"],
      [() => guide(open, [], { ready_percent: 50 }), "out_of_range", "preferences.ready_percent"],
      [() => validate(undefined), "field_missing", "plan"],
      [() => list("spells"), "verb_unknown", "list"],
      [() => example("noon"), "out_of_range", "now"],
    ];
    for (const [act, code, field] of table) {
      assert.throws(act, (error) => {
        assert.ok(error instanceof UnknotError && error instanceof Error);
        assert.deepEqual([error.name, error.code, error.field], ["UnknotError", code, field]);
        assert.ok(error.expected && error.message.includes(error.expected), error.message);
        return true;
      });
    }
    // JSON has no such numbers and would say null, which means something else.
    for (const level of [NaN, Infinity]) {
      const feel = [{ at: "calves", kind: "sore", level }];
      assert.throws(() => plan({ ...open, feel }), /^TypeError: level: got (NaN|Infinity)/);
    }
  },

  "the time of asking is the host's clock when the request leaves it open"() {
    const from = Math.floor(Date.now() / 1000);
    const request = example();
    for (const left of [undefined, null]) {
      const { made } = plan({ ...request, now: left });
      const at = Date.parse(made) / 1000;
      assert.ok(at >= from && at <= Date.now() / 1000, made);
    }
    assert.equal(plan(example(now)).made, now);
  },

  "package, module and project have one version"() {
    const manifest = JSON.parse(readFileSync(new URL("package.json", installed), "utf8"));
    assert.equal(manifest.version, version);
    assert.deepEqual(unknot.version(), { version, knowledge: plan(example(now)).knowledge });
  },

  async "it loads from bytes, a module, a response, and a promise of them"() {
    const wanted = JSON.stringify(plan(example(now)));
    const response = () => new Response(bytes, { headers: { "content-type": "text/plain" } });
    const sources = [bytes, new Uint8Array(bytes).buffer, new WebAssembly.Module(bytes),
      response(), Promise.resolve(response())];
    for (const source of sources) {
      const own = await load(source);
      assert.equal(JSON.stringify(own.plan(own.example(now))), wanted);
    }
    await assert.rejects(load(new Response("", { status: 404 })), /answered 404/);
    await assert.rejects(load("unknot.wasm"), /^TypeError: unknot.wasm: got unknot.wasm, expected/);
    await assert.rejects(load(new Uint8Array(8)), WebAssembly.CompileError);
  },

  async "a language is added when it is wanted, and English spoken until then"() {
    const words = (language) => readFileSync(new URL(`${language}.words`, installed));
    const inLanguage = (own, language) => JSON.stringify(own.plan({ ...example(now), language }));
    const own = await load(bytes);
    const wanted = inLanguage(unknot, "es");
    const english = JSON.parse(inLanguage(own, "en"));
    const { id, request, ...rest } = JSON.parse(inLanguage(own, "es"));
    assert.deepEqual({ ...english, ...rest }, english);
    assert.equal(id, JSON.parse(wanted).id);
    const spoilt = Uint8Array.from(words("es")).fill(0, 500, 510);
    for (const bad of [new Uint8Array(), spoilt, bytes]) {
      await assert.rejects(own.addLanguage(bad), UnknotError);
    }
    await assert.rejects(own.addLanguage("es"), /^TypeError: LANG.words: got es, expected/);
    await assert.rejects(own.addLanguage(new Response("", { status: 404 })), /answered 404/);
    assert.notEqual(inLanguage(own, "es"), wanted);
    assert.equal(await own.addLanguage(Promise.resolve(new Response(words("es")))), "es");
    assert.equal(inLanguage(own, "es"), wanted);
    const both = await load(bytes, { languages: [words("de"), Promise.resolve(words("es"))] });
    for (const language of ["de", "en", "es"]) {
      assert.equal(inLanguage(both, language), inLanguage(unknot, language));
    }
    await assert.rejects(load(bytes, { languages: [spoilt] }), UnknotError);
  },

  async "where there is no Node, it fetches the module from beside its own file"() {
    const fetched = [];
    globalThis.fetch = async (url) => {
      fetched.push(String(url));
      return new Response(bytes);
    };
    const web = await import(new URL("index.js", installed));
    assert.deepEqual(fetched, [String(new URL("unknot.wasm", installed))]);
    assert.deepEqual(Object.keys(web).sort(), Object.keys(unknot).sort());
    assert.equal(JSON.stringify(web.plan(example(now))), JSON.stringify(plan(example(now))));
  },
};

for (const [name, check] of Object.entries(checks)) {
  await check();
  console.log(`${name}: ok`);
}

// The lists that there are, from the words of the refusal of another one.
const lists = (() => {
  try {
    return list("spells");
  } catch (error) {
    return error.expected.split(" | ");
  }
})();
const literals = Object.entries(seen).map(
  ([type, all]) => `export const ${type}_: ${type}[] = ${JSON.stringify(all)};`,
);
const rows = lists.map((name) => `  ${name}: ${JSON.stringify(list(name))},`);
writeFileSync("documents.ts", `import type { ${Object.keys(seen).join(", ")}, Lists } from "unknot";
${literals.join("\n")}
export const lists: { [Name in keyof Lists]: Lists[Name][] } = {
${rows.join("\n")}
};
`);
