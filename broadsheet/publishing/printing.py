"""An edition on paper: the pages that have a file of their own, and the others, set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadsheet.publishing.print_records import as_printed, made_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from broadsheet.planning.paper import Paper
    from broadsheet.planning.placement import PlacedEdition
    from broadsheet.planning.views import Card
    from broadsheet.publishing.context import Bench
    from broadsheet.publishing.print_records import PrintMade, PrintRecord
    from broadsheet.publishing.stage import Tray


def print_edition(
    bench: Bench,
    paper: Paper,
    edition: PlacedEdition,
    cards: Mapping[str, Card],
    *,
    tray: Tray,
    known: Sequence[PrintRecord],
    hasty: bool,
    threads: int,
) -> PrintMade:
    """The printed pages of an edition whose articles have these cards; `known` is what was printed the last time.

    Who is `hasty` leaves them as they are; others set so many at once as there are `threads`. Where nothing is to be
    set, pages that have a file of their own are there all the same. Raises OSError.
    """
    if hasty:
        return as_printed(known, tray)
    own: dict[str, PrintRecord] = {}
    if edition.copy.file and edition.copy.file.facsimiles:
        # A paper whose pages are all set does without what pages' own files are read with, and the other way round.
        from broadsheet.publishing.facsimile_work import facsimile_records  # noqa: PLC0415 - as said

        left = {record.page: record for record in known}
        own = facsimile_records(bench, edition, paper.attachments, tray=tray, known=left)
    if not bench.context.prints or edition.copy.key.date < bench.context.newspaper.printed_since:
        return made_of(tuple(own.values()))
    from broadsheet.publishing.print_work import EditionPrint  # noqa: PLC0415 - as said

    return EditionPrint(bench, paper, edition, cards, tray=tray, known=known, own=own).make(threads)
