"""Half-width punctuation among Han characters, where a Chinese paper sets full-width."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from broadsheet.checking.copy.fault import Fault
from broadsheet.model.script import CLOSING, FULL_WIDTH, HAN, OPENING

if TYPE_CHECKING:
    from collections.abc import Iterator

FULL = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", ".": "。", "(": "（", ")": "）"}
_WIDE = f"{HAN}{FULL_WIDTH}"
# Behind a Han character or a closing mark. Of what follows, another sign of ASCII would make it an emoticon, an
# ellipsis or code, and a letter or a digit a name: 图.jpg.
_BEHIND = f"(?<=[{HAN}{CLOSING}％])"
_MARK = re.compile(
    rf"{_BEHIND}(?:(?P<mark>[,;!?](?![!-/:-@\[-`{{-~])|:(?![!-/:-@\[-`{{-~]|[DPpOo3](?![0-9A-Za-z])))"
    rf"|(?P<stop>\.(?=[{HAN}{OPENING}{CLOSING}]|\s*\Z)))"
)
_BRACKETS = re.compile(r"\(([^()（）\n]*)\)")
_WIDE_CHARACTER = re.compile(f"[{_WIDE}]")
_HAN = re.compile(f"[{HAN}]")


def half_width_marks(text: str) -> Iterator[Fault]:
    """A fault for each mark and each of a pair of brackets that should be full-width.

    A full stop between Han characters may stand for the dot of a foreign name (·): that is for an editor to say.
    """
    if not _HAN.search(text):
        return
    for found in _MARK.finditer(text):
        at, sign = found.start(), found[0]
        inside = found["stop"] is not None and _HAN.match(text, at + 1) is not None
        yield _fault(at, sign, certain=not inside)
    for found in _BRACKETS.finditer(text):
        if _is_wide(text, found):
            yield _fault(found.start(), "(", certain=True)
            yield _fault(found.end() - 1, ")", certain=True)


def _is_wide(text: str, found: re.Match[str]) -> bool:
    """Whether a pair of brackets stands in Han text: around it, or all that is in it."""
    words = found[1]
    beside = (text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1])
    if _HAN.search(words):
        return not any(re.match(r"[0-9A-Za-z_]", sign) for sign in beside) or any(map(_HAN.match, beside))
    return bool(re.search(r"[0-9A-Za-z]", words)) and all(_WIDE_CHARACTER.match(sign) for sign in beside)


def _fault(at: int, sign: str, *, certain: bool) -> Fault:
    full = FULL[sign]
    hint = f'did you mean "{full}"?' if certain else f'did you mean "{full}", or "·" in a name?'
    return Fault("half-width-mark", at, at + 1, f'half-width "{sign}" in Chinese', hint, full if certain else None)
