// Loads unknot.wasm in Node and calls it with bytes:
//
//   const unknot = await load("build/wasm/unknot.wasm");
//   const answer = unknot.call("plan", requestJson);

import { readFile } from "node:fs/promises";
import { Core } from "../npm/core.js";

export async function load(file) {
  return new Core(await WebAssembly.compile(await readFile(file)));
}
