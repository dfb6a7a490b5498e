from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from broadsheet.rendering.search.document import (
    SearchDocument,
    document_name,
    search_language,
    title_words,
    write_document,
)

STORY = SearchDocument(
    address="/2025/04/16/park/",
    language="zh-Hans",
    title="公园A1",
    date=dt.date(2025, 4, 16),
    kicker="城事",
    byline="王某",
    captions=("图一",),
    credits=("图二",),
    paragraphs=("用ＡＩ。", ""),
    corrections=("改",),
    labels=("评论",),
    section="城事",
    people=("王某", "李某"),
    page_name="要闻",
    page_number="A05",
    source="本报",
    edition="晚",
    teaser=True,
)
ENGLISH = SearchDocument(
    address="/2025/04/16/plan/",
    language="en-GB",
    title="A plan <b>",
    date=dt.date(2025, 4, 16),
    paragraphs=("Café & co.",),
)


def test_a_chinese_story_is_spelt_in_bigrams_with_its_latin_words_whole_at_the_end() -> None:
    assert write_document(STORY, "zh-Hans") == (
        '<!doctype html><html lang="und"><head><meta charset="utf-8"></head><body data-pagefind-body>'
        '<i data-pagefind-meta="patches[data-value]" data-value="15ＡＩ"></i>'
        '<span data-pagefind-weight="10">ꔃt 公园 园A A1 1</span> '
        '<span data-pagefind-weight="4">ꔃk 城事 事</span> '
        '<span data-pagefind-weight="2">ꔃb 王某 某</span> '
        '<span data-pagefind-weight="1">ꔃo 本报 报</span> '
        '<span data-pagefind-weight="1">ꔃc 图一 一</span> '
        '<span data-pagefind-weight="1">ꔃr 图二 二</span> '
        '<span data-pagefind-weight="1">ꔃp 用A AI Iꔀ3002 ꔀ3002</span> '
        '<span data-pagefind-weight="1">ꔃx 改</span> '
        '<span data-pagefind-weight="1">ꔃl 评论 论</span> '
        "<span>ꔃm ꔂꔄa1 ꔄa1 ꔄai</span></body></html>\n"
    )


def test_a_story_of_a_latin_paper_stands_as_it_is() -> None:
    assert write_document(ENGLISH, "en") == (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"></head><body data-pagefind-body>'
        '<i data-pagefind-meta="patches[data-value]" data-value="13é"></i>'
        '<span data-pagefind-weight="10">ꔃt A plan &lt;b&gt;</span> '
        '<span data-pagefind-weight="1">ꔃp Cafe &amp; co.</span> '
        "</body></html>\n"
    )


def test_the_words_of_a_title_are_counted_as_they_are_indexed() -> None:
    assert title_words(STORY, "zh-Hans") == 4
    assert title_words(ENGLISH, "en") == 3
    assert title_words(ENGLISH, "zh-Hans") == len("A plan <b>")


@pytest.mark.parametrize(
    ("paper", "story", "language"),
    [
        ("zh-Hans", STORY, "und"),
        ("zh-Hant", ENGLISH, "und"),
        ("ja", ENGLISH, "und"),
        ("en", ENGLISH, "en"),
        ("en", replace(ENGLISH, language="fr_CA"), "fr"),
        ("de", replace(ENGLISH, language=""), "de"),
        ("en", STORY, "und"),
        ("en", replace(ENGLISH, captions=("ソウル",)), "und"),
    ],
)
def test_bigrams_are_for_papers_and_stories_with_scripts_without_spaces(
    paper: str, story: SearchDocument, language: str
) -> None:
    assert search_language(story, paper) == language


def test_a_documents_name_gives_back_the_address() -> None:
    assert document_name("/2025/04/16/公园/") == "2025/04/16/公园/index.html"
