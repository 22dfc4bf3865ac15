/** `unknot/session@1`, a session guided through events, and `unknot/snapshot@1`, how it stands. */

import type { Id, Level, Rung, Side } from "./request.js";
import type { Plan, Variant } from "./plan.js";

/** How somebody likes to be guided. Nothing here can lengthen what is rolled. */
export interface Preferences {
  /** Of the planned time to get ready: 100 to 200. By default 100. */
  ready_percent?: number;
  /** Seconds between calls of the time left, 0 to 600; 0, the default: never. */
  time_left_every?: number;
  /** Reminders to breathe. By default true. */
  breathing?: boolean;
  /** Ask after each step how strong it was. By default true. */
  ask_levels?: boolean;
}

/** Something that happened, at a moment in ms of the host's own clock, such as performance.now(). */
export type SessionEvent =
  | {
      at: number;
      event:
        | "start" | "tick" | "ready" | "pause" | "resume" | "skip" | "back" | "repeat" | "more_time"
        | "softer" | "harder" | "hold_spot" | "it_hurt" | "tingling" | "coldness" | "dizzy" | "stop"
        | "clock_jump";
    }
  | { at: number; event: "level"; level: Level }
  | { at: number; event: "urgent"; red_flag?: Id };

/** The answer of `guide`. */
export interface Session {
  format: "unknot/session@1";
  /** What is guided; when it is a refusal, nothing happens. */
  plan: Plan;
  /** What to do, for all events in order. */
  commands: Command[];
  /** When to send the next tick, or sooner; null: nothing happens by itself. */
  due: number | null;
  /** What was really rolled, in order. */
  rolled: RolledPiece[];
  /** How it stands now; null when there is no plan. */
  snapshot: Snapshot | null;
}

interface SessionWay {
  technique: Id;
  tool: string;
  variant: Variant;
}

/** Which set of a step, from 1. */
interface OfSet {
  number: number;
  count: number;
}

/** What to do; `at` is the moment of the event that brought it, `step` counts from 0. */
export type Command = { at: number; step: number } & (
  | ({ command: "get_ready" | "switch_side"; seconds: number } & SessionWay)
  | ({ command: "set_begins"; seconds: number } & OfSet & SessionWay)
  | { command: "stroke"; number: number; direction: "out" | "back"; seconds: number }
  | ({ command: "half_way" | "breathe" } & OfSet)
  | ({ command: "last_seconds" | "again"; seconds: number } & OfSet)
  | {
      command:
        | "time_left" | "spot_begins" | "rest" | "ask_level" | "ask_pain" | "longer" | "resumes";
      seconds: number;
    }
  | {
      command:
        | "spot_ends" | "level_unknown" | "no_softer" | "no_harder" | "no_more_time"
        | "nothing_before";
    }
  | { command: "level_taken"; level: Level }
  | ({ command: "eased" | "hardened" } & SessionWay)
  | { command: "paused"; pause: PauseReason }
  | { command: "step_over" | "over"; reason: EndReason }
  | { command: "area_over"; area: Id; reason: EndReason }
  | { command: "write_rolled"; rolled: RolledPiece }
  | { command: "emergency"; red_flag: Id | null }
);

export type PauseReason = "asked" | "hurt" | "clock" | "resumed_later";

export type EndReason =
  | "finished" | "skipped" | "level" | "hurt" | "tingling" | "coldness" | "dose_spent" | "dizzy"
  | "urgent" | "stopped";

export type Phase =
  | "waiting" | "get_ready" | "switch_side" | "strokes" | "hold" | "spot" | "rest" | "count_in"
  | "last_word" | "over";

/** Rolling as it was really done, in one way. */
export interface RolledPiece extends SessionWay {
  step: number;
  area: Id;
  side: Side;
  /** Seconds, rounded up: what was begun counts. */
  sets: number[];
  /** The strongest that was told; null: unknown, never 0. */
  level: Level | null;
}

/** How a session stands. For comparing and showing; nothing reads it back. */
export interface Snapshot {
  format: "unknot/snapshot@1";
  knowledge: string;
  phase: Phase;
  paused: PauseReason | null;
  over: EndReason | null;
  step: number;
  phase_ms: number;
  phase_length_ms: number;
  set_ms: number;
  pass: number;
  pass_ms: number;
  session_ms: number;
  session_left_ms: number;
  level_ms: number | null;
  pain_ms: number | null;
  written: number;
  steps: {
    over: boolean;
    reason: EndReason | null;
    technique: Id;
    /** Index among the request's tools. */
    tool: number;
    variant: Variant;
    sets: number[];
    set: number;
    rolled_seconds: number;
    level: Level | null;
    rest_ms: number;
  }[];
  rolled: (Omit<RolledPiece, "tool"> & { tool: number })[];
  areas: {
    area: Id;
    over: EndReason | null;
    strong: boolean;
    rung_most: Rung | null;
    pascals_most: number | null;
  }[];
  muscles: { muscle: Id; left_seconds: number; right_seconds: number }[];
  held: { muscle: Id; side: "left" | "right"; held_ms: number; rest_ms: number }[];
}
