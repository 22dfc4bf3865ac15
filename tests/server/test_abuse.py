#!/usr/bin/env python3
"""Clients that are slow, many, rude or gone: the others are served all the same."""

import pathlib
import signal
import socket
import struct
import tempfile
import threading
import time
import unittest

import served
from served import API, cli, journal, record

NONSENSE = (
    (b"GET / HTTP/1.1\r\n\r\n", 400),  # no Host
    (b"GET / HTTP/1.1\r\nHost: {0}\r\nHost: {0}\r\n\r\n", 400),
    (b"GET / HTTP/2.0\r\nHost: {0}\r\n\r\n", 505),
    (b"GET / HTTP/1.9\r\nHost: {0}\r\n\r\n", 505),
    (b"GET /\r\n\r\n", 400),
    (b"G\x00T / HTTP/1.1\r\nHost: {0}\r\n\r\n", 400),
    (b"GET / HTTP/1.1\r\nHost: {0}\r\nA b: c\r\n\r\n", 400),
    (b"GET / HTTP/1.1\r\nHost: {0}\r\nA : c\r\n\r\n", 400),
    (b"GET / HTTP/1.1\r\nHost: {0}\r\nA: b\x01c\r\n\r\n", 400),
    (b"GET / HTTP/1.1\nHost: {0}\n\n", 505),  # the version has no end
    (b"GET http://{0}/ HTTP/1.1\r\nHost: {0}\r\n\r\n", 400),
    (b"OPTIONS * HTTP/1.1\r\nHost: {0}\r\n\r\n", 400),
    (b"CONNECT {0} HTTP/1.1\r\nHost: {0}\r\n\r\n", 400),
    (b"GET / HTTP/1.1\r\nHost: {0}\r\nExpect: gold\r\n\r\n", 417),
    (b"POST /api/v1/plan HTTP/1.1\r\nHost: {0}\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n",
     400),
    (b"POST /api/v1/plan HTTP/1.1\r\nHost: {0}\r\nContent-Length: 5\r\nContent-Length: 5\r\n\r\n",
     400),
    (b"POST /api/v1/plan HTTP/1.1\r\nHost: {0}\r\nContent-Length: 5, 6\r\n\r\n", 400),
    (b"POST /api/v1/plan HTTP/1.1\r\nHost: {0}\r\nContent-Length: -5\r\n\r\n", 400),
    (b"POST /api/v1/plan HTTP/1.1\r\nHost: {0}\r\nContent-Length: +5\r\n\r\n", 400),
    (b"POST /api/v1/plan HTTP/1.1\r\nHost: {0}\r\nContent-Length: 5\r\n"
     b"Transfer-Encoding: chunked\r\n\r\n", 400),
    (b"POST /api/v1/plan HTTP/1.1\r\nHost: {0}\r\nTransfer-Encoding: gzip\r\n\r\n", 501),
    (b"POST /api/v1/plan HTTP/1.1\r\nHost: {0}\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", 501),
    (b"POST /api/v1/plan HTTP/1.0\r\nHost: {0}\r\nTransfer-Encoding: chunked\r\n\r\n", 400),
    (b"POST /api/v1/plan HTTP/1.1\r\nHost: {0}\r\nContent-Type: application/json\r\n"
     b"Transfer-Encoding: chunked\r\n\r\nzz\r\n", 400),
    (b"GET / HTTP/1.1\r\nHost: {0}\r\nX: " + b"x" * 20000 + b"\r\n\r\n", 431),
    (b"GET /" + b"x" * 20000 + b" HTTP/1.1\r\nHost: {0}\r\n\r\n", 431),
)


class Abuse(unittest.TestCase):
    def test_what_is_no_http(self) -> None:
        with served.Served() as server:
            name = f"localhost:{server.port}".encode()
            for data, status in NONSENSE:
                with self.subTest(data[:120]):
                    with server.connect() as connection:
                        connection.send(data.replace(b"{0}", name))
                        answer = connection.answer()
                        self.assertEqual(answer.status, status)
                        self.assertEqual(answer.headers["connection"], "close")
                        self.assertTrue(connection.closed())
            self.assertEqual(server.ask("/").status, 200)

    def test_several_requests_at_once_are_answered_in_turn(self) -> None:
        with served.Served() as server, server.connect() as connection:
            one = f"GET /sw.js HTTP/1.1\r\nHost: localhost:{server.port}\r\n\r\n".encode()
            other = f"GET {API}/health HTTP/1.1\r\nHost: localhost:{server.port}\r\n\r\n".encode()
            connection.send((one + other) * 50)
            for _ in range(50):
                self.assertEqual(connection.answer().body, served.FILES["sw.js"])
                self.assertEqual(connection.answer().json["status"], "ok")

    def test_old_clients(self) -> None:
        with served.Served() as server:
            name = f"Host: localhost:{server.port}\r\n"
            with server.connect() as connection:
                connection.send(f"GET / HTTP/1.0\r\n{name}\r\n".encode())
                self.assertEqual(connection.answer().headers["connection"], "close")
                self.assertTrue(connection.closed())
            with server.connect() as connection:
                for _ in range(2):
                    connection.send(
                        f"GET / HTTP/1.0\r\n{name}Connection: keep-alive\r\n\r\n".encode())
                    self.assertEqual(connection.answer().headers["connection"], "keep-alive")

    def test_slow_heads_are_ended_and_harm_nobody(self) -> None:
        with served.Served() as server:
            slow = [server.connect() for _ in range(200)]
            for one in slow:
                one.send(b"GET / HTTP/1.1\r\n")
            start = time.monotonic()
            while time.monotonic() - start < 8:
                for one in slow[::10]:
                    one.send(b"X: y\r\n")
                before = time.monotonic()
                self.assertEqual(server.ask("/").status, 200)
                self.assertEqual(server.ask(f"{API}/health").status, 200)
                self.assertLess(time.monotonic() - before, 1)
                time.sleep(0.5)
            for one in slow:
                self.assertEqual(one.answer().status, 408)
                one.socket.close()
            self.assertLess(time.monotonic() - start, 15)

    def test_a_thousand_who_wait(self) -> None:
        with served.Served() as server:
            before = server.memory()
            idle = [server.connect() for _ in range(1000)]
            for one in idle:
                self.assertEqual(one.ask("/manifest.webmanifest").status, 200)
            after = server.memory()
            start = time.monotonic()
            for _ in range(100):
                self.assertEqual(server.ask("/").status, 200)
            self.assertLess(time.monotonic() - start, 5)
            for one in idle:
                one.socket.close()
        self.assertLess(after - before, 16 * 1024, "KiB for a thousand connections")

    def test_who_does_not_read_holds_nobody_up(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            (pathlib.Path(folder) / "en.clips").write_bytes(bytes(64 << 20))
            with served.Served("--clips", folder) as server:
                before = server.memory()
                deaf = []
                for _ in range(50):
                    connection = server.connect()
                    deaf.append(connection)
                    connection.send(f"GET /clips/en.clips HTTP/1.1\r\n"
                                    f"Host: localhost:{server.port}\r\n\r\n".encode())
                time.sleep(1)
                start = time.monotonic()
                for _ in range(50):
                    self.assertEqual(server.ask("/").status, 200)
                self.assertLess(time.monotonic() - start, 3)
                self.assertLess(server.memory() - before, 50 * 1024)
                for one in deaf:  # Gone in the middle: no signal may end the server.
                    one.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER,
                                          struct.pack("ii", 1, 0))
                    one.socket.close()
                time.sleep(0.2)
                self.assertEqual(server.ask("/").status, 200)
                self.assertIsNone(server.process.poll())

    @staticmethod
    def refuses(server: served.Served) -> bool:
        """Soon, as each thread closes its own socket."""
        deadline = time.monotonic() + 5
        while time.monotonic() < deadline:
            try:
                server.connect().socket.close()
            except OSError:
                return True
            time.sleep(0.05)
        return False

    def test_what_is_in_flight_when_it_ends_is_finished(self) -> None:
        for number in (signal.SIGTERM, signal.SIGINT):
            with served.Served() as server, server.connect() as busy, server.connect() as idle:
                idle.ask("/")
                body = journal(record(1), *(record(2 + i, "n" * 100, 1)
                                            for i in range(2000))).encode()
                busy.send(f"POST {API}/records HTTP/1.1\r\nHost: localhost:{server.port}\r\n"
                          "Content-Type: application/json\r\n"
                          f"Content-Length: {len(body)}\r\n\r\n".encode() + body[:-10])
                time.sleep(0.3)
                server.process.send_signal(number)
                self.assertTrue(idle.closed())
                self.assertTrue(self.refuses(server), "nobody new is taken")
                busy.send(body[-10:])
                answer = busy.answer()
                self.assertEqual(served.counts(answer), {"new": 2001, "held": 0})
                self.assertEqual(answer.headers["connection"], "close")
                busy.socket.close()
                self.assertEqual(server.process.wait(timeout=20), 0)

    def test_many_at_once(self) -> None:
        """Plans, files and records from many threads: each gets its own answer."""
        failures = []

        def talk(server: served.Served, which: int) -> None:
            with server.connect() as connection:
                for turn in range(10):
                    minutes = 5 + (which + turn) % 20
                    answer = connection.ask(f"{API}/plan", "POST",
                                            cli.compact(cli.request(minutes=minutes)))
                    note = record(100 + which * 10 + turn, f"{which} {turn}", 1)
                    added = connection.ask(f"{API}/records", "POST", journal(note))
                    page = connection.ask("/")
                    if (answer.json["request"]["minutes"], served.counts(added), page.body) != (
                            minutes, {"new": 1, "held": 0}, served.FILES["index.html"]):
                        failures.append((which, turn, answer.body[:200], added.body))

        with served.Served() as server:
            server.ask(f"{API}/records", "POST", journal(record(1)))
            threads = [threading.Thread(target=talk, args=(server, i)) for i in range(16)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            self.assertEqual(failures, [])
            self.assertEqual(server.ask(f"{API}/health").json["records"], 161)


if __name__ == "__main__":
    unittest.main()
