"""What is wrong with the printed page's template, told as every other diagnostic is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadsheet.model.diagnostic import Diagnostic
from broadsheet.model.place import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

TEMPLATE: Final = "printed-page.typ"
"""The template's name among the layouts."""
_WHERE: Final = re.compile(r"┌─ [^\n]*?(?P<file>[\w.-]+\.typ):(?P<line>\d+):(?P<column>\d+)")
_MARK: Final = re.compile(r"│\s+(\^+)")


def fault(message: str, diagnostic: str, hints: Sequence[str], source: str, shown: str) -> Diagnostic:
    """Typst's error, with its report that has the place, as a diagnostic of the file below the folder `shown`."""
    found = _WHERE.search(diagnostic)
    if not found:
        return Diagnostic("layout-failed", message, Place(f"{shown}/{TEMPLATE}"), "; ".join(hints))
    line, column = int(found["line"]), int(found["column"]) + 1
    lines = source.splitlines()
    excerpt = lines[line - 1] if 0 < line <= len(lines) else ""
    mark = _MARK.search(diagnostic)
    place = Place(f"{shown}/{TEMPLATE}", line, column, len(mark[1]) if mark else 1)
    code = "layout-syntax" if message.startswith(("expected", "unexpected", "unclosed")) else "layout-failed"
    return Diagnostic(code, message, place, "; ".join(hints), excerpt)
