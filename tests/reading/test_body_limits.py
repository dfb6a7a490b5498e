"""What is not converted, and that everything else is, in the time its length lets expect."""

import time

import pytest

from broadsheet.model.body import Body
from broadsheet.model.place import Place
from broadsheet.reading.body import read_body
from broadsheet.reading.markdown import marked
from broadsheet.reading.markdown.conversion import NewspaperMarkdown

DEEP = "close them, or put a backslash before each sign"


@pytest.mark.parametrize(
    ("typed", "place", "code", "message", "hint"),
    [
        (
            "文\n\n" + "真" * 200_001,
            Place("a.md", 3, 1, 1),
            "line-too-long",
            "a line of 200,001 characters, the article is not read",
            "break the line into paragraphs; the longest may have 200,000 characters",
        ),
        (
            "*真*\n\n" * 400_001,
            Place("a.md", 1, 1, 1),
            "article-too-long",
            "an article of 2,000,005 characters, it is not read",
            "make several of it; the longest may have 2,000,000 characters",
        ),
        (
            "文\n\n" + ">" * 10_000,
            Place("a.md", 3, 1, 1),
            "nesting-too-deep",
            "quotes or lists stand more than 40 deep in each other, the article is not read",
            DEEP,
        ),
        (
            "\n".join("    " * level + "- 项" for level in range(60)),
            Place("a.md", 42, 1, 1),
            "nesting-too-deep",
            "quotes or lists stand more than 40 deep in each other, the article is not read",
            DEEP,
        ),
        (
            "[" * 10_000,
            Place("a.md", 1, 41, 1),
            "nesting-too-deep",
            "brackets stand more than 40 deep in each other, the article is not read",
            DEEP,
        ),
        (
            "<div>" * 100,
            Place("a.md", 1, 201, 1),
            "nesting-too-deep",
            "HTML elements stand more than 40 deep in each other, the article is not read",
            DEEP,
        ),
        (
            "文\n\n" + "&真" * 5_001,
            Place("a.md", 3, 1, 1),
            "nesting-too-deep",
            "a paragraph with more than 4,000 signs of markup, the article is not read",
            "break it into paragraphs",
        ),
    ],
    ids=["line", "article", "quotes", "lists", "brackets", "html", "signs"],
)
def test_a_body_past_a_limit_is_not_converted(typed: str, place: Place, code: str, message: str, hint: str) -> None:
    body, diagnostics = read_body(typed, file="a.md", first_line=1)
    assert body == Body()
    assert [(item.place, item.code, item.message, item.hint) for item in diagnostics] == [(place, code, message, hint)]
    assert len(diagnostics[0].excerpt) <= 200


@pytest.mark.parametrize(
    "piece",
    [
        "*",
        "**真，",
        "*a_b",
        "![",
        "[a](",
        "<",
        "<a ",
        "<!--",
        "&a;",
        "`a",
        "\\*",
        "- a\n",
        "1. a\n\n",
        "# a\n",
        "---\n",
    ],
)
def test_the_time_grows_with_the_length(piece: str) -> None:
    started = time.process_time()
    read_body(piece * (20_000 // len(piece)), file="a.md", first_line=1)
    # Quadratic behaviour takes minutes here; ordinary copy takes a tenth of a second.
    assert time.process_time() - started < 10


def test_a_tree_too_deep_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marked, "_DEEPEST_TREE", 2)
    body, diagnostics = read_body("- 甲\n    - 乙", file="a.md", first_line=1)
    assert body == Body()
    assert diagnostics[0].message == (
        "lists, quotes or signs of emphasis stand more than 40 deep in each other, the article is not read"
    )


def too_deep(*_: object) -> None:
    raise RecursionError


def test_a_text_deeper_than_python_goes_is_a_diagnostic_and_leaves_no_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(NewspaperMarkdown, "convert_afresh", too_deep)
        assert read_body("**甲**", file="a.md", first_line=1)[1][0].code == "nesting-too-deep"
    assert read_body("**甲**", file="a.md", first_line=1)[1] == ()


def test_a_rule_of_many_signs_is_no_nesting() -> None:
    assert read_body("- " * 100 + "\n\n文", file="a.md", first_line=1)[0].html == "<hr>\n<p>文</p>\n"


def test_a_tag_past_the_bound_of_attributes_is_text() -> None:
    body, _ = read_body("<b " + "x " * 50 + ">文", file="a.md", first_line=1)
    assert body.html.startswith("<p>&lt;b x")
