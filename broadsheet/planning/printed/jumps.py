"""Where stories go on that are too long for their page (转版)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadsheet.planning.placement import PlacedPage
    from broadsheet.planning.printed.measured import PrintStory
    from broadsheet.planning.printed.page import Geometry

LINE = 9.5 * 9.5 * 1.46
"""Square points that a Han character of body type takes."""
HEAD = 2600.0
"""Square points of a head over one column."""
ROOM = 0.85
"""The share of a page that may be filled already for it to take what another has too much of."""


def filled(stories: Sequence[PrintStory], geometry: Geometry) -> float:
    """What share of a page some stories fill, by their characters: enough to choose a page by, not to set one."""
    asked = 0.0
    for story in stories:
        wide = sum(0.5 if sign < "\u1100" else 1.0 for block in story.blocks for sign in block.text)
        pictures = sum(picture.aspect * geometry.column**2 for picture in story.pictures)
        asked += wide * LINE * 1.1 + HEAD * (4 if story.size == "lead" else 1) + pictures
    area = (geometry.width - 2 * geometry.margin) * (geometry.height - 2 * geometry.margin) * 0.93
    return asked / area


def target_of(order: int, pages: Sequence[PlacedPage], shares: Sequence[float], wished: int | None) -> int | None:
    """The page on which stories of page number `order` go on, None if no later one has room.

    `shares` is what fills each. `wished` is the page that the editor named: it is taken where it comes later. Nothing
    goes on on a page that has a file of its own.
    """
    later = [number for number in range(order + 1, len(pages)) if not pages[number].page.facsimile]
    if wished in later:
        return wished
    # What the editor drew stays as it was drawn.
    free = [number for number in later if not pages[number].page.kind and not pages[number].page.grid]
    open_ones = [number for number in free if 0 < shares[number] < ROOM]
    return min(open_ones, key=lambda number: shares[number], default=None)
