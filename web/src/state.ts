/** What the app knows while it is open. Everything that is decided comes from the core. */

import { computed, effect, signal } from "@preact/signals";
import { desk, fillDesk, fillWith, speakLanguage } from "./core/client.js";
import type { Begin, Catalogue, Entry, PlanWords, Today, Written } from "./core/desk.js";
import type { Plan } from "../../wasm/npm/types/plan.js";
import type { Request, Tool } from "../../wasm/npm/types/request.js";
import type { JournalRecord, ProfileData } from "./core/records.js";
import {
  facts,
  forgetRecords,
  hasStorage,
  isFact,
  keepRecords,
  keepSetting,
  sessions,
  setting,
} from "./keep/db.js";
import { now, writing } from "./keep/clock.js";
import { guidedSomewhere, hearTabs, tellTabs } from "./keep/tabs.js";
import { set, settings } from "./settings.js";

export type Feel = NonNullable<Request["feel"]>[number];
type Wish = NonNullable<Request["want"]>[number];

/** What is said for the plan of this moment. */
export interface Draft {
  /** Ids of tools as the catalogue calls them; the rest is asked of it. */
  tools: string[];
  at: string[];
  feel: Feel[];
  want: Wish[];
  avoid: string[];
  goal: NonNullable<Request["goal"]>;
  activity: string | null;
  red_flags: NonNullable<Request["red_flags"]> | null;
  /** With which tool, by its id in the catalogue, a place is to be rolled. */
  use: { at: string; tool: string }[];
  /** For this plan alone; null: as in the settings. */
  minutes: number | null;
}

const nothingSaid: Draft = {
  tools: [],
  at: ["floor"],
  feel: [],
  want: [],
  avoid: [],
  goal: "recover",
  activity: null,
  red_flags: null,
  use: [],
  minutes: null,
};
export const draft = signal<Draft>(nothingSaid);
export const catalogue = signal<Catalogue | null>(null);
export const today = signal<Today | null>(null);
export const plan = signal<Plan | null>(null);
export const planWords = signal<PlanWords | null>(null);
/** Said of a plan that came from elsewhere or was made anew. */
export const planNote = signal("");
/** Something went wrong that the person should know of. */
export const notice = signal<string | null>(null);
/** Records could not be kept: the browser refused. They are still here while the page is open. */
export const keepingFailed = signal(false);
export const person = computed(() => today.value?.person ?? null);
export const personId = computed(() => person.value?.id ?? null);

export function change(part: Partial<Draft>): void {
  draft.value = { ...draft.value, ...part };
}

/** How often the log changed: a plan made before is not the plan for now. */
const logged = signal(0);
const loggedAnew = () => {
  logged.value = logged.peek() + 1;
};

/** How often somebody told something, here or in another tab; a session's own records are no news. */
const tellings = signal(0);

/** Everything that may forbid to go on with what was begun. */
export const news = computed(() => JSON.stringify([personId.value, tellings.value, since()]));

/** Everything a plan depends on, but for the hour. */
const said = computed(() => JSON.stringify([personId.value, logged.value, request()]));
const plannedFor = signal("");
/** Whether the plan is for what is said and known now; another one is neither read nor begun. */
export const stands = computed(() => plan.value !== null && plannedFor.value === said.value);

let day = new Date().toDateString();
/** How somebody felt yesterday is not how they feel today. */
export function newDay(): void {
  const now = new Date().toDateString();
  if (now === day) return;
  day = now;
  const { tools, at } = draft.value;
  sayNothing({ tools, at });
}

/** For another day, or for somebody else. */
export function sayNothing(but: Partial<Draft> = {}): void {
  draft.value = { ...nothingSaid, ...but };
  plan.value = null;
  planWords.value = null;
}

interface KeptDraft {
  day: string;
  person: string | null;
  said: Draft;
}

/** What was said today outlives the page; only that nothing was the matter is asked again. */
export async function recall(): Promise<void> {
  const kept = await setting<KeptDraft>("said").catch(() => undefined);
  if (kept?.day === day && kept.person === settings.value.person) {
    const { red_flags } = kept.said;
    const present = (red_flags?.present ?? []).length > 0;
    draft.value = { ...nothingSaid, ...kept.said, red_flags: present ? red_flags : null };
  }
  effect(() => {
    const now: KeptDraft = { day, person: settings.value.person, said: draft.value };
    void keepSetting("said", now).catch(() => undefined);
  });
}

const journal = (records: JournalRecord[]) =>
  ({ format: "unknot/journal@1", made: now(), records }) as const;

/**
 * The core holds the log as long as its instance lives; it is told again after a mishap. A browser
 * that keeps nothing has none; one that cannot read what it keeps is not to plan without it.
 */
fillWith(async () => {
  await speakLanguage(settings.value.language).catch(() => undefined);
  if (await hasStorage()) {
    for await (const records of facts()) await fillDesk("log_load", journal(records));
    const { headings, newest } = await sessions();
    await fillDesk("log_load", journal(newest));
    await fillDesk("log_headings", { sessions: headings });
  }
  await fillDesk("log_load", journal(notKept()));
});

/** Where this device thinks it is; empty where it says no language, or one nobody can read ("C"). */
function ownRegion(): string {
  try {
    return new Intl.Locale(navigator.language).maximize().region ?? "";
  } catch {
    return "";
  }
}

/** ISO 3166 alpha-2, for the emergency number; nothing where it is not known. */
export function territory(): { territory?: string } {
  const known = person.value?.territory ?? ownRegion();
  return /^[A-Z]{2}$/.test(known) ? { territory: known } : {};
}

/** Once a language is asked for, everything is told in it. */
export async function loadCatalogue(): Promise<void> {
  const { language } = settings.value;
  await speakLanguage(language).catch(() => undefined);
  catalogue.value = await desk("catalogue", { language, ...territory() });
}

export async function look(): Promise<void> {
  const { language, person: who } = settings.value;
  const answer = await desk("log_today", { person: who, now: now(), language });
  // A session that goes on in some tab is not broken off.
  if (answer.broken_off !== null && (await guidedSomewhere(answer.person?.id ?? null))) {
    answer.broken_off = null;
  }
  today.value = answer;
  const tools = answer.person?.tools;
  if (tools && draft.value.tools.length === 0) change({ tools: namesOf(tools) });
  if (answer.person?.at) change({ at: answer.person.at });
}

/** Who is quicker than the log is read is somebody it knows all the same. */
export async function looked(): Promise<void> {
  if (today.value === null) await look();
}

/** Ids of the catalogue for tools somebody keeps, where they are called after one. */
function namesOf(tools: readonly Tool[]): string[] {
  const rows = catalogue.value?.tools ?? [];
  return tools.flatMap((tool) => {
    const row = rows.find((one) => one.id === tool.id || one.name === tool.id);
    return row ? [row.id] : [];
  });
}

/** Tools of the draft as a request has them, called as the person reads them. */
export function toolsOf(ids: readonly string[]): Tool[] {
  const rows = catalogue.value?.tools ?? [];
  return ids.flatMap((id) => {
    const row = rows.find((one) => one.id === id);
    return row ? [{ id: row.name, ...row.tool } as Tool] : [];
  });
}

/** Somebody who was just made and is not looked at yet. */
let newcomer: Promise<string> | null = null;

/** The first word that is kept makes somebody known here; two at once make one. */
async function somebody(): Promise<string> {
  await looked();
  const id = personId.value;
  if (id !== null) {
    newcomer = null;
    return id;
  }
  newcomer ??= makeSomebody();
  newcomer.catch(() => {
    newcomer = null;
  });
  return newcomer;
}

async function makeSomebody(): Promise<string> {
  const made = await desk("log_write", {
    person: null,
    ...writing(),
    entries: [{ kind: "person", data: { name: "me" } }],
  });
  await keep(made.records);
  const first = made.records[0]!.id;
  set("person", first);
  return first;
}

/** Records that this browser refused so far. The next that are kept take them along. */
const refused = new Map<string, JournalRecord>();
export const notKept = (): JournalRecord[] => [...refused.values()];

/** Records the core made and holds already. A browser that refuses is told of, and nothing stops. */
export async function keep(records: readonly JournalRecord[]): Promise<void> {
  for (const one of records) refused.set(one.id, one);
  const all = notKept();
  try {
    await keepRecords(all);
    keepingFailed.value = false;
    for (const one of all) refused.delete(one.id);
    if (records.length === 0) return;
    loggedAnew();
    dispatchEvent(new Event("unknot-kept"));
    tellTabs({ records: all });
  } catch {
    keepingFailed.value = true;
  }
}

export async function write(entries: Entry[], at?: string): Promise<Written> {
  tellings.value = tellings.peek() + 1;
  const who = await somebody();
  const { language } = settings.value;
  const written = await desk("log_write", {
    person: who,
    language,
    ...(at === undefined ? {} : { at }),
    ...writing(),
    entries,
  });
  await keep(written.records);
  await look();
  return written;
}

export function tellProfile(data: ProfileData): Promise<Written> {
  return write([{ kind: "profile", data }]);
}

/** Somebody, or everybody with null, is gone from here; a session of theirs is over. */
async function drop(who: string | null): Promise<void> {
  await desk("log_forget", { person: who });
  newcomer = null;
  for (const one of notKept()) {
    if (who === null || one.person === who) refused.delete(one.id);
  }
  dispatchEvent(new CustomEvent("unknot-gone", { detail: who }));
  if (who === null || who === settings.value.person) {
    set("person", null);
    sayNothing();
  }
  loggedAnew();
}

export async function forget(who: string | null): Promise<void> {
  await drop(who);
  await forgetRecords(who);
  dispatchEvent(new CustomEvent("unknot-forgot", { detail: who }));
  tellTabs({ forgot: who });
  await look();
}

/** What another tab kept or deleted holds here too. */
export function joinTabs(): void {
  hearTabs(async (news) => {
    if ("records" in news) {
      await takeIn(news.records);
      return;
    }
    await drop(news.forgot);
    // What this tab was just writing is not to stay.
    await forgetRecords(news.forgot);
    await look();
  });
}

/** Of these every one is told; of more, only those that count. */
const few = 500;

/** Records that are kept already, from another tab or from the local store. */
export async function takeIn(records: JournalRecord[]): Promise<void> {
  tellings.value = tellings.peek() + 1;
  if (records.length <= few) {
    await desk("log_load", journal(records));
  } else {
    await desk("log_load", journal(records.filter(isFact)));
    const { headings, newest } = await sessions();
    await desk("log_load", journal(newest));
    await desk("log_headings", { sessions: headings });
  }
  loggedAnew();
  await look();
}

/** A request of what was said; the core completes it from the log. */
export function request(): Partial<Request> {
  const told = draft.value;
  const out: Partial<Request> = {
    format: "unknot/request@1",
    language: settings.value.language,
    minutes: told.minutes ?? settings.value.minutes,
    goal: told.goal,
    activity: told.activity,
    at: told.at as Request["at"],
    feel: told.feel,
    want: told.want,
    avoid: told.avoid.map((at) => ({ at })) as Request["avoid"],
    red_flags: told.red_flags ?? { screened: false },
  };
  out.tools = toolsOf(told.tools);
  out.use = told.use
    .filter((one) => told.tools.includes(one.tool))
    .flatMap(({ at, tool }) => toolsOf([tool]).map((named) => ({ at, tool: named.id })));
  return out;
}

/** Plans what was said. An answer that comes late for an older question is dropped. */
let asked = 0;
export async function replan(): Promise<void> {
  const mine = ++asked;
  const from = performance.now();
  const words = said.value;
  const made = await desk("log_plan", {
    person: personId.value,
    ...territory(),
    now: now(),
    request: request(),
  });
  if (mine !== asked) return;
  await show(made, "", words);
  performance.measure("unknot-replan", { start: from });
}

/** @param words  What it was made for, when that is not what is said by now. */
export async function show(made: Plan, note: string, words = said.value): Promise<void> {
  planWords.value = await desk("plan_words", { plan: made, language: settings.value.language });
  plan.value = made;
  plannedFor.value = words;
  planNote.value = note;
}

/** What is said now, beside a plan that was made before. */
export function since(): Pick<Begin, "feel" | "red_flags"> {
  const { feel, red_flags } = draft.value;
  return { feel, ...(red_flags === null ? {} : { red_flags }) };
}
