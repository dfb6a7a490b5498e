"""Slugs that a new story gets by its headline."""

from __future__ import annotations

import pytest

from broadsheet.reading.slugs import LONGEST, slug_of


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("渡口来了一只猫", "du-kou-lai-le-yi-zhi-mao"),
        ("20座粮仓主体完工", "20-zuo-liang-cang-zhu-ti-wan-gong"),
        ("重庆路口的银行", "chong-qing-lu-kou-de-yin-hang"),
        ("老街書店夜裡點燈", "lao-jie-shu-dian-ye-li-dian-deng"),
        ("AI+医疗", "ai-yi-liao"),
        ("Ferry Clock Runs Again After the Seven Years", "ferry-clock-runs-again-after-seven-years"),
        ("O’Neill’s 3,200 Trees – Café", "oneills-3200-trees-cafe"),
        ("To Be or", "be"),
        ("The", "the"),
        ("A05", "story-a05"),
        ("！！", "story"),
        ("𠮷", "story"),
        ("x" * 60, "x" * LONGEST),
    ],
)
def test_a_slug_is_short_ascii_that_says_something(title: str, slug: str) -> None:
    assert slug_of(title) == slug


def test_a_slug_that_is_taken_gets_a_number() -> None:
    assert slug_of("猫", {"mao", "mao-2"}) == "mao-3"
