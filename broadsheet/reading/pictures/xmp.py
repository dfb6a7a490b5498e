"""XMP: what programs since 2001 say of a picture, as RDF in XML (ISO 16684-1).

A property is an attribute of an rdf:Description or an element in it; its value is a text, an address (rdf:resource), an
array (rdf:Seq, rdf:Bag), a text in several languages (rdf:Alt) or a structure.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from broadsheet.model.made import made_at
from broadsheet.model.picture_file import Said
from broadsheet.reading.pictures.markup import MarkupError, parsed
from broadsheet.reading.pictures.words import joined_names, joined_place, tidy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

LARGEST = 4_000_000
"""Bytes of a packet that are read. Editing histories make packets of a megabyte; beyond that, it isn't words."""
NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xml": "http://www.w3.org/XML/1998/namespace",
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
    "plus": "http://ns.useplus.org/ldf/xmp/1.0/",
    "cc": "http://creativecommons.org/ns#",
    "tiff": "http://ns.adobe.com/tiff/1.0/",
    "exif": "http://ns.adobe.com/exif/1.0/",
}
TEXTS = (
    ("credit", "photoshop:Credit"),
    ("caption", "dc:description"),
    ("caption", "tiff:ImageDescription"),
    ("copyright", "dc:rights"),
    ("copyright", "tiff:Copyright"),
    ("license", "xmpRights:WebStatement"),
    ("license", "cc:license"),
    ("alt", "Iptc4xmpCore:AltTextAccessibility"),
    ("source_type", "Iptc4xmpExt:DigitalSourceType"),
)
"""Fields that are one text, each with the properties that it is looked for in."""
LICENSOR = "plus:Licensor"
LOCATION = "Iptc4xmpExt:LocationCreated"
LOCATION_PARTS = ("CountryName", "ProvinceState", "City", "Sublocation", "LocationName")
OLD_LOCATION = ("photoshop:Country", "photoshop:State", "photoshop:City", "Iptc4xmpCore:Location")
_UNPRINTED = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def xmp_said(packet: bytes) -> Iterator[Said]:
    """What an XMP packet says of a picture; nothing where it can't be read."""
    root = _root(packet)
    if root is not None:
        yield from rdf_said(root)


def rdf_said(root: Element) -> Iterator[Said]:
    """What some XML says of a picture that is or holds an rdf:RDF."""
    about = _properties(root)
    for name in ("dc:creator", "tiff:Artist"):
        yield Said("creator", joined_names(_texts(about, name)), f"XMP {name}")
    for field, name in TEXTS:
        yield Said(field, tidy(next(iter(_texts(about, name)), "")), f"XMP {name}")
    for name in ("photoshop:DateCreated", "exif:DateTimeOriginal"):
        yield Said("date", made_at(next(iter(_texts(about, name)), "")), f"XMP {name}")
    licensor = _structure(about, LICENSOR)
    for field, name in (("licensor", "plus:LicensorName"), ("acquire", "plus:LicensorURL")):
        yield Said(field, tidy(next(iter(_texts(licensor, name)), "")), f"XMP {name}")
    place = _structure(about, LOCATION)
    parts = (next(iter(_texts(place, f"Iptc4xmpExt:{name}")), "") for name in LOCATION_PARTS)
    yield Said("location", joined_place(parts), f"XMP {LOCATION}")
    old = [(name, next(iter(_texts(about, name)), "")) for name in OLD_LOCATION]
    origin = "XMP " + ", ".join(name for name, text in old if text)
    yield Said("location", joined_place(text for _, text in old), origin)


def _root(packet: bytes) -> Element | None:
    if len(packet) > LARGEST:
        return None
    try:
        return parsed(_UNPRINTED.sub("", _decoded(packet)).strip())
    except (MarkupError, UnicodeDecodeError):
        return None


def _decoded(packet: bytes) -> str:
    """A packet's text. It is UTF-8 but for UTF-16 and UTF-32 in files that are no JPEG (ISO 16684-1, §7.1)."""
    start = packet.lstrip(b"\0 \n")[:4]
    for mark in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        if start.startswith(mark):
            return packet.decode("utf-16", "ignore")
    if packet[:2] == b"<\0":
        return packet.decode("utf-16-le", "ignore")
    if packet[:2] == b"\0<":
        return packet.decode("utf-16-be", "ignore")
    return packet.decode("utf-8-sig")


def _qualified(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


RDF, DESCRIPTION, LI, VALUE = map(_qualified, ("rdf:RDF", "rdf:Description", "rdf:li", "rdf:value"))
RESOURCE, LANGUAGE, ALT = map(_qualified, ("rdf:resource", "xml:lang", "rdf:Alt"))
ARRAYS = {ALT, _qualified("rdf:Seq"), _qualified("rdf:Bag")}


def _properties(root: Element) -> dict[str, Element | str]:
    """The properties of the picture itself, of all its rdf:Descriptions together; the first of each name counts."""
    found: dict[str, Element | str] = {}
    for rdf in [root] if root.tag == RDF else root.iter(RDF):
        for description in rdf.findall(DESCRIPTION):
            _collect(description, found)
    return found


def _collect(element: Element, found: dict[str, Element | str]) -> None:
    for name, value in element.attrib.items():
        found.setdefault(name, value)
    for child in element:
        found.setdefault(child.tag, child)


def _structure(about: dict[str, Element | str], name: str) -> dict[str, Element | str]:
    """The fields of a structure, of the first where there is an array of them."""
    value = about.get(_qualified(name))
    found: dict[str, Element | str] = {}
    while value is not None and not isinstance(value, str):
        _collect(value, found)
        inner = [child for child in value if child.tag in ARRAYS or child.tag in {LI, DESCRIPTION}]
        value = inner[0] if inner else None
    return found


def _texts(about: dict[str, Element | str], name: str) -> list[str]:
    """A property's texts: those of an array, one of several languages, or the one that it is."""
    value = about.get(_qualified(name), "")
    if isinstance(value, str):
        return [value]
    array = next((child for child in value if child.tag in ARRAYS), None)
    if array is None:
        return [_text(value)]
    items = array.findall(LI)
    if array.tag == ALT:
        default = [item for item in items if item.get(LANGUAGE, "").lower() == "x-default" and _text(item).strip()]
        items = (default or items)[:1]
    return [_text(item) for item in items]


def _text(element: Element) -> str:
    """A simple value, which may stand in an rdf:value beside qualifiers of it."""
    inner = element.find(VALUE)
    if inner is None:
        inner = element.find(f"{DESCRIPTION}/{VALUE}")
    return element.get(RESOURCE) or (element if inner is None else inner).text or ""
