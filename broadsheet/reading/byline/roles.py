"""The words for what somebody did: patterns for roles, organisations, datelines and closing words."""

from __future__ import annotations

import re

from broadsheet.reading.byline.names import HAN

_SLASH = r"\s*[/／、·．&＆+＋|｜]\s*"

# Words that go before 记者 and make one role with it.
_RANK = (
    "(?:见习|見習|实习|實習|首席|特约|特約|特派|特聘|全媒体|全媒體|融媒体|融媒|资深|資深|高级|高級|小|摄影|攝影|文字"
    f"|图片|圖片|视频|体育|體育|财经|財經|专题|深度|调查|[驻駐](?:{HAN}{{1,6}}?)?)"
)
STAFF = (
    f"{_RANK}*(?:记者|記者|通讯员|通訊員|实习生|實習生|评论员|評論員|观察员|觀察員|特派员|特派員"
    "|特约撰稿|特約撰稿|指导老师|指導老師|指导教师|指導教師|报道员|報導員|撰稿人)"
)
_OUR = "本[报報刊网網台臺社]"
_HOUSE = (
    f"{_OUR}|《[^《》]{{2,12}}》|(?:\\w{{2,12}}[·・])?\\w{{1,12}}?"
    "(?:[社报報网網台臺刊云雲]|新闻|新聞|融媒|融媒体|传媒|中心|客户端|频道|电视|卫视|在线)"
)

# One thing done; a single character is a role only where no other follows (文 is a surname too).
_CRAFTS = (
    "摄影报道|攝影報導|攝影報道|图文报道|圖文報導|撰文|撰稿|采写|採寫|采访|採訪|文字|摄影|攝影|摄像|攝像|拍摄|拍攝|航拍"
    "|供稿|提供|供图|供圖|图片|圖片|制图|製圖|绘图|繪圖|插图|插圖|插画|插畫|漫画|漫畫|图表|圖表|整理|编译"
    "|編譯|翻译|翻譯|编写"
    "|編寫|执笔|執筆|口述|作者|主持|统筹|策划|视频|文图|图文|文圖|圖文|文并图|文并摄"
)
_CRAFT = f"(?:(?:{_CRAFTS})|[文图圖摄攝译譯](?!{HAN}))"
CRAFT = f"{_CRAFT}(?:{_SLASH}{_CRAFT})*"
_DESK = "责任编辑|責任編輯|责编|責編|编辑|編輯|校对|校對|责校|美编|美編|版式设计|版式|审核|監製|监制|主编|編審|值班编委"

# Newspapers that set a reporter's place close to the name have their bureaux here.
_BUREAU = (
    "台北|臺北|新北|桃園|台中|臺中|台南|臺南|高雄|基隆|新竹|苗栗|彰化|南投|雲林|嘉義|屏東|宜蘭|花蓮|台東|臺東|澎湖|金門"
    "|香港|澳門|北京|上海|廣州|華盛頓|紐約|倫敦|東京|綜合"
)
_DAY = r"(?:\d{2,4}年)?(?:\d{1,2}月)?\d{1,2}日(?:专|專)?[电電讯訊]"
REPORT = "(?:报道|報道|報導)"
_FROM = f"(?:(?P<place>{HAN}{{1,6}}?)(?:[—－-]{HAN}{{1,4}}?)?)?"
CLOSING = f"(?:[发發]自{HAN}{{1,10}}|{_FROM}(?:连线|連線)?{REPORT}|{HAN}{{1,8}}?{_DAY}|专访|專訪|特稿|等)(?!{HAN})"
# What may follow a name with no space between.
GLUED = (
    f"(?:{_OUR})?{STAFF}|(?:{_CRAFTS}|[摄攝]|{REPORT}|等)(?!{HAN})|[文图圖]{_SLASH}[文图圖摄攝]"
    f"|(?:{_BUREAU})(?:(?:专|專)?[电電]|{_DAY}|{REPORT})"
)

ROLE = re.compile(
    rf"(?:(?P<staff_org>{_HOUSE})?\s?(?P<staff>{STAFF})(?!站)|(?P<craft_org>{_OUR})?(?P<craft>{CRAFT})"
    f"|(?P<desk>{_DESK})"
    r"|(?P<by>[Bb]y(?=\s)))"
)
# Where a byline opens, any word before 记者 is the organisation's name: 津云记者.
OPENING_ROLE = re.compile(rf"(?P<staff_org>\w{{2,12}}?)(?P<staff>{STAFF})")
HOUSE = re.compile(f"(?:{_HOUSE})(?!{HAN})")
CLOSING_WORDS = re.compile(CLOSING)
ENDS_IN_CRAFT = re.compile(f"(?:{_CRAFT}|[摄攝])$")

_PLACE = rf"(?:(?:(?![记記]者){HAN}){{1,10}}?)?\s?"
DATELINE = re.compile(
    rf"[【〖]?(?:据|據)?(?:(?P<our>{_OUR})(?:综合)?(?:{_PLACE}{_DAY}|{HAN}{{0,4}}?[讯訊](?!{HAN})|消息(?!{HAN})"
    r"|[综綜]合(?=[ \t\u3000]))"
    rf"|(?P<agency>{HAN}{{2,8}}?(?:社|网|網)|{HAN}{{0,8}}?(?:[早日晚时時]|都市)[报報])"
    rf"(?:{_PLACE}{_DAY}|{_PLACE}(?:[电電]|[讯訊](?=[ \t\u3000（(]))(?!{HAN}))"
    rf"|(?P<paper>(?:(?![记記]者){HAN}){{1,6}}?[报報刊](?:全媒体|全媒體)?(?:专|專)?[讯訊])(?!{HAN})"
    rf"|(?<=【)(?:{HAN}{{2,6}}|[特专專])[讯訊](?:综述|綜述)?(?=】)"
    rf"|{HAN}{{2,4}}[讯訊](?=(?:[（(][^（()）]{{0,10}}|[ \t\u3000]+(?=.{{30}}))(?:[记記]者|通[讯訊][员員]))"
    rf"|[综綜]合(?:外[电電])?(?:消息|{REPORT})(?!{HAN}))[】〗]?"
)
ISSUED = re.compile(rf"(?P<agency>{HAN}{{2,8}}?社)[发發]\s*(?=[（(])")
