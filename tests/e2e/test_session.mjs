// A whole session in the browser, with a clock that the test turns: every cue is what the native
// program says of the same plan, at the same moment.

import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
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
  program,
  records,
  run,
  serve,
} from "./harness.mjs";

/** What the native program says of a plan: [mm:ss] and the sentence. */
function native(plan) {
  const file = join(folder(), "plan.json");
  writeFileSync(file, JSON.stringify(plan));
  const ended = spawnSync(
    program,
    ["guide", "--plan", file, "--plain", "--speed", "1000", "--no-log", "--voice", "off"],
    { encoding: "utf8", input: "" },
  );
  assert(ended.status === 0, `guide: ${ended.status} ${ended.stderr}`);
  return ended.stdout
    .split("\n")
    .map((line) => /^\[(\d+):(\d\d)\] (.*)$/.exec(line))
    .filter((one) => one !== null)
    .map(([, minutes, seconds, text]) => ({ at: 60 * minutes + Number(seconds), text }));
}

await run({
  async every_cue_is_the_native_one() {
    const { url } = await serve();
    const of = await context(await browser());
    const page = await of.newPage();
    await page.clock.install();
    const here = await open(of, url).then(async (other) => {
      await other.close();
      return page;
    });
    here.complaints = [];
    await here.goto(url);
    await here.waitForFunction(() => document.documentElement.dataset.ready === "yes");
    await here.evaluate(() => {
      globalThis.heard = [];
      addEventListener("unknot-said", (event) => globalThis.heard.push(...event.detail));
    });
    await begin(here, { minutes: 3 });
    await pass(here, 400_000, 250, () =>
      here
        .locator(".guide")
        .count()
        .then((count) => count === 0),
    );
    await button(here, "Finish").waitFor();
    const heard = await here.evaluate(() => globalThis.heard);
    const kept = await records(here);
    const plan = kept.find((one) => one.kind === "plan");
    assert(plan !== undefined, "no plan was kept");
    const wanted = native(plan.data.plan);
    // The program's lines are what is spoken, and where nothing is spoken what is shown.
    const told = heard.map((one) => ({
      at: Math.floor(one.at / 1000),
      text: one.spoken || one.written,
    }));
    assert(wanted.length > 20, `the program says ${wanted.length} lines`);
    const differ = wanted.findIndex(
      (one, i) => told[i]?.text !== one.text || Math.abs(told[i].at - one.at) > 1,
    );
    assert(
      differ === -1 && told.length === wanted.length,
      `cue ${differ}: ${JSON.stringify(told[differ])}, wanted ${JSON.stringify(wanted[differ])}; ` +
        `${told.length} of ${wanted.length}`,
    );
    const rolled = kept.filter((one) => one.kind === "rolled");
    const sum = rolled.reduce((all, one) => all + one.data.seconds, 0);
    const planned = plan.data.plan.steps.reduce((all, one) => all + one.seconds, 0);
    assert(sum === planned, `rolled ${sum} s of ${planned} s`);
    assert(
      kept.some((one) => one.kind === "session" && one.data.reason === "finished"),
      "no end kept",
    );
  },

  async a_tap_pauses_and_nothing_counts_then() {
    const { url } = await serve();
    const page = await open(await context(await browser()), url);
    await begin(page);
    await page.locator(".tap").click();
    await button(page, "Carry on").waitFor();
    const before = await page.locator(".clock").textContent();
    await page.waitForTimeout(1500);
    assert((await page.locator(".clock").textContent()) === before, "the clock went on");
    await button(page, "Carry on").click();
    await page.locator(".tap").waitFor();
    clean(page);
  },

  async it_hurts_asks_how_much_and_eases_or_ends() {
    const { url } = await serve();
    const page = await open(await context(await browser()), url);
    await page.clock.install();
    await page.reload();
    await page.waitForFunction(() => document.documentElement.dataset.ready === "yes");
    await begin(page);
    await pass(page, 45_000);
    await page.locator(".tap").click();
    await button(page, "It hurts").click();
    await page.getByText("How much does it hurt?").first().waitFor();
    await page.locator(".levels").getByRole("button", { name: "9", exact: true }).click();
    await pass(page, 2000);
    const kept = await records(page);
    assert(
      kept.some((one) => one.kind === "area_over"),
      "the area goes on after pain of 9",
    );
  },
});
