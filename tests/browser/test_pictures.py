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
from tests.browser.waiting import wait_until
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


LYING, STANDING = photo("lying", 4000, 3000), photo("standing", 3000, 4000)
PANORAMA = photo("panorama", 4000, 1200)


def article(*gallery: views.Figure, lead: tuple[views.Figure, ...] = (), copy: tuple[views.Figure, ...] = ()) -> View:
    html = "<p>正文。</p>" + "".join(f'<figure data-picture="{number}"></figure>' for number in range(len(copy)))
    return replace(ARTICLE, lead_figures=lead, body_figures=copy, html=html, gallery=gallery)


def page(columns: int, *slots: tuple[views.Figure, int, int, int, str]) -> View:
    """A page whose slots are (picture, first column, columns, row, size)."""
    made = tuple(views.Slot(story(figure), at, wide, row, 1, size) for figure, at, wide, row, size in slots)
    return replace(PAGE_VIEW, columns=columns, rows=3, slots=made)


PAGES: dict[str, tuple[str, View]] = {
    "an article": ("article.html", article(lead=(LYING, STANDING), copy=(LYING, STANDING))),
    "a gallery": ("article.html", article(LYING, LYING, STANDING, STANDING, STANDING, PANORAMA, LYING)),
    "a small gallery": ("article.html", article(STANDING, LYING, STANDING)),
    "an upright gallery": ("article.html", article(STANDING)),
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
DRAWN = """() => [...document.querySelectorAll("main .spread figure img, main .front figure img")].map((image) => {
  const box = image.getBoundingClientRect();
  // All of the picture, where its box cuts off a part.
  const cut = getComputedStyle(image).objectFit === "cover";
  const whole = (box.height * image.getAttribute("width")) / image.getAttribute("height");
  return [cut ? Math.max(box.width, whole) : box.width, image.sizes, image.currentSrc];
})"""
SHIFTS = """
  self.shifted = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => { self.shifted += entry.value; }))
    .observe({ type: "layout-shift", buffered: true });
"""


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
        for number, (drawn, sizes, _) in enumerate(shown.evaluate(DRAWN)):
            told = told_width(shown, sizes)
            if not 0.97 <= told / drawn <= 1.08:
                wrong.append((window, number, round(drawn), told, sizes))
    assert wrong == []


@pytest.mark.parametrize(
    ("width", "scale", "copies"),
    [
        # The lead, two side by side in the gallery, and one across.
        (1440, 1, [1140, 420, 420, 1140]),
        (1440, 2, [1680, 1140, 1140, 1680]),
        (360, 2, [720, 720, 720, 720]),
        (360, 3, [1140, 1140, 1140, 1140]),
    ],
)
def test_the_browser_takes_the_copy_that_fits(chromium: Browser, width: int, scale: float, copies: list[int]) -> None:
    # Of one name they would be one picture, and the browser would show again what it has.
    first, *rest = (photo(f"photo{number}", 4000, 3000) for number in range(4))
    view = article(*rest, lead=(first,))
    shown = opened(chromium, ("article.html", view), width, scale)
    for picture in shown.locator("main figure img").all():
        picture.scroll_into_view_if_needed()
        picture.evaluate("one => one.decode()")
    taken = [source for _, _, source in shown.evaluate(DRAWN)]
    assert [source.rpartition(".")[2] for source in taken] == ["avif"] * 4
    assert [int(source.split(".")[-2]) for source in taken] == copies


def test_a_picture_keeps_its_place_with_its_colour_and_nothing_moves(chromium: Browser) -> None:
    html = LAYOUTS.render("article.html", site=SITE, view=PAGES["an article"][1])
    waiting: list[Route] = []
    shown = chromium.new_context(viewport={"width": 360, "height": 800}).new_page()
    shown.add_init_script(SHIFTS)
    shown.route("**/*", lambda route: waiting.append(route) if "/files/" in route.request.url else answer(route, html))
    shown.goto(PAPER + "/", wait_until="domcontentloaded")
    wait_until(shown, "() => document.styleSheets.length > 0")
    boxes = "all => all.map((one) => { const box = one.getBoundingClientRect(); return [box.y, box.height]; })"
    pictures = shown.locator("main .spread figure img")
    before = pictures.evaluate_all(boxes)
    assert pictures.first.evaluate("one => getComputedStyle(one).backgroundColor") == "rgb(153, 153, 204)"
    assert not pictures.first.evaluate("one => one.complete")
    for route in waiting:
        answer(route, html)
    pictures.first.evaluate("one => one.decode()")
    assert pictures.evaluate_all(boxes) == before
    shown.wait_for_timeout(300)
    assert shown.evaluate("self.shifted") == 0


def test_only_what_is_seen_first_is_asked_for_at_once(chromium: Browser) -> None:
    figures = (LYING, STANDING)
    shown = opened(chromium, ("article.html", article(*figures, lead=figures)))
    first, *rest = shown.locator("main figure img").all()
    assert (first.get_attribute("fetchpriority"), first.get_attribute("loading")) == ("high", None)
    assert {(each.get_attribute("fetchpriority"), each.get_attribute("loading")) for each in rest} == {(None, "lazy")}
    shown = opened(chromium, "a front")
    assert shown.locator("main figure img:not([loading])").count() == 1


GALLERY = (
    photo("harbour", 4000, 3000, caption="渡口。", credit="记者 李某 摄"),
    photo("tower", 3000, 4000, caption="水塔。", credit="记者 李某 摄", source_type="trainedAlgorithmicMedia"),
    photo("boat", 300, 200, caption="小船。", credit="记者 李某 摄"),
)
STORY = ("article.html", replace(article(*GALLERY, lead=(LYING,)), gallery_shared=views.SharedWords("记者 李某 摄")))


def turned_to(shown: Page, name: str) -> None:
    """The viewer is open at a picture."""
    shown.get_by_role("link", name=name).click()
    shown.get_by_role("dialog").wait_for()


def look(shown: Page) -> dict[str, object]:
    """What the viewer shows: the number of the slide in the window, its words, and what has the focus."""
    found: dict[str, object] = shown.evaluate(
        """() => {
          const strip = document.querySelector(".strip");
          const slides = [...strip.children];
          return {
            open: document.querySelector("dialog").open,
            at: Math.round(strip.scrollLeft / strip.clientWidth),
            active: slides.findIndex((slide) => !slide.inert),
            words: slides.filter((slide) => !slide.inert).map((slide) => slide.innerText).join(),
            said: document.querySelector("dialog p").textContent,
            filled: slides.map((slide) => slide.querySelectorAll("img").length),
          };
        }"""
    )
    return found


def touch(shown: Page, first: list[tuple[float, float]], last: list[tuple[float, float]]) -> None:
    """Fingers that come down at some points, move in twelve steps to others, and go."""
    session = shown.context.new_cdp_session(shown)
    for step in range(13):
        points = [
            {"id": finger, "x": x + (to_x - x) * step / 12, "y": y + (to_y - y) * step / 12}
            for finger, ((x, y), (to_x, to_y)) in enumerate(zip(first, last, strict=True))
        ]
        session.send("Input.dispatchTouchEvent", {"type": "touchMove" if step else "touchStart", "touchPoints": points})
        shown.wait_for_timeout(16)
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_without_javascript_a_picture_leads_to_its_biggest_copy(chromium: Browser) -> None:
    shown = opened(chromium, STORY, java_script_enabled=False)
    link = shown.get_by_role("link", name="harbour")
    assert link.get_attribute("href") == "/files/harbour-2400x1800.2400.jpg"
    link.click()
    assert shown.url == f"{PAPER}/files/harbour-2400x1800.2400.jpg"


def test_the_viewer_is_walked_through_by_keys_and_gives_the_focus_back(chromium: Browser) -> None:
    shown = opened(chromium, STORY)
    opener = shown.get_by_role("link", name="harbour")
    opener.focus()
    shown.keyboard.press("Enter")
    shown.get_by_role("dialog").wait_for()
    seen_first = look(shown)
    assert (seen_first["open"], seen_first["at"], seen_first["active"]) == (True, 1, 1)
    assert seen_first["said"] == "第2张，共4张 harbour"
    assert "渡口。" in str(seen_first["words"])
    assert "记者 李某 摄" in str(seen_first["words"])
    for key, place in (
        ("ArrowRight", 2),
        ("ArrowRight", 3),
        ("ArrowRight", 3),
        ("Home", 0),
        ("ArrowLeft", 0),
        ("End", 3),
    ):
        shown.keyboard.press(key)
        assert (look(shown)["at"], look(shown)["active"]) == (place, place), key
    shown.keyboard.press("ArrowLeft")
    assert "AI生成图片" in str(look(shown)["words"])
    shown.keyboard.press("Escape")
    assert look(shown)["open"] is False
    assert opener.evaluate("one => one === document.activeElement")


def test_the_focus_stays_in_the_viewer(chromium: Browser) -> None:
    shown = opened(chromium, STORY)
    turned_to(shown, "harbour")
    dialog = shown.get_by_role("dialog", name="图片")
    assert dialog.get_by_role("button", name="关闭").evaluate("one => one === document.activeElement")
    within = "document.activeElement === document.body || !!document.activeElement.closest('dialog')"
    for key in ("Tab", "Tab", "Tab", "Tab", "Tab", "Shift+Tab", "Shift+Tab"):
        shown.keyboard.press(key)
        assert shown.evaluate(within)
    dialog.get_by_role("button", name="下一张").click()
    assert look(shown)["at"] == 2
    for _ in range(3):
        dialog.get_by_role("button", name="上一张").click(force=True)
    assert look(shown)["at"] == 0
    assert dialog.get_by_role("button", name="上一张").is_disabled()
    dialog.get_by_role("button", name="关闭").click()
    assert look(shown)["open"] is False


def test_a_finger_swipes_and_two_fingers_may_make_larger(chromium: Browser) -> None:
    shown = opened(chromium, STORY, 390, 3, has_touch=True, is_mobile=True)
    shown.get_by_role("link", name="lying").tap()
    shown.get_by_role("dialog").wait_for()
    assert look(shown)["at"] == 0
    touch(shown, [(320, 300)], [(40, 300)])
    shown.wait_for_timeout(500)
    assert shown.evaluate("document.querySelector('.strip').scrollLeft") == 390
    assert (look(shown)["said"], look(shown)["active"]) == ("第2张，共4张 harbour", 1)
    touch(shown, [(180, 300), (210, 300)], [(90, 300), (300, 300)])
    shown.wait_for_timeout(200)
    assert shown.evaluate("visualViewport.scale") > 1.5
    assert shown.evaluate("getComputedStyle(document.querySelector('.strip')).overflowX") == "hidden"


def test_the_viewer_has_the_neighbours_ready_and_shows_no_picture_larger_than_it_is(chromium: Browser) -> None:
    shown = opened(chromium, STORY, 1440, 1)
    turned_to(shown, "lying")
    assert look(shown)["filled"] == [1, 1, 0, 0]
    slide = shown.locator(".strip img").first
    slide.evaluate("one => one.decode()")
    box = slide.bounding_box()
    assert box is not None
    assert slide.evaluate("one => one.currentSrc").endswith(".1680.avif")
    shown.keyboard.press("End")
    small = shown.locator(".strip img").last
    small.evaluate("one => one.decode()")
    assert small.evaluate("one => one.naturalWidth") == 300
    assert small.evaluate("one => getComputedStyle(one).objectFit") == "scale-down"


def test_a_turned_phone_keeps_the_picture(chromium: Browser) -> None:
    shown = opened(chromium, STORY, 390)
    turned_to(shown, "tower")
    shown.set_viewport_size({"width": 844, "height": 390})
    shown.wait_for_timeout(100)
    assert (look(shown)["at"], look(shown)["active"]) == (2, 2)


def test_a_click_with_a_key_is_the_browsers(chromium: Browser) -> None:
    shown = opened(chromium, STORY)
    with shown.context.expect_page() as other:
        shown.get_by_role("link", name="harbour").click(modifiers=["ControlOrMeta"])
    assert other.value is not shown
    assert look(shown)["open"] is False


def test_a_single_picture_has_no_number(chromium: Browser) -> None:
    shown = opened(chromium, ("article.html", article(lead=(LYING,))))
    turned_to(shown, "lying")
    dialog = shown.get_by_role("dialog")
    assert dialog.get_by_role("button").all_inner_texts() == ["关闭"]


def test_on_paper_there_is_no_viewer(chromium: Browser) -> None:
    shown = opened(chromium, STORY)
    turned_to(shown, "harbour")
    shown.emulate_media(media="print")
    assert not shown.locator("dialog").is_visible()


def test_the_viewer_moves_nothing_of_itself(chromium: Browser) -> None:
    shown = opened(chromium, STORY, reduced_motion="no-preference")
    turned_to(shown, "harbour")
    assert shown.evaluate("document.getAnimations().length") == 0
    assert shown.evaluate("getComputedStyle(document.querySelector('.strip')).scrollBehavior") == "auto"


def test_pages_with_pictures_break_no_rule_of_the_policy(chromium: Browser) -> None:
    html = LAYOUTS.render(STORY[0], site=SITE, view=STORY[1])
    said: list[str] = []
    shown = chromium.new_context().new_page()
    shown.on("console", lambda message: said.append(message.text))
    shown.on("pageerror", lambda error: said.append(str(error)))
    shown.route("**/*", lambda route: answer(route, html))
    shown.goto(PAPER + "/", wait_until="load")
    turned_to(shown, "harbour")
    shown.keyboard.press("ArrowRight")
    assert look(shown)["open"] is True
    assert said == []
