"""A drawing's bytes (SVG): how large it is, and the drawing without what does more than show itself.

A reader may open the file itself, where it is a document and not a picture: it must hold no script, no HTML and no
address outside itself (SVG 2, §2.4 Referencing modes).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from broadsheet.model.picture_file import PictureFile
from broadsheet.reading.pictures.markup import MarkupError, parsed
from broadsheet.reading.pictures.said import said_by_drawing
from broadsheet.reading.pictures.style import outside_of, shortened
from broadsheet.reading.pictures.unreadable import UnreadablePictureError

if TYPE_CHECKING:
    from collections.abc import Iterator

SVG = "{http://www.w3.org/2000/svg}"
XHTML = "{http://www.w3.org/1999/xhtml}"
_SCRIPT = re.compile(r"(?:^|;)\s*(?:java|vb)script\s*:|^on[a-z]+$", re.IGNORECASE)
"""A script as an address, or the name of a handler that an animation sets."""
_ANIMATED = ("href", "attributename", "to", "from", "by", "values")
_INSIDE = (("#", "data:image/"), ("#",))
"""How an address inside the drawing begins; by whether its element would make a document of it."""
_LENGTH = re.compile(r"\s*(\d{1,6}(?:\.\d{1,6})?)\s*(?:px)?\s*")
_NUMBER = re.compile(r"[+-]?(?:\d{1,7}(?:\.\d{0,7})?|\.\d{1,7})")

# Prefixes that drawings are written with; without these, a cleaned one would call them ns0 and ns1.
ET.register_namespace("", SVG[1:-1])
ET.register_namespace("xlink", "http://www.w3.org/1999/xlink")


def read_svg(data: bytes) -> PictureFile:
    """What a drawing is and says. Its size is that of the root's attributes or its viewBox, 0 × 0 where it has neither.

    Raises UnreadablePictureError for what is no SVG.
    """
    root = _root(data)
    width, height = (_pixels(root.get(key, "")) for key in ("width", "height"))
    box = [float(part) for part in _NUMBER.findall(root.get("viewBox", ""))]
    if not (width and height) and len(box) == 4:
        width, height = max(round(box[2]), 0), max(round(box[3]), 0)
    return PictureFile("SVG", width, height, said=said_by_drawing(root))


def clean_svg(data: bytes) -> tuple[bytes, tuple[str, ...]]:
    """A drawing as it may be published, and what was taken out of it, in an editor's words; often both say: nothing.

    A drawing that only shows itself keeps its bytes. Raises UnreadablePictureError for what is no SVG.
    """
    root = _root(data)
    removed = ["a style sheet from elsewhere"] if b"<?xml-stylesheet" in data else []
    waiting = [root]
    while waiting:
        element = waiting.pop()
        removed += _clean_attributes(element)
        for child in list(element):
            reason = _reason(child)
            if reason:
                removed.append(reason)
                _take_out(element, child)
            else:
                waiting.append(child)
        if _name(element) == "style":
            removed += _clean_style(element)
    if not removed:
        return data, ()
    return ET.tostring(root, encoding="unicode").encode(), tuple(dict.fromkeys(removed))


def _root(data: bytes) -> ET.Element:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadablePictureError("the SVG is not UTF-8", "save it again as UTF-8") from None
    try:
        root = parsed(text)
    except MarkupError as error:
        hint = "save it as plain SVG" if "entities" in str(error) or "nested" in str(error) else ""
        raise UnreadablePictureError(f"the SVG {error}", *([hint] if hint else [])) from None
    if root.tag != f"{SVG}svg":
        hint = 'it must begin with <svg xmlns="http://www.w3.org/2000/svg">'
        raise UnreadablePictureError(f"the file is no SVG: it begins with <{_name(root)}>", hint)
    return root


def _reason(element: ET.Element) -> str:
    """Why an element has to go, "" if it may stay."""
    name = _name(element)
    if name in {"script", "handler"}:
        return "a script"
    if name == "foreignobject" or element.tag.startswith(XHTML):
        return "HTML"
    attributes = {_local(key): value for key, value in element.attrib.items()}
    if "attributename" in attributes and any(_SCRIPT.search(attributes.get(key, "")) for key in _ANIMATED):
        return "a script"
    return ""


def _clean_attributes(element: ET.Element) -> Iterator[str]:
    for key, value in list(element.attrib.items()):
        name = _local(key)
        if name.startswith("on") or (name == "href" and _SCRIPT.search(value)):
            yield f"a script ({name})"
        elif name in {"href", "src"} and not value.strip().startswith(_INSIDE[_name(element) in {"a", "use"}]):
            yield f"a link to {shortened(value)}"
        elif name == "base":
            yield "the address that its links start from"
        else:
            element.attrib[key], found = outside_of(value)
            yield from found
            continue
        del element.attrib[key]


def _clean_style(element: ET.Element) -> tuple[str, ...]:
    css = "".join([element.text or "", *(child.tail or "" for child in element)])
    clean, found = outside_of(css)
    if found:
        for child in list(element):
            element.remove(child)
        element.text = clean
    return found


def _take_out(parent: ET.Element, child: ET.Element) -> None:
    """Remove an element and keep the text behind it."""
    at = list(parent).index(child)
    if child.tail and at:
        parent[at - 1].tail = (parent[at - 1].tail or "") + child.tail
    elif child.tail:
        parent.text = (parent.text or "") + child.tail
    parent.remove(child)


def _name(element: ET.Element) -> str:
    return _local(element.tag)


def _local(name: str) -> str:
    return name.rpartition("}")[2].lower()


def _pixels(length: str) -> int:
    found = _LENGTH.fullmatch(length)
    return round(float(found[1])) if found else 0
