"""`why`: what an output is made from, and where each word of a picture comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image

from broadsheet.desk.why import UnknownAddressError, explain

if TYPE_CHECKING:
    from tests.conftest import Newsroom

DAY = "2025-04-16"
ARTIST = 0x013B
PAGE = [
    "public/2025/04/16/one/index.html",
    "  stands as it was made",
    "  made with the edition 2025-04-16, whenever one of these changes, a layout, an asset or a setting:",
    "    content/d/one.md",
    "    content/d/a.jpg",
    "  the story is content/d/one.md",
    "  picture content/d/a.jpg",
    "    alt: 渡口  (front matter)",
    "    creator: 李某  (EXIF Artist)",
    "    copyright: 津渡社  (front matter)",
]


def why(newsroom: Newsroom, asked: str) -> list[str]:
    return list(explain(newsroom.settings, asked))


@pytest.fixture
def paper(newsroom: Newsroom) -> Newsroom:
    exif = Image.Exif()
    exif[ARTIST] = "李某".encode()
    newsroom.photo("d/a.jpg", exif=exif)
    newsroom.story("d/one.md", date=DAY, images=[{"src": "a.jpg", "alt": "渡口", "copyright": "津渡社"}])
    newsroom.story(
        "two.md", '![渡口](d/a.jpg){credit="none" reason="旧照片，作者不详"}', date="2025-04-17", aliases=["/旧/二/"]
    )
    newsroom.built()
    return newsroom


@pytest.mark.parametrize(
    "asked",
    [
        "/2025/04/16/one/", "/2025/04/16/one", "2025/04/16/one/", "https://paper.example/2025/04/16/one/#top",
        "/2025/04/16/one/index.html", "public/2025/04/16/one/index.html", "content/d/one.md", "d/one.md",
    ],
)  # fmt: skip
def test_a_page_is_explained_however_it_is_named(paper: Newsroom, asked: str) -> None:
    assert why(paper, asked) == PAGE


def test_a_paper_below_a_path_is_asked_for_with_it_and_without(paper: Newsroom) -> None:
    paper.write({"content/newspaper.yaml": "url: https://paper.example/daily\n"})
    paper.built()
    assert why(paper, "/daily/2025/04/16/one/") == why(paper, "/2025/04/16/one/") == PAGE


def test_what_changed_since_the_last_build_is_said(paper: Newsroom) -> None:
    paper.story("d/one.md", "另一段。", date=DAY)
    paper.remove("content/d/a.jpg")
    (paper.folder / "public/2025/04/16/one/index.html").write_bytes(b"other")
    assert why(paper, "/2025/04/16/one/") == [
        PAGE[0],
        "  is gone or was changed: the next build puts it right",
        PAGE[2],
        "    content/d/one.md (changed since the last build)",
        "    content/d/a.jpg (is not there)",
        "  the story is content/d/one.md",
    ]


def test_a_story_that_can_no_longer_be_read_is_only_named(paper: Newsroom) -> None:
    paper.write({"content/d/one.md": b"\xff\xfe", "content/two.md": "no front matter\n"})
    assert why(paper, "/2025/04/16/one/")[-1] == "  the story is content/d/one.md"
    assert why(paper, "/2025/04/17/two/")[-1] == "  the story is content/two.md"


def test_a_picture_without_a_credit_says_why(paper: Newsroom) -> None:
    assert why(paper, "/2025/04/17/two/")[-4:] == [
        "    alt: 渡口  (Markdown)",
        "    credit: none  (Markdown)",
        "    reason: 旧照片，作者不详  (Markdown)",
        "    there is no credit, as its editor says in Markdown",
    ]


def test_a_copy_of_a_picture_leads_back_to_its_file(paper: Newsroom) -> None:
    paper.photo("map.png")
    paper.write({"content/newspaper.yaml": "imprint: 见[地图](map.png)。\n"})
    paper.built()
    copies = sorted(path.name for path in (paper.folder / "public/files").glob("map.*"))
    assert why(paper, f"/files/{copies[0]}") == [
        f"public/files/{copies[0]}",
        "  stands as it was made",
        "  a copy of this picture, made once for its rights and its point of interest:",
        "    content/map.png",
        "  shown by the imprint",
    ]
    cards = [path.name for path in (paper.folder / "public/files").glob("a.*.card.jpg")]
    shown = {why(paper, f"/files/{card}")[-1] for card in cards}
    assert shown == {"  shown by the edition 2025-04-16", "  shown by the edition 2025-04-17"}


def test_outputs_of_the_site_as_a_whole_say_what_they_are(paper: Newsroom) -> None:
    assert why(paper, "/archive/2025/04/")[2:] == [
        "  made as a month's lists, from the editions of the month (2025-04)"
    ]
    assert why(paper, "/imprint/")[2:] == ["  made as the pages of the site as a whole"]
    assert why(paper, "/404.html")[2:] == ["  made as the pages of the site as a whole"]
    assert why(paper, "/_headers")[2].startswith("  made as an output of the site as a whole")
    assert why(paper, "/")[2].startswith("  made with the edition 2025-04-17")


def test_what_was_never_made_is_told(newsroom: Newsroom) -> None:
    with pytest.raises(UnknownAddressError, match="nothing was built into public yet"):
        why(newsroom, "/")
    newsroom.story("bad.md", date="no date")
    newsroom.build()
    with pytest.raises(UnknownAddressError, match="no build into public was without errors"):
        why(newsroom, "/")
    newsroom.story("bad.md", date=DAY)
    newsroom.built()
    with pytest.raises(UnknownAddressError, match='the last build made nothing at "/nowhere/"'):
        why(newsroom, "/nowhere/")
