/**
 * Spoken sentences, recorded beforehand: docs/formats/clips.md. The header of a pack is read once,
 * a clip by a range request when it is first wanted; both are kept in this browser, so that a
 * session once heard can be heard without a network.
 */

import { db } from "../keep/db.js";

interface Entry {
  sentence: string;
  offset: number;
  bytes: number;
  samples: number;
}

export interface Pack {
  language: string;
  rate: number;
  /** Where the first clip lies in the file. */
  start: number;
  size: number;
  entries: Map<string, Entry>;
}

const magic = "UNKNOTC1";
const headerMost = 16 << 20;
const packs = new Map<string, Promise<Pack | null>>();
const url = (language: string) => `/clips/${language}.clips`;

async function range(language: string, from: number, size: number): Promise<ArrayBuffer | null> {
  const answer = await fetch(url(language), {
    headers: { range: `bytes=${from}-${from + size - 1}` },
  });
  if (answer.status !== 206) {
    await answer.body?.cancel();
    return null;
  }
  return answer.arrayBuffer();
}

function parsed(language: string, header: ArrayBuffer): Pack {
  const json = JSON.parse(new TextDecoder().decode(header)) as {
    sample_rate: number;
    entries: Entry[];
  };
  const entries = new Map(json.entries.map((one) => [one.sentence, one]));
  const last = json.entries.reduce((most, one) => Math.max(most, one.offset + one.bytes), 0);
  return { language, rate: json.sample_rate, start: 12 + header.byteLength, size: last, entries };
}

async function loaded(language: string): Promise<Pack | null> {
  const database = await db().catch(() => null);
  const kept = await database?.get("clips", `${language}:header`);
  if (kept !== undefined) return parsed(language, kept);
  const head = await range(language, 0, 12).catch(() => null);
  if (head === null || new TextDecoder().decode(head.slice(0, 8)) !== magic) return null;
  const size = new DataView(head).getUint32(8, true);
  if (size > headerMost) return null;
  const header = await range(language, 12, size).catch(() => null);
  if (header === null) return null;
  await database?.put("clips", header, `${language}:header`).catch(() => undefined);
  return parsed(language, header);
}

/** The pack of a language; null when this server has none and none is kept here. */
export function packOf(language: string): Promise<Pack | null> {
  const known = packs.get(language);
  if (known !== undefined) return known;
  const loading = loaded(language).catch(() => null);
  packs.set(language, loading);
  // Not being there is not for ever: the network may come back.
  void loading.then((pack) => {
    if (pack === null) packs.delete(language);
  });
  return loading;
}

const key = (pack: Pack, entry: Entry) => `${pack.language}:${entry.sentence}`;

/** One MP3. */
async function bytesOf(pack: Pack, entry: Entry): Promise<ArrayBuffer | null> {
  const database = await db().catch(() => null);
  const kept = await database?.get("clips", key(pack, entry));
  if (kept !== undefined) return kept;
  const got = await range(pack.language, pack.start + entry.offset, entry.bytes).catch(() => null);
  if (got === null || got.byteLength !== entry.bytes) return null;
  await database?.put("clips", got, key(pack, entry)).catch(() => undefined);
  return got;
}

/** The sentences that `text` is made of, longest first; what has no clip is passed over. */
export function sentencesOf(pack: Pack, text: string): string[] {
  const out: string[] = [];
  let rest = text.trim();
  while (rest !== "") {
    const ends = [...rest.matchAll(/[.!?…](?=\s|$)/g)].map((one) => one.index + 1);
    const lengths = [...ends, rest.length]
      .filter((one, i, all) => all.indexOf(one) === i)
      .reverse();
    const fits = lengths.find((length) => pack.entries.has(rest.slice(0, length)));
    if (fits !== undefined) out.push(rest.slice(0, fits));
    rest = rest.slice(fits ?? ends[0] ?? rest.length).trim();
  }
  return out;
}

const decoded = new Map<string, Promise<AudioBuffer | null>>();

/** A sentence as sound. `context` decodes; one of 24 kHz keeps every sample as it was made. */
export function soundOf(
  pack: Pack,
  sentence: string,
  context: BaseAudioContext,
): Promise<AudioBuffer | null> {
  const entry = pack.entries.get(sentence);
  if (entry === undefined) return Promise.resolve(null);
  const id = `${context.sampleRate}:${key(pack, entry)}`;
  const known = decoded.get(id);
  if (known !== undefined) return known;
  const work = bytesOf(pack, entry).then((bytes) =>
    bytes === null ? null : context.decodeAudioData(bytes.slice(0)).catch(() => null),
  );
  decoded.set(id, work);
  void work.then((sound) => {
    if (sound === null) decoded.delete(id);
  });
  return work;
}

/** Samples of a sentence as the core's mixer takes them. */
export async function samplesOf(pack: Pack, sentence: string): Promise<Int16Array | null> {
  const context = new OfflineAudioContext(1, 1, pack.rate);
  const sound = await soundOf(pack, sentence, context);
  if (sound === null) return null;
  return Int16Array.from(sound.getChannelData(0), (one) =>
    Math.max(-32768, Math.min(32767, Math.round(one * 32768))),
  );
}

/** Milliseconds of each sentence. */
export function lengths(pack: Pack): Record<string, number> {
  const all = [...pack.entries.values()];
  return Object.fromEntries(
    all.map((one) => [one.sentence, Math.max(1, Math.ceil((one.samples * 1000) / pack.rate))]),
  );
}

/** Fetches everything, a megabyte at a time, so that it can be heard without a network. */
export async function fetchAll(pack: Pack, tell: (done: number) => void): Promise<void> {
  const database = await db();
  const held = new Set(await database.getAllKeys("clips"));
  const missing = [...pack.entries.values()]
    .filter((one) => !held.has(key(pack, one)))
    .sort((a, b) => a.offset - b.offset);
  const piece = 1 << 20;
  for (let i = 0; i < missing.length;) {
    const from = missing[i]!.offset;
    let to = i;
    while (to < missing.length && missing[to]!.offset + missing[to]!.bytes - from <= piece) ++to;
    if (to === i) ++to;
    const batch = missing.slice(i, to);
    const end = batch.at(-1)!;
    const got = await range(pack.language, pack.start + from, end.offset + end.bytes - from);
    if (got === null) throw new Error("The server stopped answering.");
    const transaction = database.transaction("clips", "readwrite");
    for (const one of batch) {
      void transaction.store.put(
        got.slice(one.offset - from, one.offset - from + one.bytes),
        key(pack, one),
      );
    }
    await transaction.done;
    i = to;
    tell(i / missing.length);
  }
}

/** Whether every sentence is kept here. */
export async function allHere(pack: Pack): Promise<boolean> {
  const held = new Set(await (await db()).getAllKeys("clips"));
  return [...pack.entries.values()].every((one) => held.has(key(pack, one)));
}
