#!/usr/bin/env python3
"""unknot plan --batch: one request a line, one answer a line, whatever the lines hold."""

import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

import cli

sys.path.insert(0, str(cli.ROOT / "tests" / "oracle"))

import checker   # noqa: E402
import requests  # noqa: E402  (the checker's generator)

MEBIBYTE = 1 << 20


def batch(data: bytes, *flags: str) -> list[dict]:
    """The answers; as many lines as came, each whole."""
    done, _ = cli.run_bytes("plan", "--batch", "-", *flags, stdin=data, timeout=120)
    if (done.returncode, done.stderr) != (cli.GOOD, b""):
        raise AssertionError(f"exit {done.returncode}: {done.stderr!r}")
    if done.stdout and not done.stdout.endswith(b"\n"):
        raise AssertionError("the last line is cut off")
    return [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]


def line(**changes) -> bytes:
    return cli.compact(cli.request(**changes)).encode("utf-8")


class Batch(unittest.TestCase):
    def test_order_is_kept(self) -> None:
        minutes = [1 + i * 7 % 600 for i in range(500)]
        answers = batch(b"".join(line(minutes=m) + b"\n" for m in minutes))
        self.assertEqual([a["request"]["minutes"] for a in answers], minutes)

    def test_order_is_kept_beyond_one_chunk(self) -> None:
        minutes = [1 + i % 20 for i in range(9001)]
        lines = [line(minutes=m, red_flags={}) for m in minutes]
        self.assertEqual([a["request"]["minutes"] for a in batch(b"\n".join(lines))], minutes)

    def test_each_answer_is_that_of_the_request_alone(self) -> None:
        asked = [cli.person(name) for name in ("desk_worker", "cauda_equina", "teenager")]
        data = "\n".join(cli.compact(one) for one in asked).encode("utf-8")
        done, _ = cli.run_bytes("plan", "--batch", "-", stdin=data)
        alone = "".join(cli.plan(one, "--format", "json").out for one in asked)
        self.assertEqual(done.stdout.decode("utf-8"), alone)

    def test_a_bad_line_is_answered_in_its_place(self) -> None:
        lines = [line(), b"{", line(minutes=0), line(minutes=20), b"[]", line(tools=[])]
        answers = batch(b"\n".join(lines) + b"\n")
        self.assertEqual([a.get("outcome") or a["error"]["code"] for a in answers],
                         ["plan", "json_malformed", "out_of_range", "plan", "field_type",
                          "refused"])
        self.assertEqual(answers[2]["error"]["field"], "minutes")
        self.assertEqual(answers[2]["error"]["value"], "0")

    def test_blank_lines_are_answered_too(self) -> None:
        answers = batch(line() + b"\n\n  \n" + line() + b"\n")
        self.assertEqual(["error" in a for a in answers], [False, True, True, False])

    def test_windows_line_ends(self) -> None:
        answers = batch(line() + b"\r\n" + line() + b"\r\n")
        self.assertEqual([a["outcome"] for a in answers], ["plan", "plan"])

    def test_no_newline_at_the_end(self) -> None:
        self.assertEqual(batch(line() + b"\n" + line()), batch(line() + b"\n" + line() + b"\n"))

    def test_nothing_at_all(self) -> None:
        self.assertEqual(batch(b""), [])
        self.assertEqual(len(batch(b"\n")), 1)

    def test_lines_around_one_mebibyte(self) -> None:
        lines = [line().ljust(size) for size in (MEBIBYTE - 1, MEBIBYTE, MEBIBYTE + 1)]
        answers = batch(b"\n".join([*lines, b"x" * (5 * MEBIBYTE), line()]))
        self.assertEqual([a.get("outcome") or a["error"]["code"] for a in answers],
                         ["plan", "plan", "json_malformed", "json_malformed", "plan"])
        for answer in answers[2:4]:
            self.assertIn("at most 1048576 bytes", answer["error"]["says"])

    def test_broken_bytes(self) -> None:
        for bad in (b"\xff\xfe", b'{"format":"\xc3"}', b"\x00", b"\x00\x00{}", b"\xed\xa0\x80",
                    bytes(range(256)).replace(b"\n", b"")):
            with self.subTest(bad[:8]):
                answers = batch(bad + b"\n" + line() + b"\n")
                self.assertEqual(["error" in a for a in answers], [True, False])

    def test_deep_nesting(self) -> None:
        self.assertIn("error", batch(b"[" * 500_000)[0])

    def test_same_bytes_twice(self) -> None:
        data = b"\n".join(line(minutes=m) for m in range(1, 200))
        self.assertEqual(batch(data), batch(data))

    def test_from_a_file(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "requests.jsonl"
            path.write_bytes(line() + b"\n" + line(minutes=5) + b"\n")
            answer = cli.run("plan", "--batch", str(path))
            self.assertEqual(answer.code, cli.GOOD)
            self.assertEqual(len(answer.out.splitlines()), 2)

    def test_a_reader_that_goes_away_is_no_crash(self) -> None:
        """head -1 closes the pipe early: the program ends by the signal for that, or well."""
        data = b"\n".join(line() for _ in range(3000))
        with subprocess.Popen([cli.PROGRAM, "plan", "--batch", "-"], stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
            assert run.stdin and run.stdout and run.stderr
            run.stdout.close()
            try:
                run.stdin.write(data)
                run.stdin.close()
            except BrokenPipeError:
                pass
            self.assertEqual(run.stderr.read(), b"")
            self.assertIn(run.wait(timeout=30), (-13, cli.GOOD, cli.BAD_INPUT))

    def test_a_full_disk_is_told(self) -> None:
        with open("/dev/full", "wb") as full:
            done = subprocess.run([cli.PROGRAM, "plan", "--batch", "-"], input=line(), stdout=full,
                                  stderr=subprocess.PIPE, timeout=30)
        self.assertEqual(done.returncode, cli.BAD_INPUT)
        self.assertIn(b"output", done.stderr)

    def test_generated_people_get_lawful_plans(self) -> None:
        """A few hundred random requests: lawful by the independent checker, in order."""
        knowledge = checker.Knowledge.load(str(cli.ROOT / "knowledge"))
        generator = requests.Generator(knowledge, "cli")
        asked = [generator.any() for _ in range(300)]
        answers = batch("\n".join(cli.compact(one) for one in asked).encode("utf-8"))
        self.assertEqual(len(answers), len(asked))
        for one, answer in zip(asked, answers):
            self.assertEqual(checker.check(one, answer, knowledge), [])


if __name__ == "__main__":
    unittest.main()
