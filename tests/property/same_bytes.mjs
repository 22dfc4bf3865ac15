// Native and WebAssembly must give the same bytes: node same_bytes.mjs FILE.wasm PRINTER COUNT SEED

import { execFileSync } from "node:child_process";
import { load } from "../../wasm/node/unknot.mjs";

const [file, printer, count, seed] = process.argv.slice(2);
const lines = execFileSync(printer, [count, seed], { encoding: "utf8", maxBuffer: 1 << 30 })
  .trimEnd()
  .split("\n");
const unknot = await load(file);
const compared = {};
for (let i = 0; i + 2 < lines.length; i += 3) {
  const [verb, input, native] = lines.slice(i, i + 3);
  const answer = unknot.call(verb, input);
  if (answer !== native) {
    console.error(`${verb} differs for ${input}\nnative ${native}\nwasm   ${answer}`);
    process.exit(1);
  }
  compared[verb] = (compared[verb] ?? 0) + 1;
}
const wanted = Number(count);
const tenth = Math.floor(wanted / 10);
const often = [compared.explain, compared.compare, compared.session];
if (compared.plan !== wanted || often.some((count) => count !== tenth)) {
  console.error(`of ${count} only ${JSON.stringify(compared)} were compared`);
  process.exit(1);
}
console.log(`${JSON.stringify(compared)} answers alike, byte for byte`);
