"""Sitemaps for search engines (sitemaps.org 0.9): one a month, so that a past month's is final, and their index."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import quote
from xml.sax.saxutils import escape

from broadsheet.model.address import HOME, edition_address, page_address
from broadsheet.planning.paper import address_of
from broadsheet.rendering.output import Output

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from broadsheet.planning.paper import Paper
    from broadsheet.planning.placement import PlacedEdition
    from broadsheet.planning.views import Site

MOST = 50_000
"""Addresses that one sitemap may hold."""
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemaps(paper: Paper, site: Site) -> Iterator[Output]:
    """`robots.txt`, and for a paper that knows its own address `sitemap.xml` and `sitemaps/2025-04.xml`."""
    robots = "User-agent: *\nAllow: /\n"
    if not site.url:
        yield Output("robots.txt", robots, robots.encode)
        return
    robots += f"Sitemap: {site.url}/sitemap.xml\n"
    yield Output("robots.txt", robots, robots.encode)
    home = [(HOME, paper.editions[-1].copy.key.date)]
    maps: dict[str, list[tuple[str, date]]] = {"sitemaps/front.xml": home}
    for month, editions in groupby(paper.editions, key=lambda edition: f"{edition.copy.key.date:%Y-%m}"):
        rows = [row for edition in editions for row in _rows(edition)]
        for start in range(0, len(rows), MOST):
            part = f"-{start // MOST + 1}" if len(rows) > MOST else ""
            maps[f"sitemaps/{month}{part}.xml"] = rows[start : start + MOST]
    listed = [(f"/{path}", max(day for _, day in rows)) for path, rows in maps.items()]
    yield _output("sitemap.xml", "sitemapindex", "sitemap", site.url, listed)
    for path, rows in maps.items():
        yield _output(path, "urlset", "url", site.url, rows)


def _rows(edition: PlacedEdition) -> Iterator[tuple[str, date]]:
    """Addresses of an edition with the day each changed last: its own, or that of a correction."""
    key = edition.copy.key
    yield edition_address(key), key.date
    for placed in edition.pages:
        yield page_address(key, placed.page.number), key.date
        for article in placed.articles:
            if not article.teaser_of:
                yield address_of(article), max([key.date, *(item.date for item in article.corrections)])


def _output(path: str, root: str, item: str, url: str, rows: Sequence[tuple[str, date]]) -> Output:
    return Output(path, f"{root} {url} {rows!r}", partial(_xml, root, item, url, rows))


def _xml(root: str, item: str, url: str, rows: Iterable[tuple[str, date]]) -> bytes:
    lines = [
        f"<{item}><loc>{escape(url + quote(address))}</loc><lastmod>{day.isoformat()}</lastmod></{item}>"
        for address, day in rows
    ]
    body = "\n".join(lines)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="{NAMESPACE}">\n{body}\n</{root}>\n'.encode()
