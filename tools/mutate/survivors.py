"""The file of survivors: which mutants no test can tell apart, and why."""

import tomllib


class Explained:
    """tests/mutation/survivors.toml, read and checked."""

    def __init__(self, path):
        self.reasons = {}  # mutant key -> reason
        rows = tomllib.loads(path.read_text()).get("survivor", []) if path.exists() else []
        for row in rows:
            self._add(row)

    def _add(self, row):
        for field in ("file", "line", "changes", "why"):
            if not row.get(field):
                raise SystemExit(f"survivors: a row lacks '{field}': {row}")
        extra = set(row) - {"file", "line", "changes", "why", "nth"}
        if extra:
            raise SystemExit(f"survivors: unknown field {sorted(extra)} in {row}")
        for change in row["changes"]:
            key = (row["file"], row["line"], change, row.get("nth", 1))
            if key in self.reasons:
                raise SystemExit(f"survivors: told twice: {key}")
            self.reasons[key] = row["why"]

    def stale(self, mutants, results, files):
        """(key, sentence) of rows about `files` that name no mutant, or one that is killed."""
        known = {mutant.key: mutant for mutant in mutants}
        for key in self.reasons:
            if key[0] not in files:
                continue
            mutant = known.get(key)
            if mutant is None:
                yield key, "names no mutant there is"
                continue
            result = results.get(mutant)
            if result is not None and result.state != "survived":
                yield key, f"does not survive: {result.state} {result.by}".rstrip()


def as_toml(text):
    """A TOML string: literal where that is possible, so that code stays readable."""
    if "'" not in text:
        return f"'{text}'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
