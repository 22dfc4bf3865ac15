// HiGHS as WebAssembly: LP files as lines of JSON strings in, one line each out: milliseconds of
// the processor and the optimum (null: no proven one).

import { createInterface } from "node:readline";
import { readFileSync } from "node:fs";
import loadHighs from "highs";

const highs = await loadHighs();
const exact = { output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0, time_limit: 300 };
highs.solve(readFileSync(process.argv[2], "utf8"), exact); // The engine warms up.

for await (const line of createInterface({ input: process.stdin })) {
  const text = JSON.parse(line);
  const from = process.cpuUsage();
  const found = highs.solve(text, exact);
  const { user, system } = process.cpuUsage(from);
  console.log(JSON.stringify([(user + system) / 1000, found.Status === "Optimal" ? found.ObjectiveValue : null]));
}
