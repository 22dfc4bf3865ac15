#!/usr/bin/env python3
"""unknot serve against nginx and against a server of Node, in turn, on this machine.

    bench/serve.py PROGRAM [ROUNDS]

The same 4096 bytes as a file, and the same plan in JSON: from unknot by POST, planned each time or
answered again from memory; from nginx as a file; from Fastify as an object written anew. nginx sends
the headers that unknot sends, since wrk's one thread reads them all. wrk asks on 64 connections. What is worth quoting are the ratios of one run. CPU is user and system time of all
processes of a server for one request.
"""

import json
import os
import pathlib
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
SECONDS = 2
CONNECTIONS = 64
IDLE = 1000
TICKS = os.sysconf("SC_CLK_TCK")

NGINX = """worker_processes {cores};
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 4096; }}
http {{
  access_log off;
  types {{ text/javascript js; application/json json; }}
  client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;
  uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  sendfile on; tcp_nopush on; open_file_cache max=100; keepalive_requests 100000000;
  server {{ listen 127.0.0.1:{port}; root {site};
{headers}
  }}
}}
"""
POST = """wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
"""
# Another request each time, so that none is answered from memory.
FRESH = POST + """local bodies = {{}}
for line in io.lines("{file}") do bodies[#bodies + 1] = line end
local n = 0
request = function()
  n = n + 1
  return wrk.format(nil, nil, nil, bodies[(n - 1) % #bodies + 1])
end
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def children(pid: int) -> list[int]:
    listed = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True, check=False)
    below = [int(word) for word in listed.stdout.split()]
    return [pid, *(one for child in below for one in children(child))]


class Server:
    def __init__(self, name: str, words: list, port: int) -> None:
        self.name, self.port = name, port
        self.process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                return
            except OSError:
                time.sleep(0.05)
        raise SystemExit(f"bench: {name} does not listen")

    def cpu(self) -> float:
        ticks = 0
        for pid in children(self.process.pid):
            fields = pathlib.Path(f"/proc/{pid}/stat").read_text("utf-8").rsplit(")", 1)[1].split()
            ticks += int(fields[11]) + int(fields[12])
        return ticks / TICKS

    def memory(self) -> float:
        """MB of all its processes, shared pages counted once (PSS)."""
        total = 0
        for pid in children(self.process.pid):
            rollup = pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text("utf-8")
            total += int(re.search(r"Pss:\s+(\d+)", rollup)[1])
        return total / 1024

    def load(self, path: str, script: str | None) -> tuple[float, float]:
        """Requests a second, and microseconds of CPU for each."""
        words = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s"]
        words += ["-s", script] if script else []
        before = self.cpu()
        done = subprocess.run([*words, f"http://127.0.0.1:{self.port}{path}"], capture_output=True,
                              text=True, check=True)
        used = self.cpu() - before
        if "Non-2xx" in done.stdout or "Socket errors" in done.stdout:
            raise SystemExit(f"bench: {self.name} {path}:\n{done.stdout}")
        count = int(re.search(r"(\d+) requests in", done.stdout)[1])
        return float(re.search(r"Requests/sec:\s+([\d.]+)", done.stdout)[1]), used / count * 1e6

    def idle_memory(self) -> tuple[float, float]:
        before = self.memory()
        ask = f"GET /app.js HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n\r\n".encode()
        kept = []
        for _ in range(IDLE):
            one = socket.create_connection(("127.0.0.1", self.port), timeout=10)
            one.sendall(ask)
            kept.append(one)
        for one in kept:
            one.recv(1 << 16)
        after = self.memory()
        for one in kept:
            one.close()
        return before, after

    def end(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=20)


def headers_of(server: Server) -> str:
    """What unknot sends with a file and nginx by itself does not."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as one:
        one.sendall(f"GET /app.js HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n\r\n".encode())
        head = one.recv(1 << 16).decode("latin-1").split("\r\n\r\n")[0].split("\r\n")[1:]
    own = ("date", "etag", "content-type", "content-length", "accept-ranges")
    lines = (line.split(": ", 1) for line in head if line.split(":")[0].lower() not in own)
    return "\n".join(f'add_header {name} "{value}";' for name, value in lines)


def requests(program: str, folder: pathlib.Path) -> dict:
    """One request, many different ones, and the plan of the one."""
    asked = json.loads(subprocess.run([program, "example"], capture_output=True, check=True).stdout)
    compact = {"separators": (",", ":")}
    one = json.dumps(asked, **compact)
    plan = subprocess.run([program, "plan", "--request", "-", "--format", "json"], input=one,
                          capture_output=True, text=True, check=True).stdout
    start = time.mktime(time.strptime(asked["now"][:19], "%Y-%m-%dT%H:%M:%S"))
    with open(folder / "fresh", "w", encoding="utf-8") as file:
        for second in range(20000):
            moment = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.localtime(start + second))
            file.write(json.dumps({**asked, "now": moment}, **compact) + "\n")
    (folder / "same.lua").write_text(POST + f"wrk.body = [[{one}]]\n", encoding="utf-8")
    (folder / "fresh.lua").write_text(FRESH.format(file=folder / "fresh"), encoding="utf-8")
    return {"plan": plan.rstrip("\n"), "same": str(folder / "same.lua"),
            "fresh": str(folder / "fresh.lua")}


def servers(program: str, folder: pathlib.Path, site: pathlib.Path) -> list[Server]:
    ports = [free_port() for _ in range(3)]
    bundle = folder / "site.bundle"
    subprocess.run(["node", ROOT / "web/tools/bundle.mjs", site, bundle], check=True,
                   stdout=subprocess.DEVNULL)
    unknot = Server("unknot", [program, "serve", "--port", str(ports[0]), "--data",
                               folder / "data", "--bundle", bundle], ports[0])
    config = folder / "nginx.conf"
    config.write_text(NGINX.format(cores=os.cpu_count(), folder=folder, site=site, port=ports[1],
                                   headers=headers_of(unknot)), encoding="utf-8")
    return [
        unknot,
        Server("nginx", ["nginx", "-c", config, "-e", folder / "error.log"], ports[1]),
        Server("fastify", ["node", ROOT / "bench/fastify/server.mjs", str(ports[2]), site,
                           site / "plan.json"], ports[2])]


def measure(all_of: list[Server], rounds: int, made: dict) -> dict:
    unknot, nginx, fastify = all_of
    cases = [("file", nginx, "/app.js", None), ("file", unknot, "/app.js", None),
             ("file", fastify, "/app.js", None), ("plan", nginx, "/plan.json", None),
             ("plan", unknot, "/api/v1/plan", made["same"]),
             ("fresh", unknot, "/api/v1/plan", made["fresh"]),
             ("plan", fastify, "/plan", made["same"])]
    found: dict = {}
    for _ in range(rounds):
        for case, server, path, script in cases:
            found.setdefault((case, server.name), []).append(server.load(path, script))
    return found


def report(found: dict) -> None:
    names = {"file": "a file of 4096 bytes", "plan": "the same plan again",
             "fresh": "another plan each time"}
    for (case, name), rows in found.items():
        base = found[("plan" if case == "fresh" else case, "nginx")]
        ratio = statistics.median(row[0] / other[0] for row, other in zip(rows, base, strict=True))
        rate, cpu = (statistics.median(column) for column in zip(*rows, strict=True))
        print(f"{names[case]:24} {name:8} {rate:9.0f}/s  {ratio:5.2f} of nginx  "
              f"{cpu:7.1f} us CPU")


def main(program: str, rounds: str = "5") -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        folder.chmod(0o755)  # nginx's workers are somebody else when root starts it.
        site = folder / "site"
        site.mkdir()
        made = requests(program, folder)
        (site / "index.html").write_text("<!doctype html>", encoding="utf-8")
        (site / "app.js").write_bytes(b"export const a = 12;\n" * 195 + b"\n")
        (site / "plan.json").write_text(made["plan"], encoding="utf-8")
        all_of = servers(program, folder, site)
        try:
            report(measure(all_of, int(rounds), made))
            for server in all_of:
                before, after = server.idle_memory()
                print(f"{IDLE} idle connections   {server.name:8} {after:9.1f} MB, "
                      f"{before:.1f} MB before")
        finally:
            for server in all_of:
                server.end()


if __name__ == "__main__":
    main(*sys.argv[1:])
