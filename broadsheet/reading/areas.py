"""The areas of stories on a page's own file: polygons as editors and other systems write them.

A polygon is numbers, two a corner, whatever stands between them: `0,0 812,0 812,600`, the `coords` of an HTML map
(`0,0,812,0,812,600`), a list of pairs. Numbers may be percentages.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from broadsheet.model.facsimile import Area, crosses, encloses
from broadsheet.model.place import Place
from broadsheet.reading.field_types import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from broadsheet.reading.placed import Path, Placed

MOST_CORNERS: Final = 200
"""Corners of a polygon; a story that goes round ten others has forty."""
_LEAST: Final = 3
_NUMBER: Final = re.compile(r"([-+]?(?:\d{1,7}(?:\.\d{0,24})?|\.\d{1,24}))(%?)")
_BETWEEN: Final = " \t\n,;()[]，；（）"

_Number = tuple[float, Place]


def read_areas(placed: Placed, areas: Mapping[str, Any], path: Path) -> tuple[Area, ...]:
    """The areas under a key, in the order in which they are typed; a story may have several. Faults are reported."""
    return tuple(area for slug, value in areas.items() for area in _areas(placed, slug, value, (*path, slug)))


def _areas(placed: Placed, slug: str, value: object, path: Path) -> Iterator[Area]:
    """The polygons of one story: a list is several if what is in it are polygons themselves."""
    parts = [(item, (*path, at)) for at, item in enumerate(value)] if isinstance(value, list) else []
    found = [_numbers(placed, item, where) for item, where in parts]
    if not any(numbers and len(numbers) >= 2 * _LEAST for numbers in found):
        parts, found = [(value, path)], [_numbers(placed, value, path)]
    for (item, where), numbers in zip(parts, found, strict=True):
        place = placed.place(where)
        if numbers is None or len(numbers) % 2:
            hint = "a corner is two numbers: 0,0 812,0 812,600 0,600"
            placed.report("wrong-type", f"expected corners, found {shown(item)}", place, hint)
            continue
        area = _area(placed, slug, numbers, placed.keys.get(path, place))
        count = len(area.corners)
        if not _LEAST <= count <= MOST_CORNERS:
            hint = f"a polygon has three or more, and {MOST_CORNERS} at most"
            placed.report("area-corners", f'the area of "{slug}" has {count} corners', place, hint)
        elif crosses(area.corners):
            hint = "give its corners in their order, once round the story"
            placed.report("area-crossing", f'the sides of the area of "{slug}" cross one another', place, hint)
        elif not encloses(area.corners):
            hint = "its corners are all on one line"
            placed.report("area-corners", f'the area of "{slug}" encloses nothing', place, hint)
        else:
            yield area


def _area(placed: Placed, slug: str, numbers: list[_Number], place: Place) -> Area:
    pairs = list(zip(numbers[::2], numbers[1::2], strict=True))
    if len(pairs) > _LEAST and (pairs[0][0][0], pairs[0][1][0]) == (pairs[-1][0][0], pairs[-1][1][0]):
        # Some systems come back to the first corner in the end.
        pairs.pop()
    corners = tuple((x, y) for (x, _), (y, _) in pairs)
    typed = tuple(_together(first, last) for (_, first), (_, last) in pairs)
    return Area(slug, corners, place, placed.excerpt(place), tuple((where, placed.excerpt(where)) for where in typed))


def _numbers(placed: Placed, value: object, path: Path) -> list[_Number] | None:
    """All numbers of a text or of lists of texts, each with its place; None where something else stands among them."""
    if isinstance(value, list):
        found: list[_Number] = []
        for at, item in enumerate(value):
            numbers = _numbers(placed, item, (*path, at))
            if numbers is None:
                return None
            found += numbers
        return found
    if not isinstance(value, str):
        return None
    place = placed.place(path)
    line = placed.excerpt(place)
    begin = line.find(value, place.column - 1)
    found = []
    at = 0
    for number in _NUMBER.finditer(value):
        if value[at : number.start()].strip(_BETWEEN) or (found and at == number.start()):
            return None
        at = number.end()
        where = Place(place.file, place.line, begin + number.start() + 1, at - number.start()) if begin >= 0 else place
        found.append((float(number[1]) / (100 if number[2] else 1), where))
    return None if value[at:].strip(_BETWEEN) or not found else found


def _together(first: Place, last: Place) -> Place:
    """The place of a corner: from its first number to its second, if they are on one line."""
    if last.line != first.line or last.column < first.column:
        return first
    return Place(first.file, first.line, first.column, last.column + last.length - first.column)
