// A new person: from nothing to the first spoken cue in three taps; and what stands in between when
// there is a reason.

import {
  assert,
  begin,
  browser,
  button,
  clean,
  context,
  open,
  records,
  run,
  serve,
} from "./harness.mjs";

async function visitor() {
  const { url } = await serve();
  return open(await context(await browser()), url);
}

await run({
  async three_taps_to_the_first_cue() {
    const page = await visitor();
    let taps = 0;
    await page.exposeFunction("tapped", () => ++taps);
    await page.evaluate(() => addEventListener("click", () => globalThis.tapped(), true));
    const said = page.evaluate(
      () =>
        new Promise((resolve) =>
          addEventListener("unknot-said", (event) => {
            const spoken = event.detail.map((one) => one.spoken).filter((text) => text !== "");
            if (spoken.length > 0) resolve(spoken);
          }),
        ),
    );
    const from = Date.now();
    await begin(page);
    assert((await said)[0].length > 3, "nothing was said");
    assert(taps === 3, `took ${taps} taps`);
    assert(Date.now() - from < 20_000, "took more than 20 s");
    assert((await page.locator(".caption").textContent()).length > 3, "no caption");
    clean(page);
  },

  async nothing_begins_without_an_answer() {
    const page = await visitor();
    await button(page, "Soft roller").click();
    await button(page, "Start").click();
    await button(page, "None of these").waitFor();
    for (const hash of ["#/guide", "#/plan"]) {
      await page.evaluate((to) => {
        location.hash = to;
      }, hash);
      await page.waitForTimeout(200);
      assert((await page.locator(".guide .clock").count()) === 0, `${hash} guides unscreened`);
    }
    clean(page);
  },

  async an_emergency_sign_leads_to_help() {
    const page = await visitor();
    await button(page, "Soft roller").click();
    await button(page, "Start").click();
    await page.getByRole("checkbox", { name: /chest/i }).first().check();
    assert((await button(page, "None of these").count()) === 0, "none of these beside a tick");
    await button(page, "Go on with what I ticked").click();
    await page.getByRole("alert").waitFor();
    const call = page.getByRole("link", { name: /^Call / });
    assert((await call.getAttribute("href")) === "tel:999", "no number of this territory");
    assert((await button(page, "Start session").count()) === 0, "there is a way on");
    clean(page);
  },

  async pain_is_read_before_it_is_rolled() {
    const page = await visitor();
    await button(page, "Something hurts or feels off").click();
    await page.getByRole("searchbox").fill("desk neck");
    const hit = page.getByRole("status").getByRole("button").first();
    await hit.click();
    await page.getByText("This place is never rolled.").waitFor();
    await button(page, "Painful").click();
    await button(page, "Add this").click();
    await button(page, "Soft roller").click();
    await button(page, "Start").click();
    await button(page, "None of these").click();
    await page.getByRole("heading", { level: 1, name: /plan/i }).waitFor();
    assert((await page.locator(".guide").count()) === 0, "guided before it was read");
    clean(page);
  },

  async a_zone_says_why_and_what_instead() {
    const page = await visitor();
    await button(page, "Something hurts or feels off").click();
    for (const [word, place] of [
      ["bum", /bum|buttock|glute/i],
      ["shin splints", /front of the lower leg/i],
    ]) {
      await page.getByRole("searchbox").fill(word);
      const first = await page.getByRole("status").getByRole("button").allTextContents();
      assert(
        first.some((name) => place.test(name)),
        `${word} finds ${first}`,
      );
    }
    await page.getByRole("searchbox").fill("low back");
    await page.getByRole("status").getByRole("button").first().click();
    await page.getByText("This place is never rolled.").waitFor();
    await page.getByText(/^Instead: /).waitFor();
    clean(page);
  },

  async the_second_time_is_one_question() {
    const page = await visitor();
    await begin(page);
    await button(page, "Tap anywhere to pause").click();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").getByRole("button", { name: "End session" }).click();
    await button(page, "Finish").click();
    await page.reload();
    await page.waitForFunction(() => document.documentElement.dataset.ready === "yes");
    assert(
      (await button(page, "Soft roller").getAttribute("aria-pressed")) === "true",
      "tool forgotten",
    );
    await button(page, "Start").click();
    await button(page, "None of these").waitFor();
    assert(
      (await page.getByText("And do you have any of these?").count()) === 0,
      "conditions again",
    );
    assert(
      (await records(page)).some((one) => one.kind === "profile"),
      "no profile kept",
    );
    clean(page);
  },
});
