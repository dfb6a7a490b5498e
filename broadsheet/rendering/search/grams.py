"""The gram directory: which bundles can hold a query, known before any of them is loaded.

A gram is two characters that stand in a row in folded copy. Every bundle of bigrams has a list of the grams in it; all
lists of a shelf are merged into a few thousand small files, the shelf's buckets. A browser fetches the buckets of a
few of a query's grams, and loads only bundles that have them all. The newest month's bundles have a shelf of
their own, so that a new edition changes a few hundred small files and none of the others. A gram that is said to be
in a bundle and isn't costs a reader one bundle in vain; none that is there is ever missed.

A bundle's list (never published; it lies in the cache folder) is 257 unsigned 32-bit numbers, little-endian: where in
the rest the hashes begin whose first 8 bits are 0, 1 … 255, and their number; then the hashes, in order.

`/pagefind/grams/<digest>/<bucket>.grams`, version 2 (the shelf's digest, the bucket in four hexadecimal digits), is
gzip: the number n of grams and n fingerprints in order, all 16 bits, little-endian, and for each gram a row of bits,
bundle 8i + k being bit k of byte i, the shelf's oldest bundle first. A hash's first bits are its bucket, the next 16
its fingerprint. Which bundles the bits are of is said by `bundles.json` alone, so a shelf of other bundles has another
address: a page that was opened before a build must find nothing there rather than bits of bundles that it doesn't know.
`assets/search-directory.js` reads it, unpacked or not: the name doesn't end with `.gz`, which some hosts take for a
file that a browser is to unpack.
"""

from __future__ import annotations

import gzip
import hashlib
import sys
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from broadsheet.rendering.search.bigrams import fold, pair, tidy
from broadsheet.rendering.search.document import ANY_LANGUAGE, copies

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from broadsheet.rendering.search.bundles import Bundle
    from broadsheet.rendering.search.document import SearchDocument

DRAWERS = 256
"""A list's first 8 bits: lists are merged a drawer at a time, so that memory holds 1/256 of them."""

HEAD = 4 * (DRAWERS + 1)
"""Bytes of a list before its hashes."""

_STEPS = ((4_000, 256), (16_000, 1_024), (250_000, 4_096))  # stories, buckets: about 5 KB a bucket
_MOST = 16_384
_WHOLE = 0xFFFFFFFF
_VERSION = "2"


@dataclass(frozen=True, slots=True)
class Shelf:
    """Bundles that share buckets: their names, oldest first, and the digest of all that the buckets are made from."""

    number: int
    bundles: tuple[str, ...]
    buckets: int
    digest: str

    def address(self, bucket: int) -> str:
        """Where a bucket lies, from the site's root."""
        return f"pagefind/grams/{self.digest}/{bucket:04x}.grams"


def plan_shelves(bundles: Sequence[Bundle]) -> tuple[Shelf, ...]:
    """The shelves of the older bundles and of the newest month's; none for a single bundle, which is loaded anyway."""
    ours = [bundle for bundle in reversed(bundles) if bundle.language == ANY_LANGUAGE]
    shelves: list[Shelf] = []
    for recent in (False, True):
        own = [bundle for bundle in ours if bundle.recent is recent]
        if len(ours) == 1 or not own:
            continue
        stories = sum(bundle.count for bundle in own)
        buckets = next((buckets for most, buckets in _STEPS if stories <= most), _MOST)
        inputs = [_VERSION, str(buckets), *(bundle.digest for bundle in own)]
        digest = hashlib.sha256(" ".join(inputs).encode()).hexdigest()[:16]
        shelves.append(Shelf(len(shelves), tuple(bundle.name for bundle in own), buckets, digest))
    return tuple(shelves)


def grams_of(document: SearchDocument) -> Iterator[str]:
    """Every two characters that stand in a row in the copy of `document`, folded."""
    for copy in copies(document):
        yield from pair(fold(tidy(copy))).split("\n")[:-1]  # the last character stands alone


def write_list(grams: Iterable[str]) -> bytes:
    """A bundle's list of its distinct `grams`."""
    hashes = array("I", sorted({gram_hash(gram) for gram in grams}))
    starts = array("I", (bisect_left(hashes, drawer << 24) for drawer in range(DRAWERS)))
    starts.append(len(hashes))
    return _little_endian(starts).tobytes() + _little_endian(hashes).tobytes()


def drawer_place(head: bytes, drawer: int) -> tuple[int, int]:
    """The offset and length, in bytes, of a drawer in a list that begins with `head` (`HEAD` bytes)."""
    start, stop = _little_endian(array("I", head[4 * drawer : 4 * drawer + 8]))
    return HEAD + 4 * start, 4 * (stop - start)


def merge_drawer(drawers: Iterable[bytes], number: int, shelf: Shelf) -> Iterator[tuple[int, bytes]]:
    """(bucket, its bytes) for each bucket of drawer `number`, from that drawer of each of the shelf's lists."""
    bucket_bits = shelf.buckets.bit_length() - 1
    bundles: dict[int, int] = {}
    for place, drawer in enumerate(drawers):
        bit = 1 << place
        for gram in _little_endian(array("I", drawer)):
            key = gram >> (16 - bucket_bits)
            bundles[key] = bundles.get(key, 0) | bit
    width = -(-len(shelf.bundles) // 8)
    rows = {bucket: [*keys] for bucket, keys in groupby(sorted(bundles), key=lambda key: key >> 16)}
    first = number * shelf.buckets // DRAWERS
    for bucket in range(first, first + shelf.buckets // DRAWERS):
        keys = rows.get(bucket, [])
        fingerprints = array("H", [len(keys), *(key & 0xFFFF for key in keys)])
        bits = b"".join([bundles[key].to_bytes(width, "little") for key in keys])
        yield bucket, gzip.compress(_little_endian(fingerprints).tobytes() + bits, 9, mtime=0)


def gram_hash(gram: str) -> int:
    """32 bits of two characters; assets/search-directory.js counts the same."""
    mixed = (ord(gram[0]) * 0x9E3779B1 + ord(gram[1]) * 0x85EBCA6B) & _WHOLE
    mixed = ((mixed ^ mixed >> 15) * 0x2C1B3C6D) & _WHOLE
    mixed = ((mixed ^ mixed >> 12) * 0x297A2D39) & _WHOLE
    return mixed ^ mixed >> 15


def _little_endian(numbers: array[int]) -> array[int]:
    if sys.byteorder == "big":  # pragma: no cover - as the machine is
        numbers.byteswap()
    return numbers
