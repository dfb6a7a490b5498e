"""Sitemaps: one a month, and their index."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from broadsheet.rendering import sitemap

if TYPE_CHECKING:
    from tests.conftest import Newsroom

WHERE = "https://n.example.org"


@pytest.fixture
def paper(newsroom: Newsroom) -> Newsroom:
    """Three editions in two months."""
    newsroom.write({"content/newspaper.yaml": f"url: {WHERE}\n"})
    newsroom.story("a.md", date="2025-03-31", page="1")
    newsroom.story("b.md", date="2025-04-01", page="1", corrections=[{"date": "2025-04-09", "text": "更正。"}])
    newsroom.story("c.md", "（1）", date="2025-04-01", page="1", teaser_of="b")
    newsroom.story("旧.md", date="2025-04-02", page="1")
    return newsroom


def rows(newsroom: Newsroom, path: str) -> list[tuple[str, str]]:
    text = newsroom.outputs()[path].decode()
    return re.findall(rf"<loc>{WHERE}(.*?)</loc><lastmod>(.*?)</lastmod>", text)


def test_a_months_sitemap_has_its_editions_pages_and_stories(paper: Newsroom) -> None:
    paper.built()
    assert rows(paper, "sitemaps/2025-04.xml") == [
        ("/2025/04/01/", "2025-04-01"),
        ("/2025/04/01/1/", "2025-04-01"),
        ("/2025/04/01/b/", "2025-04-09"),
        ("/2025/04/02/", "2025-04-02"),
        ("/2025/04/02/1/", "2025-04-02"),
        ("/2025/04/02/%E6%97%A7/", "2025-04-02"),
    ]
    assert rows(paper, "sitemap.xml") == [
        ("/sitemaps/front.xml", "2025-04-02"),
        ("/sitemaps/2025-03.xml", "2025-03-31"),
        ("/sitemaps/2025-04.xml", "2025-04-09"),
    ]
    assert f"Sitemap: {WHERE}/sitemap.xml\n" in paper.outputs()["robots.txt"].decode()


def test_a_past_months_sitemap_is_final(paper: Newsroom) -> None:
    paper.built()
    paper.story("d.md", date="2025-04-03", page="1")
    made = paper.changed().made
    assert "sitemaps/2025-04.xml" in made
    assert "sitemaps/2025-03.xml" not in made


def test_a_month_too_large_for_a_sitemap_has_several(paper: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "MOST", 4)
    paper.built()
    assert len(rows(paper, "sitemaps/2025-04-1.xml")) == 4
    assert len(rows(paper, "sitemaps/2025-04-2.xml")) == 2
    assert len(rows(paper, "sitemap.xml")) == 4
