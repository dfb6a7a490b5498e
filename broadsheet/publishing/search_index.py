"""Pagefind, run as a command: search documents in, one bundle of the search index out.

A bundle has Pagefind's own index and fragments; its program (`pagefind.js`, `wasm.pagefind`), `pagefind-entry.json`
and `pagefind.bundle.pf_meta` under names that are the same in every bundle, so that a browser can ask for them without
having read one of them first; and `stories.json`, version 3, which counts, filters and order by date are made from:

    {"version": 3, "sections": ["要闻"], "people": ["王某"], "pages": ["头版"],
     "stories": [["und_64dd906", 20250416, 0, [0], 0, "A01", "evening", 0, 12]]}

A story is the id of its Pagefind fragment, its date, the places of its section, people and page name in the lists
above (-1 for none), its page number, its edition's label, 1 for a teaser, and the number of words in its title, which
are the first of the document. Stories stand newest first, then by address.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import zlib
from collections import defaultdict
from contextlib import nullcontext
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pagefind_bin  # type: ignore[import-untyped]  # the package ships no types

from broadsheet.publishing.progress import BEAT, beat
from broadsheet.rendering.search.bundles import TABLE_VERSION
from broadsheet.rendering.search.document import (
    ANY_LANGUAGE,
    document_name,
    search_language,
    title_words,
    write_document,
)
from broadsheet.rendering.search.grams import grams_of, write_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from contextlib import AbstractContextManager

    from broadsheet.rendering.search.document import SearchDocument

RELEASE = version("pagefind-bin")
"""Of Pagefind, on this machine."""

DOCUMENTS, SPARE = "documents", "spare"
"""Folders of documents: those that were indexed last, and some that nobody needs.

Files are used again because a file system is slow to find room for new ones where it has just removed many: ext4 looks
at each of those for minutes, which took a quarter of the time that a million stories took.
"""

_META = "bundle"
_KEPT = ("pagefind.js", "pagefind-entry.json", "wasm.pagefind", f"pagefind.{_META}.pf_meta", "index", "fragment")
_ADDRESS = re.compile(r'pagefind_dcd\{"url":("(?:[^"\\]|\\.)*")')
_GZIP = 31  # zlib's word for: with a gzip header
_LAST_WORDS = 20  # lines


class SearchIndexError(Exception):
    """The index could not be built; the message ends with what Pagefind said last."""


def build_bundle(
    documents: Iterable[SearchDocument],
    paper_language: str,
    destination: Path,
    grams: Path,
    workdir: Path,
    *,
    turn: AbstractContextManager[object] | None = None,
) -> None:
    """Index `documents`, all of one search language, into `destination`, which is replaced when all is well.

    The bundle's list of grams is written to the file `grams` (see `rendering.search.grams`; empty for an index of
    words), last of all. `workdir` is a folder of the caller's for temporary files; what was in it under these names
    goes. The documents are left in it as `DOCUMENTS`, and the files of another bundle's, as `SPARE`, are used for them.
    They are taken one at a time and not kept. Pagefind, which takes much memory, runs within `turn`. Raises
    SearchIndexError where Pagefind is missing, fails, or leaves a document out, and OSError from the disk.
    """
    source, made = workdir / DOCUMENTS, workdir / "bundle"
    for folder in (source, made):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    facts, listed = _write(documents, paper_language, source, _single(workdir / SPARE))
    with turn or nullcontext():
        _run(source, made)
    _tidy(made)
    (made / "stories.json").write_text(_table(facts, _fragments(made)), encoding="utf-8")
    shutil.rmtree(destination, ignore_errors=True)
    destination.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(made, destination)
    grams.parent.mkdir(parents=True, exist_ok=True)
    grams.write_bytes(listed)


@dataclass(frozen=True, slots=True)
class _Facts:
    """What `stories.json` says of a document."""

    date: int
    section: str
    people: tuple[str, ...]
    page_name: str
    page_number: str
    edition: str
    teaser: bool
    title_words: int


def _write(
    documents: Iterable[SearchDocument], paper_language: str, folder: Path, spare: Iterator[Path]
) -> tuple[list[tuple[str, _Facts]], bytes]:
    """(address, facts) of each document, and the list of the grams in all of them."""
    facts: list[tuple[str, _Facts]] = []
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, document in enumerate(documents):
        _lay(folder / document_name(document.address), write_document(document, paper_language).encode(), spare)
        facts.append((document.address, _facts(document, paper_language)))
        if search_language(document, paper_language) == ANY_LANGUAGE:
            for gram in set(grams_of(document)):
                places[gram].append(place)
    return facts, write_list(places)


def _lay(path: Path, data: bytes, spare: Iterator[Path]) -> None:
    """Write a document, in a spare folder and over the document in it, if there is one."""
    folder = None if path.parent.exists() else next(spare, None)
    if folder is None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return
    path.parent.parent.mkdir(parents=True, exist_ok=True)
    folder.rename(path.parent)
    with path.open("r+b") as file:
        file.write(data)
        file.truncate()


def _single(folder: Path) -> Iterator[Path]:
    """The folders below one that have a document and nothing else in them."""
    for path, folders, files in os.walk(folder):
        if files and not folders:
            yield Path(path)


def _facts(document: SearchDocument, paper_language: str) -> _Facts:
    return _Facts(
        int(f"{document.date:%Y%m%d}"),
        document.section,
        document.people,
        document.page_name,
        document.page_number,
        document.edition,
        document.teaser,
        title_words(document, paper_language),
    )


def _run(source: Path, made: Path) -> None:
    try:
        command = [pagefind_bin.get_executable(), "--site", source, "--output-path", made, "--quiet"]
        run = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)  # noqa: S603 - our own arguments
    except OSError as error:
        raise SearchIndexError(f"Pagefind cannot be run: {error}") from error
    told = ""
    with run:
        try:
            while run.returncode is None:
                try:
                    told = "".join(run.communicate(timeout=BEAT))
                except subprocess.TimeoutExpired:
                    beat()
        finally:
            run.kill()  # for who is interrupted: one that has ended takes no notice
    if run.returncode != 0:
        words = "\n".join(told.strip().splitlines()[-_LAST_WORDS:])
        raise SearchIndexError(f"Pagefind ended with status {run.returncode}: {words}")


def _tidy(made: Path) -> None:
    """Give files their lasting names, and drop Pagefind's ready-made interfaces (0.4 MB a bundle)."""
    for path in made.glob("wasm.*.pagefind"):
        path.rename(made / "wasm.pagefind")
    for path in made.glob("pagefind.*.pf_meta"):
        path.rename(made / f"pagefind.{_META}.pf_meta")
    for path in made.glob("pagefind-entry.json"):
        entry = json.loads(path.read_text(encoding="utf-8"))
        entry["languages"] = {language: facts | {"hash": _META} for language, facts in entry["languages"].items()}
        path.write_text(json.dumps(entry, ensure_ascii=False), encoding="utf-8")
    for path in made.iterdir():
        if path.name in _KEPT:
            continue
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()


def _fragments(made: Path) -> dict[str, str]:
    """Address -> fragment id. A fragment begins with its address: no more of it is decompressed than that."""
    fragments = {}
    for path in (made / "fragment").glob("*.pf_fragment"):
        opening = zlib.decompressobj(_GZIP).decompress(path.read_bytes(), 4_096).decode("utf-8", "replace")
        if address := _ADDRESS.match(opening):
            fragments[json.loads(address[1])] = path.stem
    return fragments


def _table(facts: list[tuple[str, _Facts]], fragments: dict[str, str]) -> str:
    """`stories.json`; each list of names in the order in which they come up."""
    left_out = [address for address, _ in facts if address not in fragments]
    if left_out:
        raise SearchIndexError(f"Pagefind left out {len(left_out)} of {len(facts)} search documents: {left_out[0]} …")
    sections: dict[str, int] = {}
    people: dict[str, int] = {}
    pages: dict[str, int] = {}
    stories: list[list[Any]] = [
        [
            fragments[address],
            story.date,
            _place(sections, story.section),
            [_place(people, name) for name in story.people],
            _place(pages, story.page_name),
            story.page_number,
            story.edition,
            int(story.teaser),
            story.title_words,
        ]
        for address, story in sorted(facts, key=lambda row: (-row[1].date, row[0]))
    ]
    lists = {"sections": [*sections], "people": [*people], "pages": [*pages]}
    table = {"version": TABLE_VERSION, **lists, "stories": stories}
    return json.dumps(table, ensure_ascii=False, separators=(",", ":")) + "\n"


def _place(names: dict[str, int], name: str) -> int:
    return names.setdefault(name, len(names)) if name else -1
