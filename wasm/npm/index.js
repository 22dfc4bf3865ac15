// For browsers and everything else that fetches: unknot.wasm lies beside this file.

import { load } from "./load.js";

export { load, UnknotError } from "./load.js";
export const {
  plan, explain, compare, guide, timeline, track, validate, list, example, version, desk,
} = await load(
  fetch(new URL("./unknot.wasm", import.meta.url)),
);
