"""What is read at a glance is what the full way reads."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.model.diagnostic import Diagnostic
from broadsheet.model.edition import EditionFile, EditionKey
from broadsheet.reading.glance import Glance, glance
from broadsheet.reading.head import read_head
from broadsheet.reading.source import decode

DEMO = Path(__file__).parents[2] / "content"
PLANS = [
    None,
    EditionFile(EditionKey(date(2025, 4, 16)), "content/d"),
    EditionFile(EditionKey(date(2025, 4, 16), "evening"), "content/d"),
]
KEYS = ["title", "date", "section", "page", "byline", "kicker", "summary", "slug", "draft", "tittle", "importance"]
VALUES = [
    "甲", "头版 要闻", "2025-04-16", "2025-04-31", "2025-4-16", "A05", "5", "第5版", "no", "null", "~", "- 甲",
    "a: b", "a #b", "'甲'", "[甲, 乙]", "记者 李某", "By Jane Doe", "", " ", "1.10", "12:30", "甲-乙", "-甲", "甲-",
    "e\u0301", "版" * 70, "２０２５", "甲　乙", "甲  乙", "true", "0x1F", "!甲", "&甲", "*甲", "%甲", "@甲", "`甲`",
    "甲\t", "\u200b甲", "“甲”",
]  # fmt: skip
LINES = st.tuples(st.sampled_from(KEYS), st.one_of(st.sampled_from(VALUES), st.text(max_size=6)))


def agrees(file: str, data: bytes, plan: EditionFile | None) -> bool:
    """Whether something was read at a glance; it must be what the full way reads."""
    plain = glance(file, data, plan)
    source = decode(file, data)
    head = None if isinstance(source, Diagnostic) else read_head(source, plan, "Asia/Shanghai")
    if plain is None:
        return False
    assert head is not None
    assert (head.edition, head.slug, head.section, head.page) == tuple(plain)
    assert (head.draft, head.publish_at) == (False, None)
    return True


@given(st.lists(LINES, max_size=6), st.sampled_from(PLANS), st.sampled_from(["---\n", "---\n甲\n", "--- \n", ""]))
def test_a_glance_sees_what_the_full_way_reads(
    lines: list[tuple[str, str]], plan: EditionFile | None, end: str
) -> None:
    matter = "".join(f"{key}: {value}\n" for key, value in lines)
    agrees("content/d/a b.md", f"---\n{matter}{end}".encode("utf-8", "replace"), plan)


@pytest.mark.parametrize("plan", PLANS)
def test_ordinary_front_matter_is_read_at_a_glance(plan: EditionFile | None) -> None:
    data = "---\ntitle: 公园 开放\ndate: 2025-04-16\nsection: 城事\npage: A05\nbyline: 记者 李某\n---\n正文".encode()
    assert agrees("content/d/公园.md", data, plan)
    key = plan.key if plan else EditionKey(date(2025, 4, 16))
    assert glance("content/d/公园.md", data, plan) == Glance(key, "公园", "城事", "A05")


def test_the_folder_gives_its_date_to_an_article_that_has_none() -> None:
    assert agrees("content/d/a.md", b"---\ntitle: a\n---\n", PLANS[2])
    assert glance("content/d/a.md", b"---\ntitle: a\n---\n", None) is None


@pytest.mark.parametrize(
    "matter",
    [
        "title: 甲\ndate: 2025-04-17\n",
        "title: 甲\ntitle: 乙\ndate: 2025-04-16\n",
        "date: 2025-04-16\n",
        "title: 甲\ndate: 2025-04-31\n",
        "title: 甲\ndate: 20250416\n",
        "title: 甲\npage: 第5版\n",
        f"title: 甲\nsection: {'版' * 70}\n",
        "title: 甲\ndraft: yes\n",
    ],
)
def test_a_doubt_is_left_to_the_full_way(matter: str) -> None:
    assert glance("content/d/a.md", f"---\n{matter}---\n".encode(), PLANS[1]) is None


def test_bytes_that_are_no_text_are_left_to_the_full_way() -> None:
    assert glance("content/d/a.md", b"---\ntitle: \xff\n---\n", PLANS[1]) is None
    assert glance("content/d/a.md", b"", PLANS[1]) is None


def test_the_demo_agrees() -> None:
    seen = [agrees(file.as_posix(), file.read_bytes(), None) for file in sorted(DEMO.rglob("*.md"))]
    assert seen
