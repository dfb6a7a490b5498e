"""A newspaper of any size for measuring: the same figures and seed give the same stories, day by day.

Every day has a random generator of its own, so days can be made in any order and by several processes, and a longer
paper has a shorter one's days as its newest ones. No more than a day is in memory at a time.
"""

from __future__ import annotations

import math
import os
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from multiprocessing import Pool
from random import Random
from typing import TYPE_CHECKING

from benchmarks.trees import TREES
from benchmarks.words import Language, chinese, english

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

LAST_DAY = date(2025, 6, 30)
A_DAY = 91
PAGES = 16
SECTIONS = ("要闻", "时政", "经济", "城事", "文化", "体育", "国际", "副刊")
STAFF = tuple(stem + branch for stem in "甲乙丙丁戊己庚辛壬癸" for branch in "一二三四五六")
ENGLISH_STAFF = tuple(
    f"{first} {last}"
    for first in ("Alpha", "Beta", "Gamma", "Delta", "Epsilon", "Zeta", "Eta", "Theta", "Iota", "Kappa")
    for last in ("One", "Two", "Three", "Four", "Five", "Six")
)
SPREAD = 0.75
"""The standard deviation of a length's logarithm: many briefs, few features."""
SHORTEST, LONGEST = 0.12, 5
"""The lengths of the shortest brief and the longest feature, in means."""
SUMMARY = 100


@dataclass(frozen=True)
class Story:
    """An article, before any generator's own way of writing it down."""

    day: date
    slug: str
    title: str
    kicker: str
    subtitle: str
    section: str
    page: str
    bylines: tuple[str, ...]
    english: bool
    blocks: tuple[str, ...]
    """Paragraphs, and crossheads with `## ` before them."""

    @property
    def summary(self) -> str:
        """What lists show: the first sentences, 100 characters or the first one."""
        stop, first = (". ", self.blocks[0] + " ") if self.english else ("。", self.blocks[0])
        end = first.rfind(stop, 0, SUMMARY)
        return first[: (end if end > 0 else first.index(stop)) + 1]

    @property
    def body(self) -> str:
        """The Markdown, with its last line feed."""
        return "\n\n".join(self.blocks) + "\n"


@dataclass(frozen=True)
class Corpus:
    """What a paper is to be like."""

    articles: int
    characters: int = 2000
    """The mean length of a body."""
    english: float = 0.0
    """The share of stories in English."""
    seed: int = 1
    editions: bool = False
    """Whether every day has an edition.yaml with its pages."""

    @property
    def days(self) -> int:
        """How many editions there are; the oldest one may be thin."""
        return math.ceil(self.articles / A_DAY)

    def edition(self, back: int) -> tuple[Story, ...]:
        """The stories of the day that is `back` days before the last one; days after it have 100 stories."""
        day = LAST_DAY - timedelta(days=back)
        count = min(A_DAY, self.articles - back * A_DAY) if back >= 0 else 100
        rng = Random(f"{self.seed} {day}")  # noqa: S311 - a corpus is no secret
        return tuple(self._story(rng, day, at, count) for at in range(count))

    def middle(self) -> Story:
        """The article that is edited: the middle one of the paper's middle day."""
        edition = self.edition(self.days // 2)
        return edition[len(edition) // 2]

    def _story(self, rng: Random, day: date, at: int, count: int) -> Story:
        foreign = rng.random() < self.english
        language = _languages(self.seed)[foreign]
        page = at * PAGES // count
        target = rng.lognormvariate(math.log(self.characters) - SPREAD**2 / 2, SPREAD)
        target = min(max(target, SHORTEST * self.characters), LONGEST * self.characters)
        names = ENGLISH_STAFF if foreign else STAFF
        # Briefs go unsigned now and then, and some stories have two authors.
        signed = 0 if target < self.characters / 3 and rng.random() < 0.3 else 1 + (rng.random() < 0.12)
        return Story(
            day=day,
            slug=f"{day:%Y%m%d}-{at + 1:03}",
            title=language.line(rng, 5, 10),
            kicker=language.line(rng, 3, 6) if rng.random() < 0.2 else "",
            subtitle=language.line(rng, 6, 11) if rng.random() < 0.15 else "",
            section=SECTIONS[page * len(SECTIONS) // PAGES],
            page=f"A{page + 1:02}",
            bylines=tuple(rng.sample(names, signed)),
            english=foreign,
            blocks=tuple(_blocks(rng, language, target)),
        )


def write_corpus(corpus: Corpus, folders: Mapping[str, Path], workers: int | None = None) -> None:
    """Write the paper once for each generator named in `folders`, whose folders are made."""
    for name, folder in folders.items():
        write(folder, TREES[name].settings(corpus, SECTIONS))
    _languages(corpus.seed)  # once, before the processes are forked
    jobs = ((corpus, folders, back) for back in range(corpus.days))
    with Pool(workers or os.cpu_count()) as pool:
        for _ in pool.imap_unordered(_write_job, jobs, chunksize=4):
            pass


def write_day(corpus: Corpus, folder: Path, name: str, back: int) -> None:
    """Write one edition for one generator."""
    write(folder, TREES[name].day(corpus, corpus.edition(back)))


def write(folder: Path, files: Mapping[str, str]) -> None:
    """Write texts by path below a folder."""
    made = set()
    for name, text in files.items():
        path = f"{folder}/{name}"
        above = os.path.dirname(path)  # noqa: PTH120 - a million paths as texts take half the time
        if above not in made:
            os.makedirs(above, exist_ok=True)  # noqa: PTH103 - as above
            made.add(above)
        with open(path, "wb") as file:  # noqa: PTH123 - as above
            file.write(text.encode())


def _write_job(job: tuple[Corpus, Mapping[str, Path], int]) -> None:
    corpus, folders, back = job
    stories = corpus.edition(back)
    for name, folder in folders.items():
        write(folder, TREES[name].day(corpus, stories))


@cache
def _languages(seed: int) -> tuple[Language, Language]:
    return chinese(seed), english(seed)


def _blocks(rng: Random, language: Language, target: float) -> Iterator[str]:
    """Paragraphs of about `target` characters, with a crosshead every few of them in a longer story."""
    written = since = 0
    stock, pick = language.stock, rng.randrange
    long = target > 1000
    half = language.usual / 2  # what the last sentence goes past the mark, in the mean
    while not written or written + half < target:
        if long and since > 600 and target - written > 300:
            yield "## " + language.line(rng, 3, 5)
            since = 0
        wanted = min(pick(60, 240) * (2 if language.space else 1), target - written - half)
        sentences = [language.sentence(rng)]
        size = len(sentences[0])
        while size < wanted:
            sentence = stock[pick(len(stock))]
            sentences.append(sentence)
            size += len(sentence)
        written += size
        since += size
        yield language.space.join(sentences)
