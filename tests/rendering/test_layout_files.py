"""The layouts and assets that come with the project: each renders, keeps to the policy and stays small."""

import gzip
import itertools
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from broadsheet.planning import views
from broadsheet.rendering.gallery import SHAPES
from broadsheet.rendering.layouts import Layouts, View

ROOT = Path(__file__).parents[2]
SOURCES = {
    file.relative_to(ROOT / "layouts").as_posix(): file.read_text(encoding="utf-8")
    for file in (ROOT / "layouts").rglob("*.html")
}
ASSETS = {file.name: f"/assets/{file.name}" for file in (ROOT / "assets").glob("*") if file.is_file()}
STYLES = (ROOT / "assets" / "broadsheet.css").read_text(encoding="utf-8")

SITE = views.Site(
    title="津渡日报",
    subtitle="一条河",
    language="zh-Hans",
    url="https://news.example.org",
    base="",
    publisher="编辑部",
    issn="1234-5678",
    cn_number="CN 12-0001",
    founded="2016",
    sections=(views.Link("城事", "/sections/city/"), views.Link("副刊", "/sections/weekend/")),
    masthead=views.Figure("/files/masthead.svg", 2060, 500, "津渡日报"),
    has_search=True,
)
DAY = views.EditionRef(date(2025, 4, 16), "", "/2025/04/16/", "3107")
EVENING = views.EditionRef(date(2025, 4, 15), "evening", "/2025/04/15-evening/", title="增刊")
PAGE = views.PageRef("A05", "城事", "/2025/04/16/A05/", 2, supplement="周末")
EMPTY = views.PageRef("A06", "", "/2025/04/16/A06/", 0, kind="advertisement")
PICTURE = views.Figure(
    "/files/park.jpg",
    1200,
    800,
    "公园",
    caption="开园",
    credit="记者 某某 摄",
    copyright="© 2025",
    license="https://example.org/by/",
    acquire="https://example.org/buy/",
    focus="50% 30%",
)
CARD = views.Card(
    address="/2025/04/16/park/",
    date=date(2025, 4, 16),
    language="zh-Hans",
    title=("公园开园 本月迎客", "三季有花"),
    kicker="引题",
    subtitle="副题",
    summary="一句话。",
    excerpt=("第一段。", "第二段。"),
    byline=(views.Link("记者 "), views.Link("李某", "/bylines/李某/")),
    section=SITE.sections[0],
    column="专栏",
    page=PAGE,
    figure=PICTURE,
    importance=1,
    length=900,
)
BARE = replace(
    CARD, language="en", title=("A <b>title",), kicker="", subtitle="", excerpt=(), byline=(), section=None, figure=None
)
TEASER = replace(CARD, teaser=PAGE, figure=replace(PICTURE, width=800, height=1200, caption="", focus=""))
MONTH = views.MonthRef(2025, 4, "/archive/2025/04/", 3)
YEAR = views.YearRef(2025, "/archive/2025/", 1)
CALENDAR = views.Calendar(MONTH, ((views.Day(0), views.Day(15, (EVENING,)), views.Day(16, (DAY, EVENING))),))
NOTE = views.CorrectionNote(date(2025, 4, 17), "已改正。", CARD)

EDITION = views.EditionView(
    language="zh-Hans",
    address="/",
    is_home=True,
    edition=DAY,
    page_count=2,
    lead=CARD,
    secondaries=(BARE, TEASER),
    briefs=(BARE, TEASER),
    index=(views.PageIndex(PAGE, (CARD, BARE)), views.PageIndex(EMPTY, ())),
    previous=EVENING,
    next=DAY,
)
PAGE_VIEW = views.PageView(
    language="zh-Hans",
    address=PAGE.address,
    edition=EVENING,
    page=PAGE,
    editors=(views.PageCredit("责任编辑", "李某"),),
    columns=4,
    rows=2,
    slots=(
        views.Slot(CARD, 1, 3, 1, 2, "lead"),
        views.Slot(BARE, 4, 1, 1, 1, "minor", continued_from=PAGE),
        views.Slot(TEASER, 4, 1, 2, 1, "brief"),
    ),
    pages=(PAGE, EMPTY),
    previous=PAGE,
    next=EMPTY,
    previous_edition=EVENING,
    next_edition=None,
)
ARTICLE = views.ArticleView(
    language="zh-Hans",
    address=CARD.address,
    card=CARD,
    edition=DAY,
    people=(),
    byline_shown=True,
    dateline="本报讯",
    source="新华社",
    genre="通讯",
    editors=("李某", "王某"),
    tags=("公园",),
    lead_figures=(PICTURE,),
    html='<p>正文。</p><figure data-picture="0"></figure>',
    body_figures=(PICTURE,),
    gallery=(PICTURE, PICTURE),
    gallery_shared=views.SharedWords(credit="记者 某某 摄"),
    corrections=(NOTE,),
    jump=EMPTY,
    published=datetime(2025, 4, 16, tzinfo=UTC),
    modified=datetime(2025, 4, 16, tzinfo=UTC),
    previous=BARE,
    next=CARD,
    pages=(PAGE, EMPTY),
    own=(),
)
LISTING = views.ListingView(
    language="zh-Hans",
    address="/sections/city/",
    kind="section",
    name="城事",
    root="/sections/city/",
    roles=("记者", "摄影"),
    month=MONTH,
    months=(MONTH,),
    previous=MONTH,
    next=MONTH,
    groups=(views.EditionGroup(DAY, (CARD, BARE)), views.EditionGroup(EVENING, (TEASER,))),
    newest=True,
)
MONTH_VIEW = views.ArchiveMonthView(
    "zh-Hans", "/archive/2025/04/", CALENDAR, (views.EditionGroup(EVENING, (CARD, BARE)),), MONTH, MONTH
)

VIEWS: Mapping[str, tuple[str, View]] = {
    "the home page": ("edition.html", EDITION),
    "an edition of the past": ("edition.html", replace(EDITION, is_home=False, edition=EVENING)),
    "an edition without stories": (
        "edition.html",
        replace(EDITION, lead=None, secondaries=(), briefs=(), index=(), page_count=0, previous=None, next=None),
    ),
    "an edition of one story": ("edition.html", replace(EDITION, lead=BARE, secondaries=(), briefs=())),
    "a page": ("page.html", PAGE_VIEW),
    "an advertisement": ("page.html", replace(PAGE_VIEW, page=EMPTY, slots=(), editors=(), previous=None, next=None)),
    "a page without stories": ("page.html", replace(PAGE_VIEW, slots=(), page=replace(PAGE, name=""))),
    "an article": ("article.html", ARTICLE),
    "a bare article": (
        "article.html",
        replace(
            ARTICLE,
            card=BARE,
            byline_shown=False,
            dateline="",
            source="",
            genre="",
            editors=(),
            tags=(),
            lead_figures=(),
            html="",
            body_figures=(),
            gallery=(),
            corrections=(),
            jump=None,
            previous=None,
            next=None,
        ),
    ),
    "a section": ("listing.html", LISTING),
    "a section's older month": ("listing.html", replace(LISTING, newest=False, next=None)),
    "a byline": ("listing.html", replace(LISTING, kind="byline", previous=None, next=None)),
    "an empty section": ("listing.html", replace(LISTING, month=None, months=(), groups=(), roles=())),
    "the archive": ("archive.html", views.ArchiveView("zh-Hans", "/archive/", (YEAR,), CALENDAR)),
    "an archive without editions": ("archive.html", views.ArchiveView("zh-Hans", "/archive/", (), CALENDAR)),
    "a year": ("archive-year.html", views.ArchiveYearView("zh-Hans", YEAR.address, YEAR, (CALENDAR,), YEAR, YEAR)),
    "a month": ("archive-month.html", MONTH_VIEW),
    "search": ("search.html", views.PlainView("zh-Hans", "/search/", ())),
    "a wrong address": ("404.html", views.PlainView("zh-Hans", "/404.html", (DAY, EVENING))),
    "corrections": (
        "corrections.html",
        views.CorrectionsView("zh-Hans", "/corrections/", (NOTE, replace(NOTE, card=None))),
    ),
    "no corrections": ("corrections.html", views.CorrectionsView("zh-Hans", "/corrections/", ())),
    "the imprint": (
        "imprint.html",
        views.ImprintView(
            "zh-Hans",
            "/imprint/",
            "<p>出版。</p>",
            (views.PersonRef("李某", "总编", "", "/bylines/李某/"), views.PersonRef("王某", "", "", "")),
            (views.Link("ethics", "/imprint/#ethics"), views.Link("另行公布")),
        ),
    ),
}


def rendered(name: str, view: View, site: views.Site = SITE) -> str:
    layouts = Layouts(SOURCES, assets=ASSETS, base="")
    page = layouts.render(name, site=site, view=view)
    assert not layouts.by_jinja, "its shortened code fails, and it takes twice the time"
    return page


def test_every_layout_is_tried() -> None:
    frames = {name for name in SOURCES if "/" not in name} - {"base.html", "search-form.html"}
    assert {name for name, _ in VIEWS.values()} == frames


@pytest.mark.parametrize("case", VIEWS)
@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_a_page_is_sound_in_every_language(case: str, language: str) -> None:
    name, view = VIEWS[case]
    page = rendered(name, replace(view, language=language))  # type: ignore[type-var]  # views are dataclasses
    assert page.startswith(f'<!doctype html>\n<html lang="{language}">')
    assert len(re.findall(r"<h1[ >]", page)) == 1
    assert len(re.findall(r"<main[ >]", page)) == 1
    levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", page)]
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


@pytest.mark.parametrize("case", VIEWS)
def test_nothing_stands_in_a_page_that_the_policy_forbids(case: str) -> None:
    page = rendered(*VIEWS[case])
    assert re.findall(r"<style|\sstyle=|\son\w+=", page) == []
    scripts = re.findall(r"<script(?![^>]*(?: src=| type=\"application/(?:ld.)?json\"))[^>]*>", page)
    assert scripts == []


@pytest.mark.parametrize("case", VIEWS)
def test_a_site_without_address_search_or_drawn_title_has_whole_pages_too(case: str) -> None:
    site = replace(SITE, url="", subtitle="", publisher="", issn="", cn_number="", founded="", masthead=None)
    page = rendered(*VIEWS[case], site=replace(site, sections=(), has_search=False))
    assert "og:url" not in page
    assert "canonical" not in page
    assert "/search/" not in page or VIEWS[case][0] == "search.html"


def test_a_title_is_escaped() -> None:
    assert "A &lt;b&gt;title" in rendered("article.html", replace(ARTICLE, card=BARE))


def test_only_the_first_picture_is_fetched_at_once() -> None:
    page = rendered("edition.html", EDITION)
    assert page.count('fetchpriority="high"') == 1
    assert page.count('loading="lazy"') == page.count("<figure") - 1


def test_a_story_in_another_language_says_so() -> None:
    assert '<article class="story second" lang="en">' in rendered("edition.html", EDITION)


def test_the_grids_classes_are_in_the_stylesheet() -> None:
    kinds = {"cols": 12, "c": 12, "cs": 12, "r": 24, "rs": 24}
    missing = [
        f".{kind}-{n}" for kind, most in kinds.items() for n in range(1, most + 1) if f".{kind}-{n} " not in STYLES
    ]
    assert missing == []


def test_the_styles_know_every_shape_and_colour() -> None:
    classes = [f".ar{shape} " for shape in SHAPES] + [f".c{channel}{step} " for channel in "rgb" for step in range(6)]
    assert [each for each in classes if each not in STYLES] == []


@pytest.mark.parametrize(
    ("asset", "most"),
    [
        ("broadsheet.css", 7500),
        ("reader.js", 1000),
        ("missing.js", 1000),
        ("viewer.js", 2000),
        ("viewer.css", 1000),
        ("page.css", 1200),
        ("page.js", 1500),
    ],
)
def test_an_asset_stays_small(asset: str, most: int) -> None:
    assert len(gzip.compress((ROOT / "assets" / asset).read_bytes())) <= most
