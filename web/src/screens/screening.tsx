/**
 * The safety questions. Nobody is guided without an answer; only the explicit "none of these"
 * screens, an empty tick list never does.
 */

import { useState } from "preact/hooks";
import { catalogue, change, draft, person, tellProfile } from "../state.js";
import type { Catalogue } from "../core/desk.js";
import type { Request } from "../../../wasm/npm/types/request.js";
import { now } from "../keep/clock.js";
import { t } from "../words/index.js";
import { Screen } from "../ui/parts.jsx";
import { route, turn } from "../route.js";
import { unlockSound } from "../guide/voice.js";
import { bound, endAll, onwards } from "./flow.js";

type Flag = Catalogue["red_flags"][number];
type ConditionRow = Catalogue["conditions"][number];
type Said = Exclude<NonNullable<Request["conditions"]>[number], string>;

function Urgent({ flags, onMistake }: { flags: Flag[]; onMistake(): void }) {
  const emergency = catalogue.value?.emergency;
  const call = flags.some((one) => one.urgency === "emergency");
  return (
    <Screen title={t("screening_urgent")}>
      <h1>{t("screening_urgent")}</h1>
      <div class="note alarm stack" role="alert">
        {flags.map((one) => (
          <p key={one.id}>
            <strong>{one.text}</strong>
          </p>
        ))}
        {call && emergency && <p>{emergency.text}</p>}
      </div>
      {call && emergency && emergency.number !== "" && (
        <a class="button primary big" href={`tel:${emergency.number}`}>
          {t("screening_call", { number: emergency.number })}
        </a>
      )}
      <button type="button" class="button plain" onClick={onMistake}>
        {t("screening_mistake")}
      </button>
    </Screen>
  );
}

/** What a condition needs to be known with: where, since which week, whether a clinician agreed. */
function More({ row, said, onSay }: { row: ConditionRow; said: Said; onSay(said: Said): void }) {
  const places = (catalogue.value?.parts ?? []).flatMap((part) => part.places);
  return (
    <div class="stack tight" style={{ paddingInlineStart: "38px" }}>
      <p class="small soft">{row.says}</p>
      {row.needs_at && (
        <div class="row">
          <label style={{ flex: "2 1 160px" }}>
            <span class="small">{t("condition_at")}</span>
            <select
              value={said.at ?? ""}
              onChange={(event) => onSay({ ...said, at: event.currentTarget.value || undefined })}
            >
              <option value="">…</option>
              {places.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.plain || one.name}
                </option>
              ))}
            </select>
          </label>
          <label style={{ flex: "1 1 110px" }}>
            <span class="small">{t("hurts_side")}</span>
            <select
              value={said.side ?? "both"}
              onChange={(event) =>
                onSay({ ...said, side: event.currentTarget.value as Said["side"] })
              }
            >
              {(["both", "left", "right"] as const).map((one) => (
                <option key={one} value={one}>
                  {t(one)}
                </option>
              ))}
            </select>
          </label>
        </div>
      )}
      {row.uses_weeks && (
        <label>
          <span class="small">{t("condition_weeks")}</span>
          <input
            type="number"
            min={0}
            max={45}
            inputMode="numeric"
            value={said.weeks ?? ""}
            onInput={(event) => {
              const weeks = event.currentTarget.valueAsNumber;
              onSay({ ...said, weeks: Number.isInteger(weeks) ? weeks : undefined });
            }}
          />
        </label>
      )}
      {row.uses_cleared_on && (
        <label>
          <span class="small">{t("condition_cleared")}</span>
          <input
            type="date"
            max={now().slice(0, 10)}
            value={said.cleared_on ?? ""}
            onChange={(event) => onSay({ ...said, cleared_on: event.currentTarget.value || null })}
          />
        </label>
      )}
    </div>
  );
}

function without<T>(all: readonly T[], one: T): T[] {
  return all.filter((other) => other !== one);
}

/** @param then  Where to, once it is answered. */
export function Screening({ then = onwards }: { then?(): Promise<void> }) {
  const known = person.value;
  // From the settings: only the conditions matter, and back there.
  const again = route.value.rest === "again";
  const due = again || (known?.conditions_due ?? true);
  const [flags, setFlags] = useState<string[]>([]);
  const [said, setSaid] = useState<Said[]>(() =>
    (known?.conditions ?? []).map((one) => (typeof one === "string" ? { id: one } : one)),
  );
  const [asks, setAsks] = useState(due);
  const [urgent, setUrgent] = useState(false);
  const [busy, setBusy] = useState(false);
  const rows = catalogue.value;
  if (rows === null)
    return (
      <Screen title={t("screening_title")}>
        <p>{t("loading")}</p>
      </Screen>
    );

  const go = async (conditions: Said[] | null, present: string[]) => {
    if (bound.value !== "plan") unlockSound();
    setBusy(true);
    change({ red_flags: { screened: true, at: now(), present } });
    if (present.length > 0) {
      setUrgent(true);
      setBusy(false);
      await endAll(present[0]!);
      return;
    }
    // Absent is not null: null takes a fact back.
    const tidy = conditions?.map((one) =>
      Object.fromEntries(
        Object.entries(one).filter(([, value]) => value !== undefined && value !== null),
      ),
    );
    if (tidy) await tellProfile({ conditions: tidy as Said[] });
    if (again) turn("settings");
    else await then();
  };
  if (urgent) {
    const present = draft.value.red_flags?.present ?? [];
    return (
      <Urgent
        flags={rows.red_flags.filter((one) => present.includes(one.id))}
        onMistake={() => {
          change({ red_flags: null });
          setFlags([]);
          setUrgent(false);
        }}
      />
    );
  }

  const ticked = flags.length > 0 || (asks && said.length > 0);
  const names = said.map((one) => rows.conditions.find((row) => row.id === one.id)?.name ?? one.id);
  return (
    <Screen title={t("screening_title")}>
      <header class="stack tight">
        <h1>{t("screening_title")}</h1>
        <p class="soft">{t("screening_lead")}</p>
      </header>
      <div class="card">
        {rows.red_flags.map((one) => (
          <label class="line" key={one.id}>
            <input
              type="checkbox"
              checked={flags.includes(one.id)}
              onChange={(event) =>
                setFlags(event.currentTarget.checked ? [...flags, one.id] : without(flags, one.id))
              }
            />
            <span>{one.question}</span>
          </label>
        ))}
      </div>
      {asks ? (
        <section class="stack">
          <div class="stack tight">
            <h2>{t("screening_conditions")}</h2>
            <p class="small soft">{t("screening_conditions_lead")}</p>
          </div>
          <div class="card">
            {rows.conditions.map((row) => {
              const mine = said.find((one) => one.id === row.id);
              return (
                <div key={row.id}>
                  <label class="line">
                    <input
                      type="checkbox"
                      checked={mine !== undefined}
                      onChange={(event) =>
                        setSaid(
                          event.currentTarget.checked
                            ? [...said, { id: row.id }]
                            : said.filter((one) => one.id !== row.id),
                        )
                      }
                    />
                    <span>{row.question}</span>
                  </label>
                  {mine && (
                    <More
                      row={row}
                      said={mine}
                      onSay={(next) => setSaid(said.map((one) => (one.id === row.id ? next : one)))}
                    />
                  )}
                </div>
              );
            })}
          </div>
        </section>
      ) : (
        names.length > 0 && (
          <p class="row spread">
            <span>{t("screening_known", { list: names.join(", ") })}</span>
            <button type="button" class="button plain" onClick={() => setAsks(true)}>
              {t("screening_change")}
            </button>
          </p>
        )
      )}
      <div class="dock">
        {ticked ? (
          <button
            type="button"
            class="button primary big"
            disabled={busy}
            onClick={() => void go(asks ? said : null, flags)}
          >
            {t("screening_go")}
          </button>
        ) : (
          <button
            type="button"
            class="button primary big"
            disabled={busy}
            onClick={() => void go(asks ? [] : null, [])}
          >
            {t("screening_none")}
          </button>
        )}
      </div>
    </Screen>
  );
}
