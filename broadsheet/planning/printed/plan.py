"""A page's plan: which type it is set in, where each story stands, and where each of its lines."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import log
from typing import TYPE_CHECKING

from broadsheet.planning.printed.drawn import drawn_height, drawn_slots
from broadsheet.planning.printed.fitting import PAD, Fitter
from broadsheet.planning.printed.makeup import Spring, cuttings, slots
from broadsheet.planning.printed.measured import SIZES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from broadsheet.planning.makeup import Rectangle
    from broadsheet.planning.printed.fitting import Fit
    from broadsheet.planning.printed.makeup import Slot
    from broadsheet.planning.printed.measured import Leading, Measured, PrintStory, TypeArea

GAP = 15.0
"""Points between stories that stand on top of one another; the rule runs in the middle."""
MANY = 10**6
"""More lines than any story has."""
TOLERATED = 0.03
"""The share of the page that may stay empty without the house taking it."""
ROUNDS = 5
"""How often the make-up is tried again where a story is too long for its slot."""
STRETCH = 1.25
"""How many times as high as suits it the copy of a page may be set to fill it."""
PANEL = 44.0
"""Points below which what is left of a page is no room for a panel of the house."""
LOUDNESS = ("lead", "major", "minor", "brief")


@dataclass(frozen=True, slots=True)
class SetPiece:
    """Lines `first` to `last` of a block at a place; `ends` says that they are its last."""

    block: int
    first: int
    last: int
    ends: bool
    x: float
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class SetPicture:
    """A picture at a place; `height` is that of the picture itself, above its words."""

    picture: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class SetStory:
    """A story on the page, in points from its upper left corner.

    `jump` is where the line stands that says where it goes on, None where it is whole; `over` the block, and the line of
    it, with which it goes on. `left_out` are pictures that found no room. `empty` is what nothing stands in, in square
    points.
    """

    story: int
    x: float
    y: float
    width: float
    height: float
    columns: int
    head_size: float
    size: float
    leading: float
    pieces: tuple[SetPiece, ...]
    pictures: tuple[SetPicture, ...]
    jump: tuple[float, float] | None
    over: tuple[int, int] | None
    left_out: tuple[int, ...]
    empty: float


@dataclass(frozen=True, slots=True)
class Rule:
    """A hairline between stories."""

    x: float
    y: float
    length: float
    upright: bool


@dataclass(frozen=True, slots=True)
class Panel:
    """A place that no copy fills: the house's own."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PagePlan:
    """A page, planned. `empty` is the share of the type area that nothing stands in."""

    stories: tuple[SetStory, ...]
    rules: tuple[Rule, ...]
    panels: tuple[Panel, ...]
    empty: float


def plan_page(
    stories: Sequence[PrintStory],
    measured: Sequence[Measured],
    area: TypeArea,
    leading: Leading,
    drawn: Sequence[Rectangle] = (),
    normal: float = 9.5,
) -> PagePlan:
    """The plan of a page. `drawn` is the editor's grid in its own columns, () for a page that is to be made up.

    `normal` is the size of type that the paper is set in, where its copy fits.
    """
    if not stories:
        return PagePlan((), (), (Panel(area.left, area.top, area.width, area.height),), 0.0)
    fitters = [Fitter(*pair, area, leading) for pair in zip(stories, measured, strict=True)]
    size = _size(fitters, area, normal)
    for fitter in fitters:
        fitter.ample = area.columns * area.height / _full(fitters, area, size)
    most = _budget(fitters, area, leading, size)
    springs = [
        [fitter.spring(columns, size, lines) for columns in range(1, area.columns + 1)]
        for fitter, lines in zip(fitters, most, strict=True)
    ]
    lay = _drawn(drawn, springs, area) if drawn else _made_up(fitters, springs, area)
    panel = _panel(lay.natural, area.height)
    best: tuple[float, list[tuple[Slot, Fit]], float] | None = None
    for _ in range(ROUNDS):
        placed = lay.slots(area.height - (panel + GAP if panel else 0.0))
        fitted = [(slot, fitters[slot.story].fit(slot.columns, slot.height, size)) for slot in placed]
        strain = sum(fit.cost for _, fit in fitted)
        if best is None or strain < best[0]:
            best = (strain, fitted, panel)
        if not any(fit.over and most[slot.story] == MANY for slot, fit in fitted):
            break
        if panel:
            # Copy goes before the house's own.
            panel = panel * 0.5 if panel * 0.5 > PANEL else 0.0
        else:
            _learn(springs, fitted)
            lay = _drawn(drawn, springs, area) if drawn else _made_up(fitters, springs, area)
    fitted, panel = best[1:] if best else ([], 0.0)
    for _ in range(ROUNDS):
        # What no copy fills, the house does, as long as all copy stays.
        blank = sum(_empty(slot, fit, area) for slot, fit in fitted) / area.width
        more = panel + blank - (0.0 if panel else GAP)
        if blank < TOLERATED * area.height or more < PANEL:
            break
        placed = lay.slots(area.height - more - GAP)
        tried = [(slot, fitters[slot.story].fit(slot.columns, slot.height, size)) for slot in placed]
        if any(fit.over for _, fit in tried) > any(fit.over for _, fit in fitted):
            break
        fitted, panel = tried, more
    placed = [slot for slot, _ in fitted]
    done = tuple(_set(fitters[slot.story], slot, fit, area) for slot, fit in fitted)
    panels = (Panel(area.left, area.top + area.height - panel, area.width, panel),) if panel else ()
    blank = sum(story.empty for story in done) / (area.width * area.height)
    return PagePlan(done, tuple(_rules(placed, area)), panels, blank)


def _learn(springs: list[list[Spring | None]], fitted: Sequence[tuple[Slot, Fit]]) -> None:
    """Give to the stories that were too long for their slots what those that were too short had left, in place."""
    for slot, fit in fitted:
        spring = springs[slot.story][slot.columns - 1]
        if spring:
            share = 1.12 if fit.over else 0.94 if fit.cost > 2 else 1.0
            springs[slot.story][slot.columns - 1] = replace(
                spring,
                height=slot.height * share,
                stiffness=spring.stiffness * 1.5,
                least=max(spring.least, slot.height * 1.05 if fit.over else 0.0),
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


@dataclass(frozen=True, slots=True)
class _Lay:
    """A make-up without its height: the height that suits it, and its slots at any other."""

    natural: float
    slots: Callable[[float], list[Slot]]


def _drawn(drawn: Sequence[Rectangle], springs: Sequence[Sequence[Spring | None]], area: TypeArea) -> _Lay:
    """As the editor drew it."""
    times = area.columns // max(tile.column + tile.columns for tile in drawn)
    own = [springs[n][tile.columns * times - 1] or Spring(area.height, 1e-6) for n, tile in enumerate(drawn)]
    return _Lay(drawn_height(drawn, own, area.height, GAP), lambda height: drawn_slots(drawn, own, times, height, GAP))


def _made_up(fitters: Sequence[Fitter], springs: list[list[Spring | None]], area: TypeArea) -> _Lay:
    """As the search finds it."""
    _favour_lead(springs, area)
    found = cuttings(springs, area.columns, GAP, [LOUDNESS.index(fitter.story.size) for fitter in fitters])

    def placed(height: float) -> list[Slot]:
        return slots(min(found, key=lambda cutting: cutting.strain(height)), height, GAP)

    return _Lay(found[0].height, placed)


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


def _set(fitter: Fitter, slot: Slot, fit: Fit, area: TypeArea) -> SetStory:
    head_size, head = fit.head
    head += fit.air
    left, top = area.x(slot.column), area.top + slot.top
    pictures = []
    first_row = [0] * slot.columns
    if fit.shown:
        column = slot.columns - fit.shown.span
        x = area.x(slot.column + column)
        pictures.append(SetPicture(0, x, top + head, area.span(fit.shown.span), fit.shown.height))
        first_row[column:] = [fit.shown.rows] * fit.shown.span
    pieces = []
    for piece in fit.poured.pieces:
        x = area.x(slot.column + piece.column)
        y = top + head + (first_row[piece.column] + piece.row) * fit.leading
        block = fitter.story.blocks[piece.block]
        height = (piece.last - piece.first) * fit.leading
        if block.kind == "figure":
            words = fitter.measured.captions[block.picture][0]
            own = min(height - words - PAD, area.column * fitter.story.pictures[block.picture].aspect)
            pictures.append(SetPicture(block.picture, x, y + 1, area.column, max(own, 8.0)))
            continue
        if block.kind == "head" and piece.last > fit.lengths[piece.block].lines:
            y += 0.62 * fit.leading
        ends = piece.last >= fit.lengths[piece.block].lines
        pieces.append(SetPiece(piece.block, piece.first, piece.last, ends, x, y, height - (fit.leading - fit.size)))
    jump = None
    if fit.poured.rest:
        jump = (area.x(slot.column + slot.columns - 1), top + head + (fit.rows - 1) * fit.leading)
    left_out = [fitter.story.blocks[block].picture for block in fit.poured.waiting]
    if fitter.story.pictured and not fit.shown:
        left_out.insert(0, 0)
    return SetStory(
        slot.story,
        left,
        top,
        area.span(slot.columns),
        slot.height,
        slot.columns,
        head_size,
        fit.size,
        fit.leading,
        tuple(pieces),
        tuple(pictures),
        jump,
        fit.poured.rest,
        tuple(left_out),
        _empty(slot, fit, area),
    )


def _empty(slot: Slot, fit: Fit, area: TypeArea) -> float:
    """Square points of a slot that nothing stands in."""
    used = fit.head[1] + fit.air + (fit.rows - 1) * fit.leading + fit.size
    free = sum(fit.poured.free) * fit.leading * area.column
    return max(0.0, slot.height - used) * area.span(slot.columns) + free


def _rules(placed: Sequence[Slot], area: TypeArea) -> list[Rule]:
    found = []
    for slot in placed:
        x, y = area.x(slot.column), area.top + slot.top
        if slot.column + slot.columns < area.columns:
            found.append(Rule(x + area.span(slot.columns) + area.gutter / 2, y, slot.height, upright=True))
        if slot.top + slot.height < area.height - 1:
            found.append(Rule(x, y + slot.height + GAP / 2, area.span(slot.columns), upright=False))
    return found
