// The npm package as a stranger gets it: packed, installed without a network into an empty folder,
// then used from there by the examples, by node_use.mjs and by TypeScript.
//   node npm_package.mjs FILE.wasm FOLDER VERSION

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { npm } from "../../wasm/npm/run_npm.mjs";

const [module, folder] = process.argv.slice(2, 4).map((path) => resolve(path));
const version = process.argv[4];
const repository = process.cwd();
const built = join(folder, "built");
const app = join(folder, "app");

function run(command, ...args) {
  const done = spawnSync(command, args, { cwd: app, encoding: "utf8" });
  assert.equal(done.status, 0, `${command} ${args.join(" ")}\n${done.stdout}${done.stderr}`);
  return done.stdout;
}
const node = (...args) => run(process.execPath, ...args);
const tsc = (...args) =>
  node(join(repository, "wasm/npm/node_modules/typescript/bin/tsc"), "--strict",
    "--exactOptionalPropertyTypes", "--target", "es2022", "--module", "nodenext", ...args);

rmSync(folder, { recursive: true, force: true });
mkdirSync(app, { recursive: true });
writeFileSync(join(app, "package.json"), '{"private":true,"type":"module"}\n');

node(join(repository, "wasm/npm/build.mjs"), module, built);
assert.deepEqual(readdirSync(built), ["package", `unknot-${version}.tgz`]);
const archive = join(built, `unknot-${version}.tgz`);
const words = readdirSync(dirname(module)).filter((name) => name.endsWith(".words"));
assert.ok(words.length > 0);
assert.deepEqual(run("tar", "-tzf", archive).trim().split("\n").sort(), [
  ...words, "LICENSE", "README.md", "core.js", "index.d.ts", "index.js", "load.d.ts", "load.js", "node.js",
  "package.json", "types/explanation.d.ts", "types/lists.d.ts", "types/plan.d.ts", "types/request.d.ts", "types/session.d.ts", "types/timeline.d.ts", "unknot.wasm",
].map((name) => `package/${name}`).sort());

npm(["install", "--offline", "--no-audit", "--no-fund", "--cache", join(folder, "cache"), archive],
  app);

for (const name of ["plan.mjs", "plan.ts"]) cpSync(join("examples/npm", name), join(app, name));
assert.equal(node("plan.mjs"), "[]\n");
// Where the program's types know a module and a response, they are sources.
writeFileSync(join(app, "sources.ts"), `import { load, type Unknot } from "unknot";
export const own = (module: WebAssembly.Module): Promise<Unknot> => load(module);
export const fetched = (): Promise<Unknot> => load(fetch("unknot.wasm"));
export const spanish = (): Promise<Unknot> =>
  load(fetch("unknot.wasm"), { languages: [fetch("es.words"), new Uint8Array()] });
`);
tsc("--lib", "es2022,dom", "plan.ts", "sources.ts");
assert.match(node("plan.js"), /^glutes (left|right) \d+ s\n(.*\n)*clean\n$/);

for (const name of ["node_use.mjs", "wrong.ts"]) {
  cpSync(join("tests/package", name), join(app, name));
}
process.stdout.write(node("node_use.mjs", repository, version));
// Every document there is, written out as literals: each field must be known to the types, and
// none may be missing. No other library's types are there to lean on.
tsc("--lib", "es2022", "--noEmit", "documents.ts", "wrong.ts");
console.log("types: ok");
