#!/usr/bin/env python3
"""Whatever comes in: exit 2, one line that names the field, the value and what was expected."""

import unittest

import bad_inputs
import cli

SECONDS = 2.0


class BadInput(unittest.TestCase):
    def refused(self, answer: cli.Answer, row) -> None:
        self.assertEqual(answer.code, cli.BAD_INPUT, answer.err)
        self.assertRegex(answer.err, r"\Aunknot: [^\n]*\.\n\Z")
        self.assertIn("expected ", answer.err)
        for part in (row.value, row.expected):
            self.assertIn(part, answer.err)
        self.assertLess(len(answer.err), 500)
        self.assertTrue(answer.err[:-1].isprintable(), answer.err)
        self.assertLess(answer.seconds, SECONDS)

    def named(self, answer: cli.Answer, row) -> None:
        self.refused(answer, row)
        self.assertEqual(answer.err.split(": ")[1], row.field)

    def test_the_table_is_long_and_without_twins(self) -> None:
        table = bad_inputs.REQUESTS + bad_inputs.FLAGS + bad_inputs.COMMAND_LINES
        self.assertGreaterEqual(len(bad_inputs.REQUESTS), 100)
        for part in (bad_inputs.REQUESTS, bad_inputs.FLAGS, bad_inputs.COMMAND_LINES):
            self.assertEqual(len({row.name for row in part}), len(part))
        self.assertGreaterEqual(len(table), 150)

    def test_the_request_they_are_made_from_is_good(self) -> None:
        self.assertEqual(cli.plan(cli.request()).code, cli.GOOD)

    def test_requests(self) -> None:
        for row in bad_inputs.REQUESTS:
            with self.subTest(row.name):
                answer = cli.run("plan", "--request", "-", stdin=row.text)
                self.named(answer, row)
                self.assertEqual(answer.out, "")

    def test_requests_asked_for_json(self) -> None:
        """The same sentence, on standard output as an object for programs."""
        for row in bad_inputs.REQUESTS:
            with self.subTest(row.name):
                answer = cli.run("plan", "--format", "json", "--request", "-", stdin=row.text)
                self.named(answer, row)
                error = answer.json["error"]
                self.assertEqual(set(error), {"code", "field", "value", "expected", "says"})
                self.assertEqual(answer.err, f"unknot: {error['says']}\n")
                self.assertEqual(error["field"] or "input", row.field)

    def test_requests_beside_a_plan(self) -> None:
        """check --request reads by the same rules."""
        plan = cli.ROOT / "tests" / "golden" / "plans" / "desk_worker.json"
        for row in bad_inputs.REQUESTS[::7]:
            with self.subTest(row.name):
                self.named(cli.run("check", str(plan), "--request", "-", stdin=row.text), row)

    def test_requests_to_compare(self) -> None:
        """compare says in which of the two it is; explain as plan does."""
        good = str(cli.PEOPLE / "desk_worker.json")
        for row in bad_inputs.REQUESTS[::7]:
            with self.subTest(row.name):
                for words, prefix in ((("-", good), "a"), ((good, "-"), "b")):
                    answer = cli.run("compare", *words, stdin=row.text)
                    field = prefix if row.field == "input" else f"{prefix}.{row.field}"
                    self.named(answer, row._replace(field=field))
                    as_json = cli.run("compare", *words, "--json", stdin=row.text)
                    self.assertEqual(as_json.json["error"]["field"], field)
                self.named(cli.run("plan", "--explain", "--request", "-", stdin=row.text), row)

    def test_flags(self) -> None:
        for row in bad_inputs.FLAGS:
            with self.subTest(row.name):
                answer = cli.run(*row.words)
                self.named(answer, row)
                self.assertEqual(answer.out, "")

    def test_command_lines(self) -> None:
        for row in bad_inputs.COMMAND_LINES:
            with self.subTest(row.name):
                answer = cli.run(*row.words)
                self.refused(answer, row)
                self.assertIn(row.field, answer.err)

    def test_unknown_fields_are_listed_once(self) -> None:
        for changes in ({"shoe_size": 43}, {"tools": [{**cli.SOFT, "colour": "blue"}]}):
            with self.subTest(changes):
                said = cli.plan(cli.request(**changes)).err.rstrip(".\n").split("one of ")[1]
                listed = said.split(", ")
                self.assertEqual(len(listed), len(set(listed)), said)

    def test_shown_size_is_the_real_size(self) -> None:
        """The number of bytes shown is how many there were, or says that it is only a bound."""
        err = cli.run("plan", "--request", "-", stdin=b" " * 10_000_000).err
        self.assertRegex(err, r"got (10000000|more than \d+) bytes")

    def test_names_of_files_are_shown_printable(self) -> None:
        for words in (("plan", "--request", "no\x1b[31m\nfile"), ("check", "no\x1b[31m\nfile"),
                      ("plan", "--batch", "no\x1b[31m\nfile"), ("learn", "no\x1b[31m\nfile")):
            with self.subTest(words[:2]):
                answer = cli.run(*words)
                self.assertEqual(answer.code, cli.BAD_INPUT)
                self.assertEqual(answer.err.count("\n"), 1)
                self.assertNotIn("\x1b", answer.err)


if __name__ == "__main__":
    unittest.main()
