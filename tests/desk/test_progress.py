"""The line that says how far a build is."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from broadsheet.desk import progress
from broadsheet.desk.progress import Bar, bar_for, pace
from broadsheet.publishing import clock
from broadsheet.publishing.progress import STAGES, Silent

if TYPE_CHECKING:
    from collections.abc import Callable


class Screen(io.StringIO):
    """A terminal 80 wide."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True

    def lines(self) -> list[str]:
        """Every line that was drawn, without colours."""
        text = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", self.getvalue())
        return [re.sub("[━╸╺]+", "━", line).strip() for line in re.split(r"[\r\n]+", text) if line.strip()]


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Screen:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("CI", raising=False)
    return Screen()


@pytest.fixture
def wait(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Lets time pass: it stands still otherwise."""
    now = 100.0

    def passing(seconds: float) -> None:
        nonlocal now
        now += seconds

    monkeypatch.setattr(clock, "seconds", lambda: now)
    return passing


def test_every_stage_has_its_words() -> None:
    assert tuple(progress.STAGES) == STAGES


def test_a_line_says_stage_count_rate_and_time_left(screen: Screen, wait: Callable[[float], None]) -> None:
    with bar_for(screen, quiet=False) as bar:
        bar.begin("read")
        wait(1)
        bar.reach(256, 1024)
        bar.begin("editions")
        wait(2)
        bar.reach(2_000, 120_000)
        bar.begin("site")
    assert screen.lines() == [
        "reading ━ 256/1,024 files, 256/s, 3 s left",
        "reading ━ 256/1,024 files, 256/s, 3 s left",
        "making editions ━",
        "making editions ━ 2,000/120,000 stories, 1,000/s, 2 min left",
        "making the rest ━",
        "making the rest ━",
    ]


def test_a_line_goes_on_while_nothing_more_is_done(screen: Screen, wait: Callable[[float], None]) -> None:
    with bar_for(screen, quiet=False) as bar:
        bar.begin("search")
        bar.reach(0, 60_000)
        for _ in range(3):
            wait(4)
            bar.beat()
            bar.beat()
        bar.reach(20_000, 60_000)
        wait(4)
        bar.beat()
        bar.begin("site")
        wait(70)
        bar.beat()
    assert screen.lines() == [
        "indexing ━ 0/60,000 stories, 4 s so far",
        "indexing ━ 0/60,000 stories, 4 s so far",
        "indexing ━ 0/60,000 stories, 8 s so far",
        "indexing ━ 0/60,000 stories, 12 s so far",
        "indexing ━ 20,000/60,000 stories, 1,250/s, 32 s left",
        "making the rest ━",
        "making the rest ━ 1 min so far",
        "making the rest ━ 1 min so far",
    ]


def test_a_short_build_draws_nothing(screen: Screen, wait: Callable[[float], None]) -> None:
    with bar_for(screen, quiet=False) as bar:
        for stage in STAGES:
            bar.begin(stage)
            bar.reach(1, 2)
            wait(0.05)
    assert screen.getvalue() == ""


def test_it_is_drawn_a_few_times_a_second(screen: Screen, wait: Callable[[float], None]) -> None:
    with bar_for(screen, quiet=False) as bar:
        bar.begin("read")
        for done in range(1_000):
            wait(0.01)
            bar.reach(done, 1_000)
    assert 45 <= len(screen.lines()) <= 50


def test_it_is_gone_afterwards_whatever_happened(screen: Screen, wait: Callable[[float], None]) -> None:
    def build() -> None:
        with bar_for(screen, quiet=False) as bar:
            bar.begin("read")
            wait(1)
            bar.reach(1, 2)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build()
    end = screen.getvalue()[-20:]
    assert "\x1b[?25h" in end, "the cursor is there again"
    assert end.endswith("\x1b[1A\x1b[2K"), "the line is empty"


@pytest.mark.parametrize(
    ("variable", "value", "quiet"),
    [("CI", "true", False), ("TERM", "dumb", False), ("TERM", "xterm", True)],
)
def test_who_cannot_or_will_not_see_it_gets_nothing(
    screen: Screen, monkeypatch: pytest.MonkeyPatch, variable: str, value: str, *, quiet: bool
) -> None:
    monkeypatch.setenv(variable, value)
    with bar_for(screen, quiet=quiet) as bar:
        assert isinstance(bar, Silent)


def test_a_file_gets_nothing(screen: Screen) -> None:
    with bar_for(io.StringIO(), quiet=False) as silent, bar_for(screen, quiet=False) as bar:
        assert isinstance(silent, Silent)
        assert isinstance(bar, Bar)


@pytest.mark.parametrize(
    ("done", "total", "seconds", "said"),
    [
        (0, 1_200, 0.9, "0/1,200 stories"),
        (0, 1_200, 3.0, "0/1,200 stories, 3 s so far"),
        (0, 0, 0.0, ""),
        (0, 0, 90.0, "2 min so far"),
        (5, 1_200, 0.0, "5/1,200 stories"),
        (5, 100, 10.0, "5/100 stories, 0.5/s, 3 min left"),
        (100, 200, 50.0, "100/200 stories, 2.0/s, 50 s left"),
        (10, 12_010, 1.0, "10/12,010 stories, 10/s, 20 min left"),
        (1_000, 8_000_000, 1.0, "1,000/8,000,000 stories, 1,000/s, 2 h 13 min left"),
        (7, 7, 1.0, "7/7 stories, 7.0/s, 0 s left"),
    ],
)
def test_the_pace(done: int, total: int, seconds: float, said: str) -> None:
    assert pace(done, total, "stories", seconds) == said


def test_rich_is_not_imported_before_the_first_line() -> None:
    code = (
        "import io, sys; from broadsheet.desk.progress import Bar\n"
        "with Bar(io.StringIO()) as bar: bar.begin('read'); bar.reach(1, 2)\n"
        "print('rich' in sys.modules)"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    ran = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert ran.stdout == "False\n"
