"""What keeps a paper back, as live.js shows it over the open page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from broadsheet.model.diagnostic import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadsheet.model.diagnostic import Diagnostic

EDITOR = "vscode://file{file}:{line}:{column}"
"""The address that Visual Studio Code opens a file by; `{file}` is its whole path, with `/` at the beginning."""
MOST = 20
"""Errors that are shown at once: who mends them sees the rest."""


def faults_of(diagnostics: Sequence[Diagnostic], editor: str) -> list[dict[str, Any]]:
    """The errors among `diagnostics`: where, message, hint, the line of source, and what of it is at fault.

    `open` is the address that opens the place in an editor: `editor` with `{file}`, `{line}` and `{column}` filled in.
    """
    errors = [diagnostic for diagnostic in diagnostics if diagnostic.severity is Severity.ERROR]
    return [_fault(diagnostic, editor) for diagnostic in errors[:MOST]]


def _fault(diagnostic: Diagnostic, editor: str) -> dict[str, Any]:
    place = diagnostic.place
    where = ":".join([place.file, *(str(number) for number in (place.line, place.column) if number)])
    file = Path(place.file).absolute()
    begin = max(place.column - 1, 0)
    return {
        "where": where,
        "open": editor.format(file=quote(file.as_posix()), line=max(place.line, 1), column=max(place.column, 1)),
        "message": f"{diagnostic.message} [{diagnostic.code}]",
        "hint": diagnostic.hint,
        "excerpt": diagnostic.excerpt if place.column else "",
        "from": begin,
        "to": begin + place.length,
    }
