from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.reading.byline import parse_byline

# text, then (name, role, org) of each person
CHINESE = [
    ("记者 苗娜", [("苗娜", "记者", "")]),
    ("记者苗娜", [("苗娜", "记者", "")]),
    ("记者　苗娜", [("苗娜", "记者", "")]),
    ("记者 张艳 通讯员 李某", [("张艳", "记者", ""), ("李某", "通讯员", "")]),
    ("记者张艳 通讯员李某 王某", [("张艳", "记者", ""), ("李某", "通讯员", ""), ("王某", "通讯员", "")]),
    ("记者张某通讯员李某", [("张某", "记者", ""), ("李某", "通讯员", "")]),
    ("记者 张某，通讯员 李某", [("张某", "记者", ""), ("李某", "通讯员", "")]),
    ("记者\n张某\n通讯员\n李某", [("张某", "记者", ""), ("李某", "通讯员", "")]),
    ("本报记者 张三 李四", [("张三", "记者", "本报"), ("李四", "记者", "本报")]),
    ("本报记者 李某 本报通讯员 王某", [("李某", "记者", "本报"), ("王某", "通讯员", "本报")]),
    ("本报记者 李某 通讯员 王某", [("李某", "记者", "本报"), ("王某", "通讯员", "")]),
    ("本报见习记者 李某", [("李某", "见习记者", "本报")]),
    ("实习生 李某", [("李某", "实习生", "")]),
    ("记者 张某 实习生 李某", [("张某", "记者", ""), ("李某", "实习生", "")]),
    ("首席记者李某", [("李某", "首席记者", "")]),
    ("特约记者：李某", [("李某", "特约记者", "")]),
    ("本报特派记者 李某", [("李某", "特派记者", "本报")]),
    ("摄影记者 李某", [("李某", "摄影记者", "")]),
    ("小记者 李某", [("李某", "小记者", "")]),
    ("本报评论员 李某", [("李某", "评论员", "本报")]),
    ("全媒体记者易宗平 通讯员李某", [("易宗平", "全媒体记者", ""), ("李某", "通讯员", "")]),
    ("本报全媒体见习记者 李某", [("李某", "全媒体见习记者", "本报")]),
    ("记者：张某、李某", [("张某", "记者", ""), ("李某", "记者", "")]),
    ("本报记者 李某 limou@example.cn", [("李某", "记者", "本报")]),
    ("文/李某 li.mou@example.cn 摄影/王某", [("李某", "文", ""), ("王某", "摄影", "")]),
    ("记者 张某/李某", [("张某", "记者", ""), ("李某", "记者", "")]),
    ("记者张某和李某", [("张某", "记者", ""), ("李某", "记者", "")]),
    ("记者 张某 和 李某", [("张某", "记者", ""), ("李某", "记者", "")]),
    ("记者 张某 李某 等", [("张某", "记者", ""), ("李某", "记者", "")]),
    ("记者张某等", [("张某", "记者", "")]),
    # what was done
    ("文/图 王某", [("王某", "文/图", "")]),
    ("文/李某 图/王某", [("李某", "文", ""), ("王某", "图", "")]),
    ("文／李某　图／王某", [("李某", "文", ""), ("王某", "图", "")]),
    ("文 | 李某", [("李某", "文", "")]),
    ("文：李某 图：王某", [("李某", "文", ""), ("王某", "图", "")]),
    ("文 李某 图 王某", [("李某", "文", ""), ("王某", "图", "")]),
    ("李某 文 王某 图", [("李某", "文", ""), ("王某", "图", "")]),
    ("李某/文 王某/图", [("李某", "文", ""), ("王某", "图", "")]),
    ("文/李某 王某 摄", [("李某", "文", ""), ("王某", "摄", "")]),
    ("李某 文/图", [("李某", "文/图", "")]),
    ("撰文 摄影 李某", [("李某", "撰文 摄影", "")]),
    ("撰文/李某 摄影/王某", [("李某", "撰文", ""), ("王某", "摄影", "")]),
    ("图/文 本报记者 李某", [("李某", "图/文 记者", "本报")]),
    ("文/本报记者 李某", [("李某", "文 记者", "本报")]),
    ("记者 张某 李某 文/图", [("张某", "记者 文/图", ""), ("李某", "记者 文/图", "")]),
    ("记者张某文/图", [("张某", "记者 文/图", "")]),
    ("记者 张某 文 李某 摄", [("张某", "记者 文", ""), ("李某", "记者 摄", "")]),
    ("记者 李某 摄影 王某 视频 张某", [("李某", "记者", ""), ("王某", "摄影", ""), ("张某", "视频", "")]),
    ("摄影 张某", [("张某", "摄影", "")]),
    ("摄影：张某", [("张某", "摄影", "")]),
    ("张某 摄", [("张某", "摄", "")]),
    ("张某摄", [("张某", "摄", "")]),
    ("本报记者 张某 摄", [("张某", "记者 摄", "本报")]),
    ("记者 张某 摄影报道", [("张某", "记者 摄影报道", "")]),
    ("编译 李某", [("李某", "编译", "")]),
    ("李某 编译", [("李某", "编译", "")]),
    ("口述：李某 整理：王某", [("李某", "口述", ""), ("王某", "整理", "")]),
    ("作者：李某", [("李某", "作者", "")]),
    ("漫画 李某", [("李某", "漫画", "")]),
    ("本报编译 李某", [("李某", "编译", "本报")]),
    ("By 李某", [("李某", "By", "")]),
    # organisations and datelines
    ("新华社记者 张某", [("张某", "记者", "新华社")]),
    ("经济日报·中国经济网记者 李某", [("李某", "记者", "经济日报·中国经济网")]),
    ("中国青年报·中青在线记者 王某某", [("王某某", "记者", "中国青年报·中青在线")]),
    ("特约撰稿 欧阳修", [("欧阳修", "特约撰稿", "")]),
    ("实习记者 王某 指导老师 李某", [("王某", "实习记者", ""), ("李某", "指导老师", "")]),
    ("津渡社记者 李某", [("李某", "记者", "津渡社")]),
    ("津云记者 李某", [("李某", "记者", "津云")]),
    ("总台记者 李某", [("李某", "记者", "总台")]),
    ("CGTN记者 李某", [("李某", "记者", "CGTN")]),
    ("津渡日报全媒体记者 李某", [("李某", "全媒体记者", "津渡日报")]),
    ("本报驻巴黎记者 李某", [("李某", "驻巴黎记者", "本报")]),
    ("本报滨海记者 李某", [("李某", "滨海记者", "本报")]),
    ("新华社 李某", [("李某", "", "新华社")]),
    ("津渡社 记者 李某", [("李某", "记者", "津渡社")]),
    ("苗娜/津渡社", [("苗娜", "", "津渡社")]),
    ("新华社发（李某 摄）", [("李某", "摄", "新华社")]),
    ("本报讯（记者 张某）", [("张某", "记者", "")]),
    ("本报讯 记者 张某", [("张某", "记者", "")]),
    ("本报海口7月22日讯（全媒体记者易宗平 通讯员李某）", [("易宗平", "全媒体记者", ""), ("李某", "通讯员", "")]),
    ("新华社北京4月15日电（记者 李某 通讯员 王某）", [("李某", "记者", "新华社"), ("王某", "通讯员", "")]),
    ("（见习记者 李某）", [("李某", "见习记者", "")]),
    ("(记者 李某)", [("李某", "记者", "")]),
    ("■本报记者 李某", [("李某", "记者", "本报")]),
    ("□ 李某", [("李某", "", "")]),
    ("记者 李某 北京报道", [("李某", "记者", "")]),
    ("记者李某报道", [("李某", "记者", "")]),
    ("记者李某 王某报道", [("李某", "记者", ""), ("王某", "记者", "")]),
    ("记者 李某 发自巴黎", [("李某", "记者", "")]),
    ("记者 李某 综合报道", [("李某", "记者", "")]),
    ("文|记者 李某 图|记者 王某", [("李某", "文 记者", ""), ("王某", "图 记者", "")]),
    ("《津渡日报》记者 李某", [("李某", "记者", "津渡日报")]),
    ("香港記者 陳某", [("陳某", "香港記者", "")]),
    ("文／陳某 圖／王某提供", [("陳某", "文", ""), ("王某", "圖 提供", "")]),
    ("□本报记者 李某 □通讯员 王某", [("李某", "记者", "本报"), ("王某", "通讯员", "")]),
    # names
    ("记者 欧阳某某", [("欧阳某某", "记者", "")]),
    ("记者 欧阳某", [("欧阳某", "记者", "")]),
    ("记者 阿不都·热西提", [("阿不都·热西提", "记者", "")]),
    ("记者 阿不都•热西提 李某", [("阿不都•热西提", "记者", ""), ("李某", "记者", "")]),
    ("记者 卓玛", [("卓玛", "记者", "")]),
    ("记者 苗  娜", [("苗娜", "记者", "")]),
    ("记者 李　某 王　某", [("李某", "记者", ""), ("王某", "记者", "")]),
    ("李　某 摄", [("李某", "摄", "")]),
    ("记者 文　某", [("文某", "记者", "")]),
    ("记者 李某 Jane Doe", [("李某", "记者", ""), ("Jane Doe", "记者", "")]),
    (
        "记者 Amy陈 通讯员 王小Q 摄影 John Smith",
        [("Amy陈", "记者", ""), ("王小Q", "通讯员", ""), ("John Smith", "摄影", "")],
    ),
    ("记者 Amy陈、特约记者 John Smith", [("Amy陈", "记者", ""), ("John Smith", "特约记者", "")]),
    ("记者Sam李通讯员王小Q", [("Sam李", "记者", ""), ("王小Q", "通讯员", "")]),
    ("记者 小Q", [("小Q", "记者", "")]),
    ("Amy陈", [("Amy陈", "", "")]),
    # what is no name is passed over
    ("记者 李某 通讯员", [("李某", "记者", "")]),
    ("记者 卓玛 通讯员 @@@", [("卓玛", "记者", "")]),
    ("记者 王某 通讯员 某某有限公司 摄影 李某", [("王某", "记者", ""), ("李某", "摄影", "")]),
    ("记者 阿不都·热西提 通讯员 某某有限公司", [("阿不都·热西提", "记者", "")]),
    ("记者 Jane Doe 通讯员 某某有限公司 Amy陈", [("Jane Doe", "记者", ""), ("Amy陈", "通讯员", "")]),
    ("记者 王某（实习） 通讯员 李某", [("王某", "记者", ""), ("李某", "通讯员", "")]),
    ("苗娜", [("苗娜", "", "")]),
    ("苗娜 李某", [("苗娜", "", ""), ("李某", "", "")]),
    ("老渔翁", [("老渔翁", "", "")]),
    # the desk made the page, not the story
    ("责编 李某", []),
    ("记者 苗娜 责编 李某", [("苗娜", "记者", "")]),
    # traditional script
    ("記者 陳某", [("陳某", "記者", "")]),
    ("攝影 陳某", [("陳某", "攝影", "")]),
    ("陳某攝", [("陳某", "攝", "")]),
    ("文、圖 陳某", [("陳某", "文、圖", "")]),
    ("文．圖／陳某", [("陳某", "文．圖", "")]),
    ("特約記者 陳某", [("陳某", "特約記者", "")]),
    ("實習生 陳某", [("陳某", "實習生", "")]),
    ("通訊員 陳某", [("陳某", "通訊員", "")]),
    ("本報記者陳某／台北報導", [("陳某", "記者", "本報")]),
    ("【記者陳某／台北報導】", [("陳某", "記者", "")]),
    ("〔記者陳某、王某／綜合報導〕", [("陳某", "記者", ""), ("王某", "記者", "")]),
    ("記者陳某台北報導", [("陳某", "記者", "")]),
    ("中央社記者陳某台北15日電", [("陳某", "記者", "中央社")]),
    ("編譯陳某／綜合報導", [("陳某", "編譯", "")]),
]
ENGLISH = [
    ("By Jane Doe", [("Jane Doe", "By", "")]),
    ("BY JANE DOE", [("JANE DOE", "BY", "")]),
    ("by Jane Doe", [("Jane Doe", "by", "")]),
    ("By Jane Doe and Richard Roe", [("Jane Doe", "By", ""), ("Richard Roe", "By", "")]),
    ("By Jane Doe & Richard Roe", [("Jane Doe", "By", ""), ("Richard Roe", "By", "")]),
    ("By Jane Doe, Richard Roe and A. Writer", [(n, "By", "") for n in ("Jane Doe", "Richard Roe", "A. Writer")]),
    ("By A. Writer and B. Reporter", [("A. Writer", "By", ""), ("B. Reporter", "By", "")]),
    ("By A, B and C", [("A", "By", ""), ("B", "By", ""), ("C", "By", "")]),
    ("JANE DOE AND RICHARD ROE", [("JANE DOE", "", ""), ("RICHARD ROE", "", "")]),
    ("Jane Doe", [("Jane Doe", "", "")]),
    ("Jane Doe, Staff Writer", [("Jane Doe", "Staff Writer", "")]),
    ("By Jane Doe, jdoe@example.com", [("Jane Doe", "By", "")]),
    ("BY JANE DOE | jdoe@example.com", [("JANE DOE", "BY", "")]),
    (
        "By Jane Doe (j.doe@news.example.com) and Richard Roe\nrroe@example.com",
        [(name, "By", "") for name in ("Jane Doe", "Richard Roe")],
    ),
    ("By Jane Doe\nStaff Writer", [("Jane Doe", "Staff Writer", "")]),
    ("By Jane Doe and Richard Roe, Staff Writers", [(n, "Staff Writers", "") for n in ("Jane Doe", "Richard Roe")]),
    (
        "By Jane Doe, Staff Writer, and Richard Roe, Reuters",
        [("Jane Doe", "Staff Writer", ""), ("Richard Roe", "By", "Reuters")],
    ),
    ("By Jane Doe in Tianjin", [("Jane Doe", "By", "")]),
    ("By Jane Doe in Tianjin and Richard Roe in New Town", [("Jane Doe", "By", ""), ("Richard Roe", "By", "")]),
    ("By Jane Doe for The Harbour Sheet", [("Jane Doe", "By", "The Harbour Sheet")]),
    ("By Jane Doe of the Harbour Press", [("Jane Doe", "By", "Harbour Press")]),
    ("By Jane Doe, chief critic", [("Jane Doe", "chief critic", "")]),
    ("By Jane Doe | Reuters", [("Jane Doe", "By", "Reuters")]),
    ("Jane Doe/Reuters", [("Jane Doe", "", "Reuters")]),
    ("By Jane Doe (Harbour News Service)", [("Jane Doe", "By", "Harbour News Service")]),
    ("By Jane Doe and agencies", [("Jane Doe", "By", "")]),
    ("By Jane Doe with wire reports", [("Jane Doe", "By", "")]),
    ("Photographs by Richard Roe", [("Richard Roe", "Photographs by", "")]),
    ("Photo: Richard Roe", [("Richard Roe", "Photo", "")]),
    ("Story by A. Photos by B", [("A", "Story by", ""), ("B", "Photos by", "")]),
    ("Story by Jane Doe. Photos by Richard Roe.", [("Jane Doe", "Story by", ""), ("Richard Roe", "Photos by", "")]),
    ("Words and pictures by Jane Doe", [("Jane Doe", "Words and pictures by", "")]),
    ("Reporting by Jane Doe; Editing by Richard Roe", [("Jane Doe", "Reporting by", "")]),
    ("By Jane O'Neill", [("Jane O'Neill", "By", "")]),
    ("By Jane O’Neill", [("Jane O’Neill", "By", "")]),
    ("By Anne-Marie van der Berg", [("Anne-Marie van der Berg", "By", "")]),
    ("By J. R. Roe Jr.", [("J. R. Roe Jr.", "By", "")]),
    ("By J.R. Roe, Jr. and Jane Doe", [("J.R. Roe, Jr.", "By", ""), ("Jane Doe", "By", "")]),
    ("By Émile Zúñiga", [("Émile Zúñiga", "By", "")]),
    ("By Dr. Jane Doe III", [("Dr. Jane Doe III", "By", "")]),
    ("By Jane Doe, Tianjin", [("Jane Doe", "By", "")]),
    ("By Jane Doe Staff Writer", [("Jane Doe", "Staff Writer", "")]),
    ("By Jane Doe, Special to the Harbour Sheet", [("Jane Doe", "By", "Harbour Sheet")]),
    ("By Jane al-Doe", [("Jane al-Doe", "By", "")]),
]
NOBODY = [
    "",
    "   ",
    "本报记者",
    "记者",
    "新华社",
    "美聯社",
    "新华社发",
    "据新华社电",
    "据新华社北京4月15日电",
    "本报讯",
    "本报综合",
    "综合报道",
    "本报编辑部",
    "编辑部",
    "市气象局",
    "资料图片",
    "佚名",
    "记者从市水务集团获悉",
    "记者 从市水务集团获悉，今年春灌开始",
    "记者 在现场看到的情形",
    "记者：李某：王某是谁？",
    "记者 走访 了三个社区",
    "通讯员来稿",
    "记者 现场直击",
    "记者 万里行",
    "记者 成功率",
    "市气象局 李某",
    "据悉，补水工作将持续至12月。",
    "Reuters",
    "Reuters / By Staff and agencies",
    "By Staff and agencies",
    "By Our Correspondent",
    "By The Editors",
    "Staff Writer",
    "Compiled from wire reports",
    "By the harbour at dawn",
    "Jane",
    "Business Reporter",
    "@@@",
    "记者 " + "李某 " * 200,
    "Автор неизвестен",
    "李报道",
]


@pytest.mark.parametrize(("text", "people"), CHINESE + ENGLISH)
def test_a_byline_names_its_people_with_role_and_organisation(text: str, people: list[tuple[str, str, str]]) -> None:
    byline = parse_byline(text)
    assert [(person.name, person.role, person.org) for person in byline.people] == people
    assert byline.text == text


@pytest.mark.parametrize("text", NOBODY)
def test_text_that_names_nobody_is_shown_as_written(text: str) -> None:
    byline = parse_byline(text)
    assert byline.people == ()
    assert byline.text == text.strip()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("　　记者 苗娜　", "记者 苗娜"),
        ("\ufeff记者 苗\u200b娜\x0b", "记者 苗娜"),
        ("记者\x00 苗娜\n", "记者 苗娜"),
        ("记者　苗　娜", "记者　苗　娜"),
    ],
)
def test_only_outer_space_and_invisible_characters_are_dropped(typed: str, kept: str) -> None:
    byline = parse_byline(typed)
    assert byline.text == kept
    assert byline.people[0].name == "苗娜"


@pytest.mark.parametrize("text", ["苗娜", "（苗娜）", "Jane Doe", "Report: Jane Doe", "记者 AI", "翻译成书"])
def test_in_running_copy_nobody_is_named_by_a_doubtful_byline(text: str) -> None:
    assert parse_byline(text, running=True).people == ()


WORDS = (
    "记者 本报 通讯员 李某 王　某 苗娜 、 / ／ ： （ ） 【 】 文 图 摄 文/图 摄影报道 新华社 电 讯 4月15日 "
    "台北報導 等 和 阿不都·热西提 By Jane Doe and , . Staff Writer Reuters in Tianjin Jr. van der "
    "O'Neill Photos by"
)
PIECES = st.lists(
    st.one_of(
        st.sampled_from(WORDS.split(" ")),
        st.sampled_from([" ", "　", "\n", "", "\x00"]),
        st.text(max_size=3),
    ),
    max_size=12,
).map("".join)


@given(text=st.one_of(PIECES, st.text(max_size=40)), running=st.booleans())
def test_spans_are_names_in_order_and_no_text_is_lost(text: str, *, running: bool) -> None:
    byline = parse_byline(text, running=running)
    assert parse_byline(byline.text, running=running) == byline
    assert list(filter(str.isalnum, text)) == list(filter(str.isalnum, byline.text))
    last = 0
    for person in byline.people:
        assert last <= person.start < person.end <= len(byline.text)
        assert "".join(byline.text[person.start : person.end].split()) == "".join(person.name.split())
        last = person.end
