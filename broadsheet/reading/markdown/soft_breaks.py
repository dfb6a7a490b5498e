"""Soft line breaks: nothing between Han characters, a space between Latin words.

A newline in the source is where an editor's line happened to end. Han, kana and full-width punctuation know no
spaces (W3C clreq 3.2.1); Hangul and Latin words do; between Han and Latin the browser sets its own
quarter-em (`text-autospace`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from broadsheet.reading.markdown.element import BLOCKS, HEADINGS, Element

if TYPE_CHECKING:
    from collections.abc import Iterator

_BREAK = re.compile("[ \t]*\n[ \t\n]*")
_WIDE = re.compile(
    "[\u2e80-\u312f\u3190-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff9f\uffe0-\uffe6\U0001aff0-\U0001b16f\U0001f200-\U0001f2ff\U00020000-\U0003ffff]"
)
_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff\uffa0-\uffdc]")
# Punctuation that Chinese and Latin share: its neighbour tells which it is.
_SHARED = "“”‘’…—·"
_EDGE = " \t\n\u3000\u00a0"


def join_lines(text: str) -> str:
    """Give one stretch of text on one line, without the space at its edges."""
    text = text.strip(_EDGE)
    if "\n" not in text:
        return text
    parts: list[str] = []
    position = 0
    for before, after, word in _breaks(text):
        parts += (text[position:before], word)
        position = after
    return "".join((*parts, text[position:]))


def set_soft_breaks(root: Element) -> None:
    """Take the line breaks out of the text of every block, and the space at its edges; drop empty paragraphs."""
    _set_block(root)
    _drop_empty(root)


def _set_block(block: Element) -> None:
    run: list[tuple[Element, int]] = []

    def gather(element: Element) -> None:
        for index, child in enumerate(element.children):
            if isinstance(child, str):
                run.append((element, index))
            elif child.tag == "pre" or child.tag in BLOCKS or child.tag == "br":
                _set_run(run)
                run.clear()
                if child.tag != "pre":
                    _set_block(child)
            elif "footnote-ref" not in _classes_below(child):
                gather(child)

    gather(block)
    _set_run(run)


def _classes_below(element: Element) -> list[str]:
    """Give the classes of a note's mark, which stands in a `sup` and is no text."""
    return [name for child in element.children if isinstance(child, Element) for name in child.classes]


def _set_run(run: list[tuple[Element, int]]) -> None:
    """Join the lines of a run of text that may go through several inline elements."""
    texts = [str(element.children[index]) for element, index in run]
    if len(run) == 1:
        element, index = run[0]
        element.children[index] = join_lines(texts[0])
        return
    whole = "".join(texts)
    start = len(whole) - len(whole.lstrip(_EDGE))
    end = max(len(whole.rstrip(_EDGE)), start)
    inside = ((start + before, start + after, word) for before, after, word in _breaks(whole[start:end]))
    _make_cuts(run, texts, [(0, start, ""), *inside, (end, len(whole), "")])


def _breaks(text: str) -> Iterator[tuple[int, int, str]]:
    """Where the lines of `text` break (start, end), and what stands there instead."""
    for match in _BREAK.finditer(text):
        before, after = match.span()
        yield before, after, _between(text[max(before - 64, 0) : before], text[after : after + 64])


def _between(before: str, after: str) -> str:
    left = before.rstrip(_SHARED)[-1:]
    right = after.lstrip(_SHARED)[:1]
    if _HANGUL.match(left) or _HANGUL.match(right):
        return " "
    return "" if _WIDE.match(left) or _WIDE.match(right) else " "


def _make_cuts(run: list[tuple[Element, int]], texts: list[str], cuts: list[tuple[int, int, str]]) -> None:
    """Cut stretches (start, end, word in their place) out of the texts; a word stands where its stretch starts."""
    offset = first = 0
    for (element, index), text in zip(run, texts, strict=True):
        stop = offset + len(text)
        parts: list[str] = []
        position = offset
        while first < len(cuts) and cuts[first][0] < stop:
            start, end, word = cuts[first]
            if start >= offset:
                parts += (text[position - offset : start - offset], word)
            position = min(max(end, position), stop)
            if end > stop:
                break
            first += 1
        parts.append(text[position - offset :])
        element.children[index] = "".join(parts)
        offset = stop


def _drop_empty(root: Element) -> None:
    for element in list(root.walk()):
        element.children = [child for child in element.children if not _is_empty(child)]


def _is_empty(node: Element | str) -> bool:
    if isinstance(node, str):
        return not node
    if node.tag not in HEADINGS and node.tag != "p":
        return False
    return not node.text().strip() and not any("data-picture" in child.attributes for child in node.walk())
