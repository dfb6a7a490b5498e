"""What goes with every copy of a picture."""

import pytest

from broadsheet.model.credit import credit_line
from broadsheet.model.picture import Picture
from broadsheet.model.rights import Rights, rights_of

SOURCE_TYPE = "http://cv.iptc.org/newscodes/digitalsourcetype/composite"


def test_the_rights_are_the_picture_s_words() -> None:
    picture = Picture(
        "a.jpg",
        creator="李某",
        credit="津渡社",
        copyright="© 津渡社",
        license="https://a.example/by",
        licensor="津渡图片",
        acquire="mailto:desk@a.example",
        source_type="composite",
    )
    assert rights_of(picture) == Rights(
        "李某", "津渡社", "© 津渡社", "https://a.example/by", "津渡图片", "mailto:desk@a.example", SOURCE_TYPE
    )


def test_addresses_of_the_site_are_told_from_its_own_or_not_at_all() -> None:
    picture = Picture("a.jpg", license="/rights/", acquire="/imprint/#rights")
    told = rights_of(picture, "https://paper.example/news")
    assert (told.license, told.acquire) == (
        "https://paper.example/news/rights/",
        "https://paper.example/news/imprint/#rights",
    )
    assert rights_of(picture) == Rights()


@pytest.mark.parametrize("word", ["none", "无"])
@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_no_credit_is_neither_printed_nor_carried(word: str, language: str) -> None:
    picture = Picture("a.jpg", credit=word, reason="unknown")
    assert rights_of(picture) == Rights()
    assert credit_line(picture, language) == ""
