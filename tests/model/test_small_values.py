"""Languages, credits, places and the order of diagnostics."""

from __future__ import annotations

from datetime import date

import pytest

from broadsheet.model.article import Article
from broadsheet.model.content_path import is_article, stem
from broadsheet.model.credit import credit_line
from broadsheet.model.diagnostic import Diagnostic
from broadsheet.model.edition import EditionKey
from broadsheet.model.language import is_chinese, is_traditional
from broadsheet.model.page_number import page_number
from broadsheet.model.picture import Picture
from broadsheet.model.place import Place


@pytest.mark.parametrize(
    ("tag", "chinese", "traditional"),
    [
        ("zh-Hans", True, False), ("zh", True, False), ("zh-Hant", True, True), ("zh-TW", True, True),
        ("zh-Hant-HK", True, True), ("zh-Hans-HK", True, False), ("yue-HK", True, True), ("en", False, False),
        ("ja-Hant", False, False),
    ],
)  # fmt: skip
def test_a_tag_says_which_script(tag: str, chinese: bool, traditional: bool) -> None:
    assert (is_chinese(tag), is_traditional(tag)) == (chinese, traditional)


@pytest.mark.parametrize(
    ("creator", "credit", "language", "line"),
    [
        ("", "", "zh-Hans", ""),
        ("李某", "", "zh-Hans", "李某 摄"),
        ("李某", "", "zh-Hant", "李某 攝"),
        ("李某 摄", "", "zh-Hans", "李某 摄"),
        ("", "资料图片", "zh-Hans", "资料图片"),
        ("李某", "津渡社发", "zh-Hans", "津渡社发（李某 摄）"),
        ("李某", "李某提供", "zh-Hans", "李某提供"),
        ("A. Writer", "Agency", "en", "Photo: A. Writer / Agency"),
        ("", "Courtesy of Jane Doe", "en", "Courtesy of Jane Doe"),
        ("", "", "en", ""),
    ],
)
def test_a_credit_is_printed_as_newspapers_do(creator: str, credit: str, language: str, line: str) -> None:
    assert credit_line(Picture("a.jpg", creator=creator, credit=credit), language) == line


def test_diagnostics_stand_in_the_order_of_mending() -> None:
    found = [
        Diagnostic("b", "m", Place("a.md", 2, 1)), Diagnostic("a", "m", Place("a.md", 2, 1)),
        Diagnostic("z", "m", Place("a.md", 1, 9)), Diagnostic("a", "m", Place("0.md", 9, 9)),
    ]  # fmt: skip
    ordered = sorted(found, key=lambda diagnostic: diagnostic.sort_key)
    assert [(d.place.file, d.code) for d in ordered] == [("0.md", "a"), ("a.md", "z"), ("a.md", "a"), ("a.md", "b")]


def test_a_value_that_was_not_typed_is_placed_at_the_file() -> None:
    story = Article(
        "a.md", EditionKey(date(2025, 4, 16)), "a", ("A",), places=(("page", Place("a.md", 3, 7), "page: x"),)
    )
    assert story.place_of("page") == (Place("a.md", 3, 7), "page: x")
    assert story.place_of("section") == (Place("a.md"), "")


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("5", "5"), ("001", "001"), ("A05", "A05"), ("第5版", "5"), ("第 A05 版", "A05"), ("5版", "5"), ("A5版", "A5"),
        ("Ａ０５", "A05"), ("第０５版", "05"), ("A 05", "A05"), (" T3 ", "T3"), ("第五版", "5"), ("四版", "4"),
        ("第十版", "10"), ("第十二版", "12"), ("第二十版", "20"), ("第三十六版", "36"), ("海外版", "海外版"),
        ("四", "四"), ("第版", "第版"), ("", ""),
    ],
)  # fmt: skip
def test_a_page_number_is_what_it_means(typed: str, number: str) -> None:
    assert page_number(typed) == number


@pytest.mark.parametrize(
    ("file", "article", "name"),
    [
        ("a/b.md", True, "b"),
        ("a/B.MD", True, "B"),
        ("b.md.md", True, "b.md"),
        ("a/edition.yaml", False, "edition.yaml"),
    ],
)
def test_an_article_is_known_by_its_file_s_name(file: str, article: bool, name: str) -> None:
    assert (is_article(file), stem(file)) == (article, name)
