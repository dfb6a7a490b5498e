"""From a story's fit to places: where each of its lines and pictures stands on the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from broadsheet.planning.printed.fitting import PAD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadsheet.planning.printed.fitting import Fit, Fitter
    from broadsheet.planning.printed.makeup import Slot
    from broadsheet.planning.printed.measured import TypeArea

GAP = 15.0
"""Points between stories that stand on top of one another; the rule runs in the middle."""


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

    `jump` is where the line stands that says where it goes on, None where it is whole; `over` are the block and its
    line with which it goes on. `left_out` are pictures that found no room. `empty` is what nothing stands in, in
    square points.
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
    """A page, planned. `empty` is the share of the type area that nothing stands in, `house` that of the panels."""

    stories: tuple[SetStory, ...]
    rules: tuple[Rule, ...]
    panels: tuple[Panel, ...]
    empty: float
    house: float

    @property
    def whole(self) -> bool:
        """Whether all copy and all pictures stand on it."""
        return not any(story.over or story.left_out for story in self.stories)


def set_story(fitter: Fitter, slot: Slot, fit: Fit, area: TypeArea) -> SetStory:
    """A story with everything that it has in its place."""
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
        empty_of(slot, fit, area),
    )


def empty_of(slot: Slot, fit: Fit, area: TypeArea) -> float:
    """Square points of a slot that nothing stands in."""
    used = fit.head[1] + fit.air + (fit.rows - 1) * fit.leading + fit.size
    free = sum(fit.poured.free) * fit.leading * area.column
    return max(0.0, slot.height - used) * area.span(slot.columns) + free


def rules_of(placed: Sequence[Slot], area: TypeArea) -> list[Rule]:
    """The hairlines between some slots: beside those on their left, below those above."""
    found = []
    for slot in placed:
        x, y = area.x(slot.column), area.top + slot.top
        if slot.column + slot.columns < area.columns:
            found.append(Rule(x + area.span(slot.columns) + area.gutter / 2, y, slot.height, upright=True))
        if slot.top + slot.height < area.height - 1:
            found.append(Rule(x, y + slot.height + GAP / 2, area.span(slot.columns), upright=False))
    return found
