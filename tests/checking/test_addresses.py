from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from broadsheet.checking.addresses import Claims
from broadsheet.model.article import Article
from broadsheet.model.edition import EditionKey
from broadsheet.model.place import Place

STORY = Article("b.md", EditionKey(date(2025, 4, 16)), "b", ("b",))


@pytest.mark.parametrize("other", ["/a/b/", "/a.html", "/b/", "/"])
def test_each_address_is_claimed_once(other: str) -> None:
    claims = Claims({})
    assert claims.claim("/a/", "a.md") is None
    assert claims.claim(other, "b.md") is None
    assert claims.claim("/a/", "c.md") is not None
    assert claims.claim(other, "c.md") is not None


@pytest.mark.parametrize(
    ("first", "second", "message", "hint"),
    [
        (("/a/", "a.md"), ("/a/", "b.md"), "the address /a/ is taken", "a.md has it; give this story another slug"),
        (("/a/", "b.md"), ("/a/", "a.md"), "the address /a/ is taken", "a.md has it; give this story another slug"),
        (("/A/", "a.md"), ("/a/", "b.md"), "the address /a/ is taken", "a.md has /A/; give this story another slug"),
        (
            ("/a/", "b.md"),
            ("/a/", ""),
            "the address /a/ is taken",
            "a page of the site itself has it; give this story another slug",
        ),
        (
            ("/x.html", ""),
            ("/x.html/a/", "b.md"),
            "the address /x.html/a/ is taken",
            "a page of the site itself has /x.html; give this story another slug",
        ),
        (
            ("/x.html/a/", "b.md"),
            ("/x.html", ""),
            "the address /x.html/a/ is taken",
            "a page of the site itself has /x.html; give this story another slug",
        ),
        (("/a/", "b.md"), ("/a/", "b.md"), "the story has the address /a/ already", "take the alias out"),
    ],
)
def test_an_address_claimed_twice_is_told_at_the_story_that_can_give_way(
    first: tuple[str, str], second: tuple[str, str], message: str, hint: str
) -> None:
    claims = Claims({"b.md": STORY})
    assert claims.claim(*first) is None
    found = claims.claim(*second)
    assert found is not None
    assert (found.message, found.hint, found.place) == (message, hint, Place("b.md"))


def test_what_is_no_story_takes_another_path() -> None:
    claims = Claims({"b.md": STORY})
    claims.claim("/a/", "b.md")
    found = claims.claim("/a/", "weather.py")
    assert found is not None
    assert (found.hint, found.place) == ("b.md has it; choose another path", Place("weather.py"))


def test_two_pages_of_the_site_itself_are_told_by_their_address() -> None:
    claims = Claims({})
    claims.claim("/a/", "")
    found = claims.claim("/a/", "")
    assert found is not None
    assert (found.message, found.place) == ("the address /a/ is claimed twice", Place("/a/"))


@pytest.mark.parametrize(("key", "address"), [("slug", "/2025/04/16/b/"), ("aliases /old", "/old/")])
def test_the_slug_or_the_alias_is_pointed_at(key: str, address: str) -> None:
    places = (("slug", Place("b.md", 3), "slug: b"), ("aliases /old", Place("b.md", 4), "aliases: /old"))
    claims = Claims({"b.md": replace(STORY, aliases=("/old",), places=places)})
    claims.claim(address, "")
    found = claims.claim(address, "b.md")
    assert found is not None
    assert (found.place, found.excerpt) == next((place, line) for name, place, line in places if name == key)
