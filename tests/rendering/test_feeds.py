"""Atom feeds of the paper, its sections and its corrections."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from broadsheet.planning.catalogue import NEWEST

if TYPE_CHECKING:
    from tests.conftest import Newsroom

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def paper(newsroom: Newsroom) -> Newsroom:
    """Two editions, two sections, a teaser, a correction."""
    newsroom.write({"content/newspaper.yaml": "title: 报\nurl: https://n.example.org\nsections: [城事, 文化]\n"})
    newsroom.story("1/旧.md", "旧闻。", date="2025-04-15", section="城事", title="旧闻", byline="记者 苗娜 李某")
    newsroom.story("2/a.md", "新闻一。", date="2025-04-16", section="城事", title=["新", "闻"], importance="1")
    newsroom.story("2/b.md", "（1）", date="2025-04-16", section="文化", title="导读", teaser_of="a")
    newsroom.story(
        "2/c.md",
        "新闻三。",
        date="2025-04-16",
        title="第三",
        publish_at="2025-04-16T09:30",
        corrections=[{"date": "2025-04-17", "text": "数字有误。"}, {"date": "2025-04-18", "text": "人名有误。"}],
    )
    newsroom.built()
    return newsroom


def feed(newsroom: Newsroom, path: str) -> ET.Element:
    return ET.fromstring(newsroom.outputs()[path])  # noqa: S314 - our own file


def told(root: ET.Element, name: str) -> list[str | None]:
    return [entry.findtext(ATOM + name) for entry in root.findall(f"{ATOM}entry")]


def test_the_papers_feed_has_the_newest_stories_first_and_no_teasers(paper: Newsroom) -> None:
    root = feed(paper, "feed.xml")
    assert told(root, "title") == ["新 闻", "第三", "旧闻"]
    assert told(root, "id")[2] == "https://n.example.org/2025/04/15/%E6%97%A7/"
    assert told(root, "published") == [
        "2025-04-16T00:00:00+08:00",
        "2025-04-16T09:30:00+08:00",
        "2025-04-15T00:00:00+08:00",
    ]
    assert told(root, "updated")[1] == "2025-04-18T00:00:00+08:00"
    assert told(root, "summary") == ["新闻一。", "新闻三。", "旧闻。"]
    assert root.findtext(f"{ATOM}updated") == "2025-04-18T00:00:00+08:00"
    authors = root.findall(f"{ATOM}entry")[2].findall(f"{ATOM}author")
    assert [author.findtext(f"{ATOM}name") for author in authors] == ["苗娜", "李某"]


def test_a_section_has_a_feed_even_while_it_is_empty(paper: Newsroom) -> None:
    assert told(feed(paper, "sections/城事/feed.xml"), "title") == ["新 闻", "旧闻"]
    empty = feed(paper, "sections/文化/feed.xml")
    assert told(empty, "title") == []
    assert empty.findtext(f"{ATOM}updated") == "2005-12-01T00:00:00Z"


def test_corrections_are_fed_each_with_its_place_on_the_story(paper: Newsroom) -> None:
    root = feed(paper, "corrections/feed.xml")
    assert told(root, "summary") == ["人名有误。", "数字有误。"]
    assert told(root, "id") == [f"https://n.example.org/2025/04/16/c/#correction-{n}" for n in (2, 1)]
    assert 'id="correction-2"' in paper.page("/2025/04/16/c/")


def test_a_feed_is_bounded(newsroom: Newsroom) -> None:
    newsroom.write({"content/newspaper.yaml": "url: https://n.example.org\n"})
    for number in range(NEWEST + 5):
        newsroom.story(f"s{number}.md", date="2025-04-16")
    newsroom.built()
    assert len(told(feed(newsroom, "feed.xml"), "id")) == NEWEST


def test_a_paper_without_an_address_has_no_feeds(newsroom: Newsroom) -> None:
    newsroom.story("a.md", date="2025-04-16")
    newsroom.built()
    assert not [path for path in newsroom.outputs() if path.endswith(".xml")]
    assert "application/atom+xml" not in newsroom.page("/")
    assert "ld+json" not in newsroom.page("/2025/04/16/a/")
    assert newsroom.outputs()["robots.txt"] == b"User-agent: *\nAllow: /\n"
