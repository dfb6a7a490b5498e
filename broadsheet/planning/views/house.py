"""The pages of the house: search, corrections, imprint, and the address that leads nowhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from broadsheet.planning.views.article import CorrectionNote, PersonRef
    from broadsheet.planning.views.parts import EditionRef, Link


@dataclass(frozen=True, slots=True)
class PlainView:
    """A page without copy of its own: search, and the page for addresses that lead nowhere."""

    language: str
    address: str
    recent: tuple[EditionRef, ...]


@dataclass(frozen=True, slots=True)
class CorrectionsView:
    """All corrections, newest first."""

    language: str
    address: str
    corrections: tuple[CorrectionNote, ...]


@dataclass(frozen=True, slots=True)
class ImprintView:
    """Who publishes and edits the paper."""

    language: str
    address: str
    html: str
    staff: tuple[PersonRef, ...]
    policies: tuple[Link, ...]
