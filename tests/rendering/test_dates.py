"""Dates as each language's newspapers write them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lunardate import LunarDate

from broadsheet.rendering import dates

DAY = date(2025, 4, 16)


@pytest.mark.parametrize(
    ("language", "full", "short", "within_year"),
    [
        ("zh-Hans", "2025年4月16日 星期三", "2025年4月16日", "4月16日"),
        ("zh-CN", "2025年4月16日 星期三", "2025年4月16日", "4月16日"),
        ("zh-Hant", "2025年4月16日 星期三", "2025年4月16日", "4月16日"),
        ("en", "Wednesday, April 16, 2025", "April 16, 2025", "April 16"),
        ("en-GB", "Wednesday, April 16, 2025", "April 16, 2025", "April 16"),
    ],
)
def test_a_date_is_written_in_three_lengths(language: str, full: str, short: str, within_year: str) -> None:
    assert dates.full_date(DAY, language) == full
    assert dates.short_date(DAY, language) == short
    assert dates.month_day(DAY, language) == within_year


@pytest.mark.parametrize(
    ("language", "heading", "name"),
    [("zh-Hans", "2025年4月", "4月"), ("zh-TW", "2025年4月", "4月"), ("en", "April 2025", "April")],
)
def test_a_month_is_headed_with_its_year_and_named_without(language: str, heading: str, name: str) -> None:
    assert dates.month_heading(2025, 4, language) == heading
    assert dates.month_name(4, language) == name


@pytest.mark.parametrize(
    ("language", "monday", "sunday"),
    [
        ("zh-Hans", ("一", "星期一"), ("日", "星期日")),
        ("zh-Hant", ("一", "星期一"), ("日", "星期日")),
        ("en", ("Mon", "Monday"), ("Sun", "Sunday")),
    ],
)
def test_a_week_begins_on_monday(language: str, monday: tuple[str, str], sunday: tuple[str, str]) -> None:
    week = dates.weekdays(language)
    assert (len(week), week[0], week[6]) == (7, monday, sunday)


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_counts_have_separators(language: str) -> None:
    assert dates.number(1234567, language) == "1,234,567"


@pytest.mark.parametrize(
    ("day", "language", "lunar"),
    [
        (DAY, "zh-Hans", "农历三月十九"),
        (DAY, "zh-Hant", "農曆三月十九"),
        (date(2025, 1, 29), "zh-Hans", "农历正月初一"),
        (date(2025, 1, 28), "zh-Hans", "农历腊月廿九"),
        (date(2024, 2, 9), "zh-Hant", "農曆臘月三十"),
        (date(2025, 7, 25), "zh-Hans", "农历闰六月初一"),
        (date(2025, 7, 25), "zh-Hant", "農曆閏六月初一"),
        (date(2024, 12, 30), "zh-Hans", "农历冬月三十"),
        (date(2025, 5, 7), "zh-Hans", "农历四月初十"),
        (date(2025, 4, 17), "zh-Hans", "农历三月二十"),
        (date(2025, 4, 18), "zh-Hans", "农历三月廿一"),
        (date(1900, 1, 31), "zh-Hans", "农历正月初一"),
        (date(1900, 1, 30), "zh-Hans", ""),
        (date(2100, 6, 1), "zh-Hans", ""),
        (date(2300, 6, 1), "zh-Hans", ""),
        (DAY, "en", ""),
        (DAY, "ja", ""),
    ],
)
def test_the_lunar_date_stands_in_chinese_papers_only(day: date, language: str, lunar: str) -> None:
    assert dates.lunar(day, language) == lunar


@given(st.dates(date(1900, 2, 1), date(2099, 12, 31)))
def test_the_lunar_day_moves_by_one_or_begins_a_month(day: date) -> None:
    today, yesterday = (
        LunarDate.from_solar_date(each.year, each.month, each.day) for each in (day, day - timedelta(1))
    )
    starts = dates.lunar(day, "zh-Hans").endswith("初一")
    assert starts == (today.day == 1)
    assert starts or today.day == yesterday.day + 1
