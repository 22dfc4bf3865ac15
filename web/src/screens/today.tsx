/** The first screen: one column, one way on. */

import { useState } from "preact/hooks";
import { catalogue, change, draft, today } from "../state.js";
import { settings, set } from "../settings.js";

import { many, t } from "../words/index.js";
import { cards } from "../ui/tools.jsx";
import { Chip, Pick, Screen } from "../ui/parts.jsx";
import { Play } from "../ui/icons.jsx";
import { AfterQuestions } from "./after.jsx";
import { Hurts } from "./hurts.jsx";
import { BrokenOff } from "./broken_off.jsx";
import { quick } from "./flow.js";

const choices = [3, 5, 10, 15];

function Minutes() {
  const { minutes } = settings.value;
  return (
    <fieldset>
      <legend>{t("today_minutes")}</legend>
      <div class="four">
        {choices.map((n) => (
          <Pick
            key={n}
            on={minutes === n}
            onPick={() => set("minutes", n)}
            label={`${n} ${t("min")}`}
          >
            <strong>{n}</strong> <span>{t("min")}</span>
          </Pick>
        ))}
      </div>
    </fieldset>
  );
}

/** Tools of the catalogue that have no card of their own are chosen in the settings. */
function Tools() {
  const { tools } = draft.value;
  const turn = (id: string) =>
    change({ tools: tools.includes(id) ? tools.filter((one) => one !== id) : [...tools, id] });
  const carded = new Set<string>(cards.map(([id]) => id));
  const rows = catalogue.value?.tools ?? [];
  const others = tools.filter((id) => !carded.has(id));
  return (
    <fieldset>
      <legend>{t("today_tools")}</legend>
      <div class="three">
        {cards.map(([id, Picture]) => (
          <Pick key={id} on={tools.includes(id)} onPick={() => turn(id)}>
            <Picture />
            <span>{t(`tool_${id}`)}</span>
          </Pick>
        ))}
      </div>
      {others.length > 0 && (
        <div class="row" style={{ marginTop: "10px" }}>
          {others.map((id) => (
            <Chip key={id} on onPick={() => turn(id)}>
              {rows.find((row) => row.id === id)?.name ?? id}
            </Chip>
          ))}
        </div>
      )}
    </fieldset>
  );
}

const offFloor = ["wall", "chair"];

function Where() {
  const { at } = draft.value;
  const floor = at.includes("floor");
  const off = offFloor.some((one) => at.includes(one));
  const turn = (on: boolean, places: string[]) => {
    const rest = at.filter((one) => !places.includes(one));
    const next = on ? rest : [...rest, ...places];
    if (next.length > 0) change({ at: next });
  };
  return (
    <fieldset>
      <legend>{t("today_where")}</legend>
      <div class="two">
        <Pick on={floor} onPick={() => turn(floor, ["floor"])}>
          {t("where_floor")}
        </Pick>
        <Pick on={off} onPick={() => turn(off, offFloor)}>
          {t("where_off_floor")}
        </Pick>
      </div>
    </fieldset>
  );
}

/** What for, and before or after what; most people never need it. */
function More() {
  const { goal, activity } = draft.value;
  const goals = catalogue.value?.goals ?? [];
  const activities = catalogue.value?.activities ?? [];
  return (
    <details>
      <summary>{t("goal_more")}</summary>
      <div class="stack">
        <fieldset>
          <legend>{t("goal")}</legend>
          <div class="row">
            {goals.map((one) => (
              <Chip
                key={one.id}
                on={goal === one.id}
                onPick={() => change({ goal: one.id as typeof goal })}
              >
                {one.name}
              </Chip>
            ))}
          </div>
        </fieldset>
        <label>
          <span>{t("activity")}</span>
          <select
            value={activity ?? ""}
            onChange={(event) => change({ activity: event.currentTarget.value || null })}
          >
            <option value="">{t("activity_none")}</option>
            {activities.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        </label>
      </div>
    </details>
  );
}

function Said({ onOpen }: { onOpen(): void }) {
  const { feel, want } = draft.value;
  const places = (catalogue.value?.parts ?? []).flatMap((part) => part.places);
  const name = (id: string) => places.find((one) => one.id === id)?.name ?? id;
  if (feel.length === 0 && want.length === 0) {
    return (
      <button type="button" class="button plain" onClick={onOpen}>
        {t("today_hurts")}
      </button>
    );
  }
  return (
    <section class="card stack tight" aria-label={t("today_hurts_said")}>
      <h2>{t("today_hurts_said")}</h2>
      <div class="row">
        {feel.map((one, index) => (
          <Chip
            key={`${one.at}${one.side}`}
            on
            onPick={() => change({ feel: feel.filter((_, i) => i !== index) })}
          >
            {`${name(one.at)}${one.side && one.side !== "both" ? `, ${t(one.side)}` : ""}: `}
            {t(`kind_${one.kind}`)}
            {one.level === undefined || one.level === null ? "" : ` ${one.level}`} ×
          </Chip>
        ))}
        {want.map((one) => (
          <Chip
            key={one.at}
            on
            onPick={() => change({ want: want.filter((other) => other.at !== one.at) })}
          >
            {t("plan_wanted")}: {name(one.at)} ×
          </Chip>
        ))}
      </div>
      <button type="button" class="button plain" onClick={onOpen}>
        {t("add")}
      </button>
    </section>
  );
}

export function Today() {
  const [hurts, setHurts] = useState(false);
  const { minutes } = settings.value;
  const ready = draft.value.tools.length > 0;
  const steadiness = today.value?.steadiness;
  return (
    <Screen title={t("today_title", { minutes: many("minutes_one", "minutes_other", minutes) })}>
      <header class="stack tight">
        <h1>{t("today_title", { minutes: many("minutes_one", "minutes_other", minutes) })}</h1>
        <p class="soft">
          {steadiness && steadiness.days_since >= 0 && steadiness.says !== ""
            ? steadiness.says
            : t("today_lead")}
        </p>
      </header>
      <BrokenOff />
      <AfterQuestions />
      <Minutes />
      <Tools />
      <Where />
      <More />
      <Said onOpen={() => setHurts(true)} />
      <div class="dock">
        <button
          type="button"
          class="button primary big"
          disabled={!ready}
          onClick={() => void quick("guide")}
        >
          {ready ? (
            <>
              <Play />
              {t("today_start")}
            </>
          ) : (
            t("today_pick_tool")
          )}
        </button>
        {ready && (
          <button type="button" class="button plain" onClick={() => void quick("plan")}>
            {t("today_see_plan")}
          </button>
        )}
      </div>
      {hurts && <Hurts onClose={() => setHurts(false)} />}
    </Screen>
  );
}
