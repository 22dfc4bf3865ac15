/**
 * What this browser keeps, in IndexedDB: the records of the log, which of them the local server has
 * not seen yet, settings of this device, and spoken clips.
 *
 * A log of years is nearly all plans and single events, of which only those of an unfinished session
 * are read again. They lie by themselves, and of each plan a heading beside it.
 */

import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from "idb";
import type { JournalRecord } from "../core/records.js";

/** Whose plan it is, and of when. */
export type Heading = Pick<JournalRecord, "id" | "person" | "at">;

interface Schema extends DBSchema {
  /** All but plans and events. */
  records: { key: string; value: JournalRecord };
  plans: { key: string; value: JournalRecord };
  headings: { key: string; value: Heading };
  events: { key: string; value: JournalRecord; indexes: { session: string } };
  /** Ids of records to be sent on, and people to be forgotten there. */
  outbox: { key: string; value: { id: string; forget?: boolean } };
  settings: { key: string; value: unknown };
  clips: { key: string; value: ArrayBuffer };
}

export type Db = IDBPDatabase<Schema>;
const kept = ["records", "plans", "events"] as const;
type Kept = (typeof kept)[number];
const written = [...kept, "headings", "outbox"] as const;
type Writing = IDBPTransaction<
  Schema,
  ("records" | "plans" | "events" | "headings")[],
  "readwrite"
>;

let opening: Promise<Db> | null = null;

/** @throws {DOMException} When the browser gives no storage, as some do in private windows. */
export function db(): Promise<Db> {
  opening ??= openDB<Schema>("unknot", 2, {
    async upgrade(database, before, _now, transaction) {
      if (before < 1) {
        database.createObjectStore("records", { keyPath: "id" });
        database.createObjectStore("outbox", { keyPath: "id" });
        database.createObjectStore("settings");
        database.createObjectStore("clips");
      }
      if (before < 2) {
        database.createObjectStore("plans", { keyPath: "id" });
        database.createObjectStore("headings", { keyPath: "id" });
        database.createObjectStore("events", { keyPath: "id" }).createIndex("session", "session");
        await part(transaction as unknown as Writing);
      }
    },
    // Another tab of a newer version waits for this one: let it go on, and reload on next use.
    blocking(_now, _then, event) {
      (event.target as IDBDatabase).close();
      opening = null;
    },
    terminated() {
      opening = null;
    },
  });
  return opening;
}

/** Some browsers keep nothing for a page, as in private windows. */
export function hasStorage(): Promise<boolean> {
  return db().then(
    () => true,
    () => false,
  );
}

function storeOf(record: JournalRecord): Kept {
  return record.kind === "plan" ? "plans" : record.kind === "event" ? "events" : "records";
}

/** Neither a plan nor an event. */
export const isFact = (record: JournalRecord): boolean => storeOf(record) === "records";

function put(transaction: Writing, record: JournalRecord): void {
  const { id, person, at } = record;
  void transaction.objectStore(storeOf(record)).put(record);
  if (record.kind === "plan") void transaction.objectStore("headings").put({ id, person, at });
}

/** Plans and events of the first version lie among the rest. */
async function part(transaction: Writing): Promise<void> {
  let cursor = await transaction.objectStore("records").openCursor();
  for (; cursor !== null; cursor = await cursor.continue()) {
    if (isFact(cursor.value)) continue;
    put(transaction, cursor.value);
    void cursor.delete();
  }
}

/** Of what is read at once. */
const piece = 2000;

interface Readable {
  getAll(range: IDBKeyRange | null, count: number): Promise<JournalRecord[]>;
}

/** The records of a store a piece at a time, in the order of writing. */
async function* pieces(store: Readable): AsyncGenerator<JournalRecord[]> {
  let range: IDBKeyRange | null = null;
  for (;;) {
    const found: JournalRecord[] = await store.getAll(range, piece);
    if (found.length > 0) yield found;
    if (found.length < piece) return;
    range = IDBKeyRange.lowerBound(found.at(-1)!.id, true);
  }
}

async function* piecesOf(name: Kept): AsyncGenerator<JournalRecord[]> {
  const database = await db();
  yield* pieces({ getAll: (range, count) => database.getAll(name, range, count) });
}

/** Everything but plans and events, a piece at a time. */
export const facts = (): AsyncGenerator<JournalRecord[]> => piecesOf("records");

/** Every record there is, a piece at a time; not in one order. */
export async function* everything(): AsyncGenerator<JournalRecord[]> {
  for (const store of kept) yield* piecesOf(store);
}

/** The plans there are, and the newest of each person whole, with its events. */
export async function sessions(): Promise<{ headings: Heading[]; newest: JournalRecord[] }> {
  const database = await db();
  const headings = await database.getAll("headings");
  const last = new Map(headings.map((one) => [one.person, one.id]));
  const newest: JournalRecord[] = [];
  for (const id of last.values()) {
    const plan = await database.get("plans", id);
    if (plan !== undefined) newest.push(plan);
    newest.push(...(await database.getAllFromIndex("events", "session", id)));
  }
  return { headings, newest };
}

export async function findRecord(id: string): Promise<JournalRecord | undefined> {
  const database = await db();
  for (const store of kept) {
    const found = await database.get(store, id);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Ids of what is kept, not in one order. */
export async function recordIds(range: IDBKeyRange | null = null): Promise<string[]> {
  const database = await db();
  const all = await Promise.all(kept.map((store) => database.getAllKeys(store, range)));
  return all.flat();
}

export async function countRecords(): Promise<number> {
  const database = await db();
  const counts = await Promise.all(kept.map((store) => database.count(store)));
  return counts.reduce((sum, one) => sum + one, 0);
}

/** Keeps records: all or none, on disk when it returns. They go into the outbox as well. */
export async function keepRecords(records: readonly JournalRecord[], send = true): Promise<void> {
  if (records.length === 0) return;
  const transaction = (await db()).transaction(written, "readwrite", { durability: "strict" });
  for (const record of records) {
    put(transaction as unknown as Writing, record);
    if (send) void transaction.objectStore("outbox").put({ id: record.id });
  }
  await transaction.done;
}

/** Names in the outbox from here on are none of records. */
export const forgetting = "forget:";

/** Really deletes what belongs to a person; everything with null. */
export async function forgetRecords(person: string | null): Promise<void> {
  const transaction = (await db()).transaction(written, "readwrite", { durability: "strict" });
  const outbox = transaction.objectStore("outbox");
  const headings = transaction.objectStore("headings");
  if (person === null) {
    for (const name of [...kept, "headings"] as const) void transaction.objectStore(name).clear();
    void outbox.delete(IDBKeyRange.upperBound(forgetting, true));
    await transaction.done;
    return;
  }
  for (const name of kept) {
    const store = transaction.objectStore(name);
    for await (const records of pieces(store)) {
      for (const { id, person: whose } of records) {
        if (whose !== person && id !== person) continue;
        void store.delete(id);
        void outbox.delete(id);
        if (name === "plans") void headings.delete(id);
      }
    }
  }
  await transaction.done;
}

export async function setting<T>(key: string): Promise<T | undefined> {
  return (await (await db()).get("settings", key)) as T | undefined;
}

export async function keepSetting(key: string, value: unknown): Promise<void> {
  await (await db()).put("settings", value, key);
}
