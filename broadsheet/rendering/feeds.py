"""Atom feeds (RFC 4287): the paper, each of its sections, and its corrections."""

from __future__ import annotations

from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote
from xml.etree import ElementTree as ET

from broadsheet.model.address import CORRECTIONS, HOME, section_address
from broadsheet.planning.cards import cards_of
from broadsheet.planning.moments import midnight, moments
from broadsheet.rendering.output import Output
from broadsheet.rendering.strings import spoken

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from broadsheet.model.article import Article
    from broadsheet.planning.paper import Paper
    from broadsheet.planning.views import Card, Site

ENTRIES = 40
"""Stories in a feed: about a day of a city daily."""
FEED = "feed.xml"
EMPTY = "2005-12-01T00:00:00Z"
"""When RFC 4287 came out."""
NAMESPACE = "http://www.w3.org/2005/Atom"


class Entry(NamedTuple):
    """One story, or one correction, of a feed."""

    address: str
    title: str
    summary: str
    authors: tuple[str, ...]
    section: str
    published: datetime
    updated: datetime
    fragment: str = ""


def feeds(paper: Paper, site: Site) -> Iterator[Output]:
    """`feed.xml`, `sections/NAME/feed.xml` and `corrections/feed.xml`, for a paper that knows its own address."""
    if not site.url:
        return
    corrections = spoken(site.language).gettext("Corrections")
    yield _feed(site, HOME, site.title, islice(_stories(paper), ENTRIES))
    for section in paper.sections:
        found = islice(_stories(paper, section.name), ENTRIES)
        yield _feed(site, section_address(section.slug), f"{section.name} – {site.title}", found)
    yield _feed(site, CORRECTIONS, f"{corrections} – {site.title}", _corrections(paper))


def _stories(paper: Paper, section: str = "") -> Iterator[Entry]:
    """Stories, of one section or of all, newest edition first, those of an edition in editorial order."""
    for edition in reversed(paper.editions):
        chosen = [
            article
            for page in edition.pages
            for article in page.articles
            if not article.teaser_of and section in ("", article.section)
        ]
        cards = cards_of(paper, edition) if chosen else {}
        for article in chosen:
            card = cards[article.file]
            published, updated = moments(edition.copy, article, paper.newspaper.timezone)
            yield _entry(card, article, card.summary, published, updated)


def _corrections(paper: Paper) -> list[Entry]:
    """The newest corrections, each under its story's headline, at an address of its own on the story's page."""
    found: list[Entry] = []
    for edition in paper.editions:
        corrected = [article for article in edition.copy.articles if article.corrections]
        cards = cards_of(paper, edition) if corrected else {}
        for article in corrected:
            for number, item in enumerate(article.corrections, 1):
                corrected_at = midnight(item.date, paper.newspaper.timezone)
                entry = _entry(cards[article.file], article, item.text, corrected_at, corrected_at)
                found.append(entry._replace(fragment=f"#correction-{number}"))
    return sorted(found, key=lambda entry: entry.updated, reverse=True)[:ENTRIES]


def _entry(card: Card, article: Article, summary: str, published: datetime, updated: datetime) -> Entry:
    names = tuple(dict.fromkeys(person.name for person in article.people))
    return Entry(card.address, " ".join(card.title), summary, names, article.section, published, updated)


def _feed(site: Site, home: str, title: str, entries: Iterable[Entry]) -> Output:
    listed = tuple(entries)
    made_from = repr((site.url, site.language, site.title, home, title, listed))
    return Output(f"{home.lstrip('/')}{FEED}", made_from, partial(_atom, site, home, title, listed))


def _atom(site: Site, home: str, title: str, entries: tuple[Entry, ...]) -> bytes:
    """The feed's XML. A feed without entries is as old as the format: its date must be some date, and no clock's."""
    feed = ET.Element("feed", {"xmlns": NAMESPACE, "xml:lang": site.language})
    address = site.url + quote(home)
    _text(feed, "id", address)
    _text(feed, "title", title)
    _text(feed, "updated", max((entry.updated.isoformat() for entry in entries), default=EMPTY))
    ET.SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": address})
    ET.SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": address + FEED})
    _text(ET.SubElement(feed, "author"), "name", site.publisher or site.title)
    for entry in entries:
        story = ET.SubElement(feed, "entry")
        link = site.url + quote(entry.address) + entry.fragment
        _text(story, "id", link)
        _text(story, "title", entry.title)
        _text(story, "published", entry.published.isoformat())
        _text(story, "updated", entry.updated.isoformat())
        ET.SubElement(story, "link", {"rel": "alternate", "type": "text/html", "href": link})
        for name in entry.authors:
            _text(ET.SubElement(story, "author"), "name", name)
        if entry.section:
            ET.SubElement(story, "category", {"term": entry.section})
        _text(story, "summary", entry.summary)
    ET.indent(feed)
    text: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = text
