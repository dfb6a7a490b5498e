"""The short cut for front matter of plain lines says what the parser would say."""

from __future__ import annotations

from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadsheet.model.place import Place
from broadsheet.reading import placed as placed_module
from broadsheet.reading.placed import Placed, read_yaml
from broadsheet.reading.plain_yaml import read_plain_yaml

PLAIN = [
    "title: 春天",
    "title: \"甲：'乙' # 丙: 丁\"",
    "title: '甲\"乙'",
    'title: ""',
    "x-own:   12:30  ",
    "标题: 《引》：http://a.example/b?c=d",
    "page: 010",
    "date: 2025-04-16",
    "kicker:",
    "kicker: ",
    "tags: [甲, b c,  丁 ]",
    "tags: []",
    "tags:\n  - 甲\n  - '乙'",
    "images:\n  - src: a.jpg\n    alt: 图：一\n  - src: b.jpg",
    'corrections:\n - date: 2025-04-17\n   text: "更正。"',
    "byline:\n  - 记者 甲\n  - name: 乙\n    role: 摄影",
    "",
]
DOUBTFUL = [
    *r"""
title: a: b|title: a #b|title: #b|title: 'it''s'|title: "\u4e00"|title: [a|title: {a: b}|title: &a b|title: *a
title: !t b|title: @a|title: %a|title: `a|title: - a|title: ? a|title: ~|title:b|title：b|title : b| title: b|? a|- a
...|---|%YAML 1.2|# comment|title: a:|title: "a" b|title: "a"b|title: =|title: <<|title: -a|title: 。a
tags: [a, 'b']|tags: [a b: c]|tags: [a, [b]]|tags: [a,]|tags: [a?]|tags: [a] b|tags: [a,b]|tags: [ a , b ]
""".strip()
    .replace("\n", "|")
    .split("|"),
    *(
        "title: |",
        "title: >-\n  a",
        "title: a\n  b",
        "title:\n  b",
        "title: 'a\n  b'",
        "title: b",
        "title:",
        "tags:\n   ",
    ),
    *("title: a\tb", "title:\tb", "title: a\u200bb", "title: a\x85b", "title: a\u2028b", "title: a\ufeff"),
    *("title: a\u00a0b", "title: a:\u3000b", "title: \u3000a", "tags:\n- a", "tags:\n  - a\n - b", "tags:\n  -  a"),
    *("tags:\n  - a\n    b", "tags:\n  - a\n\n  - b", "tags:\n  -", "tags:\n  - [a]", "tags:\n  - a: b\n  - c"),
    *("images:\n  - src: a\n     alt: b", "images:\n  - src: a\n   alt: b", "images:\n  - src: a\n    src: b"),
    *("images:\n  - src:\n    alt: b", "images:\n  - src: a\n    alt:\n  - src: b"),
]
SIGNS = st.sampled_from(
    [
        *" :#-'\"[]{}|>&*!%@`,?~\t\u3000\u00a0\u2028\x85\u200b\\\n：=<.",
        ": ",
        " #",
        "\n  - ",
        "\n    ",
        "é",
        "\U0001f600",
    ]
)


@st.composite
def matters(draw: st.DrawFn) -> str:
    """Front matter of plain lines, often with doubtful ones among them, or with a sign where none is expected."""
    lines = draw(st.lists(st.sampled_from(PLAIN), max_size=4))
    lines += draw(st.lists(st.sampled_from(DOUBTFUL), max_size=1))
    text = "\n".join(["", *draw(st.permutations(lines)), ""])
    for sign in draw(st.lists(SIGNS, max_size=2)):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + sign + text[at:]
    return text


def both(text: str, first_line: int = 1) -> tuple[Placed, Placed]:
    whole = "---" + "\n" * (first_line - 1) + text + "---\n正文。\n"
    quick = read_yaml(text, "a.md", whole, first_line)
    with mock.patch.object(placed_module, "read_plain_yaml", return_value=False):
        return quick, read_yaml(text, "a.md", whole, first_line)


@settings(max_examples=1500)
@given(matters(), st.integers(1, 3))
def test_the_short_cut_gives_what_the_parser_gives(text: str, first_line: int) -> None:
    quick, parsed = both(text, first_line)
    assert quick == parsed


@pytest.mark.parametrize("line", [line for line in PLAIN if line])
def test_plain_lines_take_the_short_cut(line: str) -> None:
    text = f"\n{line}\nz: 1\n"
    assert read_plain_yaml(Placed("a.md", []), text, 1)
    quick, parsed = both(text)
    assert quick == parsed
    assert list(quick.data) == list(parsed.data)


@pytest.mark.parametrize("line", DOUBTFUL)
def test_of_lines_that_may_mean_more_it_says_the_same(line: str) -> None:
    quick, parsed = both(f"\ntitle: a\n{line}\n")
    assert quick == parsed


@pytest.mark.parametrize("text", ["", "\n", "\n\n"])
def test_no_lines_are_left_to_the_parser(text: str) -> None:
    placed = Placed("a.md", [])
    assert not read_plain_yaml(placed, text, 1)
    assert placed == Placed("a.md", [])


def test_every_value_and_key_has_its_place() -> None:
    placed = Placed("a.md", [])
    assert read_plain_yaml(placed, '\ntitle: "春天"\ntags: [甲, 乙]\nimages:\n  - src: a.jpg\nkicker:\n', 1)
    assert placed.data == {"title": "春天", "tags": ["甲", "乙"], "images": [{"src": "a.jpg"}], "kicker": None}
    assert placed.values[()] == Place("a.md", 2, 1, 1)
    assert placed.values["title",] == Place("a.md", 2, 8, 4)
    assert placed.values["tags", 1] == Place("a.md", 3, 11, 1)
    assert placed.values["images",] == Place("a.md", 5, 3, 1)
    assert placed.values["images", 0] == Place("a.md", 5, 5, 1)
    assert placed.keys["images", 0, "src"] == Place("a.md", 5, 5, 3)
    assert placed.values["kicker",] == Place("a.md", 6, 8, 1)
