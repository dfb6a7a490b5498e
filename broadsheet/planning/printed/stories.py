"""Articles to what is printed of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from broadsheet.model.href import encoded
from broadsheet.planning.article_view import article_view
from broadsheet.planning.printed.copy import Block, Run, blocks_of, with_breaks
from broadsheet.planning.printed.measured import PrintPicture, PrintStory

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from broadsheet.planning.paper import Paper
    from broadsheet.planning.placement import PlacedEdition, PlacedPage
    from broadsheet.planning.views import ArticleView, Card, Figure

BRIEF = 250
"""Characters below which a story without a picture has a small head."""
_FIGURE = re.compile(r'<figure data-picture="(\d+)"></figure>')


@dataclass(frozen=True, slots=True)
class PrintWords:
    """What the printed page says by itself; `{}` stands for a page's number, the last two are of its own sheets."""

    see: str
    onward: str
    origin: str
    overleaf: str
    before: str


def print_stories(
    paper: Paper,
    edition: PlacedEdition,
    placed: PlacedPage,
    cards: Mapping[str, Card],
    words: PrintWords,
    *,
    release: datetime,
    file_of: Callable[[Figure], str],
) -> tuple[PrintStory, ...]:
    """A page's stories in editorial order; `file_of` is what the typesetter calls a picture's file, "" for none."""
    found = []
    for order, article in enumerate(placed.articles):
        view = article_view(paper, edition, placed, order, cards, release=release)
        address = web_address(paper, view.card.address)
        found.append(
            _story(
                view,
                slug=article.slug,
                size=_size(view.card, order),
                address=address,
                words=words,
                file_of=file_of,
            )
        )
    return tuple(found)


def web_address(paper: Paper, address: str) -> str:
    """An address of the site as a PDF links to it: whole, "" while the site's own is not known."""
    url = paper.newspaper.url
    return url + encoded(address) if url else ""


def tail_of(story: PrintStory, blocks: tuple[Block, ...], origin: str, address: str) -> PrintStory:
    """What is left of a story, under a smaller head; `origin` says where it comes from."""
    return replace(
        story,
        size="minor" if story.size in {"lead", "major"} else "brief",
        kicker="",
        subtitle="",
        byline="",
        blocks=blocks,
        pictured=False,
        origin=origin,
        origin_address=address,
    )


def _story(
    view: ArticleView,
    *,
    slug: str,
    size: str,
    address: str,
    words: PrintWords,
    file_of: Callable[[Figure], str],
) -> PrintStory:
    card = view.card
    figures = [*view.lead_figures, *view.gallery, *view.body_figures]
    before = len(view.lead_figures) + len(view.gallery)
    html = _FIGURE.sub(lambda found: f'<figure data-picture="{int(found[1]) + before}"></figure>', view.html)
    blocks = list(blocks_of(html, view.dateline))
    pictured = bool(figures)
    if pictured and not before:
        # A picture that the copy begins with, or comes to, stands at the head.
        blocks = [block for block in blocks if block.picture != 0]
    if card.teaser:
        blocks.append(with_breaks(Block("flush", (Run(words.see.format(card.teaser.number), "b"),))))
    more = [Block("figure", picture=number) for number in range(1, before)]
    blocks = _among(blocks, more)
    return PrintStory(
        id=slug,
        language=card.language,
        size=size,
        title=card.title,
        kicker=card.kicker,
        subtitle=card.subtitle,
        byline="".join(run.text for run in card.byline) if view.byline_shown else "",
        address=address,
        blocks=tuple(blocks),
        pictures=tuple(_picture(figure, file_of) for figure in figures),
        pictured=pictured,
    )


def _among(blocks: list[Block], figures: Sequence[Block]) -> list[Block]:
    """Pictures of a gallery, spread over the copy between its paragraphs."""
    count = len(figures)
    for number, figure in reversed(list(enumerate(figures, 1))):
        blocks.insert(len(blocks) * number // (count + 1) if len(blocks) > 1 else len(blocks), figure)
    return blocks


def _picture(figure: Figure, file_of: Callable[[Figure], str]) -> PrintPicture:
    drawing = figure.address.endswith(".svg")
    return PrintPicture(
        file_of(figure), figure.width, figure.height, figure.alt, figure.caption, figure.credit, crop=not drawing
    )


def _size(card: Card, order: int) -> str:
    """How loud a head is: the page's first story leads."""
    if order == 0:
        return "lead"
    if card.importance <= 2:
        return "major"
    return "brief" if card.length < BRIEF and card.figure is None else "minor"
