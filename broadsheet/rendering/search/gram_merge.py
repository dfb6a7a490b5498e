"""Merging the lists of a shelf's bundles into its buckets, a drawer at a time; `grams` describes both.

All sets of a drawer are coded at once, as arrays: a shelf of 100,000 stories of 750 characters has 60 million numbers.
"""

from __future__ import annotations

import zlib
from itertools import accumulate
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

from broadsheet.rendering.search.grams import DRAWERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from broadsheet.rendering.search.grams import Shelf

Numbers: TypeAlias = NDArray[np.int64]

_FINGERPRINT = 16
"""Bits."""
_BLOCK = 24
"""Bits that the number of a block finds room in."""
_WORD = 64
"""Bits that are written at once."""


def merge_drawer(drawers: Iterable[bytes], number: int, shelf: Shelf) -> Iterator[tuple[int, bytes]]:
    """(bucket, its bytes) for each bucket of drawer `number`, from that drawer of each of the shelf's lists."""
    buckets = shelf.buckets // DRAWERS
    first = number * buckets
    keys, blocks = _places(drawers, shelf)
    rows, row_sizes = np.unique(keys, return_counts=True)
    bucket_of = (rows >> _FINGERPRINT) - first
    fingerprints = np.bincount(bucket_of, minlength=buckets)

    # Where the sets stand: a bucket's fingerprints, then each one's blocks.
    heads = _before(fingerprints) + np.arange(buckets)
    sets = np.arange(len(rows)) + bucket_of + 1
    sizes = np.empty(len(rows) + buckets, np.int64)
    sizes[heads], sizes[sets] = fingerprints, row_sizes
    below = np.full(len(sizes), sum(shelf.blocks))
    below[heads] = 1 << _FINGERPRINT
    begins = _before(sizes)
    numbers = np.empty(int(sizes.sum()), np.int64)
    numbers[_runs(begins[heads], fingerprints)] = rows & ((1 << _FINGERPRINT) - 1)
    numbers[_runs(begins[sets], row_sizes)] = blocks

    codes, widths = _coded(numbers, sizes, below)
    bits = np.add.reduceat(widths, begins[heads] + heads)
    lengths = -(-bits // 8)
    starts = _before(lengths)
    codes_in = np.diff(np.append(begins[heads] + heads, len(codes)))
    data = _packed(codes, np.cumsum(widths) + np.repeat(8 * starts - _before(bits), codes_in), int(lengths.sum()))
    for bucket in range(buckets):
        yield first + bucket, data[starts[bucket] : starts[bucket] + lengths[bucket]]


def _places(drawers: Iterable[bytes], shelf: Shelf) -> tuple[Numbers, Numbers]:
    """Each place in the lists once, in order: its bucket and fingerprint as one number, and its block."""
    found = [np.empty(0, np.int64)]
    low = 32 - _FINGERPRINT - (shelf.buckets.bit_length() - 1)
    for first, drawer in zip(accumulate(shelf.blocks, initial=0), drawers, strict=False):
        packed = zlib.decompress(drawer)
        (count,) = np.frombuffer(packed, "<u4", 1)
        hashes = np.cumsum(np.frombuffer(packed, "<u4", count, 4), dtype=np.int64)
        rest = np.frombuffer(packed, "<u2", offset=4 + 4 * int(count)).astype(np.int64)
        keys = np.repeat(hashes >> low, rest[:count])
        found.append(keys << _BLOCK | first + rest[count:] // shelf.block)
    places = np.unique(np.concatenate(found))
    return places >> _BLOCK, places & ((1 << _BLOCK) - 1)


def _coded(numbers: Numbers, sizes: Numbers, below: Numbers) -> tuple[Numbers, Numbers]:
    """The codes of sets that stand one after another, each less than a number, and how many bits wide each code is.

    A code is written with zeros before it: Elias's gamma code of a number is the number itself, Rice's its last bits
    after a one.
    """
    begins = _before(sizes)
    before = np.concatenate([[-1], numbers[:-1]])[: len(numbers)]
    before[begins[sizes > 0]] = -1
    steps = numbers - before - 1
    low = np.repeat(_bit_length(np.maximum(1, 11 * below // (16 * np.maximum(1, sizes)))) - 1, sizes)
    heads = begins + np.arange(len(sizes))
    places = _runs(heads + 1, sizes)
    codes = np.empty(len(numbers) + len(sizes), np.int64)
    widths = np.empty_like(codes)
    codes[heads], widths[heads] = sizes + 1, 2 * _bit_length(sizes + 1) - 1
    codes[places], widths[places] = 1 << low | steps & (1 << low) - 1, (steps >> low) + 1 + low
    return codes, widths


def _packed(codes: Numbers, ends: Numbers, length: int) -> bytes:
    """So many bytes, in which each code ends before the bit at `ends`; in order, none over another."""
    values = codes.astype(np.uint64)
    last = ends - 1
    words, after = last // _WORD, (_WORD - 1 - last % _WORD).astype(np.uint64)
    data = np.zeros(-(-length * 8 // _WORD), np.uint64)
    firsts = np.flatnonzero(np.diff(words, prepend=-1))
    data[words[firsts]] = np.add.reduceat(values << after, firsts)
    # What begins in the word before: at most one code for each word. A shift by the whole word would be none.
    over = values >> (_WORD - 1 - after) >> 1
    begun = np.flatnonzero(over)
    data[words[begun] - 1] |= over[begun]
    return data.astype(">u8").tobytes()[:length]


def _before(lengths: Numbers) -> Numbers:
    """How many there are in all before each."""
    return np.cumsum(lengths) - lengths


def _runs(starts: Numbers, lengths: Numbers) -> Numbers:
    """The numbers from each start, so many of each."""
    return np.repeat(starts - _before(lengths), lengths) + np.arange(int(lengths.sum()))


def _bit_length(numbers: Numbers) -> Numbers:
    return np.frexp(numbers)[1].astype(np.int64)
