#!/usr/bin/env python3
"""The checker judged: a good plan passes, and each rule catches a hand-made breach.

    python3 tests/oracle/test_checker.py
"""

import copy
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import checker    # noqa: E402
import judge      # noqa: E402
import toy        # noqa: E402

REAL = pathlib.Path(os.environ.get("UNKNOT_KNOWLEDGE", HERE.parent.parent / "knowledge"))


# ---------------------------------------------------------------- a small body of our own

def area(name, muscles, neighbours, sides="pair"):
    return {"id": name, "sides": sides, "muscles": muscles, "neighbours": neighbours}


def technique(name, of, tool, place, position, motion="stroke", laterality="each", loads=()):
    return {"id": name, "area": of, "tool": tool, "place": place, "position": position,
            "motion": motion, "laterality": laterality, "loads": list(loads), "setup_seconds": 10,
            "variant": [{"kind": "lighter", "load_permille": 100},
                        {"kind": "standard", "load_permille": 200},
                        {"kind": "harder", "load_permille": 300}]}


def condition(name, needs_at=False, **effects):
    return {"id": name, "needs_at": needs_at, "effects": effects}


EXTRA = [f"extra_{n}" for n in range(1, 6)]
PAIRED = ["glutes", "piriformis", "hamstrings", "quadriceps", "calves", *EXTRA]
AREAS = [
    area("glutes", ["gluteus_maximus"], ["piriformis", "hamstrings"]),
    area("piriformis", ["piriformis", "gluteus_maximus"], ["glutes", "hamstrings"]),
    area("hamstrings", ["biceps_femoris"], ["glutes", "piriformis", "calves"]),
    area("quadriceps", ["rectus_femoris"], []),
    area("calves", ["gastrocnemius"], ["hamstrings"]),
    area("upper_back", ["trapezius"], [], "middle"),
    *(area(name, [name], []) for name in EXTRA),
]
TECHNIQUES = [
    *(technique(f"{a}_roller_floor", a, "roller", "floor", "seated", loads=["wrist"])
      for a in PAIRED),
    *(technique(f"{a}_stick_chair", a, "stick", "chair", "seated") for a in PAIRED),
    *(technique(f"{a}_ball_wall", a, "ball", "wall", "standing", "hold") for a in PAIRED),
    technique("upper_back_roller_wall", "upper_back", "roller", "wall", "standing",
              laterality="both"),
    technique("calves_roller_floor_both", "calves", "roller", "floor", "prone", laterality="both"),
]
CONTACT = {"roller": (7500, 6840, 5500), "stick": (2500, 2000, 1700), "ball": (2500, 1900, 1350)}
K = checker.Knowledge({
    "area": AREAS, "technique": TECHNIQUES,
    "zone": [{"id": "low_back", "sides": "middle", "covers": [],
              "around": ["glutes", "piriformis", "hamstrings"]},
             {"id": "groin", "sides": "pair", "covers": ["quadriceps"], "around": ["glutes"]}],
    "region": [{"id": "knee", "sides": "pair", "covers": [], "around": ["quadriceps", "calves"]},
               {"id": "wrist", "sides": "pair", "covers": [], "around": []},
               {"id": "thigh", "sides": "pair", "covers": ["hamstrings", "quadriceps"],
                "around": ["calves"]}],
    "position": [{"id": "seated", "place": "floor", "setup_seconds": 10},
                 {"id": "prone", "place": "floor", "setup_seconds": 10},
                 {"id": "seated", "place": "chair", "setup_seconds": 8},
                 {"id": "standing", "place": "wall", "setup_seconds": 8}],
    "contact": [{"kind": kind, "density": density, "surface": surface, "area_mm2": mm2}
                for kind, sizes in CONTACT.items()
                for density, mm2 in zip(("soft", "medium", "firm"), sizes)
                for surface in ("smooth", "textured")],
    "condition": [
        condition("phlebitis", refuse=True), condition("clot_history", ask=True),
        condition("thinners", ask=True, gentle=True, bar_ball=True, bar_textured=True),
        condition("wound", needs_at=True, bar_at=True),
        condition("pregnancy", ask=True, bar_places=["calves"], bar_positions=["prone"],
                  positions_from_week=13),
        condition("reduced_sensation", gentle=True), condition("implanted_device"),
        condition("fragile", bar_firm=True, bar_stick=True, bar_textured=True),
        condition("tender", gentle=True),
        condition("see_someone", refer=True),
        condition("leg_symptoms", refer=True, bar_places=["calves"], with_pain_at="low_back")],
    "red_flag": [{"id": "chest_pain", "urgency": "emergency"},
                 {"id": "clot_signs", "urgency": "urgent"}],
    "setting": [{"id": "session", "number": [{"key": "switch_side_seconds", "value": 5}]}],
})

TOOLS = {"blue": ("roller", "soft", "smooth"), "grey": ("roller", "medium", "smooth"),
         "hard": ("roller", "firm", "smooth"), "grid": ("roller", "soft", "textured"),
         "rod": ("stick", "soft", "smooth"), "ball": ("ball", "soft", "smooth"),
         "stone": ("ball", "firm", "smooth")}


def tool(name, **more):
    kind, density, surface = TOOLS[name]
    return {"id": name, "kind": kind, "density": density, "surface": surface, **more}


def request(**more):
    base = {"format": "unknot/request@1", "now": "2026-11-22T08:00:00Z", "minutes": 10,
            "person": {"experience": "regular", "age": 41, "mass_kg": 75, "floor_transfer": "easy"},
            "goal": "recover", "at": ["floor", "wall", "chair"],
            "red_flags": {"screened": True, "at": "2026-11-22T07:59:00Z", "present": []},
            "tools": [tool(name) for name in TOOLS]}
    person = more.pop("person", {})
    base.update(more)
    base["person"] = {**base["person"], **person}
    return base


def why(rule="goal"):
    return {"rule": rule, "source": "judgement", "says": "because"}


def step(name, side, with_tool="blue", variant="standard", sets=(30, 30), **more):
    row = K.techniques[name]
    kind, density, surface = TOOLS[with_tool]
    mm2 = CONTACT[kind][("soft", "medium", "firm").index(density)]
    pascals = 750 * {"lighter": 100, "standard": 200, "harder": 300}[variant] * 981 // mm2
    made = {"area": row["area"], "side": side, "technique": name, "motion": row["motion"],
            "tool": with_tool, "place": row["place"], "position": row["position"],
            "variant": variant,
            "rung": 4 if surface == "textured" else {"soft": 1, "medium": 2, "firm": 3}[density],
            "intensity": min(10, max(1, (pascals + 7500) // 15000)), "setup_seconds": 20,
            "sets": list(sets), "rest_seconds": 15, "seconds": sum(sets),
            "seconds_per_pass": None if row["motion"] == "hold" else 4, "level_target": [3, 6],
            "alternatives": [], "why": [why()]}
    made.update(more)
    return made


def pair(name, *args, **more):
    return [step(name, "left", *args, **more), step(name, "right", *args, **more)]


def advice(*rules):
    return [{"rule": rule, "source": "article", "says": "see"} for rule in rules]


def plan(steps, advised=(), **more):
    total = sum(s["setup_seconds"] + sum(s["sets"]) + (len(s["sets"]) - 1) * s["rest_seconds"]
                for s in steps)
    made = {"format": "unknot/plan@1", "id": "01234567-89ab-8cde-8f01-23456789abcd",
            "made": "2026-11-22T08:00:00Z", "knowledge": "hash", "request": {},
            "outcome": "plan", "total_seconds": total, "steps": steps, "left_out": [],
            "advice": advice(*advised), "refusal": None, "urgent": None}
    made.update(more)
    return made


def refused(rule, **more):
    made = plan([], outcome="refused", total_seconds=0,
                refusal={"rule": rule, "says": "no", "asked": 1, "limit": 0, "unit": "count",
                         "source": "judgement", "would_change": ["something else"]})
    made.update(more)
    return made


def breaches(asked, answer):
    answer = copy.deepcopy(answer)
    if answer.get("request") == {}:
        answer["request"] = copy.deepcopy(asked)
    return checker.check(asked, answer, K)


class Case(unittest.TestCase):
    def good(self, asked, answer):
        self.assertEqual(breaches(asked, answer), [])

    def bad(self, rule, asked, answer):
        """Exactly the rule named objects."""
        found = {b.split(":", 1)[0] for b in breaches(asked, answer)}
        self.assertEqual(found, {rule}, breaches(asked, answer))

    def both(self, rule, asked, good, bad):
        self.good(asked, good)
        self.bad(rule, asked, bad)


HAMS = "hamstrings_roller_floor"


class Formats(Case):
    def test_good_plan(self):
        self.good(request(), plan(pair(HAMS) + pair("glutes_roller_floor")))

    def test_frame(self):
        self.bad("formats", request(), plan([]))
        for key in ("rule", "source", "says"):
            advised, entry = advice("budget"), {"at": "knee", "side": None, "instead": [],
                                                **why("wish")}
            advised[0][key] = entry[key] = ""
            self.bad("formats", request(), plan(pair(HAMS), advice=advised))
            self.bad("formats", request(), plan(pair(HAMS), left_out=[entry]))
            self.bad("formats", request(), plan(pair(HAMS), left_out=[1]))
        self.bad("formats", request(), {**plan(pair(HAMS)), "steps": [{}]})
        for change in ({"format": "unknot/plan@2"}, {"made": "2026-11-22T08:00:01Z"},
                       {"id": "01234567-89ab-7cde-8f01-23456789abcd"}, {"knowledge": ""},
                       {"total_seconds": 1}, {"advice": [{"rule": "budget"}]},
                       {"outcome": "maybe"}, {"refusal": {"rule": "x"}},
                       {"left_out": [{"at": "nowhere", "side": "left", "instead": [],
                                      **why("wish")}]}):
            with self.subTest(change):
                self.bad("formats", request(), plan(pair(HAMS), **change))
        lacking = plan(pair(HAMS))
        del lacking["urgent"]
        self.bad("formats", request(), lacking)
        self.bad("formats", request(), {"error": {"name": "unknown_field"}})

    def test_steps(self):
        for change in ({"seconds": 61}, {"motion": "hold"}, {"position": "prone"},
                       {"side": "both"}, {"side": "up"}, {"level_target": [3, 7]},
                       {"level_target": [5, 4]}, {"rung": 1.0}, {"rest_seconds": -1},
                       {"why": [{}]}, {"why": [1]}, {"technique": "x"}, {"area": "x"},
                       {"level_target": [-1, 4]}, {"sets": []}, {"sets": [60, 0]},
                       {"variant": "brutal"}, {"setup_seconds": 9}, {"alternatives": [{}]}):
            with self.subTest(change):
                steps = pair(HAMS)
                steps[0].update(change)
                found = breaches(request(), plan(steps))
                self.assertTrue(any(b.startswith("formats") for b in found), found)
        self.good(request(), plan(pair(HAMS, level_target=[0, 0])))
        hold = pair("hamstrings_ball_wall", "ball", variant="lighter")
        self.good(request(), plan(hold))
        hold[0]["seconds_per_pass"] = 4
        self.bad("formats", request(), plan(hold))

    def test_echo(self):
        heard = request(minutes=11)
        self.bad("formats", request(), plan(pair(HAMS), request=heard))
        self.bad("formats", request(),
                 plan(pair(HAMS), request=request(person={"experience": "seasoned"})))


class Doses(Case):
    def test_dose_range(self):
        self.both("dose_range", request(), plan(pair(HAMS, sets=[30, 30, 30])),
                  plan(pair(HAMS, sets=[30, 30, 31])))
        self.both("dose_range", request(), plan(pair(HAMS, sets=[30])), plan(pair(HAMS, sets=[29])))

    def test_overlapping_areas_share_their_muscle(self):
        steps = pair("glutes_roller_floor") + pair("piriformis_roller_floor", sets=[30])
        self.good(request(), plan(steps))
        steps = pair("glutes_roller_floor") + pair("piriformis_roller_floor", sets=[31])
        self.bad("dose_range", request(), plan(steps))

    def test_both_counts_for_each_side(self):
        steps = [step("calves_roller_floor_both", "both")]
        self.good(request(), plan(steps))
        steps += pair("calves_roller_floor", sets=[40])
        self.bad("dose_range", request(), plan(steps))
        self.good(request(), plan([step("upper_back_roller_wall", "middle")]))

    def test_warm_up(self):
        warm = request(goal="warm_up")
        self.both("warm_up_cap", warm, plan(pair(HAMS)), plan(pair(HAMS, sets=[30, 31])))
        soon = request(goal="warm_up", starts_in_minutes=7)      # 2 minutes of rolling
        self.both("warm_up_cap", soon, plan(pair(HAMS, sets=[40]), ["warm_up_cap"]),
                  plan(pair(HAMS, sets=[41]), ["warm_up_cap"]))
        self.bad("warm_up_cap", soon, plan(pair(HAMS, sets=[40])))

    def test_spot_hold(self):
        ball = "hamstrings_ball_wall"
        self.both("spot_hold", request(), plan(pair(ball, "ball", "lighter", sets=[30, 30])),
                  plan(pair(ball, "ball", "lighter", sets=[31, 29])))

    def test_pace(self):
        for pace, experience, fine in ((2, "regular", True), (6, "new", True), (3, "new", True),
                                       (1, "regular", False), (7, "regular", False),
                                       (2, "new", False), (None, "regular", False)):
            with self.subTest(pace=pace, experience=experience):
                asked = request(person={"experience": experience})
                answer = plan(pair(HAMS, seconds_per_pass=pace))
                self.good(asked, answer) if fine else self.bad("pace", asked, answer)

    def test_budget(self):
        self.both("budget", request(minutes=2), plan(pair(HAMS, sets=[40])),
                  plan(pair(HAMS, sets=[41])))
        self.both("budget", request(minutes=21), plan(pair(HAMS), ["budget"]), plan(pair(HAMS)))
        long = [s for a in PAIRED[2:] for s in pair(f"{a}_roller_floor", sets=[45, 45])]
        self.bad("budget", request(minutes=600), plan(long, ["budget"]))

    def test_groups(self):
        eight = [s for a in PAIRED[2:] for s in pair(f"{a}_roller_floor", sets=[30])]
        asked = request(minutes=20)
        self.good(asked, plan(eight))
        nine = eight + pair("glutes_roller_floor", sets=[30])
        self.bad("groups", asked, plan(nine))
        two = pair(HAMS) + pair("calves_roller_floor", "grey")
        self.good(asked, plan(two))
        self.bad("groups", asked, plan(two + pair("quadriceps_stick_chair", "rod")))

    def test_equal_sides(self):
        uneven = plan([step(HAMS, "left"), step(HAMS, "right", sets=[30])])
        self.bad("equal_sides", request(), uneven)
        self.bad("equal_sides", request(), plan([step(HAMS, "left")]))
        tight = {"at": "calves", "side": "left", "kind": "tight", "level": 3}
        self.good(request(feel=[tight]), uneven)
        self.bad("equal_sides", request(feel=[dict(tight, side="both")]), uneven)
        self.good(request(want=[{"at": "knee", "side": "right"}]), uneven)
        self.good(request(history=[{"area": "calves", "side": "left", "rung": 1}]), uneven)

    def test_spacing(self):
        past = lambda **more: request(history=[{"area": "hamstrings", "side": "both", **more}])
        self.both("spacing", past(seconds_6h=30), plan(pair(HAMS)),
                  plan(pair(HAMS, sets=[30, 31])))
        self.both("spacing", past(seconds_6h=60), plan(pair(HAMS, sets=[30])),
                  plan(pair(HAMS, sets=[31])))
        self.bad("spacing", past(seconds_6h=61), plan(pair(HAMS, sets=[30])))
        self.good(past(times_24h=1), plan(pair(HAMS)))
        self.bad("spacing", past(times_24h=2), plan(pair(HAMS)))
        used = request(history=[{"area": "glutes", "side": "left", "seconds_6h": 61}])
        self.bad("spacing", used, plan(pair("piriformis_roller_floor", sets=[30])))
        self.good(used, plan([step("piriformis_roller_floor", "right")]))

    def test_doubled_history_is_merged_strictest_first(self):
        twice = request(history=[{"area": "hamstrings", "side": "both", "times_24h": 0},
                                 {"area": "hamstrings", "side": "left", "times_24h": 2}])
        self.bad("spacing", twice, plan(pair(HAMS)))
        self.good(twice, plan([step(HAMS, "right")]))


class Ladder(Case):
    def who(self, experience, **past):
        history = [{"area": "hamstrings", "side": "both", **past}] if past else []
        return request(person={"experience": experience}, history=history)

    def verdict(self, fine, asked, *args, rule="soft_first", **more):
        answer = plan(pair(*args, **more))
        self.good(asked, answer) if fine else self.bad(rule, asked, answer)

    def test_stated_numbers(self):
        self.bad("soft_first", request(), plan(pair(HAMS, rung=2)))
        self.bad("soft_first", request(), plan(pair(HAMS, intensity=2)))
        # 75 kg are assumed; 130 kg press harder.
        self.bad("soft_first", request(person={"mass_kg": 130}), plan(pair(HAMS)))
        self.good(request(person={"mass_kg": None}), plan(pair(HAMS)))

    def test_intensity_is_computed_in_whole_pascals(self):
        index = lambda row, name, mass: K.intensity(K.techniques[row], tool(name), "standard", mass)
        self.assertEqual(index(HAMS, "blue", 750), 1)                      # 19 620 Pa
        self.assertEqual(index("hamstrings_stick_chair", "rod", 750), 4)   # 58 860 Pa
        self.assertEqual(index("hamstrings_ball_wall", "stone", 750), 7)   # 109 000 Pa
        self.assertEqual(index(HAMS, "blue", 300), 1)
        self.assertEqual(index("hamstrings_ball_wall", "stone", 1500), 10)

    def test_every_limit_of_the_ladder(self):
        """(experience, history) -> rung -> the highest intensity allowed in that variant."""
        clean = {"rung": 2, "clean_sessions": 3, "last_levels": [6, 5, 5]}
        tables = (
            ("new", {}, "standard", (3, 3, 2, 0)),
            ("regular", {}, "standard", (6, 6, 3, 0)),
            ("seasoned", {}, "standard", (6, 6, 6, 0)),
            ("seasoned", {}, "lighter", (6, 6, 6, 6)),
            ("new", clean, "harder", (3, 6, 6, 0)),
            ("regular", clean, "harder", (6, 6, 6, 0)),
            ("new", dict(clean, clean_sessions=2), "harder", (3, 6, 2, 0)),
            ("new", dict(clean, clean_sessions=0), "harder", (3, 3, 2, 0)),
            ("new", dict(clean, rung=3), "harder", (3, 3, 6, 6)),
            ("seasoned", dict(clean, rung=4), "harder", (6, 6, 6, 6)),
            ("seasoned", dict(clean, rung=4, last_levels=[7]), "lighter", (6, 6, 6, 0)),
            ("seasoned", dict(clean, rung=2, last_levels=[7]), "lighter", (6, 0, 0, 0)),
            ("new", {"seconds_6h": 10, "after_effect": "sore_over_48h"}, "lighter", (3, 0, 0, 0)),
        )
        for experience, past, variant, limits in tables:
            asked = checker.Asked(self.who(experience, **past), K)
            for rung, limit in enumerate(limits, 1):
                allowed = [i for i in range(1, 11) if checker.ladder_verdict(
                    asked, "hamstrings", "left", rung, i, variant, 4)[0] is None]
                with self.subTest(experience=experience, past=past, variant=variant, rung=rung):
                    self.assertEqual(allowed, list(range(1, limit + 1)))
        asked = checker.Asked(self.who("new"), K)
        third = lambda level: checker.ladder_verdict(asked, "hamstrings", "left", 3, 2, "lighter",
                                                     level)[0]
        self.assertIsNone(third(4))
        self.assertIsNotNone(third(5))
        self.assertEqual(checker.Asked(request(person={"mass_kg": None}), K).hectograms, 750)

    def test_first_rungs(self):
        stick = "hamstrings_stick_chair"
        for experience, name, variant, fine in (
                ("new", "rod", "lighter", True), ("new", "rod", "standard", False),
                ("regular", "rod", "harder", True)):
            with self.subTest(experience=experience, variant=variant):
                self.verdict(fine, self.who(experience), stick, name, variant)
        self.verdict(True, self.who("new"), HAMS, "grey")

    def test_third_rung(self):
        self.verdict(True, self.who("new"), HAMS, "hard", level_target=[2, 4])
        self.verdict(False, self.who("new"), HAMS, "hard")                       # level 6
        self.verdict(False, self.who("new"), HAMS, "hard", "harder", level_target=[2, 4])
        self.verdict(False, self.who("new"), HAMS, "hard", level_target=[2, 4], sets=[30, 31])
        self.verdict(True, self.who("regular"), HAMS, "hard", "harder")          # 3
        self.verdict(False, self.who("regular"), "hamstrings_ball_wall", "stone", "lighter")
        self.verdict(True, self.who("seasoned"), "hamstrings_ball_wall", "stone", "lighter")
        self.verdict(False, self.who("seasoned"), "hamstrings_ball_wall", "stone")

    def test_fourth_rung(self):
        for experience, variant, fine in (("new", "lighter", False), ("regular", "lighter", False),
                                          ("seasoned", "lighter", True),
                                          ("seasoned", "standard", False)):
            with self.subTest(experience=experience, variant=variant):
                self.verdict(fine, self.who(experience), HAMS, "grid", variant)

    def test_history_opens_rungs(self):
        past = {"rung": 3, "clean_sessions": 1, "last_levels": [3]}
        self.verdict(True, self.who("new", **past), HAMS, "hard", "harder", sets=[45, 45])
        self.verdict(False, self.who("new", **dict(past, clean_sessions=0)), HAMS, "hard", "harder")
        self.verdict(False, self.who("regular", **past), HAMS, "grid")
        up = {"rung": 3, "clean_sessions": 3, "last_levels": [5, 6, 4]}
        self.verdict(True, self.who("regular", **up), HAMS, "grid")
        for change in ({"clean_sessions": 2}, {"last_levels": [5, None, 4]},
                       {"last_levels": [5, 4]}, {"last_levels": [6, 6, 4]}, {"rung": 2}):
            with self.subTest(change):
                self.verdict(False, self.who("regular", **{**up, **change}), HAMS, "grid")

    def test_setbacks(self):
        for change in ({"last_levels": [3, 3, 7]}, {"after_effect": "sore_over_48h"}):
            past = {"rung": 2, "clean_sessions": 5, "last_levels": [3, 3, 3], **change}
            with self.subTest(change):
                self.verdict(False, self.who("regular", **past), HAMS, "grey")
                self.verdict(True, self.who("regular", **past), HAMS, "blue")
        low = {"rung": 1, "clean_sessions": 0, "last_levels": [9]}
        self.verdict(True, self.who("regular", **low), HAMS, "blue")

    def test_after_effects(self):
        for effect in ("bruise", "tingling", "swelling"):
            past = {"rung": 2, "clean_sessions": 1, "after_effect": effect}
            self.verdict(False, self.who("regular", **past), HAMS, "blue", rule="after_effects")
            past["after_effect_gone"] = True
            self.verdict(True, self.who("regular", **past), HAMS, "blue")
            self.verdict(False, self.who("regular", **past), HAMS, "grey", rule="after_effects")
        for effect in ("none", "sore", "unknown"):      # nothing follows from these
            past = {"rung": 2, "clean_sessions": 1, "after_effect": effect,
                    "after_effect_gone": True}
            self.verdict(True, self.who("regular", **past), HAMS, "grey")
        left = request(history=[{"area": "glutes", "side": "left", "after_effect": "bruise"}])
        self.bad("after_effects", left, plan([step("piriformis_roller_floor", "left")]))
        self.good(left, plan([step("piriformis_roller_floor", "right")]))


class Pain(Case):
    def feel(self, at, kind, level=None, side="left", **more):
        return request(feel=[{"at": at, "side": side, "kind": kind, "level": level}], **more)

    def one(self, name, side="left"):
        return plan([step(name, side)])

    def test_on_the_pain(self):
        for kind, level in (("pain", None), ("pain", 0), ("injury", 1), ("tight", 7), ("sore", 9)):
            with self.subTest(kind=kind, level=level):
                asked = self.feel("extra_1", kind, level)
                self.bad("around_the_pain", asked, self.one("extra_1_roller_floor"))
                self.good(asked, self.one("extra_1_roller_floor", "right"))
        self.good(self.feel("extra_1", "tight", 6), self.one("extra_1_roller_floor"))
        self.bad("around_the_pain", self.feel("extra_1", "pain", side=None),
                 plan(pair("extra_1_roller_floor")))

    def test_overlaps_and_neighbours(self):
        asked = self.feel("glutes", "pain", 3)
        self.bad("around_the_pain", asked, self.one("piriformis_roller_floor"))
        self.good(asked, self.one(HAMS))
        self.bad("around_the_pain", self.feel("glutes", "injury", 3), self.one(HAMS))

    def test_regions(self):
        self.bad("around_the_pain", self.feel("groin", "pain", 3),
                 self.one("quadriceps_roller_floor"))
        self.good(self.feel("groin", "pain", 3), self.one("glutes_roller_floor"))
        self.bad("around_the_pain", self.feel("groin", "injury", 3),
                 self.one("glutes_roller_floor"))
        self.bad("around_the_pain", self.feel("upper_back", "pain", 3),
                 plan([step("upper_back_roller_wall", "middle")]))

    def test_loaded_parts(self):
        for kind, level, fine in (("pain", 3, True), ("pain", 4, False), ("pain", None, False),
                                  ("injury", 0, False), ("tight", 6, True)):
            with self.subTest(kind=kind, level=level):
                asked, answer = self.feel("wrist", kind, level), self.one(HAMS)
                self.good(asked, answer) if fine else self.bad("around_the_pain", asked, answer)
        self.good(self.feel("wrist", "pain", 9),
                  plan([step("hamstrings_stick_chair", "left", "rod")], ["refer"]))

    def test_an_injured_place_is_not_offered(self):
        asked = self.feel("low_back", "injury", 3, side=None)
        entry = {"at": "low_back", "side": "both", "instead": ["glutes"], **why("never_zones")}
        self.good(asked, plan(pair("calves_roller_floor"), left_out=[dict(entry, instead=[])]))
        self.bad("around_the_pain", asked, plan(pair("calves_roller_floor"), left_out=[entry]))

    def test_refer(self):
        asked = self.feel("extra_1", "pain", 8)
        self.both("refer", asked, plan(pair(HAMS), ["refer"]), plan(pair(HAMS)))
        self.good(self.feel("extra_1", "pain", 7), plan(pair(HAMS)))
        self.good(self.feel("extra_1", "sore", 8), plan(pair(HAMS)))
        for place, side, asked_for in (("calves", "left", True), ("calves", "both", False),
                                       ("thigh", "right", True), ("extra_1", "left", False)):
            with self.subTest(place=place, side=side):
                asked = self.feel(place, "sore", 3, side)
                self.good(asked, plan(pair(HAMS), ["refer"]))
                if asked_for:
                    self.bad("refer", asked, plan(pair(HAMS)))
                else:
                    self.good(asked, plan(pair(HAMS)))

    def test_leg_symptoms(self):
        asked = self.feel("low_back", "pain", 3, conditions=["leg_symptoms"])
        self.bad("refer", asked, plan(pair(HAMS), ["refer"]))
        self.both("refer", asked, plan(pair("extra_1_roller_floor"), ["refer"]),
                  plan(pair("extra_1_roller_floor")))
        self.good(request(conditions=["leg_symptoms"]), plan(pair(HAMS)))

    def test_low_back_offer(self):
        for kind in ("tight", "sore", "pain"):
            asked = self.feel("low_back", kind, 3)
            self.both("never_zones", asked, plan(pair(HAMS)), plan(pair("calves_roller_floor")))
        self.good(self.feel("low_back", "injury", 3), plan(pair("calves_roller_floor")))
        off = [{"at": name} for name in checker.LOW_BACK_OFFER]
        self.good(self.feel("low_back", "pain", 3, avoid=off), plan(pair("calves_roller_floor")))
        self.good(self.feel("low_back", "pain", 3, minutes=1),
                  plan([step("calves_roller_floor_both", "both", sets=[30])]))

    def test_zones(self):
        for zone in ("low_back", "armpit", "it_band"):      # named here or only in the contract
            self.bad("never_zones", request(), plan([step(HAMS, "left", area=zone)]))
        entry = {"at": "knee", "side": "left", "instead": ["low_back"], **why("around_the_pain")}
        self.bad("never_zones", request(), plan(pair(HAMS), left_out=[entry]))
        seasoned = request(person={"experience": "seasoned"})
        ball = lambda a: plan(pair(f"{a}_ball_wall", "stone", "lighter"))
        self.good(seasoned, ball("hamstrings"))
        for name in ("glutes", "piriformis"):
            self.bad("never_zones", seasoned, ball(name))

    def test_wish(self):
        self.bad("wish", request(avoid=[{"at": "hamstrings", "why": "trial"}]), plan(pair(HAMS)))
        self.bad("wish", request(avoid=[{"at": "thigh"}]), plan(pair(HAMS)))


class Means(Case):
    def test_own_tools(self):
        self.bad("own_tools", request(tools=[tool("grey")]), plan(pair(HAMS)))
        self.bad("own_tools", request(at=["chair"]), plan(pair(HAMS)))
        self.bad("own_tools", request(), plan(pair(HAMS, "ball", "lighter")))

    def test_alternatives(self):
        def answer(**change):
            other = {"technique": HAMS, "tool": "blue", "variant": "lighter", "rung": 1,
                     "intensity": 1}
            return plan(pair(HAMS, alternatives=[{**other, **change}]))
        self.good(request(), answer())
        self.bad("alternatives", request(), answer(technique="calves_roller_floor"))
        self.bad("alternatives", request(), answer(variant="brutal"))
        self.bad("own_tools", request(), answer(tool="pink"))
        self.bad("soft_first", request(), answer(tool="grid", rung=4))
        self.bad("soft_first", request(), answer(intensity=5))
        self.bad("own_tools", request(at=["floor"]),
                 answer(technique="hamstrings_stick_chair", tool="rod", intensity=2))
        self.bad("groups", request(), plan(
            pair(HAMS, alternatives=[{"technique": "hamstrings_stick_chair", "tool": "rod",
                                      "variant": "lighter", "rung": 1, "intensity": 2},
                                     {"technique": HAMS, "tool": "grey", "variant": "lighter",
                                      "rung": 2, "intensity": 1}])))
        hold = {"technique": "hamstrings_ball_wall", "tool": "ball", "variant": "lighter",
                "rung": 1, "intensity": 2}
        self.good(request(), plan(pair(HAMS, sets=[30], alternatives=[hold])))
        self.bad("spot_hold", request(), plan(pair(HAMS, sets=[40], alternatives=[hold])))
        calves = {"technique": "calves_roller_floor_both", "tool": "blue", "variant": "lighter",
                  "rung": 1, "intensity": 1}
        self.bad("alternatives", request(),
                 plan(pair("calves_roller_floor", alternatives=[calves])))
        new = request(person={"experience": "new"})
        hard = {"technique": HAMS, "tool": "hard", "variant": "lighter", "rung": 3, "intensity": 1}
        low = {"level_target": [2, 4], "alternatives": [hard]}
        self.good(new, plan(pair(HAMS, **low)))
        self.bad("soft_first", new, plan(pair(HAMS, sets=[30, 31], **low)))
        self.bad("soft_first", new, plan(pair(HAMS, alternatives=[hard])))
        slow = request(person={"floor_transfer": "slow"})
        harder = {"technique": HAMS, "tool": "blue", "variant": "standard", "rung": 1,
                  "intensity": 1}
        self.bad("bodies", slow, plan(pair(HAMS, variant="lighter", alternatives=[harder])))

    def test_gentle(self):
        asked = request(conditions=["tender"])
        low = {"level_target": [2, 4]}
        self.both("gentle", asked, plan(pair(HAMS, **low)), plan(pair(HAMS)))
        self.bad("gentle", asked, plan(pair(HAMS, sets=[30, 31], **low)))
        self.good(asked, plan(pair(HAMS, "grey", **low)))
        self.good(asked, plan(pair(HAMS, "grey", "harder", **low)))                     # 2
        heavy = request(conditions=["tender"], person={"mass_kg": 95})
        self.bad("gentle", heavy, plan(pair(HAMS, "grey", "harder", intensity=3, **low)))
        self.bad("gentle", asked, plan(pair(HAMS, level_target=[2, 5])))
        self.bad("gentle", asked, plan(pair("hamstrings_roller_floor", "hard", **low)))
        self.bad("gentle", request(conditions=["tender"], tools=[
            {"id": "rod", "kind": "stick", "density": "medium", "surface": "smooth"}]), plan(
                pair("hamstrings_stick_chair", "rod", rung=2, intensity=5, **low)))


class Screening(Case):
    def test_unscreened(self):
        for flags in ({"screened": False}, {"screened": True, "at": "2026-11-21T07:59:59Z"},
                      {"screened": True, "at": "2026-11-22T07:00:00Z", "present": ["clot_signs"]}):
            with self.subTest(flags):
                asked = request(red_flags=flags)
                self.both("screening", asked, refused("screening"), plan(pair(HAMS)))
                self.bad("screening", asked, refused("budget"))
        day = {"screened": True, "at": "2026-11-21T08:00:00Z", "present": []}
        self.good(request(red_flags=day), plan(pair(HAMS)))

    def test_emergency(self):
        asked = request(red_flags={"screened": True, "at": "2026-11-22T08:00:00Z",
                                   "present": ["chest_pain"]})
        self.both("screening", asked, refused("screening", urgent="Call now."),
                  refused("screening"))

    def test_refuse_and_ask(self):
        self.both("condition", request(conditions=["phlebitis"]), refused("condition"),
                  plan(pair(HAMS)))
        self.bad("condition", request(conditions=["clot_history"]), plan(pair(HAMS)))
        today = {"id": "clot_history", "cleared_on": "2026-11-22"}
        self.good(request(conditions=[today]), plan(pair(HAMS)))
        self.bad("refusal", request(conditions=[today]), refused("condition"))
        cleared = {"id": "clot_history", "cleared_on": "2026-11-01"}
        self.good(request(conditions=[cleared]), plan(pair(HAMS)))
        self.bad("condition", request(conditions=[dict(cleared, cleared_on="2026-12-01")]),
                 plan(pair(HAMS)))

    def test_effects_hold_after_the_yes(self):
        asked = request(conditions=[{"id": "thinners", "cleared_on": "2026-11-01"}])
        self.bad("gentle", asked, plan(pair(HAMS)))
        low = {"level_target": [2, 4]}
        self.good(asked, plan(pair(HAMS, **low)))
        self.bad("condition", asked, plan(pair("hamstrings_ball_wall", "ball", "lighter", **low)))

    def test_places(self):
        self.both("condition", request(conditions=["wound"]), refused("condition"),
                  plan(pair(HAMS)))
        at = lambda place, side="left": request(
            conditions=[{"id": "wound", "at": place, "side": side}])
        for place in ("extra_1", "thigh", "groin"):
            one = {"extra_1": "extra_1", "thigh": "hamstrings", "groin": "quadriceps"}[place]
            self.bad("condition", at(place), plan([step(f"{one}_roller_floor", "left")]))
            self.good(at(place), plan([step(f"{one}_roller_floor", "right")]))
        self.bad("condition", at("glutes"), plan([step("piriformis_roller_floor", "left")]))
        self.bad("condition", at("glutes"), plan([step(HAMS, "left")]))      # next to it
        self.bad("condition", at("wrist", "right"), plan([step(HAMS, "left")]))

    def test_positions(self):
        low = [step("hamstrings_roller_floor", s, position="seated") for s in ("left", "right")]
        both = plan([step("calves_roller_floor_both", "both")])
        for weeks, fine in ((12, True), (13, False), (None, False)):
            asked = request(conditions=[{"id": "pregnancy", "cleared_on": "2026-11-01",
                                         "weeks": weeks}])
            self.good(asked, plan(low))
            rules = {b for b in breaches(asked, both) if "position" in b}
            self.assertEqual(not rules, fine)
            self.bad("condition", asked, plan(pair("calves_roller_floor")))

    def test_tools(self):
        def asked(name, with_tool="blue", **more):
            return request(tools=[tool(with_tool, **more)],
                           conditions=[{"id": name, "cleared_on": "2026-11-01", "weeks": 1}])
        low = plan(pair(HAMS, level_target=[2, 4]))
        self.good(asked("thinners"), low)
        self.good(asked("fragile"), low)
        grid = request(person={"experience": "seasoned"}, tools=[tool("grid")])
        self.good(grid, plan(pair(HAMS, "grid", "lighter")))
        self.bad("condition", dict(grid, conditions=["fragile"]),
                 plan(pair(HAMS, "grid", "lighter")))
        self.good(asked("reduced_sensation"), low)
        for name, more in (("reduced_sensation", {"temperature": "warm"}),
                           ("reduced_sensation", {"temperature": "cold"}),
                           ("reduced_sensation", {"vibration": True}),
                           ("pregnancy", {"vibration": True}),
                           ("implanted_device", {"vibration": True})):
            with self.subTest(name, **more):
                self.bad("condition", asked(name, **more), low)
        self.good(asked("pregnancy", temperature="warm"), low)
        self.bad("condition", asked("fragile", "hard"), plan(pair(HAMS, "hard")))
        self.bad("condition", asked("fragile", "rod"),
                 plan(pair("hamstrings_stick_chair", "rod")))

    def test_refer_effect(self):
        asked = request(conditions=["see_someone"])
        self.both("refer", asked, plan(pair(HAMS), ["refer"]), plan(pair(HAMS)))


class Bodies(Case):
    def aged(self, age, **more):
        return request(person={"age": age, **more})

    def test_children(self):
        self.both("bodies", self.aged(12), refused("bodies"), plan(pair(HAMS)))
        low = pair(HAMS, level_target=[2, 4])
        for age in (13, 15):
            self.both("bodies", self.aged(age), plan(low, ["bodies"]), plan(low))
            self.bad("gentle", self.aged(age), plan(pair(HAMS), ["bodies"]))
        self.good(self.aged(16), plan(pair(HAMS)))
        self.good(self.aged(None), plan(pair(HAMS)))

    def test_slow(self):
        light = plan(pair(HAMS, variant="lighter"))
        for asked in (self.aged(76), self.aged(41, floor_transfer="slow")):
            self.both("bodies", asked, light, plan(pair(HAMS)))
            self.bad("bodies", asked, plan(pair(HAMS, variant="lighter", setup_seconds=10)))
        self.good(self.aged(75), plan(pair(HAMS, setup_seconds=10)))

    def test_never_the_floor(self):
        asked = self.aged(41, floor_transfer="no")
        self.both("bodies", asked, plan(pair("hamstrings_stick_chair", "rod")), plan(pair(HAMS)))


class Refusals(Case):
    def test_shape(self):
        none = request(tools=[])
        self.good(none, refused("own_tools"))
        for change in ({"total_seconds": 5}, {"steps": pair(HAMS)}, {"refusal": None}):
            self.bad("formats", none, refused("own_tools", **change))
        for change in ({"would_change": []}, {"says": ""}, {"rule": ""}):
            answer = refused("own_tools")
            answer["refusal"].update(change)
            self.bad("formats", none, answer)

    def test_unjustified(self):
        self.bad("refusal", request(), refused("own_tools"))
        self.bad("refusal", request(minutes=1), refused("screening"))
        # 1 minute holds no left and right with set-ups, but both calves at once.
        self.bad("refusal", request(minutes=1), refused("budget"))
        self.good(request(minutes=1, avoid=[{"at": "calves"}, {"at": "upper_back"}]),
                  refused("budget"))

    def test_must_plan(self):
        self.assertTrue(checker.must_plan(request(), K))
        for asked in (request(tools=[]), request(at=["bed"]), request(tools=[tool("grid")]),
                      request(red_flags={"screened": False}), request(conditions=["phlebitis"]),
                      request(avoid=[{"at": name} for name in K.areas]),
                      request(goal="warm_up", starts_in_minutes=5),
                      request(person={"floor_transfer": "no"}, tools=[tool("blue")],
                              at=["floor"])):
            self.assertFalse(checker.must_plan(asked, K))

    def test_pain_of_8_refers_in_a_refusal_too(self):
        asked = request(tools=[], feel=[{"at": "calves", "kind": "pain", "level": 8}])
        self.both("refer", asked, refused("around_the_pain", advice=advice("refer")),
                  refused("around_the_pain"))

    def test_groundless(self):
        tight = [{"at": "calves", "kind": "tight"}]
        for rule, more in (("after_effects", {}), ("spacing", {}), ("condition", {}), ("wish", {}),
                           ("around_the_pain", {})):
            self.bad("refusal", request(tools=[], **more), refused(rule))
        self.good(request(tools=[], feel=tight), refused("around_the_pain"))
        self.good(request(tools=[], conditions=["tender"]), refused("around_the_pain"))

    def test_what_is_possible_is_read_cautiously(self):
        """One area, one technique: what the text leaves open is not demanded."""
        others = [{"at": name} for name in K.areas if name != "hamstrings"]

        def must(with_tool="blue", **more):
            return checker.must_plan(request(tools=[tool(with_tool)], avoid=others, **more), K)

        feel = lambda at, kind, level: [{"at": at, "kind": kind, "level": level}]
        past = lambda **more: [{"area": "hamstrings", "side": "both", **more}]
        gentle = {"conditions": ["tender"]}
        self.assertTrue(must())
        for yes, no in (
                ({"feel": feel("wrist", "tight", 3)}, {"feel": feel("wrist", "tight", 4)}),
                ({"feel": feel("wrist", "tight", None)}, {"feel": feel("wrist", "pain", 1)}),
                ({"history": past(times_24h=1)}, {"history": past(times_24h=2)}),
                ({"history": past(seconds_6h=60)}, {"history": past(seconds_6h=61)}),
                ({"history": past(seconds_6h=30), "goal": "warm_up"},
                 {"history": past(seconds_6h=31), "goal": "warm_up"}),
                ({"history": past(seconds_6h=30), **gentle},
                 {"history": past(seconds_6h=31), **gentle}),
                # 2 x (30 + 10 + 10 + slack 10) s; minutes are whole
                ({"minutes": 2}, {"minutes": 1}),
                ({"minutes": 4, "person": {"age": 76}}, {"minutes": 2, "person": {"age": 76}}),
                ({"goal": "warm_up", "starts_in_minutes": 7},
                 {"goal": "warm_up", "starts_in_minutes": 6}),
                ({"goal": "recover", "starts_in_minutes": 7},
                 {"goal": "recover", "starts_in_minutes": 6}),
                ({"red_flags": {"screened": True, "at": "2026-11-22T08:00:00Z"}},
                 {"red_flags": {"screened": True}}),
                ({"with_tool": "grey"}, {"with_tool": "hard"}),
                ({"with_tool": "grey"},
                 {"with_tool": "grey", "history": past(rung=2, last_levels=[7])}),
                ({"history": past(rung=2, last_levels=[7])},
                 {"with_tool": "grey", "history": past(rung=2, last_levels=[7])})):
            with self.subTest(yes=yes, no=no):
                self.assertTrue(must(**yes))
                self.assertFalse(must(**no))
        # Rung 2 with a stick: lighter presses with 2 at 75 kg and with 3 at 90 kg.
        stick = [{"id": "rod", "kind": "stick", "density": "medium", "surface": "smooth"}]
        for mass, experience, conditions, fine in (
                (75, "regular", ["tender"], True), (90, "regular", ["tender"], False),
                (90, "regular", [], True), (90, "new", [], True), (130, "new", [], False)):
            asked = request(tools=stick, avoid=others, conditions=conditions,
                            person={"mass_kg": mass, "experience": experience})
            self.assertEqual(checker.must_plan(asked, K), fine, (mass, experience, conditions))

    def test_one_side_is_a_plan_when_the_other_is_barred(self):
        asked = request(minutes=2, tools=[tool("rod")], at=["chair"],
                        feel=[{"at": name, "side": "left", "kind": "injury"}
                              for name in K.areas if name != "upper_back"])
        self.assertTrue(checker.must_plan(asked, K))
        self.bad("refusal", asked, refused("around_the_pain"))


# ---------------------------------------------------------------- generator and judge together

@unittest.skipUnless(list(REAL.rglob("*.toml")), "no knowledge rows")
class Together(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.knowledge = checker.Knowledge.load(REAL)
        cls.made = judge.generate(cls.knowledge, "7", 0, 3000)

    def test_what_is_called_possible_is_lawful(self):
        planned = 0
        for asked in self.made:
            answer = toy.answer(asked, self.knowledge)
            planned += answer["outcome"] == "plan"
            self.assertEqual(checker.check(asked, answer, self.knowledge), [])
        self.assertGreater(planned, 1500)

    def test_requests_are_repeatable_and_varied(self):
        again = judge.generate(self.knowledge, "7", 0, 3000)
        self.assertEqual(json.dumps(self.made), json.dumps(again))
        self.assertNotEqual(self.made, judge.generate(self.knowledge, "8", 0, 3000))
        places = {e["at"] for r in self.made for e in r.get("feel", [])}
        self.assertEqual(places, set(self.knowledge.places))
        named = {c if isinstance(c, str) else c["id"]
                 for r in self.made for c in r.get("conditions", [])}
        self.assertEqual(named, set(self.knowledge.conditions))

    def test_requests_keep_to_the_format(self):
        for asked in self.made:
            self.assertTrue(1 <= asked["minutes"] <= 600)
            ids = [t["id"] for t in asked["tools"]]
            self.assertEqual(len(ids), len(set(ids)))
            flags = asked["red_flags"]
            self.assertFalse(flags.get("present") and not flags["screened"])

    def run_judge(self, *options, program=True):
        with tempfile.TemporaryDirectory() as folder:
            out = pathlib.Path(folder) / "bad.json"
            command = [sys.executable, str(HERE / "judge.py"), "--knowledge", str(REAL),
                       "--out", str(out)]
            if program is not None:
                wrong = "" if program is True else f" --wrong {program}"
                command += ["--program", f"{sys.executable} {HERE / 'toy.py'} {REAL}{wrong}"]
            run = subprocess.run(command + list(options), capture_output=True, text=True)
            self.assertEqual(run.stderr, "")
            return run.returncode, json.loads(out.read_text())

    def test_judge(self):
        code, found = self.run_judge("--count", "500", "--seed", "3")
        self.assertEqual((code, found["breaches"]), (0, {}))
        code, found = self.run_judge("--count", "500", "--seed", "3", program=9)
        self.assertEqual(code, 1)
        self.assertIn("dose_range", found["breaches"])
        self.assertIn("request", found["examples"]["dose_range"][0])

    def test_judge_reads_a_file(self):
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
            file.write("".join(judge.compact(asked) + "\n" for asked in self.made[:50]))
            file.flush()
            code, found = self.run_judge("--file", file.name)
        self.assertEqual((code, found["breaches"]), (0, {}))

    def test_judge_catches_a_program_that_answers_too_little(self):
        run = subprocess.run([sys.executable, str(HERE / "judge.py"), "--knowledge", str(REAL),
                              "--count", "10", "--program", "true"], capture_output=True, text=True)
        self.assertEqual(run.returncode, 1)
        self.assertIn("batch", run.stdout)


if __name__ == "__main__":
    unittest.main()
