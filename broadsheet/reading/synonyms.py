"""What editors type for a key of ours: the Chinese word, or another generator's name for it."""

from __future__ import annotations

SYNONYMS = {
    "title": "标题 主题 题目 主标题 標題 主題 題目 headline heading",
    "kicker": "引题 肩题 引題 肩題 pretitle overline",
    "subtitle": "副题 副标题 副題 副標題 deck standfirst",
    "date": "日期 出版日期 day published pubdate publishdate",
    "edition": "版次 期次",
    "label": "早晚报",
    "section": "栏目 版别 分类 欄目 版別 分類 category categories",
    "column": "专栏 專欄 series",
    "genre": "体裁 體裁",
    "page": "版 版面 版号 页 版號 頁",
    "number": "版 版号 页码 版號 頁碼",
    "pages": "版面 版面列表",
    "name": "名称 版名 姓名 名稱",
    "byline": "署名 作者 记者 記者 author authors writer creators",
    "dateline": "电头 電頭",
    "source": "来源 來源 稿源 origin",
    "summary": "摘要 提要 导语 導語 description excerpt abstract lead lede",
    "tags": "标签 关键词 標籤 關鍵詞 keywords",
    "editors": "编辑 责任编辑 責任編輯 編輯 editor",
    "language": "语言 語言 lang locale",
    "importance": "重要性 权重 weight priority",
    "images": "图片 配图 圖片 配圖 image picture pictures photos cover thumbnail featured_image gallery",
    "src": "文件 file path filename",
    "alt": "替代文字 alternative",
    "caption": "图注 圖註 说明",
    "creator": "摄影 摄影者 攝影 photographer",
    "credit": "图片来源 圖片來源",
    "slug": "地址 permalink",
    "aliases": "旧地址 alias redirects redirect_from",
    "publish_at": "发布时间 發佈時間 publishat embargo scheduled",
    "draft": "草稿 unpublished",
    "corrections": "更正 correction",
    "jump_to": "转版 轉版 jump",
    "teaser_of": "导读 導讀 teaser",
    "issue_number": "期号 期號 issue",
    "release": "出版时间 出版時間",
    "timezone": "时区 時區 time_zone tz",
    "url": "网址 網址 base_url baseurl site_url",
    "cn_number": "刊号 国内统一连续出版物号 刊號 cn",
    "publisher": "出版者 主办 主辦",
    "sections": "栏目 版别",
    "imprint": "版权页 版權頁",
    "founded": "创刊 創刊",
}
"""A key and the words that stand for it, where that key may stand."""


def key_for(word: str, known: list[str]) -> str:
    """The key, of those that may stand here, which a word means; "" for none."""
    typed = word.casefold().replace("-", "_").replace(" ", "_")
    return next((key for key in known if typed in SYNONYMS.get(key, "").split()), "")
