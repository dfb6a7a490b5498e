"""Copies of pictures in a build: made once, kept, taken away, and never in place of what is broken."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from broadsheet.publishing import edition_work, picture_work
from broadsheet.publishing.picture_cache import PictureCache

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Newsroom

DAY = "2025-04-16"
WORDS = {"alt": "渡口", "creator": "李某"}


@pytest.fixture
def made(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The pictures that were decoded and encoded since it was last cleared."""
    names: list[str] = []
    derive = picture_work.derive

    def told(opened: Any, file: Any, renditions: Any, rights: Any, focus: str) -> Any:
        names.append(renditions.name.rpartition("/")[2].partition(".")[0])
        return derive(opened, file, renditions, rights, focus)

    monkeypatch.setattr(picture_work, "derive", told)
    newsroom.photo("a.jpg", (800, 600))
    newsroom.photo("b.png", (300, 200), "#123456")
    newsroom.story("one.md", date=DAY, images=[{"src": "a.jpg", **WORDS}, {"src": "b.png", **WORDS}])
    newsroom.story("two.md", '![渡口](b.png){creator="李某"}', date="2025-04-17")
    return names


def files(newsroom: Newsroom) -> set[str]:
    return {path.removeprefix("files/") for path in newsroom.outputs() if path.startswith("files/")}


def test_copies_are_published_and_never_the_file_itself(newsroom: Newsroom, made: list[str]) -> None:
    newsroom.built()
    names = {name.partition(".")[0]: name.split(".")[1] for name in files(newsroom) if "card" in name}
    assert sorted(made) == ["a", "b", "b"]
    assert {name for name in files(newsroom) if name.startswith("a.")} == {
        *(f"a.{names['a']}.{width}.{ending}" for width in (210, 420, 800) for ending in ("avif", "webp", "jpg")),
        f"a.{names['a']}.card.jpg",
    }
    page = newsroom.page("/2025/04/16/one/")
    assert f"/files/a.{names['a']}.800.jpg" in page
    original = (newsroom.folder / "content/a.jpg").read_bytes()
    assert original not in newsroom.outputs().values()


def test_a_second_build_and_one_of_other_copy_make_no_picture(newsroom: Newsroom, made: list[str]) -> None:
    newsroom.built()
    before = files(newsroom)
    made.clear()
    assert not newsroom.changed().made
    newsroom.story("one.md", "另一段。", date=DAY, images=[{"src": "a.jpg", **WORDS}, {"src": "b.png", **WORDS}])
    newsroom.built()
    assert made == []
    assert files(newsroom) == before


def test_a_file_that_was_looked_at_is_not_looked_at_again(
    newsroom: Newsroom, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    newsroom.built()
    made.clear()
    looked: list[str] = []
    attach = edition_work.attach

    def told(shelf: Any, shown: str, named: Any, diagnostics: Any, known: Any) -> Any:
        named = list(named)
        looked.extend(file for file in named if file not in known)
        return attach(shelf, shown, named, diagnostics, known)

    monkeypatch.setattr(edition_work, "attach", told)
    newsroom.story("one.md", "另一段。", date=DAY, images=[{"src": "a.jpg", **WORDS}, {"src": "b.png", **WORDS}])
    newsroom.built()
    assert looked == []
    newsroom.photo("a.jpg", (700, 600))
    newsroom.built()
    assert looked == ["content/a.jpg"]


def test_another_credit_or_another_picture_makes_its_copies_anew(newsroom: Newsroom, made: list[str]) -> None:
    newsroom.built()
    before = files(newsroom)
    made.clear()
    newsroom.story("two.md", '![渡口](b.png){creator="王某"}', date="2025-04-17")
    newsroom.built()
    assert made == ["b"]
    after = files(newsroom)
    assert len(before - after) == len(after - before) == 7
    made.clear()
    newsroom.photo("a.jpg", (700, 600))
    newsroom.built()
    assert made == ["a"]
    assert {name.split(".")[2] for name in files(newsroom) if name.startswith("a.")} == {"210", "420", "700", "card"}


def test_copies_of_a_picture_that_nobody_shows_any_more_go(newsroom: Newsroom, made: list[str]) -> None:
    newsroom.built()
    cached = newsroom.folder / ".cache/pictures"
    assert len(list(cached.iterdir())) == 3
    newsroom.story("one.md", date=DAY)
    newsroom.built()
    assert {name.partition(".")[0] for name in files(newsroom)} == {"b"}
    assert len(list(cached.iterdir())) == 1
    newsroom.remove("content/two.md")
    newsroom.built()
    assert files(newsroom) == set()
    assert made


def test_a_lost_output_folder_is_filled_from_the_cache(newsroom: Newsroom, made: list[str]) -> None:
    newsroom.built()
    before = newsroom.outputs()
    made.clear()
    shutil.rmtree(newsroom.folder / "public")
    newsroom.built()
    assert made == []
    assert newsroom.outputs() == before
    shutil.rmtree(newsroom.folder / "public")
    next((newsroom.folder / ".cache/pictures").iterdir()).write_bytes(b"no zip")
    newsroom.built()
    assert len(made) == 1
    assert newsroom.outputs() == before


def test_one_copy_that_is_gone_or_changed_is_put_right(newsroom: Newsroom, made: list[str]) -> None:
    newsroom.built()
    before = newsroom.outputs()
    made.clear()
    first, second, *_ = sorted((newsroom.folder / "public/files").iterdir())
    first.unlink()
    second.write_bytes(b"other bytes")
    newsroom.built()
    assert made == []
    assert newsroom.outputs() == before


def test_a_picture_that_cannot_be_decoded_keeps_the_old_paper_until_it_is_mended(
    newsroom: Newsroom, made: list[str]
) -> None:
    newsroom.built()
    before = newsroom.outputs()
    whole = (newsroom.folder / "content/b.png").read_bytes()
    # The header and the end are whole: only decoding finds it out.
    data = whole[: whole.index(b"IDAT") + 4] + b"\0" * 40 + whole[whole.index(b"IDAT") + 44 :]
    newsroom.write({"content/b.png": data})
    for _ in range(2):
        edited = newsroom.build()
        assert {(d.code, d.place.file) for d in edited.diagnostics} == {("unreadable-picture", "content/b.png")}
        assert newsroom.outputs() == before
    newsroom.write({"content/b.png": whole})
    newsroom.built()
    assert newsroom.outputs() == before
    assert made


def test_a_picture_that_changes_while_the_paper_is_built_is_told(
    newsroom: Newsroom, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    find = PictureCache.find

    def swapped(cache: PictureCache, name: str, paths: Any) -> Any:
        newsroom.photo("a.jpg", (640, 480))
        return find(cache, name, paths)

    monkeypatch.setattr(PictureCache, "find", swapped)
    edited = newsroom.build()
    assert [(d.code, d.place.file, d.hint) for d in edited.diagnostics] == [
        ("unreadable-file", "content/a.jpg", "build again")
    ]
    monkeypatch.undo()
    newsroom.built()
    assert made


def test_pictures_are_the_same_whoever_makes_them(newsroom: Newsroom, made: list[str]) -> None:
    newsroom.built()
    alone = newsroom.outputs()
    assert made
    newsroom.built(output=newsroom.folder / "other", cache=newsroom.folder / ".other", workers=2)
    assert newsroom.outputs("other") == alone


def test_a_huge_picture_waits_for_its_turn(
    newsroom: Newsroom, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    turns: list[str] = []
    turn = picture_work.disk.turn

    def told(folder: Any, name: str, places: int) -> Any:
        turns.append(name)
        return turn(folder, name, places)

    monkeypatch.setattr(picture_work.disk, "turn", told)
    monkeypatch.setattr(picture_work, "HUGE", 300 * 200)
    newsroom.built()
    assert sorted(made) == ["a", "b", "b"]
    assert len(turns) == 1


def test_a_link_to_a_picture_leads_to_its_widest_copy(newsroom: Newsroom, made: list[str]) -> None:
    newsroom.photo("map.png", (500, 400))
    newsroom.story("three.md", "见[地图](map.png)。", date=DAY)
    newsroom.write({"content/newspaper.yaml": "imprint: 见[地图](map.png)。\n"})
    newsroom.built()
    assert made.count("map") == 1
    (copy,) = {name for name in files(newsroom) if name.startswith("map.") and name.endswith("500.jpg")}
    assert f'href="/files/{copy}"' in newsroom.page("/2025/04/16/three/")
    assert f'href="/files/{copy}"' in newsroom.page("/imprint/")


def test_a_picture_of_a_story_that_is_not_out_is_not_published(newsroom: Newsroom, made: list[str]) -> None:
    newsroom.story("two.md", '![渡口](b.png){creator="李某"}', date="2025-04-17", draft=True)
    newsroom.photo("c.jpg")
    newsroom.story("later.md", '![渡口](c.jpg){creator="李某"}', date="2035-04-17")
    newsroom.built()
    assert sorted(made) == ["a", "b"]
    assert "c" not in {name.partition(".")[0] for name in files(newsroom)}


def test_a_drawing_that_does_more_than_show_itself_is_published_without_that(newsroom: Newsroom) -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><script>0</script><rect/></svg>'
    newsroom.write({"content/d.svg": drawing})
    newsroom.story("one.md", date=DAY, images=[{"src": "d.svg", **WORDS}])
    for _ in range(2):
        edited = newsroom.build()
        assert [(d.code, d.place.file) for d in edited.diagnostics] == [("cleaned-drawing", "content/d.svg")]
        (name,) = files(newsroom)
        published = newsroom.outputs()[f"files/{name}"]
        assert b"<rect" in published
        assert b"script" not in published
        newsroom.story("one.md", "另一段。", date=DAY, images=[{"src": "d.svg", **WORDS}])


def test_a_document_is_published_as_it_is(newsroom: Newsroom) -> None:
    newsroom.write({"content/t.csv": "a,b\n"})
    newsroom.story("one.md", "见[表](t.csv)。", date=DAY)
    newsroom.built()
    newsroom.story("one.md", "还见[表](t.csv)。", date=DAY)
    newsroom.built()
    (name,) = files(newsroom)
    assert newsroom.outputs()[f"files/{name}"] == b"a,b\n"


def test_a_picture_of_the_paper_can_be_opened(newsroom: Newsroom, made: list[str]) -> None:
    newsroom.built()
    assert made
    for name in files(newsroom):
        with Image.open(newsroom.folder / "public/files" / name) as picture:
            picture.load()
