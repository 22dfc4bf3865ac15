/** A reminder as a calendar file (RFC 5545): whatever calendar somebody has does the rest. */

export interface Reminder {
  /** Of RFC 5545: MO, TU, ... */
  days: readonly string[];
  /** "18:30", by the clock of the place. */
  time: string;
  minutes: number;
  title: string;
  text: string;
}

const order = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];
const escaped = (text: string) => text.replace(/([\\;,])/g, "\\$1").replace(/\n/g, "\\n");

/** Lines of at most 75 bytes, the rest on lines that begin with a space. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  const out: string[] = [];
  let part = "";
  let size = 0;
  for (const one of line) {
    const bytes = encoder.encode(one).length;
    if (size + bytes > 74) {
      out.push(part);
      part = " ";
      size = 1;
    }
    part += one;
    size += bytes;
  }
  return [...out, part].join("\r\n");
}

/** The first chosen day from now on; times float, so that they mean the clock of the place. */
function firstOf(reminder: Reminder, now: Date): string {
  const [hour = 0, minute = 0] = reminder.time.split(":").map(Number);
  for (let ahead = 0; ahead < 8; ++ahead) {
    const date = new Date(now.getFullYear(), now.getMonth(), now.getDate() + ahead, hour, minute);
    if (date <= now || !reminder.days.includes(order[date.getDay()]!)) continue;
    const two = (n: number) => String(n).padStart(2, "0");
    return `${date.getFullYear()}${two(date.getMonth() + 1)}${two(date.getDate())}T${two(hour)}${two(minute)}00`;
  }
  throw new RangeError("A reminder needs a day.");
}

export function calendar(reminder: Reminder, now: Date): string {
  const stamp = now.toISOString().replace(/[-:]|\.\d{3}/g, "");
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Unknot//EN",
    "BEGIN:VEVENT",
    `UID:${crypto.randomUUID()}@unknot`,
    `DTSTAMP:${stamp}`,
    `DTSTART:${firstOf(reminder, now)}`,
    `DURATION:PT${reminder.minutes}M`,
    `RRULE:FREQ=WEEKLY;BYDAY=${reminder.days.join(",")}`,
    `SUMMARY:${escaped(reminder.title)}`,
    `DESCRIPTION:${escaped(reminder.text)}`,
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    "TRIGGER:PT0M",
    `DESCRIPTION:${escaped(reminder.title)}`,
    "END:VALARM",
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map(folded).join("\r\n") + "\r\n";
}
