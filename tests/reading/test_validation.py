from __future__ import annotations

import pytest

from broadsheet.model.place import Place
from broadsheet.reading.fields import ArticleFields, EditionFields, Fields, NewspaperFields, field_rows
from broadsheet.reading.placed import read_yaml
from broadsheet.reading.synonyms import SYNONYMS, key_for
from broadsheet.reading.validation import missing_date, nearest, own_keys, validate


def told(text: str, model: type[Fields] = ArticleFields) -> list[tuple[str, str, str]]:
    placed = read_yaml(text, "a.md", text)
    assert validate(placed, model) is None
    return [(found.code, found.message, found.hint) for found in placed.diagnostics]


def read(text: str, model: type[Fields] = ArticleFields) -> Fields:
    placed = read_yaml(text, "a.md", text)
    fields = validate(placed, model)
    assert fields is not None, placed.diagnostics
    return fields


@pytest.mark.parametrize(
    ("typed", "key", "value"),
    [
        ("title: 010", "title", ("010",)),
        ("title: no", "title", ("no",)),
        ("title: |\n  一行\n\n  两行\n", "title", ("一行", "两行")),
        ("title: [一行, ' ', 两行]", "title", ("一行", "两行")),
        ("tags: 书店", "tags", ("书店",)),
        ("draft: yes", "draft", True),
        ("draft: Off", "draft", False),
        ("importance: 1", "importance", 1),
        ("language: zh-Hant", "language", "zh-Hant"),
        ("language: ''", "language", ""),
        ("section: ' 城事 '", "section", "城事"),
        ("page: 001", "page", "001"),
        ("page: ''", "page", ""),
        ("importance:", "importance", None),
        ("images:", "images", []),
        ("images: [~]", "images", []),
    ],
)
def test_a_value_is_read_as_its_key_says(typed: str, key: str, value: object) -> None:
    title = "" if key == "title" else "title: 街角\n"
    assert getattr(read(f"{title}{typed}"), key) == value


@pytest.mark.parametrize(
    "moment", ["2025-04-16T06:00", "2025-04-16 06:00", "2025-04-16T06:00+08:00", "2025-04-16T06:00:30Z"]
)
def test_a_time_is_read_with_and_without_a_zone(moment: str) -> None:
    assert getattr(read(f"title: a\npublish_at: {moment}"), "publish_at").hour == 6  # noqa: B009 - Fields has no keys


@pytest.mark.parametrize("typed", ["李某", "[李某]", "[{name: 李某}]", "{name: 李某}"])
def test_a_byline_may_be_a_text_a_list_or_a_mapping(typed: str) -> None:
    assert [person.name for person in getattr(read(f"title: a\nbyline: {typed}"), "byline")] == ["李某"]  # noqa: B009 - as above


def test_people_of_a_page_are_pairs_in_order() -> None:
    edition = read(
        "date: 2025-04-16\npages:\n  - number: A1\n    editors: {校对: [李某, 王某], 美编: 张某}\n", EditionFields
    )
    assert isinstance(edition, EditionFields)
    assert edition.pages[0].editors == (("校对", "李某、王某"), ("美编", "张某"))


def test_the_editor_s_own_keys_are_left_out_and_kept_as_text() -> None:
    text = "title: a\nx-a: [b, {c: d}]\nx-e:\n"
    placed = read_yaml(text, "a.md", text)
    assert validate(placed, ArticleFields) is not None
    assert own_keys(placed) == (("x-a", "b, c: d"), ("x-e", ""))
    assert own_keys(read_yaml("a list", "a.md", "a list")) == ()


TOLD = {
    "a missing and an unknown key": (
        "secton: a\n",
        [
            ("missing-title", "no title", "add a line “title: …”"),
            ("unknown-key", 'no key "secton"', 'did you mean "section"?'),
        ],
    ),
    "a misspelt required key, once": ("titel: a\n", [("unknown-key", 'no key "titel"', 'did you mean "title"?')]),
    "a misspelt required key of an item, once": (
        "title: a\nimages: [{scr: a.jpg}]\n",
        [("unknown-key", 'no key "scr"', 'did you mean "src"?')],
    ),
    "the beginning of a key": (
        "title: a\ncorr: b\n",
        [("unknown-key", 'no key "corr"', 'did you mean "corrections"?')],
    ),
    "an unknown key of an item": (
        "title: a\nimages: [{src: a.jpg, x-own: b}]\n",
        [
            (
                "unknown-key",
                'no key "x-own"',
                (
                    "there are: src, alt, caption, creator, credit, reason, copyright, license, licensor, acquire, "
                    "date, location, source_type, position, focus"
                ),
            )
        ],
    ),
    "an item that is a list": (
        "title: a\nimages: [[a]]\n",
        [("wrong-type", "expected “key: value”, found a list", "begin it with “src: …”")],
    ),
    "a name too long for an address": (
        f"title: a\nsection: {'长' * 61}\n",
        [("wrong-type", f'expected a name of 60 characters at most, found "{"长" * 50}…"', "")],
    ),
    "a year that no calendar has": (
        "title: a\ndate: 0000-01-01\n",
        [("wrong-date", 'no such day, "0000-01-01"', "a date is written 2025-04-16")],
    ),
    "a month past counting": (
        "title: a\ndate: 2025/13" + "9" * 5000 + "/1\n",
        [("wrong-date", 'expected a date, found "2025/13' + "9" * 43 + '…"', "a date is written 2025-04-16")],
    ),
    "a date that is a list": (
        "title: a\ndate: [2025]\n",
        [("wrong-date", "expected a date, found a list", "a date is written 2025-04-16")],
    ),
}


@pytest.mark.parametrize(("text", "says"), TOLD.values(), ids=TOLD)
def test_what_does_not_fit_is_told(text: str, says: list[tuple[str, str, str]]) -> None:
    assert told(text) == says


def test_a_missing_key_is_told_at_the_item_that_lacks_it() -> None:
    text = "title: a\nimages:\n  - src: a.jpg\n  - alt: b\n"
    placed = read_yaml(text, "a.md", text)
    assert validate(placed, ArticleFields) is None
    assert placed.diagnostics[0].place == Place("a.md", 4, 5)


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("title: a", True),
        ("title: a\ndate:", True),
        ("date: x", False),
        ("dat: x", False),
        ("日期: x", False),
        ("- a", False),
    ],
)
def test_a_date_is_missing_unless_it_is_misspelt(text: str, missing: bool) -> None:
    assert missing_date(read_yaml(text, "a.md", text), ArticleFields) is missing


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("Title", "title"),
        ("标题", "title"),
        ("author", "byline"),
        ("publish", "publish_at"),
        ("PubDate", "date"),
        ("xyz", ""),
    ],
)
def test_the_nearest_key(word: str, key: str) -> None:
    assert nearest(word, list(ArticleFields.model_fields)) == key


def test_every_synonym_stands_for_a_key_that_there_is() -> None:
    keys = {name for model in Fields.__subclasses__() for name in model.model_fields}
    assert set(SYNONYMS) <= keys
    assert key_for("署名", ["title"]) == ""


@pytest.mark.parametrize("model", [ArticleFields, EditionFields, NewspaperFields])
def test_every_key_is_described_in_the_table(model: type[Fields]) -> None:
    rows = dict(field_rows(model))
    assert all(rows.values())
    assert list(rows) == list(model.model_fields)
