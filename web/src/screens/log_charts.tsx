/** Two small charts, drawn as SVG; each has the same figures as a table or as words beside it. */

import { useState } from "preact/hooks";
import type { LogView } from "../core/desk.js";
import { settings } from "../settings.js";
import { day, locale, t } from "../words/index.js";

const shownWeeks = 8;
const sum = (all: number[]) => all.reduce((a, b) => a + b, 0);

export function Load({ view }: { view: LogView }) {
  const { language } = settings.value;
  const from = Math.max(0, view.weeks.length - shownWeeks);
  const weeks = view.weeks.slice(from);
  const rows = view.load
    .map((one) => ({ ...one, left: one.left.slice(from), right: one.right.slice(from) }))
    .filter((one) => sum(one.left) + sum(one.right) > 0);
  if (rows.length === 0) return null;
  const week = (monday: string) =>
    new Date(`${monday}T12:00:00`).toLocaleDateString(locale(language), {
      day: "numeric",
      month: "short",
    });
  const most = Math.max(...rows.flatMap((one) => [...one.left, ...one.right]), 1);
  return (
    <section class="stack">
      <h2>{t("log_load")}</h2>
      <div class="bars" aria-hidden="true">
        {rows.map((one) => (
          <div class="bar-row" key={one.area}>
            <span>{one.name}</span>
            <svg
              viewBox={`0 0 ${weeks.length * 26} 40`}
              preserveAspectRatio="xMinYMid meet"
              height="40"
            >
              {weeks.map((monday, i) => {
                const left = (36 * one.left[i]!) / most;
                const right = (36 * one.right[i]!) / most;
                return (
                  <g key={monday}>
                    <rect
                      x={i * 26}
                      y={38 - left}
                      width={one.sided ? 10 : 20}
                      height={left}
                      rx="2"
                      fill="var(--left)"
                    />
                    {one.sided && (
                      <rect
                        x={i * 26 + 11}
                        y={38 - right}
                        width="10"
                        height={right}
                        rx="2"
                        fill="var(--right)"
                      />
                    )}
                  </g>
                );
              })}
              <path d={`M0 39h${weeks.length * 26}`} stroke="var(--line)" />
            </svg>
          </div>
        ))}
        <p class="small soft">
          <span class="key-left">■</span> {t("left")} <span class="key-right">■</span> {t("right")}
        </p>
      </div>
      <details>
        <summary>{t("log_load_table")}</summary>
        <section class="scroll" tabIndex={0} aria-label={t("log_load_table")}>
          <table class="figures">
            <thead>
              <tr>
                <th scope="col">{t("log_week")}</th>
                {weeks.map((one) => (
                  <th scope="col" key={one}>
                    {week(one)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.flatMap((one) =>
                [
                  ["left", one.left],
                  ["right", one.right],
                ]
                  .slice(0, one.sided ? 2 : 1)
                  .map(([side, values]) => (
                    <tr key={`${one.area}${String(side)}`}>
                      <th scope="row">
                        {one.name}
                        {one.sided ? `, ${t(side as "left")}` : ""}
                      </th>
                      {(values as number[]).map((n, i) => (
                        <td key={weeks[i]}>{n}</td>
                      ))}
                    </tr>
                  )),
              )}
            </tbody>
          </table>
        </section>
      </details>
    </section>
  );
}

type Point = LogView["areas"][number]["sides"][number]["points"][number];

const width = 560;
const height = 150;
const inset = 26;

function Lines({ points, colour }: { points: Point[]; colour: string }) {
  const x = (i: number) =>
    inset + (points.length < 2 ? 0 : (i * (width - 2 * inset)) / (points.length - 1));
  const y = (level: number) => height - 20 - (level * (height - 40)) / 10;
  const known = points.map((one, i) => [i, one] as const).filter(([, one]) => one.level !== null);
  const path = known
    .map(([i, one], n) => `${n === 0 ? "M" : "L"}${x(i)} ${y(one.level!)}`)
    .join("");
  return (
    <svg class="chart" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {[0, 5, 10].map((level) => (
        <g key={level}>
          <path d={`M${inset} ${y(level)}H${width - inset}`} stroke="var(--line)" />
          <text x="0" y={y(level) + 4}>
            {level}
          </text>
        </g>
      ))}
      <path d={path} fill="none" stroke={colour} stroke-width="2.5" stroke-linejoin="round" />
      {known.map(([i, one]) => (
        <circle key={i} cx={x(i)} cy={y(one.level!)} r="5" fill={colour} />
      ))}
    </svg>
  );
}

export function AreaChart({ view }: { view: LogView }) {
  const [picked, setPicked] = useState("");
  const { language } = settings.value;
  const area = view.areas.find((one) => one.area === picked) ?? view.areas[0];
  if (area === undefined) return null;
  return (
    <section class="stack">
      <h2>{t("log_area")}</h2>
      <label>
        <span>{t("log_area_pick")}</span>
        <select value={area.area} onChange={(event) => setPicked(event.currentTarget.value)}>
          {view.areas.map((one) => (
            <option key={one.area} value={one.area}>
              {one.name}
            </option>
          ))}
        </select>
      </label>
      {area.sides.map((one) => (
        <div class="stack tight" key={one.side}>
          <h3>{one.side_says === "" ? area.name : `${area.name}, ${one.side_says}`}</h3>
          {one.points.some((point) => point.level !== null) && (
            <figure>
              <figcaption class="small soft">{t("log_area_chart")}</figcaption>
              <Lines
                points={one.points.slice(-30)}
                colour={one.side === "right" ? "var(--right)" : "var(--left)"}
              />
            </figure>
          )}
          {[...one.says, ...one.next].map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <details>
            <summary>{t("log_load_table")}</summary>
            <section
              class="scroll"
              tabIndex={0}
              aria-label={`${t("log_load_table")}: ${one.side_says}`}
            >
              <table class="figures">
                <tbody>
                  {[...one.points].reverse().map((point) => (
                    <tr key={point.at}>
                      <th scope="row">{day(point.at, language)}</th>
                      <td>{t("log_seconds", { n: point.seconds })}</td>
                      <td>
                        {t("log_level")}: {point.level ?? t("log_unknown")}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          </details>
        </div>
      ))}
    </section>
  );
}
