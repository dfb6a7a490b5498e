"""Every picture is there, says who made it, and says what it shows to those who don't see it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from broadsheet.checking.rules import closest, did_you_mean
from broadsheet.model.credit import says_none
from broadsheet.model.diagnostic import Diagnostic, Severity
from broadsheet.model.made import made_at
from broadsheet.model.source_type import SOURCE_TYPE_SCHEME, SOURCE_TYPES, source_type_address

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
    (`.jpg`) of pictures.
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
        hint = "save it as JPEG, PNG, WebP, AVIF, HEIC, TIFF, GIF or SVG"
        yield _at(picture, "not-a-picture", f'"{src}" is no picture', hint)


def _check_words(picture: Picture, *, listed: bool) -> Iterator[Diagnostic]:
    """What is said of a picture; `listed` in front matter, or in the body."""
    if not (picture.creator or picture.credit):
        hint = "add “credit: who made it”" if listed else 'type {credit="who made it"} behind it'
        yield _at(picture, "no-credit", f'"{picture.src}" has no credit', hint)
    elif says_none(picture) and not (picture.creator or picture.reason):
        hint = "add “reason: why there is none”" if listed else 'type {credit="none" reason="why"} behind it'
        yield _at(picture, "no-reason", f'"{picture.src}" is said to have no credit, without a reason', hint)
    elif picture.reason and not says_none(picture):
        message = f'"{picture.src}" has a credit, and a reason why it has none'
        hint = "take the reason out, or write “credit: none”"
        yield replace(_at(picture, "unused-reason", message, hint), severity=Severity.WARNING)
    if not picture.alt:
        hint = "add “alt: what it shows”" if listed else f"type it in the brackets: ![what it shows]({picture.src})"
        yield _at(picture, "no-alt", f'"{picture.src}" has no text alternative', hint)


def _check_attributes(picture: Picture) -> Iterator[Diagnostic]:
    for key, address in (("license", picture.license), ("acquire", picture.acquire)):
        if address and not _ADDRESS.fullmatch(address):
            message = f'expected an address as {key}, found "{address}"'
            yield _at(picture, "wrong-type", message, "it begins with https://, mailto: or /")
    if picture.source_type and not source_type_address(picture.source_type):
        message = f'no digital source type "{picture.source_type}"'
        hint = did_you_mean(picture.source_type, SOURCE_TYPES) or f"IPTC's are listed at {SOURCE_TYPE_SCHEME}"
        yield _at(picture, "unknown-source-type", message, hint)
    made = made_at(picture.date)
    if picture.date != made:
        hint = f"did you mean {made}?" if made else "a date is written 2025-04-16, with a time 2025-04-16T06:00+08:00"
        yield _at(picture, "wrong-date", f'expected a date, found "{picture.date}"', hint)
    if picture.focus and not _FOCUS.fullmatch(picture.focus):
        message = f'expected two percentages as focus, found "{picture.focus}"'
        yield _at(picture, "wrong-type", message, "such as 50% 30%: from the left, from the top")
    if picture.position not in {"", "lead", "gallery"}:
        message = f'expected "lead" or "gallery" as position, found "{picture.position}"'
        yield _at(picture, "wrong-type", message, "")


def _at(picture: Picture, code: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code, message, picture.place, hint, picture.excerpt)
