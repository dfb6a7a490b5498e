"""`why`: what an output is made from, why it was made again or not, and where each word of a picture comes from."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from broadsheet.desk.why import UnknownAddressError, explain
from broadsheet.publishing.ledger import Ledger

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
FIRST = ["  made in the last build, because:", "    it is made for the first time", "  and written anew"]
ANEW = "  and written anew"
SAME = "  and left as it stood: it came out the same"


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
    assert why(paper, asked) == PAGE + FIRST


def test_a_paper_below_a_path_is_asked_for_with_it_and_without(paper: Newsroom) -> None:
    paper.write({"content/newspaper.yaml": "url: https://paper.example/daily\n"})
    paper.built()
    assert why(paper, "/daily/2025/04/16/one/") == why(paper, "/2025/04/16/one/")
    assert why(paper, "/2025/04/16/one/")[: len(PAGE)] == PAGE


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
        *FIRST,
    ]


def test_a_story_that_can_no_longer_be_read_is_only_named(paper: Newsroom) -> None:
    paper.write({"content/d/one.md": b"\xff\xfe", "content/two.md": "no front matter\n"})
    assert why(paper, "/2025/04/16/one/")[-4:] == ["  the story is content/d/one.md", *FIRST]
    assert why(paper, "/2025/04/17/two/")[-4:] == ["  the story is content/two.md", *FIRST]


def test_a_picture_without_a_credit_says_why(paper: Newsroom) -> None:
    assert why(paper, "/2025/04/17/two/")[-7:-3] == [
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
        "  made in the last build, because:",
        "    copies of this name, which says all that they are made from, did not stand there",
        ANEW,
    ]
    cards = [path.name for path in (paper.folder / "public/files").glob("a.*.card.jpg")]
    shown = {why(paper, f"/files/{card}")[4] for card in cards}
    assert shown == {"  shown by the edition 2025-04-16", "  shown by the edition 2025-04-17"}


def test_outputs_of_the_site_as_a_whole_say_what_they_are(paper: Newsroom) -> None:
    assert why(paper, "/archive/2025/04/")[2:] == [
        "  made as a month's lists, from the editions of the month (2025-04)",
        *FIRST,
    ]
    assert why(paper, "/imprint/")[2:] == ["  made as the pages of the site as a whole", *FIRST]
    assert why(paper, "/404.html")[2:] == ["  made as the pages of the site as a whole", *FIRST]
    assert why(paper, "/_headers")[2].startswith("  made as an output of the site as a whole")
    assert why(paper, "/")[2].startswith("  made with the edition 2025-04-17")


def making(newsroom: Newsroom, asked: str) -> list[str]:
    """What is said of when and why an output was made."""
    lines = why(newsroom, asked)
    begin = next(n for n, line in enumerate(lines) if re.match("  (kept|looked|made) (at )?(in|[0-9])", line))
    return [line.strip() for line in lines[begin:]]


def test_what_is_kept_says_so_and_when_it_was_made(paper: Newsroom) -> None:
    paper.story("d/one.md", "另一段。", date=DAY)
    paper.built()
    kept = "kept in the last build: nothing that it is made from had changed"
    first = ["made 1 build before, because:", "it is made for the first time", "and written anew"]
    assert making(paper, "/2025/04/17/two/") == [kept, *first]
    # A build that finds nothing to do does not count.
    paper.built()
    assert making(paper, "/2025/04/17/two/") == [kept, *first]
    changed = ["made in the last build, because:", "content/d/one.md (changed)", "and written anew"]
    assert making(paper, "/2025/04/16/one/") == changed
    paper.story("d/one.md", "又是一段。", date=DAY)
    paper.built()
    assert making(paper, "/2025/04/17/two/") == [kept, "made 2 builds before, because:", *first[1:]]
    assert making(paper, "/2025/04/16/one/") == changed
    looked = [kept, "looked at 2 builds before, as in each", "and written anew"]
    assert making(paper, f"/assets/{asset(paper)}") == looked


def asset(paper: Newsroom) -> str:
    return next(path.name for path in (paper.folder / "public/assets").glob("broadsheet.*.css"))


def at(day: str) -> datetime:
    return datetime.fromisoformat(f"{day}T00:00+08:00")


Change = Callable[["Newsroom"], dict[str, Any] | None]


def edit(newsroom: Newsroom, file: str, old: str, new: str) -> None:
    path = newsroom.folder / file
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def forget(newsroom: Newsroom, old: str) -> None:
    """The ledger as another program left it."""
    with Ledger(newsroom.settings.cache, str(newsroom.settings.output)) as ledger:
        for name, value in ledger.rows("SELECT name, value FROM last WHERE name LIKE 'kind %'"):
            ledger.write("UPDATE last SET value = ? WHERE name = ?", [(value.replace(*old.split(" → ")), name)])
        ledger.write("UPDATE units SET made_from = 'other'", [()])
        ledger.forget()
        ledger.commit()


URL = "url: https://p.example\n"


def settings(text: str) -> Change:
    return lambda newsroom: newsroom.write({"content/newspaper.yaml": URL + text})


def option(**options: Any) -> Change:
    return lambda _: options


REASONS: dict[str, tuple[Change, str, list[str]]] = {
    "a story": (
        lambda n: n.story("a/one.md", "另一段。", date=DAY, page="1"),
        "/2025/04/16/one/", ["content/a/one.md (changed)", ANEW],
    ),
    "a story of the same edition": (
        lambda n: n.story("a/one.md", "另一段。", date=DAY, page="1"),
        "/2025/04/16/far/", ["content/a/one.md (changed)", SAME],
    ),
    "a story that comes": (
        lambda n: n.story("a/new.md", date=DAY, page="2"),
        "/2025/04/16/far/", ["content/a/new.md (is new)", "how many of its stories are out (3, was 2)"],
    ),
    "a story that goes": (
        lambda n: n.remove("content/a/far.md"),
        "/2025/04/16/one/", ["content/a/far.md (is gone)", "how many of its stories are out (1, was 2)"],
    ),
    "a story that moves to another day": (
        lambda n: n.story("a/far.md", date="2025-04-15", page="1"),
        "/2025/04/16/one/", ["content/a/far.md (changed)", "how many of its stories are out (1, was 2)"],
    ),
    "the edition.yaml": (
        lambda n: n.edition("b", date="2025-04-15", issue_number="7"),
        "/2025/04/15/two/", ["content/b/edition.yaml (changed)"],
    ),
    "a picture": (
        lambda n: n.photo("b/a.jpg", colour="#000000"), "/2025/04/15/two/", ["content/b/a.jpg (changed)", ANEW],
    ),
    "a story that is led to": (
        lambda n: n.story("a/one.md", date=DAY, page="1", slug="uno"),
        "/2025/04/15/two/",
        ["content/a/one.md (changed)", "when and where stories that its copy leads to come out (changed)", ANEW],
    ),
    "the clock, for a story": (
        option(as_of=at("2025-04-20")),
        "/2025/04/16/", ["how many of its stories are out (3, was 2)", ANEW],
    ),
    "the clock, for an edition": (
        option(as_of=at("2025-05-01")),
        "/2025/05/01/late/", [
            "whether its time has come (yes, was no)", "whether readers see it (yes, was no)",
            "whether it is the newest edition (yes, was no)", "the edition before it (changed)", ANEW,
        ],
    ),
    "another edition beside it": (
        lambda n: n.story("c.md", date="2025-04-14"), "/2025/04/15/two/", ["the edition before it (changed)"],
    ),
    "a layout": (
        lambda n: edit(n, "layouts/page.html", "view", "view|string"),
        "/2025/04/16/1/", ["layouts/page.html (changed)"],
    ),
    "a part of a layout": (
        lambda n: edit(n, "layouts/parts/frame.html", "<body>", "<body class=x>"),
        "/2025/04/16/1/", ["layouts/parts/frame.html (changed)", ANEW],
    ),
    "an asset": (
        lambda n: n.write({"assets/broadsheet.css": "body { color: red }"}),
        "/2025/04/16/1/", ["assets/broadsheet.css (changed)", ANEW],
    ),
    "a setting": (settings("publisher: 津渡社\n"), "/2025/04/16/1/", ["newspaper.yaml: publisher (changed)"]),
    "a setting that no page of an edition shows": (
        settings("imprint: 津渡社\n"), "/imprint/", ["what /imprint/ shows (changed)", ANEW],
    ),
    "sections": (settings("sections: [要闻]\n"), "/2025/04/16/1/", ["the paper's sections (changed)"]),
    "the drawn title": (
        lambda n: n.picture("masthead.svg"), "/2025/04/16/1/", ["masthead.svg (changed)"],
    ),
    "an option": (option(drafts=True), "/2025/04/15/two/", ["the option --drafts (yes, was no)"]),
    "an output that is gone": (
        lambda n: n.remove("public/2025/04/16/1/index.html"),
        "/2025/04/16/1/", ["files that it had made were gone or changed", ANEW],
    ),
    "an output beside it that is gone": (
        lambda n: n.remove("public/2025/04/16/1/index.html"),
        "/2025/04/16/one/", ["files that it had made were gone or changed", SAME],
    ),
    "the program": (
        lambda n: forget(n, 'itself":" → itself":"0'), "/2025/04/15/two/", ["Broadsheet itself (changed)", SAME],
    ),
    "a library": (
        lambda n: forget(n, f"jinja2\":\"={version('jinja2')} → jinja2\":\"=2.0"),
        "/2025/04/15/two/", [f"the library jinja2 ({version('jinja2')}, was 2.0)", SAME],
    ),
    "a list of the month": (
        lambda n: edit(n, "content/a/one.md", 'title: "', 'title: "新'),
        "/archive/2025/04/", ["the edition 2025-04-16 (changed)", ANEW],
    ),
    "an edition that comes, for its month": (
        lambda n: n.story("c.md", date="2025-04-14"),
        "/archive/2025/04/", ["the edition 2025-04-14 (is new)", "how many editions it has (3, was 2)", ANEW],
    ),
    "an edition that goes, for its month": (
        lambda n: n.remove("content/b/two.md") or n.remove("content/b/edition.yaml"),
        "/archive/2025/04/", ["how many editions it has (1, was 2)", "the edition 2025-04-15 (is gone)", ANEW],
    ),
    "a month beside it": (
        lambda n: n.story("c.md", date="2025-03-14", byline="记者 李某"),
        "/archive/2025/04/", ["the months before and after it (changed)", "the months of its lists (changed)", ANEW],
    ),
    "a feed": (
        lambda n: edit(n, "content/a/one.md", 'title: "', 'title: "新'), "/feed.xml", ["what it shows (changed)", ANEW],
    ),
}  # fmt: skip


@pytest.mark.parametrize("change", REASONS)
def test_why_an_output_was_made_again_is_said_exactly(newsroom: Newsroom, change: str) -> None:
    newsroom.plain_layouts()
    newsroom.settings = replace(newsroom.settings, as_of=at("2025-04-18"))
    newsroom.write({"content/newspaper.yaml": URL, "assets/broadsheet.css": "body { color: blue }"})
    newsroom.story("a/one.md", date=DAY, page="1", byline="记者 李某")
    newsroom.story("a/far.md", date=DAY, page="2")
    newsroom.story("a/later.md", date=DAY, page="2", publish_at="2025-04-19T00:00")
    newsroom.edition("b", date="2025-04-15")
    newsroom.photo("b/a.jpg")
    newsroom.story("b/two.md", '[一](../a/one.md) ![图](a.jpg){credit="某"}')
    newsroom.story("late.md", date="2025-05-01")
    newsroom.built()
    act, asked, reasons = REASONS[change]
    newsroom.built(**(act(newsroom) or {}))
    said = making(newsroom, asked)
    assert said[0] == "made in the last build, because:"
    if reasons and reasons[-1] in {ANEW, SAME}:
        assert said[1:] == [reason.strip() for reason in reasons]
    else:
        assert said[1:-1] == reasons


def test_a_bundle_of_the_search_says_whose_stories_changed(newsroom: Newsroom) -> None:
    newsroom.settings = replace(newsroom.settings, search=True)
    newsroom.story("one.md", date=DAY)
    newsroom.story("two.md", date="2025-04-17")
    newsroom.built()
    newsroom.story("two.md", "另一段。", date="2025-04-17")
    newsroom.built()
    table = next(newsroom.folder.glob("public/pagefind/bundles/*/stories.json")).relative_to(newsroom.folder)
    assert making(newsroom, table.as_posix())[:2] == [
        "made in the last build, because:",
        "the stories of 2025-04-17 (changed)",
    ]


def test_pages_that_are_printed_later_say_so(newsroom: Newsroom) -> None:
    newsroom.settings = replace(newsroom.settings, printing=True)
    newsroom.story("one.md", date=DAY, page="1")
    newsroom.built(prints=0)
    newsroom.built()
    because = ["made in the last build, because:", "its pages were still to be printed"]
    assert making(newsroom, "/2025/04/16/1/1.pdf") == [*because, "and written anew"]
    assert making(newsroom, "/2025/04/16/one/")[:2] == because


def test_a_checkout_of_many_files_names_some(newsroom: Newsroom) -> None:
    newsroom.plain_layouts()
    for number in range(25):
        newsroom.story(f"{number:02}.md", date=DAY)
    newsroom.built()
    for number in range(25):
        newsroom.story(f"{number:02}.md", "另一段。", date=DAY)
    newsroom.built()
    said = making(newsroom, "/2025/04/16/24/")
    assert said[1:3] == ["content/00.md (changed)", "content/01.md (changed)"]
    assert said[-2:] == ["and 5 more files", "and written anew"]


def test_a_build_that_was_cut_off_says_so(newsroom: Newsroom) -> None:
    newsroom.story("one.md", date=DAY)
    newsroom.built()
    with Ledger(newsroom.settings.cache, str(newsroom.settings.output)) as ledger:
        ledger.write("UPDATE units SET made_from = ''", [()])
        ledger.commit()
    newsroom.built()
    assert making(newsroom, "/2025/04/16/one/")[1:] == ["files that it had made were gone or changed", SAME.strip()]


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
