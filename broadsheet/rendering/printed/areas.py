"""Where stories stand on a printed page: from the typeset page to polygons, and to the file that is published.

`areas.json` beside a page is for whoever wants to know: its edition and its sheets, each with the address of its
picture and its stories as polygons, in shares of the sheet's width and height from the upper left corner.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from broadsheet.planning.printed_page import PrintedArea

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadsheet.model.edition import EditionKey
    from broadsheet.planning.printed_page import PrintedPage
    from broadsheet.rendering.printed.job import Json


def areas_of(marks: Sequence[Json], sheets: Sequence[Json]) -> list[tuple[PrintedArea, ...]]:
    """The areas of each sheet, from the marks at the corners of every story."""
    corners: dict[tuple[int, str], dict[str, tuple[float, float]]] = {}
    for mark in marks:
        sheet = sheets[int(mark["page"]) - 1]
        x, y = mark["x"] / sheet["width"], mark["y"] / sheet["height"]
        corners.setdefault((int(mark["page"]), mark["story"]), {})[mark["corner"]] = (round(x, 5), round(y, 5))
    found: list[list[PrintedArea]] = [[] for _ in sheets]
    for (page, slug), at in corners.items():
        (left, top), (right, bottom) = at["start"], at["end"]
        found[page - 1].append(PrintedArea(slug, ((left, top), (right, top), (right, bottom), (left, bottom))))
    return [tuple(areas) for areas in found]


def areas_json(printed: PrintedPage, edition: EditionKey) -> bytes:
    """The file of a page's areas."""
    sheets = [
        {
            "picture": sheet.picture,
            "width": sheet.width,
            "height": sheet.height,
            "areas": [{"story": area.slug, "polygon": area.polygon} for area in sheet.areas],
        }
        for sheet in printed.sheets
    ]
    told = {"edition": edition.name, "pdf": printed.pdf, "sheets": sheets}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
