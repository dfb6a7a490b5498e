"""Addresses that two parts of the site want, and links to pages that it has or lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from broadsheet.publishing.press import Edited
    from tests.conftest import Newsroom

DAY = "2025-04-16"
OUTPUT = """\
from broadsheet.rendering.output import Output
VERSION = "1"
def outputs(catalogue, site):
    yield Output({path!r}, "1", lambda: b"x")
"""


def told(edited: Edited) -> list[tuple[str, str, str]]:
    assert edited.published is None
    assert {found.code for found in edited.diagnostics} <= {"same-address"}
    return [(found.place.file, found.message, found.hint) for found in edited.diagnostics]


@pytest.fixture
def paper(newsroom: Newsroom) -> Newsroom:
    newsroom.plain_layouts()
    newsroom.write({"content/newspaper.yaml": "url: https://p.example\nsections: [城事]\n"})
    newsroom.story("a.md", date=DAY, page="A1", section="城事", byline="记者 李某")
    newsroom.story("b.md", date="2025-03-01")
    newsroom.edition("e", date=DAY, label="evening")
    newsroom.story("e/e.md")
    newsroom.built()
    return newsroom


@pytest.mark.parametrize(
    ("alias", "holder"),
    [
        ("/archive/", "a page of the site itself has it"),
        ("/archive/2025/04/", "a page of the site itself has it"),
        ("/ARCHIVE/", "a page of the site itself has /archive/"),
        ("/sections/城事/", "a page of the site itself has it"),
        ("/sections/城事/2025/04/", "a page of the site itself has it"),
        ("/bylines/李某/", "a page of the site itself has it"),
        ("/imprint/", "a page of the site itself has it"),
        ("/404.html", "a page of the site itself has it"),
        ("/404.html/x", "a page of the site itself has /404.html"),
        ("/feed.xml/x", "a page of the site itself has /feed.xml"),
        ("/robots.txt/x.html", "a page of the site itself has /robots.txt"),
        ("/sitemaps/2025-04.xml/x", "a page of the site itself has /sitemaps/2025-04.xml"),
        ("/2025/04/16/", "a page of the site itself has it"),
        ("/2025/04/16/A1/", "a page of the site itself has it"),
        ("/2025/04/16/a/", "content/a.md has it"),
        ("/2025/04/16/a/index.html", "content/a.md has /2025/04/16/a/"),
        ("/2025/04/16-evening/", "content/e/edition.yaml has it"),
        ("/2025/04/16-evening/e/", "content/e/e.md has it"),
        ("/2025/03/01/", "a page of the site itself has it"),
    ],
)
def test_an_old_address_that_something_has_gives_way(paper: Newsroom, alias: str, holder: str) -> None:
    paper.story("z.md", date="2025-03-01", aliases=[alias])
    ((file, _, hint),) = told(paper.build())
    assert (file, hint) == ("content/z.md", f"{holder}; take the alias out")


@pytest.mark.parametrize(
    "alias", ["/old/", "/2025/04/16/old/", "/2025/04/x.html", "/2025/", "/archive/old/", "/files/"]
)
def test_an_old_address_that_nothing_has_is_free(paper: Newsroom, alias: str) -> None:
    paper.story("z.md", date="2025-03-01", aliases=[alias])
    paper.built()
    assert paper.changed().made == set()


@pytest.mark.parametrize(
    ("first", "second"),
    [("/old/", "/old/"), ("/old/", "/OLD/"), ("/x.html", "/x.html/y/"), ("/x.html/y/", "/x.html")],
)
def test_of_two_stories_with_one_old_address_the_later_gives_way(paper: Newsroom, first: str, second: str) -> None:
    paper.story("b.md", date="2025-03-01", aliases=[first])
    paper.built()
    paper.story("z.md", date=DAY, aliases=[second])
    ((file, message, hint),) = told(paper.build())
    assert (file, message) == ("content/z.md", f"the address {second} is taken")
    assert hint == f"content/b.md has {'it' if first == second else first}; take the alias out"


def test_a_story_of_one_edition_with_its_own_address_as_alias_is_told_once(paper: Newsroom) -> None:
    paper.story("z.md", date=DAY, aliases=["/2025/04/16/z/"])
    assert told(paper.build()) == [
        ("content/z.md", "the story has the address /2025/04/16/z/ already", "take the alias out")
    ]


def test_an_old_address_is_free_again_when_its_holder_goes(paper: Newsroom) -> None:
    paper.story("y.md", date="2025-03-01", aliases=["/old/"])
    paper.built()
    paper.remove("content/y.md")
    paper.story("z.md", date=DAY, aliases=["/old/"])
    changed = paper.changed()
    assert "2025/03/01/y/index.html" in changed.removed
    assert "old/index.html" not in changed.removed
    assert "/2025/04/16/z/" in paper.page("/old/")


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("index.html", "a page of the site itself has /; choose another path"),
        ("robots.txt", "a page of the site itself has it; choose another path"),
        ("feed.xml", "a page of the site itself has it; choose another path"),
        ("sitemaps/2025-03.xml", "a page of the site itself has it; choose another path"),
        ("404.html/x", "a page of the site itself has /404.html; choose another path"),
        ("2025/04/16/a/index.html", "content/a.md has /2025/04/16/a/; choose another path"),
        ("2025/04/16/A1/index.html", "a page of the site itself has /2025/04/16/A1/; choose another path"),
        ("old/index.html", "content/b.md has /old/; choose another path"),
    ],
)
def test_an_extension_takes_no_address_that_something_has(paper: Newsroom, path: str, hint: str) -> None:
    paper.story("b.md", date="2025-03-01", aliases=["/old/"])
    paper.write({"content/newspaper.yaml": "url: https://p.example\nextensions: [x]\nsections: [城事]\n"})
    paper.write({"content/x.py": OUTPUT.format(path=path)})
    ((file, message, found),) = told(paper.build())
    assert (file, message, found) == ("content/x.py", f"the address /{path} is taken", hint)


def test_of_two_extensions_with_one_path_the_later_gives_way(paper: Newsroom) -> None:
    paper.write({"content/newspaper.yaml": "extensions: [y, x]\n"})
    paper.write({"content/x.py": OUTPUT.format(path="w.txt"), "content/y.py": OUTPUT.format(path="w.txt")})
    assert told(paper.build()) == [
        ("content/y.py", "the address /w.txt is taken", "content/x.py has it; choose another path")
    ]


def test_two_editions_with_one_address_are_told(paper: Newsroom) -> None:
    paper.edition("f", date=DAY, label="Evening")
    paper.story("f/f.md")
    ((file, message, hint),) = told(paper.build())
    assert (file, message) == ("content/f/edition.yaml", "the address /2025/04/16-evening/ is taken")
    assert hint == "content/e/edition.yaml has it; choose another path"


@pytest.mark.parametrize(
    "target",
    [
        "/", "/archive/", "/archive/2025/", "/archive/2025/04/", "/sections/城事/", "/bylines/李某/2025/04/",
        "/2025/04/16/", "/2025/04/16/A1/", "/2025/04/16/a/", "/2025/04/16/a", "/2025/04/16-evening/e/#x", "/old/",
        "/imprint/", "/feed.xml", "/robots.txt", "/404.html",
    ],
)  # fmt: skip
def test_a_link_to_a_page_of_the_site_is_passed(paper: Newsroom, target: str) -> None:
    paper.story("a.md", date=DAY, page="A1", section="城事", byline="记者 李某", aliases=["/old/"])
    paper.story("b.md", f"见[此]({target})。", date="2025-03-01")
    paper.built()


@pytest.mark.parametrize(
    ("target", "hint"),
    [
        ("/archve/", 'did you mean "/archive/"?'),
        ("/2025/04/16/aa/", 'did you mean "/2025/04/16/a/"?'),
        ("/2025/04/17/", None),
        ("/2025/04/16-evenin/e/", 'did you mean "/2025/04/16-evening/e/"?'),
        ("/x" * 40, "link to a story by its file: [words](story.md)"),
    ],
)
def test_a_link_to_a_page_that_the_site_lacks_is_told(paper: Newsroom, target: str, hint: str | None) -> None:
    paper.story("b.md", f"见[此]({target})。", date="2025-03-01")
    (found,) = paper.build().diagnostics
    assert (found.code, found.message) == ("dead-link", f'no page "{target}" on this site')
    assert hint is None or found.hint == hint


def test_a_link_to_a_page_that_goes_is_told_though_nobody_touched_the_link(paper: Newsroom) -> None:
    paper.story("b.md", "见[此](/2025/04/16-evening/e/)。", date="2025-03-01")
    paper.built()
    paper.remove("content/e/e.md")
    (found,) = paper.build().diagnostics
    assert (found.code, found.place.file) == ("dead-link", "content/b.md")
