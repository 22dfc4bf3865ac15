"""Generator, checker and judge together."""

import unittest

from checker_case import *    # noqa: F403


# ---------------------------------------------------------------- generator and judge together

class Together(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.knowledge = checker.Knowledge.load(REAL)
        cls.made = judge.generate(cls.knowledge, "7", 0, 3000)

    def test_what_is_called_possible_is_lawful(self):
        planned = 0
        for asked in self.made:
            answer = toy.answer(asked, self.knowledge)
            planned += answer["outcome"] == "plan"
            self.assertEqual(checker.check(asked, answer, self.knowledge), [])
        self.assertGreater(planned, 1500)

    def test_requests_are_repeatable_and_varied(self):
        again = judge.generate(self.knowledge, "7", 0, 3000)
        self.assertEqual(json.dumps(self.made), json.dumps(again))
        self.assertNotEqual(self.made, judge.generate(self.knowledge, "8", 0, 3000))
        places = {e["at"] for r in self.made for e in r.get("feel", [])}
        self.assertEqual(places, set(self.knowledge.places))
        named = {c if isinstance(c, str) else c["id"]
                 for r in self.made for c in r.get("conditions", [])}
        self.assertEqual(named, set(self.knowledge.conditions))

    def test_requests_keep_to_the_format(self):
        for asked in self.made:
            self.assertTrue(1 <= asked["minutes"] <= 600)
            ids = [t["id"] for t in asked["tools"]]
            self.assertEqual(len(ids), len(set(ids)))
            flags = asked["red_flags"]
            self.assertFalse(flags.get("present") and not flags["screened"])

    def run_judge(self, *options, program=True):
        with tempfile.TemporaryDirectory() as folder:
            out = pathlib.Path(folder) / "bad.json"
            command = [sys.executable, str(HERE / "judge.py"), "--knowledge", str(REAL),
                       "--out", str(out)]
            if program is not None:
                wrong = "" if program is True else f" --wrong {program}"
                command += ["--program", f"{sys.executable} {HERE / 'toy.py'} {REAL}{wrong}"]
            run = subprocess.run(command + list(options), capture_output=True, text=True)
            self.assertEqual(run.stderr, "")
            return run.returncode, json.loads(out.read_text())

    def test_judge(self):
        code, found = self.run_judge("--count", "500", "--seed", "3")
        self.assertEqual((code, found["breaches"]), (0, {}))
        code, found = self.run_judge("--count", "500", "--seed", "3", program=9)
        self.assertEqual(code, 1)
        self.assertIn("dose_range", found["breaches"])
        self.assertIn("request", found["examples"]["dose_range"][0])

    def test_judge_reads_a_file(self):
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
            file.write("".join(judge.compact(asked) + "\n" for asked in self.made[:50]))
            file.flush()
            code, found = self.run_judge("--file", file.name)
        self.assertEqual((code, found["breaches"]), (0, {}))

    def test_judge_catches_a_program_that_answers_too_little(self):
        run = subprocess.run([sys.executable, str(HERE / "judge.py"), "--knowledge", str(REAL),
                              "--count", "10", "--program", "true"], capture_output=True, text=True)
        self.assertEqual(run.returncode, 1)
        self.assertIn("batch", run.stdout)


if __name__ == "__main__":
    unittest.main()
