"""Opt-outs: which lines they hold for, and that readers never see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from broadsheet.reading.galley import opt_outs_of, read_galley
from broadsheet.reading.opt_outs import without_opt_outs
from broadsheet.reading.source import Source

if TYPE_CHECKING:
    from tests.conftest import Newsroom

OFF = '<!-- check: off doubled-word "why" -->'
YAML_OFF = '# check: off missing-page "why"'


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (f"甲 {OFF}\n乙", (1, 1)),
        (f"{OFF}\n甲\n乙\n\n丙", (2, 3)),
        (f"{OFF}\n\n甲\n乙", (3, 4)),
        (f"> {OFF}\n> 甲", (2, 2)),
        (f"{OFF}\n", (1, 1)),
        (OFF.replace('"why"', "“为什么”"), (1, 1)),
        (OFF.replace(":", "："), (1, 1)),
    ],
)
def test_an_opt_out_holds_for_its_line_or_for_the_paragraph_below(body: str, lines: tuple[int, int]) -> None:
    opt_out = read_galley(Source("a.md", f"---\ntitle: 题\n---\n{body}")).opt_outs[0]
    assert (opt_out.first - 3, opt_out.last - 3) == lines
    assert opt_out.codes == ("doubled-word",)
    assert opt_out.reason in {"why", "为什么"}


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (f"a: 1 {YAML_OFF}\nb: 2", (1, 1)),
        (f"{YAML_OFF}\na:\n  b: 1\n  c: 2\nd: 3", (2, 4)),
        (f"{YAML_OFF}\na:\n- b\n- c\nd: 3", (2, 4)),
        (f"a:\n  {YAML_OFF}\n  - b: 1\n    c: 2\n  - d: 3", (3, 4)),
        (f"a: 1\n{YAML_OFF}", (2, 2)),
    ],
)
def test_one_in_yaml_holds_for_its_line_or_for_the_key_below(text: str, lines: tuple[int, int]) -> None:
    opt_out = opt_outs_of(Source("edition.yaml", text)).opt_outs[0]
    assert (opt_out.first, opt_out.last) == lines


@pytest.mark.parametrize("text", ["a: 1#check: off", "a: check", f"`{OFF}`", "<!-- a check -->", "# 标题 check: off"])
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert read_galley(Source("a.md", f"---\ntitle: 题\n---\n{text}")).opt_outs == ()


def test_they_are_taken_out_of_the_ends_of_lines_and_every_line_stays() -> None:
    assert without_opt_outs(f"甲 {OFF}\n{OFF}\n乙{OFF}丙\n`{OFF}`") == f"甲\n\n乙{OFF}丙\n`{OFF}`"


def test_readers_never_see_them_and_a_byline_before_one_is_found(newsroom: Newsroom) -> None:
    body = f"正文。{OFF}\n\n{OFF}\n又一{OFF}段。\n\n记者 李某 {OFF}"
    newsroom.story("a.md", body, date="2025-04-16", summary="一句。")
    newsroom.built()
    assert not [name for name, data in newsroom.outputs().items() if b"check: off" in data or b"doubled-word" in data]
    assert '<p class="byline">' in newsroom.page("/2025/04/16/a/")
    assert "又一段。" in newsroom.page("/2025/04/16/a/")
