"""Standing type: which macros are worked out once, and that no page shows it."""

from datetime import date

import pytest
from jinja2 import DictLoader, Environment, TemplateNotFound, UndefinedError

from broadsheet.planning.views import Card, Link, PageRef, PlainView, Site
from broadsheet.rendering import standing
from broadsheet.rendering.layout_error import LayoutError, StrictName
from broadsheet.rendering.layouts import Layouts

SITE = Site("The Ferry", "", "en", "", "", "", "", "", "", (), None, has_search=False)
VIEW = PlainView("en", "/search/", ())
PAGE = PageRef("A05", "City", "/2025/04/16/A05/", 2)
CARD = Card("/a/", date(2025, 4, 16), "en", ("A",), "", "", "", (), (), None, "", PAGE, None, 1, 1)

MARK = "{% macro mark(value) %}{{ look() }}{{ value }}{% endmacro %}"
"""Looks each time that it is worked out."""


def times(page: str, view: object = VIEW, **parts: str) -> int:
    """How often the mark is worked out for a page rendered twice; parts are given by name."""
    looks: list[str] = []
    sources = {"page.html": page} | {f"{name}.html": text for name, text in parts.items()}
    environment = standing.StandingEnvironment(
        loader=DictLoader(sources), extensions=(), undefined=StrictName, bytecode_cache=None
    )
    environment.globals["look"] = lambda: looks.append("") or ""
    first, second = (environment.get_template("page.html").render(site=SITE, view=view) for _ in range(2))
    assert first == second
    return len(looks)


FROM = '{% from "part.html" import mark %}'


@pytest.mark.parametrize(
    ("page", "part"),
    [
        (FROM + "{{ mark('a') }}{{ mark('a') }}", MARK),
        (FROM + "{{ mark(value='a') }}{{ mark(value='a') }}", MARK),
        ('{% import "part.html" as part %}{{ part.mark(none) }}', MARK),
        ('{% from "part.html" import mark with context %}{{ mark(true) }}', "{#- A part. -#}\n" + MARK),
        (FROM + "{{ mark(site) }}", MARK),
        (FROM + "{% for each in view.recent %}{{ mark(each) }}{% endfor %}{{ mark(view.recent) }}", MARK + "\n"),
        (FROM + "{{ mark('a') }}", '{% from "steady.html" import steady %}' + MARK),
    ],
)
def test_a_part_that_draws_on_its_arguments_is_worked_out_once(page: str, part: str) -> None:
    per_page = 3 if "recent" in page else 1
    steady = "{% macro steady() %}{% endmacro %}"
    context = 2 if "with context" in page else 1  # such a part is made anew for each page
    view = PlainView("en", "/", (PAGE, Link("b")))  # type: ignore[arg-type]  # any values
    assert times(page, view, part=part, steady=steady) == per_page * context


@pytest.mark.parametrize(
    "argument",
    [
        "1",
        "1.5",
        "['a']",
        "{'a': 1}",
        "'a'|safe",
        "view",
        "view.recent|list",
        "('a', 1)",
        "(('a',),)",
        "namespace(a=1)",
    ],
)
def test_what_may_change_or_only_looks_the_same_is_drawn_each_time(argument: str) -> None:
    view = PlainView("en", "/", (CARD,))  # type: ignore[arg-type]  # any values
    assert times(f"{FROM}{{{{ mark({argument}) }}}}", view, part=MARK) == 2


@pytest.mark.parametrize(
    "part",
    [
        "{% set seen = namespace(n=0) %}" + MARK,
        "{{ look.__name__[:0] }}" + MARK,
        "{% macro mark(value) %}{{ look() }}{{ lipsum(n=0) }}{% endmacro %}",
        "{% macro mark(value) %}{{ look() }}{{ [value]|random }}{% endmacro %}",
        '{% macro mark(value) %}{{ look() }}{% include "steady.html" %}{% endmacro %}',
        '{% from "steady.html" import steady with context %}' + MARK,
        '{% from "moving.html" import moving %}' + MARK,
        '{% from "lost.html" import lost %}{% macro other() %}{% endmacro %}',
        '{% macro mark(value) %}{{ look() }}{% from value ~ ".html" import steady %}{% endmacro %}',
        "{% macro mark(value) %}{{ look() }}{{ view.language if value == 'b' }}{% endmacro %}",
    ],
)
def test_a_part_that_looks_further_is_drawn_each_time(part: str) -> None:
    if "lost" in part:
        with pytest.raises(TemplateNotFound, match=r"lost\.html"):
            times(FROM + "{{ mark('steady') }}", part=part)
        return
    moving = "{% set n = namespace() %}{% macro moving() %}{% endmacro %}"
    steady = "{% macro steady() %}{% endmacro %}"
    assert times(FROM + "{{ mark('steady') }}", part=part, steady=steady, moving=moving) == 2


def test_a_part_may_import_itself_where_it_is_drawn() -> None:
    part = '{% macro mark(value) %}{{ look() }}{% from "part.html" import mark as again %}{% endmacro %}'
    assert times(FROM + "{{ mark('a') }}", part=part) == 2


def test_little_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standing, "MOST", 2)
    assert times(FROM + "{% for each in 'abca' %}{{ mark(each) }}{% endfor %}", part=MARK) == 7


@pytest.mark.parametrize(
    "page",
    [
        "{{ mark('<b>') }}{{ mark('<b>'|safe) }}{{ mark('<b>') }}",
        "{{ mark(1) }}{{ mark(true) }}{{ mark(1.0) }}",
        "{{ mark('a', second='b') }}{{ mark('a', 'b') }}{{ mark(second='b', first='a') }}{{ mark('a') }}",
        "{% autoescape false %}{{ mark('<b>') }}{{ _('a & b') }}{{ '<' }}{% endautoescape %}{{ mark('<b>') }}",
        "{{ _('<a> %% b') }}{{ _('<a> %% b') }}{{ _('%(n)s', n='<') }}{{ _('%(n)03d', n=5) }}",
        "{% trans %}a & b{% endtrans %}{% trans n=2 %}{{ n }} page{% pluralize %}{{ n }} pages{% endtrans %}",
        "{{ any('a', 'b', c='d') }}{{ any('a', 'b', c='d') }}",
        "{% call around('a') %}<{{ _('b') }}>{% endcall %}{% call around('a') %}c{% endcall %}",
        "{% macro here(a) %}{{ a }}{{ view.language }}{% endmacro %}{{ here('<') }}",
        "{% for a in 'ab' %}{% set b = a.upper() %}{{ mark(b, loop.index) }}{{ 'x,y'.split(',')[0] }}{% endfor %}",
        "{{ ' a '|trim }}|{{ ' <b> '|safe|trim }}|{{ '<b>'|safe|trim }}|{{ '<b>'|safe|trim('<') }}|{{ 5|trim }}",
        "{{ ' a  b '|striptags }}|{{ ' <b>c</b> '|safe|striptags }}|{{ 'a &amp; b'|safe|striptags }}|{{ 5|striptags }}",
        "{% include 'part.html' %}{% include ['lost.html', 'part.html'] %}",
        "{{ 'a' if false }}|{{ none }}|{{ 5 }}|{{ '&<>\"' ~ \"'\" }}|{{ '<b>'|safe }}|{{ dict(a=1)|tojson }}",
    ],
)
def test_a_page_is_as_jinja_alone_makes_it(page: str) -> None:
    part = (
        "{% macro mark(first, second='-') %}{{ first }}{{ second }};{% endmacro %}"
        "{% macro any(first) %}{{ first }}{{ varargs|join }}{{ kwargs|join }}{% endmacro %}"
        "{% macro around(first) %}{{ first }}{{ caller() }}{% endmacro %}"
    )
    sources = {"page.html": '{% from "part.html" import mark, any, around %}' + page, "part.html": part}
    jinja = Environment(
        loader=DictLoader(sources), extensions=["jinja2.ext.i18n"], undefined=StrictName, autoescape=True
    )
    vars(jinja)["install_null_translations"](newstyle=True)
    expected = jinja.get_template("page.html").render(site=SITE, view=VIEW)
    layouts = Layouts(sources, assets={}, base="")
    assert [layouts.render("page.html", site=SITE, view=VIEW) for _ in range(2)] == [expected, expected]


@pytest.mark.parametrize(
    ("page", "message"),
    [
        ("{{ mark() }}", "parameter 'value' was not provided"),
        ("{{ mark('a', 'b') }}", "TypeError: macro 'mark' takes not more than 1 argument(s)"),
        ("{{ mark('a', value='b') }}", "TypeError: macro 'mark' takes no keyword argument 'value'"),
        ("{{ mark(valeu='b') }}", "TypeError: macro 'mark' takes no keyword argument 'valeu'"),
        ("{{ [].__iter__().__next__() }}", "value was undefined because a callable raised a StopIteration exception"),
        ("{{ 5() }}", "TypeError: 'int' object is not callable"),
    ],
)
def test_a_wrong_call_is_told(page: str, message: str) -> None:
    sources = {"page.html": FROM + page, "part.html": "{% macro mark(value) %}{{ value }}{% endmacro %}"}
    with pytest.raises(LayoutError) as raised:
        Layouts(sources, assets={}, base="").render("page.html", site=SITE, view=VIEW)
    assert raised.value.diagnostic.message == message


def test_a_call_that_has_no_more_to_give_is_undefined() -> None:
    environment = standing.StandingEnvironment(
        loader=DictLoader({"page.html": "{{ ended() }}"}), extensions=(), undefined=StrictName, bytecode_cache=None
    )
    environment.globals["ended"] = lambda: next(iter(()))
    with pytest.raises(UndefinedError, match="a callable raised a StopIteration exception"):
        environment.get_template("page.html").render()


def test_a_layout_can_be_asked_for_as_jinja_allows() -> None:
    environment = standing.StandingEnvironment(
        loader=DictLoader({"page.html": "{{ a }}"}), extensions=(), undefined=StrictName, bytecode_cache=None
    )
    page = environment.get_template("page.html")
    assert environment.get_template(page) is page
    assert environment.get_template("page.html", globals={"a": "b"}).render() == "b"
