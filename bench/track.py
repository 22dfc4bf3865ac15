#!/usr/bin/env python3
"""A quarter of an hour as one track: time, size, memory; native and in WebAssembly.

    track.py PROGRAM WASM
"""

import json
import os
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile
import time

REQUEST = {
    "format": "unknot/request@1", "now": "2026-11-22T08:00:00Z", "minutes": 15,
    "person": {"experience": "regular", "age": 30, "mass_kg": 70}, "at": ["floor", "wall", "chair"],
    "activity": "running", "red_flags": {"screened": True, "at": "2026-11-22T07:59:00Z"},
    "tools": [{"id": "r", "kind": "roller", "density": "soft", "surface": "smooth"},
              {"id": "b", "kind": "ball", "density": "soft", "surface": "smooth"}]}
ROUNDS = 5


def run(*words: str, stdin: str = "") -> float:
    start = time.monotonic()
    subprocess.run(words, input=stdin.encode(), check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - start


def main(program: str, wasm: str) -> None:
    plan = subprocess.run([program, "plan", "--request", "-", "--format", "json"],
                          input=json.dumps(REQUEST).encode(), check=True,
                          capture_output=True).stdout.decode()
    with tempfile.TemporaryDirectory() as folder:
        minutes = 0.0
        for end in ("mp3", "wav"):
            file = pathlib.Path(folder) / f"track.{end}"
            words = (program, "track", "-", "-o", str(file))
            spent = statistics.median(run(*words, stdin=plan) for _ in range(ROUNDS))
            if not minutes:
                timeline = json.loads(subprocess.run(
                    [program, "track", "-", "--json"], input=plan.encode(), check=True,
                    capture_output=True).stdout)
                minutes = timeline["length_ms"] / 60_000
            print(f"{end}  {minutes:.1f} minutes in {spent * 1000:6.0f} ms, "
                  f"{spent / minutes * 1000:5.1f} ms a minute, {spent and minutes * 60 / spent:5.0f} "
                  f"times faster than it plays, {file.stat().st_size / 1e6:5.1f} MB")
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"most memory of the program  {peak:5.1f} MB")
        if os.path.exists(wasm):
            request = pathlib.Path(folder) / "plan.json"
            request.write_text(plan, encoding="utf-8")
            subprocess.run(["node", str(pathlib.Path(__file__).with_name("track.mjs")), wasm,
                            str(request)], check=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
