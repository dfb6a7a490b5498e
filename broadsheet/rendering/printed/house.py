"""What the paper says of its own on a page, in the edition's language."""

from __future__ import annotations

from calendar import Calendar
from typing import TYPE_CHECKING, Final

from broadsheet.planning.printed.page import House, HousePage, HouseStory
from broadsheet.planning.printed.stories import web_address
from broadsheet.rendering.dates import lunar, month_heading, weekdays
from broadsheet.rendering.printed.frames import page_title
from broadsheet.rendering.strings import spoken

if TYPE_CHECKING:
    from collections.abc import Mapping

    from broadsheet.planning.paper import Paper
    from broadsheet.planning.placement import PlacedEdition, PlacedPage
    from broadsheet.planning.views import Card, Site

MOST: Final = 6
"""Stories of a page that an index names."""


def house_of(
    paper: Paper, site: Site, edition: PlacedEdition, order: int, cards: Mapping[str, Card], *, language: str
) -> House:
    """The house's own of the edition's page number `order`, counted from 0; articles have these cards, by file."""
    placed = edition.pages[order]
    day = edition.ref.date
    names = weekdays(language)
    others = (other for number, other in enumerate(edition.pages) if number != order)
    return House(
        notice="" if placed.articles else placed.ref.name or site.title,
        title=site.title,
        subtitle=site.subtitle,
        lines=tuple(line for line in (site.publisher, site.url.partition("//")[2]) if line),
        index=spoken(language).gettext("In this edition"),
        pages=tuple(page for other in others if (page := _page(paper, other, cards, language)).stories),
        day=day.day,
        month=month_heading(day.year, day.month, language),
        of_day=tuple(line for line in (names[day.weekday()][1], lunar(day, language)) if line),
        weekdays=tuple(short for short, _ in names),
        weeks=tuple(tuple(week) for week in Calendar().monthdayscalendar(day.year, day.month)),
    )


def _page(paper: Paper, placed: PlacedPage, cards: Mapping[str, Card], language: str) -> HousePage:
    """A page with the stories that stand on it; what only points to another page is left out."""
    shown = [cards[article.file] for article in placed.articles if not cards[article.file].teaser]
    stories = tuple(
        HouseStory(" ".join(card.title), web_address(paper, card.address), card.summary) for card in shown[:MOST]
    )
    return HousePage(page_title(placed.ref, language), web_address(paper, placed.ref.address), stories)
