"""What holds for every text."""

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadsheet.reading import body as body_module
from broadsheet.reading.body import read_body
from broadsheet.reading.markdown.plain import read_plain

SIGNS = st.sampled_from(
    [*"*_[]()<>!#|:-{}\n\u3000`~\\&\"'=+. ", "\n\n", "**", "真", "，", "“", "”", "한", "a", "    ", "  \n", "\t"],
)
MARKUP = st.sampled_from(
    [
        *("<b>", "</b>", "<div>", "</div>", "<p>", "<li>", "<td>", "<script>", "<!--", "-->", "<a href=", "<ruby>"),
        *("<rt>", "[^1]", "[^1]: ", "[r]", "[r]: ", "![图](a.jpg)", "{#id}", "{.x}", "!!! note", "编者按：", "> "),
        *("- ", "1. ", "## ", "| a |\n|---|\n", "```\n", "http://", "&#8203;", "\u2028", "\x00", "\ud800"),
        *("<img src=x>", "<time>", "<details>", "<summary>", "<dl>", "<dt>", "</dt>", "<h1>", "<pre>", "\x02"),
        *("wzxhzdk:0", ": 释", "<![", "<?"),
    ],
)
COPY = st.lists(st.one_of(SIGNS, MARKUP), max_size=40).map("".join)
PLAIN = st.lists(
    st.sampled_from(
        [*"真，她。“”a1.-:!#()/\n\u3000~=+\"';한…", "\n\n", "\n\u3000\u3000", "    ", "  \n", "编者按：", "\u00a0"]
    ),
    max_size=40,
).map("".join)


class Checker(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in {"script", "style", "img", "iframe", "form"}
        if tag not in {"br", "hr"}:
            self.open.append(tag)
        for name, value in attrs:
            assert name != "style"
            assert not name.startswith("on")
            if name == "id":
                self.ids.append(value or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@settings(deadline=None, max_examples=300)
@given(COPY)
def test_any_text_becomes_well_formed_html_with_its_facts(text: str) -> None:
    body, diagnostics = read_body(text, file="a.md", first_line=3)
    checker = Checker()
    checker.feed(body.html)
    checker.close()
    assert checker.open == []
    assert len(set(checker.ids)) == len(checker.ids)
    assert tuple(checker.ids) == body.fragments
    assert body.html.count("<figure data-picture=") == len(body.pictures)
    assert body.html.count('href="broadsheet:link/') == len(body.links)
    last_line = 3 + text.count("\n") + text.count("\r")
    for item in (*diagnostics, *body.links, *body.pictures):
        assert 3 <= item.place.line <= last_line
        assert item.place.column >= 1
    body.html.encode()


@settings(deadline=None, max_examples=100)
@given(COPY, COPY)
def test_the_same_text_gives_the_same_body_whatever_was_read_before(text: str, other: str) -> None:
    first = read_body(text, file="a.md", first_line=1)
    read_body(other, file="b.md", first_line=1)
    assert read_body(text, file="a.md", first_line=1) == first


@settings(deadline=None, max_examples=300)
@given(st.lists(SIGNS, max_size=30))
def test_no_word_is_lost_or_doubled(signs: list[str]) -> None:
    words = [chr(0x5000 + index) for index in range(len(signs))]
    text = "".join(sign + word for sign, word in zip(signs, words, strict=True))
    body, _ = read_body(text, file="a.md", first_line=1)
    if "](" in text or "]:" in text or body.pictures:
        return  # a link's target is no text
    whole = "\n".join(body.paragraphs)
    assert [word for word in words if whole.count(word) != 1] == []


@settings(deadline=None, max_examples=300)
@given(PLAIN)
def test_plain_copy_is_set_as_markdown_would_set_it(text: str) -> None:
    quick = read_body(text, file="a.md", first_line=1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(body_module, "read_plain", lambda _: None)
        assert read_body(text, file="a.md", first_line=1) == quick


def test_ordinary_copy_takes_the_quick_way() -> None:
    assert read_plain("　　北京的春天：公园（二期）开了，共3.5公顷。\n　　“真好！”她说。") is not None
