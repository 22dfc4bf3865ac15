// Being heard: no voices at all, recorded sentences, the one track for a locked phone.

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

async function at(url, settings = {}) {
  const of = await context(
    await browser({
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--autoplay-policy=no-user-gesture-required",
      ],
    }),
  );
  const page = await open(of, url);
  await page.evaluate((more) => globalThis.unknotSettings(more), settings);
  return page;
}

/** `player`: the media element that was begun last. */
function watchPlayer(page) {
  return page.evaluate(() => {
    const play = HTMLMediaElement.prototype.play;
    HTMLMediaElement.prototype.play = function () {
      globalThis.player = this;
      return play.call(this);
    };
  });
}

await run({
  async without_any_voice_the_words_suffice() {
    const { url } = await serve({ sound: false, more: ["--clips", "/nonexistent"] });
    const page = await at(url);
    page.awayIsFine = true; // The clips are not there, and the browser says so.
    await begin(page);
    await page.getByText("No voice on this device").waitFor();
    assert((await page.locator(".caption").textContent()).length > 3, "no caption");
    clean(page);
  },

  async recorded_sentences_are_fetched_one_by_one() {
    const { url } = await serve();
    const page = await at(url, { voice: "clips" });
    let bytes = 0;
    page.on("response", (response) => {
      if (!response.url().includes("/clips/")) return;
      assert(response.status() === 206, `clips answered ${response.status()}`);
      bytes += Number(response.headers()["content-length"] ?? 0);
    });
    await begin(page);
    await page.waitForTimeout(3000);
    assert(bytes > 10_000 && bytes < 6_000_000, `${bytes} bytes of clips`);
    assert((await page.getByText("No voice on this device").count()) === 0, "no voice");
    clean(page);
  },

  async silent_makes_no_sound() {
    const { url } = await serve();
    const page = await at(url, { voice: "silent" });
    await page.evaluate(() => {
      globalThis.sounds = 0;
      const start = AudioScheduledSourceNode.prototype.start;
      AudioScheduledSourceNode.prototype.start = function (...all) {
        ++globalThis.sounds;
        return start.apply(this, all);
      };
    });
    await begin(page);
    await page.waitForTimeout(3000);
    assert((await page.evaluate(() => globalThis.sounds)) === 0, "something sounded");
    clean(page);
  },

  async a_locked_phone_gets_one_track_and_its_keys() {
    const { url } = await serve();
    const page = await at(url, { voice: "clips", locked: true });
    await page.evaluate(() => {
      globalThis.handlers = {};
      const set = navigator.mediaSession.setActionHandler.bind(navigator.mediaSession);
      navigator.mediaSession.setActionHandler = (action, handler) => {
        globalThis.handlers[action] = handler;
        set(action, handler);
      };
    });
    await watchPlayer(page);
    await begin(page);
    await page.waitForFunction(() => globalThis.player?.duration > 60, null, { timeout: 30_000 });
    const duration = await page.evaluate(() => globalThis.player.duration);
    // Half a minute of track is heard in a moment.
    await page.evaluate(() => {
      globalThis.player.playbackRate = 8;
    });
    await page.waitForFunction(() => globalThis.player.currentTime > 45, null, { timeout: 30_000 });
    await page.evaluate(() => globalThis.handlers.pause());
    await button(page, "Carry on").waitFor();
    assert(await page.evaluate(() => globalThis.player.paused), "the track goes on");
    const kept = await records(page);
    const told = Math.max(...kept.filter((one) => one.kind === "event").map((one) => one.data.ms));
    const first = Math.min(...kept.filter((one) => one.kind === "event").map((one) => one.data.ms));
    assert(told - first > 20_000, `only ${told - first} ms were told`);
    await page.evaluate(() => globalThis.handlers.play());
    await page.waitForFunction((before) => globalThis.player.duration < before - 20, duration, {
      timeout: 30_000,
    });
    await button(page, "Tap anywhere to pause").waitFor();
    await page.evaluate(() => globalThis.handlers.nexttrack());
    await page.waitForTimeout(1500);
    clean(page);
  },

  async a_track_that_was_broken_off_goes_on_from_there() {
    const { url } = await serve();
    const first = await at(url, { voice: "clips", locked: true });
    await watchPlayer(first);
    await begin(first);
    await first.waitForFunction(() => globalThis.player?.duration > 60, null, { timeout: 30_000 });
    const whole = await first.evaluate(() => {
      globalThis.player.playbackRate = 8;
      return globalThis.player.duration;
    });
    await first.waitForFunction(() => globalThis.player.currentTime > 60);
    await first.waitForTimeout(500);
    const of = first.context();
    await first.close({ runBeforeUnload: false });
    const page = await open(of, url);
    await watchPlayer(page);
    await button(page, "Go on").click();
    await button(page, "Carry on").waitFor();
    const quiet = await page.evaluate(
      () => globalThis.player === undefined || globalThis.player.duration < 1,
    );
    assert(quiet, "it plays before somebody goes on");
    await button(page, "Carry on").click();
    await page.waitForFunction(() => globalThis.player?.duration > 1, null, { timeout: 30_000 });
    const rest = await page.evaluate(() => globalThis.player.duration);
    assert(rest < whole - 20, `${rest} s are left of ${whole} s`);
    await button(page, "Tap anywhere to pause").waitFor();
    await page.evaluate(() => {
      globalThis.player.playbackRate = 16;
    });
    await button(page, "Finish").waitFor({ timeout: 60_000 });
    const kept = await records(page);
    assert(kept.filter((one) => one.kind === "plan").length === 1, "a second session");
    const rolled = kept
      .filter((one) => one.kind === "rolled")
      .reduce((sum, one) => sum + one.data.seconds, 0);
    const plan = kept.find((one) => one.kind === "plan").data.plan;
    const planned = plan.steps.reduce((sum, one) => sum + one.seconds, 0);
    assert(rolled > planned / 2 && rolled <= planned + 10, `rolled ${rolled} s of ${planned} s`);
    clean(page);
  },

  async the_last_words_of_a_track_are_heard() {
    const { url } = await serve();
    const page = await at(url, { voice: "clips", locked: true, ask_levels: false });
    await page.evaluate(() => {
      const play = HTMLMediaElement.prototype.play;
      HTMLMediaElement.prototype.play = function () {
        globalThis.player = this;
        // Not the moment of nothing that a tap begins with.
        this.addEventListener("ended", () => (globalThis.heardAll = this.duration > 60));
        this.playbackRate = 16;
        return play.call(this);
      };
    });
    await begin(page, { minutes: 3 });
    await button(page, "Finish").waitFor({ timeout: 60_000 });
    await page.waitForFunction(() => globalThis.heardAll === true, null, { timeout: 10_000 });
    const kept = await records(page);
    assert(
      kept.some((one) => one.kind === "session" && one.data.reason === "finished"),
      "no end was kept",
    );
    clean(page);
  },
});
