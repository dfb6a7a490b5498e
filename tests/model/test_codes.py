from __future__ import annotations

import re
from pathlib import Path

import broadsheet
from broadsheet.model.codes import ASKED, CODES, MENDED, READ, RULES, SETTABLE

PACKAGE = Path(broadsheet.__file__).parent
SOURCES = {path: path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py") if path.name != "codes.py"}
USED = re.compile(
    r"""(?:Diagnostic|Problem|PydanticCustomError|_at|at_key|_failed|_note|report|_report_fault)\(\s*"""
    r"""(?:(?:[\w.]+|"\w+"),\s*){0,2}"([a-z]+(?:-[a-z]+)*)",|return "(layout-[a-z]+)\""""
)


def test_every_code_that_is_used_stands_in_the_table() -> None:
    used = {code for text in SOURCES.values() for found in USED.findall(text) for code in found if code}
    assert used - set(CODES) == set()
    assert len(used) > 50


def test_every_code_of_the_table_is_used() -> None:
    everything = "".join(SOURCES.values())
    unused = {code for code in CODES if f'"{code}"' not in everything}
    # The code of a missing key is made of the key's name.
    assert unused <= {"missing-title"}


def test_rules_and_settable_codes_stand_in_the_table() -> None:
    assert RULES < SETTABLE < set(CODES)
    assert ASKED < READ < SETTABLE
    assert MENDED < READ
    assert not READ & RULES


def test_every_code_has_a_line_of_its_own() -> None:
    assert list(CODES) == sorted(CODES)
    assert len(set(CODES.values())) == len(CODES)
