"""An article's body: Markdown in, sanitised HTML and its facts out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadsheet.reading.markdown.boxes import begins_box
from broadsheet.reading.markdown.limits import LONGEST_LINE, long_line
from broadsheet.reading.markdown.plain import read_plain, set_plain
from broadsheet.reading.markdown.plain_links import plain_links
from broadsheet.reading.markdown.typed import read_typed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown.extensions import Extension

    from broadsheet.model.body import Body
    from broadsheet.model.diagnostic import Diagnostic
    from broadsheet.reading.markdown.plain import PlainBlock


def read_body(
    text: str, *, file: str, first_line: int, extensions: tuple[Extension, ...] = ()
) -> tuple[Body, tuple[Diagnostic, ...]]:
    """Give the body of an article and what is wrong with it.

    `text` is the Markdown after the front matter and `first_line` the line of `file`, from 1, on which it begins.
    A body too long or too deep to convert is empty, with a diagnostic that says so. `extensions` are the paper's own,
    of Python-Markdown's kind.
    """
    # An extension may give a meaning to any sign.
    blocks = read_plain(text) if not extensions and len(text) <= LONGEST_LINE else None
    if blocks is not None and "](" not in text and not _has_box(blocks):
        return set_plain(blocks, ()), ()
    typed = read_typed(text, file=file, first_line=first_line)
    if blocks is None and not extensions and not long_line(typed):
        blocks = read_plain(typed.text)
    linked = "](" in typed.text
    if blocks is not None and not _has_box(blocks):
        return set_plain(blocks, plain_links(typed) if linked else ()), ()
    # Python-Markdown and the sanitiser take 0.1 s to load, and most copy needs neither.
    from broadsheet.reading.markdown.marked import set_boxed, set_marked  # noqa: PLC0415 - as said above

    return set_marked(typed, extensions) if blocks is None or linked else set_boxed(blocks, typed)


def _has_box(blocks: Sequence[PlainBlock]) -> bool:
    return any(begins_box(text) for level, text in blocks if not level)
