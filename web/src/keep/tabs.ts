/**
 * Several tabs of one browser: what one keeps, the others hear of; and only one of them guides a
 * person at a time. Browsers without these abilities simply have one tab's view until it is loaded
 * again.
 */

import type { JournalRecord } from "../core/records.js";

const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("unknot");

type News = { records: JournalRecord[] } | { forgot: string | null };

export function tellTabs(news: News): void {
  channel?.postMessage(news);
}

export function hearTabs(take: (news: News) => Promise<void>): void {
  if (channel !== null) channel.onmessage = (event: MessageEvent<News>) => void take(event.data);
}

const lockOf = (person: string | null) => `unknot-guide-${person ?? ""}`;
let held: { name: string; letGo(): void } | null = null;

/** Whether this tab may guide; from then on no other may, until `release`. */
export function claim(person: string | null): Promise<boolean> {
  const name = lockOf(person);
  // One that is let go of is not free at once.
  if (held?.name === name) return Promise.resolve(true);
  release();
  if (navigator.locks === undefined) return Promise.resolve(true);
  return new Promise((resolve) => {
    void navigator.locks.request(name, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock === null
        ? undefined
        : new Promise<void>((letGo) => {
            held = { name, letGo };
          });
    });
  });
}

export function release(): void {
  held?.letGo();
  held = null;
}

/** Whether some tab, this one perhaps, guides this person now. */
export async function guidedSomewhere(person: string | null): Promise<boolean> {
  const held = (await navigator.locks?.query?.().catch(() => null))?.held ?? [];
  return held.some((one) => one.name === lockOf(person));
}
