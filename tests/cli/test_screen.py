#!/usr/bin/env python3
"""`unknot guide` on a whole screen, in a real terminal: pictures, keys, sizes, stops and kills."""

import re
import signal
import unittest

import cli
from screen import Screen

BLOCK = "\u2588"
# The log is kept where the test says, whatever the speed.
EXAMPLE = ("guide", "--example", "--voice", "off")


def bar(text: str) -> str:
    return next(line for line in text.splitlines() if "\u251c" in line)


class Guiding(unittest.TestCase):
    def begin(self, screen: Screen, *words: str, speed: str = "2") -> str:
        screen.run(*EXAMPLE, "--speed", speed, "--data", str(screen.data), *words)
        screen.wait_for("Enter begin")
        screen.type("Enter")
        return screen.wait_for("Get ready")

    def roll(self, screen: Screen) -> str:
        """Ready at once, then rolling."""
        screen.type("Enter")
        return screen.wait_until(lambda text: "\u251c" in text and "Set 1 of" in text, "rolling")

    def end(self, screen: Screen) -> None:
        screen.type("q")
        screen.wait_for("End here?")
        screen.type("q")
        screen.wait_for("Any key closes")
        screen.type("Space")
        screen.wait_for("Rolled:")
        screen.wait_for("ready$")

    def kill(self, screen: Screen) -> None:
        """Killed while rolling."""
        self.begin(screen)
        self.roll(screen)
        screen.wait_until(lambda text: re.search(r"Half way|Breathe", text) is not None,
                          "some time")
        screen.kill(signal.SIGKILL)
        screen.wait_for("Killed")
        screen.type("reset", "Enter")
        screen.wait_for("ready$")

    def kill_and_begin_again(self, screen: Screen) -> None:
        """Killed, then started anew: it asks whether to carry on."""
        self.kill(screen)
        screen.run(*EXAMPLE, "--speed", "2", "--data", str(screen.data))
        screen.wait_for("broken off")

    def test_a_session_at_80_by_24(self) -> None:
        with Screen() as screen:
            ready = self.begin(screen)
            self.assertIn("Step 1 of", ready)
            self.assertIn("left", ready.splitlines()[0])
            rolling = self.roll(screen)
            self.assertGreaterEqual(sum(BLOCK * 4 in line for line in rolling.splitlines()), 5)
            self.assertEqual(len(rolling.splitlines()), 24)
            self.assertIn("Next:", rolling)
            self.assertIn("space pause", rolling.splitlines()[-1])
            before = bar(rolling)
            screen.wait_until(lambda text: "\u251c" in text and bar(text) != before,
                              "the marker moving")
            screen.type("Space")
            screen.wait_for("PAUSED")
            screen.type("Space")
            screen.wait_gone("PAUSED")
            screen.type("z")
            screen.wait_for("PAUSED")
            screen.type("?")
            screen.wait_for("tingling or numbness")
            screen.type("x")
            screen.wait_for("PAUSED")
            self.end(screen)

    def test_a_session_at_200_by_50(self) -> None:
        with Screen(200, 50) as screen:
            self.begin(screen)
            rolling = self.roll(screen)
            wide = [line for line in rolling.splitlines() if BLOCK * 6 in line]
            self.assertGreaterEqual(len(wide), 14, "the clock grows with the window")
            self.end(screen)

    def test_left_and_right_differ_in_place_and_colour(self) -> None:
        with Screen() as screen:
            self.begin(screen)
            screen.type("n")
            screen.wait_for("Step 2 of")
            screen.type("n")
            left = screen.wait_until(lambda text: ", left" in text.splitlines()[3], "the left")
            left_colours = screen.colours()
            screen.type("n")
            right = screen.wait_until(lambda text: ", right" in text.splitlines()[3], "the right")
            # The letters of LEFT stand at the left edge, those of RIGHT at the right one.
            row = 6
            self.assertTrue(left.splitlines()[row].lstrip().startswith(BLOCK))
            self.assertEqual(left.splitlines()[row].index(BLOCK), 3)
            self.assertGreater(len(right.splitlines()[row].rstrip()), 70)
            self.assertIn("36m", left_colours)
            self.assertIn("33m", screen.colours())
            self.end(screen)

    def test_levels_are_taken_and_ten_ends_the_area(self) -> None:
        with Screen() as screen:
            self.begin(screen)
            self.roll(screen)
            screen.type("5")
            screen.wait_for("5 of 10, noted")
            screen.type("1", "0")
            screen.wait_for("is over")
            screen.wait_for("Step 2 of")
            self.end(screen)

    def test_it_survives_every_size(self) -> None:
        with Screen() as screen:
            self.begin(screen, speed="0.5")
            for columns, rows, sign in ((60, 16, "Get ready"), (40, 12, "Step 1"),
                                        (20, 5, "More room"), (200, 50, "Get ready"),
                                        (80, 24, "Next:")):
                screen.resize(columns, rows)
                text = screen.wait_for(sign)
                self.assertTrue(all(len(line) <= columns for line in text.splitlines()))
            self.end(screen)

    def test_control_z_and_back(self) -> None:
        with Screen() as screen:
            self.begin(screen)
            self.roll(screen)
            screen.type("C-z")
            screen.wait_for("Stopped")
            screen.type("f", "g", "Enter")
            screen.wait_for("PAUSED")
            screen.type("Space")
            screen.wait_gone("PAUSED")
            self.end(screen)

    def test_held_from_outside_it_resumes_paused(self) -> None:
        with Screen() as screen:
            self.begin(screen)
            self.roll(screen)
            screen.kill(signal.SIGSTOP)
            screen.wait_for("Stopped")
            screen.type("f", "g", "Enter")
            screen.wait_for("PAUSED")
            self.end(screen)

    def test_control_c_asks_and_a_second_one_ends(self) -> None:
        with Screen() as screen:
            self.begin(screen)
            screen.type("C-c")
            screen.wait_for("End here?")
            screen.type("C-c")
            screen.wait_for("Any key closes")
            screen.type("Space")
            screen.wait_for("ready$")

    def test_told_to_end_it_writes_that_down(self) -> None:
        for number in (signal.SIGTERM, signal.SIGHUP):
            with self.subTest(number.name), Screen() as screen:
                self.begin(screen)
                self.roll(screen)
                screen.kill(number)
                text = screen.wait_for("Rolled:")
                self.assertNotIn(BLOCK, text, "the screen is as it was")
                log = cli.run("log", "--data", str(screen.data), "--json").out
                self.assertIn("stopped", log)

    def test_killed_it_offers_to_carry_on_paused(self) -> None:
        with Screen() as screen:
            self.kill_and_begin_again(screen)
            screen.type("y", "Enter")
            text = screen.wait_for("PAUSED")
            self.assertIn("Step 1 of", text)
            screen.type("Space")
            screen.wait_gone("PAUSED")
            self.end(screen)
            log = cli.run("log", "--data", str(screen.data), "--json").json
            self.assertIn("stopped", str(log))

    def test_killed_and_not_carried_on_still_counts(self) -> None:
        with Screen() as screen:
            self.kill_and_begin_again(screen)
            screen.type("n", "Enter")
            # What was begun is asked about, now that it counts.
            screen.wait_for("How did it feel")
            screen.type("Enter")
            screen.wait_for("Enter begin")
            log = str(cli.run("log", "--data", str(screen.data), "--json").json)
            self.assertIn("stopped", log)
            self.assertIn("calves", log)
            screen.type("q")
            screen.wait_for("End here?")
            screen.type("q")
            screen.wait_for("ready$")

    def test_killed_and_injured_since_it_is_not_carried_on(self) -> None:
        with Screen() as screen:
            self.kill(screen)
            screen.run("guide", "--none-of-these", "--tool", "soft_roller", "--feel",
                       "calves:injury", "--data", str(screen.data))
            text = screen.wait_for("How did it feel")
            self.assertNotIn("broken off", text)
            log = str(cli.run("log", "--data", str(screen.data), "--json").json)
            self.assertIn("stopped", log)

    def test_one_window_at_a_time(self) -> None:
        with Screen() as screen:
            self.begin(screen)
            second = cli.run("guide", "--example", "--plain", "--speed", "1000", "--data",
                             str(screen.data))
            self.assertEqual(second.code, cli.BAD_INPUT)
            self.assertIn("one at a time", second.err)
            self.end(screen)

    def test_without_colour_and_without_utf8(self) -> None:
        with Screen(NO_COLOR="1", LC_ALL="C") as screen:
            screen.run(*EXAMPLE, "--no-log")
            screen.wait_for("Enter begin")
            text = screen.text()
            self.assertTrue(text.isascii(), text)
            self.assertIn("#####", text)
            self.assertNotIn("36m", screen.colours())
            screen.type("q", "q")
            screen.wait_for("ready$")

    def test_a_dumb_terminal_gets_lines(self) -> None:
        with Screen(TERM="dumb") as screen:
            screen.tmux("send-keys", "-l", "export TERM=dumb")
            screen.type("Enter")
            screen.run(*EXAMPLE, "--speed", "200", "--no-log")
            screen.wait_for("[00:00]")
            screen.type("Enter")
            screen.wait_for("Rolled:")


if __name__ == "__main__":
    unittest.main()
