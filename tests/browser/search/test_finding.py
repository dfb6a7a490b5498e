"""What a search finds, in which order and with which counts, asked of our own worker in Chromium."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from broadsheet.rendering.search.bigrams import fold, spell, tidy

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.search.conftest import Paper, Tab


def addresses(answer: dict[str, Any]) -> list[str]:
    return [re.sub("^/(paper|gazette)", "", result["address"]) for result in answer["results"]]


def joined(segments: list[dict[str, Any]]) -> str:
    return "".join(segment["text"] for segment in segments)


def random_substrings(paper: Paper, count: int) -> list[str]:
    rng = random.Random(8)  # a fixed draw, no secret
    found: list[str] = []
    while len(found) < count:
        text = rng.choice([text for text in paper.texts[rng.choice(paper.stories).address] if text])
        start = rng.randrange(len(text))
        piece = text[start : start + rng.randint(2, 8)]
        # A space separates words of a query, and quotation marks round it are no part of it.
        if len(piece) > 1 and not re.search(r'[\s“”"]', piece):
            found.append(piece)
    return found


@pytest.fixture(scope="module")
def gazette(open_tab: Callable[..., Tab]) -> Tab:
    return open_tab("/gazette/en/", searching=True)


def test_page_and_build_spell_and_fold_alike(tab: Tab) -> None:
    ranges = (
        (0x20, 0x700),
        (0x1E00, 0x3400),
        (0x3400, 0xA000),
        (0xA480, 0xA720),
        (0xAC00, 0xD7A4),
        (0xF900, 0x10000),
        (0x1F300, 0x20100),
    )
    texts = [
        tidy("".join(map(chr, range(start, min(start + 64, end)))))
        for first, end in ranges
        for start in range(first, end, 64)
    ]
    spelt = tab.page.evaluate(
        """async (texts) => {
          const { fold, spell } = await import(document.querySelector("[data-bigrams]").dataset.bigrams);
          return texts.map((text) => [fold(text), spell(fold(text)).join(" ")]);
        }""",
        texts,
    )
    for text, (folded, words) in zip(texts, spelt, strict=True):
        assert folded == fold(text)
        assert words == " ".join(spell(fold(text)).split(" ")[:-1])


def test_any_substring_finds_exactly_the_stories_that_have_it(tab: Tab, chinese: Paper) -> None:
    queries = random_substrings(chinese, 500)
    wrong = {}
    # Of a frequent one the first are looked at, and all are counted.
    for query, answer in zip(queries, tab.ask(queries, limit=30), strict=True):
        found, truth = set(addresses(answer)), chinese.truth(query)
        if answer["total"] != len(truth) or len(found) != min(30, len(truth)) or found - truth or answer["loose"]:
            wrong[query] = (len(found - truth), answer["total"], len(truth))
    assert wrong == {}


@pytest.mark.parametrize("language", ["zh-CN", "zh-TW", "en"])
def test_the_language_of_the_page_makes_no_difference(
    open_tab: Callable[..., Tab], chinese: Paper, language: str
) -> None:
    tab = open_tab(f"/paper/{language}/", searching=True)
    queries = [*random_substrings(chinese, 12), "圖書館", "labour mark", "AI操作系统"]
    for query, answer in zip(queries, tab.ask(queries), strict=True):
        assert set(addresses(answer)) == chinese.truth(*query.split()), query
    assert tab.problems == []


@pytest.mark.parametrize(
    ("query", "parts"),
    [
        ("AI操作系统", ["AI操作系统"]),
        ("ai操作系统", ["AI操作系统"]),
        ("ＡＩ操作系统", ["AI操作系统"]),
        ("evtol", ["eVTOL"]),
        ("RISC-V", ["RISC-V"]),
        ("3200万立方米", ["3200万立方米"]),
        ("00万立", ["00万立"]),
        ("12月", ["１２月"]),
        ("20.5%", ["20.5%"]),
        ("双碳", ["双碳"]),
        ("圖書館", ["圖書館"]),
        ("图书馆", []),
        ("engineers", ["engineers"]),
        ("engin", ["engin"]),
        ("cafe", ["café"]),
        ('"labour market"', ["labour market"]),
        ("脑机 港口", ["脑机", "港口"]),
        ("港", ["港"]),
        ("的", ["的"]),
        ("A&B", ["A&B"]),
        ("图为第77号现场", ["图为第77号现场"]),
        ("「脑机」 『港口』", ["脑机", "港口"]),
        ("没有这样的稿件", []),
        ('" "', []),
        ("“　”", []),
    ],
)
def test_a_query_finds_the_stories_that_have_its_parts(tab: Tab, chinese: Paper, query: str, parts: list[str]) -> None:
    (answer,) = tab.ask([query])
    assert set(addresses(answer)) == (chinese.truth(*parts) if parts else set())
    assert answer["total"] == len(answer["results"])


@pytest.mark.parametrize(
    ("query", "pattern"),
    [
        ("elections", "elections"),
        ("election", "elections"),
        ("elec", "elections"),
        ("risc-v", "risc-v"),
        ("eVTOL", "evtol"),
        ("cafe", "cafe"),
        ("café", "cafe"),
        ('"labour market"', r"labour\W+market"),  # a phrase of words, whatever stands between them
        ("open-source", "open-source"),
        ("公园", "公园"),
        ("AI操作系统", "ai操作系统"),
        ("zoology", "zoology"),  # not `zoo`
        ("bour", "bour(?!)"),  # words have beginnings, but no middles
    ],
)
def test_a_paper_of_latin_script_finds_words_their_stems_and_beginnings(
    gazette: Tab, english: Paper, query: str, pattern: str
) -> None:
    (answer,) = gazette.ask([query])
    assert set(addresses(answer)) == {
        address for address, texts in english.folded.items() if any(re.search(pattern, text) for text in texts)
    }


def test_a_query_that_no_story_has_as_it_stands_finds_its_parts_and_says_so(tab: Tab, chinese: Paper) -> None:
    (answer,) = tab.ask(["港口、、AI 操作系统"])
    assert answer["loose"]
    assert set(addresses(answer)) == chinese.truth("港口", "AI", "操作系统")


@pytest.mark.parametrize("paper", ["paper", "archive"])
def test_what_stands_outside_the_days_that_are_asked_for_makes_no_difference(
    open_tab: Callable[..., Tab], chinese: Paper, paper: str
) -> None:
    days = {"from": "2025-01-20", "to": "2025-01-30"}
    assert chinese.truth("图为第77号现场") == {"/2025/01/12/稿件-77/"}
    parts = chinese.narrowed("图为第", "77", "号现场", **days)
    assert parts
    page = open_tab(f"/{paper}/en/?q=图为第77号现场&from=2025-01-20&to=2025-01-30").page
    found = page.locator(".search-title a")
    expect(found).to_have_count(len(parts))
    within = "(January 20, 2025 to January 30, 2025)"
    expect(page.locator("[data-search-status]")).to_have_text(
        f"No story has “图为第77号现场” {within} as it stands; these have its parts. "
        f"{len(parts)} {'story' if len(parts) == 1 else 'stories'} found {within}"
    )


@pytest.mark.parametrize(
    ("query", "order"),
    [
        # In the title, in the copy, as a part of another word; a teaser after all stories that have it as well.
        ("oat", ["/title/", "/copy/", "/parts/"]),
        ("OAT 一碗", ["/title/", "/copy/"]),
        ("燕麦", ["/story/", "/copy/", "/teaser/"]),
        ("boat", ["/parts/"]),
        ("ats", ["/parts/"]),
    ],
)
def test_whole_words_come_before_parts_and_titles_before_copy(tab: Tab, query: str, order: list[str]) -> None:
    (answer,) = tab.ask([query])
    assert addresses(answer) == order


def test_of_a_days_stories_teasers_come_last_where_nothing_is_searched_for(tab: Tab) -> None:
    (answer,) = tab.ask([""], limit=6, **{"from": "2025-06-01"})
    assert addresses(answer)[-1] == "/teaser/"


@pytest.mark.parametrize(
    ("query", "excerpt", "elsewhere"),
    [
        ("白鹭 灰雁", "第四段里，[白鹭]和[灰雁]一起落在水边，谁也不看谁。", ""),
        ("白鹭", "第三段里先有[白鹭]飞过，又有[白鹭]飞过，第三只[白鹭]也飞过。", ""),
        ("芦苇荡", "清晨的第一段说的是渡口，说了很久，一直说到太阳出来。", ""),
        ("小序", "清晨的第一段说的是渡口，说了很久，一直说到太阳出来。", "[小序]"),
        ("苍鹭", "清晨的第一段说的是渡口，说了很久，一直说到太阳出来。", "[苍鹭]小记"),
        ("野禽", "清晨的第一段说的是渡口，说了很久，一直说到太阳出来。", "[野禽]摄影社"),
        ("鹈鹕", "清晨的第一段说的是渡口，说了很久，一直说到太阳出来。", "文中鸬鹚应为[鹈鹕]。"),
        ("白鹳 灰雁", "第四段里，白鹭和[灰雁]一起落在水边，谁也不看谁。", "[白鹳]来了"),
        ("鸟类专栏", "清晨的第一段说的是渡口，说了很久，一直说到太阳出来。", "[鸟类专栏]"),
        ("燕麦丰年", "", ""),
    ],
)
def test_an_excerpt_is_of_the_copy_and_what_stands_elsewhere_comes_after_it(
    tab: Tab, query: str, excerpt: str, elsewhere: str
) -> None:
    (answer,) = tab.ask([query], limit=1)
    (story,) = answer["results"]
    for passage, expected in ((story["excerpt"], excerpt), (story["elsewhere"], elsewhere)):
        marked = [f"[{each['text']}]" if each["mark"] else each["text"] for each in passage["segments"]]
        assert "".join(marked) == expected


def test_a_storys_own_title_words_put_it_first(tab: Tab, chinese: Paper) -> None:
    chosen = random.Random(5).sample(chinese.stories, 60)  # a fixed draw, no secret
    titles = tab.ask([story.title for story in chosen], limit=1)
    for story, answer in zip(chosen, titles, strict=True):
        assert addresses(answer) == [story.address]
    halves = [(story, story.title[: len(story.title) // 2], story.title[len(story.title) // 2 :]) for story in chosen]
    answers = tab.ask([f'"{left.strip()}" "{right.strip()}"' for _, left, right in halves], limit=1)
    for (story, *_), answer in zip(halves, answers, strict=True):
        assert addresses(answer) == [story.address]


@pytest.mark.parametrize(
    "filters",
    [
        {},
        {"section": ["城事"]},
        {"section": ["城事", "文化"], "byline": ["王某"]},
        {"page": ["副刊"], "from": "2025-02-03", "to": "2025-04-01"},
        {"from": "2025-05-20"},
        {"byline": ["张某", "赵某"], "to": "2025-01-31"},
    ],
)
@pytest.mark.parametrize("query", ["地铁", "公园 记者", ""])
def test_filters_and_dates_narrow_exactly_and_count_right(
    tab: Tab, chinese: Paper, query: str, filters: dict[str, Any]
) -> None:
    (answer,) = tab.ask([query], sort="newest", **filters)
    kept = chinese.narrowed(*query.split(), **filters)
    assert set(addresses(answer)) == {story.address for story in kept}
    assert answer["total"] == len(kept)
    dates = [result["date"] for result in answer["results"]]
    assert dates == sorted((story.date.isoformat() for story in kept), reverse=True)
    for facet, values in (
        ("section", lambda story: [story.section]),
        ("byline", lambda story: story.people),
        ("page", lambda story: [story.page_name]),
    ):
        others = {name: value for name, value in filters.items() if name != facet}
        found = [value for story in chinese.narrowed(*query.split(), **others) for value in values(story)]
        assert dict(answer["counts"][facet]) == {value: found.count(value) for value in found}


@pytest.mark.parametrize("query", ["地铁", "12月", "双碳", "engineers", "圖書館", "A&B", "第A05版", "图为第"])
def test_excerpts_are_the_copy_with_the_query_marked(tab: Tab, chinese: Paper, query: str) -> None:
    (answer,) = tab.ask([query], limit=15)
    assert answer["results"]
    for result, address in zip(answer["results"], addresses(answer), strict=True):
        texts = chinese.texts[address]
        assert joined(result["title"]) == texts[0]
        assert joined(result["kicker"]) == texts[1]
        assert any(joined(result["excerpt"]["segments"]) in text for text in texts)
        passages = [*result["excerpt"]["segments"], *result["elsewhere"]["segments"]]
        segments = [*result["title"], *result["kicker"], *result["byline"], *passages]
        marked = [segment["text"] for segment in segments if segment["mark"]]
        assert marked
        assert all(fold(query) in fold(mark) for mark in marked)
