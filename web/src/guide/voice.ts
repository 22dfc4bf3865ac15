/**
 * Saying things aloud: the device's own voice where it is good, else recorded sentences, else
 * nothing; the words are on the screen in any case.
 */

import { signal } from "@preact/signals";
import type { Utterance } from "../core/desk.js";
import { settings } from "../settings.js";
import { unlockTrack } from "./locked.js";
import { packOf, sentencesOf, soundOf, type Pack } from "./clips.js";

export type Kind = "system" | "clips" | "none" | "silent";
/** What is heard in this session. */
export const voice = signal<Kind>("none");

let context: AudioContext | null = null;
let pack: Pack | null = null;
let playing: AudioBufferSourceNode[] = [];
/** When what is being said will have been said, on the context's clock. */
let free = 0;
let turn = 0;

/** Must first be called in a tap: browsers let nothing be heard before. */
export function audio(): AudioContext | null {
  if (context === null && typeof AudioContext !== "undefined") context = new AudioContext();
  if (context?.state === "suspended") void context.resume().catch(() => undefined);
  return context;
}

let spoke = false;

/**
 * First of all in a tap that leads to a session: on some phones sound that no tap began, or none
 * soon enough, is not heard.
 */
export function unlockSound(): void {
  const { voice: wanted, locked } = settings.value;
  if (wanted === "silent") return;
  audio();
  if (locked) unlockTrack();
  if (wanted === "clips" || spoke || typeof speechSynthesis === "undefined") return;
  spoke = true;
  const nothing = new SpeechSynthesisUtterance("");
  nothing.volume = 0;
  speechSynthesis.speak(nothing);
}

/** A voice of the device for this language that needs no network; null: none that is good. */
export function systemVoice(language: string): SpeechSynthesisVoice | null {
  if (typeof speechSynthesis === "undefined") return null;
  const fits = speechSynthesis
    .getVoices()
    .filter(
      (one) => one.localService && one.lang.toLowerCase().replace("_", "-").startsWith(language),
    );
  const robotic = (one: SpeechSynthesisVoice) =>
    /espeak|eloquence|compact/i.test(one.name + one.voiceURI);
  const good = fits.filter((one) => !robotic(one));
  return good.find((one) => one.default) ?? good[0] ?? null;
}

/** Voices of some browsers come a moment late. */
function voicesThere(): Promise<void> {
  if (typeof speechSynthesis === "undefined" || speechSynthesis.getVoices().length > 0) {
    return Promise.resolve();
  }
  return new Promise((resolve) => {
    const done = () => resolve();
    speechSynthesis.addEventListener?.("voiceschanged", done, { once: true });
    setTimeout(done, 250);
  });
}

type Session = { type: string };

/** Over the music, or alone and heard even when the phone is silenced (where a browser can tell). */
function claim(): void {
  const session = (navigator as { audioSession?: Session }).audioSession;
  if (session !== undefined)
    session.type = settings.value.sound === "loud" ? "playback" : "transient";
}

/** Chooses the voice of a session. In a tap. */
export async function chooseVoice(): Promise<Kind> {
  const { voice: wanted, language } = settings.value;
  audio();
  claim();
  if (wanted === "silent") return (voice.value = "silent");
  if (wanted !== "clips") {
    await voicesThere();
    if (systemVoice(language) !== null) return (voice.value = "system");
  }
  pack = await packOf(language);
  return (voice.value = pack === null ? "none" : "clips");
}

export function hush(): void {
  ++turn;
  if (typeof speechSynthesis !== "undefined") speechSynthesis.cancel();
  for (const node of playing) node.stop();
  playing = [];
  free = 0;
}

function saySystem(text: string, urgent: boolean): void {
  const { language } = settings.value;
  const words = new SpeechSynthesisUtterance(text);
  const chosen = systemVoice(language);
  if (chosen !== null) words.voice = chosen;
  words.lang = chosen?.lang ?? language;
  words.rate = 0.95;
  if (urgent) speechSynthesis.cancel();
  speechSynthesis.speak(words);
}

async function sayClips(text: string): Promise<void> {
  const mine = turn;
  const sounds = context;
  if (pack === null || sounds === null) return;
  const from = pack;
  const all = await Promise.all(sentencesOf(from, text).map((one) => soundOf(from, one, sounds)));
  if (mine !== turn) return;
  for (const sound of all) {
    if (sound === null) continue;
    const node = sounds.createBufferSource();
    node.buffer = sound;
    node.connect(sounds.destination);
    free = Math.max(free, sounds.currentTime + 0.01);
    node.start(free);
    free += sound.duration + 0.1;
    playing.push(node);
    node.onended = () => {
      playing = playing.filter((one) => one !== node);
    };
  }
}

/** What is said at one moment is said in one breath. */
export function say(all: readonly Utterance[]): void {
  const spoken = all
    .map((one) => one.spoken)
    .filter((one) => one !== "")
    .join(" ");
  if (spoken === "") return;
  const urgent = all.some((one) => one.weight === "urgent");
  if (urgent) hush();
  if (voice.value === "system") saySystem(spoken, urgent);
  if (voice.value === "clips") void sayClips(spoken);
}

/** A short soft tone. */
export function tone(hertz: number, seconds: number, loudness: number): void {
  if (context === null || voice.value === "silent" || !settings.value.ticks) return;
  const at = context.currentTime;
  const node = context.createOscillator();
  const gain = context.createGain();
  node.frequency.value = hertz;
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(loudness, at + 0.008);
  gain.gain.exponentialRampToValueAtTime(0.0001, at + seconds);
  node.connect(gain).connect(context.destination);
  node.start(at);
  node.stop(at + seconds);
}
