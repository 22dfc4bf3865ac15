#!/usr/bin/env python3
"""export, import, backup, restore, forget; and logs that are damaged, closed or absent."""

import fcntl
import json
import shutil
import unittest

import cli
import logs
import terminal

SECRET = "kerfuffle"


class Filled(logs.Logs):
    def setUp(self) -> None:
        super().setUp()
        self.good("me", "--name", "Anna", "--age", "41", "-c", "easy_bruising")
        self.good("me", "tool", "add", "blue=soft_roller")
        self.good("log", "add", "calves/left", "60s", "--level", "4", "--at", "2026-01-05T19:00",
                  "--tool", "blue")
        self.good("note", SECRET, "--place", "shin", "--at", "2026-01-05T20:00")

    def whole(self, **env: str) -> list[dict]:
        return self.good("export", **env).json["records"]

    def other(self) -> dict[str, str]:
        """Another home."""
        return {"XDG_DATA_HOME": str(self.home / "other")}


class ExportImport(Filled):
    def test_round_trip(self) -> None:
        text = self.good("export").out
        self.assertEqual(self.good("import", "-", stdin=text, **self.other()).out,
                         "5 records new, 0 records known already.\n")
        self.assertEqual(self.whole(**self.other()), self.whole())
        self.assertEqual(self.good("import", "-", stdin=text, **self.other()).out,
                         "0 records new, 5 records known already.\n")
        self.assertEqual(self.whole(**self.other()), self.whole())

    def test_dry_run(self) -> None:
        text = self.good("export").out
        answer = self.good("import", "-", "--dry-run", stdin=text, **self.other())
        self.assertEqual(answer.out, "5 records would be new, 0 records known already.\n")
        self.assertFalse((self.home / "other").exists())

    def test_files(self) -> None:
        file = self.home / "mine.json"
        self.good("export", "-o", str(file))
        self.assertEqual(file.stat().st_mode & 0o777, 0o600)
        before = file.read_bytes()
        self.good("note", "more")
        self.bad("export", "-o", str(file), parts=("file", str(file), "--force"))
        self.assertEqual(file.read_bytes(), before)
        self.good("export", "-o", str(file), "--force")
        self.assertEqual(len(json.loads(file.read_text("utf-8"))["records"]), 6)
        self.bad("export", "-o", str(self.home / "no" / "where"), parts=("no/where",))
        self.bad("export", "-o", str(self.home), parts=(str(self.home),))
        self.assertEqual(sorted(path.name for path in self.home.iterdir()),
                         ["mine.json", "unknot"])

    def test_one_person(self) -> None:
        self.good("people", "add", "Ben")
        self.good("note", "mine", "--as", "Ben")
        self.assertEqual(len(self.whole()), 7)
        ben = self.good("export", "--as", "Ben").json["records"]
        self.assertEqual([one["kind"] for one in ben], ["person", "note"])
        self.bad("export", "--format", "csv", parts=("--as", "Anna | Ben"))

    def test_csv(self) -> None:
        table = self.good("export", "--format", "csv").out
        self.assertTrue(table.startswith("id,at,"), table[:40])
        self.assertIn("calves,left,60,4", table)
        self.assertEqual(self.good("import", "-", stdin=table).out,
                         "0 records new, 1 record known already.\n")
        self.good("import", "-", stdin=table, **self.other())
        rolled = self.json("log", **self.other())["entries"]
        self.assertEqual([one["pieces"][0]["seconds"] for one in rolled], [60])

    def test_tables_of_others(self) -> None:
        table = "Datum;Muskel;Seite;Dauer;Anmerkung\n2026-02-03;Calves;left;1,5;=gut\n" \
                "2026-02-04 18:30;hamstrings;both;2;\n"
        flags = ("--map", "at=Datum,area=Muskel,side=Seite,minutes=Dauer,note=Anmerkung")
        table = table.replace("1,5", "1.5")
        self.good("import", "-", *flags, stdin=table)
        twice = self.good("import", "-", *flags, stdin=table)
        self.assertTrue(twice.out.startswith("0 records new"), twice.out)
        found = {(one["pieces"][0]["area"], one["pieces"][0]["side"],
                  one["pieces"][0]["seconds"], one["at"][:10])
                 for one in self.entries() if one["kind"] == "session"}
        self.assertLessEqual({("calves", "left", 90, "2026-02-03"),
                              ("hamstrings", "both", 120, "2026-02-04")}, found)
        self.assertIn("=gut", [one.get("text") for one in self.entries()])

    def test_broken_files_change_nothing(self) -> None:
        before = self.whole()
        person = before[0]["id"]
        fine = self.good("export").json
        piece = next(one for one in fine["records"] if one["kind"] == "rolled")

        def changed(**fields):
            return json.dumps({**fine, "records": [{**piece, "id": logs.uuid(9), **fields}]})

        head = "at,area,side,seconds\n"
        table = (
            ("", ("file", "something in it")),
            (" \n", ("file", "something in it")),
            ("{", ("line 1",)),
            ("[" * 100000, ("input",)),
            ('{"format":' * 100000, ()),
            ('{"format":"unknot/journal@1","records":[' + "[" * 300 + "]}", ()),
            (b"\xff\xfe{}", ()),
            (b'{"format":"\xff"}', ()),
            (json.dumps({**fine, "format": "unknot/journal@9"}), ("format", "unknot/journal@9")),
            (json.dumps({**fine, "records": 5}), ("records", "5")),
            (changed(id="x"), ("id", "x")),
            (changed(kind=None), ("kind",)),
            (changed(at="2026-13-01"), ("at", "2026-13-01")),
            (changed(data={**piece["data"], "level": 11}), ("level", "11")),
            (changed(data={**piece["data"], "seconds": 0}), ("seconds", "0")),
            (changed(id=piece["id"], at="2026-01-05T19:00:01Z"), (piece["id"],)),
            (changed(person="you"), ("person", "you")),
            (head + "2026-02-03,calves,left\n", ("line 2",)),
            (head + "2026-02-03,low_back,left,60\n", ("line 2", "low_back")),
            (head + "2026-02-03,calves,up,60\n", ("line 2", "up")),
            (head + "2026-02-03,calves,left,60\n2026-02-30,calves,left,60\n", ("line 3",
                                                                              "2026-02-30")),
            (head + "2026-02-03,calves,left,=60\n", ("line 2", "=60")),
            (head + '2026-02-03,"calves,left,60\n', ()),
            ("area,seconds\ncalves,60\n", ("at",)),
            ("\x00\x01\x02", ()),
            ("SQLite format 3\x00", ()),
        )
        for text, parts in table:
            with self.subTest(text[:60]):
                self.bad("import", "-", stdin=text, parts=parts)
                self.assertEqual(self.whole(), before)
        self.assertEqual(before[0]["id"], person)
        self.bad("import", "-", stdin="hello\n", parts=("line 1", "a column for at", "--map"))
        self.bad("import", "-", "--map", "shoe=x", stdin=head, parts=("--map", "shoe"))
        self.bad("import", "-", "--map", "area=Muskel", stdin=head, parts=("Muskel",))
        self.bad("import", "-", "--map", "area=x", stdin=json.dumps(fine), parts=("--map",))
        self.bad("import", str(self.home / "none"), parts=("file", "none"))
        self.bad("import", "-", stdin="{", **self.other())
        self.assertFalse((self.home / "other").exists(), "what is no good makes no log")

    def test_a_file_too_large_is_not_read(self) -> None:
        file = self.home / "large"
        with file.open("wb") as out:
            out.truncate((1 << 28) + 2)
        answer = self.bad("import", str(file), parts=("file", "256 MiB"))
        self.assertLess(answer.seconds, 20)

    def test_formulas_are_guarded(self) -> None:
        self.good("me", "tool", "add", "@sum=soft_roller")
        self.good("log", "add", "calves", "30s", "--tool", "@sum")
        table = self.good("export", "--format", "csv").out
        self.assertIn("'@sum", table)
        for line in table.splitlines():
            self.assertFalse(any(cell[:1] in "=+@" and cell[:1] for cell in line.split(",")), line)


class Keeping(Filled):
    def test_backup_and_restore(self) -> None:
        copy = self.home / "copy"
        self.assertIn("5 records copied", self.good("backup", str(copy)).out)
        self.assertEqual(copy.stat().st_mode & 0o777, 0o600)
        before = self.whole()
        self.good("note", "later")
        self.bad("restore", str(copy), parts=("--yes", "5 records", "6 records"))
        self.assertEqual(len(self.whole()), 6)
        self.assertIn("5 records", self.good("restore", str(copy), "--yes").out)
        self.assertEqual(self.whole(), before)
        self.good("restore", str(copy), **self.other())
        self.assertEqual(self.whole(**self.other()), before)
        self.good("backup", str(copy))

    def test_what_is_no_backup_replaces_nothing(self) -> None:
        before = self.whole()
        copy = self.home / "copy"
        self.good("backup", str(copy))
        half = self.home / "half"
        half.write_bytes(copy.read_bytes()[:copy.stat().st_size // 2])
        bent = self.home / "bent"
        data = bytearray(copy.read_bytes())
        data[len(data) // 2:len(data) // 2 + 400] = b"\xa5" * 400
        bent.write_bytes(data)
        text = self.home / "text"
        text.write_text("hello", "utf-8")
        for path in (half, bent, text, self.home / "none", self.home):
            with self.subTest(path.name):
                self.bad("restore", str(path), "--yes")
                self.assertEqual(self.whole(), before)
        self.bad("backup", str(text), parts=("got a file that is no backup", "left as it is"))
        self.assertEqual(text.read_text("utf-8"), "hello")
        self.bad("backup", str(self.home / "no" / "where"))
        self.bad("backup", str(copy), parts=("There is no log",), **self.other())

    def bytes_kept(self) -> bytes:
        return b"".join(path.read_bytes() for path in self.home.rglob("*") if path.is_file())

    def test_forget_leaves_no_bytes(self) -> None:
        self.good("people", "add", "Ben")
        self.good("note", "shenanigan", "--as", "Ben")
        self.assertIn(SECRET.encode(), self.bytes_kept())
        self.good("forget", "--as", "Anna", "--yes")
        kept = self.bytes_kept()
        for word in (SECRET, "Anna", "easy_bruising", "blue"):
            self.assertNotIn(word.encode(), kept, word)
        self.assertIn(b"shenanigan", kept)
        self.assertEqual([one["name"] for one in self.json("people")], ["Ben"])
        self.good("forget", "--all", "--yes")
        self.assertEqual(list((self.home / "unknot").iterdir()), [])
        self.assertIn("no log", self.good("forget", "--all", "--yes").out)

    def test_forget_asks(self) -> None:
        self.bad("forget", parts=("--yes", "Anna"))
        self.bad("forget", "--all", parts=("--yes", "everybody"))
        self.bad("forget", "--all", "--as", "Anna", "--yes", parts=("--all", "--as"))
        for typed in (["no"], [""], ["y"], [terminal.END]):
            talk = terminal.talk("forget", typed=typed, env=self.env)
            self.assertIn("Nothing was changed", talk.text)
        self.assertEqual(len(self.whole()), 5)
        talk = terminal.talk("forget", typed=["YES"], env=self.env)
        self.assertIn("5 records of Anna deleted", talk.text)
        self.assertEqual(self.whole(), [])


    def test_forget_deletes_nothing_of_others(self) -> None:
        """A file of somebody else under the name of the log, and beside it."""
        diary = b"dear diary, today I rolled my calves\n" * 100
        beside = [self.file.with_name(name) for name in (
            "log.db.damaged-photos", "log.db.new-recipes", "log.db.other-x", "guide.txt")]
        for path in beside:
            path.write_bytes(diary)
        self.good("forget", "--all", "--yes")
        self.assertEqual(sorted(self.file.parent.iterdir()), sorted(beside))
        self.file.write_bytes(diary)
        for words in (("--all", "--yes"), ("--yes",), ("--all",)):
            self.bad("forget", *words, parts=("no log of Unknot", str(self.file)))
        for path in (self.file, *beside):
            self.assertEqual(path.read_bytes(), diary)
        self.file.unlink()
        self.file.mkdir()
        self.bad("forget", "--all", "--yes", parts=(str(self.file),))
        self.assertTrue(self.file.is_dir())

    def test_forget_reaches_what_was_set_aside_and_never_finished(self) -> None:
        whole = self.file.read_bytes()
        for name in ("log.db.damaged-a", "log.db.replaced-b", "log.db.new-abcdef"):
            self.file.with_name(name).write_bytes(whole)
        self.good("forget", "--all", "--yes")  # and says nothing of what it deletes
        self.assertEqual(list(self.file.parent.iterdir()), [])

    def test_restore_sets_a_file_of_others_aside(self) -> None:
        copy = self.home / "copy"
        before = self.whole()
        self.good("backup", str(copy))
        self.good("forget", "--all", "--yes")
        self.file.write_text("dear diary", "utf-8")
        self.bad("restore", str(copy), parts=("no log of Unknot", "--yes", "set aside"))
        talk = terminal.talk("restore", str(copy), typed=["no"], env=self.env)
        self.assertIn("Nothing was changed", talk.text)
        self.assertEqual(self.file.read_text("utf-8"), "dear diary")
        said = "".join(self.good("restore", str(copy), "--yes").out.split())
        aside, = self.file.parent.glob("log.db.other-*")
        self.assertIn(str(aside), said)
        self.assertEqual(aside.read_text("utf-8"), "dear diary")
        self.assertEqual(self.whole(), before)
        self.good("forget", "--all", "--yes")
        self.assertEqual(list(self.file.parent.iterdir()), [aside])

    def test_a_bad_backup_sets_nothing_aside(self) -> None:
        self.good("forget", "--all", "--yes")
        self.file.write_text("dear diary", "utf-8")
        half = self.home / "half"
        half.write_text("no backup either", "utf-8")
        self.bad("restore", str(half), "--yes", parts=(str(half),))
        self.assertEqual(self.file.read_text("utf-8"), "dear diary")
        self.assertEqual(list(self.file.parent.iterdir()), [self.file])

    def test_forget_leaves_no_lock(self) -> None:
        names = ("Ben", "Cleo")
        for name in names:
            self.good("people", "add", name)
            self.good("guide", "--none-of-these", "--tool", "soft_roller", "--minutes", "6",
                      "--plain", "--speed", "1000", "--as", name, "--data", str(self.file.parent),
                      stdin="stop\n")
        self.assertEqual(len(list(self.file.parent.glob("guide-*.lock"))), 2)
        self.good("forget", "--as", "Ben", "--yes")
        lock, = self.file.parent.glob("guide-*.lock")
        with lock.open("wb") as held:
            fcntl.flock(held, fcntl.LOCK_EX)
            for words in (("--all",), ("--as", "Cleo")):
                self.bad("forget", *words, "--yes", parts=("another window",))
        self.good("forget", "--all", "--yes")
        self.assertEqual(list(self.file.parent.iterdir()), [])

    def test_questions_have_one_full_stop(self) -> None:
        for words in (("forget",), ("forget", "--all")):
            self.assertNotIn("..", self.bad(*words).err)


class Wrong(Filled):
    """What somebody does not get to see must not look as if there were nothing."""

    def damage(self) -> None:
        data = bytearray(self.file.read_bytes())
        data[100:len(data)] = b"\x5a" * (len(data) - 100)
        for path in self.file.parent.iterdir():
            path.unlink()
        self.file.write_bytes(data)

    def test_damaged(self) -> None:
        copy = self.home / "copy"
        self.good("backup", str(copy))
        self.damage()
        answer = self.bad("plan", *cli.READY, parts=("--no-log",))
        aside = [path for path in self.file.parent.iterdir() if "damaged" in path.name]
        self.assertEqual(len(aside), 1)
        self.assertIn(aside[0].name, answer.err)
        again = self.run_program("plan", *cli.READY)
        self.assertIn(aside[0].name, again.err)
        said = "".join(self.good("restore", str(copy), "--yes").out.split())
        replaced, = self.file.parent.glob("log.db.replaced-*")
        self.assertIn(str(replaced), said)
        # What was missed is there again, so nobody is told of it any more.
        self.assertEqual(self.json("me")["name"], "Anna")
        self.good("forget", "--all", "--yes")
        self.assertEqual(list(self.file.parent.iterdir()), [])

    def test_damaged_and_no_log(self) -> None:
        self.damage()
        answer = self.run_program("plan", *cli.READY, "--no-log")
        self.assertEqual(answer.code, cli.GOOD)
        self.assertIn("--no-log", answer.err)

    def test_every_verb_says_so(self) -> None:
        for words in (("me",), ("people",), ("log",), ("load",), ("history", "calves"),
                      ("export",), ("note", "x"), ("log", "add", "calves", "60s")):
            with self.subTest(words):
                shutil.rmtree(self.file.parent)
                self.file.parent.mkdir()
                self.file.write_bytes(b"no log at all" * 1000)
                self.bad(*words, parts=(str(self.file),))
                self.assertEqual(self.file.read_bytes(), b"no log at all" * 1000)

    def test_a_folder_of_somebody_else(self) -> None:
        ask = self.somebody_else()
        done = ask("note", "x")
        self.assertEqual(done.returncode, cli.BAD_INPUT)
        self.assertIn(str(self.file.parent), done.stderr)
        closed = {**self.env, "XDG_DATA_HOME": str(self.home / "unknot" / "deeper")}
        done = ask("note", "x", env=closed)
        self.assertEqual(done.returncode, cli.BAD_INPUT)
        self.assertEqual(done.stderr.count("\n"), 1)
        self.assertEqual(ask("log", env=closed).returncode, cli.GOOD)

    def test_no_home(self) -> None:
        env = {key: value for key, value in self.env.items()
               if key not in ("HOME", "XDG_DATA_HOME")}
        answer = cli.run("log", env=env)
        self.assertEqual(answer.code, cli.BAD_INPUT)
        self.assertIn("--data", answer.err)
        self.assertEqual(cli.run("plan", *cli.READY, env=env).code, cli.GOOD)

    def test_another_folder(self) -> None:
        there = str(self.home / "there")
        self.good("note", "x", "--data", there)
        self.assertEqual(self.json("log", "--data", there)["entries"][0]["text"], "x")
        self.assertEqual(len(self.entries()), 2)
        self.bad("log", "--data", "", parts=("got nothing",))


if __name__ == "__main__":
    unittest.main()
