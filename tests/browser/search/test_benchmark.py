"""The benchmark of search, on a paper that is small enough for a test."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[3]


def test_a_paper_is_indexed_once_and_searched(chromium: Browser, tmp_path: Path) -> None:
    assert chromium.is_connected()  # or there is nothing to run this with
    words = [sys.executable, "-m", "benchmarks", "search", "--stories", "25", "--queries", "2", "--folder", tmp_path]
    first, second = (subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True) for _ in range(2))
    for said in (first.stdout, second.stdout):
        assert "1 bundles; gram directory of 0 files" in said
        assert "recall 1.0000, precision 1.0000 over 2 substrings" in said
        for name in ("random substrings", "rare words of the oldest days"):
            assert re.search(rf"{name}: first results \d+ to \d+ ms", said)
            assert re.search(rf"{name}: weight \d+ to \d+ bytes", said)
    assert re.search(r"^indexing: \d+ s, .* together \d+ MB$", first.stdout, re.MULTILINE)
    assert "indexing" not in second.stdout
