"""What a picture's file says of itself: from XMP, then IPTC-IIM, then EXIF, then a PNG's texts, field by field.

That is the order in which programs have kept them since XMP came: an IIM or EXIF beside it is its copy, in a narrower
encoding, cut off at that standard's length.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from broadsheet.model.picture_file import Said
from broadsheet.model.source_type import source_type_address
from broadsheet.reading.pictures.containers import iim_of, texts_of, xmp_of
from broadsheet.reading.pictures.encodings import decode_all
from broadsheet.reading.pictures.exif import exif_said
from broadsheet.reading.pictures.iim import iim_said
from broadsheet.reading.pictures.words import tidy
from broadsheet.reading.pictures.xmp import rdf_said, xmp_said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.etree.ElementTree import Element

    from PIL import Image

PNG_TEXTS = {"Author": "creator", "Copyright": "copyright", "Description": "caption"}
"""Keywords of a PNG's texts (PNG, third edition, §11.3.3) and the fields that they fill in."""
_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"]+")


def said_by(picture: Image.Image, data: bytes) -> tuple[Said, ...]:
    """What a picture says, each field once; `picture` has been decoded, `data` is its file."""
    return _each_once(
        (*xmp_said(xmp_of(picture, data)), *iim_said(iim_of(picture)), *exif_said(picture.getexif()), *_texts(picture))
    )


def said_by_drawing(root: Element) -> tuple[Said, ...]:
    """What an SVG says in its metadata."""
    return _each_once(rdf_said(root))


def _each_once(all_said: Iterable[Said]) -> tuple[Said, ...]:
    first: dict[str, Said] = {}
    for said in all_said:
        text = _typed(said)
        if text:
            first.setdefault(said.field, Said(said.field, text, said.origin))
    return tuple(first.values())


def _typed(said: Said) -> str:
    """A field's text, "" where its field can't have it: nobody could mend that beside the article."""
    if said.field == "source_type":
        return source_type_address(said.text)
    if said.field in {"license", "acquire"} and not _WEB_ADDRESS.fullmatch(said.text):
        return ""
    return said.text


def _texts(picture: Image.Image) -> Iterator[Said]:
    texts = texts_of(picture)
    unsure = {key: text for key, text in texts.items() if isinstance(text, bytes) and key in PNG_TEXTS}
    decoded = dict(zip(unsure, decode_all(list(unsure.values())), strict=True))
    for key, field in PNG_TEXTS.items():
        text = texts.get(key, "")
        yield Said(field, tidy(decoded[key] if isinstance(text, bytes) else text), f"PNG {key}")
