#!/usr/bin/env python3
"""Compares the planner with the optimum of its model, which CBC finds.

    optimum.py --program build/unknot [--count 300] [--seed 1] [--jobs 2]   random requests
    optimum.py --program build/unknot --requests FILE                       one request a line
    optimum.py --program build/unknot --request FILE [--lp OUT.lp]          one, told in full
    optimum.py --request FILE --lp OUT.lp                                   only writes the model
    optimum.py --count 300 --seed 1 --print-requests                        only makes requests

Exits 1 when the program and the optimum disagree on a single request.
"""

import argparse
import collections
import json
import multiprocessing
import os
import pathlib
import shlex
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import best                         # noqa: E402
from against import compare, told   # noqa: E402
from people import People           # noqa: E402
from planning import Planning       # noqa: E402
from rows import Rows               # noqa: E402

KNOWLEDGE = pathlib.Path(__file__).resolve().parents[2] / "knowledge"
state = {}


def start(knowledge):
    state["rows"] = Rows.load(knowledge)


def judge(task):
    """The verdict, how many options there were, and both answers as text when they disagree."""
    request, plan = task
    planning = Planning(request, state["rows"])
    verdict = compare(planning, plan)
    return verdict, len(planning.options), told(planning, plan, verdict) if verdict.wrong else ""


def answers_of(program, requests):
    lines = "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in requests)
    run = subprocess.run([*shlex.split(program), "plan", "--batch", "-"], input=lines,
                         capture_output=True, text=True, encoding="utf-8")
    answers = [json.loads(line) for line in run.stdout.splitlines()]
    if len(answers) != len(requests):
        sys.exit(f"optimum.py: {len(requests)} requests, {len(answers)} answers of the program, "
                 f"exit {run.returncode}: {run.stderr[-500:]}")
    return answers


def run(options, requests):
    began, counts = time.monotonic(), collections.Counter()
    tasks = list(zip(requests, answers_of(options.program, requests)))
    with multiprocessing.Pool(options.jobs, start, (options.knowledge,)) as pool:
        for number, (verdict, size, text) in enumerate(pool.imap(judge, tasks)):
            counts["plans" if verdict.optimum else "refused"] += 1
            counts["owed"] += bool(verdict.optimum and verdict.optimum[0])
            counts["options"] = max(counts["options"], size)
            counts["mistakes"] += verdict.mistakes
            if verdict.wrong:
                counts["wrong"] += 1
                print(f"DISAGREE on request {number}: {verdict.wrong}\n{text}\n")
    print(f"{len(tasks)} requests in {time.monotonic() - began:.1f} s: the optimum is a plan for "
          f"{counts['plans']} ({counts['owed']} make what is owed), a refusal for "
          f"{counts['refused']}; up to {counts['options']} options; "
          f"{counts['wrong']} disagreements")
    if counts["mistakes"]:
        print(f"{counts['mistakes']} times CBC was wrong, and right when asked to solve it another way")
    return counts


# ---------------------------------------------------------------- the command

def options_of(arguments):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", help="command that answers `plan --batch -`")
    parser.add_argument("--knowledge", default=str(KNOWLEDGE), help="folder of knowledge rows")
    parser.add_argument("--count", type=int, default=300, help="random requests (300)")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--least-plans", type=int, default=0,
                        help="fail when fewer requests than this can be planned")
    parser.add_argument("--requests", help="file of requests instead, one JSON object a line")
    parser.add_argument("--request", help="file of one request, told in full")
    parser.add_argument("--lp", help="with --request: where its model is written")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--print-requests", action="store_true")
    options = parser.parse_args(arguments)
    if options.lp and not options.request:
        parser.error("--lp needs --request")
    if not (options.program or options.print_requests or options.lp):
        parser.error("--program is missing")
    return options


def one(options):
    with open(options.request, encoding="utf-8") as file:
        planning = Planning(json.load(file), Rows.load(options.knowledge))
    if options.lp:
        pathlib.Path(options.lp).write_text(best.benefit(planning), encoding="ascii")
    if not options.program:
        return 0
    plan = answers_of(options.program, [planning.request])[0]
    verdict = compare(planning, plan)
    print(told(planning, plan, verdict))
    print(f"DISAGREE: {verdict.wrong}" if verdict.wrong else "agreed")
    return 1 if verdict.wrong else 0


def main(arguments=None):
    options = options_of(arguments)
    if options.request:
        return one(options)
    if options.requests:
        with open(options.requests, encoding="utf-8") as file:
            requests = [json.loads(line) for line in file if line.strip()]
    else:
        requests = People(Rows.load(options.knowledge), options.seed).take(options.count)
    if options.print_requests:
        for request in requests:
            print(json.dumps(request, ensure_ascii=False))
        return 0
    counts = run(options, requests)
    if counts["plans"] < options.least_plans:
        print(f"only {counts['plans']} plans, at least {options.least_plans} were expected")
        return 1
    return 1 if counts["wrong"] else 0


if __name__ == "__main__":
    sys.exit(main())
