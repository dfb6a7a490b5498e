"""A story's own page: its pictures, its links, its credits."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from broadsheet.planning.links import href
from broadsheet.planning.site_jobs import site_of
from broadsheet.planning.views import SharedWords

if TYPE_CHECKING:
    from tests.conftest import Newsroom

DAY = "2025-04-16"
STORY = "/2025/04/16/a/"


def test_the_first_picture_leads_and_the_rest_are_a_gallery(newsroom: Newsroom) -> None:
    for width, name in enumerate("pqrs", 1):
        newsroom.picture(f"{name}.svg", width)
    words = {"alt": "图", "credit": "资料图片"}
    images = [{"src": f"{name}.svg", **words} for name in "pqr"] + [{"src": "s.svg", "position": "lead", **words}]
    newsroom.story("a.md", date=DAY, images=images)
    view = newsroom.views()[STORY]
    assert [figure.width for figure in view.lead_figures] == [1, 4]
    assert [(figure.width, figure.credit) for figure in view.gallery] == [(2, "资料图片"), (3, "资料图片")]
    assert view.gallery_shared == SharedWords(credit="资料图片")


def test_a_gallery_of_several_makers_credits_each(newsroom: Newsroom) -> None:
    newsroom.picture("p.svg")
    images = [{"src": "p.svg", "alt": "图", "creator": maker, "position": "gallery"} for maker in ("李某", "王某")]
    newsroom.story("a.md", date=DAY, images=images)
    view = newsroom.views()[STORY]
    assert [figure.credit for figure in view.gallery] == ["李某 摄", "王某 摄"]
    assert view.gallery_shared == SharedWords()


def test_a_gallery_says_once_what_is_the_same_of_all_its_pictures(newsroom: Newsroom) -> None:
    newsroom.picture("p.svg")
    rights = {"copyright": "© 报", "license": "https://l.example.org/", "acquire": "/imprint/"}
    images = [
        {"src": "p.svg", "alt": "图", "creator": maker, "position": "gallery", **rights} for maker in ("李某", "王某")
    ]
    newsroom.story("a.md", date=DAY, images=images)
    newsroom.story("b.md", date=DAY, images=images[:1])
    views = newsroom.views()
    assert views[STORY].gallery_shared == SharedWords("", "© 报", "https://l.example.org/", "/imprint/")
    assert views["/2025/04/16/b/"].gallery_shared == SharedWords()


def test_a_byline_inside_the_copy_is_not_shown_twice(newsroom: Newsroom) -> None:
    newsroom.story("a.md", "本报海口7月22日讯（记者 李某）今天下雨。", date=DAY)
    newsroom.story("b.md", date=DAY, byline="记者 王某")
    newsroom.story("c.md", date=DAY)
    views = newsroom.views()
    assert [views[f"/2025/04/16/{slug}/"].byline_shown for slug in "abc"] == [False, True, False]
    assert [person.address for person in views[STORY].people] == ["/bylines/李某/"]


def test_everybody_named_in_the_copy_is_known_once_with_all_that_they_did(newsroom: Newsroom) -> None:
    body = "记者 李某\n\n今天下雨。\n\n（记者 王某 通讯员 赵某）\n\n本报记者 李某 摄\n\n赵某 摄"
    newsroom.story("a.md", body, date=DAY)
    views = newsroom.views()
    assert [(person.name, person.role, person.org) for person in views[STORY].people] == [
        ("李某", "记者 摄", "本报"),
        ("王某", "记者", ""),
        ("赵某", "通讯员 / 摄", ""),
    ]
    assert views[STORY].byline_shown
    assert views[STORY].html.count('<a href="/bylines/') == 4
    for name in "李某", "王某", "赵某":
        (group,) = views[f"/bylines/{name}/"].groups
        assert [card.address for card in group.cards] == [STORY]


@pytest.mark.parametrize(
    ("url", "target", "expected"),
    [
        ("", "b.md", "/2025/04/16/b/"),
        ("", "../content/b.md#half", "/2025/04/16/b/#half"),
        ("https://p.example/paper", "b.md#half", "/paper/2025/04/16/b/#half"),
        ("https://p.example/paper", "/imprint/?x#y", "/paper/imprint/?x#y"),
        ("https://p.example/paper", "%E5%85%AC%E5%9B%AD%201.md", "/paper/2025/04/16/公园-1/"),
        ("", "draft.md", ""),
        ("", "nothing.pdf", ""),
    ],
)
def test_links_lead_to_addresses_below_the_path_of_the_site(
    newsroom: Newsroom, url: str, target: str, expected: str
) -> None:
    newsroom.story("a.md", date=DAY)
    newsroom.story("b.md", "## 半 {#half}\n\n文。", date=DAY)
    newsroom.story("公园 1.md", date=DAY)
    newsroom.story("draft.md", date=DAY, draft="true")
    ((paper, _),) = newsroom.papers()
    paper = replace(paper, newspaper=replace(paper.newspaper, url=url))
    assert href(paper, "content/a.md", target) == expected


def test_links_in_the_copy_are_written_out(newsroom: Newsroom) -> None:
    newsroom.write({"content/rules.pdf": b"%PDF-1.4"})
    newsroom.story("a.md", "见[乙](b.md)、[章程](rules.pdf)和[丙](c.md)。", date=DAY)
    newsroom.story("b.md", date=DAY)
    newsroom.story("c.md", date=DAY, draft="true")
    html = newsroom.views()[STORY].html
    assert '<a href="/2025/04/16/b/">乙</a>' in html
    assert '<a href="/files/rules.' in html
    assert "和丙。" in html


def test_a_picture_in_the_copy_whose_file_is_missing_leaves_no_hole(newsroom: Newsroom) -> None:
    newsroom.picture("p.svg", 7)
    newsroom.story("a.md", '![甲](no.svg){credit="某"}\n\n文。\n\n![乙](p.svg){credit="某"}', date=DAY)
    view = newsroom.views()[STORY]
    assert [figure.width for figure in view.body_figures] == [7]
    assert view.html.count("<figure") == 1
    assert '<figure data-picture="0"></figure>' in view.html


def test_the_site_is_named_after_the_paper_else_after_its_folder(newsroom: Newsroom) -> None:
    newsroom.story("a.md", date=DAY, section="城事")
    ((paper, _),) = newsroom.papers()
    site = site_of(paper.newspaper, paper.sections, title="夹子", masthead=None, has_search=False)
    assert (site.title, site.masthead, [link.address for link in site.sections]) == ("夹子", None, ["/sections/城事/"])
    named = replace(paper.newspaper, title="津渡日报")
    assert site_of(named, paper.sections, title="夹子", masthead=None, has_search=False).title == "津渡日报"
