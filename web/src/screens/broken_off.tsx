/** A session whose end was never written: the page was closed, or the phone lost its breath. */

import { today } from "../state.js";
import { close, happen, scene } from "../guide/runner.js";
import { go } from "../route.js";
import { clock, t } from "../words/index.js";
import { goOn } from "./flow.js";

/** A session whose screen was left; it waits, paused. */
function Waiting() {
  return (
    <section class="card stack tight">
      <h2>{t("today_paused")}</h2>
      <div class="row">
        <button type="button" class="button primary" onClick={() => go("guide")}>
          {t("today_go_on")}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => void happen({ event: "stop" }).then(() => go("guide"))}
        >
          {t("today_end_it")}
        </button>
      </div>
    </section>
  );
}

export function BrokenOff() {
  if (scene.value !== null && scene.value.phase !== "over") return <Waiting />;
  const open = today.value?.broken_off;
  if (!open) return null;
  return (
    <section class="card stack tight">
      <h2>{t("today_broken_off")}</h2>
      {open.resumable && <p>{t("today_broken_off_says", { time: clock(open.seconds) })}</p>}
      <div class="row">
        {open.resumable && (
          <button type="button" class="button primary" onClick={() => void goOn(open)}>
            {t("today_go_on")}
          </button>
        )}
        <button type="button" class="button" onClick={() => void close(open.session)}>
          {t("today_end_it")}
        </button>
      </div>
    </section>
  );
}
