"""Pagefind, run as a command: search documents in, one bundle of the search index out.

Beside Pagefind's own files a bundle has `stories.json`, version 2, which the page's counts, filters and order by date
are made from:

    {"version": 2, "sections": ["要闻"], "people": ["王某"], "pages": ["头版"],
     "stories": [["und_64dd906", 20250416, 0, [0], 0, "A01", "evening", 0]]}

A story is the id of its Pagefind fragment, its date, the places of its section, people and page name in the lists
above (-1 for none), its page number, its edition's label, and 1 for a teaser.
"""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pagefind_bin  # type: ignore[import-untyped]  # the package ships no types

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_SIGNATURE = b"pagefind_dcd"
_KEPT = ("pagefind.js", "pagefind-entry.json", "index", "fragment")
_KEPT_SUFFIXES = (".pagefind", ".pf_meta")
_LAST_WORDS = 20  # lines


class SearchIndexError(Exception):
    """The index could not be built; the message ends with what Pagefind said last."""


def build_bundle(documents: Iterable[tuple[str, str]], destination: Path, workdir: Path) -> None:
    """Index `documents` (file name from `document_name`, HTML) into `destination`, which is replaced when all is well.

    `workdir` is a folder of the caller's for temporary files; what was in it under these names goes.
    Raises SearchIndexError where Pagefind is missing, fails, or leaves a document out, and OSError from the disk.
    """
    source, made = workdir / "documents", workdir / "bundle"
    for folder in (source, made):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    count = _write(documents, source)
    _run(source, made)
    _tidy(made)
    stories = _read_stories(made)
    if len(stories) != count:
        raise SearchIndexError(f"Pagefind indexed {len(stories)} of {count} search documents")
    (made / "stories.json").write_text(_Table().fill(stories), encoding="utf-8")
    shutil.rmtree(destination, ignore_errors=True)
    destination.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(made, destination)
    shutil.rmtree(source)


def _write(documents: Iterable[tuple[str, str]], folder: Path) -> int:
    count = 0
    for count, (name, html) in enumerate(documents, start=1):  # noqa: B007 - the last count is the number of documents
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(html, encoding="utf-8")
    return count


def _run(source: Path, made: Path) -> None:
    try:
        command = [pagefind_bin.get_executable(), "--site", source, "--output-path", made, "--quiet"]
        run = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own arguments
    except OSError as error:
        raise SearchIndexError(f"Pagefind cannot be run: {error}") from error
    if run.returncode != 0:
        words = "\n".join((run.stdout + run.stderr).strip().splitlines()[-_LAST_WORDS:])
        raise SearchIndexError(f"Pagefind ended with status {run.returncode}: {words}")


def _tidy(made: Path) -> None:
    """Drop Pagefind's ready-made interfaces (0.4 MB a bundle) and its filter files, which `stories.json` replaces."""
    for path in made.iterdir():
        if path.name in _KEPT or path.suffix in _KEPT_SUFFIXES:
            continue
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()


def _read_stories(made: Path) -> list[tuple[str, dict[str, list[str]]]]:
    """(fragment id, filter values) of every story, newest first and then by address."""
    stories = []
    for path in (made / "fragment").glob("*.pf_fragment"):
        fragment: dict[str, Any] = json.loads(gzip.decompress(path.read_bytes()).removeprefix(_SIGNATURE))
        stories.append((fragment["filters"]["date"][0], fragment["url"], path.stem, fragment["filters"]))
    stories.sort(key=lambda story: story[1])
    stories.sort(key=lambda story: story[0], reverse=True)
    return [(identity, values) for _, _, identity, values in stories]


@dataclass(slots=True)
class _Table:
    """`stories.json` while it is filled: each list of names in the order in which they come up."""

    sections: dict[str, int] = field(default_factory=dict)
    people: dict[str, int] = field(default_factory=dict)
    pages: dict[str, int] = field(default_factory=dict)

    def fill(self, stories: list[tuple[str, dict[str, list[str]]]]) -> str:
        rows = [self._row(identity, values) for identity, values in stories]
        table = {
            "version": 2,
            "sections": list(self.sections),
            "people": list(self.people),
            "pages": list(self.pages),
            "stories": rows,
        }
        return json.dumps(table, ensure_ascii=False, separators=(",", ":")) + "\n"

    def _row(self, identity: str, values: dict[str, list[str]]) -> list[Any]:
        return [
            identity,
            int(values["date"][0].replace("-", "")),
            *(self._place(self.sections, name) for name in values.get("section", [""])),
            [self._place(self.people, name) for name in values.get("byline", [])],
            *(self._place(self.pages, name) for name in values.get("page", [""])),
            *values.get("number", [""]),
            *values.get("edition", [""]),
            len(values.get("teaser", ())),
        ]

    @staticmethod
    def _place(names: dict[str, int], name: str) -> int:
        return names.setdefault(name, len(names)) if name else -1
