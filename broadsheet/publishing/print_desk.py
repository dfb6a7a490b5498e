"""An edition's pages as the typesetter gets them: copy, frames, pictures laid ready, and what the paper says itself."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from broadsheet.planning.moments import comes_out
from broadsheet.planning.pictures import all_copies
from broadsheet.planning.printed.page import geometry
from broadsheet.planning.printed.stories import print_stories, web_address
from broadsheet.publishing.fingerprint import fingerprint
from broadsheet.publishing.print_jumps import Jumps
from broadsheet.publishing.print_pictures import picture_file, print_picture
from broadsheet.publishing.print_sheets import Onward, Setting
from broadsheet.rendering.layout_error import LayoutError
from broadsheet.rendering.printed.frames import edition_title, frame_of, page_title, printed_alt, words_of
from broadsheet.rendering.printed.house import house_of
from broadsheet.rendering.printed.job import Document

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from broadsheet.model.archive import Attachment
    from broadsheet.planning.paper import Paper
    from broadsheet.planning.placement import PlacedEdition
    from broadsheet.planning.printed.measured import PrintStory
    from broadsheet.planning.printed.page import Frame, House
    from broadsheet.planning.views import Card, Figure
    from broadsheet.publishing.context import Bench
    from broadsheet.publishing.print_sheets import Sheets
    from broadsheet.publishing.typesetter import Typesetter
    from broadsheet.rendering.printed.job import Json


class PrintDesk:
    """The copy of one edition for its printed pages, which are named by their places in the edition."""

    def __init__(self, bench: Bench, paper: Paper, edition: PlacedEdition, cards: Mapping[str, Card]) -> None:
        """Take an edition whose articles have these cards."""
        if bench.context.faces is None:
            raise ValueError("a paper without fonts can't be printed")
        self._bench = bench
        self._faces = bench.context.faces
        self._paper = paper
        self._edition = edition
        self._cards = cards
        self._language = paper.language(edition.copy)
        self._words = words_of(self._language)
        self._files = self._pictures(edition)
        release = comes_out(edition.copy, paper.newspaper.timezone)
        self.stories = [
            ()
            if placed.page.facsimile
            else print_stories(paper, edition, placed, cards, self._words, release=release, file_of=self._file_of)
            for placed in edition.pages
        ]
        """Each page's own stories."""
        self.jumps = Jumps(edition, paper.newspaper.paper, self.stories)

    @property
    def moment(self) -> int:
        """The edition's day, as the time at which its files were made (seconds since 1970)."""
        day = self._edition.ref.date
        return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())

    def document(self, order: int | None = None) -> Document:
        """What a page's document says of itself; with no page, the whole edition's."""
        page = page_title(self._edition.pages[order].ref, self._language) if order is not None else ""
        title = edition_title(self._edition, self._bench.context.site, self._language)
        return Document(
            title=f"{page} – {title}" if page else title,
            author=self._paper.newspaper.publisher or self._bench.context.site.title,
            day=self._edition.ref.date,
            language=self._language,
            style=self._paper.newspaper.paper,
            families=self._faces.families,
        )

    def made_from(self, order: int, stories: Sequence[PrintStory]) -> str:
        """The digest of all that a page with these stories shows, but for the paper's own."""
        grid = self._edition.pages[order].page.grid
        onward = sorted(self._onward(order, stories).items())
        seen = self.document(order), self._frame(order), tuple(stories), onward, grid and grid.slots
        return fingerprint(self._bench.context.print_template, self._faces.digest, repr(seen))

    def house_of(self, order: int) -> str:
        """The digest of the paper's own on a page."""
        return fingerprint(repr(self._house(order)))

    def setting(self, order: int, stories: Sequence[PrintStory]) -> Callable[[Typesetter], Sheets]:
        """What sets a page with these stories, whose pictures lie ready then. It raises LayoutError."""
        for story in stories:
            for picture in story.pictures:
                self._lay_ready(picture.file)
        if self._drawn_title():
            self._bench.typesetter.put(self._drawn_title(), self._bench.context.drawn_title)
        ref = self._edition.pages[order].ref
        setting = partial(
            Setting,
            document=self.document(order),
            words=self._words,
            frame=partial(self._frame, order),
            house=self._house(order),
            page=self._edition.pages[order].page,
            number=ref.number,
            address=web_address(self._paper, ref.address),
            onward=self._onward(order, stories),
        )
        return lambda typesetter: setting(typesetter).sheets(stories)

    def whole(self, typesetter: Typesetter, pages: Mapping[int, Sequence[Json]]) -> bytes:
        """The edition as one PDF, with a bookmark for each page, from the sheets of those that were set.

        A page without sheets has a file of its own. Raises LayoutError.
        """

        def made(*, drawn: bool) -> bytes:
            sheets = [sheet for order, own in pages.items() for sheet in own or [self._facsimile(order, drawn=drawn)]]
            tagged = all(sheet.get("sheet", 0) == 0 for sheet in sheets)
            job = self.document().job("set", geometry(self._paper.newspaper.paper), pages=sheets)
            return typesetter.pdf(job, self.moment, tagged=tagged)

        try:
            return made(drawn=False)
        except LayoutError:
            if all(pages.values()):
                raise
            # A PDF that PDFium reads and Typst doesn't.
            return made(drawn=True)

    def _facsimile(self, order: int, *, drawn: bool) -> Json:
        """A page's own file, for the edition's PDF."""
        from broadsheet.publishing.facsimile_work import facsimile_json  # noqa: PLC0415 - see printing

        placed = self._edition.pages[order]
        name = page_title(placed.ref, self._language)
        own = self._paper.attachments[placed.page.facsimile.file if placed.page.facsimile else ""]
        return facsimile_json(self._bench, placed, own, name=name, alt=printed_alt(name, self._language), drawn=drawn)

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

    def _drawn_title(self) -> str:
        masthead = self._bench.context.site.masthead
        return f"pictures/{masthead.address.rpartition('/')[2]}" if masthead else ""

    def _onward(self, order: int, stories: Sequence[PrintStory]) -> dict[str, Onward]:
        """Where each story of a page goes on if it is too long."""
        refs = self._edition.page_refs
        return {
            story: Onward(refs[target].number, web_address(self._paper, refs[target].address), target)
            for story, target in self.jumps.targets(order, [story.id for story in stories]).items()
        }

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
