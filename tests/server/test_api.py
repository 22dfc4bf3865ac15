#!/usr/bin/env python3
"""The API over sockets: what it answers, and every way in which it refuses."""

import json
import os
import pathlib
import signal
import sqlite3
import subprocess
import tempfile
import time
import unittest

import served
from served import API, cli, journal, record

PROBLEM = {"type", "title", "status", "detail", "code"}
PRIVATE = "a swelling nobody is to read of"


class Api(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.server = served.Served("--verbose")
        cls.addClassCleanup(cls.server.__exit__)

    def ask(self, path: str, *words, **headers) -> served.Answer:
        return self.server.ask(API + path, *words, **headers)

    def refused(self, answer: served.Answer, status: int, code: str) -> None:
        self.assertEqual(answer.status, status)
        self.assertEqual(answer.headers["content-type"], "application/problem+json")
        self.assertEqual(answer.headers["cache-control"], "no-store")
        said = answer.json
        self.assertLessEqual(PROBLEM, set(said))
        self.assertEqual((said["status"], said["code"]), (status, code), said)

    def test_health(self) -> None:
        answer = self.ask("/health")
        version = cli.run("version", "--json").json
        self.assertEqual({**answer.json, "records": 0},
                         {"status": "ok", **version, "records": 0})

    def test_plan_is_what_the_program_plans(self) -> None:
        asked = cli.request(feel=[{"at": "calves", "kind": "tight"}])
        answer = self.ask("/plan", "POST", cli.compact(asked))
        self.assertEqual((answer.status, answer.headers["content-type"]),
                         (200, "application/json"))
        self.assertEqual(answer.headers["cache-control"], "no-store")
        self.assertEqual(answer.json, cli.plan_json(asked))
        judged = self.ask("/check", "POST", cli.compact({"plan": answer.json}))
        self.assertEqual(judged.json["findings"], [])
        spoiled = json.loads(answer.body)
        spoiled["steps"][0]["sets"] = [120, 120]
        found = self.ask("/check", "POST", cli.compact({"plan": spoiled, "request": asked}))
        self.assertNotEqual(found.json["findings"], [])

    def test_lists(self) -> None:
        for name in cli.LISTS:
            self.assertEqual(self.ask(f"/list/{name}").json, cli.rows(name))
        self.refused(self.ask("/list/dances"), 404, "verb_unknown")

    def test_refusals(self) -> None:
        good = cli.compact(cli.request())
        table = (
            (("/plan", "POST", "{"), {}, 400, "json_malformed"),
            (("/plan", "POST", cli.compact(cli.request(minutes=0))), {}, 422, "out_of_range"),
            (("/plan", "POST", '{"format":"unknot/request@7"}'), {}, 415, "format_unknown"),
            (("/plan", "POST", good), {"Content_Type": "text/plain"}, 415, "type_unknown"),
            (("/plan", "POST", good), {"Content_Encoding": "gzip"}, 415, "coding_unknown"),
            (("/plan", "GET"), {}, 405, "method_unknown"),
            (("/plan", "PATCH", good), {}, 405, "method_unknown"),
            (("/nothing", "GET"), {}, 404, "path_unknown"),
            (("/../v2/plan", "GET"), {}, 404, "path_unknown"),
            (("/health", "GET"), {"Host": "evil.example"}, 421, "host_unknown"),
            (("/health", "GET"), {"Host": f"localhost:{self.server.port}.evil.example"}, 421,
             "host_unknown"),
            (("/health", "GET"), {"Origin": "http://evil.example"}, 403, "origin_foreign"),
            (("/health", "GET"), {"Origin": "null"}, 403, "origin_foreign"),
            (("/health", "GET"), {"Sec_Fetch_Site": "cross-site"}, 403, "origin_foreign"),
            (("/records", "POST", journal()), {"Origin": "http://localhost:1"}, 403,
             "origin_foreign"),
            (("/records", "DELETE"), {"Origin": "http://evil.example"}, 403, "origin_foreign"),
            (("/records?person=Ada", "GET"), {}, 400, "out_of_range"),
            (("/records?who=Ada", "DELETE"), {}, 400, "field_unknown"),
            (("/records", "POST", '{"format":"unknot/journal@1"}'), {}, 422, "field_missing"),
        )
        for words, headers, status, code in table:
            with self.subTest(words[0], **headers):
                self.refused(self.ask(*words, **headers), status, code)
        answer = self.ask("/plan", "POST", cli.compact(cli.request(minutes=0)))
        self.assertEqual((answer.json["field"], answer.json["value"]), ("minutes", "0"))

    def test_sizes(self) -> None:
        self.refused(self.ask("/plan", "POST", b" " * ((1 << 20) + 1)), 413, "body_too_large")
        self.refused(self.ask("/plan", "POST", b" " * (1 << 20)), 400, "json_malformed")
        with self.server.connect() as connection:
            connection.send(f"POST {API}/records HTTP/1.1\r\nHost: localhost:{connection.port}\r\n"
                            "Content-Type: application/json\r\n"
                            f"Content-Length: {(64 << 20) + 1}\r\n\r\n".encode())
            answer = connection.answer()
        self.refused(answer, 413, "body_too_large")
        self.assertEqual(answer.headers["connection"], "close")
        with self.server.connect() as connection:
            connection.send(f"POST {API}/plan HTTP/1.1\r\nHost: localhost:{connection.port}\r\n"
                            "Content-Type: application/json\r\n"
                            "Transfer-Encoding: chunked\r\n\r\n".encode())
            chunk = b"10000\r\n" + b" " * 0x10000 + b"\r\n"
            for _ in range(17):
                connection.send(chunk)
            self.refused(connection.answer(), 413, "body_too_large")

    def test_chunks_and_continue(self) -> None:
        body = cli.compact(cli.request()).encode()
        head = (f"POST {API}/plan HTTP/1.1\r\nHost: localhost:{self.server.port}\r\n"
                "Content-Type: application/json\r\n").encode()
        with self.server.connect() as connection:
            chunks = b"".join(b"%x\r\n%s\r\n" % (len(body[i:i + 100]), body[i:i + 100])
                              for i in range(0, len(body), 100)) + b"0\r\n\r\n"
            connection.send(head + b"Transfer-Encoding: chunked\r\n\r\n" + chunks)
            self.assertEqual(connection.answer().status, 200)
            connection.send(head + b"Expect: 100-continue\r\nContent-Length: %d\r\n\r\n"
                            % len(body))
            self.assertEqual(connection.until(b"\r\n\r\n"), b"HTTP/1.1 100 Continue")
            connection.send(body)
            self.assertEqual(connection.answer().status, 200)

    def test_nothing_private_is_told(self) -> None:
        person = record(1)
        note = record(2, PRIVATE, 1)
        with served.Served("--verbose") as server:
            self.assertEqual(server.ask(f"{API}/records", "POST",
                                        journal(person, note)).json["new"], 2)
            server.ask(f"{API}/records?person={person['id']}")
            server.ask(f"{API}/records?{PRIVATE.replace(' ', '+')}")
            server.ask(f"{API}/plan", "POST", cli.compact({"feel": PRIVATE}))
            _, out, err = server.kill(signal.SIGTERM)
        self.assertIn("POST /api/v1/records 200\n", err)
        for text in (out, err):
            self.assertNotIn("swelling", text)
            self.assertNotIn(person["id"], text)
        with served.Served() as server:
            server.ask("/")
            self.assertEqual(server.kill(signal.SIGTERM)[2], "")


def on_day(day: int, number: int) -> dict:
    """A note whose id was made on that day since 1970."""
    ms = f"{day * 86_400_000 + number:012x}"
    return {**record(2, f"note {number}", 1),
            "id": f"{ms[:8]}-{ms[8:]}-7000-8000-{number:012x}"}


class Records(unittest.TestCase):
    def test_in_and_out(self) -> None:
        people = [record(1), record(2, "Eva")]
        notes = [record(10 + i, f"note {i}", 1 + i % 2) for i in range(100)]
        with served.Served() as server:
            path = f"{API}/records"
            empty = server.ask(path)
            self.assertEqual(empty.json["records"], [])
            self.assertFalse((pathlib.Path(server.data) / "log.db").exists())
            for new, held in ((102, 0), (0, 102)):
                answer = server.ask(path, "POST", journal(*people, *notes))
                self.assertEqual(served.counts(answer), {"new": new, "held": held})
            got = server.ask(path)
            self.assertEqual(sorted(got.json["records"], key=lambda one: one["id"]),
                             sorted(people + notes, key=lambda one: one["id"]))
            tag = got.headers["etag"]
            self.assertNotEqual(tag, empty.headers["etag"])
            self.assertEqual(server.ask(path, If_None_Match=tag).status, 304)
            eva = people[1]["id"]
            hers = server.ask(f"{path}?person={eva}").json["records"]
            self.assertEqual({one["person"] for one in hers}, {eva})
            self.assertEqual(len(hers), 51)
            other = dict(notes[0], data={"text": "something else"})
            refused = server.ask(path, "POST", journal(record(500, "Max"), other))
            self.assertEqual((refused.status, refused.json["code"]), (409, "contradiction"))
            self.assertEqual(server.ask(path, If_None_Match=tag).status, 304, "all or none")
            self.assertEqual(server.ask(f"{API}/health").json["records"], 102)
            self.assertEqual(server.ask(f"{path}?person={eva}", "DELETE").json,
                             {"forgotten": 51})
            self.assertNotIn(eva, server.ask(path).body.decode())
            self.assertEqual(server.ask(path, "DELETE").json, {"forgotten": 51})
            self.assertEqual(os.listdir(server.data), [])

    def test_two_logs_find_the_days_they_do_not_share(self) -> None:
        notes = [on_day(day, number) for day in (0, 20_000, 20_001, 3_257_811)
                 for number in (1, 2, 3)]
        with served.Served() as server:
            path = f"{API}/records"
            self.assertEqual(server.ask(f"{path}/days").json, {"days": []})
            self.assertFalse((pathlib.Path(server.data) / "log.db").exists())
            server.ask(path, "POST", journal(*notes))
            answer = server.ask(f"{path}/days")
            self.assertEqual(answer.json["days"], [
                {"day": day, "records": 3, "sum": 6} for day in (0, 20_000, 20_001, 3_257_811)])
            tag = server.ask(path).headers["etag"]
            self.assertEqual(answer.headers["etag"], tag)
            self.assertEqual(server.ask(f"{path}/days", If_None_Match=tag).status, 304)
            for query, expected in (("first_day=20001", notes[6:]), ("last_day=20000", notes[:6]),
                                    ("first_day=20000&last_day=20000", notes[3:6]),
                                    ("first_day=3257811&last_day=3257811", notes[9:]),
                                    ("first_day=3257812", []),
                                    ("first_day=5&last_day=4", [])):
                with self.subTest(query):
                    some = server.ask(f"{path}?{query}")
                    self.assertEqual([one["id"] for one in some.json["records"]],
                                     [one["id"] for one in expected])
                    self.assertNotEqual(some.headers["etag"], tag)
                    self.assertEqual(server.ask(f"{path}?{query}",
                                                If_None_Match=some.headers["etag"]).status, 304)
            for query in ("first_day=", "first_day=-1", "first_day=1.5", "last_day=3257813",
                          "last_day=99999999999999999999", "first_day=1&first_day=1"):
                with self.subTest(query):
                    refused = server.ask(f"{path}?{query}")
                    self.assertEqual((refused.status, refused.json["code"]), (400, "out_of_range"))
            for method, where in (("GET", "/days?first_day=1"), ("DELETE", "?first_day=1")):
                refused = server.ask(f"{path}{where}", method)
                self.assertEqual((refused.status, refused.json["code"]), (400, "field_unknown"))
            self.assertEqual(server.ask(f"{API}/health").json["records"], 12)

    def test_who_adds_learns_whether_anybody_else_did(self) -> None:
        with served.Served() as server:
            path = f"{API}/records"
            first = server.ask(path, "POST", journal(record(1))).json
            self.assertEqual(server.ask(path).headers["etag"], first["after"])
            second = server.ask(path, "POST", journal(record(2, "note", 1))).json
            self.assertEqual(second["before"], first["after"])
            again = server.ask(path, "POST", journal(record(2, "note", 1))).json
            self.assertEqual(again["before"], again["after"])
            self.assertEqual(cli.run("note", "else", "--data", server.data).code, 0)
            third = server.ask(path, "POST", journal(record(3, "note", 1))).json
            self.assertNotEqual(third["before"], second["after"])

    def test_what_is_forgotten_is_gone_from_the_disk(self) -> None:
        with served.Served() as server:
            server.ask(f"{API}/records", "POST",
                       journal(record(1), record(2, PRIVATE, 1), record(3, "Eva")))
            server.ask(f"{API}/records?person={record(1)['id']}", "DELETE")
            for file in pathlib.Path(server.data).iterdir():
                self.assertNotIn(PRIVATE.encode(), file.read_bytes(), file)
            self.assertEqual(server.ask(f"{API}/health").json["records"], 1)

    def test_the_terminal_and_the_server_share_the_log(self) -> None:
        with served.Served() as server:
            path = f"{API}/records"
            server.ask(path, "POST", journal(record(1)))
            tag = server.ask(path).headers["etag"]
            data = ("--data", server.data)
            self.assertEqual(cli.run("note", "from the terminal", *data).code, 0)
            answer = server.ask(path, If_None_Match=tag)
            self.assertEqual(answer.status, 200)
            self.assertIn("from the terminal", answer.body.decode())
            self.assertEqual(cli.run("forget", "--all", "--yes", *data).code, 0)
            self.assertEqual(server.ask(path).json["records"], [])
            self.assertEqual(server.ask(path, "POST", journal(record(1))).json["new"], 1)
            self.assertIn("Ada", cli.run("people", *data).out)

    def test_nothing_acknowledged_is_lost(self) -> None:
        acknowledged = []
        server = served.Served()
        with server:
            with server.connect() as connection:
                connection.ask(f"{API}/records", "POST", journal(record(1)))
                end = time.monotonic() + 2
                number = 2
                while time.monotonic() < end:
                    answer = connection.ask(f"{API}/records", "POST",
                                            journal(record(number, f"note {number}", 1)))
                    self.assertEqual(served.counts(answer), {"new": 1, "held": 0})
                    acknowledged.append(record(number)["id"])
                    number += 1
            server.kill(signal.SIGKILL)
            with served.Served(data=server.data) as again:
                kept = {one["id"] for one in again.ask(f"{API}/records").json["records"]}
        self.assertGreater(len(acknowledged), 10)
        self.assertEqual(set(acknowledged) - kept, set())

    def test_a_log_another_program_holds(self) -> None:
        with served.Served() as server:
            server.ask(f"{API}/records", "POST", journal(record(1)))
            other = sqlite3.connect(pathlib.Path(server.data) / "log.db", isolation_level=None)
            other.execute("BEGIN IMMEDIATE")
            start = time.monotonic()
            with server.connect() as busy, server.connect() as free:
                body = journal(record(2)).encode()
                busy.send(f"POST {API}/records HTTP/1.1\r\nHost: localhost:{busy.port}\r\n"
                          f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
                          .encode() + body)
                for _ in range(20):
                    self.assertEqual(free.ask("/").status, 200)
                self.assertLess(time.monotonic() - start, 2, "others need not wait")
                answer = busy.answer()
            self.assertEqual((answer.status, answer.json["code"]), (503, "store_busy"))
            self.assertEqual(answer.headers["retry-after"], "1")
            other.execute("ROLLBACK")
            other.close()
            self.assertEqual(server.ask(f"{API}/records", "POST", journal(record(2))).json["new"],
                             1)

    def test_a_disk_that_fails_is_no_good_answer(self) -> None:
        faults = (("fsync,fdatasync:error=EIO", 500), ("pwrite64:error=ENOSPC", 507))
        for fault, status in faults:
            with self.subTest(fault), served.Served() as server:
                server.ask(f"{API}/records", "POST", journal(record(1)))
                calls = fault.split(":", maxsplit=1)[0]
                tracer = subprocess.Popen(
                    ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={calls}",
                     "-e", f"inject={fault}", "-p", str(server.process.pid)],
                    stderr=subprocess.PIPE)
                time.sleep(1)
                answer = server.ask(f"{API}/records", "POST", journal(record(2)))
                tracer.terminate()
                tracer.wait(timeout=10)
                tracer.stderr.close()
                self.assertEqual(answer.status, status, answer.body)
                healed = server.ask(f"{API}/records", "POST", journal(record(2)))
                self.assertEqual(served.counts(healed), {"new": 1, "held": 0})

    def test_a_session_that_is_guided_keeps_its_person(self) -> None:
        with served.Served() as server:
            person = record(1)["id"]
            server.ask(f"{API}/records", "POST", journal(record(1)))
            lock = pathlib.Path(server.data) / f"guide-{person}.lock"
            holder = subprocess.Popen(["flock", lock, "sleep", "30"])
            self.addCleanup(holder.wait)
            self.addCleanup(holder.kill)
            time.sleep(0.5)
            for path in (f"{API}/records?person={person}", f"{API}/records"):
                answer = server.ask(path, "DELETE")
                self.assertEqual((answer.status, answer.json["code"]), (409, "contradiction"))


if __name__ == "__main__":
    unittest.main()
