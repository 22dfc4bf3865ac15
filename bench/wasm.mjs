// Time of planning a file of requests in WebAssembly, and its ratio to the native milliseconds
// given: node wasm.mjs FILE.wasm REQUESTS NATIVE_MS

import { readFileSync } from "node:fs";
import { load } from "../wasm/node/unknot.mjs";

const [file, requests, native] = process.argv.slice(2);
const lines = readFileSync(requests, "utf8").trimEnd().split("\n");
const unknot = await load(file);
for (const line of lines.slice(0, 100)) unknot.call("plan", line); // The engine warms up.
const from = performance.now();
for (const line of lines) unknot.call("plan", line);
const spent = performance.now() - from;
console.log(
  `native ${native} ms, WebAssembly ${spent.toFixed(0)} ms, ratio ${(spent / native).toFixed(2)}`,
);
