"""A linear model in whole numbers: rows over 0/1 variables, written in the CPLEX LP format."""

import re


class Model:
    """Rows are (name, {variable: coefficient}, "<=" or ">=" or "=", right-hand side)."""

    def __init__(self):
        self.rows, self.notes, self.variables = [], [], {}

    def copy(self):
        """One to add rows to."""
        other = Model()
        other.rows, other.notes = list(self.rows), list(self.notes)
        other.variables = dict(self.variables)
        return other

    def note(self, text):
        """Says what the rows after this one are for."""
        self.notes.append((len(self.rows), text))

    def variable(self, *parts):
        name = "_".join(re.sub(r"[^A-Za-z0-9]+", "_", str(part)) for part in parts)
        self.variables.setdefault(name)
        return name

    def row(self, name, terms, sense, right):
        """`terms`: pairs of coefficient and variable; one variable may stand in several."""
        total = {}
        for coefficient, variable in terms:
            total[variable] = total.get(variable, 0) + coefficient
        total = {v: c for v, c in total.items() if c}
        if total or not _holds(0, sense, right):
            self.rows.append((name, total, sense, right))

    def broken(self, chosen):
        """Names of the rows that the point with these variables at 1 breaks, exactly."""
        return [name for name, terms, sense, right in self.rows
                if not _holds(sum(c for v, c in terms.items() if v in chosen), sense, right)]

    def text(self, objective, sense="Maximize", title=""):
        """The model as an LP file."""
        notes = dict()
        for at, note in self.notes:
            notes.setdefault(at, []).append(note)
        lines = [f"\\ {line}" for line in title.splitlines()]
        lines += [sense, _sum("goal", objective), "Subject To"]
        for at, (name, terms, row_sense, right) in enumerate(self.rows):
            lines += [f"\\ {note}" for note in notes.get(at, ())]
            if not terms:   # a row that cannot hold still needs a variable to be written with
                terms = {"nothing": 0}
            lines.append(f"{_sum(name, terms)} {row_sense} {right}")
        lines += ["Binary", *(f" {name}" for name in self.variables), "End", ""]
        return "\n".join(lines)


def _holds(left, sense, right):
    return left <= right if sense == "<=" else left >= right if sense == ">=" else left == right


def _sum(name, terms):
    """One expression, wrapped: readers of the format limit the length of a line."""
    words = [f"{'-' if c < 0 else '+'} {abs(c)} {v}" for v, c in terms.items()] or ["+ 0 nothing"]
    lines = ["   ".join(words[at:at + 4]) for at in range(0, len(words), 4)]
    return f" {name}: " + "\n    ".join(lines)
