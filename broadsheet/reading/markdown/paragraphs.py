"""The plain text of a body, block by block, for summaries and the search."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from broadsheet.reading.byline import copy_of
from broadsheet.reading.markdown.element import BLOCKS, Element

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

OPENING = 4
"""Paragraphs that a story's card can show."""

# Readings above Han characters, and the signs that lead to a note and back, are no words of a sentence.
_SILENT_TAGS = frozenset({"rt", "rp"})
_SILENT_CLASSES = frozenset({"footnote-ref", "footnote-backref"})


def plain_paragraphs(root: Element, line_break: str = " ") -> tuple[str, ...]:
    """Give each block's text once, in order: paragraphs, headings, items, cells, boxes, notes."""
    finished: list[str] = []
    parts: list[str] = []
    _read(root, parts, finished, line_break)
    _finish(parts, finished)
    return tuple(finished)


def opening_paragraphs(root: Element) -> tuple[str, ...]:
    """Give the copy of the body's first paragraphs, those that stand in no box, list or table.

    Datelines, bylines and credits are left out, and paragraphs that have nothing else. A body without such copy
    gives the first other block that has some.
    """
    paragraphs = (child for child in root.children if isinstance(child, Element) and child.tag == "p")
    running = (plain_text(paragraph, line_break="\n") for paragraph in paragraphs)
    return opening_of(running, plain_paragraphs(root))


def opening_of(running: Iterable[str], blocks: Iterable[str]) -> tuple[str, ...]:
    """Give the opening of a body whose paragraphs of running copy have these texts, and whose blocks have those."""
    return tuple(islice(_copy(running), OPENING)) or tuple(islice(_copy(blocks), 1))


def block_text(text: str) -> str:
    """Give what is read of a block whose words are `text`."""
    return text.replace("\u00a0", " ").strip()


def plain_text(element: Element, line_break: str = " ") -> str:
    """Give the text of one block, with `line_break` for each break of a line."""
    return " ".join(plain_paragraphs(element, line_break))


def _copy(texts: Iterable[str]) -> Iterator[str]:
    return (copy.replace("\n", " ") for text in texts if (copy := copy_of(text)))


def _read(element: Element, parts: list[str], finished: list[str], line_break: str) -> None:
    """Gather the text of the block that is open in `parts`, and those done in `finished`."""
    for child in element.children:
        if isinstance(child, str):
            parts.append(child)
        elif child.tag == "br":
            parts.append(line_break)
        elif child.tag in BLOCKS:
            _finish(parts, finished)
            _read(child, parts, finished, line_break)
            _finish(parts, finished)
        elif child.tag not in _SILENT_TAGS and _SILENT_CLASSES.isdisjoint(child.classes):
            _read(child, parts, finished, line_break)


def _finish(parts: list[str], finished: list[str]) -> None:
    text = block_text("".join(parts))
    parts.clear()
    if text:
        finished.append(text)
