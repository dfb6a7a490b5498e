"""Who signed a text, where no word such as 记者 or By says so: names alone, an office, a class, a wire service."""

from __future__ import annotations

import re

from broadsheet.reading.byline import find_bylines, is_surely_name

_BRACKETED = re.compile("[（(【〔［\\[](?P<copy>[^（()）】〕］\\]\\[]{2,24}(?:[（(][^（()）]{2,12}[）)])?)[）)】〕］\\]]")
_SIGN = re.compile(r"[□◎■●○△▲◇◆☆★※|]\s*|[—–-]{1,3}\s*|作者[：: ]\s*")
_CLOSES = re.compile(r"(?<=[。！？!?”」』…）)])\s*(?P<signature>[（(【〔［][^（()）】〕］。！？]{2,24}[）)】〕］])$")
_PARTED = re.compile("[ 、，,/／]")
_SPACED = re.compile(r"(\S) (\S)")
_OFFICE = re.compile(
    "[\u4e00-\u9fff·]{1,14}(?:局|委|办|辦|处|處|院|中心|公司|站|社|馆|館|镇|鎮|乡|鄉|街道|学校|學校|大学|大學|部|会|會|厅|廳|队|隊|村|报道|報導)"
    "|[\u4e00-\u9fff· ]{2,16}(?:供稿|报送|整理)|作者(?:系|为|為|是|单位).{2,20}"
)
_STANDING = re.compile(
    "读者|讀者|市民|居民|村民|学生|學生|家长|家長|教师|教師|老师|作者|网友|網友|医生|醫生|医师|护士|小记者|中学|中學|小学|小學|大学|大學"
    "|[高初][一二三]|[一二三四五六]年级|\\d班|班$|局$|院$|社区|公司|编译|原创|漫画"
)
_HOUSES = (
    r"(?:from )?(?:the )?(?:associated press|reuters|ap|afp|agence france-presse|bloomberg(?: news)?|xinhua|dpa|kyodo|tass"
    r"|(?:[\w’'-]+ ){0,2}staff(?: reports?| writers?| reporters?)?|(?:wire|agency|news) (?:reports?|services?)|our correspondents?)"
)
_HOUSE = re.compile(_HOUSES, re.IGNORECASE)
_TITLE = re.compile(
    r"(?:[\w’'-]+ ){0,3}(?:staff|writers?|editors?|reporters?|correspondents?|contributors?|columnists?|critics?)", re.IGNORECASE
)
_PERSON = r"[A-Z][\w’'-]{1,14}(?: [A-Z]\.?)?(?: [A-Z][\w’'-]{1,14}){1,2}(?: ['’]\d\d)?"
_PEOPLE = re.compile(rf"{_PERSON}(?:(?:, | and |, and | & ){_PERSON})*")
_CRAFT = (
    "(?:来源|來源|出品|文字?|撰文|撰稿|作者|采写|採寫|采访|採訪|口述|整理|记者|記者|通讯员|實習生|实习生|本刊记者|本报记者|图片?|圖片?|摄影|攝影|制图"
    "|视频|剪辑|设计|编辑|編輯|排版|校对|审核|策划|统筹|监制)"
)
_CRAFTS = re.compile(rf"(?:{_CRAFT}\s?[｜|丨_/／：:]\s?[^\s｜|丨_：:]{{2,12}}\s*)+")
_WRITES = re.compile(r"(?:^|\s)(?:文字?|撰文|撰稿|作者|采写|採寫|采访|採訪|口述|整理|[本报刊]*记者|記者|通讯员)\s?[｜|丨_/／：:]")


def signature(text: str) -> float:
    """How much a line looks like a byline alone, as a score: 5 and more with a sign or in brackets, 2 for a bare name."""
    bracketed = _BRACKETED.fullmatch(text)
    sign = _SIGN.match(text)
    marked = bracketed is not None or sign is not None
    rest = bracketed["copy"].strip() if bracketed else text[sign.end() :] if sign else text
    if rest.isascii():
        return _latin(rest, marked=marked)
    if _CRAFTS.fullmatch(rest) and _WRITES.search(rest):
        return 6.0
    if _are_names(rest):
        return 5.0 if bracketed else 3.5 if sign else 2.5
    if bracketed and _OFFICE.fullmatch(rest):
        return 4.5
    return (5.0 if marked else 4.0) if _is_somebody(rest) else 0.0


def is_title_of_signer(text: str) -> bool:
    """Whether a line says what its writer is, below the name: Staff writer."""
    return text.isascii() and len(text) <= 40 and _TITLE.fullmatch(text) is not None


def split_signature(text: str) -> tuple[str, str]:
    """A paragraph's copy and the signature in brackets that closes it, `…三分钟。（李某）`; "" where there is none."""
    found = _CLOSES.search(text)
    if found is None or find_bylines([text]) or signature(found["signature"]) < 4:
        return text, ""
    return text[: found.start("signature")].rstrip(), found["signature"]


def _are_names(text: str) -> bool:
    names = _PARTED.split(_SPACED.sub(r"\1\2", text) if re.fullmatch(r"\S \S", text) else text)
    return len(names) <= 4 and all(2 <= len(name) <= 4 and is_surely_name(name) for name in names)


def _is_somebody(text: str) -> bool:
    """Whether a text is a name with where its bearer belongs: 市第七中学 高一 李某, 李某（教师）, 读者 李某."""
    behind = re.fullmatch("(?P<name>[\u4e00-\u9fff]{2,3}) ?[（(][^（()）]{2,12}[）)]", text)
    if behind:
        return is_surely_name(behind["name"])
    *standing, name = text.split(" ")
    if not standing or len(standing) > 3 or any(len(word) > 14 or re.search("[，。：；]", word) for word in standing):
        return False
    return 2 <= len(name) <= 3 and is_surely_name(name) and _STANDING.search(" ".join(standing)) is not None


def _latin(text: str, *, marked: bool) -> float:
    if _HOUSE.fullmatch(text):
        return 6.0
    if len(text) > 60 or not _PEOPLE.fullmatch(text):
        return 0.0
    return 4.0 if marked or "’" in text or "'" in text else 2.0
