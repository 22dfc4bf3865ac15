"""The planner's model of docs/planner.md, written from that page, the rules and the knowledge."""

import datetime
import itertools
from dataclasses import dataclass

from envelope import Envelope, instant
from lp import Model
from rows import BOTH

POSITIONS_MOST = 4      # docs/planner.md, 4


@dataclass(frozen=True)
class Option:
    """A technique with a tool, a dose, and sides. `cost` is in seconds, set-ups included."""

    area: str
    technique: str
    tool: int           # its index in the request
    variant: str
    position: int       # its index in the catalogue
    fit: int
    sides: tuple
    dose: int
    value: int
    cost: int


class Planning:
    """Everything that can be chosen for a request, and the linear model of choosing the best."""

    def __init__(self, request, rows):
        self.rows, self.n, self.request = rows, rows.numbers, request
        self.envelope = Envelope(request, rows)
        self.need = {(area, side): self._need(area, side) for area in rows.areas for side in BOTH}
        self.options, self.owed = [], {}
        if not self.envelope.refused:
            self._choose_menu()
        self._pairs()
        self._model()

    # ---------------------------------------------------------------- need (2)

    def _need(self, area, side):
        n, request = self.n["benefit"], self.request
        need = n["need_base"]
        goal = self.rows.goals[self.envelope.goal]["weights"].get(area, 0)
        need += goal * n["need_goal_percent"] // 100
        if request.get("activity"):
            used = self.rows.activities[request["activity"]]["weights"].get(area, 0)
            need += used * used * n["need_activity_percent"] // 10000
        named, around = [0], [0]
        for entry in self.envelope.feel:
            place, kind, level = entry["at"], entry["kind"], entry.get("level")
            if side not in self.rows.sides_of(place, entry.get("side")):
                continue
            strength = n["need_per_level"] * (n["need_default_level"] if level is None else level)
            if area in self.rows.named(place) and kind in ("tight", "sore"):
                named.append(n["need_" + kind] + strength)
            hurts = kind == "pain" or (level is not None and
                                       level >= self.n["around_the_pain"]["bar_level_min"])
            itself = place in self.rows.areas or (place in self.rows.regions
                                                  and self.rows.named(place))
            if area in self.rows.around(place) and kind != "injury" and (hurts or not itself):
                around.append(n["need_around"] + strength)
        wishes = {e["at"] for e in request.get("want") or []
                  if side in self.rows.sides_of(e["at"], e.get("side"))}
        wished = any(area in self.rows.named(place) for place in wishes)
        # Who wishes for what is never rolled and covers nothing is offered what lies around.
        around += [n["need_around"] for place in wishes
                   if not self.rows.named(place) and area in self.rows.around(place)]
        need += max(named) + max(around) + (n["need_want"] if wished else 0)
        if self._recent(area, side):
            need = need * n["need_recent_percent"] // 100
        return max(1, need)

    def _recent(self, area, side):
        hours = datetime.timedelta(hours=self.n["benefit"]["recent_hours"])
        return any(e["area"] == area and side in self.rows.sides_of(area, e.get("side"))
                   and e.get("last") and self.envelope.now - instant(e["last"]) < hours
                   for e in self.request.get("history") or [])

    # ---------------------------------------------------------------- options (3)

    def _ways(self, area):
        """(technique, tool, variant, fit, {side: most seconds}) of everything lawful."""
        for technique in self.rows.by_area[area]:
            for index, tool in enumerate(self.envelope.tools):
                if not self.envelope.way_open(technique, tool):
                    continue
                variant, seconds = self._variant(technique, tool)
                fit = technique["fit"]
                if technique["place"] == "floor" and self.envelope.slow:
                    fit = fit * self.n["benefit"]["slow_floor_fit_percent"] // 100
                if seconds:
                    yield technique, index, variant, fit, seconds

    def _variant(self, technique, tool):
        lighter = self.envelope.gentle or self.envelope.ladder.new_to(technique["area"])
        order = ("lighter", "standard") if lighter else ("standard", "lighter")
        least, found = self.n["dose_range"]["min_seconds"], []
        for variant in order:
            seconds = {side: self.envelope.seconds(technique, tool, variant, side)
                       for side in BOTH}
            found.append((variant, {s: most for s, most in seconds.items() if most >= least}))
        return max(found, key=lambda way: len(way[1]))      # of equals, the first

    def _choose_menu(self):
        """One side alone is on the menu everywhere when, without, nothing fits or not every owed
        offer can be made."""
        self.options = self._options()
        any_side = self._options(anywhere=True) if self.envelope.lopsided else self.options
        self.owed = self._owed(self._standing(any_side))
        standing = self._standing(self.options)
        if not standing or any(not areas & standing for areas in self.owed.values()):
            self.options = any_side

    def _options(self, anywhere=False):
        options = []
        for area in self.rows.areas:
            ways = list(self._ways(area))
            for way in ways:
                alone = BOTH if anywhere else self._alone(area, ways)
                options += self._of_way(area, way, alone)
        return options

    def _alone(self, area, ways):
        """Sides that may be rolled without the other."""
        if not self.envelope.lopsided:
            return ()
        none_on_both = not any(len(seconds) == 2 for *_, seconds in ways)
        return tuple(side for side, other in (BOTH, BOTH[::-1])
                     if not self.envelope.open(area, other) or none_on_both
                     or self.need[area, side] > self.need[area, other])

    def _of_way(self, area, way, alone):
        technique, tool, variant, fit, seconds = way
        at_once = technique["laterality"] == "both" or self.rows.middle(area)
        choices = [BOTH] if len(seconds) == 2 else []
        if not at_once:
            choices += [(side,) for side in alone if side in seconds]
        for sides in choices:
            for dose in self.rows.doses:
                if dose["seconds"] > min(seconds[side] for side in sides):
                    continue
                sets = dose["hold_sets" if technique["motion"] == "hold" else "stroke_sets"]
                step = (technique["setup_seconds"] * self.envelope.setup_factor + sum(sets)
                        + (len(sets) - 1) * self.n["session"]["rest_seconds"])
                need = sum(self.need[area, side] for side in sides)
                yield Option(area, technique["id"], tool, variant,
                             self.rows.positions.index((technique["position"], technique["place"])),
                             fit, sides, dose["seconds"],
                             need * dose["response_permille"] * fit,
                             step if at_once else step * len(sides))

    # ---------------------------------------------------------------- a plan (4)

    def _owed(self, standing):
        """{place: the areas owed to the complaint there that can stand}, each set once."""
        owed = {}
        for place in sorted(self.envelope.owed):
            areas = set(self.envelope.owed[place]) & standing
            if areas and areas not in owed.values():
                owed[place] = areas
        return owed

    def _standing(self, options):
        """The areas that some option alone fits the time with."""
        change = self.n["session"]["change_tool_seconds"]
        return {o.area for o in options if o.cost + self.envelope.setup_factor * (
            self.rows.position_setup[self.rows.positions[o.position]] + change)
            <= self.envelope.budget}

    def _pairs(self):
        useful = sorted({option.tool for option in self.options})
        most = min(self.n["groups"]["max_tools"], len(useful))
        self.pairs = list(itertools.combinations(useful, most))

    def _model(self):
        """Rows that hold exactly for what docs/planner.md calls a plan."""
        m = self.model = Model()
        self.choose = {o: m.variable("do", o.technique, _t(o.tool), o.variant,
                                     "_and_".join(o.sides), o.dose) for o in self.options}
        self.pair = {pair: m.variable("tools", *(_t(t) for t in pair))
                     for pair in self.pairs}
        self.position = {p: m.variable("open", *self.rows.positions[p])
                         for p in sorted({o.position for o in self.options})}
        self.use = {(p, t): m.variable("use", *self.rows.positions[p], _t(t))
                    for p, t in sorted({(o.position, o.tool) for o in self.options})}
        self.both = {p: m.variable("both", *self.rows.positions[p]) for p in self.position
                     if sum(1 for q, _ in self.use if q == p) > 1}
        self.benefit = {self.choose[o]: o.value for o in self.options if o.value}
        self._rows_of_areas()
        self._rows_of_tools()
        self._rows_of_best_fit()
        self._rows_of_time()
        self._rows_of_offers()

    def _rows_of_areas(self):
        m, by_area = self.model, self._by(lambda o: o.area)
        m.note("A plan has at least one step; without one the answer is a refusal.")
        m.row("some_step", [(1, self.choose[o]) for o in self.options], ">=", 1)
        m.note("Each area, and of areas linked by shared muscles one, in at most one option.")
        for group in self.rows.groups:
            options = [o for area in group for o in by_area.get(area, ())]
            m.row("group_" + group[0], [(1, self.choose[o]) for o in options], "<=", 1)
        m.note("At most so many areas as the rule `groups` says.")
        m.row("areas", [(1, self.choose[o]) for o in self.options], "<=",
              self.n["groups"]["max_areas"])
        m.note("At most four positions.")
        m.row("positions", [(1, name) for name in self.position.values()], "<=", POSITIONS_MOST)

    def _rows_of_tools(self):
        m = self.model
        m.note("One pair of tools, and of it only what is used.")
        m.row("pair", [(1, name) for name in self.pair.values()], "=", 1)
        for (area, p, t), options in self._by(lambda o: (o.area, o.position, o.tool)).items():
            m.row(f"hold_{area}_{self._p(p)}_{_t(t)}", [(1, self.choose[o]) for o in options]
                  + [(-1, self.use[p, t])], "<=", 0)
        for (p, t), use in self.use.items():
            m.row(f"own_{self._p(p)}_{_t(t)}", [(1, use), *((-1, self.pair[c]) for c in self.pairs if t in c)],
                  "<=", 0)
        m.note("A position in which both tools are used pays for the change.")
        for p, both in self.both.items():
            uses = [(1, name) for (q, _), name in self.use.items() if q == p]
            m.row("change_" + self._p(p), [*uses, (-1, both)], "<=", 1)

    def _rows_of_best_fit(self):
        """An area lies in the open position whose best technique, with this pair, fits best."""
        m = self.model
        m.note("An area is rolled in an open position only.")
        for (area, p), options in self._by(lambda o: (o.area, o.position)).items():
            m.row(f"in_{area}_{self._p(p)}", [(1, self.choose[o]) for o in options]
                  + [(-1, self.position[p])], "<=", 0)
        m.note("It is not rolled there while another open position fits it better, with this pair.")
        for area, options in self._by(lambda o: o.area).items():
            fits = {}
            for o in options:
                for pair in self.pairs:
                    if o.tool in pair:
                        at = fits.setdefault(pair, {})
                        at[o.position] = max(at.get(o.position, 0), o.fit)
            places = sorted({o.position for o in options})
            for p, q in itertools.permutations(places, 2):
                # Of equals the position that comes first in the catalogue.
                beaten = [pair for pair, at in fits.items()
                          if p in at and q in at and (-at[q], q) < (-at[p], p)]
                if beaten:
                    self._row_beaten(area, p, q, beaten, [o for o in options if o.position == p])

    def _row_beaten(self, area, p, q, beaten, options):
        terms = [(1, self.choose[o]) for o in options] + [(1, self.position[q])]
        if len(beaten) < len(self.pairs):
            terms += [(1, self.pair[pair]) for pair in beaten]
        self.model.row(f"better_{area}_{self._p(q)}_than_{self._p(p)}", terms, "<=",
                       1 if len(beaten) == len(self.pairs) else 2)

    def _time(self):
        """(seconds, variable) of everything that takes time."""
        factor, change = self.envelope.setup_factor, self.n["session"]["change_tool_seconds"]
        for p, name in self.position.items():
            yield (self.rows.position_setup[self.rows.positions[p]] + change) * factor, name
        for name in self.both.values():
            yield change * factor, name
        for o in self.options:
            yield o.cost, self.choose[o]

    def _rows_of_time(self):
        self.time = {name: seconds for seconds, name in self._time()}
        self.model.note("Set-ups, changes of tools, sets and rests fit the time, in seconds.")
        self.model.row("time", [(s, name) for name, s in self.time.items()], "<=",
                       self.envelope.budget)

    def _rows_of_offers(self):
        """made_<place> is 1 only if one of the areas owed to the complaint there is rolled."""
        self.made = {place: self.model.variable("made", place) for place in self.owed}
        self.model.note("An owed offer is made by rolling one of its areas.")
        for place, name in self.made.items():
            self.model.row("offer_" + place, [(1, name)] + [
                (-1, self.choose[o]) for o in self.options
                if o.area in self.owed[place]], "<=", 0)

    def _p(self, position):
        return "_".join(self.rows.positions[position])

    def _by(self, key):
        groups = {}
        for option in self.options:
            groups.setdefault(key(option), []).append(option)
        return groups

    # ---------------------------------------------------------------- points of the model

    def worth(self, chosen):
        """(owed offers made, benefit, seconds) of a point, given as the variables at 1."""
        return (sum(name in chosen for name in self.made.values()),
                sum(v for name, v in self.benefit.items() if name in chosen),
                sum(s for name, s in self.time.items() if name in chosen))


def _t(tool):
    """How the model calls a tool: t1, t2, ... in the order of the request."""
    return f"t{tool + 1}"
