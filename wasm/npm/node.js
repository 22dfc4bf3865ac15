// For Node, whose fetch reads no files: unknot.wasm lies beside this file.

import { readFile } from "node:fs/promises";
import { load } from "./load.js";

export { load, UnknotError } from "./load.js";
export const {
  plan, explain, compare, guide, timeline, track, validate, list, example, version, desk,
} = await load(
  readFile(new URL("./unknot.wasm", import.meta.url)),
);
