"""A page's plan: which type it is set in, and which place each story has."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import log
from typing import TYPE_CHECKING

from broadsheet.planning.printed.drawn import drawn_height, drawn_slots
from broadsheet.planning.printed.fitting import Fitter
from broadsheet.planning.printed.makeup import Spring, cuttings, slots
from broadsheet.planning.printed.measured import SIZES
from broadsheet.planning.printed.placing import GAP, PagePlan, Panel, empty_of, rules_of, set_story

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from broadsheet.planning.makeup import Rectangle
    from broadsheet.planning.printed.fitting import Fit
    from broadsheet.planning.printed.makeup import Slot
    from broadsheet.planning.printed.measured import Leading, Measured, PrintStory, TypeArea

MANY = 10**6
"""More lines than any story has."""
TOLERATED = 0.03
"""The share of the page that may stay empty without the house taking it."""
ROUNDS = 5
"""How often the make-up is tried again where a story is too long for its slot."""
STRETCH = 1.25
"""How many times as high as suits it the copy of a page may be set to fill it."""
AIRLESS = 12.0
"""The most that a story with room to spare counts where a page is weighed as a whole."""
STEPS = 6
"""Heights of a panel that are tried."""
PANEL = 44.0
"""Points below which what is left of a page is no room for a panel of the house."""
LOUDNESS = ("lead", "major", "minor", "brief")


def plan_page(
    stories: Sequence[PrintStory],
    measured: Sequence[Measured],
    area: TypeArea,
    leading: Leading,
    *,
    drawn: Sequence[Rectangle] = (),
    normal: float = 9.5,
) -> PagePlan:
    """The plan of a page. `drawn` is the editor's grid in its own columns, () for a page that is to be made up.

    `normal` is the size of type that the paper is set in, where its copy fits.
    """
    if not stories:
        return PagePlan((), (), (Panel(area.left, area.top, area.width, area.height),), 0.0, 1.0)
    fitters = [Fitter(*pair, area, leading) for pair in zip(stories, measured, strict=True)]
    size = _size(fitters, area, normal)
    for fitter in fitters:
        fitter.ample = area.columns * area.height / _full(fitters, area, size)
    page = _Page(fitters, area, drawn, size, _budget(fitters, area, leading, size))
    fitted, panel = page.filled(*page.fitted())
    done = tuple(set_story(fitters[slot.story], slot, fit, area) for slot, fit in fitted)
    panels = (Panel(area.left, area.top + area.height - panel, area.width, panel),) if panel else ()
    blank = sum(story.empty for story in done) / (area.width * area.height)
    return PagePlan(done, tuple(rules_of([slot for slot, _ in fitted], area)), panels, blank, panel / area.height)


Fitted = list[tuple["Slot", "Fit"]]
"""Stories in their slots."""


class _Page:
    """A page while it is planned: its stories' springs, which learn from what did not fit."""

    def __init__(
        self, fitters: Sequence[Fitter], area: TypeArea, drawn: Sequence[Rectangle], size: int, most: Sequence[int]
    ) -> None:
        """Take stories, of whose lines `most` are to stand here."""
        self._fitters = fitters
        self._area = area
        self._drawn = drawn
        self._size = size
        self._most = most
        widths = range(1, area.columns + 1)
        self._springs = [
            [fitter.spring(columns, size, lines) for columns in widths]
            for fitter, lines in zip(fitters, most, strict=True)
        ]
        if not drawn:
            _favour_lead(self._springs, area)
        self._lay = self._laid()

    def fitted(self) -> tuple[Fitted, float]:
        """The stories in the slots that suit them best, and the height of the house's panel below them, 0.0 for none.

        Where a story is too long for its slot, the panel gives way, and then its neighbours do.
        """
        panel = _panel(self._lay.natural, self._area.height)
        best, least = (self._set_in(panel), panel), float("inf")
        for _ in range(ROUNDS):
            fitted = self._set_in(panel)
            strain = sum(fit.cost for _, fit in fitted)
            if strain < least:
                best, least = (fitted, panel), strain
            if not any(fit.short and self._most[slot.story] == MANY for slot, fit in fitted):
                break
            if panel:
                panel = panel * 0.5 if panel * 0.5 > PANEL else 0.0
            else:
                _learn(self._springs, fitted)
                self._lay = self._laid()
        return best

    def filled(self, fitted: Fitted, panel: float) -> tuple[Fitted, float]:
        """The same with the panel that suits the page best, if there is more room than copy."""
        blank = self._blank(fitted)
        if blank < TOLERATED:
            return fitted, panel
        best, least = (fitted, panel), self._strain(fitted)
        step = max(blank * self._area.height / 2, PANEL / 2)
        for count in range(1, STEPS + 1):
            more = panel + count * step - (0.0 if panel else GAP)
            if more < PANEL or more > self._area.height * 0.7:
                continue
            tried = self._set_in(more)
            if (strain := self._strain(tried)) < least:
                best, least = (tried, more), strain
        return best

    def _blank(self, fitted: Fitted) -> float:
        """The share of the type area that stories leave empty."""
        return sum(empty_of(slot, fit, self._area) for slot, fit in fitted) / (self._area.width * self._area.height)

    def _strain(self, fitted: Fitted) -> float:
        """What a page costs: each story by the room that it has, but air below it by the whole page's."""
        room = sum(slot.columns * slot.height for slot, _ in fitted)
        costs = (fit.cost if fit.short else min(fit.cost, AIRLESS) for _, fit in fitted)
        strain = sum(cost * slot.columns * slot.height for cost, (slot, _) in zip(costs, fitted, strict=True)) / room
        return strain + (self._blank(fitted) / TOLERATED) ** 2

    def _set_in(self, panel: float) -> Fitted:
        placed = self._lay.slots(self._area.height - (panel + GAP if panel else 0.0))
        return [(slot, self._fitters[slot.story].fit(slot.columns, slot.height, self._size)) for slot in placed]

    def _laid(self) -> _Lay:
        """The make-up as the editor drew it, or as the search finds it."""
        area = self._area
        if self._drawn:
            times = area.columns // max(tile.column + tile.columns for tile in self._drawn)
            own = [
                self._springs[number][tile.columns * times - 1] or Spring(area.height, 1e-6)
                for number, tile in enumerate(self._drawn)
            ]
            natural = drawn_height(self._drawn, own, area.height, GAP)
            return _Lay(natural, lambda height: drawn_slots(self._drawn, own, times, height, GAP))
        likeness = [LOUDNESS.index(fitter.story.size) for fitter in self._fitters]
        found = cuttings(self._springs, area.columns, GAP, likeness)
        return _Lay(
            found[0].height,
            lambda height: slots(min(found, key=lambda cutting: cutting.strain(height)), height, GAP),
        )


@dataclass(frozen=True, slots=True)
class _Lay:
    """A make-up without its height: the height that suits it, and its slots at any other."""

    natural: float
    slots: Callable[[float], list[Slot]]


def _learn(springs: list[list[Spring | None]], fitted: Sequence[tuple[Slot, Fit]]) -> None:
    """Give to the stories that were too long for their slots what those that were too short had left, in place."""
    for slot, fit in fitted:
        spring = springs[slot.story][slot.columns - 1]
        if spring:
            share = 1.12 if fit.short else 0.94 if fit.cost > 2 else 1.0
            springs[slot.story][slot.columns - 1] = replace(
                spring,
                height=slot.height * share,
                stiffness=spring.stiffness * 1.5,
                least=max(spring.least, slot.height * 1.05 if fit.short else 0.0),
            )


def _size(fitters: Sequence[Fitter], area: TypeArea, normal: float) -> int:
    """The number of the size of type in which the copy comes nearest to filling the page."""

    def off(number: int) -> float:
        full = _full(fitters, area, number) / (area.columns * area.height)
        return abs(log(full)) + 0.12 * abs(SIZES[number] - normal) + (0.5 if full > 1.12 else 0.0)

    return min(range(len(SIZES)), key=off)


def _full(fitters: Sequence[Fitter], area: TypeArea, size: int) -> float:
    """What all stories ask for, in points of one column."""
    return sum(_asks(fitter, area, size) for fitter in fitters)


def _asks(fitter: Fitter, area: TypeArea, size: int) -> float:
    columns = _usual(fitter, area)
    spring = fitter.spring(columns, size, MANY)
    return columns * ((spring.height if spring else 0.0) + GAP)


def _needs(fitter: Fitter, area: TypeArea, most: int) -> float:
    """What a story can't do without, of whose lines `most` are to stand here."""
    columns = _usual(fitter, area)
    spring = fitter.spring(columns, 0, most)
    return columns * ((spring.least if spring else 0.0) + GAP)


def _usual(fitter: Fitter, area: TypeArea) -> int:
    """The columns that a story may be expected to have."""
    return min(area.columns, 3 if fitter.story.size in {"lead", "major"} else 2)


def _budget(fitters: Sequence[Fitter], area: TypeArea, leading: Leading, size: int) -> list[int]:
    """How many lines of each story are to stand on the page: all, or an even share where there are too many."""
    line = SIZES[size] * leading.normal
    lines = [fitter.lines(size, line) for fitter in fitters]
    room = area.columns * area.height * 0.97
    if sum(_needs(fitter, area, MANY) for fitter in fitters) <= room:
        return [MANY] * len(lines)
    low, high = 4, max(lines)
    while low < high:
        middle = (low + high + 1) // 2
        asked = sum(_needs(fitter, area, middle) for fitter in fitters)
        low, high = (middle, high) if asked <= room else (low, middle - 1)
    return [min(count, low) for count in lines]


def _favour_lead(springs: list[list[Spring | None]], area: TypeArea) -> None:
    """Make the first story wide, in place."""
    for columns in range(1, area.columns + 1):
        share = columns / area.columns
        spring = springs[0][columns - 1]
        if spring and len(springs) > 1 and share < 0.5:
            springs[0][columns - 1] = replace(spring, cost=spring.cost + (0.5 - share) * 12)


def _panel(natural: float, height: float) -> float:
    """The height of the house's panel on a page whose copy can't be stretched to fill it; 0.0 for none."""
    left = height - natural * STRETCH
    return left - GAP if left > PANEL + GAP else 0.0
