"""Pages that have a file of their own: what is published of them, what is made again, and what is told."""

from __future__ import annotations

import json
import re
import time
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest
from PIL import Image, ImageDraw

from broadsheet.model.diagnostic import Diagnostic
from broadsheet.model.place import Place
from broadsheet.planning import facsimiles, renditions
from broadsheet.publishing import picture_work
from broadsheet.publishing.typesetter import Typesetter
from broadsheet.rendering.layout_error import LayoutError
from broadsheet.rendering.printed import extract

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.conftest import Newsroom

DAY = "2025/04/16"
L_SHAPE = ((0.0, 0.0), (0.6, 0.0), (0.6, 0.3), (0.3, 0.3), (0.3, 0.6), (0.0, 0.6))
AREAS = {
    "ferry": "0,0 480,0 480,348 240,348 240,696 0,696",
    "cat": [[480, 0], [800, 0], [800, 348], [480, 348]],
    "bell": "0.3,0.3,1,0.3,1,0.6,0.3,0.6",
}


def sheets(*colours: str, size: tuple[int, int] = (400, 580)) -> bytes:
    """A PDF with a page of each colour, a darker bar on it."""
    pages = []
    for colour in colours:
        page = Image.new("RGB", size, colour)
        ImageDraw.Draw(page).rectangle((20, 20, 380, 60), "#222")
        pages.append(page)
    made = BytesIO()
    moment = time.gmtime(0)
    pages[0].save(made, "PDF", save_all=True, append_images=pages[1:], creationDate=moment, modDate=moment)
    return made.getvalue()


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The pictures that were made since it was last cleared; pages are drawn smaller than else, to be quick."""
    names: list[str] = []
    derive = picture_work.derive

    def told(opened: Any, file: Any, renditions: Any, rights: Any, focus: str) -> Any:
        names.append(renditions.name.rpartition("/")[2].partition(".")[0])
        return derive(opened, file, renditions, rights, focus)

    monkeypatch.setattr(picture_work, "derive", told)
    for module in (facsimiles, renditions):
        monkeypatch.setattr(module, "PAGE_WIDTHS", (320, 720, 900))
    return names


def pages(*keys: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"number": f"A0{number}", "name": f"版{number}", **each} for number, each in enumerate(keys, 1)]


@pytest.fixture
def paper(newsroom: Newsroom, drawn: list[str]) -> Newsroom:
    """A paper of three pages: a PDF of its own, a picture of its own, and one that is set."""
    assert drawn == []
    newsroom.write({"content/newspaper.yaml": "title: 津渡日报\nurl: https://news.example.org\npaper: {size: a4}\n"})
    newsroom.write({"content/a/front.pdf": sheets("#dde")})
    newsroom.photo("a/back.jpg", (800, 1160), "#ede")
    newsroom.edition(
        "a",
        date="2025-04-16",
        pages=pages(
            {"pdf": "front.pdf", "areas_size": "800 x 1160", "areas": AREAS},
            {"image": "back.jpg", "areas": {"silo": "0,0 1,0 1,0.5 0,0.5"}},
            {},
        ),
    )
    for slug, page in (("ferry", "A01"), ("cat", "A01"), ("bell", "A01"), ("late", "A01"), ("silo", "A02")):
        newsroom.story(f"a/{slug}.md", "头班船开了。" * 20, title=f"题{slug}", page=page)
    newsroom.story("a/river.md", "河水涨了。" * 20, title="河", page="A03")
    return newsroom


def areas_of(newsroom: Newsroom, page: str) -> list[tuple[str, Sequence[Sequence[float]]]]:
    told = json.loads(newsroom.outputs()[f"{DAY}/{page}/areas.json"])
    return [(area["story"], area["polygon"]) for area in told["sheets"][0]["areas"]]


def colour_of(document: pypdfium2.PdfDocument) -> str:
    """The colour of a PDF's first page, near enough."""
    pixel = document[0].render(scale=0.1).to_pil().getpixel((20, 50))
    return "#" + "".join(f"{round(part / 17):x}" for part in pixel)


def links_of(page: str) -> list[str]:
    """The stories that a page's picture leads to, in order."""
    return re.findall(rf'<a href="/{DAY}/([^"]*)/" id="at-\1">', page)


def test_a_page_shows_its_own_file_with_its_stories_on_it(paper: Newsroom, drawn: list[str]) -> None:
    paper.built()
    outputs = paper.outputs()
    assert outputs[f"{DAY}/A01/A01.pdf"] == sheets("#dde")
    assert areas_of(paper, "A01") == [
        ("ferry", [list(corner) for corner in L_SHAPE]),
        ("cat", [[0.6, 0], [1, 0], [1, 0.3], [0.6, 0.3]]),
        ("bell", [[0.3, 0.3], [1, 0.3], [1, 0.6], [0.3, 0.6]]),
    ]
    front = paper.page(f"/{DAY}/A01/")
    assert links_of(front) == ["ferry", "cat", "bell"]
    assert f'href="/{DAY}/A01/A01.pdf" type="application/pdf"' in front
    # The page is as high as the PDF's, and drawn in every width.
    (picture,) = re.findall(r'<img src="(/files/front[^"]*)" srcset[^>]* width="900" height="1305" alt="[^"]+"', front)
    assert {Image.open(BytesIO(outputs[picture.lstrip("/")])).size} == {(900, 1305)}
    assert front.count(" 720w") == 2
    # A story without an area stays in the list and on the page as text.
    assert front.count(f'href="/{DAY}/late/"') >= 2
    assert f'href="/{DAY}/A01/#at-cat"' in paper.page(f"/{DAY}/cat/")
    assert "#at-" not in paper.page(f"/{DAY}/late/")
    back = paper.page(f"/{DAY}/A02/")
    (widest,) = re.findall(r'<p class="downloads"><a href="(/files/back[^"]*800\.webp)">', back)
    assert widest.lstrip("/") in outputs
    assert re.search(
        rf'<a href="/{DAY}/A01/"><img src="/files/front[^"]*\.320\.webp" srcset="[^"]*\.320\.webp 320w"', back
    )
    assert sorted(drawn) == ["back", "front"]


def test_the_edition_s_pdf_has_its_own_pages_and_those_that_are_set(paper: Newsroom) -> None:
    paper.built(printing=True)
    outputs = paper.outputs()
    whole = pypdfium2.PdfDocument(outputs[f"{DAY}/2025-04-16.pdf"])
    assert [tuple(map(round, page.get_size())) for page in whole] == [(400, 580), (595, 863), (595, 421)]
    titles = [(mark.level, " ".join(mark.get_title().split())) for mark in whole.get_toc()]
    assert titles == [(0, "第A01版 版1"), (0, "第A02版 版2"), (0, "A03版3"), (1, "河")]
    assert colour_of(whole) == "#dde"
    assert "河水涨了" in whole[2].get_textpage().get_text_range()
    # A page with a file of its own is not set.
    assert f"{DAY}/A01/A01.svg" not in outputs
    assert f"{DAY}/A03/A03.svg" in outputs


def test_a_pdf_that_the_typesetter_does_not_read_is_drawn(paper: Newsroom) -> None:
    pdf = Typesetter.pdf

    def refused(self: Typesetter, job: Any, timestamp: int, *, tagged: bool = True) -> bytes:
        if not tagged:
            raise LayoutError(Diagnostic("layout-failed", "not this PDF", Place("")))
        return pdf(self, job, timestamp, tagged=tagged)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Typesetter, "pdf", refused)
        paper.built(printing=True)
    whole = pypdfium2.PdfDocument(paper.outputs()[f"{DAY}/2025-04-16.pdf"])
    assert next(tuple(map(round, page.get_size())) for page in whole) == (595, 863)


def test_pages_of_one_pdf_are_published_one_by_one(paper: Newsroom, drawn: list[str]) -> None:
    paper.write({"content/a/all.pdf": sheets("#dde", "#ede", "#eed")})
    paper.edition("a", date="2025-04-16", pages=pages({"pdf": "all.pdf#page=3"}, {"pdf": "all.pdf#page=1"}, {}))
    paper.built()
    last = pypdfium2.PdfDocument(paper.outputs()[f"{DAY}/A01/A01.pdf"])
    assert len(last) == 1
    assert colour_of(last) == "#eed"
    assert sorted(drawn) == ["all", "all-3"]
    paper.built(output=paper.folder / "again", cache=paper.folder / ".cache-2", workers=2)
    assert paper.outputs() == paper.outputs("again")


def test_only_what_a_change_touches_is_made_again(paper: Newsroom, drawn: list[str]) -> None:
    paper.built(printing=True)
    drawn.clear()
    assert paper.changed(printing=True).made == set()
    paper.story("a/cat.md", "猫下了船。" * 20, title="题cat", page="A01")
    made = paper.changed(printing=True).made
    assert not any(path.startswith("files/") or path.endswith((".pdf", ".svg", "areas.json")) for path in made)
    areas = dict(AREAS, late="0,0.7 1,0.7 1,1 0,1")
    listed = pages(
        {"pdf": "front.pdf", "areas_size": "800 x 1160", "areas": areas},
        {"image": "back.jpg", "areas": {"silo": "0,0 1,0 1,0.5 0,0.5"}},
        {},
    )
    paper.edition("a", date="2025-04-16", pages=listed)
    assert paper.changed(printing=True).made == {
        f"{DAY}/A01/index.html",
        f"{DAY}/A01/areas.json",
        f"{DAY}/late/index.html",
    }
    assert drawn == []
    paper.write({"content/a/front.pdf": sheets("#ffe")})
    changed = paper.changed(printing=True)
    assert {path for path in changed.made if not path.startswith("files/")} == {
        # Every page of the edition shows this one in small.
        *(f"{DAY}/A0{number}/index.html" for number in (1, 2, 3)),
        f"{DAY}/A01/A01.pdf",
        f"{DAY}/A01/areas.json",
        f"{DAY}/2025-04-16.pdf",
    }
    assert drawn == ["front"]
    assert all(path.startswith("files/front.") for path in changed.removed)
    paper.remove(f"public/{DAY}/A01/A01.pdf")
    assert paper.changed(printing=True).made == {f"{DAY}/A01/A01.pdf"}


def test_without_print_the_paper_s_own_pages_stay(paper: Newsroom) -> None:
    paper.built(printing=True)
    removed = paper.changed().removed
    assert f"{DAY}/2025-04-16.pdf" in removed
    assert {f"{DAY}/A03/A03.pdf", f"{DAY}/A03/A03.svg"} <= removed
    assert not any(f"{DAY}/A01/" in path or f"{DAY}/A02/" in path for path in removed)
    assert 'id="as-printed"' in paper.page(f"/{DAY}/A01/")
    assert 'id="as-printed"' not in paper.page(f"/{DAY}/A03/")


def test_a_story_does_not_go_on_on_a_page_that_is_not_set(paper: Newsroom) -> None:
    paper.edition(
        "a", date="2025-04-16", pages=pages({}, {"image": "back.jpg", "areas": {"silo": "0,0 1,0 1,0.5 0,0.5"}})
    )
    paper.story("a/ferry.md", "头班船开了，人不多。" * 1500, title="长", page="A01", jump_to="A02")
    paper.remove("content/a/river.md")
    (told,) = paper.build(printing=True).diagnostics
    assert told.code == "overset"


def test_areas_put_stories_in_order_and_on_their_page(paper: Newsroom) -> None:
    paper.edition(
        "a",
        date="2025-04-16",
        pages=pages({"pdf": "front.pdf", "areas": {"bell": "0,0 1,0 1,.5", "cat": "0,.5 1,.5 1,1"}}, {}, {}),
    )
    for slug in ("bell", "cat"):
        paper.story(f"a/{slug}.md", title=f"题{slug}")
    paper.story("a/ferry.md", "头班船开了。" * 20, title="题ferry", page="A01", importance=1)
    paper.built()
    page = paper.page(f"/{DAY}/A01/")
    listed = page.partition('class="titles"')[2].partition("</nav>")[0]
    assert re.findall(rf'href="/{DAY}/(\w+)/"', listed) == ["bell", "cat", "ferry", "late"]


def test_a_drawing_is_a_page_too(paper: Newsroom) -> None:
    paper.write({"content/a/page.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 580"/>'})
    paper.edition(
        "a", date="2025-04-16", pages=pages({"image": "page.svg", "areas": {"cat": "0,0 400,0 400,580"}}, {}, {})
    )
    paper.built(printing=True)
    page = paper.page(f"/{DAY}/A01/")
    (address,) = re.findall(r'<img src="(/files/page[^"]*\.svg)" width="400" height="580" alt="[^"]', page)
    assert address.lstrip("/") in paper.outputs()
    assert areas_of(paper, "A01") == [("cat", [[0, 0], [1, 0], [1, 1]])]
    assert len(pypdfium2.PdfDocument(paper.outputs()[f"{DAY}/2025-04-16.pdf"])) == 3


def test_a_page_that_can_not_be_read_keeps_no_other_from_being_checked(paper: Newsroom) -> None:
    paper.write({"content/a/front.pdf": b"%PDF-1.7 cut off"})
    paper.story("a/silo.md", "粮仓。", title="题silo", page="A09")
    edited = paper.build(printing=True)
    assert [(told.code, told.place.file, told.place.line) for told in edited.diagnostics] == [
        ("unreadable-pdf", "content/a/edition.yaml", 5),
        ("unknown-page", "content/a/silo.md", 3),
    ]


def test_a_page_that_can_not_be_taken_out_of_its_pdf_is_told(paper: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    paper.write({"content/a/all.pdf": sheets("#dde", "#ede")})
    paper.edition("a", date="2025-04-16", pages=pages({"pdf": "all.pdf#page=2"}, {}, {}))

    def broken(*_: object) -> bytes:
        raise pypdfium2.PdfiumError("no page")

    monkeypatch.setattr(extract, "extract", broken)
    (told,) = paper.build().diagnostics
    assert (told.code, told.message, told.place.line) == ("unreadable-pdf", 'page 2 of "all.pdf" can\'t be read', 5)
