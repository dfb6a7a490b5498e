"""The marks of a byline: what brackets it, what stands between its words, and what ends a word."""

from __future__ import annotations

import re

from broadsheet.reading.byline.names import ADDRESS

BRACKETED = re.compile(
    r"\s*(?:（([^（）]*)）|\(([^()]*)\)|【([^【】]*)】|〔([^〔〕]*)〕|［([^［］]*)］|〖([^〖〗]*)〗)\s*$"
)
MARKS = re.compile(r"[\s□■◎●○◆◇▲△☉★☆※▌│|｜/／—–-]*")
BETWEEN = re.compile(rf"(?:[\s□■◎●○◆▲、，,;；/／|｜&—–]|{ADDRESS})*(?:[和与與及](?=\s)\s*)?")
BAR = re.compile(r"\s*[/／|｜]\s*\S")
COLON = re.compile(r"\s*[：:]")
REMARK = re.compile("（[^（）]{1,12}）|\\([^()]{1,12}\\)")
# What is no name, up to the next space or mark; behind it names may go on. Copy's own marks end the reading.
ODD = re.compile(r"[^\s、，,;；/／|｜&。！？!?：:“”\"（）()【】\[\]]+")
