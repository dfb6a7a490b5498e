"""Whether all that was published still stands as it was left: files are looked at, and read only where times differ."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from broadsheet.publishing.crew import processes
from broadsheet.publishing.shelf import LocalShelf
from broadsheet.publishing.stage import units_at_fault

if TYPE_CHECKING:
    from collections.abc import Iterable
    from concurrent.futures import ProcessPoolExecutor

    from broadsheet.publishing.ledger import Ledger
    from broadsheet.publishing.shelf import Shelf

ENOUGH = 20_000
"""Outputs below which other processes cost more than they save: a look at 20,000 files takes 0.1 s."""
CHUNK = 2_000
"""Outputs that a process looks at in one go."""
Row = tuple[str, str]
"""A unit and its outputs, as the ledger keeps them."""


@dataclass(slots=True)
class Verification:
    """A look at the outputs that is under way."""

    ledger: Ledger
    found: Iterable[list[tuple[str, str | None]]]

    def units(self) -> frozenset[str]:
        """The units that must be made again; where only times differ, the ledger notes them."""
        rows = [row for rows in self.found for row in rows]
        retimed = ((text, unit) for unit, text in rows if text is not None)
        self.ledger.write("UPDATE units SET outputs = ? WHERE unit = ?", retimed)
        return frozenset(unit for unit, text in rows if text is None)


def lookers(ledger: Ledger, workers: int) -> ProcessPoolExecutor | None:
    """Processes to look at what stands, where there is much of it."""
    return processes(workers) if ledger.count() >= ENOUGH and workers > 1 else None


def verify(ledger: Ledger, output: Shelf, pool: ProcessPoolExecutor | None) -> Verification:
    """Begin to look at every output: in the processes of a `pool`, if there is one."""
    cut_off: list[tuple[str, str | None]] = [
        (unit, None) for (unit,) in ledger.rows("SELECT unit FROM units WHERE made_from = ''")
    ]
    units = ledger.stream("SELECT unit, outputs, count FROM units WHERE made_from != ''")
    if pool is None or not isinstance(output, LocalShelf):
        return Verification(ledger, [cut_off, units_at_fault(output, (row[:2] for row in units))])
    found = [pool.submit(units_at_fault, output, chunk) for chunk in _chunks(units)]
    return Verification(ledger, chain([cut_off], (future.result() for future in found)))


def _chunks(units: Iterable[tuple[str, str, int]]) -> Iterable[list[Row]]:
    chunk: list[Row] = []
    count = 0
    for unit, outputs, number in units:
        chunk.append((unit, outputs))
        count += number
        if count >= CHUNK:
            yield chunk
            chunk, count = [], 0
    yield chunk
