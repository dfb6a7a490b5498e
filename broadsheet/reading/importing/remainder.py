"""What of a page is in no story, and what was changed in those that are: the report that keeps the copy whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator

    from broadsheet.reading.importing.stories import Page

KINDS = {
    "folio": "folio",
    "credits": "page credits",
    "jump": "jump",
    "jumped": "jump from another page",
    "teaser": "page of a teaser",
    "house": "how to reach the paper",
    "address": "a reporter’s address",
    "rule": "rule",
    "name": "the desk’s name for a line",
    "outside": "outside the copy",
}


def left_over(page: Page) -> Iterator[tuple[str, str]]:
    """Each text of the page that is in no story, as it came, with what it was taken for."""
    for furniture in page.furniture:
        yield KINDS[furniture.kind], furniture.line.text
    for story in page.stories:
        if story.jump:
            yield KINDS["jump"], story.jump


def changes(changed: Counter[str]) -> Iterator[str]:
    """What was normalised, with how often."""
    yield from (f"{count} {name}" for name, count in sorted(changed.items()) if count)
