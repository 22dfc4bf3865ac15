"""Somebody's log in a folder of its own, for tests of the verbs around it."""

import datetime
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

import cli

HASH = "0" * 64
NOBODY = 65534


def moment(days: float = 0, hours: float = 0) -> str:
    """RFC 3339 of a time that long ago."""
    then = datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=days, hours=hours)
    return then.strftime("%Y-%m-%dT%H:%M:%SZ")


def uuid(number: int) -> str:
    return f"01900000-0000-7000-8000-{number:012x}"


def record(number: int, kind: str, data: dict, person: int = 1, at: str = "") -> dict:
    return {"id": uuid(number), "person": uuid(person), "kind": kind, "at": at or moment(),
            "session": None, "knowledge": HASH, "data": data}


def journal(*records: dict) -> str:
    made = {"format": "unknot/journal@1", "made": moment(), "records": list(records)}
    return json.dumps(made)


class Logs(unittest.TestCase):
    """Each test has its own home; whatever is said, one clean line of error or none."""

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.home = pathlib.Path(folder.name)
        self.file = self.home / "unknot" / "log.db"
        self.env = cli.environment(XDG_DATA_HOME=str(self.home), TZ="UTC")

    def run_program(self, *words: str, stdin: bytes | str = b"", **env: str) -> cli.Answer:
        return cli.run(*words, stdin=stdin, env={**self.env, **env})

    def good(self, *words: str, stdin: bytes | str = b"", **env: str) -> cli.Answer:
        answer = self.run_program(*words, stdin=stdin, **env)
        self.assertEqual((answer.code, answer.err), (cli.GOOD, ""), (words, answer.out[-600:]))
        return answer

    def json(self, *words: str, **env: str):
        return self.good(*words, "--json", **env).json

    def bad(self, *words: str, parts=(), stdin: bytes | str = b"", **env: str) -> cli.Answer:
        answer = self.run_program(*words, stdin=stdin, **env)
        self.assertEqual((answer.code, answer.out), (cli.BAD_INPUT, ""), words)
        self.assertRegex(answer.err, r"\Aunknot: [^\n]*\.\n\Z")
        self.assertLess(len(answer.err), 600)
        self.assertTrue(answer.err[:-1].isprintable(), answer.err)
        for part in parts:
            self.assertIn(part, answer.err)
        return answer

    def somebody_else(self):
        """Runs the program as a person who may write nothing below the home; root's rights count
        everywhere, so root asks as somebody else."""
        program = self.home / "program"
        shutil.copy(cli.PROGRAM, program)
        self.home.chmod(0o755)
        self.good("export")  # leaves nothing to be done to the file
        self.file.chmod(0o444)
        self.file.parent.chmod(0o555)
        self.addCleanup(self.file.parent.chmod, 0o755)
        become = {"user": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}

        def ask(*words: str, env=self.env, stdin: str = ""):
            return subprocess.run([program, *words], capture_output=True, text=True, timeout=30,
                                  check=False, cwd="/", env=env, input=stdin, **become)
        return ask

    def take_in(self, *records: dict) -> None:
        self.good("import", "-", stdin=journal(*records))

    def entries(self) -> list[dict]:
        return self.json("log")["entries"]
