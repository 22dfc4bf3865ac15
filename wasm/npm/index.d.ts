/**
 * The coach for self-myofascial release: plans that keep the safety rules, and judges plans.
 * The core is synchronous, has no network and no clock, and gives the same answer everywhere.
 */

import type { Comparison, Explanation } from "./types/explanation.js";
import type { Findings, Plan } from "./types/plan.js";
import type { Request, UnderstoodRequest } from "./types/request.js";
import type { Lists } from "./types/lists.js";
import type { Preferences, Session, SessionEvent } from "./types/session.js";
import type { Telling, Timeline } from "./types/timeline.js";

export type * from "./types/explanation.js";
export type * from "./types/plan.js";
export type * from "./types/request.js";
export type * from "./types/lists.js";
export type * from "./types/session.js";
export type * from "./types/timeline.js";

/**
 * Plans for a request. A refusal for safety is an answer too: `outcome` tells them apart.
 * Without `now` the request is asked now; a program that must get the same plan again says it.
 * @throws {UnknotError} When the request cannot be read.
 */
export declare function plan(request: Request): Plan;

/**
 * Plans for a request and says why: the reason of every area, and what a minute or one more tool
 * would change, each really planned again. Costs some twenty plans. `now` as for `plan`.
 * @throws {UnknotError} When the request cannot be read.
 */
export declare function explain(request: Request): Explanation;

/**
 * Plans for two requests: what they say and what their plans do differently. `now` as for `plan`;
 * the same moment for both.
 * @throws {UnknotError} When one of them cannot be read; `field` begins with `a` or `b`.
 */
export declare function compare(a: Request, b: Request): Comparison;

/**
 * A session guided through all that has happened so far: what to do, and how it stands. Nothing is
 * kept between two calls. Say `now` in the request, or every call plans for another moment.
 * @throws {UnknotError} When the request, an event or a preference cannot be read.
 */
export declare function guide(
  request: Request,
  events: readonly SessionEvent[],
  preferences?: Preferences,
): Session;

/**
 * A session laid out in time: every sentence and every signal with its moment.
 * @param plan A plan that the rules let pass as it is, as of when it was made.
 * @throws {UnknotError} When the plan or an option cannot be read, or the plan is no plan to guide.
 */
export declare function timeline(plan: Plan, options?: Telling): Timeline;

/**
 * The same as sound: blocks of 24 kHz, one channel. Needs no more memory than a sentence.
 * @param clipOf Gives the samples of a sentence; without them nothing is heard. Say the `lengths` of
 *   clips in the options, so that no sentence runs into the next.
 * @throws {UnknotError} As `timeline`, when the first block is asked for.
 */
export declare function track(
  plan: Plan,
  clipOf: (sentence: string) => Int16Array | null | undefined,
  options?: Telling,
): Generator<Int16Array, void>;

/**
 * Judges anybody's plan by every rule, as of when it was made.
 * @param plan    A plan of any origin; what it lacks breaks the rule that wants it.
 * @param request For whom; without it, for the request inside the plan.
 * @throws {UnknotError} When one of them cannot be read, or there is no request at all.
 */
export declare function validate(plan: Plan | DraftOfPlan, request?: Request): Findings;

/** A plan that somebody else wrote: as much of it as they knew. */
export interface DraftOfPlan {
  format: "unknot/plan@1";
  outcome: string;
  steps: readonly { area: string; sets: readonly number[]; [field: string]: unknown }[];
  [field: string]: unknown;
}

/**
 * One list of the catalogue, with all that is known of each row.
 * @throws {UnknotError} `verb_unknown` when there is no such list.
 */
export declare function list<Name extends keyof Lists>(what: Name): Lists[Name][];

/**
 * A worked request: valid, and complete for a first look.
 * @param now RFC 3339, the time of asking and of screening; by default this moment.
 * @throws {UnknotError} `out_of_range` when it is no such time.
 */
export declare function example(now?: string): UnderstoodRequest;

/** Version of the package, and the hash of the knowledge it plans with. */
export declare function version(): { version: string; knowledge: string };

/**
 * Gives the program the words of a language besides English, for good. Until then a request in that
 * language is answered in English. In Node all languages are there from the beginning.
 * @param source The file LANG.words of this very version: `unknot/es.words`, `unknot/de.words`.
 * @returns The language, such as `es`.
 * @throws {UnknotError} When it is no such file, or of another version; nothing has changed then.
 */
export declare function addLanguage(source: Words | Promise<Words>): Promise<string>;

/**
 * Asks the desk of this instance, which holds the records of a log and one guided session: for apps
 * with a screen and a log of their own. Time and chance come in with each call; the records in an
 * answer are the app's to keep. docs/formats/desk.md says what goes in and out of each verb.
 * @throws {UnknotError} When the input cannot be read or does not fit what the desk holds; nothing
 *   has changed then.
 */
export declare function desk(verb: string, input: unknown): unknown;

/** All of the above for a module of one's own loading. */
export interface Unknot {
  plan: typeof plan;
  explain: typeof explain;
  compare: typeof compare;
  guide: typeof guide;
  validate: typeof validate;
  list: typeof list;
  example: typeof example;
  version: typeof version;
  addLanguage: typeof addLanguage;
  desk: typeof desk;
}

/** WebAssembly.Module, where the program's types know it. */
export type Module = typeof globalThis extends {
  WebAssembly: { Module: new (...source: never) => infer M };
}
  ? M
  : never;

/** As much of a fetch Response as is used. */
export interface ResponseLike {
  ok: boolean;
  status: number;
  url: string;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** Where unknot.wasm comes from: its bytes, the compiled module, or the answer of a fetch. */
export type Source = ArrayBuffer | ArrayBufferView | Module | ResponseLike;

/** Where the words of a language come from: the bytes of LANG.words, or the answer of a fetch. */
export type Words = ArrayBuffer | ArrayBufferView | ResponseLike;

/**
 * Makes the functions from unknot.wasm, wherever it lies, with the languages given besides English. `unknot/load` exports this alone, for
 * places where a package cannot load its own file.
 */
export declare function load(
  source: Source | Promise<Source>,
  options?: { languages?: readonly (Words | Promise<Words>)[] },
): Promise<Unknot>;

/** Every kind of error, with what it means. */
export type ErrorCode =
  /** Not JSON, too deep or too long. */
  | "json_malformed"
  /** A required field is absent. */
  | "field_missing"
  /** A field that the format does not have. */
  | "field_unknown"
  /** A value of the wrong type. */
  | "field_type"
  /** A number, length, time or day outside what is accepted. */
  | "out_of_range"
  /** An id or word that is not in the catalogue. */
  | "id_unknown"
  /** Two statements that cannot both hold. */
  | "contradiction"
  /** A format or version that is not read. */
  | "format_unknown"
  /** A plan that cannot be judged at all. */
  | "draft_malformed"
  /** A list that there is not. */
  | "verb_unknown";

/** Input that could not be read; the first thing that is wrong. `message` says all of it. */
export declare class UnknotError extends Error {
  readonly name: "UnknotError";
  readonly code: ErrorCode;
  /** Path such as `feel[2].level`; empty: the whole input. */
  readonly field: string;
  /** What was found there, at most 60 characters. */
  readonly value: string;
  /** What would have been accepted, in English. */
  readonly expected: string;
}
