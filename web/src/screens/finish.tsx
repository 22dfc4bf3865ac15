/** After a session: what was rolled, how strong it felt where nobody has said, a few words. */

import { useEffect, useState } from "preact/hooks";
import { desk } from "../core/client.js";
import type { LogView, Scene } from "../core/desk.js";
import { session } from "../guide/runner.js";
import { now as clockNow } from "../keep/clock.js";
import { personId, write } from "../state.js";
import { settings } from "../settings.js";
import { clock, t } from "../words/index.js";
import { Levels, Screen } from "../ui/parts.jsx";

type Kept = LogView["sessions"][number];

export function Finish({ now, onDone }: { now: Scene; onDone(): void }) {
  const [kept, setKept] = useState<Kept | null>(null);
  const [note, setNote] = useState("");
  const read = async () => {
    const person = personId.value;
    if (person === null) return;
    const view = await desk("log_view", {
      person,
      now: clockNow(),
      language: settings.value.language,
    });
    setKept(view.sessions.find((one) => one.id === session.value) ?? null);
  };
  useEffect(() => void read(), [session.value, personId.value]);
  const level = async (of: string, value: number) => {
    await write([{ kind: "level", data: { of, level: value as 0 } }]);
    await read();
  };
  const done = async () => {
    if (note.trim() !== "" && kept !== null) {
      await write([{ kind: "note", data: { text: note.trim() }, session: kept.id }]);
    }
    onDone();
  };
  const open = kept?.pieces.filter((one) => one.level === null) ?? [];
  return (
    <Screen title={t("guide_over")}>
      <header class="stack tight">
        <h1>{t("guide_over")}</h1>
        {kept !== null && <p class="soft">{t("guide_over_lead", { time: clock(kept.seconds) })}</p>}
      </header>
      {now.caption !== "" && (
        <p
          class={`note${now.caption_urgent ? " alarm" : ""}`}
          role={now.caption_urgent ? "alert" : "status"}
        >
          {now.caption}
        </p>
      )}
      {open.length > 0 && (
        <section class="stack">
          <div class="stack tight">
            <h2>{t("guide_strong")}</h2>
            <p class="small soft">{t("guide_strong_lead")}</p>
          </div>
          {open.map((one) => (
            <div class="stack tight" key={one.id}>
              <h3>{one.side_says === "" ? one.name : `${one.name}, ${one.side_says}`}</h3>
              <Levels value={null} label={one.name} onPick={(value) => void level(one.id, value)} />
            </div>
          ))}
        </section>
      )}
      {kept !== null && (
        <label class="stack tight">
          <span>{t("guide_note")}</span>
          <textarea
            rows={3}
            maxLength={4000}
            value={note}
            onInput={(event) => setNote(event.currentTarget.value)}
          />
        </label>
      )}
      <div class="dock">
        <button type="button" class="button primary big" onClick={() => void done()}>
          {t("guide_finish")}
        </button>
      </div>
    </Screen>
  );
}
