"""The printed pages of an edition: a part of its job. A page is set again only when something on it changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from broadsheet.model.page_number import page_key
from broadsheet.planning.moments import comes_out
from broadsheet.planning.pictures import all_copies
from broadsheet.planning.printed.jumps import filled, target_of
from broadsheet.planning.printed.page import geometry
from broadsheet.planning.printed.stories import print_stories, web_address
from broadsheet.publishing.fingerprint import fingerprint
from broadsheet.publishing.print_aside import AT_WORK, PageFiles
from broadsheet.publishing.print_files import printed_page
from broadsheet.publishing.print_findings import print_findings
from broadsheet.publishing.print_pictures import picture_file, print_picture
from broadsheet.publishing.print_records import PrintRecord, made_of
from broadsheet.publishing.print_sheets import Onward, Setting
from broadsheet.rendering.layout_error import LayoutError
from broadsheet.rendering.printed.frames import edition_title, frame_of, page_title, printed_alt, words_of
from broadsheet.rendering.printed.house import house_of
from broadsheet.rendering.printed.job import Document

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from broadsheet.model.archive import Attachment
    from broadsheet.planning.paper import Paper
    from broadsheet.planning.placement import PlacedEdition
    from broadsheet.planning.printed.measured import PrintStory
    from broadsheet.planning.printed.page import Frame, House
    from broadsheet.planning.views import Card, Figure
    from broadsheet.publishing.context import Bench
    from broadsheet.publishing.print_records import PrintMade
    from broadsheet.publishing.print_sheets import Sheets
    from broadsheet.publishing.stage import Tray
    from broadsheet.rendering.printed.job import Json


class EditionPrint:
    """The printing of one edition."""

    def __init__(
        self,
        bench: Bench,
        paper: Paper,
        edition: PlacedEdition,
        cards: Mapping[str, Card],
        *,
        tray: Tray,
        known: Sequence[PrintRecord],
        own: Mapping[str, PrintRecord],
    ) -> None:
        """Take an edition whose articles have these cards; `known` is what was printed the last time.

        `own` are the pages that have a file of their own, by number.
        """
        if bench.context.faces is None:
            raise ValueError("a paper without fonts can't be printed")
        self._bench = bench
        self._faces = bench.context.faces
        self._paper = paper
        self._edition = edition
        self._tray = tray
        self._known = {record.page: record for record in known}
        self._own = own
        self._cards = cards
        self._language = paper.language(edition.copy)
        self._words = words_of(self._language)
        self._files = self._pictures(edition)
        self._release = comes_out(edition.copy, paper.newspaper.timezone)
        self._stories = [
            ()
            if placed.page.facsimile
            else print_stories(paper, edition, placed, cards, self._words, release=self._release, file_of=self._file_of)
            for placed in edition.pages
        ]
        self._tails: dict[int, list[PrintStory]] = {}
        self._fresh: dict[int, Sheets] = {}
        self._records: dict[int, PrintRecord] = {}

    def make(self) -> PrintMade:
        """Set the pages that changed, and the edition. A fault of the template is a diagnostic, and ends it."""
        records = self._records
        try:
            with PageFiles(self._bench, self._tray, self._edition.copy.key, self._moment()) as files:
                for order, placed in enumerate(self._edition.pages):
                    if placed.page.facsimile is None:
                        records[order] = self._page(order, files)
                    elif placed.ref.number in self._own:
                        records[order] = self._own[placed.ref.number]
                    for target, tail in records[order].tails if order in records else ():
                        self._tails.setdefault(target, []).append(tail)
                self._take(files)
            whole = [self._whole(records)] if any(record.printed for record in records.values()) else []
        except LayoutError as error:
            return replace(made_of(()), diagnostics=(error.diagnostic,))
        return made_of((*records.values(), *whole))

    def _page(self, order: int, files: PageFiles) -> PrintRecord:
        """A page, kept if nothing on it changed."""
        context = self._bench.context
        placed = self._edition.pages[order]
        stories = (*self._stories[order], *self._tails.get(order, ()))
        onward = self._onward(order)
        document = self._document(page_title(placed.ref, self._language))
        seen = (
            document,
            self._frame(order),
            stories,
            sorted(onward.items()),
            placed.page.grid and placed.page.grid.slots,
        )
        made_from = fingerprint(context.print_template, self._faces.digest, repr(seen))
        known = self._known.get(placed.ref.number)
        if known and known.made_from == made_from and self._kept(known) and known.house in {"", self._house_of(order)}:
            return known
        sheets = self._setting(order, document, onward).sheets(stories)
        self._fresh[order] = replace(sheets, drawings=())
        return self._print(order, document, sheets, made_from, files)

    def _kept(self, record: PrintRecord) -> bool:
        """Whether all files of a record stand as they were left; then they are the edition's.

        Who only looks for what is wrong needs no more of them than their names.
        """
        if self._bench.context.thorough:
            for path, _ in record.outputs:
                self._tray.put(path, b"")
            return True
        return all(self._tray.keep(path, digest) for path, digest in record.outputs)

    def _setting(self, order: int, document: Document, onward: Mapping[str, Onward]) -> Setting:
        ref = self._edition.pages[order].ref
        for story in (*self._stories[order], *self._tails.get(order, ())):
            for picture in story.pictures:
                self._lay_ready(picture.file)
        if self._drawn_title():
            self._bench.typesetter.put(self._drawn_title(), self._bench.context.drawn_title)
        return Setting(
            self._bench.typesetter,
            document,
            self._words,
            lambda sheet: self._frame(order, sheet),
            self._house(order),
            self._edition.pages[order].page,
            ref.number,
            web_address(self._paper, ref.address),
            onward,
        )

    def _print(self, order: int, document: Document, sheets: Sheets, made_from: str, files: PageFiles) -> PrintRecord:
        """A page that was set, but for its files, which `_take` adds."""
        ref = self._edition.pages[order].ref
        printed = printed_page(sheets, f"{ref.address}{ref.address.rstrip('/').rpartition('/')[2]}")
        self._take(files, AT_WORK)
        files.begin(order, ref.address, document, sheets, printed)
        told = tuple(print_findings(sheets, self._edition.copy.articles, ref.number))
        house = self._house_of(order) if any(sheets.house) else ""
        return PrintRecord(ref.number, made_from, (), house, printed, sheets.tails, told)

    def _take(self, files: PageFiles, leave: int = 0) -> None:
        for order, outputs in files.ended(leave):
            self._records[order] = replace(self._records[order], outputs=outputs)

    def _whole(self, records: Mapping[int, PrintRecord]) -> PrintRecord:
        """All pages as one PDF, with a bookmark for each; `records` are those that there are, by place."""
        key, address = self._edition.copy.key, self._edition.ref.address
        path = f"{address}{key.date}{address.rstrip('/').rpartition('/')[2][2:]}.pdf".lstrip("/")
        made_from = fingerprint(*(record.made_from + record.house for record in records.values()))
        known = self._known.get("")
        if known and known.made_from == made_from and self._kept(known):
            return known
        if self._bench.context.thorough:
            self._tray.put(path, b"")
            return PrintRecord("", made_from, ((path, self._tray.outputs[path][0]),))
        document = self._document("")
        bound = {order: self._sheets(order) for order in records if not self._edition.pages[order].page.facsimile}

        def whole(*, drawn: bool) -> bytes:
            pages = [page for order in records for page in bound.get(order) or [self._facsimile(order, drawn=drawn)]]
            tagged = all(page.get("sheet", 0) == 0 for page in pages)
            job = document.job("set", geometry(self._paper.newspaper.paper), pages=pages)
            return self._bench.typesetter.pdf(job, self._moment(), tagged=tagged)

        try:
            data = whole(drawn=False)
        except LayoutError:
            if len(bound) == len(records):
                raise
            # A PDF that PDFium reads and Typst doesn't.
            data = whole(drawn=True)
        self._tray.put(path, data)
        return PrintRecord("", made_from, ((path, self._tray.outputs[path][0]),))

    def _sheets(self, order: int) -> Sequence[Json]:
        """A page's sheets as they were set, now or the last time."""
        if order not in self._fresh:
            stories = (*self._stories[order], *self._tails.get(order, ()))
            document = self._document(page_title(self._edition.pages[order].ref, self._language))
            self._fresh[order] = self._setting(order, document, self._onward(order)).sheets(stories)
        return self._fresh[order].pages

    def _facsimile(self, order: int, *, drawn: bool) -> Json:
        """A page's own file, for the edition's PDF."""
        from broadsheet.publishing.facsimile_work import facsimile_json  # noqa: PLC0415 - see printing

        placed = self._edition.pages[order]
        name = page_title(placed.ref, self._language)
        own = self._paper.attachments[placed.page.facsimile.file if placed.page.facsimile else ""]
        return facsimile_json(self._bench, placed, own, name=name, alt=printed_alt(name, self._language), drawn=drawn)

    def _document(self, page: str) -> Document:
        title = edition_title(self._edition, self._bench.context.site, self._language)
        return Document(
            title=f"{page} – {title}" if page else title,
            author=self._paper.newspaper.publisher or self._bench.context.site.title,
            day=self._edition.ref.date,
            language=self._language,
            style=self._paper.newspaper.paper,
            families=self._faces.families,
        )

    def _frame(self, order: int, sheet: int = 1) -> Frame:
        return frame_of(
            self._bench.context.site,
            self._edition,
            order,
            language=self._language,
            drawn_title=self._drawn_title(),
            sheet=sheet,
        )

    def _house(self, order: int) -> House:
        site = self._bench.context.site
        return house_of(self._paper, site, self._edition, order, self._cards, language=self._language)

    def _house_of(self, order: int) -> str:
        """The digest of the house's own on a page."""
        return fingerprint(repr(self._house(order)))

    def _drawn_title(self) -> str:
        masthead = self._bench.context.site.masthead
        return f"pictures/{masthead.address.rpartition('/')[2]}" if masthead else ""

    def _moment(self) -> int:
        """The edition's day, as the time at which its files were made."""
        day = self._edition.ref.date
        return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())

    def _onward(self, order: int) -> dict[str, Onward]:
        """Where each story of a page goes on if it is too long."""
        style = self._paper.newspaper.paper
        shares = [filled(stories, geometry(style)) for stories in self._stories]
        wishes = {a.slug: a.jump_to for a in self._edition.pages[order].articles if a.jump_to}
        found: dict[str, Onward] = {}
        for story in (*self._stories[order], *self._tails.get(order, ())):
            wished = page_key(wishes[story.id]) if story.id in wishes else None
            there = (n for n, ref in enumerate(self._edition.page_refs) if wished and page_key(ref.number) == wished)
            target = target_of(order, self._edition.pages, shares, next(there, None))
            if target is not None:
                ref = self._edition.page_refs[target]
                found[story.id] = Onward(ref.number, web_address(self._paper, ref.address), target)
        return found

    def _pictures(self, edition: PlacedEdition) -> dict[str, Attachment]:
        """The files of the edition's pictures, by the address that figures have."""
        attachments = self._paper.attachments
        found = {attachment.address: attachment for attachment in attachments.values()}
        for article in edition.copy.articles:
            for copies in all_copies(article, attachments, self._paper.newspaper.url):
                found[copies.renditions.widest] = copies.attachment
        return found

    def _file_of(self, figure: Figure) -> str:
        attachment = self._files.get(figure.address)
        return picture_file(attachment) if attachment else ""

    def _lay_ready(self, file: str) -> None:
        context = self._bench.context
        attachment = next((a for a in self._files.values() if picture_file(a) == file), None)
        if attachment:
            self._bench.typesetter.put(file, print_picture(self._bench.content, context.shown, attachment))
