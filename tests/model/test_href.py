"""Addresses as links write them."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.model.href import based, encoded, typed


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/2025/04/16/A05/", "/2025/04/16/A05/"),
        ("/bylines/李某/", "/bylines/李某/"),
        ("/a b/", "/a%20b/"),
        ('/a"<>/', "/a%22%3C%3E/"),
        ("/50%?#/", "/50%25%3F%23/"),
        ("/\u3000\u200b/", "/%E3%80%80%E2%80%8B/"),
        ("/it's(1)~!/", "/it's(1)~!/"),
        ("/[x]^`{|}\\/", "/%5Bx%5D%5E%60%7B%7C%7D%5C/"),
    ],
)
def test_a_path_is_safe_and_stays_readable(address: str, expected: str) -> None:
    assert encoded(address) == expected


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_browser_reads_the_path_that_was_meant(address: str) -> None:
    assert unquote(encoded(address)) == address


@pytest.mark.parametrize(
    ("address", "below"), [("/a b/", "/paper/a%20b/"), ("https://x.example/", "https://x.example/"), ("#top", "#top")]
)
def test_addresses_stand_below_the_path_of_the_site(address: str, below: str) -> None:
    assert based(address, "/paper") == below


@pytest.mark.parametrize(
    ("address", "below"), [("/imprint/?a=1#x", "/paper/imprint/?a=1#x"), ("mailto:a@b.example", "mailto:a@b.example")]
)
def test_typed_addresses_keep_what_is_behind_the_path(address: str, below: str) -> None:
    assert typed(address, "/paper") == below
