/** Everything that can be set is here, in groups that open. */

import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { loadCatalogue, look, plan, replan } from "../state.js";
import { set, settings, type Settings as All } from "../settings.js";
import { readIn, t } from "../words/index.js";
import { Screen, Switch } from "../ui/parts.jsx";
import { chooseVoice, say } from "../guide/voice.js";
import { Clips } from "./settings_clips.jsx";
import { Conditions, Me, Tools } from "./settings_me.jsx";
import { People } from "./settings_people.jsx";
import { Reminders } from "./settings_reminders.jsx";
import { About, Data, Install } from "./settings_data.jsx";
import type { Key } from "../words/en.js";

export function Group({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="stack tight">
      <h2>{title}</h2>
      <div class="card stack tight">{children}</div>
    </section>
  );
}

/** One of a few. */
export function Choose<T extends string | number>({
  label,
  value,
  all,
  onPick,
}: {
  label: string;
  value: T;
  all: readonly (readonly [T, string])[];
  onPick(value: T): void;
}) {
  return (
    <label>
      <span>{label}</span>
      <select
        value={String(value)}
        onChange={(event) => {
          const picked = all.find(([one]) => String(one) === event.currentTarget.value);
          if (picked !== undefined) onPick(picked[0]);
        }}
      >
        {all.map(([one, words]) => (
          <option key={String(one)} value={String(one)}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

const languages = [
  ["en", "English"],
  ["es", "Español"],
  ["de", "Deutsch"],
] as const;

async function speak(language: string): Promise<void> {
  set("language", language);
  await readIn(language);
  await loadCatalogue();
  await look();
  if (plan.value !== null) await replan();
}

function words<T extends string>(prefix: string, ids: readonly T[]): (readonly [T, string])[] {
  return ids.map((id) => [id, t(`${prefix}${id}` as Key)] as const);
}

function turn<K extends keyof All>(key: K) {
  return (value: All[K]) => set(key, value);
}

async function listen(): Promise<void> {
  await chooseVoice();
  const spoken = t("voice_trial");
  say([{ at: 0, spoken, written: spoken, weight: "normal", passing: false }]);
}

function Guiding() {
  const now = settings.value;
  return (
    <>
      <Group title={t("settings_voice")}>
        <Choose
          label={t("settings_voice")}
          value={now.voice}
          onPick={turn("voice")}
          all={words("voice_", ["auto", "system", "clips", "silent"])}
        />
        <button type="button" class="button" onClick={() => void listen()}>
          {t("voice_try")}
        </button>
        <Choose
          label={t("settings_sound")}
          value={now.sound}
          onPick={turn("sound")}
          all={words("sound_", ["mix", "loud"])}
        />
        <Choose
          label={t("settings_verbosity")}
          value={now.verbosity}
          onPick={turn("verbosity")}
          all={words("verbosity_", ["full", "brief", "minimal"])}
        />
        <Switch on={now.locked} onTurn={turn("locked")}>
          {t("settings_locked")}
          <br />
          <span class="small soft">{t("settings_locked_lead")}</span>
        </Switch>
        <Clips />
      </Group>
      <Group title={t("guide_title")}>
        <Choose
          label={t("settings_ready")}
          value={now.ready_percent}
          onPick={turn("ready_percent")}
          all={[
            [100, t("ready_100")],
            [150, t("ready_150")],
            [200, t("ready_200")],
          ]}
        />
        <Choose
          label={t("settings_time_left")}
          value={now.time_left_every}
          onPick={turn("time_left_every")}
          all={[
            [0, t("time_left_0")],
            [60, t("time_left_60")],
          ]}
        />
        <Switch on={now.breathing} onTurn={turn("breathing")}>
          {t("settings_breathing")}
        </Switch>
        <Switch on={now.ask_levels} onTurn={turn("ask_levels")}>
          {t("settings_ask")}
        </Switch>
        <Switch on={now.ticks} onTurn={turn("ticks")}>
          {t("settings_ticks")}
        </Switch>
        {"vibrate" in navigator && (
          <Switch on={now.vibrate} onTurn={turn("vibrate")}>
            {t("settings_vibrate")}
          </Switch>
        )}
      </Group>
    </>
  );
}

export function Settings() {
  const [busy, setBusy] = useState(false);
  const now = settings.value;
  useEffect(() => void look(), []);
  return (
    <Screen title={t("settings_title")}>
      <h1>{t("settings_title")}</h1>
      <Group title={`${t("settings_language")} · ${t("settings_theme")}`}>
        <Choose
          label={t("settings_language")}
          value={now.language as "en"}
          all={languages}
          onPick={(id) => {
            setBusy(true);
            void speak(id).finally(() => setBusy(false));
          }}
        />
        {busy && <p role="status">{t("loading")}</p>}
        <Choose
          label={t("settings_theme")}
          value={now.theme}
          onPick={turn("theme")}
          all={words("theme_", ["auto", "light", "dark"])}
        />
      </Group>
      <Guiding />
      <Tools />
      <Conditions />
      <Me />
      <People />
      <Reminders />
      <Data />
      <Install />
      <About />
    </Screen>
  );
}
