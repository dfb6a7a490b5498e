"""A label that one story alone has is more likely a slip than an edition."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from broadsheet.checking.rules import closest
from broadsheet.model.diagnostic import Diagnostic, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from broadsheet.model.archive import EditionCopy

USUAL = ("morning", "noon", "afternoon", "evening", "extra", "早报", "晨报", "午报", "晚报", "号外", "早", "晚")
"""Labels that papers use: such a one needs no second witness."""


def check_labels(editions: Iterable[EditionCopy]) -> Iterator[Diagnostic]:
    """A warning where a story begins an edition of its own beside others of its date; `editions` are by date."""
    for day, group in groupby(editions, key=lambda copy: copy.key.date):
        copies = list(group)
        for copy in copies if len(copies) > 1 else ():
            label = copy.key.label
            if copy.file or len(copy.articles) != 1 or label.casefold() in {"", *USUAL}:
                continue
            known = [other.key.label for other in copies if other is not copy and other.key.label]
            guess = closest(label, known) or closest(label, USUAL)
            hint = (
                f'did you mean "{guess}"?' if guess else f"an edition.yaml with “label: {label}” says that it is meant"
            )
            place, excerpt = copy.articles[0].place_of("edition")
            message = f'no edition "{label}" on {day}'
            yield Diagnostic("unknown-edition", message, place, hint, excerpt, Severity.WARNING)
