"""Generated pages, set in the real type: nothing lost, nothing said twice, nothing out of place, no holes.

`BROADSHEET_PAGES=200 pytest tests/publishing/test_printed_pages.py` sets so many; a few are set each time.
"""

from __future__ import annotations

import os
import random
import re
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from broadsheet.model.edition import Page
from broadsheet.model.printed import PrintStyle
from broadsheet.planning.printed.copy import Block, Run, with_breaks
from broadsheet.planning.printed.measured import PrintPicture, PrintStory
from broadsheet.planning.printed.page import Frame, House, HousePage, HouseStory
from broadsheet.publishing.print_sheets import Onward, Setting
from broadsheet.publishing.settings import HOUSE
from broadsheet.publishing.typefaces import typefaces
from broadsheet.publishing.typesetter import Typesetter
from broadsheet.rendering.printed.fault import TEMPLATE
from broadsheet.rendering.printed.frames import words_of
from broadsheet.rendering.printed.job import Document, with_ends

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from broadsheet.planning.printed_page import PrintedArea
    from broadsheet.publishing.print_sheets import Sheets

PAGES = int(os.environ.get("BROADSHEET_PAGES", "8"))
HOLES = 0.06
"""The share of the type area that may be empty."""
SIZES = ((390.0, 540.0), (270.0, 390.0), (297.0, 420.0))
JUMPS = r"\((?:continued|see page)[^)]*\)|（(?:下转|上接)[^）]*）"
HAN = [chr(code) for code in range(0x4E00, 0x5200)]
HEAD = [chr(code) for code in range(0x7000, 0x7100)]
PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><rect width="90" height="60" fill="#ccc"/></svg>'
)


ELSEWHERE = tuple(
    HousePage(f"A0{number}", "", tuple(HouseStory(f"QUAY {letter}", "", "RIVER AND SHIP " * 4) for letter in "QRSTU"))
    for number in (1, 2, 3, 4)
)
HOUSE_OWN = House(
    *("", "PAPER", "", (), "INDEX", ELSEWHERE, 16, "2025"),
    of_day=("WED",),
    weekdays=tuple("MTWTFSS"),
    weeks=tuple(tuple(range(first, first + 7)) for first in (1, 8, 15, 22)),
)


@dataclass(frozen=True)
class Case:
    """A page to set: its stories, its paper and its language."""

    stories: tuple[PrintStory, ...]
    style: PrintStyle
    language: str


def copy(chance: random.Random, length: int, language: str) -> tuple[Block, ...]:
    """Paragraphs of so many characters, crossheads among them; what is said is told apart from heads by its letters."""
    blocks: list[Block] = []
    left = length
    while left > 0:
        size = min(left, chance.choice((30, 80, 150, 260, 700)))
        left -= size
        if language == "en":
            words = []
            while size > 0:
                words.append("".join(chance.choices("abcdefghijklmnop", k=chance.randint(2, 11))))
                size -= len(words[-1]) + 1
            text = " ".join(words) + "."
        else:
            text = "".join(
                "，" if chance.random() < 0.06 and n else "AI2027" if chance.random() < 0.01 else chance.choice(HAN)
                for n in range(size)
            )
        if blocks and chance.random() < 0.15:
            blocks.append(Block("head", (Run("".join(chance.choices(HAN if language != "en" else "bcd", k=8))),)))
        blocks.append(with_breaks(Block("p", (Run(text),))))
    return tuple(blocks)


def case(number: int) -> Case:
    chance = random.Random(number)
    language = "en" if number % 4 == 3 else "zh-Hans"
    width, height = SIZES[number % 3]
    pictures = chance.randint(0, 5)
    count = chance.randint(3, 14)
    stories = []
    for order in range(count):
        letters: Sequence[str] = HEAD if language != "en" else "ABCDE FGHIJ "
        title = "".join(chance.choices(letters, k=chance.randint(6, 22))).strip() or "A"
        own = 1 if pictures and chance.random() < 0.5 else 0
        pictures -= own
        picture = PrintPicture(
            "pictures/a.svg", 90, chance.choice((60, 120)), "A", "图" if language != "en" else "X", ""
        )
        blocks = copy(chance, chance.randint(80, 3000), language)
        stories.append(
            PrintStory(
                id=f"story-{order}",
                language=language,
                size="lead" if order == 0 else chance.choice(("major", "minor", "minor", "brief")),
                title=(title,),
                kicker="",
                subtitle="".join(chance.choices(letters, k=9)).strip() if chance.random() < 0.3 else "",
                byline="",
                address=f"https://news.example.org/{order}/",
                blocks=blocks,
                pictures=(picture,) * own,
                pictured=bool(own),
            )
        )
    return Case(tuple(stories), PrintStyle(width=width, height=height), language)


@cache
def setter(folder: Path, language: str) -> Typesetter:
    faces, told = typefaces(PrintStyle(), language, folder, "content")
    assert told == []
    typesetter = Typesetter((HOUSE / "layouts" / TEMPLATE).read_text(encoding="utf-8"), "layouts", faces, folder)
    typesetter.put("pictures/a.svg", PICTURE.encode())
    return typesetter


def setting(folder: Path, case: Case, onward: dict[str, Onward] | None = None, page: Page | None = None) -> Setting:
    typesetter = setter(folder / case.language, case.language)
    faces, _ = typefaces(case.style, case.language, folder, "content")
    document = Document("A05", "Paper", date(2025, 4, 16), case.language, case.style, faces.families)

    def frame(sheet: int) -> Frame:
        return Frame(f"A05 {sheet}", "A05", "", "2025", recto=True, masthead=None, foot=("A",))

    words = words_of(case.language)
    return Setting(typesetter, document, words, frame, HOUSE_OWN, page or Page("A05"), "A05", "", onward or {})


def said(text: str, language: str) -> str:
    """What of a text is copy."""
    text = re.sub(JUMPS, "", text.replace("\r\n", " ").replace("\n", " "))
    return "".join(re.findall(r"[a-p]" if language == "en" else r"[\u4e00-\u51ff，AI027]", text))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("print")


@pytest.mark.parametrize("number", range(PAGES))
def test_a_page_holds_all_its_copy_once_each_story_in_its_place_and_no_holes(folder: Path, number: int) -> None:
    page = case(number)
    sheets = setting(folder, page).sheets(page.stories)
    typesetter = setter(folder / page.language, page.language)
    document = setting(folder, page).document
    pdf = typesetter.pdf(document.job("set", sheets.geometry, pages=sheets.pages), 0)
    assert max(sheets.empty) <= HOLES, sheets.empty
    for story in page.stories:
        typed = said(" ".join(block.text for block in story.blocks), page.language)
        assert said(text_in(pdf, sheets.areas, story.id), page.language) == typed, story.id
    assert sheets.left_out == ()


@pytest.mark.parametrize("length", [300, 900, 1800, 2700, 3600])
@pytest.mark.parametrize("size", SIZES)
def test_little_copy_makes_a_small_page_not_an_empty_one(folder: Path, size: tuple[float, float], length: int) -> None:
    chance = random.Random(length)
    shares = (0.5, 0.3, 0.2) if length > 1000 else (1.0,)
    stories = tuple(
        replace(
            case(0).stories[0], id=f"story-{n}", blocks=copy(chance, round(length * share), "zh-Hans"), pictured=False
        )
        for n, share in enumerate(shares)
    )
    page = Case(tuple(replace(story, pictures=()) for story in stories), PrintStyle(*size), "zh-Hans")
    sheets = setting(folder, page).sheets(page.stories)
    ((sheet,), (house,), (empty,)) = (sheets.pages, sheets.house, sheets.empty)
    assert empty <= HOLES
    # Of a whole sheet: half a one counts half.
    assert house * sheet["height"] / sheets.geometry.height <= 0.36


def text_in(pdf: bytes, areas: Sequence[Sequence[PrintedArea]], slug: str) -> str:
    """The text that a PDF has inside a story's polygons."""
    found = []
    document = pypdfium2.PdfDocument(pdf)
    for sheet, on_it in zip(document, areas, strict=True):
        width, height = sheet.get_size()
        for area in on_it:
            if area.slug == slug:
                (left, top), _, (right, bottom), _ = area.polygon
                found.append(
                    sheet.get_textpage().get_text_bounded(
                        left * width - 1, height - bottom * height - 3, right * width + 3, height - top * height + 1
                    )
                )
    return " ".join(found)


def test_what_has_no_room_goes_on_where_it_is_said_to(folder: Path) -> None:
    page = case(0)
    long = replace(page.stories[0], blocks=copy(random.Random(1), 30_000, "zh-Hans"))
    onward = {long.id: Onward("A06", "https://news.example.org/A06/", 3)}
    sheets = setting(folder, page, onward).sheets((long,))
    assert len(sheets.pages) == 1
    ((target, tail),) = sheets.tails
    assert target == 3
    assert tail.origin == "（上接A05版）"
    assert sheets.overset == ()
    shown = "".join(block.text for block in long.blocks)
    assert shown.endswith("".join(block.text for block in tail.blocks))
    assert sheets.pages[0]["stories"][0]["jump"]["text"] == "（下转A06版）"


def test_what_has_no_room_anywhere_is_counted(folder: Path) -> None:
    page = case(0)
    long = replace(page.stories[0], blocks=copy(random.Random(1), 12_000, "zh-Hans"))
    sheets: Sheets = setting(folder, page).sheets((long,))
    ((slug, over),) = sheets.overset
    assert slug == long.id
    first = sheets.pages[0]["stories"][0]
    assert 0 < over < 12_400
    assert first["jump"]["text"] == "（下转续页）"
    assert sheets.pages[1]["stories"][0]["from"] == "（上接前页）"


@pytest.mark.parametrize("number", [0, 3])
def test_a_page_is_set_again_as_it_was_without_looking_for_the_ends_of_lines(folder: Path, number: int) -> None:
    page = case(number)
    long = replace(page.stories[0], blocks=copy(random.Random(1), 6_000, page.language))
    setting_of = setting(folder, page)
    sheets = setting_of.sheets((long, *page.stories[1:]))
    pieces = [piece for sheet in sheets.pages for story in sheet["stories"] for piece in story["pieces"]]
    assert any(piece["end"] for piece in pieces if not piece["last"])
    looking = deepcopy(sheets.pages)
    for sheet in looking:
        for story in sheet["stories"]:
            story["pieces"] = [piece | {"end": None} for piece in story["pieces"]]
    typesetter, document = setting_of.typesetter, setting_of.document
    again, first = (
        typesetter.pdf(document.job("set", sheets.geometry, pages=pages), 0) for pages in (sheets.pages, looking)
    )
    assert again == first
    typesetter.set(document.job("set", sheets.geometry, pages=sheets.pages[:1]))
    assert typesetter.placed("piece") == []


def test_a_template_that_does_not_say_where_all_pieces_end_is_asked_again() -> None:
    page = {"stories": [{"pieces": [{"end": None}, {"end": None}]}, {"pieces": [{"end": None}]}]}
    assert with_ends(page, [{"end": 3}, {"end": 9}]) == page
    ends = [
        [piece["end"] for piece in story["pieces"]]
        for story in with_ends(page, [{"end": n} for n in (3, 9, 6)])["stories"]
    ]
    assert ends == [[3, 9], [6]]


def test_another_typesetter_leaves_the_template_alone_which_the_first_may_be_reading(folder: Path) -> None:
    page = case(0)
    first, template = setter(folder / page.language, page.language), folder / page.language / TEMPLATE
    os.utime(template, ns=(0, 0))
    other = first.another()
    assert template.stat().st_mtime_ns == 0
    sheets = setting(folder, page).sheets(page.stories)
    assert replace(setting(folder, page), typesetter=other).sheets(page.stories) == sheets
