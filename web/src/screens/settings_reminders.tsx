/** A calendar file; nothing here nags, and nothing counts streaks. */

import { useState } from "preact/hooks";
import { handOver } from "../keep/file.js";
import { calendar } from "../keep/reminder.js";
import { settings } from "../settings.js";
import { locale, t } from "../words/index.js";
import { Chip } from "../ui/parts.jsx";
import { Group } from "./settings.jsx";

const days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;

export function Reminders() {
  const { language, minutes } = settings.value;
  const [picked, setPicked] = useState<readonly string[]>(["MO", "WE", "FR"]);
  const [time, setTime] = useState("18:30");
  // 2024 began on a Monday.
  const name = (i: number) =>
    new Date(2024, 0, 1 + i).toLocaleDateString(locale(language), { weekday: "short" });
  const get = () => {
    const file = calendar(
      {
        days: days.filter((one) => picked.includes(one)),
        time,
        minutes,
        title: t("reminders_title"),
        text: t("reminders_text"),
      },
      new Date(),
    );
    handOver([file], "unknot.ics", "text/calendar");
  };
  return (
    <Group title={t("settings_reminders")}>
      <p class="small soft">{t("reminders_lead")}</p>
      <div class="row" role="group" aria-label={t("reminders_days")}>
        {days.map((one, i) => (
          <Chip
            key={one}
            on={picked.includes(one)}
            onPick={() =>
              setPicked(
                picked.includes(one) ? picked.filter((other) => other !== one) : [...picked, one],
              )
            }
          >
            {name(i)}
          </Chip>
        ))}
      </div>
      <label>
        <span>{t("reminders_time")}</span>
        <input
          type="time"
          value={time}
          onChange={(event) => setTime(event.currentTarget.value || "18:30")}
        />
      </label>
      <button type="button" class="button" disabled={picked.length === 0} onClick={get}>
        {t("reminders_get")}
      </button>
    </Group>
  );
}
