"""What one build is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

HOUSE = Path(__file__).resolve().parents[2]
"""Where the project's own layouts and assets stand, for papers that bring none or only some."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Folders and options of a build, as the command line gives them.

    `base_url` is "" where newspaper.yaml's `url` holds; `as_of` None is now,
    and without a zone by the paper's.
    """

    content: Path = Path("content")
    layouts: Path = Path("layouts")
    assets: Path = Path("assets")
    output: Path = Path("public")
    cache: Path = Path(".cache")
    base_url: str = ""
    as_of: datetime | None = None
    workers: int = 1
    drafts: bool = False
    search: bool = True
