"""A file to its galley."""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadsheet.model.galley import Galley
from broadsheet.reading.front_matter import split_front_matter
from broadsheet.reading.galley.blocks import read_blocks
from broadsheet.reading.galley.fields import read_fields
from broadsheet.reading.opt_outs import body_opt_outs, yaml_opt_outs

if TYPE_CHECKING:
    from broadsheet.reading.source import Source


def read_galley(source: Source) -> Galley:
    """The galley of an article's file; of one whose front matter can't be read, its body alone."""
    parts = split_front_matter(source)
    text = source.text
    start = len(text) - len(parts.body)
    passages, indents = read_blocks(text, start)
    # Front matter in JSON can hold no comment.
    matter = "" if text.lstrip().startswith("{") else text[:start]
    return Galley(
        source.file,
        text,
        (*read_fields(parts.placed, text[:start]), *passages),
        (*yaml_opt_outs(source.file, matter), *body_opt_outs(source.file, text, start)),
        indents,
        # What follows the front matter begins at the end of its last line.
        parts.body_line + (start > 0),
    )


def opt_outs_of(source: Source) -> Galley:
    """The galley of an edition.yaml: no copy, but its opt-outs."""
    return Galley(source.file, source.text, opt_outs=yaml_opt_outs(source.file, source.text))
