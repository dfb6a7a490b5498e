"""A picture's or a document's bytes: what it is, and how large."""

from __future__ import annotations

import io
import re
import warnings
from xml.etree import ElementTree as ET

from PIL import Image, UnidentifiedImageError

PICTURES = {".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".svg"}
"""File endings of pictures that browsers show."""
DOCUMENTS = {".pdf", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".csv", ".txt", ".zip", ".mp3", ".mp4", ".webm", ".ics"}
"""File endings of what else a story may link to."""
MOST_PIXELS = 200_000_000


class UnreadablePictureError(ValueError):
    """What is wrong with a picture file, in words for its editor."""


def measure(name: str, data: bytes) -> tuple[int, int]:
    """Width and height of a picture in pixels, (0, 0) for a document.

    Raises UnreadablePictureError for a file that isn't what its ending says, is broken, absurdly large, or, for an SVG,
    holds a script or something from elsewhere.
    """
    ending = "." + name.rpartition(".")[2].lower()
    if ending not in PICTURES:
        return 0, 0
    if ending == ".svg":
        return _measure_svg(data)
    try:
        with warnings.catch_warnings():
            # Pillow warns of decompression bombs; the header's own figures decide here, before anything is decoded.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data)) as picture:
                width, height = picture.size
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise UnreadablePictureError("the file can't be read as a picture") from None
    if width * height > MOST_PIXELS:
        raise UnreadablePictureError(f"{width:,} × {height:,} pixels are too many")
    return width, height


def _measure_svg(data: bytes) -> tuple[int, int]:
    if b"<!ENTITY" in data or b"<!DOCTYPE" in data:
        data = re.sub(rb"<!DOCTYPE[^>\[]*>", b"", data)
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise UnreadablePictureError("the SVG declares entities")
    try:
        root = ET.fromstring(data)  # noqa: S314 - documents that declare entities were refused above
    except ET.ParseError as error:
        raise UnreadablePictureError(f"the SVG can't be read: {error}") from None
    for element in root.iter():
        if not isinstance(element.tag, str) or not element.tag.startswith("{http://www.w3.org/2000/svg}"):
            continue
        name = element.tag.rpartition("}")[2].lower()
        handlers = [key for key in element.attrib if key.rpartition("}")[2].lower().startswith("on")]
        links = [value for key, value in element.attrib.items() if key.rpartition("}")[2] == "href"]
        if name in {"script", "foreignobject"} or handlers:
            raise UnreadablePictureError("the SVG holds a script")
        if any(not value.startswith(("#", "data:image/")) for value in links):
            raise UnreadablePictureError("the SVG shows something from elsewhere")
    box = [float(part) for part in re.findall(r"-?[\d.]+", root.get("viewBox", ""))]
    width, height = (_pixels(root.get(key, "")) for key in ("width", "height"))
    if not (width and height) and len(box) == 4:
        width, height = round(box[2]), round(box[3])
    return width, height


def _pixels(length: str) -> int:
    found = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*(?:px)?\s*", length)
    return round(float(found[1])) if found else 0
