"""Words, lines and headings: what is typed, and the HTML it becomes."""

import pytest

from broadsheet.reading.body import read_body

CASES = [
    ("**真，**她", "<p><strong>真，</strong>她</p>"),
    ("这是**“引号”**后文", "<p>这是<strong>“引号”</strong>后文</p>"),
    ("他说：**“是。”**然后走了", "<p>他说：<strong>“是。”</strong>然后走了</p>"),
    ("*（强调）*后", "<p><em>（强调）</em>后</p>"),
    ("***又粗又斜***。", "<p><strong><em>又粗又斜</em></strong>。</p>"),
    ("**粗*斜*粗**", "<p><strong>粗<em>斜</em>粗</strong></p>"),
    ("*斜**粗**斜*", "<p><em>斜<strong>粗</strong>斜</em></p>"),
    ("snake_case_name 和_下划线_之间，_真_。", "<p>snake_case_name 和_下划线_之间，<em>真</em>。</p>"),
    ("3*4*5 和 2 * 3 * 4", "<p>3*4*5 和 2 * 3 * 4</p>"),
    ("李** 说", "<p>李** 说</p>"),
    ("\\*不是\\*", "<p>*不是*</p>"),
    ("~~删~~", "<p>~~删~~</p>"),
    ("甲{乙}丙 **丁**{戊} **己**{.庚}", "<p>甲{乙}丙 <strong>丁</strong>{戊} <strong>己</strong></p>"),
    ("    四空格\n\n\t制表", "<p>四空格</p>\n<p>制表</p>"),
    ("한국어\n문장", "<p>한국어 문장</p>"),
    ("汉字\n한국", "<p>汉字 한국</p>"),
    ("“是。”\n“否。”", "<p>“是。”“否。”</p>"),
    ('"Yes."\n"No."', '<p>"Yes." "No."</p>'),
    ("甲**乙\n丙**\n丁", "<p>甲<strong>乙丙</strong>丁</p>"),
    ("=====\n\n甲\n\n* * *\n\n___", "<hr>\n<p>甲</p>\n<hr>\n<hr>"),
    ("##没空格\n\n####### 七", "<p>##没空格</p>\n<p>####### 七</p>"),
    ("#\u3000全角", '<h2 id="全角">全角</h2>'),
    ("", ""),
    ("\u3000", ""),
    ("北京的春天\n来得早", "<p>北京的春天来得早</p>"),
    ("The first line\nof two", "<p>The first line of two</p>"),
    ("用了AI\n技术，RISC-V\n架构", "<p>用了AI技术，RISC-V架构</p>"),
    ("第一行  \n第二行", "<p>第一行<br>第二行</p>"),
    ("第一行\\\n第二行", "<p>第一行<br>第二行</p>"),
    ("\u3000\u3000第一段。\n\u3000\u3000第二段。", "<p>第一段。</p>\n<p>第二段。</p>"),
    ("第一段。\n\u3000\u3000第二段。", "<p>第一段。</p>\n<p>第二段。</p>"),
    ("全角１２３ＡＢＣ不变", "<p>全角１２３ＡＢＣ不变</p>"),
    ("甲&乙 < 丙 > 丁", "<p>甲&amp;乙 &lt; 丙 &gt; 丁</p>"),
    ("#话题# 上了热搜", "<p>#话题# 上了热搜</p>"),
    ("## C#", '<h2 id="c">C#</h2>'),
    ("## 小标题 ##", '<h2 id="小标题">小标题</h2>'),
    ("文\n---\n后文", "<p>文</p>\n<hr>\n<p>后文</p>"),
    ("文\n===", "<p>文</p>\n<hr>"),
    ("-不是表", "<p>-不是表</p>"),
    ("{: .align-right}", "<p>{: .align-right}</p>"),
    ("右\n{: .align-right}", '<p class="align-right">右</p>'),
    ("##\n\n文", "<p>文</p>"),
    ("---", "<hr>"),
    ("甲*乙", "<p>甲*乙</p>"),
    ("他*说**“是”*了**", "<p>他*说<strong>“是”*了</strong></p>"),
    ("甲\n# 题\n乙", '<p>甲</p>\n<h2 id="题">题</h2>\n<p>乙</p>'),
]


@pytest.mark.parametrize(("typed", "html"), CASES)
def test_text_is_set_as_an_editor_means_it(typed: str, html: str) -> None:
    body, _ = read_body(typed, file="a.md", first_line=1)
    assert body.html.rstrip("\n") == html
