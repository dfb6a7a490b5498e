"""A paper in many bundles: which of them are opened, when a search stops, and what it says then."""

from __future__ import annotations

import random
import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from broadsheet.rendering.search.grams import gram_hash

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Request, Route

    from tests.browser.search.conftest import Paper, Tab

STATUS = "[data-search-status]"
STEP = 10


@pytest.fixture(scope="module")
def archive(open_tab: Callable[..., Tab]) -> Tab:
    return open_tab("/archive/zh-CN/", searching=True)


def addresses(answer: dict[str, Any]) -> list[str]:
    return [result["address"].removeprefix("/archive") for result in answer["results"]]


def test_many_bundles_find_what_one_would(archive: Tab, chinese: Paper) -> None:
    rng = random.Random(11)  # a fixed draw, no secret
    queries = []
    for _ in range(120):
        text = rng.choice(rng.choice(list(chinese.folded.values())))
        start = rng.randrange(max(1, len(text) - 2))
        query = text[start : start + rng.randint(2, 9)].strip()
        queries.append(f'"{query}"' if query and not re.search(r'["“”„«»「」『』]', query) else "公园")
    for query, answer in zip(queries, archive.ask(queries), strict=True):
        assert set(addresses(answer)) == chinese.truth(query.strip('"')), query
        assert (answer["since"], answer["until"]) == ("", "")


@pytest.mark.parametrize("sort", ["newest", "oldest", "relevance"])
@pytest.mark.parametrize("filters", [{}, {"section": ["城事", "文化"]}, {"to": "2025-04-10"}])
def test_a_search_stops_at_a_full_page_and_counts_exactly_what_it_searched(
    archive: Tab, chinese: Paper, sort: str, filters: dict[str, Any]
) -> None:
    (answer,) = archive.ask(["地铁"], limit=STEP, rest=0, sort=sort, **filters)
    everything = chinese.narrowed("地铁", **filters)
    assert len(answer["results"]) == STEP
    assert STEP <= answer["total"] < len(everything)
    assert bool(answer["until"]) == (sort == "oldest")
    assert bool(answer["since"]) != bool(answer["until"])
    ends = {"from": answer["since"], "to": min(answer["until"] or "9999", filters.get("to", "9999"))}
    searched = chinese.narrowed("地铁", **filters | ends)
    assert answer["total"] == len(searched)
    sections = [story.section for story in chinese.narrowed("地铁", **ends)]
    assert dict(answer["counts"]["section"]) == {section: sections.count(section) for section in sections}
    dates = [result["date"] for result in answer["results"]]
    if sort != "relevance":
        expected = sorted((f"{story.date}" for story in everything), reverse=sort == "newest")
        assert dates == expected[:STEP]


@pytest.mark.parametrize("sort", ["newest", "oldest", "relevance"])
@pytest.mark.parametrize("query", ["地铁", ""])
def test_asking_for_more_never_moves_what_stands(archive: Tab, chinese: Paper, sort: str, query: str) -> None:
    pages = [archive.ask([query], limit=limit, step=STEP, rest=0, sort=sort)[0] for limit in (10, 20, 50, 1000)]
    for shorter, longer in pairwise(pages):
        assert addresses(longer)[: len(addresses(shorter))] == addresses(shorter)
    found = chinese.truth(query) if query else {story.address for story in chinese.stories}
    assert set(addresses(pages[-1])) == found
    assert pages[-1]["total"] == len(found)


def test_what_is_rare_is_found_without_opening_what_cannot_have_it(
    open_tab: Callable[..., Tab], chinese: Paper
) -> None:
    page = open_tab("/archive/zh-CN/").page
    opened: set[str] = set()

    def note(request: Any) -> None:
        if match := re.search(r"/bundles/(und-[^/]+)-\w{8}/(stories\.json|index/)", request.url):
            opened.add(match[1])

    page.context.on("request", note)
    page.fill("#search-query", "图为第77号现场")
    expect(page.locator(".search-title a")).to_have_count(1)
    first = page.evaluate("fetch('/archive/pagefind/bundles.json').then((answer) => answer.json())")["bundles"]
    assert chinese.truth("图为第77号现场") == {"/2025/01/12/稿件-77/"}
    (holding,) = (row[0] for row in first if row[1] <= 20250112 <= row[2])
    assert len(chinese.truth("7号") & chinese.truth("77")) > 5  # in eight stories there are often both
    assert holding in opened
    assert len(opened - {first[0][0], holding}) <= 1  # beside the newest, which is opened for whatever comes


@pytest.mark.parametrize(("query", "found"), [("图为第77号现场", "/2025/01/12/稿件-77/"), ("鸬鹚应为鹈鹕", "/birds/")])
def test_the_copy_of_what_is_likely_found_is_on_its_way_before_it_is_found(
    open_tab: Callable[..., Tab], chinese: Paper, query: str, found: str
) -> None:
    page = open_tab("/archive/en/").page
    held: list[Route] = []
    asked: set[str] = set()

    def hold(route: Route) -> None:
        held.append(route)
        go_on()

    def note(request: Request) -> None:
        if "/fragment/" in request.url:
            asked.add(request.url)
            go_on()

    def go_on() -> None:
        while asked and held:
            held.pop().continue_()

    page.context.route("**/*.pf_index", hold)
    page.context.on("request", note)
    page.fill("#search-query", query)
    expect(page.locator(".search-title a")).to_have_count(1)
    assert chinese.truth(query) == {found}
    assert len(asked) == 1


def test_days_are_enough_to_leave_bundles_alone(archive: Tab, chinese: Paper) -> None:
    days = {"from": "2025-02-03", "to": "2025-02-09"}
    for query in ("", "地", "地铁"):
        (answer,) = archive.ask([query], sort="newest", **days)
        found = chinese.narrowed(*([query] if query else []), **days) if query else None
        expected = found or [story for story in chinese.stories if days["from"] <= f"{story.date}" <= days["to"]]
        assert set(addresses(answer)) == {story.address for story in expected}


def test_the_page_says_how_far_it_searched_and_searches_on(open_tab: Callable[..., Tab], chinese: Paper) -> None:
    tab = open_tab("/archive/en/?q=地铁&sort=newest")
    page = tab.page
    links = page.locator(".search-title a")
    expect(page.locator(STATUS)).to_have_text(
        re.compile(r"^\d+ stories found, from \w+ \d+, 2025 on\. Older issues have not been searched yet\.$")
    )
    expect(links).to_have_count(STEP)
    standing = [link.get_attribute("href") for link in links.all()]
    page.click(".search-more")
    expect(links).to_have_count(2 * STEP)
    assert [link.get_attribute("href") for link in links.all()][:STEP] == standing
    page.click("[data-search-whole]")
    expect(page.locator(STATUS)).to_have_text(f"{len(chinese.truth('地铁'))} stories found")
    expect(page.locator("[data-search-whole]")).to_be_hidden()
    expect(links.first).to_be_focused()
    expect(links).to_have_count(2 * STEP)
    page.select_option("select", "oldest")
    expect(page.locator(STATUS)).to_have_text(
        re.compile(r"^\d+ stories found, up to \w+ \d+, 2025\. Newer issues have not been searched yet\.$")
    )
    assert tab.problems == []


def test_what_is_found_is_shown_while_all_issues_are_searched(open_tab: Callable[..., Tab], chinese: Paper) -> None:
    page = open_tab("/archive/en/").page

    def step_shorter(route: Route) -> None:
        script = route.fetch().text().replace("const GO = 1_000", "const GO = 60")
        route.fulfill(body=script, content_type="text/javascript")

    page.context.route("**/search-worker*", step_shorter)
    page.fill("#search-query", "图为")
    expect(page.locator(".search-title a")).to_have_count(STEP)
    page.evaluate(
        """() => {
          const status = document.querySelector("[data-search-status]");
          const list = document.querySelector("[data-search-results]");
          self.told = [];
          self.searching.addEventListener("message", ({ data }) => {
            told.push([data.done, data.results.length, list.childElementCount, status.textContent]);
          });
        }"""
    )
    page.click("[data-search-whole]")
    assert page.locator(STATUS).inner_text().startswith(("Searching", f"{len(chinese.truth('图为'))} stories"))
    expect(page.locator(STATUS)).to_have_text(f"{len(chinese.truth('图为'))} stories found")
    *early, last = page.evaluate("told")
    assert last[0] is True
    assert len(early) > 1
    for done, found, standing, said in early:
        assert (done, found, standing, said) == (False, STEP, STEP, "Searching …")


def test_the_first_results_stand_while_the_copy_of_the_others_is_on_its_way(open_tab: Callable[..., Tab]) -> None:
    page = open_tab("/paper/en/").page
    came: list[Route] = []

    def hold(route: Route) -> None:
        came.append(route)
        if len(came) <= 6:
            route.continue_()

    page.context.route("**/*.pf_fragment", hold)
    page.fill("#search-query", "地铁")
    links = page.locator(".search-title a")
    expect(links).to_have_count(6)
    expect(page.locator(STATUS)).to_have_text(re.compile("^Searching"))
    first = [link.get_attribute("href") for link in links.all()]
    for route in came[6:]:
        route.continue_()
    expect(links).to_have_count(STEP)
    expect(page.locator(STATUS)).to_have_text(re.compile("stories found"))
    assert [link.get_attribute("href") for link in links.all()][:6] == first


def test_a_part_of_the_index_that_fails_to_load_is_said_and_never_left_out(open_tab: Callable[..., Tab]) -> None:
    page = open_tab("/archive/en/").page
    page.context.route("**/*.pf_index", lambda route: route.fulfill(status=503, body=""))
    page.fill("#search-query", "地铁")
    expect(page.locator(STATUS)).to_have_text(re.compile("could not be loaded"))
    page.context.unroute("**/*.pf_index")
    page.fill("#search-query", "地铁 公园")
    expect(page.locator(STATUS)).to_have_text(re.compile("stories found"))


@pytest.mark.parametrize("gram", ["公园", "ai", "，。", "𠮷😀", "か한"])
def test_a_browser_counts_hashes_as_the_build_does(archive: Tab, gram: str) -> None:
    script = "(gram) => import('/archive/assets/search-directory.0a1b.js').then(({ gramHash }) => gramHash(gram))"
    assert archive.page.evaluate(script, gram) == gram_hash(gram)


def test_what_is_no_part_of_the_directory_is_not_read_as_one(open_tab: Callable[..., Tab]) -> None:
    page = open_tab("/archive/en/").page
    page.context.route("**/*.grams", lambda route: route.fulfill(body="<!doctype html>"))
    page.fill("#search-query", "图为第77号现场")
    expect(page.locator(STATUS)).to_have_text(re.compile("could not be loaded"))
