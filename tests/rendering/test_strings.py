"""What the site says: complete in every language, and nothing left over."""

import io
import re
from pathlib import Path

import pytest
from babel.messages.extract import extract
from babel.messages.pofile import read_po

from broadsheet.rendering import form_words
from broadsheet.rendering.printed import frames
from broadsheet.rendering.strings import LANGUAGES, catalogue, match, own_texts, spoken

LAYOUTS = Path(__file__).parents[2] / "layouts"
PRINTED = Path(frames.__file__).parent
FORMS = Path(form_words.__file__)
NAMES = re.compile(r"%\(\w+\)s|\{\w+\}")


def used() -> set[str | tuple[str, str]]:
    """Every string that a layout, a printed page or a form says; one with a plural is a pair."""
    found: set[str | tuple[str, str]] = set()
    for file in LAYOUTS.rglob("*.html"):
        options = {"silent": "false"}
        for _, message, _, _ in extract("jinja2", io.BytesIO(file.read_bytes()), options=options):
            found.add(message if isinstance(message, str) else (message[0], message[1]))
    said = {"gettext": None, "text": None, "line": None, "said": None, "ngettext": (1, 2)}
    for file in (*PRINTED.glob("*.py"), FORMS):
        for _, message, _, _ in extract("python", io.BytesIO(file.read_bytes()), keywords=said):
            found.add(message if isinstance(message, str) else (message[0], message[1]))
    return found


def translated(language: str) -> dict[str | tuple[str, str], tuple[str, ...]]:
    """A catalogue's strings and what is said for them."""
    texts = read_po(io.StringIO(own_texts()[language]))
    return {
        message.id: (message.string,) if isinstance(message.string, str) else tuple(message.string)
        for message in texts
        if message.id
    }


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant"])
def test_every_string_of_the_layouts_is_translated_and_none_is_left_over(language: str) -> None:
    said = translated(language)
    assert set(said) == used()
    assert [message for message, texts in said.items() if not all(texts)] == []


def test_english_says_its_message_ids() -> None:
    assert set(translated("en")) <= used()


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant"])
def test_a_translation_uses_the_same_names_as_the_english(language: str) -> None:
    for message, texts in translated(language).items():
        names = set(NAMES.findall(message if isinstance(message, str) else message[1]))
        assert [text for text in texts if set(NAMES.findall(text)) != names] == []


def test_traditional_strings_hold_no_character_that_only_simplified_script_has() -> None:
    said = "".join(text for texts in translated("zh-Hant").values() for text in texts)
    simplified = (
        "这们来时为国学经历报纸页标题导读编辑责创办统连续号关键词应开启还发现头条说话请长"
        "张门间问阅览检筛选显隐权许协议环顾广网络载试错围从边东"
    )
    assert set(said) & set(simplified) == set()


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("zh", "zh-Hans"),
        ("zh-CN", "zh-Hans"),
        ("zh-Hans", "zh-Hans"),
        ("zh-Hans-SG", "zh-Hans"),
        ("ZH-hans", "zh-Hans"),
        ("zh-TW", "zh-Hant"),
        ("zh-HK", "zh-Hant"),
        ("zh-MO", "zh-Hant"),
        ("zh-Hant", "zh-Hant"),
        ("zh-Hant-HK", "zh-Hant"),
        ("en", "en"),
        ("en-GB", "en"),
        ("fr", "en"),
        ("zhx", "en"),
        ("", "en"),
    ],
)
def test_a_tag_is_answered_in_the_nearest_language(tag: str, language: str) -> None:
    assert match(tag) == language


@pytest.mark.parametrize(
    ("language", "one", "many"),
    [("zh-Hans", "今日%(count)s版", "今日%(count)s版"), ("en", "%(count)s page today", "%(count)s pages today")],
)
def test_a_count_takes_its_plural_form(language: str, one: str, many: str) -> None:
    speak = spoken(language).ngettext
    assert speak("%(count)s page today", "%(count)s pages today", 1) == one
    assert speak("%(count)s page today", "%(count)s pages today", 8) == many


def test_a_string_that_a_catalogue_lacks_is_said_in_english() -> None:
    empty = catalogue('msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n', "zh-Hans")
    assert empty.gettext("Past editions") == "Past editions"


def test_each_language_has_a_catalogue() -> None:
    assert tuple(own_texts()) == LANGUAGES
