from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.model.place import Place
from broadsheet.reading.placed import Placed, read_yaml
from broadsheet.reading.toml_text import read_toml


def yaml(text: str, first_line: int = 1, *, json: bool = False) -> Placed:
    return read_yaml(text, "a.md", "\n" * (first_line - 1) + text, first_line, json=json)


def under(placed: Placed, place: Place) -> str:
    """The text that a place points at."""
    return placed.excerpt(place)[place.column - 1 : place.column - 1 + place.length]


@pytest.mark.parametrize(
    "typed",
    [
        "010",
        "12:30",
        "no",
        "yes",
        "1.10",
        "0x1F",
        "1e3",
        "2025-04-16",
        "null",
        "NaN",
        "1_000",
        "+86",
        "=",
        "<<",
        "3:2:1",
    ],
)
def test_yaml_keeps_the_text_that_was_typed(typed: str) -> None:
    assert yaml(f"key: {typed}").data == {"key": typed}


@pytest.mark.parametrize("typed", ["", " ~", " # a comment"])
def test_a_key_with_nothing_behind_it_has_no_value(typed: str) -> None:
    assert yaml(f"key:{typed}").data == {"key": None}


@pytest.mark.parametrize(
    ("typed", "value"), [('""', ""), ("'~'", "~"), ("|\n  a\n  b\n", "a\nb\n"), (">\n  a\n  b\n", "a b\n")]
)
def test_quotes_and_blocks_are_texts(typed: str, value: str) -> None:
    assert yaml(f"key: {typed}").data == {"key": value}


@pytest.mark.parametrize("text", ["", "\n\n", "# a comment\n", "---\n"])
def test_nothing_is_no_data(text: str) -> None:
    placed = yaml(text)
    assert (placed.data, placed.diagnostics) == (None, [])


def test_every_key_and_value_has_its_place() -> None:
    placed = yaml("title: 渡船\nimages:\n  - src: a.jpg\n    alt: 船\n  - {src: b.jpg}\n", first_line=3)
    assert placed.data == {"title": "渡船", "images": [{"src": "a.jpg", "alt": "船"}, {"src": "b.jpg"}]}
    assert placed.values["title",] == Place("a.md", 3, 8, 2)
    assert placed.keys["images", 0, "alt"] == Place("a.md", 6, 5, 3)
    assert placed.values["images", 1, "src"] == Place("a.md", 7, 11, 5)
    assert placed.place(("images", 1, "caption")) == placed.values["images", 1]
    assert placed.place(("nothing",)) == placed.values[()]


def test_data_without_a_place_is_the_file_s_first_line() -> None:
    assert Placed("a.md", [""]).place(("title",)) == Place("a.md", 1)
    assert Placed("a.md", []).place(()) == Place("a.md", 0)


def test_a_hundred_keys_keep_their_places() -> None:
    placed = yaml("".join(f"key{number}: value {number}\n" for number in range(100)))
    assert len(placed.data) == 100
    assert all(placed.values[f"key{number}",].line == number + 1 for number in range(100))


def test_only_a_newline_ends_a_line() -> None:
    placed = yaml("a: one\u2028 more\x85and more\nb: two\n")
    assert placed.values["b",].line == 2


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"a": null, "b": true, "c": 1.10}', {"a": None, "b": "true", "c": "1.10"}),
        ('{"a": "\\ud83d\\ude00 \\u6e21\\/"}', {"a": "😀 渡/"}),
        ('{\n\t"a": [1, 2]\n}', {"a": ["1", "2"]}),
    ],
)
def test_json_is_read_as_json(text: str, value: object) -> None:
    assert yaml(text, json=True).data == value


FAULTS = {
    "an alias": ("a: *b\n", "yaml-sign", 'a text can\'t begin with "*", as "*b" does', 'did you mean “a: "*b"”?', "*b"),
    "a tag": ("a: !b c\n", "yaml-sign", 'a text can\'t begin with "!"', 'did you mean “a: "!b c"”?', "!b c"),
    "a mapping as a key": ("{a: b}: c\n", "yaml-key", "a key must be a word", "put the text in quotes", "{"),
    "a surrogate": ("a: \ud800\n", "control-character", "a control character, U+D800", "delete it", "\ud800"),
    "a directive": (
        "%YAML 3.0\n---\na: b\n",
        "yaml-syntax",
        "this is not YAML: found incompatible YAML document",
        "a line reads “key: value”",
        "%",
    ),
    "a colon alone": (
        ": a\n",
        "yaml-syntax",
        "this line does not fit the lines above it",
        "a line reads “key: value”",
        ": a",
    ),
    "a tab in a block": ("a: |\n\tb\n", "yaml-syntax", "a tab in the indent", "indent with spaces", "\t"),
    "a key below a line without a colon": (
        "section 城事\npage: A05\n",
        "yaml-syntax",
        "no colon in this line",
        "did you mean “section: 城事”?",
        "section 城事",
    ),
    "quotes in a text in quotes": (
        "a: 'b' \"c\" d: e\n",
        "yaml-syntax",
        "the text goes on behind its quotation mark",
        "inside quotation marks type “ ” or ‘ ’",
        '"',
    ),
    "a colon in a text that holds quotes": (
        'a: b "c": d\n',
        "yaml-syntax",
        "a second colon in the line",
        "did you mean “a: 'b \"c\": d'”?",
        ":",
    ),
    "a long text that begins with an at sign": (
        f"a: @{'长' * 61}\n",
        "yaml-syntax",
        'a text can\'t begin with "@"',
        "put the text in quotes",
        "@",
    ),
    "a long key with a full-width colon": (
        f"title：{'长' * 61}\nb: c\n",
        "yaml-syntax",
        "a full-width colon after a key",
        "type a half-width colon and a space",
        "：",
    ),
    "a value on a line of its own, too far in": (
        "a: b\nc: d\n   e: f\n",
        "yaml-syntax",
        "this line is indented deeper than the one above it",
        "keys begin in one column",
        "e: f",
    ),
    "a brace that is not closed": (
        "a: {b: c\nd: e\n",
        "yaml-syntax",
        "a bracket that is not closed",
        "close it with “}”; a text that begins with a bracket stands in quotes",
        "{",
    ),
}


@pytest.mark.parametrize(("text", "code", "message", "hint", "at"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_told_where_it_is(text: str, code: str, message: str, hint: str, at: str) -> None:
    placed = yaml(text)
    assert [(found.code, found.message, found.hint) for found in placed.diagnostics] == [(code, message, hint)]
    assert under(placed, placed.diagnostics[0].place) == at
    assert placed.data is None


def test_several_control_characters_are_told_at_once_but_not_all_of_a_thousand() -> None:
    placed = yaml("渡\x07船\x08\n" + "\x01" * 1000)
    assert [found.place for found in placed.diagnostics[:2]] == [Place("a.md", 1, 2), Place("a.md", 1, 4)]
    assert len(placed.diagnostics) == 10


@given(st.text(st.characters(codec="utf-8") | st.sampled_from("\n:：-[]{}\"'#&*!|>%@` \t~\\,?"), max_size=60))
def test_no_text_makes_it_raise_and_every_place_lies_in_the_text(text: str) -> None:
    placed = yaml(text)
    places = [found.place for found in placed.diagnostics] + list(placed.keys.values()) + list(placed.values.values())
    for place in places:
        assert 1 <= place.line <= len(placed.lines)
        assert 1 <= place.column <= len(placed.excerpt(place)) + 1
    if placed.diagnostics:
        assert placed.data is None


WORDS = st.from_regex(r"[a-z渡船]{1,8}", fullmatch=True)


@given(st.dictionaries(WORDS, WORDS | st.lists(WORDS, min_size=1), min_size=1))
def test_places_point_at_the_text_they_name(data: dict[str, Any]) -> None:
    text = ""
    for key, value in data.items():
        text += f"{key}: {value}\n" if isinstance(value, str) else f"{key}:\n" + "".join(f"  - {v}\n" for v in value)
    placed = yaml(text, first_line=2)
    assert placed.data == data
    for key, value in data.items():
        assert under(placed, placed.keys[key,]) == key
        if isinstance(value, str):
            assert under(placed, placed.values[key,]) == value
        else:
            assert [under(placed, placed.values[key, n]) for n in range(len(value))] == value


def toml(text: str) -> Placed:
    return read_toml(text, "a.md", text)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("2025-04-16", "2025-04-16"),
        ("1.10", "1.10"),
        ("true", "true"),
        ("5", "5"),
        ("[1, 'a']", ["1", "a"]),
        ("06:30:00", "06:30:00"),
    ],
)
def test_toml_scalars_become_text(typed: str, value: object) -> None:
    assert toml(f"key = {typed}\n").data == {"key": value}


def test_toml_keys_have_their_places() -> None:
    placed = toml('title = "渡船"\n\n[[images]]\nsrc = "a.jpg"\n[[images]]\nsrc = "b.jpg"\n[x-own]\n"a b" = 1\n')
    assert placed.values["images", 1, "src"] == Place("a.md", 6, 7, 7)
    assert placed.keys["title",] == Place("a.md", 1, 1, 5)
    assert placed.keys["x-own", "a b"] == Place("a.md", 8, 1, 5)


TOML_FAULTS = {
    "a word alone": (
        "title\n",
        "toml-syntax",
        "this is not TOML: expected '=' after a key in a key/value pair",
        'a line reads “key = "value"”',
        Place("a.md", 1, 6),
    ),
    "a leading zero": (
        "page = 010\n",
        "toml-syntax",
        "this is not TOML: expected newline or end of document after a statement",
        'a line reads “key = "value"”',
        Place("a.md", 1, 9),
    ),
    "a table given twice": (
        "[a]\n[a]\n",
        "toml-syntax",
        "this is not TOML: cannot declare ('a',) twice",
        'a line reads “key = "value"”',
        Place("a.md", 2, 3),
    ),
    "brackets past counting": (
        "a = " + "[" * 9000,
        "nesting-too-deep",
        "more than 12 levels of nesting",
        "write it flatter",
        Place("a.md", 1, 5),
    ),
}


@pytest.mark.parametrize(("text", "code", "message", "hint", "place"), TOML_FAULTS.values(), ids=TOML_FAULTS)
def test_a_fault_in_toml_is_told(text: str, code: str, message: str, hint: str, place: Place) -> None:
    (found,) = toml(text).diagnostics
    assert (found.code, found.message, found.hint, found.place) == (code, message, hint, place)


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r") | st.sampled_from("\n=[]{}\"'#.,"), max_size=40))
def test_no_toml_makes_it_raise(text: str) -> None:
    placed = toml(text)
    assert placed.diagnostics or isinstance(placed.data, dict)
