"""Where a build's time goes: by the build's own trace if it writes one, else by the standard library's profiler."""

from __future__ import annotations

import json
import pstats
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.generators import PROJECT, said
from benchmarks.measure import measured

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from benchmarks.generators import Generator

TRACE = "--profile"


@dataclass(frozen=True)
class Stage:
    """A named part of the build."""

    name: str
    calls: int
    total: float
    """Seconds, of all processes together, with the stages within it."""
    own: float
    """Seconds without the stages within it."""


def profiled(broadsheet: Generator) -> list[Stage]:
    """The stages of one build, the longest first; RuntimeError with the build's own words if it fails."""
    file = broadsheet.folder / "profile"
    file.unlink(missing_ok=True)
    python, *words = broadsheet.words
    traces = TRACE in said([python, str(PROJECT / "build.py"), "build", "--help"])
    if traces:
        command = [python, *words, TRACE, str(file)]
    else:
        # One process, so that the profiler sees all of it.
        command = [python, "-m", "cProfile", "-o", str(file), *words, "--workers", "1"]
    cost = measured(command, broadsheet.folder, broadsheet.environment)
    if cost.fault:
        raise RuntimeError(cost.fault)
    found = of_trace(json.loads(file.read_text(encoding="utf-8"))) if traces else of_profile(file)
    return sorted(found, key=lambda stage: -stage.own)


def of_trace(trace: Mapping[str, Any] | Sequence[Mapping[str, Any]]) -> Iterable[Stage]:
    """Stages of a trace in Chrome's format: complete events, or pairs of begin and end; times in microseconds."""
    events = trace["traceEvents"] if isinstance(trace, dict) else trace
    lanes: dict[tuple[Any, Any], list[tuple[float, float, str]]] = defaultdict(list)
    begun: dict[tuple[Any, Any], list[tuple[float, str]]] = defaultdict(list)
    for event in sorted(events, key=lambda event: event.get("ts", 0)):
        lane = (event.get("pid"), event.get("tid"))
        if event.get("ph") == "X":
            lanes[lane].append((event["ts"], event["ts"] + event["dur"], event["name"]))
        elif event.get("ph") == "B":
            begun[lane].append((event["ts"], event["name"]))
        elif event.get("ph") == "E":
            start, name = begun[lane].pop()
            lanes[lane].append((start, event["ts"], name))
    calls: dict[str, int] = defaultdict(int)
    total: dict[str, float] = defaultdict(float)
    own: dict[str, float] = defaultdict(float)
    for spans in lanes.values():
        around: list[tuple[float, str]] = []
        for start, end, name in sorted(spans, key=lambda span: (span[0], -span[1])):
            while around and around[-1][0] <= start:
                around.pop()
            calls[name] += 1
            own[name] += end - start
            if around:
                own[around[-1][1]] -= end - start
            if name not in {outer for _, outer in around}:
                total[name] += end - start
            around.append((end, name))
    return [Stage(name, calls[name], total[name] / 1e6, own[name] / 1e6) for name in calls]


def of_profile(file: Path) -> Iterable[Stage]:
    """Stages of a profile: the folders of Broadsheet and, for all else, the packages and the interpreter."""
    calls: dict[str, int] = defaultdict(int)
    own: dict[str, float] = defaultdict(float)
    rows: Mapping[tuple[str, int, str], tuple[int, int, float, float, Any]] = vars(pstats.Stats(str(file)))["stats"]
    for (path, _, _), (_, count, seconds, _, _) in rows.items():
        calls[_room(path)] += count
        own[_room(path)] += seconds
    return [Stage(name, calls[name], own[name], own[name]) for name in calls]


def table(found: Sequence[Stage]) -> str:
    """Markdown, a row a stage."""
    whole = sum(stage.own for stage in found) or 1
    rows = [
        f"| {stage.name} | {stage.calls:,} | {stage.total:.2f} | {stage.own:.2f} | {stage.own / whole:.0%} |"
        for stage in found
    ]
    return "\n".join(["| stage | times | seconds | its own | share |", "| --- | ---: | ---: | ---: | ---: |", *rows])


def _room(path: str) -> str:
    """Where a function lives: `broadsheet/rendering`, `jinja2`, `python`."""
    parts = Path(path).parts
    if "site-packages" in parts:
        return Path(parts[parts.index("site-packages") + 1]).stem
    if Path(path).is_relative_to(PROJECT / "broadsheet"):
        return "/".join(Path(path).relative_to(PROJECT).with_suffix("").parts[:2])
    return "templates" if path.endswith(".html") else "python"
