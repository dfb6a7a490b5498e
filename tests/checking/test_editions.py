from __future__ import annotations

from datetime import date

import pytest

from broadsheet.checking.editions import check_labels
from broadsheet.model.diagnostic import Severity
from broadsheet.model.edition import EditionKey
from broadsheet.model.place import Place

DAY = date(2025, 4, 16)
Edition = tuple[EditionKey, tuple[Place, str] | None]


def edition(label: str, *, lone: bool = True, day: date = DAY) -> Edition:
    return EditionKey(day, label), (Place("a.md", 3, 10), f"edition: {label}") if lone else None


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
    (found,) = check_labels([*(edition(other, lone=False) for other in others), edition(label)])
    assert (found.code, found.message) == ("unknown-edition", f'no edition "{label}" on 2025-04-16')
    assert (found.hint, found.severity) == (hint, Severity.WARNING)
    assert (found.place, found.excerpt) == (Place("a.md", 3, 10), f"edition: {label}")


@pytest.mark.parametrize(
    "editions",
    [
        [edition("evning")],
        [edition("", day=date(2025, 4, 15)), edition("evning")],
        [edition("", lone=False), edition("evning", lone=False)],
        [edition("morning", lone=False), edition("Evening")],
        [edition("evening", lone=False), edition("")],
    ],
)
def test_an_edition_that_is_meant_is_passed(editions: list[Edition]) -> None:
    assert list(check_labels(editions)) == []
