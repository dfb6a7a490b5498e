"""Who signed a line: the many ways in which papers say it, and what only looks like one of them."""

from __future__ import annotations

import pytest

from broadsheet.reading.byline import dateline_of
from broadsheet.reading.importing.scores import BARE, MARKED, NAMED, SIGNED, SURELY
from broadsheet.reading.importing.signatures import is_picture_signature, signature, split_signature


@pytest.mark.parametrize(
    "text",
    [
        "记者 李某 通讯员 张某某",
        "□文/晚报记者 李某 图/王某",
        "文・攝影／方某",
        "■採訪撰文／葉某某、黎某　■攝影／潘某　■設計／駱某",
        "共同採訪｜屈某",
        "外電編譯戚某某／綜合外電報導",
        "青河訊／黃某某",
        "记者桂某 通讯员单位：柳荫社区",
        "记者康某 通讯员市政宣",
        "解答人：县农业局高级农艺师 曲某某",
        "解答人：西关街道公共法律服务站",
        "（社区卫生服务站护士长 冀某 答）",
        "工会 岑某 文　集装箱公司 裘某某 图",
        "本报学生记者 萧某（材料学院2014级） 诸某某（外语学院2015级）",
        "县农商行 供稿",
        "本报评论员",
        "By Jane Doe | jane.doe@lantern.example | 555-0117",
        "By Janie Doe, age 10, Otterby School",
        "By Jane Doe, News Editor November 9, 2017",
        "MARY MAJOR mmajor@lantern.example",
        "Additional reporting by Norma Noe",
        "Words: Fred Bloggs",
        "Photos and text by Max Doe",
        "Erika Roe, Chief Foreign Correspondent, at the Salt Border",
        "Special to The Ledger",
        "By the Editorial Board",
        "Our own correspondent",
    ],
)
def test_surely_a_byline(text: str) -> None:
    assert signature(text.replace("\u3000", " ")) >= SURELY


@pytest.mark.parametrize(
    ("text", "least"),
    [
        ("◎翁某（退休教師，住青河市永和里）", MARKED),
        ("□据《河谷法制报》", MARKED),
        ("槐荫路 任某某", SIGNED),
        ("青河讯 记者 黄某某", BARE),
        ("今日视点 洪某某", SIGNED),
        ("读者 龚某 丁香街小区", SIGNED),
        ("城关公社七队 吴某 鲍某某等五人", SIGNED),
        ("采煤二队党支部书记 雷某某", BARE),
        ("BRIDGET ROE,", NAMED),
        ("MARTY MOE", NAMED),
        ("(Mrs) Mary Major", SIGNED),
        ("Col R. Doe (retd)", SIGNED),
        ("Jane Doe, Cold Ash, Westshire", SIGNED),
        ("Donna Doe in Wexley and Edward Coe in Port Ellery", SIGNED),
        ("and Larry Loe", SIGNED),
        ("FRED FOE | HARBOR LANTERN", SIGNED),
        ("Name and address supplied", SIGNED),
    ],
)
def test_likely_a_byline(text: str, least: float) -> None:
    assert least <= signature(text) < SURELY


@pytest.mark.parametrize(
    "text",
    [
        "全县优秀指导教师：吕某、苏某某",
        "来源：南渠市气象台",
        "——访东江医院体检中心主任 汪某某",
        "——谨以此诗献给支教老师 申某",
        "投稿方式",
        "责任编辑：吴某",
        "记录 时光，讲述故事",
        "讲述 渔村",
        "民生问题 件件有回复",
        "市长给网友回复",
        "音乐资讯 金秋",
        "阳光 小区",
        "城市管理 新风",
        "图为渡口。王某 摄",
        "Bayport 0 14 7 3 — 24",
        "Freshman kicker had never tried one from 40 yards",
        "SHERIFF’S LOG FOR THE WEEK",
        "GRACE PERIOD ENDS",
        "ROSE GARDEN",
        "Lantern Names New Editor",
        "John Doe Jailed For Killing Reporter",
        "Report: Police Budget Cut",
        "Exclusive: Mayor Resigns",
        "Answered by prayer",
        "Town Council reports",
        "Flower Show at Village Hall",
        "Special to watch",
    ],
)
def test_no_byline(text: str) -> None:
    assert signature(text) <= BARE


@pytest.mark.parametrize("text", ["图/晚报记者 李某", "◆攝錄：阮某", "Photo by Jane Doe"])
def test_who_made_only_the_picture(text: str) -> None:
    assert is_picture_signature(text)


def test_a_writer_and_who_gave_the_picture() -> None:
    assert not is_picture_signature("■本报记者 惠某 ■供图 县农业局")
    assert signature("■本报记者 惠某 ■供图 县农业局") >= SURELY


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("灯亮了三分钟。（李某）", ("灯亮了三分钟。", "（李某）")),
        ("能不能加个垫子？ 读者 任某某", ("能不能加个垫子？", "读者 任某某")),
        ("灯亮了三分钟。", ("灯亮了三分钟。", "")),
    ],
)
def test_a_signature_closes_a_paragraph(text: str, parts: tuple[str, str]) -> None:
    assert split_signature(text) == parts


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("早报石堰5月15日讯（特派记者 龙某）补时牌举到了四。", "早报石堰5月15日讯"),
        ("农家时报前河讯（通讯员 师某）前河大集今天开市。", "农家时报前河讯"),
        ("海都讯 记者何某 通讯员区某 河涌整治要拆掉黄某的瓦房，瓦房边有一棵凤凰木。", "海都讯"),
        ("快讯 渡口今天停航。", ""),
        ("晚报上登了一则启事，说的是渡口。", ""),
    ],
)
def test_a_paper_names_itself_before_its_news(text: str, dateline: str) -> None:
    assert dateline_of(text) == dateline
