"""What an output is made from, as one digest: if it is the same, so is the output (design rule: hash what is seen)."""

from __future__ import annotations

import os
import re
import sys
from contextlib import suppress
from functools import cache
from hashlib import sha256
from unicodedata import unidata_version

from broadsheet.publishing import disk
from broadsheet.publishing.settings import HOUSE

LIBRARIES = (
    *("babel", "jinja2", "lunardate", "markdown", "markupsafe", "nh3", "pagefind-bin", "pillow", "pydantic"),
    *("pylopdf-fonts-zh-cn", "pylopdf-fonts-zh-tw", "pypdfium2", "python-frontmatter", "pyyaml", "typst", "tzdata"),
)
"""Libraries whose version can change an output's bytes."""


def fingerprint(*parts: str) -> str:
    """A digest of texts, in their order, and of all that turns them into bytes: this package and its libraries."""
    digest = sha256(repr(program()).encode())
    for part in parts:
        digest.update(f"\0{len(part)}\0{part}".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def brief(text: str) -> str:
    """A digest of a text that is only compared with another of the same thing: 16 hexadecimal digits."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@cache
def program() -> dict[str, str]:
    """What turns texts into bytes, by its name: a digest, or a version behind `=`."""
    package = HOUSE / "broadsheet"
    sources = "".join(
        disk.digest(disk.read(package / name)) for name in disk.files_under(package) if name.endswith(".py")
    )
    there = _installed()
    libraries = {f"the library {name}": f"={there.get(name) or _version(name)}" for name in LIBRARIES}
    return {"Broadsheet itself": disk.digest(sources.encode()), "Unicode": f"={unidata_version}", **libraries}


def _installed() -> dict[str, str]:
    """Versions of installed projects by their normalised names, as the names of their `.dist-info` folders give them.

    They are named so by the Python Packaging User Guide's "Recording installed projects". Who finds nothing to build
    waits for little else than imports, and importlib.metadata, which reads the folders, is the dearest of them.
    """
    found: dict[str, str] = {}
    for folder in sys.path:
        with suppress(OSError):
            for name in sorted(os.listdir(folder or ".")):  # noqa: PTH208 - an entry of sys.path is a text
                if name.endswith(".dist-info"):
                    project, _, version = name.removesuffix(".dist-info").rpartition("-")
                    found.setdefault(re.sub(r"[-_.]+", "-", project).lower(), version)
    return found


def _version(name: str) -> str:
    """The version of a project that was installed in another way, as a Linux distribution does."""
    from importlib.metadata import version  # noqa: PLC0415 - as said

    return version(name)
