"""The pages of an edition that have a file of their own: a part of its job, and no work for the typesetter."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from broadsheet.model.diagnostic import Diagnostic
from broadsheet.model.rights import Rights
from broadsheet.planning.facsimiles import facsimile_page, page_picture
from broadsheet.planning.pictures import page_copies
from broadsheet.planning.printed.page import MM
from broadsheet.publishing.attachments import below, published
from broadsheet.publishing.fingerprint import fingerprint
from broadsheet.publishing.print_pictures import PAGE, print_picture
from broadsheet.publishing.print_records import PrintRecord
from broadsheet.rendering.printed.areas import areas_json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from broadsheet.model.archive import Attachment
    from broadsheet.model.facsimile import Facsimile
    from broadsheet.planning.placement import PlacedEdition, PlacedPage
    from broadsheet.publishing.context import Bench
    from broadsheet.publishing.stage import Tray
    from broadsheet.rendering.printed.job import Json


def facsimile_records(
    bench: Bench,
    edition: PlacedEdition,
    attachments: Mapping[str, Attachment],
    *,
    tray: Tray,
    known: Mapping[str, PrintRecord],
) -> dict[str, PrintRecord]:
    """The pages that have a file of their own, by number; those whose file is faulty are left out.

    `attachments` are files by path, `known` what was made of pages the last time. Raises OSError.
    """
    work = _Work(bench, edition, tray, known)
    found = {}
    for placed in edition.pages:
        facsimile = placed.page.facsimile
        own = attachments.get(facsimile.file) if facsimile else None
        picture = page_picture(facsimile, own) if facsimile else None
        if facsimile and own and picture:
            found[placed.ref.number] = work.record(placed, facsimile, own, picture)
    return found


def facsimile_json(bench: Bench, placed: PlacedPage, own: Attachment, *, name: str, alt: str, drawn: bool) -> Json:
    """A page that has a file of its own, as the typesetter takes it into the edition's PDF, with its file laid ready.

    A PDF's page goes in as it is, or `drawn`. Its `name` stands in the bookmarks, `alt` is for those who don't see it.
    """
    facsimile, context = placed.page.facsimile, bench.context
    picture = page_picture(facsimile, own) if facsimile else None
    if facsimile is None or picture is None or picture.picture is None:
        raise ValueError("a page without a file of its own")
    width = context.newspaper.paper.width * MM
    height = width * picture.picture.height / picture.picture.width
    name_of = f"pictures/{own.digest[:24]}-page"
    sheet = 0
    if own.pdf and not drawn:
        width, height = own.pdf.sizes[facsimile.at]
        sheet = facsimile.at + 1
        file, data = f"{name_of}.pdf", bench.content.read(below(own.path, context.shown))
    elif picture.is_photo:
        file = f"{name_of}-{facsimile.at}.jpg"
        data = print_picture(bench.content, context.shown, picture, PAGE)
    else:
        file, data = f"{name_of}.svg", published(bench.content, context.shown, own)
    bench.typesetter.put(file, data)
    return {"file": file, "sheet": sheet, "width": width, "height": height, "name": name, "alt": alt}


class _Work:
    """The pages' own files of one edition."""

    def __init__(self, bench: Bench, edition: PlacedEdition, tray: Tray, known: Mapping[str, PrintRecord]) -> None:
        self._bench = bench
        self._edition = edition
        self._tray = tray
        self._known = known
        self._slugs = {article.slug for article in edition.copy.articles}

    def record(self, placed: PlacedPage, facsimile: Facsimile, own: Attachment, picture: Attachment) -> PrintRecord:
        """A page: its PDF, or its drawing, and its areas; copies of its picture are made as those of photographs."""
        ref = placed.ref
        copies = page_copies(picture, Rights(credit=self._bench.context.site.title))
        made_from = fingerprint("facsimile", own.digest, repr((facsimile.is_pdf, facsimile.at, ref.name, ref.number)))
        stem = f"{ref.address}{ref.address.rstrip('/').rpartition('/')[2]}"
        pdf = f"{stem}.pdf" if facsimile.is_pdf else ""
        paths = []
        if pdf:
            known = self._known.get(ref.number)
            left = dict(known.outputs) if known and known.made_from == made_from else {}
            told = self._pdf(pdf.lstrip("/"), facsimile, own, left)
            if told:
                return PrintRecord(ref.number, "", (), diagnostics=(told,))
            paths.append(pdf.lstrip("/"))
        elif copies is None:
            paths.append(picture.address.lstrip("/"))
            if not self._tray.keep(paths[-1], own.digest):
                self._tray.put(paths[-1], published(self._bench.content, self._bench.context.shown, own))
        # Of a story that readers don't see yet, they don't get to know where it will stand either.
        shown = replace(facsimile, areas=tuple(area for area in facsimile.areas if area.slug in self._slugs))
        printed = facsimile_page(shown, own, picture, copies.renditions if copies else None, pdf)
        paths.append(f"{ref.address}areas.json".lstrip("/"))
        self._tray.put(paths[-1], areas_json(printed, self._edition.copy.key))
        outputs = tuple((path, self._tray.outputs[path][0]) for path in paths)
        return PrintRecord(ref.number, made_from, outputs, printed=printed, copies=copies)

    def _pdf(self, path: str, facsimile: Facsimile, own: Attachment, left: Mapping[str, str]) -> Diagnostic | None:
        """Publish the page's own PDF, as it is if it is of one page; what is wrong with it.

        `left` is what was made of the same file the last time, by path.
        """
        if self._tray.keep(path, left.get(path, own.digest)):
            return None
        data = self._bench.content.read(below(own.path, self._bench.context.shown))
        if own.pdf and len(own.pdf.sizes) > 1:
            # Imported here: a paper without PDFs does without.
            from pypdfium2 import PdfiumError  # noqa: PLC0415 - as said

            from broadsheet.reading.pictures.pdf import PDFIUM  # noqa: PLC0415 - as said
            from broadsheet.rendering.printed.extract import extract  # noqa: PLC0415 - as said

            try:
                with PDFIUM:
                    data = extract(data, facsimile.at + 1, self._edition.copy.key.date)
            except PdfiumError:
                message = f'page {facsimile.at + 1} of "{facsimile.src}" can\'t be read'
                return Diagnostic("unreadable-pdf", message, facsimile.place, "export it again", facsimile.excerpt)
        self._tray.put(path, data)
        return None
