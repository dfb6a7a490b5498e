"""The view of a page as printed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from broadsheet.planning.views import Area, Printed, Sheet, Thumbnail

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from broadsheet.planning.printed_page import PrintedPage
    from broadsheet.planning.views import Card, PageRef


@dataclass(frozen=True, slots=True)
class PrintedEdition:
    """An edition's pages as printed, by number, and the address of its own PDF; no pages where it is not printed."""

    pages: Mapping[str, PrintedPage] = field(default_factory=dict)
    pdf: str = ""


def spot_of(edition: PrintedEdition, page: PageRef, slug: str) -> str:
    """The address at which a page shows where a story stands on it, with the fragment; "" if it doesn't."""
    printed = edition.pages.get(page.number)
    if printed and any(area.slug == slug for sheet in printed.sheets for area in sheet.areas):
        return _fragment(slug)
    return ""


def printed_view(
    edition: PrintedEdition, page: PageRef, pages: Sequence[PageRef], cards: Mapping[str, Card]
) -> Printed | None:
    """A page as printed, whose stories have these cards by slug; None for one that is not printed."""
    printed = edition.pages.get(page.number)
    if printed is None:
        return None
    sheets = []
    named: set[str] = set()
    for sheet in printed.sheets:
        areas = []
        for area in sheet.areas:
            card = cards.get(area.slug)
            if card is None:
                continue
            points = " ".join(f"{round(x * sheet.width)},{round(y * sheet.height)}" for x, y in area.polygon)
            areas.append(Area(card, points, "" if area.slug in named else _fragment(area.slug)))
            named.add(area.slug)
        sheets.append(Sheet(sheet.picture, sheet.width, sheet.height, tuple(areas), sheet.renditions))
    thumbnails = tuple(_thumbnail(ref, edition.pages.get(ref.number)) for ref in pages)
    return Printed(tuple(sheets), printed.pdf, edition.pdf, thumbnails)


def _thumbnail(page: PageRef, printed: PrintedPage | None) -> Thumbnail:
    """A page in small, by its first sheet."""
    if printed is None:
        return Thumbnail(page, "", 0, 0)
    sheet = printed.sheets[0]
    copies = sheet.renditions
    if copies is None:
        return Thumbnail(page, sheet.picture, sheet.width, sheet.height)
    small = copies.widths[0]
    high = max(1, round(copies.height * small / copies.width))
    return Thumbnail(page, copies.address(small, copies.formats[-1]), small, high, copies)


def _fragment(slug: str) -> str:
    return f"at-{slug}"
