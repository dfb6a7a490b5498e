"""Boxes of ISO/IEC 14496-12, which AVIF and HEIF files are made of: their lengths, and the names of what is in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

IN_FULL = 4
"""Bytes of version and flags that a full box begins with."""


def boxes(data: bytes, at: int = 0) -> Iterator[tuple[bytes, int, int]]:
    """(type, begin, end) of each box's content, up to one that is no box; an end may lie beyond that of the data."""
    while at + 8 <= len(data):
        size, begin = int.from_bytes(data[at : at + 4]), at + 8
        if size == 1:
            size, begin = int.from_bytes(data[at + 8 : at + 16]), at + 16
        elif size == 0:  # to the end of the file
            size = len(data) - at
        if size < begin - at:
            return
        yield data[at + 4 : at + 8], begin, at + size
        at += size


def is_cut_off(data: bytes) -> bool:
    """Whether a file's boxes announce more bytes than there are."""
    return any(end > len(data) for _, _, end in boxes(data))


def item_names(data: bytes) -> Iterator[bytes]:
    """What is text in the entries of a file's items (ISO/IEC 14496-12, §8.11.6): their types, names and kinds."""
    for meta in _inside(data, b"meta"):
        for items in _inside(meta[IN_FULL:], b"iinf"):
            # Version 0 counts its entries in two bytes, later ones in four.
            for entry in _inside(items[IN_FULL + (2 if items[:1] == b"\0" else 4) :], b"infe"):
                # An identifier, in four bytes from version 3 on, and two bytes of protection.
                yield entry[IN_FULL + (6 if entry[:1] >= b"\3" else 4) :]


def _inside(content: bytes, kind: bytes) -> Iterator[bytes]:
    return (content[begin:end] for found, begin, end in boxes(content) if found == kind)
