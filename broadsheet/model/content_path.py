"""Paths below the content folder, as files name one another."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadsheet.model.article import Article


def beside(file: str, target: str) -> str:
    """The path that `target` names when it is typed in `file`: relative to its folder, `..` resolved."""
    parts = file.split("/")[:-1]
    for part in target.split("/"):
        if part == "..":
            del parts[-1:]
        elif part not in {"", "."}:
            parts.append(part)
    return "/".join(parts)


def files_named_by(article: Article) -> Iterator[str]:
    """Paths of the pictures that an article shows and of the documents that it links to, whether they exist or not."""
    for picture in (*article.pictures, *article.body.pictures):
        yield beside(article.file, picture.src)
    for link in article.body.links:
        target = beside(article.file, unquote(link.target.partition("#")[0]))
        if not target.endswith(".md") and not link.target.startswith("/"):
            yield target
