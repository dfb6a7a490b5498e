"""`check --fix`: what is certain is put right in the files, and nothing else of them is touched."""

from __future__ import annotations

import difflib
import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from broadsheet.publishing import disk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from broadsheet.model.diagnostic import Diagnostic

_LINE = re.compile("([^\r\n]*)(\r\n|\r|\n|\\Z)")


@dataclass(frozen=True, slots=True)
class Mended:
    """A file with its certain faults mended: as it was, as it is to be, and how many places differ.

    `file` is its name in diagnostics, `path` where it is.
    """

    file: str
    path: Path
    before: bytes
    after: bytes
    places: int

    def write(self) -> None:
        """Put the mended file in the old one's place at once. Raises OSError."""
        disk.replace_bytes(self.path, self.after)

    def diff(self) -> Iterator[str]:
        """The lines of a unified diff."""
        old, new = (
            [line + "\n" for line in re.split("\r\n|\r|\n", data.decode("utf-8-sig").rstrip("\r\n"))]
            for data in (self.before, self.after)
        )
        yield from difflib.unified_diff(old, new, self.file, self.file)


def mend(diagnostics: Iterable[Diagnostic], content: Path, shown: str) -> Iterator[Mended]:
    """Each file of the folder `content`, which diagnostics name `shown`, in which something is mended."""
    certain = [found for found in diagnostics if found.mend is not None]
    for file, group in groupby(sorted(certain, key=lambda found: found.sort_key), key=lambda found: found.place.file):
        path = content / file.removeprefix(f"{shown}/")
        before = disk.read(path)
        after, places = _mended(before, list(group))
        if places:
            yield Mended(file, path, before, after, places)


def _mended(data: bytes, found: list[Diagnostic]) -> tuple[bytes, int]:
    """The bytes with each stretch replaced, and how many were; what isn't there any more is left alone."""
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    lines = [[line[1], line[2]] for line in _LINE.finditer(data.removeprefix(mark).decode())]
    ending = next((end for _, end in lines if end), "\n")
    places = 0
    for diagnostic in reversed(found):
        row, place = diagnostic.place.line - 1, diagnostic.place
        line = lines[row][0] if row < len(lines) else ""
        # What is further right is mended already; up to here the line must be as it was when it was read.
        read = diagnostic.excerpt[: place.column - 1 + place.length]
        if not unicodedata.normalize("NFC", line).startswith(read):
            continue
        start, end = (_typed(line, column) for column in (place.column - 1, place.column - 1 + place.length))
        lines[row][0] = line[:start] + (diagnostic.mend or "").replace("\n", ending) + line[end:]
        places += 1
    return mark + "".join(line + end for line, end in lines).encode(), places


def _typed(line: str, column: int) -> int:
    """Where a column of a line, which counts composed characters, is in it as typed."""
    if unicodedata.is_normalized("NFC", line):
        return column
    return bisect_left(range(len(line)), column, key=lambda end: len(unicodedata.normalize("NFC", line[:end])))
