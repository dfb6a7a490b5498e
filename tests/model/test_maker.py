"""Who made a picture."""

import pytest

from broadsheet.model.maker import Maker, is_own, makers

PEOPLE = {
    "李某": ["李某"],
    "记者 李某": ["李某"],
    "本报记者 李某 王某": ["李某", "王某"],
    "李某、王某 摄": ["李某", "王某"],
    "李某 摄影": ["李某"],
    "文/图 王某": ["王某"],
    "圖：陳某": ["陳某"],
    "記者 陳某／攝影": ["陳某"],
    "阿某·某某": ["阿某·某某"],
    "Jane Doe": ["Jane Doe"],
    "By Jane Doe and John Roe": ["Jane Doe", "John Roe"],
    "Photo: Jane Doe": ["Jane Doe"],
    "Photograph by Jane Doe": ["Jane Doe"],
    "李某, 李某": ["李某"],
    "本报记者 摄": [],
    "": [],
}
HOUSES = [
    "本报美术室",
    "汀洲社",
    "北辰区融媒体中心",
    "某某图书馆",
    "河务局",
    "City Desk",
    "Some Agency",
    "Doe Images Ltd.",
]


@pytest.mark.parametrize("typed", PEOPLE)
def test_people_are_told_apart_from_what_they_did(typed: str) -> None:
    assert makers(typed) == tuple(Maker(name, is_house=False) for name in PEOPLE[typed])


@pytest.mark.parametrize("typed", HOUSES)
def test_a_house_is_told_from_a_person(typed: str) -> None:
    assert makers(typed) == (Maker(typed, is_house=True),)


def test_a_person_and_their_agency_are_two_makers() -> None:
    assert makers("Jane Doe / Some Agency") == (Maker("Jane Doe", is_house=False), Maker("Some Agency", is_house=True))
    assert makers("图片由某某博物馆提供") == (Maker("某某博物馆", is_house=True),)


def test_only_words_for_the_paper_itself_are_its_own() -> None:
    assert all(map(is_own, ("本报", "本报制图", "本報資料圖片", "本社摄影")))
    assert not any(map(is_own, ("本报美术室", "汀洲社发", "本报记者 李某 摄", "")))
