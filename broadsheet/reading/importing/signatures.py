"""Who signed a text, told more freely than copy is read: on a line of its own, or in the brackets that close it."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from broadsheet.reading.byline import dateline_of, find_bylines, is_surely_name
from broadsheet.reading.importing.folio import EMAIL

if TYPE_CHECKING:
    from collections.abc import Iterator

_BRACKETED = re.compile(
    "[（(【〔［\\[](?P<copy>[^（()）】〕］\\]\\[]{2,24}(?:[（(][^（()）]{2,12}[）)])?)[）)】〕］\\]]"
)
_SIGN = re.compile(r"[□◎■●○△▲◇◆☆★※|]\s*|[—–-]{1,3}\s*|作者[：: ]\s*")
_BETWEEN = re.compile("[\\s、，,/／·｜|丨_：:（()）〔〕【】\\[\\]&＋+]+")
_SPACED = re.compile("(?:(?<=^)|(?<= ))([\u4e00-\u9fff]) ([\u4e00-\u9fff])(?= |$)")
_STAFF = (
    "(?:记者|記者|通讯员|通訊員|实习生|實習生|评论员|評論員|特派员|撰稿人|特约撰稿|主笔|观察员|指导老师"
    "|指导教师|指導老師|辅导老师|见习生|报道员|報導員)"
)
_WROTE = (
    "(?:采写|採寫|撰文|撰稿|文字?|图文|文图|圖文|采访|採訪|口述|记录|整理|编译|編譯|供稿|作者|来源|來源"
    "|出题|解答|答疑|执笔|原创|专访|專訪|主持|讲述)"
)
_MADE = "(?:摄影|攝影|摄|攝|图片|圖片|图|圖|视频|制图|製圖|绘图|插图|漫画|供图|供圖|摄制|航拍|翻拍|影像|照片)"
_DESK = "(?:责编|責編|责任编辑|责任編輯|编辑|編輯|校对|校對|审核|设计|排版|策划|统筹|监制|剪辑)"
_HELD = "(?:报道|報道|報導|摄影报道|攝影報導|图文报道|综合(?:报道|整理|编译|消息)?|等)"
_OUR = "(?:本[报報刊版网網台社文组組期栏欄])?"
_PROFESSION = (
    "(?:医师|醫師|医生|药师|律师|教师|教師|教练|教練|教授|讲师|研究员|院长|主任|校长|馆长|站长|理事|会员|编辑|工程师)"
)
_ROLE = re.compile(
    f"{_OUR}(?P<who>(?:[\u4e00-\u9fff]{{1,10}}?)?{_STAFF}|(?<=本[版刊栏欄期])[\u4e00-\u9fff]{{0,4}}{_PROFESSION})|{_OUR}(?P<wrote>(?:{_WROTE}){{1,2}})"
    f"|{_OUR}(?P<made>{_MADE})|(?P<desk>{_DESK})|{_HELD}"
)
_GLUED = re.compile(
    f"(?P<role>(?:[\u4e00-\u9fff]{{0,10}}?){_STAFF})?(?P<name>[\u4e00-\u9fff]{{2,4}}?)(?P<done>{_MADE}|{_WROTE}"
    f"|{_HELD})?(?:发自.+)?"
)
_ANYBODY = re.compile("[\u4e00-\u9fff]某{1,2}")
_GIVEN = re.compile("[\u4e00-\u9fff]{2,14}(?:提供|供图|供圖)")
_PAPER = re.compile("[\u4e00-\u9fff]{1,10}(?:[报報社网網台刊]|新闻|新聞|客户端|融媒体?|传媒|在线|中心)")
_FROM = re.compile(
    "(?:发自|發自)[\u4e00-\u9fff]{0,8}|[\u4e00-\u9fff]{1,8}(?:报道|報道|報導)"
    "|日期|(?:发布)?时间|(?:字数|浏览|阅读|点击)(?:量|次数)?|\\d{2,}(?:字|次)?|\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?"
    "|[\u4e00-\u9fff]{0,2}\\d{4}级[\u4e00-\u9fff\\d]*"
)
_OFFICE_END = "局委办辦处處院站社馆館镇鎮乡鄉部会會厅廳队隊村系级級班科室司厂廠校学學团團组組区區县縣市店所行园園"
_OF = re.compile(f"[\u4e00-\u9fff]{{2,14}}(?:[{_OFFICE_END}台臺]|中心|大学|大學|公司|工作室)")
# 口述：李某，八十一岁 and 李某（七十六岁，退休钟表匠）: what is told of a name behind a role.
_TOLD = re.compile(
    "(?<=[/／：:|｜丨])(?P<name>[\u4e00-\u9fff]{2,4})(?:[，,][^，,：:/／|｜。]{2,12}(?= |$)|[（(][^（()）]{2,16}[）)])"
)
_OFFICE = re.compile(
    f"[\u4e00-\u9fff·]{{1,14}}(?:[{_OFFICE_END}台臺]|中心|街道|大学|大學|报道|報導)|[\u4e00-\u9fff· ]{{2,16}}(?:供稿"
    "|报送|整理)"
    f"|[\u4e00-\u9fff]{{1,7}}[{_OFFICE_END}] ?(?:宣|讯|訊|文|办)"
    "|作者(?:系|为|為|是|单位).{2,20}|[\u4e00-\u9fff]{2,12}(?:来[信电稿]|投稿)"
)
_BEARER = re.compile(f"[\u4e00-\u9fff]{{0,4}}{_PROFESSION}")
_ROOM = re.compile("本[报報刊網网](?:特[约約邀])?(?:评论员|評論員|编辑部|編輯部|评论部|評論部)(?:文章)?")
_ADDRESSED = "(?:师傅|師傅|女士|先生|老师|老師|同学|小姐|大爷|大妈|阿姨|医生)(?:来[信电稿]|投稿)?"
# （工 宣）: a pen name, or an office's short one, alone in its brackets.
_SHORT = re.compile(
    "(?!待?续完?|完|图|圖|上|下|略|节选|全文|外一首|[一二三四五六七八九十]+)[\u4e00-\u9fff]{2,3}"
    "|[\u4e00-\u9fff] [\u4e00-\u9fff]"
)
_STANDING = re.compile(
    "读者|讀者|市民|居民|村民|学生|學生|家长|家長|家属|家屬|患者|业主|乘客|球迷|教师|教師|老师|作者|网友|網友|医生|醫生|医师|护士|员工"
    "|职工|战士|小记者|[高初大][一二三四]|编译|原创|漫画"
    "|[员員者师師长長生户戶主工民友迷手](?= |$)"
    f"|[{_OFFICE_END}](?= |$)|中心(?= |$)|公司|\\d级"
)
_HINTS = re.compile(
    "(?<!小)[记記]者|通[讯訊][员員]|[实實][习習]生|采写|採寫|撰文|^文[/／：:|｜丨 ]|供稿|特约|特約|^作者"
    "|(?<![\u4e00-\u9fff])编译|整理$|^(?:[Bb]y|BY) [A-Z]"
)
_LATIN = re.compile("[\x00-\u024f‘’“”–—•|]+")
_HOUSE = re.compile(
    "(?:from )?(?:the )?(?:associated press|reuters|ap|afp|agence france-presse|bloomberg(?: news)?|xinhua"
    "|dpa|kyodo|tass"
    r"|(?:[\w’'-]+ ){0,2}staff(?: reports?| writers?| reporters?)?|(?:wire|agency|news) (?:reports?|services?)"
    "|our correspondents?)",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"(?:(?:[\w’'&-]+,? ){0,6}(?:staff|writer|editor|reporter|correspondent|contributor|columnist|critic)s?"
    r"(?: (?:in|at|for|of) [\w’' -]+)?|(?:the )?(?:associated press|reuters|bloomberg)|special to [\w’' -]+"
    r"|for [\w’' -]+)",
    re.IGNORECASE,
)
_ARTICLES = re.compile(r"\b(?:THE|A|AN|OF|IN|AT|TO|FOR|ON|IS|ARE|AND|NO|HIGH|CROSS)\b")
_PERSON = r"(?:[A-Z]\.|[A-Z][\w’'-]{1,14})(?: [A-Z]\.?)?(?: [A-Z][\w’'-]{1,14}){1,2}(?: ['’]\d\d)?"
_BY = re.compile(
    rf"[Bb][Yy]:? {_PERSON}(?:(?:, | and |, and | & ){_PERSON})*,? (?:of |for )?(?:[Tt]he )?[A-Z][\w’'.& -]{{2,40}}"
)
_PHOTO_BY = re.compile(
    r"(?:(?:staff|file|[A-Z][\w.&’'-]+(?: [A-Z][\w.&’'-]+){0,2}) )?"
    r"(?:photos?|photographs?|pictures?|illustrations?|graphic)(?: by|:) .{3,60}",
    re.IGNORECASE,
)
_PEOPLE = re.compile(rf"{_PERSON}(?:(?:, | and |, and | & ){_PERSON})*")
LONGEST = 60
SURELY = 6.0
SIGNED = 3.5
BARE = 2.5
_CLOSES = (
    (re.compile(r"(?<=[。！？!?”」』…）)])\s*(?P<signature>[（(【〔［][^（()）】〕］。！？]{2,24}[）)】〕］])$"), 4.0),
    (re.compile(r"(?<=[。！？!?”」』…）)])\s+(?P<signature>[^（()）】〕］。！？，；“”「」]{2,16})$"), BARE),
    (re.compile(r"(?<=[.!?])\s+(?P<signature>(?:—|–|--|-) ?[A-Z][^.!?,;]{2,30})$"), SIGNED),
)
"""How a signature closes a paragraph, and how much it must look like one: in brackets, behind a space or a dash."""


def signature(text: str) -> float:
    """How much a line looks like a byline alone, as a score: 5 and more where nothing else is likely."""
    if len(text) > LONGEST or dateline_of(text):
        return 0.0
    bracketed = _BRACKETED.fullmatch(text)
    sign = _SIGN.match(text)
    rest = bracketed["copy"].strip() if bracketed else text[sign.end() :] if sign else text
    if _LATIN.fullmatch(rest):
        return _latin(rest, marked=bracketed is not None or sign is not None)
    return _han(rest, bracket=text[0] if bracketed else "", signed=sign is not None) or hint(text)


def _han(text: str, *, bracket: str, signed: bool) -> float:
    done = _read(text)
    if "story" in done or _ROOM.fullmatch(text):
        return SURELY
    # Other brackets than round ones may hold a column's name, too.
    is_round = bracket in {"（", "("}
    within = SURELY if is_round else 5.0
    somebody = _is_somebody(text)
    if done and not set(done) - {""}:
        return within if bracket else SIGNED if signed or somebody else BARE
    if bracket and _OFFICE.fullmatch(text):
        return SURELY if is_round else 4.5
    if somebody:
        return within if bracket else 5.0 if signed else SIGNED
    return 3.0 if bracket and _SHORT.fullmatch(text) else 0.0


def is_picture_signature(text: str) -> bool:
    """Whether a short text names only who made pictures: 图/晚报记者 李某."""
    bracketed = _BRACKETED.fullmatch(text)
    if _PHOTO_BY.fullmatch(bracketed["copy"] if bracketed else text):
        return True
    text = re.sub("[（(].{0,8}署名.{0,6}[）)]$", "", text)
    done = _read(bracketed["copy"] if bracketed else text) if len(text) <= LONGEST else ()
    return "picture" in done and "story" not in done


def hint(text: str) -> float:
    """How much a short line that no grammar reads may still be a byline: for its sign, its brackets, its words."""
    if len(text) > 24 or re.search("[。！？，；：]", text):
        return 0.0
    score = 2.0 if _HINTS.search(text) and text[0] not in "【［[" else 0.0
    if re.fullmatch("[（(〔][\u4e00-\u9fff ·]{2,12}[）)〕]", text) or re.match("[□◎○■] ?[\u4e00-\u9fff]{2,4}$", text):
        score += 1.5
    return score


def is_title_of_signer(text: str) -> bool:
    """Whether a line says what its writer is, or for whom, below the name: Staff writer."""
    return text.isascii() and len(text) <= 50 and _TITLE.fullmatch(text) is not None


def split_signature(text: str) -> tuple[str, str]:
    """A paragraph's copy and the signature that closes it, `…三分钟。（李某）`, `…三分钟。 读者 李某`; "" for none."""
    for pattern, least in _CLOSES:
        found = pattern.search(text)
        if found and signature(found["signature"]) >= least and not is_picture_signature(found["signature"]):
            return (text, "") if find_bylines([text]) else (text[: found.start()].rstrip(), found["signature"])
    return text, ""


def _read(text: str) -> tuple[str, ...]:
    """For each group of names in a text what they did: `story`, `picture` or "" where nothing is said.

    None where anything else is in the text. Roles stand before their names, 文/李某 图/王某, or behind them, 李某 摄.
    """
    text = _SPACED.sub(r"\1\2", _TOLD.sub(r"\g<name>", text))
    kinds = [kind for word in _BETWEEN.split(text) if word for kind in _kinds(word)]
    if "copy" in kinds or "name" not in kinds or ("of" in kinds and not {"who", "wrote", "made"} & {*kinds}):
        return ()
    kinds = [kind for kind in kinds if kind != "of"]
    runs = [list(run) for _, run in groupby(kinds, key=lambda kind: kind == "name")]
    at = 1 if kinds[0] == "name" else 0
    groups = [set(run) for run in runs[at::2]]
    if at == 0 and kinds[-1] != "name":
        # What stands behind the last names is theirs, too: 记者 李某 摄.
        last = groups.pop()
        groups[-1] |= last
    groups += [set()] if at == 1 and kinds[-1] == "name" else []
    return tuple(_done(roles) for roles in groups)


def _done(roles: set[str]) -> str:
    if "wrote" in roles or "who" in roles - {"desk"}:
        return "picture" if "made" in roles and "wrote" not in roles else "story"
    return "picture" if "made" in roles else "desk" if roles else ""


def _kinds(word: str) -> Iterator[str]:
    """What a word of a byline is: `name`, `who`, `wrote` or `made` for a role, `of` an office; `copy` any other."""
    if role := _ROLE.fullmatch(word):
        yield role.lastgroup or "who"
    elif word[-1] in "摄攝" and is_surely_name(word[:-1]):
        yield from ("name", "made")
    elif _ANYBODY.fullmatch(word) or (len(word) <= 4 and is_surely_name(word)):
        yield "name"
    elif (glued := _GLUED.fullmatch(word)) and is_surely_name(glued["name"]):
        if glued["role"]:
            yield "who"
        yield "name"
        if done := _ROLE.fullmatch(glued["done"] or ""):
            yield done.lastgroup or "who"
    elif _GIVEN.fullmatch(word):
        yield from ("made", "name")
    elif _OF.fullmatch(word):
        yield "of"
    elif not any(known.fullmatch(word) for known in (_PAPER, _FROM, _BEARER)):
        yield "copy"


def _is_somebody(text: str) -> bool:
    """Whether a text is a name with where its bearer belongs: 市第七中学 高一 李某, 李某（教师）, 读者 李某."""
    behind = re.fullmatch(
        f"(?P<name>[\u4e00-\u9fff]{{2,3}}) ?(?:[（(][^（()）]{{2,12}}[）)]|[\u4e00-\u9fff]{{2,16}}{_PROFESSION})", text
    )
    if behind:
        return is_surely_name(behind["name"])
    if re.fullmatch(f"(?:[\u4e00-\u9fff]{{1,10}} )?[\u4e00-\u9fff]{_ADDRESSED}", text):
        return True
    *standing, name = text.split(" ")
    if not standing or len(standing) > 3 or any(len(word) > 14 or re.search("[，。：；]", word) for word in standing):
        return False
    return (
        (is_surely_name(name) or bool(_ANYBODY.fullmatch(name)))
        and len(name) <= 3
        and _STANDING.search(" ".join(standing)) is not None
    )


def _latin(text: str, *, marked: bool) -> float:
    if _BY.fullmatch(text):
        return SURELY
    named = re.sub(rf"[\s|,•·/–-]*{EMAIL}", "", text)
    if _HOUSE.fullmatch(text):
        return SURELY
    if named != text:
        found = find_bylines([named])
        return SURELY if (found and found[0].stands_alone) or _PEOPLE.fullmatch(named) else 0.0
    if not _PEOPLE.fullmatch(text):
        return 0.0
    if text.isupper():
        return 0.0 if _ARTICLES.search(text) else 1.0
    return 4.0 if marked or "’" in text or "'" in text else 2.0
