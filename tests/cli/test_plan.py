#!/usr/bin/env python3
"""unknot plan: every flag, every name a place or tool goes by, every exit code."""

import pathlib
import sys
import tempfile
import unittest

import cli

sys.path.insert(0, str(cli.ROOT / "tests" / "oracle"))

import checker   # noqa: E402
import requests  # noqa: E402  (the checker's generator)


def understood(*words: str) -> dict:
    """The request as the program took it from flags."""
    answer = cli.run("plan", *cli.READY, "--format", "json", *words)
    if answer.code == cli.BAD_INPUT:
        raise AssertionError(f"{' '.join(words)}: {answer.err}")
    return answer.json["request"]


class Flags(unittest.TestCase):
    # flags -> where in the request, and what has to be there
    TABLE = [
        (("--minutes", "25"), ("minutes",), 25),
        (("-m", "3"), ("minutes",), 3),
        (("--at", "wall"), ("at",), ["wall"]),
        (("--at", "wall,chair"), ("at",), ["wall", "chair"]),
        (("--at", "Bed", "--at", "CHAIR"), ("at",), ["bed", "chair"]),
        (("--goal", "mobility"), ("goal",), "mobility"),
        (("--goal", "warm-up"), ("goal",), "warm_up"),
        (("--activity", "running"), ("activity",), "running"),
        (("--activity", "Racket sports"), ("activity",), "racket_sports"),
        (("--starts-in", "45"), ("starts_in_minutes",), 45),
        (("--experience", "seasoned"), ("person", "experience"), "seasoned"),
        (("--age", "41"), ("person", "age"), 41),
        (("--height", "172.5"), ("person", "height_cm"), 172.5),
        (("--mass", "70.1"), ("person", "mass_kg"), 70.1),
        (("--floor-transfer", "slow"), ("person", "floor_transfer"), "slow"),
        (("--language", "en"), ("language",), "en"),
        (("--feel", "calves/left:tight:3"), ("feel", 0),
         {"at": "calves", "side": "left", "kind": "tight", "level": 3}),
        (("-f", "Low Back:Pain:5", "-f", "knee/right:injury"), ("feel", 1),
         {"at": "knee", "side": "right", "kind": "injury", "level": None}),
        (("-f", "low-back:sore:0"), ("feel", 0),
         {"at": "low_back", "side": "both", "kind": "sore", "level": 0}),
        (("--want", "glutes/right"), ("want", 0), {"at": "glutes", "side": "right"}),
        (("--avoid", "quadriceps"), ("avoid", 0), {"at": "quadriceps", "side": "both"}),
        (("--use", "Low Back:Soft Roller"), ("use", 0),
         {"at": "low_back", "tool": "Soft roller"}),
        (("-t", "mine=massage_stick", "--use", "calves:mine"), ("use", 0),
         {"at": "calves", "tool": "mine"}),
        (("-c", "hypermobility"), ("conditions", 0, "id"), "hypermobility"),
        (("-c", "pregnancy:weeks=20:cleared=2026-11-16"), ("conditions", 0),
         {"id": "pregnancy", "at": None, "side": "both", "weeks": 20,
          "cleared_on": "2026-11-16"}),
        (("-c", "fracture:shin/left:cleared=2026-11-01"), ("conditions", 0, "at"), "shin"),
        (("-c", "fracture:shin/left:cleared=2026-11-01"), ("conditions", 0, "side"), "left"),
        (("-t", "blue=medium_roller"), ("tools", 1, "id"), "blue"),
        (("-t", "my own=ball:soft:textured:warm:vibration"), ("tools", 1),
         {"id": "my own", "kind": "ball", "density": "soft", "surface": "textured",
          "temperature": "warm", "vibration": True}),
        (("-t", "stick:firm:smooth:cold"), ("tools", 1, "temperature"), "cold"),
        (("--now", "2026-11-22T09:30:00+02:00"), ("now",), "2026-11-22T09:30:00+02:00"),
    ]

    def test_each_flag_reaches_the_request(self) -> None:
        for words, path, expected in self.TABLE:
            with self.subTest(" ".join(words)):
                ready = cli.READY[2:] if "--now" in words else cli.READY
                value = cli.run("plan", *ready, "--format", "json", *words).json["request"]
                for key in path:
                    value = value[key]
                self.assertEqual(value, expected)

    def test_red_flag(self) -> None:
        answer = cli.run("plan", "--red-flag", "chest_pain", "--red-flag", "dark-urine",
                         "--format", "json")
        self.assertEqual(answer.code, cli.REFUSED)
        self.assertEqual(answer.json["request"]["red_flags"]["present"],
                         ["chest_pain", "dark_urine"])

    def test_every_flag_of_the_help_is_in_these_tests(self) -> None:
        said = cli.run("plan", "--help").out
        flags = {word.strip(",") for line in said.splitlines() if line.startswith("  -")
                 for word in line.replace(",", " ").split() if word.startswith("--")}
        source = pathlib.Path(__file__).read_text(encoding="utf-8")
        source += (cli.ROOT / "tests/cli/cli.py").read_text(encoding="utf-8")
        for name in ("batch", "explain", "me", "log"):
            source += (cli.ROOT / f"tests/cli/test_{name}.py").read_text(encoding="utf-8")
        self.assertGreaterEqual(len(flags), 20)
        self.assertEqual([flag for flag in sorted(flags) if f'"{flag}"' not in source], [])

    def test_flags_beside_a_request_are_used_or_refused(self) -> None:
        """Silence would leave somebody believing that they had been heard."""
        desk = str(cli.PEOPLE / "desk_worker.json")
        for words in (("--minutes", "3"), ("--feel", "glutes:injury"), ("--red-flag", "chest_pain"),
                      ("--condition", "aneurysm")):
            for source in (("--request", desk), ("--example",)):
                with self.subTest(f"{source[0]} {words[0]}"):
                    alone = cli.run("plan", *source)
                    both = cli.run("plan", *source, *words)
                    self.assertTrue(both.code == cli.BAD_INPUT or both.out != alone.out)

    def test_defaults(self) -> None:
        request = understood()
        self.assertEqual(request["minutes"], 10)
        self.assertEqual(request["goal"], "recover")
        self.assertEqual(request["at"], ["floor"])
        self.assertEqual(request["person"]["experience"], "new")
        self.assertEqual(request["person"]["floor_transfer"], "easy")
        self.assertEqual(request["red_flags"], {"screened": True, "at": cli.NOW, "present": []})

    def test_nothing_named_is_not_blamed_on_what_was_named(self) -> None:
        answer = cli.run("plan", "--none-of-these")
        self.assertEqual(answer.code, cli.REFUSED)
        self.assertNotIn("tools and places you named", answer.out)


class Names(unittest.TestCase):
    def test_every_preset_by_every_name(self) -> None:
        presets = [row for row in cli.rows("tools") if row.get("preset")]
        self.assertGreaterEqual(len(presets), 15)
        for row in presets:
            for word in (row["id"], row["name"], row["name"].upper(), *row["aliases"]):
                with self.subTest(word):
                    tool = understood("-t", f"mine={word}")["tools"][1]
                    for key in ("kind", "density", "surface"):
                        self.assertEqual(tool[key], row[key])
                    self.assertEqual(tool.get("diameter_cm"), row.get("diameter_cm") or None)
                    self.assertEqual(tool.get("vibration", False), bool(row.get("vibration")))
                    self.assertEqual(tool["id"], "mine")

    def test_a_preset_goes_by_its_own_name(self) -> None:
        self.assertEqual(understood("-t", "spiky ball")["tools"][1]["id"], "Spiky ball")
        self.assertEqual(understood("-t", "ball:soft:smooth")["tools"][1]["id"],
                         "soft smooth ball")

    def test_every_place_by_every_name(self) -> None:
        places = [row for name in ("areas", "zones", "regions") for row in cli.rows(name)]
        self.assertGreaterEqual(len(places), 35)
        for row in places:
            for word in (row["id"], row["name"], row["plain"], row["name"].upper(),
                         row["id"].replace("_", "-"), *row["aliases"]):
                with self.subTest(word):
                    self.assertEqual(understood("--want", word)["want"][0]["at"], row["id"])

    def test_every_activity_by_every_name(self) -> None:
        for row in cli.rows("activities"):
            for word in (row["id"], row["name"].split(" and ")[0], *row["aliases"]):
                with self.subTest(word):
                    self.assertEqual(understood("--activity", word)["activity"], row["id"])

    def test_every_condition_is_known(self) -> None:
        for row in cli.rows("conditions"):
            with self.subTest(row["id"]):
                word = row["id"] + (":knee" if row["needs_at"] else "")
                self.assertEqual(understood("-c", word)["conditions"][0]["id"], row["id"])

    def test_every_red_flag_refuses(self) -> None:
        for row in cli.rows("red_flags"):
            with self.subTest(row["id"]):
                answer = cli.run("plan", "--red-flag", row["id"], "--format", "json")
                self.assertEqual(answer.code, cli.REFUSED)
                self.assertEqual(answer.json["refusal"]["rule"], "screening")
                self.assertTrue(answer.json["urgent"])
                self.assertEqual(answer.json["steps"], [])


class Answers(unittest.TestCase):
    def test_exit_codes(self) -> None:
        self.assertEqual(cli.plan(cli.request()).code, cli.GOOD)
        self.assertEqual(cli.plan(cli.request(tools=[])).code, cli.REFUSED)
        self.assertEqual(cli.plan(cli.request(minutes=0)).code, cli.BAD_INPUT)
        self.assertEqual(cli.run("plan").code, cli.REFUSED)  # no terminal: nobody was screened

    def test_unscreened_is_refused(self) -> None:
        for flags in ({"screened": False}, {}, {"screened": True, "present": []},
                      {**cli.SCREENED, "at": "2026-11-21T07:59:59Z"}):
            with self.subTest(flags):
                answer = cli.plan(cli.request(red_flags=flags), "--format", "json")
                self.assertEqual(answer.code, cli.REFUSED)
                self.assertEqual(answer.json["refusal"]["rule"], "screening")

    def test_example(self) -> None:
        for extra in ((), ("--format", "text"), ("--format", "json")):
            answer = cli.run("plan", "--example", *extra)
            self.assertEqual((answer.code, answer.err), (cli.GOOD, ""))

    def test_request_from_file_and_stdin_are_the_same(self) -> None:
        for name in ("desk_worker", "cauda_equina"):
            file = cli.PEOPLE / f"{name}.json"
            for form in ("text", "json"):
                a = cli.run("plan", "--request", str(file), "--format", form)
                b = cli.run("plan", "--request", "-", "--format", form, stdin=file.read_bytes())
                self.assertEqual((a.code, a.out, a.err), (b.code, b.out, b.err))

    def test_same_question_same_bytes(self) -> None:
        for name in ("desk_worker", "severe_calf_pain", "cauda_equina"):
            for form in ("text", "json"):
                answers = {cli.plan(cli.person(name), "--format", form).out for _ in range(3)}
                self.assertEqual(len(answers), 1)

    def test_flags_and_request_give_the_same_plan(self) -> None:
        flags = cli.run("plan", *cli.READY, "--at", "wall", "-f", "low_back:pain:5", "--format",
                        "json").json
        again = cli.plan_json(flags["request"])
        self.assertEqual(flags, again)

    def test_format_follows_the_request_not_its_layout(self) -> None:
        plain = cli.compact(cli.request())
        airy = plain.replace(",", " ,\n ").replace('"minutes":10', '"minutes": 1.0e1')
        self.assertEqual(cli.run("plan", "--request", "-", stdin=plain).out,
                         cli.run("plan", "--request", "-", stdin=airy).out)
        self.assertEqual(cli.run("plan", "--request", "-", stdin=plain.ljust(1 << 20)).code,
                         cli.GOOD)

    def test_ids(self) -> None:
        one = cli.plan_json(cli.request())
        self.assertRegex(one["id"], r"^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-"
                                    r"[0-9a-f]{12}$")
        self.assertNotEqual(one["id"], cli.plan_json(cli.request(minutes=11))["id"])
        self.assertEqual(one["made"], cli.NOW)
        self.assertEqual(one["knowledge"], cli.run("version", "--json").json["knowledge"])

    def test_emergency_number(self) -> None:
        asked = ("plan", "--red-flag", "chest_pain")
        for flags, changes, number in (
                (("--territory", "GB"), {}, "999"), (("--territory", "DE"), {}, "112"),
                ((), {"LC_ALL": "en_US.UTF-8"}, "911"), ((), {"LC_ALL": "", "LANG": "de_DE"}, "112"),
                ((), {"LC_ALL": "", "LC_MESSAGES": "en_AU", "LANG": "de_DE"}, "000"),
                (("--territory", "GB"), {"LC_ALL": "en_US.UTF-8"}, "999")):
            with self.subTest(f"{flags} {changes}"):
                said = cli.run(*asked, *flags, env=cli.environment(**changes)).out
                self.assertIn(f"Call {number} now.", said)
        for changes in ({}, {"LC_ALL": "C.UTF-8"}, {"LC_ALL": "xx_ZZ"}, {"LC_ALL": "_"}):
            said = cli.run(*asked, env=cli.environment(**changes)).out
            self.assertIn("your local emergency number", said)

    def test_the_most_urgent_sign_comes_first(self) -> None:
        asked = cli.request(red_flags={**cli.SCREENED, "present": ["clot_signs", "chest_pain"]})
        said = " ".join(cli.plan(asked).out.split())
        self.assertLess(said.index("Stop all effort"), said.index("Do not roll or rub the leg"))

    def test_bad_request_in_json(self) -> None:
        answer = cli.plan(cli.request(minutes=0), "--format", "json")
        self.assertEqual(answer.code, cli.BAD_INPUT)
        self.assertEqual(answer.json["error"]["code"], "out_of_range")

    def test_request_in_a_file_with_any_name(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "a plan für mich, 2.json"
            path.write_text(cli.compact(cli.request()), encoding="utf-8")
            self.assertEqual(cli.run("plan", "--request", str(path)).code, cli.GOOD)


class Text(unittest.TestCase):
    def test_generated_people_get_readable_text(self) -> None:
        knowledge = checker.Knowledge.load(str(cli.ROOT / "knowledge"))
        generator = requests.Generator(knowledge, "text")
        for number in range(120):
            asked = generator.any()
            with self.subTest(number):
                answer = cli.plan(asked)
                self.assertIn(answer.code, (cli.GOOD, cli.REFUSED), answer.err)
                self.assertEqual(cli.wide(answer.out), [])
                self.assertNotRegex(answer.out, r"[{}]|\S [.,:;]|\.\.|\( ?\)|Why: *\.")

    def test_control_characters_of_a_name_do_not_reach_the_terminal(self) -> None:
        asked = cli.request(tools=[{**cli.SOFT, "id": "a\x1b[31mb\nc\td\x00"}])
        said = cli.plan(asked).out
        self.assertNotRegex(said, r"[\x00-\x09\x0b-\x1f\x7f]")
        self.assertNotIn("b\nc", said)

    def test_no_rolling_is_offered_in_an_emergency(self) -> None:
        said = cli.plan(cli.person("cauda_equina")).out
        self.assertNotIn("Instead:", said)
        self.assertNotIn("level 8", said)
        answer = cli.plan_json(cli.person("cauda_equina"))
        self.assertEqual([row["at"] for row in answer["left_out"] if row["instead"]], [])

    def test_a_refusal_speaks_of_no_session(self) -> None:
        for name in ("anticoagulants_not_cleared", "first_day_hard_roller", "cauda_equina"):
            with self.subTest(name):
                said = cli.plan(cli.person(name)).out
                for words in ("Stop at level", "Gentle session", "more would be needed", "Finish"):
                    self.assertNotIn(words, said)
                rules = [row["rule"] for row in cli.plan_json(cli.person(name))["left_out"]]
                self.assertNotIn("budget", rules)

    def test_a_reason_is_true_on_its_own_side(self) -> None:
        """Left calves hurt: the right calves are rolled, so nothing says they are left alone."""
        plan = cli.plan_json(cli.person("severe_calf_pain"))
        rolled = {(step["area"], step["side"]) for step in plan["steps"]}
        self.assertIn(("calves", "right"), rolled)
        for step in plan["steps"]:
            if step["side"] == "right":
                self.assertEqual([why for why in step["why"] if why["rule"] == "around_the_pain"],
                                 [])

    def test_offered_instead_is_open_to_this_person(self) -> None:
        """A tennis ball at the wall reaches no hamstrings, so they are not offered instead."""
        asked = {**cli.person("desk_worker"), "want": [{"at": "adductors"}]}
        plan = cli.plan_json(asked)
        shut = {row["at"] for row in plan["left_out"]
                if row["rule"] in ("own_tools", "soft_first") and row["side"] == "both"}
        for row in plan["left_out"]:
            with self.subTest(row["at"]):
                self.assertEqual(sorted(shut.intersection(row["instead"])), [])

    def test_never_rolled_is_said_of_places_never_rolled(self) -> None:
        """Not of a thigh whose muscles are in the plan, nor of glutes under the wrong ball."""
        zones = {row["id"] for row in cli.rows("zones")}
        ball = {"id": "spiky", "kind": "ball", "density": "medium", "surface": "textured"}
        for asked in (cli.request(minutes=20, want=[{"at": "thigh"}, {"at": "buttock"}]),
                      cli.request(minutes=20, want=[{"at": "leg"}, {"at": "upper_back"}]),
                      cli.request(want=[{"at": "glutes"}], at=["chair"], tools=[ball])):
            for row in cli.plan_json(asked)["left_out"]:
                if "This place is never rolled" in row["says"]:
                    with self.subTest(row["at"]):
                        self.assertIn(row["at"], zones, row["says"])

    def test_left_out_numbers_make_sense(self) -> None:
        """A tool that is never allowed is not said to press "1 of 10, at most 0"."""
        for row in cli.plan_json(cli.person("first_day_hard_roller"))["left_out"]:
            with self.subTest(row["at"]):
                self.assertNotIn("pressure 0 of 10", row["says"])

    def test_a_wish_for_one_side_leaves_nothing_out_on_the_other(self) -> None:
        asked = cli.request(minutes=5, at=["floor"], want=[{"at": "adductors", "side": "left"}])
        self.assertNotIn("(right)", cli.plan(asked).out)

    def test_what_would_change_it_would(self) -> None:
        """Cannot reach the floor, named only the floor, owns a soft roller: no tool changes that."""
        said = cli.plan(cli.request(person={"floor_transfer": "no"}, at=["floor"])).out
        self.assertIn("place", said)
        self.assertNotIn("Another tool", said)

    def test_a_refusal_for_a_condition_cites_what_the_condition_rests_on(self) -> None:
        wrong = {}
        for row in cli.rows("conditions"):
            refusal = cli.plan_json(cli.request(conditions=[row["id"]]))["refusal"]
            if refusal and refusal["condition"] == row["id"] \
                    and refusal["source"] not in row["sources"]:
                wrong[row["id"]] = refusal["source"]
        self.assertEqual(wrong, {})


if __name__ == "__main__":
    unittest.main()
