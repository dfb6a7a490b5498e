"""What every step of a build works with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from broadsheet.publishing.context import Bench, Context
    from broadsheet.publishing.crew import Crew
    from broadsheet.publishing.ledger import Ledger
    from broadsheet.publishing.progress import Progress
    from broadsheet.publishing.stage import Stage


@dataclass(frozen=True, slots=True)
class Tools:
    """The build's context, packed as orders take it along, and who and what its steps turn to.

    `prints` is how many editions are printed at most, None for all.
    """

    context: Context
    packed: bytes
    bench: Bench
    stage: Stage
    ledger: Ledger
    crew: Crew
    progress: Progress
    prints: int | None = None


class Step:
    """A step of a build, with its tools at hand."""

    def __init__(self, tools: Tools) -> None:
        """Take what it works with."""
        self._context = tools.context
        self._packed = tools.packed
        self._bench = tools.bench
        self._stage = tools.stage
        self._ledger = tools.ledger
        self._crew = tools.crew
        self._progress = tools.progress

    def _made_from(self, unit: str) -> str:
        """What a unit that stands was made from; "" for none."""
        rows = self._ledger.rows("SELECT made_from FROM units WHERE unit = ?", (unit,))
        return rows[0][0] if rows else ""
