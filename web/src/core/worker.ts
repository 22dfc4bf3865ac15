/**
 * The core in a thread of its own: one instance of unknot.wasm, asked by messages. A call that traps
 * is a mistake of ours; its instance is thrown away and the page starts anew from what it kept.
 */

/// <reference lib="webworker" />
import type { Ask, Answer } from "./messages.js";

interface Exports {
  memory: WebAssembly.Memory;
  _initialize(): void;
  unknot_alloc(size: number): number;
  unknot_free(at: number, size: number): void;
  unknot_call(verb: number, verbSize: number, input: number, inputSize: number): number;
  unknot_desk(verb: number, verbSize: number, input: number, inputSize: number): number;
  unknot_language(input: number, inputSize: number): number;
  unknot_result_ptr(result: number): number;
  unknot_result_size(result: number): number;
  unknot_release(result: number): void;
  unknot_track_open(input: number, size: number): number;
  unknot_track_answer(track: number): number;
  unknot_track_clip(track: number, cue: number, samples: number, size: number): void;
  unknot_track_pull(track: number, out: number, size: number): number;
  unknot_track_close(track: number): void;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true });
const block = 1 << 14;
let module: WebAssembly.Module | null = null;
let wasm: Exports | null = null;
/** Whether the instance has the whole log: over a part of it nothing is planned. */
let filled = false;

function started(): Exports {
  if (wasm !== null) return wasm;
  if (module === null) throw new Error("The core was asked before it was there.");
  wasm = new WebAssembly.Instance(module).exports as unknown as Exports;
  wasm._initialize();
  return wasm;
}

function lose(): void {
  wasm = null;
  filled = false;
}

function put(core: Exports, bytes: Uint8Array): [number, number] {
  const at = core.unknot_alloc(bytes.length) >>> 0;
  new Uint8Array(core.memory.buffer).set(bytes, at);
  return [at, bytes.length];
}

function text(core: Exports, result: number): string {
  const at = core.unknot_result_ptr(result) >>> 0;
  return decoder.decode(new Uint8Array(core.memory.buffer, at, core.unknot_result_size(result)));
}

function taken(core: Exports, result: number): string {
  const out = text(core, result);
  core.unknot_release(result);
  return out;
}

function call(entry: "unknot_call" | "unknot_desk", verb: string, input: string): string {
  const core = started();
  const verbAt = put(core, encoder.encode(verb));
  const inputAt = put(core, encoder.encode(input));
  const result = core[entry](...verbAt, ...inputAt);
  core.unknot_free(...verbAt);
  core.unknot_free(...inputAt);
  return taken(core, result);
}

function language(bytes: ArrayBuffer): string {
  const core = started();
  const at = put(core, new Uint8Array(bytes));
  const result = core.unknot_language(...at);
  core.unknot_free(...at);
  return taken(core, result);
}

/** Mixes a whole track. `clips` are samples by sentence. */
function track(
  input: string,
  clips: Map<string, Int16Array>,
): { answer: string; samples: Int16Array<ArrayBuffer> } {
  const core = started();
  const at = put(core, encoder.encode(input));
  const handle = core.unknot_track_open(...at);
  core.unknot_free(...at);
  const answer = text(core, core.unknot_track_answer(handle));
  const room = core.unknot_alloc(2 * block) >>> 0;
  try {
    const laid = JSON.parse(answer) as {
      error?: unknown;
      length_ms: number;
      cues: { at_ms: number; text?: string }[];
    };
    if (laid.error !== undefined) return { answer, samples: new Int16Array(0) };
    laid.cues.forEach((cue, index) => {
      const clip = cue.text === undefined ? undefined : clips.get(cue.text);
      if (clip === undefined) return;
      const clipAt = core.unknot_alloc(2 * clip.length) >>> 0;
      new Int16Array(core.memory.buffer, clipAt, clip.length).set(clip);
      core.unknot_track_clip(handle, index, clipAt, clip.length);
      core.unknot_free(clipAt, 2 * clip.length);
    });
    const blocks: Int16Array[] = [];
    let size = 0;
    for (;;) {
      const got = core.unknot_track_pull(handle, room, block);
      if (got === 0) break;
      blocks.push(new Int16Array(core.memory.buffer, room, got).slice());
      size += got;
    }
    const samples = new Int16Array(size);
    let filled = 0;
    for (const one of blocks) {
      samples.set(one, filled);
      filled += one.length;
    }
    return { answer, samples };
  } finally {
    core.unknot_free(room, 2 * block);
    core.unknot_track_close(handle);
  }
}

function answered(ask: Ask): Answer {
  switch (ask.kind) {
    case "module":
      module = ask.module;
      lose();
      return { id: ask.id, text: call("unknot_call", "version", "") };
    case "call":
      return { id: ask.id, text: call("unknot_call", ask.verb, ask.input) };
    case "filled":
      filled = wasm !== null;
      return { id: ask.id, text: "null" };
    case "desk":
      if (ask.needs === "log" && !filled) return { id: ask.id, trap: "The log is not there." };
      return { id: ask.id, text: call("unknot_desk", ask.verb, ask.input) };
    case "language":
      return { id: ask.id, text: language(ask.bytes) };
    case "track": {
      const { answer, samples } = track(ask.input, ask.clips);
      return { id: ask.id, text: answer, samples };
    }
  }
}

self.onmessage = (event: MessageEvent<Ask>) => {
  const ask = event.data;
  try {
    const answer = answered(ask);
    self.postMessage(answer, answer.samples ? [answer.samples.buffer] : []);
  } catch (error) {
    lose();
    self.postMessage({ id: ask.id, trap: String(error) } satisfies Answer);
  }
};
