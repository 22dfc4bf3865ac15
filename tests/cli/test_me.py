#!/usr/bin/env python3
"""me and people: what is kept of somebody, and what plan makes of it."""

import unittest

import cli
import logs
import terminal


def person(name: str, number: int = 1) -> dict:
    return logs.record(number, "person", {"name": name}, person=number)


class Planned(logs.Logs):
    def planned(self, *words: str, code: int = cli.GOOD) -> dict:
        answer = self.run_program("plan", "--none-of-these", *words, "--json")
        self.assertEqual(answer.code, code, answer.err)
        return answer.json

    def asked(self, *words: str) -> dict:
        """The request as planned for, whatever comes of it."""
        return self.run_program("plan", "--none-of-these", *words, "--json").json["request"]


class Me(Planned):
    def test_looking_creates_nothing(self) -> None:
        self.assertIsNone(self.json("me"))
        self.assertIn("Nothing is known of you yet", self.good("me").out)
        self.assertEqual(self.json("people"), [])
        self.good("plan", *cli.READY)
        self.assertEqual(list(self.home.iterdir()), [])

    def test_nobody_is_called_me(self) -> None:
        """Who gave no name is spoken to, not about."""
        self.good("log", "add", "calves", "60s")
        self.assertTrue(self.good("me").out.startswith("You\n"))
        self.assertIn("no name yet", self.good("people").out)
        self.bad("forget", parts=("Everything of you is deleted",))
        self.good("people", "add", "Ben")
        out = self.run_program("plan", *cli.READY[2:], "--as", "me").out
        self.assertTrue(out.startswith("For you: "), out[:40])

    def test_facts(self) -> None:
        self.good("me", "--name", "Anna", "--age", "41", "--height", "172.5", "--mass", "70",
                  "--experience", "regular", "--floor-transfer", "slow", "--at", "floor,wall",
                  "--territory", "gb", "--language", "en", "-c", "pregnancy:weeks=20",
                  "-c", "fracture:shin/left:cleared=2026-01-02")
        me = self.json("me")
        self.assertEqual(me["name"], "Anna")
        self.assertEqual(me["person"], {"experience": "regular", "age": 41, "height_cm": 172.5,
                                        "mass_kg": 70, "floor_transfer": "slow"})
        self.assertEqual((me["at"], me["territory"], me["language"]),
                         (["floor", "wall"], "GB", "en"))
        self.assertEqual([row["id"] for row in me["conditions"]], ["pregnancy", "fracture"])
        self.assertFalse(me["conditions_due"])
        text = self.good("me").out
        self.assertEqual(cli.wide(text), [])
        for word in ("Anna", "41", "172.5 cm", "70 kg", "20 weeks", "2026-01-02", str(self.file)):
            self.assertIn(word, text)
        self.assertEqual(self.file.stat().st_mode & 0o777, 0o600)
        self.assertEqual(self.file.parent.stat().st_mode & 0o777, 0o700)

    def test_the_newest_counts_and_the_rest_stays(self) -> None:
        self.good("me", "--name", "Anna", "--age", "41", "-c", "easy_bruising")
        self.good("me", "--age", "42")
        self.good("me", "--name", "Anne", "--no-conditions")
        me = self.json("me")
        self.assertEqual((me["name"], me["person"]["age"], me["conditions"]), ("Anne", 42, []))
        self.assertEqual(len(self.json("people")), 1)
        self.good("me", "--unset", "age,at")
        self.assertIsNone(self.json("me")["person"]["age"])

    def test_tools(self) -> None:
        self.good("me", "tool", "add", "blue=soft_roller", "ball=tennis_ball")
        self.good("me", "tool", "add", "hot=stick:firm:textured:warm:vibration")
        self.assertEqual([tool["id"] for tool in self.json("me")["tools"]],
                         ["blue", "ball", "hot"])
        self.bad("me", "tool", "add", "BLUE=massage_stick", parts=("tool", "BLUE", "remove"))
        self.bad("me", "tool", "add", "x=no_such", parts=("no_such", "preset"))
        self.bad("me", "tool", "remove", "green", parts=("green", "blue | ball | hot"))
        self.good("me", "tool", "remove", "Ball")
        self.assertEqual([tool["id"] for tool in self.json("me")["tools"]], ["blue", "hot"])
        self.good("me", "tool", "add", *(f"t{n}=soft_roller" for n in range(38)))
        self.bad("me", "tool", "add", "one_more=soft_roller", parts=("at most 40",))

    def test_bad_words_change_nothing(self) -> None:
        table = (
            (("--age", "x"), ("person.age", "x", "0 to 120")),
            (("--age", "-1"), ("person.age",)),
            (("--age", "121"), ("person.age", "121")),
            (("--height", "9"), ("person.height_cm", "9")),
            (("--mass", "1e3"), ("person.mass_kg",)),
            (("--experience", "pro"), ("person.experience", "pro", "seasoned")),
            (("--floor-transfer", "never"), ("person.floor_transfer", "never")),
            (("--language", "xx"), ("language", "xx", "en")),
            (("--territory", "GBR"), ("--territory", "GBR", "two letters")),
            (("--territory", "4!"), ("--territory", "4!")),
            (("--at", "sofa"), ("at[0]", "sofa", "floor")),
            (("-c", "gout_"), ("conditions[0].id", "gout_")),
            (("-c", "easy_bruising", "--no-conditions"), ("--no-conditions", "one of the two")),
            (("--unset", "shoe"), ("--unset", "shoe", "age")),
            (("--name", ""), ("got nothing",)),
            (("--name", "  "), ("name", "printable")),
            (("--name", "a\tb"), ("name", "printable")),
            (("--name", "x" * 41), ("name", "1 to 40")),
            (("--as", "Nobody", "--age", "4"), ("--as", "Nobody", "no people")),
        )
        for words, parts in table:
            with self.subTest(words):
                self.bad("me", *words, parts=parts)
                self.assertIsNone(self.json("me"))

    def test_a_year_makes_older_and_weeks_go_on(self) -> None:
        ago = logs.moment(days=500)
        self.take_in(person("Anna"), logs.record(2, "profile", {"age": 41}, at=ago))
        self.take_in(logs.record(3, "profile", {"conditions": [
            {"id": "pregnancy", "weeks": 20, "cleared_on": "2026-01-01"}]},
            at=logs.moment(days=36)))
        asked = self.asked()
        self.assertEqual(asked["person"]["age"], 42)
        self.assertEqual(asked["conditions"][0]["weeks"], 25)
        self.take_in(logs.record(4, "profile", {"conditions": [{"id": "pregnancy", "weeks": 44}]},
                                 at=logs.moment(days=30)))
        self.assertIsNone(self.asked()["conditions"][0]["weeks"])


class Plan(Planned):
    def test_uses_the_profile(self) -> None:
        self.good("me", "--name", "Anna", "--age", "41", "--experience", "regular",
                  "--at", "wall", "-c", "easy_bruising:cleared=2026-01-01", "--mass",
                  "70")
        self.good("me", "tool", "add", "blue=soft_roller", "red=tennis_ball")
        asked = self.planned()["request"]
        self.assertEqual((asked["person"]["age"], asked["person"]["mass_kg"], asked["at"]),
                         (41, 70, ["wall"]))
        self.assertEqual([tool["id"] for tool in asked["tools"]], ["blue", "red"])
        self.assertEqual(len(asked["conditions"]), 1)

    def test_flags_go_before_it_this_once(self) -> None:
        self.good("me", "--age", "41", "--mass", "70", "-c", "pregnancy:weeks=20",
                  "--territory", "GB")
        self.good("me", "tool", "add", "blue=soft_roller", "red=tennis_ball")
        asked = self.asked("--age", "30", "--tool", "red", "--at", "wall", "-c",
                           "pregnancy:weeks=21:cleared=2026-01-01", "-c",
                           "easy_bruising:cleared=2026-01-01")
        self.assertEqual((asked["person"]["age"], asked["person"]["mass_kg"]), (30, 70))
        self.assertEqual([tool["id"] for tool in asked["tools"]], ["red"])
        self.assertEqual([(row["id"], row["weeks"]) for row in asked["conditions"]],
                         [("pregnancy", 21), ("easy_bruising", None)])
        self.assertEqual(self.json("me")["person"]["age"], 41)

    def test_is_screened_each_time(self) -> None:
        self.good("me", "tool", "add", "blue=soft_roller")
        answer = self.run_program("plan", "--json")
        self.assertEqual(answer.code, cli.REFUSED)
        self.assertEqual(answer.json["refusal"]["rule"], "screening")

    def test_no_log(self) -> None:
        self.good("me", "--age", "41")
        answer = self.run_program("plan", *cli.READY, "--no-log", "--json")
        self.assertEqual(answer.code, cli.GOOD)
        self.assertIsNone(answer.json["request"]["person"]["age"])
        self.assertIn("--no-log", answer.err)
        self.assertIn(str(self.file), answer.err)

    def test_a_whole_request_stands_alone(self) -> None:
        self.good("me", "--age", "41")
        answer = self.good("plan", "--request", "-", "--json", stdin=cli.compact(cli.request()))
        self.assertIsNone(answer.json["request"]["person"]["age"])
        for flag in ("--as", "--data"):
            self.bad("plan", "--request", "-", flag, "x", parts=("--request", flag))

    def test_conditions_are_asked_again(self) -> None:
        self.take_in(person("Anna"), logs.record(2, "profile", {"conditions": [], "tools": [
            cli.SOFT]}, at=logs.moment(days=91)))
        self.assertTrue(self.json("me")["conditions_due"])
        said = "which health conditions you have"
        text = self.run_program("plan", "--none-of-these")
        self.assertIn(said, " ".join(text.out.split()))
        as_json = self.run_program("plan", "--none-of-these", "--json")
        self.assertIn(said, as_json.err)
        self.good("me", "--no-conditions")
        self.assertFalse(self.json("me")["conditions_due"])
        self.assertNotIn(said, " ".join(self.good("plan", "--none-of-these").out.split()))

    def test_conditions_just_asked_are_not_due(self) -> None:
        self.take_in(person("Anna"), logs.record(2, "profile", {"conditions": [], "tools": [
            cli.SOFT], "at": ["floor"]}, at=logs.moment(days=91)))
        # Signs, feelings, minutes, conditions: what the profile cannot answer.
        done = terminal.talk("plan", typed=("n", "", "", ""), env=self.env)
        self.assertEqual((done.code, done.unheard), (cli.GOOD, []), done.text)
        self.assertNotIn("which health conditions you have", " ".join(done.text.split()))
        self.assertFalse(self.json("me")["conditions_due"])

    def test_new_ends_by_an_offer(self) -> None:
        self.take_in(person("Anna"), logs.record(2, "profile", {"conditions": []}))
        for number in range(6):
            self.assertFalse(self.json("me")["may_be_regular"])
            self.take_in(logs.record(10 + number, "rolled", {
                "area": "calves", "side": "left", "seconds": 60, "rung": 1, "level": 4},
                at=logs.moment(days=10 - number)))
        self.assertTrue(self.json("me")["may_be_regular"])
        self.assertIn("count yourself as regular", " ".join(self.good("me").out.split()))
        self.good("me", "--experience", "new")
        self.assertFalse(self.json("me")["may_be_regular"])
        self.good("me", "--experience", "regular")
        self.assertEqual(self.json("me")["person"]["experience"], "regular")


class People(logs.Logs):
    def setUp(self) -> None:
        super().setUp()
        self.good("people", "add", "Anna")
        self.good("people", "add", "Ben")
        self.good("me", "--as", "anna", "--age", "41")
        self.good("me", "--as", "Ben", "--age", "14")

    def test_several_want_a_name_in_a_script(self) -> None:
        for words in (("me",), ("plan", *cli.READY), ("log",), ("log", "add", "calves", "60s"),
                      ("note", "x"), ("history", "calves"), ("load",), ("forget", "--yes")):
            with self.subTest(words):
                self.bad(*words, parts=("--as", "Anna | Ben"))

    def test_a_name_chooses(self) -> None:
        self.assertEqual(self.json("me", UNKNOT_AS="Ben")["person"]["age"], 14)
        self.assertEqual(self.json("me", "--as", "Anna", UNKNOT_AS="Ben")["person"]["age"], 41)
        own = self.json("me", "--as", "Ben")["id"]
        self.assertEqual(self.json("me", "--as", own)["name"], "Ben")
        self.bad("me", "--as", "Cleo", parts=("--as", "Cleo", "Anna | Ben"))
        self.bad("me", UNKNOT_AS="Cleo", parts=("UNKNOT_AS", "Cleo"))
        asked = self.run_program("plan", *cli.READY, "--as", "Ben", "--json").json["request"]
        self.assertEqual(asked["person"]["age"], 14)

    def test_a_plan_says_whose_it_is(self) -> None:
        text = self.run_program("plan", *cli.READY, "--as", "Anna").out
        self.assertTrue(text.startswith("For Anna: "), text[:80])

    def test_a_hint_who_there_is(self) -> None:
        self.bad("log", parts=("one of the people of this log: Anna | Ben",))

    def test_names_are_ones_own(self) -> None:
        self.bad("people", "add", "ANNA", parts=("name", "ANNA"))
        self.bad("me", "--as", "Ben", "--name", "anna", parts=("name", "anna"))
        self.take_in(person("Anna", 7))
        self.bad("me", "--as", "Anna", parts=("--as", "Anna", "id"))

    def test_logs_do_not_mix(self) -> None:
        self.good("log", "add", "calves/left", "60s", "--as", "Anna")
        self.assertEqual(self.json("log", "--as", "Ben")["entries"], [])
        entry = self.json("log", "--as", "Anna")["entries"][0]
        self.bad("log", "remove", entry["id"], "--as", "Ben", parts=("id", entry["id"]))
        plan = self.run_program("plan", *cli.READY[2:], "--as", "Ben", "--json")
        self.assertEqual(plan.json["request"]["history"], [])

    def test_list(self) -> None:
        self.assertEqual([one["name"] for one in self.json("people")], ["Anna", "Ben"])
        self.assertIn("Ben: new, 0 sessions", self.good("people").out)


class AtATerminal(logs.Logs):
    def test_known_things_are_not_asked(self) -> None:
        self.good("me", "--name", "Anna", "--at", "floor,wall", "--no-conditions")
        self.good("me", "tool", "add", "blue=soft_roller")
        talk = terminal.talk("plan", typed=["n", "10", ""], env=self.env)
        self.assertEqual((talk.code, talk.unheard), (cli.GOOD, []))
        self.assertIn("Three short questions", talk.text)
        self.assertIn("For Anna: new, blue, floor, wall", talk.text)

    def test_conditions_asked_anew_are_kept(self) -> None:
        self.take_in(person("Anna"), logs.record(2, "profile", {
            "tools": [cli.SOFT], "at": ["floor"], "conditions": [
                {"id": "pregnancy", "weeks": 12, "cleared_on": "2026-01-01"}]},
            at=logs.moment(days=100)))
        talk = terminal.talk("plan", typed=["n", "", "10", ""], env=self.env)
        self.assertIn("pregnancy:weeks=26", talk.text)
        me = self.json("me")
        self.assertEqual([row["id"] for row in me["conditions"]], ["pregnancy"])
        self.assertEqual(me["conditions"][0]["weeks"], 26)
        self.assertFalse(me["conditions_due"])

    def test_conditions_can_be_over(self) -> None:
        self.take_in(person("Anna"), logs.record(2, "profile", {
            "tools": [cli.SOFT], "at": ["floor"], "conditions": [{"id": "easy_bruising"}]},
            at=logs.moment(days=100)))
        talk = terminal.talk("plan", typed=["n", "n", "10", ""], env=self.env)
        self.assertEqual(talk.code, cli.GOOD, talk.text)
        self.assertEqual(self.json("me")["conditions"], [])

    def test_several_people_see_who_was_last(self) -> None:
        self.good("people", "add", "Anna")
        self.good("people", "add", "Ben")
        talk = terminal.talk("me", env=self.env)
        self.assertIn("Ben", talk.text)


if __name__ == "__main__":
    unittest.main()
