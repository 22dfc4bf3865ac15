// Without a network: the server is gone, and the app does not mind. And what waits for the server is
// handed over when it is back.

import {
  assert,
  begin,
  browser,
  button,
  clean,
  context,
  folder,
  open,
  ready,
  records,
  run,
  serve,
} from "./harness.mjs";

const controlled = (page) =>
  page.waitForFunction(() => navigator.serviceWorker.ready.then((one) => one.active !== null));

/** The records the local server has. */
async function held(url) {
  const answer = await fetch(`${url}/api/v1/records`);
  return (await answer.json()).records;
}

async function until(condition, says, ms = 20_000) {
  for (const end = Date.now() + ms; Date.now() < end;) {
    if (await condition().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(says);
}

await run({
  async the_server_is_killed_and_a_session_is_guided() {
    const server = await serve();
    const page = await open(await context(await browser()), server.url);
    await controlled(page);
    await page.reload();
    await ready(page);
    await server.stop("SIGKILL");
    page.awayIsFine = true;
    await page.reload();
    await ready(page);
    await begin(page, { see: true });
    assert((await page.locator(".step").count()) > 0, "no plan");
    await button(page, "Start session").click();
    await page.locator(".guide .clock").waitFor();
    await page.waitForTimeout(2500);
    assert(
      (await records(page)).some((one) => one.kind === "event"),
      "nothing was kept",
    );
    await page.evaluate(() => {
      location.hash = "#/learn";
    });
    await page.getByRole("heading", { level: 1, name: "Learn" }).waitFor();
    clean(page);
  },

  async what_waited_reaches_the_server_once() {
    const data = folder();
    const server = await serve({ data });
    const page = await open(await context(await browser()), server.url);
    await controlled(page);
    await server.stop();
    page.awayIsFine = true;
    await begin(page);
    await page.locator(".tap").click();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").getByRole("button", { name: "End session" }).click();
    await button(page, "Finish").click();
    const kept = await records(page);
    const again = await serve({ data, port: server.port });
    await page.evaluate(() => dispatchEvent(new Event("online")));
    await until(
      async () => (await held(again.url)).length === kept.length,
      `the server has not all ${kept.length} records`,
    );
    await page.evaluate(() => dispatchEvent(new Event("online")));
    await page.waitForTimeout(500);
    const there = await held(again.url);
    assert(new Set(there.map((one) => one.id)).size === there.length, "a record is there twice");
    const same = kept.every(
      (one) =>
        JSON.stringify(there.find((other) => other.id === one.id)?.data) ===
        JSON.stringify(one.data),
    );
    assert(same, "a record is another one there");
    clean(page);
  },

  async another_browser_gets_what_the_server_has() {
    const server = await serve();
    const first = await open(await context(await browser()), server.url);
    await first.evaluate(() => {
      location.hash = "#/log";
    });
    await button(first, "Add a note").click();
    await first.getByRole("textbox", { name: "Your words" }).fill("a note from the first");
    await button(first, "Save").click();
    await until(
      async () => (await held(server.url)).some((one) => one.kind === "note"),
      "not sent",
    );
    const second = await open(await context(await browser()), server.url);
    await until(
      async () => (await records(second)).some((one) => one.kind === "note"),
      "not fetched",
    );
    clean(first);
    clean(second);
  },

  async only_what_is_new_goes_over_the_wire() {
    const server = await serve();
    const of = await context(await browser());
    const page = await open(of, server.url);
    const asked = [];
    page.on("request", (request) => {
      const { pathname, search } = new URL(request.url());
      if (pathname.startsWith("/api/v1/records")) asked.push(request.method() + pathname + search);
    });
    const whole = () => asked.filter((one) => /^GET.*records(\?|$)/.test(one));
    await begin(page);
    await page.waitForTimeout(4000);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").getByRole("button", { name: "End session" }).click();
    await button(page, "Finish").click();
    const kept = async () => (await records(page)).length;
    await until(async () => (await held(server.url)).length === (await kept()), "not sent");
    assert(
      asked.some((one) => one.startsWith("POST")),
      "nothing was sent",
    );
    assert(whole().length === 0, `nobody else wrote, and yet: ${whole()}`);
    await page.reload();
    await ready(page);
    await page.waitForTimeout(1500);
    assert(whole().length === 0, `nothing is new, and yet: ${whole()}`);
    // Somebody else writes: a word of today, and one made in another year.
    const mine = (await records(page)).find((one) => one.kind === "person");
    const note = (id, text) => ({ ...mine, id, kind: "note", data: { text } });
    const old = note("015898c8-1800-7000-8000-000000000001", "long ago");
    const today = note(`${mine.id.slice(0, -1)}${mine.id.endsWith("f") ? "e" : "f"}`, "today");
    await fetch(`${server.url}/api/v1/records`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        format: "unknot/journal@1",
        made: new Date().toISOString(),
        records: [old, today],
      }),
    });
    await page.evaluate(() => dispatchEvent(new Event("online")));
    await until(
      async () => (await records(page)).filter((one) => one.kind === "note").length === 2,
      "what somebody else wrote did not come",
    );
    assert(
      whole().length === 1 || whole().length === 2,
      `two days differ, and these were asked for: ${whole()}`,
    );
    await page.evaluate(() => dispatchEvent(new Event("online")));
    await page.waitForTimeout(1000);
    const before = whole().length;
    await page.reload();
    await ready(page);
    await page.waitForTimeout(1500);
    assert(whole().length === before, "the same is fetched again");
    clean(page);
  },
});
