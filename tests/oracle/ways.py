"""One way of rolling one place: what speaks against it, and what is clearly possible."""

from contract import (AGAIN_CLEAN, BASE_INTENSITY, BOTH, DOSE_MIN, GENTLE_SECOND_INTENSITY,
                      INTENSITY_NOBODY_ABOVE, LADDER_INTENSITY, NEW_THIRD_INTENSITY,
                      NEW_THIRD_LEVEL, NO_HARD_BALL, REGULAR_THIRD_INTENSITY, SLOW_FACTOR, UP_CLEAN,
                      rung_of)
from asked import Asked


# ---------------------------------------------------------------- one way of rolling one place

def tool_objections(asked, technique, tool):
    """Whether this technique may be done with this tool here, wherever on the body."""
    if tool["kind"] != technique["tool"]:
        yield "own_tools", f"{technique['id']} is done with a {technique['tool']}"
    if technique["place"] not in asked.at:
        yield "own_tools", f"{technique['place']} is not among the places given"
    if technique["place"] == "floor" and asked.transfer == "no":
        yield "bodies", "on the floor"
    bars = asked.tool_bars
    if bars:
        if tool["kind"] in bars:
            yield "condition", f"{tool['kind']} barred"
        if "textured" in bars and tool["surface"] == "textured":
            yield "condition", "textured tool barred"
        if "firm" in bars and tool["density"] == "firm":
            yield "condition", "firm tool barred"
        if "temperature" in bars and tool.get("temperature") is not None:
            yield "condition", "heat or cold barred"
        if "vibration" in bars and tool.get("vibration"):
            yield "condition", "vibration barred"
    if technique["position"] in asked.positions_barred:
        yield "condition", f"position {technique['position']} barred"
    if asked.loaded_barred:
        for part in technique["loads_set"]:
            if part in asked.loaded_barred:
                yield asked.loaded_barred[part], f"{technique['id']} leans on {part}"
    if tool["kind"] == "ball" and technique["area"] in NO_HARD_BALL and \
            (tool["density"] == "firm" or tool["surface"] == "textured"):
        yield "never_zones", f"a firm or textured ball on {technique['area']}"


def ladder_verdict(asked, area, side, rung, intensity, variant, level_high):
    """(objection or None, whether only the newcomer's rung-3 clause allows it)."""
    if intensity > INTENSITY_NOBODY_ABOVE:
        return "intensity above 8", False
    ladder = asked.ladder.get((area, side))
    if ladder is not None:
        highest = ladder.highest()
        if highest is not None and rung > highest:
            return f"rung {rung} after a setback, at most {highest}", False
        if ladder.rung is not None and intensity <= LADDER_INTENSITY:
            if rung == ladder.rung and ladder.clean >= AGAIN_CLEAN:
                return None, False
            if rung == ladder.rung + 1 and ladder.clean >= UP_CLEAN and ladder.levels_good:
                return None, False
    experience = asked.experience
    if rung <= 2:
        limit = BASE_INTENSITY[experience]
        return (None if intensity <= limit
                else f"intensity {intensity} on rung {rung} for {experience}, limit {limit}"), False
    if rung == 3:
        if experience == "new":
            if intensity > NEW_THIRD_INTENSITY:
                return f"intensity {intensity} on rung 3 for new", False
            if level_high > NEW_THIRD_LEVEL:
                return f"level target {level_high} on rung 3 for new", False
            return None, True
        limit = REGULAR_THIRD_INTENSITY if experience == "regular" else BASE_INTENSITY["seasoned"]
        return (None if intensity <= limit
                else f"intensity {intensity} on rung 3 for {experience}, limit {limit}"), False
    if experience == "seasoned" and variant == "lighter" and \
            intensity <= BASE_INTENSITY["seasoned"]:
        return None, False
    return f"rung 4 for {experience} in the {variant} variant", False


def way_objections(asked, technique, tool, variant, sides, level_high):
    """Objections to rolling technique's area on `sides` this way. Yields (rule, text)."""
    yield from tool_objections(asked, technique, tool)
    rung = rung_of(tool)
    intensity = asked.k.intensity(technique, tool, variant, asked.hectograms)
    area = technique["area"]
    for side in sides:
        objection, _ = ladder_verdict(asked, area, side, rung, intensity, variant, level_high)
        if objection is not None:
            effect = asked.ladder.get((area, side))
            rule = "soft_first"
            if effect is not None and "setback" in objection and not effect.back:
                rule = "after_effects"
            yield rule, f"{area} {side}: {objection}"
    if asked.gentle and not (rung == 1 or (rung == 2 and intensity <= GENTLE_SECOND_INTENSITY)):
        yield "gentle", f"rung {rung} at intensity {intensity}"
    if asked.slow and variant != "lighter":
        yield "bodies", f"variant {variant} where lighter is due"


# ---------------------------------------------------------------- what is clearly possible

def _clear_sides(asked, area):
    """(sides of an area that are clearly free, whether a side was clearly barred)."""
    free, barred = [], 0
    for side in BOTH:
        key = (area, side)
        if key in asked.barred or key in asked.wishes:
            barred += 1
        elif key not in asked.maybe_barred:
            free.append(side)
    return free, barred


def _clear_way(asked, technique, tool, sides):
    """A variant in which this clearly may be done for 30 s, or None. Base ladder only."""
    for _ in tool_objections(asked, technique, tool):
        return None
    if technique["loads_set"] & asked.maybe_loaded:
        return None
    rung = rung_of(tool)
    if rung > 2:
        return None
    for variant in ("lighter",) if asked.slow else ("lighter", "standard"):
        if variant not in technique["load"]:
            continue
        intensity = asked.k.intensity(technique, tool, variant, asked.hectograms)
        if intensity > BASE_INTENSITY[asked.experience]:
            continue
        if asked.gentle and rung == 2 and intensity > GENTLE_SECOND_INTENSITY:
            continue
        for side in sides:
            ladder = asked.ladder.get((technique["area"], side))
            highest = ladder.highest() if ladder is not None else None
            if highest is not None and rung > highest:
                break
        else:
            return variant
    return None


def clearly_possible(asked, area):
    """Steps (technique, tool, variant, side, setup) of 30 s each, lawful by themselves; or None."""
    free, barred = _clear_sides(asked, area)
    if not free:
        return None
    if not asked.at_given:
        return None
    middle = asked.k.areas[area].get("sides") == "middle"
    for technique in asked.k.by_area.get(area, ()):
        at_once = technique["laterality"] == "both" or middle
        if at_once:
            if len(free) < 2:
                continue
            rounds = ("middle",) if middle else ("both",)
        else:
            # Both sides where both are free; one where the other is barred, which is a reason.
            if len(free) == 1 and not (barred and asked.lopsided):
                continue
            rounds = tuple(free)
        position = asked.k.positions.get((technique["position"], technique["place"]))
        setup = technique["setup_seconds"] + (position["setup_seconds"] if position else 60)
        setup += asked.k.slack
        if asked.slow:
            setup *= SLOW_FACTOR
        if len(rounds) * (DOSE_MIN + setup) > asked.sure_budget:
            continue
        for tool in asked.tools.values():
            variant = _clear_way(asked, technique, tool, free)
            if variant is not None:
                return [(technique, tool, variant, side, setup) for side in rounds]
    return None


def must_plan(request, knowledge, made=None, asked=None):
    """True only when a lawful plan clearly exists, so that refusing would be a failure."""
    asked = asked or Asked(request, knowledge, made)
    if asked.hard or asked.doubt:
        return False
    return any(clearly_possible(asked, area) for area in knowledge.areas)
