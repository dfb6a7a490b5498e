"""Links in the copy to addresses on the site."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from broadsheet.model.content_path import beside
from broadsheet.model.href import based, typed
from broadsheet.planning.pictures import linked_copies

if TYPE_CHECKING:
    from broadsheet.model.body import Body
    from broadsheet.planning.paper import Paper

PLACEHOLDER = re.compile(r'<a href="broadsheet:link/(\d+)"([^>]*)>(.*?)</a>', re.DOTALL)


def with_links(paper: Paper, file: str, body: Body) -> str:
    """The HTML of the body in `file`, its links leading somewhere; a link that leads nowhere keeps its words only."""

    def link(found: re.Match[str]) -> str:
        address = href(paper, file, body.links[int(found[1])].target)
        return f'<a href="{html.escape(address)}"{found[2]}>{found[3]}</a>' if address else found[3]

    return PLACEHOLDER.sub(link, body.html) if body.links else body.html


def href(paper: Paper, file: str, target: str) -> str:
    """What a link typed in `file` leads to, ready for an attribute; "" where there is nothing to lead to.

    A path to a Markdown file leads to its story, a path to a picture to its widest copy, a path to another file to the
    file; an address that begins with `/` stands as it is, below the path that the site lives under.
    """
    base = paper.newspaper.base
    path, mark, fragment = target.partition("#")
    if path.startswith("/"):
        return typed(target, base)
    named = beside(file, unquote(path))
    if story := paper.stories.get(named):
        return based(story, base) + mark + fragment
    attachment = paper.attachments.get(named)
    if attachment is None:
        return ""
    copies = linked_copies(attachment)
    return based(copies.renditions.widest if copies else attachment.address, base)
