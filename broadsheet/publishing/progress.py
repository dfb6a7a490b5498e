"""How far a build is: what it tells whoever waits for it."""

from __future__ import annotations

from typing import Protocol

STAGES = ("look", "read", "editions", "months", "site", "search", "publish", "check")
"""The stages of a build, in their order."""


class Progress(Protocol):
    """Somebody who waits."""

    def begin(self, stage: str) -> None:
        """A stage of STAGES begins; the one before it is done."""

    def reach(self, done: int, total: int) -> None:
        """So much of the stage is done; `total` may still grow."""


class Silent:
    """Nobody waits."""

    def begin(self, stage: str) -> None:
        """Say nothing."""

    def reach(self, done: int, total: int) -> None:
        """Say nothing."""
