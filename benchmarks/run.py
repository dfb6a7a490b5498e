"""The measuring itself: every scenario, by every generator in turn, as often as asked."""

from __future__ import annotations

import os
import shutil
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from benchmarks.corpus import write, write_corpus, write_day
from benchmarks.measure import measured
from benchmarks.results import Results, Run, Site
from benchmarks.trees import TREES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from benchmarks.corpus import Corpus
    from benchmarks.generators import Generator
    from benchmarks.measure import Cost
    from benchmarks.results import Copies

SCENARIOS = ("cold", "nothing", "edit", "day")
EDIT = "\n这一段改过 {} 次。\n"
"""What is added to a story; another text each time."""


class Paper(Protocol):
    """What the generators build."""

    @property
    def size(self) -> int:
        """How large it is, in its own measure."""

    def lay_out(self, generators: Sequence[Generator]) -> None:
        """Write it anew for each generator, which forgets what it built."""

    def change(self, scenario: str, generator: Generator, number: int) -> None:
        """What happens before a run: the same for all generators."""

    def made(self, generator: Generator, since: int) -> int | None:
        """Of how many pictures copies were made since a moment (nanoseconds); None for a paper without pictures."""

    def weigh(self, generator: Generator) -> Iterator[Site | Copies]:
        """What a generator has written."""


@dataclass(frozen=True)
class Session:
    """A series of measurements of one paper."""

    paper: Paper
    generators: Sequence[Generator]
    runs: int
    timeout: float
    keep: Callable[[Results], None]
    """Called after each run."""
    tell: Callable[[str], None]

    def measure(self, results: Results, scenarios: Sequence[str]) -> Results:
        """The results with the runs that they lacked. A generator that fails is not run again on this paper."""
        lacking = [s for s in scenarios if any(self._lacks(results, s, g) for g in self.generators)]
        if not lacking:
            return results
        self.tell(f"a paper of {self.paper.size} is written")
        self.paper.lay_out(self.generators)
        for scenario in lacking:
            for generator in self.generators:
                # A scenario starts from a site that is whole: the last run's, or one made for it now.
                if scenario != "cold" and self._lacks(results, scenario, generator) and not generator.output.exists():
                    self.tell(f"{self.paper.size} {scenario}: {generator.name} builds the site to start from")
                    self._build(generator)
            for number in range(1, self.runs + 1):
                for generator in self.generators:
                    if self._lacks(results, scenario, generator, number):
                        results = self._run(results, scenario, generator, number)
                        self.keep(results)
        for generator in self.generators:
            generator.clear()
        return results

    def _lacks(self, results: Results, scenario: str, generator: Generator, number: int | None = None) -> bool:
        """Whether a run is missing; with no number, whether any is."""
        size = self.paper.size
        if results.failed(size, generator.name):
            return False
        done = {run.number for run in results.of(size, scenario, generator.name)}
        return not {number} <= done if number else len(done) < self.runs

    def _run(self, results: Results, scenario: str, generator: Generator, number: int) -> Results:
        size = self.paper.size
        self.paper.change(scenario, generator, number)
        began = time.time_ns()
        cost = self._build(generator)
        figures = f"{cost.wall:.2f} s, {cost.cpu:.2f} s CPU, {cost.peak / 1e6:.0f} MB {cost.fault}".rstrip()
        self.tell(f"{size} {scenario} {number}/{self.runs}: {generator.name} {figures}")
        made = self.paper.made(generator, began)
        results = results.plus(Run(size, scenario, generator.name, number, **vars(cost), pictures=made))
        if scenario == "cold" and number == 1 and not cost.fault:
            for found in self.paper.weigh(generator):
                results = results.plus(found)
        return results

    def _build(self, generator: Generator) -> Cost:
        return measured(generator.words, generator.folder, generator.environment, self.timeout)


@dataclass(frozen=True)
class PaperOfText:
    """A corpus; its size is the number of its articles."""

    corpus: Corpus

    @property
    def size(self) -> int:
        """The number of articles."""
        return self.corpus.articles

    def lay_out(self, generators: Sequence[Generator]) -> None:
        """Write the corpus anew: a paper that an earlier session left may have had a day added or a story edited."""
        for generator in generators:
            shutil.rmtree(generator.stories, ignore_errors=True)
            generator.forget()
            generator.prepare()
        write_corpus(self.corpus, {generator.name: generator.stories for generator in generators})

    def change(self, scenario: str, generator: Generator, number: int) -> None:
        """As Paper says."""
        if scenario == "cold":
            generator.forget()
        elif scenario == "edit":
            self._edit(generator, number)
        elif scenario == "day":
            write_day(self.corpus, generator.stories, generator.name, -number)

    def made(self, generator: Generator, since: int) -> None:  # noqa: ARG002 - as of all papers
        """As Paper says."""
        return

    def weigh(self, generator: Generator) -> Iterator[Site]:
        """As Paper says."""
        yield weighed(self.size, generator)

    def _edit(self, generator: Generator, number: int) -> None:
        story, tree = self.corpus.middle(), TREES[generator.name]
        path = tree.path(story)
        edition = self.corpus.edition(self.corpus.days // 2)
        text = tree.day(self.corpus, edition)[path]
        write(generator.stories, {path: text + EDIT.format(number)})


def weighed(articles: int, generator: Generator) -> Site:
    """What a generator has written: HTML files, all files, and the bytes of both."""
    pages = files = html = size = 0
    folders: list[str | Path] = [generator.output]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
                else:
                    weight = entry.stat().st_size
                    files, size = files + 1, size + weight
                    if entry.name.endswith(".html"):
                        pages, html = pages + 1, html + weight
    return Site(articles, generator.name, pages, html, files, size)
