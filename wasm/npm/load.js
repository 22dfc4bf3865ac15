// What every entry point shares: a module made into functions. index.d.ts documents them.

import { Core } from "./core.js";

export class UnknotError extends Error {
  constructor({ code, field, value, expected, says }) {
    super(says);
    this.name = "UnknotError";
    Object.assign(this, { code, field, value, expected });
  }
}

// JSON would write null for these, and null means "not known": another statement than was made.
function finite(key, value) {
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw new TypeError(`${key}: got ${value}, expected a finite number.`);
  }
  return value;
}

// Nothing at all has no JSON; the core then says what it expected.
const json = (value) => JSON.stringify(value, finite) ?? "";

const clock = () => `${new Date().toISOString().slice(0, 19)}Z`;

// The core has no clock; the format leaves the time of asking to the host.
function timed(request, now = clock()) {
  const open = request !== null && typeof request === "object" && !Array.isArray(request);
  return open && (request.now ?? null) === null ? { ...request, now } : request;
}

function bind(core) {
  function read(text) {
    const answer = JSON.parse(text);
    if (answer.error) throw new UnknotError(answer.error);
    return answer;
  }
  const ask = (verb, input) => read(core.call(verb, input));
  return {
    plan: (request) => ask("plan", json(timed(request))),
    explain: (request) => ask("explain", json(timed(request))),
    compare: (a, b) => {
      const now = clock(); // One moment for both, or the clock would be a difference.
      return ask("compare", json({ a: timed(a, now), b: timed(b, now) }));
    },
    guide: (request, events, preferences) =>
      ask("session", json({ request: timed(request), preferences, events })),
    timeline: (plan, options) => ask("timeline", json({ plan, ...options })),
    track: (plan, clipOf, options) => mixed(core, json({ plan, ...options }), clipOf),
    validate: (plan, request) => ask("check", json({ plan, request })),
    list: (what) => ask("list", String(what)),
    example: (now = clock()) => ask("example", String(now)),
    version: () => ask("version", ""),
    addLanguage: async (source) => taught(core, await wordsOf(await source)),
    desk: (verb, input) => read(core.desk(String(verb), json(input))),
  };
}

function taught(core, bytes) {
  const answer = JSON.parse(core.addLanguage(bytes));
  if (answer.error) throw new UnknotError(answer.error);
  return answer.language;
}

// The whole track, block by block. Clips are asked for just before they are heard.
function* mixed(core, input, clipOf) {
  const track = core.openTrack(input);
  try {
    const timeline = JSON.parse(track.answer);
    if (timeline.error) throw new UnknotError(timeline.error);
    const { cues } = timeline;
    let next = 0;
    for (let at = 0; ; ) {
      const until = ((at + (1 << 14)) * 1000) / 24000;
      for (; next < cues.length && cues[next].at_ms <= until; ++next) {
        const clip = cues[next].text && clipOf(cues[next].text);
        if (clip) track.put(next, clip);
      }
      const samples = track.pull();
      if (samples.length === 0) return;
      at += samples.length;
      yield samples;
    }
  } finally {
    track.close();
  }
}

// Null: neither bytes nor the answer of a fetch.
async function bytesOf(source, name) {
  if (source instanceof ArrayBuffer) return new Uint8Array(source);
  if (ArrayBuffer.isView(source)) {
    return new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
  }
  if (typeof source?.arrayBuffer !== "function") return null;
  if (!source.ok) throw new Error(`${name}: ${source.url} answered ${source.status}.`);
  return new Uint8Array(await source.arrayBuffer());
}

async function compiled(source) {
  if (source instanceof WebAssembly.Module) return source;
  const bytes = await bytesOf(source, "unknot.wasm");
  if (bytes) return WebAssembly.compile(bytes);
  throw new TypeError(
    `unknot.wasm: got ${source}, expected its bytes, a WebAssembly.Module or a Response.`,
  );
}

async function wordsOf(source) {
  const bytes = await bytesOf(source, "LANG.words");
  if (bytes) return bytes;
  throw new TypeError(`LANG.words: got ${source}, expected its bytes or a Response.`);
}

export async function load(source, { languages = [] } = {}) {
  // All at once: a download does not wait for another.
  const [module, ...words] = await Promise.all([
    Promise.resolve(source).then(compiled),
    ...languages.map((each) => Promise.resolve(each).then(wordsOf)),
  ]);
  const core = new Core(module);
  for (const bytes of words) taught(core, bytes);
  return bind(core);
}
