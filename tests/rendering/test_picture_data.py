"""What pictures say of themselves to machines: complete on every page of the demo, and nothing made up."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest

from broadsheet.planning.views import Figure, Link
from broadsheet.publishing.press import build
from broadsheet.publishing.settings import Settings
from broadsheet.rendering.picture_data import image_object
from tests.rendering.test_layout_files import SITE

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
WHERE = "https://news.example.org"
COMPLETE = {
    *("@type", "contentUrl", "url", "width", "height", "caption", "creator"),
    *("creditText", "copyrightNotice", "license", "acquireLicensePage"),
}
"""Google's fields for image licences, and what says which picture it is."""


class Reader(HTMLParser):
    """The pictures in a page's figures, and its structured data."""

    def __init__(self) -> None:
        super().__init__()
        self.pictures: list[dict[str, str | None]] = []
        self.data: list[Any] = []
        self._figures = 0
        self._is_data = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._figures += tag == "figure"
        self._is_data = ("type", "application/ld+json") in attrs
        if tag == "img" and self._figures:
            self.pictures.append(dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        self._figures -= tag == "figure"
        self._is_data = False

    def handle_data(self, data: str) -> None:
        if self._is_data:
            self.data.append(json.loads(data))


def objects(data: Any) -> Iterator[dict[str, Any]]:
    """Every ImageObject with a contentUrl, however deep."""
    if isinstance(data, dict):
        if data.get("@type") == "ImageObject" and "contentUrl" in data:
            yield data
        data = list(data.values())
    if isinstance(data, list):
        for each in data:
            yield from objects(each)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Reader]:
    """Every page of the demo, read, by path; the folder is under ""."""
    folder = tmp_path_factory.mktemp("demo")
    places = {"content": ROOT / "content", "layouts": ROOT / "layouts", "assets": ROOT / "assets"}
    edited = build(Settings(**places, output=folder / "public", cache=folder / "cache", search=False))
    assert edited.diagnostics == ()
    pages: dict[str, Reader] = {}
    for file in sorted((folder / "public").rglob("*.html")):
        reader = Reader()
        reader.feed(file.read_text(encoding="utf-8"))
        pages[file.relative_to(folder / "public").as_posix()] = reader
        for picture in reader.pictures:
            assert (folder / "public" / unquote(picture["src"] or "").lstrip("/")).is_file()
    return pages


def test_every_picture_of_the_demo_is_described_in_full(demo: dict[str, Reader]) -> None:
    described = {unquote(each["contentUrl"]): each for reader in demo.values() for each in objects(reader.data)}
    shown = {
        (path, WHERE + unquote(picture["src"] or "")) for path, reader in demo.items() for picture in reader.pictures
    }
    assert len(shown) > 20
    assert {
        (path, address): COMPLETE - described.get(address, {}).keys()
        for path, address in shown
        if not described.get(address, {}).keys() >= COMPLETE
    } == {}


def test_a_story_describes_the_pictures_that_it_shows(demo: dict[str, Reader]) -> None:
    stories = {path: reader for path, reader in demo.items() if any(objects(reader.data))}
    assert len(stories) > 5
    for path, reader in stories.items():
        shown = sorted(WHERE + unquote(picture["src"] or "") for picture in reader.pictures)
        assert sorted(unquote(each["contentUrl"]) for each in objects(reader.data)) == shown, path


def test_every_picture_of_the_demo_has_its_words_and_its_size(demo: dict[str, Reader]) -> None:
    for reader in demo.values():
        for picture in reader.pictures:
            assert picture["alt"]
            assert re.fullmatch(r"[1-9]\d*", picture["width"] or "")
            assert re.fullmatch(r"[1-9]\d*", picture["height"] or "")


def said(policies: tuple[Link, ...] = (), **words: str) -> dict[str, Any]:
    """What a picture of 3 x 2 pixels says on a site with such policies."""
    told: dict[str, Any] = json.loads(
        image_object(replace(SITE, policies=policies), Figure("/files/a.jpg", 3, 2, "画", **words))
    )
    return told


def test_all_that_is_known_of_a_picture_is_said() -> None:
    told = said(
        caption="图注",
        creator="记者 李某、汀洲社",
        credit="汀洲社（李某 摄）",
        copyright="© 报",
        license="/imprint/#by",
        acquire="https://a.example.org/",
        date="2025:04:15 10:20:30",
        location="渡口",
        source_type="http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture",
    )
    assert told == {
        "@type": "ImageObject",
        "contentUrl": f"{WHERE}/files/a.jpg",
        "url": f"{WHERE}/files/a.jpg",
        "width": {"@type": "QuantitativeValue", "value": 3, "unitCode": "E37"},
        "height": {"@type": "QuantitativeValue", "value": 2, "unitCode": "E37"},
        "caption": "图注",
        "creator": [{"@type": "Person", "name": "李某"}, {"@type": "Organization", "name": "汀洲社"}],
        "creditText": "汀洲社（李某 摄）",
        "copyrightNotice": "© 报",
        "license": f"{WHERE}/imprint/#by",
        "acquireLicensePage": "https://a.example.org/",
        "digitalSourceType": "https://schema.org/DigitalCaptureDigitalSource",
        "dateCreated": "2025-04-15T10:20:30",
        "contentLocation": {"@type": "Place", "name": "渡口"},
    }


def test_nothing_is_made_up() -> None:
    told = said(credit="图片由某某中心提供", date="去年", source_type="photo")
    assert told.keys() == {"@type", "contentUrl", "url", "width", "height", "caption", "creditText"}
    assert told["caption"] == "画"


def test_the_papers_own_pictures_are_made_by_the_paper() -> None:
    house = {"@type": "Organization", "name": "编辑部"}
    assert said(credit="本报制图")["creator"] == house
    assert said(creator="本报制图", credit="津渡日报")["creator"] == house
    assert said(creator="本报美术室")["creator"] == {"@type": "Organization", "name": "本报美术室"}
    assert said(creator="Jane Doe")["creator"] == {"@type": "Person", "name": "Jane Doe"}


@pytest.mark.parametrize("name", ["pictures", "Photo use", "Copyright", "licensing", "版权", "图片使用", "授權"])
def test_the_papers_policy_on_pictures_stands_for_a_licence_that_a_picture_lacks(name: str) -> None:
    policies = (Link("ethics", "/imprint/#ethics"), Link(name, "/imprint/#pictures"))
    told = said(policies)
    assert (told["license"], told["acquireLicensePage"]) == (f"{WHERE}/imprint/#pictures",) * 2
    own = said(policies, license="https://l.example.org/", acquire="/buy/")
    assert (own["license"], own["acquireLicensePage"]) == ("https://l.example.org/", f"{WHERE}/buy/")
    assert "license" not in said(policies[:1])
