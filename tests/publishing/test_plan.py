"""Editions before their copy is read: when they come out, in which order, with which sections."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from broadsheet.publishing.crew import LocalCrew
from broadsheet.publishing.ledger import Ledger
from broadsheet.publishing.look import look
from broadsheet.publishing.plan import files_of, plan_editions, planned, sections_of
from broadsheet.publishing.progress import Silent
from broadsheet.publishing.shelf import LocalShelf
from broadsheet.publishing.sources import ContentFolder, read_changes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadsheet.model.diagnostic import Diagnostic
    from broadsheet.publishing.plan import EditionPlan
    from broadsheet.publishing.sources import Touched
    from tests.conftest import Newsroom

DAY = "2025-04-16"
ZONE = "Asia/Shanghai"


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


class Desk:
    """Reads what changed and plans what it touches, as a build does first."""

    def __init__(self) -> None:
        self.ledger = Ledger(Path(".cache"), "public")

    def plan(self) -> list[EditionPlan]:
        self.touched, self.told = self.read()
        return planned(self.ledger)

    def read(self) -> tuple[Touched, list[Diagnostic]]:
        content, folder = LocalShelf(Path("content")), ContentFolder(Path("content"), "content", ZONE)
        changes = look(content, self.ledger)
        touched = read_changes(changes, self.ledger, LocalCrew(1, Silent()), folder, Silent())
        return touched, plan_editions(touched.editions, self.ledger, ZONE, "content")


@pytest.fixture
def desk(newsroom: Newsroom) -> Iterator[Desk]:
    assert newsroom.folder.is_dir()
    desk = Desk()
    with desk.ledger:
        yield desk


def labels(plans: list[EditionPlan]) -> list[str]:
    return [f"{plan.key.date} {plan.key.label}".strip() for plan in plans]


def test_editions_stand_in_the_order_of_publication(newsroom: Newsroom, desk: Desk) -> None:
    newsroom.story("a.md", date=DAY, edition="evening")
    newsroom.story("b.md", date=DAY)
    newsroom.story("c.md", date="2025-04-17")
    newsroom.edition("d", date=DAY, label="extra", release="2025-04-16T00:00")
    newsroom.edition("e", date=DAY, label="morning", release="2025-04-16T05:00")
    assert labels(desk.plan()) == [DAY, f"{DAY} evening", f"{DAY} extra", f"{DAY} morning", "2025-04-17"]


@pytest.mark.parametrize(
    ("as_of", "out"), [("2025-04-15T23:59:59+08:00", 0), ("2025-04-16T00:00+08:00", 1), ("2025-04-15T16:00+00:00", 1)]
)
def test_an_edition_comes_out_at_midnight_in_the_papers_zone(
    newsroom: Newsroom, desk: Desk, as_of: str, out: int
) -> None:
    newsroom.story("a.md", date=DAY)
    assert sum(plan.is_out(at(as_of), drafts=False) for plan in desk.plan()) == out


@pytest.mark.parametrize(("as_of", "out"), [("2025-04-16T05:29:59+08:00", 0), ("2025-04-16T05:30+08:00", 1)])
def test_an_edition_comes_out_at_its_release_time(newsroom: Newsroom, desk: Desk, as_of: str, out: int) -> None:
    newsroom.edition("d", date=DAY, release="2025-04-16T05:30")
    newsroom.story("d/a.md")
    (plan,) = desk.plan()
    assert plan.is_out(at(as_of), drafts=False) is bool(out)
    assert plan.is_out(at(as_of), drafts=True)


def test_an_edition_of_drafts_is_none_unless_it_is_planned(newsroom: Newsroom, desk: Desk) -> None:
    newsroom.story("a.md", date=DAY, draft="true")
    newsroom.edition("d", date="2025-04-17")
    newsroom.story("d/b.md", draft="true")
    assert [plan.is_out(at("2030-01-01T00:00Z"), drafts=False) for plan in desk.plan()] == [False, True]


def test_stories_are_shown_one_after_the_other_and_drafts_never(newsroom: Newsroom, desk: Desk) -> None:
    newsroom.story("a.md", date=DAY)
    newsroom.story("b.md", date=DAY, draft="true")
    newsroom.story("c.md", date=DAY, publish_at="2025-04-16T20:00")
    newsroom.story("d.md", date=DAY, publish_at="2025-04-16T09:00+00:00")
    (plan,) = desk.plan()
    assert (plan.count, plan.always, list(plan.turns())) == (
        4, 1, [at("2025-04-16T00:00+08:00"), at("2025-04-16T17:00+08:00"), at("2025-04-16T20:00+08:00")],
    )  # fmt: skip
    moments = {"16:59": 1, "17:00": 2, "19:59": 2, "20:00": 3}
    assert {moment: plan.shown(at(f"{DAY}T{moment}+08:00")) for moment in moments} == moments


def test_a_plan_is_another_one_with_any_of_its_files(newsroom: Newsroom, desk: Desk) -> None:
    newsroom.story("a.md", date=DAY)
    newsroom.story("b.md", date="2025-04-17")
    one, other = desk.plan()
    newsroom.story("a.md", "新的正文。", date=DAY)
    again, same = desk.plan()
    assert desk.touched.editions == {one.key.name}
    assert (again.sources != one.sources, same) == (True, other)


def test_a_story_that_moves_to_another_date_touches_both_editions(newsroom: Newsroom, desk: Desk) -> None:
    newsroom.story("a.md", date=DAY)
    newsroom.story("b.md", date=DAY)
    assert labels(desk.plan()) == [DAY]
    newsroom.story("b.md", date="2025-04-17")
    assert labels(desk.plan()) == [DAY, "2025-04-17"]
    assert len(desk.touched.editions) == 2
    assert files_of(desk.ledger, "2025-04-17") == ("b.md",)
    newsroom.remove("content/b.md")
    assert labels(desk.plan()) == [DAY]


def test_an_edition_yaml_dates_the_stories_beside_it(newsroom: Newsroom, desk: Desk) -> None:
    newsroom.edition("d", date=DAY)
    newsroom.story("d/a.md")
    assert labels(desk.plan()) == [DAY]
    newsroom.edition("d", date="2025-04-17", label="evening")
    (plan,) = desk.plan()
    assert (labels([plan]), plan.file, plan.count) == (["2025-04-17 evening"], "d/edition.yaml", 1)
    newsroom.remove("content/d/edition.yaml")
    assert desk.plan() == []
    assert desk.touched.broken == {"d/a.md"}


def test_an_edition_described_twice_is_told_at_the_second(newsroom: Newsroom, desk: Desk) -> None:
    newsroom.edition("a", date=DAY)
    newsroom.edition("b", date=DAY)
    assert len(desk.plan()) == 1
    (found,) = desk.told
    assert (found.code, found.place.file) == ("duplicate-edition", "content/b/edition.yaml")
    assert found.hint == "content/a/edition.yaml:1 does it, too; give one a label, or keep one"


@pytest.mark.parametrize(
    ("keys", "planned", "lone"),
    [
        ({"edition": "fair"}, False, "a.md"),
        ({}, False, ""),
        ({"edition": "fair"}, True, ""),
    ],
)
def test_the_only_story_of_an_edition_that_it_names_is_kept(
    newsroom: Newsroom, desk: Desk, keys: dict[str, str], planned: bool, lone: str
) -> None:
    if planned:
        newsroom.edition("d", date=DAY, label="fair")
    newsroom.story("a.md", date=DAY, **keys)
    (plan,) = desk.plan()
    assert plan.lone == lone


def test_sections_are_in_the_order_of_the_newest_editions_pages(newsroom: Newsroom, desk: Desk) -> None:
    newsroom.story("old.md", date="2025-04-15", section="体育", page="A01")
    newsroom.edition("d", date=DAY, pages=[{"number": "B1"}, {"number": "A1"}])
    newsroom.story("d/a.md", section="要闻", page="A1")
    newsroom.story("d/b.md", section="副刊", page="B1")
    newsroom.story("d/c.md", section="天机", draft="true")
    newsroom.story("d/e.md", section="晚间", page="A1", publish_at="2025-04-16T18:00")
    plans = desk.plan()

    def names(as_of: str, *, drafts: bool = False) -> list[str]:
        return [section.name for section in sections_of(plans, at(as_of), drafts=drafts)]

    assert names("2025-04-16T12:00+08:00") == ["副刊", "要闻", "体育"]
    assert names("2025-04-16T18:00+08:00") == ["副刊", "要闻", "晚间", "体育"]
    assert names("2025-04-16T12:00+08:00", drafts=True) == ["副刊", "要闻", "晚间", "天机", "体育"]
