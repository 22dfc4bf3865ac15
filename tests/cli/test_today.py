#!/usr/bin/env python3
"""What hurt today is left alone for a day: by the next plan, by a plan or a request in a file, by a
session that is taken up again, whatever way the hurt came into the log."""

import json
import subprocess
import time
import unittest

import cli
import logs

FAST = ("--plain", "--speed", "1000", "--voice", "off")
WANT = ("--none-of-these", "--tool", "soft_roller", "--tool", "blue=soft_ball",
        "--minutes", "12", "--at", "floor", "--at", "wall")


class Today(logs.Logs):
    def guide(self, *words: str, lines=(), **env) -> cli.Answer:
        return self.run_program("guide", *FAST, "--data", str(self.home), *words,
                                stdin="".join(line + "\n" for line in lines), **env)

    def plan(self, *words: str) -> dict:
        return self.run_program("plan", *WANT, "--data", str(self.home), *words, "--json").json

    def rolled(self, plan: dict) -> set[tuple[str, str]]:
        return {(step["area"], step["side"]) for step in plan["steps"]}

    def areas(self, *words: str) -> set[str]:
        return {step["area"] for step in self.plan(*words)["steps"]}

    def ended(self) -> list[tuple[str, str]]:
        entries = self.json("log", "--data", str(self.home))["entries"]
        return [(e["area"], e["reason"]) for e in entries if e["kind"] == "area_over"]

    def test_whatever_ends_an_area_ends_it_for_the_next_plan(self) -> None:
        # The answer at 9 may come after its six seconds, which go by in six thousandths of one.
        table = [("8", ["8"], ("level",)),
                 ("10", ["10"], ("level",)),
                 ("it hurt, and nobody answers", ["hurt", "wait 10"], ("hurt",)),
                 ("it hurt at 9", ["hurt", "9"], ("level", "hurt")),
                 ("it hurt, and stop before an answer", ["hurt"], ("hurt",)),
                 ("tingling", ["numb"], ("tingling",))]
        for name, words, reasons in table:
            with self.subTest(name):
                self.setUp()
                answer = self.guide(*WANT, "--want", "hamstrings",
                                    lines=("wait 20", *words, "stop"))
                self.assertEqual(answer.code, cli.GOOD, answer.err)
                (area, why), = self.ended()
                self.assertIn(why, reasons)
                self.assertNotIn(area, self.areas("--want", area))
                left_out = [row["says"] for row in self.plan("--want", area)["left_out"]
                            if row["at"] == area]
                self.assertTrue(left_out, name)
                if why != "tingling":
                    self.assertIn("24 h", left_out[0])

    def test_a_level_entered_by_hand_counts_alike(self) -> None:
        for level, stays in ((7, True), (8, False), (9, False)):
            with self.subTest(level=level):
                self.setUp()
                self.good("log", "add", "piriformis/left", "30s", "--level", str(level), "--at",
                          logs.moment(hours=8), "--data", str(self.home))
                rolled = self.rolled(self.plan("--want", "glutes", "--want", "piriformis"))
                self.assertEqual(any(area in ("glutes", "piriformis") for area, _ in rolled),
                                 stays, rolled)

    def test_it_is_for_a_day(self) -> None:
        words = ("--data", str(self.home))
        self.good("log", "add", "hamstrings", "30s", "--level", "9", "--at",
                  logs.moment(hours=23.9), *words)
        self.assertNotIn("hamstrings", self.areas("--want", "hamstrings"))
        self.setUp()
        words = ("--data", str(self.home))
        self.good("log", "add", "hamstrings", "30s", "--level", "9", "--at",
                  logs.moment(hours=24.1), *words)
        self.assertIn("hamstrings", self.areas("--want", "hamstrings"))

    def test_what_a_file_says_does_not_open_it(self) -> None:
        made = self.run_program("plan", *WANT, "--want", "hamstrings", "--data", str(self.home),
                                "--json").out
        self.assertIn("hamstrings", {step["area"] for step in json.loads(made)["steps"]})
        plan, request = self.home / "plan.json", self.home / "request.json"
        plan.write_text(made, encoding="utf-8")
        request.write_text(json.dumps(json.loads(made)["request"]), encoding="utf-8")
        self.good("log", "add", "hamstrings/left", "30s", "--level", "9", "--data",
                  str(self.home))
        for words in (("--plan", str(plan)), ("--request", str(request))):
            with self.subTest(words[0]):
                answer = self.guide(*words, lines=("wait 1", "stop"))
                self.assertEqual(answer.code, cli.GOOD, answer.err)
                steps = [line for line in answer.out.splitlines() if line[:4].strip().isdigit()]
                self.assertTrue(steps, answer.out)
                self.assertFalse([line for line in steps if "amstrings" in line], steps)

    def test_killed_while_it_asks_how_much_it_hurts(self) -> None:
        """Silence is what it got: the session is closed by the next one, with the area ended."""
        words = ("guide", "--plain", "--voice", "off", "--data", str(self.home), *WANT)
        with subprocess.Popen([cli.PROGRAM, *words], env=self.env, stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE, text=True) as guided:
            for word in ("start", "hurt"):
                guided.stdin.write(word + "\n")
                guided.stdin.flush()
            for line in guided.stdout:
                if "How much does it hurt" in line:
                    break
            time.sleep(0.5)  # It is told first and written down next.
            guided.kill()
        self.assertEqual(self.ended(), [])
        self.guide(*WANT, lines=("stop",))
        (area, reason), = self.ended()
        self.assertEqual(reason, "hurt")
        self.assertNotIn(area, self.areas("--want", area))

    def test_all_of_it_hurt(self) -> None:
        for area in cli.names("areas"):
            self.good("log", "add", area, "30s", "--level", "9", "--data", str(self.home))
        answer = self.run_program("plan", *WANT, "--data", str(self.home))
        self.assertEqual(answer.code, cli.REFUSED)
        self.assertIn("because it hurt or felt too strong", " ".join(answer.out.split()))
        self.assertIn("Wait until 24 h", answer.out)
        self.assertNotIn("Take something off", answer.out)

    def test_it_can_be_seen_and_taken_back(self) -> None:
        self.guide(*WANT, "--want", "hamstrings", lines=("wait 20", "hurt", "wait 10", "stop"))
        (area, _), = self.ended()
        name = cli.names("areas")[area]
        text = " ".join(self.good("log", "--data", str(self.home)).out.split())
        self.assertIn(f"Ended for the day because it hurt: {name.lower()}", text)
        told = " ".join(self.good("history", area, "--data", str(self.home)).out.split())
        self.assertIn("left alone until", told)
        rows = self.json("history", area, "--data", str(self.home))["sides"]
        self.assertTrue(all(row["next"]["left_alone_until"] for row in rows))
        self.assertTrue(all(row["next"]["rungs"] == [] for row in rows))
        entry, = (e for e in self.json("log", "--data", str(self.home))["entries"]
                  if e["kind"] == "area_over")
        self.good("log", "remove", entry["id"], "--data", str(self.home))
        rows = self.json("history", area, "--data", str(self.home))["sides"]
        self.assertTrue(all(row["next"]["left_alone_until"] is None for row in rows))


if __name__ == "__main__":
    unittest.main()
