"""Pages of our own with what each of their lines is, and the ways in which copy like theirs arrives.

A file of `pages/` or `pages-aside/` has a line of copy a line, behind the letter of what it is: K kicker, H headline,
S subtitle, B byline above and E below the copy, P copy, X crosshead, V verse, C caption or credit, T contacts,
J furniture of the page; a line with a dot parts stanzas.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from broadsheet.model.text_width import set_width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadsheet.reading.importing.stories import Page

HERE = Path(__file__).parent
WIDTHS = (20, 30, 44, 60)
"""Cells to a line: 10 to 30 Han characters, 20 to 60 Latin letters."""
OPEN = frozenset(("health", "school", "feature2", "river"))
"""Pages with a deck whose lines can be parted in two ways, with no sign which is meant: there they count as one."""
FIELDS = ("headline", "deck", "byline", "crosshead", "credit", "contact", "paragraph")
_HANGING = "，。、；：？！”’）》」』】〕…,.;:?!)"


@dataclass(frozen=True)
class Labels:
    """A page's lines with their letters."""

    name: str
    rows: tuple[tuple[str, str], ...]

    def fields(self) -> dict[str, Counter[str]]:
        """What a perfect reading finds, by field; white space does not count."""
        found: dict[str, Counter[str]] = {name: Counter() for name in FIELDS}
        whole = self.name in OPEN
        kinds = {"B": "byline", "E": "byline", "X": "crosshead", "C": "credit", "T": "contact", "P": "paragraph"}
        title: list[str] = []
        for letter, text in (*self.rows, ("", "")):
            if letter == "H" or (whole and letter and letter in "KS"):
                title.append(text)
                continue
            if title:
                found["headline"][bare("".join(title))] += 1
                title = []
            if letter in kinds:
                found[kinds[letter]][bare(text)] += 1
            elif letter in "KS" and letter:
                found["deck"][bare(text)] += 1
        return found


@dataclass
class Tally:
    """Counts of what was found rightly, found wrongly and missed, by field."""

    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)

    def add(self, expected: dict[str, Counter[str]], found: dict[str, Counter[str]]) -> None:
        for name in FIELDS:
            self.right[name] += (expected[name] & found[name]).total()
            self.wrong[name] += (found[name] - expected[name]).total()
            self.missed[name] += (expected[name] - found[name]).total()

    def recall(self, name: str) -> float:
        return self.right[name] / max(self.right[name] + self.missed[name], 1)

    def precision(self, name: str) -> float:
        return self.right[name] / max(self.right[name] + self.wrong[name], 1)


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def pages(folder: str) -> list[Labels]:
    found = []
    for path in sorted((HERE / folder).glob("*.txt")):
        lines = path.read_text(encoding="utf-8").splitlines()
        found.append(Labels(path.stem, tuple((line[0], line[2:]) for line in lines)))
    return found


def found_in(page: Page, *, whole: bool = False) -> dict[str, Counter[str]]:
    """What was found, by field; where `whole`, all lines of a headline as one."""
    found: dict[str, Counter[str]] = {name: Counter() for name in FIELDS}
    kinds = {"X": "crosshead", "T": "contact", "P": "paragraph"}
    for story in page.stories:
        deck = (*story.kicker, *story.subtitle, story.column)
        title = (story.column, *story.kicker, *story.title, *story.subtitle) if whole else story.title
        if story.title:
            found["headline"][bare("".join(title))] += 1
        found["deck"] += Counter(bare(text) for text in deck if text and not whole)
        found["byline"] += Counter(bare(text) for text in story.bylines)
        found["credit"] += Counter(bare(block.text) for block in story.pictures)
        for block in story.blocks:
            if block.label in kinds:
                found[kinds[block.label]][bare(block.text + (story.jump if block is story.blocks[-1] else ""))] += 1
    return found


def plain(labels: Labels, *, blank: int = 1, indents: bool = False, wrap: int = 0) -> str:
    """The page as plain text: `blank` empty lines between texts, paragraphs set in or not, broken at `wrap` cells."""
    out: list[str] = []
    above = ""
    for letter, text in labels.rows:
        if letter == ".":
            out.append("")
            above = ""
            continue
        if out and not (letter == above and letter in "VT"):
            out += [""] * blank
        first = "\u3000\u3000" if indents and letter in "PTVE" else ""
        out += broken(first + text, wrap) if wrap else [first + text]
        above = letter
    return "\n".join(out) + "\n"


def broken(text: str, wrap: int) -> list[str]:
    """Lines of at most `wrap` cells: Latin words whole, no line begun with a sign that hangs on the one before it."""
    lines, line = [], ""
    for piece in re.findall(r"[^\s\u2e80-\uffef“”‘’…—]+|\s+|.", text):
        if set_width(line) + set_width(piece.rstrip()) > wrap and line.strip() and piece[0] not in _HANGING:
            lines.append(line.rstrip(" "))
            line = piece.lstrip(" ")
        else:
            line += piece
    return [*lines, line.rstrip(" ")]


def variants(labels: Labels) -> Iterator[tuple[str, str]]:
    """The page in each of the ways, by name."""
    for name, blank, indents in (
        ("gaps", 1, False),
        ("tight", 0, False),
        ("indents", 0, True),
        ("wide gaps", 2, False),
    ):
        yield name, plain(labels, blank=blank, indents=indents)
        for wrap in WIDTHS:
            yield f"{name}, {wrap} cells", plain(labels, blank=blank, indents=indents, wrap=wrap)
