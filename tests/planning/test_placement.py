"""Which page a story stands on, and in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Newsroom

DAY = "2025-04-16"


def pages(newsroom: Newsroom) -> dict[str, list[str]]:
    """`number name` of each page of the one edition, with its stories' slugs in editorial order."""
    ((_, edition),) = newsroom.papers()
    return {
        f"{placed.page.number} {placed.page.name}".strip(): [article.slug for article in placed.articles]
        for placed in edition.pages
    }


def test_edition_yaml_lists_the_pages(newsroom: Newsroom) -> None:
    newsroom.edition("d", date=DAY, pages=[{"number": "B1"}, {"number": "A05", "name": "城事"}, {"number": "A09"}])
    newsroom.story("d/a.md", page="a5")
    newsroom.story("d/b.md", page="B001")
    assert pages(newsroom) == {"B1": ["b"], "A05 城事": ["a"], "A09": []}


def test_a_story_that_names_no_page_stands_where_the_grid_draws_it(newsroom: Newsroom) -> None:
    newsroom.edition("d", date=DAY, pages=[{"number": "1", "name": "城事"}, {"number": "2", "grid": "a"}])
    newsroom.story("d/a.md", section="城事")
    assert pages(newsroom) == {"1 城事": [], "2": ["a"]}


def test_a_story_that_names_no_page_stands_on_the_page_of_its_section(newsroom: Newsroom) -> None:
    newsroom.edition(
        "d", date=DAY, pages=[{"number": "1", "name": "要闻"}, {"number": "2", "name": "城事"}, {"number": "3"}]
    )
    newsroom.story("d/a.md", section="城事")
    assert pages(newsroom)["2 城事"] == ["a"]


def test_a_story_without_page_and_section_stands_on_the_last_page_of_stories(newsroom: Newsroom) -> None:
    newsroom.edition(
        "d",
        date=DAY,
        pages=[{"number": "1"}, {"number": "2", "name": "城事"}, {"number": "3", "kind": "advertisement"}],
    )
    newsroom.story("d/a.md")
    newsroom.story("d/b.md", section="副刊")
    assert pages(newsroom)["2 城事"] == ["a", "b"]


def test_a_paper_of_advertisements_still_has_its_story(newsroom: Newsroom) -> None:
    newsroom.edition("d", date=DAY, pages=[{"number": "1", "kind": "advertisement"}])
    newsroom.story("d/a.md")
    assert pages(newsroom) == {"1": ["a"]}


def test_without_a_plan_pages_are_those_that_stories_name(newsroom: Newsroom) -> None:
    newsroom.story("a.md", date=DAY, page="A10", section="文化")
    newsroom.story("b.md", date=DAY, page="001", section="要闻")
    newsroom.story("c.md", date=DAY, page="1", section="要闻")
    newsroom.story("d.md", date=DAY, page="A2", section="要闻")
    newsroom.story("e.md", date=DAY, page="a02", section="城事")
    newsroom.story("f.md", date=DAY, section="文化")
    newsroom.story("g.md", date=DAY)
    assert pages(newsroom) == {"001 要闻": ["b", "c"], "A2": ["d", "e"], "A10 文化": ["a", "f", "g"]}


def test_without_pages_each_section_has_one(newsroom: Newsroom) -> None:
    newsroom.write({"content/newspaper.yaml": "sections: [要闻, 城事, 副刊]\n"})
    newsroom.story("a.md", date=DAY, section="副刊")
    newsroom.story("b.md", date=DAY)
    newsroom.story("c.md", date=DAY, section="要闻")
    assert pages(newsroom) == {"1 要闻": ["c"], "2 副刊": ["a"], "3": ["b"]}


def test_a_folder_of_stories_is_one_page(newsroom: Newsroom) -> None:
    for name in "bca":
        newsroom.story(f"{name}.md", date=DAY)
    assert pages(newsroom) == {"1": ["a", "b", "c"]}


@pytest.mark.parametrize(
    ("weights", "order"),
    [
        ({"a": None, "b": 1, "c": None}, "bac"),
        ({"a": 5, "b": 4, "c": 3}, "cba"),
        ({"a": None, "b": 3, "c": 2}, "cab"),
    ],
)
def test_importance_decides_the_order_on_a_page(newsroom: Newsroom, weights: dict[str, int | None], order: str) -> None:
    for name, weight in weights.items():
        newsroom.story(f"{name}.md", date=DAY, **({"importance": str(weight)} if weight else {}))
    assert "".join(pages(newsroom)["1"]) == order


def test_of_equally_important_stories_the_weightier_stands_first(newsroom: Newsroom) -> None:
    newsroom.picture("p.svg")
    newsroom.story("a.md", "短。", date="2025-04-16")
    newsroom.story("b.md", "长" * 300, date="2025-04-16")
    image = {"src": "p.svg", "alt": "画", "credit": "本报制图"}
    newsroom.story("c.md", "图", date="2025-04-16", images=[image])
    newsroom.story("d.md", "要", date="2025-04-16", importance="2")
    assert pages(newsroom)["1"] == ["d", "c", "b", "a"]


def test_a_drawn_page_is_read_in_the_order_of_its_grid(newsroom: Newsroom) -> None:
    newsroom.edition("d", date=DAY, pages=[{"number": "1", "grid": "c c b\nc c a"}])
    newsroom.story("d/a.md", importance="1")
    newsroom.story("d/b.md")
    newsroom.story("d/c.md", importance="5")
    assert pages(newsroom) == {"1": ["c", "b", "a"]}


def test_importance_comes_from_the_place_where_none_is_given(newsroom: Newsroom) -> None:
    for number, page in enumerate("1111112222"):
        newsroom.story(f"s{number}.md", date=DAY, page=page)
    newsroom.story("own.md", date=DAY, page="2", importance="5")
    views = newsroom.views()
    weights = {page: [slot.card.importance for slot in views[f"/2025/04/16/{page}/"].slots] for page in "12"}
    assert weights == {"1": [1, 3, 3, 3, 4, 4], "2": [2, 3, 3, 3, 5]}


def test_sections_are_those_of_the_newest_editions_pages_where_the_paper_lists_none(newsroom: Newsroom) -> None:
    newsroom.story("old.md", date="2025-04-15", section="体育", page="A01")
    newsroom.edition("d", date=DAY, pages=[{"number": "B1"}, {"number": "A1"}])
    newsroom.story("d/a.md", section="要闻", page="A1")
    newsroom.story("d/b.md", section="副刊", page="B1")
    ((paper, _), *_) = newsroom.papers()
    assert [section.name for section in paper.sections] == ["副刊", "要闻", "体育"]
