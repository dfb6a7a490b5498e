"""What stands about a picture: its caption and its credit, apart or on one line."""

from __future__ import annotations

import re

from broadsheet.reading.byline import is_picture_credit
from broadsheet.reading.byline.credits import is_credit_line
from broadsheet.reading.importing.signatures import is_picture_signature

_CREDIT_BEHIND = re.compile(
    r"(?<=[。！？!?”」）.])\s*(?P<credit>(?:[（(【〔][^（()）】〕]{2,40}[）)】〕]|[^。！？（(]{2,60}?[。.]?))$"
)

_HINTS = re.compile(
    "[摄攝]$|^(?:[图圖]|[摄攝]影|照片|[图圖]片|制[图圖]|製圖|漫[画畫]|插[图圖])[：:/／|｜丨 ]|供[图圖]"
    "|^(?:[Pp]hotos?|PHOTOS?|[Pp]hotographs?|[Pp]ictures?|[Ii]llustrations?|[Cc]ourtesy)\\b|^(?:Staff"
    "|File) [Pp]hoto"
)
_OF_PICTURES = re.compile("[摄攝图圖画畫]|照片|提供|社|资料|資料|中国|[A-Za-z]{2}")
_OPENS_CREDIT = re.compile(
    "[图圖]片|照片|[摄攝]|供[图圖]|[记記]者|通[讯訊][员員]|本[报報刊网網]|^[（(【〔]|(?i:photo|courtesy|picture)"
)
_LONGEST = 120
_LABELLED = re.compile(r"[\[(](?i:photo|picture|caption)s?: (?P<words>[^\[\]()]{40,})[\])]")
_FOR = re.compile(
    r"(?<=[.!?”\"]) (?P<credit>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){1,2} for (?:the |The )?[A-Z][\w’' -]{2,30})$"
)
_BRACKETED = re.compile("(?P<caption>[^。！？]{2,60})(?P<credit>[（(【〔][^（()）】〕]{2,30}[）)】〕])")


def caption_and_credit(text: str) -> tuple[str, str]:
    """What a line about a picture says of it, and who made it: 图为渡口。王某 摄; "" for what it lacks."""
    if labelled := _LABELLED.fullmatch(text):
        return caption_and_credit(labelled["words"])
    # 图：某某 is a credit, 图：渡口的早晨。 is none.
    if re.match("[图圖][：:].{4,}。$", text):
        return text, ""
    parted = None if is_picture_signature(text) else _parted(text)
    if parted:
        return parted
    # A caption and a credit with no sign between them, as 图为渡口 王某摄.
    return ("", text) if _is_credit(text) or is_picture_credit(text) else (text, "")


def _parted(text: str) -> tuple[str, str] | None:
    """A caption and the credit behind it, by a space, a full stop or brackets."""
    # Behind a full stop first: … on Wednesday. Mary Roe | The Post.
    for space in sorted(re.finditer(" ", text[:_LONGEST]), key=lambda found: text[found.start() - 1] not in ".。！？”"):
        caption, credit = text[: space.start()], text[space.end() :]
        if len(caption) > 3 and not _OPENS_CREDIT.search(caption) and _is_credit(credit):
            return caption, credit
    bracketed = _BRACKETED.fullmatch(text)
    if bracketed and _is_credit(bracketed["credit"]):
        return bracketed["caption"].rstrip(), bracketed["credit"]
    if _is_credit(text):
        return None
    behind = _CREDIT_BEHIND.search(text)
    if behind and _is_credit(behind["credit"]):
        return text[: behind.start()].rstrip(), behind["credit"]
    if made_for := _FOR.search(text):
        return text[: made_for.start()], made_for["credit"]
    return None


def picture_hint(text: str) -> float:
    """How much a short line that no pattern reads may still be a picture's credit or caption."""
    if len(text) > 60 or text.endswith(("。", ".")):
        return 0.0
    return 3.0 if _HINTS.search(text) else 0.0


def _is_credit(text: str) -> bool:
    # 攝影展…，週一休館: a sentence that a craft's name opens is none.
    short = len(text) <= 30 or not re.search("[，。]", text.rstrip("。"))
    return is_picture_signature(text) or (short and _OF_PICTURES.search(text) is not None and is_credit_line(text))
