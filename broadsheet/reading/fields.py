"""The keys that editors type, as one model: it validates, and it is documented."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from broadsheet.reading.field_types import (
    Addresses,
    AnyMapping,
    Asked,
    Date,
    Importance,
    Language,
    Lines,
    ListedItems,
    Moment,
    Name,
    NamedItems,
    OptionalLanguage,
    PageNumber,
    Pairs,
    Passage,
    Repository,
    Terms,
    Text,
    Timezone,
    WebAddress,
    Words,
    YesNo,
)
from broadsheet.reading.print_types import (  # noqa: TC001 - pydantic asks for them
    AreasBySlug,
    BodySize,
    Colour,
    Columns,
    Extent,
    PageSize,
)


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

    src: Annotated[Text, Asked("file")] = Field(description="the file, relative to the article")
    alt: Text = Field("", description="what the picture shows, for those who don't see it; required")
    caption: Passage = Field("", description="图注")
    creator: Text = Field("", description="摄影者; this or credit is required")
    credit: Text = Field("", description="图片来源, printed as typed; none, with a reason, if there is none")
    reason: Text = Field("", description="why there is no credit")
    copyright: Text = Field("", description="the copyright notice")
    license: Text = Field("", description="the address of the licence")
    licensor: Text = Field("", description="who gives rights")
    acquire: Text = Field("", description="the address where rights are had")
    date: Text = Field("", description="when it was made")
    location: Text = Field("", description="where it was made")
    source_type: Text = Field("", description="how it was made: a name or address of IPTC's digital source types")
    position: Literal["", "lead", "gallery"] = Field("", description="lead (default for the first) or gallery")
    focus: Text = Field("", description="the point of interest, such as 50% 30%")


class CorrectionFields(Fields):
    """One published correction."""

    date: Date = Field(description="when it was corrected")
    text: Passage = Field(description="what was wrong and what is right")


class ArticleFields(Fields):
    """The front matter of an article."""

    title: Lines = Field(description="主题: the headline, one or more lines; required")
    kicker: Lines = Field((), description="引题: the line above")
    subtitle: Lines = Field((), description="副题: the lines below")
    date: Date | None = Field(None, description="the edition; required unless the folder's edition.yaml gives it")
    edition: Name = Field("", description="the edition's label where a day has more than one: evening")
    section: Name = Field("", description="栏目: one of newspaper.yaml's sections, if it lists any")
    column: Text = Field("", description="专栏: a named recurring slot")
    genre: Text = Field("", description="评论, 通讯, 图片新闻, …")
    page: PageNumber = Field("", description="the page: A05 or 5; 第5版 is 5")
    byline: Annotated[list[PersonFields], NamedItems, Asked("people")] = Field(
        [], description="署名: as printed, or a list of texts or {name, role, org}"
    )
    dateline: Text = Field("", description="电头: 本报北京4月15日电")
    source: Text = Field("", description="来源: another paper or agency")
    summary: Passage = Field("", description="the story in a sentence; default: its first paragraph")
    tags: Terms = Field(
        (), description="words that readers may search for: a list, or one text with 、, ， or ； between them"
    )
    editors: Terms = Field(
        (), description="责任编辑 of this story: a list, or one text with 、, ， or ； between the names"
    )
    language: OptionalLanguage = Field("", description="BCP 47; default: the edition's")
    importance: Importance | None = Field(None, description="1 is the lead, to 5; default by order on the page")
    images: list[ImageFields] = Field(default_factory=list, description="lead and gallery pictures")
    slug: Text = Field("", description="the last part of the address; default: the file's name")
    aliases: Words = Field(
        (), description="old addresses that must go on working: a list, or one text with spaces or commas between them"
    )
    publish_at: Moment | None = Field(None, description="not shown before; with no zone, the paper's")
    draft: YesNo = Field(False, description="true: not shown")  # noqa: FBT003 - pydantic takes the default first
    corrections: list[CorrectionFields] = Field(default_factory=list, description="published corrections, {date, text}")
    jump_to: PageNumber = Field("", description="转版: the page it continues on in print")
    teaser_of: Text = Field("", description="导读: the slug of the story that this points to")


class SectionFields(Fields):
    """One section."""

    name: Name = Field(description="as printed")
    slug: Name = Field(
        "", description="as in its address; default: the name, in small letters, with hyphens for spaces"
    )


class StaffFields(Fields):
    """One line of the staff list."""

    name: Text = Field(description="the name")
    role: Text = Field("", description="总编辑, 记者, …")


class PaperFields(Fields):
    """The printed page."""

    size: PageSize | None = Field(
        None, description="broadsheet, berliner, tabloid (the default), A3, A4, or width x height in millimetres"
    )
    columns: Columns | None = Field(
        None, description="columns of type on a page; default: as many as there is room for"
    )
    body: BodySize | None = Field(None, description="the size of the copy's type, 9 to 11 points; default: 9.5")
    type: Text = Field(
        "", description="the copy's type family; default: Noto Serif SC or TC, in Latin Libertinus Serif"
    )
    headlines: Text = Field("", description="the family of heads; default: the copy's")
    labels: Text = Field("", description="the family of crossheads, captions and folios; default: Noto Sans SC or TC")
    fonts: Text = Field("", description="a folder beside newspaper.yaml that has the paper's own fonts")
    ink: Colour | None = Field(None, description='the colour of type, such as "#1b1a17"')
    accent: Colour | None = Field(None, description="the colour of kickers and page names")
    ground: Colour | None = Field(None, description="the colour of the paper; default: white")
    since: Date | None = Field(None, description="the first edition that has printed pages; default: all have")


class AdminFields(Fields):
    """The forms on the site."""

    backend: Literal["github", "gitlab", "gitea", "forgejo"] = Field(
        description="where the repository is: github, gitlab, gitea or forgejo"
    )
    repo: Repository = Field(description="the repository that the forms write to: owner/name")
    branch: Text = Field("main", description="the branch that the paper is built from; default: main")
    folder: Text = Field("content", description="the content folder's path in the repository; default: content")
    site: WebAddress = Field("", description="the repository's host, if it isn't github.com or gitlab.com")
    sign_in: WebAddress = Field("", description="github: a sign-in service of one's own; default: Netlify's")
    app_id: Text = Field("", description="gitlab, gitea, forgejo: the ID that the host gave the forms")


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
    sections: Annotated[list[SectionFields], ListedItems] = Field(
        [], description="a list of names or {name, slug}, in the paper's order"
    )
    staff: Annotated[list[StaffFields], ListedItems] = Field([], description="a list of names or {name, role}")
    imprint: Passage = Field("", description="版权页, Markdown")
    policies: Addresses = Field((), description="name: address, of corrections, ethics, pictures, …")
    paper: PaperFields = Field(PaperFields(), description="the printed page: size, columns, type")
    checks: Annotated[dict[str, Literal["error", "warning", "off"]], AnyMapping, Asked("pairs")] = Field(
        {}, description="a rule's code: error, warning or off"
    )
    extensions: Words = Field((), description="Python modules that add outputs, checks or Markdown")
    admin: AdminFields | None = Field(None, description="forms on the site, at /admin/: where they write to")


class PageFields(Fields):
    """One page of an edition."""

    number: PageNumber = Field(description="as printed: 5, 001, A05")
    name: Text = Field("", description="要闻, 城事, …")
    editors: Pairs = Field((), description="责任编辑: name, 美编: name, …")
    grid: Passage = Field("", description="the page drawn in words, one slug a slot")
    supplement: Text = Field("", description="the supplement that it belongs to")
    kind: Text = Field("", description="advertisement, … where it is no page of stories")
    image: Text = Field("", description="the page's own picture, where the paper has printed it")
    pdf: Text = Field(
        "", description="the page's own PDF, where the paper has printed it; one of several: A.pdf#page=5"
    )
    areas: Annotated[AreasBySlug, Asked("")] = Field(
        {}, description="each story's polygon on the page's own file, by slug"
    )
    areas_size: Extent | None = Field(
        None, description="width x height that areas are measured in; default: the picture's pixels, the PDF's points"
    )


class EditionFields(Fields):
    """edition.yaml: one edition."""

    date: Date = Field(description="the edition's date; required")
    label: Name = Field("", description="morning, evening, extra, where a day has more than one")
    issue_number: Text = Field("", description="第…期")
    release: Moment | None = Field(None, description="not shown before; default: its date's midnight, the paper's zone")
    title: Text = Field("", description="a special edition's own title")
    language: OptionalLanguage = Field("", description="BCP 47; default: the paper's")
    pages: list[PageFields] = Field([], description="the pages in their order")


def field_rows(model: type[Fields]) -> list[tuple[str, str]]:
    """(key, meaning) of each key of a model, as the README's tables list them."""
    return [(name, info.description or "") for name, info in model.model_fields.items()]
