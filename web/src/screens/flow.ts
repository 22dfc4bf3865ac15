/** From "Start" to a session: what has to be asked on the way. */

import { signal } from "@preact/signals";
import { CoreError, desk } from "../core/client.js";
import { begin, close, happen, leave, scene, takeUp } from "../guide/runner.js";
import { unlockSound } from "../guide/voice.js";
import { now } from "../keep/clock.js";
import { go, turn } from "../route.js";
import type { Today } from "../core/desk.js";
import {
  draft,
  looked,
  person,
  personId,
  plan,
  planWords,
  replan,
  request,
  show,
  since,
  stands,
  tellProfile,
  territory,
  today,
} from "../state.js";

/**
 * Where the person was going when the safety questions came in between; `on`: on with a session that
 * was broken off.
 */
export const bound = signal<"guide" | "plan" | "on">("guide");

const hour = 3_600_000;

/**
 * Whether it was answered within the hour that nothing is the matter; asking twice for one session
 * helps nobody.
 */
export function screened(): boolean {
  const flags = draft.value.red_flags;
  return (
    flags?.screened === true &&
    (flags.present ?? []).length === 0 &&
    flags.at !== undefined &&
    flags.at !== null &&
    Date.now() - Date.parse(flags.at) < hour &&
    !(person.value?.conditions_due ?? true)
  );
}

/** In a tap. */
export async function quick(where: "guide" | "plan"): Promise<void> {
  if (where === "guide") unlockSound();
  bound.value = where;
  if (screened()) await onwards();
  else go("screening");
}

/** After the questions: plans, and guides at once unless there is something to read first. */
export async function onwards(): Promise<void> {
  await looked();
  if (bound.value === "on") {
    const open = today.value?.broken_off;
    turn("today");
    if (open && (await takeUp(open))) go("guide");
    return;
  }
  await remember();
  await replan();
  const words = planWords.value;
  const read =
    plan.value?.outcome !== "plan" ||
    (words?.advice.length ?? 0) > 0 ||
    draft.value.feel.length > 0;
  if (bound.value === "plan" || read) turn("plan");
  else await guideNow(turn);
}

/**
 * Guides the plan that is shown, in a tap. One that is not for what is said and known by now is made
 * anew and shown instead.
 */
export async function guidePlan(): Promise<void> {
  unlockSound();
  if (!screened()) {
    bound.value = "guide";
    go("screening");
  } else if (!stands.value) {
    await replan();
    go("plan");
  } else {
    await guideNow(go);
  }
}

async function guideNow(there: (screen: "guide") => void): Promise<void> {
  try {
    if (await begin(plan.value!)) there("guide");
  } catch (error) {
    if (!(error instanceof CoreError && error.field.startsWith("plan"))) throw error;
    const judged = await desk("guidable", {
      person: personId.value,
      ...territory(),
      now: now(),
      plan: plan.value!,
      ...since(),
    });
    await show(judged.plan, judged.says);
    turn("plan");
  }
}

type BrokenOff = NonNullable<Today["broken_off"]>;

/** Takes up a session that was broken off, in a tap. After an hour it is asked how things are. */
export async function goOn(open: BrokenOff): Promise<void> {
  unlockSound();
  if (!screened() && Date.now() - Date.parse(open.last) >= hour) {
    bound.value = "on";
    go("screening");
    return;
  }
  if (await takeUp(open)) go("guide");
}

/** A warning sign ends whatever session waits, whatever is answered later. */
export async function endAll(red_flag: string): Promise<void> {
  if (scene.value !== null && scene.value.phase !== "over") {
    await happen({ event: "urgent", red_flag });
    leave();
  }
  const open = today.value?.broken_off;
  if (open) await close(open.session);
}

/** Tools and places are remembered with the first session that uses them. */
async function remember(): Promise<void> {
  const known = person.value;
  const { at } = draft.value;
  const same = (a: readonly string[], b: readonly string[]) =>
    a.length === b.length && a.every((one) => b.includes(one));
  const { tools } = request();
  const ids = (tools ?? []).map((tool) => tool.id);
  const data = {
    ...(same(known?.tools.map((tool) => tool.id) ?? [], ids) ? {} : { tools }),
    ...(same(known?.at ?? [], at) ? {} : { at }),
  };
  if (Object.keys(data).length > 0) await tellProfile(data);
}
