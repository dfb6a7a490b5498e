"""Half-width punctuation among Han characters, where a Chinese paper sets full-width."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from broadsheet.checking.copy.fault import Fault
from broadsheet.model.script import CLOSING, FULL_WIDTH, HAN, OPENING, QUOTES, is_han

if TYPE_CHECKING:
    from collections.abc import Iterator

FULL = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", ".": "。", "(": "（", ")": "）"}
_WIDE = f"{HAN}{FULL_WIDTH}{QUOTES}"
# Another sign of ASCII behind it makes it an emoticon, an ellipsis or code; a letter or a digit behind a full stop
# makes it a name: 图.jpg.
_ALONE = r"(?![!#-/:-@\[-`{-~])"
_MARK = re.compile(
    rf"(?<=[{HAN}{CLOSING}％])"
    rf"(?:(?P<mark>[,;!?]{_ALONE}(?![ ][A-Za-z])|:{_ALONE}(?![DPpOo3](?![0-9A-Za-z])))"
    rf"|(?P<stop>\.(?=[{HAN}{OPENING}{CLOSING}\"]|\s*\Z)))"
)
_BRACKETS = re.compile(r"\(([^()（）\n]*)\)")
_MIXED = re.compile(r"(?P<open>\()[^()（）\n]*）|（[^()（）\n]*(?P<close>\))")
_WIDE_CHARACTER = re.compile(f"[{_WIDE}]")
_HAN = re.compile(f"[{HAN}]")


def half_width_marks(text: str) -> Iterator[Fault]:
    """A fault for each mark and each bracket in Han text that should be full-width.

    A full stop between Han characters may stand for the dot of a foreign name (·): that is for an editor to say.
    """
    if not is_han(text):
        return
    for found in _MARK.finditer(text):
        at, sign = found.start(), found[0]
        inside = found["stop"] is not None and _HAN.match(text, at + 1) is not None
        yield _fault(at, sign, certain=not inside)
    for found in _BRACKETS.finditer(text):
        if _is_wide(text, found):
            yield _fault(found.start(), "(", certain=True)
            yield _fault(found.end() - 1, ")", certain=True)
    for found in _MIXED.finditer(text):
        side = str(found.lastgroup)
        yield _fault(found.start(side), found[side], certain=True)


def _is_wide(text: str, found: re.Match[str]) -> bool:
    """Whether a pair of brackets stands in Han text: between Han characters, or round some beside one."""
    words = found[1]
    beside = (text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1])
    wide = [sign in {"", "\n"} or _WIDE_CHARACTER.match(sign) is not None for sign in beside]
    if _HAN.search(words):
        return all(wide) or any(map(_HAN.match, beside))
    return bool(re.search(r"[0-9A-Za-z]", words)) and all(map(_WIDE_CHARACTER.match, beside))


def _fault(at: int, sign: str, *, certain: bool) -> Fault:
    full = FULL[sign]
    hint = f'did you mean "{full}"?' if certain else f'did you mean "{full}", or "·" in a name?'
    return Fault("half-width-mark", at, at + 1, f'half-width "{sign}" in Chinese', hint, full if certain else None)
