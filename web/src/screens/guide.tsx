/**
 * The session, to be read from the floor two metres away. The whole screen is one button: a tap
 * pauses, and then there is time to choose.
 */

import { useEffect, useRef, useState } from "preact/hooks";
import { happen, leave, mixing, scene, sceneAt } from "../guide/runner.js";
import { voice } from "../guide/voice.js";
import type { Happening, Scene } from "../core/desk.js";
import { catalogue, keepingFailed, plan } from "../state.js";
import { turn } from "../route.js";
import { settings } from "../settings.js";
import { clock, t } from "../words/index.js";
import { Levels, Sheet } from "../ui/parts.jsx";
import { Play } from "../ui/icons.jsx";
import { Finish } from "./finish.jsx";
import { guidePlan } from "./flow.js";

const running = (one: Scene) => one.paused === null && !["waiting", "over"].includes(one.phase);
const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Time since the core last said how it stands; frozen while paused. */
function sinceScene(one: Scene): number {
  return running(one) ? Math.max(0, performance.now() - sceneAt.value) : 0;
}

function secondsLeft(one: Scene): number {
  const left = one.phase_length_ms - one.phase_ms - sinceScene(one);
  return Math.max(0, Math.ceil(left / 1000));
}

/** Thousandths of the path, moved on by the time that went by. */
function onPath(one: Scene): number {
  if (one.direction === null || one.pass_length_ms === 0) return one.path_permille;
  const gone = (sinceScene(one) * 1000) / one.pass_length_ms;
  const at = one.direction === "out" ? one.path_permille + gone : one.path_permille - gone;
  return Math.max(0, Math.min(1000, at));
}

/** What changes many times a second is written past the framework. */
function useBeat(one: Scene, draw: (one: Scene) => void): void {
  useEffect(() => {
    let frame = 0;
    const step = () => {
      draw(one);
      frame = requestAnimationFrame(step);
    };
    step();
    return () => cancelAnimationFrame(frame);
  }, [one]);
}

function Big({ now }: { now: Scene }) {
  const shown = useRef<HTMLSpanElement>(null);
  useBeat(now, (one) => {
    const text = String(secondsLeft(one));
    if (shown.current !== null && shown.current.textContent !== text)
      shown.current.textContent = text;
  });
  return (
    <span class="clock" ref={shown} role="timer" aria-live="off">
      {secondsLeft(now)}
    </span>
  );
}

/** The two landmarks, and between them where the tool should be. */
function Pacer({ now }: { now: Scene }) {
  const marker = useRef<HTMLDivElement>(null);
  useBeat(now, (one) => {
    const place = still() ? (one.direction === "back" ? 0 : 1000) : onPath(one);
    if (marker.current !== null) marker.current.style.insetInlineStart = `${place / 10}%`;
  });
  if (now.direction === null) return null;
  return (
    <div class="pacer">
      <div class="rail" aria-hidden="true">
        <div class="marker" ref={marker} />
      </div>
      <div class="ends">
        <span>{now.start}</span>
        <span>{now.end}</span>
      </div>
    </div>
  );
}

function doing(now: Scene): string {
  switch (now.phase) {
    case "get_ready":
    case "switch_side":
    case "count_in":
    case "waiting":
      return t("guide_ready");
    case "hold":
    case "spot":
      return t("guide_hold");
    case "rest":
      return t("guide_rest");
    case "strokes":
      return t("guide_slow");
    default:
      return "";
  }
}

const say = (happened: Happening) => () => void happen(happened);

function Paused({ now, onSheet }: { now: Scene; onSheet(sheet: SheetName): void }) {
  const hurts = now.asks === "pain" || now.paused === "hurt";
  return (
    <div class="paused stack">
      <h2 class="unseen">{t("guide_paused")}</h2>
      {(now.paused === "clock" || now.paused === "resumed_later") && <p>{t("guide_clock")}</p>}
      <button type="button" class="button primary big" onClick={say({ event: "resume" })}>
        <Play />
        {t("guide_carry_on")}
      </button>
      {!hurts && (
        <button type="button" class="button alarm big" onClick={say({ event: "it_hurt" })}>
          {t("guide_hurts")}
        </button>
      )}
      <div class="stack tight">
        <p>{hurts ? t("guide_pain") : t("guide_how_strong")}</p>
        <Levels
          value={null}
          label={t("guide_how_strong")}
          onPick={(level) => void happen({ event: "level", level })}
        />
      </div>
      <div class="row">
        <button
          type="button"
          class="button"
          disabled={!now.can.softer}
          onClick={say({ event: "softer" })}
        >
          {t("guide_softer")}
        </button>
        <button type="button" class="button" onClick={say({ event: "skip" })}>
          {t("guide_skip")}
        </button>
        <button type="button" class="button" onClick={() => onSheet("more")}>
          {t("guide_more")}
        </button>
        <button type="button" class="button" onClick={() => onSheet("end")}>
          {t("guide_end")}
        </button>
      </div>
    </div>
  );
}

type SheetName = "more" | "end" | "signs" | null;

function More({ now, onSheet }: { now: Scene; onSheet(sheet: SheetName): void }) {
  const act = (happened: Happening) => () => {
    onSheet(null);
    void happen(happened);
  };
  return (
    <Sheet title={t("guide_more")} onClose={() => onSheet(null)}>
      {now.why !== "" && (
        <p>
          <strong>{t("guide_why")}:</strong> {now.why}
        </p>
      )}
      <div class="row">
        <button
          type="button"
          class="button"
          disabled={!now.can.harder}
          onClick={act({ event: "harder" })}
        >
          {t("guide_harder")}
        </button>
        <button
          type="button"
          class="button"
          disabled={!now.can.more_time}
          onClick={act({ event: "more_time" })}
        >
          {t("guide_more_time")}
        </button>
        <button type="button" class="button" onClick={act({ event: "repeat" })}>
          {t("guide_again")}
        </button>
        <button
          type="button"
          class="button"
          disabled={!now.can.back}
          onClick={act({ event: "back" })}
        >
          {t("guide_back")}
        </button>
      </div>
      <div class="row">
        <button type="button" class="button alarm" onClick={act({ event: "tingling" })}>
          {t("guide_numb")}
        </button>
        <button type="button" class="button alarm" onClick={act({ event: "coldness" })}>
          {t("guide_cold")}
        </button>
        <button type="button" class="button alarm" onClick={act({ event: "dizzy" })}>
          {t("guide_dizzy")}
        </button>
        <button type="button" class="button alarm" onClick={() => onSheet("signs")}>
          {t("guide_urgent")}
        </button>
      </div>
      <p class="small soft">{t("guide_keys")}</p>
    </Sheet>
  );
}

function Signs({ onSheet }: { onSheet(sheet: SheetName): void }) {
  const rows = catalogue.value?.red_flags ?? [];
  const tell = (red_flag?: string) => () => {
    onSheet(null);
    void happen(red_flag === undefined ? { event: "urgent" } : { event: "urgent", red_flag });
  };
  return (
    <Sheet title={t("guide_signs")} onClose={() => onSheet(null)}>
      <div class="stack tight">
        {rows.map((one) => (
          <button type="button" class="button wrap" key={one.id} onClick={tell(one.id)}>
            {one.question}
          </button>
        ))}
        <button type="button" class="button wrap" onClick={tell()}>
          {t("guide_sign_other")}
        </button>
      </div>
    </Sheet>
  );
}

function End({ onSheet }: { onSheet(sheet: SheetName): void }) {
  return (
    <Sheet title={t("guide_end")} onClose={() => onSheet(null)}>
      <p>{t("guide_end_sure")}</p>
      <button
        type="button"
        class="button alarm big"
        onClick={() => {
          onSheet(null);
          void happen({ event: "stop" });
        }}
      >
        {t("guide_end")}
      </button>
      <button type="button" class="button big" onClick={() => onSheet(null)}>
        {t("guide_stay")}
      </button>
    </Sheet>
  );
}

/** One key for each thing; headphone keys come as media keys. */
function onKey(event: KeyboardEvent, onSheet: (sheet: SheetName) => void): void {
  const now = scene.value;
  if (now === null || event.ctrlKey || event.metaKey || event.altKey) return;
  if (document.querySelector("dialog[open]") !== null) return;
  const keys: Record<string, Happening> = {
    n: { event: "skip" },
    b: { event: "back" },
    s: { event: "softer" },
    f: { event: "harder" },
    h: { event: "it_hurt" },
    t: { event: "tingling" },
    r: { event: "ready" },
    MediaTrackNext: { event: "skip" },
    MediaTrackPrevious: { event: "back" },
  };
  if (event.key === "Escape") {
    if (now.paused === null) void happen({ event: "pause" });
    onSheet("end");
  } else if (/^[0-9]$/.test(event.key)) {
    void happen({ event: "level", level: Number(event.key) as 0 });
  } else if (event.key === " " || event.key === "MediaPlayPause") {
    // On a focused button the space bar is that button's.
    if (event.key === " " && event.target instanceof HTMLButtonElement && now.paused !== null)
      return;
    void happen({ event: now.paused === null ? "pause" : "resume" });
  } else {
    const happened = keys[event.key];
    if (happened === undefined) return;
    void happen(happened);
  }
  event.preventDefault();
}

function Next({ now }: { now: Scene }) {
  if (now.next === null) return <p class="next">{t("guide_last")}</p>;
  const place =
    now.next.side_says === "" ? now.next.name : `${now.next.name}, ${now.next.side_says}`;
  return <p class="next">{t("guide_next", { place })}</p>;
}

function Running({ now, onSheet }: { now: Scene; onSheet(sheet: SheetName): void }) {
  const settling = now.phase === "get_ready" || now.phase === "switch_side";
  const side = now.side === "right" ? "right" : now.side === "left" ? "left" : "middle";
  const line =
    now.sets > 1 && ["strokes", "hold", "rest"].includes(now.phase)
      ? `${doing(now)} · ${t("guide_set", { n: now.set + 1, count: now.sets })}`
      : doing(now);
  return (
    <>
      <div class="guide-top">
        <span>
          {now.step + 1} / {now.steps}
        </span>
        <span>{t("guide_left_total", { time: clock(Math.ceil(now.session_left_ms / 1000)) })}</span>
      </div>
      <div class={`guide-main at-${side}`}>
        <p class="side-word">{now.side_says === "" ? " " : now.side_says}</p>
        <h1 class="place">{now.name}</h1>
        <p class="with">
          {now.tool} · {now.position}
        </p>
        <Big now={now} />
        <p class="doing">{line}</p>
        <Pacer now={now} />
      </div>
      <div class="guide-foot">
        <p class={`caption${now.caption_urgent ? " urgent" : ""}`} role="status">
          {now.caption}
        </p>
        {now.remark !== "" && <p class="remark">{now.remark}</p>}
        {now.paused !== null ? (
          <Paused now={now} onSheet={onSheet} />
        ) : (
          <>
            {now.asks !== null && (
              <div class="stack tight over-tap">
                <p>{now.asks === "pain" ? t("guide_pain") : t("guide_level")}</p>
                <Levels
                  value={null}
                  label={t("guide_level")}
                  onPick={(level) => void happen({ event: "level", level })}
                />
              </div>
            )}
            <Next now={now} />
            <div class="row spread over-tap">
              {settling ? (
                <button type="button" class="button" onClick={say({ event: "ready" })}>
                  {t("guide_in_place")}
                </button>
              ) : (
                <span />
              )}
              <button type="button" class="button" onClick={say({ event: "skip" })}>
                {t("guide_skip")}
              </button>
            </div>
          </>
        )}
        {keepingFailed.value && <p class="remark">{t("guide_not_kept")}</p>}
        {voice.value === "none" && <p class="remark">{t("guide_no_voice")}</p>}
      </div>
    </>
  );
}

export function Guide() {
  const [sheet, setSheet] = useState<SheetName>(null);
  const main = useRef<HTMLElement>(null);
  const now = scene.value;
  useEffect(() => {
    document.title = `${t("guide_title")} – Unknot`;
    main.current?.focus({ preventScroll: true });
    const listen = (event: KeyboardEvent) => onKey(event, setSheet);
    addEventListener("keydown", listen);
    return () => {
      removeEventListener("keydown", listen);
      // Nobody is told to roll on a screen that is not there.
      if (scene.value !== null && running(scene.value)) void happen({ event: "pause" });
    };
  }, []);
  if (now === null) {
    return (
      <main class="column" ref={main} tabIndex={-1} aria-label={t("guide_title")}>
        <h1>{t("guide_title")}</h1>
        <p role="status">{mixing.value ? t("guide_track") : t("guide_no_plan")}</p>
        {plan.value?.outcome === "plan" && !mixing.value && (
          <button type="button" class="button primary big" onClick={() => void guidePlan()}>
            <Play />
            {t("plan_start")}
          </button>
        )}
        <a class="button" href="#/">
          {t("nav_today")}
        </a>
      </main>
    );
  }
  if (now.phase === "over") {
    return (
      <Finish
        now={now}
        onDone={() => {
          leave();
          turn("today");
        }}
      />
    );
  }
  return (
    <main
      class="guide"
      ref={main}
      tabIndex={-1}
      aria-label={t("guide_title")}
      lang={settings.value.language}
    >
      {now.paused === null && (
        <button
          type="button"
          class="tap"
          aria-label={t("guide_tap")}
          onClick={say({ event: "pause" })}
        />
      )}
      <Running now={now} onSheet={setSheet} />
      {sheet === "more" && <More now={now} onSheet={setSheet} />}
      {sheet === "signs" && <Signs onSheet={setSheet} />}
      {sheet === "end" && <End onSheet={setSheet} />}
    </main>
  );
}
