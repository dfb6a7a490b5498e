"""Words that stand in copy where a name would, and so are none: the tables of negatives."""

from __future__ import annotations


def listed(words: str) -> frozenset[str]:
    """Give the words of a text, parted by spaces."""
    return frozenset(words.split())


# Words that stand where a name would and are none; each begins with a surname or stands bare in the byline field.
WORDS = listed(
    "连线 連線 周一 周二 周三 周四 周五 周六 周日 安心 施工 沙发 空调 利用 时候 高峰 高度 高校 平台 和谐 "
    "任职 查访 查訪 查询 查看 查明 应邀 应约 方知 方才 时报 时评 时刻 时间 沙龙 路上 关注 關注 关于 包括 "
    "管理 高兴 何时 何地 何以 何为 解读 解讀 解析 常说 向前 严查 成长 成为 经历 经过 经查 任务 任何 强调 "
    "周末 全文 金句 计算 谈到 谈话 于是 于日前 强烈 通过 通告 满意 明确 明白 平时 和平 安全 公开 公布 "
    "终于 但是 才能 原来 连日 连夜 时值 初步 支招 支持 手记 手記 札记 调查 調查 观察 觀察 按语 综述 综合 "
    "綜合 报道 本报 本報 本刊 本网 本台 本社 佚名 待续 新华 新华网 人民网 记者 記者 通讯员 评论 社论 社論 "
    "编辑 编者 责编 供稿 来源 转载 网络 新华社 新華社 美联社 美聯社 法新社 路透社 中新社 中央社 共同社 "
    "塔斯社 俄新社 韩联社 韓聯社 彭博社 德新社 埃菲社 安莎社 时事社 合众社 中通社 外电 外電 专访 專訪 "
    "特稿 摘编 資料照 資料圖 資料 资料图 资料 谢谢 感谢 感謝 单位 單位 简介 簡介 安排 方案 方面 成果 成书 "
    "成册 法新 路透 美联 美聯 照片 图片 圖片 新闻 "
    "现场 現場 直击 直擊 来稿 來稿 来信 來信 万里 万里行 萬里行 高新 高新区 马上 馬上 万一 萬一 时代 時代 成功 "
    "平安 方便 时隔 时有 和他 应该 應該 应当 常常 连续 連續 连忙 连着 随后 隨後 随机 随即 隨即 随同 特别 特別 "
    "特意 特地 单独 單獨 单纯 全程 全部 全国 全國 全市 国内 國內 国庆 国际 國際 文化 文件 水利 水务 金融 花费 "
    "花钱 计划 計劃 安装 安置 安静 通常 通道 通知 向导 向来 向记者 古城 古镇 毛病 白天 白领 黄金 黄河 长江 江边 "
    "江苏省 海河 林业 农业 農業 农村 農村 农民 農民 车站 車站 车间 車間 车上 路边 路過 路过 石油 钱包 温度 温馨 "
    "和气 费用 包装 包围 左右 项目 部门 党员 党委 党建 商场 商业 商店 商家 房屋 房价 住户 居民 居住 满足 满头 "
    "终究 但凡 干部 解决 解決 解释 沟通 谈起 尚未 易拉罐 广场 广大 广泛 师傅 练习 战场 游客 遊客 游览 简单 简要 "
    "边走 边境 权威 专题 信息 信用 初次 初心 原因 冷静 红色 印象 景区 景点 武术 仲裁 官方 官员 查获 查阅 童年 "
    "席间 时任 古人 周边 周围 周日 曾经 曾多次 万家 万元 经济 經濟 经营 经常 經常 施救 严格 严肃 华侨 明天 明显 "
    "支付 强行 利用率 平均 平常 元旦 元宵 何必 何处 何况 任凭 史上 史料 余下 邮箱 走访 走訪 获悉 獲悉 了解 发现 "
    "看到 出发 行动 广告 廣告 封面 散文 故事 小说 小說 诗歌 詩歌 作品 大赛 大賽 比赛 比賽"
)
# Cities and provinces, which stand before 报道 as a name may.
PLACES = listed(
    "北京 天津 上海 重庆 重慶 河北 山西 内蒙古 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 "
    "湖南 广东 广西 海南 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 香港 澳门 澳門 台湾 臺灣 台灣 "
    "石家庄 太原 沈阳 长春 哈尔滨 南京 杭州 合肥 福州 南昌 济南 郑州 武汉 长沙 广州 廣州 南宁 海口 成都 "
    "贵阳 昆明 拉萨 西安 兰州 西宁 银川 深圳 大连 青岛 宁波 厦门 苏州 台北 臺北 新北 桃園 台中 臺中 台南 "
    "臺南 高雄 基隆 新竹 苗栗 彰化 南投 雲林 嘉義 屏東 宜蘭 花蓮 台東 臺東 澎湖 金門 华盛顿 華盛頓 纽约 "
    "紐約 伦敦 倫敦 东京 東京 巴黎 柏林 莫斯科 首尔 首爾 滨海 和平 河西 河东 南开 东丽 武清 宝坻"
)
# What makes a phrase of a word before it, and hardly ends a given name: 方便时, 成功率, 马上到.
_PARTICLES = frozenset("时時后後前中里裡内內外间間上下地得性化们們区區行感率重度力到问問晚早说說看去来來会會的了着过過")


def is_phrase(name: str, *, surnamed: bool) -> bool:
    """Whether `name` is a word with a particle behind it or, if it is not `surnamed`, two words: 方便时, 现场直击."""
    first, rest = name[:2], name[2:]
    if len(rest) == 1:
        return first in WORDS and rest in _PARTICLES
    return not surnamed and (first in WORDS or rest in WORDS)
