"""What earlier sessions allow: the rules soft_first and after_effects, for one area and side."""

from dataclasses import dataclass
from statistics import median_low

from rows import BOTH

BAD_AFTER = ("bruise", "tingling", "swelling")


@dataclass(frozen=True)
class Entry:
    """One history entry, or the strictest of several field by field."""

    rung: int
    clean: int
    levels: tuple       # newest first, None where unknown
    long_sore: bool     # sore for more than 48 hours
    gone_mark: bool     # a bruise, tingling or swelling that has gone

    @staticmethod
    def read(row):
        effect = row.get("after_effect") or "none"
        return Entry(row.get("rung") or 1, row.get("clean_sessions") or 0,
                     tuple((row.get("last_levels") or [])[:3]), effect == "sore_over_48h",
                     effect in BAD_AFTER and bool(row.get("after_effect_gone")))

    @staticmethod
    def strictest(entries):
        """A level that one of them does not know is not known."""
        length = min(len(e.levels) for e in entries)
        levels = tuple(None if any(e.levels[i] is None for e in entries)
                       else max(e.levels[i] for e in entries) for i in range(length))
        return Entry(min(e.rung for e in entries), min(e.clean for e in entries), levels,
                     any(e.long_sore for e in entries), any(e.gone_mark for e in entries))


class Ladder:
    """The rungs and pressures that are open, by area and side."""

    def __init__(self, rows, request, experience):
        self.rows, self.experience = rows, experience
        self.n = rows.numbers["soft_first"]
        self.entries, self.ceiling, told = {}, {}, []
        for row in request.get("history") or []:
            entry = Entry.read(row)
            for side in rows.sides_of(row["area"], row.get("side")):
                self.entries.setdefault((row["area"], side), []).append(entry)
                told.append((row["area"], side, entry))
        for area, side, entry in told:
            if entry.long_sore or any(level is not None and level >= self.n["back_level_min"]
                                      for level in entry.levels):
                self._lower(area, side, area)
            if entry.gone_mark:
                for other in {area} | rows.overlaps[area]:
                    self._lower(other, side, area)

    def _lower(self, area, side, told_of):
        """At most one rung below the lowest that is told of `told_of`, never below the first."""
        lowest = min(e.rung for e in self.entries[told_of, side])
        now = self.ceiling.get((area, side), 99)
        self.ceiling[area, side] = min(now, max(1, lowest - 1))

    def new_to(self, area):
        """A newcomer without a clean session there, on either side."""
        return self.experience == "new" and not any(
            entry.clean >= self.n["again_clean_sessions"]
            for side in BOTH for entry in self.entries.get((area, side), ()))

    def allows(self, area, side, rung, intensity, variant):
        """(lawful, whether the newcomer's third rung is what allows it, with its own limits)."""
        if intensity > self.n["intensity_ceiling"] or rung > self.ceiling.get((area, side), 99):
            return False, False
        base, third = self._base(rung, intensity, variant)
        entries = self.entries.get((area, side), [])
        if len(entries) > 1:
            entries = [*entries, Entry.strictest(entries)]
        earned = bool(entries) and all(self._earned(e, rung, intensity) for e in entries)
        if base and not third:
            return True, False
        each = bool(entries) and all(base or self._earned(e, rung, intensity) for e in entries)
        return base or each, base and not earned

    def _earned(self, entry, rung, intensity):
        n = self.n
        if rung == entry.rung:
            return entry.clean >= n["again_clean_sessions"] and intensity <= n["again_intensity_max"]
        levels = entry.levels
        return (rung == entry.rung + 1 and entry.clean >= n["up_clean_sessions"]
                and intensity <= n["up_intensity_max"] and len(levels) == 3
                and None not in levels and max(levels) <= n["up_level_max"]
                and median_low(levels) <= n["up_median_max"])

    def _base(self, rung, intensity, variant):
        """Without history: (lawful, only on the newcomer's third rung)."""
        n, who = self.n, self.experience
        if rung <= n[who + "_rung_max"]:
            return intensity <= n[who + "_intensity_max"], False
        if rung == 3 and who in ("new", "regular"):
            return intensity <= n[who + "_third_intensity_max"], who == "new"
        return (rung == 4 and who == "seasoned" and variant == "lighter"
                and intensity <= n["seasoned_fourth_intensity_max"]), False
