"""Files to type into: an edition.yaml and an article, with comments in the paper's language."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from broadsheet.reading.yaml_text import yaml_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from broadsheet.model.edition import Page

HANS: Mapping[str, str] = MappingProxyType(
    {
        "kicker": "引题，在标题上面",
        "title": "标题；分行写作 [第一行, 第二行]",
        "subtitle": "副题，在标题下面",
        "page": "版次",
        "section": "栏目",
        "importance": "1是头条，直到5",
        "byline": "署名，如：记者 李某 通讯员 王某",
        "images": "图片放在本文件旁边；没有替代文字和作者不能发布",
        "alt": "图上有什么",
        "creator": "谁拍的",
        "draft": "写好以后删去这一行，稿件才会见报",
        "body": "正文写在第二条横线下面，一段一行，段间空一行；小标题前加 ## 和空格",
        "issue_number": "期号，接着上一期；请核对",
        "release": "到这时才公开；不写就是当天零点",
        "pages": "版面，照上一期；没有稿件的版不用删",
        "no pages": "版面",
        "name": "要闻",
        "editors": "责任编辑: 某某",
    }
)
HANT: Mapping[str, str] = MappingProxyType(
    {
        "kicker": "引題，在標題上面",
        "title": "標題；分行寫作 [第一行, 第二行]",
        "subtitle": "副題，在標題下面",
        "page": "版次",
        "section": "欄目",
        "importance": "1是頭條，直到5",
        "byline": "署名，如：記者陳某／臺北報導",
        "images": "圖片放在本檔旁邊；沒有替代文字和作者不能發布",
        "alt": "圖上有什麼",
        "creator": "誰拍的",
        "draft": "寫好以後刪去這一行，稿件才會見報",
        "body": "正文寫在第二條橫線下面，一段一行，段間空一行；小標題前加 ## 和空格",
        "issue_number": "期號，接著上一期；請核對",
        "release": "到這時才公開；不寫就是當天零點",
        "pages": "版面，照上一期；沒有稿件的版不用刪",
        "no pages": "版面",
        "name": "要聞",
        "editors": "責任編輯: 某某",
    }
)
ENGLISH: Mapping[str, str] = MappingProxyType(
    {
        "kicker": "a line above the title",
        "title": "the headline; in lines: [first line, second line]",
        "subtitle": "a line below the title",
        "page": "the page",
        "section": "the section",
        "importance": "1 is the lead, to 5",
        "byline": "as printed: By Jane Doe and Richard Roe",
        "images": "lay pictures beside this file; none is published without alt and a creator",
        "alt": "what it shows",
        "creator": "who took it",
        "draft": "delete this line when the story is ready: a draft is not published",
        "body": "the copy goes below the second rule, empty lines between paragraphs; ## and a space begin a crosshead",
        "issue_number": "the one after the last; check it",
        "release": "shown from then on; without it from midnight",
        "pages": "the pages, as the last edition has them; pages without stories may stay",
        "no pages": "the pages",
        "name": "News",
        "editors": "Editor: somebody",
    }
)


@dataclass(frozen=True, slots=True)
class Blank:
    """What is known of a story before it is written; "" and 0 for what isn't."""

    title: str
    slug: str
    date: str = ""
    label: str = ""
    page: str = ""
    section: str = ""
    importance: int = 0


def blank_words(language: str) -> Mapping[str, str]:
    """The comments of a BCP 47 language: traditional Chinese, Chinese, or English."""
    tag = language.casefold()
    if tag.startswith(("zh-hant", "zh-tw", "zh-hk", "zh-mo")):
        return HANT
    return HANS if tag.startswith("zh") else ENGLISH


def blank_article(blank: Blank, language: str) -> str:
    """An article file that is a draft until its editor says otherwise."""
    return "---\n" + "".join(f"{line}\n" for line in _article(blank, blank_words(language))) + "---\n"


def blank_edition(
    date: str,
    language: str,
    *,
    label: str = "",
    issue_number: str = "",
    release: str = "",
    pages: Sequence[Page] = (),
) -> str:
    """An edition.yaml; `pages` are those of the edition before, their grids left out."""
    words = blank_words(language)
    head = [f"date: {date}", *([f"label: {yaml_text(label)}"] if label else ())]
    shown = f"issue_number: {yaml_text(issue_number)}" if issue_number else "# issue_number:"
    head += (
        f"{shown}  # {words['issue_number']}",
        f'release: "{release}"' if release else f'# release: "{date}T05:30"',
        f"# {words['release']}",
    )
    return "".join(f"{line}\n" for line in (*head, *_pages(pages, words)))


def _article(blank: Blank, words: Mapping[str, str]) -> Iterator[str]:
    yield f"# {words['body']}"
    yield f"# kicker:  # {words['kicker']}"
    yield f"# {words['title']}"
    yield f"title: {yaml_text(blank.title)}"
    yield f"# subtitle:  # {words['subtitle']}"
    for key, value in (("date", blank.date), ("edition", blank.label)):
        if value:
            yield f"{key}: {yaml_text(value)}"
    for key, value in (("page", blank.page), ("section", blank.section), ("importance", str(blank.importance or ""))):
        yield f"{key}: {yaml_text(value)}  # {words[key]}" if value else f"# {key}:  # {words[key]}"
    yield f"# {words['byline']}"
    yield "byline:"
    yield f"# {words['images']}"
    yield "# images:"
    yield f"#   - src: {blank.slug}.jpg"
    yield f"#     alt:  # {words['alt']}"
    yield f"#     creator:  # {words['creator']}"
    yield f"# {words['draft']}"
    yield "draft: true"


def _pages(pages: Sequence[Page], words: Mapping[str, str]) -> Iterator[str]:
    yield f"# {words['pages' if pages else 'no pages']}"
    if not pages:
        yield from (
            "# pages:",
            "#   - number: A01",
            f"#     name: {words['name']}",
            f"#     editors: {{{words['editors']}}}",
        )
        return
    yield "pages:"
    yield from (line for page in pages for line in page_entry(page))


def page_entry(page: Page) -> Iterator[str]:
    """A page's lines in the list of an edition.yaml."""
    yield f"  - number: {yaml_text(page.number)}"
    for key, value in (("name", page.name), ("supplement", page.supplement), ("kind", page.kind)):
        if value:
            yield f"    {key}: {yaml_text(value)}"
    if page.editors:
        yield f"    editors: {editors_entry(page.editors)}"


def editors_entry(editors: Sequence[tuple[str, str]]) -> str:
    """A page's credits as edition.yaml has them, on one line."""
    return "{" + ", ".join(f"{yaml_text(role)}: {_in_braces(name)}" for role, name in editors) + "}"


def _in_braces(name: str) -> str:
    text = yaml_text(name)
    return f'"{text}"' if "," in text and not text.startswith('"') else text
