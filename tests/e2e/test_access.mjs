// Every screen and state, light and dark: axe-core without a finding, valid HTML, no sideways
// scrolling at 320 px and at twice the text size; and the main path by keyboard alone.

import { HtmlValidate } from "html-validate";
import {
  assert,
  axe,
  begin,
  browser,
  button,
  clean,
  context,
  open,
  run,
  serve,
} from "./harness.mjs";

const validate = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    "no-inline-style": "off",
    "long-title": "off",
    "void-style": "off",
    "no-trailing-whitespace": "off",
    "tel-non-breaking": "off",
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    "no-implicit-button-type": "error",
    "doctype-style": "off",
  },
});

/** Name -> how to get there from a fresh page. */
const states = {
  today: async () => undefined,
  today_chosen: (page) => button(page, "Soft roller").click(),
  today_more: (page) => page.getByText("More choices").click(),
  hurts: (page) => button(page, "Something hurts or feels off").click(),
  hurts_zone: async (page) => {
    await button(page, "Something hurts or feels off").click();
    await page.getByRole("searchbox").fill("low back");
    await page.getByRole("status").getByRole("button").first().click();
  },
  screening: async (page) => {
    await button(page, "Soft roller").click();
    await button(page, "Start").click();
    await button(page, "None of these").waitFor();
  },
  screening_more: async (page) => {
    await states.screening(page);
    for (const box of (await page.getByRole("checkbox").all()).slice(10)) await box.check();
  },
  urgent: async (page) => {
    await states.screening(page);
    await page.getByRole("checkbox").first().check();
    await button(page, "Go on with what I ticked").click();
    await page.getByRole("alert").waitFor();
  },
  plan: (page) => begin(page, { see: true }),
  plan_open: async (page) => {
    await begin(page, { see: true });
    for (const one of await page.locator("summary").all()) await one.click();
  },
  plan_swap: async (page) => {
    await begin(page, { see: true });
    await page
      .getByRole("button", { name: /^Another way/ })
      .first()
      .click();
  },
  plan_share: async (page) => {
    await begin(page, { see: true });
    await button(page, "Share").click();
    await page.getByRole("img", { name: "QR code of the link" }).waitFor();
  },
  guide: (page) => begin(page),
  guide_paused: async (page) => {
    await begin(page);
    await page.locator(".tap").click();
    await button(page, "Carry on").waitFor();
  },
  guide_more: async (page) => {
    await states.guide_paused(page);
    await button(page, "More").click();
  },
  finish: async (page) => {
    await states.guide_paused(page);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").getByRole("button", { name: "End session" }).click();
    await button(page, "Finish").waitFor();
  },
  log_empty: (page) =>
    page.evaluate(() => {
      location.hash = "#/log";
    }),
  log: async (page) => {
    await page.evaluate(() => {
      location.hash = "#/log";
    });
    await button(page, "Add by hand").click();
    await button(page, "Save").click();
    await page.getByText("entered by hand").waitFor();
    for (const one of await page.locator("summary").all()) await one.click();
  },
  learn: async (page) => {
    await page.evaluate(() => {
      location.hash = "#/learn";
    });
    await page.locator("article").first().waitFor();
  },
  learn_open: async (page) => {
    await states.learn(page);
    await page.evaluate(() =>
      document.querySelectorAll("details").forEach((one) => {
        one.open = true;
      }),
    );
  },
  settings: async (page) => {
    await page.evaluate(() => {
      location.hash = "#/settings";
    });
    await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
  },
  shared: (page) =>
    page.evaluate(() => {
      location.hash = "#/p/abc";
    }),
  no_session: (page) =>
    page.evaluate(() => {
      location.hash = "#/guide";
    }),
};

/** What sticks out of the page sideways. */
const sideways = (page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll("body *")]
      .filter((one) => one.getBoundingClientRect().right > width + 1 && !one.closest(".scroll"))
      .slice(0, 3)
      .map((one) => `sticks out: ${one.outerHTML.slice(0, 120)}`);
  });

const html = async (page) => {
  const report = await validate.validateString(
    await page.evaluate(() => `<!doctype html>\n${document.documentElement.outerHTML}`),
  );
  return report.results.flatMap((one) =>
    one.messages.map(
      (message) => `${message.ruleId}: ${message.message} (${message.selector ?? ""})`,
    ),
  );
};

/** Everything that is asked of a page as it stands; it is the same page in many shapes. */
async function examined(page) {
  const wrong = (await html(page)).map((one) => `html: ${one}`);
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    wrong.push(...(await axe(page)).map((one) => `${colorScheme}: ${one}`));
  }
  for (const [width, height] of [
    [320, 640],
    [768, 1024],
    [1440, 900],
    [360, 740],
  ]) {
    await page.setViewportSize({ width, height });
    wrong.push(...(await sideways(page)).map((one) => `${width} px: ${one}`));
  }
  await page.evaluate(() => {
    document.documentElement.style.fontSize = "200%";
  });
  wrong.push(...(await sideways(page)).map((one) => `large text: ${one}`));
  return wrong;
}

await run({
  async every_screen_and_state() {
    const { url } = await serve();
    const started = await browser();
    const wrong = [];
    for (const [name, go] of Object.entries(states)) {
      const of = await context(started, { reducedMotion: "reduce" });
      const page = await open(of, url);
      await go(page);
      await page.waitForTimeout(150);
      wrong.push(...(await examined(page)).map((one) => `${name}: ${one}`));
      clean(page);
      await of.close();
      // The next one is somebody new again.
      await fetch(`${url}/api/v1/records`, { method: "DELETE" });
    }
    assert(wrong.length === 0, `${wrong.length} findings:\n${wrong.slice(0, 12).join("\n")}`);
  },

  async by_keyboard_alone() {
    const { url } = await serve();
    const page = await open(await context(await browser()), url);
    const press = async (name, role = "button") => {
      for (let i = 0; i < 80; ++i) {
        await page.keyboard.press("Tab");
        const on = await page.evaluate(() => {
          const one = document.activeElement;
          return (one.getAttribute("aria-label") ?? one.innerText ?? "").trim();
        });
        if (on === name) return page.keyboard.press(role === "button" ? "Enter" : "Space");
      }
      throw new Error(`${name} is not reached by Tab`);
    };
    await press("Soft roller");
    await press("Start");
    await button(page, "None of these").waitFor();
    await press("None of these");
    await page.locator(".guide .clock").waitFor();
    await page.keyboard.press("Space");
    await button(page, "Carry on").waitFor();
    await page.keyboard.press("Space");
    await page.locator(".tap").waitFor();
    await page.keyboard.press("n");
    await page.waitForFunction(() =>
      /^2 \//.test(document.querySelector(".guide-top")?.innerText ?? ""),
    );
    await page.keyboard.press("h");
    await page.getByText("How much does it hurt?").first().waitFor();
    await page.keyboard.press("5");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor();
    await press("End session");
    await button(page, "Finish").waitFor();
    await press("Finish");
    await page.getByRole("heading", { level: 1, name: /Loosen up/ }).waitFor();
    clean(page);
  },
});
