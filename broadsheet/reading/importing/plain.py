"""Plain text to lines."""

from __future__ import annotations

import re
from collections import Counter

from broadsheet.model.text_width import set_width
from broadsheet.reading.importing.lines import CONTROLS, Copy, Line, Run, line_of

_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_HEADING = re.compile(r"^(?P<marks>#{1,4})(?= \S)", re.MULTILINE)
_LEADING = re.compile(r"\s*")


def plain_copy(text: str) -> Copy:
    """The lines of a text, with the white space that it sets about them."""
    changed: Counter[str] = Counter()
    lines: list[Line] = []
    blank = 0
    marked = len(_HEADING.findall(text)) > 1
    for number, typed in enumerate(_LINE_END.split(text), 1):
        seen = CONTROLS.sub("", typed)
        indent = set_width(_LEADING.match(seen)[0].expandtabs(4))  # type: ignore[index] # it always matches
        level = 0
        if marked and (heading := _HEADING.match(seen)):
            # The editor writes Markdown, and so may whoever sent the copy.
            changed["heading marks (#) read"] += 1
            level = len(heading["marks"])
        copy = seen[level:] if level else typed
        line = line_of([Run(copy)], changed, Line("", number, blank, indent, level=level))
        if not line.text:
            blank += 1
            continue
        changed["indents of U+3000 taken away"] += seen[: len(seen) - len(seen.lstrip())].count("\u3000")
        lines.append(line)
        blank = 0
    return Copy(tuple(lines), changed)
