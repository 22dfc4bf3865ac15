/**
 * What this browser keeps, in IndexedDB: the records of the log, which of them the local server has
 * not seen yet, settings of this device, and spoken clips.
 */

import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { JournalRecord } from "../core/records.js";

interface Schema extends DBSchema {
  records: { key: string; value: JournalRecord };
  /** Ids of records to be sent on, and people to be forgotten there. */
  outbox: { key: string; value: { id: string; forget?: boolean } };
  settings: { key: string; value: unknown };
  clips: { key: string; value: ArrayBuffer };
}

export type Db = IDBPDatabase<Schema>;

let opening: Promise<Db> | null = null;

/** @throws {DOMException} When the browser gives no storage, as some do in private windows. */
export function db(): Promise<Db> {
  opening ??= openDB<Schema>("unknot", 1, {
    upgrade(database) {
      database.createObjectStore("records", { keyPath: "id" });
      database.createObjectStore("outbox", { keyPath: "id" });
      database.createObjectStore("settings");
      database.createObjectStore("clips");
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

/** All records, in the order of writing. */
export async function allRecords(): Promise<JournalRecord[]> {
  return (await db()).getAll("records");
}

/** Keeps records: all or none, on disk when it returns. They go into the outbox as well. */
export async function keepRecords(records: readonly JournalRecord[], send = true): Promise<void> {
  if (records.length === 0) return;
  const transaction = (await db()).transaction(["records", "outbox"], "readwrite", {
    durability: "strict",
  });
  for (const record of records) {
    void transaction.objectStore("records").put(record);
    if (send) void transaction.objectStore("outbox").put({ id: record.id });
  }
  await transaction.done;
}

/** Really deletes what belongs to a person; everything with null. */
export async function forgetRecords(person: string | null): Promise<void> {
  const transaction = (await db()).transaction(["records", "outbox"], "readwrite", {
    durability: "strict",
  });
  const records = transaction.objectStore("records");
  const outbox = transaction.objectStore("outbox");
  for (const record of await records.getAll()) {
    if (person !== null && record.person !== person && record.id !== person) continue;
    void records.delete(record.id);
    void outbox.delete(record.id);
  }
  await transaction.done;
}

export async function setting<T>(key: string): Promise<T | undefined> {
  return (await (await db()).get("settings", key)) as T | undefined;
}

export async function keepSetting(key: string, value: unknown): Promise<void> {
  await (await db()).put("settings", value, key);
}
