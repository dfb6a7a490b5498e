"""Articles typed as Markdown, built as any paper is, and searched on the site's own page."""

from __future__ import annotations

import json
import random
import threading
from typing import TYPE_CHECKING

import pytest

from broadsheet.desk.server import Server
from broadsheet.publishing.press import build
from broadsheet.publishing.settings import Settings
from broadsheet.rendering.search.bigrams import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from broadsheet.rendering.search.document import SearchDocument
    from tests.browser.search.conftest import Paper

STORIES = 200
QUERIES = 40


def markdown(story: SearchDocument) -> str:
    """A story as an editor files it."""
    keys = {"title": story.title, "kicker": story.kicker, "section": story.section, "byline": story.byline}
    keys |= {"language": story.language, "date": story.date.isoformat(), "page": story.page_number}
    rows = "".join(f"{key}: {json.dumps(text, ensure_ascii=False)}\n" for key, text in keys.items() if text)
    body = "\n\n".join(story.paragraphs)
    return f"---\n{rows}---\n{body}\n"


@pytest.fixture(scope="module")
def stories(chinese: Paper) -> dict[str, SearchDocument]:
    """Stories by the last part of their address."""
    return {f"story-{number}": story for number, story in enumerate(chinese.stories[:STORIES])}


@pytest.fixture(scope="module")
def page(
    chromium: Browser, stories: dict[str, SearchDocument], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Page]:
    """The search page of the built paper."""
    folder: Path = tmp_path_factory.mktemp("paper")
    (folder / "content").mkdir()
    for slug, story in stories.items():
        (folder / "content" / f"{slug}.md").write_text(markdown(story), encoding="utf-8")
    server = Server(folder / "public", 0)
    edited = build(
        Settings(
            content=folder / "content",
            layouts=folder / "layouts",
            assets=folder / "assets",
            output=folder / "public",
            cache=folder / "cache",
            base_url=server.address,
            printing=False,
        )
    )
    assert edited.diagnostics == ()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    page = chromium.new_context(viewport={"width": 800, "height": 900}).new_page()
    page.goto(f"{server.address}/search/")
    yield page
    server.shutdown()


@pytest.fixture
def search(page: Page) -> Callable[[str], list[str]]:
    """Types a query and reads the list: the last parts of the addresses found, in order, all of them."""

    answered = page.locator("[data-search-results]:not([aria-busy])")

    def searched(query: str) -> list[str]:
        field = page.locator("#search-query")
        field.fill(query)
        field.press("Enter")
        answered.wait_for(state="attached")
        while (more := page.locator("[data-search-more]")).is_visible():
            more.click()
            answered.wait_for(state="attached")
        links = page.locator("[data-search-results] .search-title a")
        return links.evaluate_all("all => all.map((link) => decodeURI(link.pathname).split('/').at(-2))")

    return searched


def text_of(story: SearchDocument) -> str:
    parts = (story.title, story.kicker, story.byline, *story.paragraphs)
    return "\n".join(fold(part) for part in parts)


def test_what_stands_in_a_story_finds_it_and_no_other(
    search: Callable[[str], list[str]], stories: dict[str, SearchDocument]
) -> None:
    rng = random.Random(5)  # a fixed draw, no secret
    texts = {slug: text_of(story) for slug, story in stories.items()}
    for _ in range(QUERIES):
        text = rng.choice(rng.choice(list(texts.values())).split("\n"))
        start = rng.randrange(max(1, len(text) - 8))
        query = text[start : start + rng.randint(3, 8)].strip()
        if len(query) < 3 or " " in query or set(query) & set("“”"):
            continue
        assert set(search(query)) == {slug for slug, copy in texts.items() if query in copy}, query


def test_a_story_comes_first_for_its_own_headline(
    search: Callable[[str], list[str]], stories: dict[str, SearchDocument]
) -> None:
    for slug in list(stories)[:60:6]:
        assert search(stories[slug].title)[0] == slug


def test_the_address_holds_the_question(page: Page, search: Callable[[str], list[str]]) -> None:
    found = search("RISC-V")
    assert found
    assert page.url.endswith("/search/?q=RISC-V")
    page.reload()
    page.locator("[data-search-results] li").first.wait_for()
    assert page.locator("#search-query").input_value() == "RISC-V"


def test_the_search_field_of_every_page_leads_to_the_search_page(page: Page) -> None:
    page.goto(page.url.partition("/search/")[0] + "/")
    field = page.locator("header input[name=q], nav input[name=q]").first
    field.fill("eVTOL")
    field.press("Enter")
    page.locator("[data-search-results] li").first.wait_for()
    assert "/search/?q=eVTOL" in page.url
