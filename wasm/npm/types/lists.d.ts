/** The catalogue: what `list()` answers, with all that is known of each row. */

import type { Goal, Id, Rung, Support, ToolKind, Density, Surface, Temperature } from "./request.js";
import type { Motion, Unit, Variant } from "./plan.js";

export interface Lists {
  /** What can be rolled. */
  areas: AreaRow;
  /** What is never rolled. */
  zones: PlaceRow;
  /** What people name: knee, shin, heel, ... */
  regions: PlaceRow;
  /** Ways to roll one area. */
  techniques: TechniqueRow;
  /** Tools that people own by name, then the kinds behind them. */
  tools: PresetRow | ToolKindRow;
  /** The safety rules, with their numbers. */
  rules: RuleRow;
  /** What may refuse, ask or restrict. */
  conditions: ConditionRow;
  /** The warning signs. */
  red_flags: RedFlagRow;
  activities: ActivityRow;
  goals: GoalRow;
  /** What is said about rolling, each with its grade. */
  claims: ClaimRow;
  sources: SourceRow;
}

export interface Row {
  id: Id;
  name: string;
}

/** A row that somebody's word stands behind: `list("sources")`. */
export interface SourcedRow extends Row {
  sources: Id[];
}

/** Whose word a rule or number is: the article's, research's, or our own caution. */
export type Basis = "article" | "evidence" | "caution";

interface Place extends SourcedRow {
  /** The name in everyday words. */
  plain: string;
  /** Of the body. */
  part: string;
  sides: ["left", "right"] | ["middle"];
  aliases: string[];
}

export interface AreaRow extends Place {
  muscles: Id[];
  neighbours: Id[];
  /** Areas that share a muscle with it. */
  overlaps: Id[];
  /** How to find it. */
  landmarks: string;
  /** Whether the article names it. */
  article: boolean;
}

export interface PlaceRow extends Place {
  /** Areas treated as if they had been named. */
  covers: Id[];
  /** Areas offered instead. */
  around: Id[];
  reason: string;
}

export interface TechniqueRow extends SourcedRow {
  area: Id;
  tool: ToolKind;
  place: Support;
  position: Id;
  motion: Motion;
  /** One side on the tool at a time, or both at once. */
  laterality: "each" | "both";
  /** Parts of the body that carry weight in it. */
  loads: Id[];
  setup_seconds: number;
  position_setup_seconds: number;
  /** One way; 0 for a hold. */
  seconds_per_pass: number;
  /** How well it suits its area, for the planner. */
  fit: number;
  start: string;
  end: string;
  direction: string;
  /** Zones it keeps away from. */
  clear_of: Id[];
  setup: string[];
  cues: string[];
  cautions: string[];
  faults: { fault: string; correction: string }[];
  variants: {
    kind: Variant;
    /** Body weight on the tool, in thousandths. */
    load_permille: number;
    how: string;
    /** Whether the load is our estimate. */
    estimated: boolean;
  }[];
  /** The physiotherapist who signed it. */
  signed_by: string | null;
}

export interface PresetRow extends Row {
  preset: true;
  kind: ToolKind;
  density: Density;
  surface: Surface;
  temperature: Temperature;
  vibration: boolean;
  diameter_cm: number;
  rung: Rung;
  aliases: string[];
  /** How to tell. */
  hint: string;
}

export interface ToolKindRow extends SourcedRow {
  preset: false;
  description: string;
  suits: string;
}

export interface RuleRow extends SourcedRow {
  summary: string;
  reason: string;
  /** What research knows of it. */
  known: string;
  basis: Basis;
  numbers: { key: Id; value: number; unit: Unit; basis: Basis; sources: Id[] }[];
  places: Id[];
}

export interface ConditionRow extends SourcedRow {
  /** As a person is asked. */
  question: string;
  says: string;
  /** Whether it must be said where. */
  needs_at: boolean;
  effects: Effects;
  basis: Basis;
}

/** What a condition does; what it does not do is absent. */
export interface Effects {
  refuse?: true;
  /** Refused until a clinician agreed. */
  ask?: true;
  bar_at?: true;
  /** Softer tools, shorter doses, lower levels. */
  gentle?: true;
  bar_ball?: true;
  bar_stick?: true;
  bar_textured?: true;
  bar_firm?: true;
  bar_temperature?: true;
  bar_vibration?: true;
  refer?: true;
  bar_places?: Id[];
  bar_positions?: Id[];
  /** The week of pregnancy from which `bar_positions` holds. */
  positions_from_week?: number;
  /** The effects hold together with pain there. */
  with_pain_at?: Id;
}

export interface RedFlagRow extends SourcedRow {
  question: string;
  urgency: "emergency" | "urgent";
  /** What to do. */
  text: string;
}

export interface ActivityRow extends SourcedRow {
  why: string;
  aliases: string[];
  /** Area -> how much the activity uses it. */
  weights: Record<Id, number>;
}

export interface GoalRow extends SourcedRow {
  id: Goal;
  description: string;
  /** Area -> how much the goal wants it. */
  weights: Record<Id, number>;
}

/** `name` is the claim itself. */
export interface ClaimRow extends SourcedRow {
  topic: "what" | "benefits" | "tools" | "basics" | "areas";
  kind: "effect" | "mechanism" | "comparison" | "procedure" | "definition";
  /** How well it stands today. */
  grade:
    | "supported" | "moderate" | "weak" | "mixed" | "unsupported" | "contradicted"
    | "expert_opinion" | "description";
  /** What research knows of it, with figures. */
  known: string;
  place: Id | null;
  rule: Id | null;
}

/** `name` is the title. */
export interface SourceRow extends Row {
  address: string;
  /** How it was checked; `judgement` is our own caution. */
  verified: "read" | "secondary" | "recalled" | "computed" | "judgement";
  note: string;
}
