"""Teasers that say so only in their copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Newsroom

DAY = "2025-04-16"


@pytest.mark.parametrize(
    "copy", ["（A04）", "(A04)", "详见A04版", "（全文见第A4版）", "下转A04版。", "【詳見A04版】", "See page A04."]
)
def test_a_body_that_only_points_makes_a_teaser_of_the_story_there(newsroom: Newsroom, copy: str) -> None:
    newsroom.story("teaser.md", copy, date=DAY, page="A01", title=["公园", "开放"])
    newsroom.story("park.md", "公园今天开放。", date=DAY, page="A04", title="公园 开放")
    views = newsroom.views()
    card = views["/2025/04/16/teaser/"].card
    assert card.address == "/2025/04/16/park/"
    assert card.teaser.number == "A04"
    newsroom.built()
    assert 'href="/2025/04/16/park/"' in newsroom.page("/2025/04/16/teaser/").partition("<article")[2]


def test_with_no_such_headline_there_it_jumps_to_the_page(newsroom: Newsroom) -> None:
    newsroom.story("teaser.md", "（A04）", date=DAY, page="A01", title="另一个标题")
    newsroom.story("park.md", date=DAY, page="A04", title="公园")
    views = newsroom.views()
    assert views["/2025/04/16/teaser/"].jump.number == "A04"
    assert [slot.continued_from for slot in views["/2025/04/16/A04/"].slots][-1].number == "A01"


@pytest.mark.parametrize(
    "copy", ["（A09）", "（A01）", "2025", "A04路公交今天改道。", "（A04）\n\n还有一段。", "一段正文。"]
)
def test_everything_else_is_a_story(newsroom: Newsroom, copy: str) -> None:
    newsroom.story("story.md", copy, date=DAY, page="A01", title="公园")
    newsroom.story("park.md", date=DAY, page="A04", title="公园")
    view = newsroom.views()["/2025/04/16/story/"]
    assert (view.card.teaser, view.jump) == (None, None)
