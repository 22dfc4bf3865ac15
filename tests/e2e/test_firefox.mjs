// The main path in Firefox: a first visit to the first cue, a pause, the end, and it is in the log.

import puppeteer from "puppeteer-core";
import { assert, folder, onEnd, run, serve } from "./harness.mjs";

async function firefox() {
  const started = await puppeteer.launch({
    browser: "firefox",
    executablePath: "/usr/bin/firefox-esr",
    headless: true,
    userDataDir: folder(),
  });
  onEnd(() => started.close());
  return started;
}

/** A button by its whole name. */
const tap = async (page, name) => {
  const found = await page.waitForSelector(`::-p-aria([name="${name}"][role="button"])`, {
    timeout: 20_000,
  });
  await found.evaluate((one) => one.click());
};

await run({
  async a_session_from_the_first_visit_to_the_log() {
    const { url } = await serve();
    const page = await (await firefox()).newPage();
    const errors = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    await page.goto(url);
    await page.waitForFunction(() => document.documentElement.dataset.ready === "yes", {
      timeout: 30_000,
    });
    await tap(page, "Soft roller");
    await tap(page, "Start");
    await tap(page, "None of these");
    await page.waitForSelector(".guide .clock");
    await page.waitForFunction(() => document.querySelector(".caption")?.textContent.length > 3);
    await tap(page, "Tap anywhere to pause");
    await tap(page, "End session");
    await page.waitForSelector("dialog[open]");
    await page.evaluate(() => document.querySelector("dialog[open] .button.alarm").click());
    await tap(page, "Finish");
    await page.evaluate(() => {
      location.hash = "#/learn";
    });
    await page.waitForSelector("article");
    assert(errors.length === 0, errors.join("\n"));
  },
});
