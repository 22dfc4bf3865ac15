// Native and WebAssembly must give the same bytes: node same_bytes.mjs FILE.wasm PRINTER COUNT SEED

import { execFileSync } from "node:child_process";
import { load, wordsBeside } from "../../wasm/node/unknot.mjs";

const [file, printer, count, seed] = process.argv.slice(2);
const lines = execFileSync(printer, [count, seed], { encoding: "utf8", maxBuffer: 1 << 30 })
  .trimEnd()
  .split("\n");
const unknot = await load(file, await wordsBeside(file));
const compared = {};
const languages = {};
for (let i = 0; i + 2 < lines.length; i += 3) {
  const [verb, input, native] = lines.slice(i, i + 3);
  const answer = unknot.call(verb, input);
  if (answer !== native) {
    console.error(`${verb} differs for ${input}\nnative ${native}\nwasm   ${answer}`);
    process.exit(1);
  }
  compared[verb] = (compared[verb] ?? 0) + 1;
  const language = /"language":"(\w+)"/.exec(input)?.[1] ?? "en";
  languages[language] = (languages[language] ?? 0) + 1;
}
const wanted = Number(count);
const tenth = Math.floor(wanted / 10);
const often = [compared.explain, compared.compare, compared.session];
const spoken = Object.values(languages);
if (spoken.length < 3 || spoken.some((count) => count < tenth)) {
  console.error(`too little was compared in some language: ${JSON.stringify(languages)}`);
  process.exit(1);
}
if (compared.plan !== wanted || often.some((count) => count !== tenth)) {
  console.error(`of ${count} only ${JSON.stringify(compared)} were compared`);
  process.exit(1);
}
console.log(`${JSON.stringify(compared)} answers in ${JSON.stringify(languages)} alike, byte for byte`);
