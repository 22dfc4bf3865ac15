"""Random requests for the oracle: varied, valid, and the same for the same seed and knowledge."""

import datetime
import importlib.util
import pathlib
import random

from rows import BOTH

PLACES = ("floor", "wall", "chair", "bed")
GENERATOR = pathlib.Path(__file__).resolve().parents[2] / "tests" / "oracle" / "requests.py"


def _everybody():
    """tests/oracle/requests.py: everything a person can say, what breaks things included."""
    spec = importlib.util.spec_from_file_location("oracle_requests", GENERATOR)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class _Known:
    """The knowledge, as tests/oracle/requests.py wants it."""

    def __init__(self, rows):
        self.areas, self.zones, self.regions, self.places = (rows.areas, rows.zones, rows.regions,
                                                             rows.places)
        self.activities, self.conditions = rows.activities, rows.conditions
        self.red_flags, self.languages = {}, ["en"]


class People:
    """`take(n)`: in turn anybody, as tests/oracle makes them; with up to four tools; with two soft
    ones, much time and a painful joint, so that every position counts; and with up to ten."""

    def __init__(self, rows, seed):
        self.rows, self.random = rows, random.Random(f"oracle/{seed}")
        everybody = _everybody()
        self.stamp = everybody.stamp
        self.generator = everybody.Generator(_Known(rows), f"oracle/{seed}")

    def take(self, count):
        kinds = (self.generator.any, self._some_tools, self._two_soft_tools, self._many_tools)
        return [kinds[i % len(kinds)]() for i in range(count)]

    def _plannable(self):
        """Somebody who is not refused at once."""
        r = self.random
        request = self.generator.ordinary()
        now = datetime.datetime.fromisoformat(request["now"])
        request["red_flags"] = {"screened": True, "at": self.stamp(now), "present": []}
        request["conditions"] = [
            c for c in request.get("conditions", [])
            if not self._refuses(c) and r.random() < 0.5]
        person = request.setdefault("person", {})
        if person.get("age") is not None and person["age"] < 13:
            person["age"] = 13
        if r.random() < 0.8:
            request["starts_in_minutes"] = None
        return request

    def _some_tools(self):
        request, r = self._plannable(), self.random
        request["minutes"] = r.choice((3, 5, 8, 10))
        request["tools"] = self._tools(r.choice((1, 2, 3, 4)))
        if r.random() < 0.5:
            request["at"] = list(PLACES)
        return request

    def _two_soft_tools(self):
        request, r = self._plannable(), self.random
        request.update(minutes=r.choice((12, 15, 15, 18, 20)), at=list(PLACES))
        request["tools"] = [{"id": kind, "kind": kind, "density": "soft", "surface": "smooth"}
                            for kind in r.sample(("ball", "roller", "stick"), 2)]
        request["feel"] = [{"at": r.choice(self.generator.loaded), "kind": "pain", "level": 5,
                            "side": r.choice(BOTH)}]
        request["person"]["experience"] = r.choice(("regular", "seasoned"))
        return request

    def _many_tools(self):
        request, r = self._plannable(), self.random
        request.update(minutes=r.choice((12, 15, 20, 20, 20)), at=list(PLACES))
        request["tools"] = self._tools(r.choice((6, 8, 10, 10)))
        request["person"].update(experience=r.choice(("regular", "seasoned", "seasoned", "new")),
                                 floor_transfer=r.choice(("easy", "easy", "slow")))
        request["feel"] = [e for e in request.get("feel", []) if e["kind"] != "injury"][:2]
        request["want"] = [{"at": area, "side": r.choice((*BOTH, "both", "both"))}
                           for area in r.sample(sorted(self.rows.areas), r.randrange(4))]
        return request

    def _refuses(self, entry):
        entry = {"id": entry} if isinstance(entry, str) else entry
        row = self.rows.conditions[entry["id"]]
        return (row["effects"].get("refuse") or (row["effects"].get("ask") and not
                                                 entry.get("cleared_on"))
                or (row.get("needs_at") and not entry.get("at")))

    def _tools(self, count):
        tools = self.generator._tools(count)
        for tool in tools:
            tool.pop("diameter_cm", None)
            if self.random.random() < 0.6:
                tool.update(density=self.random.choice(("soft", "medium")), surface="smooth")
        self.random.shuffle(tools)
        return tools
