"""What may be changed in a source: one small mistake at a time, in the order of the text."""

import bisect
import dataclasses
import hashlib

from tokens import partners, tokens_of

# Between spaces alone (the formatter sets them), so that no template or reference is meant.
_BINARY = {
    "<": ("<=", ">="), "<=": ("<", ">"), ">": (">=", "<="), ">=": (">", "<"),
    "==": ("!=",), "!=": ("==",), "&&": ("||",), "||": ("&&",),
    "+": ("-",), "-": ("+",), "*": ("/",), "/": ("*",), "%": ("*",),
    "+=": ("-=",), "-=": ("+=",), "*=": ("/=",), "|=": ("&=",), "&=": ("|=",),
}
_NAMES = {
    "min": "max", "max": "min", "any_of": "all_of", "all_of": "any_of", "none_of": "any_of",
    "true": "false", "false": "true", "min_element": "max_element",
    "max_element": "min_element", "lower_bound": "upper_bound", "upper_bound": "lower_bound",
}
# Words that begin what is no plain statement: dropping it would not compile, or means nothing.
_NO_STATEMENT = {
    "if", "for", "while", "do", "switch", "case", "default", "else", "using", "static_assert",
    "const", "constexpr", "static", "auto", "struct", "class", "enum", "template", "public",
    "private", "protected", "friend", "namespace", "return", "typedef", "extern", "goto",
}
_BLOCK_WORDS = {"else", "do", "const", "noexcept", "mutable", "override", "final"}


@dataclasses.dataclass(frozen=True)
class Mutant:
    file: str      # path from the root
    line: int      # 1-based, for people
    text: str      # that line without its indentation: what survivors.toml names
    change: str    # "column: was -> becomes", the column within `text`
    nth: int       # of the places in this file with the same text and change, from 1
    start: int
    end: int
    becomes: str

    def apply(self, source):
        """The source with this one change. Lines keep their numbers: checks hold them."""
        lost = source.count("\n", self.start, self.end) - self.becomes.count("\n")
        return source[:self.start] + self.becomes + "\n" * lost + source[self.end:]

    @property
    def key(self):
        return (self.file, self.text, self.change, self.nth)

    @property
    def digest(self):
        return hashlib.sha256("\0".join(map(str, self.key)).encode()).hexdigest()


class _Finder:
    def __init__(self, source):
        self.source = source
        self.tokens = tokens_of(source)
        self.partner = partners(self.tokens)
        self.found = []  # (start, end, becomes)
        self.asserted = self._asserted()
        self.blocks = self._blocks()

    def find(self):
        for i, token in enumerate(self.tokens):
            if i in self.asserted:
                continue
            if token.kind == "mark":
                self._mark(i, token)
            elif token.kind == "number":
                self._number(i, token)
            elif token.kind == "name":
                self._name(i, token)
        self._statements()
        return sorted(set(self.found))

    def _add(self, first, last, becomes):
        self.found.append((self.tokens[first].start, self.tokens[last].end, becomes))

    def _text(self, i):
        return self.tokens[i].text if 0 <= i < len(self.tokens) else ""

    def _spaced(self, i):
        token = self.tokens[i]
        return (self.source[token.start - 1:token.start].isspace() and
                self.source[token.end:token.end + 1].isspace())

    def _asserted(self):
        """Tokens of static_assert and of template heads: the compiler judges them, not tests."""
        out = set()
        for i, token in enumerate(self.tokens):
            if token.text == "static_assert":
                out.update(range(i, self.partner[i + 1] + 1))
            if token.text == "template" and self._text(i + 1) == "<":
                end = i
                while self._text(end) != ">":
                    end += 1
                out.update(range(i, end + 1))
        return out

    def _mark(self, i, token):
        if token.text in _BINARY and self._spaced(i) and self._text(i - 1) != "operator":
            for becomes in _BINARY[token.text]:
                self._add(i, i, becomes)
        if token.text == "!":
            self._add(i, i, "")

    def _number(self, i, token):
        digits = token.text.rstrip("uUlLzZ")
        if not digits.replace("'", "").isdigit() or (len(digits) > 1 and digits[0] == "0"):
            return
        if not self._in_code(i):
            return
        suffix = token.text[len(digits):]
        value = int(digits.replace("'", ""))
        self._add(i, i, f"{value + 1}{suffix}")
        if value > 0:
            self._add(i, i, f"{value - 1}{suffix}")

    def _in_code(self, i):
        """Not the default of a field: the safe value that nothing should come to rest on."""
        if any(opening < i < self.partner[opening] for opening in self.blocks):
            return True
        while i > 0 and self._text(i) not in (";", "{", "}"):
            i -= 1
            if self._text(i) == "constexpr":
                return True
        return False

    def _name(self, i, token):
        if token.text in ("true", "false") and not self._in_code(i):
            return
        if token.text in _NAMES:
            qualified = self._text(i - 1) == "::" and self._text(i - 2) == "std"
            if qualified or token.text in ("true", "false"):
                self._add(i, i, _NAMES[token.text])
        if token.text in ("if", "while") and self._text(i + 1) == "(":
            self._negate(i + 1)
        if token.text == "clamp" and self._text(i + 1) == "(":
            self._unclamp(i)

    def _negate(self, opening):
        """A condition without an operator of its own is turned round whole."""
        closing = self.partner[opening]
        inside = self.tokens[opening + 1:closing]
        operators = set(_BINARY) - {"+", "-", "*", "/", "%"}
        if any(t.text in operators | {"!", ";"} for t in inside):
            return
        text = self.source[inside[0].start:inside[-1].end]
        # A declaration as condition: `if (const auto x = f())`.
        if any(t.text == "=" for t in inside):
            return
        self._add(opening + 1, closing - 1, f"!({text})")

    def _unclamp(self, i):
        """std::clamp(a, low, high) loses one bound at a time."""
        closing = self.partner[i + 1]
        commas, k = [], i + 2
        while k < closing:
            if self._text(k) in ("(", "[", "{"):
                k = self.partner[k]
            elif self._text(k) == ",":
                commas.append(k)
            k += 1
        if len(commas) != 2:
            return
        parts = [self.source[self.tokens[a].end:self.tokens[b].start].strip()
                 for a, b in zip([i + 1, *commas], [*commas, closing])]
        self._add(i, closing, f"max({parts[0]}, {parts[1]})")
        self._add(i, closing, f"min({parts[0]}, {parts[2]})")

    def _blocks(self):
        """Opening braces of function bodies, lambdas and what if, for and while hold."""
        out = set()
        for i, token in enumerate(self.tokens):
            if token.text == "{" and token.kind == "mark" and self._opens_block(i):
                out.add(i)
        return out

    def _opens_block(self, i):
        before = self._text(i - 1)
        if before == ")" or before in _BLOCK_WORDS:
            return True
        # A lambda that says what it returns.
        for k in range(i - 1, max(i - 16, 0), -1):
            if self._text(k) == "->" and self._text(k - 1) == ")":
                return True
            if self._text(k) in (";", "{", "}", "=", "return"):
                return False
        return False

    def _statements(self):
        for opening in self.blocks:
            closing = self.partner[opening]
            i = opening + 1
            while i < closing:
                i = self._statement(i, closing)

    def _statement(self, i, closing):
        """Looks at the statement that begins at `i`; returns where the next one begins."""
        word = self._text(i)
        if word in ("if", "for", "while", "switch"):
            k = i + 1 + (self._text(i + 1) == "constexpr")
            return self.partner[k] + 1
        if word in ("else", "do"):
            return i + 1
        if word in ("case", "default"):
            while self._text(i) != ":":
                i += 1
            return i + 1
        if word == "{":
            return i + 1
        if word in ("}", ";"):
            return i + 1
        end = i
        while end < closing and self._text(end) != ";":
            end = self.partner[end] if self._text(end) in ("(", "[", "{") else end
            end += 1
        if end < closing and self._droppable(i, end):
            self._add(i, end, ";")
        return end + 1

    def _droppable(self, i, end):
        word = self._text(i)
        if word in ("return", "continue", "break"):
            return end == i + 1
        # A check that holds does nothing; that it stands there is for readers.
        if word in _NO_STATEMENT or word == "UNKNOT_CHECK":
            return False
        # Two names beside each other, or a name after a type's end, declare something.
        for k in range(i, end):
            if self._text(k) in ("(", "=", "[", "{", "+=", "-=", ".", "->", "++"):
                return True
            if self.tokens[k].kind == "name" and k > i and (
                    self.tokens[k - 1].kind == "name" or
                    self._text(k - 1) in (">", "&", "*") and self._text(k - 2) != "="):
                return False
        return self._text(i) in ("++", "--")


def _short(text):
    """One line of at most 60 signs, for people and for survivors.toml."""
    flat = " ".join(text.split())
    return flat if len(flat) <= 60 else flat[:57] + "..."


def mutants_of(file, source):
    """Every mutant of `source`, in the order of its text."""
    starts = [0] + [i + 1 for i, sign in enumerate(source) if sign == "\n"]
    out, counts = [], {}
    for start, end, becomes in _Finder(source).find():
        row = bisect.bisect_right(starts, start) - 1
        line = source[starts[row]:].split("\n", 1)[0]
        indent = len(line) - len(line.lstrip())
        was = source[start:end]
        what = f"{_short(was)} -> {_short(becomes) or 'nothing'}"
        change = f"{start - starts[row] - indent}: {what}"
        key = (line.strip(), change)
        counts[key] = counts.get(key, 0) + 1
        out.append(Mutant(file, row + 1, line.strip(), change, counts[key], start, end, becomes))
    return out
