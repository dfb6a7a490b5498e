from __future__ import annotations

from datetime import date

import pytest

from broadsheet.checking.editions import check_labels
from broadsheet.model.archive import EditionCopy
from broadsheet.model.article import Article
from broadsheet.model.diagnostic import Severity
from broadsheet.model.edition import EditionFile, EditionKey

DAY = date(2025, 4, 16)


def copy(label: str, stories: int = 1, *, planned: bool = False, day: date = DAY) -> EditionCopy:
    key = EditionKey(day, label)
    articles = tuple(Article(f"{n}.md", key, str(n), (str(n),)) for n in range(stories))
    return EditionCopy(key, articles, EditionFile(key, "") if planned else None)


@pytest.mark.parametrize(
    ("label", "others", "hint"),
    [
        ("evning", [""], 'did you mean "evening"?'),
        ("evning", ["late evening"], 'did you mean "late evening"?'),
        ("Fair-Day", ["fairday"], 'did you mean "fairday"?'),
        ("特刊", ["morning"], "an edition.yaml with “label: 特刊” says that it is meant"),
    ],
)
def test_a_label_that_one_story_has_is_told(label: str, others: list[str], hint: str) -> None:
    (found,) = check_labels([*(copy(other, 2) for other in others), copy(label)])
    assert (found.code, found.message) == ("unknown-edition", f'no edition "{label}" on 2025-04-16')
    assert (found.hint, found.severity) == (hint, Severity.WARNING)


@pytest.mark.parametrize(
    "editions",
    [
        [copy("evning")],
        [copy("", day=date(2025, 4, 15)), copy("evning")],
        [copy(""), copy("evning", 2)],
        [copy(""), copy("evning", planned=True)],
        [copy("morning", 2), copy("Evening")],
        [copy("evening", 2, planned=True), copy("")],
    ],
)
def test_an_edition_that_is_meant_is_passed(editions: list[EditionCopy]) -> None:
    assert list(check_labels(editions)) == []
