"""The optimum of a model: most owed offers, then most benefit, then least time."""

import json
import math

import cbc


def solve(planning, solver=cbc.solve):
    """The variables at 1 of a best plan, or None when the model holds no plan."""
    text, chosen = most_benefit(planning, solver)
    if chosen is None:
        return None
    made, worth, _ = checked(planning, chosen)
    quick = solver(least_time(planning, made, worth))
    if quick is None or checked(planning, quick)[:2] != (made, worth):
        raise cbc.Failed(f"its best plan is worth {made, worth}, its quickest another sum")
    return quick


def most_benefit(planning, solver=cbc.solve):
    """(the LP file, the variables at 1 of a plan with the most offers and benefit or None)."""
    text, chosen = benefit(planning), None
    if planning.options:
        for made in range(len(planning.owed), -1, -1):      # the most owed offers come first
            text = benefit(planning, made)
            chosen = solver(text)
            if chosen is not None:
                break
    return text, chosen


def checked(planning, chosen):
    """What a point is worth, after every row was added up again in whole numbers."""
    broken = planning.model.broken(chosen)
    if broken:
        raise cbc.Failed(f"the solver's answer breaks {broken}")
    return planning.worth(chosen)


def benefit(planning, made=0):
    """The LP file: the most benefit with at least so many owed offers made."""
    shared, scaled = in_units(planning)
    return _offers(planning, made).text(scaled, "Maximize",
                                        _title(planning, f"the benefit, in units of {shared}"))


def least_time(planning, made, worth):
    """The LP file: the least time with so many offers made and that benefit."""
    shared, scaled = in_units(planning)
    model = _offers(planning, made)
    model.note("The highest benefit there is.")
    model.row("benefit", [(v, name) for name, v in scaled.items()], ">=", worth // shared)
    return model.text(planning.time, "Minimize", _title(planning, "the time in seconds"))


def in_units(planning):
    """Benefits divided by what divides them all: smaller numbers round better in solvers."""
    shared = math.gcd(*planning.benefit.values()) or 1
    return shared, {name: value // shared for name, value in planning.benefit.items()}


def _offers(planning, made):
    model = planning.model.copy()
    if made:
        model.note("As many owed offers as any plan makes.")
        model.row("offers", [(1, name) for name in planning.made.values()], ">=", made)
    return model


def _title(planning, goal):
    lines = ["The planner's model (docs/planner.md) for one request.", f"The goal is {goal}."]
    lines += [f"t{i + 1}: {tool['density']} {tool['surface']} {tool['kind']} "
              f"{json.dumps(tool['id'])}" for i, tool in enumerate(planning.envelope.tools)]
    return "\n".join(lines)
