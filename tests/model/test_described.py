"""A picture's file speaks where the editor says nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from broadsheet.model.archive import EditionCopy
from broadsheet.model.article import Article
from broadsheet.model.body import Body
from broadsheet.model.described import described, described_article, described_copy
from broadsheet.model.edition import EditionKey
from broadsheet.model.picture import Picture
from broadsheet.model.picture_file import PictureFile, Said

FILE = PictureFile(
    "JPEG",
    8,
    6,
    said=(
        Said("creator", "李某", "XMP dc:creator"),
        Said("credit", "津渡社", "IPTC 2:110"),
        Said("caption", "渡船离岸", "EXIF ImageDescription"),
    ),
)
KEY = EditionKey(date(2025, 4, 16))


def test_each_field_that_the_editor_left_empty_is_the_file_s_with_its_origin() -> None:
    assert described(Picture("a.jpg", caption="猫"), FILE) == Picture(
        "a.jpg",
        caption="猫",
        creator="李某",
        credit="津渡社",
        origins=(("creator", "XMP dc:creator"), ("credit", "IPTC 2:110")),
    )


@pytest.mark.parametrize("word", ["none", "None", "无", "無"])
def test_the_editor_s_word_that_there_is_no_credit_stands(word: str) -> None:
    picture = Picture("a.jpg", credit=word, reason="作者不详")
    assert described(picture, FILE) == replace(
        picture, caption="渡船离岸", origins=(("caption", "EXIF ImageDescription"),)
    )


def test_a_picture_without_a_file_keeps_its_words() -> None:
    picture = Picture("a.jpg", credit="李某")
    assert described(picture, None) == picture


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("composite", "http://cv.iptc.org/newscodes/digitalsourcetype/composite"),
        ("kompositum", "kompositum"),
        ("", ""),
    ],
)
def test_a_source_type_that_is_typed_by_name_becomes_its_address(typed: str, known: str) -> None:
    assert described(Picture("a.jpg", source_type=typed), None).source_type == known


def test_pictures_of_the_front_matter_and_of_the_body_are_described() -> None:
    article = Article("c/16/a.md", KEY, "a", ("题",), pictures=(Picture("a.jpg"), Picture("b.jpg")))
    article = replace(article, body=Body(pictures=(Picture("../a.jpg"),)))
    copy = described_copy(EditionCopy(KEY, (article,)), {"c/16/a.jpg": FILE, "c/a.jpg": FILE})
    found = copy.articles[0]
    assert [picture.credit for picture in (*found.pictures, *found.body.pictures)] == ["津渡社", "", "津渡社"]


def test_an_article_without_pictures_is_the_same() -> None:
    article = Article("c/16/a.md", KEY, "a", ("题",))
    assert described_article(article, {"c/16/a.jpg": FILE}) is article
