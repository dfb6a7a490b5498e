"""The measuring itself: every scenario, by every generator in turn, as often as asked."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.corpus import Corpus, write, write_corpus, write_day
from benchmarks.measure import measured
from benchmarks.results import Results, Run, Site
from benchmarks.trees import TREES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from benchmarks.generators import Generator
    from benchmarks.measure import Cost

SCENARIOS = ("cold", "nothing", "edit", "day")
EDIT = "\n这一段改过 {} 次。\n"
"""What is added to a story; another text each time."""


@dataclass(frozen=True)
class Session:
    """A series of measurements of one corpus."""

    corpus: Corpus
    generators: Sequence[Generator]
    runs: int
    timeout: float
    keep: Callable[[Results], None]
    """Called after each run."""
    tell: Callable[[str], None]

    def measure(self, results: Results, scenarios: Sequence[str]) -> Results:
        """The results with the runs that they lacked. A generator that fails is not run again on this corpus."""
        lacking = [s for s in scenarios if any(self._lacks(results, s, g) for g in self.generators)]
        if not lacking:
            return results
        self._lay_out()
        for scenario in lacking:
            for generator in self.generators:
                # A scenario starts from a site that is whole: the last run's, or one made for it now.
                if scenario != "cold" and self._lacks(results, scenario, generator) and not generator.output.exists():
                    self.tell(f"{self.corpus.articles} {scenario}: {generator.name} builds the site to start from")
                    self._build(generator)
            for number in range(1, self.runs + 1):
                for generator in self.generators:
                    if self._lacks(results, scenario, generator, number):
                        results = self._run(results, scenario, generator, number)
                        self.keep(results)
        return results

    def _lacks(self, results: Results, scenario: str, generator: Generator, number: int | None = None) -> bool:
        """Whether a run is missing; with no number, whether any is."""
        articles = self.corpus.articles
        if results.failed(articles, generator.name):
            return False
        done = {run.number for run in results.of(articles, scenario, generator.name)}
        return not {number} <= done if number else len(done) < self.runs

    def _run(self, results: Results, scenario: str, generator: Generator, number: int) -> Results:
        articles = self.corpus.articles
        self._change(scenario, generator, number)
        cost = self._build(generator)
        figures = f"{cost.wall:.2f} s, {cost.cpu:.2f} s CPU, {cost.peak / 1e6:.0f} MB {cost.fault}".rstrip()
        self.tell(f"{articles} {scenario} {number}/{self.runs}: {generator.name} {figures}")
        results = results.plus(Run(articles, scenario, generator.name, number, **vars(cost)))
        if scenario == "cold" and number == 1 and not cost.fault:
            results = results.plus(weighed(articles, generator))
        return results

    def _build(self, generator: Generator) -> Cost:
        return measured(generator.words, generator.folder, generator.environment, self.timeout)

    def _change(self, scenario: str, generator: Generator, number: int) -> None:
        """What happens before a run: the same for all generators."""
        if scenario == "cold":
            generator.forget()
        elif scenario == "edit":
            self._edit(generator, number)
        elif scenario == "day":
            write_day(self.corpus, generator.stories, generator.name, -number)

    def _edit(self, generator: Generator, number: int) -> None:
        story, tree = self.corpus.middle(), TREES[generator.name]
        path = tree.path(story)
        edition = self.corpus.edition(self.corpus.days // 2)
        text = tree.day(self.corpus, edition)[path]
        write(generator.stories, {path: text + EDIT.format(number)})

    def _lay_out(self) -> None:
        """Write the corpus anew: a paper that an earlier session left may have had a day added or a story edited."""
        self.tell(f"{self.corpus.articles} articles of {self.corpus.characters} characters are written")
        for generator in self.generators:
            shutil.rmtree(generator.stories, ignore_errors=True)
            generator.forget()
            generator.prepare()
        write_corpus(self.corpus, {generator.name: generator.stories for generator in self.generators})


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
