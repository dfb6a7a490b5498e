"""CSS inside a drawing: the addresses outside it that it names, and the CSS without them."""

from __future__ import annotations

import re

_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)
"""An escaped character (CSS Syntax 3, §4.3.7), which would hide a name from the patterns below."""
_OUTSIDE = re.compile(
    r"@import\b[^;]*;?"
    r"|(?:-webkit-)?image-set\((?:[^()]|\([^()]*\))*\)?"
    r"|url\(\s*(?:\"(?!#|data:image/|\")[^\"]*\"?|'(?!#|data:image/|')[^']*'?|(?![\"'#)]|data:image/)[^)]*)\s*\)?",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)


def outside_of(css: str) -> tuple[str, tuple[str, ...]]:
    """The CSS of a style sheet or of an attribute without what it takes from elsewhere, and what that was.

    CSS that takes nothing from elsewhere is given back as it is.
    """
    if "(" not in css and "@" not in css and "\\" not in css:
        return css, ()
    plain = _ESCAPE.sub(_character, _COMMENT.sub("", css))
    found: list[str] = []
    while matches := list(_OUTSIDE.finditer(plain)):
        found += (shortened(match[0].rstrip(";")) for match in matches)
        plain = _OUTSIDE.sub(_nothing, plain)  # and again: what was on both sides of it may be another, now
    return (plain, tuple(found)) if found else (css, ())


def _nothing(found: re.Match[str]) -> str:
    return "" if found[0].startswith("@") else "none"


def _character(found: re.Match[str]) -> str:
    code = int(found[1], 16) if found[1] else ord(found[2])
    if code == ord("\\"):
        return ""  # it would escape what follows
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


def shortened(text: str) -> str:
    """A piece of a drawing as a message repeats it."""
    text = " ".join(text.split())
    return text if len(text) <= 60 else f"{text[:59]}…"
