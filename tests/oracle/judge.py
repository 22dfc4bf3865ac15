#!/usr/bin/env python3
"""Judges the plans of a program by the hundred thousand.

    judge.py --program build/unknot --knowledge knowledge --count 100000 --seed 1 [--out bad.json]
    judge.py --program build/unknot --knowledge knowledge --file requests.jsonl
    judge.py --knowledge knowledge --count 1000 --seed 1 --print-requests > requests.jsonl

The program is run as `<program> plan --batch -`: one JSON request per line in, one JSON answer
per line out, in order. Prints what was planned, refused and breached; exits 1 on any breach.
"""

import argparse
import collections
import json
import multiprocessing
import os
import shlex
import subprocess
import sys
import time
import traceback

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import checker    # noqa: E402
import requests   # noqa: E402  (this folder's generator)

CHUNK = 2500
KEPT = 3                # examples kept per kind of breach and chunk
state = {}


def compact(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def generate(knowledge, seed, chunk, count):
    generator = requests.Generator(knowledge, f"{seed}/{chunk}")
    return [generator.any() for _ in range(count)]


def ask(program, lines):
    """The program's answers to the request lines, as lines."""
    run = subprocess.run([*program, "plan", "--batch", "-"], input="\n".join(lines) + "\n",
                         capture_output=True, text=True, encoding="utf-8")
    return run.stdout.splitlines(), run.returncode, run.stderr


class Tally:
    def __init__(self):
        self.counts = collections.Counter()
        self.refused, self.breaches = collections.Counter(), collections.Counter()
        self.steps, self.techniques = collections.Counter(), collections.Counter()
        self.advice, self.left_out = collections.Counter(), collections.Counter()
        self.examples = {}

    def merge(self, other):
        for name, value in vars(other).items():
            if isinstance(value, collections.Counter):
                getattr(self, name).update(value)
        for kind, examples in other.examples.items():
            mine = self.examples.setdefault(kind, [])
            mine.extend(examples[:KEPT - len(mine)])

    def breach(self, breaches, request, plan):
        self.counts["breached"] += 1
        for kind in {breach.split(":", 1)[0] for breach in breaches}:
            self.breaches[kind] += 1
            kept = self.examples.setdefault(kind, [])
            if len(kept) < KEPT:
                kept.append({"breaches": breaches, "request": request, "plan": plan})

    def look(self, request, plan):
        self.counts["requests"] += 1
        if not isinstance(plan, dict):
            return
        if plan.get("outcome") == "plan":
            self.counts["plans"] += 1
            for step in plan.get("steps") or []:
                self.counts["steps"] += 1
                self.counts["alternatives"] += len(step.get("alternatives") or [])
                self.techniques[step.get("technique")] += 1
            self.steps[len(plan.get("steps") or [])] += 1
        elif plan.get("outcome") == "refused":
            self.counts["refused"] += 1
            self.refused[str((plan.get("refusal") or {}).get("rule"))] += 1
        else:
            self.counts["errors"] += 1
        for table in ("advice", "left_out"):
            for entry in plan.get(table) or []:
                getattr(self, table)[str(entry.get("rule"))] += 1


def judge_chunk(task):
    chunk, count_or_lines = task
    knowledge, tally = state["knowledge"], Tally()
    if isinstance(count_or_lines, int):
        asked = generate(knowledge, state["seed"], chunk, count_or_lines)
        lines = [compact(request) for request in asked]
    else:
        lines = count_or_lines
        asked = [json.loads(line) for line in lines]
    answers, code, errors = ask(state["program"], lines)
    if len(answers) != len(lines):
        tally.breach([f"batch: {len(lines)} requests, {len(answers)} answers, exit {code}: "
                      f"{errors[-500:]}"], None, None)
        return tally
    if chunk == 0 and ask(state["program"], lines)[0] != answers:
        tally.breach(["determinism: the same requests gave other bytes"], None, None)
    for request, answer in zip(asked, answers):
        try:
            plan = json.loads(answer)
        except ValueError:
            tally.breach(["formats: the answer is no JSON"], request, answer[:2000])
            continue
        try:
            breaches = checker.check(request, plan, knowledge)
        except Exception:
            breaches = ["checker: " + traceback.format_exc(limit=-3)]
        tally.look(request, plan)
        if breaches:
            tally.breach(breaches, request, plan)
    return tally


def start(knowledge, program, seed):
    state.update(knowledge=checker.Knowledge.load(knowledge), program=program, seed=seed)


def tasks_of(options):
    if options.file:
        with open(options.file, encoding="utf-8") as file:
            lines = [line.strip() for line in file if line.strip()]
        return [(i, lines[at:at + CHUNK]) for i, at in enumerate(range(0, len(lines), CHUNK))]
    return [(i, min(CHUNK, options.count - at))
            for i, at in enumerate(range(0, options.count, CHUNK))]


def line(name, counter, most=None):
    parts = ", ".join(f"{key} {number}" for key, number in counter.most_common(most))
    print(f"{name:<12} {parts or '-'}")


def report(tally, seconds, knowledge):
    counts = tally.counts
    total = counts["requests"]
    print(f"{total} requests in {seconds:.1f} s, {total / max(seconds, 0.001):.0f} per second")
    if total:
        print(f"plans        {counts['plans']} ({100 * counts['plans'] / total:.1f} %), "
              f"{counts['steps']} steps, {counts['alternatives']} alternatives; "
              f"refused {counts['refused']}, errors {counts['errors']}")
    line("refused by", tally.refused)
    line("left out by", tally.left_out)
    line("advice by", tally.advice)
    line("steps", collections.Counter(dict(sorted(tally.steps.items()))))
    unseen = sorted(set(knowledge.techniques) - set(tally.techniques))
    print(f"techniques   {len(knowledge.techniques) - len(unseen)} of "
          f"{len(knowledge.techniques)} seen; never: {', '.join(unseen) or '-'}")
    line("BREACHES", tally.breaches)
    for kind in sorted(tally.examples):
        for example in tally.examples[kind]:
            said = [b for b in example["breaches"] if b.split(":", 1)[0] == kind]
            print(f"  {said[0][:300]}")


def options_of(arguments):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", help="command that answers `plan --batch -`")
    parser.add_argument("--knowledge", default="knowledge", help="folder of knowledge rows")
    parser.add_argument("--count", type=int, default=100000)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--file", help="requests to judge instead, one JSON object per line")
    parser.add_argument("--out", help="where examples of breaches are written, as JSON")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--print-requests", action="store_true",
                        help="write the generated requests and stop")
    options = parser.parse_args(arguments)
    if not options.program and not options.print_requests:
        parser.error("--program is missing")
    return options


def main(arguments=None):
    options = options_of(arguments)
    knowledge = checker.Knowledge.load(options.knowledge)
    if options.print_requests:
        for chunk, count in tasks_of(options):
            for request in generate(knowledge, options.seed, chunk, count):
                print(compact(request))
        return 0
    began, tally = time.monotonic(), Tally()
    with multiprocessing.Pool(options.jobs, start, (options.knowledge,
                                                    shlex.split(options.program),
                                                    options.seed)) as pool:
        for part in pool.imap(judge_chunk, tasks_of(options)):
            tally.merge(part)
    report(tally, time.monotonic() - began, knowledge)
    if options.out:
        with open(options.out, "w", encoding="utf-8") as file:
            json.dump({"breaches": tally.breaches, "examples": tally.examples}, file, indent=1,
                      ensure_ascii=False)
    if tally.counts["requests"] == 0:
        print("nothing was judged")
        return 1
    return 1 if tally.breaches else 0


if __name__ == "__main__":
    sys.exit(main())
