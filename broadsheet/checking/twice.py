"""The same story or the same picture twice in an edition."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from broadsheet.checking.rules import warning_at
from broadsheet.model.content_path import beside
from broadsheet.model.diagnostic import Diagnostic, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from broadsheet.model.archive import Attachment, EditionCopy
    from broadsheet.model.article import Article
    from broadsheet.model.picture import Picture

SHINGLE = 8
"""Characters of a shingle: a Chinese clause."""
LEAST = 40
"""Letters of the shortest copy that is compared: a brief's sentence may be a form."""
SHARE = 0.6
"""Of the shorter copy's shingles, how many two stories share that are one story."""
SOME = 5
"""Of every so many shingles one is looked at first: those that begin with a character whose number it divides."""
COMMON = 12
"""Stories that a shingle may stand in and still tell anything; a box of all reporters' addresses does not."""
_SILENT = re.compile(r"[\W_]+")


def check_twice(copy: EditionCopy, attachments: Mapping[str, Attachment]) -> Iterator[Diagnostic]:
    """Warnings at the later of two stories, by file. A teaser and its story may share words and pictures."""
    yield from _stories(copy.articles)
    yield from _pictures(copy.articles, attachments)


def _stories(articles: Sequence[Article]) -> Iterator[Diagnostic]:
    """Pairs that share many of the shingles that are looked at are compared whole."""
    letters = [_SILENT.sub("", "".join(article.body.paragraphs)) for article in articles]
    where: dict[str, list[int]] = defaultdict(list)
    looked_at: list[int] = []
    for number, text in enumerate(letters):
        some = {text[at : at + SHINGLE] for at, sign in enumerate(text) if ord(sign) % SOME == 0}
        looked_at.append(len(some))
        for shingle in some if len(text) >= LEAST else ():
            where[shingle].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in where.values():
        if 1 < len(numbers) <= COMMON:
            shared.update(combinations(numbers, 2))
    for (first, second), count in sorted(shared.items()):
        if count < SHARE / 2 * min(looked_at[first], looked_at[second]) or _belong(articles[first], articles[second]):
            continue
        one, other = (
            {letters[n][at : at + SHINGLE] for at in range(len(letters[n]) - SHINGLE + 1)} for n in (first, second)
        )
        share = len(one & other) / min(len(one), len(other))
        if share >= SHARE:
            message = f"{share:.0%} of this copy stands in {articles[first].file}, too"
            hint = "keep one of them, or say that one is the teaser: “teaser_of: its-slug”"
            yield warning_at(articles[second], "title", "same-story", message, hint)


def _pictures(articles: Sequence[Article], attachments: Mapping[str, Attachment]) -> Iterator[Diagnostic]:
    shown: dict[str, list[tuple[Article, Picture]]] = defaultdict(list)
    for article in articles:
        for picture in (*article.pictures, *article.body.pictures):
            if attachment := attachments.get(beside(article.file, picture.src)):
                shown[attachment.digest].append((article, picture))
    for uses in shown.values():
        for at, (article, picture) in enumerate(uses):
            other = next((first for first, _ in uses[:at] if not _belong(first, article)), None)
            if other is None:
                continue
            message = f'"{picture.src}" is shown in {other.file}, too'
            if other is article:
                message = f'"{picture.src}" is shown twice in this story'
            hint = "choose another picture for one of them"
            yield Diagnostic("same-picture", message, picture.place, hint, picture.excerpt, Severity.WARNING)


def _belong(one: Article, other: Article) -> bool:
    """Whether one is the other's teaser, or both point to one story."""
    if one is other:
        return False
    return (
        one.slug == other.teaser_of
        or other.slug == one.teaser_of
        or bool(one.teaser_of and one.teaser_of == other.teaser_of)
    )
