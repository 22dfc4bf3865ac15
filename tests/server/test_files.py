#!/usr/bin/env python3
"""The web app's files: forms, tags, pieces, headers; and the packer that makes a bundle of them."""

import gzip
import hashlib
import pathlib
import subprocess
import tempfile
import unittest

import served

GUARDS = {
    "content-security-policy":
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
        "img-src 'self' data: blob:; media-src 'self' blob:; connect-src 'self'; "
        "font-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; "
        "form-action 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
TYPES = {
    "/": "text/html; charset=utf-8",
    "/index.html": "text/html; charset=utf-8",
    "/assets/app-1a2b.js": "text/javascript; charset=utf-8",
    "/assets/core-3c4d.wasm": "application/wasm",
    "/assets/picture%20one.png": "image/png",
    "/manifest.webmanifest": "application/manifest+json",
    "/words/en.words": "application/octet-stream",
}


def content(path: str) -> bytes:
    name = path.replace("%20", " ").removeprefix("/") or "index.html"
    return served.FILES[name]


def unbrotli(data: bytes) -> bytes:
    script = ("process.stdout.write(require('zlib').brotliDecompressSync("
              "require('fs').readFileSync(0)))")
    return subprocess.run([served.NODE, "-e", script], input=data, capture_output=True, check=True,
                          timeout=60).stdout


class Files(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.server = served.Served()
        cls.addClassCleanup(cls.server.__exit__)

    def test_bytes_and_types(self) -> None:
        with self.server.connect() as connection:
            for path, kind in TYPES.items():
                with self.subTest(path):
                    answer = connection.ask(path)
                    self.assertEqual((answer.status, answer.headers["content-type"]), (200, kind))
                    self.assertEqual(answer.body, content(path))
                    digest = hashlib.sha256(content(path)).hexdigest()
                    self.assertEqual(answer.headers["etag"], f'"{digest}"')
                    forever = path.startswith("/assets/")
                    self.assertEqual(
                        answer.headers["cache-control"],
                        "public, max-age=31536000, immutable" if forever else "no-cache")

    def test_every_form_has_the_same_content(self) -> None:
        with self.server.connect() as connection:
            for path in TYPES:
                plain = connection.ask(path)
                for coding, decode in (("gzip", gzip.decompress), ("br", unbrotli)):
                    answer = connection.ask(path, Accept_Encoding=coding)
                    if "content-encoding" not in answer.headers:
                        self.assertTrue(path.endswith((".png", ".webmanifest")), path)
                        continue
                    self.assertEqual(answer.headers["content-encoding"], coding)
                    self.assertEqual(answer.headers["vary"], "Accept-Encoding")
                    self.assertLess(len(answer.body), len(plain.body))
                    self.assertEqual(decode(answer.body), plain.body)
                    self.assertNotEqual(answer.headers["etag"], plain.headers["etag"])

    def test_nothing_new(self) -> None:
        with self.server.connect() as connection:
            for path in TYPES:
                tag = connection.ask(path, Accept_Encoding="br").headers["etag"]
                again = connection.ask(path, Accept_Encoding="br", If_None_Match=f'"x", W/{tag}')
                self.assertEqual((again.status, again.body), (304, b""))
                self.assertEqual(again.headers["etag"], tag)
                self.assertNotIn("content-length", again.headers)
                self.assertEqual(connection.ask(path, If_None_Match='"x"').status, 200)

    def test_heads(self) -> None:
        with self.server.connect() as connection:
            for path in TYPES:
                asked, got = (connection.ask(path, method) for method in ("HEAD", "GET"))
                self.assertEqual(asked.body, b"")
                self.assertEqual(dict(asked.headers, date=""), dict(got.headers, date=""))

    def test_pieces(self) -> None:
        path = "/assets/picture%20one.png"
        whole = content(path)
        size = len(whole)
        tag = self.server.ask(path).headers["etag"]
        table = (
            ("bytes=0-99", whole[:100], 206), (f"bytes={size - 1}-", whole[-1:], 206),
            ("bytes=-7", whole[-7:], 206), (f"bytes=5-{size * 2}", whole[5:], 206),
            ("bytes=0-", whole, 206), ("bytes=9-5", whole, 200), ("bytes=1-2,5-6", whole, 200),
            (f"bytes={size}-", None, 416), ("bytes=-0", None, 416))
        with self.server.connect() as connection:
            for asked, body, status in table:
                with self.subTest(asked):
                    answer = connection.ask(path, Range=asked, Accept_Encoding="br, gzip")
                    self.assertEqual(answer.status, status)
                    if body is not None:
                        self.assertEqual(answer.body, body)
                        self.assertEqual("content-range" in answer.headers, status == 206)
                    else:
                        self.assertEqual(answer.headers["content-range"], f"bytes */{size}")
            self.assertEqual(connection.ask(path, Range="bytes=0-9", If_Range=tag).status, 206)
            self.assertEqual(connection.ask(path, Range="bytes=0-9", If_Range='"x"').status, 200)
            self.assertEqual(connection.ask(path, "HEAD", Range="bytes=0-9").status, 200)

    def test_not_there(self) -> None:
        with self.server.connect() as connection:
            for path in ("/none", "/none.js", "/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd",
                         "/..%5c..%5cetc", "/assets/..%2findex.html", "/clips/xx.clips",
                         "/clips/..%2f..%2fetc%2fpasswd.clips", "/.git/config"):
                with self.subTest(path):
                    answer = connection.ask(path)
                    self.assertEqual(answer.status, 404)
                    self.assertNotIn(b"root:", answer.body)

    def test_every_answer_is_guarded(self) -> None:
        table = ((self.server.ask("/"), 200), (self.server.ask("/none"), 404),
                 (self.server.ask("/", Host="evil.example"), 421),
                 (self.server.ask("/", "POST", "{}"), 405),
                 (self.server.ask("/api/v1/health"), 200),
                 (self.server.ask("/api/v1/plan", "POST", "{"), 400),
                 (self.server.raw(b"nonsense\r\n\r\n"), 400))
        for answer, status in table:
            self.assertEqual(answer.status, status)
            for name, value in GUARDS.items():
                self.assertEqual(answer.headers.get(name), value, (status, name))
            rules = answer.headers["permissions-policy"].split(", ")
            for denied in ("camera", "microphone", "geolocation", "usb", "payment"):
                self.assertIn(f"{denied}=()", rules)
            for own in ("screen-wake-lock", "autoplay"):
                self.assertIn(f"{own}=(self)", rules)
            names = [name.lower() for name, _ in answer.lines]
            self.assertEqual(len(names), len(set(names)), "each once")
            self.assertRegex(answer.headers["date"], r"^\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT$")
            self.assertNotIn("access-control-allow-origin", answer.headers)
            self.assertNotIn("server", answer.headers)

    def test_clips_come_from_disk(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            pack = pathlib.Path(folder) / "en.clips"
            pack.write_bytes(bytes(range(256)) * 10000)
            (pathlib.Path(folder) / "de.clips").mkdir()
            (pathlib.Path(folder) / "secret").write_text("secret", encoding="utf-8")
            with served.Served("--clips", folder) as server:
                whole = server.ask("/clips/en.clips")
                self.assertEqual((whole.status, whole.body), (200, pack.read_bytes()))
                self.assertEqual(whole.headers["content-type"], "application/octet-stream")
                piece = server.ask("/clips/en.clips", Range="bytes=100-199")
                self.assertEqual((piece.status, piece.body), (206, pack.read_bytes()[100:200]))
                tag = whole.headers["etag"]
                self.assertEqual(server.ask("/clips/en.clips", If_None_Match=tag).status, 304)
                new = pathlib.Path(folder) / "new"
                new.write_bytes(b"other")
                new.rename(pack)
                again = server.ask("/clips/en.clips", If_None_Match=tag)
                self.assertEqual((again.status, again.body), (200, b"other"))
                for name in ("de", "fr", "../secret", "..%2fsecret", ""):
                    self.assertEqual(server.ask(f"/clips/{name}.clips").status, 404, name)


class Packer(unittest.TestCase):
    def test_the_same_files_give_the_same_bytes(self) -> None:
        files = {"index.html": b"a" * 1000, "b/c.js": b"c" * 1000, "b-d.txt": b"d"}
        one, other = served.bundle(files), served.bundle(dict(reversed(files.items())))
        self.assertNotEqual(one, other)
        self.assertEqual(one.read_bytes(), other.read_bytes())
        self.assertTrue(one.read_bytes().startswith(b"UNKNOTB1"))

    def test_refusals(self) -> None:
        packer = served.ROOT / "web" / "tools" / "bundle.mjs"
        with tempfile.TemporaryDirectory() as folder:
            for words, code in (((), 2), ((folder,), 2), ((folder, f"{folder}/x"), 1)):
                done = subprocess.run([served.NODE, packer, *words], capture_output=True,
                                      text=True, timeout=60, check=False)
                self.assertEqual(done.returncode, code, done.stderr)
                self.assertNotEqual(done.stderr, "")


if __name__ == "__main__":
    unittest.main()
