// The web app in Chromium, served by the program: node web.mjs
// Sizes are what a first visit loads. Times are of a processor slowed down by DevTools; each is
// printed beside the same thing at full speed, so that a slow machine shows.
//
// UNKNOT_PROGRAM, UNKNOT_BUNDLE, UNKNOT_CLIPS as for tests/e2e; UNKNOT_LOG is a log.db of ten years
// (unknot_bench_log makes it), without which they are left out.

import { copyFileSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import {
  begin,
  browser,
  button,
  context,
  folder,
  open,
  ready,
  run,
  serve,
  watch,
} from "../tests/e2e/harness.mjs";

const dist = new URL("../build/web/dist/", import.meta.url);
const kB = (bytes) => (bytes / 1000).toFixed(1);
const small = (bytes) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
const middle = (all, part = 0.5) =>
  [...all].sort((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * part))];

async function slowed(page, rate) {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate });
}

/** What the first screen asks for, by kind, as it lies on disk. */
async function sizes() {
  const { url } = await serve();
  const page = watch(await (await context(await browser())).newPage(), url);
  const asked = new Set();
  page.on("request", (request) => asked.add(new URL(request.url()).pathname));
  await page.goto(url);
  await ready(page);
  const files = [...asked].filter((path) => /\.(js|wasm)$/.test(path) && path !== "/sw.js");
  const of = (ending) =>
    files
      .filter((path) => path.endsWith(ending))
      .reduce((sum, path) => sum + small(readFileSync(new URL(`.${path}`, dist))), 0);
  const js = of(".js");
  const wasm = of(".wasm");
  console.log(
    `first screen, brotli: JavaScript ${kB(js)} kB (at most 90), ` +
      `WASM with knowledge ${kB(wasm)} kB (at most 350)`,
  );
  const all = readdirSync(dist, { recursive: true }).filter((name) => name.endsWith(".js"));
  const whole = all.reduce((sum, name) => sum + small(readFileSync(new URL(name, dist))), 0);
  console.log(`all JavaScript there is, brotli: ${kB(whole)} kB`);
}

/** ms from the navigation until the first screen can be used and the core has answered. */
async function interactive(rate) {
  const { url } = await serve();
  const started = await browser();
  const times = [];
  for (let i = 0; i < 5; ++i) {
    const page = watch(await (await context(started)).newPage(), url);
    await slowed(page, rate);
    await page.goto(url);
    await ready(page);
    times.push(
      await page.evaluate(() => performance.getEntriesByName("unknot-ready")[0].startTime),
    );
    await page.context().close();
  }
  return middle(times);
}

/** ms of re-planning, from the tap to the new plan on the page. */
async function replanning(rate) {
  const { url } = await serve();
  const page = await open(await context(await browser()), url);
  return replannings(page, rate);
}

async function replannings(page, rate) {
  await begin(page, { minutes: 10, see: true });
  await slowed(page, rate);
  const times = [];
  for (let i = 0; i < 20; ++i) {
    await button(page, i % 2 === 0 ? "More time" : "Less time").click();
    await page.waitForTimeout(400);
  }
  const entries = await page.evaluate(() =>
    performance.getEntriesByName("unknot-replan").map((one) => one.duration),
  );
  times.push(...entries);
  return [middle(times), Math.max(...times)];
}

/** How many records this browser keeps. */
const kept = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open("unknot");
        opening.onsuccess = () => {
          const names = ["records", "plans", "events"];
          const reading = opening.result.transaction(names);
          const counts = names.map((name) => reading.objectStore(name).count());
          reading.oncomplete = () => {
            opening.result.close();
            resolve(counts.reduce((sum, one) => sum + one.result, 0));
          };
        };
      }),
  );

/** A browser that has taken over a log of ten years from the server, and how long that took, ms. */
async function tenYears(log) {
  const data = folder();
  copyFileSync(log, join(data, "log.db"));
  const { url } = await serve({ data });
  const { records } = await (await fetch(`${url}/api/v1/health`)).json();
  const from = await context(await browser());
  const started = performance.now();
  const page = await open(from, url);
  while ((await kept(page)) < records) await page.waitForTimeout(500);
  return { url, from, page, records, taken: performance.now() - started };
}

async function readyAt(from, url, rate) {
  const page = watch(await from.newPage(), url);
  await slowed(page, rate);
  await page.goto(url);
  await ready(page);
  const at = await page.evaluate(() => performance.getEntriesByName("unknot-ready")[0].startTime);
  await page.close();
  return at;
}

/** How late the engine's ticks are sent, ms, over a minute of a session. */
async function lateness(rate) {
  const { url } = await serve();
  const page = await open(await context(await browser()), url);
  await begin(page);
  await slowed(page, rate);
  await page.waitForTimeout(60_000);
  const all = await page.evaluate(() =>
    performance.getEntriesByName("unknot-tick").map((one) => one.detail),
  );
  return [middle(all), middle(all, 0.99), all.length];
}

await run({
  sizes,
  async interactive() {
    const [full, slow] = [await interactive(1), await interactive(4)];
    console.log(
      `interactive: ${slow.toFixed(0)} ms at 4x slow-down (at most 1500), ` +
        `${full.toFixed(0)} ms at full speed, ratio ${(slow / full).toFixed(1)}`,
    );
  },
  async replan() {
    const [full] = await replanning(1);
    const [slow, worst] = await replanning(4);
    console.log(
      `re-plan: median ${slow.toFixed(1)} ms, worst ${worst.toFixed(1)} ms at 4x ` +
        `slow-down (at most 50), ${full.toFixed(1)} ms at full speed, ratio ${(slow / full).toFixed(1)}`,
    );
  },
  async ten_years() {
    const log = process.env.UNKNOT_LOG;
    if (log === undefined) return;
    const { url, from, page, records, taken } = await tenYears(log);
    console.log(
      `ten years of daily sessions: ${records} records taken over in ${taken.toFixed(0)} ms`,
    );
    await page.close();
    const none = await readyAt(await context(await browser()), url, 1);
    const [full, slow] = [await readyAt(from, url, 1), await readyAt(from, url, 4)];
    console.log(
      `interactive with them: ${slow.toFixed(0)} ms at 4x slow-down, ${full.toFixed(0)} ms at full ` +
        `speed, ${(full / none).toFixed(1)} times a browser that has none yet`,
    );
    const [again] = await replannings(await open(from, url), 1);
    const [bare] = await replanning(1);
    console.log(
      `re-plan with them: ${again.toFixed(1)} ms at full speed, ` +
        `${(again / bare).toFixed(1)} times one without`,
    );
  },
  async timing() {
    const [half, most, count] = await lateness(6);
    console.log(
      `guide timing at 6x slow-down: median ${half.toFixed(1)} ms late, ` +
        `99 % within ${most.toFixed(1)} ms (at most 20), ${count} ticks`,
    );
  },
});
