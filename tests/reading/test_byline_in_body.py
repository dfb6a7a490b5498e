from __future__ import annotations

import re
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.reading.byline import copy_of, dateline_of, find_bylines, is_picture_credit

COPY = "园区的新楼里，第一批企业上周搬了进来。"
STORY = "The council met on Tuesday and went home early."
NOTE = '!!! note "来信"\n    请写明姓名。'
INVITATION = "如有意见和建议，请于4月23日前发送至mail@example.cn，并注明联系人。"
CONTACTS = ("联系人：市科技局某处李某、王某", "联系方式：022-0000000", "地址：某路1号")

# ruff: noqa: E501  # one case a line
# body, paragraph of the byline, its text, whether it stands alone, names
FOUND = [
    # the first paragraph
    (["本报海口7月22日讯（全媒体记者易宗平 通讯员李某）" + COPY, COPY], 0, "全媒体记者易宗平 通讯员李某", False, "易宗平 李某"),
    (["　　本报讯（记者 张某）" + COPY], 0, "记者 张某", False, "张某"),
    (["本报讯 （首席记者 张某）" + COPY], 0, "首席记者 张某", False, "张某"),
    (["**本报讯**（记者 张某）" + COPY], 0, "记者 张某", False, "张某"),
    (["本报讯（ 记者 张某 ）" + COPY], 0, "记者 张某", False, "张某"),
    (["本报讯（张某 李某）" + COPY], 0, "张某 李某", False, "张某 李某"),
    (["本报北京4月15日电 （记者李某）" + COPY], 0, "记者李某", False, "李某"),
    (["新华社北京４月１５日电（记者 卓玛）" + COPY], 0, "记者 卓玛", False, "卓玛"),
    (["据津渡社4月15日电（记者 李某）" + COPY], 0, "记者 李某", False, "李某"),
    (["本报讯 记者张某、通讯员李某报道：" + COPY], 0, "记者张某、通讯员李某", False, "张某 李某"),
    (["【記者陳某／台北報導】" + COPY], 0, "記者陳某／台北報導", False, "陳某"),
    (["〔記者陳某／綜合報導〕" + COPY], 0, "記者陳某／綜合報導", False, "陳某"),
    (["（中央社記者陳某台北15日電）" + COPY], 0, "中央社記者陳某台北15日電", False, "陳某"),
    (["（見習記者 陳某）" + COPY], 0, "見習記者 陳某", False, "陳某"),
    (["本报记者 苗娜", COPY], 0, "本报记者 苗娜", True, "苗娜"),
    (["文/图 王某", COPY], 0, "文/图 王某", True, "王某"),
    (["□ 本报记者 李某", COPY], 0, "□ 本报记者 李某", True, "李某"),
    (["本报记者 苗娜\n" + COPY, COPY], 0, "本报记者 苗娜", False, "苗娜"),
    (["By Jane Doe", STORY], 0, "By Jane Doe", True, "Jane Doe"),
    (["By Jane Doe\n" + STORY, STORY], 0, "By Jane Doe", False, "Jane Doe"),
    (["Jane Doe, Staff Writer", STORY], 0, "Jane Doe, Staff Writer", True, "Jane Doe"),
    (["![图](a.jpg)", NOTE, "## 小标题", "本报讯（记者 张某）" + COPY], 3, "记者 张某", False, "张某"),
    (["本报讯（记者 张某）"], 0, "记者 张某", False, "张某"),
    # the end
    ([COPY, "记者 李文博"], 1, "记者 李文博", True, "李文博"),
    ([COPY, "　　记者 苗　娜"], 1, "记者 苗　娜", True, "苗娜"),
    ([COPY, "（记者 张某 通讯员 李某）"], 1, "记者 张某 通讯员 李某", True, "张某 李某"),
    ([COPY, "**记者 张某**"], 1, "记者 张某", True, "张某"),
    ([COPY, "*记者 张某*{: .right}"], 1, "记者 张某", True, "张某"),
    ([COPY, "记者 张某 摄影报道"], 1, "记者 张某 摄影报道", True, "张某"),
    ([COPY, "文/李某 图/王某"], 1, "文/李某 图/王某", True, "李某 王某"),
    ([COPY, "本报驻巴黎记者 李某"], 1, "本报驻巴黎记者 李某", True, "李某"),
    ([COPY, "記者 陳某"], 1, "記者 陳某", True, "陳某"),
    ([STORY, "By Jane Doe and Richard Roe"], 1, "By Jane Doe and Richard Roe", True, "Jane Doe Richard Roe"),
    ([STORY, "Reporting by Jane Doe; editing by Richard Roe"], 1, "Reporting by Jane Doe; editing by Richard Roe", True, "Jane Doe"),
    ([COPY + "（记者 张某）"], 0, "记者 张某", False, "张某"),
    ([COPY, COPY + "　　本报记者 张某"], 1, "本报记者 张某", False, "张某"),
    ([COPY, COPY + "\n记者 张某 文/图"], 1, "记者 张某 文/图", False, "张某"),
    (["新华社北京4月15日电 " + COPY, COPY + "（记者 李某）"], 1, "记者 李某", False, "李某"),
    (["TIANJIN, April 15 (Xinhua) -- " + STORY, "By Jane Doe"], 1, "By Jane Doe", True, "Jane Doe"),
    # behind credits, notes and contacts
    ([COPY, "记者 苗娜", "图片由北辰区融媒体中心提供"], 1, "记者 苗娜", True, "苗娜"),
    ([COPY, "记者 苗娜", "新华社发", "本报记者 某某 摄"], 1, "记者 苗娜", True, "苗娜"),
    ([COPY, "记者 李文博", INVITATION, *CONTACTS], 1, "记者 李文博", True, "李文博"),
    ([COPY, "记者 苗娜", NOTE], 1, "记者 苗娜", True, "苗娜"),
    ([COPY, "记者 苗娜", NOTE, "    邮编：300000"], 1, "记者 苗娜", True, "苗娜"),
    ([COPY, "记者 苗娜", "（下转A04版）", "![图](a.jpg)"], 1, "记者 苗娜", True, "苗娜"),
    ([STORY, "By Jane Doe", "Photo: Richard Roe / Agency", "Email: desk@example.org"], 1, "By Jane Doe", True, "Jane Doe"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "paragraph", "text", "alone", "names"), FOUND)
def test_a_byline_in_the_copy_is_found(body: list[str], paragraph: int, text: str, *, alone: bool, names: str) -> None:
    found = next(byline for byline in find_bylines(body) if byline.makes_story)
    assert (found.paragraph, found.byline.text, found.stands_alone) == (paragraph, text, alone)
    assert body[found.paragraph][found.start : found.end] == text
    people = found.byline.people
    assert " ".join(person.name for person in people) == names
    assert all(text[person.start : person.end].replace("　", "") == person.name for person in people)


def test_reporters_in_the_brackets_of_an_agency_s_dateline_are_the_agency_s() -> None:
    (found,) = find_bylines(["新华社北京4月15日电（记者 李某 通讯员 王某）" + COPY])
    assert [person.org for person in found.byline.people] == ["新华社", ""]


# body, then paragraph, text, whether it stands alone and whether it makes the story, of each
SEVERAL = [
    (["记者 李某", COPY, "（记者 王某 通讯员 赵某）"], ["0 记者 李某 alone story", "2 记者 王某 通讯员 赵某 alone story"]),
    (["本报讯（记者 张某）" + COPY, "本报记者 陈某 摄"], ["0 记者 张某 within story", "1 本报记者 陈某 摄 alone credit"]),
    (["本报讯（记者 张某）" + COPY + "（李某 摄）"], ["0 记者 张某 within story", "0 李某 摄 within credit"]),
    ([COPY, COPY + "（记者 李某 摄）"], ["1 记者 李某 摄 within credit"]),
    ([COPY, "记者 王某", "通讯员 李某", "新华社发"], ["1 记者 王某 alone story", "2 通讯员 李某 alone story"]),
    (["本报讯（记者 张某）" + COPY, "本报讯（记者 李某）" + COPY], ["0 记者 张某 within story", "1 记者 李某 within story"]),
    ([COPY, "## 小标题", "记者 苗娜", COPY], ["2 记者 苗娜 alone story"]),
    ([COPY, "本报记者 陈某 摄", COPY], ["1 本报记者 陈某 摄 alone credit"]),
    (["![图](a.jpg)", "（李某 摄）", COPY, "文/图 王某"], ["1 李某 摄 alone credit", "3 文/图 王某 alone story"]),
    ([COPY, "图为市民在公园散步。 本报记者 李某 摄"], ["1 本报记者 李某 摄 within credit"]),
    (["本报讯（记者 Amy陈 通讯员 王小Q）" + COPY], ["0 记者 Amy陈 通讯员 王小Q within story"]),
    (["本报讯（记者 王某 通讯员 某某有限公司）" + COPY], ["0 记者 王某 通讯员 某某有限公司 within story"]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "bylines"), SEVERAL)
def test_every_byline_and_photographer_s_credit_is_found(body: list[str], bylines: list[str]) -> None:
    assert [
        f"{found.paragraph} {found.byline.text} {('within', 'alone')[found.stands_alone]}"
        f" {('credit', 'story')[found.makes_story]}"
        for found in find_bylines(body)
    ] == bylines


# a paragraph, then what its story says
COPIES = [
    ("本报海口7月22日讯（全媒体记者易某某 通讯员李某）" + COPY, COPY),
    ("　　本报讯 （记者 张某） " + COPY, COPY),
    ("本报讯 记者张某、通讯员李某报道：" + COPY, COPY),
    ("【記者陳某／台北報導】" + COPY, COPY),
    ("本报讯（记者 张某）" + COPY + "（李某 摄）", COPY),
    (COPY + "（记者 李某）", COPY),
    ("本报记者 苗娜\n" + COPY, COPY),
    (COPY + "\n记者 张某 文/图", COPY),
    ("新华社北京4月15日电 " + COPY, COPY),
    ("TIANJIN, April 15 (Xinhua) -- " + STORY, STORY),
    ("本报讯（记者王某）", ""),
    ("本报讯", ""),
    ("本报记者 王某", ""),
    ("（记者 李某 摄）", ""),
    ("图片由某单位提供", ""),
    ("新华社发", ""),
    ("图为市民在公园散步。（李某 摄）", "图为市民在公园散步。"),
    ("", ""),
    ("本报4月15日讯息公布", "本报4月15日讯息公布"),
    ("（2版）", "（2版）"),
    ("（作者为本市居民）", "（作者为本市居民）"),
    (COPY, COPY),
    (STORY, STORY),
]


@pytest.mark.parametrize(("paragraph", "copy"), COPIES)
def test_a_summary_leaves_out_datelines_bylines_and_credits(paragraph: str, copy: str) -> None:
    assert copy_of(paragraph) == copy


PHRASES = [
    "记者从市水务集团获悉",
    "记者 从市水务集团获悉",
    "记者在现场看到",
    "记者 在现场看到",
    "记者了解到",
    "记者 了解到",
    "记者采访时发现",
    "本报记者走访了三个社区",
    "本报记者 走访",
    "记者 连线",
    "记者 手记",
    "记者手记",
    "（记者手记）",
    "（记者注）",
    "（记者 按）",
    "记者 应邀采访",
    "记者 关注民生",
    "记者 时间",
    "记者节快乐",
    "记者站",
    "记者：何时开始",
    "记者：谢谢您",
    "记者：谢谢",
    "记者问",
    "记者 AI",
    "记者AI数据库",
    "记者 东丽区",
    "记者 周三",
    "（记者日前）",
    "（记者大脑）",
    "记者 于日前",
    "记者 高兴",
    "通讯员队伍",
    "通讯员 培训班",
    "文/图",
    "文化 中国",
    "文明实践",
    "图文并茂",
    "翻译成书",
    "采访高峰",
    "统筹安排",
    "整理 成册",
    "作者单位",
    "作者 简介",
    "作者系本市居民",
    "（完）",
    "（待续）",
    "（作者为本市居民）",
    "据新华社电",
    "新华社",
    "本报综合",
    "苗娜",
    "（苗娜）",
    "Jane Doe",
    "JANE DOE",
    "By Monday",
    "By Tuesday Morning",
    "By 2027",
    "By the time",
    "By hand",
    "Report: Green Hills",
    "Editor",
    "通讯员来稿",
    "通讯员 来稿",
    "记者 现场直击",
    "记者 万里行",
    "记者 万里行动",
    "记者 高新区",
    "记者 于是",
    "记者 方便",
    "记者 方便时",
    "记者 任务",
    "记者 任务重",
    "记者 马上",
    "记者 马上出发",
    "记者 万一",
    "记者 时代",
    "记者 成功",
    "记者 成功率",
    "记者 安全",
    "记者 安全感",
    "记者 平安",
    "记者 时隔三年",
    "记者 应该说",
    "记者 连续",
    "记者 单独",
    "记者 全程",
    "记者 国内",
    "记者 计划",
    "记者 农村",
    "记者 走访",
    "记者 计划B",
    "记者 高清TV",
    "（记者 任务重）",
    "责编 李某",
    "校对：李某",
]


@pytest.mark.parametrize("phrase", PHRASES)
def test_running_copy_is_no_byline(phrase: str) -> None:
    for body in (
        [phrase],
        [phrase + "，春灌开始了。", COPY],
        [phrase, COPY],
        [COPY, phrase],
        [COPY, phrase + "。"],
        [COPY + phrase],
        [COPY + phrase + "。"],
        ["本报讯 " + phrase + "，" + COPY],
        [COPY, COPY + " " + phrase],
        [COPY, phrase, "图片由某单位提供", *CONTACTS],
    ):
        assert find_bylines(body) == (), body


@pytest.mark.parametrize(
    "body",
    [
        [],
        ["", "  "],
        ["![图](a.jpg)"],
        ["记者 苗娜在现场看到，春灌开始了。"],
        ["本报讯（待续）" + COPY],
        ["本报讯（记者 张\u200b某）" + COPY],
        ["本报讯 记者从市水务集团获悉，" + COPY],
        ["本报讯 据记者了解，市里报道：" + COPY],
        [COPY, "记者 苗娜", COPY],
        ["记者 " + "李某 " * 60],
        ["![图](a.jpg)", "## 记者 苗娜"],
        ["会上宣读了名单（记者 李某）。", "他说：“请记者 李某”"],
    ],
)
def test_where_no_byline_surely_stands_none_is_given(body: list[str]) -> None:
    assert find_bylines(body) == ()


@pytest.mark.parametrize(
    ("paragraph", "dateline"),
    [
        ("本报讯（记者 张某）" + COPY, "本报讯"),
        ("　　本报海口7月22日讯 " + COPY, "本报海口7月22日讯"),
        ("**新华社北京4月15日电** " + COPY, "新华社北京4月15日电"),
        ("据新华社电 " + COPY, "据新华社电"),
        ("新华社联合国2025年4月15日专电 " + COPY, "新华社联合国2025年4月15日专电"),
        ("中新网4月15日电 " + COPY, "中新网4月15日电"),
        ("本报综合讯 " + COPY, "本报综合讯"),
        ("美聯社華盛頓15日電 " + COPY, "美聯社華盛頓15日電"),
        ("TIANJIN, April 15 (Xinhua) -- " + STORY, "TIANJIN, April 15 (Xinhua)"),
        ("TIANJIN (Reuters) — " + STORY, "TIANJIN (Reuters)"),
        ("NEW TOWN — " + STORY, "NEW TOWN"),
        (COPY, ""),
        (STORY, ""),
        ("本报讯员培训班开班", ""),
        ("本报记者 苗娜", ""),
        ("", ""),
    ],
)
def test_a_dateline_begins_its_paragraph(paragraph: str, dateline: str) -> None:
    assert dateline_of(paragraph) == dateline


@pytest.mark.parametrize(
    "credit",
    [
        "图片由北辰区融媒体中心提供",
        "图片由北辰区融媒体中心提供。",
        "　　（图片由某公司提供）",
        "本版图片均由李某摄",
        "图片除署名外均由市城管委提供",
        "图片来源：某图库",
        "图片均为资料图片",
        "资料图片",
        "資料照片",
        "受访者供图",
        "某公司 供图",
        "供图/某公司",
        "图/视觉中国",
        "圖/陳某",
        "图据某报",
        "视觉中国供图",
        "新华社发",
        "新华社发（李某 摄）",
        "新华社/法新",
        "新华社记者 李某 摄",
        "本报记者 某某 摄",
        "*本报记者 某某 摄*",
        "张某 摄",
        "张某摄",
        "陳某 攝",
        "（李某 摄）",
        "摄影：张某",
        "制图 李某",
        "摄影记者 李某",
        "图为市民在公园散步。 本报记者 李某 摄",
        "图为市民在公园散步。（李某 摄）",
        "上图：新栽的海棠。新华社发",
        "Photo: C / Agency",
        "Photos by Richard Roe",
        "Credit: Harbour Archive",
        "Courtesy of D",
        "Photo courtesy of the harbour board",
        "File photo",
        "Getty Images",
    ],
)
def test_a_picture_credit_is_known(credit: str) -> None:
    assert is_picture_credit(credit)


@pytest.mark.parametrize(
    "paragraph",
    [
        "",
        "   ",
        COPY,
        STORY,
        "记者 苗娜",
        "文/图 王某",
        "文/李某 图/王某",
        "李某 文/摄",
        "记者 张某 摄影报道",
        "撰文 摄影 李某",
        "图片由人工智能生成的内容越来越多。平台提供了标识。",
        "图为市民在公园散步。 记者 李某",
        "图书馆今日开放",
        "苗娜",
        "By Jane Doe",
        "Story by Jane Doe. Photos by Richard Roe",
        "图片由" + "某" * 300 + "提供",
    ],
)
def test_other_paragraphs_are_no_picture_credits(paragraph: str) -> None:
    assert not is_picture_credit(paragraph)


@pytest.mark.parametrize("text", ["*" * 20_000 + "a", "\n" * 20_000 + "a", "记者" * 20_000, "　" * 20_000 + "a"])
def test_a_paragraph_of_nonsense_takes_no_time(text: str) -> None:
    started = process_time()
    assert find_bylines([text]) == ()
    assert find_bylines([COPY, text]) == ()
    assert not is_picture_credit(text)
    assert process_time() - started < 1


PARAGRAPHS = st.lists(
    st.lists(
        st.one_of(
            st.sampled_from(
                [
                    COPY,
                    NOTE,
                    INVITATION,
                    "记者",
                    " 苗娜",
                    "（",
                    "）",
                    "本报讯",
                    "　",
                    "\n",
                    "By Jane Doe",
                    "**",
                    "摄",
                    "文/图",
                    "。",
                    "《",
                    "》",
                    "报道：",
                    "导",
                ]
            ),
            st.text(max_size=4),
        ),
        max_size=6,
    ).map("".join),
    max_size=5,
)


@given(PARAGRAPHS)
def test_what_is_looked_for_first_misses_no_byline(body: list[str]) -> None:
    found = find_bylines(body)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("broadsheet.reading.byline.body._ENCLOSING", re.compile(""))
        patched.setattr("broadsheet.reading.byline.body._REPORTS", ("", ""))
        assert find_bylines(body) == found


@given(PARAGRAPHS)
def test_what_is_found_lies_in_its_paragraph(body: list[str]) -> None:
    for paragraph in body:
        assert is_picture_credit(paragraph) in {True, False}
        assert dateline_of(paragraph) in paragraph
        assert copy_of(paragraph) in paragraph
    end = (0, 0)
    for found in find_bylines(body):
        printed = body[found.paragraph][found.start : found.end]
        assert list(filter(str.isalnum, printed)) == list(filter(str.isalnum, found.byline.text))
        assert end <= (found.paragraph, found.start)
        end = (found.paragraph, found.end)
        assert found.byline.people
        for person in found.byline.people:
            assert "".join(found.byline.text[person.start : person.end].split()) == "".join(person.name.split())
