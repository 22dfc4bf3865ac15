"""What a person said, as understood, with every bar that follows from it."""

import datetime

from contract import (AGE_ADULT, AGE_MIN, AGE_OLD_ABOVE, BACK_LEVEL, BAD_AFTER, BAR_LEVEL, BOTH,
                      CALF_AND_THIGH, DOSE_MAX, DOSE_MIN, LEG_SYMPTOM_AREAS, LOADED_LEVEL,
                      LOADED_PARTS, MASS_HECTOGRAMS, MINUTES_MAX, REFER_LEVEL, SCREENING_HOURS,
                      TIMES_MAX, UP_LEVEL, UP_MEDIAN, WARM_UP_GAP_MINUTES, instant)


class Ladder:
    """What earlier sessions say about one area and side, duplicates merged strictest first."""

    def __init__(self):
        self.rung = None
        self.clean = None
        self.levels_good = True
        self.back = False               # 7 or more lately, or sore for over 48 hours
        self.back_after_effect = False  # a bruise, tingling or swelling that has gone
        self.used = 0
        self.times = 0

    def add(self, entry):
        rung = entry.get("rung")
        if rung is not None:
            self.rung = rung if self.rung is None else min(self.rung, rung)
        clean = entry.get("clean_sessions") or 0
        self.clean = clean if self.clean is None else min(self.clean, clean)
        levels = (entry.get("last_levels") or [])[:3]
        # AMBIGUOUS: "all last_levels known": read as three known levels, not fewer.
        if len(levels) < 3 or None in levels or max(levels) > UP_LEVEL or \
                sorted(levels)[1] > UP_MEDIAN:
            self.levels_good = False
        if any(level is not None and level >= BACK_LEVEL for level in levels):
            self.back = True
        effect = entry.get("after_effect")
        if effect == "sore_over_48h":
            self.back = True            # whether or not it has gone since
        elif effect in BAD_AFTER and entry.get("after_effect_gone"):
            self.back_after_effect = True
        self.used = max(self.used, entry.get("seconds_6h") or 0)
        self.times = max(self.times, entry.get("times_24h") or 0)

    def highest(self):
        """The highest rung allowed, or None for no ceiling from history."""
        if not (self.back or self.back_after_effect):
            return None
        return max(1, (self.rung if self.rung is not None else 1) - 1)


class Asked:
    """A request as understood, with every bar that follows from it."""

    def __init__(self, request, knowledge, made=None):
        self.k = knowledge
        self.request = request
        self.now = instant(request.get("now")) or instant(made)
        person = request.get("person") or {}
        # AMBIGUOUS: "sensible defaults": new, adult, easy, recover, every place.
        self.experience = person.get("experience") or "new"
        self.age = person.get("age")
        mass = person.get("mass_kg")
        self.hectograms = MASS_HECTOGRAMS if mass is None else round(mass * 10)
        self.transfer = person.get("floor_transfer") or "easy"
        self.goal = request.get("goal") or "recover"
        self.minutes = request.get("minutes")
        self.starts_in = request.get("starts_in_minutes")
        at = request.get("at")
        self.at_given = at is not None
        self.at = set(at) if at is not None else {"floor", "wall", "chair", "bed"}
        self.tools = {tool["id"]: tool for tool in request.get("tools") or []}
        self.slow = self.transfer == "slow" or (self.age is not None and self.age > AGE_OLD_ABOVE)
        self.gentle = self.age is not None and AGE_MIN <= self.age < AGE_ADULT
        self.hard = {}              # reasons that refuse everything: screening, bodies, condition
        self.doubt = False          # something the text leaves open: nothing is demanded then
        self.barred = {}            # (area, side) -> rule
        self.maybe_barred = set()   # (area, side) that a careful planner may leave out too
        self.loaded_barred = {}     # part -> rule
        self.maybe_loaded = set()
        self.positions_barred = set()
        self.tool_bars = set()
        self.wishes = set()
        self.refers = set()
        self.emergency = False
        self._screening()
        self._bodies()
        self._feel()
        self._conditions()
        self._history()
        for entry in request.get("avoid") or []:
            # A wish to leave out a zone or region leaves out the areas it covers.
            for area in knowledge.named.get(entry["at"], ()):
                self.wishes.update((area, s)
                                   for s in knowledge.sides_of(entry["at"], entry.get("side")))
        self.lopsided = self._lopsided()
        budget = min(self.minutes, MINUTES_MAX) * 60
        # AMBIGUOUS: `starts_in_minutes` is named for goal warm_up; elsewhere nothing follows.
        before_start = None
        if self.starts_in is not None:
            before_start = max(0, self.starts_in - WARM_UP_GAP_MINUTES) * 60
        self.warm_up = self.goal == "warm_up"
        self.before_start = before_start if self.warm_up else None
        self.sure_budget = budget if before_start is None else min(budget, before_start)
        self.budget = budget

    # -- screening and bodies

    def _screening(self):
        flags = self.request.get("red_flags") or {}
        present = flags.get("present") or []
        self.emergency = any(self.k.red_flags[f]["urgency"] == "emergency" for f in present)
        if flags.get("screened") is not True:
            self.hard["screening"] = "unscreened"
        elif present:
            self.hard["screening"] = "a red flag"
        else:
            at = instant(flags.get("at"))
            if at is None or self.now is None or at > self.now:
                self.doubt = True   # AMBIGUOUS: screened at no time, or in the future
            elif self.now - at > datetime.timedelta(hours=SCREENING_HOURS):
                self.hard["screening"] = "screened too long ago"

    def _bodies(self):
        if self.age is not None and self.age < AGE_MIN:
            self.hard["bodies"] = "under 13"

    # -- complaints

    def bar(self, area, sides, rule):
        if self.k.areas[area].get("sides") == "middle":
            sides = BOTH
        for side in sides:
            self.barred.setdefault((area, side), rule)

    def bar_place(self, place, sides, rule, around):
        """A place, what it covers, and what shares a muscle with either; `around` too if asked."""
        for area in self.k.named.get(place, ()):
            self.bar(area, sides, rule)
            for other in self.k.overlaps[area]:
                self.bar(other, sides, rule)
        if around:
            for area in self.k.offered.get(place, ()):
                self.bar(area, sides, rule)

    def _feel(self):
        sore = {}                   # area of calf or thigh -> sides that are sore
        self.low_back_complaint = False
        self.low_back_pain = False
        self.offers = {}
        for entry in self.request.get("feel") or []:
            place, kind, level = entry["at"], entry.get("kind"), entry.get("level")
            sides = self.k.sides_of(place, entry.get("side"))
            pain, injury = kind == "pain", kind == "injury"
            if pain or injury or (level is not None and level >= BAR_LEVEL):
                # AMBIGUOUS: "neighbours (of a zone or region: its around)": after an injury only
                # those are barred, not what shares a muscle with a neighbour, nor the neighbours
                # of what a region covers.
                self.bar_place(place, sides, "around_the_pain", around=injury)
                if pain and level is not None and level >= REFER_LEVEL:
                    # AMBIGUOUS: "plans only elsewhere" may leave out what lies around as well, so
                    # a plan there is neither forbidden nor demanded.
                    for area in self.k.offered.get(place, ()):
                        self.maybe_barred.update((area, side) for side in sides)
            if place in LOADED_PARTS:
                # AMBIGUOUS: pain without a level counts as 4 or more (an unknown is read
                # strictly). The six parts are the places of that name: pain in the back of the
                # knee or the elbow crease is not read as pain in knee or elbow. The side of the
                # part does not matter, since `loads` has none.
                if injury or (pain and (level is None or level >= LOADED_LEVEL)):
                    self.loaded_barred.setdefault(place, "around_the_pain")
                if pain or injury or (level is not None and level >= LOADED_LEVEL):
                    self.maybe_loaded.add(place)
            elif pain or injury or (level is not None and level >= LOADED_LEVEL):
                nearby = {"back_of_knee": "knee", "outer_knee": "knee", "elbow_crease": "elbow",
                          "forearm": "wrist", "hand": "wrist", "upper_arm": "shoulder_joint",
                          "armpit": "shoulder_joint", "chest": "shoulder_joint",
                          "kidneys": "low_back", "tailbone": "low_back", "head": "neck"}
                if place in nearby:
                    self.maybe_loaded.add(nearby[place])
            # AMBIGUOUS: "pain of 8 or more": kinds pain and injury.
            if (pain or injury) and level is not None and level >= REFER_LEVEL:
                self.refers.add("pain of 8 or more")
            if kind == "sore":
                # AMBIGUOUS: one-sided is judged area by area, covered areas counting as named;
                # soreness is the kind `sore` alone.
                for area in self.k.named.get(place, ()):
                    if area in CALF_AND_THIGH:
                        sore.setdefault(area, set()).update(sides)
            if place == "low_back":
                self.low_back_complaint = True
                self.low_back_pain = self.low_back_pain or pain
        if any(len(sides) == 1 for sides in sore.values()):
            self.refers.add("one-sided calf or thigh soreness")

    # -- conditions

    def _conditions(self):
        for entry in self.request.get("conditions") or []:
            if isinstance(entry, str):
                entry = {"id": entry}
            row = self.k.conditions[entry["id"]]
            effects = row.get("effects", {})
            pain_at = effects.get("with_pain_at")
            if entry["id"] == "leg_symptoms":
                self._leg_symptoms()
                continue
            if pain_at is not None:
                # No other row is described by the contract: held to nothing, relied on for nothing.
                self.doubt = True
                continue
            if effects.get("refuse"):
                self.hard["condition"] = entry["id"] + " rules out rolling"
            if effects.get("ask"):
                self._ask(entry)
            if row.get("needs_at"):
                if entry.get("at") is None:
                    self.hard.setdefault("condition", entry["id"] + " without a place")
                elif effects.get("bar_at"):
                    # AMBIGUOUS: "bar places": as after an injury, the place, what shares a muscle
                    # with it and what lies next to it (evidence 3.2: "exclude region +
                    # neighbours"), and leaning on it where techniques can.
                    place = entry["at"]
                    self.bar_place(place, self.k.sides_of(place, entry.get("side")), "condition",
                                   around=True)
                    if place in LOADED_PARTS:
                        self.loaded_barred.setdefault(place, "condition")
            if effects.get("gentle"):
                self.gentle = True
            if effects.get("refer"):
                self.refers.add(entry["id"])
            for area in effects.get("bar_places", ()):
                # AMBIGUOUS: exactly the areas of the row; what overlaps them is left to it.
                self.bar(area, BOTH, "condition")
                self.maybe_barred.update((other, side) for other in self.k.overlaps[area]
                                         for side in BOTH)
            if effects.get("bar_positions"):
                start, weeks = effects.get("positions_from_week"), entry.get("weeks")
                if start is None or weeks is None or weeks >= start:
                    self.positions_barred.update(effects["bar_positions"])
            for bar in ("ball", "stick", "textured", "firm", "temperature", "vibration"):
                if effects.get("bar_" + bar):
                    self.tool_bars.add(bar)
            if entry["id"] == "reduced_sensation":
                self.tool_bars.update(("temperature", "vibration"))
            if entry["id"] in ("pregnancy", "implanted_device"):
                self.tool_bars.add("vibration")

    def _ask(self, entry):
        cleared = entry.get("cleared_on")
        if cleared is None:
            self.hard.setdefault("condition", entry["id"] + " not cleared")
            return
        try:
            day = datetime.date.fromisoformat(cleared[:10])
        except ValueError:
            self.doubt = True
            return
        if self.now is None:
            return
        days = {self.now.date(), self.now.astimezone(datetime.timezone.utc).date()}
        # A yes dated in the future has not been given yet.
        if day > max(days):
            self.hard.setdefault("condition", entry["id"] + " cleared in the future")
        elif day > min(days):
            self.doubt = True

    def _leg_symptoms(self):
        # AMBIGUOUS: "with low-back pain": the kind pain at the place low_back, at any level. An
        # injury or a 7 there, and areas that overlap the four, are not demanded but may be barred.
        if self.low_back_pain:
            for area in LEG_SYMPTOM_AREAS:
                if area in self.k.areas:
                    self.bar(area, BOTH, "refer")
            self.refers.add("leg symptoms with low-back pain")
        if self.low_back_complaint:
            for area in LEG_SYMPTOM_AREAS:
                for other in (area, *self.k.overlaps.get(area, ())):
                    self.maybe_barred.update((other, s) for s in BOTH)

    # -- history

    def _history(self):
        self.ladder = {}
        for entry in self.request.get("history") or []:
            area = entry["area"]
            sides = self.k.sides_of(area, entry.get("side"))
            for side in sides:
                self.ladder.setdefault((area, side), Ladder()).add(entry)
            if entry.get("after_effect") in BAD_AFTER and not entry.get("after_effect_gone"):
                self.bar(area, sides, "after_effects")
                for other in self.k.overlaps[area]:
                    self.bar(other, sides, "after_effects")
            elif entry.get("after_effect") in BAD_AFTER:
                # AMBIGUOUS: "then at most rung r-1": of what overlaps nothing is demanded.
                for other in self.k.overlaps[area]:
                    self.maybe_barred.update((other, side) for side in sides)
        self.used, times = {}, {}
        for (area, side), ladder in self.ladder.items():
            for muscle in self.k.muscles[area]:
                key = (muscle, side)
                self.used[key] = self.used.get(key, 0) + ladder.used
                times.setdefault(key, []).append(ladder.times)
        for area, muscles in self.k.muscles.items():
            for side in BOTH:
                room = DOSE_MAX - max((self.used.get((m, side), 0) for m in muscles), default=0)
                counts = [n for m in muscles for n in times.get((m, side), ())]
                # AMBIGUOUS: twice in 24 hours "per muscle": the highest count of the areas that
                # hold the muscle, not their sum (one session may have rolled two of them).
                if room < DOSE_MIN or max(counts, default=0) >= TIMES_MAX:
                    self.bar(area, (side,), "spacing")
                if any(sum(times.get((m, side), ())) >= TIMES_MAX for m in muscles):
                    self.maybe_barred.add((area, side))
                if (self.goal == "warm_up" or self.gentle) and room < DOSE_MIN + DOSE_MAX - 60:
                    self.maybe_barred.add((area, side))

    # -- symmetry

    def _lopsided(self):
        """Whether anything said is different for left and right.

        AMBIGUOUS: "unless a complaint, ... anywhere gives a reason": any difference between left
        and right in what was said gives one; what is the same for both sides gives none.
        """
        said = {"left": set(), "right": set()}

        def add(table, entry, place, fields):
            for side in self.k.sides_of(place, entry.get("side")):
                said[side].add((table, place, *(repr(entry.get(f)) for f in fields)))

        for entry in self.request.get("feel") or []:
            add("feel", entry, entry["at"], ("kind", "level"))
        for table in ("want", "avoid"):
            for entry in self.request.get(table) or []:
                add(table, entry, entry["at"], ())
        for entry in self.request.get("conditions") or []:
            if isinstance(entry, dict) and entry.get("at") is not None \
                    and self.k.conditions[entry["id"]].get("needs_at"):
                add(entry["id"], entry, entry["at"], ())
        for entry in self.request.get("history") or []:
            add("history", entry, entry["area"],
                ("rung", "clean_sessions", "last_levels", "after_effect", "after_effect_gone",
                 "last", "seconds_6h", "times_24h"))
        return said["left"] != said["right"]
