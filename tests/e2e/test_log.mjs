// The log as the person's own: after-effects, notes, export, import, delete; people; language.

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import {
  assert,
  begin,
  browser,
  button,
  clean,
  context,
  folder,
  open,
  pass,
  ready,
  records,
  run,
  serve,
  watch,
} from "./harness.mjs";

const ICAL = createRequire(import.meta.url)("ical.js");
const day = 24 * 3600 * 1000;

/** A page whose clock is ours, with a whole short session behind it. */
async function afterASession({ minutes = 3 } = {}) {
  const { url } = await serve();
  const of = await context(await browser());
  const page = await open(of, url);
  await page.clock.install();
  await page.reload();
  await ready(page);
  await begin(page, { minutes });
  await pass(page, 600_000, 500, () => button(page, "Finish").isVisible());
  await button(page, "Finish").click();
  return { page, url };
}

async function saved(page, name) {
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, name).click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

async function upload(page, name, text) {
  const path = join(folder(), name);
  writeFileSync(path, text);
  await page.locator("input[type=file]").setInputFiles(path);
}

const openLog = async (page) => {
  await page.evaluate(() => {
    location.hash = "#/log";
  });
  await page.getByRole("heading", { level: 1, name: "Your log" }).waitFor();
};

await run({
  async a_bruise_the_next_day_bars_the_area_until_it_is_gone() {
    const { page } = await afterASession();
    const plan = (await records(page)).find((one) => one.kind === "plan").data.plan;
    await page.clock.runFor(1000);
    await page.clock.setSystemTime(Date.now() + day);
    await page.reload();
    await ready(page);
    const question = page
      .locator("section.card")
      .filter({ hasText: /how did|felt|feel/i })
      .first();
    const asked = await question.getByRole("heading").textContent();
    await question.getByRole("button", { name: /bruise/i }).click();
    await page.locator(".note.warn").waitFor();
    const effect = (await records(page)).find((one) => one.kind === "after_effect");
    assert(effect !== undefined && effect.data.effect === "bruise", "no bruise kept");
    const { area } = effect.data;
    assert(
      plan.steps.some((one) => one.area === area),
      `asked of ${asked}, which was not rolled`,
    );
    await begin(page, { minutes: 10, see: true });
    const names = await page.locator(".step h2").allTextContents();
    const name = await page.evaluate((id) => id.replace(/_/g, " "), area);
    assert(
      !names.some((one) => one.toLowerCase().includes(name)),
      `${name} is in the plan: ${names}`,
    );
    await page.evaluate(() => {
      location.hash = "#/";
    });
    await button(page, "It is gone").first().click();
    assert(
      (await records(page)).some((one) => one.kind === "after_effect" && one.data.gone === true),
      "not kept that it is gone",
    );
    clean(page);
  },

  async export_and_import_lose_nothing() {
    const { page, url } = await afterASession();
    await openLog(page);
    const file = await saved(page, "Everything, as a file");
    const before = await records(page);
    const document = JSON.parse(file.text);
    assert(
      document.format === "unknot/journal@1" && document.records.length === before.length,
      "not whole",
    );
    const table = await saved(page, "As a table (CSV)");
    assert(table.text.startsWith("id,at,session,area,side,seconds"), "no table");
    await page.reload();
    await ready(page);
    await openLog(page);
    await upload(page, "again.json", file.text);
    await page.getByText("Everything in it was here already.").waitFor();
    assert((await records(page)).length === before.length, "importing twice added something");
    await button(page, "Delete everything").click();
    await button(page, "Delete it all").click();
    await page.getByText("Everything is deleted.").waitFor();
    assert((await records(page)).length === 0, "not deleted");
    const answer = await (await fetch(`${url}/api/v1/records`)).json();
    assert(answer.records.length === 0, "the server still has it");
    await upload(page, "back.json", file.text);
    await page.getByText(/records taken in\./).waitFor();
    assert((await records(page)).length === before.length, "not all came back");
    clean(page);
  },

  async a_log_of_the_first_version_is_carried_over() {
    const { page, url } = await afterASession();
    const all = (await records(page)).filter((one) => one.kind !== "session");
    await page.close();
    const other = await context(await browser());
    const empty = watch(await other.newPage(), url);
    // Where nothing runs that would open it, and the server has nothing to give.
    await fetch(`${url}/api/v1/records`, { method: "DELETE" });
    empty.awayIsFine = true; // A page of plain JSON has no icon.
    await empty.goto(`${url}/api/v1/health`);
    await empty.waitForTimeout(500);
    empty.awayIsFine = false;
    await empty.evaluate(
      (kept) =>
        new Promise((resolve, reject) => {
          const opening = indexedDB.open("unknot", 1);
          opening.onupgradeneeded = () => {
            const db = opening.result;
            const store = db.createObjectStore("records", { keyPath: "id" });
            db.createObjectStore("outbox", { keyPath: "id" });
            db.createObjectStore("settings");
            db.createObjectStore("clips");
            for (const one of kept) store.put(one);
          };
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            opening.result.close();
            resolve();
          };
        }),
      all,
    );
    await empty.clock.install({ time: Date.now() + 3_600_000 });
    await empty.goto(url);
    await ready(empty);
    await empty.getByRole("heading", { name: "A session was interrupted" }).waitFor();
    const carried = await records(empty);
    assert(JSON.stringify(carried) === JSON.stringify(all), "the records are not the same");
    clean(empty);
  },

  async a_broken_import_takes_nothing_and_says_why() {
    const { page } = await afterASession();
    await openLog(page);
    const { text } = await saved(page, "Everything, as a file");
    const before = await records(page);
    const broken = {
      "half.json": text.slice(0, text.length / 2),
      "level.json": text.replace('"kind":"rolled"', '"kind":"rolled","at":"yesterday"'),
      "other.json": '{"hello":1}',
      "empty.json": "",
      "table.csv": "at,area,seconds\n2026-01-01,calves,many\n",
      "noise.json": "\u0000\u0001\u0002",
    };
    for (const [name, content] of Object.entries(broken)) {
      await upload(page, name, content);
      await page.getByText(/^Nothing was taken in: ./).waitFor();
      assert((await records(page)).length === before.length, `${name} took something in`);
      await page.evaluate(() => document.querySelector("[role=alert]")?.remove());
      await page.reload();
      await ready(page);
    }
    clean(page);
  },

  async days_load_and_levels_are_shown() {
    const { page } = await afterASession();
    await openLog(page);
    await page.locator("td.rolled").first().waitFor();
    await page.getByRole("heading", { name: "Seconds a week" }).waitFor();
    await page.getByText("As a table").first().click();
    assert((await page.locator("table.figures tbody tr").count()) > 0, "no figures");
    await button(page, "Add by hand").click();
    await page.getByRole("dialog").getByRole("spinbutton").first().fill("45");
    await button(page, "Save").click();
    await page.getByText("entered by hand").waitFor();
    clean(page);
  },

  async a_reminder_is_a_calendar_that_calendars_read() {
    const { url } = await serve();
    const page = await open(await context(await browser()), url, "/#/settings");
    const file = await saved(page, "Get the calendar file");
    const component = new ICAL.Component(ICAL.parse(file.text));
    const event = new ICAL.Event(component.getFirstSubcomponent("vevent"));
    assert(event.uid && event.duration.toSeconds() === 300 && event.isRecurring(), "no such event");
    assert(
      file.text.split("\r\n").every((line) => new TextEncoder().encode(line).length <= 75),
      "long lines",
    );
    clean(page);
  },

  async languages_change_every_word() {
    const { url } = await serve();
    const page = await open(await context(await browser()), url, "/#/settings");
    for (const [id, heading] of [
      ["es", "Ajustes"],
      ["de", "Einstellungen"],
      ["en", "Settings"],
    ]) {
      await page.locator("select").first().selectOption(id);
      await page.getByRole("heading", { level: 1, name: heading }).waitFor();
      await page.waitForFunction((lang) => document.documentElement.lang === lang, id);
    }
    await page.locator("select").first().selectOption("de");
    await page.getByRole("heading", { level: 1, name: "Einstellungen" }).waitFor();
    await page.evaluate(() => {
      location.hash = "#/learn";
    });
    await page.locator("article h3").first().waitFor();
    const first = await page.locator("article h3").first().textContent();
    assert(!/\bthe\b/i.test(first), `English is left: ${first}`);
    clean(page);
  },

  async two_words_at_once_make_one_person() {
    const { url } = await serve();
    const page = await open(await context(await browser()), url, "/#/settings");
    await button(page, "Soft roller").waitFor();
    await page.evaluate(() => {
      const all = [...document.querySelectorAll("button[aria-pressed]")];
      for (const word of ["Soft roller", "Firm roller"])
        all.find((one) => one.textContent.includes(word)).click();
    });
    await page.waitForTimeout(1500);
    const people = (await records(page)).filter((one) => one.kind === "person");
    assert(people.length === 1, `${people.length} people`);
    const told = (await records(page)).filter((one) => one.kind === "profile");
    assert(told.at(-1).data.tools.length === 2, "one of two tools is lost");
    clean(page);
  },

  async another_tab_hears_that_everything_is_deleted() {
    const { page, url } = await afterASession();
    const other = await open(page.context(), url);
    await openLog(page);
    await button(page, "Delete everything").click();
    await button(page, "Delete it all").click();
    await page.getByText("Everything is deleted.").waitFor();
    await other.waitForTimeout(1000);
    clean(other);
    await begin(other);
    assert(
      (await records(other)).filter((one) => one.kind === "person").length === 1,
      "nobody, or more than one",
    );
    // And in the middle of a session.
    await button(page, "Delete everything").click();
    await button(page, "Delete it all").click();
    await other.getByText("Everything is deleted.").waitFor();
    await other.waitForTimeout(2000);
    assert((await records(other)).length === 0, "the session went on writing");
    clean(other);
  },

  async people_are_kept_apart() {
    const { url } = await serve();
    const page = await open(await context(await browser()), url, "/#/settings");
    for (const name of ["Anna", "Ben"]) {
      await page.getByRole("textbox", { name: "Add a person" }).fill(name);
      await button(page, "Add").click();
      await page.getByText(name, { exact: true }).waitFor();
    }
    await page.evaluate(() => {
      location.hash = "#/log";
    });
    await button(page, "Add a note").click();
    await page.getByRole("textbox", { name: "Your words" }).fill("of Ben");
    await button(page, "Save").click();
    await page.getByText(/of Ben/).waitFor();
    await page.evaluate(() => {
      location.hash = "#/settings";
    });
    await page
      .getByRole("listitem")
      .filter({ hasText: "Anna" })
      .getByRole("button", { name: "Use" })
      .click();
    await page.evaluate(() => {
      location.hash = "#/log";
    });
    await page.getByRole("heading", { level: 1, name: "Your log" }).waitFor();
    await page.waitForTimeout(300);
    assert((await page.getByText(/of Ben/).count()) === 0, "Anna sees Ben's note");
    clean(page);
  },
});
