from __future__ import annotations

from datetime import date

import pytest

from broadsheet.checking.links import Around, Target, check_addresses, check_links
from broadsheet.model.article import Article
from broadsheet.model.body import Body, BodyLink
from broadsheet.model.edition import EditionKey
from broadsheet.model.place import Place

KEY = EditionKey(date(2025, 4, 16))
FILES = {
    "c/15/park.md",
    "c/16/story.md",
    "c/16/ferry.md",
    "c/16/draft.md",
    "c/16/broken.md",
    "c/16/a.pdf",
    "c/16/a.exe",
    "c/16/edition.yaml",
}


def linked(target: str) -> tuple[BodyLink, ...]:
    return (BodyLink(target, Place("c/16/story.md", 9, 3, len(target)), f"见[]({target})"),)


def told(target: str) -> list[tuple[str, str, str, str]]:
    around = Around(
        stories={
            "c/15/park.md": Target(released=True, fragments=("last", "船")),
            "c/16/story.md": Target(released=True, fragments=()),
            "c/16/ferry.md": Target(released=True, fragments=()),
            "c/16/draft.md": Target(released=False, fragments=()),
        },
        attachments={"c/16/a.pdf"},
        broken={"c/16/broken.md"},
        there=FILES.__contains__,
        beside=lambda folder: [file.rpartition("/")[2] for file in sorted(FILES) if file.rpartition("/")[0] == folder],
    )
    found = list(check_links(Article("c/16/story.md", KEY, "a", ("a",), body=Body(links=linked(target))), around))
    assert all((f.place.line, f.excerpt) == (9, f"见[]({target})") for f in found)
    return [(f.severity.value, f.code, f.message, f.hint) for f in found]


@pytest.mark.parametrize(
    "target",
    ["ferry.md", "../15/park.md#last", "../15/park.md#%E8%88%B9", "./a.pdf", "broken.md", "/anything/", "%66erry.md"],
)
def test_a_link_that_leads_somewhere_is_passed(target: str) -> None:
    assert told(target) == []


@pytest.mark.parametrize(
    ("target", "says"),
    [
        ("fery.md", ("error", "dead-link", 'no file "fery.md"', 'did you mean "ferry.md"?')),
        ("../15/prk.md", ("error", "dead-link", 'no file "../15/prk.md"', 'did you mean "../15/park.md"?')),
        ("zzz", ("error", "dead-link", 'no file "zzz"', "name the file as seen from this one")),
        (
            "a.exe",
            (
                "error",
                "unpublished-kind",
                '"a.exe" is of a kind that is not published',
                "a story links to other stories, pictures and documents such as PDF; the rest stays here",
            ),
        ),
        (
            "draft.md",
            (
                "warning",
                "unreleased-link",
                '"draft.md" is not released yet',
                "the words stay, without the link, until it is",
            ),
        ),
        (
            "ferry.md#last",
            ("error", "missing-fragment", '"ferry.md" has no heading "last"', "it has no headings; link to the story"),
        ),
        (
            "../15/park.md#lats",
            ("error", "missing-fragment", '"../15/park.md" has no heading "lats"', 'did you mean "last"?'),
        ),
    ],
)
def test_a_link_that_leads_nowhere_is_told(target: str, says: tuple[str, str, str, str]) -> None:
    assert told(target) == [says]


@pytest.mark.parametrize(
    ("target", "says"),
    [
        ("/archive/", []),
        ("/archive", []),
        ("/archive/?a=b#c", []),
        ("/旧/", []),
        ("/%E6%97%A7/", []),
        ("story.md", []),
        ("/archve/", [('no page "/archve/" on this site', 'did you mean "/archive/"?')]),
        ("/elsewhere/", [('no page "/elsewhere/" on this site', "link to a story by its file: [words](story.md)")]),
    ],
)
def test_an_address_of_the_site_is_one_that_it_has(target: str, says: list[tuple[str, str]]) -> None:
    there = {"/archive/", "/旧/"}
    found = check_addresses(linked(target), there.__contains__, lambda: there)
    assert [(f.message, f.hint) for f in found] == says
