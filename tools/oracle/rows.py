"""The rows of knowledge/ as look-up tables: what places, techniques, tools and numbers there are."""

import itertools
import pathlib
import tomllib

BOTH = ("left", "right")
SIDES = {"left": ("left",), "right": ("right",), "both": BOTH, "middle": BOTH, None: BOTH}


class Rows:
    """Everything the model asks of the knowledge. `numbers[rule or setting][key]` are its values."""

    def __init__(self, tables):
        by_id = lambda table: {row["id"]: row for row in tables[table]}
        self.areas, self.zones, self.regions = by_id("area"), by_id("zone"), by_id("region")
        self.places = {**self.areas, **self.zones, **self.regions}
        self.conditions, self.rules = by_id("condition"), by_id("rule")
        self.goals, self.activities = by_id("goal"), by_id("activity")
        self.techniques = by_id("technique")
        self.numbers = {row["id"]: {n["key"]: n["value"] for n in row.get("number", [])}
                        for row in tables["rule"] + tables["setting"]}
        self.doses = sorted(tables["dose"], key=lambda row: row["seconds"])
        self.contact = {(row["kind"], row["density"], row["surface"]): row["area_mm2"]
                        for row in tables["contact"]}
        # A position is a posture at a support; its number is its place in the catalogue.
        self.positions = [(row["id"], row["place"]) for row in tables["position"]]
        self.position_setup = {(row["id"], row["place"]): row["setup_seconds"]
                               for row in tables["position"]}
        self.by_area = {area: [t for t in self.techniques.values() if t["area"] == area]
                        for area in self.areas}
        self._muscles()

    def _muscles(self):
        muscles = {area: set(row["muscles"]) for area, row in self.areas.items()}
        self.muscles = muscles
        self.overlaps = {a: {b for b in muscles if b != a and muscles[a] & muscles[b]}
                         for a in muscles}
        # Areas linked by shared muscles, directly or over a third, are one group.
        self.groups, seen = [], set()
        for area in muscles:
            group, reach = set(), {area} - seen
            while reach:
                group |= reach
                reach = set(itertools.chain(*(self.overlaps[a] for a in reach))) - group
            seen |= group
            if group:
                self.groups.append(sorted(group))

    @classmethod
    def load(cls, folder):
        tables = {}
        for path in sorted(pathlib.Path(folder).rglob("*.toml")):
            with open(path, "rb") as file:
                for table, entries in tomllib.load(file).items():
                    if isinstance(entries, list):
                        tables.setdefault(table, []).extend(entries)
        return cls(tables)

    def middle(self, place):
        return self.places[place]["sides"] == "middle"

    def sides_of(self, place, side):
        """A side named for a place that lies in the middle counts for the whole place."""
        return BOTH if self.middle(place) else SIDES[side]

    def named(self, place):
        """The areas treated as if named: the area itself, or what a zone or region covers."""
        return (place,) if place in self.areas else tuple(self.places[place]["covers"])

    def around(self, place):
        """The areas offered instead: an area's neighbours, what lies around a zone or region."""
        row = self.places[place]
        return tuple(row["neighbours"] if place in self.areas else row["around"])

    def intensity(self, technique, tool, variant, hectograms):
        """1..10: pressure in steps of `pascals_per_index`, rounded to the nearest."""
        share = next(v["load_permille"] for v in technique["variant"] if v["kind"] == variant)
        area = self.contact[(tool["kind"], tool["density"], tool["surface"])]
        step = self.numbers["pressure"]["pascals_per_index"]
        # hectograms x 0.1 kg x permille x 9.81 m/s2 over mm2: both thousands and the
        # millions of mm2 in a m2 leave a factor of 981.
        pascals = hectograms * share * 981 // area
        return min(10, max(1, (pascals + step // 2) // step))


def rung_of(tool):
    """soft smooth 1, medium smooth 2, firm smooth 3, textured 4."""
    if tool["surface"] == "textured":
        return 4
    return {"soft": 1, "medium": 2, "firm": 3}[tool["density"]]
