"""Layouts: what a template sees, what it makes, and how its mistakes are told."""

from dataclasses import replace
from datetime import date

import pytest

from broadsheet.model.place import Place
from broadsheet.planning.views import Figure, MonthRef, PlainView, Site
from broadsheet.rendering.layouts import LayoutError, Layouts

SITE = Site(
    title="The Ferry & Crossing",
    subtitle="",
    language="en",
    url="https://news.example.org/paper",
    base="/paper",
    publisher="",
    issn="",
    cn_number="",
    founded="",
    sections=(),
    masthead=None,
    has_search=False,
)
VIEW = PlainView(language="en", address="/search/", recent=())
CHINESE = replace(VIEW, language="zh-Hans")
ASSETS = {"broadsheet.css": "/assets/broadsheet.1a2b3c.css"}


def rendered(source: str, *, view: PlainView = VIEW, **parts: str) -> str:
    """A one-line layout, with others beside it by name (`part` is `parts/part.html`)."""
    sources = {"page.html": source, **{f"parts/{name}.html": text for name, text in parts.items()}}
    return Layouts(sources, assets=ASSETS, base="/paper").render("page.html", site=SITE, view=view)


@pytest.mark.parametrize(
    ("source", "page"),
    [
        ("{{ site.title }}", "The Ferry &amp; Crossing"),
        ("{% if true %}\n  a\n  {% endif %}\nb", "  a\nb"),
        ("{{ '/'|href }}", "/paper/"),
        ("{{ '/bylines/张三/'|href }}", "/paper/bylines/张三/"),
        ("{{ '/2025/04/16/50% a?b#c/'|href }}", "/paper/2025/04/16/50%25%20a%3Fb%23c/"),
        ("{{ 'https://example.org/?a=1'|href }}", "https://example.org/?a=1"),
        ("{{ '/a/'|absolute }}", "https://news.example.org/paper/a/"),
        ("{{ 'https://example.org/a'|absolute }}", "https://example.org/a"),
        ("{{ asset('broadsheet.css') }}", "/paper/assets/broadsheet.1a2b3c.css"),
        ("{{ _('Past editions') }}", "Past editions"),
        ("{{ _('Page %(number)s', number='<5>') }}", "Page &lt;5&gt;"),
        ("{{ weekdays[0][0] }}", "Mon"),
        ("{{ 1234|number }}", "1,234"),
        ("{{ '50% 30%'|focus }}", "fx5 fy3"),
        ("{{ '100%  4%'|focus }}", "fx10 fy0"),
        ("{{ '250% 4%'|focus }}", "fx10 fy0"),
        ("{{ 'left top'|focus }}", ""),
    ],
)
def test_a_layout_is_given_the_papers_own_tools(source: str, page: str) -> None:
    assert rendered(source) == page


@pytest.mark.parametrize(
    ("source", "page"),
    [
        ("{{ _('Past editions') }}", "往期回顾"),
        ("{{ _('Page %(number)s', number='A05') }}", "第A05版"),
        ("{% trans count=2 %}{{ count }} page today{% pluralize %}{{ count }} pages today{% endtrans %}", "今日2版"),
        ("{{ weekdays[6][1] }}", "星期日"),
    ],
)
def test_a_page_speaks_its_own_language(source: str, page: str) -> None:
    assert rendered(source, view=CHINESE) == page


def test_dates_are_filters() -> None:
    layouts = Layouts(
        {"page.html": "{{ site|full_date }} {{ site|short_date }} {{ site|month_day }} {{ site|lunar }}"},
        assets={},
        base="",
    )
    page = layouts.render("page.html", site=date(2025, 4, 16), view=CHINESE)  # type: ignore[arg-type]  # any value
    assert page == "2025年4月16日 星期三 2025年4月16日 4月16日 农历三月十九"


def test_months_are_named_with_and_without_their_year() -> None:
    layouts = Layouts({"page.html": "{{ site|month_heading }} {{ site.month|month_name }}"}, assets={}, base="")
    month = MonthRef(2025, 4, "/archive/2025/04/", 3)
    assert layouts.render("page.html", site=month, view=VIEW) == "April 2025 April"  # type: ignore[arg-type]  # any


FIGURE_PART = "{% macro figure(figure) %}[{{ figure.alt }}]{% endmacro %}"


def test_figures_take_their_places_in_the_copy() -> None:
    html = '<p>a</p><figure data-picture="1"></figure><p>b</p><figure data-picture="0"></figure>'
    figures = (Figure("/a.jpg", 3, 2, "a < b"), Figure("/b.jpg", 3, 2, "second"))
    layouts = Layouts(
        {"page.html": "{{ site|with_figures(view.figures) }}", "parts/figure.html": FIGURE_PART}, assets={}, base=""
    )

    class Copy:
        language = "en"
        figures: tuple[Figure, ...]

    Copy.figures = figures
    page = layouts.render("page.html", site=html, view=Copy())  # type: ignore[arg-type]  # the copy stands for a site
    assert page == "<p>a</p>[second]<p>b</p>[a &lt; b]"


@pytest.mark.parametrize(
    ("html", "dateline", "page"),
    [
        ("<p>One.</p>", "", "<p>One.</p>"),
        ("<p>One.</p>", "TIANJIN", '<p><span class="dateline">TIANJIN</span> One.</p>'),
        ("<p>One.</p>", "<b>", '<p><span class="dateline">&lt;b&gt;</span> One.</p>'),
        ("<h2>A</h2><p>One.</p>", "TIANJIN", '<p><span class="dateline">TIANJIN</span> </p>\n<h2>A</h2><p>One.</p>'),
    ],
)
def test_a_dateline_runs_in_before_the_first_paragraph(html: str, dateline: str, page: str) -> None:
    layouts = Layouts({"page.html": f"{{{{ site|with_dateline('{dateline}') }}}}"}, assets={}, base="")
    assert layouts.render("page.html", site=html, view=VIEW) == page  # type: ignore[arg-type]  # any value


MISTAKES = {
    "a tag that is not closed": (
        "\n{% if view %}",
        "layout-syntax",
        (
            "Unexpected end of template. Jinja was looking for the following tags: 'elif' or 'else' or 'endif'. "
            "The innermost block that needs to be closed is 'if'."
        ),
        "",
        Place("layouts/page.html", 2, 0),
        "{% if view %}",
    ),
    "a filter that does not exist": (
        "<a href={{ view.address|hreff }}>",
        "layout-syntax",
        "No filter named 'hreff'.",
        "",
        Place("layouts/page.html", 1, 25, 5),
        "<a href={{ view.address|hreff }}>",
    ),
    "a field that the view lacks": (
        "\n\n<p>{{ view.adress }}",
        "layout-undefined",
        'PlainView has no "adress"',
        'did you mean "address"?',
        Place("layouts/page.html", 3, 12, 6),
        "<p>{{ view.adress }}",
    ),
    "a name that nothing has": (
        "{{ sight.title }}",
        "layout-undefined",
        'no name "sight"',
        'did you mean "site"?',
        Place("layouts/page.html", 1, 4, 5),
        "{{ sight.title }}",
    ),
    "a name like no other": (
        "{% for each in wibble %}{% endfor %}",
        "layout-undefined",
        'no name "wibble"',
        "",
        Place("layouts/page.html", 1, 16, 6),
        "{% for each in wibble %}{% endfor %}",
    ),
    "a macro that its part lacks": (
        '{% from "parts/card.html" import storey %}\n{{ storey() }}',
        "layout-undefined",
        (
            "the template 'parts/card.html' (imported on line 1 in 'page.html') does not export the requested name "
            "'storey'"
        ),
        "",
        Place("layouts/page.html", 2, 4, 6),
        "{{ storey() }}",
    ),
    "an asset that is not there": (
        "{{ asset('broadshet.css') }}",
        "layout-undefined",
        'no asset "broadshet.css"',
        'did you mean "broadsheet.css"?',
        Place("layouts/page.html", 1, 11, 13),
        "{{ asset('broadshet.css') }}",
    ),
    "a part that is not there": (
        '\n{% include "parts/cart.html" %}',
        "layout-missing",
        'no layout "parts/cart.html"',
        'did you mean "parts/card.html"?',
        Place("layouts/page.html", 2, 13, 15),
        '{% include "parts/cart.html" %}',
    ),
    "a mistake inside a part": (
        '{% include "parts/broken.html" %}',
        "layout-undefined",
        'Site has no "titel"',
        'did you mean "title"?',
        Place("layouts/parts/broken.html", 2, 9, 5),
        "{{ site.titel }}",
    ),
    "a sum that has no answer": (
        "{{ 1 // 0 }}",
        "layout-failed",
        "ZeroDivisionError: integer division or modulo by zero",
        "",
        Place("layouts/page.html", 1, 0),
        "{{ 1 // 0 }}",
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_with_file_line_and_hint(mistake: str) -> None:
    source, code, message, hint, place, excerpt = MISTAKES[mistake]
    with pytest.raises(LayoutError) as raised:
        rendered(source, card="{% macro story() %}{% endmacro %}", broken="\n{{ site.titel }}")
    found = raised.value.diagnostic
    assert (found.code, found.message, found.hint) == (code, message, hint)
    assert (found.place, found.excerpt) == (place, excerpt)


def test_a_layout_that_is_not_there_is_told_by_its_name() -> None:
    layouts = Layouts({"article.html": ""}, assets={}, base="", shown="our/layouts")
    for ask in (lambda: layouts.render("artcle.html", site=SITE, view=VIEW), lambda: layouts.closure("artcle.html")):
        with pytest.raises(LayoutError) as raised:
            ask()
        found = raised.value.diagnostic
        assert (found.code, found.message) == ("layout-missing", 'no layout "artcle.html"')
        assert (found.hint, found.place) == ('did you mean "article.html"?', Place("our/layouts/artcle.html"))


SET = {
    "base.html": "{% block main %}{% endblock %}",
    "page.html": '{% extends "base.html" %}{% from "parts/card.html" import story %}',
    "parts/card.html": '{% from "parts/figure.html" import figure %}{% macro story() %}{% endmacro %}',
    "parts/figure.html": FIGURE_PART,
    "other.html": "other",
    "any.html": "{% include view.language %}",
    "lost.html": '\n{% extends "bass.html" %}',
    "torn.html": "\n{{ site.",
}


def closure(changed: dict[str, str], name: str) -> str:
    return Layouts(SET | changed, assets={}, base="").closure(name)


@pytest.mark.parametrize(
    ("changed", "moved"),
    [
        ("base.html", {"page.html", "any.html"}),
        ("page.html", {"page.html", "any.html"}),
        ("parts/card.html", {"page.html", "any.html"}),
        ("parts/figure.html", {"page.html", "other.html", "any.html"}),
        ("other.html", {"other.html", "any.html"}),
    ],
)
def test_a_closure_moves_with_all_that_its_layout_comes_to(changed: str, moved: set[str]) -> None:
    change = {"lost.html": "", "torn.html": ""}
    new = change | {changed: SET[changed] + " "}
    names = ("page.html", "other.html", "any.html")
    assert {name for name in names if closure(change, name) != closure(new, name)} == moved


def test_a_closure_is_the_same_each_time() -> None:
    layouts = Layouts(SET, assets={}, base="")
    assert layouts.closure("page.html") == layouts.closure("page.html") == closure({}, "page.html")


def test_a_closure_tells_of_a_layout_that_is_missing_or_torn() -> None:
    with pytest.raises(LayoutError) as lost:
        closure({}, "lost.html")
    assert lost.value.diagnostic.place == Place("layouts/lost.html", 2, 13, 9)
    assert lost.value.diagnostic.hint == 'did you mean "base.html"?'
    with pytest.raises(LayoutError) as torn:
        closure({}, "torn.html")
    assert (torn.value.diagnostic.code, torn.value.diagnostic.place.line) == ("layout-syntax", 2)
