"""A gallery's make-up: which pictures stand side by side."""

from __future__ import annotations

from broadsheet.planning.views import Figure
from broadsheet.rendering.gallery import bands

SHAPES = {"-": (3000, 2000), "|": (2000, 3000), "o": (2000, 2000), "=": (4000, 1500), "!": (800, 2000), "?": (0, 0)}


def made_up(drawn: str) -> str:
    """The bands of a gallery, given and shown by the shapes of its pictures: lying, standing, square, wide, narrow."""
    pictures = [Figure(str(number), *SHAPES[shape], "") for number, shape in enumerate(drawn)]
    made = bands(pictures)
    assert [cell.figure for band in made for cell in band] == pictures
    return " ".join("".join(drawn[int(cell.figure.address)] for cell in band) for band in made)


def test_a_band_is_about_twice_as_wide_as_high_or_more() -> None:
    assert made_up("----") == "-- --"
    assert made_up("-||-") == "-| |-"
    assert made_up("||||||") == "||| |||"
    assert made_up("oo-o") == "oo -o"


def test_a_very_wide_or_narrow_picture_has_a_band_for_itself() -> None:
    assert made_up("--=--!--") == "-- = -- ! --"


def test_what_is_left_over_stands_alone_if_it_is_wide_enough() -> None:
    assert made_up("---") == "-- -"
    assert made_up("--|") == "--|"
    assert made_up("--o=") == "--o ="
    assert made_up("=|") == "= |"
    assert made_up("|") == "|"
    assert made_up("") == ""


def test_pictures_of_a_band_share_its_width_by_their_shapes() -> None:
    lying, standing, wide = (Figure("", *SHAPES[shape], "") for shape in "-|=")
    (first, second), (alone,) = bands([lying, standing, wide])
    assert [(cell.shape, cell.share) for cell in (first, second, alone)] == [("ar30", 0.698), ("ar13", 0.302), ("", 1)]
    assert [cell.shape for cell in bands([Figure("", 0, 0, "")] * 2)[0]] == ["ar30", "ar30"]
