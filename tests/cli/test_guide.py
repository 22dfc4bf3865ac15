#!/usr/bin/env python3
"""`unknot guide` in lines, as a script or a screen reader runs it: plan, files, words, log."""

import json
import pathlib
import re
import subprocess
import tempfile
import unittest

import cli
import logs

FAST = ("--plain", "--speed", "1000")
LINE = re.compile(r"^\[(\d+):(\d\d)\] (.*)$", re.MULTILINE)


def guide(*words: str, **more) -> cli.Answer:
    return cli.run("guide", *words, **more)


def said(answer: cli.Answer) -> list[tuple[int, str]]:
    return [(int(m) * 60 + int(s), text) for m, s, text in LINE.findall(answer.out)]


class Example(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.answer = guide("--example", *FAST)
        cls.plan = json.loads(cli.run("plan", "--example", "--format", "json").out)

    def test_it_ends_by_itself(self) -> None:
        self.assertEqual(self.answer.code, cli.GOOD, self.answer.err)
        self.assertEqual(self.answer.err, "")
        self.assertIn("today's session", said(self.answer)[-1][1])

    def test_every_step_is_told_with_its_side(self) -> None:
        text = self.answer.out
        for step in self.plan["steps"]:
            self.assertIn(cli.side_name(step["area"], step["side"]), text)

    def test_time_goes_on_and_is_the_plans(self) -> None:
        times = [seconds for seconds, _ in said(self.answer)]
        self.assertEqual(times, sorted(times))
        rolled = sum(step["seconds"] for step in self.plan["steps"])
        minutes, seconds = divmod(rolled, 60)
        self.assertIn(f"Rolled: {minutes} min" + (f" {seconds} s" if seconds else "") + ".",
                      self.answer.out)

    def test_half_way_rest_and_last_seconds(self) -> None:
        for words in ("Half way", "Rest, off the tool. Fifteen seconds.", "Last five seconds",
                      "Breathe", "How strong"):
            self.assertIn(words, self.answer.out)


class Words(unittest.TestCase):
    def told(self, *lines: str) -> cli.Answer:
        return guide("--example", *FAST, stdin="".join(line + "\n" for line in lines))

    def test_stop_keeps_what_was_rolled(self) -> None:
        answer = self.told("wait 60", "stop")
        self.assertEqual(answer.code, cli.GOOD)
        self.assertEqual(answer.out.count("Ended"), 1)
        self.assertRegex(answer.out, r"Rolled: \d+ s\.")

    def test_eight_ends_the_area(self) -> None:
        answer = self.told("wait 40", "8", "wait 5", "stop")
        self.assertIn("too strong", answer.out)
        self.assertIn("That is too strong. Come off. No more today: both", answer.out)

    def test_a_warning_sign_ends_with_its_text(self) -> None:
        answer = self.told("wait 40", "urgent cauda_equina")
        self.assertRegex(answer.out, "emergency number|999|112|911")

    def test_a_level_about_nothing_is_said_to_be_so(self) -> None:
        answer = self.told("pause", "4", "go", "stop")
        self.assertIn("Nothing has been rolled yet", answer.out)

    def test_an_unknown_word_pauses_and_tells_the_known_ones(self) -> None:
        answer = self.told("wait 40", "faster!", "wait 0", "stop")
        self.assertIn("got faster!, expected one of: 0 to 10, pause", answer.out)
        self.assertIn("Paused", answer.out)


class Files(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.made = cli.run("plan", "--example", "--format", "json").out

    def file(self, text: str) -> str:
        path = self.folder / "plan.json"
        path.write_text(text, encoding="utf-8")
        return str(path)

    def run_file(self, text: str, *words: str) -> cli.Answer:
        return guide("--plan", self.file(text), "--no-log", *FAST, *words)

    def test_a_fresh_plan_as_it_is(self) -> None:
        answer = self.run_file(self.made)
        self.assertEqual(answer.code, cli.GOOD, answer.err)
        self.assertNotIn("planned anew", answer.out)

    def test_an_unlawful_one_is_made_anew(self) -> None:
        answer = self.run_file(self.made.replace('"sets":[45,45]', '"sets":[300,45]', 1))
        self.assertEqual(answer.code, cli.GOOD, answer.err)
        self.assertIn("does not pass the rules as of now", answer.out)
        self.assertNotIn("300 s", answer.out)

    def test_an_old_one_wants_the_warning_signs_again(self) -> None:
        old = re.sub(r"20\d\d-\d\d-\d\dT[\d:]+", "2026-01-05T08:00:00", self.made)
        answer = self.run_file(old)
        self.assertEqual(answer.code, cli.REFUSED)
        self.assertIn("warning signs were answered", answer.out)
        answer = self.run_file(old, "--none-of-these")
        self.assertEqual(answer.code, cli.GOOD, answer.err)
        self.assertIn("not of today", answer.out)

    def test_hostile_files(self) -> None:
        for text in ("", "{}", "[1]", '{"format":"unknot/plan@9"}', "\x00"):
            answer = self.run_file(text)
            self.assertEqual(answer.code, cli.BAD_INPUT, text)
            self.assertEqual(answer.err.count("\n"), 1)

    def test_a_request_of_another_day_is_guided_as_of_now(self) -> None:
        path = self.file(json.dumps(cli.request(
            now="2026-01-05T08:00:00Z",
            red_flags={**cli.SCREENED, "at": "2026-01-05T07:55:00Z"})))
        answer = guide("--request", path, "--no-log", *FAST)
        self.assertEqual(answer.code, cli.REFUSED, answer.out)

    def test_two_sources_at_once(self) -> None:
        for words in (("--plan", "a", "--example"), ("--plan", "a", "--age", "40"),
                      ("--request", "a", "--none-of-these")):
            answer = guide(*words)
            self.assertEqual(answer.code, cli.BAD_INPUT)
            self.assertIn("expected one of the two", answer.err)


class Refused(unittest.TestCase):
    def test_it_is_shown_as_plan_does(self) -> None:
        answer = guide("--red-flag", "cauda_equina", "--tool", "soft_roller", "--no-log", *FAST)
        self.assertEqual(answer.code, cli.REFUSED)
        self.assertIn("No rolling today", answer.out)
        self.assertEqual(said(answer), [])

    def test_numbers_out_of_range(self) -> None:
        for words in (("--speed", "0"), ("--speed", "1001"), ("--get-ready", "120"),
                      ("--time-left", "-1"), ("--voice", "no_such_voice")):
            answer = guide("--example", "--plain", *words)
            self.assertEqual(answer.code, cli.BAD_INPUT, words)


class Log(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.data = folder.name

    def log(self) -> dict:
        return cli.run("log", "--data", self.data, "--json").json

    def test_what_was_rolled_is_in_the_log_and_counts(self) -> None:
        words = ("--none-of-these", "--tool", "soft_roller", "--minutes", "6", "--data", self.data)
        answer = guide(*words, *FAST)
        self.assertEqual(answer.code, cli.GOOD, answer.err)
        log = json.dumps(self.log())
        self.assertIn("finished", log)
        # Right afterwards the same muscles have had their time.
        again = cli.run("plan", "--none-of-these", "--tool", "soft_roller", "--minutes", "6",
                        "--data", self.data, "--format", "json").json
        before = answer.out.lower()
        for step in again["steps"]:
            self.assertNotIn(cli.names("areas")[step["area"]].lower() + ", left:", before)

    def test_a_trial_writes_nothing(self) -> None:
        env = cli.environment(XDG_DATA_HOME=self.data)
        answer = guide("--example", *FAST, env=env)
        self.assertEqual(answer.code, cli.GOOD)
        self.assertEqual(list(pathlib.Path(self.data).iterdir()), [])

    def told(self, *words: str, **more) -> str:
        answer = guide(*words, *FAST, stdin="wait 60\nstop\n", **more)
        self.assertEqual(answer.code, cli.GOOD)
        return " ".join(answer.out.split())

    def test_it_says_what_becomes_of_what_is_rolled(self) -> None:
        """Nobody is told that something is kept when it is not."""
        kept, trial = "What you rolled is kept in your log", "This is a trial: nothing of it is kept"
        for words, sentence, times in (
                (("--example",), trial, 2),
                (("--none-of-these", "--tool", "soft_roller"), trial, 2),
                (("--example", "--data", self.data), kept, 1),
                (("--example", "--no-log", "--data", self.data), "nothing of it is kept in your log", 2),
                (("--example", "--data", "/proc/nothing/here"), "nothing of it is kept", 2)):
            with self.subTest(words):
                text = self.told(*words)
                self.assertEqual(text.count(sentence), times, text)
                self.assertEqual("is kept in your log" in text.replace("nothing of it is kept", ""),
                                 sentence == kept, text)

    def test_a_log_that_cannot_be_written_does_not_stop_it(self) -> None:
        answer = guide("--example", *FAST, "--data", "/proc/nothing/here")
        self.assertEqual(answer.code, cli.GOOD, answer.out)
        self.assertIn("today's session", answer.out)
        self.assertEqual(answer.err.count("\n"), 1, answer.err)


class Reminders(logs.Logs):
    """What `plan` says below a plan: what changes it before, an offer when it is earned."""

    WORDS = ("--none-of-these", "--tool", "soft_roller", "--minutes", "6")
    CONDITIONS = "which health conditions you have"
    OFFER = "count yourself as regular"

    def guided(self) -> str:
        # A --data makes a session told in no time one that counts.
        answer = self.good("guide", *self.WORDS, *FAST, "--data", str(self.file.parent))
        return " ".join(answer.out.split())

    def guided_and_answered(self) -> str:
        """Somebody says 4 as soon as the rolling begins."""
        words = ("guide", "--none-of-these", "--tool", "soft_roller", "--minutes", "1", "--plain",
                 "--speed", "10", "--data", str(self.file.parent))
        told = ""
        with subprocess.Popen([cli.PROGRAM, *words], stdin=subprocess.PIPE, text=True,
                              stdout=subprocess.PIPE, env=self.env) as run:
            for line in run.stdout:
                told += line
                if "Begin." in line:
                    run.stdin.write("4\n")
                    run.stdin.flush()
        self.assertEqual(run.returncode, cli.GOOD)
        return " ".join(told.split())

    def somebody(self, asked: float, sessions: int) -> None:
        records = [logs.record(1, "person", {"name": "Anna"}),
                   logs.record(2, "profile", {"conditions": []}, at=logs.moment(days=asked))]
        for number in range(sessions):
            records.append(logs.record(10 + number, "rolled", {
                "area": "calves", "side": "left", "seconds": 60, "rung": 1, "level": 4},
                at=logs.moment(days=10 - number)))
        self.take_in(*records)

    def test_conditions_before_the_session(self) -> None:
        self.somebody(asked=91, sessions=0)
        told = self.guided()
        self.assertEqual(told.count(self.CONDITIONS), 1)
        self.assertLess(told.index(self.CONDITIONS), told.index("[00:00]"))
        self.good("me", "--no-conditions")
        self.assertNotIn(self.CONDITIONS, self.guided())

    def test_the_offer_after_the_session_that_earned_it(self) -> None:
        self.somebody(asked=1, sessions=5)
        self.assertFalse(self.json("me")["may_be_regular"])
        told = self.guided_and_answered()
        self.assertTrue(self.json("me")["may_be_regular"])
        self.assertEqual(told.count(self.OFFER), 1)
        self.assertLess(told.index("Rolled:"), told.index(self.OFFER))
        self.good("me", "--experience", "new")
        self.assertNotIn(self.OFFER, self.guided())

    def test_nothing_without_the_log(self) -> None:
        self.somebody(asked=91, sessions=6)
        answer = self.run_program("guide", *self.WORDS, *FAST, "--no-log")
        self.assertEqual(answer.code, cli.GOOD)
        told = " ".join(answer.out.split())
        self.assertNotIn(self.CONDITIONS, told)
        self.assertNotIn(self.OFFER, told)


class ReadOnly(logs.Logs):
    def test_a_log_that_may_only_be_read(self) -> None:
        """With somebody in it, and with nobody."""
        self.good("note", "first")
        ask = self.somebody_else()
        words = ("guide", "--example", *FAST, "--data", str(self.file.parent))
        done = ask(*words, stdin="wait 60\nstop\n")
        text = " ".join(done.stdout.split())
        self.assertEqual(done.returncode, cli.GOOD, done.stderr)
        self.assertIn("not all you rolled is kept", text)
        self.assertNotIn("is kept in your log", text)

    def test_a_log_of_nobody_that_may_only_be_read(self) -> None:
        self.good("note", "first")
        self.good("forget", "--yes")
        ask = self.somebody_else()
        done = ask("guide", "--example", *FAST, "--data", str(self.file.parent))
        self.assertEqual(done.returncode, cli.GOOD, done.stderr)
        self.assertIn("nothing of it is kept", " ".join(done.stdout.split()))
        self.assertIn("today's session", done.stdout)


if __name__ == "__main__":
    unittest.main()
