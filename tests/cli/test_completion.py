#!/usr/bin/env python3
"""Completion: what the program offers, and what bash, zsh and fish make of it."""

import os
import pathlib
import pty
import re
import select
import shutil
import signal
import subprocess
import tempfile
import time
import unittest

import cli
from test_manual import all_verbs, help_of, verbs_of_help

SCRIPTS = cli.ROOT / "cli" / "completion"
FILES = {"bash": "unknot.bash", "zsh": "_unknot", "fish": "unknot.fish"}
SECONDS = 20


def offered(*words: str) -> list[str]:
    answer = cli.run("complete", "--", *words)
    assert (answer.code, answer.err) == (cli.GOOD, ""), answer.err
    return [line.split("\t")[0] for line in answer.out.splitlines()]


def ids(*lists: str) -> list[str]:
    return [row["id"] for name in lists for row in cli.rows(name)]


def presets() -> list[str]:
    return [row["id"] for row in cli.rows("tools") if row.get("preset")]


PLACES = ids("areas", "zones", "regions")
# Words typed, the last of them being typed -> what is offered.
TABLE = [
    (("",), sorted(verbs_of_help())),
    (("do",), ["doctor"]),
    (("plan", "--expl"), ["--explain"]),
    (("plan", "--goal", ""), ids("goals")),
    (("plan", "--goal", "re"), ["recover"]),
    (("plan", "--goal=re"), ["--goal=recover"]),
    (("plan", "--activity", ""), ids("activities")),
    (("plan", "--red-flag", ""), ids("red_flags")),
    (("plan", "--red-flag", "chest_pain", ""), ids("red_flags")),
    (("plan", "-c", ""), [row["id"] + (":" if row["needs_at"] else "")
                          for row in cli.rows("conditions")]),
    (("plan", "-c", "fracture:"), [f"fracture:{one}" for one in
                                   [*PLACES, "weeks=", "cleared="]]),
    (("plan", "--want", ""), PLACES),
    (("plan", "--use", "calves:soft_"), ["calves:soft_ball", "calves:soft_roller",
                                             "calves:soft_stick"]),
    (("plan", "--avoid", "low"), [one for one in PLACES if one.startswith("low")]),
    (("plan", "--want", "calves/"), ["calves/left", "calves/right", "calves/both"]),
    (("plan", "--feel", ""), [f"{one}:" for one in PLACES]),
    (("plan", "-f", "calves/l"), ["calves/left:"]),
    (("plan", "-f", "calves/left:"), [f"calves/left:{one}" for one in
                                      ("tight", "sore", "pain", "injury")]),
    (("plan", "-f", "calves:sore:"), [f"calves:sore:{n}" for n in range(11)]),
    (("plan", "--feel=calves:so"), ["--feel=calves:sore"]),
    (("plan", "-t", ""), [*presets(), "roller:", "stick:", "ball:"]),
    (("plan", "-t", "tennis_ball", "massage_s"), ["massage_stick"]),
    (("plan", "-t", "mine=tennis"), ["mine=tennis_ball"]),
    (("plan", "-t", "ball:"), [f"ball:{one}:" for one in ("soft", "medium", "firm")]),
    (("plan", "-t", "ball:soft:"), ["ball:soft:smooth", "ball:soft:textured"]),
    (("plan", "-t", "ball:soft:smooth:"), [f"ball:soft:smooth:{one}" for one in
                                           ("cold", "warm", "vibration")]),
    (("plan", "--at", ""), ["floor", "wall", "chair", "bed"]),
    (("plan", "--at", "wall,chair,"), ["wall,chair,floor", "wall,chair,bed"]),
    (("plan", "--experience", ""), ["new", "regular", "seasoned"]),
    (("plan", "--floor-transfer", ""), ["easy", "slow", "no"]),
    (("plan", "--format", ""), ["text", "json"]),
    (("plan", "--language", ""), ["de", "en", "es"]),
    (("plan", "--territory", "GB"), ["GB"]),
    (("plan", "--minutes", ""), []),
    (("plan", "--request", ""), [":files"]),
    (("check", ""), [":files"]),
    (("check", "plan.json", "--request", ""), [":files"]),
    (("compare", "a.json", ""), [":files"]),
    (("compare", "a.json", "b.json", ""), ["--help", "--json"]),
    (("completion", ""), ["bash", "zsh", "fish"]),
    (("areas", ""), ["--help", "--json"]),
    (("learn", "bene"), ["benefits"]),
    (("log", ""), ["show", "add", "after", "edit", "remove"]),
    (("log", "a"), ["add", "after"]),
    (("log", "add", "calves/"), ["calves/left", "calves/right", "calves/both"]),
    (("log", "add", "low"), []),
    (("log", "add", "calves", "60s", "--at", ""), []),
    (("log", "after", "calves/left", "s"), ["sore", "sore_over_48h", "swelling"]),
    (("log", "edit", "x", "--level", "1"), ["1", "10"]),
    (("log", "edit", ""), []),
    (("me", "tool", ""), ["add", "remove"]),
    (("me", "tool", "add", "blue=tennis"), ["blue=tennis_ball"]),
    (("me", "--unset", "a"), ["age", "at"]),
    (("me", "--at", ""), ["floor", "wall", "chair", "bed"]),
    (("note", "x", "--place", "low_b"), ["low_back"]),
    (("history", "low_b"), ["low_back"]),
    (("export", "--format", ""), ["json", "csv"]),
    (("import", ""), [":files"]),
    (("restore", ""), [":files"]),
    (("load", "--as", ""), []),
    (("dance", ""), []),
    (("plan", "--no-such", ""), None),  # options, as a word of its own follows
]
# What the shells are asked, in words they treat in their own way too.
LINES = [
    ("unknot plan --goal ", ids("goals")),
    ("unknot plan --goal re", ["recover"]),
    ("unknot plan --expl", ["--explain"]),
    ("unknot doc", ["doctor"]),
    ("unknot plan --activity ", ids("activities")),
    ("unknot plan --feel low_b", ["low_back:"]),
    ("unknot plan --feel calves/left:", [f"calves/left:{one}" for one in
                                         ("tight", "sore", "pain", "injury")]),
    ("unknot plan -t mine=tennis", ["mine=tennis_ball"]),
    ("unknot plan -c fracture:shi", ["fracture:shin"]),
    ("unknot check --request req", ["request one.json", "request_two.json"]),
    ("unknot compare request_", ["request_two.json"]),
]


class Offered(unittest.TestCase):
    def test_table(self) -> None:
        for words, wanted in TABLE:
            with self.subTest(words):
                found = offered(*words)
                if wanted is None:
                    self.assertIn("--goal", found)
                else:
                    self.assertEqual(sorted(found), sorted(wanted))

    def test_every_option_of_every_verb(self) -> None:
        for verb in sorted(all_verbs()):
            with self.subTest(verb):
                said = help_of(*verb.split()).split("Options:")[1].split("Subcommands:")[0]
                names = set(re.findall(r"(--[a-z-]+)", "\n".join(
                    line.split()[0] for line in said.splitlines() if line.startswith("  -"))))
                self.assertEqual(set(offered(*verb.split(), "--")), names)

    def test_what_is_offered_is_understood(self) -> None:
        for flag in ("--goal", "--activity", "--want", "--avoid", "--at", "--experience",
                     "--floor-transfer", "--language", "--territory", "--red-flag", "--condition"):
            for word in offered("plan", flag, ""):
                with self.subTest(f"{flag} {word}"):
                    value = word + ("knee" if word.endswith(":") else "")
                    ready = () if flag == "--red-flag" else cli.READY
                    answer = cli.run("plan", *ready, flag, value, "--json")
                    self.assertIn(answer.code, (cli.GOOD, cli.REFUSED), answer.err)
        for word in offered("learn", ""):
            self.assertEqual(cli.run("learn", word).code, cli.GOOD, word)

    def test_options_with_values_of_their_own_kind(self) -> None:
        """Numbers, times and nothing else are left to the person."""
        silent = {flag for flag in offered("plan", "--")
                  if re.search(rf"{flag} TEXT", help_of("plan")) and not offered("plan", flag, "")}
        self.assertEqual(silent, {"--minutes", "--starts-in", "--age", "--height", "--mass",
                                  "--now", "--as"})  # a name, when somebody keeps a log

    def test_what_is_in_the_log(self) -> None:
        with tempfile.TemporaryDirectory() as home:
            env = cli.environment(XDG_DATA_HOME=home)

            def offered_here(*words: str) -> list[str]:
                answer = cli.run("complete", "--", *words, env=env)
                return [line.split("\t")[0] for line in answer.out.splitlines()]

            for words in (("me", "--name", "Anna"), ("me", "tool", "add", "blue=soft_roller"),
                          ("log", "add", "calves/left", "60s")):
                self.assertEqual(cli.run(*words, env=env).code, cli.GOOD)
            entry = cli.run("log", "--json", env=env).json["entries"][0]["id"]
            self.assertEqual(set(offered_here("log", "remove", "")), {entry[-8:]})
            self.assertEqual(offered_here("me", "tool", "remove", ""), ["blue"])
            self.assertEqual(offered_here("plan", "--as", ""), ["Anna"])
            self.assertEqual(offered_here("plan", "--tool", "blu"), ["blue"])

    def test_the_log_that_the_line_names(self) -> None:
        with tempfile.TemporaryDirectory() as home:
            env = cli.environment(XDG_DATA_HOME=home, HOME=home)

            def offered_here(*words: str) -> list[str]:
                answer = cli.run("complete", "--", *words, env=env)
                self.assertEqual((answer.code, answer.err), (cli.GOOD, ""))
                return [line.split("\t")[0] for line in answer.out.splitlines()]

            there = f"{home}/elsewhere"
            for words in (("me", "--name", "Anna"), ("me", "tool", "add", "blue=soft_roller"),
                          ("me", "--name", "Bert", "--data", there),
                          ("people", "add", "Cleo", "--data", there),
                          ("me", "tool", "add", "red=tennis_ball", "--as", "Bert", "--data", there),
                          ("me", "tool", "add", "green=soft_roller", "--as", "Cleo", "--data",
                           there)):
                self.assertEqual(cli.run(*words, env=env).code, cli.GOOD, words)
            for data in (("--data", there), (f"--data={there}",), ("--data", "~/elsewhere")):
                with self.subTest(data):
                    self.assertEqual(offered_here("plan", *data, "--as", ""), ["Bert", "Cleo"])
                    self.assertEqual(
                        offered_here("me", "tool", "remove", *data, "--as", "Cleo", ""), ["green"])
                    self.assertEqual(offered_here("plan", *data, "--as=Bert", "--tool", "re"),
                                     ["red"])
            self.assertEqual(offered_here("plan", "--as", ""), ["Anna"])
            self.assertEqual(offered_here("plan", "--data", f"{home}/nowhere", "--as", ""), [])

    def test_given_once_is_not_offered_again(self) -> None:
        self.assertNotIn("--goal", offered("plan", "--goal", "recover", "--"))
        self.assertIn("--tool", offered("plan", "--tool", "tennis_ball", "--"))

    def test_odd_words(self) -> None:
        for words in (("plan", "--goal=\x1b"), ("\xff",), ("plan", "--feel", ":::"),
                      ("plan", "-t", "==:"), ("plan", "--", ""), ("-", ""), ("plan", "=", "")):
            with self.subTest(words):
                self.assertNotIn("\x1b", "".join(offered(*words)))


class Shells(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = pathlib.Path(folder.name)
        (self.path / "bin").mkdir()
        (self.path / "bin" / "unknot").symlink_to(cli.PROGRAM)
        self.here = self.path / "here"
        self.here.mkdir()
        for name in ("request one.json", "request_two.json", "other"):
            (self.here / name).touch()
        self.env = cli.environment(HOME=str(self.path), ZDOTDIR=str(self.path),
                                   PATH=f"{self.path / 'bin'}:{os.environ['PATH']}")

    def ask(self, *words: str) -> list[str]:
        done = subprocess.run(words, capture_output=True, text=True, timeout=SECONDS, check=False,
                              cwd=self.here, env=self.env)
        self.assertEqual(done.stderr, "", words)
        return done.stdout.splitlines()

    def test_printed_scripts_are_the_installed_ones(self) -> None:
        for shell, file in FILES.items():
            text = (SCRIPTS / file).read_text(encoding="utf-8")
            self.assertEqual(cli.run("completion", shell).out, text)

    def test_bash(self) -> None:
        script = '''source <(unknot completion bash)
COMP_WORDBREAKS=$' \\t\\n"\\'><=;|&(:'
COMP_LINE=$1 COMP_POINT=${#1}
_unknot && printf '%s\\n' "${COMPREPLY[@]}"'''
        for line, wanted in LINES:
            with self.subTest(line):
                # bash keeps what stands before the last : or = on the line itself.
                fixed = re.match(r".*[:=]|", line.split(" ")[-1])[0]
                found = self.ask("bash", "--norc", "-c", script, "bash", line)
                self.assertEqual(sorted(fixed + one for one in found), sorted(wanted))

    def test_fish(self) -> None:
        for line, wanted in LINES:
            with self.subTest(line):
                found = self.ask("fish", "--no-config", "-c",
                                 f"unknot completion fish | source; complete -C '{line}'")
                self.assertEqual(sorted(one.split("\t")[0].replace("\\ ", " ") for one in found),
                                 sorted(wanted))

    def test_zsh(self) -> None:
        """At a terminal, with the completion system of zsh: what compadd is given and takes."""
        shutil.copy(SCRIPTS / "_unknot", self.path / "_unknot")
        hits = self.path / "hits"
        (self.path / ".zshrc").write_text(f'''PS1='READY> '
fpath=({self.path} $fpath)
autoload -Uz compinit && compinit -u -D
compadd() {{
  local -a found
  if (( ${{@[(I)-[OAD]*]}} )); then builtin compadd "$@"; return; fi
  builtin compadd -A found "$@"
  print -rl -- $found >>| {hits}.new
  builtin compadd "$@"
}}
finished() {{ [[ -e {hits}.new ]] || : >| {hits}.new; mv {hits}.new {hits}; }}
complete_and_tell() {{ zle complete-word; finished; }}
zle -N complete_and_tell
bindkey '^I' complete_and_tell
''', encoding="utf-8")
        with Terminal(["zsh", "-i"], self.env, self.here) as shell:
            shell.until("READY> ")
            for line, wanted in LINES:
                with self.subTest(line):
                    shell.type(f"\x15{line}\t")
                    shell.wait_for(hits)
                    found = [one.replace("\\ ", " ") for one in
                             hits.read_text(encoding="utf-8").splitlines() if one]
                    hits.unlink()
                    self.assertEqual(sorted(found), sorted(wanted))

    def test_installed_where_the_shells_look(self) -> None:
        build = pathlib.Path(cli.PROGRAM).resolve().parent
        done = subprocess.run(["cmake", "-DCMAKE_INSTALL_PREFIX=" + str(self.path / "usr"), "-P",
                               str(build / "cli" / "cmake_install.cmake")], capture_output=True,
                              text=True, timeout=60, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        share = self.path / "usr" / "share"
        for installed, source in (
                ("bash-completion/completions/unknot", SCRIPTS / "unknot.bash"),
                ("zsh/site-functions/_unknot", SCRIPTS / "_unknot"),
                ("fish/vendor_completions.d/unknot.fish", SCRIPTS / "unknot.fish"),
                ("man/man1/unknot.1", cli.ROOT / "cli" / "man" / "unknot.1")):
            self.assertEqual((share / installed).read_bytes(), source.read_bytes())


class Terminal:
    """A program at a terminal, typed to."""

    def __init__(self, words, env, folder) -> None:
        self.ours, theirs = pty.openpty()
        self.run = subprocess.Popen(words, stdin=theirs, stdout=theirs, stderr=theirs, env=env,
                                    cwd=folder, start_new_session=True)
        os.close(theirs)
        self.screen = ""

    def __enter__(self):
        return self

    def __exit__(self, *_) -> None:
        if self.run.poll() is None:
            os.killpg(self.run.pid, signal.SIGKILL)
            self.run.wait()
        os.close(self.ours)

    def read(self, seconds: float) -> None:
        ready, _, _ = select.select([self.ours], [], [], seconds)
        if ready:
            self.screen += os.read(self.ours, 65536).decode("utf-8", errors="replace")

    def until(self, text: str) -> None:
        end = time.monotonic() + SECONDS
        while text not in self.screen:
            if time.monotonic() > end:
                raise AssertionError(f"no {text!r} in {self.screen[-600:]!r}")
            self.read(0.2)

    def type(self, text: str) -> None:
        os.write(self.ours, text.encode("utf-8"))

    def wait_for(self, file: pathlib.Path) -> None:
        end = time.monotonic() + SECONDS
        while not file.exists():
            if time.monotonic() > end:
                raise AssertionError(f"nothing was completed: {self.screen[-600:]!r}")
            self.read(0.05)


if __name__ == "__main__":
    unittest.main()
