import type { JournalRecord } from "../core/records.js";
import { now } from "./clock.js";
import { everything, hasStorage } from "./db.js";

/**
 * The whole log as a journal (docs/formats/journal.md), in parts: it may be a large file.
 * @param besides  Records that are not kept here.
 */
export async function journalParts(besides: readonly JournalRecord[]): Promise<string[]> {
  const parts: string[] = [];
  const add = (records: readonly JournalRecord[]) => {
    for (const one of records) parts.push(`${parts.length > 0 ? "," : ""}\n${JSON.stringify(one)}`);
  };
  if (await hasStorage()) for await (const records of everything()) add(records);
  add(besides);
  const head = { format: "unknot/journal@1", made: now() };
  return [`${JSON.stringify(head).slice(0, -1)},"records":[`, ...parts, "\n]}\n"];
}

/** Hands a text, in parts, to the person as a file. */
export function handOver(parts: string[], name: string, type: string): void {
  const url = URL.createObjectURL(new Blob(parts, { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
