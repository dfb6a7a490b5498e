"""Links in copy that is plain but for them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadsheet.model.body import BodyLink
from broadsheet.model.place import Place
from broadsheet.reading import body as body_module
from broadsheet.reading.body import read_body
from broadsheet.reading.markdown.plain import read_plain

LINKS = st.sampled_from(
    [
        "[张三](/bylines/张三/)",
        "[Jane Doe](/bylines/jane-doe/)",
        "[甲](a.md)",
        "[阿·某](/b/阿·某/)",
        "[a b](../x)",
        "[1](2)",
    ]
)
BESIDE = st.sampled_from(
    [
        *(
            "！",
            "!",
            "[",
            "]",
            "]\u200b(",
            "(",
            ")",
            "[乙]",
            "记者 ",
            "（",
            "）",
            "春天来了。",
            "a",
            " ",
            "\u3000",
            "\u00a0",
            "\u2003",
        ),
        *(
            "\n",
            "\n\n",
            "\n\u3000\u3000",
            "\n## ",
            "### ",
            "href=",
            "src = a.md",
            "编者按：",
            "【编者按】",
            "e\u0301",
            "\u200b",
            "{.x}",
        ),
        *(":", ";", "—", "“", "”", "_", "*", "1. ", "#", "/", "\n- ", "  \n", "\r\n", "'", '"', "^", "~", "·"),
    ]
)


@settings(max_examples=800)
@given(st.lists(BESIDE, max_size=6), LINKS, st.lists(st.one_of(LINKS, BESIDE), max_size=6))
def test_plain_links_are_set_as_markdown_would_set_them(before: list[str], link: str, behind: list[str]) -> None:
    text = "".join([*before, link, *behind])
    quick = read_body(text, file="a.md", first_line=2)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(body_module, "read_plain", lambda _: None)
        assert read_body(text, file="a.md", first_line=2) == quick


def test_a_plain_link_is_a_placeholder_with_its_place() -> None:
    text = "本报讯（记者 [张三](/bylines/张三/)）今天[下雨](rain.md)。\n\n## 明天\n\n[后天](../then.md)放晴。"
    assert read_plain(text) is not None
    body, found = read_body(text, file="a.md", first_line=5)
    assert found == ()
    assert body.html == (
        '<p>本报讯（记者 <a href="broadsheet:link/0">张三</a>）今天<a href="broadsheet:link/1">下雨</a>。</p>\n'
        '<h2 id="明天">明天</h2>\n<p><a href="broadsheet:link/2">后天</a>放晴。</p>\n'
    )
    lines = text.split("\n")
    assert body.links == (
        BodyLink("/bylines/张三/", Place("a.md", 5, 13, 12), lines[0]),
        BodyLink("rain.md", Place("a.md", 5, 34, 7), lines[0]),
        BodyLink("../then.md", Place("a.md", 9, 6, 10), lines[4]),
    )
    assert body.paragraphs == ("本报讯（记者 张三）今天下雨。", "明天", "后天放晴。")
    assert body.opening == ("今天下雨。", "后天放晴。")


@pytest.mark.parametrize(
    "text",
    [
        *(
            "[甲](http://a.example/)",
            "[甲](//a.example)",
            "[甲](#a)",
            "[甲]()",
            '[甲](a.md "乙")',
            "[甲](a_b.md)",
            "[甲](a(b).md)",
        ),
        *(
            "[甲](a%20b)",
            "![甲](a.jpg)",
            "[ 甲](a.md)",
            "[甲 ](a.md)",
            "[*甲*](a.md)",
            "[[甲](a.md)]",
            "[甲](a.md){.x}",
            "[甲](a\nb)",
        ),
        *(
            "甲\n[乙](a.md)",
            "## [甲](a.md)",
            "href=a.md [甲](a.md)",
            "[甲]\\(a.md)",
            "甲](a.md)",
            "[甲](a.md)" + "(" * 41,
        ),
    ],
)
def test_other_links_are_markdowns(text: str) -> None:
    assert read_plain(text) is None


def test_a_box_with_a_link_is_markdowns() -> None:
    body, _ = read_body("编者按：见[甲](a.md)。", file="a.md", first_line=1)
    assert body.html.startswith('<aside class="box box-note" role="note" aria-labelledby="box"><p><strong')
    assert body.html.endswith('</strong>见<a href="broadsheet:link/0">甲</a>。</p></aside>\n')
