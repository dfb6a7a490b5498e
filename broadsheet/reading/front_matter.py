"""Where the front matter ends and the body begins, in the three syntaxes that python-frontmatter knows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from frontmatter.default_handlers import BaseHandler, JSONHandler, YAMLHandler

from broadsheet.model.diagnostic import Diagnostic
from broadsheet.model.place import Place
from broadsheet.reading.placed import Placed, read_yaml
from broadsheet.reading.toml_text import read_toml

if TYPE_CHECKING:
    from broadsheet.reading.source import Source


class TOMLHandler(BaseHandler):
    """TOML between lines of `+++`; the library has this handler only where a parser is installed that is not needed."""

    FM_BOUNDARY = re.compile(r"^\+{3,}\s*$", re.MULTILINE)
    START_DELIMITER = END_DELIMITER = "+++"


HANDLERS: tuple[BaseHandler, ...] = (YAMLHandler(), JSONHandler(), TOMLHandler())


@dataclass(frozen=True, slots=True)
class Parts:
    """An article file taken apart: its front matter's data, and its body with the line where that begins."""

    placed: Placed
    body: str
    body_line: int


def split_front_matter(source: Source) -> Parts:
    """The file's two parts; faults of the front matter are in `placed.diagnostics`."""
    text = source.text
    start = len(text) - len(text.lstrip())
    for handler in HANDLERS:
        boundary = handler.FM_BOUNDARY
        opening = boundary.match(text, start) if boundary else None
        if not boundary or not opening:
            continue
        closing = boundary.search(text, opening.end())
        if not closing:
            placed = Placed(source.file, text.split("\n"))
            place = Place(source.file, text.count("\n", 0, start) + 1, 1, len(opening[0].rstrip()))
            hint = f"close it with a line “{handler.END_DELIMITER or '}'}”"
            placed.diagnostics.append(
                Diagnostic("front-matter-open", "the front matter has no end", place, hint, placed.excerpt(place))
            )
            return Parts(placed, "", 1)
        braces = isinstance(handler, JSONHandler)
        begin, end = (opening.start(), closing.end()) if braces else (opening.end(), closing.start())
        first_line = text.count("\n", 0, begin) + 1
        matter = text[begin:end]
        if isinstance(handler, TOMLHandler):
            placed = read_toml(matter, source.file, text, first_line)
        else:
            placed = read_yaml(matter, source.file, text, first_line, json=braces)
        return Parts(placed, text[closing.end() :], text.count("\n", 0, closing.end()) + 1)
    return Parts(Placed(source.file, text.split("\n")), text, 1)
