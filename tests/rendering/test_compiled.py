"""Compiled layouts are taken where they are whole and of the same sources, and make the same page."""

from collections.abc import Callable

import pytest

from broadsheet.planning.views import PlainView, Site
from broadsheet.rendering import standing
from broadsheet.rendering.layouts import Layouts

SITE = Site("The Ferry", "", "en", "", "", "", "", "", "", (), None, has_search=False)
SOURCES = {
    "page.html": '{% from "part.html" import link %}{{ link("/a/") }} {{ "/"|href }} {{ _("Search") }}',
    "part.html": "{% macro link(address) %}<a href='{{ address|href }}'>{% endmacro %}",
}


def rendered(kept: dict[str, bytes], *, base: str = "", language: str = "en", **changed: str) -> str:
    sources = SOURCES | {f"{name}.html": source for name, source in changed.items()}
    layouts = Layouts(sources, assets={}, base=base, compiled=kept)
    return layouts.render("page.html", site=SITE, view=PlainView(language, "/", ()))


def test_layouts_are_compiled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    kept: dict[str, bytes] = {}
    page = rendered(kept)
    assert (page, len(kept)) == ("<a href='/a/'> / Search", 2)
    monkeypatch.delattr(standing.StandingEnvironment, "_generate")
    monkeypatch.setattr("jinja2.environment.generate", None)
    assert rendered(kept) == page


def test_a_closure_is_worked_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    kept: dict[str, bytes] = {}
    closure = Layouts(SOURCES, assets={}, base="", compiled=kept).closure("page.html")
    changed = Layouts(SOURCES | {"part.html": ""}, assets={}, base="", compiled=kept).closure("page.html")
    assert changed != closure
    monkeypatch.setattr(standing.StandingEnvironment, "parse", None)
    assert Layouts(SOURCES, assets={}, base="", compiled=kept).closure("page.html") == closure


@pytest.mark.parametrize(
    "harm",
    [
        lambda code: code[:0],
        lambda code: code[:40],
        lambda code: code[:-1],
        lambda code: code[:-1] + bytes([code[-1] ^ 1]),
        lambda code: b"\0" * len(code),
    ],
)
def test_what_is_damaged_is_compiled_anew(harm: Callable[[bytes], bytes]) -> None:
    kept: dict[str, bytes] = {}
    page = rendered(kept)
    harmed = {name: harm(code) for name, code in kept.items()}
    assert rendered(harmed) == page
    assert harmed == kept


def test_another_base_language_or_source_is_another_page() -> None:
    kept: dict[str, bytes] = {}
    rendered(kept)
    assert rendered(kept, base="/paper") == "<a href='/paper/a/'> /paper/ Search"
    assert rendered(kept, language="zh-Hans") == "<a href='/a/'> / 搜索"
    assert rendered(kept, part="{% macro link(address) %}{{ address }}{% endmacro %}") == "/a/ / Search"
    assert rendered(kept) == "<a href='/a/'> / Search"
