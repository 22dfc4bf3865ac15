"""A small body of our own, a healthy person and a good plan, for the tests of the checker."""

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
