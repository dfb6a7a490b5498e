"""Whole small papers, printed: what is made, what is made again, and what is told."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest

from broadsheet.publishing.typesetter import Typesetter

if TYPE_CHECKING:
    from tests.conftest import Newsroom

DAY = "2025/04/16"
PARAGRAPH = "南岸渡口的售票员说，猫是上星期三坐头班船来的，没有买票，也没有人问它要票。" * 6
LONG = "\n\n".join([PARAGRAPH] * 9)
TOO_LONG = "\n\n".join([PARAGRAPH] * 14)


@pytest.fixture
def printed(newsroom: Newsroom) -> Newsroom:
    """A paper of two pages."""
    newsroom.write({"content/newspaper.yaml": "title: 津渡日报\nurl: https://news.example.org\npaper: {size: a4}\n"})
    newsroom.edition("a", date="2025-04-16", pages=[{"number": "A01", "name": "要闻"}, {"number": "A02"}])
    newsroom.story("a/ferry.md", "头班船开了。\n\n## 船上\n\n人不多。", title="渡口", page="A01", byline="记者 李某")
    newsroom.story("a/cat.md", "猫也上了船。", title=["一只猫", "坐头班船"], page="A01")
    newsroom.story("a/old-bell.md", "钟停了十九年。" * 30, title="钟", page="A02", summary="一口钟。")
    return newsroom


def build(newsroom: Newsroom, **options: Any) -> Any:
    return newsroom.changed(printing=True, **options)


def test_a_page_has_its_pdf_its_picture_and_its_areas_and_the_edition_a_pdf(printed: Newsroom) -> None:
    made = build(printed).made
    for page in ("A01", "A02"):
        files = {f"{DAY}/{page}/{name}" for name in (f"{page}.pdf", f"{page}.svg", f"{page}.720.webp", "areas.json")}
        assert files <= made
    assert f"{DAY}/2025-04-16.pdf" in made
    outputs = printed.outputs()
    areas = json.loads(outputs[f"{DAY}/A01/areas.json"])
    assert areas["pdf"] == f"/{DAY}/A01/A01.pdf"
    (sheet,) = areas["sheets"]
    assert [area["story"] for area in sheet["areas"]] == ["ferry", "cat"]
    assert all(0 <= share <= 1 for area in sheet["areas"] for corner in area["polygon"] for share in corner)
    whole = pypdfium2.PdfDocument(outputs[f"{DAY}/2025-04-16.pdf"])
    assert len(whole) == 2
    titles = [(mark.level, " ".join(mark.get_title().split())) for mark in whole.get_toc()]
    assert titles == [(0, "第A01版 要闻"), (1, "渡口"), (1, "一只猫 坐头班船"), (0, "A02"), (1, "钟")]
    one = pypdfium2.PdfDocument(outputs[f"{DAY}/A01/A01.pdf"])
    assert one.get_metadata_value("Title") == "第A01版 要闻 – 津渡日报 2025年4月16日 星期三"
    assert "头班船开了。" in one[0].get_textpage().get_text_range()


def test_the_page_leads_to_its_stories_and_the_story_to_its_place(printed: Newsroom) -> None:
    build(printed)
    page = printed.page(f"/{DAY}/A01/")
    links = re.findall(r'<a href="(/2025[^"]*)" id="(at-[^"]*)"><title>(.*?)</title><polygon points="([^"]*)"', page)
    assert [(address, name) for address, name, *_ in links] == [
        (f"/{DAY}/ferry/", "at-ferry"),
        (f"/{DAY}/cat/", "at-cat"),
    ]
    assert links[1][2] == "一只猫 坐头班船"
    assert f'href="/{DAY}/A01/A01.pdf"' in page
    assert f'href="/{DAY}/2025-04-16.pdf"' in page
    assert f'src="/{DAY}/A02/A02.210.webp"' in page
    assert f'href="/{DAY}/A01/#at-cat"' in printed.page(f"/{DAY}/cat/")


@pytest.fixture
def sets(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The documents that were set since it was last cleared."""
    titles: list[str] = []
    pdf = Typesetter.pdf

    def counted(self: Typesetter, job: Any, timestamp: int, **options: Any) -> bytes:
        titles.append(job["title"].partition(" – ")[0])
        return pdf(self, job, timestamp, **options)

    monkeypatch.setattr(Typesetter, "pdf", counted)
    return titles


def test_only_the_page_that_changed_is_set_again(printed: Newsroom, sets: list[str]) -> None:
    build(printed)
    assert build(printed).made == set()
    sets.clear()
    printed.story("a/old-bell.md", "钟又走了。" * 40, title="钟", page="A02", summary="一口钟。")
    made = build(printed).made
    assert sorted(sets) == sorted(["第A02版", "津渡日报 2025年4月16日 星期三"])
    assert not any(path.startswith(f"{DAY}/A01/A01") for path in made)
    assert {f"{DAY}/A02/A02.pdf", f"{DAY}/A02/A02.svg", f"{DAY}/2025-04-16.pdf"} <= made
    printed.remove(f"public/{DAY}/A01/A01.pdf")
    assert build(printed).made == {f"{DAY}/A01/A01.pdf"}


def test_a_page_with_little_copy_is_half_a_sheet_and_says_what_is_on_the_others(
    printed: Newsroom, sets: list[str]
) -> None:
    build(printed)
    front = pypdfium2.PdfDocument(printed.outputs()[f"{DAY}/A01/A01.pdf"])
    assert tuple(map(round, front[0].get_size())) == (595, 421)
    said = "".join(front[0].get_textpage().get_text_range().split())
    assert "本期导读第A02版钟一口钟。" in said
    sets.clear()
    printed.story("a/old-bell.md", "钟停了十九年。" * 30, title="一口钟", page="A02", summary="一口钟。")
    assert f"{DAY}/A01/A01.pdf" in build(printed).made
    assert sorted(sets) == sorted(["第A01版 要闻", "第A02版", "津渡日报 2025年4月16日 星期三"])


def test_a_page_full_of_copy_says_nothing_of_the_others_and_does_not_change_with_them(
    printed: Newsroom, sets: list[str]
) -> None:
    printed.story("a/ferry.md", LONG, title="渡口", page="A01")
    build(printed)
    front = pypdfium2.PdfDocument(printed.outputs()[f"{DAY}/A01/A01.pdf"])
    assert tuple(map(round, front[0].get_size())) == (595, 842)
    assert "本期导读" not in front[0].get_textpage().get_text_range()
    sets.clear()
    printed.story("a/old-bell.md", "钟停了十九年。" * 30, title="一口钟", page="A02", summary="一口钟。")
    build(printed)
    assert sorted(sets) == sorted(["第A02版", "津渡日报 2025年4月16日 星期三"])


def test_the_same_paper_is_the_same_to_the_byte(printed: Newsroom) -> None:
    build(printed)
    printed.built(printing=True, output=printed.folder / "again", cache=printed.folder / ".cache-2", workers=2)
    assert printed.outputs() == printed.outputs("again")


@pytest.fixture
def jumping(printed: Newsroom) -> Newsroom:
    """A paper of six pages, of which the first and the third have too much copy, and the fourth and the last room."""
    printed.edition("a", date="2025-04-16", pages=[{"number": f"A0{number}"} for number in range(1, 7)])
    printed.story("a/ferry.md", TOO_LONG, title="渡口", page="A01", jump_to="A04")
    printed.story("a/bridge.md", TOO_LONG, title="桥", page="A03")
    printed.story("a/bell.md", "钟停了十九年。" * 60, title="大钟", page="A04")
    printed.story("a/lamp.md", LONG, title="灯", page="A05")
    printed.story("a/tower.md", "塔上有灯。" * 20, title="塔", page="A06")
    return printed


@pytest.mark.parametrize("workers", [2, 4])
def test_pages_that_are_set_at_once_are_the_same_with_what_goes_on_on_them(jumping: Newsroom, workers: int) -> None:
    build(jumping, workers=1)
    outputs = jumping.outputs()
    pages = {
        number: "".join(
            "".join(page.get_textpage().get_text_range().split())
            for page in pypdfium2.PdfDocument(outputs[f"{DAY}/A0{number}/A0{number}.pdf"])
        )
        for number in (4, 6)
    }
    assert "上接A01版" in pages[4]
    assert "上接A03版" in pages[6]
    jumping.built(printing=True, output=jumping.folder / "again", cache=jumping.folder / ".cache-2", workers=workers)
    assert jumping.outputs("again") == outputs


def test_a_page_is_set_again_with_what_goes_on_on_it(jumping: Newsroom, sets: list[str]) -> None:
    build(jumping)
    sets.clear()
    jumping.story("a/bridge.md", TOO_LONG + "桥又通了。", title="桥", page="A03")
    build(jumping)
    assert sorted(sets) == sorted(["第A03版", "第A06版", "津渡日报 2025年4月16日 星期三"])


def test_without_print_there_is_nothing_of_it(printed: Newsroom) -> None:
    build(printed)
    changed = printed.changed()
    assert {path for path in changed.removed if path.endswith(".pdf")} == {
        f"{DAY}/A01/A01.pdf",
        f"{DAY}/A02/A02.pdf",
        f"{DAY}/2025-04-16.pdf",
    }
    assert "as-printed" not in printed.page(f"/{DAY}/A01/")


def test_a_story_too_long_for_its_page_goes_on_where_there_is_room(printed: Newsroom) -> None:
    longer = LONG + "\n\n" + LONG[: len(LONG) * 2 // 3]
    printed.story("a/ferry.md", longer, title="渡口", page="A01")
    assert printed.build(printing=True).diagnostics == ()
    texts = {
        page: "".join(
            "".join(sheet.get_textpage().get_text_range().split())
            for sheet in pypdfium2.PdfDocument(printed.outputs()[f"{DAY}/{page}/{page}.pdf"])
        )
        for page in ("A01", "A02")
    }
    assert "下转A02版" in texts["A01"]
    assert "上接A01版" in texts["A02"]
    assert sum(text.count("上星期三") for text in texts.values()) == longer.count("上星期三")
    assert f'href="/{DAY}/ferry/"' in printed.page(f"/{DAY}/A02/").partition("</svg>")[0]


def test_what_no_page_has_room_for_is_told_in_characters(printed: Newsroom) -> None:
    printed.story("a/old-bell.md", LONG * 2, title="钟", page="A02")
    (told,) = printed.build(printing=True).diagnostics
    assert (told.code, told.place.file, told.place.line) == ("overset", "content/a/old-bell.md", 2)
    assert re.fullmatch(r"[\d,]+ characters of this story find no room on page A02", told.message)
    shown = printed.page(f"/{DAY}/A02/")
    assert f'srcset="/{DAY}/A02/A02-2.960.webp 960w, /{DAY}/A02/A02-2.svg 2000w"' in shown
    copies = {path for path in printed.outputs() if path.startswith(f"{DAY}/A02/") and path.endswith(".webp")}
    first = {f"{DAY}/A02/A02.{width}.webp" for width in (210, 320, 720, 960)}
    assert copies - first == {f"{DAY}/A02/A02-{number}.960.webp" for number in range(2, len(copies) - 2)}
    assert len(copies) > len(first)


def test_a_picture_that_its_story_has_no_room_for_is_told(printed: Newsroom) -> None:
    printed.write({"content/a/tall.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="30"/>'})
    images = [{"src": "tall.svg", "alt": "高", "credit": "李某"}]
    for number in range(14):
        printed.story(f"a/story-{number}.md", LONG, title="长稿" * 5, page="A02", images=images)
    told = [found for found in printed.build(printing=True).diagnostics if found.code == "picture-too-large"]
    assert told
    assert told[0].message == "picture 1 of this story finds no room on page A02"
    assert (told[0].severity.value, told[0].place.line) == ("warning", 2)


@pytest.mark.parametrize(
    ("paper", "told"),
    [
        (
            "{type: Noto Serif SX}",
            ('no font of the family "Noto Serif SX"', 'did you mean "Noto Serif SC"?', 3, 15),
        ),
        ("{fonts: type}", ('no folder "type" with fonts beside newspaper.yaml',) + ("",) * 0),
    ],
)
def test_a_font_that_is_not_there_is_told(printed: Newsroom, paper: str, told: tuple[Any, ...]) -> None:
    printed.write({"content/newspaper.yaml": f"title: 报\nurl: https://news.example.org\npaper: {paper}\n"})
    (found,) = printed.build(printing=True).diagnostics
    assert found.code == "missing-font"
    place = (found.message, found.hint, found.place.line, found.place.column)
    assert place[: len(told)] == told


def test_a_mistake_in_the_template_is_told_where_it_is(printed: Newsroom) -> None:
    printed.write({"layouts/printed-page.typ": "#let a = 1\n#jobb.mode\n"})
    (told,) = printed.build(printing=True).diagnostics
    assert (told.code, told.message) == ("layout-failed", "unknown variable: jobb")
    assert (told.place.file, told.place.line, told.place.column, told.place.length) == (
        "layouts/printed-page.typ",
        2,
        2,
        4,
    )
    assert told.excerpt == "#jobb.mode"
    printed.write({"layouts/printed-page.typ": "#let a = (\n"})
    assert [found.code for found in printed.build(printing=True).diagnostics] == ["layout-syntax"]


def test_a_paper_may_bring_its_own_fonts(printed: Newsroom) -> None:
    from importlib.resources import files  # noqa: PLC0415 - for this test alone

    font = files("pylopdf_fonts_zh_tw") / "NotoSerifTC-Regular.otf"
    printed.write(
        {
            "content/fonts/own.otf": font.read_bytes(),
            "content/newspaper.yaml": "title: 报\nurl: https://news.example.org\n"
            "paper: {fonts: fonts, headlines: Noto Serif TC}\n",
        }
    )
    assert printed.build(printing=True).sound
    assert b"NotoSerifTC" in printed.outputs()[f"{DAY}/A01/A01.pdf"]


def test_a_paper_is_printed_from_the_day_that_it_names(printed: Newsroom) -> None:
    settings = (printed.folder / "content/newspaper.yaml").read_text(encoding="utf-8")
    printed.story("later.md", date="2025-04-17")
    printed.write({"content/newspaper.yaml": settings.replace("{size: a4}", "{size: a4, since: 2025-04-17}")})
    made = build(printed).made
    assert {path for path in made if path.endswith(".pdf")} == {"2025/04/17/1/1.pdf", "2025/04/17/2025-04-17.pdf"}
    assert f"/{DAY}/A01/A01.210.webp" not in printed.page(f"/{DAY}/A01/")
    printed.write({"content/newspaper.yaml": settings.replace("{size: a4}", "{size: a4, since: 2025-04-16}")})
    changed = build(printed)
    assert f"{DAY}/A01/A01.pdf" in changed.made
    assert "2025/04/17/1/1.pdf" in changed.kept
