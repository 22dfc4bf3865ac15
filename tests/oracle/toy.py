#!/usr/bin/env python3
"""A naive planner that does the least: it answers `plan --batch -` with steps the checker itself
calls clearly possible. It exists to test judge.py without the product, and nothing else.

    toy.py <knowledge folder> [--wrong N] plan --batch -     every Nth plan is spoilt
"""

import json
import os
import sys
import uuid

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import checker  # noqa: E402


def entry(rule, **more):
    return {"rule": rule, "source": "judgement", "says": "because of " + rule, **more}


def step_of(asked, technique, tool, variant, side, setup):
    intensity = asked.k.intensity(technique, tool, variant, asked.hectograms)
    return {"area": technique["area"], "side": side, "technique": technique["id"],
            "motion": technique["motion"], "tool": tool["id"], "place": technique["place"],
            "position": technique["position"], "variant": variant, "rung": checker.rung_of(tool),
            "intensity": intensity, "setup_seconds": setup, "sets": [30], "rest_seconds": 15,
            "seconds": 30, "seconds_per_pass": None if technique["motion"] == "hold" else 4,
            "level_target": [2, 4], "alternatives": [], "why": [entry("dose_range", at=None)]}


def add_area(asked, steps, area, left):
    found = checker.clearly_possible(asked, area) or []
    tools = {step["tool"] for step in steps} | {way[1]["id"] for way in found}
    muscles = asked.k.muscles[area]
    shared = any(set(muscles) & set(asked.k.muscles[step["area"]]) for step in steps)
    seconds = sum(30 + way[4] for way in found)
    full = len({step["area"] for step in steps}) == 8
    if not found or shared or full or len(tools) > 2 or seconds > left:
        return left
    steps.extend(step_of(asked, *way) for way in found)
    return left - seconds


def advice_of(asked):
    rules = []
    if asked.refers:
        rules.append("refer")
    if asked.minutes > 20:
        rules.append("budget")
    if asked.warm_up and asked.starts_in is not None:
        rules.append("warm_up_cap")
    if asked.age is not None and asked.age < 16:
        rules.append("bodies")
    return [entry(rule) for rule in rules]


def answer(request, knowledge):
    asked = checker.Asked(request, knowledge)
    steps, left = [], asked.sure_budget
    if not asked.hard and not asked.doubt:
        offer = [a for a in checker.LOW_BACK_OFFER if a in knowledge.areas]
        order = offer + [a for a in sorted(knowledge.areas) if a not in offer]
        for area in order if asked.low_back_complaint else sorted(order):
            left = add_area(asked, steps, area, left)
    rule = next((r for r in ("screening", "bodies", "condition") if r in asked.hard), "own_tools")
    refusal = None if steps else entry(rule, asked=0, limit=1, unit="count",
                                       would_change=["another tool"])
    total = sum(step["setup_seconds"] + step["seconds"] for step in steps)
    return {"format": "unknot/plan@1", "id": str(uuid.UUID(int=8 << 76 | 8 << 60)),
            "made": request["now"], "knowledge": "toy", "request": request,
            "outcome": "plan" if steps else "refused", "total_seconds": total, "steps": steps,
            "left_out": [], "advice": advice_of(asked), "refusal": refusal,
            "urgent": "Call now." if asked.emergency else None}


def main(arguments):
    knowledge = checker.Knowledge.load(arguments[0])
    wrong = int(arguments[2]) if arguments[1] == "--wrong" else 0
    for number, line in enumerate(sys.stdin):
        plan = answer(json.loads(line), knowledge)
        if wrong and number % wrong == 0 and plan["steps"]:
            plan["steps"][0]["sets"], plan["steps"][0]["seconds"] = [120], 120
        print(json.dumps(plan, ensure_ascii=False))


if __name__ == "__main__":
    main(sys.argv[1:])
