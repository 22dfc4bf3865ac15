/** `unknot/request@1`: what a person says. Fields that the format does not have are refused. */

/** Id of the catalogue, `[a-z][a-z0-9_]*`; `list()` tells them all. */
export type Id = string;
/** RFC 3339 with an offset or `Z`, such as `2026-11-22T08:00:00Z`. */
export type Time = string;
/** `YYYY-MM-DD`. */
export type Day = string;
/** How strong something feels: a whole number, 0 nothing, 10 unbearable. */
export type Level = number;
/** A step of the tool ladder: 1 soft smooth, 2 medium smooth, 3 firm smooth, 4 textured. */
export type Rung = 1 | 2 | 3 | 4;
/** What may be left out; `null` is the same. */
export type Open<T> = T | null | undefined;

/** `both` and `middle` count for left and for right. */
export type Side = "left" | "right" | "both" | "middle";
/** Where one can be. */
export type Support = "floor" | "wall" | "chair" | "bed";
export type Experience = "new" | "regular" | "seasoned";
export type FloorTransfer = "easy" | "slow" | "no";
export type Goal = "recover" | "warm_up" | "mobility" | "unwind";
export type FeelKind = "tight" | "sore" | "pain" | "injury";
export type ToolKind = "roller" | "stick" | "ball";
export type Density = "soft" | "medium" | "firm";
export type Surface = "smooth" | "textured";
export type Temperature = "none" | "cold" | "warm";
export type AfterEffect =
  | "none" | "sore" | "sore_over_48h" | "bruise" | "tingling" | "swelling" | "unknown";

export interface Request {
  format: "unknot/request@1";
  /** The moment of asking. Left out: this moment. */
  now?: Open<Time>;
  /** Of the sentences in the answer. Left out: `en`; so too while its words are not loaded. */
  language?: Open<Id>;
  /** Minutes until an effort begins, 0..10080. */
  starts_in_minutes?: Open<number>;
  person?: Open<Person>;
  /** Left out: `recover`. */
  goal?: Open<Goal>;
  /** What is done before or after: `list("activities")`. */
  activity?: Open<Id>;
  /** Time there is, set-ups and rests included, 1..600; more than 20 is planned as 20. */
  minutes: number;
  /** Where one can be, at least one. Left out: `["floor"]`. */
  at?: Open<readonly Support[]>;
  feel?: Open<readonly Feel[]>;
  /** Places wished for. */
  want?: Open<readonly Wish[]>;
  /** Places to leave alone. */
  avoid?: Open<readonly Avoided[]>;
  /** `list("conditions")`; the id alone, or with what is known of it. */
  conditions?: Open<readonly (Id | Condition)[]>;
  red_flags: RedFlags;
  /** What one owns; no two with one id. None is refused, with a reason. */
  tools: readonly Tool[];
  history?: Open<readonly History[]>;
  /** Places wished for with one of the tools, where that is allowed. */
  use?: Open<readonly ToolChoice[]>;
}

export interface Person {
  /** With rolling. Left out: `new`. */
  experience?: Open<Experience>;
  /** Years, 0..120. */
  age?: Open<number>;
  /** 50..250, at most one decimal. */
  height_cm?: Open<number>;
  /** 20..400, at most one decimal; 75 is assumed when it is not known. */
  mass_kg?: Open<number>;
  /** Getting down to the floor and up again. Left out: `easy`. */
  floor_transfer?: Open<FloorTransfer>;
}

export interface Feel {
  /** Any area, zone or region. */
  at: Id;
  side?: Open<Side>;
  kind: FeelKind;
  level?: Open<Level>;
}

export interface Wish {
  at: Id;
  side?: Open<Side>;
}

export interface ToolChoice {
  at: Id;
  /** Id of one of the request's tools. */
  tool: string;
}

export interface Avoided extends Wish {
  /** The person's own reason, 1..40 characters. */
  why?: Open<string>;
}

export interface Condition {
  id: Id;
  /** Where; a condition that needs a place is refused without one, asking where. */
  at?: Open<Id>;
  side?: Open<Side>;
  /** Of a pregnancy, 0..45; unknown means the strictest. */
  weeks?: Open<number>;
  /** When a clinician agreed to rolling. */
  cleared_on?: Open<Day>;
}

/** The warning signs. Only `screened: true` at a time of the last 24 hours counts as asked. */
export interface RedFlags {
  /** Whether the warning signs were asked and answered. Left out: `false`. */
  screened?: Open<boolean>;
  at?: Open<Time>;
  /** Those that apply: `list("red_flags")`. */
  present?: Open<readonly Id[]>;
}

export interface Tool {
  /** The person's own name for it, 1..40 characters. */
  id: string;
  kind: ToolKind;
  density: Density;
  surface: Surface;
  /** 1..60, at most one decimal. */
  diameter_cm?: Open<number>;
  temperature?: Open<Temperature>;
  vibration?: Open<boolean>;
}

/** Earlier sessions, one entry an area and side. Left out: as for a first session. */
export interface History {
  area: Id;
  side?: Open<Side>;
  rung?: Open<Rung>;
  /** Sessions in a row at `rung` with a known level, none of 7 or more, no bruise or worse. */
  clean_sessions?: Open<number>;
  /** How strong it felt, newest first, at most 3; `null`: not known. */
  last_levels?: Open<readonly (Level | null)[]>;
  after_effect?: Open<AfterEffect>;
  after_effect_gone?: Open<boolean>;
  last?: Open<Time>;
  /** Rolled there in the last 6 hours, 0..21600. */
  seconds_6h?: Open<number>;
  /** Sessions there in the last 24 hours. */
  times_24h?: Open<number>;
}

/** A request as it was understood: every default filled in. It is a valid request again. */
export interface UnderstoodRequest {
  format: "unknot/request@1";
  now: Time;
  language: Id;
  starts_in_minutes: number | null;
  person: {
    experience: Experience;
    age: number | null;
    height_cm: number | null;
    mass_kg: number | null;
    floor_transfer: FloorTransfer;
  };
  goal: Goal;
  activity: Id | null;
  minutes: number;
  at: Support[];
  feel: { at: Id; side: Side; kind: FeelKind; level: Level | null }[];
  want: { at: Id; side: Side }[];
  avoid: { at: Id; side: Side; why?: string }[];
  conditions: {
    id: Id;
    at: Id | null;
    side: Side;
    weeks: number | null;
    cleared_on: Day | null;
  }[];
  red_flags: { screened: boolean; at: Time | null; present: Id[] };
  tools: {
    id: string;
    kind: ToolKind;
    density: Density;
    surface: Surface;
    diameter_cm?: number;
    temperature?: "cold" | "warm";
    vibration?: true;
  }[];
  history: {
    area: Id;
    side: Side;
    rung: Rung;
    clean_sessions: number;
    last_levels: (Level | null)[];
    after_effect: AfterEffect;
    after_effect_gone: boolean;
    last: Time | null;
    seconds_6h: number;
    times_24h: number;
  }[];
  use?: { at: Id; tool: string }[];
}
