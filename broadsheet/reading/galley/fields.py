"""The texts of the front matter that readers read, each where it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from broadsheet.model.galley import Passage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadsheet.reading.placed import Path, Placed

READ = ("kicker", "title", "subtitle", "dateline", "summary")
READ_OF_IMAGES = ("alt", "caption", "credit")


def read_fields(placed: Placed, matter: str) -> Iterator[Passage]:
    """The passages of a front matter, which `matter` ends with; the lines of a headline are one."""
    data = placed.data if isinstance(placed.data, dict) else {}
    starts = [0]
    for line in placed.lines:
        starts.append(starts[-1] + len(line) + 1)
    for path, lines in _texts(data):
        parts: list[str] = []
        pieces: list[tuple[int, int]] = []
        length = 0
        for where, value in lines:
            place = placed.place(where)
            at = starts[max(place.line - 1, 0)] + max(place.column - 1, 0)
            for line in filter(None, (part.strip() for part in value.split("\n"))):
                at = matter.find(line, at)
                if at < 0:
                    break
                if parts:
                    pieces.append((length, max(at - 1, 0)))
                    parts.append("\n")
                    length += 1
                pieces.append((length, at))
                parts.append(line)
                length += len(line)
                at += len(line)
        if parts and path:
            yield Passage("".join(parts), tuple(pieces))


def _texts(data: dict[str, Any]) -> Iterator[tuple[Path, list[tuple[Path, str]]]]:
    """(its path, its lines with the path of each) of each text."""
    for key in READ:
        value = data.get(key)
        if isinstance(value, str):
            yield (key,), [((key,), value)]
        elif isinstance(value, list):
            yield (key,), [((key, number), item) for number, item in enumerate(value) if isinstance(item, str)]
    for key, keys in (("images", READ_OF_IMAGES), ("corrections", ("text",))):
        items = data.get(key)
        for number, item in enumerate(items if isinstance(items, list) else ()):
            for name in keys if isinstance(item, dict) else ():
                if isinstance(item.get(name), str):
                    path: Path = (key, number, name)
                    yield path, [(path, item[name])]
