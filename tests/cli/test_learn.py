#!/usr/bin/env python3
"""unknot learn: something to read for every topic and every id, in 80 columns, with its sources."""

import unittest

import cli

PLACES = ("areas", "zones", "regions")


class Learn(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        sources = cli.rows("sources")
        cls.recalled = [row for row in sources if row["verified"] == "recalled"]
        cls.known = {row["id"]: row for row in sources}

    def lesson(self, about: str) -> str:
        answer = cli.run("learn", about)
        self.assertEqual((answer.code, answer.err), (cli.GOOD, ""))
        self.assertTrue(answer.out.strip())
        self.assertEqual(cli.wide(answer.out), [])
        self.assertNotRegex(answer.out, r"[{}]")
        self.assert_nothing_recalled(answer.out)
        return answer.out

    def assert_nothing_recalled(self, text: str) -> None:
        flat = " ".join(text.split())
        for row in self.recalled:
            self.assertNotIn(row["name"], flat)
            if row["address"]:
                self.assertNotIn(row["address"], flat)

    def every_id_of(self, name: str) -> None:
        """All of a list; what has nothing to read is told at once, not id by id."""
        ids = [row["id"] for row in cli.rows(name) if row not in self.recalled]
        silent = [one for one in ids if cli.run("learn", one).code != cli.GOOD]
        self.assertEqual(silent, [], f"{len(silent)} of {len(ids)} {name} cannot be learnt")
        for one in ids:
            with self.subTest(one):
                self.lesson(one)

    def test_there_is_something_recalled_to_hide(self) -> None:
        self.assertGreater(len(self.recalled), 0)

    def test_intended_use(self) -> None:
        answer = cli.run("learn")
        self.assertEqual((answer.code, cli.wide(answer.out)), (cli.GOOD, []))
        for word in (*cli.TOPICS, "no diagnosis", "no physiotherapist"):
            self.assertIn(word, " ".join(answer.out.split()))
        self.assertIn(f"{len(cli.rows('claims'))} claims, {len(self.known)} sources, "
                      f"{len(cli.rows('rules'))} rules.", answer.out)

    def test_topics_hold_every_claim_with_grade_and_source(self) -> None:
        said = {topic: " ".join(self.lesson(topic).split()) for topic in cli.TOPICS}
        claims = cli.rows("claims")
        self.assertEqual({row["topic"] for row in claims}, set(cli.TOPICS))
        for row in claims:
            with self.subTest(row["id"]):
                text = said[row["topic"]]
                self.assertIn(" ".join(row["name"].split()), text)
                self.assertIn(" ".join(row["known"].split()), text)
                shown = [self.known[source] for source in row["sources"]
                         if self.known[source]["verified"] != "recalled"]
                self.assertGreater(len(shown), 0)
                for source in shown:
                    self.assertIn(" ".join(source["name"].split()), text)

    def test_topics_hold_their_lists(self) -> None:
        for row in cli.rows("rules"):
            self.assertIn(f"{row['id']}: ", self.lesson("basics"))
        for row in cli.rows("areas"):
            self.assertIn(f"{row['id']}: ", self.lesson("areas"))
        for word in ("roller", "stick", "ball", "textured", "vibration"):
            self.assertIn(word, self.lesson("tools").lower())

    def test_areas(self) -> None:
        self.every_id_of("areas")

    def test_zones(self) -> None:
        self.every_id_of("zones")
        for row in cli.rows("zones"):
            self.assertIn("Never rolled", self.lesson(row["id"]))

    def test_regions(self) -> None:
        self.every_id_of("regions")

    def test_techniques(self) -> None:
        self.every_id_of("techniques")

    def test_tools(self) -> None:
        self.every_id_of("tools")

    def test_rules(self) -> None:
        self.every_id_of("rules")

    def test_conditions(self) -> None:
        self.every_id_of("conditions")

    def test_red_flags(self) -> None:
        self.every_id_of("red_flags")

    def test_activities(self) -> None:
        self.every_id_of("activities")

    def test_goals(self) -> None:
        self.every_id_of("goals")

    def test_claims(self) -> None:
        self.every_id_of("claims")

    def test_sources(self) -> None:
        self.every_id_of("sources")

    def test_places_by_every_name(self) -> None:
        for row in (row for name in PLACES for row in cli.rows(name)):
            own = cli.run("learn", row["id"]).out
            for word in (row["name"], row["plain"], *row["aliases"]):
                if word not in cli.TOPICS:
                    with self.subTest(word):
                        self.assertEqual(cli.run("learn", word).out, own)

    def test_techniques_tell_cautions_and_faults(self) -> None:
        for row in cli.rows("techniques"):
            with self.subTest(row["id"]):
                text = " ".join(self.lesson(row["id"]).split())
                for caution in row["cautions"]:
                    self.assertIn(" ".join(caution.split()), text)
                self.assertIn("Often wrong: ", text)

    def test_unsigned_work_is_called_unsigned(self) -> None:
        """The knowledge is as it is; cli/tests tells what is said of one that is signed."""
        techniques = cli.rows("techniques")
        for row in techniques:
            said = f"Signed by {row['signed_by']}." if row["signed_by"] else \
                "No physiotherapist has signed this technique yet"
            self.assertIn(said, " ".join(self.lesson(row["id"]).split()))
        nobody = not any(row["signed_by"] for row in techniques)
        for name in ("areas", "conditions"):
            for row in cli.rows(name):
                said = "No physiotherapist has signed" if nobody else "Physiotherapists have signed"
                self.assertIn(said, self.lesson(row["id"]))

    def test_nothing_is_promised(self) -> None:
        """What the article promises beyond evidence appears only as what the article says."""
        for topic in cli.TOPICS:
            for line in " ".join(self.lesson(topic).split()).split(". "):
                if any(word in line.lower() for word in (" heals", "prevents injur", "breaks up")):
                    self.assertIn("article", line.lower())

    def test_every_lesson_in_every_language(self) -> None:
        """The same rows, other words; sources and ids stay as they are."""
        for about in (*cli.TOPICS, "calves", "low_back", "knee", "never_zones", "fracture",
                      "calves_roller_floor", "running", "recover", "roller", "cauda_equina"):
            english = cli.run("learn", about).out
            for language in ("de", "es"):
                with self.subTest(f"{about} {language}"):
                    answer = cli.run("learn", about, "--language", language)
                    self.assertEqual((answer.code, answer.err), (cli.GOOD, ""))
                    self.assertNotEqual(answer.out, english)
                    self.assertNotRegex(answer.out, r"[{}]|show\.|grade\.|basis\.")
                    self.assertEqual(cli.wide(answer.out), [])
                    for left in ("Often wrong", "Mind:", "Why:", "Known:", "Rests on"):
                        self.assertNotIn(left, answer.out)

    def test_unknown_words(self) -> None:
        for word in ("astrology", "x" * 5000, "ünïcode", "-", "low_back/left"):
            with self.subTest(word[:20]):
                answer = cli.run("learn", word)
                self.assertEqual((answer.code, answer.out), (cli.BAD_INPUT, ""))
                self.assertEqual(answer.err.count("\n"), 1)
                self.assertLess(len(answer.err), 300)


if __name__ == "__main__":
    unittest.main()
