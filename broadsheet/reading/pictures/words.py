"""Texts of a picture's metadata, as they are printed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST = 5_000
"""Characters of a text that are believed to be words; captions of agencies have up to 2,000."""
_UNPRINTED = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]")
_SPACE = re.compile(r"[ \t\r\n\u00a0\u2028\u2029]+")
_HAN = re.compile(r"[\u3400-\u9fff]")


def tidy(text: str) -> str:
    """A text on one line, without control characters; "" for one that is too long to be meant."""
    text = _SPACE.sub(" ", _UNPRINTED.sub("", text)).strip()
    return text if len(text) <= LONGEST else ""


def joined_names(names: Iterable[str]) -> str:
    """Several names as one text, each once: `张三、李四`, `Jane Doe, John Roe`."""
    each = dict.fromkeys(tidy(name) for name in names)
    each.pop("", None)
    return ("、" if _HAN.search("".join(each)) else ", ").join(each)


def joined_place(parts: Iterable[str]) -> str:
    """A place, given from the largest part to the smallest, as is usual: `中国辽宁大连`, `Dalian, China`."""
    each = dict.fromkeys(tidy(part) for part in parts)
    each.pop("", None)
    if each and all(_HAN.search(part) for part in each):
        return "".join(each)
    return ", ".join(reversed(each))
