"""What an output is made from, as one digest: if it is the same, so is the output (design rule: hash what is seen)."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.metadata import version

from broadsheet import __version__

LIBRARIES = ("babel", "jinja2", "lunardate", "markdown", "markupsafe", "nh3")
"""Libraries whose version can change a page's bytes."""


def fingerprint(*parts: str) -> str:
    """A digest of texts, in their order, and of the versions of everything that turns them into bytes."""
    digest = sha256(_versions().encode())
    for part in parts:
        digest.update(f"\0{len(part)}\0{part}".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


@cache
def _versions() -> str:
    return " ".join([__version__, *(f"{name} {version(name)}" for name in LIBRARIES)])
