"""The paper's own pages as readers get them: areas where their stories stand, at every width, by pointer and by key."""

from __future__ import annotations

import threading
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageDraw

from broadsheet.desk.server import Server
from broadsheet.publishing.press import build
from broadsheet.publishing.settings import Settings
from tests.browser.waiting import wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page


Polygon = list[tuple[int, int]]
SIZE = (1000, 1400)
FIVE: dict[str, Polygon] = {
    # Round two sides of the next one.
    "lead": [(0, 100), (620, 100), (620, 420), (300, 420), (300, 800), (0, 800)],
    "inset": [(320, 440), (620, 440), (620, 800), (320, 800)],
    "side": [(640, 100), (1000, 100), (1000, 800), (640, 800)],
    "slant": [(0, 820), (700, 820), (500, 1400), (0, 1400)],
    "foot": [(720, 820), (1000, 820), (1000, 1400), (520, 1400)],
}
SEVEN: dict[str, Polygon] = {
    f"s{number}": [(x, y), (x + 480, y), (x + 480, y + 330), (x, y + 330)]
    for number, (x, y) in enumerate(((0, 0), (500, 0), (0, 350), (500, 350), (0, 700), (500, 700)))
} | {"s6": [(0, 1050), (1000, 1050), (1000, 1400), (0, 1400)]}
PAGES = {"A01": FIVE, "A02": SEVEN}
COLOURS = ("#7a3b3b", "#3b7a3b", "#3b3b7a", "#7a7a3b", "#3b7a7a", "#7a3b7a", "#505050")
UNDER = """points => points.map(([x, y]) => {
  const box = document.querySelector(".print").getBoundingClientRect();
  const one = document.elementFromPoint(box.x + x * box.width, box.y + y * box.height);
  const link = one && one.closest("a");
  return link ? link.getAttribute("href").split("/").at(-2) : "";
})"""


def sheet(areas: dict[str, Polygon]) -> Image.Image:
    """A page on which every story is of one colour."""
    page = Image.new("RGB", SIZE, "#f4f1ea")
    for colour, polygon in zip(COLOURS, areas.values(), strict=False):
        ImageDraw.Draw(page).polygon(polygon, colour)
    return page


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a paper of two pages: a PDF with areas in pixels, a picture with areas in shares."""
    folder = tmp_path_factory.mktemp("own")
    content = folder / "content"
    content.mkdir()
    sheet(FIVE).resize((2000, 2800)).save(content / "A01.pdf", resolution=300)
    sheet(SEVEN).save(content / "A02.png")
    rows = ["date: 2025-04-16", "pages:", "  - number: A01", "    pdf: A01.pdf", "    areas_size: 1000 x 1400"]
    rows += ["    areas:", *(f"      {slug}: {' '.join(f'{x},{y}' for x, y in area)}" for slug, area in FIVE.items())]
    rows += ["  - number: A02", "    image: A02.png", "    areas:"]
    for slug, area in SEVEN.items():
        rows.append(f"      {slug}: [{', '.join(f'[{x / SIZE[0]}, {y / SIZE[1]}]' for x, y in area)}]")
    (content / "edition.yaml").write_text("\n".join(rows), encoding="utf-8")
    for page, areas in PAGES.items():
        for slug in areas:
            text = f"---\ntitle: 题目{slug}\npage: {page}\n---\n{slug}的正文。\n"
            (content / f"{slug}.md").write_text(text, encoding="utf-8")
    server = Server(folder / "public", 0)
    settings = Settings(
        content=content,
        output=folder / "public",
        cache=folder / "cache",
        base_url=server.address,
        as_of=datetime.fromisoformat("2025-05-01T00:00+08:00"),
        search=False,
        printing=False,
    )
    assert build(settings).diagnostics == ()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.address
    server.shutdown()


def opened(chromium: Browser, address: str, width: int, **options: object) -> Page:
    page = chromium.new_context(viewport={"width": width, "height": 2400}, **options).new_page()  # type: ignore[arg-type] # Playwright's own names
    page.set_default_timeout(10_000)
    page.goto(address, wait_until="load")
    page.locator(".print img").evaluate("one => one.decode()")
    return page


def points(areas: dict[str, Polygon]) -> list[tuple[float, float, str]]:
    """A grid of points in shares of the page, 12 px of it from every edge of an area, with the story under each."""
    mask = Image.new("L", SIZE, 0)
    for number, polygon in enumerate(areas.values(), 1):
        ImageDraw.Draw(mask).polygon(polygon, number)
    names = ["", *areas]
    found = []
    for x in range(20, SIZE[0], 56):
        for y in range(20, SIZE[1], 56):
            around = {
                mask.getpixel((min(max(x + dx, 0), SIZE[0] - 1), min(max(y + dy, 0), SIZE[1] - 1)))
                for dx in (-12, 0, 12)
                for dy in (-12, 0, 12)
            }
            if len(around) == 1:
                found.append((x / SIZE[0], y / SIZE[1], names[int(around.pop())]))  # type: ignore[arg-type] # of mode L
    return found


@pytest.mark.parametrize("width", [320, 768, 1100, 1440, 2560])
@pytest.mark.parametrize("number", PAGES)
def test_each_point_of_a_page_leads_to_the_story_that_is_seen_there(
    chromium: Browser, site: str, number: str, width: int
) -> None:
    page = opened(chromium, f"{site}/2025/04/16/{number}/", width)
    areas = PAGES[number]
    tried = points(areas)
    assert {slug for *_, slug in tried} >= set(areas)
    assert page.evaluate(UNDER, [(x, y) for x, y, _ in tried]) == [slug for *_, slug in tried]
    # What is seen there is the story's own colour: picture and areas lie on one another.
    shown = Image.open(BytesIO(page.locator(".print").screenshot())).convert("RGB")
    colours = dict(zip(areas, COLOURS, strict=False)) | {"": "#f4f1ea"}
    wrong = []
    for x, y, slug in tried:
        found = shown.getpixel((int(x * shown.width), int(y * shown.height)))
        wanted = bytes.fromhex(colours[slug][1:])
        if max(abs(one - other) for one, other in zip(found, wanted, strict=True)) > 24:  # type: ignore[arg-type] # of mode RGB
            wrong.append((x, y, slug, found))
    assert wrong == []


def test_zoomed_in_points_still_lead_to_their_stories_and_the_picture_is_a_larger_one(
    chromium: Browser, site: str
) -> None:
    page = opened(chromium, f"{site}/2025/04/16/A01/", 1100)
    before = page.locator(".print img").evaluate("one => one.currentSrc")
    for _ in range(2):
        page.get_by_role("button", name="放大").click()
    # It is "" between one copy and the next.
    larger = "before => [document.querySelector('.print img').currentSrc].find((one) => one && one !== before)"
    after = wait_until(page, larger, before)
    assert int(after.split(".")[-2]) > int(before.split(".")[-2])
    box = page.locator(".pan").bounding_box()
    print_box = page.locator(".print").bounding_box()
    assert box
    assert print_box
    seen = [
        (x, y, slug)
        for x, y, slug in points(FIVE)
        if box["x"] < print_box["x"] + x * print_box["width"] < box["x"] + box["width"]
        and box["y"] < print_box["y"] + y * print_box["height"] < box["y"] + box["height"] / 2
    ]
    assert len({slug for *_, slug in seen}) > 2
    assert page.evaluate(UNDER, [(x, y) for x, y, _ in seen]) == [slug for *_, slug in seen]


def test_a_click_in_the_arm_of_an_l_opens_its_story_and_its_notch_another(chromium: Browser, site: str) -> None:
    for (x, y), title in {(0.15, 0.5): "题目lead", (0.45, 0.45): "题目inset"}.items():
        page = opened(chromium, f"{site}/2025/04/16/A01/", 360)
        box = page.locator(".print").bounding_box()
        assert box
        page.mouse.click(box["x"] + x * box["width"], box["y"] + y * box["height"])
        assert page.get_by_role("heading", level=1).inner_text() == title


def test_keys_go_through_the_areas_in_the_order_in_which_they_are_listed(chromium: Browser, site: str) -> None:
    page = opened(chromium, f"{site}/2025/04/16/A01/", 1024)
    page.locator(".pan").first.focus()
    for slug in FIVE:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.querySelector('title').textContent") == f"题目{slug}"
        ring = "parseFloat(getComputedStyle(document.activeElement.querySelector('polygon')).strokeWidth)"
        assert page.evaluate(ring) >= 3
        assert f"{slug}的正文" in page.locator(".told").inner_text()
    page.keyboard.press("Enter")
    assert page.get_by_role("heading", level=1).inner_text() == "题目foot"
    page.get_by_role("link", name="看它在版面上的位置").click()
    page.locator("#at-foot").wait_for(state="attached")
    wait_until(page, "() => parseFloat(getComputedStyle(document.querySelector('#at-foot polygon')).strokeWidth) >= 3")


def test_without_javascript_the_page_leads_to_its_stories(chromium: Browser, site: str) -> None:
    page = opened(chromium, f"{site}/2025/04/16/A02/", 768, java_script_enabled=False)
    assert page.locator(".print img").is_visible()
    box = page.locator(".print").bounding_box()
    assert box
    page.mouse.click(box["x"] + 0.75 * box["width"], box["y"] + 0.1 * box["height"])
    assert page.get_by_role("heading", level=1).inner_text() == "题目s1"
