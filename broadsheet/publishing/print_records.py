"""What is kept of an edition's printed pages for the next build."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from broadsheet.model.diagnostic import Diagnostic
    from broadsheet.planning.pictures import Copies
    from broadsheet.planning.printed.measured import PrintStory
    from broadsheet.planning.printed_page import PrintedPage
    from broadsheet.publishing.stage import Tray


@dataclass(frozen=True, slots=True)
class PrintRecord:
    """A page as it was set the last time, kept for the next build.

    `page` is its number, "" for the edition's own PDF. `made_from` is the digest of all that it shows but for the
    paper's own, whose is `house`, "" for none. `outputs` are its files with their SHA-256, `tails` what goes on
    elsewhere, by page, `copies` those of its picture, if it has a file of its own.
    """

    page: str
    made_from: str
    outputs: tuple[tuple[str, str], ...]
    house: str = ""
    printed: PrintedPage | None = None
    tails: tuple[tuple[int, PrintStory], ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    copies: Copies | None = None


@dataclass(frozen=True, slots=True)
class PrintMade:
    """An edition's printed pages by number, the address of its own PDF, and what to keep of them."""

    pages: Mapping[str, PrintedPage]
    pdf: str
    records: tuple[PrintRecord, ...]
    diagnostics: tuple[Diagnostic, ...]


def made_of(records: Sequence[PrintRecord]) -> PrintMade:
    """An edition's pages, and its own PDF if there is one among them, with what is wrong with them."""
    pages = {record.page: record.printed for record in records if record.printed}
    pdf = next((f"/{record.outputs[0][0]}" for record in records if not record.page), "")
    told = tuple(found for record in records for found in record.diagnostics)
    return PrintMade(pages, pdf, tuple(records), told)


def as_printed(known: Sequence[PrintRecord], tray: Tray) -> PrintMade:
    """An edition's pages as they were printed the last time, whatever has changed on them since."""
    there = (record for record in known if all(tray.keep(path, digest) for path, digest in record.outputs))
    return replace(made_of(tuple(there)), diagnostics=())
