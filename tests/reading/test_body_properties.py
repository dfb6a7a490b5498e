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
LINES = st.sampled_from(
    [
        "\n\n",
        "\n\n\n",
        "\n\u3000\u3000",
        "\n ",
        "    ",
        "  \n",
        "\n\n### 小标题\n\n",
        "\n## ",
        "\n   # ",
        "\n    # ",
        "# ",
        " ##\n",
    ],
)
WORDS = st.sampled_from(
    [
        *(
            "编者按：",
            "【編者按】",
            "Editor’s note: ",
            "记者",
            "新华社北京4月15日电 ",
            "（记者 李某 摄）",
            "图/王某",
            "1986. ",
            "2. ",
        ),
        *(
            "12) ",
            "真的",
            "a word",
            "C#",
            "#话题#",
            "###",
            "#\u3000",
            "\u00a0",
            "\u2003",
            "e\u0301",
            "\u200b",
            "\u2028",
            "///",
            "\r\n",
        ),
    ],
)
PLAIN = st.lists(
    st.one_of(st.sampled_from([*"真，她。“”a1.-:!#()/\n\u3000~=+\"';한… "]), LINES, WORDS), max_size=40
).map("".join)
# Every construct of Markdown that Python-Markdown and the newspaper's own rules know, among paragraphs and crossheads.
CONSTRUCTS = st.sampled_from(
    [
        *(
            "*重*",
            "**重**",
            "_a_",
            "`码`",
            "```\n码\n```",
            "~~~\n码\n~~~",
            "    缩进\n",
            "> 引",
            "- 项",
            "* 项",
            "+ 项",
            "1. 项",
        ),
        *(
            "1) 项",
            "- 项\n\n    续",
            "题\n===",
            "题\n---",
            "***",
            "- - -",
            "===",
            "| a | b |\n|---|---|\n| 1 | 2 |",
            "a | b\n- | -\n1 | 2",
        ),
        *(
            "[词](b.md)",
            "![图](a.jpg)",
            "[词][r]",
            "[r]: http://a.example/",
            "<http://a.example/>",
            "<a@b.example>",
            "<b>粗</b>",
        ),
        *(
            "<div>\n块\n</div>",
            "<!-- 注 -->",
            "&amp;",
            "&#40;",
            "\\*",
            "行  \n行",
            "行\\\n行",
            "词[^1]",
            "[^1]: 注",
            "词\n: 释",
            "词\n\n:   释",
        ),
        *(
            "# 题 {#a}",
            "## 题 ##",
            "#题",
            "#",
            "## ",
            "！！！",
            '!!! note "注"\n    文',
            "!!!",
            "*[HTML]: 文",
            "{.x}",
            "\u3000\u3000- 段",
            "\t段",
        ),
        *(
            "\u3000## 题",
            "    ## 题",
            "   ### 题",
            "####### 题",
            "段\n## 题\n段",
            "\\# 题",
            "/// note\n文\n///",
            "$a$",
            "~~删~~",
            "==亮==",
        ),
    ]
)
MIXED = st.lists(
    st.tuples(st.one_of(CONSTRUCTS, WORDS, st.just("城里开了公园。")), st.sampled_from(["", "\n", "\n\n"])), max_size=8
).map(lambda pieces: "".join(piece + gap for piece, gap in pieces))


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


@settings(max_examples=300)
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


@settings(max_examples=100)
@given(COPY, COPY)
def test_the_same_text_gives_the_same_body_whatever_was_read_before(text: str, other: str) -> None:
    first = read_body(text, file="a.md", first_line=1)
    read_body(other, file="b.md", first_line=1)
    assert read_body(text, file="a.md", first_line=1) == first


@settings(max_examples=300)
@given(st.lists(SIGNS, max_size=30))
def test_no_word_is_lost_or_doubled(signs: list[str]) -> None:
    words = [chr(0x5000 + index) for index in range(len(signs))]
    text = "".join(sign + word for sign, word in zip(signs, words, strict=True))
    body, _ = read_body(text, file="a.md", first_line=1)
    if "](" in text or "]:" in text or body.pictures:
        return  # a link's target is no text
    whole = "\n".join(body.paragraphs)
    assert [word for word in words if whole.count(word) != 1] == []


@settings(max_examples=600)
@given(st.one_of(PLAIN, MIXED, COPY))
def test_plain_copy_is_set_as_markdown_would_set_it(text: str) -> None:
    quick = read_body(text, file="a.md", first_line=1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(body_module, "read_plain", lambda _: None)
        assert read_body(text, file="a.md", first_line=1) == quick


def test_ordinary_copy_takes_the_quick_way() -> None:
    text = "　　北京的春天：公园（二期）\n开了，共3.5公顷。\n　　“真好！”她说。\n\n### 小标题 ###\n又一段 C# 的话。\n"
    assert read_plain(text) == [
        (0, "北京的春天：公园（二期）开了，共3.5公顷。"),
        (0, "“真好！”她说。"),
        (3, "小标题"),
        (0, "又一段 C# 的话。"),
    ]


@pytest.mark.parametrize("text", ["\u200b段", "e\u0301", "段\u2028段", "段\r\n段", "段\x85段"])
def test_copy_that_is_not_clean_is_cleaned_before_it_is_plain(text: str) -> None:
    assert read_plain(text) is None
    assert read_body(text, file="a.md", first_line=1)[0].paragraphs


@pytest.mark.parametrize(
    "body",
    ["（" + "(" * 41 + ")" * 41 + "）", "1234. " * 41, "甲" + "~" * 4001],
    ids=["brackets", "numbers", "signs"],
)
def test_copy_with_crossheads_is_refused_as_copy_with_markup_is(body: str) -> None:
    assert read_plain(body) is not None
    assert read_plain(f"## 题\n\n{body}") is None
    assert [found.code for found in read_body(f"## 题\n\n{body}", file="a.md", first_line=1)[1]] == ["nesting-too-deep"]


def test_plain_copy_may_be_longer_than_copy_with_crossheads() -> None:
    pages = ("春" * 999 + "\n\n") * 2001
    assert len(read_body(pages, file="a.md", first_line=1)[0].paragraphs) == 2001
    assert [found.code for found in read_body(f"## 题\n{pages}", file="a.md", first_line=1)[1]] == ["article-too-long"]
