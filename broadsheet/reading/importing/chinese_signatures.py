"""The grammar of Chinese bylines and signatures, told more freely than copy is read: who did what, and from where."""

from __future__ import annotations

import re
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from broadsheet.reading.byline import is_surely_name
from broadsheet.reading.importing.scores import BARE, MARKED, OFFICE, SHORT, SIGNED, SURELY

if TYPE_CHECKING:
    from collections.abc import Iterator

_BETWEEN = re.compile("[\\s、，,/／·・‧｜|丨_：:（()）〔〕【】\\[\\]&＋+■◆●▲□◇○◎]+")
_SPACED = re.compile("(?:(?<=^)|(?<= ))([\u4e00-\u9fff]) ([\u4e00-\u9fff])(?= |$)")
_STAFF = (
    "(?:记者|記者|通讯员|通訊員|实习生|實習生|评论员|評論員|特派员|撰稿人|特约撰稿|主笔|观察员|指导老师"
    "|指导教师|指導老師|辅导老师|见习生|报道员|報導員)(?:单位|單位)?"
)
_WROTE = (
    "(?:采写|採寫|撰文|撰稿|文字?|图文|文图|圖文|(?:共同|联合|聯合)?(?:采访|採訪)|口述|记录|記錄|整理"
    "|(?:外[电電])?(?:编译|編譯)|供稿|作者|来源|來源|出题|解答人?|答疑|答(?:问|問)?|投稿|著|[译譯]|执笔|執筆"
    "|原创|原創|专访|專訪|主持|讲述|講述|演讲|演講|主讲|主講)"
)
_MADE = (
    "(?:摄影|攝影|摄|攝|图片|圖片|图|圖|视频|制图|製圖|绘图|插图|漫画|供图|供圖|[摄攝][制製录錄]|拍[摄攝]|航拍|翻拍"
    "|影像|照片)"
)
_DESK = (
    "(?:责编|責編|责任编辑|责任編輯|编辑|編輯|校对|校對|审核|受访专家|受訪專家|专家支持|设计|設計|排版|策划|统筹|监制"
    "|剪辑)"
)
_HELD = "(?:报道|報道|報導|摄影报道|攝影報導|图文报道|综合(?:报道|整理|编译|消息)?|等)"
_OUR = "(?:本[报報刊版网網台社文组組期栏欄])?"
_PROFESSION = (
    "(?:医师|醫師|医生|药师|律师|教师|教師|教练|教練|教授|讲师|研究员|院长|主任|校长|馆长|站长|理事|会员|编辑|工程师)"
)
# 优秀指导教师：李某: who was honoured.
_PRAISED = "优秀|優秀|优胜|最佳|获奖|獲獎|先进|十佳"
_ROLE = re.compile(
    f"{_OUR}(?P<who>(?!.{{0,8}}(?:{_PRAISED}))(?:[\u4e00-\u9fff]{{1,10}}?)?{_STAFF}|(?<=本[版刊栏欄期])[\u4e00-\u9fff]{{0,4}}{_PROFESSION}"
    f")|{_OUR}(?P<wrote>(?:{_WROTE}){{1,2}})"
    f"|{_OUR}(?P<made>{_MADE})|(?P<desk>{_DESK})|{_HELD}"
)
_GLUED = re.compile(
    f"(?P<role>(?:[\u4e00-\u9fff]{{0,10}}?){_STAFF}|撰[文稿]|[采採][写寫]|(?:外[电電])?(?:编译|編譯))?(?P<name>[\u4e00-\u9fff]{{2,4}}?)"
    f"(?P<done>{_MADE}|{_WROTE}|{_HELD})?(?:发自.+|[一二三四五六七八九十\\d]+月[一二三四五六七八九十\\d]+日[电電讯訊])?"
)
_OF_OFFICE = re.compile("[\u4e00-\u9fff]{1,3}宣")
_ANYBODY = re.compile("[\u4e00-\u9fff]某{1,2}")
_ANSWERED = re.compile("(?:解答人?|答疑|答[问問]|供稿|执笔|執筆|主持)[：:]")
_GIVEN = re.compile("[\u4e00-\u9fff]{2,14}(?:提供|供图|供圖)")
_PAPER = re.compile("[\u4e00-\u9fff]{1,10}(?:[报報社网網台刊]|新闻|新聞|客户端|融媒体?|传媒|在线|中心)")
_FROM = re.compile(
    "(?:发自|發自)[\u4e00-\u9fff]{0,8}|[\u4e00-\u9fff]{1,8}(?:报道|報道|報導)"
    "|日期|(?:发布)?时间|(?:字数|浏览|阅读|点击)(?:量|次数)?|\\d{2,}(?:字|次)?|\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?"
    "|[\u4e00-\u9fff]{0,2}\\d{4}级[\u4e00-\u9fff\\d]*"
)
_OFFICE_END = (
    "局委办辦处處院站社馆館镇鎮乡鄉部会會厅廳队隊村系级級班科室司厂廠校学學团團组組区區县縣市店所行园園段连連场場"
)
_OF = re.compile(f"[\u4e00-\u9fff]{{1,14}}(?:[{_OFFICE_END}台臺]|中心|[国國高]中|大学|大學|公司|工作室)")
# 口述：李某，八十一岁 and 记者 李某（七十六岁，退休钟表匠）: what is told of a name behind a role.
_TOLD = re.compile(
    "(?:(?<=[/／：:|｜丨])(?P<name>[\u4e00-\u9fff]{2,4})[，,][^，,：:/／|｜。]{2,12}(?= |$)"
    "|(?<=[ /／：:|｜丨])(?P<named>[\u4e00-\u9fff]{2,4})[（(][^（()）]{2,16}[）)])"
)
_OFFICE = re.compile(
    f"[\u4e00-\u9fff·]{{1,14}}(?:[{_OFFICE_END}台臺]|中心|街道|大学|大學|报道|報導)|[\u4e00-\u9fff· ]{{2,16}}(?:供稿"
    "|报送|整理)"
    f"|[\u4e00-\u9fff]{{1,7}}[{_OFFICE_END}] ?(?:宣|讯|訊|文|办)"
    "|作者(?:系|为|為|是|单位).{2,20}|[\u4e00-\u9fff]{2,12}(?:来[信电稿]|投稿)"
)
_SOURCE = re.compile("(?:[据據]|[摘选選]自|原[载載])《[^《》]{2,12}》.{0,6}")
_SENT_IN = re.compile(
    "(?:供稿|来稿|來稿)[：:／/ ][\u4e00-\u9fff ]{2,16}"
    "|(?!.*(?:[给給没沒有的]|[无無]人))[\u4e00-\u9fff· ]{2,16} ?(?:供稿|[来來]稿)"
    f"|(?!.*[有没沒])[\u4e00-\u9fff]{{2,14}}[{_OFFICE_END}](?: ?[回答][复復覆]| 整理)"
    "|[\u4e00-\u9fff]{2,4}[讯訊][／/][\u4e00-\u9fff]{2,4}"
)
_BEARER = re.compile(
    f"(?![访訪致给給献獻谨謹])[\u4e00-\u9fff]{{0,16}}(?:{_PROFESSION}|[员員师師警]|(?<![成增生])[长長]|书记)"
)
_ROOM = re.compile("本[报報刊網网](?:特[约約邀])?(?:评论员|評論員|编辑部|編輯部|评论部|評論部)(?:文章)?")
_ADDRESSED = "(?:师傅|師傅|女士|先生|老师|老師|同学|小姐|大爷|大妈|阿姨|医生)(?:来[信电稿]|投稿)?"
# （工 宣）: a pen name, or an office's short one, alone in its brackets.
_SHORT = re.compile(
    "(?!待?续完?|完|图|圖|上|下|略|节选|全文|外一首|[一二三四五六七八九十]+)[\u4e00-\u9fff]{2,3}"
    "|[\u4e00-\u9fff] [\u4e00-\u9fff]"
)
_STANDING = re.compile(
    "读者|讀者|市民|居民|村民|学生|學生|家长|家長|家属|家屬|患者|业主|乘客|球迷|教师|教師|老师|作者|网友|網友|医生|醫生|医师|护士|员工"
    "|职工|战士|小记者|工人|[乡鄉][亲親]|[高初大][一二三四]|编译|原创|漫画"
    "|(?:书记|主任|经理|董事)(?= |$)"
    "|[员員者师師长長生户戶主工民友迷手](?= |$)|(?:[路街巷弄里庄屯苑坊号號]|胡同)(?= |$)"
    "|(?:视点|视角|时评|漫谈|漫笔|随笔|札记|专栏|專欄|茶座|夜话|论坛|快评|杂谈|絮语)(?= |$)"
    f"|[{_OFFICE_END}](?= |$)|中心(?= |$)|公司|\\d级"
)
_AND_OTHERS = re.compile(" ?等[一二三四五六七八九十百\\d]{1,3}[人户戶名位]$")
_WHENCE = 4
_DEDICATED = re.compile("^[访訪]|献给|獻給|悼|纪念|紀念|致敬")


def han_score(text: str, *, bracket: str, signed: bool) -> float:
    """How much a text looks like a byline; `bracket` is the one before it, `signed` says that a sign is."""
    done = done_by(text := bare(text))
    if "story" in done or _ROOM.fullmatch(text) or _SENT_IN.fullmatch(text):
        return SURELY
    # Other brackets than round ones may hold a column's name, too.
    is_round = bracket in {"（", "("}
    within = SURELY if is_round else MARKED
    somebody = _is_somebody(text)
    if done and not set(done) - {""}:
        return within if bracket else SIGNED if signed or somebody else BARE
    if (bracket or signed) and _SOURCE.fullmatch(text):
        return within
    if bracket and _OFFICE.fullmatch(text):
        return SURELY if is_round else OFFICE
    if somebody:
        return within if bracket else MARKED if signed else SIGNED
    return SHORT if bracket and _SHORT.fullmatch(text) else 0.0


def _name_of(told: re.Match[str]) -> str:
    return told["name"] or told["named"]


def bare(text: str) -> str:
    """A text whose names are whole, with nothing told of them: 记者 李 某（文学院） is 记者 李某."""
    return _SPACED.sub(r"\1\2", _TOLD.sub(_name_of, " ".join(text.split())))


def done_by(text: str) -> tuple[str, ...]:
    """For each group of names in a text what they did: `story`, `picture`, `desk`, or "" where nothing is said.

    There are none where anything else is in the text. Roles stand before their names, 文/李某 图/王某, or behind
    them, 李某 摄.
    """
    kinds = [kind for word in _BETWEEN.split(text) if word for kind in _kinds(word)]
    if "name" not in kinds and _ANSWERED.match(text):
        # 解答人：街道法律服务站
        kinds = ["name" if kind == "of" else kind for kind in kinds]
    if "copy" in kinds or "name" not in kinds or ("of" in kinds and not {"who", "wrote", "made"} & {*kinds}):
        return ()
    # What stands behind 供图 gave the picture; elsewhere an office is where a name belongs.
    kinds = [
        "name" if kind == "of" else kind for before, kind in pairwise(("", *kinds)) if kind != "of" or before == "made"
    ]
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
    if "wrote" in roles or "who" in roles:
        return "picture" if "made" in roles and "wrote" not in roles else "story"
    return "picture" if "made" in roles else "desk" if roles else ""


def _kinds(word: str) -> Iterator[str]:
    """What a word of a byline is: a `name`; its role, `who`, `wrote`, `made`, `desk`; `of` an office; `copy` any other.

    Nothing for a paper, a date, a profession and the like, which may stand with any of them.
    """
    if role := _ROLE.fullmatch(word):
        yield role.lastgroup or "who"
    elif word[-1] in "摄攝" and _is_name(word[:-1]):
        yield from ("name", "made")
    elif len(word) <= 4 and _is_name(word):
        yield "name"
    elif (glued := _GLUED.fullmatch(word)) and _is_name(glued["name"]):
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


def _is_name(text: str) -> bool:
    # 通讯员 市政宣: an office's pen name.
    return _ANYBODY.fullmatch(text) is not None or is_surely_name(text) or _OF_OFFICE.fullmatch(text) is not None


def _is_somebody(text: str) -> bool:
    """Whether a text is names with where their bearers belong: 高一 李某, 李某（教师）, 烟草公司 王某 李某."""
    text = _AND_OTHERS.sub("", text)
    behind = re.fullmatch(
        f"(?P<name>[\u4e00-\u9fff]{{2,3}}) ?(?:[（(][^（()）]{{2,24}}[）)]|[\u4e00-\u9fff]{{2,16}}{_PROFESSION})", text
    )
    if behind:
        return _is_name(behind["name"])
    if re.fullmatch(f"(?:[\u4e00-\u9fff]{{1,10}} )?[\u4e00-\u9fff]{_ADDRESSED}", text):
        return True
    words = text.split(" ")
    names = [word for word in words if len(word) <= 3 and _is_name(word)]
    standing = [word for word in words if word not in names]
    if not names or not 1 <= len(standing) <= 3 or _DEDICATED.search(text):
        return False
    if any(len(word) > 14 or re.search("[，。：；]", word) for word in standing):
        return False
    first = words.index(names[0])
    # Where a name stands first, a longer word says whence its bearer is: 程某 掘进三队, but 阳光 小区 is no byline.
    if words[first : first + len(names)] != names or (first == 0 and len(standing[0]) < _WHENCE):
        return False
    return _STANDING.search(" ".join(standing)) is not None
