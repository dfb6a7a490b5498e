"""What an import writes reads back as the copy did, and nothing of it is lost."""

# ruff: noqa: E501  # one case a line
from __future__ import annotations

import re
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadsheet.model.edition import EditionFile, EditionKey
from broadsheet.reading.article import read_article
from broadsheet.reading.importing import Filing, left_over, manuscript, page_of
from broadsheet.reading.importing.lines import CONTROLS, WIDE, Copy
from broadsheet.reading.importing.plain import plain_copy
from broadsheet.reading.importing.words import words_for
from broadsheet.reading.source import Source

if TYPE_CHECKING:
    from broadsheet.model.article import Article
    from broadsheet.reading.importing import Page

FOLDER = EditionFile(EditionKey(date(2025, 4, 17)), "d")
FILING = Filing(date="", page="A05")
COPY = "渡口的售票员说，猫是坐头班船来的，没有买票。"
WORDS = (
    "渡口来了一只猫", "引题在上 主题在下", "——副题", COPY, "记者 王某", "（记者 李某）", "本报讯（记者 王某）今天下雨，渡口停航。", "图为渡口。王某 摄",
    "图片由市档案馆提供", "联系人：影像部 钱某", "电话：022-00000000", "责编 甲某 美编 乙某", "2025年4月16日 星期三 A05 城事", "（下转A04版）", "雾把对岸收走了",
    "一、听", "By Jane Doe and Richard Roe", "The ferry was late, and nobody minded.", "Photo: R. Roe / Harbor Press", "■ 快讯", "# 不是标题", "- 破折号",
    "1. 不是列表", "*不斜* **不粗** _不斜_", "[不是](链接)", "<b>不是标签</b> &amp; & <!-- 也不是注释 -->", "| 不是 | 表格 |", "==不是==", "~~~", "!!! note", "编者按：这是按语。",
    "[^1]: 不是脚注", ": 不是定义", "{: .x}", "![不是图](a.jpg)", "http://example.cn/a_b_c", "`不是代码`", "\\反斜杠\\", "+++", "---", "===", "２０２５年ＡＩ", "　　缩进的一段，有两个全角空格。", "a\x07b\x00c",
    "“引号”和‘单引号’", "50% $x$ ^2^ ~删~", "第一行：", "A：对", "B：不对。", "///", "10) 十", "*[HTML]: x", "title: x", '"quoted"', "no", "12:30", "@某人 #话题#", "：冒号开头", "，逗号开头",
    "图", "。", "é́ e\u0301", "ﬁ", "㍿", "🚲🏽\u200d", "𠮷野家", "<", "&", "&#65;", "&copy;", "x<y", "...", "…", "——", "TODO", "{{ x }}", "{% x %}", "[TOC]", "*", "**", "_", "`", "0", ">", "> 引文",
)  # fmt: skip


def said(article: Article, bylines: int) -> str:
    """All words of an article that came from its copy, as its readers get them."""
    # Bylines of several lines are printed as one, with a semicolon between Latin ones.
    byline = "" if article.byline_in_body else article.byline.text.replace("; ", " ", max(bylines - 1, 0))
    fields = [*article.title, *article.kicker, *article.subtitle, article.column, byline]
    return "".join((*fields, *article.body.paragraphs))


def characters(text: str) -> Counter[str]:
    return Counter(re.sub(r"\s", "", text))


def written(page: Page, language: str = "zh-Hans") -> Counter[str]:
    """The characters of the files that a page gives, and of the report of what is in none; each reads without error."""
    words = words_for(language)
    found: Counter[str] = Counter()
    for story in page.stories:
        text = manuscript(story, Filing("", "A05", language=language))
        article, diagnostics = read_article(Source("d/a.md", text), FOLDER, "Asia/Shanghai")
        assert article is not None, (text, diagnostics)
        assert diagnostics == (), (text, diagnostics)
        found += characters(said(article, len(story.bylines)))
        head = text.partition("\n---\n")[0]
        for value in re.findall(r"^# +(?:caption|credit): (.*)$", head, re.MULTILINE):
            shown, _ = read_article(Source("d/b.md", f"---\ntitle: x\nsource: {value}\n---\n"), FOLDER, "Asia/Shanghai")
            assert shown
            found += characters(shown.source)
        if not story.title:
            found -= characters(words["untitled"])
        if f'!!! contact "{words["contact"]}"' in text:
            boxes = text.count(f'!!! contact "{words["contact"]}"')
            found -= Counter({char: count * boxes for char, count in characters(words["contact"]).items()})
    return found + characters("".join(text for _, text in left_over(page)))


def of_copy(copy: Copy) -> Counter[str]:
    return characters("".join(line.text for line in copy.lines))


@settings(max_examples=120)
@given(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(("\n", "\n\n", "\n\n\n", " ", "\r\n"))), max_size=24))
def test_nothing_is_lost_and_every_file_reads_without_a_word(pieces: list[tuple[str, str]]) -> None:
    copy = plain_copy("".join(text + end for text, end in pieces))
    assert written(page_of(copy)) == of_copy(copy)


@settings(max_examples=80)
@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=200))
def test_nothing_of_any_text_is_lost(text: str) -> None:
    copy = plain_copy(text)
    assert written(page_of(copy)) == of_copy(copy)


@settings(max_examples=80)
@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=200))
def test_what_is_normalised_is_counted(text: str) -> None:
    copy = plain_copy(text)
    dropped = len(CONTROLS.findall(text))
    assert copy.changed["control characters dropped"] == dropped
    assert copy.changed["full-width digits and letters made plain"] == sum(ord(char) in WIDE for char in text)


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_an_article_file(language: str) -> None:
    text = (
        "渡口来了一只猫\n\n——售票员说没有买票\n\n"
        + COPY
        + "\n\n记者 王某\n\n图为渡口。王某 摄\n\n联系人：影像部 钱某\n"
    )
    (story,) = page_of(plain_copy(text)).stories
    written_text = manuscript(story, Filing("2025-04-17", "A05", "城事", "evening", language))
    assert written_text == EXPECTED[language]


HEAD = """\
---
title: 渡口来了一只猫
subtitle: "——售票员说没有买票"
date: 2025-04-17
edition: evening
section: 城事
page: A05
byline: 记者 王某
# TODO {pictures}
# images:
#   - src: {todo}
#     alt: {todo}
#     caption: 图为渡口。
#     credit: 王某 摄
---
渡口的售票员说，猫是坐头班船来的，没有买票。

!!! contact "{contact}"
    联系人：影像部 钱某
"""
EXPECTED = {
    language: HEAD.format(
        pictures=words_for(language)["pictures"],
        todo=words_for(language)["to do"],
        contact=words_for(language)["contact"],
    )
    for language in ("zh-Hans", "zh-Hant", "en")
}


def test_a_page_credit_a_jump_and_a_teaser_leave_the_copy() -> None:
    text = "\n\n".join(
        (
            "责编 甲某 美编 乙某",
            "沿河步道贯通十二公里",
            COPY + "（下转A04版）",
            "夜校报名 三分钟满员",
            "（A04）",
            "三项证明不用再跑社区",
            COPY,
            "记者 王某",
        )
    )
    page = page_of(plain_copy(text))
    assert page.credits == (("责编", "甲某"), ("美编", "乙某"))
    assert [story.jump_to for story in page.stories] == ["A04", "", ""]
    assert [story.teaser for story in page.stories] == [False, True, False]
    assert list(left_over(page)) == [
        ("page credits", "责编 甲某 美编 乙某"),
        ("page of a teaser", "（A04）"),
        ("jump", "（下转A04版）"),
    ]


def test_a_story_with_no_headline_is_a_draft() -> None:
    text = "（上接A01版）\n\n" + COPY + COPY + "\n\n" + COPY + "\n\n记者 王某\n"
    (story,) = page_of(plain_copy(text)).stories
    assert "title: 无标题\n" in manuscript(story, FILING)
    assert "draft: true\n# TODO 原文没有标题" in manuscript(story, FILING)
