"""Articles as other pages see them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from broadsheet.model.address import byline_address
from broadsheet.model.content_path import beside
from broadsheet.model.credit import credit_line
from broadsheet.model.text_width import WIDE, quick_width
from broadsheet.planning.paper import address_of
from broadsheet.planning.pictures import copies_of, pictures_of
from broadsheet.planning.placement import importance
from broadsheet.planning.views import Card, Figure, Link

if TYPE_CHECKING:
    from broadsheet.model.article import Article
    from broadsheet.model.byline import Byline
    from broadsheet.model.picture import Picture
    from broadsheet.planning.paper import Paper
    from broadsheet.planning.placement import PlacedEdition, PlacedPage
    from broadsheet.planning.views import PageRef

SUMMARY = 200
"""How long a summary may be, in half-widths: 100 Han characters or 200 Latin letters, four lines on a phone."""
EXCERPT = 520
"""How long each paragraph of an excerpt may be, in half-widths."""
SENTENCE_END = re.compile(r"[。！？…]+[”’」』）]*|[.!?]+[”’\")]*(?=\s|\Z)")


def cards_of(paper: Paper, edition: PlacedEdition) -> dict[str, Card]:
    """A card for every article of an edition, by file, in page order. A teaser's card leads to the story itself."""
    cards: dict[str, Card] = {}
    pages: dict[str, PageRef] = {}
    for number, placed in enumerate(edition.pages):
        for order, article in enumerate(placed.articles):
            pages[article.slug] = placed.ref
            cards[article.file] = _card(
                paper, edition, placed, article, importance(article, order, first_page=number == 0)
            )
    by_slug = {article.slug: article for article in edition.copy.articles}
    for article in edition.copy.articles:
        pointed = by_slug.get(article.teaser_of)
        if pointed:
            cards[article.file] = _teaser(cards[article.file], cards[pointed.file], pages[pointed.slug])
    return cards


def figure_of(paper: Paper, article: Article, picture: Picture, language: str) -> Figure | None:
    """A picture with what is published of it, None where the file is missing."""
    attachment = paper.attachments.get(beside(article.file, picture.src))
    if attachment is None or attachment.picture is None:
        return None
    file = attachment.picture
    copies = copies_of(article, picture, attachment, paper.newspaper.url)
    renditions = copies.renditions if copies else None
    return Figure(
        address=renditions.widest if renditions else attachment.address,
        width=renditions.width if renditions else file.width,
        height=renditions.height if renditions else file.height,
        alt=picture.alt,
        caption=picture.caption,
        credit=credit_line(picture, language),
        copyright=picture.copyright,
        license=picture.license,
        acquire=picture.acquire,
        focus=picture.focus,
        creator=picture.creator,
        licensor=picture.licensor,
        date=picture.date,
        location=picture.location,
        source_type=picture.source_type,
        colour=file.colour,
        renditions=renditions,
    )


def byline_runs(byline: Byline) -> tuple[Link, ...]:
    """The byline as printed, cut so that every name is a run with its page's address."""
    runs: list[Link] = []
    at = 0
    for person in byline.people:
        if person.start > at:
            runs.append(Link(byline.text[at : person.start]))
        runs.append(Link(byline.text[person.start : person.end], byline_address(person.name)))
        at = person.end
    if at < len(byline.text):
        runs.append(Link(byline.text[at:]))
    return tuple(runs)


def clip(text: str, width: int) -> str:
    """The text's first sentences that fit into `width` half-widths, or its beginning with an ellipsis."""
    # Most texts are so short or so long that their characters needn't be told apart.
    if len(text) * 2 <= width or (len(text) <= width and quick_width(text) <= width):
        return text
    fitting = _fitting(text, width)
    ends = [found.end() for found in SENTENCE_END.finditer(text, 0, fitting + 1) if found.end() <= fitting]
    if ends and quick_width(text[: ends[-1]]) * 3 >= width:
        return text[: ends[-1]].rstrip()
    end = _fitting(text, width - 2)
    cut = text[:end]
    if text[end].isascii() and text[end - 1].isascii() and " " in cut:
        cut = cut.rpartition(" ")[0]
    return cut.rstrip("，、；：,;: ") + "…"


def _fitting(text: str, width: int) -> int:
    """How many characters of a text that is wider than `width` half-widths fit into them."""
    end = 0
    while (sure := width // 2) > 0:
        width -= quick_width(text[end : end + sure])
        end += sure
    return end + (width == 1 and text[end] < WIDE)


def _card(paper: Paper, edition: PlacedEdition, placed: PlacedPage, article: Article, weight: int) -> Card:
    language = article.language or paper.language(edition.copy)
    copy = article.body.opening
    figures = (figure_of(paper, article, picture, language) for picture in pictures_of(article))
    return Card(
        address=address_of(article),
        date=article.edition.date,
        language=language,
        title=article.title,
        kicker="　".join(article.kicker),
        subtitle="　".join(article.subtitle),
        summary=clip(article.summary or (copy[0] if copy else ""), SUMMARY),
        excerpt=tuple(clip(paragraph, EXCERPT) for paragraph in copy),
        byline=byline_runs(article.byline),
        section=paper.section_link(article.section),
        column=article.column,
        page=placed.ref,
        figure=next((figure for figure in figures if figure), None),
        importance=weight,
        length=sum(map(len, article.body.paragraphs)),
        draft=article.draft,
        due=paper.due(article, edition.copy.file),
    )


def _teaser(card: Card, story: Card, page: PageRef) -> Card:
    """A teaser with what it lacks taken from its story: a body of only “（A04）” says nothing."""
    bare = len(card.summary) < 20
    return replace(
        card,
        address=story.address,
        summary=story.summary if bare else card.summary,
        excerpt=story.excerpt if bare else card.excerpt,
        byline=card.byline or story.byline,
        section=card.section or story.section,
        figure=card.figure or story.figure,
        teaser=page,
    )
