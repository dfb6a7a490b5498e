"""A drawing's bytes (SVG): how large it is, and that it does nothing but show itself.

A reader may open the file itself, where it is a document and not a picture: it must hold no script, no HTML and no
address outside itself (SVG 2, §2.4 Referencing modes).
"""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

SVG = "{http://www.w3.org/2000/svg}"
XHTML = "{http://www.w3.org/1999/xhtml}"
_SCRIPT = re.compile(r"(?:^|;)\s*(?:java|vb)script\s*:|^on[a-z]+$", re.IGNORECASE)
"""A script as an address, or the name of a handler that an animation sets."""
_OUTSIDE = re.compile(r"url\(\s*['\"]?(?!#|data:image/|['\")])|@import|image-set\(", re.IGNORECASE)
_LENGTH = re.compile(r"\s*(\d{1,6}(?:\.\d{1,6})?)\s*(?:px)?\s*")
_NUMBER = re.compile(r"[+-]?(?:\d{1,7}(?:\.\d{0,7})?|\.\d{1,7})")


class UnreadablePictureError(ValueError):
    """What is wrong with a picture file, in words for its editor, and what to do about it."""

    def __init__(self, message: str, hint: str = "save it again as JPEG, PNG, WebP, AVIF, GIF or plain SVG") -> None:
        """Carry a message and a hint."""
        super().__init__(message)
        self.hint = hint


def measure_svg(data: bytes) -> tuple[int, int]:
    """Width and height in pixels, from the root's attributes or its viewBox, (0, 0) where it says neither.

    Raises UnreadablePictureError for what is no SVG, or does more than show itself.
    """
    root = _root(data)
    for element in root.iter():
        _check(element)
    width, height = (_pixels(root.get(key, "")) for key in ("width", "height"))
    box = [float(part) for part in _NUMBER.findall(root.get("viewBox", ""))]
    if not (width and height) and len(box) == 4:
        width, height = max(round(box[2]), 0), max(round(box[3]), 0)
    return width, height


def _root(data: bytes) -> ET.Element:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadablePictureError("the SVG is not UTF-8", "save it again as UTF-8") from None
    text = re.sub(r"\A\s*<\?xml\s[^>]*\?>", "", text)
    text = re.sub(r"<!DOCTYPE[^>\[]*>", "", text, count=1)
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise UnreadablePictureError("the SVG declares entities", "save it as plain SVG")
    if "<?xml-stylesheet" in text:
        raise UnreadablePictureError("the SVG takes its style from elsewhere", "save it as plain SVG")
    try:
        root = ET.fromstring(text)  # noqa: S314 - documents that declare entities were refused above
    except ET.ParseError as error:
        said = str(error).partition(":")[0]
        raise UnreadablePictureError(f"the SVG is broken at line {error.position[0]}: {said}") from None
    if root.tag != f"{SVG}svg":
        hint = 'it must begin with <svg xmlns="http://www.w3.org/2000/svg">'
        raise UnreadablePictureError(f"the file is no SVG: it begins with <{root.tag.rpartition('}')[2]}>", hint)
    return root


def _check(element: ET.Element) -> None:
    tag = str(element.tag)
    name = tag.rpartition("}")[2].lower()
    attributes = {key.rpartition("}")[2].lower(): value for key, value in element.attrib.items()}
    animated = [attributes.get(key, "") for key in ("href", "attributename", "to", "from", "by", "values")]
    if name == "script" or any(key.startswith("on") for key in attributes) or any(map(_SCRIPT.search, animated)):
        raise UnreadablePictureError("the SVG holds a script", "take the script out")
    if name == "foreignobject" or tag.startswith(XHTML):
        raise UnreadablePictureError("the SVG holds HTML", "save it as plain SVG")
    links = [attributes[key] for key in ("href", "src") if key in attributes]
    texts = [*attributes.values(), *([element.text or ""] if name == "style" else [])]
    if not all(link.strip().startswith(("#", "data:image/")) for link in links) or any(map(_OUTSIDE.search, texts)):
        raise UnreadablePictureError("the SVG shows or links to something outside itself", "save it as plain SVG")


def _pixels(length: str) -> int:
    found = _LENGTH.fullmatch(length)
    return round(float(found[1])) if found else 0
