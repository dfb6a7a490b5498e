"""Copy that goes on on another page (转版), and copy that comes from one (上接)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadsheet.checking.rules import warning_at
from broadsheet.model.diagnostic import Diagnostic, Severity
from broadsheet.model.page_number import page_key, page_number
from broadsheet.model.pointer import JUMP, ORIGIN, POINTER

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping, Sequence

    from broadsheet.checking.pages import Standing
    from broadsheet.model.archive import EditionCopy
    from broadsheet.model.article import Article
    from broadsheet.model.galley import Galley

Key = tuple[str, int, str]


def check_jumps(copy: EditionCopy, standing: Sequence[Standing], galleys: Mapping[str, Galley]) -> Iterator[Diagnostic]:
    """Jumps that nothing answers. `copy` is as typed, `galleys` are those of its articles, by file.

    A story whose file holds all of it jumps in print alone (`jump_to`): the page that it jumps to names it. Only one
    whose own copy says 下转 must be continued by another.
    """
    on = {article.file: page_key(page.number) for page, articles in standing for article in articles}
    here: dict[Key, list[Article]] = {page_key(page.number): [] for page, _ in standing}
    for article in copy.articles:
        here[on[article.file]].append(article)
    for article in copy.articles:
        if len(article.body.paragraphs) == 1 and (found := POINTER.fullmatch(article.body.paragraphs[0])):
            yield from _check_pointer(article, found[1], here, galleys[article.file])
            continue
        yield from _check_jump(article, on[article.file], here, galleys[article.file])
        yield from _check_origin(on[article.file], here, galleys[article.file])


def _check_pointer(
    article: Article, typed: str, here: Mapping[Key, list[Article]], galley: Galley
) -> Iterator[Diagnostic]:
    if article.teaser_of or article.jump_to:
        return
    there = here.get(page_key(typed))
    message = f'no page "{typed}" in this edition' if there is None else f"page {typed} has no story of this headline"
    if there is None or not any(_letters(other) == _letters(article) for other in there if other is not article):
        hint = "name the story: “teaser_of: its-slug”"
        found = _first(galley, POINTER, whole=True)
        if found is None:
            yield warning_at(article, "title", "lone-pointer", message, hint)
        else:
            yield _at(galley, found, "lone-pointer", message, hint)


def _check_jump(article: Article, on: Key, here: Mapping[Key, list[Article]], galley: Galley) -> Iterator[Diagnostic]:
    found = _first(galley, JUMP)
    if found is None:
        return
    typed = _typed(found[0])
    key = page_key(typed)
    if not article.jump_to:
        yield _at(galley, found, "no-jump", f"the copy goes on on page {typed}", f"add “jump_to: {typed}”")
    elif page_key(article.jump_to) != key:
        hint = f"“jump_to: {typed}”, or mend the copy"
        yield _at(galley, found, "no-jump", f"the copy goes on on page {typed}, jump_to is {article.jump_to}", hint)
    if key in here and not any(_continues(other, article, on) for other in here[key] if other is not article):
        hint = f"the story there says “上接{_shown(on)}版”, or has this headline; or put all of it here"
        yield _at(galley, found, "no-continuation", f"nothing on page {typed} continues this story", hint)


def _check_origin(on: Key, here: Mapping[Key, list[Article]], galley: Galley) -> Iterator[Diagnostic]:
    found = _first(galley, ORIGIN)
    if found is None:
        return
    typed = _typed(found[0])
    others = here.get(page_key(typed), [])
    if any(page_key(other.jump_to) == on or _says(other, JUMP) == on for other in others):
        return
    message = f"nothing on page {typed} is continued here"
    if page_key(typed) not in here:
        message = f'no page "{typed}" in this edition'
    yield _at(galley, found, "no-origin", message, f"its story there says “jump_to: {_shown(on)}”")


def _continues(other: Article, article: Article, on: Key) -> bool:
    return _says(other, ORIGIN) == on or _letters(other) == _letters(article)


def _says(article: Article, pattern: re.Pattern[str]) -> Key | None:
    """The page that an article's copy names."""
    for paragraph in article.body.paragraphs:
        if found := pattern.search(paragraph):
            return page_key(_typed(found))
    return None


def _typed(found: re.Match[str]) -> str:
    number = found["page"] or found["on"]
    return page_number(number if number.isascii() else f"第{number}版")


def _first(galley: Galley, pattern: re.Pattern[str], *, whole: bool = False) -> tuple[re.Match[str], int] | None:
    """The first match in the copy, and the number of its passage."""
    for number, passage in enumerate(galley.passages):
        if passage.running:
            found = pattern.fullmatch(passage.text) if whole else pattern.search(passage.text)
            if found:
                return found, number
    return None


def _at(galley: Galley, found: tuple[re.Match[str], int], code: str, message: str, hint: str) -> Diagnostic:
    match, number = found
    passage = galley.passages[number]
    start = passage.offset(match.start())
    place = galley.place(start, passage.offset(match.end() - 1) + 1 - start)
    return Diagnostic(code, message, place, hint, galley.line(place.line), Severity.WARNING)


def _shown(key: Key) -> str:
    letters, number, _ = key
    return f"{letters.upper()}{number:02}" if letters else str(number)


def _letters(article: Article) -> str:
    return "".join("".join(article.title).split())
