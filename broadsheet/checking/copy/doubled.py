"""A word typed twice, and the doublings that are meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from broadsheet.checking.copy.fault import Fault
from broadsheet.model.script import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator

PARTICLES: dict[str, tuple[str, str]] = {
    "的": ("目 标 標 打 中 之 鹄 鵠 怎 似", "确 確 喀 士 当 當 話 话"),
    "了": ("得 不 为 為 末 未 罢 罷 除 到 极 極 临 臨 知", "解 然 却 结 結 断 斷 无 無 得 不 如 事 了 望 悟 当 當 账 帳 案 之 若 债 債 此 局"),
    "是": ("但 可 还 還 就 总 總 于 於 凡 要 只 都 也 求 国 國 自 便 正 倒 算 既 硬 若 即 或 亦 皆 全 真 多 不 老 更 先 为 為 去 惹 如 这 這 那 以 乃", "非 否 是"),
    "在": ("现 現 存 实 實 内 內 外 正 潜 潛 所 自 好 旨 贵 貴 处 處 健 何 常 志 重 意 不 同 在 尚 仍 还 還 都 定", "于 於 在 座 场 場 校 职 職 家 建 线 線 读 讀 任 野 编 編 乎 意 册 冊 押 逃 岗 崗 位 世 理 先 前 後 后 朝 即 握 望 此 途 营 營 籍 行"),
    "和": ("温 溫 总 總 共 中 柔 缓 緩 饱 飽 祥 平 讲 講 随 隨 附 议 議 谐 諧 亲 親 暖 调 調 失 应 應 说 說 和 昭 求 掺 掺 宽 寬", "气 氣 美 睦 谐 諧 平 解 约 約 尚 谈 談 田 服 顺 順 局 善 颜 顏 蔼 藹 而 和 声 聲 缓 緩 风 風 议 議 好"),
    "与": ("参 给 赋 授 赠 付 干 寄 施 天 让 相 何 容", "会 其 此 日 时 否 众 人 生 世 共"),
    "與": ("參 給 賦 授 贈 付 干 寄 施 天 讓 相 何 容", "會 其 此 日 時 否 眾 人 生 世 共"),
    "及": ("以 涉 普 埃 危 顾 顧 波 触 觸 提 论 論 旁 祸 禍 殃 料 企 惠 推 遍 累 赶 趕 又 来 來 哪 不 未 可 所", "时 時 格 早 其 至 第 笄"),
    "把": ("一 两 兩 几 幾 三 四 五 六 七 八 九 十 火 拖 车 車 大 个 個 门 門 刀 手 百 千 多 半 每 首", "握 关 關 柄 手 控 守 酒 脉 脈 把 门 門 戏 戲 玩 式 风 風 持 头 頭 子"),
    "被": ("棉 植 毛 泽 澤 盖 蓋 覆 夜 单 單 絮 拉 铺 鋪 叠 疊 薄 厚 蚕 蠶", "子 告 动 動 褥 迫 窝 窩 套 单 單 害 服 覆 选 選 面"),
    "也": ("", "也 许 許 罢 罷 好 是 门 門"),
    "对": ("反 核 针 面 应 校 相 绝 成 一 两 几 三 四 五 六 七 八 九 十 结 配 作 比 查 派 敌 不 门 队 答", "方 手 象 外 于 话 抗 比 待 策 联 照 接 立 面 口 称 应 岸 换 付 决 阵 折 标 准 白 半 子 味 对 错 路 头 开 流 讲 门 的 不 眼 冲 得"),
    "從": ("服 聽 順 跟 隨 屈 遵 自 無 盲 信 侍 扈 僕", "事 來 此 前 而 未 業 中 政 容 頭 小 軍 速 簡 嚴 眾 屬 犯 優 輕 緩 化"),
    "从": ("服 听 顺 跟 随 屈 遵 自 无 盲 信 侍 扈 仆", "事 来 此 前 而 未 业 中 政 容 头 小 军 速 简 严 众 属 犯 优 轻 缓 化"),
    "将": ("即 行 大 小 上 中 少 老 武 名 主 干 健 虎 部 点 战 良 猛 麻 飞 强 明 爱 福", "军 来 近 要 会 士 领 相 令 帅 军 才 门 就 信 错 心 功 尽 官 至 养"),
    "们": ("哥 姐 爷 娘 妹", ""),
    "們": ("哥 姐 爺 娘 妹", ""),
    "着": ("沉 执 附 穿 衣 显 接 跟 有 向 意 土 胶 睡 没 不 睁", "手 眼 力 重 急 陆 落 想 装 色 火 迷 凉 实 魔 笔 墨 意 边 数 称 慌 床 法 呢 了"),
    "之": ("总 總 反 加 久 换 換 随 隨 次 兼 甚 要 取 置 一 敬 言 姑 易 使 由 有 为 為", "前 后 後 间 間 所 中 一 外 内 內 上 下 类 類 际 際 余 餘 初 路 江 乎 最 至 流 旅 夜 家 美 子 道 恩"),
    "而": ("然 因 从 從 进 進 反 时 時 故 既 继 繼 幸 俄 忽 已 甚 转 轉", "且 言 后 後 已 今 是 非 立 又 不 终 終"),
}  # fmt: skip
"""Particles that are hardly ever doubled: what may stand before and behind the two, which a word has one of then."""
WORDS = (
    "我们 我們 他们 他們 她们 她們 它们 你们 你們 咱们 什么 什麼 怎么 怎麼 因为 因為 所以 但是 如果 虽然 雖然 由于 由於 "
    "关于 關於 对于 對於 以及 或者 并且 並且 而且 然后 然後 然而 因此 为了 為了 除了 根据 根據 通过 通過 按照 随着 隨著 "
    "作为 作為 成为 成為 进行 進行 开展 開展 已经 已經 正在 将会 將會 能够 能夠 应当 應當 必须 必須 其中 目前 同时 同時 "
    "此外 另外 例如 认为 認為 本报 本報 今年 去年 明年 今天 昨天 明天 近日 日前 本月 上午 下午 相关 相關 有关 有關 主要 "
    "包括 以来 以來 之间 之間 之后 之後 之前 以上 以下 其他 这些 這些 那些 就是"
).split()
"""Words of two characters that nobody doubles for effect."""
LEGITIMATE = frozenset("为什么 為什麼 怎么办 怎麼辦 没关系 沒關係 对不起 對不起 好不好 了不起 谢谢你 謝謝你".split())
"""Of three and more that people do."""
ENGLISH = frozenset(
    "had that is do no so very really many much far long bye ha ho hear knock tut there now well please never out again "
    "on in yes ok okay boo choo chop woof tick tock dum la na da so-so hush pooh aye goody blah yada cha rah win who what".split()
)
"""Words that English doubles: he had had enough, very very good, hear hear."""

_HAN_DOUBLED = re.compile(
    rf"(?P<particle>[{''.join(word for word in PARTICLES if len(word) == 1)}])(?P=particle)"
    rf"|(?P<word>{'|'.join(WORDS)})(?P=word)"
    rf"|(?P<phrase>[{HAN}]{{3,12}}?)(?P=phrase)"
)
_ENGLISH_DOUBLED = re.compile(r"(?<![\w'’.-])([A-Za-z]+)[ ]+(\1)(?![\w'’-])", re.IGNORECASE)


def doubled_words(text: str) -> Iterator[Fault]:
    """A fault for each word that stands there twice in a row and hardly by intent."""
    for found in _HAN_DOUBLED.finditer(text):
        word = found["particle"] or found["word"] or found["phrase"]
        if found["particle"]:
            before, behind = PARTICLES[word]
            if text[found.start() - 1 : found.start()] in before.split() or text[found.end() : found.end() + 1] in behind.split():
                continue
        elif found["word"]:
            # The second may be the head of a longer word: 进行进行曲.
            if text[found.end() : found.end() + 1] == "曲":
                continue
        elif found["phrase"] and (len(set(word)) < 3 or word in LEGITIMATE):
            continue
        yield _fault(found.start(), found.end(), word)
    for found in _ENGLISH_DOUBLED.finditer(text):
        word = found[1]
        # Names: Bora Bora, Sing Sing. Roman numerals and initials: X X.
        named = found[2][0].isupper() or (len(word) == 1 and word.casefold() != "a")
        if not named and word.casefold() not in ENGLISH:
            yield _fault(found.start(), found.end(), word.casefold())


def _fault(start: int, end: int, word: str) -> Fault:
    return Fault("doubled-word", start, end, f'"{word}" is typed twice', "take one out")
