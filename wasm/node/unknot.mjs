// Loads unknot.wasm in Node and calls it with bytes:
//
//   const unknot = await load("build/wasm/unknot.wasm");
//   const answer = unknot.call("plan", requestJson);
//
// With the languages beside it, where wanted:
//
//   const unknot = await load(file, await wordsBeside(file));

import { readFile, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Core } from "../npm/core.js";

export async function load(file, languages = []) {
  const core = new Core(await WebAssembly.compile(await readFile(file)));
  for (const bytes of languages) {
    const answer = JSON.parse(core.addLanguage(bytes));
    if (answer.error) throw new Error(answer.error.says);
  }
  return core;
}

/** The bytes of each LANG.words in the folder of the module. */
export async function wordsBeside(file) {
  const folder = dirname(file);
  const names = (await readdir(folder)).filter((name) => name.endsWith(".words")).sort();
  return Promise.all(names.map((name) => readFile(join(folder, name))));
}
