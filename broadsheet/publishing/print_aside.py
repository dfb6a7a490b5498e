"""The files of pages that were set, made in another thread while the next page is set."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Self

from broadsheet.publishing.print_files import page_files, proof_files
from broadsheet.rendering.printed.areas import areas_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from broadsheet.model.edition import EditionKey
    from broadsheet.planning.printed_page import PrintedPage
    from broadsheet.publishing.context import Bench
    from broadsheet.publishing.print_sheets import Sheets
    from broadsheet.publishing.stage import Tray
    from broadsheet.rendering.printed.job import Document

AT_WORK = 1
"""Pages whose files are being made when the next page's are given to be: each has some megabytes of drawings."""


class PageFiles:
    """The files of an edition's pages. Typst, PDFium and the encoders let go of Python while they are at work."""

    def __init__(self, bench: Bench, tray: Tray, edition: EditionKey, moment: int) -> None:
        """Put into `tray` what is said to be made at a `moment` of Unix time."""
        self._bench = bench
        self._tray = tray
        self._edition = edition
        self._moment = moment
        self._at_work: dict[int, tuple[str, PrintedPage, Future[dict[str, bytes]]]] = {}
        self._thread = ThreadPoolExecutor(1)

    def __enter__(self) -> Self:
        """Itself, its thread not begun."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the thread."""
        self._thread.shutdown(cancel_futures=True)

    def begin(self, order: int, address: str, document: Document, sheets: Sheets, printed: PrintedPage) -> None:
        """Have a page's files made; `order` is its place in the edition, `address` its own."""
        context = self._bench.context
        make: Callable[[], dict[str, bytes]] = partial(proof_files, printed)
        if not context.thorough:
            setter = self._bench.typesetter.beside
            words = partial(page_files, moment=self._moment, credit=context.site.title)
            make = partial(words, setter, document, sheets, printed)
        self._at_work[order] = (address, printed, self._thread.submit(make))

    def ended(self, leave: int = 0) -> Iterator[tuple[int, tuple[tuple[str, str], ...]]]:
        """(order, its files with their SHA-256) of pages, until so many are left at work. Raises LayoutError."""
        while len(self._at_work) > leave:
            order = next(iter(self._at_work))
            address, printed, made = self._at_work.pop(order)
            outputs = {**made.result(), f"{address}areas.json": areas_json(printed, self._edition)}
            paths = [name.lstrip("/") for name in outputs]
            for path, data in zip(paths, outputs.values(), strict=True):
                self._tray.put(path, data)
            yield order, tuple((path, self._tray.outputs[path][0]) for path in paths)
