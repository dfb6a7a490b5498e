"""Pictures as readers see them: as wide as they say, in the copy that fits, one at a time on the whole screen."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from broadsheet.planning import views
from broadsheet.planning.renditions import WIDTHS, Renditions
from broadsheet.rendering.host_files import SECURITY_HEADERS
from broadsheet.rendering.layouts import Layouts, View
from tests.rendering.test_layout_files import ARTICLE, BARE, CARD, EDITION, PAGE_VIEW, SITE

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

ROOT = Path(__file__).parents[2]
SOURCES = {
    file.relative_to(ROOT / "layouts").as_posix(): file.read_text(encoding="utf-8")
    for file in (ROOT / "layouts").rglob("*.html")
}
ASSETS = {file.name: f"/assets/{file.name}" for file in (ROOT / "assets").glob("*") if file.is_file()}
LAYOUTS = Layouts(SOURCES, assets=ASSETS, base="")
PAPER = "http://paper.test"
TYPES = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
HEADERS = {"Content-Security-Policy": SECURITY_HEADERS["Content-Security-Policy"]}


def photo(name: str, width: int, height: int, **words: str) -> views.Figure:
    """A photograph with all its copies, the widest of 2400 px."""
    wide, high = min(width, 2400), round(height * min(width, 2400) / width)
    widths = (*(each for each in WIDTHS if each < wide), wide)
    copies = Renditions(f"/files/{name}-{wide}x{high}", wide, high, widths, ("avif", "webp", "jpg"))
    words.setdefault("alt", name)
    return views.Figure(copies.address(wide, "jpg"), wide, high, colour="#80a0c0", renditions=copies, **words)


def story(figure: views.Figure | None) -> views.Card:
    return replace(CARD, figure=figure)


LYING, STANDING, SMALL = photo("lying", 4000, 3000), photo("standing", 3000, 4000), photo("small", 300, 200)
SHORT = '<p>正文。</p><figure data-picture="0"></figure><figure data-picture="1"></figure>'


def article(*gallery: views.Figure, lead: tuple[views.Figure, ...] = (), copy: tuple[views.Figure, ...] = ()) -> View:
    html = "<p>正文。</p>" + "".join(f'<figure data-picture="{number}"></figure>' for number in range(len(copy)))
    return replace(ARTICLE, lead_figures=lead, body_figures=copy, html=html, gallery=gallery)


def page(columns: int, *slots: tuple[views.Figure, int, int, int, str]) -> View:
    """A page whose slots are (picture, first column, columns, row, size)."""
    made = tuple(views.Slot(story(figure), at, wide, row, 1, size) for figure, at, wide, row, size in slots)
    return replace(PAGE_VIEW, columns=columns, rows=3, slots=made)


PAGES: dict[str, tuple[str, View]] = {
    "an article": ("article.html", article(lead=(LYING, STANDING), copy=(LYING, STANDING))),
    "an even gallery": ("article.html", article(LYING, STANDING, STANDING, LYING)),
    "an odd gallery": ("article.html", article(LYING, LYING, STANDING)),
    "an upright gallery": ("article.html", article(STANDING, LYING, STANDING)),
    "a front": ("edition.html", replace(EDITION, lead=story(LYING), secondaries=(story(LYING),) * 3)),
    "an upright front": ("edition.html", replace(EDITION, lead=story(STANDING), secondaries=(story(STANDING),) * 2)),
    "a front of one story": ("edition.html", replace(EDITION, lead=story(LYING), secondaries=())),
    "a front without a picture": ("edition.html", replace(EDITION, lead=BARE, secondaries=(story(LYING),) * 3)),
    "an upright front without a picture": (
        "edition.html",
        replace(EDITION, lead=BARE, secondaries=(story(STANDING),) * 2),
    ),
    "a page": (
        "page.html",
        page(
            4, (LYING, 1, 3, 1, "lead"), (LYING, 4, 1, 1, "minor"), (LYING, 1, 2, 2, "major"), (LYING, 3, 1, 2, "minor")
        ),
    ),
    "an upright page": (
        "page.html",
        page(
            3,
            (STANDING, 1, 1, 1, "lead"),
            (STANDING, 2, 2, 1, "major"),
            (STANDING, 1, 3, 2, "major"),
            (STANDING, 1, 1, 3, "minor"),
        ),
    ),
    "a page of one story": ("page.html", page(1, (LYING, 1, 1, 1, "lead"))),
}
WINDOWS = (360, 414, 640, 768, 1024, 1199, 1200, 1280, 1366, 1440, 1600, 1920, 2560)
DRAWN = """() => [...document.querySelectorAll("main figure img")].map((image) => {
  const box = image.getBoundingClientRect();
  // All of the picture, where its box cuts off a part.
  const cover = getComputedStyle(image).objectFit === "cover";
  const wide = image.getAttribute("width") / image.getAttribute("height");
  const drawn = cover ? Math.max(box.width, box.height * wide) : box.width;
  const told = document.createElement("img");
  told.srcset = image.srcset.split(",")[0].replace(/ \\d+w/, " 1w");
  return [drawn, image.sizes, image.currentSrc, box.height * wide];
})"""


def answer(route: Route, html: str) -> None:
    """The paper's page, its assets, and pictures of the size that their names say."""
    path = route.request.url.removeprefix(PAPER).partition("?")[0]
    if path.startswith("/assets/"):
        body = (ROOT / path.lstrip("/")).read_text(encoding="utf-8")
        route.fulfill(body=body, content_type=TYPES[path.rpartition(".")[2]], headers=HEADERS)
    elif found := re.search(r"-(\d+)x(\d+)\.(\d+)\.", path):
        width, height, wide = (int(number) for number in found.groups())
        size = f'width="{wide}" height="{height * wide / width}"'
        picture = f'<svg xmlns="http://www.w3.org/2000/svg" {size}><rect width="100%" height="100%" fill="#68a"/></svg>'
        route.fulfill(body=picture, content_type="image/svg+xml")
    elif path == "/":
        route.fulfill(body=html, content_type="text/html", headers=HEADERS)
    else:
        route.fulfill(status=404)


def opened(
    chromium: Browser, kind: str | tuple[str, View], width: int = 1440, scale: float = 1, **options: object
) -> Page:
    """A page in a window; all its pictures are there."""
    layout, view = PAGES[kind] if isinstance(kind, str) else kind
    html = LAYOUTS.render(layout, site=SITE, view=view)
    context = chromium.new_context(viewport={"width": width, "height": 900}, device_scale_factor=scale, **options)  # type: ignore[arg-type] # Playwright's own names
    shown = context.new_page()
    shown.set_default_timeout(10_000)
    shown.route("**/*", lambda route: answer(route, html))
    shown.goto(PAPER + "/", wait_until="load")
    return shown


def told_width(shown: Page, sizes: str) -> float:
    """What the browser reads from `sizes` in this window: the width that it gives a picture of one pixel a width."""
    script = """(sizes) => new Promise((told) => {
      const image = new Image();
      image.onload = () => told(image.naturalWidth);
      image.sizes = sizes;
      image.srcset = "/files/x-1000x1000.1000.jpg 1000w";
    })"""
    width: float = shown.evaluate(script, sizes)
    return width


@pytest.mark.parametrize("kind", PAGES)
def test_a_picture_is_as_wide_as_it_says(chromium: Browser, kind: str) -> None:
    shown = opened(chromium, kind)
    wrong = []
    for window in WINDOWS:
        shown.set_viewport_size({"width": window, "height": 900})
        for number, (drawn, sizes, _, _) in enumerate(shown.evaluate(DRAWN)):
            told = told_width(shown, sizes)
            if not 0.97 <= told / drawn <= 1.08:
                wrong.append((window, number, round(drawn), told, sizes))
    assert wrong == []
