/**
 * Brings a session together: the core's engine, this device's clock, voice and log. It sends what
 * happens, in order, and shows and says what the core answers; it decides nothing about rolling.
 */

import { signal } from "@preact/signals";
import { CoreError, desk } from "../core/client.js";
import type { Begin, Guided, Happening, Now, Scene, Today } from "../core/desk.js";
import type { Plan } from "../../../wasm/npm/types/plan.js";
import { keep, look, news, notice, personId, since, territory } from "../state.js";
import { settings } from "../settings.js";
import { moment, writing } from "../keep/clock.js";
import { t } from "../words/index.js";
import { claim, release } from "../keep/tabs.js";
import { maySleep, stayAwake } from "./awake.js";
import { chooseVoice, hush, say } from "./voice.js";
import { signalsOf } from "./signals.js";
import { LockedTrack } from "./locked.js";

/** How it stands, and when that was, on the clock of `performance.now()`. */
export const scene = signal<Scene | null>(null);
export const sceneAt = signal(0);
export const session = signal<string | null>(null);
/** The track is being made. */
export const mixing = signal(false);
/** What is being guided, to be taken up again, and what was known when the core let it begin. */
let guided: Pick<BrokenOff, "plan" | "preferences"> | null = null;
let known = "";
let timer = 0;
let line: Promise<unknown> = Promise.resolve();
let locked: LockedTrack | null = null;
/** A track whose session is over, saying its last words. */
let ending: LockedTrack | null = null;

type BrokenOff = NonNullable<Today["broken_off"]>;
type Kept = Pick<BrokenOff, "session" | "plan" | "preferences">;

const clockNow = () => performance.now();

/** Settles when everything that happened so far is taken in; tests with a clock of their own wait. */
(globalThis as { unknotIdle?: () => Promise<unknown> }).unknotIdle = () => line;

/** One after the other: an answer is taken in before the next thing is sent. */
function inLine<T>(work: () => Promise<T>): Promise<T> {
  const next = line.then(work, work);
  line = next.catch(() => undefined);
  return next;
}

function takeIn(answer: Guided, quiet = false): void {
  const before = scene.value;
  scene.value = answer.scene;
  sceneAt.value = clockNow();
  session.value = answer.session;
  void keep(answer.records);
  if (!quiet) {
    if (answer.scene.paused !== null && before?.paused === null) hush();
    say(answer.said);
    dispatchEvent(new CustomEvent("unknot-said", { detail: answer.said }));
    signalsOf(before, answer.scene);
  }
  if (answer.scene.phase === "over") over();
}

function wait(due: number | null): void {
  clearTimeout(timer);
  if (due === null || locked !== null) return;
  timer = window.setTimeout(
    () => {
      // For measuring how late it came.
      performance.measure("unknot-tick", { start: due, detail: clockNow() - due });
      void happen({ event: "tick" });
    },
    Math.max(0, due - clockNow()),
  );
}

function over(): void {
  clearTimeout(timer);
  maySleep();
  release();
  ending = locked;
  locked = null;
  ending?.finish();
  void look();
}

async function send(happened: Happening, now: Now, quiet: boolean): Promise<Guided> {
  const answer = await desk("guide_on", { ...now, happened }).catch(takenUpAnew);
  takeIn(answer, quiet);
  return answer;
}

/** An instance that broke lost the session too: as after a reload it comes back paused. */
function takenUpAnew(error: unknown): Promise<Guided> {
  const lost = error instanceof CoreError && error.field === "session" && session.value !== null;
  if (!lost) throw error;
  return desk("guide_resume", { ...beginning(), session: session.value! });
}

/** Something happened, now. */
export function happen(happened: Happening): Promise<void> {
  if (happened.event === "resume" && news.value !== known) return goOnAnew();
  if (locked !== null) return inLine(() => locked!.happen(happened));
  const at = clockNow();
  return inLine(async () => {
    if (scene.value === null || scene.value.phase === "over") return;
    wait((await send(happened, moment(at), false)).due);
  });
}

function preferences(): NonNullable<Begin["preferences"]> {
  const { ready_percent, time_left_every, breathing, ask_levels, locked: track } = settings.value;
  return { ready_percent, time_left_every, breathing, ask_levels: ask_levels && !track };
}

function beginning(): Omit<Begin, "plan"> {
  const { verbosity, language } = settings.value;
  return {
    ...moment(clockNow()),
    person: personId.value,
    preferences: preferences(),
    verbosity,
    language,
    ...territory(),
    ...since(),
  };
}

/**
 * One sound track for the whole session, where the recorded sentences are there.
 * @param goesOn  What was rolled before is not said again: it waits, paused, for who goes on.
 */
async function track(plan: Plan, goesOn: boolean, used = preferences()): Promise<boolean> {
  if (!settings.value.locked) return false;
  mixing.value = true;
  const host = {
    send: (happened: Happening, now: Now) => send(happened, now, true),
    scene: () => scene.value,
    happen: (happened: Happening) => void happen(happened),
  };
  locked = await LockedTrack.of(plan, used, host, goesOn).catch(() => null);
  mixing.value = false;
  if (locked === null) notice.value = t("guide_no_voice");
  return locked !== null;
}

/** Two tabs that guide one person would both count what is rolled once. */
async function alone(): Promise<boolean> {
  if (await claim(personId.value)) return true;
  notice.value = t("guide_elsewhere");
  return false;
}

/** Two taps are one wish. */
let busy = false;

/** @returns Whether it begins; if not, why not was said. */
async function once(work: () => Promise<void>): Promise<boolean> {
  if (busy) return false;
  busy = true;
  try {
    clear();
    if (!(await alone())) return false;
    await chooseVoice();
    await work();
    return true;
  } catch (error) {
    leave();
    throw error;
  } finally {
    busy = false;
  }
}

/**
 * Begins a plan the core made for this moment. In a tap, or nothing can be heard.
 * @throws {CoreError} Of the field `plan`, when it may not be guided now.
 */
export function begin(plan: Plan): Promise<boolean> {
  return once(async () => {
    const answer = await desk("guide_begin", { ...beginning(), plan });
    guided = { plan, preferences: preferences() };
    known = news.value;
    stayAwake();
    const one = await track(plan, false);
    takeIn(answer, one);
    if (one) await locked!.play();
    else await happen({ event: "start" });
  });
}

/** @throws {CoreError} When it may not be guided now. */
function resume(open: Kept): Promise<boolean> {
  return once(async () => {
    const answer = await desk("guide_resume", { ...beginning(), session: open.session });
    guided = open;
    known = news.value;
    stayAwake();
    takeIn(answer, await track(open.plan, true, open.preferences));
  });
}

/**
 * Takes up a session that was broken off; it comes back paused. What the core does not let go on,
 * after what was said or known since, is ended.
 */
export async function takeUp(open: Kept): Promise<boolean> {
  try {
    return await resume(open);
  } catch (error) {
    if (!(error instanceof CoreError)) throw error;
    notice.value = t("today_not_now");
    await close(open.session);
    return false;
  }
}

/** Ends a session that does not go on; what was rolled of it counts. */
export async function close(id: string): Promise<void> {
  const person = personId.value;
  const written = await desk("guide_close", { person, session: id, ...writing() });
  await keep(written.records);
  await look();
}

/** Something was told while it was paused: the core is asked again. */
async function goOnAnew(): Promise<void> {
  const id = session.value;
  const open = guided === null || id === null ? null : { ...guided, session: id };
  if (open === null) {
    // Nothing of it was rolled yet.
    leave();
    notice.value = t("today_not_now");
  } else if (await takeUp(open)) {
    await happen({ event: "resume" });
  }
}

/** The screen is left after the end. */
export function leave(): void {
  clear();
  release();
}

function clear(): void {
  clearTimeout(timer);
  hush();
  locked?.end();
  ending?.end();
  locked = ending = null;
  maySleep();
  scene.value = null;
  session.value = null;
  guided = null;
}

// Whose log is deleted, here or in another tab, has no session any more.
addEventListener("unknot-gone", (event) => {
  const who = (event as CustomEvent<string | null>).detail;
  if (scene.value === null || (who !== null && who !== personId.value)) return;
  const cut = scene.value.phase !== "over";
  leave();
  if (cut) notice.value = t("log_forgotten");
});

// A page that is put to sleep says so where it can: nothing of that time may count.
document.addEventListener("freeze", () => {
  if (locked === null && scene.value?.paused === null) void happen({ event: "pause" });
});
