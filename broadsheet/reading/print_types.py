"""The types of the keys of the printed page: sizes, numbers, colours, areas."""

from __future__ import annotations

import re
from typing import Annotated, Any, Final

from pydantic import BeforeValidator, WithJsonSchema

from broadsheet.model.printed import SIZES
from broadsheet.reading.field_types import AnyMapping, wrong

_BY: Final = re.compile(r"(\d{2,3}(?:\.\d+)?)\s*(?:mm)?\s*[x×*]\s*(\d{2,3}(?:\.\d+)?)\s*(?:mm)?")
LEAST: Final = 148.0
MOST: Final = 700.0
"""The least and the greatest edge of a page in millimetres: A5's long one, and more than any press prints."""
LARGEST_COLUMNS: Final = 12


def _size(value: object) -> object:
    text = str(value).strip().lower() if isinstance(value, str) else ""
    if text in SIZES:
        return SIZES[text]
    found = _BY.fullmatch(text)
    if not found:
        raise wrong("a page size", value, f"{', '.join(sorted(SIZES))}, or such as 270 x 390, in millimetres")
    width, height = float(found[1]), float(found[2])
    if not all(LEAST <= edge <= MOST for edge in (width, height)):
        raise wrong(f"edges of {LEAST:g} to {MOST:g} millimetres", value)
    return width, height


def _extent(value: object) -> object:
    found = (
        re.fullmatch(r"(\d{1,6}(?:\.\d+)?)\s*[x×*]\s*(\d{1,6}(?:\.\d+)?)", value.strip())
        if isinstance(value, str)
        else None
    )
    if found and float(found[1]) and float(found[2]):
        return float(found[1]), float(found[2])
    raise wrong("a width and a height", value, "such as 800 x 1160")


def _columns(value: object) -> object:
    if isinstance(value, str) and value.strip().isdecimal() and 1 <= int(value) <= LARGEST_COLUMNS:
        return int(value)
    raise wrong(f"a number from 1 to {LARGEST_COLUMNS}", value)


def _body(value: object) -> object:
    text = value.strip().removesuffix("pt").strip() if isinstance(value, str) else ""
    if re.fullmatch(r"\d{1,2}(\.\d+)?", text) and 9 <= float(text) <= 11:
        return float(text)
    raise wrong("a size of type from 9 to 11 points", value, "such as 9.5")


def _colour(value: object) -> object:
    if isinstance(value, str) and re.fullmatch(r"#[0-9a-fA-F]{6}", value.strip()):
        return value.strip().lower()
    raise wrong("a colour", value, 'such as "#b0281a", in quotes')


PageSize = Annotated[
    tuple[float, float],
    BeforeValidator(_size),
    WithJsonSchema({"type": "string", "examples": ["broadsheet", "tabloid", "A3", "280 x 400"]}),
]
Extent = Annotated[
    tuple[float, float], BeforeValidator(_extent), WithJsonSchema({"type": "string", "examples": ["800 x 1160"]})
]
_CORNERS: Final = {
    "type": ["array", "string"],
    "examples": ["0,0 812,0 812,600 0,600", "0,0 0.5,0 0.5,0.4 0,0.4"],
}
AreasBySlug = Annotated[
    dict[str, Any], AnyMapping, WithJsonSchema({"type": "object", "additionalProperties": _CORNERS})
]
Columns = Annotated[int, BeforeValidator(_columns), WithJsonSchema({"type": ["integer", "string"], "minimum": 1})]
BodySize = Annotated[
    float, BeforeValidator(_body), WithJsonSchema({"type": ["number", "string"], "minimum": 9, "maximum": 11})
]
Colour = Annotated[str, BeforeValidator(_colour), WithJsonSchema({"type": "string", "examples": ["#1b1a17"]})]
