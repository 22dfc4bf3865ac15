"""JSON Schema, as much of draft 2020-12 as docs/formats/schema uses; an unknown keyword is an error.

`complaints(value, name)` lists what in `value` breaks NAME.schema.json: path, then what was wanted.
"""

import json
import re

import cli

FOLDER = cli.ROOT / "docs" / "formats" / "schema"
TYPES = {"object": dict, "array": list, "string": str, "null": type(None), "boolean": bool}
SILENT = {"$schema", "$id", "$defs", "title", "description", "default", "format", "$comment"}


def load(name: str) -> dict:
    return json.loads((FOLDER / f"{name}.schema.json").read_text(encoding="utf-8"))


def complaints(value, name: str) -> list[str]:
    root = load(name)
    return list(Check(root).walk(value, root, name))


def is_type(value, name: str) -> bool:
    if name in ("integer", "number"):
        whole = isinstance(value, int) or (isinstance(value, float) and value.is_integer())
        return not isinstance(value, bool) and (whole or (name == "number"
                                                          and isinstance(value, float)))
    return isinstance(value, TYPES[name])


class Check:
    def __init__(self, root: dict) -> None:
        self.root = root

    def fits(self, value, schema) -> bool:
        return not list(self.walk(value, schema, ""))

    def walk(self, value, schema, path: str):
        if isinstance(schema, bool):
            if not schema:
                yield f"{path}: nothing allowed"
            return
        for key, want in schema.items():
            if key in SILENT or key in ("then", "else"):
                continue
            yield from getattr(self, "on_" + key.replace("$", ""))(value, want, path, schema)

    def on_ref(self, value, want, path, _):
        file, _, inside = want.partition("#")
        root = load(file.removesuffix(".schema.json")) if file else self.root
        target = root
        for part in inside.strip("/").split("/") if inside.strip("/") else ():
            target = target[part]
        yield from (Check(root) if file else self).walk(value, target, path)

    def on_type(self, value, want, path, _):
        if not any(is_type(value, name) for name in ([want] if isinstance(want, str) else want)):
            yield f"{path}: {value!r:.60} is not {want}"

    def on_const(self, value, want, path, _):
        if value != want:
            yield f"{path}: {value!r:.60} is not {want!r}"

    def on_enum(self, value, want, path, _):
        if value not in want:
            yield f"{path}: {value!r:.60} is not of {want}"

    def on_required(self, value, want, path, _):
        for key in want if isinstance(value, dict) else ():
            if key not in value:
                yield f"{path}: lacks {key}"

    def on_properties(self, value, want, path, _):
        for key, schema in want.items() if isinstance(value, dict) else ():
            if key in value:
                yield from self.walk(value[key], schema, f"{path}.{key}")

    def on_additionalProperties(self, value, want, path, schema):
        for key in value if isinstance(value, dict) else ():
            if key not in schema.get("properties", {}):
                yield from self.walk(value[key], want, f"{path}.{key}")

    def on_items(self, value, want, path, _):
        for number, item in enumerate(value if isinstance(value, list) else ()):
            yield from self.walk(item, want, f"{path}[{number}]")

    def on_uniqueItems(self, value, want, path, _):
        if want and isinstance(value, list):
            texts = [json.dumps(item, sort_keys=True) for item in value]
            if len(set(texts)) < len(texts):
                yield f"{path}: twice the same"

    def bound(self, value, kind, ok, path, what):
        if isinstance(value, kind) and not isinstance(value, bool) and not ok(value):
            yield f"{path}: {value!r:.60} breaks {what}"

    def on_minimum(self, value, want, path, _):
        yield from self.bound(value, (int, float), lambda v: v >= want, path, f"minimum {want}")

    def on_maximum(self, value, want, path, _):
        yield from self.bound(value, (int, float), lambda v: v <= want, path, f"maximum {want}")

    def on_multipleOf(self, value, want, path, _):
        yield from self.bound(value, (int, float),
                              lambda v: abs(v / want - round(v / want)) < 1e-9, path,
                              f"multipleOf {want}")

    def on_minLength(self, value, want, path, _):
        yield from self.bound(value, str, lambda v: len(v) >= want, path, f"minLength {want}")

    def on_maxLength(self, value, want, path, _):
        yield from self.bound(value, str, lambda v: len(v) <= want, path, f"maxLength {want}")

    def on_pattern(self, value, want, path, _):
        yield from self.bound(value, str, lambda v: re.search(want, v), path, f"pattern {want}")

    def on_minItems(self, value, want, path, _):
        yield from self.bound(value, list, lambda v: len(v) >= want, path, f"minItems {want}")

    def on_maxItems(self, value, want, path, _):
        yield from self.bound(value, list, lambda v: len(v) <= want, path, f"maxItems {want}")

    def on_anyOf(self, value, want, path, _):
        if not any(self.fits(value, schema) for schema in want):
            yield f"{path}: {value!r:.60} fits none of {len(want)}"

    def on_oneOf(self, value, want, path, _):
        if sum(self.fits(value, schema) for schema in want) != 1:
            yield f"{path}: {value!r:.60} does not fit one of {len(want)}"

    def on_allOf(self, value, want, path, _):
        for schema in want:
            yield from self.walk(value, schema, path)

    def on_not(self, value, want, path, _):
        if self.fits(value, want):
            yield f"{path}: {value!r:.60} is what must not be"

    def on_if(self, value, want, path, schema):
        branch = schema.get("then" if self.fits(value, want) else "else")
        if branch is not None:
            yield from self.walk(value, branch, path)
