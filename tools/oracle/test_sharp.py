#!/usr/bin/env python3
"""Whether every part of the model shows: with it changed, some answer must differ. Takes long.

    test_sharp.py PROGRAM
"""

import copy
import pathlib
import sys
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import best                                     # noqa: E402
import cbc                                      # noqa: E402
import optimum                                  # noqa: E402
from against import compare                     # noqa: E402
from people import People                       # noqa: E402
from planning import Planning                   # noqa: E402
from rows import Rows                           # noqa: E402

PROGRAM = ""
ROWS = Rows.load(HERE.parents[1] / "knowledge")


class Sharp(unittest.TestCase):
    """Random requests reach every part of the model: with a part changed, some answer differs."""

    @classmethod
    def setUpClass(cls):
        asked = People(ROWS, "1").take(300)
        # Small models first: most changes show there, and soon. A third tool is seldom missed,
        # and a ninth area only where there is time for it.
        cases = [(request, plan, len(Planning(request, ROWS).options))
                 for request, plan in zip(asked, optimum.answers_of(PROGRAM, asked))
                 if plan["outcome"] == "plan"]
        cases.sort(key=lambda case: case[2])
        cls.cases = [case[:2] for case in cases[:150]]
        cls.wide = [case[:2] for case in cases[150:] if len(case[0]["tools"]) > 2]

    def differs(self, planning_of, cases=()):
        """Whether the program disagrees with such a model on one of the requests."""
        return any(compare(planning_of(request), plan, [cbc.solve]).wrong
                   for request, plan in cases or self.cases)

    def without(self, family):
        def planning_of(request):
            planning = Planning(request, ROWS)
            kept = [row for row in planning.model.rows if not row[0].startswith(family)]
            planning.model.rows, planning.model.notes = kept, []
            return planning
        return planning_of

    def with_rows(self, change):
        rows = copy.deepcopy(ROWS)
        change(rows)
        return lambda request: Planning(request, rows)

    def test_every_family_of_rows(self):
        families = ["group_", "positions", "pair", "hold_", "own_", "change_", "in_", "better_",
                    "time"]
        if len(ROWS.groups) > ROWS.numbers["groups"]["max_areas"]:
            families.append("areas")
        for family in families:
            wide = self.wide if family in ("pair", "areas") else ()
            self.assertTrue(self.differs(self.without(family), wide), family)

    def test_offers_that_are_owed_come_first(self):
        def planning_of(request):
            planning = Planning(request, ROWS)
            planning.owed, planning.made = {}, {}
            return planning
        owed = lambda request: Planning(request, ROWS).owed
        self.assertTrue(any(
            owed(request) and best.solve(planning_of(request)) != best.solve(Planning(request, ROWS))
            for request, plan in self.cases))

    def test_numbers_of_the_knowledge(self):
        def number(table, key, by):
            return lambda rows: rows.numbers[table].update({key: rows.numbers[table][key] + by})
        changes = {
            "a response": lambda rows: rows.doses[2].update(response_permille=750),
            "a fit": lambda rows: rows.techniques["quadriceps_roller_floor"].update(fit=30),
            "a set-up": lambda rows: rows.techniques["calves_roller_floor"].update(
                setup_seconds=20),
            "a weight": lambda rows: rows.goals["recover"]["weights"].update(calves=10)}
        for table, key, by in (
                ("session", "rest_seconds", 5), ("session", "change_tool_seconds", 10),
                ("benefit", "need_base", 30), ("benefit", "need_want", -300),
                ("benefit", "need_tight", 100), ("benefit", "need_sore", 100),
                ("benefit", "need_per_level", 30), ("benefit", "need_around", -100),
                ("benefit", "need_default_level", 40), ("benefit", "need_recent_percent", 40),
                ("benefit", "need_activity_percent", -90), ("benefit", "recent_hours", 40),
                ("benefit", "slow_floor_fit_percent", 50), ("dose_range", "max_seconds", -15),
                ("warm_up_cap", "max_seconds", 30), ("condition", "gentle_seconds_max", 30),
                ("soft_first", "regular_intensity_max", -5), ("bodies", "old_age_above", 20),
                ("bodies", "slow_setup_factor", -1), ("around_the_pain", "bar_level_min", -3),
                ("refer", "level_min", -4), ("spacing", "max_times", 3)):
            changes[f"{table}.{key}"] = number(table, key, by)
        for name, change in changes.items():
            self.assertTrue(self.differs(self.with_rows(change)), name)


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main()
