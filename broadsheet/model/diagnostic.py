"""What is wrong with the copy, as a value."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from broadsheet.model.place import Place


class Severity(StrEnum):
    """How bad a diagnostic is: an error keeps the old paper up, a warning doesn't."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One mistake: its code, what was found and expected, where, and what to type instead.

    `excerpt` is the line of source at `place`, so that a diagnostic can be shown without the file. `mend` is what to
    put in place of the stretch at `place` where that is certain, None where an editor must decide.
    """

    code: str
    message: str
    place: Place
    hint: str = ""
    excerpt: str = ""
    severity: Severity = Severity.ERROR
    mend: str | None = None

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """By file, line and column, then by code: the order in which an editor mends a file."""
        return (self.place.file, self.place.line, self.place.column, self.code, self.message)
