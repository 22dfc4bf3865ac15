"""Requests that must be refused by name: what is wrong, and what the sentence has to hold."""

from typing import NamedTuple

import cli


class Row(NamedTuple):
    name: str
    text: bytes
    field: str     # what the sentence begins with
    value: str     # what was found, as it has to be shown
    expected: str  # a part of what it says was expected


MEBIBYTE = 1 << 20
MINUTES = "a whole number from 1 to 600"
LEVEL = "a whole number from 0 to 10"
WHEN = "a time such as 2026-11-22T08:00:00Z"
DAY = "a date such as 2026-11-01"
KINDS = "tight | sore | pain | injury"
SIDES = "left | right | both | middle"
GOOD = cli.compact(cli.request())


def raw(name, text, value, expected, field="input"):
    return Row(name, text if isinstance(text, bytes) else text.encode("utf-8"), field, value,
               expected)


def changed(name, field, value, expected, **changes):
    return Row(name, cli.compact(cli.request(**changes)).encode("utf-8"), field, value, expected)


def number(name, literal, value=None):
    """The request's minutes, written as `literal`."""
    text = GOOD.replace('"minutes":10', f'"minutes":{literal}')
    assert text != GOOD
    if value is None:
        return raw(name, text, literal, MINUTES, "minutes")
    return raw(name, text, value, "JSON value")


def person(name, field, value, expected, **fields):
    return changed(name, f"person.{field}", value, expected, person=fields)


def feel(name, field, value, expected, **fields):
    entry = {"at": "calves", "kind": "sore", **fields}
    return changed(name, f"feel[0].{field}", value, expected,
                   feel=[{key: v for key, v in entry.items() if v is not None}])


def condition(name, field, value, expected, **fields):
    return changed(name, f"conditions[0].{field}", value, expected,
                   conditions=[{"id": "pregnancy", **fields}])


def flags(name, field, value, expected, **fields):
    return changed(name, f"red_flags.{field}", value, expected,
                   red_flags={**cli.SCREENED, **fields})


def tool(name, field, value, expected, **fields):
    entry = {**cli.SOFT, **fields}
    return changed(name, f"tools[0].{field}", value, expected,
                   tools=[{key: v for key, v in entry.items() if v is not None}])


def history(name, field, value, expected, **fields):
    return changed(name, f"history[0].{field}", value, expected,
                   history=[{"area": "calves", "side": "left", **fields}])


TEXTS = [
    raw("empty", "", "the end at line 1, column 1", "a JSON value"),
    raw("blank", " \n\t\n", "the end", "a JSON value"),
    raw("null", "null", "null", "an object"),
    raw("a list", "[]", "a list", "an object"),
    raw("a number", "5", "5", "an object"),
    raw("a string", '"plan"', '"plan"', "an object"),
    raw("prose", "my back hurts", "'m' at line 1, column 1", "a JSON value"),
    raw("cut off", GOOD[:40], "the end", "expected"),
    raw("comma at the end", '{"format":"unknot/request@1",}', "'}'", "a field name"),
    raw("single quotes", "{'minutes':10}", "'''", "a field name in double quotes"),
    raw("comment", "// mine\n" + GOOD, "'/'", "a JSON value"),
    raw("two texts", GOOD + GOOD, "'{'", "the end of the JSON text"),
    raw("line and column", '{\n "minutes": 10,\n oops}', "'o' at line 3, column 2", "a field name"),
    raw("raw line break in text", '{"format":"a\nb"}', "a control character", "text without"),
    raw("NUL in text", b'{"format":"a\x00b"}', "a control character", "text without"),
    raw("unknown escape", r'{"format":"\q"}', "'q'", "a known escape"),
    raw("half a surrogate", r'{"format":"\ud800"}', "half a surrogate pair", "a whole pair"),
    raw("broken UTF-8", b'{"format":"\xff"}', "bytes that are not UTF-8 at line 1, column 12",
        "valid UTF-8"),
    raw("UTF-8 cut off", b'{"format":"\xc3', "not UTF-8", "valid UTF-8"),
    raw("overlong UTF-8", b'{"format":"\xc0\xaf"}', "not UTF-8", "valid UTF-8"),
    raw("surrogate as UTF-8", b'{"format":"\xed\xa0\x80"}', "not UTF-8", "valid UTF-8"),
    raw("UTF-16", GOOD.encode("utf-16"), "not UTF-8", "valid UTF-8"),
    raw("10 MB of noise", bytes((i * 7919 + 13) % 251 for i in range(10_000_000)), "bytes",
        "at most 1048576 bytes"),
    raw("10 MB of blanks", b" " * 10_000_000, "bytes", "at most 1048576 bytes"),
    raw("one byte too many", GOOD.ljust(MEBIBYTE + 1), "1048577 bytes", "at most 1048576 bytes"),
    raw("deep lists", "[" * 100_000, "deeper nesting", "at most 64 levels"),
    raw("deep objects", '{"a":' * 100_000, "deeper nesting", "at most 64 levels"),
    raw("a field twice", GOOD[:-1] + ',"minutes":5}', 'field "minutes" twice', "each field once"),
    raw("an inner field twice", '{"person":{"age":1,"age":2}}', 'field "age" twice',
        "each field once"),
    number("NaN", "NaN", "'N'"),
    number("Infinity", "Infinity", "'I'"),
    number("plus sign", "+10", "'+'"),
    number("1e999", "1e999"),
    number("minus zero", "-0"),
    number("past 32 bits", "4294967306"),
    number("30 digits", "1" + "0" * 29),
    number("zero minutes", "0"),
    number("negative minutes", "-5"),
    number("fractional minutes", "7.5"),
    number("too many minutes", "601"),
]

FIELDS = [
    changed("plan instead of request", "format", '"unknot/plan@1"', '"unknot/request@1"',
            format="unknot/plan@1"),
    changed("a later format", "format", '"unknot/request@2"', '"unknot/request@1"',
            format="unknot/request@2"),
    changed("no format", "format", "missing", '"unknot/request@1"', format=None),
    changed("no minutes", "minutes", "missing", MINUTES, minutes=None),
    changed("no tools", "tools", "missing", "a list of rollers, sticks and balls", tools=None),
    changed("no red_flags", "red_flags", "missing", "an object with screened", red_flags=None),
    changed("minutes as text", "minutes", '"10"', MINUTES, minutes="10"),
    changed("minutes as a list", "minutes", "a list", MINUTES, minutes=[]),
    changed("unknown field, near", "minuts", "unknown field", '"minutes"', minuts=3),
    changed("unknown field, far", "shoe_size", "unknown field", "one of format", shoe_size=43),
    changed("person a list", "person", "a list", "an object", person=[]),
    person("age below 0", "age", "-1", "from 0 to 120", age=-1),
    person("age above 120", "age", "121", "from 0 to 120", age=121),
    person("age with a half", "age", "41.5", "a whole number", age=41.5),
    person("mass with two decimals", "mass_kg", "70.25", "at most one decimal", mass_kg=70.25),
    person("mass too low", "mass_kg", "19.9", "from 20 to 400", mass_kg=19.9),
    person("height too high", "height_cm", "251", "from 50 to 250", height_cm=251),
    person("experience", "experience", '"expert"', "new | regular | seasoned",
           experience="expert"),
    person("floor_transfer", "floor_transfer", '"slowly"', "easy | slow | no",
           floor_transfer="slowly"),
    person("unknown inner field", "agee", "unknown field", '"age"', agee=3),
    changed("goal", "goal", '"recovery"', "recover | warm_up | mobility | unwind",
            goal="recovery"),
    changed("activity, near", "activity", '"runing"', "did you mean running", activity="runing"),
    changed("language", "language", '"fr"', "en", language="fr"),
    changed("at as text", "at", '"floor"', "a list", at="floor"),
    changed("at nowhere", "at", "list", "at least one of floor | wall | chair | bed", at=[]),
    changed("at unknown", "at[0]", '"flor"', "floor | wall | chair | bed", at=["flor"]),
    changed("now without offset", "now", '"2026-11-22T08:00:00"', WHEN, now="2026-11-22T08:00:00"),
    changed("now a day", "now", '"2026-11-22"', WHEN, now="2026-11-22"),
    changed("now on 30 February", "now", '"2026-02-30T08:00:00Z"', WHEN,
            now="2026-02-30T08:00:00Z"),
    changed("now at 25 o'clock", "now", '"2026-11-22T25:00:00Z"', WHEN,
            now="2026-11-22T25:00:00Z"),
    changed("now a number", "now", "1763798400", WHEN, now=1763798400),
    changed("start in the past", "starts_in_minutes", "-1", "from 0 to 10080",
            starts_in_minutes=-1),
    changed("start in half minutes", "starts_in_minutes", "2.5", "a whole number",
            starts_in_minutes=2.5),
    changed("start too far in the future", "starts_in_minutes", "10081", "from 0 to 10080",
            starts_in_minutes=10081),
    changed("feel an object", "feel", "an object", "a list", feel={}),
    changed("feel a word", "feel[0]", '"calves"', "an object", feel=["calves"]),
    changed("feel too often", "feel", "1001 entries", "at most 200 entries",
            feel=[{"at": "calves", "kind": "sore"}] * 1001),
    feel("level 11", "level", "11", LEVEL, level=11),
    feel("level -1", "level", "-1", LEVEL, level=-1),
    feel("level 5.5", "level", "5.5", LEVEL, level=5.5),
    feel("level as text", "level", '"5"', LEVEL, level="5"),
    feel("side", "side", '"up"', SIDES, side="up"),
    feel("kind", "kind", '"ache"', KINDS, kind="ache"),
    feel("no kind", "kind", "missing", KINDS, kind=None),
    feel("no place", "at", "missing", "a known area", at=None),
    feel("place, near", "at", '"hamstring"', "did you mean hamstrings", at="hamstring"),
    feel("zone, near", "at", '"low_bak"', "did you mean low_back", at="low_bak"),
    feel("place, far", "at", '"moon"', "a known", at="moon"),
    feel("unknown field of a feeling", "leve", "unknown field", '"level"', leve=3),
    changed("want, near", "want[0].at", '"glute"', "did you mean glutes", want=[{"at": "glute"}]),
    changed("avoid, reason too long", "avoid[0].why", "xxx...", "text of 1 to 40 characters",
            avoid=[{"at": "glutes", "why": "x" * 41}]),
    changed("condition, near", "conditions[0]", '"pregnant"', "did you mean pregnancy",
            conditions=["pregnant"]),
    changed("condition without id", "conditions[0].id", "missing", "a known condition",
            conditions=[{"weeks": 20}]),
    condition("weeks 46", "weeks", "46", "from 0 to 45", weeks=46),
    condition("month 13", "cleared_on", '"2026-13-01"', DAY, cleared_on="2026-13-01"),
    condition("a time, not a day", "cleared_on", '"2026-11-01T00:00:00Z"', DAY,
              cleared_on="2026-11-01T00:00:00Z"),
    condition("yes, not a day", "cleared_on", "true", DAY, cleared_on=True),
    condition("where, near", "at", '"shinn"', "did you mean shin", at="shinn"),
    changed("red_flags a list", "red_flags", "a list", "an object", red_flags=[]),
    flags("screened in words", "screened", '"yes"', "true or false", screened="yes"),
    flags("screened at some time", "at", '"now"', WHEN, at="now"),
    flags("present in words", "present", '"none"', "a list", present="none"),
    flags("flag, near", "present[0]", '"chest_pian"', "did you mean chest_pain",
          present=["chest_pian"]),
    flags("unscreened with a flag", "screened", "false", "true when flags are present",
          screened=False, present=["chest_pain"]),
    changed("tool a word", "tools[0]", '"soft_roller"', "an object", tools=["soft_roller"]),
    changed("two tools with one id", "tools[1].id", '"soft roller"', "an id no other tool has",
            tools=[cli.SOFT, cli.SOFT]),
    changed("41 tools", "tools", "41 entries", "at most 40 entries",
            tools=[{**cli.SOFT, "id": str(i)} for i in range(41)]),
    tool("no id", "id", '""', "text of 1 to 40 characters", id=""),
    tool("id too long", "id", "xxx...", "text of 1 to 40 characters", id="x" * 41),
    tool("kind of tool", "kind", '"gun"', "roller | stick | ball", kind="gun"),
    tool("density", "density", '"hard"', "soft | medium | firm", density="hard"),
    tool("no surface", "surface", "missing", "smooth | textured", surface=None),
    tool("diameter", "diameter_cm", "6.75", "at most one decimal", diameter_cm=6.75),
    tool("temperature", "temperature", '"hot"', "cold | warm", temperature="hot"),
    tool("vibration", "vibration", '"yes"', "true or false", vibration="yes"),
    history("history of a zone", "area", '"low_back"', "an area that can be rolled",
            area="low_back"),
    history("rung 5", "rung", "5", "from 1 to 4", rung=5),
    history("clean -1", "clean_sessions", "-1", "a whole number from 0", clean_sessions=-1),
    history("last level 11", "last_levels[0]", "11", LEVEL, last_levels=[11]),
    history("four last levels", "last_levels", "4 entries", "at most 3", last_levels=[1, 2, 3, 4]),
    history("after-effect", "after_effect", '"bruised"', "none | sore | sore_over_48h",
            after_effect="bruised"),
    history("last", "last", '"yesterday"', WHEN, last="yesterday"),
    history("seconds_6h", "seconds_6h", "21601", "from 0 to 21600", seconds_6h=21601),
    history("times_24h", "times_24h", "-1", "a whole number from 0", times_24h=-1),
]

REQUESTS = TEXTS + FIELDS


class Words(NamedTuple):
    name: str
    words: tuple[str, ...]
    field: str
    value: str
    expected: str


def ready(name, field, value, expected, *words):
    return Words(name, ("plan", *cli.READY, *words), field, value, expected)


# What the flags' own reader or the request's reader refuses.
FLAGS = [
    ready("minutes", "minutes", '"ten"', MINUTES, "--minutes", "ten"),
    ready("minutes half", "minutes", "7.5", MINUTES, "-m", "7.5"),
    ready("age", "person.age", "-1", "from 0 to 120", "--age", "-1"),
    ready("mass", "person.mass_kg", "70.25", "at most one decimal", "--mass", "70.25"),
    ready("mass NaN", "person.mass_kg", '"NaN"', "a number from 20", "--mass", "NaN"),
    ready("height", "person.height_cm", "1e999", "from 50 to 250", "--height", "1e999"),
    ready("experience", "person.experience", '"pro"', "new | regular | seasoned",
          "--experience", "pro"),
    ready("floor transfer", "person.floor_transfer", '"maybe"', "easy | slow | no",
          "--floor-transfer", "maybe"),
    ready("goal", "goal", '"win"', "recover | warm_up", "--goal", "win"),
    ready("activity", "activity", '"runing"', "did you mean running", "--activity", "runing"),
    ready("starts in", "starts_in_minutes", '"soon"', "a whole number", "--starts-in", "soon"),
    ready("language", "language", '"fr"', "en", "--language", "fr"),
    ready("at", "at[0]", '"ceiling"', "floor | wall | chair | bed", "--at", "ceiling"),
    ready("feel without kind", "--feel", "calves", "PLACE[/SIDE]:KIND[:LEVEL]", "--feel",
          "calves"),
    ready("feel kind", "feel[0].kind", '"bad"', KINDS, "--feel", "calves:bad:3"),
    ready("feel level", "feel[0].level", "11", LEVEL, "-f", "calves:pain:11"),
    ready("feel side", "feel[0].side", '"up"', SIDES, "-f", "calves/up:pain:1"),
    ready("want", "want[0].at", '"moon"', "a known", "--want", "moon"),
    ready("avoid", "avoid[0].at", '"moon"', "a known", "--avoid", "moon"),
    ready("use without tool", "--use", "calves", "PLACE:TOOL", "--use", "calves"),
    ready("use place", "use[0].at", '"moon"', "a known", "--use", "moon:soft_roller"),
    ready("use tool", "use[0].tool", '"hammer"', "one of the tools", "--use", "calves:hammer"),
    ready("condition", "conditions[0].id", '"pregnant"', "did you mean pregnancy", "-c",
          "pregnant"),
    ready("condition weeks", "conditions[0].weeks", "20.5", "from 0 to 45", "-c",
          "pregnancy:weeks=20.5"),
    ready("condition day", "conditions[0].cleared_on", '"yesterday"', DAY, "-c",
          "pregnancy:cleared=yesterday"),
    ready("condition key", "conditions[0].since", "unknown field", "one of id", "-c",
          "pregnancy:since=2026"),
    ready("flag beside none", "--none-of-these", "--red-flag", "one of the two", "--red-flag",
          "chest_pain"),
    ready("tool preset", "--tool", "sofa", "a preset (unknot tools lists them)", "-t", "sofa"),
    ready("tool parts", "--tool", "roller:soft", "KIND:DENSITY:SURFACE", "-t", "roller:soft"),
    ready("tool kind", "tools[1].kind", '"rollr"', "roller | stick | ball", "-t",
          "rollr:soft:smooth"),
    ready("tool twice", "tools[1].id", '"Soft roller"', "an id no other tool has", "-t",
          "soft_roller"),
    Words("flag", ("plan", "--red-flag", "chest"), "red_flags.present[0]", '"chest"', "a known"),
    Words("now", ("plan", "--none-of-these", "--now", "today"), "now", '"today"', WHEN),
    Words("no such request", ("plan", "--request", "no/such.json"), "file", "no/such.json",
          "a file that can be read"),
    Words("a folder as request", ("plan", "--request", "."), "file", ".",
          "a file that can be read"),
    Words("no such batch", ("plan", "--batch", "no/such.jsonl"), "--batch", "no/such.jsonl",
          "a file"),
    Words("no such plan", ("check", "no/such.json"), "file", "no/such.json",
          "a file that can be read"),
    Words("a folder as plan", ("check", "."), "file", ".", "a file that can be read"),
    Words("stdin twice", ("check", "-", "--request", "-"), "--request", "-", "a file"),
    Words("nothing to learn", ("learn", "astrology"), "learn", "astrology", "what | benefits"),
    Words("a folder as batch", ("plan", "--batch", "."), "--batch", ".", "a file"),
    Words("empty file name", ("plan", "--request", ""), "plan", "nothing", "a value"),
    Words("json twice", ("plan", "--example", "--json", "--format", "json"), "plan", "--json",
          "one of the two"),
    Words("brief json", ("plan", "--example", "--json", "--brief"), "plan", "--brief",
          "one of the two"),
    Words("brief format", ("plan", "--example", "--format", "text", "--brief"), "plan", "--brief",
          "one of the two"),
    Words("brief batch", ("plan", "--batch", "-", "--brief"), "plan", "--brief",
          "one of the two"),
    Words("json batch", ("plan", "--batch", "-", "--json"), "plan", "--json", "one of the two"),
    Words("explain batch", ("plan", "--batch", "-", "--explain"), "plan", "--explain",
          "one of the two"),
    Words("explain brief", ("plan", "--example", "--explain", "--brief"), "plan", "--brief",
          "one of the two"),
    Words("explain nothing", ("plan", "--explain", "--request", "no/such.json"), "file",
          "no/such.json", "a file that can be read"),
    Words("compare nothing", ("compare", "no/such.json", "-"), "file", "no/such.json",
          "a file that can be read"),
    Words("compare a folder", ("compare", "-", "."), "file", ".", "a file that can be read"),
    Words("compare stdin twice", ("compare", "-", "-"), "b", "-", "a file"),
    Words("compare the empty", ("compare", "/dev/null", "-"), "a", "the end", "a JSON value"),
    Words("empty minutes", ("plan", *cli.READY, "--minutes", ""), "plan", "nothing", "a value"),
]

# What the parser of the command line refuses before any of our code runs.
COMMAND_LINES = [
    Words("nothing", (), "", "", "plan"),
    Words("unknown verb", ("plann",), "plann", "", "plan"),
    Words("unknown flag", ("plan", "--minuts", "5"), "--minuts", "", "expected"),
    Words("flag without value", ("plan", "--minutes"), "--minutes", "", "expected"),
    Words("format", ("plan", "--format", "xml"), "--format", "xml", "json"),
    Words("two sources", ("plan", "--request", "a", "--batch", "b"), "--request", "--batch", ""),
    Words("too many words", ("areas", "calves"), "calves", "", "expected"),
    Words("compare without requests", ("compare",), "a", "", "expected"),
    Words("compare one", ("compare", "-"), "b", "", "expected"),
    Words("compare three", ("compare", "a", "b", "c"), "c", "", "expected"),
    Words("check without plan", ("check",), "plan", "", "expected"),
]
