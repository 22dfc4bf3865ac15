// Makes the npm package from the module and the files beside this one:
//   node build.mjs FILE.wasm FOLDER
// The languages (LANG.words) lie beside the module. FOLDER gets package/ and unknot-VERSION.tgz. The version is what the module says of itself, so
// that the CMake project remains the only place that has it.

import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { load } from "./load.js";
import { npm } from "./run_npm.mjs";

const [file, folder] = process.argv.slice(2);
const here = (name) => new URL(name, import.meta.url);
const staged = join(folder, "package");
rmSync(folder, { recursive: true, force: true });
mkdirSync(staged, { recursive: true });

for (const name of readdirSync(here("."))) {
  if (/\.js$|\.d\.ts$|^README\.md$|^types$/.test(name)) {
    cpSync(here(name), join(staged, name), { recursive: true });
  }
}
cpSync(here("../../LICENSE"), join(staged, "LICENSE"));
cpSync(file, join(staged, "unknot.wasm"));
for (const name of readdirSync(dirname(file))) {
  if (name.endsWith(".words")) cpSync(join(dirname(file), name), join(staged, name));
}

const { name, devDependencies, ...rest } = JSON.parse(readFileSync(here("package.json"), "utf8"));
const { version } = (await load(readFileSync(file))).version();
const manifest = JSON.stringify({ name, version, ...rest }, null, 2);
writeFileSync(join(staged, "package.json"), `${manifest}\n`);
process.stdout.write(npm(["pack", "--pack-destination", ".."], staged));
