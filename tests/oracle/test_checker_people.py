"""Each rule of places, people and refusals has a breach that the checker sees."""

import unittest

from checker_case import *    # noqa: F403


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


if __name__ == "__main__":
    unittest.main()
