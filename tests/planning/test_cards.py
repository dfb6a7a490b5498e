"""Stories as other pages see them: summaries, bylines, pictures and teasers."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.model.byline import Byline, Person
from broadsheet.planning.cards import byline_runs, clip
from broadsheet.planning.views import ArticleView, Link

if TYPE_CHECKING:
    from tests.conftest import Newsroom

DAY = "2025-04-16"
BARE = {"title": "导读", "date": DAY, "page": "1", "teaser_of": "story"}


@pytest.mark.parametrize(
    ("text", "width", "clipped"),
    [
        ("一句话。", 20, "一句话。"),
        ("第一句。第二句话很长很长很长。", 12, "第一句。"),
        ("“他说完了。”然后走了很远很远的路。", 16, "“他说完了。”"),
        ("她问：去不去？去！后来就不知道了呢", 24, "她问：去不去？去！"),
        ("没有句号的一长串字一直写下去", 12, "没有句号的…"),
        ("短。后面是一个没有尽头的长句子一直写一直写", 30, "短。后面是一个没有尽头的长句…"),
        ("One sentence. Another one that goes on.", 20, "One sentence."),
        ("Version 1.5 of a long thing without end", 20, "Version 1.5 of a…"),
        ("Wait… what is this long text about?", 16, "Wait…"),
        ("一二三四五，六七八九十一二三四五", 14, "一二三四五…"),
    ],
)
def test_summaries_end_at_the_end_of_a_sentence_where_one_fits(text: str, width: int, clipped: str) -> None:
    assert clip(text, width) == clipped


@given(st.text("一二。，a b.“”…", max_size=80), st.integers(6, 40))
def test_a_summary_is_never_wider_than_its_room(text: str, width: int) -> None:
    clipped = clip(text, width)
    assert sum(1 + (character >= "\u1100") for character in clipped) <= width
    assert text.startswith((clipped, clipped.removesuffix("…")))


def test_a_byline_is_cut_into_runs_with_every_name_a_link() -> None:
    byline = Byline("记者 李某 王某 摄", (Person("李某", "记者", "", 3, 5), Person("王某", "摄", "", 6, 8)))
    assert byline_runs(byline) == (
        Link("记者 "), Link("李某", "/bylines/李某/"), Link(" "), Link("王某", "/bylines/王某/"), Link(" 摄"),
    )  # fmt: skip
    first = Byline("李某 文", (Person("李某", "文", "", 0, 2),))
    assert byline_runs(first) == (Link("李某", "/bylines/李某/"), Link(" 文"))
    assert byline_runs(Byline()) == ()


def test_a_card_has_the_first_picture_that_is_no_part_of_a_gallery(newsroom: Newsroom) -> None:
    newsroom.picture("g.svg")
    newsroom.picture("l.svg", 60)
    words = {"alt": "图", "credit": "资料图片"}
    newsroom.story(
        "a.md", date=DAY, images=[{"src": "g.svg", "position": "gallery", **words}, {"src": "l.svg", **words}]
    )
    newsroom.story("b.md", date=DAY, images=[{"src": "g.svg", "position": "gallery", **words}])
    newsroom.story("c.md", date=DAY, body='![图](l.svg){credit="资料图片"}\n\n文。')
    newsroom.story("d.md", date=DAY)
    (block,) = newsroom.views()["/"].index
    assert [card.figure and card.figure.width for card in block.cards] == [60, 30, 60, None]


def test_a_card_has_the_copy_without_crossheads(newsroom: Newsroom) -> None:
    newsroom.story("a.md", "## 小标题\n\n第一段。\n\n第二段。", date=DAY, kicker=["引", "题"], subtitle="副题")
    card = newsroom.views()["/"].lead
    assert (card.summary, card.excerpt) == ("第一段。", ("第一段。", "第二段。"))
    assert (card.kicker, card.subtitle) == ("引　题", "副题")


def test_an_editors_summary_goes_before_the_copy(newsroom: Newsroom) -> None:
    newsroom.story("a.md", date=DAY, summary="编辑写的。")
    assert newsroom.views()["/"].lead.summary == "编辑写的。"


def test_a_bare_teaser_borrows_from_its_story_and_leads_to_it(newsroom: Newsroom) -> None:
    newsroom.story("point.md", "（2版）", **BARE)
    newsroom.story("story.md", "全文在此。", date=DAY, page="2", section="城事", byline="记者 李某")
    teaser = newsroom.views()["/2025/04/16/1/"].slots[0].card
    assert (teaser.title, teaser.address, teaser.summary) == (("导读",), "/2025/04/16/story/", "全文在此。")
    assert (teaser.section.text, teaser.byline[-1].text, teaser.teaser.number) == ("城事", "李某", "2")


def test_a_teaser_with_words_of_its_own_keeps_them(newsroom: Newsroom) -> None:
    words = "这是导读自己写的一段话，说清楚了事情的来龙去脉。"
    newsroom.story("point.md", words, **BARE)
    newsroom.story("story.md", "全文在此。", date=DAY, page="2")
    assert newsroom.views()["/2025/04/16/1/"].slots[0].card.summary == words


def test_a_teaser_of_a_story_that_is_not_out_says_nothing_of_it(newsroom: Newsroom) -> None:
    newsroom.story("point.md", "（2版）", **BARE)
    newsroom.story("story.md", "全文在此。", date=DAY, page="2", draft="true")
    card = newsroom.views()["/"].lead
    assert (card.address, card.summary, card.teaser) == ("/2025/04/16/point/", "（2版）", None)


def test_an_edition_counts_a_story_and_its_teaser_once(newsroom: Newsroom) -> None:
    newsroom.story("point.md", "（2版）", **BARE)
    newsroom.story("story.md", date=DAY, page="2")
    view = newsroom.views()["/"]
    assert (view.lead.title, view.secondaries, view.briefs) == (("导读",), (), ())
    assert [len(block.cards) for block in view.index] == [1, 1]


def test_a_card_has_neither_datelines_nor_bylines_in_its_copy(newsroom: Newsroom) -> None:
    newsroom.story(
        "a.md", "本报海口7月22日讯（记者 李某）今天下雨。\n\n明天晴。（王某 摄）\n\n图片由某单位提供", date=DAY
    )
    card = newsroom.views()["/"].lead
    assert (card.summary, card.excerpt) == ("今天下雨。", ("今天下雨。", "明天晴。"))
    assert "".join(run.text for run in card.byline) == "记者 李某"


def test_a_paragraph_of_only_a_byline_is_no_summary(newsroom: Newsroom) -> None:
    newsroom.story("a.md", "本报讯（记者 李某）\n\n今天下雨。", date=DAY)
    newsroom.story("b.md", "本报讯（记者 李某）", date=DAY)
    newsroom.story("c.md", "- 第一项\n- 第二项", date=DAY)
    (block,) = newsroom.views()["/"].index
    assert [(card.summary, card.excerpt) for card in block.cards] == [
        ("今天下雨。", ("今天下雨。",)),
        ("", ()),
        ("第一项", ("第一项",)),
    ]


def test_what_only_the_desk_sees_says_when_it_comes_out(newsroom: Newsroom) -> None:
    newsroom.story("out.md", date=DAY)
    newsroom.story("draft.md", date=DAY, draft="true")
    newsroom.story("later.md", date=DAY, publish_at="2025-04-16T18:00")
    newsroom.story("elsewhere.md", date=DAY, publish_at="2025-04-16T11:00Z")
    newsroom.story("tomorrow.md", date="2025-04-17")
    newsroom.story("early.md", date="2025-04-18", publish_at="2025-04-16T18:00")
    shown: dict[str, tuple[bool, str]] = {}
    for view in newsroom.views("2025-04-16T12:00+08:00", drafts=True).values():
        if isinstance(view, ArticleView):
            shown[view.card.title[0]] = (view.card.draft, view.card.due.isoformat() if view.card.due else "")
    assert shown == {
        "out": (False, ""),
        "draft": (True, ""),
        "later": (False, "2025-04-16T18:00:00+08:00"),
        "elsewhere": (False, "2025-04-16T19:00:00+08:00"),
        "tomorrow": (False, "2025-04-17T00:00:00+08:00"),
        "early": (False, "2025-04-18T00:00:00+08:00"),
    }


def test_the_marks_of_the_desk_are_in_its_pages_and_in_no_readers(newsroom: Newsroom) -> None:
    newsroom.story("draft.md", date=DAY, draft="true")
    newsroom.story("later.md", date=DAY, publish_at="2025-04-16T18:00")
    newsroom.story("out.md", date=DAY)
    noon = datetime.fromisoformat("2025-04-16T12:00+08:00")
    newsroom.built(as_of=noon, drafts=True)
    for address in ("/2025/04/16/", "/2025/04/16/draft/"):
        assert '<p class="mark">草稿</p>' in newsroom.page(address)
    assert '<p class="mark">2025年4月16日 18:00 发布</p>' in newsroom.page("/2025/04/16/later/")
    newsroom.built(as_of=noon)
    assert not any(b'class="mark"' in data for data in newsroom.outputs().values())
    newsroom.built(as_of=noon.replace(hour=19), drafts=True)
    assert 'class="mark"' not in newsroom.page("/2025/04/16/later/")
