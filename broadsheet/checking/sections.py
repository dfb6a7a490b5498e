"""Sections are those that the paper lists, if it lists any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadsheet.checking.rules import at_key, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadsheet.model.article import Article
    from broadsheet.model.diagnostic import Diagnostic
    from broadsheet.model.newspaper import Newspaper


def check_section(article: Article, newspaper: Newspaper) -> Iterator[Diagnostic]:
    """A diagnostic where the article's section is none of the paper's."""
    names = [section.name for section in newspaper.sections]
    if names and article.section and article.section not in names:
        message = f'no section "{article.section}"'
        yield at_key(article, "section", "unknown-section", message, did_you_mean(article.section, names))
