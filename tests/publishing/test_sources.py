"""What may have changed in the content folder, and how far it is read."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from broadsheet.publishing import crew, disk, sources
from broadsheet.publishing.crew import LocalCrew
from broadsheet.publishing.ledger import Ledger
from broadsheet.publishing.look import look
from broadsheet.publishing.progress import Silent
from broadsheet.publishing.shelf import LocalShelf
from broadsheet.publishing.sources import ContentFolder, folder_plan, is_plan, read_changes, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.conftest import Newsroom

DAY = "2025-04-16"
CONTENT = LocalShelf(Path("content"))


@dataclass
class Looked:
    """What a look at the content folder came to; `files` are those that were read on or that are gone."""

    files: set[str] = field(default_factory=set)
    editions: set[str] = field(default_factory=set)
    broken: set[str] = field(default_factory=set)
    told: list[tuple[int, int]] = field(default_factory=list)


def read(workers: int = 1) -> Looked:
    looked = Looked()
    before = known("file").keys()

    class Waiting(Silent):
        def reach(self, done: int, total: int) -> None:
            looked.told.append((done, total))

    class Noted(LocalCrew):
        def map(self, job: Any, orders: Any, weigh: Any) -> Iterator[Any]:
            for rows in super().map(job, orders, weigh):
                looked.files |= {row.file for row in rows if not row.same}
                yield rows

    with Ledger(Path(".cache"), "public") as ledger, Noted(workers, Silent()) as hands:
        folder = ContentFolder(Path("content"), "content", "Asia/Shanghai")
        touched = read_changes(look(CONTENT, ledger), ledger, hands, folder, Waiting())
        ledger.commit()
    looked.files |= before - known("file").keys()
    looked.editions, looked.broken = touched.editions, touched.broken
    return looked


def known(column: str) -> dict[str, object]:
    with Ledger(Path(".cache"), "public") as ledger:
        return dict(ledger.rows(f"SELECT file, {column} FROM files"))  # noqa: S608 - our own columns


@pytest.fixture
def paper(newsroom: Newsroom) -> Newsroom:
    newsroom.write({"content/newspaper.yaml": "title: 报\n", "content/d/notes.txt": "手记", "content/.hidden": ""})
    newsroom.edition("d", date=DAY)
    newsroom.story("d/a.md", section="城事")
    newsroom.story("d/b.md", publish_at="2025-04-16T18:00", slug="Bee")
    newsroom.story("c.md", date="2025-04-17", draft="true")
    newsroom.story("d/broken.md", sektion="城事")
    return newsroom


@pytest.mark.usefixtures("paper")
def test_all_files_are_read_the_first_time_and_none_the_second(monkeypatch: pytest.MonkeyPatch) -> None:
    looked = read()
    assert looked.files == {
        "newspaper.yaml", "c.md", "d/a.md", "d/b.md", "d/broken.md", "d/edition.yaml", "d/notes.txt",
    }  # fmt: skip
    assert (looked.editions, looked.broken, looked.told) == ({DAY, "2025-04-17"}, {"d/broken.md"}, [(7, 7)])
    monkeypatch.setattr(disk, "read", lambda path: pytest.fail(f"{path} is read"))
    assert read() == Looked()


@pytest.mark.usefixtures("paper")
def test_what_is_known_of_a_file_is_what_the_plan_of_the_paper_needs() -> None:
    read()
    assert known("edition") == {
        "newspaper.yaml": None, "c.md": "2025-04-17", "d/a.md": DAY, "d/b.md": DAY, "d/broken.md": None,
        "d/edition.yaml": DAY, "d/notes.txt": None,
    }  # fmt: skip
    addresses = {file: address for file, address in known("address").items() if address}
    assert addresses == {"c.md": "/2025/04/17/c/", "d/a.md": "/2025/04/16/a/", "d/b.md": "/2025/04/16/Bee/"}
    shown = known("shown_from")
    assert (shown["c.md"], shown["d/a.md"], shown["d/b.md"]) == (None, "", "2025-04-16T10:00:00+00:00")


CHANGES: dict[str, tuple[Callable[[Newsroom], None], set[str], set[str]]] = {
    "nothing": (lambda _: None, set(), set()),
    "a file's time": (lambda n: os.utime(n.folder / "content/d/a.md", (1, 1)), set(), set()),
    "all files' times": (
        lambda n: [os.utime(path, (1, 1)) for path in (n.folder / "content").rglob("*.md")] and None,
        set(),
        set(),
    ),
    "a story": (lambda n: n.story("d/a.md", "新的。"), {"d/a.md"}, {DAY}),
    "a new story": (lambda n: n.story("new.md", date="2025-05-01"), {"new.md"}, {"2025-05-01"}),
    "a story that goes": (lambda n: n.remove("content/c.md"), {"c.md"}, {"2025-04-17"}),
    "a folder that goes": (
        lambda n: shutil.rmtree(n.folder / "content/d"),
        {"d/a.md", "d/b.md", "d/broken.md", "d/edition.yaml", "d/notes.txt"},
        {DAY},
    ),
    "an edition.yaml, with all beside it": (
        lambda n: n.edition("d", date="2025-04-18"),
        {"d/a.md", "d/b.md", "d/broken.md", "d/edition.yaml"},
        {DAY, "2025-04-18"},
    ),
    # Its stories are read again with it, but nobody's bytes are others.
    "an edition.yaml's time": (
        lambda n: os.utime(n.folder / "content/d/edition.yaml", (1, 1)),
        {"d/a.md", "d/b.md", "d/broken.md", "d/edition.yaml"},
        {DAY},
    ),
    "another file": (lambda n: n.write({"content/d/notes.txt": "新"}), {"d/notes.txt"}, set()),
    "a story that breaks": (lambda n: n.write({"content/d/a.md": b"\xff"}), {"d/a.md"}, {DAY}),
    "a story renamed": (
        lambda n: (n.folder / "content/c.md").rename(n.folder / "content/e.md") and None,
        {"c.md", "e.md"},
        {"2025-04-17"},
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_touches_what_may_be_another_for_it(paper: Newsroom, change: str) -> None:
    act, files, editions = CHANGES[change]
    read()
    act(paper)
    looked = read()
    assert (looked.files, looked.editions) == (files, editions)
    assert read() == Looked()


@pytest.mark.usefixtures("paper")
def test_the_number_of_workers_makes_no_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    read()
    alone = {column: known(column) for column in ("digest", "edition", "address", "shown_from", "slug", "page", "plan")}
    shutil.rmtree(".cache")
    monkeypatch.setattr(crew, "ENOUGH", 1)
    monkeypatch.setattr(sources, "CHUNK", 2)
    assert read(workers=2).told == [(2, 7), (4, 7), (6, 7), (7, 7)]
    assert {column: known(column) for column in alone} == alone


def test_a_file_that_cannot_be_read_is_broken_until_it_can(paper: Newsroom) -> None:
    (paper.folder / "content/gone.md").symlink_to("nowhere.md")
    assert read().broken == {"d/broken.md", "gone.md"}
    paper.story("nowhere.md", date=DAY)
    looked = read()
    assert (looked.broken, looked.files) == (set(), {"gone.md", "nowhere.md"})


def test_a_broken_edition_yaml_leaves_the_dates_of_its_stories_open(paper: Newsroom) -> None:
    paper.write({"content/d/edition.yaml": "date: ["})
    assert read().broken == {"d/edition.yaml", "d/a.md", "d/b.md", "d/broken.md"}
    assert folder_plan(CONTENT, "content", "d", "UTC") == (None, True)
    assert folder_plan(CONTENT, "content", "", "UTC") == (None, False)
    paper.write({"content/d/edition.yaml": b"\xff"})
    assert folder_plan(CONTENT, "content", "d", "UTC") == (None, True)
    assert "d/edition.yaml" in read().broken


@pytest.mark.usefixtures("newsroom")
def test_a_folder_that_is_not_there_has_nothing_in_it() -> None:
    assert read() == Looked()


@pytest.mark.parametrize(
    ("error", "message", "hint"),
    [
        (
            FileNotFoundError(2, "No such file or directory"),
            "No such file or directory",
            "does the link lead to a file?",
        ),
        (PermissionError(13, "Permission denied"), "Permission denied", "may this account read it?"),
    ],
)
def test_why_a_text_cannot_be_read_is_told(
    monkeypatch: pytest.MonkeyPatch, error: OSError, message: str, hint: str
) -> None:
    def failing(_: Path) -> bytes:
        raise error

    monkeypatch.setattr(disk, "read", failing)
    found = text_of(CONTENT, "content", "a.md")
    assert (found.message, found.hint) == (f"the file can't be read: {message}", hint)  # type: ignore[union-attr] # there is one


@pytest.mark.parametrize(
    ("file", "plan"), [("edition.yaml", True), ("a/edition.yaml", True), ("a/edition.yml", False), ("edition", False)]
)
def test_an_edition_is_described_in_edition_yaml(file: str, plan: bool) -> None:
    assert is_plan(file) is plan
