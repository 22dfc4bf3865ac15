/** `unknot/timeline@1`, a session laid out in time. */

import type { Id } from "./request.js";
import type { Preferences, SessionEvent } from "./session.js";

/** How a session is to be told. */
export interface Telling {
  /** Words in another language than the plan's. */
  language?: string;
  /** How much is said; warnings, pauses and ends are said in all of them. By default full. */
  verbosity?: "full" | "brief" | "minimal";
  /** Techniques that are told briefly. */
  familiar?: readonly Id[];
  /** Tell of each step why it is in the plan. */
  why?: boolean;
  preferences?: Preferences;
  /** What happened so far: the timeline goes on there. */
  events?: readonly SessionEvent[];
  /** Milliseconds that each sentence takes as a clip; others are estimated. */
  lengths?: Readonly<Record<string, number>>;
}

/** The answer of `timeline`. */
export interface Timeline {
  format: "unknot/timeline@1";
  language: string;
  /** When the session begins, after the greeting. */
  start_ms: number;
  /** Of the track, with greeting and goodbye. */
  length_ms: number;
  chapters: { at_ms: number; step: number; title: string }[];
  cues: Cue[];
  /** Sentences that had no room before the next one. */
  left_out: string[];
}

/** Something to be heard; `step` counts from 0. */
export type Cue = { at_ms: number; step: number } & (
  | { cue: "sentence"; length_ms: number; text: string }
  | { cue: "pass_out" | "pass_back" | "count" | "begins" | "ends" | "switches" }
);
