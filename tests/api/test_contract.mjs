// docs/api/openapi.yaml holds of the server: every operation is driven through Prism, which compares
// request and answer with the file, and every status that the file tells is seen.

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const bin = join(here, "node_modules/.bin");
const program = process.env.UNKNOT_PROGRAM ?? join(root, "build/dev/unknot");
const file = join(root, "docs/api/openapi.yaml");
const folder = mkdtempSync(join(tmpdir(), "unknot-api-"));
const patience = 60_000;
// What needs a broken, full or busy disk is shown by tests/server.
const elsewhere = new Set(["503", "507"]);

const ada = "019b76da-a800-7001-8102-030405060708";
const person = (name) => ({
  id: ada, person: ada, kind: "person", at: "2026-01-01T08:00:00Z", session: null,
  knowledge: null, data: { name },
});
const journal = (...records) =>
  ({ format: "unknot/journal@1", made: "2026-01-11T08:00:00Z", records });
const example = JSON.parse(execFileSync(program, ["example"]));

const running = [];
test.after(() => {
  for (const child of running) child.kill("SIGKILL");
  rmSync(folder, { recursive: true });
});

/** Starts a program and waits for a line of it. */
function started(command, words, line) {
  const child = spawn(command, words, { stdio: ["ignore", "pipe", "pipe"] });
  running.push(child);
  return new Promise((resolve, reject) => {
    let said = "";
    const listen = (piece) => {
      said += piece;
      const found = said.match(line);
      if (found) resolve(found);
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.on("exit", () => reject(new Error(`${command} ended: ${said}`)));
    setTimeout(() => reject(new Error(`${command} said only: ${said}`)), patience).unref();
  });
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function serve() {
  const site = join(folder, "site");
  execFileSync("mkdir", ["-p", site]);
  writeFileSync(join(site, "index.html"), "<!doctype html><title>Unknot</title>");
  const bundle = join(folder, "site.bundle");
  execFileSync(process.execPath, [join(root, "web/tools/bundle.mjs"), site, bundle]);
  const words = ["serve", "--port", "0", "--data", folder, "--bundle", bundle];
  return `http://127.0.0.1:${(await started(program, words, /localhost:(\d+)/))[1]}/api/v1`;
}

async function prism(upstream, ...words) {
  const port = await freePort();
  await started(join(bin, "prism"), ["proxy", "-p", `${port}`, ...words, file, upstream],
    /Prism is listening/);
  return `http://127.0.0.1:${port}`;
}

const upstream = await serve();
const strict = await prism(upstream, "--errors");
const lenient = await prism(upstream);
const told = JSON.parse(execFileSync(join(bin, "redocly"),
  ["bundle", file, "--ext", "json", "--config", join(here, "redocly.yaml")],
  { stdio: ["ignore", "pipe", "ignore"] }));
const seen = new Set();

function operationOf(method, path) {
  const name = path.split("?")[0].replace(/^\/list\/.*/, "/list/{name}");
  return `${method.toLowerCase()} ${name}`;
}

async function ask(base, method, path, body, headers = {}) {
  const type = body === undefined ? {} : { "Content-Type": "application/json" };
  const text = typeof body === "string" || body === undefined ? body : JSON.stringify(body);
  const answer = await fetch(base + path, { method, body: text, headers: { ...type, ...headers } });
  seen.add(`${operationOf(method, path)} ${answer.status}`);
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

/** A request that keeps to the file: Prism itself refuses an answer that does not. */
async function good(method, path, status, body, headers) {
  const answer = await ask(strict, method, path, body, headers);
  assert.equal(answer.status, status, `${method} ${path}: ${answer.text}`);
  return answer;
}

/** One that does not: it goes through, and Prism tells what of the answer is wrong. */
async function bad(method, path, status, body, headers) {
  const answer = await ask(lenient, method, path, body, headers);
  assert.equal(answer.status, status, `${method} ${path}: ${answer.text}`);
  assert.equal(answer.headers.get("content-type"), "application/problem+json");
  const violations = JSON.parse(answer.headers.get("sl-violations") ?? "[]");
  assert.deepEqual(violations.filter((one) => one.location?.[0] === "response"), []);
}

test("the description is well formed", () => {
  execFileSync(join(bin, "redocly"), ["lint", file, "--config", join(here, "redocly.yaml")],
    { stdio: ["ignore", "pipe", "pipe"] });
});

test("what keeps to it is answered as it says", async () => {
  await good("GET", "/health", 200);
  const plan = JSON.parse((await good("POST", "/plan", 200, example)).text);
  await good("POST", "/check", 200, { plan });
  await good("POST", "/check", 200, { plan, request: example });
  for (const list of ["areas", "techniques", "rules", "claims"]) await good("GET", `/list/${list}`, 200);
  await good("GET", "/list/dances", 404);
  await good("GET", "/records", 200);
  await good("POST", "/records", 200, journal(person("Ada")));
  await good("POST", "/records", 200, journal(person("Ada")));
  await good("POST", "/records", 409, journal(person("Eva")));
  await good("GET", "/records?first_day=20000&last_day=21000", 200);
  const days = await good("GET", "/records/days", 200);
  await good("GET", "/records/days", 304, undefined, { "If-None-Match": days.headers.get("etag") });
  const { headers } = await good("GET", `/records?person=${ada}`, 200);
  await good("GET", `/records?person=${ada}`, 304, undefined,
    { "If-None-Match": headers.get("etag") });
  await good("POST", "/plan", 422, { ...example, minutes: 0 });
  await good("POST", "/check", 422, { plan: { format: "unknot/plan@1" } });
  await good("POST", "/records", 422, journal({ ...person("Ada"), at: "1800-01-01T00:00:00Z" }));
  await good("DELETE", `/records?person=${ada}`, 200);
  await good("DELETE", "/records", 200);
});

test("what does not is refused as it says", async () => {
  for (const path of ["/plan", "/check"]) {
    await malformed(path);
    await tooLarge(path, 1 << 20);
    await bad("POST", path, 415, "{}", { "Content-Type": "text/plain" });
  }
  await malformed("/records");
  await tooLarge("/records", 64 << 20);
  await bad("POST", "/records", 415, { ...journal(), format: "unknot/journal@9" });
  for (const method of ["GET", "DELETE"]) await bad(method, "/records?person=Ada", 400);
  await bad("GET", "/records/days?person=Ada", 400);
});

test("whoever may not ask is refused as it says", async () => {
  const good = { "POST /plan": example, "POST /check": { plan: {} }, "POST /records": journal() };
  for (const [path, methods] of Object.entries(told.paths)) {
    for (const method of ["GET", "POST", "DELETE"].filter((one) => methods[one.toLowerCase()])) {
      const address = path.replace("{name}", "areas");
      const body = good[`${method} ${path}`];
      await bad(method, address, 403, body, { Origin: "http://evil.example" });
      await misdirected(method, address, body);
    }
  }
});

/** Straight to the server: what fetch and Prism would put right, or not let through. */
function direct(method, path, body, headers) {
  return new Promise((resolve, reject) => {
    const asked = request(new URL(upstream + path), { method, headers }, (answer) => {
      let text = "";
      answer.on("data", (piece) => { text += piece; });
      answer.on("end", () => {
        seen.add(`${operationOf(method, path)} ${answer.statusCode}`);
        resolve({ status: answer.statusCode, problem: JSON.parse(text) });
      });
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

async function misdirected(method, path, body) {
  const { status, problem } = await direct(method, path, body && JSON.stringify(body),
    { Host: "evil.example" });
  assert.deepEqual([status, problem.code], [421, "host_unknown"]);
}

/** Prism never answers what is no JSON. */
async function malformed(path) {
  const { status, problem } = await direct("POST", path, "{",
    { "Content-Type": "application/json" });
  assert.deepEqual([status, problem.code], [400, "json_malformed"]);
}

/** Told by the length alone, before anything is read. */
async function tooLarge(path, most) {
  const { status, problem } = await direct("POST", path, undefined,
    { "Content-Type": "application/json", "Content-Length": most + 1 });
  assert.deepEqual([status, problem.code], [413, "body_too_large"]);
}

test("other methods are refused, and told which there are", async () => {
  for (const [path, methods] of Object.entries(told.paths)) {
    const address = path.replace("{name}", "areas");
    const answer = await fetch(upstream + address, { method: "PATCH" });
    assert.equal(answer.status, 405);
    const allowed = answer.headers.get("allow").split(", ").filter((one) => one !== "HEAD");
    const there = ["get", "post", "delete"].filter((one) => methods[one]);
    assert.deepEqual(allowed, there.map((one) => one.toUpperCase()));
    for (const method of there) seen.add(`${method} ${path} 405`);
  }
});

test("every status it tells was seen", () => {
  const missing = [];
  for (const [path, methods] of Object.entries(told.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      for (const status of Object.keys(operation.responses ?? {})) {
        const known = seen.has(`${method} ${path} ${status}`) || elsewhere.has(status);
        if (!known) missing.push(`${method} ${path} ${status}`);
      }
    }
  }
  // Somebody who is guided in a terminal: tests/server.
  assert.deepEqual(missing, ["delete /records 409"]);
});
