"""The types of the keys that editors type: each takes what was typed and gives a value, or says what was expected."""

from __future__ import annotations

import re
import zoneinfo
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, datetime
from typing import Annotated, Any, LiteralString

from babel import Locale, UnknownLocaleError
from pydantic import BeforeValidator, GetJsonSchemaHandler, WithJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError

from broadsheet.model.page_number import page_number

DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})\Z")
PAGE_NUMBER = re.compile(r"\w[\w -]{0,19}")
LONGEST_SHOWN = 50
"""Characters of a value that a message repeats."""
LONGEST_NAME = 180
"""Bytes of what becomes a part of an address: with a date and an ending it stays within a file name's 255."""
WRITTEN = "a date is written 2025-04-16"
LOOSE_DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")


def shown(value: object) -> str:
    """A value of the wrong type as a message names it."""
    if isinstance(value, dict):
        return "“key: value” lines"
    if isinstance(value, list):
        return "a list"
    text = str(value)
    return f'"{text}"' if len(text) <= LONGEST_SHOWN else f'"{text[:LONGEST_SHOWN]}…"'


def wrong(expected: str, found: object, hint: str = "", code: LiteralString = "wrong-type") -> PydanticCustomError:
    """The error of a value that is not what was expected."""
    message = f"expected {expected}, found {shown(found)}"
    return PydanticCustomError(code, "{message}", {"message": message, "hint": hint})


def _text(value: object) -> object:
    if not isinstance(value, str):
        sign = "{" if isinstance(value, dict) else "["
        raise wrong("a text", value, f"write one text; if it begins with {sign}, put it in quotes")
    return value.strip()


def _name(value: object) -> object:
    """A text that is a part of an address, too, and so of a file's name."""
    text = str(_text(value))
    if len(text.encode()) > LONGEST_NAME:
        raise wrong(f"a name of {LONGEST_NAME // 3} characters at most", text)
    return text


def _page_number(value: object) -> object:
    text = page_number(str(_text(value)))
    if text and not PAGE_NUMBER.fullmatch(text):
        raise wrong("a page number", value, "such as A05, 5 or T3")
    return text


def _lines(value: object) -> object:
    if isinstance(value, str):
        return tuple(line.strip() for line in value.split("\n") if line.strip())
    if not isinstance(value, list):
        hint = "several texts begin with “- ” each; a text that begins with { stands in quotes"
        raise wrong("a text or a list of texts", value, hint)
    if not all(isinstance(line, str) for line in value):
        other = next(line for line in value if not isinstance(line, str))
        raise wrong("a list of texts", other, "a text with a colon or a bracket in it stands in quotes")
    return tuple(line.strip() for line in value if line.strip())


def _terms(value: object) -> object:
    """A list of texts; one text is taken apart at the signs that stand between words in a line."""
    return _parts(r"[、，,；;\n]", value) if isinstance(value, str) else _lines(value)


def _words(value: object) -> object:
    """A list of texts that have no space in them: addresses, modules."""
    return _parts(r"[\s,，]", value) if isinstance(value, str) else _lines(value)


def _parts(between: str, text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in re.split(between, text) if part.strip())


def _date(value: object) -> object:
    found = DATE.match(value.strip()) if isinstance(value, str) else None
    loose = LOOSE_DATE.match(value.strip()) if isinstance(value, str) else None
    try:
        day = date(*map(int, found.groups())) if found else date.min
        hint = f"did you mean {date(*map(int, loose.groups()))}?" if loose and not found else WRITTEN
    except ValueError:
        message = f"no such day, {shown(value)}"
        raise PydanticCustomError("wrong-date", "{message}", {"message": message, "hint": _days(str(value))}) from None
    if day.year == MINYEAR:  # the midnight of its first day may be in the year before, which there is not
        raise wrong("a date", value, hint, "wrong-date")
    return day


def _days(value: str) -> str:
    """How many days the month has that a date names."""
    numbers = [int(number) for number in re.findall(r"\d{1,4}", value)[:2]]
    if len(numbers) == 2 and 1 <= numbers[0] <= 9999 and 1 <= numbers[1] <= 12:
        return f"{numbers[0]:04}-{numbers[1]:02} has {monthrange(*numbers)[1]} days"
    return WRITTEN


def _moment(value: object) -> object:
    try:
        if isinstance(value, str) and DATE.match(value[:10]) and len(value.strip()) > 10:
            moment = datetime.fromisoformat(value.strip())
            if MINYEAR < moment.year < MAXYEAR:  # the same moment elsewhere may be a day off, and must have a date
                return moment
    except ValueError:
        pass
    raise wrong("a time", value, "a time is written 2025-04-16T06:00+08:00", "wrong-time")


def _yes_no(value: object) -> object:
    word = str(value).strip().lower()
    if word in {"true", "yes", "on", "false", "no", "off"}:
        return word in {"true", "yes", "on"}
    raise wrong("true or false", value)


def _importance(value: object) -> object:
    if isinstance(value, str) and value.strip() in {"1", "2", "3", "4", "5"}:
        return int(value)
    raise wrong("a number from 1 (the lead) to 5", value)


def _language(value: object) -> object:
    try:
        Locale.parse(str(value).strip(), sep="-")
    except (UnknownLocaleError, ValueError):
        raise wrong("a language tag", value, "such as zh-Hans, zh-Hant or en") from None
    return str(value).strip()


def _timezone(value: object) -> object:
    if isinstance(value, str) and value.strip() in zoneinfo.available_timezones():
        return value.strip()
    raise wrong("a time zone", value, "such as Asia/Shanghai")


def _web_address(value: object) -> object:
    if isinstance(value, str) and re.fullmatch(r"https?://[\w.-]+(:\d{1,5})?(/[^\s?#\"<>]*)?", value.strip()):
        return value.strip().rstrip("/")
    hint = f"did you mean https://{value}?" if isinstance(value, str) and re.fullmatch(r"[\w.-]+\.\w+/?", value) else ""
    raise wrong("an address that begins with https://", value, hint)


def _repository(value: object) -> object:
    if isinstance(value, str) and re.fullmatch(r"[\w.-]+(/[\w.-]+)+", value.strip()):
        return value.strip()
    raise wrong("a repository", value, "such as owner/name")


def _items(value: object) -> object:
    """A list whose items may be texts instead of mappings: a text stands for its `name`."""
    if isinstance(value, Mapping) and "name" not in value:
        raise wrong("a list", value, "each item begins with “- ” on a line of its own")
    if not isinstance(value, list):
        value = [value]
    return [{"name": item} if isinstance(item, str) else item for item in value]


def _listed_items(value: object) -> object:
    """As `_items`, but one text must be one name: an editor who types several on a line means a list."""
    if isinstance(value, str) and re.search(r"[\s、，,；;]", value.strip()):
        raise wrong("a list", value, "a list is written with one line a name, each begun with “- ”")
    return _items(value)


def _pairs(value: object) -> tuple[tuple[str, str], ...]:
    if isinstance(value, Mapping) and all(isinstance(item, str | list) for item in value.values()):
        return tuple((key, _joined(item)) for key, item in value.items())
    raise wrong("“key: value” lines", value, "such as “责任编辑: 李某” or “corrections: /imprint/”")


def _addresses(value: object) -> object:
    pairs = _pairs(value)
    for _, address in pairs:
        if not re.match(r"(https?://|mailto:|/(?!/))\S+\Z", address):
            raise wrong("an address", address, "it begins with https://, mailto: or /")
    return pairs


def _mapping(value: object) -> object:
    if isinstance(value, Mapping):
        return value
    raise wrong("“key: value” lines", value)


def _joined(item: object) -> str:
    return item.strip() if isinstance(item, str) else "、".join(str(part).strip() for part in item)  # type: ignore[attr-defined] # _pairs lets in texts and lists


SCALAR: dict[str, Any] = {"type": ["string", "number", "boolean"]}
"""A text: YAML tells editors' tools that `12:30`, `1.10` and `no` are something else, but here they stay as typed."""
_SCALARS = {"type": "array", "items": SCALAR}
_SCALAR_OR_SCALARS = {"anyOf": [SCALAR, _SCALARS]}
_DATE_SCHEMA = {"type": "string", "pattern": r"^\s*\d{4}-\d{2}-\d{2}\s*$", "examples": ["2025-04-16"]}
_MOMENT_SCHEMA = {
    "type": "string",
    "pattern": r"^\s*\d{4}-\d{2}-\d{2}[T ]\d{2}(:?\d{2}){0,2}([.,]\d+)?(Z|[+-]\d{2}(:?\d{2})?)?\s*$",
    "examples": ["2025-04-16T06:00+08:00"],
}
# No sign of ASCII but a hyphen and a low line; letters of any script and width.
_PAGE_SCHEMA = {
    "type": ["string", "integer"],
    "pattern": r"^\s*[^\s!-/:-@\[-`{-~][^\n!-,./:-@\[-^`{-~]{0,24}$",
    "minimum": 0,
    "examples": ["A05", "5"],
}
_LANGUAGE_SCHEMA = {
    "type": "string",
    "pattern": "^\\s*[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*\\s*$",
    "examples": ["zh-Hans", "zh-Hant", "en"],
}
_ZONE_SCHEMA = {"type": "string", "pattern": "^\\s*[A-Za-z_]+(/[A-Za-z0-9_+-]+)*\\s*$", "examples": ["Asia/Shanghai"]}
_WEB_SCHEMA = {"type": "string", "pattern": r"^\s*https?://[^\s/]+\S*\s*$", "examples": ["https://paper.example"]}
_REPOSITORY_SCHEMA = {"type": "string", "pattern": r"^\s*[\w.-]+(/[\w.-]+)+\s*$", "examples": ["owner/name"]}
_ADDRESSES_SCHEMA = {
    "type": "object",
    "additionalProperties": {"type": "string", "pattern": r"^\s*(https?://|mailto:|/(?!/))\S+\s*$"},
}


@dataclass(frozen=True, slots=True)
class Asked:
    """How a form asks for a value, where not by one line of text: a kind of `model.form_field`, "" for not at all."""

    kind: str


class Items(BeforeValidator):
    """A list whose items may be texts; its schema says so, too."""

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """A text, an item, or a list of either."""
        item = handler(core)["items"]
        return {"anyOf": [SCALAR, item, {"type": "array", "items": {"anyOf": [SCALAR, item]}}]}


Text = Annotated[str, BeforeValidator(_text), WithJsonSchema(SCALAR)]
Passage = Annotated[str, BeforeValidator(_text), WithJsonSchema(SCALAR), Asked("passage")]
Name = Annotated[str, BeforeValidator(_name), WithJsonSchema(SCALAR | {"maxLength": LONGEST_NAME})]
PageNumber = Annotated[str, BeforeValidator(_page_number), WithJsonSchema(_PAGE_SCHEMA)]
Lines = Annotated[tuple[str, ...], BeforeValidator(_lines), WithJsonSchema(_SCALAR_OR_SCALARS), Asked("lines")]
Terms = Annotated[tuple[str, ...], BeforeValidator(_terms), WithJsonSchema(_SCALAR_OR_SCALARS), Asked("terms")]
Words = Annotated[tuple[str, ...], BeforeValidator(_words), WithJsonSchema(_SCALAR_OR_SCALARS), Asked("words")]
Date = Annotated[date, BeforeValidator(_date), WithJsonSchema(_DATE_SCHEMA)]
Moment = Annotated[datetime, BeforeValidator(_moment), WithJsonSchema(_MOMENT_SCHEMA)]
YesNo = Annotated[
    bool,
    BeforeValidator(_yes_no),
    WithJsonSchema({"enum": [True, False, "true", "false", "yes", "no", "on", "off"]}),
    Asked("yes-no"),
]
Importance = Annotated[
    int,
    BeforeValidator(_importance),
    WithJsonSchema({"enum": [1, 2, 3, 4, 5, "1", "2", "3", "4", "5"]}),
    Asked("importance"),
]
Language = Annotated[str, BeforeValidator(_language), WithJsonSchema(_LANGUAGE_SCHEMA)]
Timezone = Annotated[str, BeforeValidator(_timezone), WithJsonSchema(_ZONE_SCHEMA)]
WebAddress = Annotated[str, BeforeValidator(_web_address), WithJsonSchema(_WEB_SCHEMA)]
Repository = Annotated[str, BeforeValidator(_repository), WithJsonSchema(_REPOSITORY_SCHEMA)]
Addresses = Annotated[
    tuple[tuple[str, str], ...], BeforeValidator(_addresses), WithJsonSchema(_ADDRESSES_SCHEMA), Asked("pairs")
]
Pairs = Annotated[
    tuple[tuple[str, str], ...],
    BeforeValidator(_pairs),
    WithJsonSchema({"type": "object", "additionalProperties": _SCALAR_OR_SCALARS}),
    Asked("pairs"),
]
AnyMapping = BeforeValidator(_mapping)
NamedItems = Items(_items)
ListedItems = Items(_listed_items)
OptionalLanguage = Annotated[
    str,
    BeforeValidator(lambda value: value if value == "" else _language(value)),
    WithJsonSchema(_LANGUAGE_SCHEMA),
]
