/** A session whose end was never written: the page was closed, or the phone lost its breath. */

import { keep, look, today } from "../state.js";
import { desk } from "../core/client.js";
import { writing } from "../keep/clock.js";
import { clock, t } from "../words/index.js";
import { goOn } from "./flow.js";

export async function closeBrokenOff(): Promise<void> {
  const open = today.value?.broken_off;
  if (!open) return;
  const written = await desk("guide_close", {
    person: today.value?.person?.id ?? null,
    session: open.session,
    ...writing(),
  });
  await keep(written.records);
  await look();
}

export function BrokenOff() {
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
        <button type="button" class="button" onClick={() => void closeBrokenOff()}>
          {t("today_end_it")}
        </button>
      </div>
    </section>
  );
}
