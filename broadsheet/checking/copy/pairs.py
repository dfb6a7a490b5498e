"""Quotation marks and brackets stand in pairs, one pair within another.

A quotation of several paragraphs opens at the head of each and closes once, at its end (GB/T 15834—2011, 4.8.3; English
papers do the same).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from broadsheet.checking.copy.fault import Fault
from broadsheet.model.script import CLOSING, OPENING, is_han

if TYPE_CHECKING:
    from collections.abc import Iterator

PARTNER = dict(zip(OPENING, CLOSING, strict=True)) | {"(": ")"}
QUOTATIONS = "“‘「『"
INNER = {"“": "‘’", "「": "『』", "《": "〈〉"}
"""What is set inside marks of the same kind."""
_SIGN = re.compile(f"[{OPENING}{CLOSING}()]")
_LATIN = re.compile(r"[A-Za-z0-9À-ɏ]")
# 1）, （一） and the like, and an emoticon: a closing bracket that needs no opening one.
_ITEM = re.compile(
    r"(?:\A|[\s。；，、：:;]|\ufffc)(?:[0-9０-９]{1,3}|[a-zA-Zａ-ｚ]|[一二三四五六七八九十]{1,3}|[①-⑳])\Z"
)
_FACE = re.compile(r"[：:；;＝=][-－]?\Z")


@dataclass(slots=True)
class Pairs:
    """The passages of a galley, one after the other; a quotation may be open from one to the next."""

    waiting: list[tuple[int, Fault]] = field(default_factory=list)
    open: str = ""

    def read(self, number: int, text: str, *, running: bool) -> Iterator[tuple[int, Fault]]:
        """The faults that show at a passage, each with the number of its passage: of this one or one before."""
        if not running:
            for fault in _unpaired(text)[0]:
                yield number, fault
            return
        if self.open and not text.startswith(self.open):
            yield from self.waiting
        self.open, self.waiting = "", []
        faults, left = _unpaired(text)
        for fault in faults:
            yield number, fault
        if left and not faults:
            at, sign = left[0]
            self.open = sign
            hint = f'add "{PARTNER[sign]}"; a quotation that goes on opens the next paragraph with "{sign}", too'
            self.waiting = [(number, Fault("unpaired-mark", at, at + 1, f'"{sign}" is not closed', hint))]

    def end(self) -> Iterator[tuple[int, Fault]]:
        """What is left open at the end of the copy."""
        yield from self.waiting


def _unpaired(text: str) -> tuple[list[Fault], list[tuple[int, str]]]:
    """The first fault of a passage, and the quotations that are open at its end.

    One fault brings others along, so no more is told.
    """
    stack: list[tuple[int, str]] = []
    if not _SIGN.search(text):
        return [], stack
    chinese = is_han(text)
    for found in _SIGN.finditer(text):
        at, sign = found.start(), found[0]
        if sign in PARTNER:
            if sign in INNER and any(other == sign for _, other in stack):
                inner = INNER[sign]
                hint = f'close the first, or set the inner one in "{inner[0]}" and "{inner[1]}"'
                return [Fault("unpaired-mark", at, at + 1, f'"{sign}" inside "{sign}"', hint)], []
            stack.append((at, sign))
            continue
        if sign == "’" and _is_apostrophe(text, at, stack, chinese=chinese):
            continue
        if stack and _closes(stack[-1][1], sign):
            stack.pop()
        elif fault := _stray(text, at, sign, stack):
            return [fault], []
    left = [(at, sign) for at, sign in stack if sign in QUOTATIONS and (chinese or sign != "‘")]
    for at, sign in stack:
        if sign not in QUOTATIONS and sign != "(" and not (_FACE.search(text[:at]) and at + 1 == len(text)):
            hint = f'add "{PARTNER[sign]}"'
            return [Fault("unpaired-mark", at, at + 1, f'"{sign}" is not closed', hint)], []
    return [], left


def _is_apostrophe(text: str, at: int, stack: list[tuple[int, str]], *, chinese: bool) -> bool:
    """Whether ’ stands for a letter (don’t, the ’90s), or closes nothing in a text that has no Han."""
    before, behind = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if _LATIN.match(before) and _LATIN.match(behind):
        return True
    if any(sign == "‘" for _, sign in stack):
        return False
    return not chinese or bool(_LATIN.match(before) or _LATIN.match(behind))


def _closes(opening: str, closing: str) -> bool:
    """Whether two marks are partners; full-width and half-width brackets are told apart by another rule."""
    return PARTNER[opening] == closing or (opening in "(（" and closing in ")）")


def _stray(text: str, at: int, sign: str, stack: list[tuple[int, str]]) -> Fault | None:
    """The fault of a closing mark whose partner is not the last one that is open; None for one that needs none."""
    if any(_closes(opening, sign) for _, opening in stack):
        where, opening = stack[-1]
        if opening == "(" or (opening == "‘" and not is_han(text)):
            while not _closes(stack[-1][1], sign):
                stack.pop()
            stack.pop()
            return None
        message = f'"{opening}" is not closed before "{sign}"'
        return Fault("unpaired-mark", where, where + 1, message, f'add "{PARTNER[opening]}", or take it out')
    if sign in ")）" and (sign == ")" or _ITEM.search(text[:at]) or _FACE.search(text[:at])):
        return None
    partner = OPENING[CLOSING.index(sign)]
    return Fault("unpaired-mark", at, at + 1, f'"{sign}" closes nothing', f'add "{partner}", or take it out')
