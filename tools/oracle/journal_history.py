#!/usr/bin/env python3
"""What a log says, calculated once more from docs/formats/journal.md alone, over random logs.

    journal_history.py --program PROJECTIONS --knowledge FOLDER [--count N] [--seed N]

PROJECTIONS is the program of tests/journal/projections_main.cpp. Prints the first difference and
exits 1; 0 when there is none.
"""

import argparse
import json
import pathlib
import random
import subprocess
import sys
import tomllib
from datetime import datetime, timedelta, timezone

HARMS = ("bruise", "tingling", "swelling")
STRICTER = ("unknown", "none", "sore", "sore_over_48h", "bruise", "tingling", "swelling")
BACK_LEVEL = 7
HOURS_OF_SECONDS = 6
HOURS_OF_TIMES = 24
END_LEVEL = 8
HOURS_LEFT_ALONE = 24


def areas_of(folder):
    """Id -> (has sides, muscles), in the order of the ids."""
    rows = {}
    for path in pathlib.Path(folder, "areas").rglob("*.toml"):
        for row in tomllib.loads(path.read_text()).get("area", []):
            rows[row["id"]] = (row["sides"] != "middle", row["muscles"])
    return dict(sorted(rows.items()))


def when(record):
    return datetime.fromisoformat(record["at"].replace("Z", "+00:00"))


def order(record):
    return when(record), record["id"]


def counting(document):
    """Records each once, without those that were removed."""
    records = {r["id"]: r for r in document["records"]}
    removed = set()
    for r in sorted(records.values(), key=lambda r: r["id"], reverse=True):
        if r["kind"] == "removal" and r["id"] not in removed:
            removed.add(r["data"]["of"])

    def counts(r):
        with_session = r["kind"] in ("event", "session", "rolled", "level")
        return r["id"] not in removed and not (with_session and r.get("session") in removed)
    return [r for r in records.values() if counts(r)]


def session_of(record):
    return record.get("session") or record["id"]


def pieces_of(records, until=None):
    """Pieces with the level said last of each."""
    levels = {}
    for r in sorted((r for r in records if r["kind"] == "level"), key=order):
        if until is None or when(r) <= until:
            levels[r["data"]["of"]] = r["data"]["level"]
    return [(r, levels.get(r["id"], r["data"].get("level"))) for r in records
            if r["kind"] == "rolled" and (until is None or when(r) <= until)]


def touches(data, sided, side):
    said = data.get("side", "both")
    return not sided or said in ("both", "middle", side)


class Here:
    """One side of one area."""

    def __init__(self, pieces, words):
        self.pieces = sorted(pieces, key=lambda p: order(p[0]))
        groups = {}
        for piece in self.pieces:
            groups.setdefault(session_of(piece[0]), []).append(piece)
        self.sessions = sorted(groups.items(), key=lambda g: order(g[1][-1][0]))
        self.said = []  # [effect, session or None, record, gone]
        for word in sorted(words, key=order):
            self.hear(word)

    def hear(self, word):
        effect, gone = word["data"].get("effect"), word["data"].get("gone", False)
        if not gone:
            self.said.append([effect, self.session_for(word), word, False])
            return
        still = [s for s in self.said if not s[3] and effect in (None, s[0])]
        for s in still:
            s[3] = True
        if not still and effect:
            self.said.append([effect, self.session_for(word), word, True])

    def session_for(self, word):
        if word.get("session"):
            return word["session"] if word["session"] in dict(self.sessions) else None
        before = [name for name, pieces in self.sessions if when(pieces[-1][0]) <= when(word)]
        return before[-1] if before else None

    def level(self, pieces):
        known = [level for _, level in pieces if level is not None]
        if len(known) == len(pieces) or (known and max(known) >= BACK_LEVEL):
            return max(known)
        return None

    def clean(self):
        rung = self.rung()
        count = 0
        for name, pieces in reversed(self.sessions):
            harmed = any(s[0] in HARMS and s[1] == name for s in self.said)
            level = self.level(pieces)
            if pieces[-1][0]["data"].get("rung", 1) != rung or level is None or harmed:
                break
            if level >= BACK_LEVEL:
                break
            count += 1
        return count

    def rung(self):
        return self.pieces[-1][0]["data"].get("rung", 1) if self.pieces else 1

    def felt(self):
        still = [s[0] for s in self.said if s[0] in HARMS and not s[3]]
        if still:
            return max(still, key=STRICTER.index), False
        last = self.sessions[-1] if self.sessions else None
        now = [s for s in self.said
               if (last and s[1] == last[0])
               or (s[1] is None and (not last or when(s[2]) >= when(last[1][-1][0])))]
        if not now:
            return "unknown", False
        worst = max((s[0] for s in now), key=STRICTER.index)
        # What belongs to the session and what stands apart from it are each told as a whole.
        own = [s for s in now if s[1] is not None and s[0] == worst]
        same = own or [s for s in now if s[0] == worst]
        return worst, worst == "none" or all(s[3] for s in same)

    def entry(self, area, side, now):
        effect, gone = self.felt()
        recent = [r["data"]["seconds"] for r, _ in self.pieces
                  if now - when(r) <= timedelta(hours=HOURS_OF_SECONDS)]
        times = [p for _, p in self.sessions
                 if now - when(p[-1][0]) <= timedelta(hours=HOURS_OF_TIMES)]
        return {"area": area, "side": side, "rung": self.rung(), "clean_sessions": self.clean(),
                "last_levels": [self.level(p) for _, p in reversed(self.sessions)][:3],
                "after_effect": effect, "after_effect_gone": gone,
                "last": self.pieces[-1][0]["at"] if self.pieces else None,
                "seconds_6h": min(sum(recent), 21600), "times_24h": min(len(times), 1000)}

    def worth_telling(self):
        return self.pieces or any(s[0] in HARMS for s in self.said)


def history(document, areas, now):
    records = counting(document)
    pieces = pieces_of(records, now)
    words = [r for r in records if r["kind"] == "after_effect" and when(r) <= now]
    out = []
    for area, (sided, _) in areas.items():
        for side in ("left", "right") if sided else ("middle",):
            here = Here([p for p in pieces if p[0]["data"]["area"] == area
                         and touches(p[0]["data"], sided, side)],
                        [w for w in words if w["data"]["area"] == area
                         and touches(w["data"], sided, side)])
            if here.worth_telling():
                out.append(here.entry(area, side, now))
    return out


def left_alone(document, areas, now):
    """Area -> until when, in seconds: ended, or felt too strong, within a day of now."""
    records = counting(document)
    ended = [(r["data"]["area"], when(r)) for r in records if r["kind"] == "area_over"]
    ended += [(r["data"]["area"], when(r)) for r, level in pieces_of(records)
              if level is not None and level >= END_LEVEL]
    day = timedelta(hours=HOURS_LEFT_ALONE)
    until = {}
    for area, at in ended:
        if area not in areas or abs(now - at) > day:
            continue
        for other, (_, muscles) in areas.items():
            if other == area or set(muscles) & set(areas[area][1]):
                until[other] = max(until.get(other, 0), int((at + day).timestamp()))
    return [[area, until[area]] for area in areas if area in until]


def monday(instant):
    day = instant.date()
    return day - timedelta(days=day.weekday())


def loads(document, areas, muscles):
    sums = {}
    for r, _ in pieces_of(counting(document)):
        if r["data"]["area"] not in areas:
            continue
        sided, worked = areas[r["data"]["area"]]
        for row in worked if muscles else [r["data"]["area"]]:
            both = sums.setdefault((monday(when(r)).isoformat(), row), [0, 0])
            for i, side in enumerate(("left", "right")):
                both[i] += r["data"]["seconds"] if touches(r["data"], sided, side) else 0
    return sorted([week, row, *both] for (week, row), both in sums.items())


def steadiness(document, now):
    begun = {}
    for r, _ in sorted(pieces_of(counting(document), now), key=lambda p: when(p[0])):
        begun.setdefault(session_of(r), when(r))
    if not begun:
        return [0, 0, -1]
    weeks = {monday(at) for at in begun.values()}
    week = monday(now)
    this_week = sum(monday(at) == week for at in begun.values())
    if week not in weeks:
        week -= timedelta(days=7)
    row = 0
    while week in weeks:
        row, week = row + 1, week - timedelta(days=7)
    last = max(at.date() for at in begun.values())
    return [row, this_week, max(0, (now.date() - last).days)]


class Maker:
    """Random logs: a few areas and weeks, so that things meet."""

    OFFSETS = (0, 60, 120, -480, 540)

    def __init__(self, seed, areas):
        self.random = random.Random(seed)
        self.areas = list(areas)

    def id(self):
        self.made += 1
        return f"019b76da-{self.made >> 12:04x}-7{self.made & 0xFFF:03x}-8000-{self.log:012x}"

    def time(self):
        zone = timezone(timedelta(minutes=self.random.choice(self.OFFSETS)))
        day = datetime(2028, 2, 20, tzinfo=timezone.utc)
        at = day + timedelta(hours=self.random.randrange(24 * self.days),
                             seconds=self.random.choice((0, 0, 1, 1800)))
        return at.astimezone(zone).isoformat().replace("+00:00", "Z")

    def record(self, kind, data, session=None, at=None):
        return {"id": self.id(), "person": self.person, "kind": kind, "at": at or self.time(),
                "session": session, "knowledge": None, "data": data}

    def place(self):
        r = self.random
        area = r.choice(self.few) if r.random() < 0.97 else "area_of_next_year"
        return {"area": area, "side": r.choice(("left", "right", "both", "middle"))}

    def rolled(self, session=None):
        r = self.random
        data = self.place() | {"seconds": r.randrange(5, 120), "rung": r.choice((1, 1, 1, 2))}
        if r.random() < 0.8:
            data["level"] = r.choice((0, 2, 3, 3, 4, 5, 6, 7, 9))
        return self.record("rolled", data, session)

    def word(self, session=None):
        r = self.random
        data = self.place() | {"gone": r.random() < 0.4}
        if not data["gone"] or r.random() < 0.6:
            data["effect"] = r.choice(STRICTER)
        return self.record("after_effect", data, session)

    def log_of(self, number):
        r = self.random
        self.log, self.made, self.days = number, 0, r.choice((1, 3, 20, 60))
        self.few = r.sample(self.areas, r.choice((1, 2, 4)))
        person = {"id": self.id(), "kind": "person", "at": self.time(), "session": None,
                  "knowledge": None, "data": {"name": "Ada"}}
        self.person = person["person"] = person["id"]
        records, plans = [person], [None]
        for _ in range(r.choice((1, 5, 20, 60))):
            what = r.random()
            if what < 0.1:
                plan = self.record("plan", {"plan": {}})
                plan["session"] = plan["id"]
                records.append(plan)
                plans.append(plan["id"])
            elif what < 0.65:
                records.append(self.rolled(r.choice(plans)))
            elif what < 0.85:
                records.append(self.word(r.choice(plans) if r.random() < 0.3 else None))
            elif what < 0.9:
                data = {"area": self.place()["area"], "reason": r.choice(("hurt", "level"))}
                records.append(self.record("area_over", data, r.choice(plans)))
            else:
                target = r.choice(records)["id"]
                if what < 0.95 and target != self.person:
                    records.append(self.record("removal", {"of": target}))
                else:
                    records.append(self.record("level", {"of": target, "level": r.randrange(11)}))
        records += r.choices(records, k=2)
        r.shuffle(records)
        return self.time(), {"format": "unknot/journal@1", "made": self.time(),
                             "records": records}


def answers_of(program, logs):
    text = "".join(f"{now}\t{json.dumps(log)}\n" for now, log in logs)
    done = subprocess.run([program], input=text, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"{program}: {done.stderr}")
    return [json.loads(line) for line in done.stdout.splitlines()]


def expected_of(now, log, areas):
    at = when({"at": now})
    return {"history": history(log, areas, at), "left_alone": left_alone(log, areas, at),
            "load": loads(log, areas, False), "muscles": loads(log, areas, True),
            "steadiness": steadiness(log, at)}


def main():
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--program", required=True)
    asked.add_argument("--knowledge", required=True)
    asked.add_argument("--count", type=int, default=300)
    asked.add_argument("--seed", type=int, default=1)
    asked = asked.parse_args()
    areas = areas_of(asked.knowledge)
    maker = Maker(asked.seed, areas)
    logs = [maker.log_of(i) for i in range(asked.count)]
    entries = 0
    for (now, log), answer in zip(logs, answers_of(asked.program, logs), strict=True):
        expected = expected_of(now, log, areas)
        answer["load"].sort()
        answer["muscles"].sort()
        entries += len(expected["history"])
        for key, value in expected.items():
            if answer[key] != value:
                print(f"{key} at {now}\n  program  {json.dumps(answer[key])}\n"
                      f"  oracle   {json.dumps(value)}\n  log      {json.dumps(log)}")
                return 1
    print(f"{len(logs)} logs, {entries} entries of history: program and oracle agree")
    return 0 if entries > asked.count else 1


if __name__ == "__main__":
    sys.exit(main())
