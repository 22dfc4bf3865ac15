/** The records kept here counted by days, as `GET /records/days` counts those of the server. */

export interface Day {
  day: number;
  records: number;
  /** The last 32 bits of the ids, added up modulo 2^32. */
  sum: number;
}

const dayMs = 86_400_000;

/** Days since 1970, by the time that stands in an id. */
function dayOf(id: string): number {
  return Math.floor(parseInt(id.slice(0, 8) + id.slice(9, 13), 16) / dayMs);
}

export function daysOf(ids: readonly string[]): Map<number, Day> {
  const out = new Map<number, Day>();
  for (const id of ids) {
    const day = dayOf(id);
    const { records, sum } = out.get(day) ?? { records: 0, sum: 0 };
    out.set(day, { day, records: records + 1, sum: (sum + parseInt(id.slice(-8), 16)) >>> 0 });
  }
  return out;
}

/**
 * The days of another log that are not the same here, in runs without a day between that is the
 * same, each of some `most` records.
 */
export function runsThatDiffer(
  theirs: readonly Day[],
  ours: Map<number, Day>,
  most: number,
): Day[][] {
  const runs: Day[][] = [];
  let run: Day[] | null = null;
  let size = 0;
  for (const one of theirs) {
    const here = ours.get(one.day);
    if (here?.records === one.records && here.sum === one.sum) {
      run = null;
      continue;
    }
    if (run === null || size + one.records > most) {
      run = [];
      runs.push(run);
      size = 0;
    }
    run.push(one);
    size += one.records;
  }
  return runs;
}
