"""The record of what was published of an edition, as a file: JSON that a person can read and a `diff` can compare.

    {
     "what": …                    what the file is, for who opens it
     "format": 1,                 of the file, and of how wordings are counted (reading/wording.py)
     "record": …                  SHA-256 in hex of all below this line, so that a change by hand shows
     "edition": "2025-04-16",
     "files": …                   SHA-256 of the files that the edition was made from when it was sealed last
     "released": "2025-04-16T05:30:00",
     "addresses": […],            of the front and of pages
     "stories": [{"address", "aliases", "file", "title", "since",
       "wordings": [{"digest", "corrections": […], "parts": {"title": …, "paragraph": "… …"}}, …]}, …]
    }

The same paper gives the same bytes: no time of sealing is in it, and stories are in the order of their addresses. A
file of a format that this version doesn't know is an error, never thrown away: it is the only one that knows.
"""

from __future__ import annotations

import json
import re
from contextlib import suppress
from hashlib import sha256
from json import JSONDecodeError
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from broadsheet.model.diagnostic import Diagnostic
from broadsheet.model.edition import EditionKey
from broadsheet.model.place import Place
from broadsheet.model.seal import Seal, SealedStory, Wording

if TYPE_CHECKING:
    from broadsheet.reading.source import Source

FORMAT = 1
WHAT = (
    "What was published of this edition, written by build.py seal."
    " Who changes a story adds a correction to it; nobody changes this file."
)
RESTORE = "put it back as it was committed last (git checkout); if it never was, delete it and seal again"
_FORMAT = re.compile(r'^ "format": ([0-9]+),$', re.MULTILINE)
_RECORD = re.compile(r'^ "record": "([0-9a-f]{64})",\n', re.MULTILINE)
_EDITION = re.compile(r'^ "edition": ("[0-9]{4}-[0-9]{2}-[0-9]{2}(?: .*)?"),$', re.MULTILINE)


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class _Wording(_Shape):
    digest: str
    corrections: list[str]
    parts: dict[str, str]


class _Story(_Shape):
    address: str
    aliases: list[str]
    file: str
    title: str
    since: str
    wordings: Annotated[list[_Wording], Field(min_length=1)]


class _Record(_Shape):
    what: str
    format: int
    record: str
    edition: str
    files: str
    released: str
    addresses: list[str]
    stories: list[_Story]


def seal_text(seal: Seal) -> str:
    """The file of a record."""
    below = {
        "edition": seal.key.name,
        "files": seal.files,
        "released": seal.released,
        "addresses": seal.addresses,
        "stories": [_written(story) for story in sorted(seal.stories, key=lambda story: story.address)],
    }
    # What stands below the digest is what it is of.
    rest = json.dumps(below, ensure_ascii=False, indent=1).removeprefix("{\n") + "\n"
    head = {"what": WHAT, "format": FORMAT, "record": sha256(rest.encode()).hexdigest()}
    return json.dumps(head, ensure_ascii=False, indent=1).removesuffix("\n}") + ",\n" + rest


def seal_key(source: Source) -> EditionKey | None:
    """The edition that a file is the record of; None for a file that `read_seal` finds fault with at its head."""
    found = _EDITION.search(source.text)
    with suppress(ValueError):
        return EditionKey.named(json.loads(found[1])) if found else None
    return None


def read_seal(source: Source) -> Seal | Diagnostic:
    """The record in a file; a diagnostic for one that is damaged, was changed by hand or is of a newer version."""
    version = _FORMAT.search(source.text)
    if version and int(version[1][:9]) > FORMAT:
        message = f"the record is of format {version[1]}, which a newer version of Broadsheet wrote"
        return _fault(source, version, message, f"update Broadsheet: this one reads format {FORMAT}")
    mark = _RECORD.search(source.text)
    key = seal_key(source)
    same = mark and sha256(source.text[mark.end() :].encode()).hexdigest() == mark[1]
    if same and key:
        with suppress(ValidationError):
            return _seal(key, _Record.model_validate_json(source.text), source.file)
    try:
        json.loads(source.text)
    except RecursionError:
        return _no_record(source)
    except JSONDecodeError as error:
        place = Place(source.file, error.lineno, error.colno)
        message = "the record of what was published is damaged"
        return Diagnostic("sealed-record", message, place, RESTORE, source.line(error.lineno))
    if mark and not same:
        return _fault(source, mark, "the record of what was published was changed by hand", RESTORE)
    return _no_record(source)


def _no_record(source: Source) -> Diagnostic:
    return Diagnostic("sealed-record", "the file is no record of what was published", Place(source.file, 1), RESTORE)


def _fault(source: Source, found: re.Match[str], message: str, hint: str) -> Diagnostic:
    line = source.text.count("\n", 0, found.start()) + 1
    value = re.search(r": (.*),", found[0])
    at, end = value.span(1) if value else (0, 1)
    return Diagnostic("sealed-record", message, Place(source.file, line, at + 1, end - at), hint, source.line(line))


def _written(story: SealedStory) -> dict[str, Any]:
    return {
        "address": story.address,
        "aliases": story.aliases,
        "file": story.file,
        "title": story.title,
        "since": story.since,
        "wordings": [
            {
                "digest": wording.digest,
                "corrections": wording.corrections,
                "parts": {name: " ".join(digests) for name, digests in wording.parts},
            }
            for wording in story.wordings
        ],
    }


def _seal(key: EditionKey, record: _Record, file: str) -> Seal:
    return Seal(
        key=key,
        files=record.files,
        released=record.released,
        addresses=tuple(record.addresses),
        stories=tuple(_story(story) for story in record.stories),
        file=file,
    )


def _story(story: _Story) -> SealedStory:
    return SealedStory(
        address=story.address,
        aliases=tuple(story.aliases),
        file=story.file,
        title=story.title,
        since=story.since,
        wordings=tuple(
            Wording(
                wording.digest,
                tuple((name, tuple(digests.split())) for name, digests in wording.parts.items()),
                tuple(wording.corrections),
            )
            for wording in story.wordings
        ),
    )
