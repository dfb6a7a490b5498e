"""Copies of pictures that were made once, kept for the day that the output folder is gone.

A file for each picture, named as its copies are: a ZIP (stored, not packed) of all of them. A file that was cut short
or has lost a bit, as its check sums say, counts as none.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from broadsheet.publishing import disk

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP can hold: the same copies make the same file."""


class PictureCache:
    """The copies in a folder."""

    def __init__(self, folder: Path) -> None:
        """Take the folder, which need not be there."""
        self._folder = folder

    def find(self, name: str, paths: Iterable[str]) -> dict[str, bytes] | None:
        """The copies of a picture at their paths below the output folder, in order; None if one of them isn't there."""
        try:
            with zipfile.ZipFile(io.BytesIO(disk.read(self._file(name)))) as kept:
                return {path: kept.read(path) for path in paths}
        except (OSError, KeyError, zipfile.BadZipFile):
            return None

    def keep(self, name: str, copies: Mapping[str, bytes]) -> None:
        """Keep all copies of a picture, by their paths below the output folder."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as kept:
            for path, data in copies.items():
                kept.writestr(zipfile.ZipInfo(path, EPOCH), data)
        beside = self._folder / f".{name}.new"
        disk.write(beside, out.getvalue())
        disk.move(beside, self._file(name))

    def drop(self, names: Iterable[str]) -> None:
        """Forget pictures that nobody shows any more."""
        for name in names:
            disk.remove(self._file(name), self._folder)

    def _file(self, name: str) -> Path:
        return self._folder / f"{name}.zip"
