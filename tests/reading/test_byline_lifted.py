"""Bylines of the copy, lifted to the head or linked where they stand."""

from __future__ import annotations

import pytest

from broadsheet.reading.copy_byline import lift_byline

COPY = "园区的新楼里，第一批企业上周搬了进来。"
LI, WANG, CHEN = "[李某](/bylines/李某/)", "[王某](/bylines/王某/)", "[陈某](/bylines/陈某/)"
# the body, the byline shown at the head (or in the copy: in_body), what is left of the body, the other people
CASES = [
    (f"{COPY}\n", "", f"{COPY}\n", ""),
    (f"记者 李某\n\n{COPY}\n", "记者 李某", f"\n\n{COPY}\n", ""),
    (f"记者 李某\n\n{COPY}\n\n（记者 王某）\n", "记者 李某", f"\n\n{COPY}\n\n（记者 {WANG}）\n", "王某"),
    (f"{COPY}\n\n本报记者 陈某 摄\n", "", f"{COPY}\n\n本报记者 {CHEN} 摄\n", "陈某"),
    (f"{COPY}（记者 李某 摄）", "", f"{COPY}（记者 {LI} 摄）", "李某"),
    (f"本报讯（记者 李某）{COPY}（王某 摄）\n", "in_body", f"本报讯（记者 {LI}）{COPY}（{WANG} 摄）\n", "王某"),
    (f"本报讯（记者 李某）{COPY}\n\n记者 王某\n", "in_body", f"本报讯（记者 {LI}）{COPY}\n\n记者 {WANG}\n", "王某"),
    (f"{COPY}\n\n记者 李某\n\n本报记者 陈某 摄\n", "记者 李某", f"{COPY}\n\n\n\n本报记者 {CHEN} 摄\n", "陈某"),
    (f"**本报记者 李某**\n{COPY}\n", "in_body", f"**本报记者 {LI}**  \n{COPY}\n", ""),
    (f"{COPY}\n记者 李某\n", "in_body", f"{COPY}  \n记者 {LI}\n", ""),
    (f"{COPY}  \n记者 李某\n", "in_body", f"{COPY}  \n记者 {LI}\n", ""),
    # an invisible character is in the way of the link, not of the name
    (f"记者 李某\n\n{COPY}\n\n记者\u200b 王某\n", "记者 李某", f"\n\n{COPY}\n\n记者\u200b 王某\n", "王某"),
]


@pytest.mark.parametrize(("body", "head", "left", "others"), CASES)
def test_one_byline_is_lifted_and_the_others_are_linked_in_place(body: str, head: str, left: str, others: str) -> None:
    lifted = lift_byline(body)
    assert ("in_body" if lifted.in_body else lifted.byline.text) == head
    assert lifted.text == left
    assert " ".join(person.name for person in lifted.people) == others


def test_under_a_byline_of_the_front_matter_the_copy_s_own_stay_in_it() -> None:
    lifted = lift_byline(f"{COPY}\n\n记者 李某\n\n王某 摄\n", signed=True)
    assert (lifted.byline.text, lifted.in_body) == ("", False)
    assert lifted.text == f"{COPY}\n\n记者 {LI}\n\n{WANG} 摄\n"
    assert [(person.name, person.role) for person in lifted.people] == [("李某", "记者"), ("王某", "摄")]


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("（见习记者 王某）", "（见习记者 王某）"),
        ("(记者 李某 通讯员 王某)", "(记者 李某 通讯员 王某)"),
        ("**记者 李某**", "记者 李某"),
        ("记者 李某", "记者 李某"),
    ],
)
def test_a_byline_that_is_lifted_is_shown_as_written(line: str, shown: str) -> None:
    lifted = lift_byline(f"第一段。\n\n{line}\n")
    assert lifted.byline.text == shown
    assert lifted.text.strip() == "第一段。"
    for person in lifted.byline.people:
        assert shown[person.start : person.end] == person.name
