from __future__ import annotations

from pathlib import Path

import pytest

from broadsheet.checking.layouts import PAGES, check_layouts
from broadsheet.model.diagnostic import Severity

LAYOUTS = Path(__file__).parents[2] / "layouts"
HOUSE = {path.relative_to(LAYOUTS).as_posix(): path.read_text(encoding="utf-8") for path in LAYOUTS.rglob("*.html")}
NOWHERE = "include it in one that a page uses, or delete it"


def told(*own: str, text: str = "", replaced: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    found = list(check_layouts(own, replaced, [*HOUSE.values(), text]))
    assert {(one.code, one.message, one.severity) for one in found} <= {
        ("unused-layout", "no page uses this layout", Severity.WARNING)
    }
    return [(one.place.file, one.hint) for one in found]


def test_the_project_s_own_layouts_are_all_used() -> None:
    assert told(*HOUSE) == []
    assert set(HOUSE) >= PAGES


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("artcle.html", 'did you mean "article.html"?'),
        ("imprnt.html", 'did you mean "imprint.html"?'),
        ("Page.html", 'did you mean "page.html"?'),
        ("imprint.htm", 'did you mean "imprint.html"?'),
        ("parts/crad.html", 'did you mean "parts/card.html"?'),
        ("weather.html", NOWHERE),
    ],
)
def test_a_layout_that_no_page_uses_is_told(name: str, hint: str) -> None:
    assert told(name) == [(name, hint)]


@pytest.mark.parametrize(
    "text",
    [
        '{% include "weather.html" %}',
        "{%- extends 'weather.html' -%}",
        '{% from "weather.html" import sky %}',
        '{% import "weather.html" as sky %}',
        '{% include ["own.html", "weather.html"] ignore missing %}',
        "{% include view.layout %}",
        '{% include "parts/" ~ site.kind %}',
    ],
)
def test_a_layout_that_another_names_or_may_name_is_passed(text: str) -> None:
    assert told("weather.html", text=text) == []


def test_a_layout_that_replaces_the_project_s_is_passed_and_notes_are_none() -> None:
    assert told("parts/old.html", "notes.txt", replaced=("parts/old.html",)) == []
