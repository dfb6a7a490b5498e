"""The built site: every link and every fragment leads somewhere."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from broadsheet.model.diagnostic import Diagnostic
from broadsheet.model.place import Place

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping


def check_site(pages: Mapping[str, str], files: Collection[str], base_url: str) -> Iterator[Diagnostic]:
    """A diagnostic for every link of a page that leads to no file, or to no element of its page.

    `pages` are HTML texts by output path, `files` all output paths; links below `base_url` are the site's own.
    """
    read = {path: _Page(text) for path, text in pages.items()}
    base = urlsplit(base_url).path.rstrip("/")
    for path, page in sorted(read.items()):
        for number, link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = _file(path, unquote(parts.path).removeprefix(base) if parts.path else "")
            place = Place(path, number)
            if target not in files:
                yield Diagnostic("dead-link", f'"{link}" leads to no file', place)
            elif parts.fragment and target in read and unquote(parts.fragment) not in read[target].ids:
                yield Diagnostic("dead-fragment", f'"{link}" leads to no element of its page', place)


def _file(path: str, link: str) -> str:
    """The output path that a link on the page at `path` names."""
    if not link:
        return path
    if not link.startswith("/"):
        link = f"/{path.rpartition('/')[0]}/{link}"
    target = link.lstrip("/")
    return f"{target}index.html" if not target or target.endswith("/") else target


class _Page(HTMLParser):
    """A page's ids, and its links with their lines."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: set[str] = {"top"}
        self.links: list[tuple[int, str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.ids.add(value)
            elif name in {"href", "src"} and value is not None and tag != "base":
                self.links.append((self.getpos()[0], value))
