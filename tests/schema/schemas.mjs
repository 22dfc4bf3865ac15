// The committed schemas, compiled strictly, and the program they speak of.
//
// The program is named by UNKNOT_PROGRAM, else it is the one of the dev build.

import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));
const program = process.env.UNKNOT_PROGRAM ?? `${root}build/dev/unknot`;
const folder = `${root}docs/formats/schema/`;

export const read = (path) => readFileSync(root + path, "utf8");
export const json = (path) => JSON.parse(read(path));
export const schemaNames = readdirSync(folder).filter((name) => name.endsWith(".schema.json"));
export const schema = Object.fromEntries(
  schemaNames.map((name) => [name.split(".")[0], json(`docs/formats/schema/${name}`)]));

const ajv = new Ajv2020({ strict: true, allErrors: false });
addFormats(ajv);
for (const one of Object.values(schema)) ajv.addSchema(one);
// The schema of knowledge/ points to the ids from its own folder.
const rows = json("knowledge/schema/rows.schema.json");
rows.$id = "knowledge/schema/rows.schema.json";
ajv.addSchema({ ...schema.ids, $id: "docs/formats/schema/ids.schema.json" });
ajv.addSchema(rows);

/** What is wrong with `value` by a schema such as "plan" or "lists#/$defs/areas"; null: nothing. */
export function complaint(name, value) {
  const [file, anchor = ""] = name.split("#");
  const id = file === "rows" ? rows.$id : `${file}.schema.json`;
  const validate = ajv.getSchema(anchor ? `${id}#${anchor}` : id);
  if (validate(value)) return null;
  return ajv.errorsText(validate.errors, { dataVar: file });
}

/** The definition that a `$ref` in the schema `name` leads to, with the name of its schema. */
export function resolve(name, ref) {
  const [file, anchor] = ref.split("#");
  const home = file ? file.split(".")[0] : name;
  const found = (anchor ?? "").split("/").slice(1)
    .reduce((node, key) => node[key], schema[home]);
  return [home, found];
}

// No locale, so that no territory and no emergency number is known.
const outside = Object.fromEntries(
  Object.entries(process.env).filter(([key]) => !/^(LC_|LANG$)/.test(key)));

/** What the program does with its words, its standard input and more of an environment. */
export function run(args, input = "", more = {}) {
  const done = spawnSync(program, args, {
    input, cwd: root, encoding: "utf8", maxBuffer: 1 << 28,
    env: { ...outside, LC_ALL: "C", ...more },
  });
  if (done.error) throw done.error;
  return { code: done.status, out: done.stdout, err: done.stderr };
}

/** Standard output of a Python program of this repository. */
export function python(args, input = "") {
  const done = spawnSync("python3", ["-B", ...args], {
    input, cwd: root, encoding: "utf8", maxBuffer: 1 << 28,
  });
  if (done.error) throw done.error;
  if (done.status !== 0) throw new Error(done.stderr);
  return done.stdout;
}

/** The answers to many requests, in order. */
export function plans(requests) {
  const lines = requests.map((request) => JSON.stringify(request)).join("\n") + "\n";
  return run(["plan", "--batch", "-"], lines).out.trimEnd().split("\n").map(JSON.parse);
}

/** `check --json` of a plan: its exit code and its answer. */
export function check(plan) {
  const { code, out } = run(["check", "-", "--json"], JSON.stringify(plan));
  return { code, answer: JSON.parse(out) };
}

/** `plan --explain --json` for a request. */
export const explain = (request) =>
  JSON.parse(run(["plan", "--request", "-", "--explain", "--json"], JSON.stringify(request)).out);

/** `compare --json` of many pairs of requests, in order. */
export function compare(pairs) {
  const folder = mkdtempSync(join(tmpdir(), "unknot-compare-"));
  try {
    return pairs.map(([a, b]) => {
      const file = join(folder, "b.json");
      writeFileSync(file, JSON.stringify(b));
      return JSON.parse(run(["compare", "-", file, "--json"], JSON.stringify(a)).out);
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Random sessions as the call `session` takes and tells them, of a program beside the tests. */
export function sessions(count, seed) {
  const printer = process.env.UNKNOT_PRINTER ?? `${root}build/dev/tests/property/unknot_print_answers`;
  const done = spawnSync(printer, [String(count * 10), String(seed)],
    { encoding: "utf8", maxBuffer: 1 << 30 });
  if (done.error) throw done.error;
  const lines = done.stdout.trimEnd().split("\n");
  return lines.flatMap((verb, i) => verb === "session" && i % 3 === 0
    ? [{ input: JSON.parse(lines[i + 1]), told: JSON.parse(lines[i + 2]) }] : []);
}

export const clone = (value) => JSON.parse(JSON.stringify(value));
