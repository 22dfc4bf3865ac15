#!/usr/bin/env python3
"""The manual page against the program's own help, both ways; and without a warning."""

import re
import subprocess
import tempfile
import unittest

import cli

PAGE = cli.ROOT / "cli" / "man" / "unknot.1"
EXIT_CODES = {"0", "1", "2", "3"}
SHARED = {"--data", "--as"}  # told once for all verbs that use the log


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
    said = help_of(*verb.split()).split("Options:")[1].split("Subcommands:")[0]
    names = [re.findall(r"(?:^|,)(-{1,2}[a-z-]+)", line.split()[0])
             for line in said.splitlines() if line.startswith("  -")]
    return {name for row in names for name in row} - {"-h", "--help"}


def verbs_below(verb: str) -> list[str]:
    """A verb and those below it: `log`, `log add`, ... One that only leads further is not told."""
    said = help_of(*verb.split())
    if "Subcommands:" not in said:
        return [verb]
    names = re.findall(r"(?m)^  ([a-z_]+) ", said.split("Subcommands:")[1])
    below = [one for name in names for one in verbs_below(f"{verb} {name}")]
    return below if " SUBCOMMAND" in said else [verb, *below]


def all_verbs() -> set[str]:
    return {one for verb in verbs_of_help() for one in verbs_below(verb)}


def path_of(head: str) -> str:
    """`log add` of the heading `log add Ar area Ar seconds`."""
    return re.split(r" (?:Ar|Cm|Op|Oo) ", head)[0]


def options_of_page(text: str) -> set[str]:
    heads = [line for line in text.splitlines() if line.startswith(".It Fl")]
    return {"-" + name for line in heads for name in re.findall(r"Fl (\S+)", line)}


class Manual(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.text = PAGE.read_text(encoding="utf-8")
        cls.verbs = {path_of(head): body for head, body in sections(cls.text, "Ss").items()}
        cls.lists = set(re.findall(r"(?m)^\.It Cm ([a-z_]+)$", cls.verbs["Lists"]))

    def test_every_verb(self) -> None:
        self.assertEqual((set(self.verbs) - {"Lists"}) | self.lists, all_verbs())
        self.assertEqual(self.lists, set(cli.LISTS))

    def test_every_option_of_every_verb(self) -> None:
        for verb in sorted(all_verbs()):
            with self.subTest(verb):
                body = self.verbs["Lists" if verb in self.lists else verb]
                self.assertEqual(options_of_page(body), options_of_help(verb) - SHARED)
        before = sections(self.text, "Sh")["DESCRIPTION"].split(".Ss ")[0]
        self.assertEqual(options_of_page(before), SHARED)
        self.assertGreaterEqual(len(options_of_help("plan")), 25)

    def test_every_positional(self) -> None:
        for verb, body in sections(self.text, "Ss").items():
            if verb == "Lists":
                continue
            path = path_of(verb).split()
            usage = re.search(r"Usage: unknot ((?:.+\n)+)", help_of(*path))[1]
            with self.subTest(verb):
                rest = re.sub(r"\[(?:OPTIONS|SUBCOMMAND)\]|\.\.\.", "", usage).split()
                wanted = rest[len(path):]
                told = re.findall(r" (?:Ar|Cm) ", " " + re.sub(r" Ns Oo .*? Oc\b", "", verb))
                self.assertEqual(len(told), len(wanted), usage)

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
