"""Bundles: search documents that are indexed together, bounded in number and contiguous in date.

Pagefind has no incremental index and takes about 0.7 GB and 6 s for each million characters, so the archive is cut by
the calendar, only as far as the limits ask: into decades; a year into 1, 2, 3, 4, 6 or 12 parts; a month into 1, 2,
3, 4, 6, 8, 11, 16 parts or its days; a day into its editions, and an edition into parts. What a period is cut into
depends on nothing outside it, so that a late correction rebuilds one bundle. The newest month is cut finer, by limits
of its own: a new edition rebuilds a bundle of a few days. The days of a month that is over join the older ones; where
it is cut itself, one part after another, as the next month comes as far, so that no day has to index a whole month. At
91 stories a day that is about four indexings a story over the years, and 300 stories on a usual day.

The directory is `/pagefind/bundles.json`, version 4:

    {"version": 4, "bundles": [["und-2025-04", 20250401, 20250416, 48, "64dd9060", 0]],
     "shelves": [[256, 1, "9f86d081884c7d65"]]}

newest first: a bundle's name (its language and period), first and last day, number of stories, the beginning of its
digest, and the shelf of the gram directory that it stands on (-1 for none); then each shelf's number of buckets, the
stories in its blocks, and its digest. Shelves are explained in `grams`. A bundle's files are at
`/pagefind/bundles/<name>-<digest>/`: what such an address holds never changes, so that a page that was opened before a
build finds nothing where a bundle is gone, never one build's files among another's. This is the only file of the index
that is replaced. `digest` is of the inputs.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from broadsheet.rendering.search.document import FORMAT_VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from broadsheet.model.edition import EditionKey
    from broadsheet.rendering.search.grams import Shelf


@dataclass(frozen=True, slots=True)
class Limit:
    """How much one bundle may hold: stories, and characters of copy, which is what memory goes by."""

    stories: int
    characters: int


LIMIT = Limit(2_000, 800_000)
"""A bundle's: about 0.6 GB and 5 s to index, so that two can be indexed at once in less than 1.5 GB.

A story takes as long in a small bundle as in a large one, and two at once take hardly longer than one on two cores.
"""

RECENT = Limit(600, 800_000)
"""A bundle's of the newest month, which new editions rebuild; so few stories of a language are one bundle."""


@dataclass(frozen=True, slots=True)
class EditionEntry:
    """An edition's search documents in one language, as the plan sees them; see `edition.edition_entries`."""

    key: EditionKey
    language: str
    count: int
    characters: int
    digest: str


@dataclass(frozen=True, slots=True)
class EditionPart:
    """The search documents `start` to `stop` (exclusive) of an edition's in a bundle's language, by address."""

    key: EditionKey
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Bundle:
    """What makes one Pagefind index; `parts` are in the order of date, and whole editions but for the largest.

    `digest` is of all inputs but the name: what was made with the same digest is the same. `recent` says that it is of
    the newest month, whose new editions are expected to change it.
    """

    name: str
    language: str
    parts: tuple[EditionPart, ...]
    digest: str
    recent: bool

    @property
    def address(self) -> str:
        """The folder of its files, from the site's root."""
        return f"pagefind/bundles/{self.name}-{self.digest[:8]}"

    @property
    def count(self) -> int:
        """Number of documents."""
        return sum(part.stop - part.start for part in self.parts)

    @property
    def oldest(self) -> dt.date:
        """The date of the first edition."""
        return self.parts[0].key.date

    @property
    def newest(self) -> dt.date:
        """The date of the last edition."""
        return self.parts[-1].key.date


TABLE_VERSION = 3
"""Of `stories.json`, which `publishing.search_index` describes and writes; raise it when a row says something else."""


def plan_bundles(
    entries: Iterable[EditionEntry], limit: Limit = LIMIT, recent: Limit = RECENT, *, release: str = ""
) -> tuple[Bundle, ...]:
    """Every document in one bundle, newest bundle first; the same for any order of `entries`.

    `release` is that of the program that will index them. It is part of the digests, as the formats are: all of them
    decide what the files at a bundle's address mean.
    """
    written = [FORMAT_VERSION, str(TABLE_VERSION), release]
    bundles = [replace(each, digest=_digest([*written, each.digest])) for each in _planned(entries, limit, recent)]
    return tuple(sorted(bundles, key=lambda bundle: (bundle.newest, bundle.name), reverse=True))


def write_directory(bundles: Sequence[Bundle], shelves: Sequence[Shelf]) -> str:
    """The text of `bundles.json`."""
    shelf_of = {name: number for number, shelf in enumerate(shelves) for name in shelf.bundles}
    listed = [
        [
            bundle.name,
            _day_number(bundle.oldest),
            _day_number(bundle.newest),
            bundle.count,
            bundle.digest[:8],
            shelf_of.get(bundle.name, -1),
        ]
        for bundle in bundles
    ]
    stood = [[shelf.buckets, shelf.block, shelf.digest] for shelf in shelves]
    directory = {"version": 4, "bundles": listed, "shelves": stood}
    return json.dumps(directory, ensure_ascii=False, separators=(",", ":")) + "\n"


def month_before(date: dt.date) -> dt.date:
    """The last day of the month before a date's, if the calendar has one."""
    return dt.date.fromordinal(max(dt.date.min.toordinal(), date.toordinal() - date.day))


def _planned(entries: Iterable[EditionEntry], limit: Limit, recent: Limit) -> Iterator[Bundle]:
    ordered = sorted(entries, key=lambda entry: (entry.language, entry.key))
    for language, group in groupby(ordered, key=lambda entry: entry.language):
        editions = tuple(group)
        if _fits(editions, recent):
            yield _bundle(f"{language}-all", editions, recent=True)
            continue
        newest = editions[-1].key.date
        old = [entry for entry in editions if _month(entry.key.date) != _month(newest)]
        yield from _cut(editions[len(old) :], recent, _A_MONTH, recent=True)
        yield from _joined(old, newest, limit, recent)


def _joined(entries: Sequence[EditionEntry], newest: dt.date, limit: Limit, recent: Limit) -> Iterator[Bundle]:
    """The bundles of the months that are over, the last of which may not have joined the others as a whole yet."""
    last = _month(month_before(newest))
    by_key = {entry.key: entry for entry in entries if _month(entry.key.date) == last}
    first = next(iter(by_key), None)
    waiting: dict[EditionKey, EditionEntry] = {}
    for bundle in _cut(entries, limit, 0, recent=False):
        if first and bundle.oldest > first.date and bundle.oldest.day > newest.day:
            waiting |= {part.key: by_key[part.key] for part in bundle.parts}
        else:
            yield bundle
    # Cut as the whole month was when it was the newest, so that what waits is not indexed again for it.
    for bundle in _cut([*by_key.values()], recent, _A_MONTH, recent=False) if waiting else ():
        left = [waiting[part.key] for part in bundle.parts if part.key in waiting]
        if len(left) == len(bundle.parts):
            yield bundle
        elif left:
            yield _bundle(bundle.name, left, recent=False)


def _cut(entries: Sequence[EditionEntry], limit: Limit, level: int, *, recent: bool) -> Iterator[Bundle]:
    """`entries` by the periods of `level`, and by shorter ones where one is beyond `limit`."""
    if level == len(_PERIODS):
        yield from _cut_day(entries, limit, recent=recent)
        return
    longest, *shorter = _PERIODS[level]
    for whole in _groups(entries, longest):
        groups, period = [whole], longest
        for cut in shorter:
            if all(_fits(group, limit) for group in groups):
                break
            groups, period = _groups(whole, cut), cut
        for group in groups:
            if _fits(group, limit):
                yield _bundle(f"{group[0].language}-{period(group[0].key.date)}", group, recent=recent)
            else:
                yield from _cut(group, limit, level + 1, recent=recent)


def _cut_day(entries: Sequence[EditionEntry], limit: Limit, *, recent: bool) -> Iterator[Bundle]:
    """A day's editions, each by itself and, where it is beyond `limit`, in equal parts."""
    number = 0
    for entry in entries:
        parts = max(-(-entry.count // limit.stories), -(-entry.characters // limit.characters))
        length = -(-entry.count // parts)
        for start in range(0, entry.count, length):
            number += 1
            part = EditionPart(entry.key, start, min(start + length, entry.count))
            name = f"{entry.language}-{entry.key.date}-part-{number}"
            yield Bundle(name, entry.language, (part,), _digest([f"{start} {length} {entry.digest}"]), recent)


def _bundle(name: str, entries: Sequence[EditionEntry], *, recent: bool) -> Bundle:
    parts = tuple(EditionPart(entry.key, 0, entry.count) for entry in entries)
    return Bundle(name, entries[0].language, parts, _digest(entry.digest for entry in entries), recent)


def _digest(digests: Iterable[str]) -> str:
    """16 hexadecimal digits of SHA-256 over other digests or words, in their order."""
    return hashlib.sha256("\n".join(digests).encode()).hexdigest()[:16]


def _fits(entries: Sequence[EditionEntry], limit: Limit) -> bool:
    return (
        sum(entry.count for entry in entries) <= limit.stories
        and sum(entry.characters for entry in entries) <= limit.characters
    )


def _groups(entries: Iterable[EditionEntry], period: Callable[[dt.date], str]) -> list[tuple[EditionEntry, ...]]:
    return [tuple(group) for _, group in groupby(entries, key=lambda entry: period(entry.key.date))]


def _day_number(date: dt.date) -> int:
    return date.year * 10_000 + date.month * 100 + date.day


def _month(date: dt.date) -> str:
    return f"{date:%Y-%m}"


def _of_year(letter: str, months: int) -> Callable[[dt.date], str]:
    return lambda date: f"{date:%Y}-{letter}{1 + (date.month - 1) // months}"


def _of_month(letter: str, parts: int) -> Callable[[dt.date], str]:
    """The first part of a month is the longest, so that what is too long for a bundle shows early in the month."""
    return lambda date: f"{date:%Y-%m}-{letter}{1 + (date.day - 1) * parts // 31}"


_PERIODS: tuple[tuple[Callable[[dt.date], str], ...], ...] = (
    (lambda date: f"{date.year // 10}0s",),
    (
        lambda date: f"{date:%Y}",
        _of_year("h", 6),
        _of_year("t", 4),
        _of_year("q", 3),
        _of_year("s", 2),
        _month,
    ),
    (
        _month,
        _of_month("h", 2),
        _of_month("t", 3),
        _of_month("q", 4),
        _of_month("s", 6),
        _of_month("o", 8),
        _of_month("e", 11),
        _of_month("f", 16),
        lambda date: f"{date}",
    ),
)
"""From long to short: what a period is cut into, the coarsest first in which every part is within the limit."""
_A_MONTH = len(_PERIODS) - 1
"""The level that begins with months."""
