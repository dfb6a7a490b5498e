"""The plain text of a body, block by block, for summaries and the search."""

from __future__ import annotations

from itertools import islice

from broadsheet.reading.markdown.element import BLOCKS, Element

OPENING = 4
"""Paragraphs that a story's card can show."""

# Readings above Han characters, and the signs that lead to a note and back, are no words of a sentence.
_SILENT_TAGS = frozenset({"rt", "rp"})
_SILENT_CLASSES = frozenset({"footnote-ref", "footnote-backref"})


def plain_paragraphs(root: Element) -> tuple[str, ...]:
    """Give each block's text once, in order: paragraphs, headings, items, cells, boxes, notes."""
    finished: list[str] = []
    parts: list[str] = []
    _read(root, parts, finished)
    _finish(parts, finished)
    return tuple(finished)


def opening_paragraphs(root: Element) -> tuple[str, ...]:
    """Give the text of the body's first paragraphs, those that stand in no box, list or table."""
    paragraphs = (child for child in root.children if isinstance(child, Element) and child.tag == "p")
    return tuple(text for paragraph in islice(paragraphs, OPENING) if (text := plain_text(paragraph)))


def plain_text(element: Element) -> str:
    """Give the text of one block."""
    return " ".join(plain_paragraphs(element))


def _read(element: Element, parts: list[str], finished: list[str]) -> None:
    """Gather the text of the block that is open in `parts`, and those done in `finished`."""
    for child in element.children:
        if isinstance(child, str):
            parts.append(child)
        elif child.tag == "br":
            parts.append(" ")
        elif child.tag in BLOCKS:
            _finish(parts, finished)
            _read(child, parts, finished)
            _finish(parts, finished)
        elif child.tag not in _SILENT_TAGS and _SILENT_CLASSES.isdisjoint(child.classes):
            _read(child, parts, finished)


def _finish(parts: list[str], finished: list[str]) -> None:
    text = "".join(parts).replace("\u00a0", " ").strip()
    parts.clear()
    if text:
        finished.append(text)
