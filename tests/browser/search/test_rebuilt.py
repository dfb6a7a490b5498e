"""A search page that stays open while the index is built anew, or while the host fails."""

from __future__ import annotations

import re
import threading
from importlib.metadata import version
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from broadsheet.desk.server import Server
from broadsheet.publishing import search_pages
from broadsheet.publishing.press import build
from broadsheet.publishing.settings import Settings
from broadsheet.rendering.search.bundles import Limit, plan_bundles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Route

    from broadsheet.rendering.search.bundles import Bundle, EditionEntry
    from tests.browser.search.conftest import Paper, Tab

STATUS = "[data-search-status]"
LINKS = ".search-title a"
INDEX = "**/*.pf_index"
FAILED = re.compile("could not be loaded")


def small(entries: Iterable[EditionEntry], *, release: str) -> tuple[Bundle, ...]:
    assert release == version("pagefind-bin")
    return plan_bundles(entries, Limit(3, 10**9), Limit(2, 10**9), release=release)


def file_story(content: Path, slug: str, date: str, title: str) -> None:
    content.mkdir(exist_ok=True)
    (content / f"{slug}.md").write_text(f"---\ntitle: {title}\ndate: {date}\n---\n公园里有人散步。\n", encoding="utf-8")


def leave(page: Page, minutes: int) -> None:
    """Look at something else for so long."""
    see = "(seen) => { Object.defineProperty(document, 'visibilityState', { configurable: true, value: seen }); }"
    for seen in ("hidden", "visible"):
        page.evaluate(see, seen)
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        if seen == "hidden":
            page.clock.fast_forward(minutes * 60_000)


def broken(route: Route) -> None:
    route.fulfill(status=503, body="")


def test_a_page_that_was_opened_before_a_build_finds_what_is_in_the_paper_now(
    chromium: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_pages, "plan_bundles", small)
    content = tmp_path / "content"
    for day, word in enumerate(("苍鹭", "白鹭", "灰雁", "野鸭", "鸬鹚", "天鹅"), 28):
        date = f"2025-03-{day}" if day < 32 else f"2025-04-0{day - 31}"
        file_story(content, f"story-{day}", date, word)
    server = Server(tmp_path / "public", 0)
    settings = Settings(
        content=content,
        layouts=tmp_path / "layouts",
        assets=tmp_path / "assets",
        output=tmp_path / "public",
        cache=tmp_path / "cache",
        base_url=server.address,
    )
    build(settings)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    page = chromium.new_context(locale="en-GB").new_page()
    page.goto(f"{server.address}/search/")
    page.fill("#search-query", "白鹭")
    expect(page.locator(LINKS)).to_have_count(1)
    old = {path.name for path in (tmp_path / "public/pagefind/grams").iterdir()}
    assert len(old) == 2
    file_story(content, "new", "2025-04-02", "白鹳")
    build(settings)
    new = {path.name for path in (tmp_path / "public/pagefind/grams").iterdir()}
    assert len(new) == 2
    assert len(new - old) == 1
    for query, found in (("白鹳", 1), ("公园", 7), ("天鹅", 1)):
        page.fill("#search-query", query)
        expect(page.locator(LINKS)).to_have_count(found)
    server.shutdown()


def test_a_search_that_fails_is_tried_once_more(open_tab: Callable[..., Tab], chinese: Paper) -> None:
    page = open_tab("/archive/en/").page
    page.context.route(INDEX, broken, times=1)
    page.fill("#search-query", "公园")
    expect(page.locator(STATUS)).to_have_text(re.compile(r"stories found"))
    page.click("[data-search-whole]")
    expect(page.locator(STATUS)).to_have_text(f"{len(chinese.truth('公园'))} stories found")


def test_no_old_results_stand_below_an_error_and_no_old_worker_is_heard(open_tab: Callable[..., Tab]) -> None:
    page = open_tab("/archive/en/?q=地铁").page
    expect(page.locator(LINKS)).to_have_count(10)
    page.evaluate("self.old = self.searching")
    page.context.route(INDEX, broken)
    page.fill("#search-query", "公园")
    expect(page.locator(STATUS)).to_have_text(FAILED)
    expect(page.locator(LINKS)).to_have_count(0)
    for button in (".search-more", "[data-search-whole]"):
        expect(page.locator(button)).to_be_hidden()
    page.context.unroute(INDEX)
    page.press("#search-query", "Enter")
    expect(page.locator(LINKS)).to_have_count(10)
    said = page.locator(STATUS).inner_text()
    page.evaluate("self.old.dispatchEvent(new MessageEvent('message', { data: { type: 'failed', id: 3 } }))")
    assert page.locator(STATUS).inner_text() == said


@pytest.mark.parametrize(("minutes", "readings"), [(6, 2), (4, 1)])
def test_a_page_that_was_out_of_sight_for_long_reads_the_directory_again(
    open_tab: Callable[..., Tab], minutes: int, readings: int
) -> None:
    page = open_tab("/archive/en/").page
    page.clock.install()
    read: list[str] = []
    page.on("request", lambda request: read.append(request.url) if "bundles.json" in request.url else None)
    page.fill("#search-query", "地铁")
    page.clock.run_for(1_000)
    expect(page.locator(LINKS)).to_have_count(10)
    leave(page, minutes)
    page.click(".search-more")
    expect(page.locator(LINKS)).to_have_count(20)
    expect(page.locator(LINKS).nth(10)).to_be_focused()
    found = page.locator(LINKS).evaluate_all("all => all.map((link) => link.href)")
    assert len(set(found)) == 20
    assert len(read) == readings
