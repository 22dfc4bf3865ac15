"""A server of the real program for tests, and a client that sends exactly the bytes it is told."""

import json
import os
import pathlib
import re
import signal
import socket
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests" / "cli"))
import cli  # noqa: E402

NODE = os.environ.get("UNKNOT_NODE", "node")
API = "/api/v1"
PATIENCE = 20

_folder = tempfile.TemporaryDirectory()
FILES = {
    "index.html": b"<!doctype html><title>Unknot</title>" + b"<p>Roll slowly.</p>" * 200,
    "assets/app-1a2b.js": b"export const lines = 1;\n" * 5000,
    "assets/core-3c4d.wasm": b"\0asm\1\0\0\0" + bytes(5000),
    "assets/picture one.png": bytes(range(256)) * 4096,
    "sw.js": b"self.skip = 1;\n" * 100,
    "manifest.webmanifest": b'{"name":"Unknot"}',
    "words/en.words": b"words of one language " * 100,
}


def bundle(files: dict[str, bytes] | None = None) -> pathlib.Path:
    """A bundle as the web app's is made; of FILES, made once, when none are named."""
    base = pathlib.Path(_folder.name)
    output = base / "site.bundle" if files is None else base / f"{len(os.listdir(base))}.bundle"
    if output.exists():
        return output
    with tempfile.TemporaryDirectory() as site:
        for name, content in (FILES if files is None else files).items():
            path = pathlib.Path(site) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        subprocess.run([NODE, ROOT / "web" / "tools" / "bundle.mjs", site, output], check=True,
                       capture_output=True, timeout=60)
    return output


class Answer:
    def __init__(self, head: bytes, body: bytes) -> None:
        lines = head.decode("latin-1").split("\r\n")
        self.status = int(lines[0].split()[1])
        self.lines = [tuple(line.split(": ", 1)) for line in lines[1:] if line]
        self.headers = {name.lower(): value for name, value in self.lines}
        self.body = body

    @property
    def json(self):
        return json.loads(self.body)


def counts(added: Answer) -> dict:
    """How many records were taken, without the tags."""
    return {name: added.json[name] for name in ("new", "held")}


class Connection:
    """One connection; asks in turn, and reads answer by answer."""

    def __init__(self, port: int, host: str = "127.0.0.1") -> None:
        self.port = port
        self.socket = socket.create_connection((host, port), timeout=PATIENCE)
        self.rest = b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def send(self, data: bytes) -> None:
        self.socket.sendall(data)

    def until(self, mark: bytes) -> bytes:
        while mark not in self.rest:
            more = self.socket.recv(1 << 16)
            if not more:
                raise EOFError(self.rest)
            self.rest += more
        out, self.rest = self.rest.split(mark, 1)
        return out

    def answer(self, method: str = "GET") -> Answer:
        head = self.until(b"\r\n\r\n")
        length = re.search(rb"(?i)\r\ncontent-length: (\d+)", head)
        status = int(head.split()[1])
        count = 0 if method == "HEAD" or status == 304 or not length else int(length[1])
        while len(self.rest) < count:
            more = self.socket.recv(1 << 16)
            if not more:
                raise EOFError(self.rest)
            self.rest += more
        body, self.rest = self.rest[:count], self.rest[count:]
        return Answer(head, body)

    def ask(self, path: str, method: str = "GET", body: bytes | str | None = None,
            **headers: str) -> Answer:
        fields = {"Host": f"localhost:{self.port}"}
        data = body.encode() if isinstance(body, str) else body or b""
        if body is not None:
            fields |= {"Content-Type": "application/json", "Content-Length": str(len(data))}
        fields |= {name.replace("_", "-"): value for name, value in headers.items()}
        head = "".join(f"{name}: {value}\r\n" for name, value in fields.items() if value)
        self.send(f"{method} {path} HTTP/1.1\r\n{head}\r\n".encode("latin-1") + data)
        return self.answer(method)

    def closed(self) -> bool:
        """Whether the other side closes, and says no more."""
        try:
            return self.socket.recv(1) == b""
        except ConnectionResetError:
            return True


class Served:
    """`unknot serve` on a free port, with a log of its own."""

    def __init__(self, *words: str, data: str | None = None, bundled: pathlib.Path | None = None,
                 wrapper: tuple = ()) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.data = data or self.folder.name
        self.errors = tempfile.TemporaryFile("w+")
        port = () if "--port" in words else ("--port", "0")
        self.process = subprocess.Popen(
            [*wrapper, cli.PROGRAM, "serve", "--data", self.data,
             "--bundle", str(bundled or bundle()), *port, *words],
            stdout=subprocess.PIPE, stderr=self.errors, env=cli.environment(), text=True)
        self.said = first = self.process.stdout.readline()
        found = re.fullmatch(r"Unknot is at http://\S+:(\d+)\n", first)
        assert found, first + self.kill()[2]
        self.port = int(found[1])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if not self.process.stdout.closed:
            self.kill()
        self.errors.close()
        self.folder.cleanup()

    def connect(self) -> Connection:
        return Connection(self.port)

    def ask(self, path: str, method: str = "GET", body: bytes | str | None = None,
            **headers: str) -> Answer:
        with self.connect() as connection:
            return connection.ask(path, method, body, **headers)

    def raw(self, data: bytes) -> Answer:
        with self.connect() as connection:
            connection.send(data)
            return connection.answer()

    def kill(self, number: int = signal.SIGKILL) -> tuple[int, str, str]:
        if self.process.poll() is None:
            self.process.send_signal(number)
        self.process.wait(timeout=PATIENCE)
        self.said += self.process.stdout.read()
        self.process.stdout.close()
        self.errors.seek(0)
        return self.process.returncode, self.said, self.errors.read()

    def memory(self, what: str = "VmRSS") -> int:
        """Of the server, in KiB."""
        text = pathlib.Path(f"/proc/{self.process.pid}/status").read_text(encoding="utf-8")
        return int(re.search(rf"{what}:\s+(\d+) kB", text)[1])


def record(number: int, name: str = "Ada", person: int | None = None) -> dict:
    """A person record, or a note of that person."""
    def uuid(n: int) -> str:
        return f"019b76da-a800-7{n >> 12 & 0xfff:03x}-8{n & 0xfff:03x}-030405060708"

    kind = "person" if person is None else "note"
    data = {"name": name} if person is None else {"text": name}
    return {"id": uuid(number), "person": uuid(number if person is None else person),
            "kind": kind, "at": "2026-01-01T08:00:00Z", "session": None, "knowledge": None,
            "data": data}


def journal(*records: dict) -> str:
    return cli.compact({"format": "unknot/journal@1", "made": "2026-01-11T08:00:00+01:00",
                        "records": list(records)})
