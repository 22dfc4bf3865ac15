"""A plan of the program against the optimum of the model."""

import collections
import json
from dataclasses import dataclass

import best
import cbc
from rows import BOTH


class NoPoint(Exception):
    """A plan that is no point of the model, and why."""


@dataclass
class Verdict:
    wrong: str | None               # what the two disagree in
    chosen: set | None = None       # the optimum: the variables at 1; None: there is no plan
    optimum: tuple | None = None    # what it is worth: owed offers made, benefit, seconds
    worth: tuple | None = None      # what the program's plan is worth
    mistakes: int = 0               # answers of a solver that another one corrected


def compare(planning, plan, solvers=(cbc.solve, cbc.solve_again)):
    """Holds what the program answered against the optimum. A disagreement stands when the last
    solver says so too."""
    mistakes = 0
    for solver in solvers:
        verdict = _compare(planning, plan, solver)
        if verdict.wrong is None:
            break
        mistakes += 1
    verdict.mistakes = mistakes if verdict.wrong is None else 0
    return verdict


def _compare(planning, plan, solver):
    try:
        chosen = best.solve(planning, solver)
    except cbc.Failed as failure:
        return Verdict(str(failure))
    optimum = None if chosen is None else planning.worth(chosen)
    worth, wrong = None, None
    if plan.get("outcome") == "plan":
        try:
            worth = planning.worth(point_of(planning, plan))
        except NoPoint as why:
            wrong = f"the plan is none of the model: {why}"
        else:
            if worth[2] != plan["total_seconds"]:
                wrong = f"the plan says {plan['total_seconds']} s, its parts add up to {worth[2]}"
    elif plan.get("outcome") != "refused":
        wrong = f"neither a plan nor a refusal: {json.dumps(plan)}"
    if wrong is None and worth != optimum:
        wrong = ("planned, and there is no plan" if optimum is None else
                 "refused, and there is a plan" if worth is None else "another optimum")
    return Verdict(wrong, chosen, optimum, worth)


def point_of(planning, plan):
    """The variables at 1 that say what the plan says."""
    steps = collections.defaultdict(list)
    for step in plan["steps"]:
        steps[step["area"]].append(step)
    options = [option_of(planning, area, parts) for area, parts in steps.items()]
    uses = {(o.position, o.tool) for o in options}
    chosen = {planning.choose[o] for o in options}
    chosen |= {planning.position[p] for p, _ in uses} | {planning.use[use] for use in uses}
    chosen |= {name for p, name in planning.both.items() if sum(q == p for q, _ in uses) > 1}
    chosen |= {name for place, name in planning.made.items()
               if planning.owed[place] & set(steps)}
    # One tool of the pair may stay unused; whichever makes a plan of it will do.
    tools = {tool for _, tool in uses}
    pairs = [name for pair, name in planning.pair.items() if tools <= set(pair)]
    if not pairs:
        raise NoPoint(f"it uses {len(tools)} tools")
    broken = {name: planning.model.broken(chosen | {name}) for name in pairs}
    pair = min(pairs, key=lambda name: len(broken[name]))
    if broken[pair]:
        raise NoPoint(f"it breaks {', '.join(broken[pair])}")
    return chosen | {pair}


def option_of(planning, area, parts):
    """The option that these steps for one area are."""
    first = parts[0]
    sides = tuple(sorted(side for part in parts for side in (
        BOTH if part["side"] in ("both", "middle") else (part["side"],))))
    alike = all(part[key] == first[key] for part in parts
                for key in ("technique", "tool", "variant", "seconds"))
    for option in planning.options if alike else ():
        if (option.area, option.technique, option.variant, option.dose, option.sides) == (
                area, first["technique"], first["variant"], first["seconds"], sides) \
                and planning.envelope.tools[option.tool]["id"] == first["tool"]:
            return option
    raise NoPoint("no option is " + "; ".join(step_text(part) for part in parts))


def step_text(step):
    return " ".join(str(step.get(key)) for key in (
        "area", "side", "technique", "tool", "variant", "seconds"))


def told(planning, plan, verdict):
    """Both answers, for people."""
    lines = [f"request  {json.dumps(planning.request, ensure_ascii=False)}",
             f"program  {_worth(verdict.worth, plan.get('outcome'))}"]
    lines += ["         " + step_text(step) for step in plan.get("steps", ())]
    lines.append(f"optimum  {_worth(verdict.optimum, 'refused')}")
    lines += [f"         {o.area} {' and '.join(o.sides)} {o.technique} "
              f"{planning.envelope.tools[o.tool]['id']} {o.variant} {o.dose}, "
              f"benefit {o.value}, {o.cost} s"
              for o, name in planning.choose.items() if name in (verdict.chosen or ())]
    return "\n".join(lines)


def _worth(worth, otherwise):
    return otherwise if worth is None else "owed offers made {}, benefit {}, {} s".format(*worth)
