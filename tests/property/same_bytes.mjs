// Native and WebAssembly must give the same bytes: node same_bytes.mjs FILE.wasm PRINTER COUNT SEED

import { execFileSync } from "node:child_process";
import { load } from "../../wasm/node/unknot.mjs";

const [file, printer, count, seed] = process.argv.slice(2);
const lines = execFileSync(printer, [count, seed], { encoding: "utf8", maxBuffer: 1 << 30 })
  .trimEnd()
  .split("\n");
const unknot = await load(file);
let compared = 0;
for (let i = 0; i + 1 < lines.length; i += 2) {
  const answer = unknot.call("plan", lines[i]);
  if (answer !== lines[i + 1]) {
    console.error(`differs for ${lines[i]}\nnative ${lines[i + 1]}\nwasm   ${answer}`);
    process.exit(1);
  }
  compared += 1;
}
if (compared !== Number(count)) {
  console.error(`only ${compared} of ${count} were compared`);
  process.exit(1);
}
console.log(`${compared} answers alike, byte for byte`);
