"""XML as picture files hold it, read within bounds: no entities, no nesting that anything after it would trip over."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

DEEPEST = 200
"""Levels of elements; drawing programs nest groups a dozen deep."""
_DECLARATION = re.compile(r"\A\s*<\?xml\s[^>]*\?>")
_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]*>")


class MarkupError(ValueError):
    """What is wrong with a piece of XML."""


class _Builder(ET.TreeBuilder):
    depth = 0

    def start(self, tag: str, attrs: dict[str, str], /) -> ET.Element:
        self.depth += 1
        if self.depth > DEEPEST:
            raise MarkupError("is nested too deep")
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> ET.Element:
        self.depth -= 1
        return super().end(tag)


def parsed(text: str) -> ET.Element:
    """The root of some XML. Raises MarkupError (`is broken at line 2: mismatched tag`), also where it has entities."""
    text = _DOCTYPE.sub("", _DECLARATION.sub("", text), count=1)
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise MarkupError("declares entities")
    try:
        return ET.fromstring(text, ET.XMLParser(target=_Builder()))  # noqa: S314 - documents that declare entities were refused above
    except ET.ParseError as error:
        said = str(error).partition(":")[0]
        raise MarkupError(f"is broken at line {error.position[0]}: {said}") from None
