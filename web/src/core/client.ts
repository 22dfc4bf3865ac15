/** The page's end of the core: one typed function for each of its entries. */

import type { Timeline, Telling } from "../../../wasm/npm/types/timeline.js";
import type { Plan } from "../../../wasm/npm/types/plan.js";
import type { Answer, Ask, Needs } from "./messages.js";
import type { Verbs } from "./desk.js";
import wasmUrl from "unknot.wasm?url";

/** Something the core refuses to read. `message` is a sentence for people. */
export class CoreError extends Error {
  override readonly name = "CoreError";
  constructor(
    readonly code: string,
    readonly field: string,
    says: string,
  ) {
    super(says);
  }
}

/** The core's thread lost its instance: log and session have to be given to it again. */
export class CoreLost extends Error {
  override readonly name = "CoreLost";
}

interface Waiting {
  resolve(answer: Answer): void;
  reject(error: Error): void;
}

type Entry = Ask extends infer One ? (One extends { id: number } ? Omit<One, "id"> : never) : never;

const waiting = new Map<number, Waiting>();
/** Whose words the instance has. */
const languages = new Map<string, Promise<void>>();
let next = 1;
let worker: Worker | null = null;

function thread(): Worker {
  if (worker !== null) return worker;
  worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "core" });
  worker.onmessage = (event: MessageEvent<Answer>) => {
    const one = waiting.get(event.data.id);
    waiting.delete(event.data.id);
    if (event.data.trap === undefined) {
      one?.resolve(event.data);
      return;
    }
    languages.clear();
    one?.reject(new CoreLost(event.data.trap));
  };
  return worker;
}

function send(entry: Entry): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const id = next++;
    waiting.set(id, { resolve, reject });
    thread().postMessage({ ...entry, id });
  });
}

// The page fetches, not the thread: that is where the preload of index.html waits.
async function compiled(): Promise<WebAssembly.Module> {
  const response = await fetch(wasmUrl);
  if (!response.ok) throw new Error(`The core did not load: ${response.status}.`);
  // Streaming wants the right type; a server that does not tell it is forgiven.
  if (response.headers.get("content-type") === "application/wasm") {
    return WebAssembly.compileStreaming(response);
  }
  return WebAssembly.compile(await response.arrayBuffer());
}

export interface Version {
  version: string;
  knowledge: string;
}

let starting: Promise<Version> | null = null;

/** Starts the core, once. */
export function start(): Promise<Version> {
  starting ??= compiled().then(async (module) =>
    read<Version>(await send({ kind: "module", module })),
  );
  return starting;
}

function read<T>(answer: Answer): T {
  const out = JSON.parse(answer.text ?? "null") as T & {
    error?: { code: string; field: string; says: string };
  };
  if (out !== null && typeof out === "object" && out.error !== undefined) {
    throw new CoreError(out.error.code, out.error.field, out.error.says);
  }
  return out;
}

/** What can be told without the log. */
const withoutLog: ReadonlySet<keyof Verbs> = new Set([
  "catalogue",
  "learn",
  "plan_words",
  "share",
] as const);

let fill: () => Promise<void> = () => Promise.reject(new CoreLost("Nobody gives the log."));
let filled: Promise<void> | null = null;

/** What gives an instance everything that it has to hold. */
export function fillWith(work: () => Promise<void>): void {
  fill = work;
}

/** Settles when the instance has the whole log. */
export function whole(): Promise<void> {
  filled ??= start().then(async () => {
    await fill();
    read(await send({ kind: "filled" }));
  });
  return filled;
}

function ask<V extends keyof Verbs>(
  verb: V,
  input: Verbs[V][0],
  needs: Needs,
): Promise<Verbs[V][1]> {
  return send({ kind: "desk", verb, input: JSON.stringify(input), needs }).then(read<Verbs[V][1]>);
}

/**
 * Asks the desk, once it has the log. An instance that broke is filled again and asked once more.
 * @throws {CoreError} When the core refuses the input. {CoreLost} When it broke on it twice.
 * {DOMException} When the log cannot be read.
 */
export async function desk<V extends keyof Verbs>(
  verb: V,
  input: Verbs[V][0],
): Promise<Verbs[V][1]> {
  await start();
  const needs = withoutLog.has(verb) ? "nothing" : "log";
  const had = needs === "log" ? whole() : filled;
  try {
    if (needs === "log") await had;
    return await ask(verb, input, needs);
  } catch (error) {
    if (!(error instanceof CoreLost)) throw error;
    // Several may find it broken; it is filled once.
    if (filled === had) filled = null;
    await whole();
    return ask(verb, input, needs);
  }
}

/** For what fills it alone. */
export async function fillDesk<V extends "log_load" | "log_headings">(
  verb: V,
  input: Verbs[V][0],
): Promise<void> {
  await ask(verb, input, "filling");
}

/** Asks the front door that every host shares (wasm/npm/index.d.ts). */
export async function call<T>(verb: string, input: unknown): Promise<T> {
  await start();
  const text = typeof input === "string" ? input : JSON.stringify(input);
  return read(await send({ kind: "call", verb, input: text }));
}

/** Makes the words of a language known to the core; English always is. */
export function speakLanguage(id: string): Promise<void> {
  if (id === "en") return Promise.resolve();
  const known = languages.get(id);
  if (known !== undefined) return known;
  const loading = (async () => {
    await start();
    const response = await fetch(`/words/${id}.words`);
    if (!response.ok) throw new Error(`The words of ${id} did not load: ${response.status}.`);
    read(await send({ kind: "language", bytes: await response.arrayBuffer() }));
  })();
  languages.set(id, loading);
  loading.catch(() => languages.delete(id));
  return loading;
}

/** A session laid out in time. */
export function timeline(plan: Plan, telling: Telling): Promise<Timeline> {
  return call<Timeline>("timeline", { plan, ...telling });
}

/** The same with its sound: 24 kHz, one channel. */
export async function track(
  plan: Plan,
  telling: Telling,
  clips: Map<string, Int16Array>,
): Promise<{ timeline: Timeline; samples: Int16Array<ArrayBuffer> }> {
  await start();
  const answer = await send({ kind: "track", input: JSON.stringify({ plan, ...telling }), clips });
  return { timeline: read<Timeline>(answer), samples: answer.samples ?? new Int16Array(0) };
}
