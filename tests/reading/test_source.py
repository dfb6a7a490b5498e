from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.model.diagnostic import Diagnostic
from broadsheet.model.place import Place
from broadsheet.reading.source import LONGEST_LINE, Source, decode


def test_a_file_is_its_text_with_newlines_and_without_a_byte_order_mark() -> None:
    assert decode("a.md", b"\xef\xbb\xbfone\r\ntwo\rthree\n") == Source("a.md", "one\ntwo\nthree\n")


def test_letters_and_marks_are_put_together() -> None:
    assert decode("a.md", "e\u0301".encode()) == Source("a.md", "é")


def test_a_line_is_counted_from_one_and_empty_past_the_end() -> None:
    source = Source("a.md", "one\ntwo")
    assert [source.line(number) for number in (0, 1, 2, 3)] == ["", "one", "two", ""]


@pytest.mark.parametrize(
    ("text", "encoding", "named"),
    [
        ("渡船今天停航，码头上没有人。", "gb18030", "GB18030"),
        ("渡", "gb18030", "GB18030"),
        ("渡船今天停航，碼頭上沒有人。", "big5", "Big5"),
        ("Le café était fermé à midi.", "latin-1", ""),
        ("Größe und Maß", "cp1252", ""),
        ("渡船", "utf-16", "UTF-16"),
        ("a line of Latin letters", "utf-16-be", "UTF-16"),
        ("a line of Latin letters", "utf-16-le", "UTF-16"),
    ],
)
def test_the_encoding_that_a_file_may_have_is_named(text: str, encoding: str, named: str) -> None:
    found = decode("a.md", text.encode(encoding))
    assert isinstance(found, Diagnostic)
    assert (found.code, found.message) == ("encoding", "the file is not UTF-8")
    assert found.hint.startswith(f"it reads as {named}" if named else "save it again as UTF-8")


def test_bytes_that_are_no_text_in_any_of_them_have_no_name() -> None:
    found = decode("a.md", b"\xb0\xff\xb0")
    assert isinstance(found, Diagnostic)
    assert found.hint == "save it again as UTF-8"


def test_the_first_wrong_character_is_pointed_at() -> None:
    found = decode("a.md", "一行\r\n停航：".encode() + "渡船".encode("gb18030") + b"\r\nmore")
    assert isinstance(found, Diagnostic)
    assert found.place == Place("a.md", 2, 4)


def test_the_longest_line_is_still_read() -> None:
    assert isinstance(decode("a.md", b"a" * LONGEST_LINE), Source)
    found = decode("a.md", b"ok\n" + b"a" * (LONGEST_LINE + 1))
    assert isinstance(found, Diagnostic)
    assert found.place == Place("a.md", 2)


@given(st.binary())
def test_any_bytes_are_text_or_a_diagnostic_of_this_file(data: bytes) -> None:
    found = decode("a.md", data)
    if isinstance(found, Source):
        assert "\r" not in found.text
    else:
        assert found.place.file == "a.md"
        assert 1 <= found.place.line <= data.count(b"\n") + 1


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00\r")), st.sampled_from(["", "\ufeff"]))
def test_utf_8_is_read_as_it_is(text: str, mark: str) -> None:
    found = decode("a.md", (mark + text).encode())
    assert isinstance(found, Source)
    assert len(found.text.split("\n")) == len(text.split("\n"))
