"""Files of copy of every kind: encodings, HTML and Word."""

# ruff: noqa: E501  # one case a line
from __future__ import annotations

import re
from collections import Counter
from io import BytesIO
from typing import TYPE_CHECKING

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from PIL import Image

from broadsheet.reading.importing import NotTextError, copy_of_file, left_over, manuscript, page_of
from broadsheet.reading.importing.furniture import furniture_of
from broadsheet.reading.importing.lines import Line, Mark, Run, line_of
from broadsheet.reading.importing.manuscript import Filing
from broadsheet.reading.importing.web import visible_text

if TYPE_CHECKING:
    from docx.document import Document

    from broadsheet.reading.importing import Read, Story

SIMPLE = "渡口来了一只猫\n\n售票员说，猫是坐头班船来的，没有买票。\n\n记者 王某\n"
TRADITIONAL = "渡口來了一隻貓\n\n售票員說，貓是坐頭班船來的，沒有買票。\n\n記者 王某\n"


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        (SIMPLE, "utf-8", "UTF-8"),
        (SIMPLE, "utf-8-sig", "UTF-8"),
        (SIMPLE, "gbk", "GB18030"),
        (SIMPLE, "gb2312", "GB18030"),
        (SIMPLE + "𠮷", "gb18030", "GB18030"),
        (TRADITIONAL, "gbk", "GB18030"),
        (TRADITIONAL, "big5", "Big5"),
        (SIMPLE, "utf-16", "UTF-16"),
        (SIMPLE, "utf-16-le", "UTF-16"),
        (TRADITIONAL, "utf-16-be", "UTF-16"),
    ],
)
def test_text_in_any_encoding_that_a_desk_writes(text: str, codec: str, name: str) -> None:
    read = copy_of_file("page.txt", text.encode(codec))
    assert read.kind == name
    assert [line.text for line in read.copy.lines] == [line for line in text.split("\n") if line]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "it is of the old Word format: open it in Word and save it as .docx"),
        (b"{\\rtf1 x}", "it is RTF: open it in Word and save it as .docx"),
        (b"%PDF-1.7", "it is a PDF: copy its text into a file, or have the page as .docx"),
        (b"PK\x03\x04 no archive", "it is no Word file that can be read (BadZipFile): save it again as .docx"),
        (b"\xff\xfe\x00", "it begins as UTF-16, but byte 3 is none"),
        (
            b"\x89PNG\r\n\x00\x00\x01\x00\x00\x00\xff\xd8\xff",
            "it holds NUL bytes: is it a picture or a program's own file?",
        ),
        (b"<p>" + b"<div>" * 5000, "its HTML is nested too deep to be copy"),
        (b"abc\xff\xff\xff", "byte 4 is none of UTF-8, and the whole is neither GB18030 nor Big5"),
    ],
)
def test_what_is_no_copy_says_what_it_is(data: bytes, says: str) -> None:
    with pytest.raises(NotTextError) as error:
        copy_of_file("page", data)
    assert str(error.value) == says


WEB = """<!doctype html>
<html><head><title>渡口来了一只猫 - 津渡日报</title><style>p { color: red }</style></head>
<body>
<nav><a href="/">首页</a> <a href="/city">城事</a></nav>
<article>
  <p class="kicker">头班船</p>
  <h1>渡口来了一只猫</h1>
  <div class="byline">记者 王某</div>
  <p>　　售票员说，<b>没有买票</b>，见<a href="https://example.cn/a (b)">旧闻</a>，<a href="javascript:x()">别点</a>。<!-- 注释 --></p>
  <figure><img src="https://example.cn/pics/cat.jpg?w=800" alt="一只猫"><figcaption>猫在窗口。王某 摄</figcaption></figure>
  <h2>它住在<br>哪里</h2>
  <p>值班室的窗台。<i>开船以前</i>，它去岸边看一看。</p>
  <ul><li>鱼</li><li>水</li></ul>
  <table><tr><td>早</td><td>一次</td></tr><tr><td>晚</td><td>两次</td></tr></table>
  <p style="text-align: center"><strong>三、它走了</strong></p>
  <p>昨天它坐末班船走了，也没有买票。</p>
  <script>track()</script>
</article>
<footer>版权所有</footer>
</body></html>"""
WEB_STORY = """---
title: 渡口来了一只猫
kicker: 头班船
page: A05
byline: 记者 王某
# TODO 图片还没有放好：把文件放在本文件旁边，填好 src 和 alt，再去掉行首的 #
# images:
#   - src: cat.jpg
#     alt: 一只猫
#     caption: 猫在窗口。
#     credit: 王某 摄
---
售票员说，**没有买票**，见[旧闻](https://example.cn/a%20%28b%29)，别点。

## 它住在哪里

值班室的窗台。*开船以前*，它去岸边看一看。

- 鱼
- 水

早 一次

晚 两次

## 三、它走了

昨天它坐末班船走了，也没有买票。
"""


def filed(read: Read) -> tuple[str, list[tuple[str, str]]]:
    page = page_of(read.copy)
    return "".join(manuscript(story, Filing("", "A05")) for story in page.stories), list(left_over(page))


def without_todo(text: str) -> str:
    return re.sub(r"^# TODO .*把握.*\n", "", text, flags=re.MULTILINE)


def test_html_copied_from_a_site() -> None:
    text, left = filed(copy_of_file("page.html", WEB.encode()))
    assert without_todo(text) == WEB_STORY
    assert left == [("outside the copy", words) for words in ("渡口来了一只猫 - 津渡日报", "首页 城事", "版权所有")]


def test_html_is_known_without_its_ending_and_in_its_encoding() -> None:
    assert copy_of_file("saved", WEB.encode("gbk")).kind == "HTML, GB18030"


def test_nothing_of_a_web_page_is_lost() -> None:
    copy = copy_of_file("page.html", WEB.encode()).copy
    lines = "".join(line.text for line in (*copy.lines, *copy.outside))
    assert Counter(re.sub(r"\s", "", lines)) == Counter(re.sub(r"\s", "", visible_text(WEB)))


def word_page() -> Document:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "2025年4月16日 星期三 A05"
    document.sections[0].footer.paragraphs[0].text = "责编 甲某 美编 乙某"
    for text, size in (("头班船上没有票", 14), ("渡口来了一只猫", 22)):
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(text).font.size = Pt(size)
    copy = document.add_paragraph("　　售票员说，")
    copy.add_run("没有买票").bold = True
    copy.add_run("，猫是坐头班船来的，见")
    link = parse_xml(
        f'<w:hyperlink {nsdecls("w", "r")} r:id="{document.part.relate_to("https://example.cn/a", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)}"><w:r><w:t>旧闻</w:t></w:r></w:hyperlink>'
    )
    copy._p.append(link)
    copy.add_run("。")
    document.add_heading("它住在哪里", 2)
    tracked = document.add_paragraph("值班室的窗台。")
    tracked._p.append(parse_xml(f"<w:ins {nsdecls('w')}><w:r><w:t>开船以前，它去岸边看一看。</w:t></w:r></w:ins>"))
    tracked._p.append(parse_xml(f"<w:del {nsdecls('w')}><w:r><w:delText>删去的话。</w:delText></w:r></w:del>"))
    picture = BytesIO()
    Image.new("RGB", (40, 30), "#806040").save(picture, "JPEG")
    picture.seek(0)
    document.add_picture(picture)
    shown = document.paragraphs[-1]._p
    next(shown.iter(qn("wp:docPr"))).set("descr", "一只猫坐在窗口")
    document.add_paragraph("猫在窗口。王某 摄")
    table = document.add_table(2, 2)
    for cell, text in zip(
        (cell for row in table.rows for cell in row.cells), ("早", "一次", "晚", "两次"), strict=True
    ):
        cell.text = text
    document.add_paragraph("记者 王某")
    return document


def saved(document: Document) -> bytes:
    data = BytesIO()
    document.save(data)
    return data.getvalue()


WORD_STORY = """---
title: 渡口来了一只猫
kicker: 头班船上没有票
page: A05
byline: 记者 王某
images:
  - src: cat.jpg
    alt: 一只猫坐在窗口
    caption: 猫在窗口。
    credit: 王某 摄
---
售票员说，**没有买票**，猫是坐头班船来的，见[旧闻](https://example.cn/a)。

## 它住在哪里

值班室的窗台。开船以前，它去岸边看一看。

早 一次

晚 两次
"""


def test_a_word_file_with_a_picture() -> None:
    read = copy_of_file("page.docx", saved(word_page()))
    assert read.kind == "Word"
    page = page_of(read.copy)
    (story,) = page.stories
    ((name, data),) = read.copy.pictures
    assert without_todo(manuscript(story, Filing("", "A05"), {name: "cat.jpg"})) == WORD_STORY
    assert Image.open(BytesIO(data)).size == (40, 30)
    assert page.credits == (("责编", "甲某"), ("美编", "乙某"))
    assert [kind for kind, _ in left_over(page)] == ["folio", "page credits"]


def test_a_text_box_and_a_content_control_of_a_word_file_are_read_once() -> None:
    document = docx.Document()
    document.add_heading("渡口来了一只猫", 1)
    box = (
        '<w:r xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" {}><mc:AlternateContent>'
        "<mc:Choice Requires='wps'><w:drawing><w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice>"
        "<mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    ).format(nsdecls("w"), "联系电话：022-00000000", "联系电话：022-00000000")
    document.add_paragraph("售票员说，猫是坐头班船来的，没有买票。")._p.append(parse_xml(box))
    control = f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>记者 王某</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    document.element.body.insert(2, parse_xml(control))
    read = copy_of_file("page.docx", saved(document))
    texts = [line.text for line in read.copy.lines]
    assert texts == ["渡口来了一只猫", "售票员说，猫是坐头班船来的，没有买票。", "联系电话：022-00000000", "记者 王某"]


def test_soft_line_ends_a_layout_table_and_lists_of_a_word_file() -> None:
    document = docx.Document()
    document.add_paragraph("渡口来了\n一只猫", style="Title")
    table = document.add_table(1, 1)
    table.cell(0, 0).paragraphs[0].text = "售票员说，猫是坐头班船来的。"
    table.cell(0, 0).add_paragraph("它没有买票。")
    document.add_paragraph("鱼", style="List Bullet")
    document.add_paragraph("图为渡口。", style="Caption")
    lines = copy_of_file("page.docx", saved(document)).copy.lines
    assert [(line.text, line.level, line.role) for line in lines] == [
        ("渡口来了", 1, ""), ("一只猫", 1, ""), ("售票员说，猫是坐头班船来的。", 0, ""), ("它没有买票。", 0, ""), ("鱼", 0, "item"), ("图为渡口。", 0, "caption"),
    ]  # fmt: skip


def stories(text: str) -> tuple[Story, ...]:
    return page_of(copy_of_file("page.txt", text.encode()).copy).stories


def test_verse_keeps_its_lines_and_stanzas() -> None:
    text = "等船\n\n沈某\n\n雾把对岸收走了\n只剩一声汽笛\n像有人在梦里\n咳嗽\n\n我们站在跳板边\n谁也不先开口\n水在木桩上写字\n"
    (story,) = stories(text)
    assert story.bylines == ("沈某",)
    assert manuscript(story, Filing("", "A8")).endswith(
        "---\n雾把对岸收走了  \n只剩一声汽笛  \n像有人在梦里  \n咳嗽\n\n我们站在跳板边  \n谁也不先开口  \n水在木桩上写字\n"
    )


def test_notes_and_nested_tables_of_a_word_file() -> None:
    document = docx.Document()
    document.add_paragraph("售票员说，猫是坐头班船来的。")
    inner = document.add_table(1, 1).cell(0, 0)
    inner.paragraphs[0].text = "外层的一句。"
    inner.add_table(1, 1).cell(0, 0).text = "里层的一句。"
    blob = f'<w:footnotes {nsdecls("w")}><w:footnote w:id="1"><w:p><w:r><w:t>脚注里的话。</w:t></w:r></w:p></w:footnote></w:footnotes>'
    part = Part(PackURI("/word/footnotes.xml"), "application/xml", blob.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    copy = copy_of_file("page.docx", saved(document)).copy
    assert [line.text for line in copy.lines] == ["售票员说，猫是坐头班船来的。", "外层的一句。", "里层的一句。"]
    assert [line.text for line in copy.outside] == ["脚注里的话。"]


def test_marks_touch_no_white_space_and_join_where_they_meet() -> None:
    changed: Counter[str] = Counter()
    line = line_of([Run(" a "), Run(" b", strong=True), Run("c ", strong=True), Run("d")], changed, Line(""))
    assert line.text == "a bc d"
    assert line.marks == (Mark(2, 4, "strong"),)


def test_a_box_keeps_its_own_heading() -> None:
    text = "征集老照片\n\n本报征集上世纪的渡口照片，入选的将在五月刊出。\n\n记者 王某\n\n投稿方式\n\n邮箱：photo@example.cn\n\n电话：022-00000000\n"
    (story,) = stories(text)
    assert manuscript(story, Filing("", "A8")).endswith(
        '!!! contact "投稿方式"\n    邮箱：photo@example.cn\n\n    电话：022-00000000\n'
    )


@pytest.mark.parametrize(
    ("text", "kind", "page"),
    [
        ("（下转A04版）", "jump", "A04"),
        ("下轉第三版", "jump", "3"),
        ("（上接第１版）", "jumped", "1"),
        ("【紧接A03版】", "jump", "A03"),
        ("Continued on Page A7", "jump", "A7"),
        ("(Continued from Page 1)", "jumped", "1"),
        ("（详见A05版）", "teaser", "A05"),
        ("Thursday, May 8, 2025   A7", "folio", ""),
        ("责任编辑：甲某　美编：乙　某　邮箱：a@example.cn", "credits", ""),
        ("Editor: Jane Doe  Layout: R. Roe", "credits", ""),
    ],
)
def test_furniture_of_a_page(text: str, kind: str, page: str) -> None:
    (line,) = copy_of_file("page.txt", text.encode()).copy.lines
    furniture = furniture_of(line, 0, 9)
    assert furniture
    assert (furniture.kind, furniture.page) == (kind, page)


@pytest.mark.parametrize(
    "text", ["编辑部的门开着", "今天是2025年4月16日，渡口停航。", "编辑 甲某 采写 乙某", "第5版", "转眼三年"]
)
def test_copy_is_no_furniture(text: str) -> None:
    (line,) = copy_of_file("page.txt", text.encode()).copy.lines
    assert furniture_of(line, 6, 20) is None
