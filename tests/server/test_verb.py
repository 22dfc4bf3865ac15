#!/usr/bin/env python3
"""unknot serve, as somebody types it."""

import pathlib
import re
import signal
import socket
import subprocess
import tempfile
import time
import unittest

import served
from served import cli

CHECK = ("--check", "--port", "0", "--bundle")


def serve(*words: str, **changes: str) -> cli.Answer:
    return cli.run("serve", *words, env=cli.environment(**changes))


class Verb(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = pathlib.Path(folder.name)

    def test_check(self) -> None:
        answer = serve(*CHECK, str(served.bundle()))
        self.assertEqual((answer.code, answer.err), (0, ""))
        self.assertRegex(answer.out, r"(?m)^Unknot is at http://localhost:\d+$")
        self.assertRegex(answer.out, r"(?m)^The log is /.+/log\.db$")
        self.assertRegex(answer.out, r"(?m)^ok +/  200 text/html")
        self.assertRegex(answer.out, r"(?m)^ok +/api/v1/health  200 application/json")
        self.assertLess(answer.seconds, 5)

    def test_without_a_web_app(self) -> None:
        empty = self.path / "empty"
        empty.write_bytes(b"")
        answer = serve("--port", "0", "--bundle", str(empty))
        self.assertEqual((answer.code, answer.out), (cli.BAD_INPUT, ""))
        self.assertIn("built without the web app", answer.err)
        self.assertIn("make build", answer.err)

    def test_what_is_no_bundle(self) -> None:
        wrong = self.path / "wrong"
        wrong.write_bytes(b"<!doctype html>" * 10)
        for file in (wrong, self.path / "none", self.path):
            answer = serve("--port", "0", "--bundle", str(file))
            self.assertEqual((answer.code, answer.out), (cli.BAD_INPUT, ""), answer.err)

    def test_port_that_somebody_has(self) -> None:
        with served.Served() as server, socket.create_server(("127.0.0.1", 0)) as other:
            for port in (server.port, other.getsockname()[1]):
                answer = serve("--port", str(port), "--bundle", str(served.bundle()))
                self.assertEqual((answer.code, answer.out), (cli.BAD_INPUT, ""))
                self.assertIn(f"--port: got {port}", answer.err)
            self.assertEqual(server.ask("/").status, 200)

    def test_words(self) -> None:
        for words, field in ((("--port", "65536"), "--port"), (("--port", "web"), "--port"),
                             (("--listen", "nowhere"), "--listen"),
                             (("--listen", "203.0.113.7"), "--listen")):
            answer = serve(*words, "--bundle", str(served.bundle()))
            self.assertEqual(answer.code, cli.BAD_INPUT, words)
            self.assertIn(field, answer.err)

    def test_doctor_sees_who_listens_at_the_usual_port(self) -> None:
        def said() -> tuple[str, str]:
            rows = cli.run("doctor", "--json").json["checks"]
            return next((row["state"], row["found"]) for row in rows if row["id"] == "web_port")

        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", 7370))
            except OSError:
                return  # Somebody at this machine uses Unknot just now.
            self.assertEqual(said(), ("ok", "7370 is free"))
            probe.listen()
            self.assertEqual(said(), ("note", "something else listens at 7370"))
        with served.Served("--port", "7370"):
            state, found = said()
            self.assertEqual(state, "ok")
            self.assertRegex(found, r"^Unknot [\d.]+ answers at http://localhost:7370$")

    def test_it_is_reached_from_here_alone(self) -> None:
        with served.Served() as server:
            table = pathlib.Path("/proc/net/tcp").read_text(encoding="ascii")
            bound = re.findall(rf" ([0-9A-F]{{8}}):{server.port:04X} 0{{8}}:0000 0A ", table)
            self.assertEqual(set(bound), {"0100007F"})

    def test_it_says_what_listening_elsewhere_means(self) -> None:
        with served.Served("--listen", "0.0.0.0", "--host", "unknot.lan") as server:
            self.assertEqual(server.ask("/").status, 200)
            self.assertEqual(server.ask("/", Host=f"192.0.2.7:{server.port}").status, 200)
            self.assertEqual(server.ask("/", Host="unknot.lan").status, 200)
            self.assertEqual(server.ask("/", Host=f"evil.example:{server.port}").status, 421)
            _, out, _ = server.kill(signal.SIGTERM)
        self.assertIn("no password", out)
        with served.Served() as server:
            self.assertNotIn("password", server.kill(signal.SIGTERM)[1])

    def test_six_addresses(self) -> None:
        with served.Served() as server:
            try:
                connection = served.Connection(server.port, "::1")
            except OSError:
                return  # A machine without IPv6.
            with connection:
                answer = connection.ask("/", Host=f"[::1]:{server.port}")
                self.assertEqual(answer.status, 200)

    def test_open(self) -> None:
        program = self.path / "xdg-open"
        program.write_text(f'#!/bin/sh\necho "$1" > {self.path}/opened\nsleep 4\n'
                           f'echo > {self.path}/lives_on\n', encoding="utf-8")
        program.chmod(0o755)
        answer = subprocess.run(
            ["timeout", "-s", "TERM", "2", cli.PROGRAM, "serve", "--open", "--port", "0",
             "--bundle", served.bundle()], capture_output=True, text=True, timeout=30, check=False,
            env=cli.environment(PATH=f"{self.path}:/usr/bin:/bin"))
        address = re.search(r"Unknot is at (\S+)", answer.stdout)[1]
        self.assertEqual((self.path / "opened").read_text(encoding="utf-8").strip(), address)
        deadline = time.monotonic() + 10
        while not (self.path / "lives_on").exists() and time.monotonic() < deadline:
            time.sleep(0.1)
        self.assertTrue((self.path / "lives_on").exists(), "a browser is not closed with it")


if __name__ == "__main__":
    unittest.main()
