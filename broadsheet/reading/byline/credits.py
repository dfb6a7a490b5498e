"""Picture credits that stand as a paragraph of their own: 图片由某某提供, 本报记者 李某 摄."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from broadsheet.reading.byline.grammar import parse_byline

if TYPE_CHECKING:
    from broadsheet.model.byline import Byline, Person

_LONGEST = 200
# Longer lines that begin with a photographer's name go on with copy.
_LONGEST_NAMED = 80
_TRIMMED = re.compile(r"[\s*_□■◎●▲△]*[（(【〔\[［]?(?P<copy>.*?)[）)】〕\]］]?[\s*_]*(?:\{:[^{}]*\}\s*)?$", re.DOTALL)
# A caption that is set as a paragraph, with its credit behind it.
_CAPTION = re.compile(
    r"[↑↓←→]?[上下左右题題]?[图圖][为為：:①-⑨\d一二三四].*[。！？!?”」\s](?P<credit>[^。！？]{2,40})$", re.DOTALL
)

# Copy goes on behind a full stop: more than a credit. Attributes in braces may hold anything.
_GOES_ON = re.compile(r"[^{。]*。[\s*_。.）)】〕]*[^\s*_。.）)】〕{]")

_PICTURES = "(?:[A-Z]?\\d{1,3}版)?(?:本[版文报報刊])?(?:[文均]?中)?(?:[图圖]片?|照片|制[图圖]|[摄攝]影|视频截图)"
_AGENCY = "[\u4e00-\u9fff]{1,10}社"
_CREDIT = re.compile(
    "|".join(
        (
            f"{_PICTURES}(?:除.{{1,12}}外)?[，\\s]?均?由.{{1,60}}(?:提供|供[图圖]|[摄攝])",
            f"{_PICTURES}(?:来源|來源|来自|來自|提供)\\s*[：:/／|｜]?.{{1,60}}",
            f"{_PICTURES}均?[为為](?:资料|資料|受访者|网络|.{{1,40}}[摄攝供]).{{0,20}}",
            "[图圖]片?(?:[据據]|\\s*[/／|｜：:]).{1,40}",
            "供[图圖]\\s*[/／|｜：:].{1,40}",
            ".{1,40}供[图圖]",
            ".{0,12}(?:资料|資料|档案|檔案)(?:图片|圖片|照片|[图圖]|照)",
            f"{_AGENCY}(?:记者|記者)?[发發](?:\\s*[（(].{{1,40}})?",
            f"{_AGENCY}\\s*(?:[图圖]片?|[/／].{{1,12}})",
            "(?:视觉中国|視覺中國|东方IC|CFP|人民图片)(?:供图)?",
            r"(?i:(?:photo(?:graph)?|picture|image|graphic|illustration|credit)s?(?: credits?)?\s*:.{1,80})",
            r"(?i:(?:(?:photos?|pictures?|images?)\s+)?courtesy(?: of)?\b:?.{1,80})",
            r"(?i:(?:photos?|photographs?|pictures?|illustrations?) by .{2,60})",
            r"(?i:(?:ap|afp|epa|reuters|xinhua|staff|file) (?:photos?|images?)(?: ?[/—–-] ?.{1,40}| by .{1,40})?)",
            r"(?i:(?:submitted|contributed|provided) (?:photos?|images?)(?: by .{1,40})?)",
            r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,2} ?/ ?[A-Z][\w.'’-]*(?: [\w.'’&-]+){0,4}",
            r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,2} ?\| ?(?:The|Staff|For)(?: [\w.'’&-]+){0,4}",
            r"(?i:(?:.{0,40}\s)?(?:file photos?|handout|getty images)(?:\s?/.{1,40})?)",
        )
    ),
)
_SEE_PICTURE = re.compile("[见見][图圖][，,：:]?.{2,20}[摄攝]")
_PICTURE_ROLE = re.compile(
    "(?:摄|攝|摄影|攝影|摄像|攝像|拍摄|拍攝|航拍|图|圖|供图|供圖|提供|图片|圖片|制图|製圖|绘图|繪圖|插图"
    "|插圖|插画|插畫|漫画|漫畫"
    r"|图表|圖表|视频|摄影记者|攝影記者)"
    r"|(?:photo|picture|image|illustrat|graphic|drawing|map|cartoon|video)[\w ]*",
    re.IGNORECASE,
)
_OFFICE = re.compile("(?:[记記]者|通[讯訊][员員]|[实實][习習]生)$")


def is_picture_credit(paragraph: str) -> bool:
    """Whether the paragraph says only who made or gave a picture, perhaps behind the picture's caption.

    文/图 王某 and 记者 王某 摄影报道 are a story's bylines, not credits.
    """
    if len(paragraph) > _LONGEST:
        return False
    copy = _trimmed(paragraph)
    if caption := _CAPTION.match(copy):
        copy = caption["credit"].strip(" \u3000（(")
    return _is_credit(copy)


def is_credit_line(paragraph: str) -> bool:
    """Whether the paragraph is a picture credit with no caption before it."""
    return len(paragraph) <= _LONGEST and not _GOES_ON.match(paragraph) and _is_credit(_trimmed(paragraph))


def _trimmed(paragraph: str) -> str:
    found = _TRIMMED.match(paragraph)
    return found["copy"].rstrip("。.").strip() if found else ""


def _is_credit(copy: str) -> bool:
    if not copy or "。" in copy:
        return False
    if _SEE_PICTURE.fullmatch(copy):
        return True
    byline = parse_byline(copy)
    if byline.people and any(person.role for person in byline.people):
        return len(copy) <= _LONGEST_NAMED and not makes_story(byline)
    return _CREDIT.fullmatch(copy) is not None


def makes_story(byline: Byline) -> bool:
    """Whether anybody in the byline did more for the story than its pictures."""
    return any(not _makes_pictures(person) for person in byline.people)


def _makes_pictures(person: Person) -> bool:
    if _PICTURE_ROLE.fullmatch(person.role):
        return True
    words = person.role.split()
    pictures = [word for word in words if _PICTURE_ROLE.fullmatch(word)]
    return bool(pictures) and all(word in pictures or _OFFICE.search(word) for word in words)
