/** A month, with the days on which something was rolled. Days between are rest, and look like it. */

import { useState } from "preact/hooks";
import type { LogView } from "../core/desk.js";
import { settings } from "../settings.js";
import { clock, locale, t } from "../words/index.js";

const key = (date: Date) =>
  `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, "0")}-${String(date.getDate()).padStart(2, "0")}`;

/** Weeks of a month from Monday on; null: of another month. */
function weeksOf(first: Date): (Date | null)[][] {
  const count = new Date(first.getFullYear(), first.getMonth() + 1, 0).getDate();
  const lead = (first.getDay() + 6) % 7;
  const cells: (Date | null)[] = Array.from({ length: lead }, () => null);
  for (let n = 1; n <= count; ++n) cells.push(new Date(first.getFullYear(), first.getMonth(), n));
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(7 * week, 7 * week + 7));
}

export function Calendar({ sessions }: { sessions: LogView["sessions"] }) {
  const { language } = settings.value;
  const today = new Date();
  const [first, setFirst] = useState(new Date(today.getFullYear(), today.getMonth(), 1));
  const seconds = new Map<string, number>();
  for (const one of sessions) {
    const date = one.at.slice(0, 10);
    seconds.set(date, (seconds.get(date) ?? 0) + one.seconds);
  }
  const move = (by: number) => setFirst(new Date(first.getFullYear(), first.getMonth() + by, 1));
  const month = first.toLocaleDateString(locale(language), { month: "long", year: "numeric" });
  // 2024 began on a Monday.
  const names = Array.from({ length: 7 }, (_, i) => new Date(2024, 0, 1 + i));
  return (
    <section class="stack tight">
      <div class="row spread">
        <button
          type="button"
          class="button plain"
          aria-label={t("log_prev")}
          onClick={() => move(-1)}
        >
          ‹
        </button>
        <h2 aria-live="polite">{month}</h2>
        <button
          type="button"
          class="button plain"
          aria-label={t("log_next")}
          onClick={() => move(1)}
        >
          ›
        </button>
      </div>
      <table class="calendar">
        <caption class="unseen">
          {t("log_calendar")}: {month}
        </caption>
        <thead>
          <tr>
            {names.map((one) => (
              <th
                key={one.getDay()}
                scope="col"
                abbr={one.toLocaleDateString(locale(language), { weekday: "long" })}
              >
                {one.toLocaleDateString(locale(language), { weekday: "narrow" })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(first).map((week, row) => (
            <tr key={row}>
              {week.map((one, column) => {
                if (one === null) return <td key={column} />;
                const rolled = seconds.get(key(one));
                const classes = [
                  rolled === undefined ? "" : "rolled",
                  key(one) === key(today) ? "now" : "",
                ];
                return (
                  <td key={column} class={classes.join(" ").trim()}>
                    {one.getDate()}
                    {rolled !== undefined && <span class="unseen">: {clock(rolled)}</span>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
