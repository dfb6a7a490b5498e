"""A story's own page."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from broadsheet.model.address import byline_address
from broadsheet.model.page_number import page_key
from broadsheet.planning.cards import figure_of
from broadsheet.planning.links import with_links
from broadsheet.planning.moments import moments
from broadsheet.planning.paper import address_of
from broadsheet.planning.views import ArticleView, CorrectionNote, PersonRef, SharedWords

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from broadsheet.model.article import Article
    from broadsheet.planning.paper import Paper
    from broadsheet.planning.placement import PlacedEdition, PlacedPage
    from broadsheet.planning.views import Card, Figure, PageRef

_GALLERY: Final = 2
"""A single picture says itself whose it is."""
PICTURE = re.compile(r'<figure data-picture="(\d+)"></figure>')


def article_view(
    paper: Paper,
    edition: PlacedEdition,
    placed: PlacedPage,
    at: int,
    cards: Mapping[str, Card],
    *,
    release: datetime,
) -> ArticleView:
    """What the layout of the page's article number `at` (counted from 0) sees; `release` is its edition's."""
    article = placed.articles[at]
    language = cards[article.file].language
    shown = [(picture, figure_of(paper, article, picture, language)) for picture in article.pictures]
    lead = [f for n, (p, f) in enumerate(shown) if f and (p.position == "lead" or (not p.position and n == 0))]
    gallery = [f for n, (p, f) in enumerate(shown) if f and not (p.position == "lead" or (not p.position and n == 0))]
    body_figures = [figure_of(paper, article, picture, language) for picture in article.body.pictures]
    published, modified = moments(release, article, paper.newspaper.timezone)
    return ArticleView(
        language=language,
        address=address_of(article),
        card=cards[article.file],
        edition=edition.ref,
        people=_people(article),
        byline_shown=bool(article.byline.text) and not article.byline_in_body,
        dateline=article.dateline,
        source=article.source,
        genre=article.genre,
        editors=article.editors,
        tags=article.tags,
        lead_figures=tuple(lead),
        html=_without_missing(with_links(paper, article.file, article.body), body_figures),
        body_figures=tuple(figure for figure in body_figures if figure),
        gallery=tuple(gallery),
        gallery_shared=_shared(gallery),
        corrections=_corrections(paper, article),
        jump=_jump(edition, article),
        published=published,
        modified=modified,
        previous=cards[placed.articles[at - 1].file] if at else None,
        next=cards[placed.articles[at + 1].file] if at + 1 < len(placed.articles) else None,
        pages=edition.page_refs,
        own=article.own,
    )


def _corrections(paper: Paper, article: Article) -> tuple[CorrectionNote, ...]:
    changed = paper.corrected.get(article.file) or [()] * len(article.corrections)
    pairs = zip(article.corrections, changed, strict=True)
    return tuple(CorrectionNote(item.date, item.text, changed=parts) for item, parts in pairs)


def _jump(edition: PlacedEdition, article: Article) -> PageRef | None:
    """The page that a story continues on."""
    there = page_key(article.jump_to)
    found = (ref for ref in edition.page_refs if page_key(ref.number) == there)
    return next(found, None) if article.jump_to else None


def _people(article: Article) -> tuple[PersonRef, ...]:
    """Everybody who made it, each once, with all that they did (通讯员 / 摄)."""
    people: dict[str, PersonRef] = {}
    for person in article.people:
        ref = PersonRef(person.name, person.role, person.org, byline_address(person.name))
        if known := people.get(person.name):
            more = [role for role in (known.role, ref.role) if role]
            # 记者 摄 says all that 记者 does.
            role = next((role for role in more if all(other in role for other in more)), " / ".join(more))
            ref = replace(ref, role=role, org=known.org or ref.org)
        people[person.name] = ref
    return tuple(people.values())


def _shared(gallery: Sequence[Figure]) -> SharedWords:
    """What is said once below a gallery, because it is the same of all its pictures."""
    words = [(figure.credit, figure.copyright, figure.license, figure.acquire) for figure in gallery]
    if len(words) < _GALLERY:
        return SharedWords()
    return SharedWords(*(texts[0] if len(set(texts)) == 1 else "" for texts in zip(*words, strict=True)))


def _without_missing(html: str, figures: Sequence[Figure | None]) -> str:
    """The body's HTML with its pictures counted anew where the file of one isn't there."""
    if None not in figures:
        return html
    there = [number for number, figure in enumerate(figures) if figure]

    def picture(found: re.Match[str]) -> str:
        number = int(found[1])
        return f'<figure data-picture="{there.index(number)}"></figure>' if number in there else ""

    return PICTURE.sub(picture, html)
