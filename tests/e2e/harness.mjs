// What the browser tests share: a server of our own with a fresh log, a browser, pages that fail on
// anything unexpected, and the few steps every test takes.

import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const require = createRequire(import.meta.url);

export const program = process.env.UNKNOT_PROGRAM;
const bundle = process.env.UNKNOT_BUNDLE;
const clips = process.env.UNKNOT_CLIPS;
export const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const cleanups = [];
export const onEnd = (work) => cleanups.push(work);

/** Runs a test file: named cases one after the other, each told; ends with what failed. */
export async function run(cases) {
  let failed = 0;
  const only = process.argv[2];
  for (const [name, test] of Object.entries(cases)) {
    if (only !== undefined && !name.includes(only)) continue;
    const started = Date.now();
    try {
      await test();
      console.log(`ok   ${name} (${Date.now() - started} ms)`);
    } catch (error) {
      ++failed;
      console.log(`FAIL ${name}\n${error.stack ?? error}`);
    }
    while (cleanups.length > 0)
      await cleanups
        .pop()()
        .catch((error) => console.log(String(error)));
  }
  process.exit(failed === 0 ? 0 : 1);
}

export function folder() {
  const path = mkdtempSync(join(tmpdir(), "unknot-e2e-"));
  onEnd(async () => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** `unknot serve` on a free port, with a log of its own. */
export async function serve({ data = folder(), port = 0, more = [], sound = true } = {}) {
  const args = ["serve", "--port", String(port), "--data", data, ...more];
  if (bundle) args.push("--bundle", bundle);
  if (sound && clips) args.push("--clips", clips);
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  const url = await new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`no address within 20 s: ${said}`)), 20_000);
    const look = (bytes) => {
      said += bytes;
      const found = /http:\/\/localhost:(\d+)/.exec(said);
      if (found === null) return;
      clearTimeout(late);
      resolve(found[0]);
    };
    child.stdout.on("data", look);
    child.stderr.on("data", look);
    child.on("exit", (code) => reject(new Error(`serve ended with ${code}: ${said}`)));
  });
  const ended = new Promise((resolve) => child.on("exit", resolve));
  const stop = async (signal = "SIGTERM") => {
    child.kill(signal);
    await ended;
  };
  onEnd(async () => {
    if (child.exitCode === null && child.signalCode === null) await stop("SIGKILL");
  });
  return { url, port: Number(new URL(url).port), data, stop };
}

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--autoplay-policy=user-gesture-required",
];

export async function browser(more = {}) {
  const started = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: flags,
    ...more,
  });
  onEnd(() => started.close());
  return started;
}

/** With a profile folder of its own, for what survives the browser. */
export async function profile(path, more = {}) {
  const context = await chromium.launchPersistentContext(path, {
    executablePath: "/usr/bin/chromium",
    args: flags,
    viewport: { width: 360, height: 740 },
    ...more,
  });
  onEnd(() => context.close());
  return context;
}

/** Complaints of a page: errors, and requests to anybody but our own server. */
export function watch(page, url, { offline = false } = {}) {
  const complaints = [];
  const own = new URL(url).origin;
  page.on("pageerror", (error) => complaints.push(`error: ${error.stack ?? error}`));
  page.on("console", (message) => {
    // Chromium itself logs requests that fail, which is what being offline means.
    const network = /Failed to load resource|net::ERR/.test(message.text());
    if (message.type() === "error" && !(network && page.awayIsFine))
      complaints.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    const to = new URL(request.url());
    if (["blob:", "data:"].includes(to.protocol)) return;
    if (to.origin !== own) complaints.push(`foreign request: ${request.url()}`);
  });
  page.awayIsFine = offline;
  page.complaints = complaints;
  return page;
}

export async function context(of, options = {}) {
  return of.newContext({ viewport: { width: 360, height: 740 }, locale: "en-GB", ...options });
}

/** A page of the app, ready to be used. */
export async function open(from, url, path = "/") {
  const page = watch(await from.newPage(), url);
  await page.goto(url + path);
  await ready(page);
  return page;
}

/** The core is there and the log is read. */
export async function ready(page) {
  await page.waitForFunction(() => document.documentElement.dataset.ready === "yes", null, {
    timeout: 20_000,
  });
}

export const button = (page, name) => page.getByRole("button", { name, exact: true });

/** What a first visit takes, up to the plan or the session. */
export async function begin(page, { tool = "Soft roller", minutes, see = false } = {}) {
  if (minutes) await button(page, `${minutes} min`).click();
  if (tool && (await button(page, tool).getAttribute("aria-pressed")) !== "true") {
    await button(page, tool).click();
  }
  await button(page, see ? "See the plan first" : "Start").click();
  const none = button(page, "None of these");
  await none.waitFor();
  await none.click();
  if (see) await page.getByRole("heading", { level: 1, name: /plan/i }).waitFor();
  else await page.locator(".guide .clock").waitFor();
}

/** Every record this browser keeps, in the order of writing. */
export function records(page) {
  return page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open("unknot");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const names = ["records", "plans", "events"];
          const reading = opening.result.transaction(names);
          const found = names.map((name) => reading.objectStore(name).getAll());
          reading.onerror = () => reject(reading.error);
          reading.oncomplete = () => {
            opening.result.close();
            const all = found.flatMap((one) => one.result);
            resolve(all.sort((a, b) => (a.id < b.id ? -1 : 1)));
          };
        };
      }),
  );
}

/** Fails on whatever the page complained of. */
export function clean(page) {
  if (page.complaints.length > 0) throw new Error(page.complaints.join("\n"));
}

export function assert(condition, says) {
  if (!condition) throw new Error(says);
}

/** Findings of axe-core by WCAG 2.0 to 2.2, A and AA. */
export async function axe(page) {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axeSource);
  const found = await page.evaluate(() =>
    axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }),
  );
  return found.violations.map(
    (one) =>
      `${one.id}: ${one.help}: ${one.nodes
        .map((node) => node.html)
        .slice(0, 3)
        .join(" | ")}`,
  );
}

/** Lets time go by on a page whose clock is ours, in steps small enough for the core to follow. */
export async function pass(page, ms, step = 200, until = async () => false) {
  for (let gone = 0; gone < ms; gone += step) {
    await page.clock.runFor(step);
    await page.evaluate(() => globalThis.unknotIdle?.());
    if (await until()) return;
  }
}
