"""Bad input: every kind of mistake, with the exact words that an editor reads.

The cases stand in tests/papers/broken/*.txt, each a small newspaper and what the build says of it:

    ==== a title that is missing
    @@ content/story.md
    ...the file...
    @@ says
    content/story.md:1: error[missing-title]: ...

`@@ content/story.md as gb18030` writes the file in that encoding, `as escaped` reads `\\x07` and the like in it.
What isn't text (broken pictures, folders, links) is made below. `BROADSHEET_UPDATE=1 pytest tests/test_bad_input.py`
writes what the build says now into the files; read the diff.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from broadsheet.cli import main

if TYPE_CHECKING:
    from collections.abc import Iterator

BROKEN = Path(__file__).parent / "papers" / "broken"
UPDATE = bool(os.environ.get("BROADSHEET_UPDATE"))
OLD = {"index.html": b"<p>yesterday's paper", "2025/04/15/index.html": b"\x00\xff old"}


@dataclass(frozen=True)
class Case:
    kind: str
    topic: str
    files: tuple[tuple[str, bytes], ...]
    says: str

    def __str__(self) -> str:
        return f"{self.topic}: {self.kind}"


def cases() -> Iterator[Case]:
    for path in sorted(BROKEN.glob("*.txt")):
        for part in re.split(r"^==== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            kind, _, rest = part.partition("\n")
            named = re.split(r"^@@ (.+)\n", rest, flags=re.MULTILINE)[1:]
            files = dict(zip(named[::2], named[1::2], strict=True))
            says = files.pop("says", "").rstrip("\n")
            says = f"{says}\n" if says else ""
            yield Case(kind, path.stem, tuple(as_bytes(name, text) for name, text in files.items()), says)


def as_bytes(name: str, text: str) -> tuple[str, bytes]:
    path, _, encoding = name.partition(" as ")
    if encoding == "escaped":
        return path, text.encode("ascii", "backslashreplace").decode("unicode_escape").encode()
    return path, text.encode(encoding or "utf-8")


def build(*options: str) -> Result:
    always = ["--no-search", "--no-print", "--quiet", "--workers", "1", "--as-of", "2025-05-01T00:00+08:00"]
    return CliRunner().invoke(main, ["build", *always, *options])


def put(files: tuple[tuple[str, bytes], ...]) -> None:
    for path, data in files:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_bytes(data)


def published() -> dict[str, bytes]:
    return {path.relative_to("public").as_posix(): path.read_bytes() for path in Path("public").rglob("*") if path.is_file()}


@pytest.fixture(autouse=True)
def paper_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    put(tuple((f"public/{name}", data) for name, data in OLD.items()))


def assert_says(result: Result, says: str) -> None:
    """The exact words, and what they mean: an error ends with 1 and changes nothing, a warning publishes."""
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert result.output == says
    assert "Traceback" not in result.output
    if ": error[" in says:
        assert result.exit_code == 1
        assert published() == OLD
    else:
        assert result.exit_code == 0
        assert published() != OLD


@pytest.mark.parametrize("case", list(cases()), ids=str)
def test_bad_input_is_told_exactly_and_the_old_paper_stays(case: Case) -> None:
    put(case.files)
    result = build()
    if UPDATE:
        rewrite(case, result.output)
        case = replace(case, says=result.output)
    assert_says(result, case.says)


def rewrite(case: Case, output: str) -> None:
    path = BROKEN / f"{case.topic}.txt"
    text = path.read_text(encoding="utf-8")
    start = text.index(f"==== {case.kind}\n")
    end = text.find("\n==== ", start) + 1 or len(text)
    part = text[start:end].partition("@@ says\n")[0].rstrip("\n")
    path.write_text(f"{text[:start]}{part}\n@@ says\n{output}\n{text[end:]}".rstrip("\n") + "\n", encoding="utf-8")


def test_at_least_sixty_kinds_are_told() -> None:
    kinds = [case.kind for case in cases()]
    assert len(set(kinds)) == len(kinds) >= 60
