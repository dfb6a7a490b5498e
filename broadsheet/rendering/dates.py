"""Dates and numbers as each language writes them."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Final

from babel.dates import format_date, get_day_names
from babel.numbers import format_decimal
from lunardate import LunarDate  # type: ignore[import-untyped]  # it is typed, but has no py.typed

from broadsheet.rendering.strings import match

_LOCALES: Final = {"zh-Hans": "zh_Hans_CN", "zh-Hant": "zh_Hant_TW", "en": "en_US"}
_HAN: Final = ("zh-Hans", "zh-Hant")

_MOST: Final = 1000
"""How many dates of a kind are kept as written: a page names few, and the next pages the same ones."""
_kept: Final = lru_cache(maxsize=_MOST)

# The lunar calendar's own words: the first, eleventh and twelfth months have names, and so do the days.
_MONTHS: Final = ("正月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "冬月", "腊月")
_DIGITS: Final = "一二三四五六七八九"
_DAYS: Final = (
    *(f"初{digit}" for digit in _DIGITS),
    "初十",
    *(f"十{digit}" for digit in _DIGITS),
    "二十",
    *(f"廿{digit}" for digit in _DIGITS),
    "三十",
)
_TRADITIONAL: Final = str.maketrans("农历闰腊", "農曆閏臘")


@_kept
def full_date(day: date, language: str) -> str:
    """The date with its weekday, as under a masthead: `2025年4月16日 星期三`."""
    matched = match(language)
    # Babel's own full form for Chinese sets no space before the weekday; newspapers do.
    pattern = "y年M月d日 EEEE" if matched in _HAN else "full"
    return format_date(day, pattern, locale=_LOCALES[matched])


def written_date(text: str, language: str) -> str:
    """A date that an editor typed, as the language writes it; what is no date (`1998`) stands as typed."""
    try:
        return short_date(date.fromisoformat(text), language)
    except ValueError:
        return text


@_kept
def short_date(day: date, language: str) -> str:
    """The date without its weekday: `2025年4月16日`, `April 16, 2025`."""
    return format_date(day, "long", locale=_LOCALES[match(language)])


@_kept
def month_day(day: date, language: str) -> str:
    """The day within its year: `4月16日`, `April 16`."""
    matched = match(language)
    return format_date(day, "M月d日" if matched in _HAN else "MMMM d", locale=_LOCALES[matched])


@_kept
def month_heading(year: int, month: int, language: str) -> str:
    """A month above its calendar: `2025年4月`, `April 2025`."""
    matched = match(language)
    return format_date(date(year, month, 1), "y年M月" if matched in _HAN else "MMMM y", locale=_LOCALES[matched])


@_kept
def month_name(month: int, language: str) -> str:
    """A month within its year: `4月`, `April`."""
    matched = match(language)
    return format_date(date(2000, month, 1), "M月" if matched in _HAN else "MMMM", locale=_LOCALES[matched])


def weekdays(language: str) -> tuple[tuple[str, str], ...]:
    """The heads of a calendar's seven columns, Monday first, each short and in full: `("三", "星期三")`."""
    matched = match(language)
    short = get_day_names("narrow" if matched in _HAN else "abbreviated", locale=_LOCALES[matched])
    long = get_day_names("wide", locale=_LOCALES[matched])
    return tuple((short[day], long[day]) for day in range(7))


@lru_cache(maxsize=_MOST, typed=True)  # 1 is equal to 1.0, and written otherwise
def number(value: int, language: str) -> str:
    """A count with the language's separators: `1,234`."""
    return format_decimal(value, locale=_LOCALES[match(language)])


@_kept
def lunar(day: date, language: str) -> str:
    """The day in the Chinese calendar, `农历三月十九`; "" in other languages and where no table reaches.

    The library's tables run from 31 January 1900 to the end of the lunar year 2099.
    """
    matched = match(language)
    found = _lunar_day(day) if matched in _HAN else None
    if found is None:
        return ""
    text = f"农历{'闰' if found.is_leap_month else ''}{_MONTHS[found.month - 1]}{_DAYS[found.day - 1]}"
    return text.translate(_TRADITIONAL) if matched == "zh-Hant" else text


def _lunar_day(day: date) -> LunarDate | None:
    found = LunarDate.from_solar_date(day.year, day.month, day.day)
    try:
        back = found.to_solar_date()
    except ValueError:
        return None
    # Outside its tables the library gives days that don't exist, or those of another year: only a day that leads
    # back to itself is one.
    return found if back == day else None
