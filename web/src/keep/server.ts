/**
 * The local store behind `unknot serve`, where there is one. Records wait in the outbox until the
 * server has them; sending one twice is as good as once, so that nothing is lost and nothing doubled
 * however often the network fails. What it has and this browser has not is taken over.
 */

import { signal } from "@preact/signals";
import type { JournalRecord } from "../core/records.js";
import { daysOf, runsThatDiffer, type Day } from "./days.js";
import { db, findRecord, forgetting, keepRecords, keepSetting, recordIds, setting } from "./db.js";
import { now } from "./clock.js";

/** none: served as plain files; away: it was there and does not answer. */
export const server = signal<"unknown" | "none" | "here" | "away">("unknown");

const api = "/api/v1";
const batch = 500;
/** Of an answer to a browser that has little; enough that asking takes no time beside it. */
const most = 5000;
let busy = false;
let wait = 1000;
let timer = 0;

/** Called with records that came from the server and are kept already. */
type Taken = (records: JournalRecord[]) => Promise<void>;
let taken: Taken = async () => undefined;

/** The tag of the server's log when it last had nothing that is not here. */
const tag = () => setting<string | null>("server_tag");
const keepTag = (known: string | null) => keepSetting("server_tag", known);

async function sendForgets(): Promise<void> {
  const all = await (await db()).getAll("outbox", IDBKeyRange.lowerBound(forgetting));
  for (const { id } of all) {
    const who = id === forgetting ? "" : `?person=${id.slice(forgetting.length)}`;
    const answer = await fetch(`${api}/records${who}`, { method: "DELETE" });
    if (!answer.ok) throw new Error(`DELETE answered ${answer.status}`);
    await (await db()).delete("outbox", id);
  }
}

async function sendRecords(): Promise<void> {
  const database = await db();
  for (;;) {
    const range = IDBKeyRange.upperBound(forgetting, true);
    const ids = await database.getAllKeys("outbox", range, batch);
    if (ids.length === 0) return;
    const found = await Promise.all(ids.map(findRecord));
    const records = found.filter((one): one is JournalRecord => one !== undefined);
    const answer = await fetch(`${api}/records`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ format: "unknot/journal@1", made: now(), records }),
    });
    if (!answer.ok) throw new Error(`POST answered ${answer.status}`);
    const { before, after } = (await answer.json()) as { before?: string; after?: string };
    const transaction = database.transaction("outbox", "readwrite");
    for (const id of ids) void transaction.store.delete(id);
    await transaction.done;
    if (after !== undefined && before === (await tag())) await keepTag(after);
  }
}

/** What the server has of these days and this browser has not. */
async function fetchDays(run: readonly Day[]): Promise<void> {
  const answer = await fetch(`${api}/records?first_day=${run[0]!.day}&last_day=${run.at(-1)!.day}`);
  if (!answer.ok) throw new Error(`GET answered ${answer.status}`);
  const { records } = (await answer.json()) as { records: JournalRecord[] };
  if (records.length === 0) return;
  const range = IDBKeyRange.bound(records[0]!.id, records.at(-1)!.id);
  const held = new Set(await recordIds(range));
  const fresh = records.filter((one) => !held.has(one.id));
  await keepRecords(fresh, false);
  if (fresh.length > 0) await taken(fresh);
}

async function fetchRecords(): Promise<void> {
  const known = await tag();
  const answer = await fetch(`${api}/records/days`, {
    headers: known ? { "if-none-match": known } : {},
  });
  if (answer.status === 304) return;
  if (!answer.ok) throw new Error(`GET answered ${answer.status}`);
  const { days } = (await answer.json()) as { days: Day[] };
  const ours = daysOf(await recordIds());
  for (const run of runsThatDiffer(days, ours, most)) await fetchDays(run);
  await keepTag(answer.headers.get("etag"));
}

async function reachable(): Promise<boolean> {
  const answer = await fetch(`${api}/health`, { cache: "no-store" }).catch(() => null);
  const json = answer?.ok && answer.headers.get("content-type")?.includes("json");
  if (!json) {
    // A plain file server answers too, but not with this.
    const gone = answer === null && (server.value === "here" || server.value === "away");
    server.value = answer === null ? (gone ? "away" : "unknown") : "none";
    return false;
  }
  server.value = "here";
  return true;
}

/** Brings both together. Failing is normal: it is tried again, ever more rarely. */
export async function bringTogether(): Promise<void> {
  if (busy) return;
  busy = true;
  clearTimeout(timer);
  try {
    if (!(await reachable())) throw new Error("not reachable");
    await sendForgets();
    await sendRecords();
    await fetchRecords();
    wait = 1000;
  } catch {
    if (server.value !== "none") {
      timer = window.setTimeout(() => void bringTogether(), wait);
      wait = Math.min(wait * 2, 300_000);
    }
  } finally {
    busy = false;
  }
}

/** From now on: at once, whenever something is kept, and when the network is back. */
export function watchServer(take: Taken): void {
  taken = take;
  let soon = 0;
  addEventListener("unknot-kept", () => {
    clearTimeout(soon);
    if (server.value !== "none") soon = window.setTimeout(() => void bringTogether(), 300);
  });
  addEventListener("unknot-forgot", (event) => {
    const who = (event as CustomEvent<string | null>).detail ?? "";
    void keepTag(null)
      .catch(() => undefined)
      .then(db)
      .then((database) => database.put("outbox", { id: forgetting + who, forget: true }))
      .then(() => bringTogether());
  });
  addEventListener("online", () => void bringTogether());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") void bringTogether();
  });
  void bringTogether();
}
