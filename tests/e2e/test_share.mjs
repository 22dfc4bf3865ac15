// A plan handed on: the link holds nothing about the person, is checked for whoever opens it, and
// cannot be used to get round a rule.

import { inflateRawSync, deflateRawSync } from "node:zlib";
import { assert, begin, browser, button, clean, context, open, run, serve } from "./harness.mjs";

async function shared() {
  const { url } = await serve();
  const page = await open(await context(await browser()), url, "/#/settings");
  await page.getByRole("textbox", { name: "Name" }).fill("Zebediah");
  await page.getByRole("textbox", { name: "Name" }).blur();
  await page.evaluate(() => {
    location.hash = "#/";
  });
  await button(page, "Something hurts or feels off").click();
  await page.getByRole("searchbox").fill("calf");
  await page.getByRole("status").getByRole("button").first().click();
  await button(page, "Tight or stiff").click();
  await button(page, "Add this").click();
  await button(page, "Soft roller").click();
  await button(page, "See the plan first").click();
  await button(page, "None of these").click();
  await page.locator(".step").first().waitFor();
  await button(page, "Share").click();
  const field = page.getByRole("dialog").getByRole("textbox");
  await page.waitForFunction(() => document.querySelector("dialog input")?.value.includes("#/p/"));
  await page.getByRole("img", { name: "QR code of the link" }).waitFor();
  return { page, url, link: await field.inputValue() };
}

const inside = (link) => inflateRawSync(Buffer.from(link.split("#/p/")[1], "base64url")).toString();
const packed = (url, text) => `${url}/#/p/${deflateRawSync(text).toString("base64url")}`;

/** Opens a link as somebody new, up to the plan. */
async function opened(link, url) {
  const page = await open(await context(await browser()), url, link.slice(url.length));
  await button(page, "Check it for me").click();
  return page;
}

await run({
  async a_link_holds_steps_and_tools_alone() {
    const { page, link } = await shared();
    const text = inside(link);
    for (const word of [
      "Zebediah",
      "feel",
      "tight",
      "conditions",
      "history",
      "red_flags",
      "experience",
      "made",
    ]) {
      assert(!text.includes(word), `the link holds ${word}`);
    }
    assert(JSON.parse(text).steps.length > 0, "no steps");
    clean(page);
  },

  async whoever_opens_it_is_screened_and_gets_a_plan() {
    const { link, url } = await shared();
    const page = await opened(link, url);
    await button(page, "None of these").click();
    await page.locator(".step").first().waitFor();
    await button(page, "Start session").click();
    await page.locator(".guide .clock").waitFor();
    clean(page);
  },

  async it_takes_the_time_it_took_and_can_be_changed() {
    const { url } = await serve();
    const page = await open(await context(await browser()), url);
    await begin(page, { minutes: 15, see: true });
    await page.locator(".step").first().waitFor();
    const steps = await page.locator(".step h2").allTextContents();
    await button(page, "Share").click();
    await page.waitForFunction(() =>
      document.querySelector("dialog input")?.value.includes("#/p/"),
    );
    const link = await page.getByRole("dialog").getByRole("textbox").inputValue();
    const other = await opened(link, url);
    await button(other, "None of these").click();
    await other.locator(".step").first().waitFor();
    const theirs = await other.locator(".step h2").allTextContents();
    assert(theirs.join() === steps.join(), `${theirs} instead of ${steps}`);
    await other
      .getByRole("group", { name: "How long have you got?" })
      .getByText(/1[0-5] minutes/)
      .waitFor();
    await button(other, "Less time").click();
    await other.waitForFunction((count) => {
      const now = document.querySelectorAll(".step").length;
      return now > 0 && now < count;
    }, steps.length);
    clean(other);
  },

  async a_forged_link_gets_nobody_round_a_rule() {
    const { link, url } = await shared();
    const plan = JSON.parse(inside(link));
    const forged = {
      long: { ...plan, steps: plan.steps.map((one) => ({ ...one, sets: [600] })) },
      zone: { ...plan, steps: plan.steps.map((one) => ({ ...one, area: "low_back" })) },
      hard: {
        ...plan,
        tools: plan.tools.map((one) => ({ ...one, density: "firm", surface: "textured" })),
      },
    };
    for (const [name, one] of Object.entries(forged)) {
      const page = await opened(packed(url, JSON.stringify(one)), url);
      await button(page, "None of these").click();
      await page.waitForFunction(() => document.querySelector(".step, .note") !== null);
      const text = await page.locator("main").innerText();
      assert(!/600 s/.test(text), `${name}: 600 s in the plan`);
      const steps = await page.locator(".step h2").allTextContents();
      assert(!steps.some((step) => /low back/i.test(step)), `${name}: the low back is rolled`);
      await page.context().close();
    }
  },

  async a_cut_link_says_so() {
    const { url, link } = await shared();
    for (const bad of [
      link.slice(0, -20),
      `${url}/#/p/`,
      `${url}/#/p/%00%ff`,
      packed(url, "[]"),
      packed(url, "x".repeat(1 << 20)),
    ]) {
      const page = await opened(bad, url);
      const none = button(page, "None of these");
      await Promise.race([
        page.getByText("This link cannot be read.").waitFor(),
        none
          .waitFor()
          .then(() => none.click())
          .then(() => page.getByText(/This link cannot be read\./).waitFor()),
      ]);
      await page.context().close();
    }
  },
});
