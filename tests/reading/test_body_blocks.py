"""Lists, tables, boxes, notes, quotes and code: what is typed, and the HTML it becomes."""
# ruff: noqa: E501 - a case reads best as one line

import pytest

from broadsheet.reading.body import read_body

CASES = [
    ("- 甲\n- 乙\n\n    续段\n\n        深段", "<ul><li>甲</li><li><p>乙</p><p>续段</p><p>深段</p></li></ul>"),
    ("+ 甲\n\n* 乙", "<ul><li><p>甲</p></li><li><p>乙</p></li></ul>"),
    ("2. 不是表\n\n1) 是表\n2) 二", "<p>2. 不是表</p>\n<ol><li>是表</li><li>二</li></ol>"),
    ("1. 甲\n\n2. 乙\n\n1986. 文", "<ol><li><p>甲</p></li><li><p>乙</p></li></ol>\n<p>1986. 文</p>"),
    ("> \u3000\u3000引文\n> 第二行", "<blockquote><p>引文第二行</p></blockquote>"),
    ("> \u3000\u3000一\n> \u3000\u3000二", "<blockquote><p>一</p><p>二</p></blockquote>"),
    (
        "!!! contact\n    电话：123\n\n    邮箱：a@example.org\n后文",
        '<aside class="box box-contact" role="note"><p>电话：123</p><p>邮箱：a@example.org</p></aside>\n<p>后文</p>',
    ),
    (
        "!!! 联系方式 “找我们”\n    - 甲\n    - 乙",
        '<aside class="box box-contact" role="note" aria-labelledby="box"><p class="box-title" id="box">找我们</p><ul><li>甲</li><li>乙</li></ul></aside>',
    ),
    (
        '!!! zzz "x"\n    y',
        '<aside class="box box-note" role="note" aria-labelledby="box"><p class="box-title" id="box">x</p><p>y</p></aside>',
    ),
    (
        "Editor's note: This is it.",
        '<aside class="box box-note" role="note" aria-labelledby="box"><p><strong class="box-label" id="box">Editor\'s note:</strong> This is it.</p></aside>',
    ),
    ("编者按是什么", "<p>编者按是什么</p>"),
    (
        "| | 甲 |\n|--|:-:|\n| 1 | 2 |",
        '<div class="table" role="region" tabindex="0" aria-label="甲"><table><thead><tr><td></td><th scope="col" class="align-center">甲</th></tr></thead><tbody><tr><td>1</td><td class="align-center">2</td></tr></tbody></table></div>',
    ),
    (
        "文[^a]，再[^a]。没有[^b]。\n\n[^a]: 注。",
        '<p>文<sup id="fnref:a"><a class="footnote-ref" href="#fn:a" role="doc-noteref">1</a></sup>，再<sup id="fnref2:a"><a class="footnote-ref" href="#fn:a" role="doc-noteref">1</a></sup>。没有[^b]。</p>\n<div class="footnotes" role="doc-endnotes"><ol><li id="fn:a"><p>注。\xa0<a class="footnote-backref" href="#fnref:a" role="doc-backlink" aria-label="↩ 1">↩</a><a class="footnote-backref" href="#fnref2:a" role="doc-backlink" aria-label="↩ 1.2">↩</a></p></li></ol></div>',
    ),
    ("词\n: 义一\n: 义二", "<dl><dt>词</dt><dd>义一</dd><dd>义二</dd></dl>"),
    (
        "///Footnotes Go Here///\n\n文[^1]\n\n[^1]: 注",
        '<p>///Footnotes Go Here///</p>\n<p>文<sup id="fnref:1"><a class="footnote-ref" href="#fn:1" role="doc-noteref">1</a></sup></p>\n<div class="footnotes" role="doc-endnotes"><ol><li id="fn:1"><p>注\xa0<a class="footnote-backref" href="#fnref:1" role="doc-backlink" aria-label="↩ 1">↩</a></p></li></ol></div>',
    ),
    ("1986. 那一年", "<p>1986. 那一年</p>"),
    ("- 甲\n    - 乙\n        - 丙", "<ul><li>甲<ul><li>乙<ul><li>丙</li></ul></li></ul></li></ul>"),
    ("1. 甲\n    1. 乙\n2. 丙", "<ol><li>甲<ol><li>乙</li></ol></li><li>丙</li></ol>"),
    (
        "| 甲 | 乙 |\n|:---|---:|\n| 一 | 二 |",
        '<div class="table" role="region" tabindex="0" aria-label="甲、乙"><table><thead><tr><th scope="col" class="align-left">甲</th><th scope="col" class="align-right">乙</th></tr></thead><tbody><tr><td class="align-left">一</td><td class="align-right">二</td></tr></tbody></table></div>',
    ),
    (
        "|甲|\n|-|\n|1|\n\n|甲|\n|-|\n|2|",
        '<div class="table" role="region" tabindex="0" aria-label="甲"><table><thead><tr><th scope="col">甲</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table></div>\n<div class="table" role="region" tabindex="0" aria-label="甲 2"><table><thead><tr><th scope="col">甲</th></tr></thead><tbody><tr><td>2</td></tr></tbody></table></div>',
    ),
    (
        "**编者按：**全文如下。",
        '<aside class="box box-note" role="note" aria-labelledby="box"><p><strong class="box-label" id="box">编者按：</strong>全文如下。</p></aside>',
    ),
    (
        "【编者按】全文如下。",
        '<aside class="box box-note" role="note" aria-labelledby="box"><p><strong class="box-label" id="box">【编者按】</strong>全文如下。</p></aside>',
    ),
    (
        "編者按：全文如下。",
        '<aside class="box box-note" role="note" aria-labelledby="box"><p><strong class="box-label" id="box">編者按：</strong>全文如下。</p></aside>',
    ),
    (
        "记者手记\u3000全文如下。",
        '<aside class="box box-note" role="note" aria-labelledby="box"><p><strong class="box-label" id="box">记者手记\u3000</strong>全文如下。</p></aside>',
    ),
    (
        '!!! quote "金句" \n    话。',
        '<aside class="box box-quote" role="note" aria-labelledby="box"><p class="box-title" id="box">金句</p><p>话。</p></aside>',
    ),
    (
        "!!! background\n    往事。\n\n    - 一\n    - 二",
        '<aside class="box box-background" role="note"><p>往事。</p><ul><li>一</li><li>二</li></ul></aside>',
    ),
    (
        '> !!! note "内"\n>     文',
        '<blockquote><aside class="box box-note" role="note" aria-labelledby="box"><p class="box-title" id="box">内</p><p>文</p></aside></blockquote>',
    ),
    ("!!! 太好了", "<p>!!! 太好了</p>"),
    ("`码` 与 ``a`b``", "<p><code>码</code> 与 <code>a`b</code></p>"),
    ("~~~\n\u3000\u3000码\n## 题\n~~~", "<pre><code>\u3000\u3000码\n## 题\n</code></pre>"),
    ("- 甲\n    ## 题\n    后", "<ul><li>甲## 题后</li></ul>"),
    ("- ## 题\n后", '<ul><li><h2 id="题">题</h2>后</li></ul>'),
    ("```python\nx\n```", "<pre><code>x\n</code></pre>"),
    (
        "| | |\n|-|-|\n| | |",
        '<div class="table"><table><thead><tr><td></td><td></td></tr></thead><tbody><tr><td></td><td></td></tr></tbody></table></div>',
    ),
    (
        "文\n\n[^1]: 没有标记",
        '<p>文</p>\n<div class="footnotes" role="doc-endnotes"><ol><li id="fn:1"><p>没有标记</p></li></ol></div>',
    ),
    ("> 甲\n> ## 题\n> 乙", '<blockquote><p>甲</p><h2 id="题">题</h2><p>乙</p></blockquote>'),
]


@pytest.mark.parametrize(("typed", "html"), CASES)
def test_blocks_are_set_as_an_editor_means_them(typed: str, html: str) -> None:
    body, _ = read_body(typed, file="a.md", first_line=1)
    assert body.html.rstrip("\n") == html
