// Loads unknot.wasm in Node and calls it; the memory protocol is told in ../surface.cpp.
//
//   const unknot = await load("build/wasm/unknot.wasm");
//   const answer = unknot.call("plan", requestJson);

import { readFile } from "node:fs/promises";

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true });

/** @returns {Promise<{call(verb: string, input: string | Uint8Array): string}>} */
export async function load(file) {
  const module = await WebAssembly.compile(await readFile(file));
  let wasm = null;

  function start() {
    const { exports } = new WebAssembly.Instance(module);
    exports._initialize();
    return exports;
  }

  function put(text) {
    const bytes = typeof text === "string" ? encoder.encode(text) : text;
    const at = wasm.unknot_alloc(bytes.length) >>> 0;
    new Uint8Array(wasm.memory.buffer).set(bytes, at);
    return [at, bytes.length];
  }

  function call(verb, input) {
    wasm ??= start();
    try {
      const [verbAt, inputAt] = [put(verb), put(input)];
      const result = wasm.unknot_call(...verbAt, ...inputAt);
      wasm.unknot_free(...verbAt);
      wasm.unknot_free(...inputAt);
      const at = wasm.unknot_result_ptr(result) >>> 0;
      const answer = new Uint8Array(wasm.memory.buffer, at, wasm.unknot_result_size(result));
      const text = decoder.decode(answer);
      wasm.unknot_release(result);
      return text;
    } catch (error) {
      wasm = null; // A trapped instance is not to be trusted: the next call gets a fresh one.
      throw error;
    }
  }

  return { call };
}
