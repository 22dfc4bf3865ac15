// Mixing a track in WebAssembly, clips given: node track.mjs FILE.wasm PLAN

import { readFileSync } from "node:fs";
import { load } from "../wasm/npm/load.js";

const [file, plan] = process.argv.slice(2);
const unknot = await load(readFileSync(file));
const told = JSON.parse(readFileSync(plan, "utf8"));
const { cues, length_ms } = unknot.timeline(told);
const clips = new Map(cues.filter((cue) => cue.text).map(
  (cue) => [cue.text, new Int16Array((cue.length_ms * 24000) / 1000).fill(1000)]));
const mix = () => {
  const from = performance.now();
  let samples = 0;
  for (const block of unknot.track(told, (sentence) => clips.get(sentence))) samples += block.length;
  return [performance.now() - from, samples];
};
mix(); // The engine warms up.
const [spent, samples] = mix();
const minutes = length_ms / 60000;
console.log(
  `WebAssembly: ${(samples / 1440000).toFixed(1)} minutes laid out and mixed in ` +
    `${spent.toFixed(0)} ms, ${(spent / minutes).toFixed(1)} ms a minute`,
);
