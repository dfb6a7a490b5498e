"""The keys that editors type, as one model: it validates, it is documented, and it gives the JSON Schema."""

from __future__ import annotations

import re
import zoneinfo
from calendar import monthrange
from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Any, Literal

from babel import Locale, UnknownLocaleError
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})\Z")
LOOSE_DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")


def shown(value: object) -> str:
    """A value of the wrong type as a message names it."""
    return {dict: "“key: value” lines", list: "a list"}.get(type(value), f'"{value}"')


def _wrong(expected: str, found: object, hint: str = "") -> PydanticCustomError:
    message = f"expected {expected}, found {shown(found)}"
    return PydanticCustomError("wrong-type", "{message}", {"message": message, "hint": hint})


def _text(value: object) -> object:
    if not isinstance(value, str):
        sign = "{" if isinstance(value, dict) else "["
        raise _wrong("a text", value, f"write one text; if it begins with {sign}, put it in quotes")
    return value.strip()


def _lines(value: object) -> object:
    if isinstance(value, str):
        return tuple(line.strip() for line in value.split("\n") if line.strip())
    if not isinstance(value, list):
        raise _wrong("a text or a list of texts", value, "if it begins with {, put it in quotes")
    if not all(isinstance(line, str) for line in value):
        other = next(line for line in value if not isinstance(line, str))
        raise _wrong("a list of texts", other, "a text with a colon or a bracket in it stands in quotes")
    return tuple(line.strip() for line in value if line.strip())


def _texts(value: object) -> object:
    return (value.strip(),) if isinstance(value, str) else _lines(value)


def _date(value: object) -> object:
    found = DATE.match(value.strip()) if isinstance(value, str) else None
    loose = LOOSE_DATE.match(value.strip()) if isinstance(value, str) else None
    try:
        if found:
            return date(*map(int, found.groups()))
        hint = f"did you mean {date(*map(int, loose.groups()))}?" if loose else "a date is written 2025-04-16"
    except ValueError:
        message = f'no such day, "{value}"'
        raise PydanticCustomError("wrong-date", "{message}", {"message": message, "hint": _days(str(value))}) from None
    raise PydanticCustomError("wrong-date", "{message}", {"message": f'expected a date, found "{value}"', "hint": hint})


def _days(value: str) -> str:
    """How many days the month has that a date names."""
    numbers = [int(number) for number in re.findall(r"\d+", value)[:2]]
    if len(numbers) == 2 and 1 <= numbers[0] <= 9999 and 1 <= numbers[1] <= 12:
        return f"{numbers[0]:04}-{numbers[1]:02} has {monthrange(*numbers)[1]} days"
    return "a date is written 2025-04-16"


def _moment(value: object) -> object:
    try:
        if isinstance(value, str) and DATE.match(value[:10]) and len(value.strip()) > 10:
            return datetime.fromisoformat(value.strip())
    except ValueError:
        pass
    hint = "a time is written 2025-04-16T06:00+08:00"
    raise PydanticCustomError("wrong-time", "{message}", {"message": f'expected a time, found "{value}"', "hint": hint})


def _yes_no(value: object) -> object:
    word = str(value).strip().lower()
    if word in {"true", "yes", "on", "false", "no", "off"}:
        return word in {"true", "yes", "on"}
    raise _wrong("true or false", value)


def _importance(value: object) -> object:
    if isinstance(value, str) and value.strip() in {"1", "2", "3", "4", "5"}:
        return int(value)
    raise _wrong("a number from 1 (the lead) to 5", value)


def _language(value: object) -> object:
    try:
        Locale.parse(str(value).strip(), sep="-")
    except (UnknownLocaleError, ValueError):
        raise _wrong("a language tag", value, "such as zh-Hans, zh-Hant or en") from None
    return str(value).strip()


def _timezone(value: object) -> object:
    if isinstance(value, str) and value.strip() in zoneinfo.available_timezones():
        return value.strip()
    raise _wrong("a time zone", value, "such as Asia/Shanghai")


def _web_address(value: object) -> object:
    if isinstance(value, str) and re.match(r"https?://[^\s/]+", value.strip()):
        return value.strip().rstrip("/")
    hint = f"did you mean https://{value}?" if isinstance(value, str) and re.fullmatch(r"[\w.-]+\.\w+/?", value) else ""
    raise _wrong("an address that begins with https://", value, hint)


def _items(value: object) -> object:
    """A list whose items may be texts instead of mappings: a text stands for its `name`."""
    if isinstance(value, Mapping) and "name" not in value:
        raise _wrong("a list", value, "each item begins with “- ” on a line of its own")
    if not isinstance(value, list):
        value = [value]
    return [{"name": item} if isinstance(item, str) else item for item in value]


def _pairs(value: object) -> object:
    if isinstance(value, Mapping) and all(isinstance(item, str | list) for item in value.values()):
        return tuple((key, _joined(item)) for key, item in value.items())
    raise _wrong("“key: value” lines", value, "such as “责任编辑: 李某” or “corrections: /imprint/”")


def _mapping(value: object) -> object:
    if isinstance(value, Mapping):
        return value
    raise _wrong("“key: value” lines", value)


def _joined(item: object) -> str:
    return item.strip() if isinstance(item, str) else "、".join(str(part).strip() for part in item)  # type: ignore[attr-defined] # _pairs lets in texts and lists


Text = Annotated[str, BeforeValidator(_text)]
Lines = Annotated[tuple[str, ...], BeforeValidator(_lines)]
Texts = Annotated[tuple[str, ...], BeforeValidator(_texts)]
Date = Annotated[date, BeforeValidator(_date)]
Moment = Annotated[datetime, BeforeValidator(_moment)]
YesNo = Annotated[bool, BeforeValidator(_yes_no)]
Importance = Annotated[int, BeforeValidator(_importance)]
Language = Annotated[str, BeforeValidator(_language)]
Timezone = Annotated[str, BeforeValidator(_timezone)]
WebAddress = Annotated[str, BeforeValidator(_web_address)]
Pairs = Annotated[tuple[tuple[str, str], ...], BeforeValidator(_pairs)]


class Fields(BaseModel):
    """What all of them share: a key that is not listed is an error, and nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class PersonFields(Fields):
    """One person of a byline."""

    name: Text = Field(description="the name as printed")
    role: Text = Field("", description="记者, 通讯员, 摄影, …")
    org: Text = Field("", description="whose reporter: 新华社, 本报")


class ImageFields(Fields):
    """One picture of `images`."""

    src: Text = Field(description="the file, relative to the article")
    alt: Text = Field("", description="what the picture shows, for those who don't see it; required")
    caption: Text = Field("", description="图注")
    creator: Text = Field("", description="摄影者; this or credit is required")
    credit: Text = Field("", description="图片来源, printed as typed")
    copyright: Text = Field("", description="the copyright notice")
    license: Text = Field("", description="the address of the licence")
    acquire: Text = Field("", description="the address where rights are had")
    position: Literal["", "lead", "gallery"] = Field("", description="lead (default for the first) or gallery")
    focus: Text = Field("", description="the point of interest, such as 50% 30%")


class CorrectionFields(Fields):
    """One published correction."""

    date: Date = Field(description="when it was corrected")
    text: Text = Field(description="what was wrong and what is right")


class ArticleFields(Fields):
    """The front matter of an article."""

    title: Lines = Field(description="主题: the headline, one or more lines; required")
    kicker: Lines = Field((), description="引题: the line above")
    subtitle: Lines = Field((), description="副题: the lines below")
    date: Date | None = Field(None, description="the edition; required unless the folder's edition.yaml gives it")
    edition: Text = Field("", description="the edition's label where a day has more than one: evening")
    section: Text = Field("", description="栏目: one of newspaper.yaml's sections, if it lists any")
    column: Text = Field("", description="专栏: a named recurring slot")
    genre: Text = Field("", description="评论, 通讯, 图片新闻, …")
    page: Text = Field("", description="the page: A05 or 5")
    byline: Annotated[list[PersonFields], BeforeValidator(_items)] = Field(
        [], description="署名: as printed, or a list of texts or {name, role, org}"
    )
    dateline: Text = Field("", description="电头: 本报北京4月15日电")
    source: Text = Field("", description="来源: another paper or agency")
    summary: Text = Field("", description="the story in a sentence; default: its first paragraph")
    tags: Texts = Field((), description="words that readers may search for")
    editors: Texts = Field((), description="责任编辑 of this story")
    language: Annotated[str, BeforeValidator(lambda value: value and _language(value))] = Field(
        "", description="BCP 47; default: the edition's"
    )
    importance: Importance | None = Field(None, description="1 is the lead, to 5; default by order on the page")
    images: list[ImageFields] = Field([], description="lead and gallery pictures")
    slug: Text = Field("", description="the last part of the address; default: the file's name")
    aliases: Texts = Field((), description="old addresses that must go on working")
    publish_at: Moment | None = Field(None, description="not shown before; with no zone, the paper's")
    draft: YesNo = Field(False, description="true: not shown")  # noqa: FBT003 - pydantic takes the default first
    corrections: list[CorrectionFields] = Field([], description="published corrections, {date, text}")
    jump_to: Text = Field("", description="转版: the page it continues on in print")
    teaser_of: Text = Field("", description="导读: the slug of the story that this points to")


class SectionFields(Fields):
    """One section."""

    name: Text = Field(description="as printed")
    slug: Text = Field("", description="as in its address; default: the name")


class StaffFields(Fields):
    """One line of the staff list."""

    name: Text = Field(description="the name")
    role: Text = Field("", description="总编辑, 记者, …")


class PaperFields(Fields):
    """The printed page."""

    size: Text = Field("", description="broadsheet, tabloid, A3, or width x height in millimetres")
    columns: Text = Field("", description="columns of type on a page")
    type: Text = Field("", description="the body's type family")


class NewspaperFields(Fields):
    """newspaper.yaml: the title's settings."""

    title: Text = Field("", description="the paper's title; default: the folder's name")
    subtitle: Text = Field("", description="the line under the title")
    language: Language = Field("zh-Hans", description="BCP 47: zh-Hans, zh-Hant, en")
    timezone: Timezone = Field("Asia/Shanghai", description="the zone that dates and release times are in")
    url: WebAddress = Field("", description="the site's own address, https://…")
    publisher: Text = Field("", description="who publishes the paper")
    issn: Text = Field("", description="ISSN")
    cn_number: Text = Field("", description="国内统一连续出版物号")
    founded: Text = Field("", description="the day or year of the first edition")
    sections: Annotated[list[SectionFields], BeforeValidator(_items)] = Field(
        [], description="names or {name, slug}, in the paper's order"
    )
    staff: Annotated[list[StaffFields], BeforeValidator(_items)] = Field([], description="names or {name, role}")
    imprint: Text = Field("", description="版权页, Markdown")
    policies: Pairs = Field((), description="name: address, of corrections, ethics, …")
    paper: PaperFields = Field(PaperFields(), description="the printed page: size, columns, type")
    checks: Annotated[dict[str, Literal["error", "warning", "off"]], BeforeValidator(_mapping)] = Field(
        {}, description="a rule's code: error, warning or off"
    )
    extensions: Texts = Field((), description="Python modules beside newspaper.yaml that add outputs, checks or Markdown")


class PageFields(Fields):
    """One page of an edition."""

    number: Text = Field(description="as printed: 5, 001, A05")
    name: Text = Field("", description="要闻, 城事, …")
    editors: Pairs = Field((), description="责任编辑: name, 美编: name, …")
    grid: Text = Field("", description="the page drawn in words, one slug a slot")
    supplement: Text = Field("", description="the supplement that it belongs to")
    kind: Text = Field("", description="advertisement, … where it is no page of stories")
    image: Text = Field("", description="the printed page's picture, where the paper has one")
    pdf: Text = Field("", description="the printed page's PDF, where the paper has one")
    areas: Annotated[dict[str, Any], BeforeValidator(_mapping)] = Field(
        {}, description="each story's polygon on the printed page, by slug"
    )


class EditionFields(Fields):
    """edition.yaml: one edition."""

    date: Date = Field(description="the edition's date; required")
    label: Text = Field("", description="morning, evening, extra, where a day has more than one")
    issue_number: Text = Field("", description="第…期")
    release: Moment | None = Field(None, description="not shown before; default: its date's midnight in the paper's zone")
    title: Text = Field("", description="a special edition's own title")
    language: Annotated[str, BeforeValidator(lambda value: value and _language(value))] = Field(
        "", description="BCP 47; default: the paper's"
    )
    pages: list[PageFields] = Field([], description="the pages in their order")


def field_rows(model: type[Fields]) -> list[tuple[str, str]]:
    """(key, meaning) of each key of a model, as the README's tables list them."""
    return [(name, info.description or "") for name, info in model.model_fields.items()]


def schema(model: type[Fields]) -> dict[str, Any]:
    """The JSON Schema of a model, for editors' tools."""
    return model.model_json_schema()
