#!/usr/bin/env python3
"""doctor: what it says of machines of many kinds, and that it leaves them as they were."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

import cli
import terminal

IDS = ["program", "terminal", "colour", "characters", "language", "emergency_number", "voice",
       "clips", "data_folder", "web_app", "web_port"]
NOBODY = 65534


def doctor(**changes) -> cli.Answer:
    env = cli.environment(**{key: value for key, value in changes.items() if value is not None})
    for key, value in changes.items():
        if value is None:
            env.pop(key, None)
    return cli.run("doctor", "--json", env=env)


def states(answer: cli.Answer) -> dict:
    return {row["id"]: row["state"] for row in answer.json["checks"]}


def found(answer: cli.Answer, which: str) -> str:
    return next(row["found"] for row in answer.json["checks"] if row["id"] == which)


class Doctor(unittest.TestCase):
    def setUp(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.path = pathlib.Path(self.folder.name)

    def test_shape(self) -> None:
        answer = doctor(HOME=str(self.path))
        self.assertEqual((answer.code, answer.err), (0, ""))
        self.assertEqual([row["id"] for row in answer.json["checks"]], IDS)
        version = cli.run("version", "--json").json
        self.assertEqual((answer.json["version"], answer.json["knowledge"]),
                         (version["version"], version["knowledge"]))
        self.assertTrue(answer.json["well"])

    def test_text_says_the_same(self) -> None:
        env = cli.environment(HOME=str(self.path))
        text = cli.run("doctor", env=env)
        self.assertEqual(cli.wide(text.out), [])
        flat = " ".join(text.out.split()).lower()
        for row in cli.run("doctor", "--json", env=env).json["checks"]:
            head = f"{row['state']} {row['id'].replace('_', ' ')} {row['found']}."
            self.assertIn(" ".join(head.split()).lower()[:40], flat)
            if row["advice"]:
                self.assertIn(row["advice"].lower(), flat)
                self.assertRegex(row["advice"], r"^[A-Z][^.]*(\.\w[^.]*)*\.$")

    def test_nothing_is_created(self) -> None:
        doctor(HOME=str(self.path))
        self.assertEqual(list(self.path.iterdir()), [])
        mine = self.path / "unknot"
        mine.mkdir()
        answer = doctor(XDG_DATA_HOME=str(self.path))
        self.assertIn("writable", found(answer, "data_folder"))
        self.assertEqual(list(mine.iterdir()), [])

    def test_data_folder(self) -> None:
        file = self.path / "file"
        file.write_text("", encoding="utf-8")
        (self.path / "as_file").mkdir()
        (self.path / "as_file" / "unknot").write_text("", encoding="utf-8")
        table = (
            ({"XDG_DATA_HOME": str(self.path)}, "ok", f"{self.path}/unknot, not there yet"),
            ({"XDG_DATA_HOME": "", "HOME": str(self.path)}, "ok",
             f"{self.path}/.local/share/unknot"),
            ({"XDG_DATA_HOME": "share", "HOME": str(self.path)}, "note", "ignored"),
            ({"XDG_DATA_HOME": None, "HOME": None}, "problem", "neither"),
            ({"XDG_DATA_HOME": "share", "HOME": ""}, "problem", "neither"),
            ({"XDG_DATA_HOME": str(file)}, "problem", f"{file} is no folder"),
            ({"XDG_DATA_HOME": str(self.path / "as_file")}, "problem", "is no folder"),
        )
        for changes, state, words in table:
            with self.subTest(changes):
                answer = doctor(**changes)
                self.assertEqual(states(answer)["data_folder"], state)
                self.assertIn(words, found(answer, "data_folder"))
                self.assertEqual(answer.code, 1 if state == "problem" else 0)
                self.assertIs(answer.json["well"], state != "problem")

    def test_a_folder_of_somebody_else(self) -> None:
        """Root may write everywhere, so root asks as somebody who may not."""
        program = self.path / "program"
        shutil.copy(cli.PROGRAM, program)
        closed = self.path / "closed"
        (closed / "unknot").mkdir(parents=True)
        for folder in (closed / "unknot", closed):
            folder.chmod(0o555)
        self.addCleanup(closed.chmod, 0o755)
        self.path.chmod(0o755)
        become = {"user": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
        for home in (closed, closed / "deeper" / "still"):
            done = subprocess.run([program, "doctor", "--json"], capture_output=True, text=True,
                                  timeout=30, check=False, cwd="/", **become,
                                  env=cli.environment(XDG_DATA_HOME=str(home)))
            self.assertEqual(done.returncode, 1, done.stdout)
            self.assertIn("cannot be written to", done.stdout)

    def test_language_and_number(self) -> None:
        table = (
            ({"LC_ALL": "C"}, "ok", "note", "English, "),
            ({"LC_ALL": "en_GB.UTF-8"}, "ok", "ok", "English, "),
            ({"LC_ALL": "", "LANG": "xx_DE"}, "note", "ok", "the locale asks for xx"),
            ({"LC_ALL": "xx"}, "note", "note", "the locale asks for xx"),
            ({"LC_ALL": "en_ZZ"}, "ok", "note", "English, "),
        )
        for changes, language, number, words in table:
            with self.subTest(changes):
                answer = doctor(HOME=str(self.path), **changes)
                self.assertEqual(states(answer)["language"], language)
                self.assertEqual(states(answer)["emergency_number"], number)
                self.assertIn(words, found(answer, "language"))
                self.assertEqual(answer.code, 0)
        number = found(doctor(LC_ALL="en_GB.UTF-8"), "emergency_number")
        self.assertTrue(number.startswith("999"), number)

    def test_characters(self) -> None:
        for locale, state in (("C", "note"), ("C.UTF-8", "ok"), ("xx_ZZ.UTF-8", "note")):
            self.assertEqual(states(doctor(LC_ALL=locale))["characters"], state, locale)

    def test_voice(self) -> None:
        self.assertEqual(states(doctor(PATH=str(self.path)))["voice"], "note")
        (self.path / "spd-say").mkdir()
        self.assertEqual(states(doctor(PATH=f"::{self.path}"))["voice"], "note")
        (self.path / "espeak-ng").write_text("", encoding="utf-8")
        self.assertEqual(states(doctor(PATH=str(self.path)))["voice"], "note")
        (self.path / "espeak-ng").chmod(0o755)
        answer = doctor(PATH=f"/nowhere:{self.path}")
        self.assertEqual(states(answer)["voice"], "ok")
        self.assertIn("espeak-ng found", found(answer, "voice"))

    def test_clips(self) -> None:
        self.assertEqual(states(doctor(UNKNOT_CLIPS=str(self.path / "none")))["clips"], "note")
        (self.path / "en.clips").write_bytes(b"")
        answer = doctor(UNKNOT_CLIPS=str(self.path))
        self.assertEqual(states(answer)["clips"], "ok")
        self.assertEqual(found(answer, "clips"), f"en in {self.path}")

    def test_colour(self) -> None:
        for changes, state in (({"TERM": "dumb"}, "note"), ({"TERM": None}, "note"),
                               ({"TERM": "xterm"}, "ok"),
                               ({"TERM": "dumb", "NO_COLOR": "1"}, "ok"),
                               ({"TERM": "dumb", "NO_COLOR": ""}, "note")):
            self.assertEqual(states(doctor(**changes))["colour"], state, changes)

    def test_terminal(self) -> None:
        self.assertEqual(states(doctor())["terminal"], "note")
        env = cli.environment(HOME=str(self.path), LC_ALL="C.UTF-8")
        for columns, words in ((80, "ok       terminal          80 columns."),
                               (200, "ok       terminal          200 columns."),
                               (60, "note     terminal          60 columns. Make the window")):
            self.assertIn(words, terminal.talk("doctor", env=env, columns=columns).text)

    def test_nothing_of_the_environment_reaches_the_terminal_raw(self) -> None:
        evil = "\x1b[31mred\n"
        env = cli.environment(LC_ALL=evil, TERM=evil, XDG_DATA_HOME="/" + evil, PATH=evil)
        for words in (("doctor",), ("doctor", "--json")):
            self.assertNotIn("\x1b", cli.run(*words, env=env).out)


if __name__ == "__main__":
    unittest.main()
