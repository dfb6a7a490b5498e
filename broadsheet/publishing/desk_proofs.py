"""What an editor sees who reads a whole edition before it goes out: the rules of `check` alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadsheet.checking.headlines import check_headline, check_summary
from broadsheet.checking.jumps import check_jumps
from broadsheet.checking.numbering import check_numbering
from broadsheet.checking.opt_outs import opted_out
from broadsheet.checking.proofreading import proofread_copy
from broadsheet.checking.staff import check_staff
from broadsheet.checking.twice import check_twice
from broadsheet.model.diagnostic import Diagnostic
from broadsheet.model.galley import Galley
from broadsheet.planning.slots import slot_sizes
from broadsheet.publishing.attachments import below
from broadsheet.publishing.sources import text_of
from broadsheet.reading.galley import opt_outs_of, read_galley

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from broadsheet.model.archive import Attachment, EditionCopy
    from broadsheet.planning.placement import PlacedEdition
    from broadsheet.publishing.context import Bench


def read_as_editor(
    bench: Bench, copy: EditionCopy, edition: PlacedEdition, attachments: Mapping[str, Attachment]
) -> Iterator[Diagnostic]:
    """The faults of an edition that builds don't look for. `copy` is as typed, `edition` the same on its pages."""
    galleys = _galleys(bench, copy)
    yield from opted_out(_found(bench, copy, edition, attachments, galleys), galleys)


def _found(
    bench: Bench,
    copy: EditionCopy,
    edition: PlacedEdition,
    attachments: Mapping[str, Attachment],
    galleys: Mapping[str, Galley],
) -> Iterator[Diagnostic]:
    newspaper = bench.context.newspaper
    language = (copy.file.language if copy.file else "") or newspaper.language
    sizes = slot_sizes(edition)
    for article in copy.articles:
        galley = galleys[article.file]
        yield from proofread_copy(galley, article.language or language, article.edition.date)
        yield from check_staff(article, newspaper, galley)
        yield from check_headline(article, sizes[article.file].size, sizes[article.file].share)
        yield from check_summary(article)
    standing = [(page.page, page.articles) for page in edition.pages]
    yield from check_numbering(copy, standing)
    yield from check_jumps(copy, standing, galleys)
    yield from check_twice(copy, attachments)


def _galleys(bench: Bench, copy: EditionCopy) -> dict[str, Galley]:
    """The galley of each article of an edition and of its edition.yaml, by file."""
    files = [(article.file, read_galley) for article in copy.articles]
    if copy.file:
        files.append((copy.file.place.file, opt_outs_of))
    galleys = {}
    for file, read in files:
        source = text_of(bench.content, bench.context.shown, below(file, bench.context.shown))
        # It was there a moment ago, when the article was made of it.
        galleys[file] = Galley(file, "") if isinstance(source, Diagnostic) else read(source)
    return galleys
