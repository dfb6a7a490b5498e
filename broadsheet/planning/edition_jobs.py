"""An edition's outputs: its front, its pages and its articles."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from broadsheet.model.address import HOME, alias_address, edition_address
from broadsheet.model.page_number import page_key
from broadsheet.planning.article_view import article_view
from broadsheet.planning.job import Job
from broadsheet.planning.makeup import Story, sizes
from broadsheet.planning.moments import comes_out
from broadsheet.planning.printed_view import PrintedEdition, printed_view, spot_of
from broadsheet.planning.slots import tiles_of
from broadsheet.planning.views import EditionView, PageCredit, PageIndex, PageView, Slot

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from broadsheet.planning.paper import Paper
    from broadsheet.planning.placement import PlacedEdition, PlacedPage
    from broadsheet.planning.views import Card, EditionRef, PageRef

SECONDARIES = 4
BRIEFS = 10
Neighbours = tuple["EditionRef | None", "EditionRef | None"]
"""The editions before and after one."""


def edition_jobs(
    paper: Paper,
    edition: PlacedEdition,
    cards: Mapping[str, Card],
    neighbours: Neighbours,
    *,
    newest: bool,
    printed: PrintedEdition | None = None,
) -> Iterator[Job]:
    """The pages of an edition whose articles have these cards; of the `newest` one, the site's home too.

    `printed` are its pages on paper, None for an edition that is not printed.
    """
    printed = printed or PrintedEdition()
    owner = edition.copy.file.place.file if edition.copy.file else ""
    release = comes_out(edition.copy, paper.newspaper.timezone)
    view = front_view(paper, edition, cards, neighbours, edition_address(edition.copy.key))
    yield Job(view.address, "edition.html", view, owner)
    if newest:
        yield Job(HOME, "edition.html", replace(view, address=HOME, is_home=True))
    by_slug = {article.slug: cards[article.file] for article in edition.copy.articles}
    for order, placed in enumerate(edition.pages):
        page = replace(
            page_view(paper, edition, order, cards, neighbours),
            printed=printed_view(printed, placed.ref, edition.page_refs, by_slug),
        )
        yield Job(page.address, "page.html", page, owner)
        for at, article in enumerate(placed.articles):
            story = article_view(paper, edition, placed, at, cards, release=release)
            story = replace(story, spot=spot_of(printed, placed.ref, article.slug))
            yield Job(story.address, "article.html", story, article.file)
            # An old address shows the story itself, for hosts that read no `_redirects`; its canonical link is new.
            for alias in article.aliases:
                old = replace(story, address=alias_address(alias))
                yield Job(old.address, "article.html", old, article.file)


def front_view(
    paper: Paper,
    edition: PlacedEdition,
    cards: Mapping[str, Card],
    neighbours: Neighbours,
    address: str,
) -> EditionView:
    """The edition's front: the lead, the secondaries and the briefs by importance, then page and place on the page."""
    pages = edition.page_refs
    index = tuple(
        PageIndex(page, tuple(cards[article.file] for article in placed.articles))
        for page, placed in zip(pages, edition.pages, strict=True)
    )
    ranked = sorted((card for row in index for card in row.cards), key=lambda card: card.importance)
    # A story and the teaser that points to it are one story here: whichever stands first.
    chosen = list({card.address: card for card in reversed(ranked)}.values())[::-1]
    lead, rest = (chosen[0], chosen[1:]) if chosen else (None, [])
    return EditionView(
        language=paper.language(edition.copy),
        address=address,
        is_home=False,
        edition=edition.ref,
        page_count=len(pages),
        lead=lead,
        secondaries=tuple(rest[:SECONDARIES]),
        briefs=tuple(rest[SECONDARIES : SECONDARIES + BRIEFS]),
        index=index,
        previous=neighbours[0],
        next=neighbours[1],
    )


def page_view(
    paper: Paper,
    edition: PlacedEdition,
    order: int,
    cards: Mapping[str, Card],
    neighbours: Neighbours,
) -> PageView:
    """A page: its stories in their rectangles, and behind them the stories that jump to it."""
    placed = edition.pages[order]
    refs = edition.page_refs
    columns, slots = _slots(placed, cards)
    below = max((slot.row + slot.rows for slot in slots), default=1)
    slots += tuple(
        Slot(card, 1, columns, below + number, 1, "brief", origin)
        for number, (origin, card) in enumerate(_continued(edition, placed, cards))
    )
    return PageView(
        language=paper.language(edition.copy),
        address=refs[order].address,
        edition=edition.ref,
        page=refs[order],
        editors=tuple(PageCredit(role, name) for role, name in placed.page.editors),
        columns=columns,
        rows=max((slot.row + slot.rows - 1 for slot in slots), default=1),
        slots=slots,
        pages=refs,
        previous=refs[order - 1] if order else None,
        next=refs[order + 1] if order + 1 < len(refs) else None,
        previous_edition=neighbours[0],
        next_edition=neighbours[1],
    )


def _slots(placed: PlacedPage, cards: Mapping[str, Card]) -> tuple[int, tuple[Slot, ...]]:
    stories = [cards[article.file] for article in placed.articles]
    weights = [Story(card.importance, card.length, card.figure is not None) for card in stories]
    columns, tiles = tiles_of(placed, weights)
    slots = tuple(
        Slot(card, tile.column + 1, tile.columns, tile.row + 1, tile.rows, size)
        for card, tile, size in zip(stories, tiles, sizes(tiles, weights, columns), strict=True)
    )
    return columns, slots


def _continued(edition: PlacedEdition, placed: PlacedPage, cards: Mapping[str, Card]) -> Iterator[tuple[PageRef, Card]]:
    """Stories that jump to this page (上接), each with the page that it comes from."""
    here = page_key(placed.page.number)
    for other in edition.pages:
        for article in other.articles:
            if article.jump_to and page_key(article.jump_to) == here:
                yield other.ref, cards[article.file]
