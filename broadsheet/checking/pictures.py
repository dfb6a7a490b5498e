"""Every picture is there, says who made it, and says what it shows to those who don't see it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from broadsheet.checking.rules import closest
from broadsheet.model.diagnostic import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from broadsheet.model.article import Article
    from broadsheet.model.picture import Picture

_FOREIGN = re.compile(r"[a-z][a-z0-9+.-]*:|/|\\\\", re.IGNORECASE)
"""An address, an absolute path, a drive letter or a Windows share."""

_ADDRESS = re.compile(r"(https?://|mailto:|/(?!/))\S+")
_FOCUS = re.compile(r"\d{1,3}% +\d{1,3}%")


def check_pictures(
    article: Article, known: Callable[[str], bool], near: Callable[[], list[str]], kinds: Collection[str]
) -> Iterator[Diagnostic]:
    """The faults of an article's pictures.

    `known(src)` says whether the file is there, `near()` lists those beside the article, `kinds` are the endings
    (`.jpg`) of files that browsers show as pictures.
    """
    for picture in (*article.pictures, *article.body.pictures):
        yield from _check_file(picture, known, near, kinds)
        yield from _check_words(picture, listed=picture in article.pictures)
        yield from _check_attributes(picture)


def _check_file(
    picture: Picture, known: Callable[[str], bool], near: Callable[[], list[str]], kinds: Collection[str]
) -> Iterator[Diagnostic]:
    src = picture.src
    if _FOREIGN.match(src):
        hint = "put the file beside the article and name it by its file name"
        yield _at(picture, "foreign-picture", f'"{src}" is not a file of the paper', hint)
    elif not known(src):
        guess = src.replace("\\", "/") if "\\" in src else closest(src, near())
        hint = f'did you mean "{guess}"?' if guess else "put the file beside the article"
        yield _at(picture, "missing-picture", f'no file "{src}"', hint)
    elif "." + src.rpartition(".")[2].lower() not in kinds:
        hint = "save it as JPEG, PNG, WebP, AVIF, GIF or SVG"
        yield _at(picture, "not-a-picture", f'"{src}" is no picture that browsers show', hint)


def _check_words(picture: Picture, *, listed: bool) -> Iterator[Diagnostic]:
    """What is said of a picture; `listed` in front matter, or in the body."""
    if not (picture.creator or picture.credit):
        hint = "add “credit: who made it”" if listed else 'type {credit="who made it"} behind it'
        yield _at(picture, "no-credit", f'"{picture.src}" has no credit', hint)
    if not picture.alt:
        hint = "add “alt: what it shows”" if listed else f"type it in the brackets: ![what it shows]({picture.src})"
        yield _at(picture, "no-alt", f'"{picture.src}" has no text alternative', hint)


def _check_attributes(picture: Picture) -> Iterator[Diagnostic]:
    for key, address in (("license", picture.license), ("acquire", picture.acquire)):
        if address and not _ADDRESS.fullmatch(address):
            message = f'expected an address as {key}, found "{address}"'
            yield _at(picture, "wrong-type", message, "it begins with https://, mailto: or /")
    if picture.focus and not _FOCUS.fullmatch(picture.focus):
        message = f'expected two percentages as focus, found "{picture.focus}"'
        yield _at(picture, "wrong-type", message, "such as 50% 30%: from the left, from the top")
    if picture.position not in {"", "lead", "gallery"}:
        message = f'expected "lead" or "gallery" as position, found "{picture.position}"'
        yield _at(picture, "wrong-type", message, "")


def _at(picture: Picture, code: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code, message, picture.place, hint, picture.excerpt)
