"""Links, pictures and HTML in the copy: what is typed, and the HTML it becomes."""
# ruff: noqa: E501 - a case reads best as one line

import pytest

from broadsheet.reading.body import read_body

CASES = [
    ("甲\n\n<!-- 编辑的话 -->\n\n乙", "<p>甲</p>\n<p>乙</p>"),
    ("甲 <!-- 没关", "<p>甲 &lt;!-- 没关</p>"),
    ("x<y 且 a>b，<标题>", "<p>x&lt;y 且 a&gt;b，&lt;标题&gt;</p>"),
    (
        '[a](<../2025 版/a b.md>) [b](a(b).md "题")',
        '<p><a href="broadsheet:link/0">a</a> <a href="broadsheet:link/1" title="题">b</a></p>',
    ),
    ("<div>\n\n**x**\n\n</div>", "<div>**x**</div>"),
    ("<details><summary>题</summary>文</details>", "<details><summary>题</summary>文</details>"),
    ("<ul>文<li>项</ul>", "<ul><li>文</li><li>项</li></ul>"),
    ("<li>孤</li>", "<div>孤</div>"),
    (
        '<time>昨天</time> <time datetime="2025-04-16">今天</time>',
        '<p><span>昨天</span> <time datetime="2025-04-16">今天</time></p>',
    ),
    ("文 <b>粗\n\n下一段", "<p>文 <b>粗</b></p>\n<p>下一段</p>"),
    ('<p lang="zh!!" dir="x" title="t">文</p>', '<p title="t">文</p>'),
    (
        "<h1>大</h1>\n\n### 小\n\n#### 更小\n\n## 中",
        '<h2 id="大">大</h2>\n<h3 id="小">小</h3>\n<h4 id="更小">更小</h4>\n<h3 id="中">中</h3>',
    ),
    (
        "# {#main}\n\n# 题 {#main}\n\n# 题\n\n# 题\n\n[x](#main) [y](#题-2)",
        '<h2 id="main-3">{#main}</h2>\n<h2 id="main-2">题</h2>\n<h2 id="题">题</h2>\n<h2 id="题-2">题</h2>\n<p><a href="#main-2">x</a> <a href="#题-2">y</a></p>',
    ),
    ("- ![a](a.jpg) 文\n- 乙", '<ul><li>文<figure data-picture="0"></figure></li><li>乙</li></ul>'),
    (
        "| 图 |\n|----|\n| ![a](a.jpg) |",
        '<div class="table" role="region" tabindex="0" aria-label="图"><table><thead><tr><th scope="col">图</th></tr></thead><tbody><tr><td><figure data-picture="0"></figure></td></tr></tbody></table></div>',
    ),
    ("## 题![a](a.jpg)", '<h2 id="题">题</h2>\n<figure data-picture="0"></figure>'),
    ("![a](a.jpg)\n![b](b.jpg)", '<figure data-picture="0"></figure>\n<figure data-picture="1"></figure>'),
    ("![“引”](a.jpg “图注”){credit=“新华社 记者”}", '<figure data-picture="0"></figure>'),
    (
        "[看图![a](a.jpg)这里](b.md)",
        '<p><a href="broadsheet:link/0">看图这里</a></p>\n<figure data-picture="0"></figure>',
    ),
    ("文字 ![a](a.jpg)", '<p>文字</p>\n<figure data-picture="0"></figure>'),
    ("```\n码 <b>\n```", "<pre><code>码 &lt;b&gt;\n</code></pre>"),
    ("行内 `码 [x](a.md)` 与 [x](a.md)", '<p>行内 <code>码 [x](a.md)</code> 与 <a href="broadsheet:link/0">x</a></p>'),
    (
        "<http://> [a](http://[bad) [b](//example.org/x) [c](tel:123) [d](mailto:a@b.c) <a@b.cn>",
        '<p><span>http://</span> <span>a</span> <a href="//example.org/x">b</a> <a href="tel:123">c</a> <a href="mailto:a@b.c">d</a> <a href="mailto:a@b.cn">a@b.cn</a></p>',
    ),
    ("[x](https://example.org/a|b?q=%zz&r=1)", '<p><a href="https://example.org/a%7Cb?q=%25zz&amp;r=1">x</a></p>'),
    ("&copy; &#8203;x&nbsp;y &lt;b&gt;", "<p>© x\xa0y &lt;b&gt;</p>"),
    (
        '<a href="park.md">公园</a> <a>无</a> <a name="x">名</a>',
        '<p><a href="broadsheet:link/0">公园</a> <span>无</span> <span>名</span></p>',
    ),
    ("<form><input></form> <iframe src=x></iframe> <svg><path/></svg>", ""),
    ("甲<br>乙<br/>丙", "<p>甲<br>乙<br>丙</p>"),
    (
        '<table><caption>价目</caption><tr><td align="right" colspan="2" onclick="x">一</td></tr></table>',
        '<div class="table" role="region" tabindex="0" aria-label="价目"><table><caption>价目</caption><tbody><tr><td colspan="2" class="align-right">一</td></tr></tbody></table></div>',
    ),
    ("H~2~O 与 m<sup>2</sup>", "<p>H~2~O 与 m<sup>2</sup></p>"),
    (
        "<ruby>漢<rp>（</rp><rt>hàn</rt><rp>）</rp></ruby>字",
        "<p><ruby>漢<rp>（</rp><rt>hàn</rt><rp>）</rp></ruby>字</p>",
    ),
    ("<ruby>漢</ruby>", "<p><span>漢</span></p>"),
    ('<aside class="box box-note mine">文</aside>', '<aside class="box box-note">文</aside>'),
    ('<span style="color:red">红</span>', "<p><span>红</span></p>"),
    ('<figure data-picture="0"></figure>文', "<figure></figure>\n<p>文</p>"),
    ('<a href="broadsheet:link/0">伪</a>', "<p><span>伪</span></p>"),
    ("<b><i>粗</b>斜</i>", "<p><b><i>粗</i></b><i>斜</i></p>"),
    ("<span><div>块</div></span>", "<div>块</div>"),
    ("<h2><div>块</div></h2>", '<h2 id="块">块</h2>'),
    ("<dl><dd>释</dd></dl>", "<div><div>释</div></div>"),
    ("<details>无题</details>", "<div>无题</div>"),
    ("<div>散<ol>文</ol></div>", "<div>散<ol><li>文</li></ol></div>"),
    ("[空]()", "<p><span>空</span></p>"),
    ("[脚本](javascript:alert(1))", "<p><span>脚本</span></p>"),
    ("[顶](#top)", '<p><a href="#top">顶</a></p>'),
    ('[版](/archive/ "往期")', '<p><a href="broadsheet:link/0" title="往期">版</a></p>'),
    (
        '[x][r] 与 [r]\n\n[r]: ../a.md "题"',
        '<p><a href="broadsheet:link/0" title="题">x</a> 与 <a href="broadsheet:link/1" title="题">r</a></p>',
    ),
    ("## 题 {#t}\n\n[到](#t)", '<h2 id="t">题</h2>\n<p><a href="#t">到</a></p>'),
    (
        "## Ünïcode Tïtle — 2025/04\n\n[到](#ünïcode-tïtle-2025-04)",
        '<h2 id="ünïcode-tïtle-2025-04">Ünïcode Tïtle — 2025/04</h2>\n<p><a href="#ünïcode-tïtle-2025-04">到</a></p>',
    ),
    ("![](a.jpg)文", '<p>文</p>\n<figure data-picture="0"></figure>'),
    ("> ![a](a.jpg)\n> 文", '<blockquote><p>文</p><figure data-picture="0"></figure></blockquote>'),
    ('![a][p]{credit="x"}\n\n[p]: a.jpg "注"', '<figure data-picture="0"></figure>'),
    ("`![a](a.jpg)` ![a](a.jpg)", '<p><code>![a](a.jpg)</code></p>\n<figure data-picture="0"></figure>'),
    (
        "<table><tr><td></td><td>甲</td></tr></table>",
        '<div class="table" role="region" tabindex="0" aria-label="甲"><table><tbody><tr><td></td><td>甲</td></tr></tbody></table></div>',
    ),
    ("<b>甲\n</b>\n乙", "<p><b>甲</b>乙</p>"),
    ("甲 <b>\n </b> <i>\n</i>乙", "<p>甲<b></b><i></i>乙</p>"),
    ("<pre>\n\nx</pre>", "<pre>\n\nx</pre>"),
    ("<h2><ul><li>一</li><li>二</li></ul></h2>", '<h2 id="一-二">一  二</h2>'),
    ("<dl><div><dt>词</dt><dd>释</dd></div></dl>", "<dl><dt>词</dt><dd>释</dd></dl>"),
    ("<dl><dt>词</dt></dl>", "<div><div>词</div></div>"),
    (
        "<details>文<summary>题</summary><summary>再</summary></details>",
        "<details><summary>题</summary>文<div>再</div></details>",
    ),
    ("<pre><div>块</div></pre>", "<pre> 块 </pre>"),
    ("<ruby>漢<rp>(</rp></ruby><rt>h</rt>", "<p><span>漢<span>(</span></span><span>h</span></p>"),
]


@pytest.mark.parametrize(("typed", "html"), CASES)
def test_links_pictures_and_html_are_set_safely(typed: str, html: str) -> None:
    body, _ = read_body(typed, file="a.md", first_line=1)
    assert body.html.rstrip("\n") == html
