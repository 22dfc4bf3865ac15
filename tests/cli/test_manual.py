#!/usr/bin/env python3
"""The manual page against the program's own help, both ways; and without a warning."""

import re
import subprocess
import tempfile
import unittest

import cli

PAGE = cli.ROOT / "cli" / "man" / "unknot.1"
EXIT_CODES = {"0", "1", "2", "3"}


def sections(text: str, macro: str) -> dict[str, str]:
    """Heading -> what stands below it, up to the next one of its kind or above."""
    parts = re.split(rf"(?m)^\.{macro} (.+)$", text)
    return {name: re.split(r"(?m)^\.Sh ", body)[0]
            for name, body in zip(parts[1::2], parts[2::2], strict=True)}


def help_of(*words: str) -> str:
    return cli.run(*words, "--help").out


def verbs_of_help() -> set[str]:
    after = help_of().split("Subcommands:")[1]
    return set(re.findall(r"(?m)^  ([a-z_]+) ", after))


def options_of_help(verb: str) -> set[str]:
    """Every name of every option but --help, which the page tells once for all."""
    said = help_of(verb).split("Options:")[1]
    names = [re.findall(r"(?:^|,)(-{1,2}[a-z-]+)", line.split()[0])
             for line in said.splitlines() if line.startswith("  -")]
    return {name for row in names for name in row} - {"-h", "--help"}


def options_of_page(text: str) -> set[str]:
    heads = [line for line in text.splitlines() if line.startswith(".It Fl")]
    return {"-" + name for line in heads for name in re.findall(r"Fl (\S+)", line)}


class Manual(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.text = PAGE.read_text(encoding="utf-8")
        cls.verbs = {head.split()[0]: body for head, body in sections(cls.text, "Ss").items()}
        cls.lists = set(re.findall(r"(?m)^\.It Cm ([a-z_]+)$", cls.verbs["Lists"]))

    def test_every_verb(self) -> None:
        self.assertEqual((set(self.verbs) - {"Lists"}) | self.lists, verbs_of_help())
        self.assertEqual(self.lists, set(cli.LISTS))

    def test_every_option_of_every_verb(self) -> None:
        for verb in sorted(verbs_of_help()):
            with self.subTest(verb):
                body = self.verbs["Lists" if verb in self.lists else verb]
                self.assertEqual(options_of_page(body), options_of_help(verb))
        self.assertGreaterEqual(len(options_of_help("plan")), 25)

    def test_every_positional(self) -> None:
        for verb, body in sections(self.text, "Ss").items():
            if verb == "Lists":
                continue
            usage = re.search(r"Usage: unknot (.*)", help_of(verb.split()[0]))[1]
            with self.subTest(verb):
                wanted = re.sub(r"\[OPTIONS\]", "", usage).split()[1:]
                self.assertEqual(len(re.findall(r" (?:Ar|Cm) ", " " + verb)), len(wanted), usage)

    def test_no_warning(self) -> None:
        for words in (("mandoc", "-T", "lint", str(PAGE)),
                      ("groff", "-mdoc", "-ww", "-z", "-Tutf8", str(PAGE))):
            done = subprocess.run(words, capture_output=True, text=True, timeout=60, check=False)
            self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""), words[0])

    def test_exit_codes_and_environment(self) -> None:
        parts = sections(self.text, "Sh")
        self.assertEqual(set(re.findall(r"(?m)^\.It (\d+)$", parts["EXIT STATUS"])), EXIT_CODES)
        told = set(re.findall(r"Ev ([A-Z_]+)", parts["ENVIRONMENT"]))
        read = set()
        for path in (cli.ROOT / "cli").rglob("*.cpp"):
            source = path.read_text(encoding="utf-8")
            read |= set(re.findall(r'(?:getenv|variable)\("([A-Z_]+)"\)', source))
            read |= set(re.findall(r'"((?:LC|LANG)[A-Z_]*)"', source))
        self.assertEqual(told, read)

    def test_examples_run(self) -> None:
        """As they stand, with the built program for the installed one."""
        body = sections(self.text, "Sh")["EXAMPLES"]
        blocks = re.findall(r"(?s)\.Bd -literal[^\n]*\n(.*?)\.Ed", body)
        self.assertGreaterEqual(len(blocks), 4)
        script = "set -euo pipefail\nunknot() { \"$UNKNOT\" \"$@\"; }\n"
        script += "\n".join(block.replace("\\e", "\\") for block in blocks)
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run(["bash", "-c", script], capture_output=True, text=True,
                                  timeout=60, check=False, cwd=folder,
                                  env=cli.environment(UNKNOT=cli.PROGRAM))
        self.assertEqual((done.returncode, done.stderr), (0, ""), done.stdout[-500:])


if __name__ == "__main__":
    unittest.main()
