/** How this device guides: settings that are nobody's health and stay out of the log. */

import { effect, signal } from "@preact/signals";
import { keepSetting, setting } from "./keep/db.js";

export interface Settings {
  language: string;
  minutes: number;
  /** auto: system speech when it is good, else clips. */
  voice: "auto" | "system" | "clips" | "silent";
  /** mix: over the music; loud: alone, heard even when the phone is silenced. */
  sound: "mix" | "loud";
  verbosity: "full" | "brief" | "minimal";
  /** Of the planned time to get ready. */
  ready_percent: number;
  time_left_every: number;
  breathing: boolean;
  ask_levels: boolean;
  ticks: boolean;
  vibrate: boolean;
  /** One sound track that goes on while the phone is locked. */
  locked: boolean;
  theme: "auto" | "light" | "dark";
  /** Who uses the app now; null: nobody has said. */
  person: string | null;
  exported_at: number | null;
}

const spoken = (navigator.language || "en").slice(0, 2).toLowerCase();

export const defaults: Settings = {
  language: ["en", "es", "de"].includes(spoken) ? spoken : "en",
  minutes: 5,
  voice: "auto",
  sound: "mix",
  verbosity: "full",
  ready_percent: 100,
  time_left_every: 0,
  breathing: true,
  ask_levels: true,
  ticks: true,
  vibrate: true,
  locked: false,
  theme: "auto",
  person: null,
  exported_at: null,
};

export const settings = signal<Settings>(defaults);

/** Where the browser keeps nothing, the defaults serve for this visit. */
export async function loadSettings(): Promise<void> {
  const kept = await setting<Partial<Settings>>("app").catch(() => undefined);
  settings.value = { ...defaults, ...kept };
}

export function set<K extends keyof Settings>(key: K, value: Settings[K]): void {
  settings.value = { ...settings.value, [key]: value };
  void keepSetting("app", settings.value).catch(() => undefined);
}

effect(() => {
  const { theme, language } = settings.value;
  const root = document.documentElement;
  if (theme === "auto") root.removeAttribute("data-theme");
  else root.dataset.theme = theme;
  root.lang = language;
});

/** For tests, and for who likes a console. */
(globalThis as { unknotSettings?: (more: Partial<Settings>) => void }).unknotSettings = (more) => {
  for (const [key, value] of Object.entries(more)) set(key as keyof Settings, value as never);
};
