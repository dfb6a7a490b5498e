"""Figures: what was measured, where and with which versions, as JSON and as tables."""

from __future__ import annotations

import json
import os
import platform
import re
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from statistics import median
from typing import Any

WORDS = {
    "cold": "from nothing",
    "nothing": "nothing changed",
    "edit": "one story edited",
    "day": "a day added",
    "restored": "output deleted",
}


@dataclass(frozen=True)
class Run:
    """One build. `articles` is the size of the paper, which counts photographs where these are what it is about."""

    articles: int
    scenario: str
    generator: str
    number: int
    wall: float
    cpu: float
    peak: int
    fault: str = ""
    pictures: int | None = None
    """Of how many pictures copies were made; None where there are none."""


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
class Copies:
    """The copies of one format and width that a generator made; a `width` of 0 is the crop for other sites.

    `psnr` (decibels) and `ssim` are the mean of some; None where they were not measured.
    """

    articles: int
    generator: str
    ending: str
    width: int
    files: int
    size: int
    psnr: float | None = None
    ssim: float | None = None


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
    pictures: tuple[int, ...] = ()
    """Of how many pictures each run made copies."""


@dataclass(frozen=True)
class Results:
    """All that is known after a session; `about` says what was measured, `machine` and `versions` with what."""

    about: dict[str, Any]
    machine: dict[str, Any]
    versions: dict[str, str]
    runs: tuple[Run, ...] = ()
    sites: tuple[Site, ...] = ()
    copies: tuple[Copies, ...] = ()

    def plus(self, more: Run | Site | Copies) -> Results:
        """With one more; a site and copies take the place of older ones."""
        if isinstance(more, Run):
            return replace(self, runs=(*self.runs, more))
        if isinstance(more, Copies):
            kept = [copies for copies in self.copies if _kind(copies) != _kind(more)]
            return replace(self, copies=(*kept, more))
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
        made = tuple(run.pictures for run in runs if run.pictures is not None)
        return Middle(median(walls), cpu, peak, min(walls), max(walls), len(runs), made)

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
    copies = (Copies(**row) for row in kept.pop("copies", ()))
    return Results(**kept, runs=tuple(runs), sites=tuple(sites), copies=tuple(copies))


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
    parts += [_copies(results, articles) for articles in results.sizes if results.copies]
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
    counted = any(run.pictures is not None for run in results.runs)
    rows = [
        f"## {articles:,} {results.about.get('of', 'articles')}\n",
        "| scenario | generator | seconds | least – most | CPU seconds | peak MB | Broadsheet takes |"
        + (" of its processor time | pictures made |" if counted else ""),
        "| --- | --- | ---: | ---: | ---: | ---: | ---: |" + (" ---: | ---: |" if counted else ""),
    ]
    for scenario in results.named("scenario"):
        ours = results.middle(articles, scenario, "broadsheet")
        for generator in results.named("generator"):
            figures = results.middle(articles, scenario, generator)
            if figures is None:
                continue
            beside = ours if generator != "broadsheet" else None
            ratio, share = (
                f"{getattr(beside, kind) / getattr(figures, kind):.2f} ×" if beside else "" for kind in ("wall", "cpu")
            )
            made = ", ".join(f"{count:,}" for count in sorted(set(figures.pictures)))
            rows.append(
                f"| {WORDS[scenario]} | {generator} | {figures.wall:.2f} | {figures.least:.2f} – {figures.most:.2f} "
                f"| {figures.cpu:.2f} | {figures.peak / 1e6:.0f} | {ratio} |"
                + (f" {share} | {made} |" if counted else "")
            )
    faults = {generator: results.failed(articles, generator) for generator in results.named("generator")}
    rows += [f"\n{name} failed: {fault.splitlines()[0]}" for name, fault in faults.items() if fault]
    return "\n".join(rows) + "\n"


def _sites(results: Results) -> str:
    rows = [
        "## What was written\n",
        f"| {results.about.get('of', 'articles')} | generator | HTML files | MB of HTML | all files | MB |",
        "| ---: | --- | ---: | ---: | ---: | ---: |",
    ]
    rows += [
        f"| {site.articles:,} | {site.generator} | {site.pages:,} | {site.html / 1e6:.1f} | {site.files:,} "
        f"| {site.size / 1e6:.1f} |"
        for site in results.sites
    ]
    return "\n".join(rows) + "\n"


def _copies(results: Results, articles: int) -> str:
    """Of each format and width, what every generator made of it."""
    rows = [
        f"## Copies of {articles:,} photographs\n",
        "| format | width | generator | files | KB each | PSNR | SSIM |",
        "| --- | ---: | --- | ---: | ---: | ---: | ---: |",
    ]
    order = sorted((c for c in results.copies if c.articles == articles), key=lambda c: (c.ending, c.width))
    rows += [
        f"| {c.ending} | {c.width or 'crop'} | {c.generator} | {c.files:,} | {c.size / c.files / 1e3:.1f} "
        f"| {'' if c.psnr is None else f'{c.psnr:.2f}'} | {'' if c.ssim is None else f'{c.ssim:.4f}'} |"
        for c in order
    ]
    return "\n".join(rows) + "\n"


def _kind(copies: Copies) -> tuple[int, str, str, int]:
    return copies.articles, copies.generator, copies.ending, copies.width


def _means(results: Results) -> str:
    known = {**results.about, **results.machine, **{f"version of {k}": v for k, v in results.versions.items()}}
    rows = "\n".join(f"| {key} | {value} |" for key, value in known.items())
    return f"## With what\n\n| what | which |\n| --- | --- |\n{rows}\n"
