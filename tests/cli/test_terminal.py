#!/usr/bin/env python3
"""At a terminal: colour where it is wanted, and the interview."""

import re
import unittest

import cli
import terminal
from terminal import END, talk

ESCAPE = "\x1b["
NONE = "n"
# Signs, conditions, minutes, tools, places, feelings: Enter wherever there is a default.
DEFAULTS = (NONE, "", "", "", "", "")


def number_of(list_text: str, words: str) -> str:
    """The number a list shows before `words`."""
    flat = " ".join(list_text.split())
    return re.findall(rf"(\d+) {re.escape(words)}", flat)[-1]


class Colour(unittest.TestCase):
    WORDS = (("plan", "--example"), ("learn",), ("learn", "calves"), ("areas",), ("techniques",),
             ("plan", "--red-flag", "chest_pain"))

    def test_on_a_terminal(self) -> None:
        for words in self.WORDS:
            with self.subTest(words):
                self.assertIn(ESCAPE, talk(*words).screen)

    def test_every_colour_ends(self) -> None:
        for words in self.WORDS:
            with self.subTest(words):
                codes = terminal.COLOUR.findall(talk(*words).screen)
                self.assertEqual(set(codes[1::2]), {"\x1b[0m"})
                self.assertNotIn("\x1b[0m", codes[0::2])

    def test_not_when_unwanted(self) -> None:
        for words in self.WORDS:
            for changes in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
                with self.subTest(f"{words} {changes}"):
                    shown = talk(*words, env=cli.environment(**changes))
                    self.assertNotIn("\x1b", shown.screen)

    def test_an_empty_no_color_is_no_wish(self) -> None:
        self.assertIn(ESCAPE, talk("areas", env=cli.environment(NO_COLOR="")).screen)

    def test_not_without_a_terminal(self) -> None:
        for words in self.WORDS:
            with self.subTest(words):
                self.assertNotIn("\x1b", cli.run(*words).out)

    def test_json_is_never_coloured(self) -> None:
        for words in (("plan", "--example", "--format", "json"), ("areas", "--json"),
                      ("version", "--json"), ("example",)):
            with self.subTest(words):
                self.assertNotIn("\x1b", talk(*words).screen)

    def test_colour_changes_no_word(self) -> None:
        for words in self.WORDS[1:]:
            with self.subTest(words):
                self.assertEqual(talk(*words).text, cli.run(*words).out)


class Interview(unittest.TestCase):
    def same_as_flags(self, done: terminal.Talk, *flags: str) -> None:
        """The plan at the end is the one that flags would have given."""
        wanted = cli.run("plan", *flags)
        self.assertEqual(done.code, wanted.code)
        self.assertTrue(done.text.endswith(wanted.out), done.text[-1500:])

    def test_defaults(self) -> None:
        done = talk("plan", typed=DEFAULTS)
        self.assertEqual((done.code, done.unheard), (cli.GOOD, []))
        self.same_as_flags(done, "--none-of-these", "--minutes", "10", "--tool", "soft_roller",
                           "--at", "floor,wall")

    def test_it_asks_all_that_it_promises(self) -> None:
        text = talk("plan", typed=DEFAULTS).text
        self.assertEqual(re.findall(r"(?m)^(\d)  \S", text), list("123456"))
        flat = " ".join(text.split())
        for row in cli.rows("red_flags"):
            self.assertIn(row["question"], flat)
        for row in cli.rows("conditions"):
            self.assertIn(row["name"], flat)
        for row in cli.rows("tools"):
            if row.get("preset"):
                self.assertIn(f"{row['name']}: {row['hint']}", flat)

    def test_it_fits_the_terminal(self) -> None:
        for typed in (DEFAULTS, (NONE, "?", "", "", "", "", "")):
            asked = talk("plan", typed=typed).text.split("Today: ")[0]
            self.assertEqual(cli.wide(asked), [])

    def test_enter_at_the_warning_signs_asks_again(self) -> None:
        done = talk("plan", typed=("", "  ", *DEFAULTS))
        self.assertEqual((done.code, done.unheard), (cli.GOOD, []))
        self.assertEqual(done.text.count("or n for none of these."), 3)
        nobody = talk("plan", typed=("", "", "", END))
        self.assertEqual(nobody.code, cli.BAD_INPUT)
        self.assertNotIn("Today:", nobody.text)

    def test_only_a_clear_none_screens(self) -> None:
        for word in ("no", "none", "0", "ok", "y", "-", "nn", "1 x", "99", "1.5", "-1", "1;2"):
            with self.subTest(word):
                done = talk("plan", typed=(word, END))
                self.assertEqual((done.code, done.unheard), (cli.BAD_INPUT, []))

    def test_a_sign_ends_it_at_once(self) -> None:
        text = talk("plan", typed=(END,)).text
        question = next(row["question"] for row in cli.rows("red_flags")
                        if row["id"] == "chest_pain")
        number = number_of(text, question)
        for typed in (number, f" {number} ", f"{number},{number}"):
            done = talk("plan", typed=(typed,))
            self.assertEqual((done.code, done.unheard), (cli.REFUSED, []))
            self.assertIn("Stop all effort", done.text)
            self.assertNotIn("Today:", done.text)

    def test_wrong_answers_are_asked_again(self) -> None:
        typed = (NONE,
                 "99", "flu", "-1", "",                  # conditions
                 "0", "601", "ten", "7.5", "-3", "5",    # minutes
                 "77", "roller", "0", "",                # tools
                 "moon", "floor moon", "wall",           # places
                 "banana pain 3", "low back 5", "pain", "")
        done = talk("plan", typed=typed)
        self.assertEqual((done.code, done.unheard), (cli.GOOD, []))
        self.same_as_flags(done, "--none-of-these", "--minutes", "5", "--tool", "soft_roller",
                           "--at", "wall")
        self.assertIn('"banana"', done.text)
        self.assertIn("tight, sore, pain or injury for low back", done.text)

    def test_feelings(self) -> None:
        done = talk("plan", typed=(NONE, "", "12", "", "Floor, WALL",
                                   "Low Back pain 5, left hamstrings TIGHT 3,"))
        self.same_as_flags(done, "--none-of-these", "--minutes", "12", "--tool", "soft_roller",
                           "--at", "floor,wall", "-f", "low_back:pain:5", "-f",
                           "hamstrings/left:tight:3")

    def test_a_level_above_10_is_asked_again(self) -> None:
        done = talk("plan", typed=(*DEFAULTS[:5], "low back pain 55", "low back pain 5"))
        self.assertEqual((done.code, done.unheard), (cli.GOOD, []))

    def test_numbers_may_begin_with_a_zero(self) -> None:
        done = talk("plan", typed=(NONE, "", "07", "", "", "low back pain 05"))
        self.same_as_flags(done, "--none-of-these", "--minutes", "7", "--tool", "soft_roller",
                           "--at", "floor,wall", "-f", "low_back:pain:5")

    def test_a_word_longer_than_the_line(self) -> None:
        for before in range(0, 90, 3):
            with self.subTest(before):
                place = "y" * before + " " + "ü" * 200
                done = talk("plan", typed=(*DEFAULTS[:5], f"{place} pain 5", ""))
                self.assertEqual((done.code, done.unheard), (cli.GOOD, []))
                said = "\n".join(line for line in done.text.splitlines()
                                 if not line.startswith(terminal.PROMPT))  # the echo of typing
                self.assertEqual(cli.wide(said), [])
                self.assertEqual(said.count("ü"), 200)

    def test_tools_by_number(self) -> None:
        shown = talk("plan", typed=(*DEFAULTS[:3], END)).text
        ball, stick = number_of(shown, "Tennis ball:"), number_of(shown, "Massage stick:")
        done = talk("plan", typed=(NONE, "", "8", f"{ball} {stick}", "chair", ""))
        self.same_as_flags(done, "--none-of-these", "--minutes", "8", "--tool", "tennis_ball",
                           "--tool", "massage_stick", "--at", "chair")

    def test_a_number_said_twice_counts_once(self) -> None:
        shown = talk("plan", typed=(*DEFAULTS[:3], END)).text
        ball = number_of(shown, "Tennis ball:")
        done = talk("plan", typed=(NONE, "", "8", f"{ball} {ball}", "chair", ""))
        self.same_as_flags(done, "--none-of-these", "--minutes", "8", "--tool", "tennis_ball",
                           "--at", "chair")

    def test_conditions_ask_where_and_when(self) -> None:
        shown = talk("plan", typed=(NONE, END)).text
        broken = number_of(shown, "Broken bone")
        typed = (NONE, f"{broken}", "shin/left", "2026-01-05", "", "", "", "")
        done = talk("plan", typed=typed)
        self.assertEqual(done.unheard, [])
        self.same_as_flags(done, "--none-of-these", "--minutes", "10", "--tool", "soft_roller",
                           "--at", "floor,wall", "-c", "fracture:shin/left:cleared=2026-01-05")

    def test_not_yet_agreed_is_refused(self) -> None:
        shown = talk("plan", typed=(NONE, END)).text
        done = talk("plan", typed=(NONE, number_of(shown, "Blood thinners"), "", "", "", "", ""))
        self.assertEqual(done.code, cli.REFUSED)
        self.assertIn("A clinician should agree first", " ".join(done.text.split()))

    def test_wrong_details_of_a_condition_are_asked_again(self) -> None:
        shown = talk("plan", typed=(NONE, END)).text
        broken = number_of(shown, "Broken bone")
        typed = (NONE, broken, "moon", "shin", "yesterday", "2026-01-05", "", "", "", "")
        done = talk("plan", typed=typed)
        self.assertEqual((done.code, done.unheard), (cli.GOOD, []))

    def test_a_question_mark_reads_the_lines(self) -> None:
        text = " ".join(talk("plan", typed=(NONE, "?", END)).text.split())
        for row in cli.rows("conditions"):
            self.assertIn(row["question"], text)

    def test_the_end_of_input_at_any_question(self) -> None:
        for heard in range(len(DEFAULTS)):
            with self.subTest(heard):
                done = talk("plan", typed=(*DEFAULTS[:heard], END))
                self.assertEqual((done.code, done.unheard), (cli.BAD_INPUT, []))
                self.assertIn("unknot: answers: missing, expected an answer to each question.",
                              done.text)
                self.assertNotIn("Today:", done.text)

    def test_flags_answer_their_questions(self) -> None:
        """What was said is not asked again; somebody who said how old she is gets the rest."""
        done = talk("plan", "--age", "80", "--experience", "regular", typed=DEFAULTS)
        self.same_as_flags(done, "--none-of-these", "--minutes", "10", "--tool", "soft_roller",
                           "--at", "floor,wall", "--age", "80", "--experience", "regular")

    def test_no_questions_when_enough_is_said(self) -> None:
        done = talk("plan", *cli.READY)
        self.assertEqual(done.code, cli.GOOD)
        self.assertNotIn("short questions", done.text)

    def test_no_questions_without_a_terminal(self) -> None:
        answer = cli.run("plan", stdin="n\n\n\n\n\n\n")
        self.assertEqual(answer.code, cli.REFUSED)
        self.assertIn("the warning signs have not been answered", answer.out)

    def test_bytes_of_every_kind(self) -> None:
        for junk in ("\x07\x08", "ünïcode ☃", "x" * 3000, "%s%n", "'; --"):
            with self.subTest(junk[:8]):
                done = talk("plan", typed=(junk, *DEFAULTS[:5], junk + " pain", ""))
                self.assertEqual((done.code, done.unheard), (cli.GOOD, []))


if __name__ == "__main__":
    unittest.main()
