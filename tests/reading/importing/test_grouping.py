"""Which texts of a page make one story, where the words of a line alone don't tell."""

from __future__ import annotations

from broadsheet.reading.importing import page_of
from broadsheet.reading.importing.plain import plain_copy

SIGNED = """
本县扩大乡村书屋开放面向村民征集书单

全县藏书突破20万册

为让更多村民读上好书,县图书馆近日起草了乡村书屋开放办法,现向全县村民征集书单。

夯实基础服务 延长开放时间

每个书屋配一名管理员,周末开放到晚上九点,农忙时节把书送到地头。

“书屋+” 走进田间地头

在果园、渔港和集市设流动书箱,由邮递员随车更换,每月不少于两次。

支持合作社自办书角,图书由县图书馆统一采购。

打通借阅渠道 推动资源共享

各镇书屋的书可以在任何一个村归还,运费由县里承担。

记者 李某

如有书单推荐,请于5月12日(周一)17:00前告知县图书馆。

联系人:县图书馆采编部王某、赵某

联系方式:0311-5550132、0311-5550180

木质栈道 观鸟小屋

河口湿地公园打造市民课堂

苇荡、栈道、观鸟小屋……走进正在施工的河口湿地公园,新修的木栈道一直伸到水边,公园将于下月迎来第一批学生。

拟于下月8日开放

公园位于河口路与滨河道交口,占地约3万平方米,原来是一片荒滩。

自然课堂服务学生

观鸟小屋里装了望远镜和录音机,学生可以听见水鸟的叫声。

记者 张某

图片由县融媒体中心提供
"""
"""Empty lines part everything, stories are signed at their ends, and some crossheads read like headlines."""


def test_a_crosshead_among_signed_stories_begins_none() -> None:
    readers, park = page_of(plain_copy(SIGNED)).stories
    assert {*readers.kicker, *readers.title, *readers.subtitle} == {
        "本县扩大乡村书屋开放面向村民征集书单",
        "全县藏书突破20万册",
    }
    assert [block.text for block in readers.blocks if block.label == "X"] == [
        "夯实基础服务 延长开放时间",
        "“书屋+” 走进田间地头",
        "打通借阅渠道 推动资源共享",
    ]
    assert readers.bylines == ("记者 李某",)
    assert [block.text[:4] for block in readers.blocks if block.label == "T"] == ["联系人:", "联系方式"]
    assert (park.kicker, park.title) == (("木质栈道 观鸟小屋",), ("河口湿地公园打造市民课堂",))
    assert [block.text for block in park.blocks if block.label == "X"] == ["拟于下月8日开放", "自然课堂服务学生"]
    assert park.bylines == ("记者 张某",)
    assert [block.text for block in park.pictures] == ["图片由县融媒体中心提供"]


def test_below_a_signature_it_is_a_headline() -> None:
    more = SIGNED.replace("打通借阅渠道 推动资源共享", "记者 赵某\n\n打通借阅渠道 推动资源共享")
    titles = [story.title for story in page_of(plain_copy(more)).stories]
    assert titles[1:] == [("打通借阅渠道 推动资源共享",), ("河口湿地公园打造市民课堂",)]
