// For Node, whose fetch reads no files: unknot.wasm lies beside this file, and so do the languages,
// all of which are loaded, since a disk is near.

import { readFile, readdir } from "node:fs/promises";
import { load } from "./load.js";

export { load, UnknotError } from "./load.js";
const here = new URL(".", import.meta.url);
const words = (await readdir(here)).filter((name) => name.endsWith(".words")).sort();

export const {
  plan, explain, compare, guide, timeline, track, validate, list, example, version,
  addLanguage, desk,
} = await load(readFile(new URL("unknot.wasm", here)), {
  languages: words.map((name) => readFile(new URL(name, here))),
});
