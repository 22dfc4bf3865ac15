#!/usr/bin/env python3
"""The program, spoilt: in every plan one area gets the next lower dose. For test_optimum.py, which
wants to see that caught.

    spoil.py PROGRAM plan --batch -
"""

import json
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from rows import Rows       # noqa: E402


def lowered(plan, rows):
    """The plan with one dose a step lower and its sums in order; False when all are the least."""
    for area in {step["area"]: None for step in plan["steps"]}:
        steps = [step for step in plan["steps"] if step["area"] == area]
        lower = [dose for dose in rows.doses if dose["seconds"] < steps[0]["seconds"]]
        if lower:
            for step in steps:
                sets = lower[-1]["hold_sets" if step["motion"] == "hold" else "stroke_sets"]
                plan["total_seconds"] -= length(step)
                step["sets"], step["seconds"] = sets, sum(sets)
                plan["total_seconds"] += length(step)
            return True
    return False


def length(step):
    return step["seconds"] + step["rest_seconds"] * (len(step["sets"]) - 1)


def main(program, *arguments):
    rows = Rows.load(pathlib.Path(__file__).resolve().parents[2] / "knowledge")
    run = subprocess.run([program, *arguments], stdin=sys.stdin, stdout=subprocess.PIPE, text=True,
                         encoding="utf-8", check=True)
    for line in run.stdout.splitlines():
        plan = json.loads(line)
        lowered(plan, rows)
        print(json.dumps(plan))


if __name__ == "__main__":
    main(*sys.argv[1:])
