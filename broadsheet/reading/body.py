"""An article's body: Markdown in, sanitised HTML and its facts out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadsheet.reading.markdown.boxes import begins_box
from broadsheet.reading.markdown.limits import LONGEST_LINE, long_line
from broadsheet.reading.markdown.plain import read_plain, set_plain
from broadsheet.reading.markdown.typed import read_typed

if TYPE_CHECKING:
    from markdown.extensions import Extension

    from broadsheet.model.body import Body
    from broadsheet.model.diagnostic import Diagnostic


def read_body(
    text: str, *, file: str, first_line: int, extensions: tuple[Extension, ...] = ()
) -> tuple[Body, tuple[Diagnostic, ...]]:
    """Give the body of an article and what is wrong with it.

    `text` is the Markdown after the front matter and `first_line` the line of `file`, from 1, on which it begins.
    A body too long or too deep to convert is empty, with a diagnostic that says so. `extensions` are the paper's own,
    of Python-Markdown's kind.
    """
    typed = None
    # An extension may give a meaning to any sign.
    blocks = read_plain(text) if not extensions and len(text) <= LONGEST_LINE else None
    if blocks is None:
        typed = read_typed(text, file=file, first_line=first_line)
        blocks = None if extensions or long_line(typed) else read_plain(typed.text)
    if blocks is not None and not any(begins_box(text) for level, text in blocks if not level):
        return set_plain(blocks), ()
    # Python-Markdown and the sanitiser take 0.1 s to load, and most copy needs neither.
    from broadsheet.reading.markdown.marked import set_boxed, set_marked  # noqa: PLC0415 - as said above

    typed = typed or read_typed(text, file=file, first_line=first_line)
    return set_marked(typed, extensions) if blocks is None else set_boxed(blocks, typed)
