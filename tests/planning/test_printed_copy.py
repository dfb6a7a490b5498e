from __future__ import annotations

from itertools import pairwise

import pytest

from broadsheet.planning.printed.breaks import breaks_of
from broadsheet.planning.printed.copy import Block, Run, blocks_of, cut, with_breaks


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("渡口，来了。", ["渡", "口，", "来", "了。"]),
        ("“云、边”说", ["“云、", "边”", "说"]),
        ("A05版的GPU/DCU", ["A05", "版", "的", "GPU/DCU"]),
        ("don’t stop-gap it", ["don’t ", "stop-gap ", "it"]),
        ("二——三……四", ["二——", "三……", "四"]),
        ("", [""]),
    ],
)
def test_a_line_may_end_where_the_rules_of_chinese_and_latin_allow(text: str, lines: list[str]) -> None:
    data, places = text.encode(), [0, *breaks_of(text), len(text.encode())]
    assert [data[a:b].decode() for a, b in pairwise(places)] == lines


@pytest.mark.parametrize(
    ("html", "kinds"),
    [
        ("<p>一<strong>二</strong></p>", [("p", "一二")]),
        ("<h2 id='a'>题</h2><p>文</p>", [("head", "题"), ("p", "文")]),
        ("<ul><li>一</li><li>二</li></ul>", [("item", "一"), ("item", "二")]),
        ("<ul><li><p>一</p><p>二</p></li></ul>", [("item", "一"), ("quote", "二")]),
        ("<blockquote><p>引</p></blockquote>", [("quote", "引")]),
        ("<p>一<br>二</p>", [("p", "一"), ("flush", "二")]),
        ("<p>一</p><hr><p>二</p>", [("p", "一"), ("rule", ""), ("p", "二")]),
        ('<p>一</p><figure data-picture="2"></figure>', [("p", "一"), ("figure", "")]),
        ("<pre><code>a\n\nb\n</code></pre>", [("flush", "a"), ("flush", "b")]),
        ("<dl><dt>词</dt><dd>义</dd></dl>", [("flush", "词"), ("p", "义")]),
        ("<table><tr><th>a</th><td>b <em>c</em></td></tr></table>", [("row", "a b c")]),
        ('<p>注<sup><a href="#fn">1</a></sup></p>', [("p", "注1")]),
        ('<p>注 <a class="footnote-backref" href="#a">↩</a></p>', [("p", "注")]),
        ('<aside class="box"><p class="box-title">附</p><p>内</p></aside>', [("flush", "附"), ("p", "内")]),
    ],
)
def test_a_body_becomes_blocks_that_stand_in_a_column(html: str, kinds: list[tuple[str, str]]) -> None:
    assert [(block.kind, block.text) for block in blocks_of(html)] == kinds


def test_a_block_keeps_what_its_words_are() -> None:
    (boxed, second) = blocks_of('<aside class="box"><p class="box-title">附</p><p>见<a href="/a/">此</a></p></aside>')
    assert boxed.runs == (Run("附", "b"),)
    assert second.boxed
    assert second.runs == (Run("见"), Run("此", "", "/a/"))
    first, third = blocks_of("<ol start='3'><li>甲</li><li>乙</li></ol>")
    assert (first.mark, third.mark) == ("3.", "4.")


@pytest.mark.parametrize(
    ("html", "first"),
    [("<p>正文</p>", ("p", "本报讯\u3000正文")), ("<h2>题</h2>", ("p", "本报讯\u3000"))],
)
def test_a_dateline_runs_in_before_the_first_words(html: str, first: tuple[str, str]) -> None:
    block = blocks_of(html, "本报讯")[0]
    assert (block.kind, block.text) == first


def test_a_paragraph_is_cut_at_a_byte_and_goes_on_without_an_indent() -> None:
    block = with_breaks(Block("p", (Run("一二", "b"), Run("三四"))))
    first, second = cut(block, 9)
    assert (first.text, second.text, second.kind) == ("一二三", "四", "flush")
    assert first.runs == (Run("一二", "b"), Run("三"))
