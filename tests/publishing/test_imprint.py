"""The imprint, which is linked and checked like a story, and files that nobody reads."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from broadsheet.publishing import disk

if TYPE_CHECKING:
    from tests.conftest import Newsroom

DAY = "2025-04-16"


def imprint(newsroom: Newsroom, *lines: str) -> None:
    text = "".join(f"  {line}\n" for line in lines)
    newsroom.write({"content/newspaper.yaml": f"imprint: |\n{text}"})


@pytest.fixture
def paper(newsroom: Newsroom) -> Newsroom:
    newsroom.picture("house.svg", 40)
    newsroom.write({"content/terms.pdf": b"%PDF-1.4"})
    newsroom.story("d/a.md", "## 半 {#半}\n\n文。", date=DAY)
    newsroom.story("b.md", date=DAY, draft="true")
    imprint(newsroom, "见[条款](terms.pdf)、[更正](/corrections/)和[甲](d/a.md#半)。")
    newsroom.built()
    return newsroom


def test_the_imprint_leads_to_stories_documents_and_pages(paper: Newsroom) -> None:
    page = paper.page("/imprint/")
    (terms,) = (path for path in paper.outputs() if path.startswith("files/terms."))
    for address in (f"/{terms}", "/corrections/", "/2025/04/16/a/#半"):
        assert f'href="{address}"' in page


def test_what_the_imprint_shows_goes_with_it(paper: Newsroom) -> None:
    paper.write({"content/terms.pdf": b"%PDF-1.5"})
    changed = paper.changed()
    assert {path.partition(".")[0] for path in changed.made} == {"files/terms", "imprint/index"}
    assert [path.partition(".")[0] for path in changed.removed] == ["files/terms"]
    imprint(paper, "本报。")
    assert {path.partition(".")[0] for path in paper.changed().removed} == {"files/terms"}


def test_the_imprint_follows_a_story_that_gets_another_address(paper: Newsroom) -> None:
    paper.story("d/a.md", "## 半 {#半}\n\n文。", date=DAY, slug="aa")
    paper.built()
    assert 'href="/2025/04/16/aa/#半"' in paper.page("/imprint/")


@pytest.mark.parametrize(
    ("line", "code", "message"),
    [
        ("见[乙](b.md)。", "unreleased-link", '"b.md" is not released yet'),
        ("见[无](c.md)。", "dead-link", 'no file "c.md"'),
        ("见[无](d/aa.md)。", "dead-link", 'no file "d/aa.md"'),
        ("见[无](/corections/)。", "dead-link", 'no page "/corections/" on this site'),
        ("见[无](d/a.md#no)。", "missing-fragment", '"d/a.md" has no heading "no"'),
        ("见[无](x.exe)。", "unpublished-kind", '"x.exe" is of a kind that is not published'),
        ("<marquee>动</marquee>", "html-removed", None),
    ],
)
def test_a_fault_of_the_imprint_is_told_at_its_line(paper: Newsroom, line: str, code: str, message: str | None) -> None:
    paper.write({"content/x.exe": b"MZ"})
    imprint(paper, "本报。", "", line)
    (found,) = paper.build().diagnostics
    assert (found.code, found.place.file, found.place.line) == (code, "content/newspaper.yaml", 4)
    assert message is None or found.message == message


def test_nothing_is_said_of_a_story_that_the_imprint_leads_to_and_that_is_broken(paper: Newsroom) -> None:
    paper.write({"content/d/a.md": b"\xff"})
    assert [found.code for found in paper.build().diagnostics] == ["encoding"]


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("a.markdown", "", 'did you mean "a.md"?'),
        ("d/b.txt", "---\ntitle: 乙\n---\n", 'did you mean "b.md"?'),
        ("d/b.txt", "手记", None),
        ("newspaper.yml", "title: 报\n", 'did you mean "newspaper.yaml"?'),
        ("d/newspaper.yaml", "title: 报\n", "settings are read from content/newspaper.yaml only"),
        ("d/edition.yml", "", 'did you mean "edition.yaml"?'),
        ("d/data.csv", "a,b", None),
    ],
)
def test_files_that_nobody_reads_are_told_by_every_build(
    paper: Newsroom, file: str, text: str, told: str | None
) -> None:
    paper.write({f"content/{file}": text})
    for _ in range(2):
        found = paper.build()
        assert [(d.place.file, d.hint) for d in found.diagnostics] == ([(f"content/{file}", told)] if told else [])
        assert found.published is not None


def test_a_text_that_a_story_links_to_is_meant_as_it_is(paper: Newsroom) -> None:
    paper.write({"content/notes.txt": "---\n手记"})
    assert [found.code for found in paper.build().diagnostics] == ["unread-file"]
    paper.story("c.md", "[手记](notes.txt)", date=DAY)
    paper.built()


def test_a_text_that_cannot_be_read_is_passed(paper: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    read = disk.read

    def guarded(path: str | Path) -> bytes:
        if Path(path).name == "notes.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(disk, "read", guarded)
    paper.write({"content/notes.txt": "---\n手记"})
    paper.built()
