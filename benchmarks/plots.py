"""The figures drawn: time and memory against the number of articles, a panel a scenario, a line a generator."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import matplotlib as mpl
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, FuncFormatter, NullLocator

from benchmarks.results import WORDS, Results

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from matplotlib.axes import Axes

COLOURS = {"broadsheet": "#B5341F", "hugo": "#0B62A4", "eleventy": "#6B6B6B", "pelican": "#A8780A"}
"""Told apart with every kind of colour vision and in grey; each line has a marker of its own and its name beside it."""
MARKERS = {"broadsheet": "o", "hugo": "s", "eleventy": "^", "pelican": "D"}
NAMES = {"broadsheet": "Broadsheet", "hugo": "Hugo", "eleventy": "Eleventy", "pelican": "Pelican"}
INK, QUIET, RULE = "#1D1B18", "#6A655C", "#D9D4C8"
LABEL = 8.5
STYLE: Any = {
    "font.family": "serif",
    "font.serif": ["Source Serif 4", "Noto Serif CJK SC", "DejaVu Serif"],
    "svg.hashsalt": "broadsheet",
    "svg.fonttype": "path",
    "text.color": INK,
}
MEASURES = {
    "time": ("How long a build takes", "seconds", lambda middle: middle.wall),
    "memory": (
        "How much memory a build needs",
        "megabytes at the peak, all processes",
        lambda middle: middle.peak / 1e6,
    ),
}


def draw(results: Results, stem: Path) -> list[Path]:
    """Draw `stem`-time and `stem`-memory, each as PNG and SVG; the files. The same figures give the same bytes."""
    files = []
    with mpl.rc_context(STYLE):
        for measure in MEASURES:
            figure = drawn(results, measure)
            for kind in ("png", "svg"):
                file = stem.with_name(f"{stem.name}-{measure}.{kind}")
                still = {"Date": None} if kind == "svg" else {"Software": None}
                figure.savefig(file, dpi=200, metadata=still)
                files.append(file)
    return files


def drawn(results: Results, measure: str) -> Figure:
    """One figure: panels side by side with one scale, so that scenarios compare."""
    title, unit, value = MEASURES[measure]
    scenarios = [scenario for scenario in WORDS if scenario in results.named("scenario")]
    width = 1.9 + 3.0 * len(scenarios)
    figure = Figure(figsize=(max(width, 5.4), 4.3), facecolor="white")
    panels = figure.subplots(1, len(scenarios), sharey=True, squeeze=False)[0]
    inch = 1 / figure.get_figwidth()
    figure.subplots_adjust(left=0.7 * inch, right=1 - 1.25 * inch, top=0.735, bottom=0.15, wspace=0.62)
    lines = [_lines(results, scenario, value) for scenario in scenarios]
    heights = [y for panel in lines for points in panel.values() for _, y in points]
    for axes, scenario, panel in zip(panels, scenarios, lines, strict=True):
        _panel(axes, panel, results.sizes, heights)
        axes.set_title(WORDS[scenario].capitalize(), loc="left", fontsize=10.5, color=INK, pad=9)
    left = 0.2 * inch
    figure.add_artist(mpl.lines.Line2D([left, 1 - left], [0.972, 0.972], color=INK, linewidth=1.6))
    figure.text(left, 0.945, title, fontsize=16, fontweight="bold", va="top")
    runs = max(len(results.of(size, s, g)) for size in results.sizes for s in scenarios for g in COLOURS)
    middle = f"median of {runs} runs" if runs > 1 else "one run"
    rest = f"{middle}, {results.machine['cores']} cores, both scales logarithmic"
    figure.text(
        left,
        0.872,
        f"{unit[0].upper()}{unit[1:]}, by articles in the paper; {rest}",
        fontsize=9.5,
        color=QUIET,
        va="top",
    )
    figure.text(left, 0.025, _credit(results), fontsize=7.5, color=QUIET, va="bottom")
    return figure


def spread(wanted: Sequence[float], gap: float) -> list[float]:
    """Places for labels, in the order given, near the wanted ones and at least `gap` apart."""
    order = sorted(range(len(wanted)), key=lambda at: wanted[at])
    blocks: list[tuple[float, list[int]]] = []
    for at in order:
        blocks.append((wanted[at], [at]))
        # A block's labels stand evenly about the mean of the places that they want; blocks that touch become one.
        while len(blocks) > 1 and _top(blocks[-2], gap) + gap > _bottom(blocks[-1], gap):
            members = blocks[-2][1] + blocks[-1][1]
            blocks[-2:] = [(sum(wanted[one] for one in members) / len(members), members)]
    places = [0.0] * len(wanted)
    for block in blocks:
        for step, at in enumerate(block[1]):
            places[at] = _bottom(block, gap) + step * gap
    return places


def _bottom(block: tuple[float, list[int]], gap: float) -> float:
    return block[0] - (len(block[1]) - 1) * gap / 2


def _top(block: tuple[float, list[int]], gap: float) -> float:
    return block[0] + (len(block[1]) - 1) * gap / 2


def _lines(results: Results, scenario: str, value: Any) -> dict[str, list[tuple[int, float]]]:  # noqa: ANN401 - a function
    """Points by generator, those without any left out."""
    lines = {
        name: [(size, value(middle)) for size in results.sizes if (middle := results.middle(size, scenario, name))]
        for name in COLOURS
    }
    return {name: points for name, points in lines.items() if points}


def _panel(
    axes: Axes, lines: dict[str, list[tuple[int, float]]], sizes: Sequence[int], heights: Sequence[float]
) -> None:
    axes.patch.set_visible(False)  # names at the ends of a panel's lines reach towards the next panel
    axes.set_xscale("log")
    axes.set_yscale("log")
    axes.set_xlim(min(sizes) / 1.35, max(sizes) * 1.35)
    axes.set_ylim(min(heights) / 1.5, max(heights) * 1.5)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(INK)
    axes.tick_params(axis="both", length=0, labelsize=8.5, labelcolor=QUIET)
    axes.tick_params(axis="x", length=3, color=INK)
    axes.xaxis.set_major_locator(FixedLocator([float(size) for size in sizes]))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda size, _: _short(size)))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda height, _: f"{height:,.10g}"))
    axes.yaxis.set_major_locator(FixedLocator(_ticks(min(heights) / 1.5, max(heights) * 1.5)))
    axes.xaxis.set_minor_locator(NullLocator())
    axes.yaxis.set_minor_locator(NullLocator())
    axes.grid(axis="y", color=RULE, linewidth=0.7)
    axes.set_axisbelow(True)
    for name, points in reversed(lines.items()):
        ours = name == "broadsheet"
        axes.plot(
            *zip(*points, strict=True),
            color=COLOURS[name],
            linewidth=2.6 if ours else 1.5,
            marker=MARKERS[name],
            markersize=5.5 if ours else 4.5,
            markeredgecolor="white",
            markeredgewidth=0.8,
            clip_on=False,
            zorder=4 if ours else 3,
        )
    _name(axes, lines)


def _name(axes: Axes, lines: dict[str, list[tuple[int, float]]]) -> None:
    """Write every line's name and last figure at its end, moved apart where ends are close."""
    high = axes.get_window_extent().height / axes.figure.dpi * 72
    furthest = max(points[-1][0] for points in lines.values())
    last = {name: points[-1] for name, points in lines.items() if points[-1][0] == furthest}
    put = axes.transData + axes.transAxes.inverted()
    wanted = [float(put.transform(point)[1]) for point in last.values()]
    for (name, (size, height)), place in zip(last.items(), spread(wanted, LABEL * 1.25 / high), strict=True):
        at = float(put.transform((size, height))[0])
        axes.text(
            at + 0.04,
            place,
            f"{NAMES[name]} {_figure(height)}",
            transform=axes.transAxes,
            fontsize=LABEL,
            fontweight="bold" if name == "broadsheet" else "normal",
            color=COLOURS[name],
            va="center",
        )
    # A line that ends early has its name above the end, where the others' lines leave room.
    for name in lines.keys() - last.keys():
        size, height = lines[name][-1]
        text = f"{NAMES[name]} {_figure(height)}"
        above: Any = {"xytext": (0, 6), "textcoords": "offset points", "ha": "right", "va": "bottom", "zorder": 5}
        above["bbox"] = {"facecolor": "white", "edgecolor": "none", "pad": 0.8}
        axes.annotate(text, (size, height), fontsize=LABEL, color=COLOURS[name], **above)


def _figure(value: float) -> str:
    """Two digits that count, or all before the point."""
    return f"{value:,.0f}" if value >= 10 else f"{value:.1f}" if value >= 1 else f"{value:.2f}"


def _short(size: float) -> str:
    if size >= 1_000_000:
        return f"{size / 1e6:g} M"
    return f"{size:,.0f}"


def _ticks(low: float, high: float) -> list[float]:
    """1, 2, 5, 10 … within the range; tens only if it spans more than three of them."""
    powers = [10.0**power for power in range(-3, 7)]
    steps = (1, 2, 5) if high / low < 300 else (1,)
    return [step * power for power in powers for step in steps if low <= step * power <= high]


def _credit(results: Results) -> str:
    versions = ", ".join(f"{NAMES.get(name, name)} {version}" for name, version in results.versions.items())
    machine = results.machine
    return f"{results.about['date']} · {machine['cpu']}, {machine['memory']} · Python {machine['python']} · {versions}"
