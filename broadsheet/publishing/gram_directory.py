"""The gram directory of a build, merged from the lists of its bundles in memory bounded by a 256th of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadsheet.rendering.search.grams import DRAWERS, HEAD, drawer_place, merge_drawer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from broadsheet.rendering.search.grams import Shelf


def shelf_files(shelf: Shelf, lists: Sequence[Path]) -> Iterator[tuple[str, bytes]]:
    """(path below the output folder, bytes) of every bucket of `shelf`, from its bundles' lists, in their order.

    The same lists give the same bytes. Raises OSError where a list can't be read.
    """
    heads = [_read(path, 0, HEAD) for path in lists]
    for drawer in range(DRAWERS):
        places = [drawer_place(head, drawer) for head in heads]
        drawers = (_read(path, *place) for path, place in zip(lists, places, strict=True))
        for bucket, data in merge_drawer(drawers, drawer, shelf):
            yield shelf.address(bucket), data


def _read(path: Path, offset: int, length: int) -> bytes:
    with path.open("rb") as file:
        file.seek(offset)
        return file.read(length)
