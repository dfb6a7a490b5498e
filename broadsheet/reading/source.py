"""A file's bytes as text: the one place where an encoding is decided."""

from __future__ import annotations

import re
import unicodedata
from codecs import BOM_UTF8
from dataclasses import dataclass

from broadsheet.model.diagnostic import Diagnostic
from broadsheet.model.place import Place

LONGEST_LINE = 200_000
"""Characters in a line of copy; a longer one is no copy, and regular expressions crawl on it."""
LONGEST_EXCERPT = 400
"""Bytes of a line that is shown to prove its encoding."""


@dataclass(frozen=True, slots=True)
class Source:
    """A text file: `file` as diagnostics name it; `text` has newlines as line ends and no byte order mark."""

    file: str
    text: str

    def line(self, number: int) -> str:
        """Line `number`, counted from 1; "" past the end."""
        lines = self.text.split("\n")
        return lines[number - 1] if 0 < number <= len(lines) else ""


def decode(file: str, data: bytes) -> Source | Diagnostic:
    """The file's text; a diagnostic where the bytes are not UTF-8 or not text, naming the encoding they may have."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _not_utf8(file, data, 0, "UTF-16")
    if b"\x00" in data:
        if not any(data[1:8:2]) or not any(data[0:8:2]):
            return _not_utf8(file, data, 0, "UTF-16")
        place = Place(file, data.count(b"\n", 0, data.index(b"\x00")) + 1)
        hint = "is it a picture or a Word file?"
        return Diagnostic("not-text", "the file holds a NUL byte: it is no text file", place, hint)
    try:
        # The codec that drops a byte order mark itself is written in Python.
        text = data.removeprefix(BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        return _not_utf8(file, data, error.start, _likely_encoding(data))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    longest = max(map(len, text.split("\n"))) if len(text) > LONGEST_LINE else 0
    if longest > LONGEST_LINE:
        number = next(n for n, line in enumerate(text.split("\n"), 1) if len(line) > LONGEST_LINE)
        hint = f"break it into paragraphs; a line may have {LONGEST_LINE:,} characters"
        return Diagnostic("line-too-long", f"a line of {longest:,} characters", Place(file, number), hint)
    return Source(file, unicodedata.normalize("NFC", text))


def _not_utf8(file: str, data: bytes, start: int, encoding: str) -> Diagnostic:
    message = "the file is not UTF-8"
    if encoding == "UTF-16":
        return Diagnostic("encoding", message, Place(file, 1), "it reads as UTF-16: save it again as UTF-8")
    before = data[:start].rpartition(b"\n")[2].decode("utf-8", "replace").removeprefix("\ufeff")
    place = Place(file, data.count(b"\n", 0, start) + 1, len(before) + 1)
    begin, end = data.rfind(b"\n", 0, start) + 1, data.find(b"\n", start)
    line = data[begin : end if end >= 0 else len(data)].rstrip(b"\r")[:LONGEST_EXCERPT]
    if not encoding:
        excerpt = line.decode("utf-8", "replace").removeprefix("\ufeff")
        return Diagnostic("encoding", message, place, "save it again as UTF-8", excerpt)
    hint = f"it reads as {encoding}: save it again as UTF-8 (iconv -f {encoding} -t UTF-8)"
    return Diagnostic("encoding", message, place, hint, line.decode(encoding, "replace"))


def _likely_encoding(data: bytes) -> str:
    """GB18030 or Big5 where the bytes read as common Han text in it, else "".

    Nearly every byte pair is legal in both, so what counts is how many characters come out common: those in the
    first level of GB 2312 for the one (its rows 16 to 55, lead bytes B0 to D7), in Big5's level 1 for the other.
    """
    pairs = re.findall(rb"[\x81-\xfe][\x40-\xfe]", data)
    if not pairs:
        return ""
    simplified = sum((0xB0 <= pair[0] <= 0xD7 and pair[1] >= 0xA1) or 0xA1 <= pair[0] <= 0xA3 for pair in pairs)
    traditional = sum(0xA4 <= pair[0] <= 0xC6 or pair[0] == 0xA1 for pair in pairs)
    for encoding, common in sorted((("GB18030", simplified), ("Big5", traditional)), key=lambda row: -row[1]):
        try:
            data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if common * 10 >= len(pairs) * 8:
            return encoding
    return ""
