from __future__ import annotations

import pytest

from broadsheet.model.newspaper import Newspaper, Policy, Section, StaffMember
from broadsheet.reading.newspaper import read_newspaper
from broadsheet.reading.source import Source


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "title:\n"])
def test_every_key_has_a_default(text: str) -> None:
    assert read_newspaper(Source("newspaper.yaml", text)) == (Newspaper(), ())


def test_everything_that_the_file_says() -> None:
    text = """\
title: 津渡日报
url: https://news.example.org/
sections: [要闻, {name: 城事, slug: City Desk}]
staff: [本报编辑部, {name: 本报要闻组, role: 要闻}]
policies: {ethics: /imprint/#ethics}
checks: {no-alt: warning, unreleased-link: error}
extensions: ours
imprint: |
  本报由编辑部出版。
"""
    newspaper, diagnostics = read_newspaper(Source("newspaper.yaml", text))
    assert diagnostics == ()
    assert newspaper.url == "https://news.example.org"
    assert newspaper.sections == (Section("要闻", "要闻"), Section("城事", "city-desk"))
    assert newspaper.staff == (StaffMember("本报编辑部"), StaffMember("本报要闻组", "要闻"))
    assert newspaper.policies == (Policy("ethics", "/imprint/#ethics"),)
    assert newspaper.checks == (("no-alt", "warning"), ("unreleased-link", "error"))
    assert newspaper.extensions == ("ours",)
    assert (newspaper.imprint, newspaper.imprint_line) == ("本报由编辑部出版。", 9)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("sections: [要闻, 要闻]", 'the section "要闻" is listed twice'),
        ("sections: [A B, a-b]", '"a-b" and "A B" have one address, /sections/a-b/'),
        ("checks: {zzz: off}", 'no rule "zzz"'),
        ("checks: {encoding: off}", 'the level of "encoding" can\'t be set: a file that is not UTF-8'),
    ],
)
def test_what_the_settings_contradict_is_told(text: str, says: str) -> None:
    _, diagnostics = read_newspaper(Source("newspaper.yaml", text))
    assert [found.message for found in diagnostics] == [says]


def test_an_extension_s_rules_may_have_any_code() -> None:
    newspaper, diagnostics = read_newspaper(Source("newspaper.yaml", "extensions: ours\nchecks: {zzz: off}"))
    assert (newspaper.checks, diagnostics) == ((("zzz", "off"),), ())


def test_settings_at_fault_leave_the_defaults() -> None:
    newspaper, diagnostics = read_newspaper(Source("newspaper.yaml", "titel: a\nlanguage: en\n"))
    assert newspaper == Newspaper()
    assert [found.code for found in diagnostics] == ["unknown-key"]
