"""Shortened code: a page is the same as by Jinja's own, which draws what the shortened code can't."""

from datetime import date

import pytest

from broadsheet.planning.views import Card, Link, PageRef, PlainView, Site
from broadsheet.rendering.layout_error import LayoutError
from broadsheet.rendering.layouts import Layouts

SITE = Site("The Ferry", "", "en", "", "", "", "", "", "", (Link("<b>", "/b/"),), None, has_search=False)
PAGE = PageRef("A05", "City", "/2025/04/16/A05/", 2)
CARD = Card("/a/", date(2025, 4, 16), "en", ("A",), "", "", "", (), (), None, "", PAGE, None, 1, 1)
VIEW = PlainView("en", "/search/", (CARD,))  # type: ignore[arg-type]  # any values

STANDING = '{% macro mark(value, second="2") %}<i>{{ value }}{{ second }}</i>{% endmacro %}'
SIGNED = '{% set sign = "!" %}{% macro mark(value) %}{{ value }}{{ sign }}{% endmacro %}'


def drawn(page: str, **parts: str) -> tuple[str, set[str]]:
    """A page, and which layouts were drawn by Jinja's own code; parts are given by name."""
    sources = {"page.html": page} | {f"{name}.html": text for name, text in parts.items()}
    layouts = Layouts(sources, assets={}, base="")
    text = layouts.render("page.html", site=SITE, view=VIEW)
    assert layouts.render("page.html", site=SITE, view=VIEW) == text
    own = Layouts(sources, assets={}, base="")
    own.by_jinja.update(sources)
    assert own.render("page.html", site=SITE, view=VIEW) == text
    return text, layouts.by_jinja


FROM = '{% from "part.html" import mark %}'


@pytest.mark.parametrize(
    ("page", "part", "text"),
    [
        ("{{ view.recent[0].page.number }}", "", "A05"),
        ("{{ (view.recent|first).title[0].lower() }}", "", "a"),
        ("{% for card in view.recent %}{{ loop.last }} {{ card.date.isoformat() }}{% endfor %}", "", "True 2025-04-16"),
        ("{% block title %}T{% endblock %}{{ self.title() }}", "", "TT"),
        (FROM + "{{ mark('<') }}{{ mark('a', second='b') }}", STANDING, "<i>&lt;2</i><i>ab</i>"),
        (FROM + "{{ mark(site.sections[0].text)|upper }}", STANDING, "<I>&LT;B&GT;2</I>"),
        ('{% import "part.html" as part %}{{ part.mark(1) }}', STANDING, "<i>12</i>"),
        (FROM + "{{ mark('a') }}{{ mark('a') }}", SIGNED, "a!a!"),
        (FROM + "{% autoescape false %}{{ mark('<') }}{% endautoescape %}", STANDING, "<i>&lt;2</i>"),
        (FROM + "{% call mark('a') %}{% endcall %}", STANDING.replace("</i>", "{{ caller() }}</i>"), "<i>a2</i>"),
        ('{% from "part.html" import mark with context %}{{ mark("a") }}', STANDING, "<i>a2</i>"),
    ],
)
def test_what_a_page_asks_of_its_views_is_drawn_by_shortened_code(page: str, part: str, text: str) -> None:
    assert drawn(page, part=part) == (text, set())


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("{% set row = {'a': view.language} %}{{ row.a }}", "en"),
        ("{{ view.editor is defined }}", "False"),
        ("{{ view.editor|default('nobody') }}", "nobody"),
        ("{% set mark = 'now a text'|upper %}" + FROM + "{% set mark = view.language.upper %}{{ mark() }}", "EN"),
    ],
)
def test_what_only_jinja_understands_is_drawn_by_its_own_code(page: str, text: str) -> None:
    assert drawn(page, part=STANDING) == (text, {"page.html"})


def test_words_that_python_keeps_to_itself_and_other_letters_are_names_of_items() -> None:
    assert drawn("{% set row = {'class': 1, 'ﬁ': view.language} %}{{ row.class }}{{ row.ﬁ }}") == ("1en", set())


def test_a_mistake_is_told_each_time() -> None:
    layouts = Layouts({"page.html": "{{ view.editor.name }}"}, assets={}, base="")
    for _ in range(2):
        with pytest.raises(LayoutError, match="editor"):
            layouts.render("page.html", site=SITE, view=VIEW)
