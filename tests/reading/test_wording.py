"""What counts as the wording of a story, and what doesn't: a record must hold whatever else changes."""

from __future__ import annotations

import random
from datetime import date
from typing import TYPE_CHECKING

import pytest

from broadsheet.model.edition import EditionFile, EditionKey
from broadsheet.model.seal import changes
from broadsheet.reading.head import read_matter
from broadsheet.reading.source import Source
from broadsheet.reading.wording import typed_story

if TYPE_CHECKING:
    from broadsheet.model.seal import TypedStory

FOLDER = EditionFile(EditionKey(date(2025, 4, 16)), "content")
FILES = {"content/a.jpg": "aaaa", "content/b.jpg": "bbbb", "content/c d.jpg": "cccc"}
STORY = """\
---
title: [滦河水入河, 海河春季补水开闸]
kicker: 来自上游的水
subtitle: 补水约3200万立方米
byline: 记者 李某
dateline: 本报天津4月15日电
source: 本报
summary: 水来了。
tags: [水, 河]
images:
  - {src: a.jpg, alt: 闸门, caption: 闸门打开。, credit: 王某}
corrections:
  - {date: 2025-04-17, text: 立方米误作立方。}
---
　　闸门昨天打开，**AI操作系统** 说[水位](river.md)升高 -5 厘米。
第二行。

## 上游 {#up}

"Water," she said, is back[^1].

![上游](b.jpg "上游的闸。"){credit="张某"}

> 引语一句。

[^1]: 注。
"""


def story(text: str = STORY) -> TypedStory:
    matter = read_matter(Source("content/s.md", text), FOLDER, "Asia/Shanghai", date_unknown=False)
    found = typed_story(matter, "2025-04-16T05:30:00", lambda file: FILES.get(file, ""))
    assert found is not None, matter.parts.placed.diagnostics
    return found


def named(old: str, new: str) -> list[str]:
    assert old in STORY
    return [change.named for change in changes(story().wording, story(STORY.replace(old, new, 1)).wording)]


def test_a_story_is_its_parts() -> None:
    found = story()
    assert {name: len(digests) for name, digests in found.wording.parts} == {
        "kicker": 1, "title": 1, "subtitle": 1, "byline": 1, "dateline": 1, "source": 1, "summary": 1,
        "paragraph": 4, "crosshead": 1, "picture": 2,
    }  # fmt: skip
    assert (found.address, found.title) == ("/2025/04/16/s/", "滦河水入河 海河春季补水开闸")
    assert len(found.wording.corrections) == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: [滦河水入河, 海河春季补水开闸]", "title: 滦河水入河 海河春季补水开闸"),
        ("tags: [水, 河]", "tags: 闸\nsection: 要闻\nimportance: 1\npage: A05\ncolumn: 河"),
        ("kicker: 来自上游的水", 'kicker:   "来自上游的水"  # 引题'),
        ("alt: 闸门", "alt: 一道打开的闸门"),
        ("打开，**AI操作系统** 说", "打开，AI操作系统说"),
        ("river.md", "../2025-04-15/river.md#up"),
        ("升高 -5 厘米。", '升高 -5 厘米。<!-- check: off doubled-word "原话" -->'),
        ("升高 -5 厘米。", "升高 -5 厘米。<!-- 两行\n\n的话 -->"),
        ("。\n第二行。", "。第二行。"),
        ("## 上游 {#up}", "### 上游"),
        ("said, is", "said,   is"),
        ("> 引语一句。", ">引语一句。"),
        ("水来了。", " 水来了。 "),
        ("\n---\n　　", "\n---\n\n\n"),
    ],
)
def test_what_readers_do_not_read_does_not_count(old: str, new: str) -> None:
    assert named(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("滦河水", "滦河之水", ["title"]),
        ("来自上游的水", "下游的水", ["kicker"]),
        ("kicker: 来自上游的水\n", "", ["kicker (removed)"]),
        ("约3200万", "约3300万", ["subtitle"]),
        ("记者 李某", "记者 李某 张某", ["byline"]),
        ("记者 李某", "{name: 李某, role: 记者}", ["byline"]),
        ("4月15日电", "4月14日电", ["dateline"]),
        ("source: 本报", "source: 新华社", ["source"]),
        ("水来了。", "水走了。", ["summary"]),
        ("-5 厘米", "5 厘米", ["paragraph 1"]),
        ("said, is", "said is", ["paragraph 2"]),
        ('"Water," she', '"Water", she', ["paragraph 2"]),
        ("## 上游", "## 下游", ["crosshead 1"]),
        ("> 引语一句。\n\n", "", ["paragraph 3 (removed)"]),
        ("> 引语一句。", "> 引语一句。\n\n又一段。", ["paragraph 4 (added)"]),
        ("注。", "另一条注。", ["paragraph 4"]),
        ("闸门打开。", "闸门关上。", ["picture 1"]),
        ("credit: 王某", "credit: 王某, copyright: 本报", ["picture 1"]),
        ("src: a.jpg", "src: b.jpg", ["picture 1"]),
        ("b.jpg", "a.jpg", ["picture 2"]),
        ("b.jpg", "<c%20d.jpg>", ["picture 2"]),
        ("上游的闸。", "下游的闸。", ["picture 2"]),
        ('credit="张某"', 'credit="王某"', ["picture 2"]),
        ('\n![上游](b.jpg "上游的闸。"){credit="张某"}\n', "", ["picture 2 (removed)"]),
    ],
)
def test_what_readers_read_counts_and_is_named(old: str, new: str, found: list[str]) -> None:
    assert named(old, new) == found


def test_every_part_knows_its_line() -> None:
    found = story()
    lines = STORY.split("\n")
    where = {(name, number): lines[place.line - 1] for name, number, place, _ in found.places}
    assert where["paragraph", 1].startswith("　　闸门昨天打开")
    assert where["crosshead", 1] == "## 上游 {#up}"
    assert where["paragraph", 2].startswith('"Water,"')
    assert where["paragraph", 3] == "> 引语一句。"
    assert where["paragraph", 4] == "[^1]: 注。"
    assert "a.jpg" in where["picture", 1]
    assert "b.jpg" in where["picture", 2]
    assert where["corrections", 0].startswith("  - {date: 2025-04-17")
    assert found.place_of("paragraph", 9) == found.place_of("draft")
    place, excerpt = story(STORY.replace("tags", "draft: true\ntags")).place_of("draft")
    assert (excerpt, place.column) == ("draft: true", 8)


def test_a_comment_of_several_lines_moves_no_place() -> None:
    commented = STORY.replace("\n## 上游", "\n<!-- 一\n\n二 -->\n\n## 上游")
    found = story(commented)
    place, _ = found.place_of("crosshead", 1)
    assert commented.split("\n")[place.line - 1] == "## 上游 {#up}"


def test_what_a_story_is_found_by_is_the_same_for_ever() -> None:
    """These digests stand in papers' records: whatever has to change, they don't."""
    wording = story().wording
    assert wording.digest == "579529f35f75fee06c475496321524b09fe35fbdfd17f5daa94d5adef167098a"
    assert dict(wording.parts)["paragraph"] == ("b2ceb876", "ebf93c62", "3e9a6c05", "d575047c")
    assert wording.corrections == ("a2015ca7712b",)


def test_a_story_at_fault_is_none() -> None:
    matter = read_matter(Source("content/s.md", "---\ntitel: 甲\n---\n"), FOLDER, "Asia/Shanghai", date_unknown=False)
    assert typed_story(matter, "", lambda _: "") is None


def test_a_draft_has_no_moment() -> None:
    assert story(STORY.replace("tags", "draft: true\ntags")).since == ""


@pytest.mark.parametrize("sign", ["![", "[](", "![](", "{#", "<!--", "<a", "[a](b '", "`", "\n　", "![](a){"])
def test_copy_of_nothing_but_signs_takes_no_longer(sign: str) -> None:
    head = "---\ntitle: 甲\n---\n"
    found = story(head + sign * 60_000)
    assert found.address == "/2025/04/16/s/"


def test_any_copy_has_a_wording() -> None:
    chance = random.Random(16)
    signs = ["#", "\n", "\n\n", "　", "![甲](", ")", "]", "[", "(", "{", "}", "<!--", "-->", "甲", "a ", '"', ">", "*"]
    for _ in range(300):
        body = "".join(chance.choices(signs, k=40))
        once = story(f"---\ntitle: 甲\n---\n{body}\n")
        again = story(f"---\ntitle:   甲\n---\n\n{body}\n\n")
        assert once.wording == again.wording, body
