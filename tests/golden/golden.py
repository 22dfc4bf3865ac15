"""The golden people: where their files are, and what the program answers them.

The program is named by UNKNOT_PROGRAM, else it is the one of the dev build.
"""

import json
import os
import pathlib
import re
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PEOPLE = HERE / "people"
PLANS = HERE / "plans"
TRANSCRIPTS = HERE / "transcripts"
LANGUAGES = ("de", "en", "es")
EXITS = {"plan": 0, "refused": 3}
COLUMNS = 80
NO_ID = "00000000-0000-8000-8000-000000000000"
NO_HASH = "0" * 64


def program() -> str:
    return os.environ.get("UNKNOT_PROGRAM", str(ROOT / "build" / "dev" / "unknot"))


def names() -> list[str]:
    return sorted(path.stem for path in PEOPLE.glob("*.json"))


def ask(name: str, *flags: str) -> tuple[int, str]:
    """Exit code and answer. No locale, so that no territory and no emergency number is known."""
    outside = {key: value for key, value in os.environ.items()
               if not key.startswith("LC_") and key != "LANG"}
    run = subprocess.run([program(), "plan", "--request", str(PEOPLE / f"{name}.json"), *flags],
                         capture_output=True, timeout=60, env={**outside, "LC_ALL": "C"})
    if run.returncode not in EXITS.values() or run.stderr:
        raise SystemExit(f"{name}: exit {run.returncode}: {run.stderr.decode(errors='replace')}")
    return run.returncode, run.stdout.decode("utf-8")


def steady(answer: str) -> str:
    """The answer with the hash of the knowledge and the id that follows from it blanked out: else
    a corrected note on a source would change every golden plan, and nobody would read the diff."""
    answer = re.sub(r'"id":"[0-9a-f-]{36}"', f'"id":"{NO_ID}"', answer, count=1)
    return re.sub(r'"knowledge":"[0-9a-f]{64}"', f'"knowledge":"{NO_HASH}"', answer, count=1)


def spread(answer: str) -> str:
    """The program's JSON, one value a line, so that a change can be read."""
    return json.dumps(json.loads(steady(answer)), indent=1, ensure_ascii=False) + "\n"


def packed(golden: str) -> str:
    """Back to the very bytes that the program prints, but for id and hash."""
    return json.dumps(json.loads(golden), separators=(",", ":"), ensure_ascii=False) + "\n"


def transcript(plan: str, language: str) -> str:
    """Every sentence of a session with its time, as if no clip were there: lengths are estimated."""
    run = subprocess.run([program(), "track", "-", "--transcript", "--language", language],
                         input=plan.encode(), capture_output=True, timeout=60)
    if run.returncode or run.stderr:
        raise SystemExit(f"{language}: exit {run.returncode}: {run.stderr.decode(errors='replace')}")
    return run.stdout.decode("utf-8")


def answers(name: str) -> dict[pathlib.Path, str]:
    """File of each golden -> what it has to hold today."""
    plan = spread(ask(name, "--format", "json")[1])
    out = {PLANS / f"{name}.txt": ask(name)[1], PLANS / f"{name}.json": plan}
    if json.loads(plan)["outcome"] == "plan":
        for language in LANGUAGES:
            out[TRANSCRIPTS / f"{name}.{language}.txt"] = transcript(plan, language)
    return out
