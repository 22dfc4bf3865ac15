// The scenario files in WebAssembly: all must hold, and the report must be the very bytes that the
// native runner prints. node same_reports.mjs unknot.wasm unknot_scenarios.wasm NATIVE_RUNNER

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { load } from "../../../wasm/node/unknot.mjs";

const [, , , module, native] = process.argv;
if (!module || !existsSync(module)) {
  console.error(`${module} is not there: run "make wasm" first.`);
  process.exit(1);
}

const folder = "tests/scenarios";
const files = readdirSync(folder, { recursive: true })
  .map((name) => `${folder}/${name}`)
  .filter((name) => name.endsWith(".scn"))
  .sort();
assert.ok(files.length > 0, `no scenario in ${folder}`);

const compiled = new WebAssembly.Module(readFileSync(module));
assert.deepEqual(WebAssembly.Module.imports(compiled), [], "the module needs something");

const runner = await load(module);
let report = "";
for (const file of files) {
  const answer = runner.call("scenarios", readFileSync(file));
  assert.match(answer, /^[1-9]\d* rows, 0 failed\n$/m, `${file}\n${answer}`);
  report += `== ${file}\n${answer}`;
}

const printed = spawnSync(native, files, { maxBuffer: 64 << 20 });
assert.equal(printed.status, 0, printed.stdout?.toString());
assert.ok(printed.stdout.equals(Buffer.from(report)), "native and WebAssembly reports differ");
console.log(`${files.length} files, ${report.length} bytes alike`);
