"""A date and the day of the week that is said to be its own."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from broadsheet.checking.copy.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

DAYS = "一二三四五六日"
ENGLISH = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
LOOK_BACK = 400
"""Characters before a date in which another year would be named that it may belong to."""
YEARS_OFF = {"前年": -2, "去年": -1, "今年": 0, "明年": 1, "后年": 2, "後年": 2}
_NUMERALS = "〇一二三四五六七八九"
_NUMBER = r"(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})"
_CHINESE = re.compile(
    rf"(?:(?P<year>[0-9０-９]{{4}}|[一二〇○零三四五六七八九]{{4}})年|(?P<near>[前去今明后後]年))?"
    rf"(?P<date>(?:(?P<month>{_NUMBER})月|(?P<this>本月))(?P<day>{_NUMBER})[日号號])"
    rf"[ \u3000]*[，,]?[ \u3000]*[（(]?[ \u3000]*(?P<said>(?:星期|周|週|礼拜|禮拜)(?P<name>[一二三四五六日天]))"
    # A range gives its first day the name of its last: 4月21日至25日（周一至周五）.
    r"(?![ \u3000]*[至到—–~～、和及与與-])"
)
# A lunar date, or a story that was: the year is not known.
_ELSEWHEN = re.compile(r"[农農阴陰旧舊][历曆]|(?:那|当|當|同|次|翌|该|該|这|這|一)年|[0-9０-９]{4}[—–-]|年代")
_YEAR = re.compile(r"(?P<year>[0-9０-９]{4})年")
_RANGE = re.compile(r"[0-9０-９一二三四五六七八九十日号號][ ]*[至到—–~～-]+[ ]*\Z")
_MONTH = "|".join(f"{month[:3]}(?:{month[3:]}|\\.)?" if len(month) > 3 else month for month in MONTHS) + "|Sept\\.?"
_DAY = "|".join(f"{day[:3]}(?:{day[3:]}|\\.)?" for day in ENGLISH) + "|Tues\\.?|Thur?s?\\.?"
_NTH = r"(?P<day{n}>[0-9]{{1,2}})(?:st|nd|rd|th)?"
_ENGLISH = re.compile(
    rf"\b(?:(?P<said1>{_DAY}),?[ ]+(?:the[ ]+)?"
    rf"(?:(?P<month1>{_MONTH})[ ]+{_NTH.format(n=1)}|{_NTH.format(n=2)}[ ]+(?:of[ ]+)?(?P<month2>{_MONTH}))"
    rf"(?:,?[ ]+(?P<year1>[0-9]{{4}}))?"
    rf"|(?P<month3>{_MONTH})[ ]+{_NTH.format(n=3)}(?:,?[ ]+(?P<year3>[0-9]{{4}}))?[ ]*\([ ]*(?P<said3>{_DAY})[ ]*\))"
    r"(?![0-9A-Za-z-])"
)
_OTHER_YEAR = re.compile(r"\b(?:1[0-9]|20)[0-9]{2}\b")


def wrong_weekdays(text: str, edition: date) -> Iterator[Fault]:
    """A fault for each date that isn't the day of the week it is said to be.

    A date without a year is the one nearest to the edition's.
    """
    if "月" in text:
        yield from _chinese(text, edition)
    if "day" in text or re.search(rf"\b(?:{_DAY})\b", text):
        yield from _english(text, edition)


def _chinese(text: str, edition: date) -> Iterator[Fault]:
    for found in _CHINESE.finditer(text):
        before = text[max(found.start() - LOOK_BACK, 0) : found.start()]
        if re.search(r"[农農阴陰旧舊][历曆]?\Z|[闰閏]\Z", before):
            continue
        day = _number(found["day"])
        if found["this"]:
            meant = _date(edition.year, edition.month, day)
        else:
            month = _number(found["month"])
            if found["year"]:
                meant = _date(_year(found["year"]), month, day)
            elif found["near"]:
                meant = _date(edition.year + YEARS_OFF[found["near"]], month, day)
            elif _is_elsewhen(before, edition) or _RANGE.search(before):
                continue
            else:
                meant = _nearest(edition, month, day)
        named = DAYS.index(found["name"].replace("天", "日"))
        if meant and meant.weekday() != named:
            right = found["said"][:-1] + DAYS[meant.weekday()]
            message = f"{found['date']} is no {found['said']}"
            yield Fault("wrong-weekday", *found.span("said"), message, f'did you mean "{right}"? ({meant})')


def _english(text: str, edition: date) -> Iterator[Fault]:
    for found in _ENGLISH.finditer(text):
        said, where = (found["said1"], "said1") if found["said1"] else (found["said3"], "said3")
        typed = found["month1"] or found["month2"] or found["month3"]
        month = next(number for number, name in enumerate(MONTHS, 1) if name.startswith(typed[:3]))
        day = int(found["day1"] or found["day2"] or found["day3"])
        year = found["year1"] or found["year3"]
        if year:
            meant = _date(int(year), month, day)
        elif any(
            int(other) != edition.year
            for other in _OTHER_YEAR.findall(text[max(found.start() - LOOK_BACK, 0) : found.start()])
        ):
            continue
        else:
            meant = _nearest(edition, month, day)
        named = next(number for number, name in enumerate(ENGLISH) if name.startswith(said[:3]))
        if meant and meant.weekday() != named:
            right = ENGLISH[meant.weekday()]
            shown = f"{typed} {day}"
            message = f"{shown} is no {ENGLISH[named]}"
            yield Fault("wrong-weekday", *found.span(where), message, f'did you mean "{right}"? ({meant})')


def _is_elsewhen(before: str, edition: date) -> bool:
    """Whether what stands before a date without a year may tell of another year than the edition's."""
    years = {int(found["year"]) for found in _YEAR.finditer(before)}
    return _ELSEWHEN.search(before) is not None or not years <= {edition.year}


def _nearest(edition: date, month: int, day: int) -> date | None:
    near = (_date(year, month, day) for year in (edition.year - 1, edition.year, edition.year + 1))
    return min((found for found in near if found), key=lambda found: abs(found - edition), default=None)


def _date(year: int, month: int, day: int) -> date | None:
    """The date; None for one that no calendar has."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _year(typed: str) -> int:
    digits = "".join(str(_NUMERALS.index(sign)) if sign in _NUMERALS else sign for sign in typed.translate(_ZERO))
    return int(digits)


_ZERO = str.maketrans("○零", "〇〇")


def _number(typed: str) -> int:
    """A number below a hundred, in figures of any width or in Han numerals."""
    if typed[0].isdecimal():
        return int(typed)
    tens, ten, ones = typed.rpartition("十")
    if not ten:
        return _NUMERALS.index(typed) if len(typed) == 1 else 0
    many = _NUMERALS.index(tens) if tens in _NUMERALS and tens else len(ten)
    return many * 10 + (_NUMERALS.index(ones) if ones and ones in _NUMERALS else 0)
