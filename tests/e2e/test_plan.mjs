// The plan changed by hand: each change is planned anew by the core, and stays until taken back.

import { assert, begin, browser, button, clean, context, open, run, serve } from "./harness.mjs";

async function planned(minutes = 10, tools = ["Soft roller", "Stick"]) {
  const { url } = await serve();
  const page = await open(await context(await browser()), url);
  for (const tool of tools) await button(page, tool).click();
  await begin(page, { minutes, tool: null, see: true });
  await page.locator(".step").first().waitFor();
  return page;
}

/** Such as "Calves | Massage stick". */
const rows = (page) =>
  page
    .locator(".step")
    .evaluateAll((all) =>
      all.map(
        (one) =>
          one.querySelector("h2").textContent.replace(/^\d+ /, "") +
          " | " +
          one.querySelector(".step-head + p").textContent.split(" · ")[0],
      ),
    );

/** Waits until the plan is as it should be; says how it is when it never is. */
async function until(page, says, good) {
  for (let i = 0; i < 50; ++i) {
    if (good(await rows(page))) return;
    await page.waitForTimeout(100);
  }
  throw new Error(`${says}: ${(await rows(page)).join(", ")}`);
}

const nameOf = (row) => row.split(" | ")[0];

async function otherWay(page, place) {
  await button(page, `Another way: ${place}`).first().click();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("heading", { name: `Another way for ${place}` }).waitFor();
  return sheet;
}

await run({
  async another_tool_for_one_place() {
    const page = await planned();
    const before = await rows(page);
    let tried = 0;
    for (const place of new Set(before.map(nameOf))) {
      const tool = before.find((row) => nameOf(row) === place).split(" | ")[1];
      const sheet = await otherWay(page, place);
      const other = sheet.getByRole("button", { name: /massage stick|soft roller/i });
      if ((await other.count()) === 0) {
        await sheet.getByText("None of your other tools").waitFor();
        await button(page, "Close").click();
        continue;
      }
      ++tried;
      const name = await other.first().textContent();
      await other.first().click();
      await until(page, `${place} with ${name} instead of ${tool}`, (now) =>
        now.some((row) => row.toLowerCase() === `${place} | ${name}`.toLowerCase()),
      );
      const now = await rows(page);
      assert(
        now.every((row) => nameOf(row) !== place || !row.endsWith(`| ${tool}`)),
        `still with ${tool}: ${now}`,
      );
      // Taken back it is as before.
      await page.getByRole("button", { name: new RegExp(`^${place}: .* ×$`) }).click();
      await until(page, "not as before", (rest) => rest.join() === before.join());
    }
    assert(tried > 0, `nothing could be swapped in ${before}`);
    clean(page);
  },

  async a_place_left_out_and_taken_back() {
    const page = await planned();
    const before = await rows(page);
    const place = nameOf(before[0]);
    const sheet = await otherWay(page, place);
    await sheet.getByRole("button", { name: `Leave ${place} out today` }).click();
    await until(page, `${place} is still in`, (now) => !now.map(nameOf).includes(place));
    await page.getByRole("button", { name: `Left out on your wish: ${place} ×` }).click();
    await until(page, "not as before", (now) => now.join() === before.join());
    clean(page);
  },

  async another_place_instead() {
    const page = await planned();
    const place = nameOf((await rows(page))[0]);
    const sheet = await otherWay(page, place);
    const chip = sheet
      .locator("section", { hasText: "Another place instead" })
      .getByRole("button")
      .first();
    const wanted = await chip.textContent();
    await chip.click();
    await until(page, `no ${wanted} instead of ${place}`, (now) => {
      const names = now.map((row) => nameOf(row).toLowerCase());
      return names.includes(wanted.toLowerCase()) && !names.includes(place.toLowerCase());
    });
    clean(page);
  },

  async a_place_is_added() {
    const page = await planned(5, ["Soft roller"]);
    const before = await rows(page);
    await button(page, "Add a place").click();
    await page.getByRole("searchbox").fill("lats");
    await page.getByRole("status").getByRole("button").first().click();
    await button(page, "I would like this place rolled").click();
    await until(page, `not added to ${before}`, (now) =>
      now.some((row) => /latissimus/i.test(nameOf(row))),
    );
    clean(page);
  },

  async more_and_less_time() {
    const page = await planned(5);
    const total = () => page.locator("header .soft").first().textContent();
    const before = await total();
    await button(page, "More time").click();
    await page.waitForFunction(
      (old) => document.querySelector("header .soft").textContent !== old,
      before,
    );
    assert(/6 min/.test(await total()), await total());
    for (let i = 0; i < 5; ++i) await button(page, "Less time").click();
    await page.waitForFunction(() => /1 min/.test(document.querySelector("main").textContent));
    assert(await button(page, "Less time").isDisabled(), "less than a minute");
    clean(page);
  },
});
