"""What stands about a picture: its caption and its credit, apart or on one line."""

from __future__ import annotations

import re

from broadsheet.reading.byline import is_picture_credit
from broadsheet.reading.byline.credits import is_credit_line

_CREDIT_BEHIND = re.compile(
    r"(?<=[。！？!?”」）.])\s*(?P<credit>(?:[（(【〔][^（()）】〕]{2,40}[）)】〕]|[^。！？（(]{2,60}?[。.]?))$"
)

_BRACKETED = re.compile("(?P<caption>[^。！？]{2,60})(?P<credit>[（(【〔][^（()）】〕]{2,30}[）)】〕])")


def caption_and_credit(text: str) -> tuple[str, str]:
    """What a line about a picture says of it, and who made it: 图为渡口。王某 摄; "" for what it lacks."""
    if is_credit_line(text):
        return "", text
    behind = _CREDIT_BEHIND.search(text)
    if behind and is_credit_line(behind["credit"]):
        return text[: behind.start()].rstrip(), behind["credit"]
    bracketed = _BRACKETED.fullmatch(text)
    if bracketed and is_credit_line(bracketed["credit"]):
        return bracketed["caption"].rstrip(), bracketed["credit"]
    # A caption and a credit with no sign between them, as 图为渡口 王某摄.
    return ("", text) if is_picture_credit(text) else (text, "")
