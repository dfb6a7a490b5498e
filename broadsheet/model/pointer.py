"""What copy says of the way to another page: 下转A04版, 上接A01版, and a body of nothing but “（A04）”."""

from __future__ import annotations

import re

POINTER = re.compile(
    r"[（(【\[]?\s*(?:(?:全文|报道|報道|详情|詳情)?(?:请|請)?(?:详见|詳見|见|見|下转|下轉|转|轉)|see|turn to)?\s*"
    r"(?:第|page|p\.)?\s*([A-Za-z]{0,2}\d{1,3})\s*版?\s*[）)】\]]?\s*[。.]?",
    re.IGNORECASE,
)
"""`（A05）`, `(下转A04版)`, `See page 3`: the way to a story, which is no part of one. The group is the page."""

_NUMBER = (
    r"[ \u3000]*(?:第|page)?[ \u3000]*(?P<page>[A-Za-z]{0,2}[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})[ \u3000]*"
)
JUMP = re.compile(
    rf"[下紧緊]\s*[转轉]{_NUMBER}版|\b(?:continued|turn|jump) (?:on|to) page (?P<on>[A-Z]{{0,2}}[0-9]{{1,3}})",
    re.IGNORECASE,
)
"""Where the copy goes on: 下转A04版, `Continued on page A4`."""
ORIGIN = re.compile(rf"[上紧緊]\s*接{_NUMBER}版|\bcontinued from page (?P<on>[A-Z]{{0,2}}[0-9]{{1,3}})", re.IGNORECASE)
"""Where the copy comes from: 上接A01版, `Continued from page A1`."""
