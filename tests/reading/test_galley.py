"""What of a file is read as copy, and that each character of it knows its place."""

from __future__ import annotations

import pytest

from broadsheet.model.galley import OPAQUE as X
from broadsheet.reading.galley import read_galley
from broadsheet.reading.source import Source

HEAD = "---\ntitle: 题\n---\n"


def texts(body: str) -> list[str]:
    return [passage.text for passage in read_galley(Source("a.md", HEAD + body)).passages[1:]]


@pytest.mark.parametrize(
    ("body", "read"),
    [
        ("一段。\n\n又一段。", ["一段。", "又一段。"]),
        ("断开的\n一行 and\nanother", ["断开的一行 and another"]),
        ("硬断  \n一行\\\n又一行", ["硬断", "一行\\", "又一行"]),
        ("　　一段\n　　又一段", ["一段", "又一段"]),
        ("# 大标题 #\n## 小标题 {#when}\n正文", ["大标题", "小标题 ", "正文"]),
        ("标题\n---\n正文\n***", ["标题", "正文"]),
        ("> 引文\n> 又一行", ["引文又一行"]),
        ("- 甲\n- 乙\n    续\n1. 丙", ["甲", "乙续", "丙"]),
        ("词\n:   释义", ["词", "释义"]),
        ("正文[^1]。\n\n[^1]: 注。", ["正文。", "注。"]),
        ("[a]: https://paper.example '甲'\n{: .box}", []),
        ('!!! note "编者按"\n    按语。\n\n    又一段。\n\n    代码？', ["编者按", "按语。", "又一段。", "代码？"]),
        ("!!! note\n    按语。", ["按语。"]),
        ("正文\n\n    代码\n\n正文", ["正文", "正文"]),
        ("```\n代码\n```\n正文`代码`", [f"正文{X * 4}"]),
        ("| 甲 | 乙 |\n| :-- | --: |\n| 丙 | 丁\\|戊 |\n\n正文", ["甲", "乙", "丙", f"丁{X}戊", "正文"]),
        ("a | b\n--|--\nc | d", ["a", "b", "c", "d"]),
        ("**粗**与*斜*与_斜_与snake_case与~~删~~", ["粗与斜与斜与snake_case与删"]),
        ("[旧闻](a.md '题')、[又][id]、[三](<a b.md>)", ["旧闻、又、三"]),
        ("[外[内]](a.md)", ["[外[内]"]),
        ('![替](a.jpg "注"){credit="某"}正文', [f"{X}正文", "替", "注"]),
        ("![](a.jpg)", []),
        ("见https://a.example/一，或www.b.example。", [f"见{X}一，或{X}。"]),
        ("写信<a@b.example>或c@d.example。", [f"写信{X}或{X}。"]),
        ("<https://a.example/b,c>与<b>粗</b>&amp;\\*", [f"{X}与{X}粗{X}{X}{X}"]),
        ("<ruby>渡<rt>dù</rt></ruby>", [f"{X}渡{X * 11}{X}"]),
        ("<!-- 说明\n\n两行 -->正文<!-- 说明 -->", ["正文"]),
        ('键key="值"。', [f"键{X}。"]),
        (" \t\u3000\n", []),
    ],
)
def test_words_are_read_and_markup_is_not(body: str, read: list[str]) -> None:
    assert texts(body) == read


@pytest.mark.parametrize(
    ("matter", "read"),
    [
        ("title: 题\nkicker: 引\nsubtitle: 副\nsummary: 摘要\ndateline: 本报讯", ["引", "题", "副", "本报讯", "摘要"]),
        ("title: [一行, 二行]", ["一行\n二行"]),
        ("title:\n  - 一行\n  - '二''行'", ["一行"]),
        ("title: |\n  一行\n  二行", ["一行\n二行"]),
        ('title: "带\\"引号"', []),
        (
            "title: 题\nimages:\n  - {src: a.jpg, alt: 替, caption: 注, credit: 源, creator: 不读}",
            ["题", "替", "注", "源"],
        ),
        ("title: 题\ncorrections: [{date: 2025-04-17, text: 改。}]", ["题", "改。"]),
        ("title: 题\nimages: 无\ncorrections: [错]", ["题"]),
        ("- 表", []),
        ("title: [", []),
    ],
)
def test_texts_of_the_front_matter_are_read(matter: str, read: list[str]) -> None:
    assert [passage.text for passage in read_galley(Source("a.md", f"---\n{matter}\n---\n")).passages] == read


def test_toml_and_json_are_read_too() -> None:
    for text in ('+++\ntitle = "题"\n+++\n正文', '{\n"title": "题"\n}\n正文', "\n\n---\ntitle: 题\n---\n正文"):
        galley = read_galley(Source("a.md", text))
        assert [passage.text for passage in galley.passages] == ["题", "正文"]
        assert [text[passage.offset(0)] for passage in galley.passages] == ["题", "正"]


def test_every_character_knows_its_place() -> None:
    body = '> **甲**[乙](a.md)\n> 丙 and\nthe 丁。![戊](a.jpg "己")'
    galley = read_galley(Source("a.md", HEAD + body))
    for passage in galley.passages:
        for index, sign in enumerate(passage.text):
            if sign not in f" {X}":
                assert galley.text[passage.offset(index)] == sign
                place = galley.place(passage.offset(index))
                assert galley.line(place.line)[place.column - 1] == sign


def test_a_place_ends_with_its_line_and_a_line_that_is_not_there_is_empty() -> None:
    galley = read_galley(Source("a.md", f"{HEAD}甲乙\n丙"))
    place = galley.place(galley.text.index("乙"), 4)
    assert (place.line, place.column, place.length) == (4, 2, 1)
    assert [galley.line(number) for number in (0, 4, 5, 6)] == ["", "甲乙", "丙", ""]


@pytest.mark.parametrize(
    "body",
    [
        "{" + "a=b" * 30_000,
        "a" * 150_000,
        "a.b-" * 40_000,
        "[" * 50_000,
        "![](" * 30_000,
        "(" * 50_000,
        "*_`<" * 30_000,
    ],
)
def test_no_line_takes_for_ever(body: str) -> None:
    read_galley(Source("a.md", HEAD + body))
    read_galley(Source("a.md", f"{HEAD}[{body}](a) https://"))
