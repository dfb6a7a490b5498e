"""What a name looks like: patterns for names and the table of surnames, by which they are told from running copy."""

from __future__ import annotations

import re

from broadsheet.reading.byline.words import PLACES, WORDS, is_phrase, listed

HAN = "[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f〇々]"


# The surnames of 百家姓 still met in mainland, Taiwan and Hong Kong papers, in both scripts. Left out are those
# that open a sentence after 记者 far more often than a name: 从 就 在 有 能 来 还 又 便 都 后 同 相 对.
_SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌"
    "马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵"
    "湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高"
    "夏蔡田樊胡凌霍虞万支柯昝管卢莫房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊惠甄"
    "曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾甘厉戎祖武符刘景詹束龙叶"
    "司韶郜黎蓟薄印宿白怀蒲邰鄂索咸籍赖卓蔺屠蒙池乔阴胥苍闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿通"
    "边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步耿满弘匡国文寇广禄阙东欧沃利蔚"
    "越夔隆师巩聂晁勾敖融冷訾辛阚那简饶曾沙养鞠须丰巢关蒯查荆红游竺权逯盖益桓公仉岳帅缑亢况郭南门商佘佟肖"
    "闫付代覃涂练户院楚阳官揭占隋麦仝兰苑邸苟刑尉迟木但信栗冼初底门邝闭零买牟涂谌邹揣撒战晋楼原闪旷扎丹冶才"
    "趙錢孫吳鄭馮陳衛蔣韓楊許呂張嚴華謝鄒竇雲蘇範魯韋馬鳳湯羅畢鄔樂時齊顧黃蕭貝計談龐紀項閔藍強賈婁顏鍾駱"
    "萬盧莫經繆應貢賁鄧單諸龔陸榮儲烏車寧欒厲劉龍葉韶黎賴藺喬陰蒼雙聞黨譚勞鄺莊閻連習魚滿國廣祿闕東歐師鞏聶"
    "饒養須豐關權蓋岳況陽麥蘭尋塗練戰晉樓遲買館溫劇游簡邊農鄭涂鐘某"
)
_COMPOUND_SURNAMES = listed(
    "欧阳 歐陽 上官 司马 司馬 诸葛 諸葛 夏侯 皇甫 尉迟 尉遲 公孙 公孫 慕容 令狐 宇文 长孙 長孫 司徒 司空 "
    "端木 东方 東方 南宫 南宮 西门 西門 百里 呼延 轩辕 軒轅 独孤 獨孤 澹台 澹臺 闻人 聞人 赫连 赫連 申屠 "
    "太史 公羊 钟离 鍾離 鲜于 鮮于 闾丘 亓官 仲孙 拓跋 第五 淳于 单于 东郭 南门 纳兰 納蘭 完颜 完顏 叶赫 "
    "范姜 張簡"
)
_GIVEN_LENGTHS = (1, 2)
_BODY_SUFFIX = re.compile(
    "社[发發电電]$|[报報社网網][讯訊电電]$|[社报報网網台臺刊部局委室处處组組会會院校司厅廳办辦团團]$"
)
_VERBAL = re.compile(
    "[区區县縣市省镇鎮]$|[的了到着這这那还還也说說问問从從您你我他她]|^[在对對就将將已正是有被把没沒不采採看去为為曾刚剛再并按注称稱]"
)

ADDRESS = r"[A-Za-z0-9._+-]++@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
"""An e-mail address, which many papers set behind a name."""
DOTTED = f"{HAN}{{1,10}}(?:[·•・‧∙]{HAN}{{1,10}})+"
_LATIN_WORD = "[A-Z][A-Za-z\u00c0-\u017f.'’-]*"
LATIN = rf"{_LATIN_WORD}(?: {_LATIN_WORD}){{0,3}}(?!\w)"
# Amy陈 and 王小Q, as many sign on the web. Where the letters end, Han may follow only as a role does.
MIXED_FIRST = f"[A-Za-z]{{1,12}}{HAN}{{1,3}}"
MIXED_LAST = rf"{HAN}{{1,3}}[A-Za-z]{{1,8}}(?![A-Za-z\d])"
_MIXED = re.compile(f"(?P<given>[A-Za-z]+)(?P<family>{HAN}+)|(?P<han>{HAN}+)(?P<letters>[A-Za-z]+)")


def is_surnamed(name: str) -> bool:
    """Whether `name` begins with a known surname and is as long as a name with it is: 李文博, 欧阳某某."""
    if name[:2] in _COMPOUND_SURNAMES and len(name) > len("欧阳"):
        return len(name) - len("欧阳") in _GIVEN_LENGTHS
    if name[:1] not in _SURNAMES:
        return False
    # A married woman's two surnames (范徐某某) make the only other names of four characters.
    return len(name) - 1 in _GIVEN_LENGTHS or name[1:2] in _SURNAMES or "某" in name


def is_mixed_name(name: str, *, surely: bool) -> bool:
    """Whether `name`, of Latin and Han, is one behind a role: Amy陈, 王小Q, 小Q; if `surely`, one with a surname."""
    found = _MIXED.fullmatch(name)
    if found is None:
        return False
    han = found["family"] or found["han"]
    if len(han) > 1 and not could_be_name(han):
        return False
    # An abbreviation before Han is a thing's, as letters behind it are: AI数据, 高清TV.
    personal = found["given"].istitle() if found["given"] else len(found["letters"]) == 1
    return not surely or (personal and han[0] in _SURNAMES)


def is_place(name: str) -> bool:
    """Whether `name` is a city's or a province's: 北京报道 says where, 香港记者 of which bureau."""
    return name in PLACES


def could_be_name(name: str) -> bool:
    """Whether `name`, in a place where a name is due, is one: not an office's, an agency's or a common word."""
    if name in WORDS or name in PLACES or is_phrase(name, surnamed=is_surnamed(name)):
        return False
    return is_surnamed(name) or not _BODY_SUFFIX.search(name)


def is_surely_name(name: str) -> bool:
    """Whether `name` is one even where running copy might stand: known surname, no word and no phrase."""
    if len(name) > len("李文博") and name[:2] not in _COMPOUND_SURNAMES and "某" not in name:
        return False
    return is_surnamed(name) and is_hardly_copy(name)


def is_hardly_copy(name: str) -> bool:
    """Whether `name` may stand for one in brackets of its own, where surnames of every people are met: 卓玛."""
    return could_be_name(name) and not _VERBAL.search(name)
