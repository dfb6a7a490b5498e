"""The head and foot of a page: the paper's name, its date and issue, the page and its name, whom to ring up."""

from __future__ import annotations

import re

from broadsheet.reading.byline.names import ADDRESS

_HAN_FIGURES = "[〇零一二三四五六七八九十廿初]"
_MONTH = (
    "(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)"
)
PAGE = (
    r"(?:第?\s*[A-Za-z]?\s*\d{1,3}(?:\s*[-—–~～]\s*[A-Za-z]?\d{1,3})?\s*版|第?[一二三四五六七八九十]{1,3}版"
    r"|[A-Z]\d{1,3}(?:[-—–~～][A-Z]?\d{1,3})?)"
)
_DATE = (
    r"(?:(?:中[华華]民[国國])?\d{2,4}\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?"
    r"|\d{4}\s?[-./]\s?\d{1,2}\s?[-./]\s?\d{1,2}|(?<=\s)\d{1,2}/\d{1,2}$"
    rf"|{_HAN_FIGURES}{{4}}年{_HAN_FIGURES}{{1,3}}月{_HAN_FIGURES}{{1,3}}日"
    rf"|(?:Week of )?{_MONTH} \d{{1,2}}(?:, \d{{4}})?|{_MONTH},? \d{{4}}|\d{{1,2}} {_MONTH} \d{{4}})"
)
_LUNAR = (
    f"(?:[农農][历曆])?(?:[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年)?[闰閏]?[正腊臘冬{_HAN_FIGURES[1:]}{{0,"
    f"2}}月{_HAN_FIGURES}{{2,3}}"
)
_WEEKDAY = r"(?:[（(]?(?:星期|[周週]|[禮礼]拜)[一二三四五六日天][）)]?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_ISSUE = (
    r"(?:总?第\s*[\d〇零一二三四五六七八九十]+\s*[期号號]|今日\s?[\d一二三四五六七八九十]+\s?版"
    r"|(?:国内统一连续出版物号\s*)?CN\s?\d\d-\d{4}(?:/\w+)?|国内统一刊号|邮发代号\S*"
    r"|Vol\. ?\w+|No\. ?\d+|Issue \d+)"
)
EMAIL = rf"(?:(?:邮箱|郵箱|电邮|電郵|E-?mail|信箱)\s*[：:]?\s*)?{ADDRESS}"
PHONE = r"(?:(?:电话|電話|热线|熱線)\s*[：:]?\s*)?\d{3,4}[-—－ ]\d{4,8}"
_SURE = re.compile(
    rf"{_DATE}|{_LUNAR}|{_WEEKDAY}|{_ISSUE}|{PAGE}|(?:Page|PAGE|page) [A-Z]?\d+|\([A-Z]?\d{{1,2}}\)", re.IGNORECASE
)
_FIGURE = re.compile(r"(?:^|(?<=\s))[A-Z]?\d{1,3}(?=\s|$)")
_NAME = re.compile(
    "[\u4e00-\u9fff]{2,8}?(?:[日晚晨早夜时時商快周週新邮郵]报|[日晚晨早夜时時商快周週新邮郵]報|青年报|都市报"
    "|(?<![预預通简簡汇匯海电電情公播申填举舉])[报報])(?![\u4e00-\u9fff])"
    r"|(?:\b(?:The )?(?:[A-Z][\w'’-]*[ -]){0,4}"
    r"(?:Gazette|Times|Herald|Courier|Tribune|Post|Journal|Chronicle|Observer|Independent|Press|News|Lantern|Sentinel"
    r"|Record|Telegraph|Star|Sun|Mail|Standard|Examiner|Weekly|Daily|Messenger|Bulletin|Review)\b)",
    re.IGNORECASE,
)
_BEAT = (
    "(?:头版|本埠|要闻|要聞|时政|時政|焦点|焦點|头条|頭條|城事|都市|社会|社會|民生|社区|社區|本地|本市|地方"
    "|区域|港聞|两岸|兩岸|经济|經濟|财经"
    "|財經|产经|金融|三农|农村|法治|政法|教育|校园|校園|科技|科学|科學|健康|卫生|医疗|体育|體育|体坛|體壇"
    "|文化|文艺|文藝|文娱|娱乐"
    "|娛樂|副刊|读书|讀書|阅读|旅游|旅遊|美食|生活|消费|服务|服務|便民|国际|國際|国内|國內|天下|环球|世界"
    "|时事|综合|綜合|新闻|新聞"
    "|评论|評論|言论|言論|观点|時評|时评|专题|专版|特刊|深度|人物|对话|对谈|影像|图片|視覺|视觉|公告|广告"
    "|廣告|分类|信息|周刊|週刊|问诊"
    "|家庭|亲子|汽车|房产|家居|小记者|副刊)"
)
_BEATS = re.compile(rf"[★☆◆■□●·\s]*(?:{_BEAT}版?[栏欄目]?(?:[·•・｜|/／\-—&、\s★☆◆■□●]+|$)?)+")
_HOUSE_WORDS = re.compile("内部资料|免费(?:交流|赠阅)|准印证?号?|主管|主办|主辦|协办|出版")
_EDITION = re.compile(r"(?:\w+ )?EDITION", re.IGNORECASE)
_HOUSE = re.compile(
    "(?:社址|[\u4e00-\u9fff]{0,8}(?:新闻|新聞|读者|讀者|服务|服務|客服|广告|廣告|发行|發行|财经|爆料|订报|刊登|投稿)"
    "[\u4e00-\u9fff]{0,4}(?:热线|熱線|电话|電話|专线|專線|信箱|邮箱|地址))"
)
_SITE = re.compile(
    "^[广廣]告$|^Advertisement$|^点击[上下]方|长按.{0,8}二维码|扫码关注|[点點][击擊].{0,6}阅读原文|关注我们$"
    "|^[-—– ]*(?:END|end|完)[-—– ]*$|打印本[页頁]|关闭窗口|返回[顶首]|版权所有|版權所有"
    "|不得转载|未经(?:许可|授权)|转载请联系|不构成投资建议|只代表作者|文责自负|^(?:标题|版面)导航$|ICP备"
    "|轉載請註明|转载请注明|^(?:上|下)一[篇版期] ?(?:下一[篇版期])?"
    "|仅代表作者|不代表本[报刊]|往期(?:推荐|回顾|精彩)$|^(?:分享到|责任编辑)[：:]?$|All rights reserved",
    re.IGNORECASE,
)
_SPACED = re.compile(
    r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff](?: [\u4e00-\u9fff]| *$))|(?<= [\u4e00-\u9fff]) (?=[\u4e00-\u9fff](?: |$))"
)
_STOPS = re.compile("[。！？；，]|(?<!小)[记記]者|通[讯訊][员員]")
_LONGEST = 90


def is_folio(text: str, *, edge: bool, head: bool) -> bool:
    """Whether a line says of the page what no story does.

    At the `edge` of a page (its first and last lines) a date and a page number make one, whatever name stands by them;
    at its very `head`, below nothing but its kind, one of them is enough, or the name of a paper or a beat. Elsewhere
    nothing else may stand on the line.
    """
    rest, sure = _SURE.subn(" ", _SPACED.sub("", text))
    if len(text) > _LONGEST or _STOPS.search(rest):
        return False
    rest, names = _NAME.subn(" ", rest)
    rest, printed = _HOUSE_WORDS.subn(" ", rest)
    names += printed
    rest, contacts = re.subn(f"{EMAIL}|{PHONE}", " ", rest)
    rest, figures = _FIGURE.subn(" ", rest) if edge else (rest, 0)
    bare = rest.strip(" ★☆◆■□●·|｜/／-—*•:：")
    beats = bool(_BEATS.fullmatch(bare) or _EDITION.fullmatch(bare))
    words = "" if beats else re.sub(r"[\W_]+", "", bare)
    if not edge:
        return not words and sure >= 2
    parts = sure + names + contacts + figures + beats
    if words:
        brief = head and len(words) <= 6 and sure + figures > 0
        return brief or (sure > 0 and parts >= 2 and len(words) <= (50 if words.isascii() else 24))
    return sure + figures > 1 or (head and sure + figures + names + beats > 0)


def is_beat(text: str) -> bool:
    """Whether a line but names a beat or a page: 人物, 旅游·美食."""
    return _BEATS.fullmatch(text) is not None


def may_be_folio(text: str) -> bool:
    """Whether a part of the line can only be one of a folio."""
    return _SURE.search(text) is not None


def is_house_line(text: str) -> bool:
    """Whether a line at the foot of a page says how to reach the paper itself."""
    return bool(_HOUSE.match(text)) and bool(re.search(rf"{EMAIL}|{PHONE}|\d{{5,}}|地址|邮编|郵編", text))


def is_of_site(text: str) -> bool:
    """Whether a line is what a site or a messenger puts about every text: how to print it, to share it, to follow."""
    return len(text) <= _LONGEST and _SITE.search(text) is not None


def is_rule(text: str) -> bool:
    """Whether a line is a rule or an ornament between texts."""
    return re.fullmatch(r"(?:[-=_~＿－—*]\s*){3,}|(?:[◇◆□■○●※☆★▲△*#]\s*)+", text) is not None
