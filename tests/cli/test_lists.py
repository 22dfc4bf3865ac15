#!/usr/bin/env python3
"""The lists, the example, the version and the help."""

import tomllib
import unittest

import cli

VERBS = ("plan", "compare", "check", "learn", "example", "version", "doctor", "completion",
         *cli.LISTS)
TABLES = {"areas": ("areas", "area"), "zones": ("zones", "zone"), "regions": ("regions", "region"),
          "techniques": ("techniques", "technique"), "rules": ("rules", "rule"),
          "conditions": ("conditions", "condition"), "red_flags": ("conditions", "red_flag"),
          "activities": ("activities", "activity"), "goals": ("activities", "goal"),
          "claims": ("claims", "claim"), "sources": ("sources", "source")}


def in_knowledge(folder: str, table: str) -> set[str]:
    """Ids of the rows as a person wrote them."""
    return {row["id"] for path in (cli.ROOT / "knowledge" / folder).glob("*.toml")
            for row in tomllib.loads(path.read_text(encoding="utf-8")).get(table, [])}


class Lists(unittest.TestCase):
    def test_json_is_an_array_of_objects_with_id_and_name(self) -> None:
        for name in cli.LISTS:
            with self.subTest(name):
                answer = cli.run(name, "--json")
                self.assertEqual((answer.code, answer.err), (cli.GOOD, ""))
                self.assertEqual(answer.out.count("\n"), 1)
                rows = answer.json
                self.assertIsInstance(rows, list)
                self.assertTrue(rows)
                for row in rows:
                    self.assertRegex(row["id"], r"^[a-z][a-z0-9_]*$")
                    self.assertTrue(row["name"])
                    # `tools` holds presets and kinds of tool, each with keys of its own.
                    twins = [one for one in rows if one.get("preset") == row.get("preset")]
                    self.assertEqual(list(row), list(twins[0]))
                self.assertEqual(len({row["id"] for row in rows}), len(rows))

    def test_lists_hold_all_that_is_known(self) -> None:
        for name, (folder, table) in TABLES.items():
            with self.subTest(name):
                self.assertEqual({row["id"] for row in cli.rows(name)},
                                 in_knowledge(folder, table))
        self.assertEqual({row["id"] for row in cli.rows("tools")},
                         in_knowledge("tools", "preset") | in_knowledge("tools", "tool_kind"))

    def test_areas_have_muscles_and_sides(self) -> None:
        areas = {row["id"] for row in cli.rows("areas")}
        for row in cli.rows("areas"):
            with self.subTest(row["id"]):
                self.assertTrue(row["muscles"])
                self.assertIn(row["sides"], (["left", "right"], ["middle"]))
                self.assertLessEqual(set(row["neighbours"]), areas)

    def test_references_lead_somewhere(self) -> None:
        known = {name: {row["id"] for row in cli.rows(name)} for name in cli.LISTS}
        places = known["areas"] | known["zones"] | known["regions"]
        for name in cli.LISTS:
            for row in cli.rows(name):
                self.assertLessEqual(set(row.get("sources") or []), known["sources"], row["id"])
        for name in ("zones", "regions"):
            for row in cli.rows(name):
                self.assertLessEqual(set(row["covers"]) | set(row["around"]), known["areas"])
        for row in cli.rows("techniques"):
            self.assertIn(row["area"], known["areas"])
            self.assertLessEqual(set(row["clear_of"]), known["zones"])
            self.assertLessEqual(set(row["loads"]), places)

    def test_tables_show_the_same_rows(self) -> None:
        for name in cli.LISTS:
            with self.subTest(name):
                answer = cli.run(name)
                self.assertEqual((answer.code, answer.err), (cli.GOOD, ""))
                self.assertEqual(cli.wide(answer.out), [])
                flat = " " + " ".join(answer.out.split()) + " "
                for row in cli.rows(name):
                    self.assertIn(f" {row['id']} {' '.join(row['name'].split())} ", flat)

    def test_same_bytes_twice(self) -> None:
        for name in cli.LISTS:
            self.assertEqual(cli.run(name, "--json").out, cli.run(name, "--json").out)


class Example(unittest.TestCase):
    def test_it_is_valid_and_plans(self) -> None:
        example = cli.run("example")
        self.assertEqual((example.code, example.err), (cli.GOOD, ""))
        planned = cli.run("plan", "--request", "-", "--format", "json", stdin=example.out)
        self.assertEqual(planned.code, cli.GOOD)
        self.assertEqual(planned.json["outcome"], "plan")
        self.assertEqual(planned.json["request"], example.json)
        self.assertEqual(cli.run("check", "-", stdin=planned.out).code, cli.GOOD)

    def test_it_is_of_now(self) -> None:
        example = cli.run("example").json
        self.assertEqual(example["now"], example["red_flags"]["at"])
        self.assertRegex(example["now"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$")

    def test_plan_example_is_the_plan_for_it(self) -> None:
        example = cli.run("example").json
        planned = cli.run("plan", "--example", "--format", "json").json["request"]
        for one in (example, planned):
            one["now"] = one["red_flags"]["at"] = None
        self.assertEqual(planned, example)


class Version(unittest.TestCase):
    def test_it_shows_the_hash_of_the_knowledge(self) -> None:
        text = cli.run("version")
        self.assertEqual((text.code, text.err), (cli.GOOD, ""))
        self.assertRegex(text.out, r"\Aunknot \d+\.\d+\.\d+\nknowledge [0-9a-f]{64}\n\Z")
        asked = cli.run("version", "--json").json
        self.assertEqual(text.out, f"unknot {asked['version']}\nknowledge {asked['knowledge']}\n")
        project = (cli.ROOT / "CMakeLists.txt").read_text(encoding="utf-8")
        self.assertIn(f"VERSION {asked['version']} ", project)


class Help(unittest.TestCase):
    def test_the_program_names_every_verb(self) -> None:
        for flag in ("--help", "-h"):
            answer = cli.run(flag)
            self.assertEqual((answer.code, answer.err), (cli.GOOD, ""))
            for verb in VERBS:
                self.assertRegex(answer.out, rf"(?m)^  {verb} +\S")
            self.assertIn("Not a medical device", answer.out)
            self.assertEqual(cli.wide(answer.out), [])

    def test_every_verb_has_help(self) -> None:
        for verb in VERBS:
            for flag in ("--help", "-h"):
                with self.subTest(f"{verb} {flag}"):
                    answer = cli.run(verb, flag)
                    self.assertEqual((answer.code, answer.err), (cli.GOOD, ""))
                    self.assertIn("Usage: unknot " + verb, answer.out)
                    self.assertEqual(cli.wide(answer.out), [])
                    self.assertGreater(len(answer.out.splitlines()), 3)


if __name__ == "__main__":
    unittest.main()
