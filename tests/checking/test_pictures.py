from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from broadsheet.checking.pictures import check_pictures
from broadsheet.model.article import Article
from broadsheet.model.body import Body
from broadsheet.model.edition import EditionKey
from broadsheet.model.picture import Picture

if TYPE_CHECKING:
    from broadsheet.model.diagnostic import Diagnostic

SOUND = Picture("ferry.jpg", alt="渡船", credit="李某")


def found(picture: Picture, *, in_body: bool = False) -> list[Diagnostic]:
    article = Article("a.md", EditionKey(date(2025, 4, 16)), "a", ("a",))
    article = replace(article, body=Body(pictures=(picture,))) if in_body else replace(article, pictures=(picture,))
    present = ["ferry.jpg", "notes.pdf", "old/ferry.jpg"]
    return list(check_pictures(article, present.__contains__, lambda: present, {".jpg"}))


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"credit": "", "creator": "李某"},
        {"src": "old/ferry.jpg"},
        {"license": "https://a.example/by", "acquire": "mailto:desk@a.example"},
        {"focus": "50% 30%", "position": "gallery"},
        {"credit": "none", "reason": "作者不详"},
        {"credit": "无", "creator": "李某"},
        {"date": "2025-04-15", "source_type": "composite"},
        {"date": "2025-04-15T10:20:30+08:00"},
    ],
)
def test_a_sound_picture_is_passed(given: dict[str, str]) -> None:
    assert found(replace(SOUND, **given)) == []


@pytest.mark.parametrize(
    ("given", "code", "message", "hint"),
    [
        ({"src": "fery.jpg"}, "missing-picture", 'no file "fery.jpg"', 'did you mean "ferry.jpg"?'),
        ({"src": "x"}, "missing-picture", 'no file "x"', "put the file beside the article"),
        ({"src": "old\\ferry.jpg"}, "missing-picture", 'no file "old\\ferry.jpg"', 'did you mean "old/ferry.jpg"?'),
        (
            {"src": "data:image/png,x"},
            "foreign-picture",
            '"data:image/png,x" is not a file of the paper',
            "put the file beside the article and name it by its file name",
        ),
        (
            {"src": "/ferry.jpg"},
            "foreign-picture",
            '"/ferry.jpg" is not a file of the paper',
            "put the file beside the article and name it by its file name",
        ),
        (
            {"src": "\\\\desk\\ferry.jpg"},
            "foreign-picture",
            '"\\\\desk\\ferry.jpg" is not a file of the paper',
            "put the file beside the article and name it by its file name",
        ),
        (
            {"src": "notes.pdf"},
            "not-a-picture",
            '"notes.pdf" is no picture',
            "save it as JPEG, PNG, WebP, AVIF, HEIC, TIFF, GIF or SVG",
        ),
        ({"credit": ""}, "no-credit", '"ferry.jpg" has no credit', "add “credit: who made it”"),
        (
            {"credit": "none"},
            "no-reason",
            '"ferry.jpg" is said to have no credit, without a reason',
            "add “reason: why there is none”",
        ),
        (
            {"reason": "作者不详"},
            "unused-reason",
            '"ferry.jpg" has a credit, and a reason why it has none',
            "take the reason out, or write “credit: none”",
        ),
        (
            {"source_type": "composit"},
            "unknown-source-type",
            'no digital source type "composit"',
            'did you mean "composite"?',
        ),
        (
            {"source_type": "照片"},
            "unknown-source-type",
            'no digital source type "照片"',
            "IPTC's are listed at http://cv.iptc.org/newscodes/digitalsourcetype/",
        ),
        ({"date": "2025/4/15"}, "wrong-date", 'expected a date, found "2025/4/15"', "did you mean 2025-04-15?"),
        (
            {"date": "昨天"},
            "wrong-date",
            'expected a date, found "昨天"',
            "a date is written 2025-04-16, with a time 2025-04-16T06:00+08:00",
        ),
        ({"alt": ""}, "no-alt", '"ferry.jpg" has no text alternative', "add “alt: what it shows”"),
        (
            {"license": "CC BY"},
            "wrong-type",
            'expected an address as license, found "CC BY"',
            "it begins with https://, mailto: or /",
        ),
        (
            {"acquire": "//a"},
            "wrong-type",
            'expected an address as acquire, found "//a"',
            "it begins with https://, mailto: or /",
        ),
        (
            {"focus": "left"},
            "wrong-type",
            'expected two percentages as focus, found "left"',
            "such as 50% 30%: from the left, from the top",
        ),
        ({"position": "top"}, "wrong-type", 'expected "lead" or "gallery" as position, found "top"', ""),
    ],
)
def test_a_fault_of_a_picture_is_told(given: dict[str, str], code: str, message: str, hint: str) -> None:
    assert [(f.code, f.message, f.hint) for f in found(replace(SOUND, **given))] == [(code, message, hint)]


def test_a_picture_of_the_body_is_mended_in_the_body() -> None:
    hints = [fault.hint for fault in found(replace(SOUND, alt="", credit=""), in_body=True)]
    assert hints == ['type {credit="who made it"} behind it', "type it in the brackets: ![what it shows](ferry.jpg)"]
