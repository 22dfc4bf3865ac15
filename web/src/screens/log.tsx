/** The log: days, sessions, how much each place got, how it felt; and the log as yours to take. */

import { useEffect, useState } from "preact/hooks";
import { CoreError, desk } from "../core/client.js";
import type { LogView } from "../core/desk.js";
import { now, writing } from "../keep/clock.js";
import { catalogue, forget, keep, look, notKept, personId, today, write } from "../state.js";
import { set, settings } from "../settings.js";
import { recordIds } from "../keep/db.js";
import { handOver, journalParts } from "../keep/file.js";
import { clock, day, many, t, time } from "../words/index.js";
import { Screen, Sheet } from "../ui/parts.jsx";
import { AreaChart, Load } from "./log_charts.jsx";
import { Calendar } from "./log_calendar.jsx";

type Kept = LogView["sessions"][number];

function Session({ one, onChange }: { one: Kept; onChange(): void }) {
  const { language } = settings.value;
  const remove = async (of: string) => {
    await write([{ kind: "removal", data: { of } }]);
    onChange();
  };
  return (
    <li class="card stack tight">
      <div class="row spread">
        <h3>
          {day(one.at, language)}, {time(one.at, language)}
        </h3>
        <strong>{clock(one.seconds)}</strong>
      </div>
      <p class="small soft">{one.by_hand ? t("log_by_hand") : (one.reason_says ?? "")}</p>
      <details>
        <summary>{t("log_details")}</summary>
        <ul class="plain-list">
          {one.pieces.map((piece) => (
            <li key={piece.id} class="row spread">
              <span>
                {piece.name}
                {piece.side_says === "" ? "" : `, ${piece.side_says}`} ·{" "}
                {t("log_seconds", { n: piece.seconds })}
                {" · "}
                {t("log_level")}: {piece.level ?? t("log_unknown")}
              </span>
              <button
                type="button"
                class="button plain"
                aria-label={`${t("remove")}: ${piece.name}`}
                onClick={() => void remove(piece.id)}
              >
                {t("remove")}
              </button>
            </li>
          ))}
        </ul>
      </details>
      {one.notes.map((note) => (
        <p key={note.id}>“{note.text}”</p>
      ))}
    </li>
  );
}

function NoteSheet({ onClose }: { onClose(): void }) {
  const [text, setText] = useState("");
  const save = async () => {
    await write([{ kind: "note", data: { text: text.trim() } }]);
    onClose();
  };
  return (
    <Sheet title={t("log_note")} onClose={onClose}>
      <label class="stack tight">
        <span>{t("log_note_place")}</span>
        <textarea
          rows={4}
          maxLength={4000}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <button
        type="button"
        class="button primary big"
        disabled={text.trim() === ""}
        onClick={() => void save()}
      >
        {t("save")}
      </button>
    </Sheet>
  );
}

/** Something rolled without the app. */
function HandSheet({ onClose }: { onClose(): void }) {
  const areas = (catalogue.value?.parts ?? [])
    .flatMap((part) => part.places)
    .filter((one) => one.kind === "area");
  const [area, setArea] = useState(areas[0]?.id ?? "");
  const [side, setSide] = useState<"both" | "left" | "right">("both");
  const [seconds, setSeconds] = useState(60);
  const [level, setLevel] = useState("");
  const [wrong, setWrong] = useState("");
  const sided = areas.find((one) => one.id === area)?.sides.length === 2;
  const save = async () => {
    try {
      await write([
        {
          kind: "rolled",
          data: {
            area,
            seconds,
            ...(sided ? { side } : {}),
            ...(level === "" ? {} : { level: Number(level) as 0 }),
          },
        },
      ]);
      onClose();
    } catch (error) {
      if (!(error instanceof CoreError)) throw error;
      setWrong(error.message);
    }
  };
  return (
    <Sheet title={t("log_add")} onClose={onClose}>
      <label>
        <span>{t("log_area_pick")}</span>
        <select value={area} onChange={(event) => setArea(event.currentTarget.value)}>
          {areas.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      </label>
      {sided && (
        <label>
          <span>{t("hurts_side")}</span>
          <select value={side} onChange={(event) => setSide(event.currentTarget.value as "both")}>
            {(["both", "left", "right"] as const).map((one) => (
              <option key={one} value={one}>
                {t(one)}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        <span>{t("log_seconds", { n: seconds })}</span>
        <input
          type="number"
          min={1}
          max={21600}
          inputMode="numeric"
          value={seconds}
          onInput={(event) => setSeconds(event.currentTarget.valueAsNumber)}
        />
      </label>
      <label>
        <span>{t("log_level")} (0–10)</span>
        <input
          type="number"
          min={0}
          max={10}
          inputMode="numeric"
          value={level}
          onInput={(event) => setLevel(event.currentTarget.value)}
        />
      </label>
      {wrong !== "" && (
        <p class="note alarm" role="alert">
          {wrong}
        </p>
      )}
      <button type="button" class="button primary big" onClick={() => void save()}>
        {t("save")}
      </button>
    </Sheet>
  );
}

const day_ms = 86_400_000;

function ExportReminder() {
  const { exported_at } = settings.value;
  const days = exported_at === null ? null : Math.floor((Date.now() - exported_at) / day_ms);
  if (days !== null && days < 30) return null;
  return (
    <p class="note">
      {days === null ? t("log_remind_export") : t("log_remind_export_old", { days })}
    </p>
  );
}

function Files({ onChange }: { onChange(): void }) {
  const [said, setSaid] = useState<{ text: string; bad: boolean } | null>(null);
  const [sure, setSure] = useState(false);
  const table = async () => {
    const asked = { person: personId.value, as: "csv", now: now() } as const;
    return [(await desk("log_export", asked)).document];
  };
  const save = async (as: "json" | "csv") => {
    handOver(
      as === "json" ? await journalParts(notKept()) : await table(),
      `unknot-${now().slice(0, 10)}.${as}`,
      as === "json" ? "application/json" : "text/csv",
    );
    if (as === "json") set("exported_at", Date.now());
  };
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    try {
      const taken = await desk("log_import", {
        document: await file.text(),
        person: personId.value,
        ...writing(),
      });
      // The core does not know the plans and events of long ago.
      const here = new Set(await recordIds().catch(() => []));
      const records = taken.records.filter((one) => !here.has(one.id));
      await keep(records);
      await look();
      const first = records.find((one) => one.kind === "person");
      if (settings.value.person === null && first !== undefined) set("person", first.id);
      await look();
      setSaid({
        bad: false,
        text:
          records.length === 0
            ? t("log_imported_none")
            : many("log_imported_one", "log_imported_other", records.length),
      });
      onChange();
    } catch (error) {
      if (!(error instanceof CoreError)) throw error;
      setSaid({ bad: true, text: t("log_import_failed", { why: error.message }) });
    }
  };
  return (
    <section class="stack">
      <h2>{t("log_export")}</h2>
      <ExportReminder />
      <div class="row">
        <button type="button" class="button" onClick={() => void save("json")}>
          {t("log_export_json")}
        </button>
        <button type="button" class="button" onClick={() => void save("csv")}>
          {t("log_export_csv")}
        </button>
      </div>
      <h2>{t("log_import")}</h2>
      <p class="small soft">{t("log_import_lead")}</p>
      <label class="button" style={{ position: "relative" }}>
        {t("log_import")}
        <input
          type="file"
          class="unseen"
          accept=".json,.csv,application/json,text/csv"
          onChange={(event) => {
            const input = event.currentTarget;
            void take(input.files?.[0]).finally(() => {
              input.value = "";
            });
          }}
        />
      </label>
      {said !== null && (
        <p class={`note${said.bad ? " alarm" : ""}`} role={said.bad ? "alert" : "status"}>
          {said.text}
        </p>
      )}
      <button type="button" class="button alarm" onClick={() => setSure(true)}>
        {t("log_forget")}
      </button>
      {sure && (
        <Sheet title={t("log_forget")} onClose={() => setSure(false)}>
          <p>{t("log_forget_sure")}</p>
          <button
            type="button"
            class="button alarm big"
            onClick={() => {
              setSure(false);
              void forget(null).then(() => {
                setSaid({ bad: false, text: t("log_forgotten") });
                onChange();
              });
            }}
          >
            {t("log_forget_do")}
          </button>
        </Sheet>
      )}
    </section>
  );
}

export function Log() {
  const [view, setView] = useState<LogView | null>(null);
  const [sheet, setSheet] = useState<"note" | "hand" | null>(null);
  const [shown, setShown] = useState(10);
  const person = personId.value;
  const read = async () => {
    const who = personId.value;
    setView(
      who === null
        ? null
        : await desk("log_view", { person: who, now: now(), language: settings.value.language }),
    );
  };
  useEffect(() => void read(), [person, today.value]);
  const sessions = [...(view?.sessions ?? [])].reverse();
  const empty = sessions.length === 0 && (view?.entries.length ?? 0) === 0;
  return (
    <Screen title={t("log_title")}>
      <header class="stack tight">
        <h1>{t("log_title")}</h1>
        <p class="soft">{empty ? t("log_empty") : (today.value?.steadiness.says ?? "")}</p>
      </header>
      {view !== null && !empty && (
        <>
          <Calendar sessions={view.sessions} />
          <section class="stack">
            <h2>{t("log_sessions")}</h2>
            <ul class="plain-list stack">
              {sessions.slice(0, shown).map((one) => (
                <Session key={one.id} one={one} onChange={() => void read()} />
              ))}
            </ul>
            {sessions.length > shown && (
              <button type="button" class="button" onClick={() => setShown(shown + 30)}>
                {t("guide_more")}
              </button>
            )}
          </section>
          {view.entries.length > 0 && (
            <ul class="plain-list">
              {[...view.entries]
                .reverse()
                .slice(0, 20)
                .map((one) => (
                  <li key={one.id}>
                    <span class="soft">{day(one.at, settings.value.language)}: </span>
                    {one.says}
                  </li>
                ))}
            </ul>
          )}
          <Load view={view} />
          <AreaChart view={view} />
        </>
      )}
      <div class="row">
        <button type="button" class="button" onClick={() => setSheet("note")}>
          {t("log_note")}
        </button>
        <button type="button" class="button" onClick={() => setSheet("hand")}>
          {t("log_add")}
        </button>
      </div>
      <Files onChange={() => void read()} />
      {sheet === "note" && <NoteSheet onClose={() => setSheet(null)} />}
      {sheet === "hand" && <HandSheet onClose={() => setSheet(null)} />}
    </Screen>
  );
}
