"""On clean copy no rule of `check` finds anything, and what it mends is mended once and for all."""

from __future__ import annotations

import random
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.checking.proofreading import proofread_copy
from broadsheet.reading.body import read_body
from broadsheet.reading.galley import read_galley
from broadsheet.reading.source import Source

if TYPE_CHECKING:
    from broadsheet.model.diagnostic import Diagnostic

EDITION = date(2025, 4, 16)
DAYS = "一二三四五六日"
ENGLISH_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

WHO = (
    "市民",
    "店主",
    "记者",
    "一位老人",
    "他们",
    "摆渡的人",
    "图书馆员",
    "“夜校”学员",
    "《津渡日报》记者",
    "人人",
    "家家户户",
)
WHEN = (
    "天天", "上午10:30", "昨天", "这几天", "常常", "刚刚", "3月1日起", "每周三", "二十多年来", "2024—2025年", "{date}",
    "早上8:00—9:30", "从3月1日到4月30日", "个个星期", "年年",
)  # fmt: skip
DOES = (
    "看看报纸", "在南岸等船", "商量商量路线", "把旧书（含杂志）送去图书馆", "用AI系统核对3,000册书目", "说：“好，好。”",
    "问：“‘末班船’几点？”", "读《读〈船票〉》", "高高兴兴地回家", "去https://paper.example/a,b?c=d:e看公告",
    "写信给letters@paper.example", "花12.50元买票", "按`a,b`的格式填表", "见到了了不起的桥", "有目的的地走访",
    "参与与否由自己定", "仍然在在建的桥边", "总和和平均都列在表里", "为了了解水情", "把一把把伞收好", "跟着着急的人群",
    "算出比分3:2", "记下RISC-V、GPU/CPU等型号", "收到图.jpg和表.pdf", "发消息说:)", "**“先买，**后还”",
    "引用[旧闻](../a,b.md)",     "写下注脚[^1]", "感谢谢谢你们的孩子", "来不了了", "研究研究再说", "进行进行曲的排练",
    "关心心里的事", "走走停停",
    "一步一步来", "唱哗啦啦哗啦啦的歌", "念f(x)的公式", "守着<ruby>渡<rt>dù</rt></ruby>口", "数到1、2、3",
    "在A05版（城事）见报",
)  # fmt: skip
END = ("。", "！", "？", "……", "。（资料图片）", "；另有一件。", "——这是后话。")
CLAUSES = (
    "It’s the students’ day", "He had had enough of it", "“Come,” she said, “and see”", 'the 27" screen is off',
    "Bora Bora is far, far away", "see https://paper.example/the,the", "on {english}, it opens at 10:30",
    "the ’90s were “so-so”", "a 3,000-page book (two volumes) is out", "that that is, is", "our `the the` is code",
)  # fmt: skip
HEADS = (
    "## 小标题：“一问一答”",
    "> 引文：“好。”",
    "- 一项，两项",
    "1. 第一条",
    "1）早上；2）晚上",
    "| 甲 | 乙 |\n| :-- | --: |\n| 1:2 | 3,000 |",
)


MARKUP = "甲乙的了“”‘’（）《》()\"',.:;!? \n\u3000a1*[]`<>-|{}&\\#"


def paragraph(chance: random.Random) -> str:
    day = EDITION + timedelta(chance.randint(-170, 170))
    named = f"{day.month}月{day.day}日（{chance.choice(('周', '星期'))}{DAYS[day.weekday()]}）"
    english = f"{ENGLISH_DAYS[day.weekday()]}, {day:%B} {day.day}"
    kind = chance.random()
    if kind < 0.05:
        return chance.choice(HEADS)
    if kind < 0.2:
        words = ", ".join(chance.choice(CLAUSES) for _ in range(3)).replace("{english}", english)
        return f"{words}."
    clauses = "，".join(
        chance.choice(WHO) + chance.choice(WHEN).replace("{date}", named) + chance.choice(DOES)
        for _ in range(chance.randint(1, 4))
    )
    return f"“{clauses}。”" if kind > 0.9 and "“" not in clauses else clauses + chance.choice(END)


def found(body: str, language: str = "zh-Hans") -> list[Diagnostic]:
    head = "---\ntitle: 题\n---\n"
    return list(proofread_copy(read_galley(Source("a.md", head + body)), language, EDITION))


def test_ten_thousand_clean_paragraphs_raise_no_alarm() -> None:
    chance = random.Random(7)
    for _ in range(500):
        body = "\n\n".join(paragraph(chance) for _ in range(20))
        assert [(d.code, d.excerpt, d.place.column) for d in found(body)] == []


def mended(text: str, diagnostics: list[Diagnostic]) -> str:
    lines = text.split("\n")
    for told in sorted(diagnostics, key=lambda told: told.sort_key, reverse=True):
        if told.mend is not None:
            line, at = lines[told.place.line - 4], told.place.column - 1
            lines[told.place.line - 4] = line[:at] + told.mend + line[at + told.place.length :]
    return "\n".join(lines)


@given(st.text(alphabet=MARKUP, max_size=40))
def test_what_is_mended_needs_no_mending(text: str) -> None:
    once = mended(text, found(text))
    assert [(d.code, d.place, d.mend) for d in found(once) if d.mend is not None] == []


@given(st.text(alphabet=MARKUP, max_size=40))
def test_what_is_mended_is_set_with_the_same_markup(text: str) -> None:
    assert tags(mended(text, found(text))) == tags(text)


def tags(text: str) -> list[str]:
    body, _ = read_body(text, file="a.md", first_line=1)
    return [re.sub(r' (?:id|alt|title)="[^"]*"', "", tag) for tag in re.findall(r"<[^<>]+>", body.html)]


@given(st.text(max_size=60))
def test_any_text_is_read_and_every_place_is_in_it(text: str) -> None:
    lines = ["---", "title: 题", "---", *text.split("\n")]
    for told in found(text):
        assert told.excerpt == lines[told.place.line - 1]
        assert 1 <= told.place.column <= len(told.excerpt)
        assert told.place.column - 1 + told.place.length <= len(told.excerpt)


@pytest.mark.parametrize(
    "words", ["“", '好"', "（", "好(", "好),", "的", "甲乙丙", "4月23日（周四），", "’a", "the ", "”）"]
)
def test_no_paragraph_takes_for_ever(words: str) -> None:
    assert len(found(words * (20_000 // len(words)))) >= 0
