"""Names of bylines that are nearly, and not quite, on the staff list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from broadsheet.model.diagnostic import Diagnostic, Severity
from broadsheet.model.script import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadsheet.model.article import Article
    from broadsheet.model.galley import Galley
    from broadsheet.model.newspaper import Newspaper

SHORT = 2
"""Han characters of a name of which one alone says little: half of a city's 王某 differ by one."""
SHORTEST_LATIN = 5
_HAN = re.compile(f"[{HAN}]+")
_REPORTER = re.compile("记者|記者")


def check_staff(article: Article, newspaper: Newspaper, galley: Galley) -> Iterator[Diagnostic]:
    """A warning for each name of the story's bylines that is one character off a name of the staff list.

    A name of two characters counts only where it is a reporter's of the paper's own, with the same surname.
    """
    staff = [member.name for member in newspaper.staff]
    for person in article.people:
        if not staff or person.name in staff:
            continue
        own = _REPORTER.search(person.role) is not None and person.org in {"", "本报", "本報"}
        guess = next((name for name in staff if _near(person.name, name, own=own)), "")
        if guess:
            at = galley.text.find(person.name)
            place = galley.place(max(at, 0), len(person.name) if at >= 0 else 1)
            message = f'"{person.name}" is not on the staff list'
            hint = f'did you mean "{guess}"?'
            yield Diagnostic("unknown-name", message, place, hint, galley.line(place.line), Severity.WARNING)


def _near(name: str, known: str, *, own: bool) -> bool:
    if not _one_off(name.casefold(), known.casefold()):
        return False
    if _HAN.fullmatch(name) and _HAN.fullmatch(known):
        if min(len(name), len(known)) > SHORT:
            return True
        return own and len(name) == len(known) and (name[0] == known[0] or sorted(name) == sorted(known))
    return len(name) >= SHORTEST_LATIN


def _one_off(one: str, other: str) -> bool:
    """Whether a character put in, left out, changed, or two that changed places make one text the other."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, others = one[start:], other[start:]
    swapped = rest[:2] == others[:2][::-1] and rest[2:] == others[2:]
    return rest[1:] == others[1:] or rest[1:] == others or rest == others[1:] or swapped
