"""The gram directory: which bundles can hold a query, known before any of them is loaded.

A gram is two characters that stand in a row in folded copy. Every bundle of bigrams has a list of the grams in it and
of the stories that have each; all lists of a shelf are merged into some thousands of small files, the shelf's buckets.
A browser fetches the buckets of a query's grams, and loads only bundles that have a story with them all, which mostly
has the query: a bundle of a thousand stories nearly always has its grams, and hardly ever itself. Where such stories
are few, their copy is asked for while it is found out whether they have the query. On a shelf of very many stories the
directory tells of blocks of several, so that no row gets long. The newest month's bundles have a shelf of their own,
so that a new edition changes a few hundred small files and none of the others; and in a large archive the other
months of the year that the month before belongs to are on it, too, or on one between, so that a month that is over
changes none of the older years' files. Two shelves are better than three: a search asks both at once, and browsers ask
a host of HTTP/1.1 for six files at a time. A gram that is said to be in a story and isn't costs a reader one bundle in
vain; none that is there is ever missed.

A bundle's list (never published; it lies in the cache folder), all numbers little-endian: 257 of 32 bits, where in the
file its drawers begin, and the last one ends; a drawer, packed by zlib, has the grams whose hashes have the first
8 bits 0, 1 … 255: their number, then, of 32 bits, each hash less the one before it, then, of 16, in how many stories
each is, and the places of all these, as they stand in the bundle.

`/pagefind/grams/<digest>/<bucket>.grams`, version 3 (the shelf's digest, the bucket in four hexadecimal digits): a
hash's first bits are its bucket, the next 16 its fingerprint. The file is one row of bits, the first in a byte its
highest, filled up with zeros: the set of fingerprints in the bucket, of 65,536, then for each of them the set of its
blocks, of all the shelf's, the oldest bundle's first; a bundle's last block may be a short one. A set of n numbers
below m is n + 1 in Elias's gamma code, then each number less the one before it and one (the first as it is), in Rice's
code: the last k bits after as many zeros as the others say, and a one; k is the whole part of the binary logarithm of
11m/16n, at least 0. That is 86 MB for 100,000 stories of 750 characters beside 694 MB of bundles; benchmarks/results
has what blocks of more stories would take, and open in vain.

Which bundles the blocks are of is said by `bundles.json` alone, so a shelf of other bundles has another address: a page
that was opened before a build must find nothing there rather than blocks of bundles that it doesn't know.
`assets/search-directory.js` reads it.
"""

from __future__ import annotations

import hashlib
import sys
import zlib
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise
from operator import sub
from typing import TYPE_CHECKING

from broadsheet.rendering.search.bigrams import fold, pair, tidy
from broadsheet.rendering.search.bundles import month_before
from broadsheet.rendering.search.document import ANY_LANGUAGE, copies

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from broadsheet.rendering.search.bundles import Bundle
    from broadsheet.rendering.search.document import SearchDocument

DRAWERS = 256
"""A list's first 8 bits: lists are merged a drawer at a time, so that memory holds 1/256 of them."""

HEAD = 4 * (DRAWERS + 1)
"""Bytes of a list before its drawers."""

_A_BUCKET = 8
"""Stories, to a power of two: a bucket is 5 to 10 KB."""
_BUCKET_BITS = range(8, 17)
_A_YEAR = 1 << 14
"""Stories of past months that are merged again in some ten seconds; of more, the newest year's stand by themselves."""
_A_SEASON = 1 << 12
"""Stories of the newest year that every build may merge again, in some two seconds."""
_BLOCKS = 1 << 17
"""On a shelf, at most: a row of the most frequent gram is 16 KB."""
_WHOLE = 0xFFFFFFFF
_VERSION = "3"


@dataclass(frozen=True, slots=True)
class Shelf:
    """Bundles that share buckets, and the digest of all that the buckets are made from.

    `bundles` are their names, oldest first, `blocks` how many blocks each has, of `block` stories.
    """

    number: int
    bundles: tuple[str, ...]
    blocks: tuple[int, ...]
    block: int
    buckets: int
    digest: str

    @property
    def folder(self) -> str:
        """Where its buckets lie, from the site's root."""
        return f"pagefind/grams/{self.digest}/"

    def address(self, bucket: int) -> str:
        """Where a bucket lies, from the site's root."""
        return f"{self.folder}{bucket:04x}.grams"


def plan_shelves(bundles: Sequence[Bundle]) -> tuple[Shelf, ...]:
    """The shelves, oldest first: of older years, of the last year's months where they are many, of the newest month.

    None for a single bundle, which is loaded anyway.
    """
    ours = [bundle for bundle in reversed(bundles) if bundle.language == ANY_LANGUAGE]
    if len(ours) == 1:
        return ()
    recent = [bundle for bundle in ours if bundle.recent]
    older = [bundle for bundle in ours if not bundle.recent]
    shelves: list[list[Bundle]] = [older, recent]
    if sum(bundle.count for bundle in older) > _A_YEAR:
        year = month_before(ours[-1].newest).year
        past = [bundle for bundle in older if bundle.oldest.year < year]
        this = [bundle for bundle in older if bundle.oldest.year == year]
        is_small = sum(bundle.count for bundle in (*this, *recent)) <= _A_SEASON
        shelves = [past, [*this, *recent]] if is_small else [past, this, recent]
    return tuple(_shelf(number, own) for number, own in enumerate(own for own in shelves if own))


def _shelf(number: int, bundles: Sequence[Bundle]) -> Shelf:
    stories = sum(bundle.count for bundle in bundles)
    bits = (stories // _A_BUCKET).bit_length()
    buckets = 1 << min(max(bits, _BUCKET_BITS[0]), _BUCKET_BITS[-1])
    block = 1 << ((stories - 1) // _BLOCKS).bit_length()
    inputs = [_VERSION, str(buckets), str(block), *(bundle.digest for bundle in bundles)]
    digest = hashlib.sha256(" ".join(inputs).encode()).hexdigest()[:16]
    names = tuple(bundle.name for bundle in bundles)
    blocks = tuple(-(-bundle.count // block) for bundle in bundles)
    return Shelf(number, names, blocks, block, buckets, digest)


def grams_of(document: SearchDocument) -> Iterator[str]:
    """Every two characters that stand in a row in the copy of `document`, folded."""
    for copy in copies(document):
        yield from pair(fold(tidy(copy))).split("\n")[:-1]  # the last character stands alone


def write_list(grams: Mapping[str, Sequence[int]]) -> bytes:
    """A bundle's list of `grams`, each with the places of the stories that have it, in order."""
    places: dict[int, Sequence[int]] = {}
    for gram, own in grams.items():
        key = gram_hash(gram)
        places[key] = sorted({*places[key], *own}) if key in places else own
    hashes = sorted(places)
    starts = [*(bisect_left(hashes, drawer << 24) for drawer in range(DRAWERS)), len(hashes)]
    drawers = [_drawer(hashes[start:stop], places) for start, stop in pairwise(starts)]
    return b"".join([_bytes("I", accumulate(map(len, drawers), initial=HEAD)), *drawers])


def drawer_place(head: bytes, drawer: int) -> tuple[int, int]:
    """The offset and length, in bytes, of a drawer in a list that begins with `head` (`HEAD` bytes)."""
    start, stop = _numbers("I", head[4 * drawer : 4 * drawer + 8])
    return start, stop - start


def gram_hash(gram: str) -> int:
    """32 bits of two characters; assets/search-directory.js counts the same."""
    mixed = (ord(gram[0]) * 0x9E3779B1 + ord(gram[1]) * 0x85EBCA6B) & _WHOLE
    mixed = ((mixed ^ mixed >> 15) * 0x2C1B3C6D) & _WHOLE
    mixed = ((mixed ^ mixed >> 12) * 0x297A2D39) & _WHOLE
    return mixed ^ mixed >> 15


def _drawer(hashes: Sequence[int], places: Mapping[int, Sequence[int]]) -> bytes:
    own = [places[key] for key in hashes]
    steps = map(sub, hashes, chain((0,), hashes))
    return zlib.compress(_bytes("I", (len(hashes), *steps)) + _bytes("H", chain(map(len, own), *own)), 6)


def _numbers(kind: str, data: bytes) -> array[int]:
    return _little_endian(array(kind, data))


def _bytes(kind: str, numbers: Iterable[int]) -> bytes:
    return _little_endian(array(kind, numbers)).tobytes()


def _little_endian(numbers: array[int]) -> array[int]:
    if sys.byteorder == "big":  # pragma: no cover - as the machine is
        numbers.byteswap()
    return numbers
