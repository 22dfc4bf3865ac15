"""An independent judge of plans.

Written from the article and the table "Rules in numbers" alone, in another language than the
product and without a look at its code. The rules' numbers are literals below; what the places,
techniques, tools and conditions *are* is read from knowledge/.

    knowledge = Knowledge.load("knowledge")
    breaches = check(request, plan, knowledge)      # [] means: nothing to object to
    obliged  = must_plan(request, knowledge)        # True: a lawful plan clearly exists

`request` is a unknot/request@1 as it was sent (defaults are filled in here), `plan` the
unknot/plan@1 answer. A breach is one line, "rule: what is wrong".

Two measures are used. What is *forbidden* is read strictly: a doubt counts against the plan.
What is *possible* (must_plan, and whether glutes, piriformis or hamstrings could stand in the
plan after a complaint at the low back) is read cautiously: a doubt counts against possibility,
so that no planner is blamed for a plan that only a generous reader would allow.
Where the text can be read in two ways, a comment starting with AMBIGUOUS says how it is read.

contract.py holds the numbers and the knowledge rows, asked.py what follows from a request, ways.py
what speaks against one way of rolling and what is clearly possible; here is the judge.
"""

from asked import Asked
from contract import (AGE_ADULT, AGE_MIN, ALTERNATIVE_KEYS, AREAS_MAX, BOTH, DOSE_MAX, DOSE_MIN,
                      GENTLE_LEVEL, GENTLE_SECONDS, HOLD_MAX, Knowledge, LEVEL_TARGET_MAX,
                      LOW_BACK_OFFER, MINUTES_MAX, NEW_THIRD_SECONDS, PACE_MAX, PACE_MIN,
                      PACE_MIN_NEW, PLAN_KEYS, REASON_RULES, REFUSAL_KEYS, SIDES, SLOW_FACTOR,
                      STEP_KEYS, TOOLS_MAX, UUID8, WARM_UP_MAX, ZONES_NEVER, instant, rung_of, text,
                      whole)
from ways import clearly_possible, ladder_verdict, must_plan, way_objections

__all__ = ["Knowledge", "check", "must_plan"]


class Judge:
    def __init__(self, request, plan, knowledge):
        self.k = knowledge
        self.plan = plan
        self.asked = Asked(request, knowledge,
                           plan.get("made") if isinstance(plan, dict) else None)
        self.request = request
        self.breaches = []

    def add(self, rule, what):
        self.breaches.append(f"{rule}: {what}")

    def run(self):
        if not isinstance(self.plan, dict):
            self.add("formats", "the answer is no object")
            return self.breaches
        if "error" in self.plan and "outcome" not in self.plan:
            self.add("formats", f"a valid request was answered with {self.plan['error']!r}")
            return self.breaches
        if not self._frame():
            return self.breaches
        self._echo()
        if self.plan["outcome"] == "refused":
            self._refused()
        else:
            self._planned()
        return self.breaches

    # -- the frame of the answer

    def _frame(self):
        plan = self.plan
        missing = [key for key in PLAN_KEYS if key not in plan]
        if missing:
            self.add("formats", f"plan without {missing}")
            return False
        if plan["format"] != "unknot/plan@1":
            self.add("formats", f"format {plan['format']!r}")
        if not isinstance(plan["id"], str) or not UUID8.match(plan["id"]):
            self.add("formats", f"id {plan['id']!r} is no UUIDv8")
        if not text(plan["knowledge"]):
            self.add("formats", "no knowledge hash")
        made = instant(plan["made"])
        if made is None or (self.request.get("now") is not None and made != self.asked.now):
            self.add("formats", f"made {plan['made']!r} is not the request's now")
        for key in ("steps", "left_out", "advice"):
            if not isinstance(plan[key], list) or \
                    not all(isinstance(entry, dict) for entry in plan[key]):
                self.add("formats", f"{key} is no list of objects")
                return False
        if not isinstance(plan["request"], dict):
            self.add("formats", "request is no object")
            return False
        if plan["outcome"] not in ("plan", "refused"):
            self.add("formats", f"outcome {plan['outcome']!r}")
            return False
        if not whole(plan["total_seconds"]):
            self.add("formats", "total_seconds is no integer")
            return False
        for entry in plan["advice"]:
            if not (text(entry.get("rule")) and text(entry.get("source"))
                    and text(entry.get("says"))):
                self.add("formats", f"advice without rule, source or words: {entry!r}")
        for entry in plan["left_out"]:
            self._left_out(entry)
        return True

    def _left_out(self, entry):
        if not (text(entry.get("rule")) and text(entry.get("source")) and text(entry.get("says"))):
            self.add("formats", f"left_out without rule, source or words: {entry!r}")
        place, side = entry.get("at"), entry.get("side")
        if place not in self.k.places or side not in SIDES:
            self.add("formats", f"left_out at {place!r} {side!r}")
            return
        instead = entry.get("instead")
        if not isinstance(instead, list):
            self.add("formats", "left_out without a list `instead`")
            return
        for area in instead:
            if area not in self.k.areas:
                self.add("never_zones", f"offers {area!r}, which is not an area")
            elif all(self.asked.barred.get((area, s)) == "around_the_pain"
                     for s in self.k.sides_of(place, side)):
                self.add("around_the_pain", f"offers {area} instead of {place}; it is barred too")

    def _echo(self):
        """The request as understood must not differ from the request as sent."""
        sent, heard = self.request, self.plan["request"]
        for key in ("minutes", "goal", "starts_in_minutes"):
            if sent.get(key) is not None and heard.get(key) != sent[key]:
                self.add("formats", f"understood {key} {heard.get(key)!r}, sent {sent[key]!r}")
        person, understood = sent.get("person") or {}, heard.get("person") or {}
        for key, value in person.items():
            if value is not None and understood.get(key) != value:
                self.add("formats", f"understood {key} {understood.get(key)!r}, sent {value!r}")
        tools = heard.get("tools")
        if isinstance(tools, list) and \
                sorted(str(t.get("id")) for t in tools) != sorted(self.asked.tools):
            self.add("formats", "understood other tools than sent")

    # -- refusals

    def _refused(self):
        plan, asked = self.plan, self.asked
        if plan["steps"]:
            self.add("formats", "refused with steps")
        if plan["total_seconds"] != 0:
            self.add("formats", "refused with seconds")
        refusal = plan["refusal"]
        if not isinstance(refusal, dict) or any(key not in refusal for key in REFUSAL_KEYS):
            self.add("formats", "refused without a whole refusal")
            return
        rule, change = refusal["rule"], refusal["would_change"]
        if not text(refusal["says"]) or not text(rule) or not text(refusal["source"]):
            self.add("formats", "refusal without rule, source or words")
        if not isinstance(change, list) or not change or not all(text(c) for c in change):
            self.add("formats", "refusal that names nothing that would change it")
        if asked.hard:
            first = next(name for name in REASON_RULES if name in asked.hard)
            if rule not in REASON_RULES[first]:
                self.add(first, f"refused by {rule!r} though {asked.hard[first]}")
            if asked.emergency and not plan["urgent"]:
                self.add("screening", "an emergency flag without the emergency text")
            return
        if asked.doubt:
            return
        request = self.request
        groundless = {"screening": True,
                      "condition": not request.get("conditions"),
                      "around_the_pain": not request.get("feel") and not request.get("conditions"),
                      "after_effects": not request.get("history"),
                      "spacing": not request.get("history"),
                      "wish": not request.get("avoid")}
        if groundless.get(rule):
            self.add("refusal", f"refused by {rule!r} with nothing said that gives cause")
        for area in self.k.areas:
            found = clearly_possible(asked, area)
            if found:
                ways = [f"{s[0]['id']} {s[3]} {s[1]['id']} {s[2]}" for s in found]
                self.add("refusal", f"refused by {rule!r} though a plan exists: {'; '.join(ways)}")
                break
        if any("pain" in reason for reason in asked.refers):
            self._advised("refer", f"{sorted(asked.refers)}")

    # -- plans

    def _advised(self, rule, why):
        if not any(entry.get("rule") == rule for entry in self.plan["advice"]):
            self.add(rule, f"no advice by {rule!r}: {why}")

    def _planned(self):
        plan, asked = self.plan, self.asked
        for reason, why in asked.hard.items():
            self.add(reason, f"planned though {why}")
        if plan["refusal"] is not None:
            self.add("formats", "a plan with a refusal")
        if not plan["steps"]:
            self.add("formats", "a plan without steps")
        self.by_area, self.by_muscle, self.third = {}, {}, {}
        self.areas, self.tools = set(), set()
        self.before = None          # the technique of the step before
        total = 0
        for number, step in enumerate(plan["steps"]):
            seconds = self._step(number, step)
            if seconds is None:
                return              # the shape is wrong: no sum would mean anything
            total += seconds
        if total != plan["total_seconds"]:
            self.add("formats", f"total_seconds {plan['total_seconds']}, the steps last {total}")
        self._sums(max(total, plan["total_seconds"]))
        self._advice()
        if asked.low_back_complaint and not self.areas & set(LOW_BACK_OFFER) \
                and not asked.hard and not asked.doubt:
            for area in LOW_BACK_OFFER:
                if area in self.k.areas and clearly_possible(asked, area):
                    self.add("never_zones", f"a complaint at the low back and no {area}")
                    break

    def _advice(self):
        asked = self.asked
        if asked.refers:
            self._advised("refer", str(sorted(asked.refers)))
        if asked.minutes > MINUTES_MAX:
            self._advised("budget", f"{asked.minutes} minutes are planned as 20")
        if asked.warm_up and asked.starts_in is not None:
            self._advised("warm_up_cap", "two minutes of moving warm-up")
        if asked.age is not None and AGE_MIN <= asked.age < AGE_ADULT:
            self._advised("bodies", "an adult present")

    def _sums(self, total):
        asked = self.asked
        if total > asked.budget:
            self.add("budget", f"{total} s of {asked.budget}")
        if asked.before_start is not None and total > asked.before_start:
            self.add("warm_up_cap", f"{total} s, rolling has to end after {asked.before_start}")
        if len(self.areas) > AREAS_MAX:
            self.add("groups", f"{len(self.areas)} areas")
        if len(self.tools) > TOOLS_MAX:
            # AMBIGUOUS: tools of alternatives count too, as they have to lie ready.
            self.add("groups", f"{len(self.tools)} tools")
        for (area, side), seconds in self.by_area.items():
            if seconds < DOSE_MIN:
                self.add("dose_range", f"{area} {side} {seconds} s, at least 30")
            if not asked.lopsided and seconds != self.by_area.get((area, _other(side)), 0):
                self.add("equal_sides", f"{area} {side} {seconds} s, the other side "
                                        f"{self.by_area.get((area, _other(side)), 0)} s")
        # AMBIGUOUS: "at most 60 s" of gentle plans and of a newcomer's rung 3: per muscle and
        # side, as everywhere. What was rolled in the last 6 hours counts toward the 90 s only.
        for (muscle, side), seconds in self.by_muscle.items():
            if seconds > DOSE_MAX:
                self.add("dose_range", f"{muscle} {side} {seconds} s, at most 90")
            used = asked.used.get((muscle, side), 0)
            if used and seconds + used > DOSE_MAX:
                self.add("spacing", f"{muscle} {side} {seconds} s after {used} s, at most 90")
            if asked.warm_up and seconds > WARM_UP_MAX:
                self.add("warm_up_cap", f"{muscle} {side} {seconds} s, at most 60")
            if asked.gentle and seconds > GENTLE_SECONDS:
                self.add("gentle", f"{muscle} {side} {seconds} s, at most 60")
        for (muscle, side), seconds in self.third.items():
            if seconds > NEW_THIRD_SECONDS:
                self.add("soft_first", f"{muscle} {side} {seconds} s on rung 3, at most 60")

    def _step(self, number, step):
        """Judges one step; returns its seconds with set-up and rests, None when malformed."""
        where = f"step {number}"
        missing = [key for key in STEP_KEYS if key not in step]
        if missing:
            self.add("formats", f"{where} without {missing}")
            return None
        area, side = step["area"], step["side"]
        if area in ZONES_NEVER or area in self.k.zones:
            self.add("never_zones", f"{where} on {area}")
            return None
        technique = self.k.techniques.get(step["technique"])
        tool = self.asked.tools.get(step["tool"])
        if area not in self.k.areas or technique is None:
            self.add("formats", f"{where}: unknown area or technique "
                                f"{area!r} {step['technique']!r}")
            return None
        if tool is None:
            self.add("own_tools", f"{where}: tool {step['tool']!r} is not the person's")
            return None
        if not self._shape(where, step, technique):
            return None
        sides = SIDES[side]
        sets, seconds = step["sets"], sum(step["sets"])
        level_high = step["level_target"][1]
        self.areas.add(area)
        self.tools.add(tool["id"])
        self._dose(step, technique, sides, seconds)
        self._place(where, area, sides)
        self._way(where, step, technique, tool, step, sides, seconds)
        for other in step["alternatives"]:
            self._alternative(where, step, other, sides, seconds)
        if self.asked.gentle and level_high > GENTLE_LEVEL:
            self.add("gentle", f"{where}: level target {level_high}, at most 4")
        return step["setup_seconds"] + seconds + (len(sets) - 1) * step["rest_seconds"]

    def _shape(self, where, step, technique):
        ok = True

        def need(condition, what):
            nonlocal ok
            if not condition:
                self.add("formats", f"{where}: {what}")
                ok = False

        need(step["side"] in ("left", "right", "both", "middle"), f"side {step['side']!r}")
        sets = step["sets"]
        need(isinstance(sets, list) and sets and all(whole(s) and s > 0 for s in sets),
             f"sets {sets!r}")
        for key, low in (("setup_seconds", 0), ("rest_seconds", 0), ("seconds", 1), ("rung", 1),
                         ("intensity", 1)):
            need(whole(step[key]) and step[key] >= low, f"{key} {step[key]!r}")
        target = step["level_target"]
        need(isinstance(target, list) and len(target) == 2 and all(whole(t) for t in target)
             and 0 <= target[0] <= target[1] <= LEVEL_TARGET_MAX, f"level_target {target!r}")
        need(isinstance(step["alternatives"], list)
             and all(isinstance(a, dict) and all(key in a for key in ALTERNATIVE_KEYS)
                     for a in step["alternatives"]), "alternatives")
        need(isinstance(step["why"], list)
             and all(isinstance(w, dict) and text(w.get("rule")) and text(w.get("says"))
                     for w in step["why"]), "why")
        need(step["variant"] in technique["load"], f"variant {step['variant']!r}")
        if not ok:
            return False
        if step["seconds"] != sum(sets):
            self.add("formats", f"{where}: seconds {step['seconds']}, sets {sets}")
        if technique["area"] != step["area"]:
            self.add("formats", f"{where}: {technique['id']} is for {technique['area']}")
        for key in ("motion", "place", "position"):
            if step[key] != technique[key]:
                self.add("formats", f"{where}: {key} {step[key]!r}, {technique['id']} has "
                                    f"{technique[key]!r}")
        # AMBIGUOUS: an area of the middle is rolled on side middle; a technique that takes both
        # sides at once on side both; any other on left or right.
        if self.k.areas[step["area"]].get("sides") == "middle":
            allowed = ("middle",)
        else:
            allowed = ("both",) if technique["laterality"] == "both" else BOTH
        if step["side"] not in allowed:
            self.add("formats", f"{where}: side {step['side']!r}, {technique['id']} takes "
                                f"{allowed}")
        pace = step["seconds_per_pass"]
        if technique["motion"] == "hold":
            if pace is not None:
                self.add("formats", f"{where}: a hold with a pace")
            if max(sets) > HOLD_MAX:
                self.add("spot_hold", f"{where}: held {max(sets)} s, at most 30")
        elif not whole(pace) or not PACE_MIN <= pace <= PACE_MAX:
            self.add("pace", f"{where}: {pace!r} s per pass, 2 to 6")
        elif self.asked.experience == "new" and pace < PACE_MIN_NEW:
            self.add("pace", f"{where}: {pace} s per pass for new, at least 3")
        # AMBIGUOUS: how the set-ups of position and technique add up is not said. A step's set-up
        # is at least the technique's own, or the time to change sides when the step before was
        # the same technique; doubled where doubling is due.
        least = self.k.switch_side if technique["id"] == self.before else technique["setup_seconds"]
        least *= SLOW_FACTOR if self.asked.slow else 1
        self.before = technique["id"]
        if step["setup_seconds"] < least:
            self.add("bodies" if self.asked.slow else "formats",
                     f"{where}: set-up {step['setup_seconds']} s, at least {least}")
        return True

    def _dose(self, step, technique, sides, seconds):
        area = step["area"]
        for side in sides:
            key = (area, side)
            self.by_area[key] = self.by_area.get(key, 0) + seconds
            for muscle in self.k.muscles[area]:
                key = (muscle, side)
                self.by_muscle[key] = self.by_muscle.get(key, 0) + seconds

    def _place(self, where, area, sides):
        for side in sides:
            rule = self.asked.barred.get((area, side))
            if rule is not None:
                self.add(rule, f"{where}: {area} {side} is barred")
            if (area, side) in self.asked.wishes:
                self.add("wish", f"{where}: {area} {side} was to be left out")

    def _way(self, where, step, technique, tool, stated, sides, seconds):
        """The step itself, or an alternative (`stated`) in the step's place."""
        asked = self.asked
        rung = rung_of(tool)
        intensity = self.k.intensity(technique, tool, stated["variant"], asked.hectograms)
        if stated["rung"] != rung:
            self.add("soft_first", f"{where}: rung {stated['rung']}, the tool is on {rung}")
        if stated["intensity"] != intensity:
            self.add("soft_first", f"{where}: intensity {stated['intensity']}, computed "
                                   f"{intensity}")
        level_high = step["level_target"][1]
        for rule, what in way_objections(asked, technique, tool, stated["variant"], sides,
                                         level_high):
            self.add(rule, f"{where}: {what}")
        for side in sides:
            objection, third = ladder_verdict(asked, step["area"], side, rung, intensity,
                                              stated["variant"], level_high)
            if objection is None and third:
                if stated is not step:
                    if seconds > NEW_THIRD_SECONDS:
                        self.add("soft_first", f"{where}: {seconds} s on rung 3, at most 60")
                    continue
                for muscle in self.k.muscles[step["area"]]:
                    key = (muscle, side)
                    self.third[key] = self.third.get(key, 0) + seconds

    def _alternative(self, where, step, other, sides, seconds):
        where += " alternative"
        technique = self.k.techniques.get(other["technique"])
        tool = self.asked.tools.get(other["tool"])
        if technique is None or technique["area"] != step["area"]:
            self.add("alternatives", f"{where}: {other['technique']!r} is not for {step['area']}")
            return
        if tool is None:
            self.add("own_tools", f"{where}: tool {other['tool']!r} is not the person's")
            return
        if other["variant"] not in technique["load"]:
            self.add("alternatives", f"{where}: variant {other['variant']!r}")
            return
        self.tools.add(tool["id"])
        paired = self.k.areas[step["area"]].get("sides") != "middle"
        if paired and (technique["laterality"] == "both") != (step["side"] == "both"):
            self.add("alternatives", f"{where}: {technique['id']} cannot take side {step['side']}")
        # An alternative is done with the step's sets and level target.
        if technique["motion"] == "hold" and max(step["sets"]) > HOLD_MAX:
            self.add("spot_hold", f"{where}: held {max(step['sets'])} s, at most 30")
        self._way(where, step, technique, tool, other, sides, seconds)


def _other(side):
    return "right" if side == "left" else "left"


def check(request, plan, knowledge):
    """Every breach of the rules in `plan`, the answer to `request`. [] when there is none."""
    return Judge(request, plan, knowledge).run()
