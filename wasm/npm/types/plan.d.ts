/** `unknot/plan@1`, the answer to a request, and `unknot/findings@1`, what the rules say of one. */

import type { Id, Level, Rung, Side, Support, Time, UnderstoodRequest } from "./request.js";

export type Variant = "lighter" | "standard" | "harder";
/** Slow passes, or still pressure. */
export type Motion = "stroke" | "hold";
/** Estimate of the pressure for this body mass, 1..10. */
export type Intensity = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;
export type Unit =
  | "none" | "second" | "minute" | "hour" | "day" | "week" | "year" | "count" | "level" | "rung"
  | "index" | "percent" | "permille" | "centimetre" | "kilogram" | "hectopascal";

/** A plan or a refusal: `outcome` tells which. */
export type Plan = Planned | Refused;

interface Answer {
  format: "unknot/plan@1";
  /** UUIDv8 from the hash of `request` and `knowledge`: the same for the same. */
  id: string;
  /** The request's `now`; the plan is judged as of then. */
  made: Time;
  /** Hash of the knowledge it was made with. */
  knowledge: string;
  request: UnderstoodRequest;
  left_out: LeftOut[];
  advice: Advice[];
}

/** At least one step, in the order of rolling. */
export interface Planned extends Answer {
  outcome: "plan";
  /** Set-ups, sets and the rests between them. */
  total_seconds: number;
  steps: [Step, ...Step[]];
  refusal: null;
  urgent: null;
}

/** No step, and what would change that. */
export interface Refused extends Answer {
  outcome: "refused";
  total_seconds: 0;
  steps: [];
  refusal: Refusal;
  /** What to do at once, for the most urgent of the warning signs that are present. */
  urgent: string | null;
}

/** Another way to carry on with a step that is lawful too. */
export interface Alternative {
  technique: Id;
  /** Id of one of the request's tools. */
  tool: string;
  /** How much body weight goes onto the tool. */
  variant: Variant;
  rung: Rung;
  intensity: Intensity;
}

/** One way of rolling one area, on one side or on both at once. */
export interface Step extends Alternative {
  area: Id;
  side: Side;
  motion: Motion;
  place: Support;
  /** Of the body there, such as `seated`. */
  position: Id;
  /** To get ready. */
  setup_seconds: number;
  /** Seconds each. */
  sets: [number, ...number[]];
  /** Between two sets of this step. */
  rest_seconds: number;
  /** The sum of `sets`. */
  seconds: number;
  /** One way; `null` for a hold. */
  seconds_per_pass: number | null;
  /** How strong it should feel: lowest, highest. */
  level_target: [Level, Level];
  /** Up to three easier ones, the nearest first, then at most one harder. No others may be used. */
  alternatives: Alternative[];
  /** Why it is in the plan, the strongest reason first. */
  why: [Why, ...Why[]];
}

/** `says`, here and everywhere, is for people: programs read the other fields. */
export interface Why {
  rule: "around_the_pain" | "complaint" | "wish" | "activity" | "goal";
  at: Id | null;
  source: Id | null;
  says: string;
}

/** A place that somebody could expect in the plan. */
export interface LeftOut {
  at: Id;
  side: Side;
  /** That left it out; `budget` also for what was worth less than the rest. */
  rule: Id;
  source: Id | null;
  /** Areas that are in the plan in its stead, or could be. */
  instead: Id[];
  /** For `budget`: seconds more that would make room for it. */
  needs_seconds: number | null;
  says: string;
}

/** What to mind beside the plan. */
export interface Advice {
  kind:
    | "check_for_clot" | "see_a_clinician" | "condition_refer" | "condition_limits"
    | "move_after_rolling" | "shorter_is_enough" | "adult_present" | "lighter_setup"
    | "tell_next_time" | "softer_after_soreness" | "softer_after_strong" | "softer_after_harm";
  rule: Id;
  at: Id | null;
  source: Id | null;
  says: string;
}

/** What would change a refusal. */
export type Change =
  | "answer_screening" | "see_urgent_help" | "be_older" | "clear_with_clinician"
  | "until_it_is_over" | "say_where" | "name_less_pain" | "wait_until_gone" | "add_a_tool"
  | "add_a_place" | "softer_tool" | "gain_sessions" | "wait_hours" | "more_minutes"
  | "start_earlier" | "drop_avoid";

export interface Refusal {
  rule: Id;
  reason:
    | "screening" | "bodies" | "condition" | "pain" | "after_effects" | "own_tools" | "ladder"
    | "spacing" | "budget";
  /** That asks for it, when one alone does. */
  condition: Id | null;
  /** What the request holds. */
  asked: number | null;
  /** What the rule wants. */
  limit: number | null;
  /** Of both. */
  unit: Unit | null;
  source: Id | null;
  /** As sentences. */
  would_change: [string, ...string[]];
  /** The same for programs, in the same order. */
  changes: [Change, ...Change[]];
  /** Whatever else stands in the way. */
  also: string[];
  says: string;
}

/** The answer of `validate`. */
export interface Findings {
  format: "unknot/findings@1";
  /** Hash of the knowledge it was judged by, whatever the plan was made with. */
  knowledge: string;
  /** True exactly when there is no finding. */
  clean: boolean;
  /** In the order of the rules, the whole plan before its steps. */
  findings: Finding[];
}

export interface Finding {
  /** That is broken. */
  rule: Id;
  /** Counted from 0; `null`: the whole plan. */
  step: number | null;
  /** What it is about, as the plan wrote it: a place, technique, tool, or the name of a field. */
  at: string;
  /** As the plan wrote it; empty when it is not about a side. */
  side: string;
  /** What the plan holds; `null` when it is no number. */
  asked: number | null;
  /** What the rule allows. */
  limit: number | null;
  /** Of both. */
  unit: Unit | null;
  source: Id;
  says: string;
}
