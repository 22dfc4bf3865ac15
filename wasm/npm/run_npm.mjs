// Runs npm with the Node beside it: Debian's npm needs Debian's Node, which may not be the first.

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** @returns What npm printed. */
export function npm(args, folder) {
  const path = process.env.PATH.split(delimiter);
  const home = path.find((each) => existsSync(join(each, "npm")));
  if (!home) throw new Error('npm is not there: run "tools/setup npm" first');
  const run = spawnSync(join(home, "npm"), [...args, "--loglevel=error"], {
    cwd: folder,
    env: { ...process.env, PATH: [home, ...path].join(delimiter) },
    encoding: "utf8",
  });
  if (run.status !== 0) throw new Error(`npm ${args.join(" ")}: ${run.stderr}${run.stdout}`);
  return run.stdout;
}
