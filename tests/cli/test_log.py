#!/usr/bin/env python3
"""log, note, history and load: written, corrected, shown; and what a plan makes of it."""

import datetime
import re
import subprocess
import unittest

import cli
import logs

RUNGS = "soft and smooth up to pressure 6 of 10, medium and smooth up to pressure 6 of 10, "


class Log(logs.Logs):
    def test_empty(self) -> None:
        self.assertEqual(self.json("log"), {"format": "unknot/log@1", "person": None,
                                            "entries": []})
        self.assertIn("Nothing yet", self.good("log").out)
        self.assertIn("Nothing was rolled", self.good("load").out)
        self.assertEqual(list(self.home.iterdir()), [])

    def test_add_and_show(self) -> None:
        self.good("me", "tool", "add", "blue=medium_roller")
        self.good("log", "add", "hamstrings/left", "1m30s", "--tool", "Blue", "--level", "4",
                  "--at", "2026-01-05T19:00")
        self.good("log", "add", "thoracic spine", "60")
        new, old = self.entries()
        self.assertEqual((old["at"], old["by_hand"]), ("2026-01-05T19:00:00Z", True))
        piece = old["pieces"][0]
        self.assertEqual({key: piece[key] for key in ("area", "side", "seconds", "rung", "level",
                                                      "tool")},
                         {"area": "hamstrings", "side": "left", "seconds": 90, "rung": 2,
                          "level": 4, "tool": "blue"})
        self.assertEqual((new["pieces"][0]["side"], new["pieces"][0]["level"],
                          new["pieces"][0]["rung"]), ("middle", None, 1))
        text = self.good("log").out
        self.assertEqual(cli.wide(text), [])
        self.assertRegex(text, r"2026-01-05 19:00  [0-9a-f]{8}  hamstrings left 1 min 30 s, level 4")
        self.assertEqual(len(self.json("log", "--last", "1")["entries"]), 1)
        for word in (piece["id"], piece["id"][:13].upper(), piece["id"][-4:]):
            self.assertIn(piece["id"], self.good("log", "show", word).out)
        self.assertEqual(self.json("log", "show", piece["id"])["entries"], [old])

    def test_seconds(self) -> None:
        for word, seconds in (("60", 60), ("60s", 60), ("1m", 60), ("1m30s", 90), ("2 min", 120),
                              ("1", 1), ("6m0s", 360), ("21600", 21600)):
            with self.subTest(word):
                self.good("log", "add", "calves/left", word)
                self.assertIn(seconds, [row["pieces"][0]["seconds"] for row in self.entries()])

    def test_bad_words_write_nothing(self) -> None:
        tomorrow = logs.moment(days=-1)
        table = (
            (("low_back/left", "60s"), ("area", "low_back", "unknot areas", "never rolled",
                                        "never_zones")),
            (("upper_back", "60s"), ("area", "upper_back", "rhomboids | thoracic_spine")),
            (("knee", "60s"), ("area", "knee")),
            (("calvs", "60s"), ("area", "calvs")),
            (("calves/up", "60s"), ("area", "up", "left | right | both")),
            (("calves/middle", "60s"), ("area", "middle", "left | right | both")),
            (("thoracic_spine/left", "60s"), ("area", "left", "middle")),
            (("calves/left", "0s"), ("seconds", "0s", "1 to 21600")),
            (("calves/left", "-5"), ("seconds", "-5")),
            (("calves/left", "6h"), ("seconds", "6h")),
            (("calves/left", "21601"), ("seconds", "21601")),
            (("calves/left", "99999999999999999999"), ("seconds",)),
            (("calves/left", "1m1h"), ("seconds", "1m1h")),
            (("calves/left", ""), ("got nothing",)),
            (("calves/left", "60s", "--level", "11"), ("--level", "11", "0 to 10")),
            (("calves/left", "60s", "--level", "x"), ("--level", "x")),
            (("calves/left", "60s", "--tool", "green"), ("green", "one of your tools")),
            (("calves/left", "60s", "--at", tomorrow), ("--at", tomorrow, "future")),
            (("calves/left", "60s", "--at", "yesterday"), ("--at", "yesterday")),
            (("calves/left", "60s", "--at", "2026-02-29T10:00"), ("--at", "2026-02-29T10:00",
                                                                   "the calendar has")),
            (("calves/left", "60s", "--at", "1850-01-01T10:00"), ("--at", "1850", "from 1900 on")),
            (("calves/left", "60s", "--at", "2026-02-28"), ("--at", "2026-02-28T19:00")),
            (("calves/left", "60s", "--at", "2026-02-28T25:00"), ("--at", "a time such as")),
            (("calves/left", "60s", "more"), ("log add: got more, expected only what",)),
            (("calves/left", "60s", "--levle", "4"), ("log add: got --levle 4,",)),
            (("calves/left", "60s", "--level"), ("log add: got --level alone, expected a value",)),
            (("calves/left",), ("log add: got no seconds, expected unknot log add AREA SECONDS.",)),
        )
        for words, parts in table:
            with self.subTest(words):
                self.bad("log", "add", *words, parts=parts)
                self.assertEqual(self.entries(), [])
                self.assertEqual(self.json("people"), [])

    def test_options_before_a_verb_below_are_not_lost(self) -> None:
        there = str(self.home / "there")
        for words in (("log", "--data", there, "add", "calves", "60s"),
                      ("log", "--as", "x", "remove", "0000"), ("people", "--json", "add", "x"),
                      ("me", "--age", "4", "tool", "add", "blue=soft_roller")):
            with self.subTest(words):
                self.bad(*words, parts=(words[0], words[1], "before"))
                self.assertEqual(list(self.home.iterdir()), [])

    def test_two_programs_at_once(self) -> None:
        """Each waits for its turn, and nothing is lost."""
        self.good("note", "first")
        runs = [subprocess.Popen([cli.PROGRAM, "note", f"note {n}"], env=self.env,
                                 stdout=subprocess.DEVNULL) for n in range(12)]
        self.assertEqual([run.wait(timeout=60) for run in runs], [cli.GOOD] * 12)
        self.assertEqual(len(self.entries()), 13)

    def test_times_by_the_clock_here(self) -> None:
        env = {"TZ": "Europe/Berlin"}
        self.good("log", "add", "calves/left", "60s", "--at", "2026-01-05 19:00", **env)
        self.good("log", "add", "calves/left", "60s", "--at", "2026-07-05T19:00", **env)
        self.good("log", "add", "calves/left", "60s", "--at", "2024-02-29T23:59:59Z", **env)
        self.assertEqual([row["at"] for row in self.entries()],
                         ["2026-07-05T19:00:00+02:00", "2026-01-05T19:00:00+01:00",
                          "2024-02-29T23:59:59Z"])
        self.assertIn("2026-07-05 19:00", self.good("log", TZ="Asia/Tokyo").out)
        # The night the clocks go forward has no half past two.
        self.bad("log", "add", "calves", "60s", "--at", "2026-03-29T02:30",
                 parts=("--at", "2026-03-29T02:30", "put forward"), **env)

    def test_edit_is_a_new_record(self) -> None:
        self.good("log", "add", "calves/left", "60s", "--level", "4", "--at", "2026-01-05T19:00")
        old = self.entries()[0]
        self.good("log", "edit", old["id"][-6:], "--seconds", "45s", "--level", "unknown")
        row, = self.entries()
        self.assertNotEqual(row["id"], old["id"])
        self.assertEqual((row["pieces"][0]["seconds"], row["pieces"][0]["level"], row["at"]),
                         (45, None, old["at"]))
        self.good("log", "edit", row["id"], "--area", "soleus/right", "--at", "2026-01-06T08:00",
                  "--tool", "tennis_ball")
        row, = self.entries()
        self.assertEqual((row["pieces"][0]["area"], row["pieces"][0]["side"], row["at"],
                          row["pieces"][0]["tool"]),
                         ("soleus", "right", "2026-01-06T08:00:00Z", "Tennis ball"))
        kinds = [one["kind"] for one in self.good("export").json["records"]]
        self.assertEqual((kinds.count("rolled"), kinds.count("removal")), (3, 2))
        self.bad("log", "edit", row["id"], parts=("nothing to change",))
        self.bad("log", "edit", row["id"], "--level", "12", parts=("--level", "12"))
        self.bad("log", "edit", old["id"], "--level", "2", parts=("id", old["id"], "already"))

    def test_remove(self) -> None:
        self.good("log", "add", "calves/left", "60s")
        self.good("log", "add", "calves/right", "60s")
        first = self.entries()[0]["id"]
        self.good("log", "remove", first, "--why", "it was the other leg")
        self.assertNotIn(first, [row["id"] for row in self.entries()])
        self.assertEqual(len(self.entries()), 1)
        for verb in (("remove",), ("show",)):
            self.bad("log", *verb, first, parts=("id", first, "removed or corrected already"))
        self.bad("log", "show", "ffffffff", parts=("an id of unknot log",))

    def test_ids_are_shortened_without_doubt(self) -> None:
        for number in (0xaaaa0001, 0xbbbb0001):
            self.take_in(*([logs.record(1, "person", {"name": "A"})] if number == 0xaaaa0001
                           else []), logs.record(number, "note", {"text": "x"}))
        self.bad("log", "remove", "0001", parts=("id", "0001", "2 fit"))
        self.bad("log", "remove", "001", parts=("id", "001", "4 characters"))
        self.bad("log", "show", "ffffffff", parts=("id", "ffffffff"))
        self.good("log", "remove", "bbbb0001")
        self.good("log", "show", "0001")

    def test_guided_sessions(self) -> None:
        session = logs.uuid(50)
        own = {"session": session}
        self.take_in(logs.record(1, "person", {"name": "A"}),
                     {**logs.record(50, "plan", {"plan": {}}), **own},
                     {**logs.record(51, "rolled", {"area": "calves", "side": "left",
                                                   "seconds": 60, "rung": 1}), **own},
                     {**logs.record(52, "rolled", {"area": "calves", "side": "right",
                                                   "seconds": 60, "rung": 1}), **own})
        row, = self.entries()
        self.assertEqual((row["id"], row["by_hand"], row["complete"], len(row["pieces"])),
                         (session, False, False, 2))
        self.assertIn("broken off", self.good("log").out)
        self.bad("log", "edit", session, "--level", "3", parts=("one piece",))
        self.good("log", "edit", logs.uuid(52), "--level", "3")
        row, = self.entries()
        self.assertEqual([piece["level"] for piece in row["pieces"]], [None, 3])
        self.good("log", "remove", session)
        self.assertEqual(self.entries(), [])

    def test_a_session_with_nothing_rolled_is_no_row(self) -> None:
        session = logs.uuid(50)
        self.take_in(logs.record(1, "person", {"name": "A"}),
                     {**logs.record(50, "plan", {"plan": {}}), "session": session},
                     {**logs.record(51, "session", {"reason": "stopped"}), "session": session})
        self.assertIn("Nothing yet", self.good("log").out)
        self.assertEqual(len(self.entries()), 1, "programs are told")
        self.good("note", "x")
        self.assertIn("Note: x", self.good("log", "--last", "1").out)

    def test_notes(self) -> None:
        self.good("note", "felt", "odd", "--place", "shin/left", "--at", "2026-01-05T19:00")
        self.good("note", "=1+1 \"quoted\" \u00fc")
        new, old = self.entries()
        self.assertEqual((old["text"], old["place"], old["side"]), ("felt odd", "shin", "left"))
        self.assertEqual(new["text"], "=1+1 \"quoted\" \u00fc")
        self.assertIn("shin left: felt odd", self.good("log").out)
        self.bad("note", " ", parts=("text",))
        self.bad("note", "x" * 4001, parts=("text", "4000"))
        self.bad("note", "x", "--place", "nowhere", parts=("--place", "nowhere"))
        self.bad("note", "x", "--place", "shin/up", parts=("--place", "up"))
        self.bad("note", "x", "--at", logs.moment(days=-2), parts=("--at", "future"))

    def test_notes_do_not_reach_the_terminal_raw(self) -> None:
        self.good("note", "a\x1b[31mb")
        self.assertNotIn("\x1b", self.good("log").out)

    def test_after(self) -> None:
        self.good("log", "add", "calves/left", "60s", "--at", "2026-01-05T19:00")
        self.good("log", "after", "calves/left", "bruise", "--at", "2026-01-06T19:00")
        self.assertEqual((self.entries()[0]["effect"], self.entries()[0]["gone"]),
                         ("bruise", False))
        asked = self.run_program("plan", *cli.READY[2:], "--json").json["request"]["history"]
        self.assertEqual([(row["side"], row["after_effect"], row["after_effect_gone"])
                          for row in asked], [("left", "bruise", False)])
        self.good("log", "after", "calves/left", "gone")
        asked = self.run_program("plan", *cli.READY[2:], "--json").json["request"]["history"]
        self.assertEqual(asked[0]["after_effect_gone"], True)
        # Nothing is left by now, so nothing can be gone.
        before = len(self.entries())
        self.bad("log", "after", "calves/left", "gone", parts=("calves left", "nothing can be gone"))
        self.bad("log", "after", "glutes", "gone", parts=("glutes", "nothing"))
        self.assertEqual(len(self.entries()), before)
        self.bad("log", "after", "calves", "blister", parts=("effect", "blister", "gone"))
        self.bad("log", "after", "knee", "bruise", parts=("area", "knee"))


    def test_gone_says_what_is_gone(self) -> None:
        self.good("log", "after", "calves/left", "bruise", "--at", "2026-01-06T19:00")
        self.good("log", "after", "calves", "tingling", "--at", "2026-01-06T20:00")
        self.good("log", "after", "glutes/left", "swelling", "--at", "2026-01-06T21:00")
        text = " ".join(self.good("log", "after", "calves", "gone").out.split())
        for words in ("calves left: a bruise, gone", "calves both sides: tingling, gone"):
            self.assertIn(words, text)
        self.assertNotIn("swelling", text)
        gone = [(one["area"], one["side"], one["effect"]) for one in self.entries()
                if one.get("gone")]
        self.assertEqual(sorted(gone), [("calves", "both", "tingling"),
                                        ("calves", "left", "bruise")])
        history = self.run_program("plan", *cli.READY[2:], "--json").json["request"]["history"]
        self.assertEqual({(one["area"], one["after_effect_gone"]) for one in history},
                         {("calves", True), ("glutes", False)})

    def test_a_plan_says_what_it_keeps_softer_and_why(self) -> None:
        self.good("me", "--no-conditions", "--experience", "regular")
        self.good("me", "tool", "add", "blue=soft_roller")
        self.good("log", "add", "calves", "60s", "--level", "4", "--at", logs.moment(days=3))
        words = ("plan", "--none-of-these", "--want", "calves", "--minutes", "5")
        self.assertNotIn("Kept softer today", self.good(*words).out)
        self.good("log", "after", "calves", "sore_over_48h")
        text = " ".join(self.good(*words).out.split())
        self.assertIn("Kept softer today, as it was sore for more than 48 hours after last time: "
                      "calves (both sides).", text)

    def test_what_is_still_there_is_said(self) -> None:
        """`none` is no `gone`, and a harm says what follows from it."""
        out = " ".join(self.good("log", "after", "calves/left", "bruise").out.split())
        self.assertIn("Left out of plans", out)
        self.assertIn("unknot log after calves/left gone", out)
        out = " ".join(self.good("log", "after", "calves", "none").out.split())
        self.assertIn("a bruise (calves left)", out)
        self.assertIn("unknot log after calves/left gone", out)
        out = " ".join(self.good("log", "after", "calves/right", "none").out.split())
        self.assertNotIn("gone", out)


class History(logs.Logs):
    def told(self, *words: str) -> dict:
        return {(row["area"], row["side"]): row for row in self.json("history", *words)["sides"]}

    def test_what_was_done(self) -> None:
        for days in (6, 4, 2):
            self.good("log", "add", "calves/left", "60s", "--level", "4", "--at",
                      logs.moment(days=days))
        rows = self.told("calves")
        self.assertEqual(rows["calves", "left"]["history"]["last_levels"], [4, 4, 4])
        self.assertEqual(rows["calves", "left"]["history"]["clean_sessions"], 3)
        self.assertIsNone(rows["calves", "right"]["history"])
        text = " ".join(self.good("history", "calves").out.split())
        for words in ("Calves left Last rolled", "It felt 4, 4, 4 of 10",
                      "went well: 3", RUNGS, "Calves right Not rolled yet"):
            self.assertIn(words, text)
        self.assertEqual(cli.wide(self.good("history", "calves").out), [])
        rungs = rows["calves", "left"]["next"]["rungs"]
        self.assertEqual(rungs[:2], [{"rung": 1, "intensity": 6}, {"rung": 2, "intensity": 6}])

    def test_a_bruise_closes(self) -> None:
        self.good("log", "add", "calves/left", "60s", "--at", logs.moment(days=2))
        self.good("log", "after", "calves/left", "bruise")
        text = " ".join(self.good("history", "calves").out.split())
        self.assertIn("it rests until a bruise is gone", text)

    def test_one_level_and_unknown_ones(self) -> None:
        self.good("log", "add", "calves/left", "60s", "--level", "9", "--at", logs.moment(days=4))
        self.assertIn("It felt 9 of 10.", self.good("history", "calves").out)
        self.good("log", "add", "calves/left", "60s", "--at", logs.moment(days=2))
        self.assertIn("It felt unknown, 9 of 10, newest first.",
                      " ".join(self.good("history", "calves").out.split()))

    def test_spacing(self) -> None:
        self.good("log", "add", "calves/left", "40s", "--at", logs.moment(hours=1))
        left = self.told("calves")["calves", "left"]["next"]
        self.assertEqual((left["seconds_left"], left["again"]), (50, None))
        self.good("log", "add", "calves/left", "40s", "--at", logs.moment(hours=0.5))
        left = self.told("calves")["calves", "left"]["next"]
        self.assertRegex(left["again"], r"^\d{4}-\d\d-\d\dT\d\d:00:00Z$")
        then = datetime.datetime.fromisoformat(left["again"])
        hours = (then - datetime.datetime.now(datetime.UTC)).total_seconds()
        self.assertLess(hours / 3600, 24.5)
        self.assertIn("again from", self.good("history", "calves").out)
        plan = self.run_program("plan", *cli.READY[2:], "--none-of-these", "--want",
                                "calves/left", "--json").json
        self.assertNotIn(("calves", "left"), {(s["area"], s["side"]) for s in plan["steps"]})

    def test_places(self) -> None:
        self.assertEqual({area for area, _ in self.told("shin")},
                         {"tibialis_anterior"} | {area for area, _ in self.told("shin")})
        self.assertEqual(set(self.told("Upper Back")), {("thoracic_spine", "middle")}
                         | set(self.told("upper_back")))
        self.bad("history", "nowhere", parts=("place", "nowhere"))

    def test_what_it_says_is_what_a_plan_does(self) -> None:
        """Seconds left are those a plan gives at most."""
        self.good("me", "--no-conditions")
        self.good("me", "tool", "add", "blue=soft_roller")
        self.good("log", "add", "calves/left", "50s", "--level", "3", "--at", logs.moment(hours=1))
        left = self.told("calves")["calves", "left"]["next"]["seconds_left"]
        plan = self.json("plan", "--none-of-these", "--want", "calves", "--minutes", "10")
        given = sum(step["seconds"] for step in plan["steps"]
                    if (step["area"], step["side"]) == ("calves", "left"))
        self.assertLessEqual(given, left)
        self.assertEqual(left, 40)


class Load(logs.Logs):
    def test_chart(self) -> None:
        self.good("log", "add", "calves/left", "60s")
        self.good("log", "add", "calves/left", "60s", "--at", logs.moment(days=7))
        self.good("log", "add", "calves", "30s", "--at", logs.moment(days=7))
        self.good("log", "add", "thoracic_spine", "45s")
        load = self.json("load")
        today = datetime.datetime.now(datetime.UTC).date()
        monday = today - datetime.timedelta(days=today.weekday())
        self.assertEqual(load["weeks"], [(monday - datetime.timedelta(weeks=n)).isoformat()
                                         for n in range(7, -1, -1)])
        rows = {row["area"]: row for row in load["areas"]}
        self.assertEqual(rows["calves"]["left"][-2:], [90, 60])
        self.assertEqual(rows["calves"]["right"][-2:], [30, 0])
        self.assertEqual(rows["thoracic_spine"]["left"][-1], 45)
        text = self.good("load").out
        self.assertEqual(cli.wide(text), [])
        self.assertIn("left    90 s ==================", text)
        self.assertIn("nothing", text)
        self.assertRegex(text, r"  \d{4}-\d\d-\d\d  +45 s =========\n")
        self.assertNotIn("\x1b", text)
        self.assertEqual(len(self.json("load", "--weeks", "1")["weeks"]), 1)

    def test_bad_weeks(self) -> None:
        for weeks in ("0", "-1", "x", "521"):
            self.bad("load", "--weeks", weeks, parts=("load: --weeks: got " + weeks, "1 to 520"))

    def test_rest_is_no_reproach(self) -> None:
        self.good("log", "add", "calves", "60s")
        text = " ".join(self.good("load").out.split())
        self.assertIn("Days of rest are part of it", text)
        self.assertIsNone(re.search(r"missed|broke|lost|should", text))


if __name__ == "__main__":
    unittest.main()
