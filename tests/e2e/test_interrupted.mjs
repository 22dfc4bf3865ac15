// What happens to a session when the page is closed, put to sleep, or its browser is out of space.

import { execFileSync } from "node:child_process";
import {
  assert,
  begin,
  browser,
  button,
  clean,
  context,
  folder,
  onEnd,
  open,
  pass,
  profile,
  ready,
  records,
  run,
  serve,
  watch,
} from "./harness.mjs";

const seconds = (kept) =>
  kept.filter((one) => one.kind === "rolled").reduce((sum, one) => sum + one.data.seconds, 0);

await run({
  async a_killed_tab_comes_back_paused() {
    const { url } = await serve();
    const of = await context(await browser());
    const page = watch(await of.newPage(), url);
    await page.clock.install();
    await page.goto(url);
    await ready(page);
    await begin(page, { minutes: 5 });
    await pass(page, 70_000);
    const before = await records(page);
    assert(
      before.some((one) => one.kind === "event"),
      "no events were kept",
    );
    await page.close({ runBeforeUnload: false });
    const again = watch(await of.newPage(), url);
    await again.clock.install();
    await again.goto(url);
    await ready(again);
    await again.getByRole("heading", { name: "A session was interrupted" }).waitFor();
    await button(again, "Go on").click();
    await button(again, "Carry on").waitFor();
    const shown = await again.locator(".clock").textContent();
    await pass(again, 5000);
    assert((await again.locator(".clock").textContent()) === shown, "it runs by itself");
    await button(again, "Carry on").click();
    await pass(again, 600_000, 250, () => button(again, "Finish").isVisible());
    const kept = await records(again);
    const plan = kept.find((one) => one.kind === "plan").data.plan;
    const planned = plan.steps.reduce((sum, one) => sum + one.seconds, 0);
    const rolled = seconds(kept);
    assert(rolled <= planned + 10, `rolled ${rolled} s of ${planned} s: something counts twice`);
    assert(new Set(kept.map((one) => one.id)).size === kept.length, "a record twice");
    assert(kept.filter((one) => one.kind === "plan").length === 1, "two plans");
    clean(again);
  },

  async leaving_the_screen_pauses_and_the_way_back_is_shown() {
    const { url } = await serve();
    const page = await open(await context(await browser()), url);
    await begin(page);
    await button(page, "I am in place").click();
    await page.waitForTimeout(2500);
    await page.evaluate(() => {
      location.hash = "#/learn";
    });
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.evaluate(() => {
      location.hash = "#/";
    });
    await page.getByRole("heading", { name: "Your session is paused" }).waitFor();
    await page.waitForTimeout(1500);
    await button(page, "Go on").click();
    await button(page, "Carry on").waitFor();
    await button(page, "Carry on").click();
    await button(page, "Tap anywhere to pause").waitFor();
    await page.goBack();
    await button(page, "End it").click();
    await button(page, "Finish").waitFor();
    const kept = await records(page);
    assert(seconds(kept) <= 8, `${seconds(kept)} s were counted`);
    assert(kept.filter((one) => one.kind === "plan").length === 1, "two sessions");
    clean(page);
  },

  // The page's own process is stopped, as a phone does with a page it has no time for.
  async a_page_frozen_for_a_minute_counts_nothing_of_it() {
    const { url } = await serve();
    const started = await browser();
    const page = await open(await context(started), url);
    await begin(page);
    await button(page, "I am in place").click();
    await page.waitForTimeout(3000);
    const shown = Number(await page.locator(".clock").textContent());
    const cdp = await started.newBrowserCDPSession();
    const { processInfo } = await cdp.send("SystemInfo.getProcessInfo");
    const renderers = processInfo.filter((one) => one.type === "renderer").map((one) => one.id);
    for (const id of renderers) process.kill(id, "SIGSTOP");
    await new Promise((resolve) => setTimeout(resolve, 60_000));
    for (const id of renderers) process.kill(id, "SIGCONT");
    await button(page, "Carry on").waitFor();
    const after = Number(await page.locator(".clock").textContent());
    assert(shown - after <= 4, `the clock went from ${shown} to ${after}`);
    await page.locator(".tap").waitFor({ state: "detached" });
    clean(page);
  },

  async a_full_disk_stops_nothing() {
    const disk = folder();
    try {
      execFileSync("mount", ["-t", "tmpfs", "-o", "size=60m", "tmpfs", disk]);
    } catch {
      console.log("     (no right to mount a small disk here: not shown)");
      return;
    }
    onEnd(async () => execFileSync("umount", ["-l", disk]));
    const { url } = await serve();
    const of = await profile(disk);
    const page = await open(of, url);
    const full = await page.evaluate(async () => {
      const opening = indexedDB.open("ballast", 1);
      const db = await new Promise((resolve, reject) => {
        opening.onupgradeneeded = () => opening.result.createObjectStore("all");
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      for (let i = 0, size = 1 << 20; i < 4000 && size > 64;) {
        const bytes = crypto.getRandomValues(new Uint8Array(Math.min(size, 65536)));
        const value = new Blob(Array.from({ length: Math.ceil(size / bytes.length) }, () => bytes));
        const kept = await new Promise((resolve) => {
          const transaction = db.transaction("all", "readwrite");
          transaction.objectStore("all").put(value, i++);
          transaction.oncomplete = () => resolve("");
          transaction.onabort = () => resolve(transaction.error?.name ?? "aborted");
          transaction.onerror = () => undefined;
        });
        if (kept !== "") size >>= 2;
        if (kept === "QuotaExceededError" && size < 1024) return kept;
      }
      return "never full";
    });
    page.awayIsFine = true;
    await begin(page);
    await page
      .getByText("Your log cannot be written in this browser right now.")
      .waitFor({ timeout: 15_000 })
      .catch(() => {
        throw new Error(`not told, though the disk said ${full}`);
      });
    assert(await page.locator(".guide .clock").isVisible(), "the session stopped");
    const refused = (await records(page)).every((one) => one.kind !== "plan");
    assert(refused, "it was kept all the same");
    await page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const gone = indexedDB.deleteDatabase("ballast");
          gone.onsuccess = resolve;
          gone.onerror = reject;
        }),
    );
    const kept = () => records(page).catch(() => []);
    for (let i = 0; i < 40 && !(await kept()).some((one) => one.kind === "plan"); ++i) {
      await page.locator(".tap").click();
      await page.waitForTimeout(250);
    }
    const kinds = (await kept()).map((one) => one.kind);
    assert(kinds.includes("plan") && kinds.includes("event"), `lost for good: has ${kinds}`);
  },

  async two_tabs_guide_one_session() {
    const { url } = await serve();
    const of = await context(await browser());
    const [one, two] = [await open(of, url), await open(of, url)];
    await begin(one);
    await one.waitForTimeout(1500);
    await two.bringToFront();
    await button(two, "Soft roller")
      .click()
      .catch(() => undefined);
    assert(
      (await two.getByText("A session was interrupted").count()) === 0,
      "offers a session that runs",
    );
    await button(two, "Start").click();
    const none = button(two, "None of these");
    if (await none.isVisible().catch(() => false)) await none.click();
    else await none.waitFor().then(() => none.click());
    await two.getByText("A session is already running in another tab.").waitFor();
    assert((await two.locator(".guide .clock").count()) === 0, "both guide");
    await one.bringToFront();
    await one.locator(".tap").click();
    await one.keyboard.press("Escape");
    await one.getByRole("dialog").getByRole("button", { name: "End session" }).click();
    await button(one, "Finish").click();
    await two.bringToFront();
    await two.evaluate(() => {
      location.hash = "#/log";
    });
    await two.locator(".card details").first().waitFor();
    clean(one);
    clean(two);
  },
});
