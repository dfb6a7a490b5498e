"""Bundles: search documents that are indexed together, bounded in number and contiguous in date.

Pagefind has no incremental index and takes about 0.5 GB and 4 s for each 1,000 stories, so the archive is cut by the
calendar: into decades, years, halves, quarters, months and days, only as far as the limit asks. A late
correction rebuilds the bundle of its period and no other; the newest month has its own, small one.

The directory is `/pagefind/bundles.json`, version 1:

    {"version": 1, "bundles": [{"name": "und-2025-04", "language": "und", "from": "2025-04-01",
      "to": "2025-04-16", "count": 48, "digest": "…"}]}

newest first. A bundle's files are at `/pagefind/<name>/`. `digest` is of the inputs: Pagefind names some of its files
differently in every run.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from broadsheet.rendering.search.document import FORMAT_VERSION

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator, Sequence

LIMIT = 2_000
"""Documents in one bundle at most: about 1 GB and 8 s to index."""

SMALL = 300
"""So few documents of one language are one bundle: another would cost a reader more than it saves the build."""


@dataclass(frozen=True, slots=True)
class BundleEntry:
    """One search document as the plan sees it: its file name, language, date and the digest of its HTML."""

    name: str
    language: str
    date: dt.date
    digest: str


@dataclass(frozen=True, slots=True)
class Bundle:
    """Documents that make one Pagefind index; `entries` are in the order of date and name."""

    name: str
    language: str
    entries: tuple[BundleEntry, ...]

    @property
    def digest(self) -> str:
        """Of all inputs: a bundle whose digest is unchanged need not be built again."""
        return inputs_digest(self.entries)

    @property
    def newest(self) -> dt.date:
        """The date of the last entry."""
        return self.entries[-1].date


def plan_bundles(entries: Iterable[BundleEntry], limit: int = LIMIT, small: int = SMALL) -> tuple[Bundle, ...]:
    """Every entry in one bundle, newest bundle first; the same for any order of `entries`."""
    ordered = sorted(entries, key=lambda entry: (entry.language, entry.date, entry.name))
    bundles: list[Bundle] = []
    for language, group in groupby(ordered, key=lambda entry: entry.language):
        documents = tuple(group)
        if len(documents) <= small:
            bundles.append(Bundle(f"{language}-all", language, documents))
            continue
        newest_month = _month(documents[-1].date)
        old = tuple(document for document in documents if _month(document.date) != newest_month)
        bundles += _cut(language, documents[len(old) :], limit, _PERIODS.index(_month))
        if old:
            bundles += _cut(language, old, limit, 0)
    return tuple(sorted(bundles, key=lambda bundle: (bundle.newest, bundle.name), reverse=True))


def write_directory(bundles: Iterable[Bundle]) -> str:
    """The text of `bundles.json`."""
    listed = [
        {
            "name": bundle.name,
            "language": bundle.language,
            "from": bundle.entries[0].date.isoformat(),
            "to": bundle.newest.isoformat(),
            "count": len(bundle.entries),
            "digest": bundle.digest,
        }
        for bundle in bundles
    ]
    return json.dumps({"version": 1, "bundles": listed}, ensure_ascii=False, separators=(",", ":")) + "\n"


def inputs_digest(entries: Iterable[BundleEntry]) -> str:
    """16 hexadecimal digits of SHA-256 over the documents and the format that they are written in."""
    digest = hashlib.sha256(FORMAT_VERSION.encode())
    for entry in sorted(entries, key=lambda entry: (entry.date, entry.name)):
        digest.update(f"\n{entry.date} {entry.name} {entry.digest}".encode())
    return digest.hexdigest()[:16]


def _cut(language: str, entries: Sequence[BundleEntry], limit: int, level: int) -> Iterator[Bundle]:
    """`entries` by the period of `level`, and by shorter ones where a period has more than `limit`."""
    if level == len(_PERIODS):
        day = entries[0].date
        for start in range(0, len(entries), limit):
            part = tuple(entries[start : start + limit])
            yield Bundle(f"{language}-{day}-part-{start // limit + 1}", language, part)
        return
    for period, group in groupby(entries, key=lambda entry: _PERIODS[level](entry.date)):
        documents = tuple(group)
        if len(documents) <= limit:
            yield Bundle(f"{language}-{period}", language, documents)
        else:
            yield from _cut(language, documents, limit, level + 1)


def _month(date: dt.date) -> str:
    return f"{date:%Y-%m}"


_PERIODS: tuple[Callable[[dt.date], str], ...] = (
    lambda date: f"{date.year // 10}0s",
    lambda date: f"{date.year}",
    lambda date: f"{date.year}-h{1 + (date.month - 1) // 6}",
    lambda date: f"{date.year}-q{1 + (date.month - 1) // 3}",
    _month,
    lambda date: f"{date}",
)
