"""The demo paper as readers get it: small, still, usable without JavaScript, and quiet."""

from __future__ import annotations

import gzip
import json
import threading
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest

from broadsheet.desk.server import Server
from broadsheet.publishing.press import build
from broadsheet.publishing.settings import Settings
from tests.browser.waiting import wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Request

ROOT = Path(__file__).parents[2]
KINDS = {
    "home": "/",
    "edition": "/2025/04/15/",
    "page": "/2025/04/16/A05/",
    "article": "/2025/04/16/labour-park/",
    "long article": "/2025/04/16/ferry-clock/",
    "picture story": "/2025/04/12-evening/one-river/",
    "section": "/sections/city/",
    "archive": "/archive/2025/04/",
    "search": "/search/",
}
FIRST_PAINT = 14 * 1024
SHIFTS = """
  self.shifted = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => { self.shifted += entry.value; }))
    .observe({ type: "layout-shift", buffered: true });
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The demo's address and the folder that it stands in."""
    folder = tmp_path_factory.mktemp("demo")
    server = Server(folder / "public", 0)
    settings = Settings(
        content=ROOT / "content",
        layouts=ROOT / "layouts",
        assets=ROOT / "assets",
        output=folder / "public",
        cache=folder / "cache",
        base_url=server.address,
    )
    edited = build(settings)
    assert edited.diagnostics == ()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.address, folder / "public"
    server.shutdown()


def opened(chromium: Browser, address: str, width: int = 360, **options: object) -> Page:
    page = chromium.new_context(viewport={"width": width, "height": 800}, **options).new_page()  # type: ignore[arg-type] # Playwright's own names
    page.set_default_timeout(10_000)
    page.add_init_script(SHIFTS) if options.get("java_script_enabled", True) else None
    page.goto(address, wait_until="load")
    return page


def waited_for(asked: Request) -> bool:
    """Whether the browser paints nothing before it has this: the page, its styles, the script in its head."""
    return asked.resource_type in ("document", "stylesheet") or "/reader." in asked.url


@pytest.mark.parametrize("kind", KINDS)
def test_what_the_first_paint_needs_is_small(chromium: Browser, site: tuple[str, Path], kind: str) -> None:
    address, folder = site
    needed: list[str] = []
    page = chromium.new_context().new_page()
    page.on("request", lambda asked: needed.append(asked.url) if waited_for(asked) else None)
    page.goto(address + KINDS[kind], wait_until="load")
    files = [folder / (unquote(urlsplit(url).path).lstrip("/") or "index.html") for url in needed]
    sizes = [len(gzip.compress((f / "index.html" if f.is_dir() else f).read_bytes(), 6)) for f in files]
    # The page as printed has styles of its own.
    assert len(files) == (4 if kind == "page" else 3)
    assert sum(sizes) <= FIRST_PAINT, dict(zip(needed, sizes, strict=True))


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_moves_while_a_page_loads(chromium: Browser, site: tuple[str, Path], kind: str, width: int) -> None:
    page = opened(chromium, site[0] + KINDS[kind], width)
    page.wait_for_timeout(300)
    # To three places, as it is told: a word that the network brings late within its own line counts a ten-thousandth.
    assert round(page.evaluate("self.shifted"), 3) == 0


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_loads_without_a_complaint(chromium: Browser, site: tuple[str, Path], kind: str) -> None:
    said: list[str] = []
    page = chromium.new_context().new_page()
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(site[0] + KINDS[kind], wait_until="load")
    assert said == []


@pytest.mark.parametrize("width", [320, 768, 3840])
@pytest.mark.parametrize("kind", KINDS)
def test_no_page_is_wider_than_the_window(chromium: Browser, site: tuple[str, Path], kind: str, width: int) -> None:
    page = opened(chromium, site[0] + KINDS[kind], width)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width


def test_without_javascript_a_reader_goes_from_the_front_to_last_week(
    chromium: Browser, site: tuple[str, Path]
) -> None:
    page = opened(chromium, site[0], java_script_enabled=False)
    page.get_by_role("heading", name="沿河慢行道").get_by_role("link").click()
    assert page.get_by_role("heading", level=1).inner_text().startswith("沿河慢行道")
    page.get_by_role("link", name="往期").first.click()
    page.get_by_role("link", name="15").first.click()
    assert "四百一十六棵老树" in page.inner_text("main")
    page.goto(site[0] + "/search/")
    assert page.locator("noscript").count() > 0


def test_large_type_stays_large_on_the_next_page(chromium: Browser, site: tuple[str, Path]) -> None:
    page = opened(chromium, site[0] + KINDS["article"])
    size = "parseFloat(getComputedStyle(document.querySelector('.copy p')).fontSize)"
    before = page.evaluate(size)
    page.get_by_role("button", name="大字版").click()
    assert page.evaluate(size) >= 1.2 * before
    page.reload()
    assert page.evaluate(size) >= 1.2 * before


def test_on_a_wide_window_the_page_stands_as_it_was_drawn(chromium: Browser, site: tuple[str, Path]) -> None:
    page = opened(chromium, site[0] + KINDS["page"], 1440)
    page.get_by_text("文本", exact=True).click()
    boxes = page.locator(".g > *").evaluate_all(
        """all => all.map((one) => {
          const box = one.getBoundingClientRect();
          const slug = one.querySelector("a").getAttribute("href").split("/").at(-2);
          return [slug, box.x, box.y, box.right, box.bottom];
        })"""
    )
    drawn = {name: (left, top, right, bottom) for name, left, top, right, bottom in boxes}
    plan, card, silo, park, water = (
        drawn[name] for name in ("ai-plan", "haihe-card", "grain-silos", "labour-park", "river-water")
    )
    assert plan[2] < card[0]
    assert plan[2] < silo[0]
    assert card[3] <= silo[1] + 1
    assert plan[3] <= park[1] + 1
    assert park[2] < water[0]
    assert water[2] < silo[0]


def test_on_a_phone_the_page_is_one_column_in_reading_order(chromium: Browser, site: tuple[str, Path]) -> None:
    page = opened(chromium, site[0] + KINDS["page"], 360)
    page.get_by_text("文本", exact=True).click()
    tops = page.locator(".g > *").evaluate_all("all => all.map((one) => one.getBoundingClientRect().y)")
    assert tops == sorted(tops)
    assert len(set(tops)) == len(tops) == 5


AREAS = """all => all.map((one) => {
  const box = one.querySelector("polygon").getBoundingClientRect();
  const sheet = one.closest(".print").querySelector("img").getBoundingClientRect();
  const across = (x) => (x - sheet.x) / sheet.width;
  const down = (y) => (y - sheet.y) / sheet.height;
  return [one.getAttribute("href"), across(box.x), down(box.y), across(box.right), down(box.bottom)];
})"""


@pytest.mark.parametrize("width", [320, 360, 768, 1440])
def test_areas_lie_on_the_printed_page_where_their_stories_stand(
    chromium: Browser, site: tuple[str, Path], width: int
) -> None:
    page = opened(chromium, site[0] + KINDS["page"], width)
    told = json.loads((site[1] / KINDS["page"].strip("/") / "areas.json").read_text(encoding="utf-8"))
    shown = page.locator(".print a").evaluate_all(AREAS)
    areas = told["sheets"][0]["areas"]
    assert [href.split("/")[-2] for href, *_ in shown] == [area["story"] for area in areas]
    for (_, *box), area in zip(shown, areas, strict=True):
        corners = [*area["polygon"][0], *area["polygon"][2]]
        assert all(abs(one - other) < 0.004 for one, other in zip(box, corners, strict=True))


def test_every_area_is_reached_by_key_in_reading_order_named_and_seen(
    chromium: Browser, site: tuple[str, Path]
) -> None:
    page = opened(chromium, site[0] + KINDS["page"], 1024)
    listed = [title.strip() for title in page.locator(".titles a").all_inner_texts()]
    page.locator(".pan").first.focus()
    for title in listed:
        page.keyboard.press("Tab")
        name = page.evaluate("document.activeElement.querySelector('title').textContent")
        assert "".join(name.split()) == "".join(title.split())
        ring = "parseFloat(getComputedStyle(document.activeElement.querySelector('polygon')).strokeWidth)"
        assert page.evaluate(ring) >= 3
        assert "".join(title.split()) in "".join(page.locator(".told").inner_text().split())


def test_keys_and_buttons_zoom_the_printed_page(chromium: Browser, site: tuple[str, Path]) -> None:
    page = opened(chromium, site[0] + KINDS["page"], 1024)
    wide = "document.querySelector('.print').getBoundingClientRect().width"
    before = page.evaluate(wide)
    page.get_by_role("button", name="放大").click()
    assert page.evaluate(wide) > 1.4 * before
    page.locator(".pan").first.focus()
    page.keyboard.press("-")
    assert abs(page.evaluate(wide) - before) < 2


def test_a_phone_gets_the_printed_page_in_pixels_and_its_drawing_when_zoomed(
    chromium: Browser, site: tuple[str, Path]
) -> None:
    asked: list[str] = []
    page = chromium.new_context(viewport={"width": 412, "height": 800}, device_scale_factor=1.75).new_page()
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto(site[0] + KINDS["page"], wait_until="networkidle")
    number = KINDS["page"].rstrip("/").rpartition("/")[2]
    assert f"{number}.720.webp" in asked
    assert f"{number}.svg" not in asked
    # The pages in small are drawn 118 px wide.
    small = {name for name in asked if name.endswith((".210.webp", ".320.webp"))}
    assert {name.split(".")[1] for name in small} == {"210"}
    for _ in range(2):
        page.get_by_role("button", name="放大").click()
    drawn = "() => document.querySelector('.print img').currentSrc.endsWith('.svg')"
    assert wait_until(page, drawn)


def test_without_javascript_the_printed_page_and_its_text_are_there(chromium: Browser, site: tuple[str, Path]) -> None:
    page = opened(chromium, site[0] + KINDS["page"] + "#at-labour-park", java_script_enabled=False)
    assert page.locator(".print img").is_visible()
    assert not page.locator(".g").is_visible()
    lit = page.locator("#at-labour-park polygon").evaluate("one => parseFloat(getComputedStyle(one).strokeWidth)")
    assert lit >= 3
    page.get_by_text("文本", exact=True).click()
    assert page.locator(".g").is_visible()
    assert not page.locator(".print img").is_visible()
    assert page.locator(".downloads a").count() == 2
