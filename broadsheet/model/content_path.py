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


def is_article(file: str) -> bool:
    """Whether a path is an article's: `.md`, in letters of any case, as some systems write names."""
    return file.casefold().endswith(".md")


def misspelt(file: str) -> bool:
    """Whether a path is of a file whose name is not UTF-8: each byte that is none stands in it as a lone surrogate."""
    return "\\udc" in file


def stem(file: str) -> str:
    """An article file's name without its folder and `.md`."""
    name = file.rpartition("/")[2]
    return name[: -len(".md")] if is_article(name) else name


def files_named_by(article: Article) -> Iterator[str]:
    """Paths of the pictures that an article shows and of the documents that it links to, whether they exist or not."""
    for picture in (*article.pictures, *article.body.pictures):
        yield beside(article.file, picture.src)
    for link in article.body.links:
        target = beside(article.file, unquote(link.target.partition("#")[0]))
        if not is_article(target) and not link.target.startswith("/"):
            yield target
