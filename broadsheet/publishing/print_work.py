"""The printed pages of an edition: a part of its job. A page is set again only when something on it changed.

Several are set at once, each as soon as it is known what of other pages goes on on it. The files of a page are made
once it is set, and the edition's PDF once all are.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from broadsheet.publishing.fingerprint import fingerprint
from broadsheet.publishing.hands import Hands
from broadsheet.publishing.print_desk import PrintDesk
from broadsheet.publishing.print_files import page_files, printed_page, proof_files
from broadsheet.publishing.print_findings import print_findings
from broadsheet.publishing.print_records import PrintRecord, made_of
from broadsheet.rendering.layout_error import LayoutError
from broadsheet.rendering.printed.areas import areas_json

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from broadsheet.planning.paper import Paper
    from broadsheet.planning.placement import PlacedEdition
    from broadsheet.planning.printed.measured import PrintStory
    from broadsheet.planning.views import Card
    from broadsheet.publishing.context import Bench
    from broadsheet.publishing.print_records import PrintMade
    from broadsheet.publishing.print_sheets import Sheets
    from broadsheet.publishing.stage import Tray
    from broadsheet.publishing.typesetter import Typesetter

WAITING = 3
"""Pages that were set and wait for their files while others are set: each has some megabytes of drawings."""


class EditionPrint:
    """The printing of one edition; its pages are named by their places in it."""

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
        self._bench = bench
        self._edition = edition
        self._tray = tray
        self._known = {record.page: record for record in known}
        self._desk = PrintDesk(bench, paper, edition, cards)
        pages = [*enumerate(edition.pages)]
        self._records = {n: own[p.ref.number] for n, p in pages if p.page.facsimile and p.ref.number in own}
        self._to_set = [n for n, p in pages if not p.page.facsimile]
        self._in_hand: set[int] = set()
        self._to_file: list[int] = []
        self._sheets: dict[int, Sheets] = {}
        self._whole: PrintRecord | None = None
        self._to_set_again: list[int] | None = None
        self._is_bound = False

    def make(self, threads: int) -> PrintMade:
        """Set the pages that changed, and the edition. A fault of the template is a diagnostic, and ends it."""
        try:
            with Hands(self._bench.typesetters, threads) as hands:
                while True:
                    while hands.are_free and self._begin(hands):
                        pass
                    if not hands.are_busy:
                        break
                    hands.take()
        except LayoutError as error:
            return replace(made_of(()), diagnostics=(error.diagnostic,))
        whole = [self._whole] if self._whole else []
        return made_of((*(self._records[order] for order in sorted(self._records)), *whole))

    def _begin(self, hands: Hands) -> bool:
        """Do what is next, or have it done by somebody who is free; whether there was anything."""
        ready = (n for n in self._to_set if self._records.keys() >= {*self._desk.jumps.sources(n)})
        order = next(ready, None) if len(self._to_file) < WAITING else None
        is_set = not self._to_set and not self._in_hand
        if order is not None:
            self._to_set.remove(order)
            self._page(order, hands)
        elif is_set and self._to_set_again is None:
            self._to_set_again = self._plan_whole()
        elif self._to_set_again:
            self._set(self._to_set_again.pop(0), hands, lambda _: None)
        elif is_set and not self._is_bound:
            self._is_bound = True
            self._bind(hands)
        elif self._to_file:
            self._file(self._to_file.pop(0), hands)
        else:
            return False
        return True

    def _page(self, order: int, hands: Hands) -> None:
        """A page, kept if nothing on it changed."""
        number = self._edition.pages[order].ref.number
        made_from = self._desk.made_from(order, self._stories(order))
        known = self._known.get(number)
        same = known and known.made_from == made_from and known.house in {"", self._desk.house_of(order)}
        if known and same and self._kept(known):
            self._records[order] = known
            return

        def then(sheets: Sheets) -> None:
            address = self._edition.pages[order].ref.address
            printed = printed_page(sheets, f"{address}{address.rstrip('/').rpartition('/')[2]}")
            told = tuple(print_findings(sheets, self._edition.copy.articles, number))
            house = self._desk.house_of(order) if any(sheets.house) else ""
            self._records[order] = PrintRecord(number, made_from, (), house, printed, sheets.tails, told)
            self._to_file.append(order)

        self._set(order, hands, then)

    def _set(self, order: int, hands: Hands, then: Callable[[Sheets], None]) -> None:
        """Have a page set."""
        self._in_hand.add(order)

        def take(sheets: Sheets) -> None:
            self._in_hand.remove(order)
            self._sheets[order] = sheets
            then(sheets)

        hands.begin(self._desk.setting(order, self._stories(order)), take)

    def _stories(self, order: int) -> Sequence[PrintStory]:
        """The stories on a page: its own, and what goes on there of those of others."""
        tails = (tail for n in self._desk.jumps.sources(order) for at, tail in self._records[n].tails if at == order)
        return (*self._desk.stories[order], *tails)

    def _file(self, order: int, hands: Hands) -> None:
        """Have the files of a page made that was set."""
        sheets, printed = self._sheets[order], self._records[order].printed
        if printed is None:
            raise ValueError("a page that wasn't set")
        # What the edition's PDF needs of them are not the drawings.
        self._sheets[order] = replace(sheets, drawings=())

        def made(typesetter: Typesetter) -> dict[str, bytes]:
            if context.thorough:
                return proof_files(printed)
            document = self._desk.document(order)
            return page_files(
                typesetter, document, sheets, printed, moment=self._desk.moment, credit=context.site.title
            )

        def take(files: dict[str, bytes]) -> None:
            areas = {f"{self._edition.pages[order].ref.address}areas.json": areas_json(printed, self._edition.copy.key)}
            outputs = [self._put(address, data) for address, data in (files | areas).items()]
            self._records[order] = replace(self._records[order], outputs=tuple(outputs))

        context = self._bench.context
        hands.begin(made, take)

    def _plan_whole(self) -> list[int]:
        """The pages that have to be set again for the edition's PDF; it may be as it was, or there may be none."""
        records = [self._records[order] for order in sorted(self._records)]
        self._is_bound = True
        if not any(record.printed for record in records):
            return []
        made_from = fingerprint(*(record.made_from + record.house for record in records))
        known = self._known.get("")
        if known and known.made_from == made_from and self._kept(known):
            self._whole = known
            return []
        self._whole = PrintRecord("", made_from, ())
        if self._bench.context.thorough:
            self._take_whole(b"")
            return []
        self._is_bound = False
        return [n for n in self._records if not self._edition.pages[n].page.facsimile and n not in self._sheets]

    def _bind(self, hands: Hands) -> None:
        """Have the edition's PDF made."""
        pages = {order: self._sheets[order].pages if order in self._sheets else () for order in sorted(self._records)}
        hands.begin(partial(self._desk.whole, pages=pages), self._take_whole)

    def _take_whole(self, data: bytes) -> None:
        key, address = self._edition.copy.key, self._edition.ref.address
        path = f"{address}{key.date}{address.rstrip('/').rpartition('/')[2][2:]}.pdf"
        if self._whole:
            self._whole = replace(self._whole, outputs=(self._put(path, data),))

    def _put(self, address: str, data: bytes) -> tuple[str, str]:
        """Put a file on the tray; its path and SHA-256."""
        path = address.lstrip("/")
        self._tray.put(path, data)
        return path, self._tray.outputs[path][0]

    def _kept(self, record: PrintRecord) -> bool:
        """Whether all files of a record stand as they were left; then they are the edition's.

        Who only looks for what is wrong needs no more of them than their names.
        """
        if self._bench.context.thorough:
            for path, _ in record.outputs:
                self._tray.put(path, b"")
            return True
        return all(self._tray.keep(path, digest) for path, digest in record.outputs)
