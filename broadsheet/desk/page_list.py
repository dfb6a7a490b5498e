"""A page and its credits written into an edition.yaml, every other byte of which stays as it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from broadsheet.desk.blank import editors_entry, page_entry
from broadsheet.model.edition import Page
from broadsheet.model.page_number import page_key
from broadsheet.reading.edition import read_edition
from broadsheet.reading.source import Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadsheet.model.edition import EditionFile

Credits = tuple[tuple[str, str], ...]


def with_page(text: str, number: str, its_credits: Credits, others: Sequence[str]) -> str | None:
    """The text with the page in its list and with its credits; None where that can't be done without rewriting it.

    A list that is begun gets `others`, the pages that stories name already, too. A page that has credits keeps them:
    where they differ, None.
    """
    plan = _read(text)
    if plan is None:
        return None
    page = next((page for page in plan.pages if page_key(page.number) == page_key(number)), None)
    if page and (page.editors or not its_credits):
        return text if page.editors == its_credits or not its_credits else None
    if page:
        made = _below(text, page.place.line, f"editors: {editors_entry(its_credits)}")
        want = [replace(other, editors=its_credits) if other is page else other for other in plan.pages]
    elif plan.pages:
        made = _behind(text, plan.pages[-1], Page(number, editors=its_credits))
        want = [*plan.pages, Page(number, editors=its_credits)]
    elif its_credits:
        keys = {page_key(other): other for other in (*others, number)}
        want = [Page(other, editors=its_credits if other == number else ()) for _, other in sorted(keys.items())]
        rows = "\n".join(line for entry in want for line in page_entry(entry))
        made = f"{text.rstrip()}\npages:\n{rows}\n"
    else:
        return text
    read = _read(made)
    return made if read and _plain(read.pages) == _plain(want) else None


def _read(text: str) -> EditionFile | None:
    return read_edition(Source("edition.yaml", text), "UTC")[0]


def _plain(pages: Sequence[Page]) -> list[tuple[str, str, Credits, str]]:
    """What must not change of pages, whatever lines they stand on."""
    return [(page.number, page.name, page.editors, page.kind) for page in pages]


def _below(text: str, line: int, entry: str) -> str:
    """The text with an entry below a line, set in as that line's key is."""
    lines = text.split("\n")
    above = lines[line - 1]
    indent = len(above) - len(above.lstrip(" -"))
    return "\n".join((*lines[:line], " " * indent + entry, *lines[line:]))


def _behind(text: str, last: Page, page: Page) -> str:
    """The text with a page behind the last one of its list."""
    lines = text.split("\n")
    row = last.place.line - 1
    while row > 0 and not lines[row].lstrip().startswith("-"):
        row -= 1
    indent = len(lines[row]) - len(lines[row].lstrip(" "))
    end = row + 1
    while end < len(lines) and (not lines[end].strip() or len(lines[end]) - len(lines[end].lstrip(" ")) > indent):
        end += 1
    while not lines[end - 1].strip():
        end -= 1
    entry = [" " * indent + line.removeprefix("  ") for line in page_entry(page)]
    return "\n".join((*lines[:end], *entry, *lines[end:]))
