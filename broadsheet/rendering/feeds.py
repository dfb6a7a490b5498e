"""Atom feeds (RFC 4287): the paper, each of its sections, and its corrections."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote
from xml.etree import ElementTree as ET

from broadsheet.model.address import CORRECTIONS, HOME, section_address
from broadsheet.model.moment import midnight
from broadsheet.planning.catalogue import NEWEST
from broadsheet.rendering.output import Output
from broadsheet.rendering.strings import spoken

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from broadsheet.planning.catalogue import Catalogue, StoryEntry
    from broadsheet.planning.views import Site

FEED = "feed.xml"
EMPTY = "2005-12-01T00:00:00Z"
"""When RFC 4287 came out."""
NAMESPACE = "http://www.w3.org/2005/Atom"


class Entry(NamedTuple):
    """One story, or one correction, of a feed; its moments as they are written, see StoryEntry."""

    address: str
    title: str
    summary: str
    authors: tuple[str, ...]
    section: str
    published: str
    updated: str
    fragment: str = ""


def feeds(catalogue: Catalogue, site: Site) -> Iterator[Output]:
    """`feed.xml`, `sections/NAME/feed.xml` and `corrections/feed.xml`, for a paper that knows its own address."""
    if not site.url:
        return
    corrections = spoken(site.language).gettext("Corrections")
    yield _feed(site, HOME, site.title, map(_story, catalogue.newest("")))
    for section in catalogue.sections:
        home, title = section_address(section.slug), f"{section.name} – {site.title}"
        yield _feed(site, home, title, map(_story, catalogue.newest(section.name)))
    yield _feed(site, CORRECTIONS, f"{corrections} – {site.title}", _corrections(catalogue))


def _corrections(catalogue: Catalogue) -> list[Entry]:
    """The newest corrections, each under its story's headline, at an address of its own on the story's page."""
    newest = sorted(catalogue.corrections, key=lambda found: found.note.date, reverse=True)[:NEWEST]
    timezone = catalogue.newspaper.timezone
    return [
        _entry(
            found.story,
            summary=found.note.text,
            published=midnight(found.note.date, timezone).isoformat(),
            updated=midnight(found.note.date, timezone).isoformat(),
            fragment=f"#correction-{found.number}",
        )
        for found in newest
    ]


def _story(story: StoryEntry) -> Entry:
    return _entry(story, summary=story.card.summary, published=story.published, updated=story.modified)


def _entry(story: StoryEntry, *, summary: str, published: str, updated: str, fragment: str = "") -> Entry:
    names = tuple(dict.fromkeys(name for name, _ in story.people))
    title = " ".join(story.card.title)
    return Entry(story.card.address, title, summary, names, story.section, published, updated, fragment)


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
    _text(feed, "updated", max((entry.updated for entry in entries), default=EMPTY))
    ET.SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": address})
    ET.SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": address + FEED})
    _text(ET.SubElement(feed, "author"), "name", site.publisher or site.title)
    for entry in entries:
        story = ET.SubElement(feed, "entry")
        link = site.url + quote(entry.address) + entry.fragment
        _text(story, "id", link)
        _text(story, "title", entry.title)
        _text(story, "published", entry.published)
        _text(story, "updated", entry.updated)
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
