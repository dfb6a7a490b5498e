"""Where a paragraph may be cut between two lines: what W3C clreq (§3.1.4, line start and line end) allows."""

from __future__ import annotations

import re
from typing import Final

NO_START: Final = frozenset("、，。．：；？！）〕］｝〉》」』】〗〙〛”’…—～·‧％‰℃°,.:;?!)]}%\u3000 ")
NO_END: Final = frozenset("（〔［｛〈《「『【〖〘〚“‘([{￥＄$#＃@")
_LETTER: Final = "[!-~\u00a1-\u1fff]"
_UNIT: Final = re.compile(f"{_LETTER}+(?:[\u2010\u2011\u2019]{_LETTER}+)*")


def breaks_of(text: str) -> tuple[int, ...]:
    """The places in a text, in bytes of its UTF-8, behind which another line may begin.

    Latin words and figures stay whole, also at their hyphens; a break behind a space keeps the space on the first line.
    """
    inside = bytearray(len(text) + 1)
    for word in _UNIT.finditer(text):
        for at in range(word.start() + 1, word.end()):
            inside[at] = 1
    found: list[int] = []
    size = 0
    for at in range(1, len(text)):
        size += len(text[at - 1].encode())
        before, after = text[at - 1], text[at]
        if not inside[at] and after not in NO_START and before not in NO_END and not _joined(before, after):
            found.append(size)
    return tuple(found)


def _joined(before: str, after: str) -> bool:
    """Whether two signs are one (dashes and dots of two cells), or the second belongs to the first (variants)."""
    return (before == after and before in "—…") or "\ufe00" <= after <= "\ufe0f" or after in "\u200d\u20e3"
