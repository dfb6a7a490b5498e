"""Areas as editors and other systems write them."""

from __future__ import annotations

import pytest

from broadsheet.model.facsimile import Area, encloses, on_page
from broadsheet.reading.edition import read_edition
from broadsheet.reading.source import Source

SQUARE = ((0.0, 0.0), (400.0, 0.0), (400.0, 300.0), (0.0, 300.0))
HALF = ((0.0, 0.0), (1.0, 0.0), (1.0, 0.5))


def read(areas: str) -> tuple[Area, ...]:
    text = f"date: 2025-04-16\npages:\n  - number: A05\n    image: a.jpg\n    areas:\n{areas}"
    edition, told = read_edition(Source("content/edition.yaml", text), "UTC")
    assert told == ()
    assert edition
    (facsimile,) = edition.facsimiles
    return facsimile.areas


@pytest.mark.parametrize(
    ("typed", "polygons"),
    [
        (" 0,0 400,0 400,300 0,300", [SQUARE]),
        (" 0,0,400,0,400,300,0,300", [SQUARE]),
        (" '0,0; 400,0; 400,300; 0,300'", [SQUARE]),
        (' "(0, 0), (400, 0), (400, 300), (0, 300)"', [SQUARE]),
        (" 0，0，400，0，400，300，0，300", [SQUARE]),
        (" [[0, 0], [400, 0], [400, 300], [0, 300]]", [SQUARE]),
        (' ["0,0", "400,0", "400,300", "0,300"]', [SQUARE]),
        (" [0, 0, 400, 0, 400, 300, 0, 300]", [SQUARE]),
        ("\n        - [0, 0]\n        - [400, 0]\n        - [400, 300]\n        - [0, 300]", [SQUARE]),
        # Back to the first corner.
        (" 0,0 400,0 400,300 0,300 0,0", [SQUARE]),
        (" 0,0 1,0 1,.5", [HALF]),
        (" 0%,0% 100%,0% 100%,50%", [HALF]),
        (" 0,0 1.0,0 1.0,0.500000000000000001", [HALF]),
        ("\n        - 0,0 400,0 400,300 0,300\n        - 0,0 1,0 1,0.5", [SQUARE, HALF]),
        (" [[[0, 0], [400, 0], [400, 300], [0, 300]], [[0, 0], [1, 0], [1, 0.5]]]", [SQUARE, HALF]),
    ],
)
def test_a_polygon_is_read_however_it_is_written(typed: str, polygons: list[object]) -> None:
    areas = read(f"      park:{typed}\n")
    assert [(area.slug, area.corners) for area in areas] == [("park", polygon) for polygon in polygons]


def test_stories_keep_the_order_in_which_they_are_typed() -> None:
    areas = read("      b: 0,0 1,0 1,1\n      一条河: 0,0 1,0 1,1\n      a: 0,0 1,0 1,1\n")
    assert [area.slug for area in areas] == ["b", "一条河", "a"]


def test_each_corner_has_its_place() -> None:
    (area,) = read("      park: 0,0 400,0 400,300\n")
    assert [(place.line, place.column, place.length) for place, _ in area.typed] == [
        (6, 13, 3),
        (6, 17, 5),
        (6, 23, 7),
    ]
    (area,) = read('      park:\n        - [0, 0]\n        - "400 0"\n        - [400, 300]\n')
    assert [(place.line, place.column, place.length) for place, _ in area.typed] == [
        (7, 12, 4),
        (8, 12, 5),
        (9, 12, 8),
    ]


def test_corners_are_brought_to_shares_of_the_page_and_onto_it() -> None:
    assert Area("a", SQUARE).shares((800.0, 600.0)) == ((0, 0), (0.5, 0), (0.5, 0.5), (0, 0.5))
    assert Area("a", HALF).shares((800.0, 600.0)) == HALF
    assert on_page(((-0.004, 0.25), (1.009, 1 / 3))) == ((0.0, 0.25), (1.0, 0.33333))


def test_what_a_polygon_encloses_is_known_whichever_way_it_goes_round() -> None:
    assert encloses(SQUARE) == encloses(SQUARE[::-1]) == 120_000
    assert encloses(((0, 0), (1, 1), (2, 2))) == 0
