#!/usr/bin/env python3
"""compare: two requests, their plans and what differs."""

import pathlib
import tempfile
import unittest

import cli
from test_explain import applied, rolled

PAIRS = (("desk_worker", "three_minutes"), ("desk_worker", "cauda_equina"),
         ("runner_before_race", "seasoned_lifter"), ("severe_calf_pain", "desk_worker"),
         ("first_day_hard_roller", "anticoagulants_not_cleared"))


def compare(a: dict, b: dict, *flags: str) -> cli.Answer:
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "b.json"
        file.write_text(cli.compact(b), encoding="utf-8")
        return cli.run("compare", "-", str(file), *flags, stdin=cli.compact(a))


class Compare(unittest.TestCase):
    def test_both_plans_are_in_it(self) -> None:
        for one, other in PAIRS:
            with self.subTest(f"{one} {other}"):
                a, b = cli.person(one), cli.person(other)
                answer = compare(a, b, "--json")
                self.assertEqual((answer.code, answer.err), (cli.GOOD, ""))
                told = answer.json
                self.assertEqual((told["a"], told["b"]), (cli.plan_json(a), cli.plan_json(b)))
                self.assertEqual(applied(told["a"], told["areas"]), rolled(told["b"]))
                self.assertIs(told["same_plan"], not told["areas"] and
                              told["a"]["outcome"] == told["b"]["outcome"])

    def test_what_is_asked(self) -> None:
        a = cli.request(person={"experience": "new", "age": 30}, want=[{"at": "calves"}])
        b = cli.request(person={"experience": "new", "age": 31}, minutes=12,
                        want=[{"at": "calves"}, {"at": "glutes", "side": "left"}])
        fields = {row["field"]: (row["a"], row["b"]) for row in
                  compare(a, b, "--json").json["request"]}
        self.assertEqual(set(fields), {"person.age", "minutes", "want"})
        self.assertEqual(fields["person.age"], (30, 31))
        self.assertEqual(fields["minutes"], (10, 12))
        self.assertEqual(fields["want"][0], [])
        self.assertEqual([row["at"] for row in fields["want"][1]], ["glutes"])

    def test_the_order_of_a_list_is_a_difference(self) -> None:
        ball = {"id": "ball", "kind": "ball", "density": "soft", "surface": "smooth"}
        a, b = cli.request(tools=[cli.SOFT, ball]), cli.request(tools=[ball, cli.SOFT])
        row = compare(a, b, "--json").json["request"][0]
        self.assertEqual(row["field"], "tools")
        self.assertEqual(([one["id"] for one in row["a"]], [one["id"] for one in row["b"]]),
                         (["soft roller", "ball"], ["ball", "soft roller"]))

    def test_the_same_twice(self) -> None:
        asked = cli.person("desk_worker")
        told = compare(asked, asked, "--json").json
        self.assertIs(told["same_plan"], True)
        self.assertEqual((told["request"], told["areas"], told["left_out"], told["advice"]),
                         ([], [], [], {"a": [], "b": []}))
        said = compare(asked, asked).out
        self.assertIn("The same.", said)
        self.assertIn("Both roll the same", said)

    def test_left_out_is_told_with_its_rule(self) -> None:
        a = cli.request(minutes=20)
        b = cli.request(minutes=20, avoid=[{"at": "calves"}])
        told = compare(a, b, "--json").json
        entry = next(row for row in told["left_out"] if row["at"] == "calves")
        self.assertEqual((entry["a"], entry["b"]["rule"]), (None, "wish"))
        self.assertIn("calves", [row["area"] for row in told["areas"]
                                 if row["kind"] == "dropped"])

    def test_pressure(self) -> None:
        """Twice the weight, the same plan otherwise: only what presses differs."""
        person = {"experience": "regular"}
        a = cli.request(person={**person, "mass_kg": 50})
        b = cli.request(person={**person, "mass_kg": 140})
        told = compare(a, b, "--json").json
        for row in told["areas"]:
            if row["kind"] == "other_pressure":
                self.assertLess(row["before"]["intensity"], row["after"]["intensity"])
        self.assertTrue(told["areas"])

    def test_advice_of_one_alone(self) -> None:
        told = compare(cli.person("desk_worker"), cli.person("severe_calf_pain"), "--json").json
        b = {row["says"] for row in told["b"]["advice"]}
        a = {row["says"] for row in told["a"]["advice"]}
        self.assertEqual(set(told["advice"]["a"]), a - b)
        self.assertEqual(set(told["advice"]["b"]), b - a)
        self.assertTrue(told["advice"]["b"])

    def test_a_warning_sign_is_told_with_what_to_do(self) -> None:
        answer = compare(cli.person("desk_worker"), cli.person("cauda_equina"))
        urgent = cli.plan_json(cli.person("cauda_equina"))["urgent"]
        said = " ".join(answer.out.split())
        self.assertIn(" ".join(urgent.split())[:60], said)
        self.assertNotIn("Instead:", said)

    def test_text(self) -> None:
        for one, other in PAIRS:
            with self.subTest(f"{one} {other}"):
                answer = compare(cli.person(one), cli.person(other))
                self.assertEqual((answer.code, answer.err), (cli.GOOD, ""))
                self.assertEqual(cli.wide(answer.out), [])
                self.assertNotRegex(answer.out, r"[{}]|\.\.|\( ?\)|(?m: $)")

    def test_beside_each_other_from_100_columns_on(self) -> None:
        import terminal
        files = [str(cli.PEOPLE / f"{name}.json") for name in PAIRS[0]]
        for columns, beside in ((80, False), (99, False), (100, True), (200, True)):
            with self.subTest(columns):
                text = terminal.talk("compare", *files, columns=columns).text
                self.assertLessEqual(max(map(len, text.splitlines())), columns)
                lines = [line for line in text.splitlines() if line.split()[:1] == ["minutes"]]
                self.assertEqual(lines[0].split() == ["minutes", "10", "3"], beside)
        self.assertNotIn("minutes  ", cli.run("compare", *files).out)


if __name__ == "__main__":
    unittest.main()
