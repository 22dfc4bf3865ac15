/** The plan: each step with where, how long and why; what was left out; and what can be changed. */

import { useLayoutEffect, useState } from "preact/hooks";
import { catalogue, change, draft, plan, planNote, planWords, replan, stands } from "../state.js";
import type { PlanWords } from "../core/desk.js";
import { set, settings } from "../settings.js";
import { many, t } from "../words/index.js";
import { Sheet, Screen } from "../ui/parts.jsx";
import { Minus, Play, Plus, Print, Share, Swap } from "../ui/icons.jsx";
import { Sources } from "./sources.jsx";
import { ShareSheet } from "./share.jsx";
import { Hurts } from "./hurts.jsx";
import { guidePlan } from "./flow.js";

type Step = PlanWords["steps"][number];
const least = 1;
const most = 60;

function Lines({ all }: { all: string[] }) {
  return (
    <>
      {all.map((one) => (
        <p key={one}>{one}</p>
      ))}
    </>
  );
}

function StepCard({ step, index, onSwap }: { step: Step; index: number; onSwap(): void }) {
  return (
    <li class={`card step side-${step.side}`}>
      <div class="step-head">
        <div>
          <h2>
            <span class="soft">{index + 1} </span>
            {step.name}
          </h2>
          {step.side_says !== "" && <p class="side">{step.side_says}</p>}
        </div>
        <button
          type="button"
          class="close"
          aria-label={`${t("plan_swap")}: ${step.name}`}
          onClick={onSwap}
        >
          <Swap />
        </button>
      </div>
      <p>
        {step.tool} · {step.dose}
      </p>
      <p class="soft">{step.position}</p>
      {step.why.map((one) => (
        <div class="small" key={one.says}>
          <strong>{t("plan_why")}:</strong> {one.says}. <Sources ids={[one.source]} />
        </div>
      ))}
      <details>
        <summary>{t("plan_how")}</summary>
        <div class="stack tight">
          <Lines all={step.set_up} />
          {step.path !== "" && <p>{step.path}</p>}
          <Lines all={[...step.cues, ...step.faults, ...step.cautions]} />
        </div>
      </details>
    </li>
  );
}

function SwapSheet({ index, onClose }: { index: number; onClose(): void }) {
  const step = plan.value?.steps[index];
  const words = planWords.value?.steps[index];
  if (!step || !words) return null;
  const rows = catalogue.value?.tools ?? [];
  const part = catalogue.value?.parts.find((one) =>
    one.places.some((place) => place.id === step.area),
  );
  const near = part?.places.filter((one) => one.kind === "area" && one.id !== step.area) ?? [];
  const drop = (instead?: string) => {
    onClose();
    const want = draft.value.want.filter((one) => one.at !== step.area && one.at !== instead);
    change({
      avoid: [...draft.value.avoid.filter((one) => one !== instead), step.area],
      want: instead === undefined ? want : [...want, { at: instead }],
    });
  };
  // Those of one's own that the core allows there.
  const others = draft.value.tools.filter((id) => {
    const row = rows.find((one) => one.id === id);
    return row !== undefined && words.other_tools.includes(row.name);
  });
  const use = (tool: string) => {
    onClose();
    const rest = draft.value.use.filter((one) => one.at !== step.area);
    change({ use: [...rest, { at: step.area, tool }] });
  };
  return (
    <Sheet title={t("plan_swap_title", { place: words.name })} onClose={onClose}>
      {others.length === 0 ? (
        <p class="soft">{t(draft.value.tools.length < 2 ? "plan_swap_only" : "plan_swap_none")}</p>
      ) : (
        <section class="stack tight">
          <h3>{t("plan_swap_tool")}</h3>
          <div class="row">
            {others.map((id) => (
              <button type="button" class="chip" key={id} onClick={() => use(id)}>
                {rows.find((row) => row.id === id)?.name ?? id}
              </button>
            ))}
          </div>
        </section>
      )}
      {near.length > 0 && (
        <section class="stack tight">
          <h3>{t("plan_swap_place")}</h3>
          <div class="row">
            {near.map((one) => (
              <button type="button" class="chip" key={one.id} onClick={() => drop(one.id)}>
                {one.name}
              </button>
            ))}
          </div>
        </section>
      )}
      <button type="button" class="button" onClick={() => drop()}>
        {t("plan_swap_drop", { place: words.name })}
      </button>
    </Sheet>
  );
}

function Wishes() {
  const { avoid, want, use } = draft.value;
  if (avoid.length === 0 && want.length === 0 && use.length === 0) return null;
  const places = (catalogue.value?.parts ?? []).flatMap((part) => part.places);
  const name = (id: string) => places.find((one) => one.id === id)?.name ?? id;
  const less = (part: "avoid" | "want", id: string) => {
    if (part === "avoid") change({ avoid: avoid.filter((one) => one !== id) });
    else change({ want: want.filter((one) => one.at !== id) });
  };
  return (
    <div class="row">
      {avoid.map((id) => (
        <button type="button" class="chip on" key={id} onClick={() => less("avoid", id)}>
          {t("plan_avoided")}: {name(id)} ×
        </button>
      ))}
      {want.map((one) => (
        <button type="button" class="chip on" key={one.at} onClick={() => less("want", one.at)}>
          {t("plan_wanted")}: {name(one.at)} ×
        </button>
      ))}
      {use.map((one) => (
        <button
          type="button"
          class="chip on"
          key={`${one.at} ${one.tool}`}
          onClick={() => change({ use: use.filter((other) => other !== one) })}
        >
          {name(one.at)}: {catalogue.value?.tools.find((row) => row.id === one.tool)?.name} ×
        </button>
      ))}
    </div>
  );
}

function Minutes() {
  const minutes = draft.value.minutes ?? settings.value.minutes;
  const turn = (by: number) => {
    change({ minutes: null });
    set("minutes", Math.min(most, Math.max(least, minutes + by)));
  };
  const step = minutes > 10 ? 5 : 1;
  return (
    <div class="row minutes" role="group" aria-label={t("today_minutes")}>
      <button
        type="button"
        class="close"
        aria-label={t("plan_shorter")}
        disabled={minutes <= least}
        onClick={() => turn(-(minutes > 10 ? step : 1))}
      >
        <Minus />
      </button>
      <span aria-live="polite">{many("minutes_one", "minutes_other", minutes)}</span>
      <button
        type="button"
        class="close"
        aria-label={t("plan_longer")}
        disabled={minutes >= most}
        onClick={() => turn(minutes >= 10 ? 5 : 1)}
      >
        <Plus />
      </button>
    </div>
  );
}

type Omitted = PlanWords["left_out"];

function Omissions({ all }: { all: Omitted }) {
  return (
    <dl class="stack">
      {all.map((one) => (
        <div key={`${one.name}${one.side_says}`}>
          <dt>
            <strong>{one.name}</strong>
            {one.side_says === "" ? "" : `, ${one.side_says}`}
          </dt>
          <dd>
            {one.says} <Sources ids={[one.source]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What the person spoke of is told; what was merely possible waits behind a tap. */
function LeftOut({ words }: { words: PlanWords }) {
  const named = words.left_out.filter((one) => one.named);
  const others = words.left_out.filter((one) => !one.named);
  return (
    <>
      {named.length > 0 && (
        <section class="card stack">
          <h2>{t("plan_left_out")}</h2>
          <Omissions all={named} />
        </section>
      )}
      {others.length > 0 && (
        <details>
          <summary>
            {t(named.length > 0 ? "plan_left_out_others" : "plan_left_out")} ({others.length})
          </summary>
          <Omissions all={others} />
        </details>
      )}
    </>
  );
}

function Refused({ words }: { words: PlanWords }) {
  if (words.refusal === null) return null;
  return (
    <section class="stack">
      <div class="note warn stack tight" role="alert">
        {words.urgent && (
          <p>
            <strong>{words.urgent}</strong>
          </p>
        )}
        <div>
          {words.refusal.says} <Sources ids={[words.refusal.source]} />
        </div>
      </div>
      {words.refusal.would_change.length > 0 && (
        <div class="stack tight">
          <h2>{t("plan_would_change")}</h2>
          <ul class="plain-list">
            {words.refusal.would_change.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

export function Plan() {
  const [swap, setSwap] = useState<number | null>(null);
  const [sheet, setSheet] = useState<"share" | "want" | null>(null);
  const words = planWords.value;
  // Whatever is said or known anew is in the plan before anybody reads it.
  const stale = plan.value !== null && !stands.value;
  useLayoutEffect(() => {
    if (stale) void replan();
  }, [stale, plan.value]);
  if (words === null || plan.value === null) {
    return (
      <Screen title={t("plan_title")}>
        <h1>{t("plan_title")}</h1>
        <p>{t("guide_no_plan")}</p>
        <a class="button primary" href="#/">
          {t("nav_today")}
        </a>
      </Screen>
    );
  }
  const planned = plan.value.outcome === "plan";
  const title = planned ? t("plan_title") : t("plan_refused");
  return (
    <Screen title={title}>
      <header class="stack tight">
        <h1>{title}</h1>
        {planned && <p class="soft">{words.headline}</p>}
        <Minutes />
        <Wishes />
      </header>
      {planNote.value !== "" && (
        <p class="note" role="status">
          {planNote.value}
        </p>
      )}
      <Refused words={words} />
      {words.advice.length > 0 && (
        <section class="note stack tight" aria-label={t("plan_advice")}>
          <h2>{t("plan_advice")}</h2>
          {words.advice.map((one) => (
            <div key={one.says}>
              {one.says} <Sources ids={[one.source]} />
            </div>
          ))}
        </section>
      )}
      {planned && words.throughout.length > 0 && (
        <div class="soft">
          <Lines all={words.throughout} />
        </div>
      )}
      {planned && (
        <ol class="steps stack">
          {words.steps.map((step, index) => (
            <StepCard
              key={`${index}${step.name}${step.side}`}
              step={step}
              index={index}
              onSwap={() => setSwap(index)}
            />
          ))}
        </ol>
      )}
      <LeftOut words={words} />
      <div class="row no-print">
        <button type="button" class="button" onClick={() => setSheet("want")}>
          <Plus />
          {t("plan_want")}
        </button>
        {planned && (
          <>
            <button type="button" class="button" onClick={() => setSheet("share")}>
              <Share />
              {t("plan_share")}
            </button>
            <button type="button" class="button" onClick={() => print()}>
              <Print />
              {t("plan_print")}
            </button>
          </>
        )}
      </div>
      {planned && (
        <div class="dock no-print">
          <button type="button" class="button primary big" onClick={() => void guidePlan()}>
            <Play />
            {t("plan_start")}
          </button>
        </div>
      )}
      {swap !== null && <SwapSheet index={swap} onClose={() => setSwap(null)} />}
      {sheet === "share" && <ShareSheet onClose={() => setSheet(null)} />}
      {sheet === "want" && <Hurts onClose={() => setSheet(null)} />}
    </Screen>
  );
}
