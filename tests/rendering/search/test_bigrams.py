from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.rendering.search.bigrams import fold, halve, has_cjk, latin_words, patch, read_back, spell, tidy


@pytest.mark.parametrize(
    ("text", "spelt"),
    [
        ("脑机交互", "脑机 机交 交互 互"),
        ("脑", "脑"),
        ("", ""),
        ("AI操作", "AI I操 操作 作"),
        ("哈哈哈", "哈哈 哈哈 哈"),
        ("脑，机", "脑ꔀff0c ꔀff0c机 机"),
        ("ＡＩ", "AI I"),
        ("か", "ꔀ304b"),
        ("한", "ꔀd55c"),
        ("é", "e"),
        ("Ж", "ꔀ0436"),
        ("≠", "ꔀ2260"),
        ("𠮷", "𠮷"),
        ("😀", "ꔁ01f600"),
        ("ꔀ", "ꔀa500"),
    ],
)
def test_every_character_begins_a_word_with_the_one_after_it(text: str, spelt: str) -> None:
    assert spell(text) == spelt


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("waiting for AI", ("waiting", "for", "ai")),
        ("ＡＩ操作系统ai", ("ai",)),
        ("RISC-V，3200万", ("risc", "v", "3200")),
        ("café 20.5%", ("cafe", "20", "5")),
        ("脑机", ()),
    ],
)
def test_the_latin_words_of_copy_are_known_whole(text: str, words: tuple[str, ...]) -> None:
    assert latin_words(text) == words


def test_words_are_letters_and_digits_that_pagefind_leaves_alone() -> None:
    spelt = spell(tidy("“双碳”：RISC-V、20.5%　がぎ 臺北😀 café"))
    assert all(re.fullmatch(r"[0-9A-Za-zꔀꔁ\u4e00-\u9fff]+", word) for word in spelt.split(" "))


@pytest.mark.parametrize(
    ("copy", "tidied"),
    [
        ("　　新华社北京电", "新华社北京电"),
        ("一行\n又一行", "一行又一行"),
        ("一行，\r\n  又一行", "一行，又一行"),
        ("a line\nand another", "a line and another"),
        ("中文\nEnglish", "中文 English"),
        ("王　某", "王　某"),
        ("王　 　某", "王　某"),
        ("a\u200bb\ufeffc\x07d", "abcd"),
        ("cafe\u0301", "café"),
        ("👩\u200d🚀", "👩\u200d🚀"),
    ],
)
def test_copy_is_tidied_before_it_is_spelt(copy: str, tidied: str) -> None:
    assert tidy(copy) == tidied


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ＡＩ１２月", "ai12月"),
        ("RISC-V", "risc-v"),
        ("Élysée", "elysee"),
        ("，！（", "，！（"),
        ("臺灣", "臺灣"),
        ("王　某", "王 某"),
        ("İΣ", "iσ"),
    ],
)
def test_case_width_and_latin_accents_are_folded_and_nothing_else(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("copy", "patches"),
    [
        ("脑机交互 RISC-V", ""),
        ("用ＡＩ，１２月", "1ＡＩ4１２"),
        ("王　某", "1ꔀ3000"),
        ("Жук", "0Ж"),
        ("café", "3é"),
    ],
)
def test_what_the_spelling_loses_is_patched(copy: str, patches: str) -> None:
    assert patch(copy, read_back(copy)) == patches


def patched(text: str, patches: str) -> str:
    """What the search page does with patches."""
    characters = list(text)
    for offset, originals in re.findall(r"([0-9]+)([^0-9](?:[^0-9]|(?<=ꔀ)[0-9a-f]{4})*)", patches):
        restored = re.findall("ꔀ[0-9a-f]{4}|.", originals)
        for place, character in enumerate(restored, start=int(offset)):
            characters[place] = chr(int(character[1:], 16)) if len(character) > 1 else character
    return "".join(characters)


@given(st.text(st.characters(exclude_characters="ꔀ")).map(tidy))
def test_copy_reads_back_exactly(copy: str) -> None:
    read = read_back(copy)
    assert patched(read, patch(copy, read)) == copy


@given(st.text().map(tidy))
def test_folding_keeps_the_length_and_is_done_once(copy: str) -> None:
    assert len(fold(copy)) == len(copy) == len(halve(copy))
    assert fold(halve(copy)) == fold(copy)


@given(
    st.text(st.sampled_from("脑机交互AIa，。 ＡがЖ"), min_size=2), st.text(st.sampled_from("脑机AIａ，"), min_size=2)
)
def test_a_phrase_of_words_stands_where_the_text_stands(copy: str, query: str) -> None:
    words = spell(copy).lower().split(" ")
    phrase = spell(query).lower().split(" ")[:-1]
    in_words = any(words[start : start + len(phrase)] == phrase for start in range(len(words)))
    assert in_words == (fold(query) in fold(copy))


@pytest.mark.parametrize(("text", "has"), [("脑", True), ("か", True), ("한", True), ("abc, é", False)])
def test_scripts_without_spaces_are_known(text: str, *, has: bool) -> None:
    assert has_cjk(text) is has
