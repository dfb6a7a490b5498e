"""Modules that a paper adds: outputs, rules and syntax."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Newsroom

WEATHER = """\
from broadsheet.model.diagnostic import Diagnostic, Severity
from broadsheet.model.place import Place
from broadsheet.rendering.output import Output
from markdown.extensions import Extension
from markdown.inlinepatterns import SimpleTagInlineProcessor

VERSION = "1"


def outputs(catalogue, site):
    count = sum(len(entry.stories) for entry in catalogue.entries())
    yield Output("weather.txt", str(count), lambda: f"{site.title} {count}".encode())


def checks(copy):
    for article in copy.articles:
        if "雨" in article.title[0]:
            yield Diagnostic("rain", "it rains", Place(article.file, 2), severity=Severity.WARNING)


class Keys(Extension):
    def extendMarkdown(self, md):
        md.inlinePatterns.register(SimpleTagInlineProcessor(r"(@@)(.+?)@@", "kbd"), "keys", 70)


def markdown():
    return [Keys()]
"""


def paper(newsroom: Newsroom, module: str = WEATHER) -> None:
    newsroom.write({"content/newspaper.yaml": "title: 报\nextensions: [weather]\n", "content/weather.py": module})
    newsroom.story("a.md", "按@@回车@@。", date="2025-04-16", title="晴")


def test_an_extension_adds_a_file(newsroom: Newsroom) -> None:
    paper(newsroom)
    newsroom.built()
    assert newsroom.outputs()["weather.txt"] == "报 1".encode()


def test_an_extension_adds_syntax(newsroom: Newsroom) -> None:
    paper(newsroom)
    newsroom.built()
    assert "按<kbd>回车</kbd>。" in newsroom.page("/2025/04/16/a/")


def test_an_extension_adds_a_rule(newsroom: Newsroom) -> None:
    paper(newsroom)
    newsroom.story("b.md", date="2025-04-16", title="雨")
    edited = newsroom.build()
    assert [(found.code, found.place.file) for found in edited.diagnostics] == [("rain", "content/b.md")]
    assert edited.published is not None


def test_what_an_extension_made_stays_until_it_changes(newsroom: Newsroom) -> None:
    paper(newsroom)
    newsroom.built()
    assert newsroom.changed().made == set()
    paper(newsroom, WEATHER.replace("{count}", "{count}!"))
    assert newsroom.changed().made == {"weather.txt"}
    assert newsroom.outputs()["weather.txt"] == "报 1!".encode()


def test_syntax_works_in_every_worker(newsroom: Newsroom) -> None:
    paper(newsroom)
    for number in range(420):
        newsroom.story(f"s{number}.md", "@@键@@", date="2025-04-16")
    newsroom.built(workers=2)
    assert "<kbd>键</kbd>" in newsroom.page("/2025/04/16/s419/")


@pytest.mark.parametrize(
    ("module", "file", "line", "message"),
    [
        ("x = 1\n", "content/weather.py", 1, 'the extension "weather" has no version'),
        ("x = (\n", "content/weather.py", 1, "the extension \"weather\" failed: SyntaxError: '(' was never closed"),
        ("\nimport nowhere_at_all\n", "content/weather.py", 2, "No module named 'nowhere_at_all'"),
        (WEATHER.replace("count = sum", "count = 1 / 0 or sum"), "content/weather.py", 11, "division by zero"),
        (
            WEATHER.replace("for article in copy", "for article in 3 or copy"),
            "content/weather.py",
            16,
            "TypeError",
        ),
        (WEATHER.replace("return [Keys()]", "return [Kyes()]"), "content/weather.py", 27, "name 'Kyes' is not defined"),
        (WEATHER.replace('f"{site.title} {count}"', 'f"{site.titel}"'), "content/weather.py", 12, "titel"),
        (WEATHER.replace('(@@)(.+?)@@", "kbd"', '(@@)(.+?)@@", 3'), "content/a.md", 0, "the syntax of weather failed"),
    ],
)
def test_what_an_extension_raises_is_a_diagnostic(
    newsroom: Newsroom, module: str, file: str, line: int, message: str
) -> None:
    paper(newsroom, module)
    edited = newsroom.build()
    assert edited.published is None
    assert [(found.code, found.place.file, found.place.line) for found in edited.diagnostics] == [
        ("extension-failed", file, line)
    ]
    assert message in edited.diagnostics[0].message


@pytest.mark.parametrize("path", ["../../victim.txt", "/etc/victim.txt", "a/../b.txt", "", "a//b", "a\\\\b", "."])
def test_an_extension_writes_nowhere_but_into_the_output(newsroom: Newsroom, path: str) -> None:
    paper(newsroom, WEATHER.replace("weather.txt", path))
    (found,) = newsroom.build().diagnostics
    assert (found.code, found.place.file) == ("extension-failed", "content/weather.py")
    assert "is no path below the output folder" in found.message


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (('yield Output("weather.txt"', 'yield str("weather.txt"'), "TypeError"),
        (("yield Diagnostic(", "yield str("), "TypeError"),
        (
            ('yield Diagnostic("rain"', 'yield "rain"; Diagnostic("rain"'),
            "checks() gives Diagnostic values, not 'rain'",
        ),
        (("    count = sum", "    raise SystemExit(1)\n    count = sum"), "SystemExit: 1"),
    ],
)
def test_an_extension_that_gives_something_else_is_told_so(
    newsroom: Newsroom, change: tuple[str, str], message: str
) -> None:
    paper(newsroom, WEATHER.replace(*change))
    newsroom.story("b.md", date="2025-04-16", title="雨")
    (found,) = (found for found in newsroom.build().diagnostics if found.code == "extension-failed")
    assert message in found.message


def test_an_extension_that_wants_a_page_of_the_site_is_named(newsroom: Newsroom) -> None:
    paper(newsroom, WEATHER.replace("weather.txt", "index.html"))
    (found,) = newsroom.build().diagnostics
    assert (found.code, found.place.file) == ("same-address", "content/weather.py")
    assert (found.message, found.hint) == (
        "the address /index.html is taken",
        "a page of the site itself has /; choose another path",
    )


def test_an_extension_that_is_nowhere_is_a_diagnostic(newsroom: Newsroom) -> None:
    newsroom.write({"content/newspaper.yaml": "extensions: [no_such_thing]\n"})
    newsroom.story("a.md", date="2025-04-16")
    (found,) = newsroom.build().diagnostics
    assert (found.place.file, found.message) == (
        "content/newspaper.yaml",
        "the extension \"no_such_thing\" failed: ModuleNotFoundError: No module named 'no_such_thing'",
    )


@pytest.mark.parametrize("part", ["outputs", "checks", "markdown"])
def test_an_extension_may_add_one_thing_only(newsroom: Newsroom, part: str) -> None:
    paper(newsroom, "".join(f"{WEATHER}\n" if name is None else f"del {name}\n" for name in (None, part)))
    newsroom.story("b.md", date="2025-04-16", title="雨")
    edited = newsroom.build()
    assert edited.published is not None
    assert ("weather.txt" in newsroom.outputs()) is (part != "outputs")
    assert ([found.code for found in edited.diagnostics] == ["rain"]) is (part != "checks")
    assert ("<kbd>" in newsroom.page("/2025/04/16/a/")) is (part != "markdown")


def test_what_is_no_output_is_told(newsroom: Newsroom) -> None:
    paper(newsroom, WEATHER.replace("    yield Output(", "    yield 3\n    yield Output("))
    (found,) = newsroom.build().diagnostics
    assert "outputs() gives Output values, not 3" in found.message
