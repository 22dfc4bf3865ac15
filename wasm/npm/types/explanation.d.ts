/** `unknot/explanation@1`, why a plan is as it is, and `unknot/comparison@1`, two beside each other. */

import type { Id, Level, Rung, Side } from "./request.js";
import type { Intensity, Plan, Variant } from "./plan.js";

/** The answer of `explain`. */
export interface Explanation {
  format: "unknot/explanation@1";
  /** Hash of the knowledge it was made with. */
  knowledge: string;
  /** The answer itself, a refusal included. */
  plan: Plan;
  /** Of the whole plan; 0 when refused. They rank what is lawful and measure nobody's health. */
  points: number;
  /** What points are and are not. */
  says: string;
  /** Every area of the catalogue; none when the screening refused. */
  areas: AreaReason[];
  /** A minute more, a minute less, then the tools that would add most. */
  what_if: Supposition[];
  /** Presets that were tried, one at a time. */
  tools_tried: Id[];
}

/** Why an area is in the plan or not. */
export interface AreaReason {
  area: Id;
  /** Left and right, or the middle alone. */
  sides: [SideReason, SideReason] | [SideReason];
}

export interface SideReason {
  side: "left" | "right" | "middle";
  /** `refused`: nothing bars it by itself, there is no plan at all. */
  standing: "planned" | "left_out" | "other_side" | "refused";
  /** The need: the sum of `need`, of which `recent_percent` counts, at least 1. */
  points: number;
  need: [NeedShare, ...NeedShare[]];
  /** What is left of it after recent rolling. */
  recent_percent: number;
  /** How it is rolled, or would come in. */
  way: Way | null;
  /** That left it out, or refused. */
  rule: Id | null;
  /** For `budget`: seconds more that would make room for `way`. */
  needs_seconds: number | null;
  says: string;
}

/** A part of a need, and where it comes from. */
export interface NeedShare {
  from: "base" | "goal" | "activity" | "wish" | "complaint" | "around";
  /** The place that was named, for the last three. */
  at: Id | null;
  points: number;
  says: string;
}

/** One way of rolling one side. */
export interface Way {
  technique: Id;
  /** Id of one of the request's tools. */
  tool: string;
  variant: Variant;
  seconds: number;
  /** How well the technique suits. */
  fit_percent: number;
  /** Thousandths of the full effect that these seconds give. */
  response_permille: number;
  /** Need x fit x response, rounded down. */
  points: number;
}

/** What one thing changed would change: `preset` is the tool that is supposed. */
export type Supposition = SupposedTool | SupposedTime;

interface Supposed {
  /** Of the supposed request. */
  minutes: number;
  then: "same" | "other_plan" | "a_plan" | "no_plan" | "still_none";
  outcome: "plan" | "refused";
  /** Of the supposed plan; 0 when refused. */
  total_seconds: number;
  /** Of that plan; 0 when refused. */
  points: number;
  /** From the plan there is to that one. */
  differences: Difference[];
  says: string;
}

export interface SupposedTool extends Supposed {
  question: "one_more_tool";
  preset: Id;
}

export interface SupposedTime extends Supposed {
  question: "minute_more" | "minute_less";
  preset: null;
}

/** What the second plan does differently. */
export interface Difference {
  area: Id;
  /** `both`: left and right change alike. */
  side: Side;
  /** The first of these that holds. */
  kind: "added" | "dropped" | "longer" | "shorter" | "another_way" | "other_pressure";
  /** In the first plan; `null`: not rolled. */
  before: Rolled | null;
  /** In the second plan; `null`: not rolled. */
  after: Rolled | null;
  says: string;
}

/** How one side is rolled in one plan. */
export interface Rolled {
  seconds: number;
  technique: Id;
  tool: string;
  variant: Variant;
  rung: Rung;
  intensity: Intensity;
  /** How strong it should feel: lowest, highest. */
  level_target: [Level, Level];
}

/** The answer of `compare`. */
export interface Comparison {
  format: "unknot/comparison@1";
  /** Hash of the knowledge they were made with. */
  knowledge: string;
  /** Both roll the same in the same way, or both are refused. */
  same_plan: boolean;
  /** What the requests as understood say differently. */
  request: FieldDifference[];
  areas: Difference[];
  left_out: LeftOutDifference[];
  /** Sentences that only one of them gives. */
  advice: { a: string[]; b: string[] };
  /** The answer to the first request. */
  a: Plan;
  /** The answer to the second. */
  b: Plan;
}

export interface FieldDifference {
  /** Path such as `person.age`. */
  field: string;
  /** Of a list, the entries that the other does not have; `null`: not said. */
  a: unknown;
  b: unknown;
}

/** A place that one plan leaves out and the other does not, or by another rule. */
export interface LeftOutDifference {
  at: Id;
  side: Side;
  /** `null`: not left out. */
  a: LeftOutWhy | null;
  b: LeftOutWhy | null;
}

export interface LeftOutWhy {
  rule: Id;
  says: string;
}
