"""Ids in a body: one each, none of the page's own."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from broadsheet.reading.markdown.element import Element

RESERVED = frozenset({"main", "top", "search", "text-size"})
"""Ids that the page's layout takes."""

_GAP = re.compile(r"[\s-]+")


class Fragments:
    """Gives out the ids of one body."""

    def __init__(self) -> None:
        """Start with the page's own ids taken."""
        self._taken = set(RESERVED)
        self._turns: dict[str, int] = {}
        self.names: dict[str, str] = {}
        """Each id as typed, and as given (of several that ask for one, the first has it)."""

    def give(self, wanted: str) -> str:
        """Give an id that is still free: `wanted`, or `wanted-2` and so on."""
        stem = "-".join(wanted.split())
        name = stem
        turn = self._turns.get(stem, 1)
        while name in self._taken:
            turn += 1
            name = f"{stem}-{turn}"
        self._turns[stem] = turn
        self._taken.add(name)
        self.names.setdefault(wanted, name)
        self.names.setdefault(name, name)
        return name


def name_fragments(root: Element) -> Fragments:
    """Make every id that stands in the body unique."""
    fragments = Fragments()
    for element in root.walk():
        if "id" in element.attributes:
            element.attributes["id"] = fragments.give(element.attributes["id"])
    return fragments


def slug(text: str) -> str:
    """Give `text` as an id: letters, marks and figures of any script in lower case, gaps as `-`."""
    kept = "".join(
        char if unicodedata.category(char)[0] in "LMN" else " " if char.isspace() or char in "-–—_/" else ""
        for char in unicodedata.normalize("NFC", text).lower()
    )
    return _GAP.sub("-", kept.strip()) or "crosshead"
