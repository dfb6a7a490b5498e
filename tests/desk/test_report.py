from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.desk.report import as_github, as_json, as_text, count, summary
from broadsheet.model.diagnostic import Diagnostic, Severity
from broadsheet.model.place import Place
from broadsheet.publishing.progress import Spent
from broadsheet.publishing.stage import Published

PARK = Place("content/2025/2025-04-16/park.md", 4, 10, 2)
UNKNOWN = Diagnostic("unknown-section", 'no section "城市"', PARK, 'did you mean "城事"?', "section: 城市")
WARNING = Diagnostic("html-removed", "left out", Place("a.md", 9), severity=Severity.WARNING)


def test_a_diagnostic_shows_its_line_the_stretch_and_the_hint() -> None:
    assert as_text([UNKNOWN]) == (
        'content/2025/2025-04-16/park.md:4:10: error[unknown-section]: no section "城市"\n'
        "  4 | section: 城市\n"
        '    |          ^^^^ did you mean "城事"?\n'
    )


@pytest.mark.parametrize(
    ("diagnostic", "text"),
    [
        (Diagnostic("c", "m", Place("a.md")), "a.md: error[c]: m\n"),
        (Diagnostic("c", "m", Place("a.md"), "h"), "a.md: error[c]: m\n  h\n"),
        (Diagnostic("c", "m", Place("a.md", 3), "h"), "a.md:3: error[c]: m\n  h\n"),
        (Diagnostic("c", "m", Place("a.md", 3), "h", "x"), "a.md:3: error[c]: m\n  3 | x\n    | h\n"),
        (Diagnostic("c", "m", Place("a.md", 3), "", "x"), "a.md:3: error[c]: m\n  3 | x\n"),
        (
            Diagnostic("c", "m", Place("a.md", 12, 2, 3), "", "abcde"),
            "a.md:12:2: error[c]: m\n  12 | abcde\n     |  ^^^\n",
        ),
        (Diagnostic("c", "m", Place("a.md", 1, 3, 99), "", "ab"), "a.md:1:3: error[c]: m\n  1 | ab\n    |   ^\n"),
        (
            Diagnostic("c", "m\x1b[31m", Place("a.md", 1, 2), "", "\ta\x07"),
            "a.md:1:2: error[c]: m\ufffd[31m\n  1 |  a\ufffd\n    |  ^\n",
        ),
        (
            Diagnostic("c", "m", Place("a.md", 1, 2), "", "e\u0301x"),
            "a.md:1:2: error[c]: m\n  1 | e\u0301x\n    |  ^\n",
        ),
    ],
)
def test_every_form_of_a_diagnostic(diagnostic: Diagnostic, text: str) -> None:
    assert as_text([diagnostic]) == text


@pytest.mark.parametrize(("column", "around"), [(1, "x"), (150, "…"), (200, "…")])
def test_of_a_long_line_the_part_around_the_fault_is_shown(column: int, around: str) -> None:
    line = "x" * (column - 1) + "船" + "x" * (400 - column)
    shown = as_text([Diagnostic("c", "m", Place("a.md", 1, column), "h", line)]).splitlines()
    assert len(shown[1]) < 110
    assert shown[1].startswith(f"  1 | {around}" if column > 1 else "  1 | 船")
    wide = sum(2 if unicodedata.east_asian_width(c) == "W" else 1 for c in shown[1][6:].partition("船")[0])
    assert shown[2] == f"    | {' ' * wide}^^ h"


@given(st.text(max_size=300), st.integers(0, 320), st.integers(1, 400))
def test_any_line_is_shown_without_doing_anything_to_a_terminal(line: str, column: int, length: int) -> None:
    text = as_text([Diagnostic("c", line, Place("a.md", 1, column, length), "h", line.replace("\n", ""))])
    assert not any(unicodedata.category(c) == "Cc" for c in text.replace("\n", ""))
    assert text.count("\n") <= 3


def test_a_message_that_repeats_a_novel_is_cut() -> None:
    assert as_text([Diagnostic("c", "长" * 9000, Place("a.md"), "短" * 9000)]) == (
        f"a.md: error[c]: {'长' * 300}…\n  {'短' * 300}…\n"
    )


def test_json_is_a_list_of_objects() -> None:
    assert json.loads(as_json([UNKNOWN, WARNING])) == [
        {
            "severity": "error",
            "code": "unknown-section",
            "message": 'no section "城市"',
            "hint": 'did you mean "城事"?',
            "file": "content/2025/2025-04-16/park.md",
            "line": 4,
            "column": 10,
            "length": 2,
            "mend": None,
        },
        {
            "severity": "warning", "code": "html-removed", "message": "left out", "hint": "",
            "file": "a.md", "line": 9, "column": 0, "length": 1, "mend": None,
        },
    ]  # fmt: skip
    assert as_json([]) == "[]\n"


def test_github_annotates_the_line() -> None:
    odd = Diagnostic("c", "50%\nof it", Place("a,b:c.md"))
    assert as_github([UNKNOWN, WARNING, odd]) == (
        "::error file=content/2025/2025-04-16/park.md,line=4,col=10,endColumn=12,title=unknown-section::"
        'no section "城市" (did you mean "城事"?)\n'
        "::warning file=a.md,line=9,title=html-removed::left out\n"
        "::error file=a%2Cb%3Ac.md,title=c::50%25%0Aof it\n"
    )


@pytest.mark.parametrize(
    ("found", "says"),
    [
        ([], ""),
        ([UNKNOWN], "1 error"),
        ([UNKNOWN, UNKNOWN, WARNING], "2 errors, 1 warning"),
        ([WARNING, WARNING], "2 warnings"),
    ],
)
def test_the_count(found: list[Diagnostic], says: str) -> None:
    assert count(found) == says


@pytest.mark.parametrize(
    ("published", "spent", "said"),
    [
        (
            Published(made=1_234, removed=3, kept=120_000),
            Spent(12.34, {"look": 0.04, "read": 1.2, "editions": 8.0, "publish": 0.09}, 170_400_000),
            "public/: 1,234 made, 120,000 kept, 3 removed, 12.3 s (read 1.2, editions 8.0), 170 MB at the peak",
        ),
        (
            Published(made=0, removed=0, kept=168),
            Spent(0.04, {"look": 0.04}, 1_234_000_000),
            "public/: 0 made, 168 kept, 0 removed, 0.0 s, 1,234 MB at the peak",
        ),
        (Published(made=1, removed=0, kept=0), Spent(0.2, {}, 0), "public/: 1 made, 0 kept, 0 removed, 0.2 s"),
    ],
)
def test_the_summary_of_a_build(published: Published, spent: Spent, said: str) -> None:
    assert summary("public", published, spent) == said
