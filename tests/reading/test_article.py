from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from broadsheet.model.article import Article, Correction
from broadsheet.model.edition import EditionFile, EditionKey
from broadsheet.model.place import Place
from broadsheet.reading.article import read_article
from broadsheet.reading.source import Source

DAY = date(2025, 4, 16)
FOLDER = EditionFile(EditionKey(DAY, "evening"), "content", place=Place("content/edition.yaml", 1, 7, 10))


def read(front: str, body: str = "正文。\n", folder: EditionFile | None = None) -> Article:
    article, diagnostics = read_article(Source("content/park.md", f"---\n{front}---\n{body}"), folder, "Asia/Shanghai")
    assert article is not None, diagnostics
    return article


def codes(front: str, folder: EditionFile | None = None, *, date_unknown: bool = False) -> list[str]:
    source = Source("content/park.md", f"---\n{front}---\n正文。\n")
    article, diagnostics = read_article(source, folder, "Asia/Shanghai", date_unknown=date_unknown)
    assert article is None
    return [found.code for found in diagnostics]


def test_everything_that_the_front_matter_says() -> None:
    article = read("""\
title: [一行, 两行]
kicker: 引题
date: 2025-04-16
section: 城事
page: A05
importance: 1
images: [{src: park.jpg, alt: 公园, credit: 本报}]
aliases: [/old/park, /older/park.html]
publish_at: 2025-04-16T06:00
corrections: [{date: 2025-04-17, text: 数字有误。}]
x-mood: 晴
""")
    assert (article.title, article.kicker, article.slug) == (("一行", "两行"), ("引题",), "park")
    assert article.edition == EditionKey(DAY)
    assert (article.section, article.page, article.importance) == ("城事", "A05", 1)
    assert (article.pictures[0].src, article.pictures[0].place) == ("park.jpg", Place("content/park.md", 8, 16, 8))
    assert article.publish_at == datetime(2025, 4, 16, 6, tzinfo=ZoneInfo("Asia/Shanghai"))
    assert article.corrections == (Correction(date(2025, 4, 17), "数字有误。"),)
    assert article.own == (("x-mood", "晴"),)
    assert article.place_of("page") == (Place("content/park.md", 6, 7, 3), "page: A05")
    assert article.place_of("aliases /older/park.html")[0] == Place("content/park.md", 9, 22, 16)
    assert article.place_of("jump_to") == (Place("content/park.md"), "")


@pytest.mark.parametrize(
    ("front", "folder", "key"),
    [
        ("date: 2025-04-16\n", None, EditionKey(DAY)),
        ("date: 2025-04-16\nedition: 晚报\n", None, EditionKey(DAY, "晚报")),
        ("", FOLDER, EditionKey(DAY, "evening")),
        ("date: 2025-04-16\n", FOLDER, EditionKey(DAY, "evening")),
        ("edition: extra\n", FOLDER, EditionKey(DAY, "extra")),
    ],
)
def test_the_edition_is_the_article_s_or_the_folder_s(front: str, folder: EditionFile | None, key: EditionKey) -> None:
    assert read(f"title: a\n{front}", folder=folder).edition == key


@pytest.mark.parametrize(
    ("front", "folder", "says"),
    [
        ("title: a\n", None, ["missing-date"]),
        ("date: 2025-04-16\n", None, ["missing-title"]),
        ("section: a\n", None, ["missing-title", "missing-date"]),
        ("title: a\ndate: 2025-04-17\n", FOLDER, ["two-dates"]),
        ("title: a\ndate: 2025-04-16\nslug: '#'\n", None, ["bad-slug"]),
        (
            "title: a\ndate: 2025-04-16\naliases: [/a/../b, 'https://a.example/x', '/?p=1', /]\n",
            None,
            ["bad-alias"] * 4,
        ),
        (f"title: a\ndate: 2025-04-16\naliases: /{'长' * 80}\n", None, ["bad-alias"]),
        ("", None, ["missing-front-matter"]),
    ],
)
def test_what_an_article_lacks_or_contradicts_is_told(front: str, folder: EditionFile | None, says: list[str]) -> None:
    assert codes(front, folder) == says


def test_a_date_that_an_edition_at_fault_would_give_is_not_missed() -> None:
    assert codes("title: a\n", date_unknown=True) == []
    assert codes("titel: a\n", date_unknown=True) == ["unknown-key"]


def test_faults_of_the_body_are_told_with_those_of_the_front_matter() -> None:
    source = Source("park.md", "---\ntitle: a\n---\n[x](javascript:y)\n")
    _, diagnostics = read_article(source, None, "Asia/Shanghai")
    assert [found.code for found in diagnostics] == ["missing-date", "unsafe-link"]


@pytest.mark.parametrize(
    ("typed", "text", "names"),
    [
        ("记者 李某", "记者 李某", ["李某"]),
        ("[{name: 李某, role: 记者, org: 本报}, 王某]", None, ["李某", "王某"]),
        ("[{name: 李某}]", "李某", ["李某"]),
    ],
)
def test_a_byline_of_the_front_matter(typed: str, text: str | None, names: list[str]) -> None:
    byline = read(f"title: a\ndate: 2025-04-16\nbyline: {typed}\n").byline
    assert [person.name for person in byline.people] == names
    assert text is None or byline.text == text


def test_a_byline_that_stands_alone_in_the_copy_moves_to_the_head() -> None:
    article = read("title: a\ndate: 2025-04-16\n", "正文。\n\n记者 李某\n")
    assert (article.byline.text, article.byline_in_body) == ("记者 李某", False)
    assert article.body.paragraphs == ("正文。",)


def test_a_byline_in_the_running_copy_stays_there_with_its_names_linked() -> None:
    article = read("title: a\ndate: 2025-04-16\n", "本报海口7月22日讯（记者 李某）正文。\n")
    assert article.byline_in_body
    assert [link.target for link in article.body.links] == ["/bylines/李某/"]
    assert article.dateline == ""


def test_lines_of_the_body_are_counted_from_the_file_s_first() -> None:
    body = read("title: a\ndate: 2025-04-16\n", "记者 李某\n\n见[旧稿](old.md)。\n").body
    assert body.links[0].place == Place("content/park.md", 7, 7, 6)
