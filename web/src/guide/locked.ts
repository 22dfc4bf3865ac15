/**
 * Locked-phone mode. The core lays the whole session out as one track; a media element plays it, so
 * that it goes on while the page sleeps and the keys of lock screen and headphones work. What was
 * heard is what counts: the engine is told the time of the track, not that of a clock. Whatever
 * somebody asks for changes what is to come, so a new track is made from there.
 */

import { timeline, track } from "../core/client.js";
import { desk } from "../core/client.js";
import type { Events, Guided, Happening, Now, Scene } from "../core/desk.js";
import type { Plan } from "../../../wasm/npm/types/plan.js";
import type { Preferences } from "../../../wasm/npm/types/session.js";
import type { Timeline } from "../../../wasm/npm/types/timeline.js";
import { settings } from "../settings.js";
import { moment } from "../keep/clock.js";
import { t } from "../words/index.js";
import { lengths, packOf, samplesOf, type Pack } from "./clips.js";
import { wav } from "./wav.js";

export interface Host {
  send(happened: Happening, now: Now): Promise<Guided>;
  scene(): Scene | null;
  /** Somebody pressed a key of the lock screen or the headphones. */
  happen(happened: Happening): void;
}

const rate = 24000;
/** ms of track between two ticks: well below what the engine takes for a gap. */
const stride = 1000;

/** The one element: some browsers let only that be heard which a tap began. */
const element = new Audio();
element.preload = "auto";
let unlocked = false;

/** In a tap: a tenth of a second of nothing, so that the track may follow when it is made. */
export function unlockTrack(): void {
  if (unlocked) return;
  unlocked = true;
  const nothing = URL.createObjectURL(wav(new Int16Array(rate / 10), rate));
  element.src = nothing;
  element
    .play()
    .catch(() => {
      unlocked = false;
    })
    .finally(() => URL.revokeObjectURL(nothing));
}

export class LockedTrack {
  #element = element;
  #over = new AbortController();
  #url = "";
  #timeline: Timeline | null = null;
  /** The engine's clock when the track's session began, and the wall clock then. */
  #base = 0;
  #wall = 0;
  #told = 0;
  #begun = false;
  #resumes = false;
  #busy = false;
  #timer = 0;

  private constructor(
    private readonly plan: Plan,
    private readonly preferences: Preferences,
    private readonly pack: Pack,
    private readonly host: Host,
  ) {
    const { signal } = this.#over;
    for (const event of ["timeupdate", "ended"]) {
      this.#element.addEventListener(event, () => void this.#follow(), { signal });
    }
    this.#keys();
  }

  /**
   * Null when the recorded sentences are not there.
   * @param goesOn  The session is broken off and paused: the track is made when somebody goes on.
   */
  static async of(
    plan: Plan,
    preferences: Preferences,
    host: Host,
    goesOn: boolean,
  ): Promise<LockedTrack | null> {
    const pack = await packOf(settings.value.language);
    if (pack === null) return null;
    const made = new LockedTrack(plan, preferences, pack, host);
    if (!goesOn) await made.#make([]);
    return made;
  }

  /** Begins, or goes on after a pause. */
  async play(): Promise<void> {
    this.#begun = false;
    this.#wall = 0;
    await this.#element.play().catch(() => undefined);
    clearInterval(this.#timer);
    this.#timer = window.setInterval(() => void this.#follow(), 200);
  }

  /** What somebody asked for. All but going on pauses the track; going on makes a new one. */
  async happen(happened: Happening): Promise<void> {
    if (happened.event === "tick" || happened.event === "start") return;
    await this.#follow();
    this.#element.pause();
    const scene = this.host.scene();
    if (scene === null || scene.phase === "over") return;
    if (happened.event === "resume") {
      await this.#goOn();
      return;
    }
    const asked = happened.event !== "pause" && scene.paused === null;
    if (asked) await this.#tell({ event: "pause" });
    await this.#tell(happened);
    const after = this.host.scene();
    // A choice made in passing goes on by itself; trouble waits for the person.
    if (asked && after?.paused === "asked" && after.phase !== "over") await this.#goOn();
  }

  /** The session is over; what is left of the track is its last words. */
  finish(): void {
    clearInterval(this.#timer);
    this.#timeline = null;
    this.#element.addEventListener("ended", () => this.end(), { signal: this.#over.signal });
  }

  end(): void {
    clearInterval(this.#timer);
    this.#over.abort();
    this.#element.pause();
    this.#element.removeAttribute("src");
    this.#element.load();
    if (this.#url !== "") URL.revokeObjectURL(this.#url);
    this.#url = "";
    const media = navigator.mediaSession;
    if (media !== undefined) media.playbackState = "none";
  }

  async #goOn(): Promise<void> {
    const { events } = await desk("guide_events", {});
    await this.#make(events);
    this.#resumes = true;
    await this.play();
  }

  async #make(events: Events["events"]): Promise<void> {
    const { language, verbosity } = settings.value;
    const telling = {
      language,
      verbosity,
      preferences: this.preferences,
      lengths: lengths(this.pack),
      events: events as never,
    };
    const laid = await timeline(this.plan, telling);
    const said = [
      ...new Set(laid.cues.flatMap((cue) => (cue.cue === "sentence" ? [cue.text] : []))),
    ];
    const clips = new Map<string, Int16Array>();
    await Promise.all(
      said.map(async (one) => {
        const samples = await samplesOf(this.pack, one);
        if (samples !== null) clips.set(one, samples);
      }),
    );
    const mixed = await track(this.plan, telling, clips);
    this.#timeline = mixed.timeline;
    if (this.#url !== "") URL.revokeObjectURL(this.#url);
    this.#url = URL.createObjectURL(wav(mixed.samples, rate));
    this.#element.src = this.#url;
    this.#told = 0;
    this.#describe();
  }

  #at(ms: number): Now {
    return moment(this.#base + ms, this.#wall + ms);
  }

  /** Tells the engine how far the track was heard, in strides no longer than it trusts. */
  async #follow(): Promise<void> {
    const laid = this.#timeline;
    if (laid === null || this.#busy) return;
    this.#busy = true;
    try {
      const ms = Math.floor(this.#element.currentTime * 1000) - laid.start_ms;
      if (ms < 0) return;
      if (!this.#begun) {
        this.#begun = true;
        this.#base = Math.max(performance.now(), this.#base + this.#told + 1);
        this.#wall = Date.now() - ms;
        this.#told = 0;
        await this.host.send({ event: this.#resumes ? "resume" : "start" }, this.#at(0));
      }
      while (this.#told < ms && this.host.scene()?.phase !== "over") {
        this.#told = Math.min(ms, this.#told + stride);
        const { scene } = await this.host.send({ event: "tick" }, this.#at(this.#told));
        // Such as an engine that had to be begun anew: nothing is rolled to a track then.
        if (scene.paused !== null) {
          this.#element.pause();
          break;
        }
      }
    } finally {
      this.#busy = false;
    }
  }

  async #tell(happened: Happening): Promise<void> {
    while (this.#busy) await new Promise((resolve) => setTimeout(resolve, 5));
    if (!this.#begun) {
      this.#base = performance.now();
      this.#wall = Date.now();
      this.#begun = true;
    }
    await this.host.send(happened, this.#at(this.#told));
  }

  #describe(): void {
    const media = navigator.mediaSession;
    if (media === undefined || typeof MediaMetadata === "undefined") return;
    const chapter = this.#timeline?.chapters[0]?.title ?? t("guide_title");
    media.metadata = new MediaMetadata({ title: chapter, artist: "Unknot" });
    media.playbackState = "playing";
  }

  #keys(): void {
    const media = navigator.mediaSession;
    if (media === undefined) return;
    const on = (action: MediaSessionAction, happened: Happening) => {
      try {
        media.setActionHandler(action, () => this.host.happen(happened));
      } catch {
        // A browser that does not know the key has none to press.
      }
    };
    on("pause", { event: "pause" });
    on("play", { event: "resume" });
    on("nexttrack", { event: "skip" });
    on("previoustrack", { event: "back" });
    on("stop", { event: "pause" });
  }
}
