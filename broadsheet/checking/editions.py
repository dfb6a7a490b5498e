"""A label that one story alone has is more likely a slip than an edition."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from broadsheet.checking.rules import closest
from broadsheet.model.diagnostic import Diagnostic, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from broadsheet.model.edition import EditionKey
    from broadsheet.model.place import Place

USUAL = ("morning", "noon", "afternoon", "evening", "extra", "早报", "晨报", "午报", "晚报", "号外", "早", "晚")
"""Labels that papers use: such a one needs no second witness."""


def check_labels(editions: Iterable[tuple[EditionKey, tuple[Place, str] | None]]) -> Iterator[Diagnostic]:
    """A warning where a story begins an edition of its own beside others of its date.

    `editions` are by date, each with the place where its only story names it; None for those with more than one story
    or an edition.yaml.
    """
    for day, group in groupby(editions, key=lambda edition: edition[0].date):
        rows = list(group)
        for key, lone in rows if len(rows) > 1 else ():
            if lone is None or key.label.casefold() in {"", *USUAL}:
                continue
            known = [other.label for other, _ in rows if other != key and other.label]
            guess = closest(key.label, known) or closest(key.label, USUAL)
            hint = f'did you mean "{guess}"?' if guess else _meant(key.label)
            message = f'no edition "{key.label}" on {day}'
            yield Diagnostic("unknown-edition", message, lone[0], hint, lone[1], Severity.WARNING)


def _meant(label: str) -> str:
    return f"an edition.yaml with “label: {label}” says that it is meant"
