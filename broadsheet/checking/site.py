"""The built site: every link and every fragment leads somewhere."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

from broadsheet.model.diagnostic import Diagnostic
from broadsheet.model.place import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

ANYWHERE = "https://site.invalid"
"""Stands for the site's own address where it isn't known."""


def check_site(files: Collection[str], read: Callable[[str], bytes], base_url: str) -> Iterator[Diagnostic]:
    """A diagnostic for every link of a page that leads to no file, or to no element of its page.

    `files` are all output paths, `read` gives the bytes of one; links below `base_url` are the site's own. One page is
    in memory at a time, and of those with fragments in their links the fragments.
    """
    site = urlsplit(base_url or ANYWHERE)
    root = f"{site.path.rstrip('/')}/"
    fragments: dict[str, list[tuple[str, str, Place]]] = {}
    for path in sorted(file for file in files if file.endswith(".html")):
        own = f"{site.scheme}://{site.netloc}{root}{path.removesuffix('index.html')}"
        for number, link in _Page(read(path).decode()).links:
            parts = urlsplit(urljoin(own, link))
            if (parts.scheme, parts.netloc) != (site.scheme, site.netloc):
                continue
            place = Place(path, number)
            target = _file(unquote(parts.path), root, files)
            if target is None:
                yield Diagnostic("dead-link", f'"{link}" leads to no file', place)
            elif parts.fragment and target.endswith(".html"):
                fragments.setdefault(target, []).append((unquote(parts.fragment), link, place))
    for target, wanted in sorted(fragments.items()):
        ids = _Page(read(target).decode()).ids
        for fragment, link, place in wanted:
            if fragment not in ids:
                yield Diagnostic("dead-fragment", f'"{link}" leads to no element of its page', place)


def _file(path: str, root: str, files: Collection[str]) -> str | None:
    """The output that answers for a path of the host's; None for none of the site's."""
    # A path that is not below the root keeps its first slash, which no output begins with.
    target = path.removeprefix(root)
    for name in (target, f"{target}index.html", f"{target}/index.html"):
        if name in files:
            return name
    return None


class _Page(HTMLParser):
    """A page's ids, and its links with their lines."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: set[str] = {"top"}
        self.links: list[tuple[int, str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element's id and where its attributes lead to."""
        for name, value in attrs:
            if name == "id" and value:
                self.ids.add(value)
            elif name in {"href", "src", "action"} and value is not None and tag != "base":
                self.links.append((self.getpos()[0], value))
            elif name == "srcset" and value:
                self.links += ((self.getpos()[0], candidate.split()[0]) for candidate in value.split(", "))
