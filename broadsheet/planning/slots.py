"""The rectangle of each story of a page, and how loud it is set there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from broadsheet.planning.makeup import COLUMNS, Rectangle, Story, make_up, sizes
from broadsheet.planning.placement import importance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadsheet.planning.placement import PlacedEdition, PlacedPage


@dataclass(frozen=True, slots=True)
class SlotSize:
    """How loud a story is set (`lead`, `major`, `minor` or `brief`), and its share of the page's width, 0 to 1."""

    size: str
    share: float


def tiles_of(placed: PlacedPage, stories: Sequence[Story]) -> tuple[int, tuple[Rectangle, ...]]:
    """A page's columns, and a rectangle for each of its stories: as the editor drew it, else as it is made up."""
    grid = placed.page.grid
    if grid is None:
        return COLUMNS, make_up(stories)
    drawn = {slot.slug: Rectangle(slot.column, slot.columns, slot.row, slot.rows) for slot in grid.slots}
    # Editorial order has the drawn ones first; one in no slot is no reason to lose it.
    return grid.columns, tuple(
        drawn.get(article.slug, Rectangle(0, grid.columns, grid.rows + order, 1))
        for order, article in enumerate(placed.articles)
    )


def slot_sizes(edition: PlacedEdition) -> dict[str, SlotSize]:
    """How each story of an edition is set on its page, by file."""
    found: dict[str, SlotSize] = {}
    for number, placed in enumerate(edition.pages):
        stories = [
            Story(
                importance(article, order, first_page=number == 0),
                sum(map(len, article.body.paragraphs)),
                bool(article.pictures or article.body.pictures),
            )
            for order, article in enumerate(placed.articles)
        ]
        columns, tiles = tiles_of(placed, stories)
        for article, tile, size in zip(placed.articles, tiles, sizes(tiles, stories, columns), strict=True):
            found[article.file] = SlotSize(size, tile.columns / columns)
    return found
