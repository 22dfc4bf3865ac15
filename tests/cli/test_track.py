#!/usr/bin/env python3
"""track: a session as its words and as a sound file; guide by the same clips."""

import json
import os
import pathlib
import stat
import tempfile
import time
import unittest
import wave

import cli

# The packs are built with the tests, beside the program.
CLIPS = pathlib.Path(cli.PROGRAM).parent / "clips"
SAID = {"en": "Change sides. Now: right calf. The same way.",
        "es": "Cambia de lado. Ahora:", "de": "Seite wechseln. Jetzt:"}


def calves() -> dict:
    return cli.plan_json(cli.request(want=[{"at": "calves"}], minutes=5, at=["chair"],
                                     tools=[{**cli.SOFT, "kind": "ball"}]))


def track(plan: dict, *flags: str, env=None) -> cli.Answer:
    return cli.run("track", "-", *flags, stdin=cli.compact(plan), env=env)


class Words(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.plan = calves()

    def test_transcript_in_every_language(self) -> None:
        for language, words in SAID.items():
            with self.subTest(language):
                answer = track(self.plan, "--transcript", "--language", language)
                self.assertEqual((answer.code, answer.err), (cli.GOOD, ""))
                self.assertIn(words, answer.out)
                self.assertNotRegex(answer.out, r"[{}]|voice\.")

    def test_a_language_changes_no_moment(self) -> None:
        def signals(language: str) -> list:
            told = track(self.plan, "--json", "--language", language).json
            return [(cue["at_ms"] - told["start_ms"], cue["cue"]) for cue in told["cues"]
                    if cue["cue"] != "sentence"]
        self.assertEqual(signals("en"), signals("de"))
        self.assertEqual(signals("en"), signals("es"))

    def test_less_is_said(self) -> None:
        sizes = [len(track(self.plan, "--transcript", "--verbosity", much).out)
                 for much in ("full", "brief", "minimal")]
        self.assertEqual(sizes, sorted(sizes, reverse=True))
        self.assertLess(sizes[2], sizes[0] / 2)

    def test_why_is_told_when_asked(self) -> None:
        self.assertIn("Why this: you asked for it.",
                      track(self.plan, "--transcript", "--why", "--get-ready", "200").out)
        self.assertNotIn("Why this", track(self.plan, "--transcript").out)

    def test_time_left(self) -> None:
        told = track(self.plan, "--transcript", "--time-left", "60", "--verbosity", "minimal").out
        self.assertIn("Still to come: ", told)

    def test_goes_on_after_what_happened(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "events.json"
            file.write_text(cli.compact([{"at": 0, "event": "start"}, {"at": 900, "event": "skip"}]))
            answer = track(self.plan, "--transcript", "--events", str(file))
        self.assertEqual(answer.code, cli.GOOD, answer.err)
        self.assertTrue(answer.out.startswith("00:00  Next: right calf."), answer.out[:80])

    def test_what_cannot_be_is_named(self) -> None:
        cases = (((), "--output"), (("-o", "a.ogg"), ".mp3 or .wav"),
                 (("--transcript", "--language", "nl"), "--language: got nl"),
                 (("--transcript", "--time-left", "20"), "--time-left: got 20"),
                 (("--transcript", "--verbosity", "loud"), "--verbosity: got loud"),
                 (("-o", "a.mp3", "--clips", "/nowhere"), "--clips: got /nowhere"))
        for flags, words in cases:
            with self.subTest(flags):
                answer = track(self.plan, *flags)
                self.assertEqual(answer.code, cli.BAD_INPUT)
                self.assertIn(words, answer.err)

    def test_a_plan_that_breaks_a_rule_is_no_track(self) -> None:
        wrong = json.loads(json.dumps(self.plan))
        wrong["steps"][0]["sets"] = [600]
        answer = track(wrong, "--transcript")
        self.assertEqual(answer.code, cli.BAD_INPUT)
        self.assertIn("steps", answer.err)
        self.assertEqual(answer.out, "")


class Sound(unittest.TestCase):
    def setUp(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.path = pathlib.Path(self.folder.name)
        self.env = cli.environment(UNKNOT_CLIPS=str(CLIPS))
        self.plan = calves()

    def test_a_wav_as_long_as_the_plan(self) -> None:
        for language in SAID:
            file = self.path / f"{language}.wav"
            answer = track(self.plan, "-o", str(file), "--language", language, env=self.env)
            self.assertEqual((answer.code, answer.err), (cli.GOOD, ""))
            self.assertIn("chapters", answer.out)
            with wave.open(str(file)) as sound:
                self.assertEqual((sound.getframerate(), sound.getnchannels()), (24000, 1))
                seconds = sound.getnframes() / 24000
            self.assertGreaterEqual(seconds, self.plan["total_seconds"])
            self.assertLessEqual(seconds, self.plan["total_seconds"] + 20)

    def test_an_mp3_with_its_title(self) -> None:
        file = self.path / "session.MP3"
        self.assertEqual(track(self.plan, "-o", str(file), env=self.env).code, cli.GOOD)
        head = file.read_bytes()[:4000]
        self.assertTrue(head.startswith(b"ID3"))
        for part in (b"CHAP", b"CTOC", b"calves, left", b"2026-11-22"):
            self.assertIn(part, head)

    def test_a_file_that_cannot_be_written(self) -> None:
        answer = track(self.plan, "-o", str(self.path / "no" / "a.mp3"), env=self.env)
        self.assertEqual(answer.code, cli.BAD_INPUT)
        self.assertIn("no/a.mp3", answer.err)
        self.assertEqual(list(self.path.iterdir()), [])

    def test_a_broken_pack_is_refused(self) -> None:
        (self.path / "en.clips").write_bytes((CLIPS / "en.clips").read_bytes()[:50_000])
        answer = track(self.plan, "-o", str(self.path / "a.mp3"), "--clips", str(self.path))
        self.assertEqual(answer.code, cli.BAD_INPUT)
        self.assertFalse((self.path / "a.mp3").exists())

    def test_guide_speaks_by_the_same_clips(self) -> None:
        heard = self.path / "heard"
        player = self.path / "paplay"
        player.write_text(f"#!/bin/sh\ncat >>{heard}\n")
        player.chmod(player.stat().st_mode | stat.S_IXUSR)
        env = cli.environment(UNKNOT_CLIPS=str(CLIPS),
                              PATH=f"{self.path}:{os.environ['PATH']}")
        answer = cli.run("guide", "--example", "--plain", "--speed", "1", "--voice", "clips",
                         env=env, stdin="wait 1\nstop\n")
        self.assertEqual((answer.code, answer.err), (cli.GOOD, ""))
        for _ in range(100):
            if heard.exists() and heard.stat().st_size > 48_000:
                break
            time.sleep(0.05)
        self.assertGreater(heard.stat().st_size, 48_000, "a second of samples, two bytes each")


if __name__ == "__main__":
    unittest.main()
