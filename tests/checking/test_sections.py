from __future__ import annotations

from datetime import date

import pytest

from broadsheet.checking.sections import check_section
from broadsheet.model.article import Article
from broadsheet.model.edition import EditionKey
from broadsheet.model.newspaper import Newspaper, Section


@pytest.mark.parametrize(
    ("section", "listed", "says"),
    [
        ("城市", ("要闻", "城事"), ['no section "城市"']),
        ("城事", ("要闻", "城事"), []),
        ("", ("要闻", "城事"), []),
        ("城市", (), []),
    ],
)
def test_a_section_is_one_of_the_paper_s_if_it_lists_any(
    section: str, listed: tuple[str, ...], says: list[str]
) -> None:
    article = Article("a.md", EditionKey(date(2025, 4, 16)), "a", ("a",), section=section)
    newspaper = Newspaper(sections=tuple(Section(name, name) for name in listed))
    assert [found.message for found in check_section(article, newspaper)] == says
