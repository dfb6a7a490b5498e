from __future__ import annotations

from datetime import date

import pytest

from broadsheet.checking.pages import check_pages
from broadsheet.model.archive import EditionCopy
from broadsheet.model.article import Article
from broadsheet.model.edition import EditionFile, EditionKey, Grid, GridSlot, Page
from broadsheet.model.place import Place

KEY = EditionKey(date(2025, 4, 16))


def story(slug: str, **given: str) -> Article:
    return Article(f"{slug}.md", KEY, slug, (slug,), **given)  # type: ignore[arg-type] # texts only


def page(number: str, *slugs: str) -> Page:
    slots = tuple(GridSlot(slug, n, 0, 1, 1, Place("edition.yaml", 5, n + 1), "grid") for n, slug in enumerate(slugs))
    return Page(number, grid=Grid(len(slots), 1, slots) if slots else None, place=Place("edition.yaml", 3))


def told(
    *standing: tuple[Page, list[Article]], broken: tuple[str, ...] = (), listed: bool = True
) -> list[tuple[str, str, str]]:
    articles = tuple(article for _, articles in standing for article in articles)
    file = EditionFile(KEY, "", pages=tuple(page for page, _ in standing)) if listed else None
    return [(f.code, f.message, f.hint) for f in check_pages(EditionCopy(KEY, articles, file), standing, broken)]


def test_an_edition_whose_stories_are_in_their_slots_is_passed() -> None:
    assert (
        told(
            (page("A01", "a", "b"), [story("a", page="a1", jump_to="A02"), story("b", teaser_of="a")]),
            (page("A02"), []),
        )
        == []
    )


def test_pages_that_nobody_lists_are_the_articles_own() -> None:
    assert told((page("A01"), [story("a", page="A07")]), listed=False) == []


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"page": "A03"}, ("unknown-page", 'no page "A03" in this edition', 'did you mean "A01"?')),
        ({"jump_to": "B1"}, ("unknown-jump", 'no page "B1" to jump to', 'did you mean "A01"?')),
        ({"teaser_of": "bb"}, ("unknown-teaser", 'no story "bb" in this edition', 'did you mean "b"?')),
        (
            {"teaser_of": "a"},
            ("unknown-teaser", "a teaser that points to itself", "name the slug of the story that it points to"),
        ),
    ],
)
def test_what_an_article_names_is_there(given: dict[str, str], says: tuple[str, str, str]) -> None:
    assert told((page("A01"), [story("a", **given), story("b")])) == [says]


def test_a_teaser_or_a_slot_of_a_story_at_fault_is_passed() -> None:
    assert told((page("A01", "a", "gone"), [story("a", teaser_of="gone")]), broken=("gone",)) == []


def test_a_misspelt_slot_is_told_once_for_the_slot_and_its_story() -> None:
    says = [("empty-slot", 'no story "ferrry" for this slot', 'did you mean "ferry"?')]
    assert told((page("A01", "a", "ferrry"), [story("a"), story("ferry")])) == says


def test_a_slot_of_a_story_on_another_page_says_which() -> None:
    says = [("empty-slot", '"b" stands on page A02', "take it out of the grid, or write “page: A01” in b.md")]
    assert told((page("A01", "a", "b"), [story("a")]), (page("A02"), [story("b")])) == says


def test_a_slot_unlike_any_story_lists_those_there_are() -> None:
    assert told((page("A01", "a", "xyz"), [story("a")])) == [
        ("empty-slot", 'no story "xyz" for this slot', "there are: a")
    ]


def test_a_story_in_no_slot_is_told_where_to_draw_it() -> None:
    says = [("no-slot", "this story is in no slot of page A01's grid", 'add "boat" to the grid at edition.yaml:5')]
    assert told((page("A01", "a"), [story("a"), story("boat")])) == says
