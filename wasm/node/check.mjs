// Holds the built module to its promises: node check.mjs FILE.wasm imports|exports|size|calls|trap|languages

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";
import { load, wordsBeside } from "./unknot.mjs";

const [file, what] = process.argv.slice(2);
if (!file || !existsSync(file)) {
  console.error(`${file} is not there: run "make wasm" first.`);
  process.exit(1);
}

const lines = (name) =>
  readFileSync(new URL(`../${name}`, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line && !line.startsWith("#"));

const compiled = () => new WebAssembly.Module(readFileSync(file));

const checks = {
  // Without imports it runs anywhere and can reach nothing: no file, clock, network or chance.
  imports() {
    assert.deepEqual(WebAssembly.Module.imports(compiled()), []);
  },

  exports() {
    const names = WebAssembly.Module.exports(compiled()).map((row) => row.name).sort();
    assert.deepEqual(names, lines("exports.txt"));
  },

  size() {
    const raw = readFileSync(file);
    const packed = brotliCompressSync(raw, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: raw.length,
      },
    }).length;
    const budget = Number(lines("budget.txt")[0]);
    console.log(`${raw.length} bytes, ${packed} after brotli, budget ${budget}`);
    assert.ok(packed <= budget, `over the budget by ${packed - budget} bytes`);
  },

  // Whatever bytes come in, something readable comes out and no memory stays behind.
  async calls() {
    const unknot = await load(file);
    const inputs = ["", "{}", "é€😀", "[".repeat(100000), Uint8Array.of(0xff, 0xfe, 0x00)];
    for (const input of inputs) {
      assert.notEqual(unknot.call("no_such_verb", input), "");
      assert.notEqual(unknot.call("plan", input), "");
    }
    const before = process.memoryUsage().external;
    const large = " ".repeat(1 << 20);
    for (let i = 0; i < 200; i += 1) unknot.call("plan", large);
    assert.ok(process.memoryUsage().external - before < 64 << 20, "memory is not given back");
  },

  // After a trap nothing of the instance is used again; the next call gets another one.
  async trap() {
    let started = 0;
    const { Instance } = WebAssembly;
    WebAssembly.Instance = function (...given) {
      started += 1;
      return new Instance(...given);
    };
    const unknot = await load(file);
    const wanted = unknot.call("version", "");
    unknot.call("version", "");
    assert.equal(started, 1);
    // More than a module of 32 bits can have.
    assert.throws(() => unknot.call("plan", { length: 2 ** 32 - 1 }), WebAssembly.RuntimeError);
    assert.equal(unknot.call("version", ""), wanted);
    assert.equal(started, 2);
  },

  // English alone until a language is added; whatever else is brought changes nothing.
  async languages() {
    const unknot = await load(file);
    const request = JSON.parse(unknot.call("example", "2026-11-22T08:00:00Z"));
    const planIn = (language) => unknot.call("plan", JSON.stringify({ ...request, language }));
    const said = (language) => JSON.stringify([...planIn(language).matchAll(/"says":"[^"]*"/g)]);
    const english = said("en");
    const isEnglish = (language) => said(language) === english;
    const all = await wordsBeside(file);
    assert.ok(all.length > 0, "no words beside the module");
    assert.match(planIn("xx"), /"code":"id_unknown","field":"language"/);
    for (const bytes of all) {
      const language = new TextDecoder().decode(bytes).split("\n")[3];
      assert.ok(isEnglish(language), language);
      for (let at = 0; at < bytes.length; at += 997) {
        assert.match(unknot.addLanguage(bytes.subarray(0, at)), /^\{"error":\{"code":"/);
        const spoilt = Uint8Array.from(bytes);
        spoilt[at] ^= 1;
        assert.match(unknot.addLanguage(spoilt), /^\{"error":\{"code":"/);
      }
      assert.ok(isEnglish(language), language);
      const answer = JSON.stringify({ language });
      assert.deepEqual([unknot.addLanguage(bytes), unknot.addLanguage(bytes)], [answer, answer]);
      assert.ok(!isEnglish(language), language);
      // What an instance has learnt, the next one knows.
      const told = planIn(language);
      assert.throws(() => unknot.call("plan", { length: 2 ** 32 - 1 }), WebAssembly.RuntimeError);
      assert.equal(planIn(language), told);
    }
  },
};

try {
  await checks[what]();
  console.log(`${what}: ok`);
} catch (error) {
  console.error(`${what}: ${error instanceof assert.AssertionError ? error.message : error.stack}`);
  process.exit(1);
}
