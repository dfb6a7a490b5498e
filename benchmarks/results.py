"""Figures: what was measured, where and with which versions, as JSON and as tables."""

from __future__ import annotations

import json
import os
import platform
import re
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from statistics import median
from typing import Any

WORDS = {"cold": "from nothing", "nothing": "nothing changed", "edit": "one story edited", "day": "a day added"}


@dataclass(frozen=True)
class Run:
    """One build."""

    articles: int
    scenario: str
    generator: str
    number: int
    wall: float
    cpu: float
    peak: int
    fault: str = ""


@dataclass(frozen=True)
class Site:
    """What a generator made of a corpus; bytes."""

    articles: int
    generator: str
    pages: int
    html: int
    files: int
    size: int


@dataclass(frozen=True)
class Middle:
    """The medians of a scenario's runs."""

    wall: float
    cpu: float
    peak: float
    least: float
    most: float
    """The quickest and the slowest run's seconds."""
    runs: int


@dataclass(frozen=True)
class Results:
    """All that is known after a session; `about` says what was measured, `machine` and `versions` with what."""

    about: dict[str, Any]
    machine: dict[str, Any]
    versions: dict[str, str]
    runs: tuple[Run, ...] = ()
    sites: tuple[Site, ...] = field(default=())

    def plus(self, more: Run | Site) -> Results:
        """With one more; a site takes the place of an older one."""
        if isinstance(more, Run):
            return replace(self, runs=(*self.runs, more))
        others = [s for s in self.sites if (s.articles, s.generator) != (more.articles, more.generator)]
        return replace(self, sites=(*others, more))

    def of(self, articles: int, scenario: str, generator: str) -> tuple[Run, ...]:
        """The runs of one scenario that ended well."""
        wanted = (articles, scenario, generator)
        return tuple(r for r in self.runs if (r.articles, r.scenario, r.generator) == wanted and not r.fault)

    def failed(self, articles: int, generator: str) -> str:
        """Why a generator was given up on a corpus, or nothing."""
        return next((r.fault for r in self.runs if (r.articles, r.generator) == (articles, generator) and r.fault), "")

    def middle(self, articles: int, scenario: str, generator: str) -> Middle | None:
        """The medians, if there is any run."""
        runs = self.of(articles, scenario, generator)
        if not runs:
            return None
        walls = [run.wall for run in runs]
        cpu, peak = median(run.cpu for run in runs), median(run.peak for run in runs)
        return Middle(median(walls), cpu, peak, min(walls), max(walls), len(runs))

    @property
    def sizes(self) -> list[int]:
        """The corpora, smallest first."""
        return sorted({run.articles for run in self.runs})

    def named(self, kind: str) -> list[str]:
        """Scenarios or generators in the order of their first run."""
        return list(dict.fromkeys(getattr(run, kind) for run in self.runs))


def read(path: Path) -> Results:
    """Results from JSON; ValueError or TypeError if the file is another thing."""
    kept = json.loads(path.read_text(encoding="utf-8"))
    runs, sites = (Run(**row) for row in kept.pop("runs")), (Site(**row) for row in kept.pop("sites"))
    return Results(**kept, runs=tuple(runs), sites=tuple(sites))


def write(results: Results, stem: Path) -> None:
    """`stem`.json and `stem`.md; the JSON is replaced in one step, so that a session can go on after any end."""
    stem.parent.mkdir(parents=True, exist_ok=True)
    fresh = stem.with_name(stem.name + ".json.new")
    fresh.write_text(json.dumps(asdict(results), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    fresh.replace(stem.with_name(stem.name + ".json"))
    stem.with_name(stem.name + ".md").write_text(table(results), encoding="utf-8")


def table(results: Results) -> str:
    """Markdown: a table of times for each corpus, then what was written, then the machine."""
    parts = [f"# Builds of a newspaper, {results.about['date']}\n"]
    parts += [_times(results, articles) for articles in results.sizes]
    parts.append(_sites(results))
    parts.append(_means(results))
    return "\n".join(parts)


def machine() -> dict[str, Any]:
    """The machine as far as it matters for a figure."""
    model = re.search(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo").read_text(encoding="utf-8"))
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return {
        "cpu": model[1] if model else platform.machine(),
        "cores": len(os.sched_getaffinity(0)),
        "memory": f"{memory / 2**30:.0f} GB",
        "kernel": platform.release(),
        "python": platform.python_version(),
    }


def _times(results: Results, articles: int) -> str:
    rows = [
        f"## {articles:,} articles\n",
        "| scenario | generator | seconds | least – most | CPU seconds | peak MB | Broadsheet takes |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for scenario in results.named("scenario"):
        ours = results.middle(articles, scenario, "broadsheet")
        for generator in results.named("generator"):
            figures = results.middle(articles, scenario, generator)
            if figures is None:
                continue
            ratio = f"{ours.wall / figures.wall:.2f} ×" if ours and generator != "broadsheet" else ""
            rows.append(
                f"| {WORDS[scenario]} | {generator} | {figures.wall:.2f} | {figures.least:.2f} – {figures.most:.2f} "
                f"| {figures.cpu:.2f} | {figures.peak / 1e6:.0f} | {ratio} |"
            )
    faults = {generator: results.failed(articles, generator) for generator in results.named("generator")}
    rows += [f"\n{name} failed: {fault.splitlines()[0]}" for name, fault in faults.items() if fault]
    return "\n".join(rows) + "\n"


def _sites(results: Results) -> str:
    rows = [
        "## What was written\n",
        "| articles | generator | HTML files | MB of HTML | all files | MB |",
        "| ---: | --- | ---: | ---: | ---: | ---: |",
    ]
    rows += [
        f"| {site.articles:,} | {site.generator} | {site.pages:,} | {site.html / 1e6:.1f} | {site.files:,} "
        f"| {site.size / 1e6:.1f} |"
        for site in results.sites
    ]
    return "\n".join(rows) + "\n"


def _means(results: Results) -> str:
    known = {**results.about, **results.machine, **{f"version of {k}": v for k, v in results.versions.items()}}
    rows = "\n".join(f"| {key} | {value} |" for key, value in known.items())
    return f"## With what\n\n| what | which |\n| --- | --- |\n{rows}\n"
