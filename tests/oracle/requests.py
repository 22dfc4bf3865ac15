"""Seeded random, valid unknot/request@1 requests: everything a person can say.

    generator = Generator(knowledge, seed)
    generator.ordinary()      # about 70 % of these can be planned
    generator.adversarial()   # extremes, limits, duplicates, contradictions that are no errors
    generator.any()           # four ordinary ones to one adversarial

What comes out depends on the seed and on the ids in knowledge/ alone.
"""

import datetime
import random

GOALS = ("recover", "warm_up", "mobility", "unwind")
KINDS = ("tight", "sore", "pain", "injury")
SIDES = ("left", "right", "both", "middle")
PLACES = ("floor", "wall", "chair", "bed")
AFTER = ("none", "sore", "sore_over_48h", "bruise", "tingling", "swelling", "unknown")
LOADED = ("wrist", "elbow", "shoulder_joint", "knee", "low_back", "neck")
MINUTES = (1, 2, 3, 4, 5, 5, 6, 8, 10, 10, 10, 10, 12, 15, 15, 15, 20, 20, 20, 21, 25, 30, 45, 60,
           90, 600)
STARTS = (None, 0, 5, 6, 7, 8, 10, 12, 15, 20, 20, 25, 30, 30, 45, 60, 120)
COUNTS = (1, 2, 2, 2, 3, 3, 3, 4, 4, 6)         # of tools
START = datetime.datetime(2026, 1, 1, tzinfo=datetime.timezone.utc)
OFFSETS = (0, 0, 0, 60, 120, -300, -480, 330, 765)


def stamp(moment):
    value = moment.isoformat(timespec="seconds")
    return value[:-6] + "Z" if value.endswith("+00:00") else value


class Generator:
    def __init__(self, knowledge, seed):
        self.random = random.Random(seed)
        self.areas = sorted(knowledge.areas)
        self.zones = sorted(knowledge.zones)
        self.regions = sorted(knowledge.regions)
        self.places = self.areas + self.zones + self.regions
        self.loaded = [p for p in LOADED if p in knowledge.places]
        self.activities = sorted(knowledge.activities)
        self.flags = sorted(knowledge.red_flags)
        self.languages = knowledge.languages or ["en"]
        self.conditions = knowledge.conditions
        effects = {c: row.get("effects", {}) for c, row in knowledge.conditions.items()}
        self.refusing = sorted(c for c in effects if effects[c].get("refuse"))
        self.asking = sorted(c for c in effects
                             if effects[c].get("ask") and not effects[c].get("refuse"))
        self.mild = sorted(set(effects) - set(self.refusing) - set(self.asking))

    def chance(self, p):
        return self.random.random() < p

    def any(self):
        return self.adversarial() if self.chance(0.2) else self.ordinary()

    # ------------------------------------------------------------ ordinary people

    def ordinary(self):
        r = self.random
        now = self._now()
        request = {"format": "unknot/request@1", "now": stamp(now),
                   "minutes": r.choice(MINUTES),
                   "red_flags": self._screened(now),
                   "tools": self._tools(0 if self.chance(0.02) else r.choice(COUNTS))}
        if self.chance(0.9):
            request["language"] = r.choice(self.languages)
        if self.chance(0.95):
            request["person"] = self._person()
        if self.chance(0.9):
            request["goal"] = r.choice(GOALS)
        if self.activities and self.chance(0.6):
            request["activity"] = r.choice(self.activities)
        if self.chance(0.25):
            request["starts_in_minutes"] = r.choice(STARTS)
        if self.chance(0.9):
            request["at"] = self._subset(PLACES, r.choice((1, 2, 3, 3, 4, 4, 4)))
        if self.chance(0.7):
            request["feel"] = [self._feel() for _ in range(r.choice((0, 1, 1, 1, 2, 2, 3, 4)))]
        if self.chance(0.4):
            request["want"] = [self._place() for _ in range(r.choice((1, 1, 2, 3)))]
        if self.chance(0.2):
            request["avoid"] = [self._avoid() for _ in range(r.choice((1, 1, 2)))]
        if self.chance(0.3):
            request["conditions"] = [self._condition(now) for _ in range(r.choice((0, 1, 1, 2)))]
        if self.chance(0.45):
            request["history"] = [self._history(now) for _ in range(r.choice((1, 1, 2, 3, 5)))]
        return request

    def _now(self):
        offset = datetime.timezone(datetime.timedelta(minutes=self.random.choice(OFFSETS)))
        moment = START + datetime.timedelta(seconds=self.random.randrange(2 * 365 * 86400))
        return moment.astimezone(offset)

    def _screened(self, now):
        r = self.random
        if self.chance(0.03):
            return r.choice(({"screened": False}, {"screened": False, "at": None, "present": []},
                             {"screened": False, "present": []}))
        flags = {"screened": True, "present": []}
        seconds = r.choice((0, 1, 60, 600, 3600, 40000, 86399, 86400))
        if self.chance(0.03):
            seconds = r.choice((86401, 90000, 200000))
        flags["at"] = stamp(now - datetime.timedelta(seconds=seconds))
        if self.flags and self.chance(0.03):
            flags["present"] = self._subset(self.flags, r.choice((1, 1, 2)))
        return flags

    def _person(self):
        r = self.random
        person = {}
        if self.chance(0.9):
            person["experience"] = r.choice(("new", "regular", "seasoned"))
        if self.chance(0.85):
            age = r.choice((None, 13, 15, 16, 18, 25, 33, 41, 41, 58, 70, 75, 76, 90))
            person["age"] = 12 if self.chance(0.02) else age
        if self.chance(0.5):
            person["height_cm"] = r.choice((None, 150, 165, 172, 172.5, 190))
        if self.chance(0.8):
            person["mass_kg"] = r.choice((None, 45, 52.5, 60, 70, 70.4, 82, 95.3, 110, 130))
        if self.chance(0.8):
            person["floor_transfer"] = r.choice(("easy", "easy", "easy", "slow", "no"))
        return person

    def _tools(self, count):
        tools = []
        for number in range(count):
            r = self.random
            name = r.choice(("blue", "Old roller", "t", "grün", "ball 6 cm"))
            tool = {"id": f"{name} {number}",
                    "kind": r.choice(("roller", "roller", "stick", "stick", "ball")),
                    "density": r.choice(("soft", "soft", "soft", "medium", "medium", "firm")),
                    "surface": r.choice(("smooth", "smooth", "smooth", "smooth", "textured"))}
            if number == 0 and self.chance(0.5):
                tool.update(density=r.choice(("soft", "medium")), surface="smooth")
            if self.chance(0.4):
                sizes = {"roller": (10, 13, 15, 15.5), "stick": (3, 4), "ball": (6, 6.5, 10)}
                tool["diameter_cm"] = r.choice(sizes[tool["kind"]])
            if self.chance(0.1):
                tool["temperature"] = r.choice(("cold", "warm"))
            if self.chance(0.1):
                tool["vibration"] = r.choice((True, True, False))
            tools.append(tool)
        return tools

    def _subset(self, values, count):
        return self.random.sample(list(values), min(count, len(values)))

    def _side(self, entry, p=0.85):
        if self.chance(p):
            entry["side"] = self.random.choice(("left", "right", "left", "right", "both", "middle"))
        return entry

    def _place(self):
        pool = self.areas if self.chance(0.7) else self.places
        return self._side({"at": self.random.choice(pool)})

    def _avoid(self):
        entry = {"at": self.random.choice(self.areas if self.chance(0.7) else self.places)}
        if self.chance(0.7):
            entry["why"] = "trial"
        return entry

    def _feel(self):
        r = self.random
        pick = r.random()
        if pick < 0.15 and "low_back" in self.zones:
            place = "low_back"
        elif pick < 0.25 and self.loaded:
            place = r.choice(self.loaded)
        else:
            place = r.choice(r.choice((self.areas, self.areas, self.zones, self.regions)))
        entry = self._side({"at": place, "kind": r.choice(KINDS[:3] * 3 + KINDS[3:])})
        if self.chance(0.75):
            entry["level"] = r.choice((0, 1, 2, 3, 3, 4, 4, 5, 5, 6, 7, 8, 9, 10))
        return entry

    def _condition(self, now):
        r = self.random
        pool = r.choice((self.mild, self.mild, self.mild, self.asking, self.asking, self.asking,
                         self.refusing) if self.chance(0.3)
                        else (self.mild, self.mild, self.asking)) or sorted(self.conditions)
        condition = r.choice(pool)
        row = self.conditions[condition]
        entry = {"id": condition}
        if row.get("needs_at") and self.chance(0.95) or self.chance(0.1):
            entry["at"] = r.choice(self.places)
            self._side(entry, 0.7)
        if row.get("effects", {}).get("ask") and self.chance(0.85) or self.chance(0.1):
            day = now - datetime.timedelta(days=r.choice((0, 2, 20, 300)))
            entry["cleared_on"] = day.date().isoformat() if self.chance(0.95) else None
        if row.get("effects", {}).get("positions_from_week") and self.chance(0.8) \
                or self.chance(0.05):
            entry["weeks"] = r.choice((1, 8, 12, 13, 14, 20, 36, 40))
        return condition if len(entry) == 1 and self.chance(0.7) else entry

    def _history(self, now, worst=0.06):
        r = self.random
        entry = self._side({"area": r.choice(self.areas)})
        hours = r.choice((1, 3, 7, 20, 30, 72, 500))
        if self.chance(0.95):
            entry["rung"] = r.choice((1, 1, 1, 2, 2, 3, 4))
            entry["clean_sessions"] = r.choice((0, 1, 2, 3, 3, 4, 12))
            levels = [0, 1, 2, 3, 3, 4, 4, 5, 5, 6, None] + [7, 9] * self.chance(worst * 3)
            count = r.choice((0, 1, 2, 3, 3, 3, 3))
            entry["last_levels"] = [r.choice(levels) for _ in range(count)]
        if self.chance(0.7):
            entry["after_effect"] = r.choice(AFTER) if self.chance(worst * 4) else "none"
            entry["after_effect_gone"] = self.chance(0.7)
        if self.chance(0.9):
            entry["last"] = stamp(now - datetime.timedelta(hours=hours))
        if hours <= 6 and self.chance(0.8):
            entry["seconds_6h"] = r.choice((0, 15, 30, 45, 60, 61, 75, 90))
        if hours <= 24 and self.chance(0.8):
            entry["times_24h"] = r.choice((0, 1, 1, 1, 2))
        return entry

    # ------------------------------------------------------------ people out to break it

    def adversarial(self):
        """Starts from an ordinary request and makes some of it extreme, doubled or odd."""
        r = self.random
        request = self.ordinary()
        now = datetime.datetime.fromisoformat(request["now"])
        if self.chance(0.8):        # keep most of them plannable, or nothing else is tested
            request["red_flags"] = {"screened": True, "at": stamp(now), "present": []}
        for twist in r.sample((self._twist_person, self._twist_limits, self._twist_doubles,
                               self._twist_history, self._twist_tools, self._twist_feel,
                               self._twist_conditions, self._twist_everywhere),
                              r.choice((1, 2, 3))):
            twist(request, now)
        return request

    def _twist_person(self, request, now):
        r = self.random
        request["person"] = {"experience": r.choice(("new", "regular", "seasoned")),
                             "age": r.choice((None, 13, 15, 16, 75, 76, 90, 100)),
                             "height_cm": r.choice((None, 120, 210)),
                             "mass_kg": r.choice((None, 35, 35.1, 150, 199.9)),
                             "floor_transfer": r.choice(("easy", "slow", "no"))}

    def _twist_limits(self, request, now):
        r = self.random
        request["minutes"] = r.choice((1, 2, 3, 5, 10, 19, 20, 20, 21, 599, 600))
        request["goal"] = r.choice(GOALS + ("warm_up", "warm_up"))
        request["starts_in_minutes"] = r.choice((None, None, 0, 5, 6, 7, 9, 15, 25, 600))
        if self.chance(0.3):
            request["red_flags"]["at"] = stamp(now - datetime.timedelta(hours=24))

    def _twist_doubles(self, request, now):
        """Two entries for one place and side, one of them much worse."""
        r = self.random
        for key in ("feel", "history", "want", "avoid"):
            entries = request.get(key)
            if entries:
                double = dict(r.choice(entries))
                if key == "feel":
                    double.update(kind=r.choice(KINDS), level=r.choice((0, 4, 7, 10)))
                elif key == "history":
                    double.update(rung=r.choice((1, 2, 3, 4)), clean_sessions=r.choice((0, 3)),
                                  seconds_6h=r.choice((0, 45, 90)), times_24h=r.choice((0, 1, 2)))
                entries.append(double)
                if self.chance(0.5):
                    r.shuffle(entries)
        if request.get("conditions"):
            request["conditions"].append(r.choice(request["conditions"]))

    def _twist_history(self, request, now):
        """Fields that disagree: no error, each rule reads its own."""
        r = self.random
        entries = request.setdefault("history", [])
        for area in self._subset(self.areas, r.choice((1, 2, 3, len(self.areas)))):
            for side in r.choice((("left",), ("right",), ("left", "right"), ("both",), (None,))):
                entry = {"area": area, "rung": r.choice((1, 2, 3, 4)),
                         "clean_sessions": r.choice((0, 1, 3, 50)),
                         "last_levels": r.choice(([], [None], [7], [10, 0, 0], [6, 6, 5], [5, 5, 6],
                                                  [3, None, 3], [4, 4, 4], [0, 0, 7], [6, 5, 5])),
                         "after_effect": r.choice(AFTER), "after_effect_gone": self.chance(0.8),
                         "last": stamp(now - datetime.timedelta(hours=r.choice((0, 100)))),
                         "seconds_6h": r.choice((0, 0, 0, 30, 59, 60, 61, 90, 300)),
                         "times_24h": r.choice((0, 0, 0, 1, 2, 5))}
                if side is not None:
                    entry["side"] = side
                entries.append(entry)

    def _twist_tools(self, request, now):
        r = self.random
        kind = r.choice(("ball", "stick", "roller"))
        request["tools"] = [dict(tool, kind=kind) for tool in self._tools(r.choice((1, 3, 6)))]
        for tool in request["tools"]:
            tool.pop("diameter_cm", None)
            if self.chance(0.4):
                tool.update(density="firm", surface=r.choice(("smooth", "textured")))
            if self.chance(0.3):
                tool.update(temperature=r.choice(("cold", "warm")), vibration=True)

    def _twist_feel(self, request, now):
        r = self.random
        places = self._subset(self.places, r.choice((3, 6, 10, len(self.places))))
        kinds = r.choice((("tight",), ("sore",), ("tight", "sore"), KINDS))
        request["feel"] = [self._side({"at": place, "kind": r.choice(kinds),
                                       "level": r.choice((0, 3, 4, 6, 6, 7, 8, 10))})
                           for place in places]

    def _twist_conditions(self, request, now):
        r = self.random
        request["conditions"] = [self._condition(now) for _ in range(r.choice((1, 3, 6)))]
        if self.chance(0.2):
            future = (now + datetime.timedelta(days=r.choice((3, 400)))).date().isoformat()
            request["conditions"].append({"id": r.choice(self.asking or sorted(self.conditions)),
                                          "at": r.choice(self.areas), "cleared_on": future})

    def _twist_everywhere(self, request, now):
        r = self.random
        if self.chance(0.5):
            request["avoid"] = [{"at": a} for a in self._subset(self.areas, len(self.areas) - 1)]
        if self.chance(0.5):
            request["want"] = [{"at": p, "side": r.choice(SIDES)} for p in self.places]
        if self.chance(0.5):
            request["at"] = [r.choice(PLACES)]
