from __future__ import annotations

import pytest

from broadsheet.checking.site import check_site

FILES = {"index.html", "a/index.html", "b.html", "files/a b.jpg", "search/index.html"}


def told(html: str, url: str = "", path: str = "a/index.html") -> list[tuple[int, str, str]]:
    pages = {path: html, "index.html": '<h2 id="船">'}
    read: list[str] = []

    def reading(name: str) -> bytes:
        read.append(name)
        return pages.get(name, "").encode()

    found = [(f.place.line, f.code, f.message) for f in check_site({*FILES, path}, reading, url)]
    # Each page once, and once more if a link leads to an element of it.
    assert max(map(read.count, read)) <= 2
    return found


@pytest.mark.parametrize(
    "html",
    [
        '<a href="/">',
        '<a href="../b.html">',
        '<a href="/a">',
        '<a href="#top">',
        '<p id="x"><a href="#x">',
        '<a href="/#%E8%88%B9">',
        '<img src="/files/a%20b.jpg">',
        '<img srcset="/files/a%20b.jpg 1x, /b.html 2x">',
        '<a href="https://elsewhere.example/">',
        '<a href="mailto:a@b">',
        '<base href="/nowhere/">',
        '<form action="/search/">',
        "<a href>",
        '<a id="">',
        '<img srcset="">',
        '<a href="/files/a%20b.jpg#anything">',
    ],
)
def test_a_link_that_leads_somewhere_is_passed(html: str) -> None:
    assert told(html) == []


@pytest.mark.parametrize(
    ("html", "says"),
    [
        ('\n<a href="/gone/">', (2, "dead-link", '"/gone/" leads to no file')),
        ('<img src="a.jpg">', (1, "dead-link", '"a.jpg" leads to no file')),
        ('<img srcset="/b.html 1x, /c.jpg 2x">', (1, "dead-link", '"/c.jpg" leads to no file')),
        ('<form action="/find/">', (1, "dead-link", '"/find/" leads to no file')),
        ('<a href="#gone">', (1, "dead-fragment", '"#gone" leads to no element of its page')),
        ('<a href="/#gone">', (1, "dead-fragment", '"/#gone" leads to no element of its page')),
    ],
)
def test_a_link_that_leads_nowhere_is_told(html: str, says: tuple[int, str, str]) -> None:
    assert told(html) == [says]


def test_links_below_the_site_s_own_address_are_its_own() -> None:
    url = "https://news.example.org/paper"
    assert told('<a href="/paper/a/"><a href="https://news.example.org/paper/b.html">', url) == []
    assert told('<a href="/other/">', url) == [(1, "dead-link", '"/other/" leads to no file')]
    assert told('<a href="https://news.example.org/paper/x/">', url) == [
        (1, "dead-link", '"https://news.example.org/paper/x/" leads to no file')
    ]
