"""What an imported file says to its editor, in the paper's language."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from broadsheet.reading.importing.stories import Doubt

HANS: Mapping[str, str] = MappingProxyType(
    {
        "head": "“{words}”像是标题，把握{share}：它确是一篇新稿件的标题吗？",
        "deck": "引题、标题、副题的划分，把握{share}，请核对",
        "P": "“{words}”当作正文，把握{share}：分段对吗？",
        "X": "“{words}”当作小标题，把握{share}",
        "V": "“{words}”当作诗行，把握{share}",
        "T": "“{words}”当作联系方式，把握{share}",
        "B": "“{words}”当作署名，把握{share}",
        "E": "“{words}”当作署名，把握{share}",
        "C": "“{words}”当作图片说明或来源，把握{share}",
        "untitled": "无标题",
        "no title": "原文没有标题：写好标题，再删去 draft 一行",
        "jump": "{page} 版还没有稿件：导入该版，或删去 jump_to 一行",
        "teaser": "这是导读：删去正文中的版次，写上 teaser_of: 所指稿件的文件名（不带 .md）",
        "pictures": "图片还没有放好：把文件放在本文件旁边，填好 src 和 alt，再去掉行首的 #",
        "contact": "联系方式",
        "to do": "待填",
    }
)
HANT: Mapping[str, str] = MappingProxyType(
    {
        "head": "“{words}”像是標題，把握{share}：它確是一篇新稿件的標題嗎？",
        "deck": "引題、標題、副題的劃分，把握{share}，請核對",
        "P": "“{words}”當作正文，把握{share}：分段對嗎？",
        "X": "“{words}”當作小標題，把握{share}",
        "V": "“{words}”當作詩行，把握{share}",
        "T": "“{words}”當作聯絡方式，把握{share}",
        "B": "“{words}”當作署名，把握{share}",
        "E": "“{words}”當作署名，把握{share}",
        "C": "“{words}”當作圖片說明或來源，把握{share}",
        "untitled": "無標題",
        "no title": "原文沒有標題：寫好標題，再刪去 draft 一行",
        "jump": "{page} 版還沒有稿件：匯入該版，或刪去 jump_to 一行",
        "teaser": "這是導讀：刪去正文中的版次，寫上 teaser_of: 所指稿件的檔名（不帶 .md）",
        "pictures": "圖片還沒有放好：把檔案放在本檔旁邊，填好 src 和 alt，再去掉行首的 #",
        "contact": "聯絡方式",
        "to do": "待填",
    }
)
ENGLISH: Mapping[str, str] = MappingProxyType(
    {
        "head": "“{words}” looks like a headline, sure to {share}: does a story begin here?",
        "deck": "kicker, title and subtitle, sure to {share} which is which",
        "P": "“{words}” was taken for copy, sure to {share}: are the paragraphs right?",
        "X": "“{words}” was taken for a crosshead, sure to {share}",
        "V": "“{words}” was taken for verse, sure to {share}",
        "T": "“{words}” was taken for a contact box, sure to {share}",
        "B": "“{words}” was taken for a byline, sure to {share}",
        "E": "“{words}” was taken for a byline, sure to {share}",
        "C": "“{words}” was taken for a picture's caption or credit, sure to {share}",
        "untitled": "Untitled",
        "no title": "the copy had no headline: write one, then delete the line with draft",
        "jump": "page {page} has no story yet: import that page, or delete the line with jump_to",
        "teaser": "a teaser: take the page out of the copy and add teaser_of: the story's file name, without .md",
        "pictures": "the picture is not in place: lay it beside this file, fill in src and alt, take the # signs away",
        "contact": "Contact us",
        "to do": "to do",
    }
)


def words_for(language: str) -> Mapping[str, str]:
    """The words of a BCP 47 language: traditional Chinese, Chinese, or English."""
    tag = language.casefold()
    if tag.startswith(("zh-hant", "zh-tw", "zh-hk", "zh-mo")):
        return HANT
    return HANS if tag.startswith("zh") else ENGLISH


def said(doubt: Doubt, words: Mapping[str, str]) -> str:
    """A doubt in words, on one line."""
    return words[doubt.kind].format(words=doubt.words[:16], share=f"{int(doubt.share * 100)}%")
