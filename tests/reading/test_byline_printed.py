from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.reading.byline import byline_of

# ruff: noqa: E501  # one case a line
CASES = [
    ([], "", ""),
    (["记者 苗娜"], "记者 苗娜", "苗娜"),
    (["记者 苗娜", "通讯员 李某"], "记者 苗娜 通讯员 李某", "苗娜 李某"),
    (["苗娜", "李某"], "苗娜 李某", "苗娜 李某"),
    (["Jane Doe", "Richard Roe"], "Jane Doe and Richard Roe", "Jane Doe Richard Roe"),
    (["Jane Doe", "Richard Roe", "A. Writer"], "Jane Doe, Richard Roe and A. Writer", "Jane Doe Richard Roe A. Writer"),
    (["By Jane Doe", "Photos by Richard Roe"], "By Jane Doe; Photos by Richard Roe", "Jane Doe Richard Roe"),
    (["Jane Doe", "苗娜"], "Jane Doe 苗娜", "Jane Doe 苗娜"),
    (["本报综合", ""], "本报综合", ""),
    ([{"name": "苗娜", "role": "记者"}, {"name": "李某", "role": "通讯员"}], "记者 苗娜 通讯员 李某", "苗娜 李某"),
    ([("张三", "记者", "本报"), ("李四", "记者", "本报")], "本报记者 张三 李四", "张三 李四"),
    ([("苗  娜", "记者")], "记者 苗娜", "苗娜"),
    ([("李某", "摄", "新华社")], "新华社 李某 摄", "李某"),
    ([("李某", "文"), ("王某", "图")], "文 李某 图 王某", "李某 王某"),
    ([("李某",)], "李某", "李某"),
    ([{"name": "Jane Doe", "role": "Staff Writer"}], "Jane Doe, Staff Writer", "Jane Doe"),
    ([{"name": "Jane Doe", "role": "Staff Writer", "org": "Reuters"}], "Jane Doe, Staff Writer, Reuters", "Jane Doe"),
    ([("Jane Doe", "By"), ("Richard Roe", "By"), ("A. Writer", "Photos by")], "By Jane Doe and Richard Roe; Photos by A. Writer", "Jane Doe Richard Roe A. Writer"),
    ([("Jane Doe", "记者", "本报")], "本报记者 Jane Doe", "Jane Doe"),
    ([{"org": "Reuters"}], "Reuters", ""),
    ([{"role": "记者"}], "记者", ""),
    ([{}, ()], "", ""),
    ([("　李某\u200b", "记者")], "记者 李某", "李某"),
]  # fmt: skip


@pytest.mark.parametrize(("entries", "text", "names"), CASES)
def test_a_list_of_people_is_set_as_a_paper_prints_it(entries: list[object], text: str, names: str) -> None:
    byline = byline_of(entries)  # type: ignore[arg-type]  # the table holds every kind of entry
    assert byline.text == text
    assert " ".join(person.name for person in byline.people) == names
    assert all(text[person.start : person.end] == person.name for person in byline.people)


def test_role_and_organisation_of_an_entry_are_the_person_s() -> None:
    byline = byline_of([{"name": "张三", "role": "记者", "org": "本报"}, "通讯员 李某"])
    assert [(person.role, person.org) for person in byline.people] == [("记者", "本报"), ("通讯员", "")]


WORDS = st.one_of(
    st.sampled_from(["", "苗娜", "Jane Doe", "记者", "By", "摄", "新华社", "文/图", "  "]), st.text(max_size=8)
)
ENTRIES = st.lists(
    st.one_of(
        WORDS,
        st.tuples(WORDS, WORDS, WORDS),
        st.dictionaries(st.sampled_from(["name", "role", "org"]), WORDS),
    ),
    max_size=5,
)


@given(ENTRIES)
def test_every_person_stands_in_the_text_in_order(entries: list[str | tuple[str, ...] | dict[str, str]]) -> None:
    byline = byline_of(entries)
    last = 0
    for person in byline.people:
        assert last <= person.start < person.end <= len(byline.text)
        assert "".join(byline.text[person.start : person.end].split()) == "".join(person.name.split())
        last = person.end
