"""What of an article can be found: what a reader sees in the story itself, and not the ways to other pages."""

from __future__ import annotations

import re
from html import unescape
from itertools import chain, starmap
from typing import TYPE_CHECKING

import pytest

from broadsheet.rendering.search.bigrams import fold
from broadsheet.rendering.search.document import document_name
from broadsheet.rendering.search.story import search_documents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadsheet.rendering.search.document import SearchDocument
    from tests.conftest import Newsroom

DAY = "2025-04-16"
FULL = {
    "date": DAY,
    "page": "A05",
    "title": ["主题一行", "主题二行"],
    "kicker": ["引题一", "引题二"],
    "subtitle": ["副题一", "副题二"],
    "section": "城事",
    "column": "河边",
    "genre": "通讯",
    "byline": "记者 李某 通讯员 王某",
    "dateline": "本报讯",
    "source": "津渡社",
    "summary": "一句摘要。",
    "tags": ["补水", "水利"],
    "editors": ["王某", "赵某"],
    "corrections": [{"date": DAY, "text": "数字应为三。"}],
}


def document(newsroom: Newsroom, slug: str = "a") -> SearchDocument:
    return next(each for each in documents(newsroom) if each.address.endswith(f"/{slug}/"))


def documents(newsroom: Newsroom) -> Iterator[SearchDocument]:
    return chain.from_iterable(starmap(search_documents, newsroom.papers()))


def texts(story: SearchDocument) -> list[str]:
    head = (story.title, story.kicker, story.subtitle, story.byline, story.source)
    return [*head, *story.captions, *story.credits, *story.paragraphs, *story.corrections, *story.labels]


def test_everything_that_is_printed_of_a_story_can_be_found(newsroom: Newsroom) -> None:
    for name in "pqr":
        newsroom.picture(f"{name}.svg")
    words = {"alt": "图", "credit": "资料图片", "copyright": "© 津渡日报"}
    images = [{"src": f"{name}.svg", "caption": f"图{name}", **words} for name in "pqr"]
    body = "第一段。\n\n## 小标题\n\n- 条目\n\n| 表 | 头 |\n| --- | --- |\n| 格 | 子 |\n\n> 引语。"
    newsroom.write({"content/newspaper.yaml": "title: 津渡日报\n"})
    newsroom.story("a.md", body, images=images, **FULL)
    newsroom.built(search=False)
    story = document(newsroom)
    assert (story.title, story.kicker, story.subtitle) == ("主题一行 主题二行", "引题一 引题二", "副题一 副题二")
    assert (story.byline, story.people, story.source) == ("记者 李某 通讯员 王某", ("李某", "王某"), "津渡社")
    assert (story.captions, story.credits) == (("图p", "图", "图q", "图r"), ("资料图片", "© 津渡日报"))
    assert story.paragraphs[:3] == ("一句摘要。", "本报讯 第一段。", "小标题")
    assert (story.corrections, story.labels) == (("数字应为三。",), ("河边", "通讯", "王某", "赵某", "补水", "水利"))
    found = " ".join(map(fold, texts(story)))
    assert [text for text in printed(newsroom.page(story.address)) if text not in found] == []


def printed(page: str) -> list[str]:
    """The texts of a story's page, but for what the site says itself and what leads to other pages."""
    article = re.search(r"<article.*?</article>", page, re.DOTALL)
    assert article
    said = re.compile(r"^更正$|\d月\d|第.+版|^津渡|^城事$|^获取")
    pieces = [fold(unescape(text)).strip() for text in re.split(r"<[^>]+>|[、，]", article[0])]
    return [re.sub(r"^(?:来源|(?:责任)?编辑|关键词)：", "", text) for text in pieces if text and not said.search(text)]


@pytest.mark.parametrize(
    ("body", "paragraphs"),
    [
        ("一段。", ("本报讯 一段。",)),
        ("## 小标题\n\n一段。", ("本报讯", "小标题", "一段。")),
        ("", ("本报讯",)),
    ],
)
def test_a_dateline_is_run_in_where_it_is_printed_so(
    newsroom: Newsroom, body: str, paragraphs: tuple[str, ...]
) -> None:
    newsroom.story("a.md", body, date=DAY, dateline="本报讯")
    assert document(newsroom).paragraphs == paragraphs


def test_a_byline_in_the_copy_stands_once(newsroom: Newsroom) -> None:
    newsroom.story("a.md", "本报海口7月22日讯（记者 李某）今天下雨。", date=DAY)
    story = document(newsroom)
    assert (story.byline, story.people) == ("", ("李某",))
    assert "李某" in "".join(story.paragraphs)


@pytest.mark.parametrize(
    "pointer", ["（A05）", "(A05)", "A05", "见A05版", "（详见第5版）", "（下转A05版）", "See page 5", "（詳見A05版）。"]
)
def test_a_teaser_is_found_by_its_own_words_and_not_by_the_way_to_its_story(newsroom: Newsroom, pointer: str) -> None:
    newsroom.story("a.md", pointer, date=DAY, page="A01", teaser_of="b")
    newsroom.story("b.md", pointer, date=DAY, page="A05")
    teaser, story = document(newsroom, "a"), document(newsroom, "b")
    assert (teaser.teaser, teaser.title, teaser.paragraphs) == (True, "a", ())
    assert (story.teaser, len(story.paragraphs)) == (False, 1)


def test_a_teasers_own_sentence_can_be_found(newsroom: Newsroom) -> None:
    newsroom.story("a.md", "园里有一座驿站。\n\n（A05）", date=DAY, teaser_of="b")
    newsroom.story("b.md", date=DAY)
    assert document(newsroom).paragraphs == ("园里有一座驿站。",)


def test_every_released_story_of_every_edition_has_a_document(newsroom: Newsroom) -> None:
    newsroom.story("a.md", date=DAY)
    newsroom.story("b.md", date=DAY, edition="evening")
    newsroom.story("c.md", date=DAY, draft="true")
    found = {document_name(story.address): story.edition for story in documents(newsroom)}
    assert found == {"2025/04/16/a/index.html": "", "2025/04/16-evening/b/index.html": "evening"}


def test_a_teaser_with_a_dateline_and_nothing_but_the_way_is_found_by_its_dateline(newsroom: Newsroom) -> None:
    newsroom.story("a.md", "（A02）", date=DAY, page="A01", teaser_of="b", dateline="本报讯")
    newsroom.story("b.md", date=DAY, page="A02")
    assert document(newsroom, "a").paragraphs == ("本报讯",)
