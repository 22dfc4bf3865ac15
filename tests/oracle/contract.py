"""The contract's numbers, and what the product knows about bodies, techniques and tools.

The numbers are written out here on purpose: a second reading of the table, not a copy of the
rows in knowledge/rules.
"""

import datetime
import pathlib
import re
import tomllib

# ---------------------------------------------------------------- the numbers of the contract

DOSE_MIN, DOSE_MAX = 30, 90                 # dose_range
WARM_UP_MAX, WARM_UP_GAP_MINUTES = 60, 5    # warm_up_cap
HOLD_MAX = 30                               # spot_hold
PACE_MIN, PACE_MAX, PACE_MIN_NEW = 2, 6, 3  # pace
RUNGS = {("soft", "smooth"): 1, ("medium", "smooth"): 2, ("firm", "smooth"): 3}
RUNG_TEXTURED = 4                           # soft_first: textured, whatever the density
BASE_INTENSITY = {"new": 3, "regular": 6, "seasoned": 6}    # rungs 1 and 2
NEW_THIRD_INTENSITY, NEW_THIRD_SECONDS, NEW_THIRD_LEVEL = 2, 60, 4
REGULAR_THIRD_INTENSITY = 3
LADDER_INTENSITY = 6                        # with history: the same rung or the next
AGAIN_CLEAN, UP_CLEAN, UP_LEVEL, UP_MEDIAN, BACK_LEVEL = 1, 3, 6, 5, 7
INTENSITY_NOBODY_ABOVE = 8
MASS_HECTOGRAMS = 750
BAR_LEVEL = 7                               # around_the_pain: any kind at this level
LOADED_LEVEL = 4                            # around_the_pain: pain in a loaded part
LOADED_PARTS = frozenset({"wrist", "elbow", "shoulder_joint", "knee", "low_back", "neck"})
REFER_LEVEL = 8                             # refer
CALF_AND_THIGH = frozenset({"calves", "soleus", "hamstrings", "quadriceps", "adductors"})
LEG_SYMPTOM_AREAS = ("glutes", "piriformis", "hamstrings", "calves")
NO_HARD_BALL = frozenset({"glutes", "gluteus_medius", "piriformis"})      # never_zones
LOW_BACK_OFFER = ("glutes", "piriformis", "hamstrings")
ZONES_NEVER = frozenset({"low_back", "neck", "armpit", "groin", "back_of_knee", "outer_knee",
                         "elbow_crease", "bony_points", "abdomen", "kidneys", "it_band"})
MINUTES_MAX = 20                            # budget
AREAS_MAX, TOOLS_MAX = 8, 2                 # groups
TIMES_MAX = 2                               # spacing: twice in 24 hours already
SCREENING_HOURS = 24                        # screening
GENTLE_SECONDS, GENTLE_LEVEL, GENTLE_SECOND_INTENSITY = 60, 4, 2
AGE_MIN, AGE_ADULT, AGE_OLD_ABOVE = 13, 16, 75            # bodies
SLOW_FACTOR = 2
LEVEL_TARGET_MAX = 6                        # evidence 0.4: aim at 3 to 6, warn at 7

BAD_AFTER = frozenset({"bruise", "tingling", "swelling"})
BOTH = ("left", "right")
SIDES = {"left": ("left",), "right": ("right",), "both": BOTH, "middle": BOTH, None: BOTH}

ID = re.compile(r"[a-z][a-z0-9_]*\Z")
UUID8 = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\Z")

PLAN_KEYS = ("format", "id", "made", "knowledge", "request", "outcome", "total_seconds", "steps",
             "left_out", "advice", "refusal", "urgent")
STEP_KEYS = ("area", "side", "technique", "motion", "tool", "place", "position", "variant", "rung",
             "intensity", "setup_seconds", "sets", "rest_seconds", "seconds", "seconds_per_pass",
             "level_target", "alternatives", "why")
ALTERNATIVE_KEYS = ("technique", "tool", "variant", "rung", "intensity")
REFUSAL_KEYS = ("rule", "says", "asked", "limit", "unit", "source", "would_change")

# The contract names the reasons of a refusal in words; these are the rules they can be filed
# under. AMBIGUOUS: the order's "condition", "pain" and "ladder" are no rule ids.
REASON_RULES = {"screening": ("screening",), "bodies": ("bodies",),
                "condition": ("condition", "conditions", "screening")}


def whole(value):
    return isinstance(value, int) and not isinstance(value, bool)


def text(value):
    return isinstance(value, str) and value.strip() != ""


def instant(value):
    try:
        moment = datetime.datetime.fromisoformat(value)
    except (TypeError, ValueError):
        return None
    return moment if moment.tzinfo is not None else None


# ---------------------------------------------------------------- what the product knows

class Knowledge:
    """The rows of knowledge/ this judge needs, as look-up tables. No number of a rule."""

    def __init__(self, rows):
        by_id = lambda table: {row["id"]: row for row in rows.get(table, [])}
        self.areas, self.zones, self.regions = by_id("area"), by_id("zone"), by_id("region")
        self.places = {**self.areas, **self.zones, **self.regions}
        self.conditions, self.red_flags = by_id("condition"), by_id("red_flag")
        self.rules = by_id("rule")
        self.activities = by_id("activity")
        self.languages = [row["id"] for row in rows.get("language", [])]
        self.positions = {(row["id"], row["place"]): row for row in rows.get("position", [])}
        self.muscles = {a: tuple(row["muscles"]) for a, row in self.areas.items()}
        self.overlaps = {a: tuple(b for b in self.areas if b != a
                                  and set(self.muscles[a]) & set(self.muscles[b]))
                         for a in self.areas}
        pauses = {n["key"]: n["value"] for row in rows.get("setting", []) if row["id"] == "session"
                  for n in row["number"]}
        self.switch_side = pauses.get("switch_side_seconds", 1)
        self.slack = self.switch_side + pauses.get("change_tool_seconds", 5)
        contact = {(row["kind"], row["density"], row["surface"]): row["area_mm2"]
                   for row in rows.get("contact", [])}
        self.contact = contact
        self.techniques, self.by_area = {}, {a: [] for a in self.areas}
        for row in rows.get("technique", []):
            technique = dict(row)
            technique["loads_set"] = frozenset(row.get("loads", ()))
            technique["load"] = {v["kind"]: v["load_permille"] for v in row["variant"]}
            self.techniques[row["id"]] = technique
            self.by_area.setdefault(row["area"], []).append(technique)
        # Named (or covered) areas, and what is offered instead, for every place.
        self.named, self.offered = {}, {}
        for place, row in self.places.items():
            is_area = place in self.areas
            self.named[place] = (place,) if is_area else tuple(row.get("covers", ()))
            self.offered[place] = tuple(row["neighbours"] if is_area else row.get("around", ()))

    @classmethod
    def load(cls, folder):
        rows = {}
        for path in sorted(pathlib.Path(folder).rglob("*.toml")):
            with open(path, "rb") as file:
                for table, entries in tomllib.load(file).items():
                    if isinstance(entries, list):
                        rows.setdefault(table, []).extend(entries)
        return cls(rows)

    def sides_of(self, place, side):
        """A side named for a place without sides counts for the whole place."""
        row = self.places.get(place)
        if row is not None and row.get("sides") == "middle":
            return BOTH
        return SIDES.get(side, BOTH)

    def intensity(self, technique, tool, variant, hectograms):
        """1..10 from pascals = hectograms x permille x 981 / mm2; 15 kPa are one point."""
        area = self.contact[(tool["kind"], tool["density"], tool["surface"])]
        pascals = hectograms * technique["load"][variant] * 981 // area
        return min(10, max(1, (pascals + 7500) // 15000))


def rung_of(tool):
    if tool["surface"] == "textured":
        return RUNG_TEXTURED
    return RUNGS[(tool["density"], tool["surface"])]
