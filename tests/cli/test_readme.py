#!/usr/bin/env python3
"""README.md: what it shows is what the program prints, and what it counts is there."""

import re
import shlex
import subprocess
import tempfile
import unittest

import cli

README = (cli.ROOT / "README.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```\n(.*?)^```", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (.*)$", re.MULTILINE)
KNOWS = README.split("## What it knows\n")[1].split("\n## ")[0]
COUNTED = re.compile(r"(\d+) (areas|techniques|zones|conditions|warning signs|rules|claims)\b")
LEFT_AWAY = re.compile(r"(\.\.\.)?|#.*")


def shown() -> list[tuple[str, list[str]]]:
    """Each command with the lines below it that are no remark."""
    found = []
    for block in BLOCK.findall(README):
        parts = COMMAND.split(block)
        for command, text in zip(parts[1::2], parts[2::2]):
            lines = [line for line in text.splitlines() if not LEFT_AWAY.fullmatch(line.strip())]
            found.append((command, lines))
    return found


def printed(command: str, folder: str) -> list[str]:
    """As a reader would run it, with the program that is tested."""
    shell = command.replace("build/unknot", shlex.quote(cli.PROGRAM))
    done = subprocess.run(["bash", "-c", shell], capture_output=True, text=True, timeout=60,
                          check=False, cwd=folder, env=cli.environment())
    return done.stdout.splitlines()


class Readme(unittest.TestCase):
    def test_what_it_shows(self) -> None:
        """Every line in its order; `...` stands for what is left away."""
        seen = 0
        with tempfile.TemporaryDirectory() as folder:
            for command, lines in shown():
                if not lines and " > " not in command:
                    continue
                out = printed(command, folder)
                with self.subTest(command):
                    rest = iter(out)
                    for line in lines:
                        self.assertTrue(line in rest, f"{line!r} is not in, or not in its place:\n"
                                        + "\n".join(out))
                        seen += 1
        self.assertGreater(seen, 20)

    def test_what_it_counts(self) -> None:
        counted = {what: int(number) for number, what in COUNTED.findall(KNOWS)}
        there = {what: len(cli.rows(name)) for what, name in (
            ("areas", "areas"), ("techniques", "techniques"), ("zones", "zones"),
            ("conditions", "conditions"), ("warning signs", "red_flags"), ("rules", "rules"))}
        self.assertEqual(counted, there)


if __name__ == "__main__":
    unittest.main()
