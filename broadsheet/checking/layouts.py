"""Layouts that no page takes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from broadsheet.model.diagnostic import Diagnostic, Severity
from broadsheet.model.place import Place
from broadsheet.model.spelling import most_like

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

PAGES = frozenset(
    {
        "404.html",
        "archive-month.html",
        "archive-year.html",
        "archive.html",
        "article.html",
        "corrections.html",
        "edition.html",
        "imprint.html",
        "listing.html",
        "page.html",
        "search.html",
    }
)
"""The layouts that pages are made with."""
ENDINGS = (".html", ".htm", ".jinja", ".jinja2", ".j2")
_NAMED = re.compile(r"""["']([^"'\s]+)["']""")
_TAG = re.compile(r"\{%[-+]?\s*(?:include|extends|import|from)\s+(.*?)[-+]?%\}", re.DOTALL)


def check_layouts(own: Iterable[str], replaced: Collection[str], texts: Collection[str]) -> Iterator[Diagnostic]:
    """A warning for each of the paper's layouts (`own`, by name) that no page takes.

    `replaced` are the project's layouts, of which the paper may bring its own; `texts` are all layouts' texts. Where
    one names another by a name that is known only when it runs, all may be meant.
    """
    tags = [tag for text in texts for tag in _TAG.findall(text)]
    if any("~" in tag or not tag.startswith(('"', "'", "[", "(")) for tag in tags):
        return
    used = {name for tag in tags for name in _NAMED.findall(tag)}
    known = PAGES | used | set(replaced)
    for name in own:
        if name.endswith(ENDINGS) and name not in known:
            names = {_bare(layout): layout for layout in sorted(known)}
            found = most_like(_bare(name), names, 0.7)
            hint = f'did you mean "{names[found]}"?' if found else "include it in one that a page uses, or delete it"
            yield Diagnostic("unused-layout", "no page uses this layout", Place(name), hint, "", Severity.WARNING)


def _bare(name: str) -> str:
    """The part of a name that tells: folders and endings are alike."""
    return name.rpartition("/")[2].rpartition(".")[0].casefold()
