/** The two clocks of this device and its chance: the core has none of them. */

import type { Now, Writing } from "../core/desk.js";

/** RFC 3339 with the offset of where this device is. */
export function rfc3339(ms: number): string {
  const date = new Date(ms);
  const minutes = -date.getTimezoneOffset();
  const two = (n: number) => String(Math.floor(Math.abs(n))).padStart(2, "0");
  const offset =
    minutes === 0 ? "Z" : `${minutes < 0 ? "-" : "+"}${two(minutes / 60)}:${two(minutes % 60)}`;
  return new Date(ms + minutes * 60_000).toISOString().slice(0, 19) + offset;
}

export const now = (): string => rfc3339(Date.now());

export function chance(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function writing(): Writing {
  const ms = Date.now();
  return { now: rfc3339(ms), unix_ms: ms, chance: chance() };
}

/** @param at  ms on a clock that never goes back. */
export function moment(at: number, ms = Date.now()): Now {
  return { now: rfc3339(ms), unix_ms: Math.round(ms), chance: chance(), at: Math.round(at) };
}
