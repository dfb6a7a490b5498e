"""The head that is read alone is the article's."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadsheet.model.edition import EditionFile, EditionKey
from broadsheet.model.place import Place
from broadsheet.reading.article import read_article
from broadsheet.reading.head import Head, read_head
from broadsheet.reading.source import Source

FOLDER = EditionFile(EditionKey(date(2025, 4, 16), "evening"), "content", place=Place("content/edition.yaml", 1, 7, 10))
SAME = ("file", "edition", "slug", "title", "section", "page", "draft", "publish_at", "aliases", "teaser_of", "places")
LINES = st.sampled_from(
    [
        *(
            "title: 春天",
            "title: [春, 天]",
            'title: ""',
            "title:",
            "titel: 春",
            "date: 2025-04-16",
            "date: 2025-04-17",
            "date: 2025-02-30",
            "date:",
        ),
        *(
            "edition: 晚报",
            "section: 要闻",
            "page: 第5版",
            "page: 五六",
            "slug: spring",
            "slug: a/b",
            f"slug: {'a' * 201}",
            "draft: true",
        ),
        *(
            "draft: maybe",
            "publish_at: 2025-04-16T06:00",
            "publish_at: 2025-04-16T06:00Z",
            "aliases: [/old/a, /b]",
            "aliases: /a?b",
        ),
        *(
            "aliases:\n  - http://a.example/b",
            f"aliases: /{'a' * 201}",
            "teaser_of: park",
            "byline: 记者 甲",
            "x-own: 1",
            "title: a: b",
        ),
        *("images:\n  - src: a.jpg", "summary: |\n  几行\n  字", "- a", "...", "标题: 春"),
    ],
)
FILES = st.builds(
    lambda lines, start, end, body: f"{start}\n" + "".join(f"{line}\n" for line in lines) + f"{end}{body}",
    st.one_of(
        st.lists(LINES, max_size=5, unique=True),
        st.lists(LINES, max_size=3, unique=True).map(lambda lines: ["title: 春天", "date: 2025-04-16", *lines]),
    ),
    st.sampled_from(["---", "---", "---", "----", "+++", "", "{"]),
    st.sampled_from(["---\n", "---\n", "---\n", "--- \n\n", ""]),
    st.text(st.sampled_from([*"春\n-a[]( ）<记者。"]), max_size=12),
)
FOLDERS = st.sampled_from([None, FOLDER])


@settings(max_examples=600)
@given(FILES, FOLDERS, st.booleans())
def test_the_head_is_that_of_the_article(text: str, folder: EditionFile | None, date_unknown: bool) -> None:
    source = Source("content/春天.md", text)
    head = read_head(source, folder, "Asia/Shanghai", date_unknown=date_unknown)
    article, _ = read_article(source, folder, "Asia/Shanghai", date_unknown=date_unknown)
    assert (head is None) == (article is None)
    if head and article:
        assert {name: getattr(head, name) for name in SAME} == {name: getattr(article, name) for name in SAME}


@settings(max_examples=300)
@given(FILES, FOLDERS, st.data())
def test_the_body_does_not_matter(text: str, folder: EditionFile | None, data: st.DataObject) -> None:
    closed = text.find("\n---", 1)
    end = text.find("\n", closed + 1) + 1
    if not text.startswith("---") or closed < 0 or not end:
        return
    cut = Source("a.md", text[: data.draw(st.integers(end, len(text)))])
    assert read_head(cut, folder, "Asia/Shanghai") == read_head(Source("a.md", text), folder, "Asia/Shanghai")


def test_all_that_a_head_has() -> None:
    text = "---\ntitle: 春天\ndate: 2025-04-16\nslug: spring\nsection: 要闻\npage: 第5版\ndraft: yes\n"
    text += "publish_at: 2025-04-16T06:00\naliases: [/old]\nteaser_of: park\n---\n正文。\n"
    moment = datetime(2025, 4, 16, 6, tzinfo=ZoneInfo("Asia/Shanghai"))
    head = read_head(Source("a.md", text), None, "Asia/Shanghai")
    assert head is not None
    assert head == Head(
        file="a.md",
        edition=EditionKey(date(2025, 4, 16)),
        slug="spring",
        title=("春天",),
        section="要闻",
        page="5",
        draft=True,
        publish_at=moment,
        aliases=("/old",),
        teaser_of="park",
        places=head.places,
    )
    assert [name for name, _, _ in head.places] == [
        "title",
        "date",
        "section",
        "page",
        "slug",
        "teaser_of",
        "aliases /old",
    ]


@pytest.mark.parametrize(
    "text", ["", "正文。", "---\ntitle: 春天\n---\n", "---\ntitle: 春天\ndate: 2025-04-16\nslug: a/b\n---\n"]
)
def test_a_fault_of_the_front_matter_leaves_no_head(text: str) -> None:
    assert read_head(Source("a.md", text), None, "Asia/Shanghai") is None
