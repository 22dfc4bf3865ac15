#!/usr/bin/env python3
"""The oracle can be wrong too: its solver against trying everything, and what it must catch.

    test_optimum.py PROGRAM
"""

import copy
import itertools
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import best                                     # noqa: E402
import cbc                                      # noqa: E402
import optimum                                  # noqa: E402
import spoil                                    # noqa: E402
from against import NoPoint, compare, point_of  # noqa: E402
from lp import Model                            # noqa: E402
from people import People                       # noqa: E402
from planning import Planning                   # noqa: E402
from rows import Rows                           # noqa: E402

PROGRAM = ""
ROWS = Rows.load(HERE.parents[1] / "knowledge")


def request_of(minutes, tools, **more):
    now = "2026-11-22T08:00:00Z"
    kinds = {"r": "roller", "s": "stick", "b": "ball"}
    densities = {"1": "soft", "2": "medium", "3": "firm"}
    return {"format": "unknot/request@1", "now": now, "minutes": minutes,
            "red_flags": {"screened": True, "at": now, "present": []},
            "tools": [{"id": f"{i} {name}", "kind": kinds[name[0]],
                       "density": densities[name[1]], "surface": "smooth"}
                      for i, name in enumerate(tools)], **more}


def answer(request):
    return optimum.answers_of(PROGRAM, [request])[0]


def tried(planning):
    """The best worth there is, by trying every set of options, positions and tools."""
    found = None
    by_group = [[None, *(o for o in planning.options if o.area in group)]
                for group in ROWS.groups]
    for picked in itertools.product(*by_group):
        options = [o for o in picked if o is not None]
        uses = {(o.position, o.tool) for o in options}
        base = {planning.choose[o] for o in options}
        base |= {planning.use[use] for use in uses} | {planning.position[p] for p, _ in uses}
        base |= {name for p, name in planning.both.items() if sum(q == p for q, _ in uses) > 1}
        base |= {name for place, name in planning.made.items()
                 if any(o.area in planning.owed[place] for o in options)}
        for pair in planning.pair.values():
            if not planning.model.broken(base | {pair}):
                made, value, seconds = planning.worth(base)
                found = max(found or (-1, 0, 0), (made, value, -seconds))
    return found and (found[0], found[1], -found[2])


class Solver(unittest.TestCase):
    def test_lp_files_say_what_the_model_says(self):
        model = Model()
        a, b, c = (model.variable("take", name) for name in ("a", "b", "c d"))
        model.note("They fit.")
        model.row("fits", [(3, a), (4, b), (5, c)], "<=", 8)
        model.row("not_both", [(1, a), (1, c)], "<=", 1)
        text = model.text({a: 5, b: 6, c: 7}, title="three things")
        self.assertIn("\\ They fit.\n fits: + 3 take_a   + 4 take_b   + 5 take_c_d <= 8\n", text)
        self.assertEqual(cbc.solve(text), {a, b})
        self.assertEqual(model.broken({a, c}), ["not_both"])
        model.row("none", [(1, a), (1, b), (1, c)], ">=", 4)
        self.assertIsNone(cbc.solve(model.text({a: 1})))

    def test_a_row_without_variables_is_kept_when_it_cannot_hold(self):
        model = Model()
        model.variable("nothing")
        model.row("idle", [], "<=", 0)
        model.row("never", [], ">=", 1)
        self.assertEqual(model.broken(set()), ["never"])
        self.assertIsNone(cbc.solve(model.text({})))

    def test_the_optimum_is_what_trying_everything_finds(self):
        only = lambda *keep: [{"at": area} for area in ROWS.areas if area not in keep]
        back = [{"at": "low_back", "kind": "pain", "level": 5}]
        for request in (
                request_of(4, ["b1", "r1"], at=["wall"], avoid=only("glutes", "quadriceps")),
                request_of(3, ["s1", "r2"], at=["chair", "bed"], avoid=only("calves",
                                                                            "hamstrings")),
                request_of(2, ["b1"], at=["wall", "bed"], feel=back,
                           avoid=only("glutes", "calves", "piriformis")),
                request_of(1, ["b1"], at=["wall"], avoid=only("glutes", "calves"))):
            planning = Planning(request, ROWS)
            chosen = best.solve(planning)
            with self.subTest(minutes=request["minutes"]):
                self.assertEqual(chosen and planning.worth(chosen), tried(planning))


class People_(unittest.TestCase):
    def test_they_are_repeatable_varied_and_mostly_plannable(self):
        made = People(ROWS, "1").take(300)
        self.assertEqual(made, People(ROWS, "1").take(300))
        self.assertNotEqual(made, People(ROWS, "2").take(300))
        plannings = [Planning(request, ROWS) for request in made]
        self.assertGreater(sum(bool(p.options) for p in plannings), 200)
        self.assertGreater(sum(not p.options for p in plannings), 5)
        self.assertGreater(sum(len(p.owed) for p in plannings), 15)
        self.assertEqual(max(len(request["tools"]) for request in made), 10)
        said = {key for request in made for key, value in request.items() if value}
        self.assertLessEqual({"feel", "want", "avoid", "conditions", "history", "activity",
                              "starts_in_minutes"}, said)


class Caught(unittest.TestCase):
    """Whatever departs from the model must be seen: in the plan, and in the model itself."""

    @classmethod
    def setUpClass(cls):
        cls.request = request_of(8, ["r1", "b1"], at=["floor", "wall"],
                                 person={"experience": "regular"})
        cls.planning = Planning(cls.request, ROWS)
        cls.plan = answer(cls.request)

    def wrong(self, plan):
        return compare(self.planning, plan).wrong

    def spoilt(self, change):
        plan = copy.deepcopy(self.plan)
        change(plan)
        return self.wrong(plan)

    def test_the_true_plan_agrees(self):
        self.assertIsNone(self.wrong(self.plan))

    def test_a_lower_dose(self):
        self.assertEqual(self.spoilt(lambda plan: spoil.lowered(plan, ROWS)), "another optimum")

    def test_an_area_left_out(self):
        area = self.plan["steps"][-1]["area"]
        less = [step for step in self.plan["steps"] if step["area"] != area]
        gone = self.plan["steps"][len(less):]
        seconds = sum(step["setup_seconds"] + spoil.length(step) for step in gone)
        found = self.spoilt(lambda plan: plan.update(
            steps=less, total_seconds=plan["total_seconds"] - seconds))
        self.assertEqual(found, "another optimum")

    def test_steps_that_are_no_option(self):
        for change in ({"variant": "harder"}, {"seconds": 85}, {"tool": "another"},
                       {"technique": "another"}, {"side": "left"}):
            found = self.spoilt(lambda plan: plan["steps"][0].update(change))
            self.assertIn("no option is", found, change)

    def test_an_area_twice_over_its_muscle(self):
        linked = next(group for group in ROWS.groups if len(group) > 1)
        picked = [next(o for o in self.planning.options if o.area == area)
                  for area in linked if any(o.area == area for o in self.planning.options)][:2]
        steps = [{"area": o.area, "side": side, "technique": o.technique,
                  "tool": self.request["tools"][o.tool]["id"], "variant": o.variant,
                  "seconds": o.dose} for o in picked for side in o.sides]
        with self.assertRaisesRegex(NoPoint, "group_"):
            point_of(self.planning, {"steps": steps})

    def test_sums_that_are_wrong(self):
        found = self.spoilt(lambda plan: plan.update(total_seconds=plan["total_seconds"] - 5))
        self.assertIn("add up", found)

    def test_a_refusal_of_what_can_be_planned_and_a_plan_of_what_cannot(self):
        refused = {"outcome": "refused", "steps": []}
        self.assertEqual(self.wrong(refused), "refused, and there is a plan")
        self.assertIn("neither", self.wrong({"error": {"code": "out_of_range"}}))
        one_leg = {**self.request, "at": ["floor"], "minutes": 1,
                   "avoid": [{"at": area} for area in ROWS.areas if area != "glutes"]}
        self.assertIsNone(compare(Planning(one_leg, ROWS), refused).wrong)
        longer = answer({**one_leg, "minutes": 4})
        self.assertIn("breaks time", compare(Planning(one_leg, ROWS), longer).wrong)
        barred = {**one_leg, "minutes": 4, "avoid": [{"at": area} for area in ROWS.areas]}
        self.assertIn("no option", compare(Planning(barred, ROWS), longer).wrong)

    def test_a_spoilt_program_fails_the_command_and_both_plans_are_told(self):
        spoilt = f"{sys.executable} {HERE / 'spoil.py'} {PROGRAM}"
        command = [sys.executable, str(HERE / "optimum.py"), "--count", "6", "--jobs", "1"]
        run = subprocess.run([*command, "--program", spoilt], capture_output=True, text=True)
        self.assertEqual(run.returncode, 1, run.stderr)
        self.assertIn("DISAGREE on request", run.stdout)
        for word in ("request  {", "program  owed", "optimum  owed"):
            self.assertIn(word, run.stdout)
        run = subprocess.run([*command, "--program", PROGRAM], capture_output=True, text=True)
        self.assertEqual(run.returncode, 0, run.stdout + run.stderr)
        run = subprocess.run([*command, "--program", PROGRAM, "--least-plans", "7"],
                             capture_output=True, text=True)
        self.assertEqual(run.returncode, 1)

    def test_a_solver_that_errs_is_asked_again(self):
        least = cbc.solve(self.planning.model.text(self.planning.benefit, "Minimize"))
        erring = lambda text: least
        verdict = compare(self.planning, self.plan, [erring, cbc.solve])
        self.assertEqual((verdict.wrong, verdict.mistakes), (None, 1))
        self.assertEqual(compare(self.planning, self.plan, [erring]).wrong, "another optimum")
        broken = compare(self.planning, self.plan, [lambda text: set(self.planning.time)])
        self.assertIn("breaks", broken.wrong)

    def test_one_request_is_written_as_a_model_that_others_can_solve(self):
        with tempfile.TemporaryDirectory() as folder:
            asked, model = pathlib.Path(folder, "request.json"), pathlib.Path(folder, "out.lp")
            asked.write_text(json.dumps(self.request))
            run = subprocess.run([sys.executable, str(HERE / "optimum.py"), "--program", PROGRAM,
                                  "--request", str(asked), "--lp", str(model)],
                                 capture_output=True, text=True)
            self.assertEqual(run.returncode, 0, run.stdout + run.stderr)
            self.assertIn("agreed", run.stdout)
            chosen = cbc.solve(model.read_text())
        self.assertEqual(self.planning.worth(chosen)[:2],
                         self.planning.worth(point_of(self.planning, self.plan))[:2])


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main()
