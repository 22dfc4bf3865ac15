#!/usr/bin/env python3
"""plan --explain: each reason and each supposition against plans made anew, one by one."""

import copy
import unittest

import cli

PEOPLE = ("desk_worker", "three_minutes", "half_an_hour_two_tools", "severe_calf_pain",
          "bruise_left_hamstring", "eighty_slow_to_the_floor", "pregnant_cleared",
          "first_day_hard_roller", "anticoagulants_not_cleared")
KINDS = ("kind", "density", "surface", "temperature", "vibration")


def explain(asked: dict) -> dict:
    answer = cli.plan(asked, "--explain", "--json")
    assert answer.err == "", answer.err
    return answer.json


def rolled(plan: dict) -> dict:
    """(area, left or right) -> (seconds, technique, tool)."""
    out = {}
    for step in plan["steps"]:
        for side in (("left", "right") if step["side"] in ("both", "middle") else [step["side"]]):
            out[step["area"], side] = (step["seconds"], step["technique"], step["tool"])
    return out


def applied(plan: dict, differences: list) -> dict:
    """What is rolled after the differences."""
    out = rolled(plan)
    for one in differences:
        sides = ("left", "right") if one["side"] in ("both", "middle") else [one["side"]]
        for side in sides:
            was = one["before"] and tuple(one["before"][k] for k in
                                          ("seconds", "technique", "tool"))
            assert out.pop((one["area"], side), None) == was, one
            if one["after"]:
                out[one["area"], side] = tuple(one["after"][k] for k in
                                               ("seconds", "technique", "tool"))
    return out


def traits(tool: dict) -> tuple:
    return tuple(tool.get(key) or {"temperature": "none"}.get(key, False) for key in KINDS)


def presets() -> dict[str, dict]:
    return {row["id"]: row for row in cli.rows("tools") if row.get("preset")}


def supposed(asked: dict, entry: dict) -> dict:
    """The request of a supposition, as the format describes it."""
    out = copy.deepcopy(asked)
    out["minutes"] = entry["minutes"]
    if entry["preset"]:
        row = presets()[entry["preset"]]
        tool = {key: row[key] for key in KINDS if row[key] not in ("none", False)}
        out["tools"].append({**tool, "id": row["name"]})
    return out


class Explain(unittest.TestCase):
    def test_it_holds_the_plan(self) -> None:
        for name in PEOPLE:
            with self.subTest(name):
                asked = cli.person(name)
                self.assertEqual(explain(asked)["plan"], cli.plan_json(asked))

    def test_every_area_has_a_reason_that_fits_the_plan(self) -> None:
        areas = [row["id"] for row in cli.rows("areas")]
        for name in PEOPLE:
            told = explain(cli.person(name))
            self.assertEqual([row["area"] for row in told["areas"]], areas)
            in_plan = rolled(told["plan"])
            for row in told["areas"]:
                for side in row["sides"]:
                    with self.subTest(f"{name} {row['area']} {side['side']}"):
                        way = side["way"]
                        planned = in_plan.get((row["area"], side["side"]))
                        self.assertEqual(side["standing"] == "planned", planned is not None)
                        if planned:
                            self.assertEqual(
                                (way["seconds"], way["technique"], way["tool"]), planned)
                        if side["standing"] in ("left_out", "refused"):
                            self.assertTrue(side["rule"] and side["says"])

    def test_rules_are_those_of_left_out(self) -> None:
        for name in PEOPLE:
            told = explain(cli.person(name))
            rules = {(one["at"], side): one["rule"] for one in told["plan"]["left_out"]
                     for side in (("left", "right") if one["side"] == "both" else [one["side"]])}
            for row in told["areas"]:
                for side in row["sides"]:
                    known = rules.get((row["area"], side["side"]))
                    if known is not None:
                        self.assertEqual(side["rule"], known, f"{name} {row['area']}")

    def test_points_add_up(self) -> None:
        for name in PEOPLE:
            told = explain(cli.person(name))
            exact = 0
            for row in told["areas"]:
                for side in row["sides"]:
                    need = sum(one["points"] for one in side["need"]) * side["recent_percent"]
                    self.assertEqual(side["points"], max(1, need // 100))
                    if side["way"]:
                        worth = (side["points"] * side["way"]["fit_percent"]
                                 * side["way"]["response_permille"])
                        self.assertEqual(side["way"]["points"], worth // 100000)
                        exact += worth if side["standing"] == "planned" else 0
            self.assertEqual(told["points"], exact // 100000, name)

    def test_weights_are_those_of_goal_and_activity(self) -> None:
        told = explain(cli.request(goal="mobility", activity="running"))
        goal = next(row for row in cli.rows("goals") if row["id"] == "mobility")["weights"]
        for row in told["areas"]:
            shares = {one["from"]: one["points"] for one in row["sides"][0]["need"]}
            self.assertEqual("goal" in shares, goal.get(row["area"], 0) > 0, row["area"])
            self.assertGreater(shares["base"], 0)

    def test_needs_seconds_is_enough(self) -> None:
        """Where the plan is one of time alone, that many seconds more let something better in."""
        for minutes in (3, 4, 5, 7):
            asked = cli.request(minutes=minutes, at=["floor"])
            told = explain(asked)
            short = [side["needs_seconds"] for row in told["areas"] for side in row["sides"]
                     if side["needs_seconds"]]
            more = {**asked, "minutes": minutes + -(-min(short) // 60)}
            self.assertGreater(explain(more)["points"], told["points"], minutes)


class Suppositions(unittest.TestCase):
    def test_each_is_what_planning_anew_gives(self) -> None:
        for name in PEOPLE:
            asked = cli.person(name)
            told = explain(asked)
            self.assertEqual([one["question"] for one in told["what_if"]][:2],
                             ["minute_more", "minute_less"][:len(told["what_if"])])
            for entry in told["what_if"]:
                with self.subTest(f"{name} {entry['question']} {entry['preset']}"):
                    anew = explain(supposed(asked, entry))
                    plan = anew["plan"]
                    self.assertEqual(entry["points"], anew["points"])
                    self.assertEqual(entry["outcome"], plan["outcome"])
                    self.assertEqual(entry["total_seconds"], plan["total_seconds"])
                    if entry["then"] != "no_plan":
                        self.assertEqual(applied(told["plan"], entry["differences"]),
                                         rolled(plan))
                    was = told["plan"]["outcome"] == "plan"
                    now = plan["outcome"] == "plan"
                    wanted = {(True, False): {"no_plan"}, (False, True): {"a_plan"},
                              (False, False): {"still_none"}}.get(
                                  (was, now), {"other_plan" if entry["differences"] else "same"})
                    self.assertIn(entry["then"], wanted)
                    checked = cli.run("check", "-", stdin=cli.compact(plan))
                    self.assertEqual(checked.code, cli.GOOD, checked.out)

    def test_every_other_tool_is_tried(self) -> None:
        asked = cli.request()
        tried = explain(asked)["tools_tried"]
        self.assertEqual(len(tried), len(set(tried)))
        own = {traits(tool) for tool in asked["tools"]}
        every = {traits(row) for row in presets().values()}
        self.assertEqual({traits(presets()[one]) for one in tried}, every - own)

    def test_the_best_tool_is_told(self) -> None:
        for name in ("desk_worker", "three_minutes", "first_day_hard_roller"):
            asked = cli.person(name)
            told = explain(asked)
            shown = [one for one in told["what_if"] if one["question"] == "one_more_tool"]
            kinds = [presets()[one["preset"]]["kind"] for one in shown]
            self.assertEqual(len(kinds), len(set(kinds)))
            points = [one["points"] for one in shown]
            self.assertEqual(points, sorted(points, reverse=True))
            others = [explain(supposed(asked, {"minutes": asked["minutes"], "preset": one}))
                      for one in told["tools_tried"]]
            best = max(one["points"] for one in others)
            self.assertEqual(max([told["points"], *points]), max(best, told["points"]), name)

    def test_a_tool_opens_what_had_none(self) -> None:
        told = explain(cli.request(tools=[]))
        self.assertEqual(told["plan"]["outcome"], "refused")
        opened = [one for one in told["what_if"] if one["then"] == "a_plan"]
        self.assertTrue(opened)
        self.assertTrue(all(one["preset"] and one["differences"] for one in opened))

    def test_of_equals_the_softer_is_told(self) -> None:
        rungs = {one: row["rung"] for one, row in presets().items()}
        told = explain(cli.request(tools=[]))
        entry = next(one for one in told["what_if"] if one["preset"])
        like = [one for one in told["tools_tried"]
                if presets()[one]["kind"] == presets()[entry["preset"]]["kind"]]
        self.assertEqual(rungs[entry["preset"]], min(rungs[one] for one in like))

    def test_nothing_is_supposed_beside_a_warning_sign(self) -> None:
        for flags in ({"screened": False}, {**cli.SCREENED, "present": ["cauda_equina"]}):
            told = explain(cli.request(red_flags=flags))
            self.assertEqual((told["areas"], told["what_if"], told["tools_tried"]), ([], [], []))

    def test_edges(self) -> None:
        def asked(**changes):
            return [(one["question"], one["minutes"]) for one in
                    explain(cli.request(**changes))["what_if"] if not one["preset"]]
        self.assertEqual(asked(minutes=1), [("minute_more", 2)])
        self.assertEqual(asked(minutes=600), [("minute_less", 599)])
        many = [{**cli.SOFT, "id": f"roller {n}"} for n in range(40)]
        self.assertEqual(explain(cli.request(tools=many))["tools_tried"], [])

    def test_a_tool_whose_name_is_taken(self) -> None:
        name = presets()["soft_ball"]["name"]
        told = explain(cli.request(tools=[{**cli.SOFT, "id": name}]))
        self.assertIn("soft_ball", told["tools_tried"])


class Text(unittest.TestCase):
    def test_it_fits_and_says_what_points_are(self) -> None:
        for name in PEOPLE:
            with self.subTest(name):
                answer = cli.plan(cli.person(name), "--explain")
                plain = cli.plan(cli.person(name))
                self.assertEqual((answer.code, answer.err), (plain.code, ""))
                self.assertEqual(cli.wide(answer.out), [])
                self.assertNotRegex(answer.out, r"[{}]|\S [.,;]|\.\.|\( ?\)")
                flat = " ".join(answer.out.split())
                self.assertIn("our own judgement", flat)
                self.assertIn("One minute more", flat)
                for row in cli.rows("areas"):
                    self.assertIn(row["name"], flat)

    def test_a_warning_sign_is_all_there_is(self) -> None:
        asked = cli.person("cauda_equina")
        self.assertEqual(cli.plan(asked, "--explain").out, cli.plan(asked).out)

    def test_same_bytes_twice(self) -> None:
        asked = cli.person("desk_worker")
        self.assertEqual(cli.plan(asked, "--explain").out, cli.plan(asked, "--explain").out)

    def test_brief_is_brief_and_keeps_what_matters(self) -> None:
        for name in PEOPLE:
            full, brief = cli.plan(cli.person(name)), cli.plan(cli.person(name), "--brief")
            self.assertEqual(full.code, brief.code)
            self.assertEqual(cli.wide(brief.out), [])
            if full.code == cli.GOOD:
                self.assertLess(len(brief.out), len(full.out) / 2)
                self.assertIn("Stop at level 8", brief.out)
                for advice in cli.plan_json(cli.person(name))["advice"]:
                    self.assertIn(" ".join(advice["says"].split()),
                                  " ".join(brief.out.split()))
            else:
                self.assertEqual(full.out, brief.out)

    def test_a_caution_of_several_steps_is_said_once(self) -> None:
        said = " ".join(cli.plan(cli.person("runner_before_race")).out.split())
        techniques = {row["id"]: row for row in cli.rows("techniques")}
        steps = cli.plan_json(cli.person("runner_before_race"))["steps"]
        used = {step["technique"] for step in steps}
        cautions = {text for one in used for text in techniques[one]["cautions"]}
        self.assertTrue(cautions)
        for text in cautions:
            # One caution may be a part of another.
            wanted = sum(other.count(text) for other in cautions)
            self.assertEqual(said.count(" ".join(text.split())), wanted, text)


if __name__ == "__main__":
    unittest.main()
