"""Addresses: what they look like, and that nothing typed leads out of the site."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.model import address
from broadsheet.model.edition import EditionKey

MAIN = EditionKey(date(2025, 4, 16))
EVENING = EditionKey(date(2025, 4, 16), "Evening")


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("城事", "城事"),
        ("Jane Doe", "jane-doe"),
        ("JANE  DOE", "jane-doe"),
        ("e\u0301t\u00c9", "\u00e9t\u00e9"),
        ("a/b?c#d%e", "a-b-c-d-e"),
        ("..", "-"),
        (" ", "-"),
        ("A. Writer", "a-writer"),
        ("Dr. Mary-Jane O'Neill", "dr-mary-jane-oneill"),
        ("D’ARCY, U.S.", "darcy-us"),
        ("L'Équipe", "léquipe"),
        ("No.5", "no.5"),
        ("RISC-V v1.2", "risc-v-v1.2"),
        ("城事.要闻", "城事.要闻"),
        ("阿·某", "阿·某"),
    ],
)
def test_names_become_parts_of_addresses(name: str, slug: str) -> None:
    assert address.slugify(name) == slug


@pytest.mark.parametrize(
    ("stem", "slug"),
    [("labour-park", "labour-park"), ("旧船票", "旧船票"), ("Big News", "Big-News"), ("100%?", "100"), ("??", "-")],
)
def test_stems_keep_their_letters(stem: str, slug: str) -> None:
    assert address.safe_slug(stem) == slug


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (address.edition_address(MAIN), "/2025/04/16/"),
        (address.edition_address(EVENING), "/2025/04/16-evening/"),
        (address.page_address(MAIN, "A05"), "/2025/04/16/A05/"),
        (address.page_address(MAIN, ".."), "/2025/04/16/-/"),
        (address.article_address(EVENING, "park"), "/2025/04/16-evening/park/"),
        (address.section_address("city"), "/sections/city/"),
        (address.section_address("city", (2025, 4)), "/sections/city/2025/04/"),
        (address.byline_address("李某"), "/bylines/李某/"),
        (address.byline_address("Jane Doe", (2025, 11)), "/bylines/jane-doe/2025/11/"),
        (address.archive_address(2025), "/archive/2025/"),
        (address.archive_address(2025, 4), "/archive/2025/04/"),
    ],
)
def test_addresses_are_those_of_the_contract(made: str, expected: str) -> None:
    assert made == expected


@pytest.mark.parametrize(
    ("alias", "expected"),
    [
        ("old/park", "/old/park/"),
        ("/old/park/", "/old/park/"),
        ("/2019/a.html", "/2019/a.html"),
        ("/2019/A.htm", "/2019/A.htm"),
        ("/news.php?id=3", "/news.php/"),
        ("/a#b", "/a/"),
        ("/%E5%85%AC%E5%9B%AD/", "/公园/"),
        ("/../../etc/passwd", "/etc/passwd/"),
        ("a//b/./c", "/a/b/c/"),
        ("", "/"),
        ("/", "/"),
    ],
)
def test_old_addresses_stay_on_the_site(alias: str, expected: str) -> None:
    assert address.alias_address(alias) == expected


@pytest.mark.parametrize(
    ("where", "path"),
    [("/", "index.html"), ("/404.html", "404.html"), ("/archive/2025/", "archive/2025/index.html")],
)
def test_an_address_is_a_file(where: str, path: str) -> None:
    assert address.output_path(where) == path


@given(st.text())
def test_no_text_leads_out_of_the_output_folder(text: str) -> None:
    for made in (
        address.page_address(MAIN, text),
        address.edition_address(EditionKey(MAIN.date, text)),
        address.byline_address(text),
        address.section_address(address.slugify(text)),
        address.alias_address(text),
    ):
        parts = address.output_path(made).split("/")
        assert not {"", ".", ".."} & set(parts)
        assert "\0" not in made
