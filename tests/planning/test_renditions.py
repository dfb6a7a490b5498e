"""Which copies of a picture are published, and under which names."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.model.picture_file import PictureFile
from broadsheet.model.rights import Rights
from broadsheet.planning import renditions
from broadsheet.planning.renditions import CARD, MOVING, TALLEST, WIDTHS, Renditions, renditions_of

PHOTO = PictureFile("JPEG", 4000, 3000)
RIGHTS = Rights(creator="李某")


def name(
    file: PictureFile = PHOTO,
    rights: Rights = RIGHTS,
    *,
    digest: str = "1" * 64,
    focus: str = "",
    card: bool = True,
    page: bool = False,
) -> str:
    return renditions_of("content/a b/渡口 头班船.JPG", digest, file, rights, focus, card=card, page=page).name


@given(st.integers(1, 20_000), st.integers(1, 20_000))
def test_no_copy_is_wider_than_the_picture_and_each_is_worth_its_while(width: int, height: int) -> None:
    made = renditions_of("a.jpg", "", PictureFile("JPEG", width, height), RIGHTS, "", card=True)
    assert list(made.widths) == sorted(set(made.widths))
    assert made.widths[-1] == made.width == min(width, WIDTHS[-1], max(TALLEST * width // height, 1))
    assert len(made.widths) <= len(WIDTHS)
    assert abs(made.height * width - made.width * height) <= max(width, height) or made.height == 1
    assert made.card_size[0] <= CARD[0]
    assert all(side >= 1 for side in made.card_size)


def test_names_tell_the_file_and_all_that_its_copies_are_made_from() -> None:
    assert name().startswith("/files/渡口-头班船.")
    assert name() == name()
    others = [
        name(digest="2" * 64),
        name(rights=replace(RIGHTS, credit="社")),
        name(rights=replace(RIGHTS, acquire="https://example.org/")),
        name(focus="10% 10%"),
        name(card=False),
    ]
    assert len({name(), *others}) == 6


def test_each_page_of_a_pdf_has_a_name_of_its_own() -> None:
    assert len({name(PictureFile("PDF", 3000, 4000, sheet=sheet)) for sheet in (1, 2, 12)}) == 3


def test_other_widths_have_other_names(monkeypatch: pytest.MonkeyPatch) -> None:
    before = name()
    monkeypatch.setattr(renditions, "WIDTHS", (500, 2400))
    assert name() != before


def test_only_the_crop_depends_on_the_point_of_interest() -> None:
    assert name(card=False, focus="10% 10%") == name(card=False)


@pytest.mark.parametrize(
    ("file", "formats"),
    [
        (PHOTO, ("avif", "webp", "jpg")),
        (replace(PHOTO, transparent=True), ("avif", "webp")),
        (replace(PHOTO, frames=3), ("webp",)),
    ],
)
def test_the_last_format_is_one_that_every_browser_shows(file: PictureFile, formats: tuple[str, ...]) -> None:
    made = renditions_of("a.png", "", file, RIGHTS, "", card=True)
    assert made.formats == formats
    assert made.widest == f"{made.name}.{made.width}.{formats[-1]}"
    assert made.card == f"{made.name}.card.jpg"
    assert made.addresses[-1] == made.card
    assert made.still == (f"{made.name}.still.webp" if file.frames > 1 else "")
    assert (made.still in made.addresses) == (file.frames > 1)
    assert made.width <= (MOVING if file.frames > 1 else WIDTHS[-1])


def test_without_a_crop_there_is_no_address_of_one() -> None:
    made = Renditions("/files/a.0", 360, 240, (360,), ("avif", "webp", "jpg"))
    assert made.card == ""
    assert made.addresses == ("/files/a.0.360.avif", "/files/a.0.360.webp", "/files/a.0.360.jpg")
