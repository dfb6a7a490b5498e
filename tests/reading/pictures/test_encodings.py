from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.reading.pictures.encodings import decode_all, encoding_of

SIMPLIFIED = ["新华社记者", "摄影", "大连市劳动公园", "渡船离岸", "李明", "王小华", "图片来源", "晨报发", "© 津渡社"]
TRADITIONAL = ["中央社記者", "攝影", "臺北市劳動公園".replace("劳", "勞"), "渡船離岸", "王小明", "圖片來源", "編輯部"]
WESTERN = [
    "José",
    "Müller",
    "François Noël",
    "São Paulo",
    "Zoë",
    "Ågren Åsa",
    "Bjørn",
    "Señor Ñandú",
    "© 2025 Été",
    "naïve",
]


@pytest.mark.parametrize("text", [*SIMPLIFIED, *TRADITIONAL, *WESTERN, "plain", ""])
def test_utf_8_is_read_as_utf_8(text: str) -> None:
    assert decode_all([text.encode()]) == [text]


@pytest.mark.parametrize("text", [text for text in SIMPLIFIED if "©" not in text])
def test_gbk_is_read_as_gbk(text: str) -> None:
    assert decode_all([text.encode("gbk")]) == [text]


@pytest.mark.parametrize("text", TRADITIONAL)
def test_big5_is_read_as_big5(text: str) -> None:
    assert decode_all([text.encode("big5")]) == [text]


@pytest.mark.parametrize("text", WESTERN)
def test_latin_1_is_read_as_latin_1(text: str) -> None:
    assert decode_all([text.encode("latin-1")]) == [text]


def test_a_rare_character_beside_common_ones_is_read() -> None:
    # 镕 and 𠮷 are not in GB 2312.
    assert decode_all(["记者 李镕𠮷 摄于大连".encode("gb18030")]) == ["记者 李镕𠮷 摄于大连"]


def test_all_texts_of_a_file_are_judged_together() -> None:
    # Alone, the second would be anything.
    assert decode_all([text.encode("gbk") for text in ("新华社记者", "镕", "plain")]) == ["新华社记者", "镕", "plain"]
    assert decode_all([text.encode("big5") for text in ("中央社記者", "明")]) == ["中央社記者", "明"]


@given(st.lists(st.binary(max_size=60), max_size=5))
def test_any_bytes_are_some_text(values: list[bytes]) -> None:
    assert len(decode_all(values)) == len(values)
    assert encoding_of(b"".join(values)) in {"utf-8", "gb18030", "big5hkscs", "cp1252"}
