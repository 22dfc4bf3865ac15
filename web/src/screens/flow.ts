/** From "Start" to a session: what has to be asked on the way. */

import { signal } from "@preact/signals";
import { begin } from "../guide/runner.js";
import { go, turn } from "../route.js";
import { draft, person, plan, planWords, replan, request, tellProfile } from "../state.js";

/** Where the person was going when the safety questions came in between. */
export const bound = signal<"guide" | "plan">("guide");

const hours = 3_600_000;

/** Whether the core would ask again anyway; asking twice for one session helps nobody. */
export function screened(): boolean {
  const at = draft.value.red_flags?.at;
  return (
    draft.value.red_flags?.screened === true &&
    at !== undefined &&
    at !== null &&
    Date.now() - Date.parse(at) < hours &&
    !(person.value?.conditions_due ?? true)
  );
}

export async function quick(where: "guide" | "plan"): Promise<void> {
  bound.value = where;
  if (screened()) await onwards();
  else go("screening");
}

/** After the questions: plans, and guides at once unless there is something to read first. */
export async function onwards(): Promise<void> {
  await remember();
  await replan();
  const words = planWords.value;
  const read =
    plan.value?.outcome !== "plan" ||
    (words?.advice.length ?? 0) > 0 ||
    draft.value.feel.length > 0;
  if (bound.value === "plan" || read) {
    turn("plan");
    return;
  }
  await begin(plan.value!);
  turn("guide");
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
