// A new version while somebody is guided: nothing happens until the session is over and it is asked
// for.

import { createServer } from "node:http";
import {
  assert,
  begin,
  browser,
  button,
  context,
  ready,
  run,
  serve,
  watch,
  onEnd,
} from "./harness.mjs";

/** Stands before the server and can pretend that there is a new version. */
async function front(url) {
  const state = { version: 1 };
  const proxy = createServer(async (request, response) => {
    const answer = await fetch(url + request.url, {
      headers: { accept: request.headers.accept ?? "*/*" },
    });
    let body = Buffer.from(await answer.arrayBuffer());
    if (request.url === "/sw.js")
      body = Buffer.concat([body, Buffer.from(`\n// version ${state.version}`)]);
    const headers = Object.fromEntries(
      [...answer.headers].filter(
        ([name]) =>
          ![
            "content-length",
            "content-encoding",
            "transfer-encoding",
            "connection",
            "etag",
          ].includes(name),
      ),
    );
    response.writeHead(answer.status, { ...headers, "content-length": body.length });
    response.end(body);
  });
  await new Promise((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  onEnd(async () => {
    proxy.closeAllConnections();
    await new Promise((resolve) => proxy.close(resolve));
  });
  return { state, url: `http://localhost:${proxy.address().port}` };
}

await run({
  async a_new_version_waits_for_the_end_of_a_session() {
    const before = await front((await serve()).url);
    const of = await context(await browser());
    const page = watch(await of.newPage(), before.url);
    page.awayIsFine = true; // The stand-in answers no records.
    await page.goto(before.url);
    await ready(page);
    await page.waitForFunction(() =>
      navigator.serviceWorker.ready.then((one) => one.active !== null),
    );
    await page.reload();
    await ready(page);
    let loads = 0;
    page.on("load", () => ++loads);
    await begin(page);
    before.state.version = 2;
    await page.evaluate(() =>
      navigator.serviceWorker.getRegistration().then((one) => one.update()),
    );
    await page.waitForFunction(
      () => navigator.serviceWorker.getRegistration().then((one) => one.waiting !== null),
      null,
      { timeout: 20_000 },
    );
    await page.waitForTimeout(1500);
    assert(loads === 0, "the page was loaded anew in the middle of a session");
    assert((await page.getByText("A new version is ready.").count()) === 0, "offered in a session");
    await page.locator(".tap").click();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").getByRole("button", { name: "End session" }).click();
    await button(page, "Finish").click();
    await page.getByText("A new version is ready.").waitFor();
    await Promise.all([page.waitForEvent("load"), button(page, "Use it now").click()]);
    await ready(page);
    const waiting = await page.evaluate(() =>
      navigator.serviceWorker.getRegistration().then((one) => one.waiting),
    );
    assert(waiting === null, "it still waits");
  },
});
