"""The project's habits: one style, strict types, and a reason for every exception."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MARK = re.compile(r"# (?:noqa: [A-Z]+\d+(?:, ?[A-Z]+\d+)*|type: ignore\[[\w-]+(?:, ?[\w-]+)*\])(?P<reason>.*)")


@pytest.mark.parametrize("words", ["ruff check", "ruff format --check", "mypy"])
def test_the_tools_find_nothing(words: str) -> None:
    run = subprocess.run([sys.executable, "-m", *words.split()], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize("folder", ["broadsheet", "tests"])
def test_every_exception_from_a_rule_gives_its_reason(folder: str) -> None:
    without = [
        f"{file.relative_to(ROOT).as_posix()}:{number}"
        for file in sorted((ROOT / folder).rglob("*.py"))
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        for found in MARK.finditer(line)
        if not re.search(r"\w", found["reason"])
    ]
    assert without == []
