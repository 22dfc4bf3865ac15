// For browsers and everything else that fetches: unknot.wasm lies beside this file. Languages
// besides English are fetched when addLanguage() is called, since most people read one.

import { load } from "./load.js";

export { load, UnknotError } from "./load.js";
export const {
  plan, explain, compare, guide, timeline, track, validate, list, example, version,
  addLanguage, desk,
} = await load(
  fetch(new URL("./unknot.wasm", import.meta.url)),
);
