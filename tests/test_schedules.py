"""What comes out when: by the paper's zone, at any moment that is asked for, and never too early."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from broadsheet.cli import main
from broadsheet.publishing import clock

if TYPE_CHECKING:
    from tests.conftest import Newsroom

APRIL = ("Asia/Shanghai", "2025-04-16")
SPRING, AUTUMN = ("Europe/Berlin", "2025-03-30"), ("Europe/Berlin", "2025-10-26")
SHOWN = "public/2025/{0}/story/index.html"


def paper(newsroom: Newsroom, zone: str, day: str, *, release: str = "", publish_at: str = "") -> None:
    newsroom.plain_layouts()
    newsroom.write({"content/newspaper.yaml": f"timezone: {zone}\n"})
    newsroom.edition("d", date=day, **({"release": release} if release else {}))
    newsroom.story("d/story.md", **({"publish_at": publish_at} if publish_at else {}))
    newsroom.story("first.md", date="2025-01-01")


def shows(newsroom: Newsroom, as_of: str | None, day: str) -> bool:
    words = ["--no-search", "--no-print", "--quiet", "--workers", "1", *(["--as-of", as_of] if as_of else [])]
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 0, result.output
    return (newsroom.folder / SHOWN.format(day[5:].replace("-", "/"))).exists()


@pytest.mark.parametrize(
    ("where", "typed", "before", "then"),
    [
        # With no time it is midnight of the paper's zone; asked for by the paper's clock, or by any other.
        (APRIL, {}, "2025-04-15T23:59:59", "2025-04-16T00:00:00"),
        (APRIL, {}, "2025-04-15T15:59:59Z", "2025-04-15T16:00:00Z"),
        (("America/New_York", "2025-04-16"), {}, "2025-04-16T03:59:59Z", "2025-04-16T04:00:00Z"),
        (("Africa/Cairo", "2025-04-25"), {}, "2025-04-24T21:59:59Z", "2025-04-24T22:00:00Z"),
        (("America/Havana", "2025-11-02"), {}, "2025-11-02T03:59:59Z", "2025-11-02T04:00:00Z"),
        # An edition's time and a story's, in the paper's zone and with one of their own; the later of the two holds.
        (APRIL, {"release": "2025-04-16T05:30"}, "2025-04-15T21:29:59Z", "2025-04-16T05:30"),
        (APRIL, {"release": "2025-04-15T20:00-04:00"}, "2025-04-16T07:59", "2025-04-16T08:00"),
        (APRIL, {"publish_at": "2025-04-16T09:00"}, "2025-04-16T08:59:59", "2025-04-16T01:00Z"),
        (
            APRIL, {"release": "2025-04-16T05:30", "publish_at": "2025-04-16T05:00"},
            "2025-04-16T05:29", "2025-04-16T05:30",
        ),
        # 02:30 is a time that this night leaves out, and one that that night has twice.
        (SPRING, {"publish_at": "2025-03-30T02:30"}, "2025-03-30T03:29:59", "2025-03-30T03:30"),
        (SPRING, {"release": "2025-03-30T02:30"}, "2025-03-30T01:29:59Z", "2025-03-30T01:30Z"),
        (AUTUMN, {"publish_at": "2025-10-26T02:30"}, "2025-10-26T01:29:59Z", "2025-10-26T02:30"),
        (AUTUMN, {"release": "2025-10-26T02:15"}, "2025-10-26T02:45+02:00", "2025-10-26T02:15"),
        (AUTUMN, {"release": "2025-10-26T02:15+02:00"}, "2025-10-26T00:14Z", "2025-10-26T00:15Z"),
    ],
)  # fmt: skip
def test_a_story_is_out_at_its_moment_and_not_before(
    newsroom: Newsroom, where: tuple[str, str], typed: dict[str, str], before: str, then: str
) -> None:
    zone, day = where
    paper(newsroom, zone, day, **typed)
    assert not shows(newsroom, before, day)
    assert shows(newsroom, then, day)
    # Whatever has been built by then: an earlier moment is asked for again, and nothing is left of the later one.
    assert not shows(newsroom, before, day)


@pytest.mark.parametrize(
    ("publish_at", "moments"),
    [
        ("2025-10-26T02:30", [("00:29", False), ("00:31", False), ("01:29", False), ("01:30", True)]),
        ("2025-10-26T02:30+02:00", [("00:29", False), ("00:30", True), ("01:29", True), ("01:30", True)]),
    ],
)
def test_builds_that_follow_one_another_do_so_by_the_clock_of_the_world(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, publish_at: str, moments: list[tuple[str, bool]]
) -> None:
    """The clock on the wall goes back between them: 02:31, 02:29, 02:30."""
    paper(newsroom, "Europe/Berlin", "2025-10-26", publish_at=publish_at)
    for moment, shown in moments:
        now = datetime.fromisoformat(f"2025-10-26T{moment}+00:00")
        monkeypatch.setattr(clock, "now", lambda zone, now=now: now.astimezone(clock.ZoneInfo(zone)))
        assert shows(newsroom, None, "2025-10-26") is shown, moment


def test_a_build_between_two_moments_has_nothing_to_do(newsroom: Newsroom) -> None:
    paper(newsroom, "Europe/Berlin", "2025-10-26", publish_at="2025-10-26T02:30")

    def made(moment: str) -> int:
        published = newsroom.built(as_of=datetime.fromisoformat(moment)).published
        assert published
        return published.made

    assert made("2025-10-26T02:10+02:00") > 0
    assert made("2025-10-26T02:50+02:00") == 0
    assert made("2025-10-26T02:29+01:00") == 0
    assert made("2025-10-26T02:31+01:00") > 0
    assert made("2026-01-01T00:00+01:00") == 0


@pytest.mark.parametrize("words", [{"publish_at": "2025-04-16T09:00"}, {"release": "2025-04-16T09:00"}])
def test_another_zone_of_the_paper_is_another_moment(newsroom: Newsroom, words: dict[str, Any]) -> None:
    paper(newsroom, "Asia/Shanghai", "2025-04-16", **words)
    newsroom.settings = replace(newsroom.settings, as_of=datetime(2025, 4, 16, 1, tzinfo=UTC))
    newsroom.built()
    assert (newsroom.folder / SHOWN.format("04/16")).exists()
    newsroom.write({"content/newspaper.yaml": "timezone: Europe/London\n"})
    newsroom.built()
    assert not (newsroom.folder / SHOWN.format("04/16")).exists()


@pytest.mark.parametrize("time", ["", "soon", "2025-04-31", "0001-01-01T00:00", "9999-12-31T23:00", "12:00"])
def test_a_time_that_is_none_is_wrong_usage(newsroom: Newsroom, time: str) -> None:
    assert newsroom.folder.is_dir()
    result = CliRunner().invoke(main, ["--as-of", time])
    assert result.exit_code == 2
    assert f'"{time}" is no time; write 2025-04-16T06:00+08:00' in result.stderr
