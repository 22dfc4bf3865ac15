/**
 * The words of buttons and headlines. Everything about bodies, rules and plans is said by the core;
 * these are the skin's own. English is always here, another language comes when it is chosen.
 */

import { signal } from "@preact/signals";
import { en, type Key, type Words } from "./en.js";

const words = signal<Words>(en);
const others: Record<string, () => Promise<Words>> = {
  es: async () => (await import("./es.js")).es,
  de: async () => (await import("./de.js")).de,
};

export async function readIn(language: string): Promise<void> {
  const load = others[language];
  words.value = load === undefined ? en : await load();
}

type Slots = Record<string, string | number>;

/** The words of `key`; `{n}` and the like are filled in. */
export function t(key: Key, slots: Slots = {}): string {
  return words.value[key].replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(slots[name] ?? whole),
  );
}

/** One or many, by number. */
export function many(one: Key, other: Key, n: number): string {
  return t(n === 1 ? one : other, { n });
}

/** "2:05" of seconds. */
export function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(Math.round(seconds) % 60).padStart(2, "0")}`;
}

/** The habits of this device, as long as it speaks the same language: 23 November or November 23. */
export function locale(language: string): string {
  return navigator.languages.find((one) => one.toLowerCase().startsWith(language)) ?? language;
}

export function day(rfc3339: string, language: string): string {
  return new Date(rfc3339).toLocaleDateString(locale(language), {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
  });
}

export function time(rfc3339: string, language: string): string {
  return new Date(rfc3339).toLocaleTimeString(locale(language), {
    hour: "2-digit",
    minute: "2-digit",
  });
}
