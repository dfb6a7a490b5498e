"""A text's bytes as text, in whichever of the encodings that Chinese desks write."""

from __future__ import annotations

from dataclasses import dataclass

NAMES = {"utf_8": "UTF-8", "gb18030": "GB18030", "big5": "Big5", "big5hkscs": "Big5-HKSCS"}
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
STRAY = 200
"""Bytes to each NUL at least, for them to be some program's leavings in a text."""
_COMMON = range(0x4E00, 0xA000)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the name of the encoding that it was in."""

    text: str
    encoding: str


class NotTextError(ValueError):
    """Bytes that are no text in any of the encodings; says why."""


def decoded(data: bytes) -> Decoded:
    """The text of UTF-8, UTF-16, GB18030 (GBK and GB 2312 with it) or Big5. Raises NotTextError."""
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _strictly(data, codec, "UTF-8" if codec == "utf-8-sig" else "UTF-16")
    if b"\x00" in data and (wide := _utf16(data, stray=data.count(0) * STRAY <= len(data))):
        return wide
    try:
        return Decoded(data.decode(), "UTF-8")
    except UnicodeDecodeError as error:
        return _legacy(data, error.start)


def _strictly(data: bytes, codec: str, name: str) -> Decoded:
    try:
        return Decoded(data.decode(codec), name)
    except UnicodeDecodeError as error:
        raise NotTextError(f"it begins as {name}, but byte {error.start + 1} is none") from None


def _utf16(data: bytes, *, stray: bool) -> Decoded | None:
    """UTF-16 without its mark: of the two orders, that in which more characters are Han or ASCII.

    Where neither reads, None if the NUL bytes may be stray ones, which are dropped with other control characters.
    """
    read = []
    for codec in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        usual = sum(ord(char) in _COMMON or 0x20 <= ord(char) < 0x7F or char in "\r\n\t" for char in text)
        read.append((usual / max(len(text), 1), text))
    share, text = max(read, default=(0.0, ""))
    if share < 0.5:
        if stray:
            return None
        raise NotTextError("it holds NUL bytes: is it a picture or a program's own file?")
    return Decoded(text, "UTF-16")


def _legacy(data: bytes, start: int) -> Decoded:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - most copy is UTF-8, and does without

    # Nearly every pair of bytes is legal in both, so what counts is how the text reads.
    best = from_bytes(data, cp_isolation=["gb18030", "big5", "big5hkscs"]).best()
    if best is None:
        raise NotTextError(f"byte {start + 1} is none of UTF-8, and the whole is neither GB18030 nor Big5")
    return Decoded(str(best), NAMES[best.encoding])
