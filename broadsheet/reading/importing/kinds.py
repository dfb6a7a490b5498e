"""A file of copy by its kind: plain text, HTML or Word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from broadsheet.reading.importing.decoding import NotTextError, decoded
from broadsheet.reading.importing.plain import plain_copy

if TYPE_CHECKING:
    from broadsheet.reading.importing.lines import Copy

_ARCHIVE = b"PK\x03\x04"
_OLD_WORD = b"\xd0\xcf\x11\xe0"
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|div|p|article)\b",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Read:
    """A file's copy, and what it was read as: `UTF-8`, `HTML, GB18030`, `Word`."""

    copy: Copy
    kind: str


def copy_of_file(name: str, data: bytes) -> Read:
    """The copy in a file with this name. Raises NotTextError where there is none that can be read."""
    if data.startswith(_ARCHIVE):
        from broadsheet.reading.importing.word import word_copy  # noqa: PLC0415 - a third of a second that texts save

        return Read(word_copy(data), "Word")
    if data.startswith(_OLD_WORD):
        raise NotTextError("it is of the old Word format: open it in Word and save it as .docx")
    if data.startswith(b"{\\rtf"):
        raise NotTextError("it is RTF: open it in Word and save it as .docx")
    if data.startswith(b"%PDF"):
        raise NotTextError("it is a PDF: copy its text into a file, or have the page as .docx")
    text = decoded(data)
    if name.casefold().endswith((".html", ".htm", ".xhtml")) or _HTML.match(text.text):
        from broadsheet.reading.importing.web import web_copy  # noqa: PLC0415 - as above

        try:
            return Read(web_copy(text.text), f"HTML, {text.encoding}")
        except RecursionError:
            raise NotTextError("its HTML is nested too deep to be copy") from None
    return Read(plain_copy(text.text), text.encoding)
