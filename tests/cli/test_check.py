#!/usr/bin/env python3
"""unknot check: clean plans pass, a broken one names its rule, an unreadable one exits 2."""

import copy
import json
import unittest

import cli

PLANS = cli.ROOT / "tests" / "golden" / "plans"


def golden(name: str) -> dict:
    return json.loads((PLANS / f"{name}.json").read_text(encoding="utf-8"))


def check(plan, *flags: str) -> cli.Answer:
    text = plan if isinstance(plan, (str, bytes)) else cli.compact(plan)
    return cli.run("check", "-", *flags, stdin=text)


def add_up(plan: dict) -> dict:
    """Makes the sums true again, so that only the mutation itself is wrong."""
    for step in plan["steps"]:
        step["seconds"] = sum(step["sets"])
    plan["total_seconds"] = sum(step["setup_seconds"] + step["seconds"]
                                + step["rest_seconds"] * (len(step["sets"]) - 1)
                                for step in plan["steps"])
    return plan


def step(number: int, **changes):
    return lambda plan: plan["steps"][number].update(changes)


def asked(**changes):
    return lambda plan: plan["request"].update(changes)


def person(**changes):
    return lambda plan: plan["request"]["person"].update(changes)


def each(**changes):
    return lambda plan: [one.update(changes) for one in plan["steps"]]


def hold(**changes):
    """Changes the first step that is held, not stroked."""
    return lambda plan: next(one for one in plan["steps"] if one["motion"] == "hold").update(changes)


# The desk worker's plan: a ball at the wall, left and right; it begins with the glutes.
LAST = "2026-11-22T06:00:00Z"
MUTATIONS = [
    ("never_zones", "desk_worker", step(0, area="low_back")),
    ("never_zones", "desk_worker", step(0, area="neck", side="both")),
    ("dose_range", "desk_worker", step(0, sets=[60, 60])),
    ("dose_range", "desk_worker", step(0, sets=[20])),
    ("dose_range", "desk_worker", step(0, sets=[-30, 60])),
    ("dose_range", "desk_worker", lambda p: p["steps"].extend(copy.deepcopy(p["steps"][:2]))),
    ("spot_hold", "desk_worker", hold(sets=[45])),
    ("pace", "desk_worker", step(0, seconds_per_pass=2)),
    ("pace", "desk_worker", step(0, seconds_per_pass=7)),
    ("pace", "desk_worker", step(0, seconds_per_pass=None)),
    ("own_tools", "desk_worker", step(0, tool="sofa")),
    ("own_tools", "desk_worker", step(0, place="floor")),
    ("own_tools", "desk_worker", step(0, technique="glutes_ball_floor")),
    ("own_tools", "desk_worker", step(0, technique="no_such_technique")),
    ("own_tools", "desk_worker", asked(tools=[])),
    ("own_tools", "desk_worker", asked(at=["chair"])),
    ("soft_first", "desk_worker", step(0, rung=2)),
    ("soft_first", "desk_worker", step(0, intensity=9)),
    ("soft_first", "desk_worker", step(0, level_target=[3, 9])),
    ("soft_first", "first_day_hard_roller", lambda p: p.update(
        {**golden("seasoned_lifter"), "request": {**golden("seasoned_lifter")["request"],
                                                  "person": {"experience": "new"}}})),
    ("equal_sides", "eighty_slow_to_the_floor", lambda p: p.update(without_one_glute())),
    ("budget", "desk_worker", asked(minutes=5)),
    ("budget", "half_an_hour_two_tools", lambda p: p.update(advice=[])),
    ("groups", "desk_worker", lambda p: p.update(three_tools())),
    ("warm_up_cap", "desk_worker", asked(goal="warm_up")),
    ("warm_up_cap", "runner_before_race", asked(starts_in_minutes=10)),
    ("warm_up_cap", "runner_before_race", lambda p: p.update(advice=[])),
    ("wish", "desk_worker", asked(avoid=[{"at": "glutes"}])),
    ("around_the_pain", "desk_worker",
     asked(feel=[{"at": "glutes", "side": "left", "kind": "injury"}])),
    ("around_the_pain", "desk_worker", asked(feel=[{"at": "rhomboids", "kind": "tight",
                                                    "level": 7}])),
    ("after_effects", "desk_worker",
     asked(history=[{"area": "glutes", "side": "left", "after_effect": "bruise", "last": LAST}])),
    ("spacing", "desk_worker",
     asked(history=[{"area": "glutes", "side": "left", "seconds_6h": 80, "last": LAST}])),
    ("spacing", "desk_worker",
     asked(history=[{"area": "rhomboids", "times_24h": 2, "last": LAST}])),
    ("condition", "desk_worker", asked(conditions=["aneurysm"])),
    ("condition", "desk_worker", asked(conditions=["anticoagulants"])),
    ("condition", "desk_worker", asked(conditions=["varicose_veins"])),
    ("condition", "pregnant_cleared", step(0, area="calves", technique="calves_ball_chair")),
    ("bodies", "desk_worker", person(age=12)),
    ("bodies", "desk_worker", person(age=14)),
    ("bodies", "teenager", lambda p: p.update(advice=[])),
    ("bodies", "eighty_slow_to_the_floor", each(setup_seconds=10)),
    ("bodies", "eighty_slow_to_the_floor", person(floor_transfer="no")),
    ("screening", "desk_worker", asked(red_flags={"screened": False})),
    ("screening", "desk_worker", asked(red_flags={**cli.SCREENED, "present": ["chest_pain"]})),
    ("screening", "desk_worker", asked(red_flags={**cli.SCREENED, "at": "2026-11-20T08:00:00Z"})),
    ("screening", "cauda_equina", lambda p: p.update(
        {**golden("three_minutes"), "request": p["request"]})),
    ("refer", "severe_calf_pain", lambda p: p.update(advice=[])),
    ("refer", "severe_calf_pain", lambda p: p["steps"].append(
        {**p["steps"][-1], "area": "hamstrings", "side": "left"})),
]


def without_one_glute() -> dict:
    plan = golden("eighty_slow_to_the_floor")  # who has no complaint at all
    right = [(one["area"], one["side"]) for one in plan["steps"]].index(("glutes", "right"))
    plan["steps"].pop(right)
    return plan


def three_tools() -> dict:
    plan = golden("half_an_hour_two_tools")
    plan["request"]["tools"].append({**plan["request"]["tools"][0], "id": "a third"})
    plan["steps"][-1]["tool"] = "a third"
    return plan


class Check(unittest.TestCase):
    def test_golden_plans_are_clean(self) -> None:
        for path in sorted(PLANS.glob("*.json")):
            with self.subTest(path.stem):
                answer = cli.run("check", str(path))
                self.assertEqual((answer.code, answer.err), (cli.GOOD, ""))
                self.assertEqual(answer.out, "Clean: no rule is broken.\n")

    def test_mutations_name_their_rule(self) -> None:
        self.assertGreaterEqual(len(MUTATIONS), 40)
        for number, (rule, name, mutate) in enumerate(MUTATIONS):
            with self.subTest(f"{number} {rule} {name}"):
                plan = golden(name)
                mutate(plan)
                answer = check(add_up(plan))
                self.assertEqual((answer.code, answer.err), (cli.BROKEN_RULES, ""))
                named = [line.split(",")[0] for line in answer.out.splitlines()
                         if not line.startswith(" ")]
                self.assertIn(rule, named)
                self.assertEqual(cli.wide(answer.out), [])

    def test_every_rule_of_a_plan_has_a_mutation(self) -> None:
        """`rolled` judges what was done, not what is planned."""
        rules = {row["id"] for row in cli.rows("rules")} - {"rolled"}
        self.assertEqual(rules - {rule for rule, _, _ in MUTATIONS}, set())

    def test_findings_as_json(self) -> None:
        for rule, name, mutate in MUTATIONS:
            plan = golden(name)
            mutate(plan)
            answer = check(add_up(plan), "--json")
            self.assertEqual(answer.code, cli.BROKEN_RULES)
            found = answer.json
            self.assertEqual(found["format"], "unknot/findings@1")
            self.assertIs(found["clean"], False)
            self.assertIn(rule, [one["rule"] for one in found["findings"]])
            for one in found["findings"]:
                self.assertEqual(set(one), {"rule", "step", "at", "side", "asked", "limit", "unit",
                                            "source", "says"})
                self.assertTrue(one["says"] and one["source"])
        clean = check(golden("desk_worker"), "--json")
        self.assertEqual((clean.code, clean.json["clean"], clean.json["findings"]), (0, True, []))

    def test_for_somebody_else(self) -> None:
        plan = str(PLANS / "desk_worker.json")
        own = cli.run("check", plan, "--request", str(cli.PEOPLE / "desk_worker.json"))
        self.assertEqual(own.code, cli.GOOD)
        other = cli.run("check", plan, "--request", str(cli.PEOPLE / "three_minutes.json"))
        self.assertEqual(other.code, cli.BROKEN_RULES)
        self.assertIn("own_tools", other.out)
        piped = cli.run("check", plan, "--request", "-",
                        stdin=(cli.PEOPLE / "desk_worker.json").read_bytes())
        self.assertEqual(piped.code, cli.GOOD)

    def test_plan_without_a_request_needs_one(self) -> None:
        plan = golden("desk_worker")
        request = plan.pop("request")
        answer = check(plan)
        self.assertEqual(answer.code, cli.BAD_INPUT)
        self.assertTrue(answer.err.startswith("unknot: request: missing"), answer.err)
        plan["request"] = request
        self.assertEqual(check(plan).code, cli.GOOD)

    def test_unknown_fields_are_kept_and_ignored(self) -> None:
        plan = golden("desk_worker")
        plan["note"] = {"from": "the future"}
        plan["steps"][0]["colour"] = "blue"
        self.assertEqual(check(plan).code, cli.GOOD)

    def test_unreadable(self) -> None:
        good = golden("desk_worker")
        rows = [("", "input"), ("{", "input"), ("[]", "input"), (b"\xff", "input"),
                (b" " * 2_000_000, "input"), ({**good, "format": "unknot/plan@2"}, "format"),
                (good["request"], "format"), ({**good, "steps": None}, "steps"),
                ({**good, "steps": "none"}, "steps"), ({**good, "steps": [1]}, "steps[0]"),
                ({**good, "outcome": None}, "outcome"), ({**good, "made": "now"}, "made"),
                ({**good, "total_seconds": 1.5}, "total_seconds"),
                ({**good, "request": {**good["request"], "minutes": 0}}, "request.minutes"),
                ({**good, "request": {**good["request"], "shoe": 1}}, "request.shoe"),
                ({**good, "steps": [{**good["steps"][0], "sets": "30"}]}, "steps[0].sets"),
                ({**good, "steps": [{**good["steps"][0], "sets": [30.5]}]}, "steps[0].sets[0]")]
        for plan, field in rows:
            for flags in ((), ("--json",)):
                with self.subTest(f"{field} {flags}"):
                    answer = check(plan, *flags)
                    self.assertEqual(answer.code, cli.BAD_INPUT)
                    self.assertEqual(answer.err.split(": ")[1], field)
                    self.assertEqual(answer.err.count("\n"), 1)
                    if flags:
                        self.assertIn("error", answer.json)
                    else:
                        self.assertEqual(answer.out, "")

    def test_refusals_are_judged_too(self) -> None:
        for name in ("cauda_equina", "anticoagulants_not_cleared", "first_day_hard_roller"):
            plan = golden(name)
            self.assertEqual(check(plan).code, cli.GOOD)
            for changes in ({"outcome": "plan"}, {"refusal": None},
                            {"steps": golden("three_minutes")["steps"]}):
                with self.subTest(f"{name} {list(changes)}"):
                    self.assertEqual(check({**plan, **changes}).code, cli.BROKEN_RULES)

    def test_emergency_text_must_not_be_lost(self) -> None:
        plan = {**golden("cauda_equina"), "urgent": None}
        self.assertEqual(check(plan).code, cli.BROKEN_RULES)

    def test_sides_differ_only_for_a_reason_with_a_side(self) -> None:
        """An aching low back, both sides, is no reason to roll the left buttock alone."""
        plan = golden("desk_worker")
        plan["steps"].pop(1)
        answer = check(add_up(plan))
        self.assertEqual(answer.code, cli.BROKEN_RULES)
        self.assertIn("equal_sides", answer.out)

    def test_numbers_of_a_finding_make_sense(self) -> None:
        """A sum that is wrong is said as such, not as 585 being more than 615."""
        plan = golden("desk_worker")
        plan["total_seconds"] -= 30
        for one in check(plan, "--json").json["findings"]:
            self.assertTrue(one["asked"] is None or one["asked"] > one["limit"] or
                            "limit" not in one["says"], one["says"])

    def test_words_of_a_stranger_do_not_reach_the_terminal(self) -> None:
        for field in ("area", "side", "tool", "technique", "place", "position", "variant"):
            with self.subTest(field):
                plan = golden("desk_worker")
                plan["steps"][0][field] = "a\x1b[31m\nb"
                answer = check(plan)
                self.assertEqual(answer.code, cli.BROKEN_RULES)
                self.assertNotIn("\x1b", answer.out)


if __name__ == "__main__":
    unittest.main()
