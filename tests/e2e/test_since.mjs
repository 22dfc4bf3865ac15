// What is said, known or broken after a plan was made: nothing old is guided over it.

import {
  assert,
  begin,
  browser,
  button,
  clean,
  context,
  open,
  pass,
  ready,
  records,
  run,
  serve,
  watch,
} from "./harness.mjs";

const to = (page, hash) =>
  page.evaluate((there) => {
    location.hash = there;
  }, hash);

async function planned() {
  const { url } = await serve();
  const page = await open(await context(await browser()), url);
  await begin(page, { see: true });
  await page.locator(".step").first().waitFor();
  return page;
}

const steps = (page) => page.locator(".step h2").allTextContents();

/** Says it of the first place that is found by a word. */
async function hurts(page, word, kind) {
  await button(page, "Something hurts or feels off").click();
  await page.getByRole("searchbox").fill(word);
  await page.getByRole("status").getByRole("button").first().click();
  await button(page, kind).click();
  await button(page, "Add this").click();
}

/** The module breaks on the next thing it is asked. */
async function breakCore(page) {
  await page.workers()[0].evaluate(() => {
    const { encode } = TextEncoder.prototype;
    TextEncoder.prototype.encode = function () {
      TextEncoder.prototype.encode = encode;
      throw new Error("broken on purpose");
    };
  });
}

/** A server whose log bars every area: each was bruised yesterday. */
async function allBruised() {
  const { url } = await serve();
  const areas = await (await fetch(`${url}/api/v1/list/areas`)).json();
  const made = Date.now() - 24 * 3600 * 1000;
  const id = (number) => {
    const time = made.toString(16).padStart(12, "0");
    return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${String(number).padStart(12, "0")}`;
  };
  const record = (number, kind, data) => ({
    id: id(number),
    person: id(1),
    kind,
    at: `${new Date(made).toISOString().slice(0, 19)}Z`,
    session: null,
    knowledge: null,
    data,
  });
  const all = [
    record(1, "person", { name: "Ada" }),
    ...areas.map((area, i) => record(2 + i, "after_effect", { area: area.id, effect: "bruise" })),
  ];
  const answer = await fetch(`${url}/api/v1/records`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      format: "unknot/journal@1",
      made: new Date().toISOString(),
      records: all,
    }),
  });
  assert(answer.ok, await answer.text());
  return { url, count: all.length };
}

/** A page that has that log. */
async function bruised() {
  const { url, count } = await allBruised();
  const of = await context(await browser());
  const page = await open(of, url);
  for (let i = 0; (await records(page)).length < count; ++i) {
    assert(i < 100, "the log did not come");
    await page.waitForTimeout(100);
  }
  return { page, of, url };
}

/** Asks for a plan, which is refused for what the log knows. */
async function refused(page) {
  await button(page, "None of these").click();
  await page.waitForFunction(
    () => document.querySelector(".step, [role=alert]") !== null && location.hash === "#/plan",
  );
  const found = await steps(page);
  assert(found.length === 0, `planned as if nothing was known: ${found}`);
}

await run({
  async nobody_plans_before_the_log_is_read() {
    const { page, of, url } = await bruised();
    await page.close();
    const slow = watch(await of.newPage(), url);
    await slow.addInitScript(() => {
      const { postMessage } = Worker.prototype;
      Worker.prototype.postMessage = function (message, ...rest) {
        const late = message.verb === "log_load" ? 4000 : 0;
        if (late === 0) postMessage.call(this, message, ...rest);
        else setTimeout(() => postMessage.call(this, message, ...rest), late);
      };
    });
    await slow.goto(url);
    // As fast as a finger may.
    await button(slow, "Soft roller").click();
    await button(slow, "See the plan first").click();
    await refused(slow);
    const people = (await records(slow)).filter((one) => one.kind === "person");
    assert(people.length === 1, "somebody else was made, who has no log");
    clean(slow);
  },

  async nobody_plans_when_the_log_cannot_be_read() {
    const { page, of, url } = await bruised();
    await page.close();
    const broken = watch(await of.newPage(), url);
    await broken.addInitScript(() => {
      IDBObjectStore.prototype.getAll = () => {
        throw new DOMException("broken on purpose", "UnknownError");
      };
    });
    await broken.goto(url);
    await broken.getByText("Your log could not be read in this browser").waitFor();
    const start = button(broken, "See the plan first");
    if (await start.isVisible()) await start.click();
    await broken.waitForTimeout(1000);
    assert((await steps(broken)).length === 0, "planned without the log");
  },

  async nobody_plans_on_a_core_that_lost_the_log() {
    const { page } = await bruised();
    await page.reload();
    await ready(page);
    await button(page, "Soft roller").click();
    await button(page, "See the plan first").click();
    // Broken by something that nobody waits for, so that the plan is the next it is asked.
    await page
      .workers()[0]
      .evaluate(() =>
        self.onmessage(new MessageEvent("message", { data: { id: -1, kind: "of tomorrow" } })),
      );
    await refused(page);
  },

  async an_injury_told_after_the_plan_is_in_it() {
    const page = await planned();
    const before = await steps(page);
    const place = before[0].replace(/^\d+ /, "");
    await to(page, "#/");
    await hurts(page, place, "Injured");
    await page.goBack();
    await page.waitForFunction(
      (name) =>
        location.hash === "#/plan" &&
        [...document.querySelectorAll(".step h2")].every((one) => !one.textContent.includes(name)),
      place,
    );
    const start = button(page, "Start session");
    if (await start.isVisible()) {
      await start.click();
      await page.locator(".guide .clock").waitFor();
      const kept = (await records(page)).find((one) => one.kind === "plan");
      const guided = kept === undefined ? [] : kept.data.plan.request.feel;
      assert(kept === undefined || guided.length > 0, "the old plan is guided");
    }
    clean(page);
  },

  async a_warning_sign_told_after_the_plan_ends_it() {
    const page = await planned();
    await to(page, "#/screening");
    await page.getByRole("checkbox", { name: /chest/i }).first().check();
    await button(page, "Go on with what I ticked").click();
    await page.getByRole("alert").waitFor();
    await to(page, "#/plan");
    await page.getByRole("heading", { level: 1, name: "No plan today" }).waitFor();
    assert((await button(page, "Start session").count()) === 0, "there is a way on");
    await to(page, "#/guide");
    await page.waitForTimeout(300);
    assert((await page.locator(".guide .clock").count()) === 0, "it guides");
    clean(page);
  },

  async a_session_does_not_go_on_over_a_warning_sign() {
    const { url } = await serve();
    const of = await context(await browser());
    const first = await open(of, url);
    await begin(first);
    await button(first, "I am in place").click();
    await first.waitForTimeout(2500);
    await first.close({ runBeforeUnload: false });
    const page = await open(of, url);
    await button(page, "Go on").waitFor();
    await to(page, "#/screening");
    await page.getByRole("checkbox", { name: /chest/i }).first().check();
    await button(page, "Go on with what I ticked").click();
    await page.getByRole("alert").waitFor();
    await to(page, "#/");
    await page.getByRole("heading", { level: 1 }).waitFor();
    assert((await button(page, "Go on").count()) === 0, "it may go on");
    await page.reload();
    await ready(page);
    assert((await button(page, "Go on").count()) === 0, "it may go on after a reload");
    const kept = await records(page);
    assert(
      kept.some((one) => one.kind === "session" && one.data.reason === "stopped"),
      "it was not ended",
    );
    clean(page);
  },

  async a_session_does_not_go_on_over_an_injury() {
    const { url } = await serve();
    const of = await context(await browser());
    const first = await open(of, url);
    await begin(first);
    await button(first, "I am in place").click();
    await first.waitForTimeout(2500);
    const place = await first.locator(".place").textContent();
    await first.close({ runBeforeUnload: false });
    const page = await open(of, url);
    await hurts(page, place, "Injured");
    await button(page, "Go on").click();
    await page.getByText("that session does not go on").waitFor();
    assert((await page.locator(".guide").count()) === 0, "it guides");
    clean(page);
  },

  async a_paused_session_does_not_go_on_over_an_injury() {
    const { url } = await serve();
    const page = await open(await context(await browser()), url);
    await begin(page);
    await button(page, "I am in place").click();
    await page.waitForTimeout(2500);
    const place = await page.locator(".place").textContent();
    await to(page, "#/");
    await button(page, "Go on").waitFor();
    await hurts(page, place, "Injured");
    await button(page, "Go on").click();
    await button(page, "Carry on").click();
    await page.getByText("that session does not go on").waitFor();
    assert((await page.locator(".guide").count()) === 0, "it guides");
    const kept = await records(page);
    assert(
      kept.some((one) => one.kind === "session" && one.data.reason === "stopped"),
      "it was not ended",
    );
    clean(page);
  },

  async a_paused_session_goes_on_after_news_that_change_nothing() {
    const { url } = await serve();
    const page = await open(await context(await browser()), url);
    await begin(page);
    await button(page, "I am in place").click();
    await page.waitForTimeout(2500);
    await to(page, "#/");
    await hurts(page, "neck", "Tight or stiff");
    await button(page, "Go on").click();
    await button(page, "Carry on").click();
    await button(page, "Tap anywhere to pause").waitFor();
    clean(page);
  },

  async a_warning_sign_ends_a_session_that_waits() {
    const { url } = await serve();
    const page = await open(await context(await browser()), url);
    await begin(page);
    await button(page, "I am in place").click();
    await page.waitForTimeout(2500);
    await to(page, "#/screening");
    await page.getByRole("checkbox", { name: /chest/i }).first().check();
    await button(page, "Go on with what I ticked").click();
    await page.getByRole("alert").waitFor();
    await to(page, "#/guide");
    await page.waitForTimeout(300);
    assert((await page.locator(".guide").count()) === 0, "it guides");
    await to(page, "#/");
    await page.getByRole("heading", { level: 1 }).waitFor();
    assert((await button(page, "Go on").count()) === 0, "it may go on");
    clean(page);
  },

  async after_an_hour_it_is_asked_before_a_session_goes_on() {
    const { url } = await serve();
    const of = await context(await browser());
    const first = watch(await of.newPage(), url);
    await first.clock.install({ time: new Date("2026-11-20T08:00:00") });
    await first.goto(url);
    await ready(first);
    await begin(first);
    await pass(first, 70_000);
    await first.close({ runBeforeUnload: false });
    const page = watch(await of.newPage(), url);
    await page.clock.install({ time: new Date("2026-11-20T09:30:00") });
    await page.goto(url);
    await ready(page);
    await button(page, "Go on").click();
    await button(page, "None of these").click();
    await button(page, "Carry on").waitFor();
    clean(page);
  },

  async what_was_said_today_outlives_the_page() {
    const { url } = await serve();
    const of = await context(await browser());
    const first = watch(await of.newPage(), url);
    await first.clock.install({ time: new Date("2026-11-20T08:00:00") });
    await first.goto(url);
    await ready(first);
    await hurts(first, "calf", "Injured");
    await first.waitForTimeout(300);
    await first.close();
    const page = watch(await of.newPage(), url);
    await page.clock.install({ time: new Date("2026-11-21T08:00:00") });
    await page.goto(url);
    await ready(page);
    assert((await page.getByText("Injured").count()) === 0, "of another day");
    await hurts(page, "calf", "Injured");
    await page.waitForTimeout(300);
    await page.reload();
    await ready(page);
    await page.getByText(/: Injured/).waitFor();
    await begin(page, { see: true });
    const names = await steps(page);
    assert(!names.some((one) => /calves/i.test(one)), `the calf is rolled: ${names}`);
    await page.getByRole("heading", { name: "What is left out, and why" }).waitFor();
    clean(page);
  },

  async after_a_warning_sign_it_is_asked_again() {
    const page = await planned();
    const flagged = async () => {
      await to(page, "#/screening");
      await page.getByRole("checkbox", { name: /chest/i }).first().check();
      await button(page, "Go on with what I ticked").click();
      await page.getByRole("alert").waitFor();
    };
    await flagged();
    await to(page, "#/");
    await button(page, "Start").click();
    await button(page, "None of these").waitFor();
    assert((await page.locator(".guide").count()) === 0, "it guides");
    await flagged();
    await page.reload();
    await ready(page);
    await to(page, "#/");
    await button(page, "Start").click();
    await button(page, "None of these").waitFor();
    clean(page);
  },

  async a_health_condition_told_after_the_plan_is_in_it() {
    const page = await planned();
    const clot = page.getByText(/clot|thrombosis/i);
    assert((await clot.count()) === 0, "the old plan speaks of it already");
    await to(page, "#/screening/again");
    await page
      .getByRole("checkbox", { name: /blood clot|thrombosis/i })
      .first()
      .check();
    await button(page, "Go on with what I ticked").click();
    await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
    await to(page, "#/plan");
    await page.locator("main h1").waitFor();
    await clot.first().waitFor();
    clean(page);
  },

  async two_taps_begin_one_session() {
    const page = await planned();
    await page.evaluate(() => {
      const start = [...document.querySelectorAll("button")].find(
        (one) => one.textContent.trim() === "Start session",
      );
      start.click();
      start.click();
      start.click();
    });
    await page.locator(".guide .clock").waitFor();
    await button(page, "I am in place").click();
    await page.waitForTimeout(1500);
    const kept = await records(page);
    assert(kept.filter((one) => one.kind === "plan").length === 1, "two sessions");
    clean(page);
  },

  async an_address_nobody_can_read_breaks_nothing() {
    const { url } = await serve();
    const of = await context(await browser());
    for (const hash of ["#/log/%E0%A4%A", "#/plan/%", "#//%ff", "#%%%"]) {
      const page = await open(of, url, `/${hash}`);
      await page.locator("h1").first().waitFor();
      clean(page);
      await page.close();
    }
  },

  async a_core_that_broke_is_begun_anew() {
    const { url } = await serve();
    const of = await context(await browser(), { locale: "de-DE" });
    const page = await open(of, url);
    await button(page, "Weiche Rolle").click();
    await button(page, "Erst den Plan sehen").click();
    await breakCore(page);
    await button(page, "Nichts davon").click();
    await page.locator(".step").first().waitFor();
    const why = await page.locator("main").innerText();
    assert(/Warum/.test(why) && !/\bbecause\b/.test(why), "the words of the language are lost");
    clean(page);
  },

  async a_core_that_broke_in_a_session_comes_back_paused() {
    const { url } = await serve();
    const page = await open(await context(await browser()), url);
    await begin(page);
    await button(page, "I am in place").click();
    await page.waitForTimeout(2500);
    await breakCore(page);
    await button(page, "Carry on").waitFor();
    const shown = Number(await page.locator(".clock").textContent());
    await button(page, "Carry on").click();
    await page.waitForFunction(
      (before) => Number(document.querySelector(".clock").textContent) < before,
      shown,
    );
    clean(page);
  },

  async an_app_left_open_overnight_asks_in_the_morning() {
    const { url } = await serve();
    const page = watch(await (await context(await browser())).newPage(), url);
    await page.clock.install({ time: new Date("2026-11-20T20:00:00") });
    await page.goto(url);
    await ready(page);
    await begin(page, { minutes: 3 });
    await pass(page, 400_000, 250, () => button(page, "Finish").isVisible());
    await button(page, "Finish").click();
    await hurts(page, "calf", "Tight or stiff");
    await page.getByText("Tight or stiff").first().waitFor();
    await page.clock.setSystemTime(new Date("2026-11-21T07:30:00"));
    await page.evaluate(() => dispatchEvent(new Event("focus")));
    await page
      .getByRole("heading", { name: /Yesterday/ })
      .first()
      .waitFor();
    assert((await page.getByText("Tight or stiff").count()) === 0, "yesterday's feeling is kept");
    clean(page);
  },
});
