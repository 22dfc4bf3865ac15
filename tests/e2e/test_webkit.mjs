// The main path in WebKitGTK, the closest relative of Safari there is here; by plain WebDriver.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { assert, onEnd, run, serve } from "./harness.mjs";

const browsers = ["4.1", "4.0"].map(
  (one) =>
    `/usr/lib/${process.arch === "arm64" ? "aarch64" : "x86_64"}-linux-gnu/webkit2gtk-${one}/MiniBrowser`,
);

function started(command, args, env = {}) {
  const child = spawn(command, args, { stdio: "ignore", env: { ...process.env, ...env } });
  onEnd(async () => {
    child.kill("SIGKILL");
  });
  return child;
}

async function until(work, says, ms = 30_000) {
  let last;
  for (const end = Date.now() + ms; Date.now() < end;) {
    try {
      const answer = await work();
      if (answer) return answer;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  throw new Error(`${says}${last ? `: ${last}` : ""}`);
}

/** A session of W3C WebDriver. */
async function driver() {
  const display = `:${100 + (process.pid % 400)}`;
  const port = 20_000 + (process.pid % 20_000);
  started("Xvfb", [display, "-screen", "0", "800x900x24", "-nolisten", "tcp"]);
  started("WebKitWebDriver", [`--port=${port}`], {
    DISPLAY: display,
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
    LIBGL_ALWAYS_SOFTWARE: "1",
    WEBKIT_DISABLE_COMPOSITING_MODE: "1",
  });
  const base = `http://127.0.0.1:${port}`;
  const ask = async (method, path, body) => {
    const answer = await fetch(base + path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${path}: ${value.error} ${value.message}`);
    return value;
  };
  const binary = browsers.find((one) => existsSync(one));
  assert(binary !== undefined, "there is no MiniBrowser");
  const capabilities = {
    alwaysMatch: { "webkitgtk:browserOptions": { binary, args: ["--automation"] } },
  };
  const { sessionId } = await until(() => ask("POST", "/session", { capabilities }), "no session");
  onEnd(() => ask("DELETE", `/session/${sessionId}`));
  const path = `/session/${sessionId}`;
  return {
    go: (url) => ask("POST", `${path}/url`, { url }),
    run: (script, ...args) => ask("POST", `${path}/execute/sync`, { script, args }),
  };
}

await run({
  async a_session_from_the_first_visit_to_the_log() {
    const { url } = await serve();
    const page = await driver();
    await page.go(url);
    await until(
      () => page.run("return document.documentElement.dataset.ready === 'yes'"),
      "never ready",
    );
    const tap = (name) =>
      until(
        () =>
          page.run(
            `const all = [...document.querySelectorAll("button")];
       const one = all.filter((b) => b.closest("dialog") || !document.querySelector("dialog[open]"))
         .find((b) => (b.getAttribute("aria-label") ?? b.innerText).trim() === arguments[0] && !b.disabled);
       one?.click();
       return one !== undefined;`,
            name,
          ),
        `no button ${name}`,
      );
    await tap("Soft roller");
    await tap("Start");
    await tap("None of these");
    await until(
      () => page.run("return document.querySelector('.guide .clock') !== null"),
      "not guided",
    );
    await until(
      () => page.run("return document.querySelector('.caption')?.textContent.length > 3"),
      "no words",
    );
    await tap("Tap anywhere to pause");
    await tap("Carry on");
    await tap("Tap anywhere to pause");
    await tap("End session");
    await until(
      () => page.run("return document.querySelector('dialog[open]') !== null"),
      "no question",
    );
    await tap("End session");
    await tap("Finish");
    await page.run("location.hash = '#/log'");
    await until(
      () => page.run("return document.querySelector('h1')?.innerText === 'Your log'"),
      "no log",
    );
  },
});
