"""The record's file: what is written is read, and whatever else stands there is told."""

from __future__ import annotations

import json
from datetime import date
from hashlib import sha256
from typing import Any

import pytest

from broadsheet.model.diagnostic import Diagnostic
from broadsheet.model.edition import EditionKey
from broadsheet.model.seal import Seal, SealedStory, Wording
from broadsheet.reading.seal import read_seal, seal_key, seal_text
from broadsheet.reading.source import Source

FILE = "content/16/sealed-2025-04-16-号外.json"
FIRST = Wording("f" * 64, (("title", ("0a1b2c3d",)), ("paragraph", ("11111111", "22222222"))))
STORIES = (
    SealedStory("/2025/04/16-号外/b/", ("/old/b/",), "b.md", '说“是”："A"\\', "2025-04-16T05:30:00", (FIRST,)),
    SealedStory(
        "/2025/04/16-号外/a/",
        (),
        "../a.md",
        "甲",
        "2025-04-17T00:00:00",
        (FIRST, Wording("e" * 64, (), ("0123456789ab",))),
    ),
)
SEAL = Seal(
    EditionKey(date(2025, 4, 16), '号外"一'),
    "d" * 64,
    "2025-04-16T05:30:00",
    ("/2025/04/16-号外/",),
    tuple(sorted(STORIES, key=lambda story: story.address)),
    FILE,
)


def read(text: str) -> Seal | Diagnostic:
    return read_seal(Source(FILE, text))


def signed(**changed: Any) -> str:
    """A record with other values, and the digest that belongs to them."""
    whole = json.loads(seal_text(SEAL)) | changed
    head = {key: whole.pop(key) for key in ("what", "format", "record")}
    rest = json.dumps(whole, ensure_ascii=False, indent=1).removeprefix("{\n") + "\n"
    head["record"] = sha256(rest.encode()).hexdigest()
    return json.dumps(head, ensure_ascii=False, indent=1).removesuffix("\n}") + ",\n" + rest


def test_a_record_that_is_written_is_read() -> None:
    assert read(seal_text(SEAL)) == SEAL
    assert seal_key(Source(FILE, seal_text(SEAL))) == SEAL.key


def test_the_same_paper_gives_the_same_bytes_and_a_diff_shows_what_changed() -> None:
    other = Seal(SEAL.key, SEAL.files, SEAL.released, SEAL.addresses, STORIES)
    assert seal_text(other) == seal_text(SEAL)
    text = seal_text(SEAL)
    assert json.loads(text)["stories"][0]["title"] == "甲"
    assert '      "paragraph": "11111111 22222222"' in text.split("\n")
    assert "甲" in text


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, "the record of what was published is damaged"),
        ("{}", 1, "the file is no record of what was published"),
        ("[" * 100_000, 1, "the file is no record of what was published"),
        (
            seal_text(SEAL)[:-100],
            len(seal_text(SEAL)[:-100].split("\n")),
            "the record of what was published is damaged",
        ),
        (seal_text(SEAL).replace("甲", "乙"), 4, "the record of what was published was changed by hand"),
        (seal_text(SEAL).replace("\n ],", "\n  ],"), 4, "the record of what was published was changed by hand"),
        (seal_text(SEAL).replace(": 1,", ": 7,"), 3, "format 7, which a newer version of Broadsheet wrote"),
        (seal_text(SEAL).replace(": 1,", ": 999999999999,"), 3, "a newer version of Broadsheet wrote"),
        (seal_text(SEAL).replace('"record"', '"recrd"'), 1, "the file is no record of what was published"),
        (signed(edition="2025-02-30"), 1, "the file is no record of what was published"),
        (signed(edition=16), 1, "the file is no record of what was published"),
        (signed(stories={}), 1, "the file is no record of what was published"),
        (signed(stories=[{"address": "/"}]), 1, "the file is no record of what was published"),
        (signed(addresses=[1]), 1, "the file is no record of what was published"),
        (signed(more=1), 1, "the file is no record of what was published"),
    ],
)
def test_whatever_else_stands_there_is_told(text: str, line: int, message: str) -> None:
    found = read(text)
    assert isinstance(found, Diagnostic)
    assert found.code == "sealed-record"
    assert message in found.message
    assert (found.place.file, found.place.line) == (FILE, line)


def test_a_story_without_a_wording_is_none() -> None:
    stories = json.loads(seal_text(SEAL))["stories"]
    stories[0]["wordings"] = []
    assert isinstance(read(signed(stories=stories)), Diagnostic)
    assert read(signed()) == SEAL
