"""The search page under the reader's hands: typing, filters, the address bar, the keyboard."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.waiting import wait_until

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.search.conftest import Paper, Tab

ROOT = Path(__file__).parents[3]
STATUS = "[data-search-status]"
NARROWED = {"section": ["城事"], "from": "2025-03-01"}


def test_nothing_is_loaded_before_the_field_is_used(open_tab: Callable[..., Tab]) -> None:
    page = open_tab("/paper/en/").page
    assert page.evaluate("self.searching === undefined")
    page.focus("#search-query")
    wait_until(page, "() => self.searching !== undefined")


def test_typing_lists_stories_and_filters_narrow_them(open_tab: Callable[..., Tab], chinese: Paper) -> None:
    tab = open_tab("/paper/en/")
    page = tab.page
    page.keyboard.press("/")
    page.keyboard.type("地铁")
    expect(page.locator(STATUS)).to_have_text(f"{len(chinese.truth('地铁'))} stories found")
    expect(page.locator(".search-result")).to_have_count(10)
    assert "q=" in page.url
    page.click("summary")
    page.check("input[name=section][value=城事]")
    found = len(chinese.narrowed("地铁", section=["城事"]))
    expect(page.locator(STATUS)).to_have_text(f"{found} stories found (城事)")
    expect(page.locator("input[name=section]:focus")).to_have_value("城事")
    page.select_option("select", "oldest")
    first = min(story.date for story in chinese.narrowed("地铁", section=["城事"]))
    expect(page.locator(".search-result time").first).to_have_attribute("datetime", f"{first}")
    page.click(".search-more")
    expect(page.locator(".search-result")).to_have_count(min(20, found))
    expect(page.locator(".search-result").nth(10).locator("a")).to_be_focused()
    assert tab.problems == []


def test_the_address_holds_the_query_and_the_filters(open_tab: Callable[..., Tab], chinese: Paper) -> None:
    page = open_tab("/paper/en/?q=地铁&section=城事&from=2025-03-01").page
    found = f"{len(chinese.narrowed('地铁', **NARROWED))} stories found (城事 · from March 1, 2025)"
    expect(page.locator(STATUS)).to_have_text(found)
    expect(page.locator("input[name=from]")).to_have_value("2025-03-01")
    expect(page.locator("input[name=section][value=城事]")).to_be_visible()
    page.click("[data-search-clear]")
    expect(page.locator(STATUS)).to_have_text(f"{len(chinese.truth('地铁'))} stories found")
    page.go_back()
    expect(page.locator(STATUS)).to_have_text(found)
    page.go_forward()
    expect(page.locator("input[name=from]")).to_have_value("")


def test_a_phone_says_what_narrows_and_keeps_the_filters_folded(open_tab: Callable[..., Tab], chinese: Paper) -> None:
    tab = open_tab("/paper/en/")
    page = tab.page
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{page.url}?q=地铁&byline=王某&to=2025-03-01")
    found = len(chinese.narrowed("地铁", byline=["王某"], to="2025-03-01"))
    expect(page.locator(STATUS)).to_have_text(f"{found} stories found (王某 · until March 1, 2025)")
    expect(page.locator("input[name=byline]").first).to_be_hidden()
    page.click("[data-search-clear]")
    expect(page.locator(STATUS)).to_have_text(f"{len(chinese.truth('地铁'))} stories found")
    expect(page.locator("[data-search-clear]")).to_be_hidden()


def test_days_typed_the_wrong_way_round_are_read_the_right_way(open_tab: Callable[..., Tab], chinese: Paper) -> None:
    page = open_tab("/paper/en/?q=地铁&from=2025-04-01&to=2025-03-01").page
    found = len(chinese.narrowed("地铁", **{"from": "2025-03-01", "to": "2025-04-01"}))
    assert found > 0
    expect(page.locator(STATUS)).to_have_text(f"{found} stories found (March 1, 2025 to April 1, 2025)")


def test_going_back_shows_as_many_results_as_before_and_the_same_ones(open_tab: Callable[..., Tab]) -> None:
    tab = open_tab("/paper/en/?q=地铁&section=城事")
    page = tab.page
    links = page.locator(".search-title a")
    expect(links).to_have_count(10)
    page.click(".search-more")
    expect(links).to_have_count(20)
    page.route(
        re.compile(r"/2025/\d\d/\d\d/"),
        lambda route: route.fulfill(body="<!doctype html><title>Story</title>", content_type="text/html"),
    )
    links.nth(12).scroll_into_view_if_needed()
    scrolled = page.evaluate("scrollY")
    assert scrolled > 300
    links.nth(12).click()
    expect(page).to_have_title("Story")
    page.go_back()
    expect(links).to_have_count(20)
    assert abs(page.evaluate("scrollY") - scrolled) < 3
    page.fill("#search-query", "公园")
    expect(links).to_have_count(10)
    assert tab.problems == []


def test_an_editions_label_is_said_in_the_papers_words(open_tab: Callable[..., Tab]) -> None:
    page = open_tab("/paper/en/?q=白鹳").page
    expect(page.locator(".search-facts")).to_contain_text("Evening edition")
    expect(page.locator(".search-elsewhere mark")).to_have_text("白鹳")


def test_arrows_walk_the_results_and_escape_starts_again(open_tab: Callable[..., Tab]) -> None:
    page = open_tab("/paper/en/?q=地铁").page
    links = page.locator(".search-title a")
    expect(links).to_have_count(10)
    page.keyboard.press("/")
    page.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#search-query")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#search-query")).to_have_value("")
    expect(links).to_have_count(0)


def test_a_link_leads_to_the_article_below_the_base_path(open_tab: Callable[..., Tab]) -> None:
    page = open_tab("/paper/zh-CN/?q=图为第77号现场").page
    link = page.locator(".search-title a")
    expect(link).to_have_count(1)
    assert link.get_attribute("href") == "/paper/2025/01/12/%E7%A8%BF%E4%BB%B6-77/"
    expect(page.locator(".search-elsewhere mark")).to_have_text("图为第77号现场")
    expect(page.locator(".search-facts time")).to_have_text("2025年1月12日")


def test_copy_is_text_and_never_markup(open_tab: Callable[..., Tab], chinese: Paper) -> None:
    page = open_tab("/paper/en/?q=<b>A%26B").page
    expect(page.locator(STATUS)).to_have_text(f"{len(chinese.truth('<b>A&B'))} stories found")
    expect(page.locator(".search-elsewhere mark").first).to_have_text("<b>A&B")
    expect(page.locator(".search-result b")).to_have_count(0)


def test_the_page_says_that_nothing_was_found(open_tab: Callable[..., Tab]) -> None:
    page = open_tab("/paper/en/?q=没有这样的稿件").page
    expect(page.locator(STATUS)).to_have_text("No story has “没有这样的稿件”.")
    page = open_tab('/paper/en/?q="没有 这样的稿件"').page
    expect(page.locator(STATUS)).to_have_text('No story has "没有 这样的稿件".')
    page = open_tab("/paper/en/?q=地铁&to=1999-01-01").page
    expect(page.locator(STATUS)).to_have_text("No story passes these filters: until January 1, 1999.")


def test_a_query_that_nobody_can_see_asks_nothing(open_tab: Callable[..., Tab], chinese: Paper) -> None:
    page = open_tab("/paper/en/?q=地铁").page
    expect(page.locator(".search-result")).to_have_count(10)
    page.fill("#search-query", "\u200b \u2060")
    expect(page.locator(".search-result")).to_have_count(0)
    expect(page.locator(STATUS)).to_have_text("")
    assert "?" not in page.url
    page = open_tab("/paper/en/?q=%E2%80%8B&section=城事").page
    found = len([story for story in chinese.stories if story.section == "城事"])
    expect(page.locator(STATUS)).to_have_text(f"{found} stories found (城事)")


def test_page_and_worker_agree_on_what_cannot_be_seen() -> None:
    scripts = [(ROOT / "assets" / name).read_text(encoding="utf-8") for name in ("search.js", "bigrams.js")]
    (here,), (there,) = (re.findall(r"^const INVISIBLE = (.*/gu);", script, re.MULTILINE) for script in scripts)
    assert here == there


def test_without_javascript_the_archive_is_offered(open_tab: Callable[..., Tab]) -> None:
    page = open_tab("/paper/en/", javascript=False).page
    expect(page.locator(".search-off a")).to_have_attribute("href", "/paper/archive/")


def test_a_search_that_cannot_load_says_so_and_can_be_tried_again(open_tab: Callable[..., Tab]) -> None:
    page = open_tab("/paper/en/").page
    page.context.route("**/bundles.json", lambda route: route.fulfill(status=500, body=""))
    page.fill("#search-query", "地铁")
    expect(page.locator(STATUS)).to_have_text(re.compile("could not be loaded"))
    page.context.unroute("**/bundles.json")
    page.fill("#search-query", "地铁 公园")
    expect(page.locator(STATUS)).to_have_text(re.compile("found$"))
