"""IPTC-IIM: the records that picture desks have kept in JPEG and TIFF files since 1991.

A record is 0x1C, a record number, a data set number and a length of two bytes, big-endian (IIM 4.2, part 2, §1.5). In a
JPEG they are the Photoshop resource 0x0404 of segments APP13, which may be spread over several of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadsheet.model.made import made_at
from broadsheet.model.picture_file import Said
from broadsheet.reading.pictures.encodings import decode_all
from broadsheet.reading.pictures.words import joined_names, joined_place, tidy

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

MARKER = 0x1C
RESOURCE = 0x0404
"""The number of Photoshop's resource that holds IIM."""
MOST_RECORDS = 10_000
CHARACTER_SET = (1, 90)
UTF_8 = (b"\x1b%G", b"\x1b%/G", b"\x1b%/H", b"\x1b%/I")
"""Escape sequences of ISO 2022 that announce UTF-8; what others announce is rarely what was written."""
CREATOR, CREDIT, COPYRIGHT, CAPTION, DATE, TIME = 80, 110, 116, 120, 55, 60
PLACES = (101, 95, 90, 92)
"""Country, state, city and sublocation."""
READ = {CREATOR, CREDIT, COPYRIGHT, CAPTION, DATE, TIME, *PLACES}


def iim_said(data: bytes) -> Iterator[Said]:
    """What some IIM records say of a picture."""
    texts = _texts(records(data))

    def first(number: int) -> str:
        return next(iter(texts.get(number, ())), "")

    yield Said("creator", joined_names(texts.get(CREATOR, ())), f"IPTC 2:{CREATOR}")
    for field, number in (("credit", CREDIT), ("copyright", COPYRIGHT), ("caption", CAPTION)):
        yield Said(field, tidy(first(number)), f"IPTC 2:{number}")
    yield Said("date", made_at(f"{first(DATE)} {first(TIME)}"), f"IPTC 2:{DATE}")
    found = [(number, first(number)) for number in PLACES if first(number)]
    origin = "IPTC " + ", ".join(f"2:{number}" for number, _ in found)
    yield Said("location", joined_place([text for _, text in found]), origin)


def records(data: bytes) -> dict[tuple[int, int], list[bytes]]:
    """IIM's values by record and data set number, up to where the data is no IIM any more."""
    found: dict[tuple[int, int], list[bytes]] = {}
    at = 0
    for _ in range(MOST_RECORDS):
        head = data[at : at + 5]
        if len(head) < 5 or head[0] != MARKER:
            break
        begin, length = at + 5, int.from_bytes(head[3:])
        if length & 0x8000:  # an extended data set: this is the length of the length
            begin += length & 0x7FFF
            length = int.from_bytes(data[at + 5 : begin])
        at = begin + length
        if at > len(data):
            break
        found.setdefault((head[1], head[2]), []).append(data[begin:at])
    return found


def resources(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Photoshop's resources by number: `8BIM`, a number, a name and the data, name and data padded to even lengths."""
    at = 0
    while data[at : at + 4] == b"8BIM" and at + 12 <= len(data):
        number = int.from_bytes(data[at + 4 : at + 6])
        begin = at + 6 + (data[at + 6] + 2) // 2 * 2 + 4
        length = int.from_bytes(data[begin - 4 : begin])
        yield number, data[begin : begin + length]
        at = begin + (length + 1) // 2 * 2


def _texts(found: Mapping[tuple[int, int], Sequence[bytes]]) -> dict[int, list[str]]:
    """The texts of record 2 that are read, by data set number."""
    pairs = [(key[1], value) for key, values in found.items() if key[0] == 2 and key[1] in READ for value in values]
    values = [value for _, value in pairs]
    # Programs cut a text at the standard's limit, also through the middle of a character.
    is_utf_8 = found.get(CHARACTER_SET, [b""])[0] in UTF_8
    decoded = [value.decode("utf-8", "ignore") for value in values] if is_utf_8 else decode_all(values)
    texts: dict[int, list[str]] = {}
    for (number, _), text in zip(pairs, decoded, strict=True):
        texts.setdefault(number, []).append(text)
    return texts
