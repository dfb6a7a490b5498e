"""Links in the copy to addresses on the site."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from broadsheet.planning.cards import beside
from broadsheet.planning.paper import address_of

if TYPE_CHECKING:
    from broadsheet.model.article import Article
    from broadsheet.planning.paper import Paper


def resolve(paper: Paper, article: Article, target: str) -> str:
    """The site-relative address that a link in `article` leads to, "" where there is nothing to lead to.

    A path to a Markdown file leads to its story, a path to another file to the file as published; an address that
    begins with `/` stands as it is.
    """
    path, mark, fragment = target.partition("#")
    if path.startswith("/"):
        return target
    named = beside(article.file, unquote(path))
    other = paper.by_file.get(named)
    if other:
        return address_of(other) + mark + fragment
    attachment = paper.attachments.get(named)
    return attachment.address if attachment else ""
