"""How a page's copy was set: whether its lines were broken at a width, its indents, its gaps, its script."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from broadsheet.model.text_width import set_width
from broadsheet.reading.byline import is_contact
from broadsheet.reading.importing.signatures import signature

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadsheet.reading.importing.lines import Line

_ENDS_SENTENCE = re.compile(
    r"(?:[。！？!?…]|\.(?=\W*$)|(?<=[。！？!?….])[”」』’\"')）】〕]"
    # Its author, or where it goes on, may stand behind it in brackets.
    r"|[。！？!?…”」』）)]\s*[（(【〔［][^（()）】〕］。！？]{2,30}[）)】〕］])[\s*]*$"
)
_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")
_WORD = re.compile(r"[^\s\u2e80-\uffef“”‘’…—]+")
# Signs that may not begin a line go with the character before them.
_HANGING = "，。、；：？！”’）》」』】〕…·,.;:?!)"
_TAIL = 40
SHORT = 30
"""Cells of a line that may be a heading."""
NARROWEST = 16
"""Cells: nobody breaks copy into shorter lines."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for the whole page.

    `wrap` is the width in cells at which lines were broken, 0 where every line is a paragraph. `indented` says that
    paragraphs are set in; `gap` is how many empty lines usually part them, and `gapped` that hardly any two stand
    without one, `close` that most do; `insets` is the cells by which paragraphs are set in and headlines are not,
    0 where that tells nothing; `han` that the copy is Han, and not Latin. `level` is that of the uppermost headings,
    0 where markup has none.
    """

    wrap: int = 0
    indented: bool = False
    gap: int = 0
    gapped: bool = False
    close: bool = False
    insets: int = 0
    han: bool = True
    level: int = 0


def setting_of(lines: Sequence[Line]) -> Setting:
    """How lines were set."""
    text = "".join(line.text for line in lines)
    letters = sum(char.isalpha() for char in text)
    han = len(_HAN.findall(text)) * 2 >= letters
    behind = [line for line in lines[1:] if line.blank]
    gaps = Counter(min(line.blank, 9) for line in behind).most_common(1)
    ended = [(line, after) for line, after in pairwise(lines) if ends_sentence(line.text)]
    set_in = sum(after.indent >= 2 for _, after in ended)
    indented = set_in >= 2 and set_in * 5 >= len(ended) * 2
    wrap = _wrap(lines)
    parted = [after.blank > 0 for line, after in ended if not is_full(line, after, wrap)]
    gapped = len(parted) >= 2 and sum(parted) * 10 >= len(parted) * 8
    close = len(parted) >= 2 and sum(parted) * 10 <= len(parted) * 3
    return Setting(wrap, indented, gaps[0][0] if gaps else 0, gapped, close, _insets(lines), han, _uppermost(lines))


def _insets(lines: Sequence[Line]) -> int:
    """How far paragraphs are set in, where that tells them from a good part of the short lines; 0 where it does not."""
    begun = [
        line.indent for above, line in pairwise(lines) if _is_copy(line) and (line.blank or ends_sentence(above.text))
    ]
    inset, often = Counter(begun).most_common(1)[0] if begun else (0, 0)
    short = [line.indent for line in lines if _may_head(line)]
    with_copy = sum(abs(indent - inset) < 2 for indent in short)
    if inset < 2 or often * 3 < len(begun) * 2 or not short:
        return 0
    return inset if with_copy * 10 <= len(short) * 8 and with_copy else 0


def _may_head(line: Line) -> bool:
    """Whether a line could be a heading; bylines are set in on pages whose crossheads are not."""
    brief = set_width(line.text) <= SHORT and not ends_sentence(line.text)
    return brief and not (signature(line.text) or is_contact(line.text))


def _is_copy(line: Line) -> bool:
    return set_width(line.text) > 2 * SHORT or (ends_sentence(line.text) and set_width(line.text) > SHORT)


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does, perhaps behind a closing quotation mark or bracket."""
    return _ENDS_SENTENCE.search(text, max(0, len(text) - _TAIL)) is not None


def first_word(text: str) -> int:
    """The cells of what can't be parted from a line's beginning: a Latin word, or a character with its signs."""
    word = _WORD.match(text)
    end = word.end() if word else 1
    while end < len(text) and text[end] in _HANGING:
        end += 1
    return set_width(text[:end])


def is_full(line: Line, after: Line, wrap: int) -> bool:
    """Whether a line ends because what follows had no more room in `wrap` cells."""
    at = set_width(line.text) + line.indent
    # The break may have swallowed a space, but hardly one behind a sentence.
    space = int(not ends_sentence(line.text))
    return bool(wrap) and at <= wrap + 2 and at + space + first_word(after.text) > wrap


def _uppermost(lines: Sequence[Line]) -> int:
    """The level of headlines: that of the uppermost headings, or one above it where larger type stands above those."""
    headings = [line for line in lines if line.level]
    level = min((line.level for line in headings), default=0)
    largest = max((line.size for line in lines if not line.level), default=0.0)
    larger = headings and largest > 1.2 * max(line.size for line in headings)
    return level - 1 if larger else level


def _wrap(lines: Sequence[Line]) -> int:
    """The width at which lines were broken: that which explains most line ends, 0 if none explains enough."""
    widths = [set_width(line.text) + line.indent for line in lines]
    pairs = list(pairwise(lines))
    best, most = 0, 0
    for wrap in sorted({cells for cells in widths if NARROWEST <= cells <= 140}):
        full = [line for line, after in pairs if is_full(line, after, wrap)]
        over = sum(cells > wrap + 2 for cells in widths)
        explained = len(full) - over
        # Where sentences end with their lines, lines are verse or paragraphs.
        open_ends = sum(not ends_sentence(line.text) and line.text[-1:] not in "，,、" for line in full)
        if explained > most and open_ends * 2 >= len(full):
            best, most = wrap, explained
    return best if most >= 4 and most * 5 >= len(lines) else 0
