"""What the rules leave open for a request: refusals, sides, seconds, ways and time."""

import datetime

from ladder import BAD_AFTER, Ladder
from rows import BOTH, rung_of


def instant(text):
    return None if text is None else datetime.datetime.fromisoformat(text)


class Envelope:
    def __init__(self, request, rows):
        self.rows, self.n, self.request = rows, rows.numbers, request
        person = request.get("person") or {}
        self.now = instant(request["now"])
        self.experience = person.get("experience") or "new"
        self.age = person.get("age")
        mass = person.get("mass_kg")
        self.hectograms = (self.n["pressure"]["default_mass_hectograms"] if mass is None
                           else round(mass * 10))
        self.transfer = person.get("floor_transfer") or "easy"
        bodies = self.n["bodies"]
        self.slow = self.transfer == "slow" or (self.age is not None
                                                and self.age > bodies["old_age_above"])
        self.setup_factor = bodies["slow_setup_factor"] if self.slow else 1
        self.goal = request.get("goal") or "recover"
        self.at = set(request.get("at") or ["floor"])
        self.tools = request["tools"]
        self.feel = request.get("feel") or []
        self.gentle = self.age is not None and self.age < bodies["adult_age"]
        self.refused = None         # a reason that refuses everything at once
        self.closed = {}            # (area, side) -> rule
        self.props = set()          # parts that no technique may lean on
        self.positions_barred, self.tool_bars = set(), set()
        self.budget = self._budget()
        self._screening()
        self._complaints()
        for entry in request.get("conditions") or []:
            self._condition({"id": entry} if isinstance(entry, str) else entry)
        self._after_effects()
        for entry in request.get("avoid") or []:
            for area in rows.named(entry["at"]):
                self._close([area], rows.sides_of(entry["at"], entry.get("side")), "wish")
        self._room()
        self.ladder = Ladder(rows, request, self.experience)
        self.lopsided = self._lopsided()

    def _close(self, areas, sides, rule):
        for area in areas:
            for side in BOTH if self.rows.middle(area) else sides:
                self.closed.setdefault((area, side), rule)

    def open(self, area, side):
        return (area, side) not in self.closed

    # ---------------------------------------------------------------- the whole session

    def _budget(self):
        minutes = min(self.request["minutes"], self.n["budget"]["max_minutes"])
        starts = self.request.get("starts_in_minutes")
        if starts is not None:
            minutes = min(minutes, starts - self.n["warm_up_cap"]["gap_minutes"])
        return max(0, minutes) * 60

    def _screening(self):
        flags = self.request["red_flags"]
        at = instant(flags.get("at"))
        valid = datetime.timedelta(hours=self.n["screening"]["valid_hours"])
        if flags.get("screened") is not True or flags.get("present") or at is None \
                or abs(self.now - at) > valid:
            self.refused = "screening"
        elif self.age is not None and self.age < self.n["bodies"]["min_age"]:
            self.refused = "bodies"

    # ---------------------------------------------------------------- complaints

    def _bar_place(self, place, sides, rule, around):
        named = self.rows.named(place)
        self._close(named, sides, rule)
        for area in named:
            self._close(self.rows.overlaps[area], sides, rule)
        if around:
            self._close(self.rows.around(place), sides, rule)

    def _complaints(self):
        rule, refer = self.n["around_the_pain"], self.n["refer"]["level_min"]
        offering = self.rows.rules["around_the_pain"]["places"]
        # What a complaint is owed: one set of areas for each such place that was named.
        self.owed = {e["at"]: self.rows.around(e["at"]) for e in self.feel if e["at"] in offering}
        for entry in self.feel:
            place, kind, level = entry["at"], entry["kind"], entry.get("level")
            sides = self.rows.sides_of(place, entry.get("side"))
            hurts = kind in ("pain", "injury")
            if hurts or (level is not None and level >= rule["bar_level_min"]):
                self._bar_place(place, sides, "around_the_pain", kind == "injury")
            if kind == "pain" and level is not None and level >= refer:
                spared = {area for offer in self.owed.values() for area in offer}
                self._close(set(self.rows.around(place)) - spared, sides, "refer")
            if kind == "injury" or (kind == "pain" and (level is None or
                                                        level >= rule["loaded_level_min"])):
                self.props.add(place)

    # ---------------------------------------------------------------- conditions

    def _condition(self, entry):
        row = self.rows.conditions[entry["id"]]
        effects = row["effects"]
        if effects.get("with_pain_at") and not any(
                e["at"] == effects["with_pain_at"] and e["kind"] in ("pain", "injury")
                for e in self.feel):
            return
        cleared = entry.get("cleared_on")
        if effects.get("refuse") or (row.get("needs_at") and entry.get("at") is None):
            self.refused = self.refused or "condition"
        if effects.get("ask") and (cleared is None or datetime.date.fromisoformat(cleared)
                                   > self.now.date()):
            self.refused = self.refused or "condition"
        if effects.get("bar_at") and entry.get("at") is not None:
            sides = self.rows.sides_of(entry["at"], entry.get("side"))
            self._bar_place(entry["at"], sides, "condition", True)
            self.props.add(entry["at"])
        self.gentle = self.gentle or bool(effects.get("gentle"))
        self._close(effects.get("bar_places", ()), BOTH, "condition")
        start, weeks = effects.get("positions_from_week"), entry.get("weeks")
        if start is None or weeks is None or weeks >= start:
            self.positions_barred.update(effects.get("bar_positions", ()))
        self.tool_bars.update(bar for bar in ("ball", "stick", "textured", "firm", "temperature",
                                              "vibration") if effects.get("bar_" + bar))

    # ---------------------------------------------------------------- history

    def _after_effects(self):
        for row in self.request.get("history") or []:
            if row.get("after_effect") in BAD_AFTER and not row.get("after_effect_gone"):
                sides = self.rows.sides_of(row["area"], row.get("side"))
                self._close({row["area"]} | self.rows.overlaps[row["area"]], sides,
                            "after_effects")

    def _room(self):
        """Closes what was rolled too much or too often; `room` is what a muscle has left."""
        seconds, times = {}, {}
        for row in self.request.get("history") or []:
            for side in self.rows.sides_of(row["area"], row.get("side")):
                key = row["area"], side
                seconds[key] = max(seconds.get(key, 0), row.get("seconds_6h") or 0)
                times[key] = max(times.get(key, 0), row.get("times_24h") or 0)
        dose, self.room = self.n["dose_range"], {}
        cap = dose["max_seconds"]
        if self.goal == "warm_up":
            cap = min(cap, self.n["warm_up_cap"]["max_seconds"])
        if self.gentle:
            cap = min(cap, self.n["condition"]["gentle_seconds_max"])
        for area, muscles in self.rows.muscles.items():
            for side in BOTH:
                most = lambda counts: max(sum(n for (a, s), n in counts.items() if s == side and
                                              m in self.rows.muscles[a]) for m in muscles)
                left = dose["max_seconds"] - most(seconds)
                self.room[area, side] = min(cap, left)
                if left < dose["min_seconds"] \
                        or most(times) >= self.n["spacing"]["max_times"]:
                    self._close([area], (side,), "spacing")

    # ---------------------------------------------------------------- ways

    def way_open(self, technique, tool):
        """Whether the technique may be done with the tool, wherever on the body."""
        bars, place = self.tool_bars, technique["place"]
        if tool["kind"] != technique["tool"] or place not in self.at \
                or (place == "floor" and self.transfer == "no") \
                or technique["position"] in self.positions_barred \
                or self.props & set(technique["loads"]) or tool["kind"] in bars:
            return False
        if tool["kind"] == "ball" and technique["area"] in self.rows.rules["never_zones"]["places"] \
                and (tool["density"] == "firm" or tool["surface"] == "textured"):
            return False
        warm = tool.get("temperature") not in (None, "none")
        return not ("textured" in bars and tool["surface"] == "textured"
                    or "firm" in bars and tool["density"] == "firm"
                    or "temperature" in bars and warm
                    or "vibration" in bars and tool.get("vibration"))

    def seconds(self, technique, tool, variant, side):
        """The most seconds this way may roll its area on this side; 0 when it may not."""
        area, rung = technique["area"], rung_of(tool)
        if not self.open(area, side) or (self.slow and variant != "lighter"):
            return 0
        intensity = self.rows.intensity(technique, tool, variant, self.hectograms)
        n = self.n["condition"]
        if self.gentle and rung > n["gentle_rung_max"] and not (
                rung <= n["gentle_second_rung_max"]
                and intensity <= n["gentle_second_intensity_max"]):
            return 0
        lawful, third = self.ladder.allows(area, side, rung, intensity, variant)
        if not lawful:
            return 0
        limit = self.n["soft_first"]["new_third_seconds_max"] if third else self.room[area, side]
        return min(self.room[area, side], limit)

    # ---------------------------------------------------------------- symmetry

    def _lopsided(self):
        """Whether anything was said of one side alone, anywhere in the request."""
        request, one = self.request, set()
        entries = [*self.feel, *(request.get("want") or []), *(request.get("avoid") or [])]
        entries += [e for e in request.get("conditions") or [] if isinstance(e, dict) and e.get("at")
                    and self.rows.conditions[e["id"]]["effects"].get("bar_at")]
        for entry in entries:
            one.add(self.rows.sides_of(entry["at"], entry.get("side")))
        for entry in request.get("history") or []:
            one.add(self.rows.sides_of(entry["area"], entry.get("side")))
        return any(len(sides) == 1 for sides in one)
