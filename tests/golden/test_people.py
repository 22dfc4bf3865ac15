#!/usr/bin/env python3
"""The golden people against the program.

    test_people.py NAME      the answers to one person are, byte for byte, those that were reviewed
    test_people.py --lawful  every reviewed plan is lawful by the independent checker, and readable
"""

import difflib
import json
import subprocess
import sys
import unittest

import golden

sys.path.insert(0, str(golden.HERE.parent / "oracle"))

import checker  # noqa: E402


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


class Bytes(unittest.TestCase):
    name = ""

    def same(self, expected: str, actual: str) -> None:
        if expected != actual:
            self.fail("\n" + "".join(difflib.unified_diff(
                expected.splitlines(keepends=True), actual.splitlines(keepends=True),
                "reviewed", "now")) + "\nMeant so? Then tests/golden/regenerate.")

    def test_text(self) -> None:
        code, text = golden.ask(self.name)
        self.same((golden.PLANS / f"{self.name}.txt").read_text(encoding="utf-8"), text)
        self.assertEqual(code, golden.EXITS[load(golden.PLANS / f"{self.name}.json")["outcome"]])

    def test_json(self) -> None:
        reviewed = (golden.PLANS / f"{self.name}.json").read_text(encoding="utf-8")
        code, answer = golden.ask(self.name, "--format", "json")
        self.same(reviewed, golden.spread(answer))
        self.assertEqual(golden.packed(reviewed), golden.steady(answer))
        self.assertEqual(code, golden.EXITS[json.loads(answer)["outcome"]])

    def test_transcripts(self) -> None:
        plan = (golden.PLANS / f"{self.name}.json").read_text(encoding="utf-8")
        if json.loads(plan)["outcome"] != "plan":
            return
        for language in golden.LANGUAGES:
            with self.subTest(language):
                reviewed = golden.TRANSCRIPTS / f"{self.name}.{language}.txt"
                self.same(reviewed.read_text(encoding="utf-8"), golden.transcript(plan, language))

    def test_program_finds_its_own_plan_clean(self) -> None:
        run = subprocess.run([golden.program(), "check", str(golden.PLANS / f"{self.name}.json")],
                             capture_output=True, timeout=60)
        self.assertEqual((run.returncode, run.stderr), (0, b""), run.stdout.decode())


class Lawful(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.knowledge = checker.Knowledge.load(str(golden.ROOT / "knowledge"))

    def each(self, judge) -> None:
        for name in golden.names():
            with self.subTest(name):
                judge(load(golden.PEOPLE / f"{name}.json"), load(golden.PLANS / f"{name}.json"))

    def test_no_rule_is_broken(self) -> None:
        self.each(lambda request, plan: self.assertEqual(
            checker.check(request, plan, self.knowledge), []))

    def test_nobody_is_refused_who_clearly_has_a_plan(self) -> None:
        self.each(lambda request, plan: self.assertTrue(
            plan["outcome"] == "plan" or not checker.must_plan(request, self.knowledge)))

    def test_text_fits_the_terminal(self) -> None:
        for name in golden.names():
            with self.subTest(name):
                text = (golden.PLANS / f"{name}.txt").read_text(encoding="utf-8")
                self.assertEqual([x for x in text.splitlines() if len(x) > golden.COLUMNS], [])
                self.assertNotRegex(text, r"[{}]|\x1b", "a slot left open, or colour")

    def test_people_plans_and_readme_are_the_same_set(self) -> None:
        names = golden.names()
        self.assertGreaterEqual(len(names), 15)
        self.assertEqual(sorted(path.name for path in golden.PLANS.iterdir()),
                         sorted(f"{name}.{end}" for name in names for end in ("json", "txt")))
        planned = [name for name in names
                   if load(golden.PLANS / f"{name}.json")["outcome"] == "plan"]
        self.assertEqual(sorted(path.name for path in golden.TRANSCRIPTS.iterdir()),
                         sorted(f"{name}.{language}.txt" for name in planned
                                for language in golden.LANGUAGES))
        readme = (golden.HERE / "README.md").read_text(encoding="utf-8")
        self.assertEqual([name for name in names if f"**{name}**" not in readme], [])


if __name__ == "__main__":
    wanted = sys.argv.pop(1)
    Bytes.name = wanted
    case = Lawful if wanted == "--lawful" else Bytes
    suite = unittest.defaultTestLoader.loadTestsFromTestCase(case)
    sys.exit(0 if unittest.TextTestRunner(verbosity=2).run(suite).wasSuccessful() else 1)
