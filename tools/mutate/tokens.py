"""C++ text as tokens, as far as the mutator needs them: no comments, no preprocessor."""

import dataclasses
import re

# The order matters: what begins alike is tried from the longest on.
_PATTERN = re.compile(
    r"""(?P<skip>\s+|//[^\n]*|/\*.*?\*/)
      |(?P<raw>R"(?P<mark>[^()\s]*)\(.*?\)(?P=mark)")
      |(?P<text>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')
      |(?P<number>(?:0[xXbB])?[0-9][0-9a-fA-F']*(?:\.[0-9]+)?[uUlLzZ]*)
      |(?P<name>[A-Za-z_][A-Za-z_0-9]*)
      |(?P<mark_>\.\.\.|<<=|>>=|<=>|->\*|::|->|\+\+|--|<<|>=|<=|==|!=|&&|\|\||[-+*/%&|^]=|.)
    """, re.S | re.X)

_OPEN, _CLOSE = "([{", ")]}"


@dataclasses.dataclass(frozen=True)
class Token:
    kind: str  # name, number, text or mark
    text: str
    start: int
    end: int


def blank_preprocessor(source):
    """The source with preprocessor lines replaced by spaces, so that every place stays."""
    def blank(match):
        return re.sub(r"[^\n]", " ", match[0])
    return re.sub(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", blank, source, flags=re.M)


def tokens_of(source):
    out = []
    for match in _PATTERN.finditer(blank_preprocessor(source)):
        kind = match.lastgroup
        if match["skip"] is not None:
            continue
        if match["raw"] is not None or match["text"] is not None:
            kind = "text"
        elif kind == "mark_":
            kind = "mark"
        out.append(Token(kind, match[0], match.start(), match.end()))
    return out


def partners(tokens):
    """Index of the bracket that closes or opens each bracket. Angle brackets are none."""
    out, open_ = {}, []
    for i, token in enumerate(tokens):
        if token.kind != "mark":
            continue
        if token.text in _OPEN:
            open_.append(i)
        elif token.text in _CLOSE:
            if not open_:
                raise ValueError(f"'{token.text}' at {token.start} closes nothing")
            other = open_.pop()
            out[i], out[other] = other, i
    return out
