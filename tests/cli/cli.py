"""Runs the real program, as a person or a script would.

The program is named by UNKNOT_PROGRAM, else it is the one of the dev build.
"""

import copy
import json
import os
import pathlib
import subprocess
import tempfile
import time
import tomllib
from typing import NamedTuple

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PROGRAM = os.environ.get("UNKNOT_PROGRAM", str(ROOT / "build" / "dev" / "unknot"))
PEOPLE = ROOT / "tests" / "golden" / "people"
NOW = "2026-11-22T08:00:00Z"
COLUMNS = 80
HOME = tempfile.TemporaryDirectory()  # of somebody who keeps no log
GOOD, BROKEN_RULES, BAD_INPUT, REFUSED = 0, 1, 2, 3
TOPICS = ("what", "benefits", "tools", "basics", "areas")
LISTS = ("areas", "zones", "regions", "techniques", "tools", "rules", "conditions", "red_flags",
         "activities", "goals", "claims", "sources")
SOFT = {"id": "soft roller", "kind": "roller", "density": "soft", "surface": "smooth"}
SCREENED = {"screened": True, "at": "2026-11-22T07:55:00Z", "present": []}
# What every plan from flags needs: screened, and a tool.
READY = ("--now", NOW, "--none-of-these", "--tool", "soft_roller")


class Answer(NamedTuple):
    code: int
    out: str
    err: str
    seconds: float

    @property
    def json(self):
        return json.loads(self.out)


def environment(**changes: str) -> dict[str, str]:
    """This machine's, without a locale, a wish about colour, or anybody's log."""
    env = {key: value for key, value in os.environ.items()
           if not key.startswith("LC_")
           and key not in ("LANG", "NO_COLOR", "XDG_DATA_HOME", "UNKNOT_AS")}
    return {**env, "LC_ALL": "C", "TERM": "xterm-256color", "HOME": HOME.name, **changes}


def run_bytes(*words: str, stdin: bytes = b"", env=None, timeout=30):
    start = time.monotonic()
    done = subprocess.run([PROGRAM, *words], input=stdin, capture_output=True, timeout=timeout,
                          env=env or environment())
    return done, time.monotonic() - start


def run(*words: str, stdin: bytes | str = b"", env=None, timeout=30) -> Answer:
    given = stdin.encode("utf-8") if isinstance(stdin, str) else stdin
    done, seconds = run_bytes(*words, stdin=given, env=env, timeout=timeout)
    return Answer(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"),
                  seconds)


def request(**changes) -> dict:
    """A small valid request; a change to None leaves the field out."""
    base = {"format": "unknot/request@1", "now": NOW, "minutes": 10, "at": ["floor", "wall"],
            "red_flags": copy.deepcopy(SCREENED), "tools": [dict(SOFT)]}
    return {key: value for key, value in {**base, **changes}.items() if value is not None}


def compact(value) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def plan(asked: dict, *flags: str) -> Answer:
    return run("plan", "--request", "-", *flags, stdin=compact(asked))


def plan_json(asked: dict) -> dict:
    return plan(asked, "--format", "json").json


def person(name: str) -> dict:
    return json.loads((PEOPLE / f"{name}.json").read_text(encoding="utf-8"))


def rows(name: str) -> list[dict]:
    return run(name, "--json").json


def names(name: str) -> dict[str, str]:
    """Id -> name of a list."""
    return {row["id"]: row["name"] for row in rows(name)}


def side_name(area: str, side: str) -> str:
    """A side as the voice names it in English."""
    sides = tomllib.loads((ROOT / "knowledge/lang/en/sides.toml").read_text(encoding="utf-8"))
    names = sides["sides"]["en"][area]
    return names.get("middle") or names[side]


def wide(text: str) -> list[str]:
    """Lines that do not fit a terminal of 80 columns."""
    return [line for line in text.splitlines() if len(line) > COLUMNS]
