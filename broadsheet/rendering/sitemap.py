"""Sitemaps for search engines (sitemaps.org 0.9): one a month, so that a past month's is final, and their index."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote

from broadsheet.model.address import HOME
from broadsheet.planning.catalogue import addresses_of
from broadsheet.rendering.output import Output

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from broadsheet.planning.catalogue import Catalogue, EditionEntry, Month
    from broadsheet.planning.views import Site

FRONT = "sitemaps/front.xml"
MOST = 50_000
"""Addresses that one sitemap may hold."""
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemaps(catalogue: Catalogue, site: Site) -> Iterator[Output]:
    """`robots.txt`, and for a paper that knows its own address `sitemap.xml`, which names the months' maps."""
    robots = "User-agent: *\nAllow: /\n"
    if not site.url:
        yield Output("robots.txt", robots, robots.encode)
        return
    robots += f"Sitemap: {site.url}/sitemap.xml\n"
    yield Output("robots.txt", robots, robots.encode)
    newest = catalogue.editions[-1].date
    yield _output(FRONT, "urlset", "url", site.url, [(HOME, newest)])
    maps = [(FRONT, newest), *catalogue.maps]
    yield _output("sitemap.xml", "sitemapindex", "sitemap", site.url, [(f"/{path}", day) for path, day in maps])


def map_paths(month: Month, addresses: int) -> list[str]:
    """The files of a month's sitemap, by how many addresses it has."""
    parts = range(0, addresses, MOST)
    return [
        f"sitemaps/{month[0]:04}-{month[1]:02}" + (f"-{number}" if len(parts) > 1 else "") + ".xml"
        for number, _ in enumerate(parts, 1)
    ]


def month_maps(month: Month, entries: Iterable[EditionEntry], site: Site) -> Iterator[Output]:
    """A month's sitemap, for a paper that knows its own address; `entries` are its editions, oldest first."""
    if not site.url:
        return
    rows = [row for entry in entries for row in addresses_of(entry)]
    for number, path in enumerate(map_paths(month, len(rows))):
        yield _output(path, "urlset", "url", site.url, rows[number * MOST : (number + 1) * MOST])


def _output(path: str, root: str, item: str, url: str, rows: Sequence[tuple[str, date]]) -> Output:
    return Output(path, f"{root} {url} {rows!r}", partial(_xml, root, item, url, rows))


def _xml(root: str, item: str, url: str, rows: Iterable[tuple[str, date]]) -> bytes:
    lines = [
        f"<{item}><loc>{escape(url + quote(address), quote=False)}</loc><lastmod>{day.isoformat()}</lastmod></{item}>"
        for address, day in rows
    ]
    body = "\n".join(lines)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="{NAMESPACE}">\n{body}\n</{root}>\n'.encode()
