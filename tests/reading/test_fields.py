from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from broadsheet.reading.fields import ArticleFields, EditionFields, NewspaperFields

TOLD = {
    "missing",
    "extra_forbidden",
    "literal_error",
    "list_type",
    "model_type",
    "wrong-type",
    "wrong-date",
    "wrong-time",
}
"""What validation.py makes diagnostics of."""
ANY = st.recursive(
    st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)


@pytest.mark.parametrize("model", [ArticleFields, EditionFields, NewspaperFields])
@given(data=st.data())
def test_whatever_is_typed_is_valid_or_told(model: type[ArticleFields], data: st.DataObject) -> None:
    keys = st.sampled_from(sorted(model.model_fields))
    typed = data.draw(st.dictionaries(keys, ANY, max_size=4))
    try:
        model.model_validate(typed)
    except ValidationError as error:
        kinds = {fault["type"] for fault in error.errors()}
    else:
        kinds = set()
    assert kinds <= TOLD


@pytest.mark.parametrize(
    "url",
    ["https://news.example.org", "http://localhost:8000/paper", "https://news.example.org/a/", "https://报.example/"],
)
def test_a_site_s_address_is_kept_without_its_last_stroke(url: str) -> None:
    assert NewspaperFields.model_validate({"url": url}).url == url.rstrip("/")


@pytest.mark.parametrize(
    "url", ["news.example.org", "https://", "https://a b", "https://a.example/?q", "ftp://a.example", "https://[::1"]
)
def test_what_is_no_site_s_address_is_refused(url: str) -> None:
    with pytest.raises(ValidationError):
        NewspaperFields.model_validate({"url": url})


@pytest.mark.parametrize("address", ["/imprint/#ethics", "https://a.example/x", "mailto:desk@a.example"])
def test_a_policy_has_an_address(address: str) -> None:
    assert NewspaperFields.model_validate({"policies": {"ethics": address}}).policies == (("ethics", address),)


@pytest.mark.parametrize("address", ["//a.example/x", "javascript:x", "ethics", "/a b"])
def test_what_is_no_address_of_a_policy_is_refused(address: str) -> None:
    with pytest.raises(ValidationError):
        NewspaperFields.model_validate({"policies": {"ethics": address}})


@pytest.mark.parametrize("number", ["5", "001", "A05", "T3", "特1", "A5-6", ""])
def test_a_page_number(number: str) -> None:
    assert ArticleFields.model_validate({"title": "a", "page": number}).page == number


@pytest.mark.parametrize("number", ["..", "A/5", "a.html", "-", "A" * 21])
def test_what_is_no_page_number_is_refused(number: str) -> None:
    with pytest.raises(ValidationError):
        ArticleFields.model_validate({"title": "a", "page": number})


@pytest.mark.parametrize("key", ["page", "jump_to"])
def test_a_page_may_be_typed_as_it_is_spoken(key: str) -> None:
    assert getattr(ArticleFields.model_validate({"title": "a", key: "第 Ａ０５ 版"}), key) == "A05"


@pytest.mark.parametrize(
    ("key", "typed", "read"),
    [
        ("tags", "甲、乙", ("甲", "乙")),
        ("tags", "甲，乙; 丙；丁,戊", ("甲", "乙", "丙", "丁", "戊")),
        ("tags", "open source", ("open source",)),
        ("tags", ["甲、乙", "丙"], ("甲、乙", "丙")),
        ("tags", "", ()),
        ("editors", "李某、王某", ("李某", "王某")),
        ("editors", "Jane Doe, Richard Roe", ("Jane Doe", "Richard Roe")),
        ("aliases", "/old/a/ /old/b/", ("/old/a/", "/old/b/")),
        ("aliases", "/old/a/, /old/甲、乙/", ("/old/a/", "/old/甲、乙/")),
    ],
)
def test_a_text_that_means_a_list_is_taken_apart(key: str, typed: object, read: tuple[str, ...]) -> None:
    assert getattr(ArticleFields.model_validate({"title": "a", key: typed}), key) == read


@pytest.mark.parametrize("key", ["sections", "staff"])
def test_one_text_is_one_name(key: str) -> None:
    found = getattr(NewspaperFields.model_validate({key: "要闻"}), key)
    assert [item.name for item in found] == ["要闻"]
    with pytest.raises(ValidationError, match='expected a list, found "要闻、城事"'):
        NewspaperFields.model_validate({key: "要闻、城事"})
