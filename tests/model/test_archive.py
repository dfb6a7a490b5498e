"""Editions in the order of publication, and what readers may see of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from broadsheet.model.archive import Attachment, EditionCopy, publication_order, release_of, released
from broadsheet.model.article import Article
from broadsheet.model.body import Body, BodyLink
from broadsheet.model.content_path import beside, files_named_by
from broadsheet.model.edition import EditionFile, EditionKey
from broadsheet.model.newspaper import Newspaper
from broadsheet.model.page_number import page_key
from broadsheet.model.picture import Picture
from broadsheet.model.place import Place

DAY = date(2025, 4, 16)
ZONE = "Asia/Shanghai"


def article(file: str, **more: Any) -> Article:
    return Article(file, EditionKey(DAY), file.removesuffix(".md"), (file,), **more)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def in_order(*editions: tuple[str, str]) -> list[str]:
    """Labels of one day's editions, given with their release times, in the order of publication."""
    keys = [(EditionKey(DAY, label), at(release)) for label, release in editions]
    return [key.label for key, release in sorted(keys, key=lambda row: publication_order(*row))]


def test_a_day_has_its_editions_in_the_order_of_the_day() -> None:
    labels = ["extra", "晚报", "evening", "afternoon", "noon", "", "晨", "Morning", "special"]
    assert in_order(*((label, "2025-04-16T00:00+08:00") for label in labels)) == [
        "Morning", "晨", "", "afternoon", "noon", "evening", "晚报", "extra", "special",
    ]  # fmt: skip


def test_a_release_time_goes_before_the_label() -> None:
    late, early = ("morning", "2025-04-16T12:00+08:00"), ("evening", "2025-04-16T11:00+08:00")
    assert in_order(late, early) == ["evening", "morning"]


def test_a_date_goes_before_a_release_time() -> None:
    late = publication_order(EditionKey(DAY), at("2025-04-20T00:00+08:00"))
    assert late < publication_order(EditionKey(date(2025, 4, 17)), at("2025-04-17T00:00+08:00"))


def test_an_edition_comes_out_at_midnight_in_the_papers_zone_or_when_it_says() -> None:
    assert release_of(EditionKey(DAY), None, ZONE) == at("2025-04-15T16:00+00:00")
    described = EditionFile(EditionKey(DAY), "d")
    assert release_of(EditionKey(DAY), described, ZONE) == at("2025-04-16T00:00+08:00")
    moment = at("2025-04-16T05:30+08:00")
    assert release_of(EditionKey(DAY), replace(described, release=moment), ZONE) == moment


def test_a_story_comes_out_when_it_says_so_and_a_draft_never() -> None:
    stories = (
        article("draft.md", draft=True),
        article("later.md", publish_at=at("2025-04-16T12:00+08:00")),
        article("now.md"),
    )
    copy = EditionCopy(EditionKey(DAY), stories)
    for moment, files in (("2025-04-16T11:59+08:00", ["now.md"]), ("2025-04-16T12:00+08:00", ["later.md", "now.md"])):
        assert [story.file for story in released(copy, at(moment), drafts=False).articles] == files
    assert released(copy, at("2000-01-01T00:00Z"), drafts=True) == copy


@pytest.mark.parametrize(
    ("one", "other"), [("001", "1"), ("a5", "A05"), ("A05", " A5 "), ("T3", "t03"), ("A05甲", "a5甲"), ("特", "特")]
)
def test_page_numbers_are_the_same_however_they_are_printed(one: str, other: str) -> None:
    assert page_key(one) == page_key(other)


def test_pages_stand_in_the_order_of_their_numbers() -> None:
    numbers = ["B01", "10", "A12", "2", "A02", "001", "A02b"]
    assert sorted(numbers, key=page_key) == ["001", "2", "10", "A02", "A02b", "A12", "B01"]


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("b.md", "content/x/b.md"),
        ("./b.md", "content/x/b.md"),
        ("../y/b.md", "content/y/b.md"),
        ("../../../../b.md", "b.md"),
        ("", "content/x"),
    ],
)
def test_a_target_is_relative_to_its_file(target: str, path: str) -> None:
    assert beside("content/x/a.md", target) == path


def test_an_article_names_its_pictures_and_documents() -> None:
    links = ("other.md", "/archive/", "report%20one.pdf", "../b/rules.pdf#page=2")
    body = Body(links=tuple(BodyLink(link, Place("")) for link in links), pictures=(Picture("c.jpg"),))
    story = article("content/a/a.md", pictures=(Picture("../a.jpg"),), body=body)
    assert list(files_named_by(story)) == [
        "content/a.jpg", "content/a/c.jpg", "content/a/report one.pdf", "content/b/rules.pdf",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("content/a/Big Photo.JPG", "/files/Big-Photo.0123456789ab.jpg"),
        ("content/公园.svg", "/files/公园.0123456789ab.svg"),
    ],
)
def test_a_file_is_published_under_a_name_of_its_content(path: str, address: str) -> None:
    assert Attachment(path, "0123456789abcdef" * 4).address == address


@pytest.mark.parametrize(
    ("url", "base"),
    [("", ""), ("https://p.example", ""), ("https://p.example/paper", "/paper"), ("http://p.example/a/b/", "/a/b")],
)
def test_the_path_that_a_site_lives_under_is_its_urls(url: str, base: str) -> None:
    assert Newspaper(url=url).base == base
