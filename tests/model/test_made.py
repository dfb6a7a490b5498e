"""When a picture was made, in the ways in which standards and people write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.model.made import made_at


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("2025-04-15", "2025-04-15"),
        ("2025-04", "2025-04"),
        ("2025", "2025"),
        ("2025/04/15", "2025-04-15"),
        ("2025.4.15", "2025-04-15"),
        ("2025年4月15日", "2025-04-15"),
        ("2025年4月", "2025-04"),
        ("2025年", "2025"),
        (" 2025-04-15T10:20:30+08:00 ", "2025-04-15T10:20:30+08:00"),
        ("2025-04-15T10:20Z", "2025-04-15T10:20Z"),
        ("2025-04-15 10:20", "2025-04-15T10:20"),
        ("2025-04-15T10:20:30.125-0330", "2025-04-15T10:20:30-03:30"),
        ("2025:04:15 10:20:30", "2025-04-15T10:20:30"),
        ("20250415 102030+0800", "2025-04-15T10:20:30+08:00"),
        ("20250415 ", "2025-04-15"),
        ("20250000", "2025"),
        ("20250400", "2025-04"),
        ("2025-04-15 noon", "2025-04-15"),
        ("2025-04-15 24:00", "2025-04-15"),
        ("2025-04 10:20", "2025-04"),
        ("2025-02-30", ""),
        ("2025-13", ""),
        ("0000:00:00 00:00:00", ""),
        ("0000-04-05", ""),
        ("2025-00-05", "2025"),
        ("٢٠٢٥-٠٤-١٥", ""),
        ("yesterday", ""),
        ("", ""),
    ],
)
def test_a_day_is_told_as_iso_8601_has_it(typed: str, iso: str) -> None:
    assert made_at(typed) == iso


@given(st.text("0123456789-:/. TZ+", max_size=30))
def test_what_is_told_is_told_again(typed: str) -> None:
    assert made_at(made_at(typed)) == made_at(typed)
