"""CBC, as a program: an LP file in, the variables at 1 out."""

import pathlib
import re
import resource
import subprocess
import tempfile
from dataclasses import dataclass

EXACT = ("ratioGap", "0", "allowableGap", "0")
PLAIN = ("cuts", "off", "heuristicsOnOff", "off", "preprocess", "off")
MOST_SECONDS = 300


class Failed(Exception):
    """No proven answer, or one that breaks the model."""


@dataclass
class Run:
    chosen: set | None      # the variables at 1; None: nothing is feasible
    own: float              # processor seconds by CBC's own count, in steps of 0.01
    whole: float            # processor seconds of the process, its start included


def run(text, *options):
    with tempfile.TemporaryDirectory() as folder:
        lp, out = pathlib.Path(folder, "model.lp"), pathlib.Path(folder, "solution")
        lp.write_text(text, encoding="ascii")
        began = _children()
        process = subprocess.run(["cbc", str(lp), *EXACT, "sec", str(MOST_SECONDS), *options,
                                  "solve", "solution", str(out)], capture_output=True, text=True)
        whole = _children() - began
        status, *lines = out.read_text().split("\n") if out.exists() else [""]
    own = re.findall(r"Total time \(CPU seconds\):\s+([\d.]+)", process.stdout)
    own = float(own[-1]) if own else whole
    if "infeasible" in status.lower():
        return Run(None, own, whole)
    if not status.startswith("Optimal"):
        said = status or process.stdout[-300:] + process.stderr[-300:]
        raise Failed(f"cbc: {said}")
    values = (line.replace("**", "").split() for line in lines)
    return Run({v[1] for v in values if len(v) > 2 and round(float(v[2])) == 1}, own, whole)


def _children():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def solve(text):
    """By branch and bound alone, which suits these models and is the simplest that CBC does."""
    return run(text, *PLAIN).chosen


def solve_again(text):
    """As CBC does it by itself, with cuts and heuristics. Once in some thousand models CBC 2.10.8
    then calls an answer optimal that is not, so it serves as a second opinion only."""
    return run(text).chosen
