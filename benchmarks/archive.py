"""The paper that search is measured on, made up and indexed: `python -m benchmarks.archive 100000 FOLDER`.

It is the same for the same number of stories: ten a day up to the end of 2025, 600 to 900 characters each, of 60,000
words that are spread as words are. Each of the oldest days has a word that no other day has.
"""

# ruff: noqa: S311 - a generated paper is no secret

from __future__ import annotations

import datetime as dt
import itertools
import random
import sys
from pathlib import Path

from broadsheet.model.edition import EditionKey
from broadsheet.publishing.gram_directory import shelf_files
from broadsheet.publishing.search_index import RELEASE, build_bundle
from broadsheet.rendering.search.bundles import plan_bundles, write_directory
from broadsheet.rendering.search.document import SearchDocument
from broadsheet.rendering.search.edition import bundle_documents, edition_entries
from broadsheet.rendering.search.grams import plan_shelves

LANGUAGE = "zh-Hans"
A_DAY = 10
NEWEST = dt.date(2025, 12, 21)
RARE = "龘靐齉爩鱻麤龗灪籱饢驫爨"  # in no generated word; each three in a row are one story's


class Archive:
    """A generated paper; an edition is written again whenever it is asked for."""

    def __init__(self, stories: int) -> None:
        """Make up the words, and spread the stories over the days."""
        rng = random.Random(1)
        characters = [chr(point) for point in range(0x4E00, 0x4E00 + 3_500)]
        rng.shuffle(characters)
        spread = list(itertools.accumulate(1 / (place + 20) for place in range(len(characters))))
        lengths = rng.choices((1, 2, 3, 4), (1, 14, 3, 2), k=60_000)
        self.words = ["".join(rng.choices(characters, cum_weights=spread, k=length)) for length in lengths]
        self.spread = list(itertools.accumulate(1 / (place + 15) for place in range(len(self.words))))
        days = -(-stories // A_DAY)
        self.counts = {
            EditionKey(NEWEST - dt.timedelta(days=days - 1 - day)): min(A_DAY, stories - day * A_DAY)
            for day in range(days)
        }
        self.rare = [RARE[age : age + 3] for age in range(min(days, len(RARE) - 2))]

    def edition(self, key: EditionKey) -> list[SearchDocument]:
        """The stories of one day."""
        rng = random.Random(key.date.toordinal())
        return [self._story(key.date, number, rng) for number in range(self.counts[key])]

    def _story(self, date: dt.date, number: int, rng: random.Random) -> SearchDocument:
        own = rng.choices(self.words, cum_weights=self.spread, k=60)
        length = rng.randint(600, 900)
        paragraphs: list[str] = []
        while sum(map(len, paragraphs)) < length:
            words = rng.choices(self.words, cum_weights=self.spread, k=60)
            told = [rng.choice(own) if rng.random() < 0.4 else word for word in words]
            stops = ["".join(told[start : start + 8]) + rng.choice("，，，。；") for start in range(0, 60, 8)]
            paragraphs.append("".join(stops))
        age = (date - min(self.counts).date).days
        if age < len(self.rare) and number == 0:
            paragraphs[-1] += self.rare[age]
        return SearchDocument(
            address=f"/{date:%Y/%m/%d}/story-{number}/",
            language=LANGUAGE,
            title="".join(own[:7]),
            date=date,
            byline="记者 王某",
            people=("王某",),
            paragraphs=tuple(paragraphs),
            section=rng.choice(["要闻", "城事", "文化", "经济"]),
            page_name="头版",
            page_number="A01",
        )


def index(archive: Archive, folder: Path) -> None:
    """Plan and build as a press does: the site's files go below `site`, the lists of grams beside it."""
    site, grams = folder / "site", folder / "grams"
    entries = [entry for key in archive.counts for entry in edition_entries(archive.edition(key), LANGUAGE)]
    bundles = plan_bundles(entries, release=RELEASE)
    for bundle in bundles:
        documents = bundle_documents(bundle, archive.edition, LANGUAGE)
        build_bundle(documents, LANGUAGE, site / bundle.address, grams / bundle.name, folder / "work")
    shelves = plan_shelves(bundles)
    for shelf in shelves:
        for path, data in shelf_files(shelf, [grams / name for name in shelf.bundles]):
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_bytes(data)
    (site / "pagefind/bundles.json").write_text(write_directory(bundles, shelves), encoding="utf-8")


if __name__ == "__main__":
    index(Archive(int(sys.argv[1])), Path(sys.argv[2]))
