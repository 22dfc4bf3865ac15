"""Each rule of doses and the ladder has a breach that the checker sees."""

import unittest

from checker_case import *    # noqa: F403


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


if __name__ == "__main__":
    unittest.main()
