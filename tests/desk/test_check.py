"""`check`: what a build and a reader of the built site would find wrong."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from broadsheet.checking.site import check_site
from broadsheet.desk.check import check_paper
from broadsheet.publishing.typesetter import Typesetter

if TYPE_CHECKING:
    from broadsheet.model.diagnostic import Diagnostic
    from tests.conftest import Newsroom

FILES = {"index.html", "a/index.html", "404.html", "assets/a.css", "旧/index.html"}
FRAGMENTS = '<p id="here"></p>'


def check(pages: dict[str, str], url: str = "") -> list[Diagnostic]:
    return list(check_site(FILES | pages.keys(), lambda path: pages.get(path, "").encode(), url))


@pytest.mark.parametrize(
    ("link", "told"),
    [
        ("/", ""),
        ("/a/", ""),
        ("/a", ""),
        ("../a/", ""),
        ("/404.html", ""),
        ("/assets/a.css", ""),
        ("/%E6%97%A7/", ""),
        ("", ""),
        ("#here", ""),
        ("#top", ""),
        ("/#here", ""),
        ("https://elsewhere.example/x/", ""),
        ("mailto:a@b.example", ""),
        ("/b/", '"/b/" leads to no file'),
        ("b/", '"b/" leads to no file'),
        ("/paper/a/", '"/paper/a/" leads to no file'),
        ("#there", '"#there" leads to no element of its page'),
        ("/a/#there", '"/a/#there" leads to no element of its page'),
    ],
)
def test_every_link_leads_to_a_file_and_every_fragment_to_an_element(link: str, told: str) -> None:
    pages = {"a/index.html": f'\n<a href="{link}">x</a>{FRAGMENTS}', "index.html": FRAGMENTS}
    found = check(pages)
    assert [(d.message, d.place.file, d.place.line) for d in found] == ([(told, "a/index.html", 2)] if told else [])


@pytest.mark.parametrize(
    ("link", "dead"),
    [
        ("/paper/a/", False), ("/paper/", False), ("https://p.example/paper/a/", False), ("../404.html", False),
        ("/a/", True), ("/papers/a/", True), ("https://p.example/paper/b/", True), ("https://p.example/a/", True),
        ("/", True),
    ],
)  # fmt: skip
def test_a_site_below_a_path_links_below_it(link: str, dead: bool) -> None:
    found = check({"a/index.html": f'<a href="{link}">x</a>'}, "https://p.example/paper")
    assert [d.code for d in found] == ["dead-link"] * dead


@pytest.mark.parametrize(
    "element",
    [
        '<img src="/x">',
        '<form action="/x">',
        '<img srcset="/a/ 1x, /x 2x">',
        '<link rel="icon" href="/x">',
        '<img src="/x"/>',
    ],
)
def test_every_kind_of_link_is_followed(element: str) -> None:
    assert [d.message for d in check({"index.html": element})] == ['"/x" leads to no file']


def test_a_link_without_a_value_and_a_base_are_no_links() -> None:
    assert check({"index.html": '<a href><base href="/x"><img srcset>'}) == []


@pytest.mark.parametrize("url", ["", "https://p.example", "https://p.example/paper"])
def test_a_whole_paper_has_no_dead_link(newsroom: Newsroom, url: str) -> None:
    newsroom.write({"content/newspaper.yaml": f"url: {url}\nimprint: 见[更正](/corrections/)。\n" if url else ""})
    newsroom.picture("p.svg")
    newsroom.story(
        "a.md", '见[乙](公园.md#半)。\n\n![图](p.svg){credit="某"}', date="2025-04-16", section="城事",
        byline="记者 李某", aliases=["/旧/", "/x.html"], page="A01", jump_to="A02",
        corrections=[{"date": "2025-04-17", "text": "改。"}],
    )  # fmt: skip
    newsroom.story("公园.md", "## 半 {#半}\n\n文。", date="2025-04-16", page="A02", language="en")
    newsroom.story("c.md", date="2024-12-01", edition="evening")
    for search in (True, False):
        assert check_paper(replace(newsroom.settings, search=search)).diagnostics == ()
    assert not (newsroom.folder / "public").exists()
    assert not (newsroom.folder / ".cache").exists()


def test_a_dead_link_of_a_layout_is_found_in_the_built_page(newsroom: Newsroom) -> None:
    newsroom.write({"layouts/404.html": '<a href="/nowhere/">x</a>'})
    newsroom.story("a.md", date="2025-04-16")
    edited = check_paper(newsroom.settings)
    assert [(d.place.file, d.code) for d in edited.diagnostics] == [("404.html", "dead-link")]
    assert not edited.sound


def test_a_paper_with_errors_is_not_looked_at_further(newsroom: Newsroom) -> None:
    newsroom.write({"layouts/404.html": '<a href="/nowhere/">x</a>'})
    newsroom.story("a.md")
    assert [d.code for d in check_paper(newsroom.settings).diagnostics] == ["missing-date"]


def test_a_paper_may_lower_the_rule_of_dead_links(newsroom: Newsroom) -> None:
    newsroom.write({"content/newspaper.yaml": "checks: {dead-link: warning}\n"})
    newsroom.story("a.md", "见[无](/nowhere/)。", date="2025-04-16")
    edited = check_paper(newsroom.settings)
    assert [(d.code, d.severity) for d in edited.diagnostics] == [("dead-link", "warning")] * 2
    assert edited.sound


@pytest.fixture
def typeset(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages, and the documents, that were set since it was last cleared, in a paper of two pages."""
    done: list[str] = []
    measured, pdf = Typesetter.measured, Typesetter.pdf

    def told(self: Typesetter, job: Any) -> Any:
        done.append(job["pages"][0]["number"])
        return measured(self, job)

    def made(self: Typesetter, *job: Any, **options: Any) -> bytes:
        done.append("a file")
        return pdf(self, *job, **options)

    monkeypatch.setattr(Typesetter, "measured", told)
    monkeypatch.setattr(Typesetter, "pdf", made)
    newsroom.write({"content/newspaper.yaml": "title: 报\nurl: https://news.example.org\npaper: {size: a4}\n"})
    newsroom.story(
        "16/ferry.md", "头班船开了，人不多。" * 900, title="渡口", date="2025-04-16", page="A01", summary="船。"
    )
    newsroom.story("16/bell.md", "钟停了十九年。" * 30, title="钟", date="2025-04-16", page="A02", summary="钟。")
    return done


def test_pages_are_set_to_be_checked_but_no_files_are_made_of_them(newsroom: Newsroom, typeset: list[str]) -> None:
    edited = check_paper(replace(newsroom.settings, printing=True))
    assert {told.code for told in edited.diagnostics} >= {"overset"}
    assert not any(told.code.startswith("dead-") for told in edited.diagnostics)
    assert set(typeset) == {"A01", "A02"}


def test_what_a_build_has_set_is_not_set_again_to_be_checked(newsroom: Newsroom, typeset: list[str]) -> None:
    settings = replace(newsroom.settings, printing=True)
    newsroom.build(printing=True)
    record = newsroom.folder / ".cache/ledger.db"
    before = newsroom.outputs(), record.read_bytes()
    typeset.clear()
    told = check_paper(settings).diagnostics
    assert "overset" in {found.code for found in told}
    assert typeset == []
    assert (newsroom.outputs(), record.read_bytes()) == before
    newsroom.story("16/bell.md", "钟又走了。" * 30, title="钟", date="2025-04-16", page="A02", summary="钟。")
    check_paper(settings)
    assert set(typeset) == {"A02"}


@pytest.mark.parametrize("damage", [b"no ledger", b"SQLite format 3\x00" + b"\xff" * 5000, None])
def test_a_record_that_can_not_be_read_is_no_hindrance(
    newsroom: Newsroom, typeset: list[str], damage: bytes | None
) -> None:
    newsroom.build(printing=True)
    typeset.clear()
    if damage is None:
        newsroom.remove(".cache/ledger.db")
    else:
        newsroom.write({".cache/ledger.db": damage})
    assert {told.code for told in check_paper(replace(newsroom.settings, printing=True)).diagnostics} >= {"overset"}
    assert set(typeset) == {"A01", "A02"}
    assert damage is None or (newsroom.folder / ".cache/ledger.db").read_bytes() == damage
