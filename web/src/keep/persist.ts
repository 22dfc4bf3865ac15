/** How safe what is kept here is from the browser itself. */

import { countRecords, db } from "./db.js";
import { signal } from "@preact/signals";

export interface Standing {
  /** null: the browser cannot say. */
  persisted: boolean | null;
  records: number;
  waiting: number;
  /** The browser keeps nothing for this page. */
  blocked: boolean;
}

export const standing = signal<Standing | null>(null);

export async function lookAtStorage(): Promise<void> {
  const persisted = (await navigator.storage?.persisted?.().catch(() => null)) ?? null;
  const database = await db().catch(() => null);
  standing.value = {
    persisted,
    records: database === null ? 0 : await countRecords().catch(() => 0),
    waiting: (await database?.count("outbox").catch(() => 0)) ?? 0,
    blocked: database === null,
  };
}

export async function askToPersist(): Promise<void> {
  await navigator.storage?.persist?.().catch(() => false);
  await lookAtStorage();
}

/** Safari clears pages that were not visited for seven days, unless they are on the home screen. */
export function mayEvict(): boolean {
  const agent = navigator.userAgent;
  const safari = /^((?!chrome|android|crios|fxios).)*safari/i.test(agent);
  return safari && !matchMedia("(display-mode: standalone)").matches;
}
