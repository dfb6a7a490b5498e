"""Every picture is there, says who made it, and says what it shows to those who don't see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadsheet.checking.rules import did_you_mean
from broadsheet.model.diagnostic import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from broadsheet.model.article import Article
    from broadsheet.model.picture import Picture


def check_pictures(article: Article, known: Callable[[str], bool], near: Callable[[], list[str]]) -> Iterator[Diagnostic]:
    """The faults of an article's pictures; `known(src)` says whether the file is there, `near()` lists those beside."""
    for picture in (*article.pictures, *article.body.pictures):
        if "://" in picture.src or picture.src.startswith(("/", "data:")):
            hint = "put the file beside the article and name it by its file name"
            yield _at(picture, "foreign-picture", f'"{picture.src}" is not a file of the paper', hint)
        elif not known(picture.src):
            yield _at(picture, "missing-picture", f'no file "{picture.src}"', did_you_mean(picture.src, near()))
        if not (picture.creator or picture.credit):
            yield _at(picture, "no-credit", f'"{picture.src}" has no credit', "add creator: or credit:")
        if not picture.alt:
            hint = "add alt: what it shows, for readers who don't see it"
            yield _at(picture, "no-alt", f'"{picture.src}" has no text alternative', hint)


def _at(picture: Picture, code: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code, message, picture.place, hint, picture.excerpt)
