/**
 * The desk: what a host with a screen and a log asks of the core, as JSON in and JSON out. The core
 * answers; nothing here is decided in TypeScript. docs/formats/desk.md says the same field by field.
 *
 * Every call may answer `{"error": ...}` (docs/formats/error.md) instead. The desk holds the records
 * it was given and, while somebody is guided, that session; both live in the instance of the module,
 * so that one which trapped is started anew from the records the host keeps.
 */

import type { Id, Level, Request, Side, Tool } from "../../../wasm/npm/types/request.js";
import type { Plan } from "../../../wasm/npm/types/plan.js";
import type { Preferences } from "../../../wasm/npm/types/session.js";
import type { JournalRecord, ProfileData } from "./records.js";

/** The moment of a call by the host's clocks. The core has none. Saying more of it is no mistake. */
export interface Moment {
  /** RFC 3339 with the offset of the place. */
  now: string;
}

/** A moment at which records may be written: ids are made of it. */
export interface Writing extends Moment {
  /** Whole. */
  unix_ms: number;
  /** 32 hex digits nobody can guess, new for each call; several ids are made from them. */
  chance: string;
}

export interface Said {
  says: string;
}

/* ---- What there is to choose from: `catalogue` ---- */

export interface CatalogueIn {
  language?: string;
  /** ISO 3166 alpha-2, for the emergency number. */
  territory?: string;
}

export interface Choice {
  id: Id;
  name: string;
}

export interface PlaceChoice extends Choice {
  kind: "area" | "zone" | "region";
  plain: string;
  sides: ["left", "right"] | ["middle"];
  /** Lower-case words people type, in this language and in English, the name among them. */
  words: string[];
  /** Zones and regions: why it is not rolled itself. */
  reason: string;
  /** What is done instead: names of areas. */
  instead: string[];
}

export interface Catalogue {
  language: string;
  /** All languages there are; `loaded` ones have their words here. */
  languages: { id: string; name: string; loaded: boolean }[];
  /** The body from head to foot. */
  parts: (Choice & { places: PlaceChoice[] })[];
  /** Tools that people own by name. */
  tools: (Choice & { hint: string; rung: number; aliases: string[]; tool: Omit<Tool, "id"> })[];
  activities: (Choice & { aliases: string[] })[];
  goals: (Choice & { description: string })[];
  red_flags: { id: Id; question: string; urgency: "emergency" | "urgent"; text: string }[];
  conditions: (Choice & {
    question: string;
    says: string;
    needs_at: boolean;
    uses_weeks: boolean;
    uses_cleared_on: boolean;
  })[];
  /** What a person is asked to choose from: `unknown` is not among them. */
  after_effects: Choice[];
  /** What to do at once, with the number of the territory. */
  emergency: { number: string; text: string };
  supports: Choice[];
  feels: Choice[];
}

/* ---- The teaching: `learn` ---- */

export interface LearnSource {
  id: Id;
  title: string;
  address: string;
  verified: string;
  verified_says: string;
}

export interface Learn {
  /** Intended use and limits, as `unknot learn` tells them. */
  intended: string[];
  topics: {
    id: string;
    title: string;
    claims: {
      id: Id;
      text: string;
      grade: string;
      grade_says: string;
      known: string;
      place: Id | null;
      sources: Id[];
    }[];
  }[];
  rules: {
    id: Id;
    name: string;
    summary: string;
    reason: string;
    known: string;
    basis: string;
    basis_says: string;
    sources: Id[];
  }[];
  areas: {
    id: Id;
    name: string;
    plain: string;
    landmarks: string;
    article: boolean;
    techniques: {
      id: Id;
      name: string;
      position: string;
      setup: string[];
      cues: string[];
      cautions: string[];
      faults: { fault: string; correction: string }[];
      sources: Id[];
    }[];
  }[];
  sources: LearnSource[];
}

/* ---- The log ---- */

export interface Person {
  id: Id;
  /** `me` for who never said a name. */
  name: string;
  person: NonNullable<Request["person"]>;
  language: string | null;
  territory: string | null;
  at: string[] | null;
  tools: Tool[];
  conditions: NonNullable<Request["conditions"]>;
  conditions_asked: string | null;
  conditions_due: boolean;
  may_be_regular: boolean;
}

/** `log_today`: how things stand as the app is opened. */
export interface Today {
  people: Choice[];
  person: Person | null;
  /** Sentences such as that conditions are to be asked again. */
  reminders: string[];
  questions: {
    area: Id;
    side: Side;
    /** "left thigh", in words. */
    where: string;
    rolled: string | null;
    not_gone: Id | null;
    not_gone_says: string | null;
    /** What is asked: how it felt, or whether it is gone. */
    says: string;
  }[];
  steadiness: {
    weeks_in_a_row: number;
    sessions_this_week: number;
    days_since: number;
    says: string;
  };
  familiar: Id[];
  /** A session whose end was never written. */
  broken_off: {
    session: string;
    plan: Plan;
    preferences: Preferences;
    last: string;
    /** Whether it may be taken up again; if not, it is to be closed. */
    resumable: boolean;
    seconds: number;
  } | null;
}

export interface LogView {
  /** The oldest first. */
  sessions: {
    id: string;
    at: string;
    by_hand: boolean;
    complete: boolean;
    reason: string | null;
    reason_says: string | null;
    seconds: number;
    pieces: {
      id: string;
      at: string;
      area: Id;
      name: string;
      side: Side;
      side_says: string;
      seconds: number;
      level: Level | null;
      rung: number;
      tool: string | null;
    }[];
    notes: { id: string; text: string }[];
  }[];
  /** Notes of no session, after-effects and ended areas; the oldest first. */
  entries: { id: string; at: string; kind: "after_effect" | "area_over" | "note"; says: string }[];
  /** Mondays, the oldest first, without gaps. */
  weeks: string[];
  /** Seconds by week. */
  load: { area: Id; name: string; sided: boolean; left: number[]; right: number[] }[];
  areas: {
    area: Id;
    name: string;
    sides: {
      side: Side;
      side_says: string;
      points: { at: string; seconds: number; level: Level | null }[];
      says: string[];
      next: string[];
    }[];
  }[];
}

export interface Written {
  /** To be kept by the host; the desk holds them already. */
  records: JournalRecord[];
  /** What follows from it, such as that the place rests now. */
  says: string[];
}

/**
 * What a person enters by hand. `data` as in docs/formats/journal.md; other fields are refused. What
 * stands after a `person` is about that new person.
 */
export type Entry =
  | { kind: "person"; data: { name: string } }
  | { kind: "profile"; data: ProfileData }
  | {
      kind: "rolled";
      data: { area: Id; side?: Side; seconds: number; tool?: string; level?: Level };
    }
  | { kind: "level"; data: { of: string; level: Level } }
  | { kind: "after_effect"; data: { area: Id; side?: Side; effect?: Id; gone?: boolean } }
  | { kind: "note"; data: { text: string; place?: Id; side?: Side }; session?: string }
  | { kind: "removal"; data: { of: string; why?: string } };

/* ---- Plans ---- */

/** A plan that came from elsewhere, or from earlier, as it may be guided now. */
export interface Guidable {
  plan: Plan;
  renewal: "none" | "too_old" | "unlawful";
  says: string;
  asks_screening: boolean;
}

/** A plan as it is read: everything in words, in the language asked for. */
export interface PlanWords {
  /** Such as "4 min 55 s of your 5 min". */
  headline: string;
  /** What holds all the time. */
  throughout: string[];
  steps: {
    name: string;
    side: Side;
    side_says: string;
    tool: string;
    /** Ids of tools of the request that are allowed there as well. */
    other_tools: string[];
    position: string;
    /** Such as "2 x 45 s, rest 15 s, 4 s each way". */
    dose: string;
    set_up: string[];
    path: string;
    cues: string[];
    faults: string[];
    cautions: string[];
    why: { says: string; source: Id }[];
  }[];
  /** `named`: the person spoke of it, or it is barred because of what they said. */
  left_out: { name: string; side_says: string; named: boolean; says: string; source: Id }[];
  advice: { says: string; source: Id }[];
  refusal: { says: string; source: Id; would_change: string[] } | null;
  urgent: string | null;
}

/** A plan without anything about a person: steps and tools alone. */
export interface Shared {
  format: "unknot/shared@1";
  tools: Tool[];
  steps: Record<string, unknown>[];
}

/* ---- Guiding ---- */

export interface Begin extends Writing {
  /** Null: whoever was last written about; nobody's log gets somebody. So in every verb that is not
   * about everybody. */
  person: Id | null;
  /** As `log_plan` or `guidable` answered it. */
  plan: Plan;
  preferences?: Preferences;
  verbosity?: "full" | "brief" | "minimal";
  language?: string;
  territory?: string;
  /** Whole ms on a clock that never goes back, such as performance.now(). */
  at: number;
  /** False: a trial, nothing of it is kept. */
  keep?: boolean;
  /** What the person says now: holds beside what the plan was made for. */
  red_flags?: Request["red_flags"];
  feel?: Request["feel"];
}

export type Happening =
  | {
      event:
        | "tick"
        | "start"
        | "ready"
        | "pause"
        | "resume"
        | "skip"
        | "back"
        | "repeat"
        | "more_time"
        | "softer"
        | "harder"
        | "hold_spot"
        | "it_hurt"
        | "tingling"
        | "coldness"
        | "dizzy"
        | "stop"
        | "clock_jump";
    }
  | { event: "level"; level: Level }
  | { event: "urgent"; red_flag?: Id };

export interface Now extends Writing {
  at: number;
}

export interface Utterance {
  /** ms of the session. */
  at: number;
  spoken: string;
  written: string;
  weight: "aside" | "normal" | "urgent";
  passing: boolean;
}

/** Everything the guide screen shows. */
export interface Scene {
  phase:
    | "waiting"
    | "get_ready"
    | "switch_side"
    | "strokes"
    | "hold"
    | "spot"
    | "rest"
    | "count_in"
    | "last_word"
    | "over";
  paused: "asked" | "hurt" | "clock" | "resumed_later" | null;
  over: Id | null;
  /** From 0. */
  step: number;
  steps: number;
  /** From 0. */
  set: number;
  sets: number;
  area: Id;
  name: string;
  side: Side;
  /** Empty for an area without sides. */
  side_says: string;
  /** The person's own name for it. */
  tool: string;
  position: string;
  /** Landmarks at the two ends of the path, in a few words. */
  start: string;
  end: string;
  /** Of what is going on; a set's own. */
  phase_ms: number;
  phase_length_ms: number;
  seconds_left: number;
  /** Where on the path the tool should be, thousandths, and how long a pass takes. */
  path_permille: number;
  direction: "out" | "back" | null;
  pass_length_ms: number;
  session_ms: number;
  session_left_ms: number;
  asks: "level" | "pain" | null;
  answer_seconds: number;
  can: { softer: boolean; harder: boolean; more_time: boolean; hold_spot: boolean; back: boolean };
  next: { name: string; side: Side; side_says: string } | null;
  caption: string;
  caption_urgent: boolean;
  remark: string;
  why: string;
}

export interface Guided {
  /** Null until something of it is kept. */
  session: string | null;
  scene: Scene;
  said: Utterance[];
  /** When to send the next tick, on the clock of `at`; null: nothing happens by itself. */
  due: number | null;
  /** To be kept by the host. */
  records: JournalRecord[];
}

/** All events so far, for a track that goes on from here. */
export interface Events {
  events: ({ at: number } & Happening)[];
}

/** Verb -> what goes in and what comes out. */
export interface Verbs {
  catalogue: [CatalogueIn, Catalogue];
  learn: [{ language?: string }, Learn];
  log_load: [
    { format: "unknot/journal@1"; made: string; records: JournalRecord[] },
    { new: number; held: number },
  ];
  /** Plans whose documents stay with the host. */
  log_headings: [
    { sessions: Pick<JournalRecord, "id" | "person" | "at">[] },
    { new: number; held: number },
  ];
  /** Takes another document in, whole or not at all; `document` as it was read, JSON or CSV. */
  log_import: [
    { document: string; person: Id | null; columns?: Record<string, string> } & Writing,
    Written,
  ];
  log_export: [{ person: Id | null; as: "json" | "csv" } & Moment, { document: string }];
  log_forget: [{ person: Id | null }, { gone: number }];
  log_today: [{ person: Id | null; language?: string } & Moment, Today];
  log_view: [{ person: Id; language?: string } & Moment, LogView];
  log_write: [
    { person: Id | null; language?: string; at?: string; entries: Entry[] } & Writing,
    Written,
  ];
  /** The request completed by what the log knows, and the plan for it. `request` needs no `tools`. */
  log_plan: [{ person: Id | null; territory?: string; request: Partial<Request> } & Moment, Plan];
  /** A plan made earlier, or one that somebody shared, for this person as of now, with what is said
   * now; with `red_flags` answered anew, when it `asks_screening`. */
  guidable: [
    {
      person: Id | null;
      territory?: string;
      plan: Plan;
      red_flags?: Request["red_flags"];
      feel?: Request["feel"];
    } & Moment,
    Guidable,
  ];
  plan_words: [{ plan: Plan; language?: string }, PlanWords];
  share: [{ plan: Plan }, Shared];
  open_shared: [
    { shared: Shared; person: Id | null; territory?: string; request: Partial<Request> } & Moment,
    Guidable,
  ];
  /**
   * An error with the field `plan` when the plan is not what may be guided now: `guidable` says what
   * is. A session that was broken off is closed by this; its last records come first.
   */
  guide_begin: [Begin, Guided];
  /** Paused, and guided as it was: `preferences` and `keep` are those of the session. An error of the
   * field `session` when what is said or known since forbids it. */
  guide_resume: [Omit<Begin, "plan"> & { session: string }, Guided];
  /** Closes a session that was broken off: what was rolled of it counts. */
  guide_close: [{ person: Id | null; session: string } & Writing, Written];
  guide_on: [Now & { happened: Happening }, Guided];
  guide_events: [Record<string, never>, Events];
}
