"""A whole build: what comes out, what never comes out, and what keeps a paper back."""

from __future__ import annotations

import re
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from broadsheet.model.diagnostic import Diagnostic
from broadsheet.model.newspaper import Newspaper
from broadsheet.model.place import Place
from broadsheet.publishing import bundle_work, disk, search_pages
from broadsheet.publishing.crew import LocalCrew
from broadsheet.publishing.house import read_assets, read_layouts
from broadsheet.publishing.proofs import at_level
from broadsheet.publishing.settings import HOUSE
from broadsheet.rendering.search.bundles import Limit, plan_bundles
from broadsheet.rendering.search.grams import grams_of, write_list

if TYPE_CHECKING:
    from collections.abc import Iterable

    from broadsheet.rendering.search.document import SearchDocument
    from tests.conftest import Newsroom

DAY = "2025-04-16"
NOON = datetime.fromisoformat("2025-04-16T12:00+08:00")


def told(diagnostics: tuple[Diagnostic, ...]) -> list[str]:
    """Without hints; tests/papers/broken has every diagnostic's exact text."""
    return [f"{d.place.file}:{d.place.line}: {d.severity.value}[{d.code}]: {d.message}" for d in diagnostics]


def test_five_stories_with_no_configuration_are_a_site(newsroom: Newsroom) -> None:
    for number in range(5):
        newsroom.story(f"s{number}.md", date=DAY)
    newsroom.built()
    assert newsroom.page("/") != newsroom.page("/2025/04/16/")
    for number in range(5):
        assert f'href="/2025/04/16/s{number}/"' in newsroom.page("/")
    assert "/search/" not in newsroom.page("/")


def test_nothing_of_what_is_not_out_is_in_any_output(newsroom: Newsroom) -> None:
    for name in "abcd":
        newsroom.picture(f"{name}.svg", {"a": 1, "b": 2, "c": 3, "d": 4}[name])
    words = {"alt": "天机图", "caption": "天机说明", "credit": "天机社"}
    secret = {
        "title": "天机标题", "kicker": "天机引题", "section": "天机栏", "byline": "记者 天机某", "tags": ["天机词"],
        "aliases": ["/天机旧址/"], "corrections": [{"date": DAY, "text": "天机更正"}],
    }  # fmt: skip
    newsroom.story(
        "a.md",
        "见[下文](draft.md)与[另文](later.md)。",
        date=DAY,
        images=[{**words, "src": "a.svg", "alt": "图", "caption": "", "credit": "某"}],
    )
    newsroom.story("draft.md", "天机正文。", date=DAY, draft="true", images=[{"src": "b.svg", **words}], **secret)
    newsroom.story(
        "later.md",
        "天机正文。",
        date=DAY,
        publish_at="2025-04-16T18:00",
        images=[{"src": "c.svg", **words}],
        **{**secret, "aliases": ["/天机/1/"]},
    )
    newsroom.edition("t", date="2025-04-17", title="天机专刊", pages=[{"number": "1", "name": "天机版"}])
    newsroom.story(
        "t/morrow.md", "天机正文。", images=[{"src": "../d.svg", **words}], **{**secret, "aliases": ["/天机/"]}
    )
    edited = newsroom.build(as_of=NOON, search=True)
    assert told(edited.diagnostics) == [
        'content/a.md:6: warning[unreleased-link]: "draft.md" is not released yet',
        'content/a.md:6: warning[unreleased-link]: "later.md" is not released yet',
    ]
    outputs = newsroom.outputs()
    for path, data in outputs.items():
        for word in ("天机", "draft", "morrow", "%E5%A4%A9%E6%9C%BA", "2025-04-17"):
            assert word not in path
            if not path.startswith(("assets/", "pagefind/")):
                assert word not in data.decode()
    assert [path for path in outputs if path.startswith("files/")] == [
        next(p for p in outputs if p.startswith("files/a."))
    ]
    newsroom.built(drafts=True, as_of=NOON)
    assert "天机正文" in newsroom.page("/2025/04/16/draft/")


def test_before_the_first_edition_there_is_no_paper(newsroom: Newsroom) -> None:
    newsroom.edition("d", date=DAY, release="2025-04-16T05:30")
    newsroom.story("d/a.md")
    early = datetime.fromisoformat("2025-04-16T05:29+08:00")
    edited = newsroom.build(as_of=early)
    assert told(edited.diagnostics) == ["content:0: error[nothing-released]: no edition is released yet"]
    assert edited.published is None


def test_an_empty_folder_is_no_paper(newsroom: Newsroom) -> None:
    assert told(newsroom.build().diagnostics) == ["content:0: error[no-articles]: no article in this folder"]


def test_a_paper_may_lower_or_drop_a_rule(newsroom: Newsroom) -> None:
    newsroom.picture("p.svg")
    newsroom.story("a.md", "![图](p.svg)", date=DAY)
    (found,) = newsroom.build().diagnostics
    assert (found.code, found.severity) == ("no-credit", "error")
    newsroom.write({"content/newspaper.yaml": "checks: {no-credit: warning}\n"})
    edited = newsroom.build()
    (found,) = edited.diagnostics
    assert (found.code, found.severity) == ("no-credit", "warning")
    assert "files/" in newsroom.page("/2025/04/16/a/")
    newsroom.write({"content/newspaper.yaml": "checks: {no-credit: 'off'}\n"})
    assert newsroom.built().published is not None
    assert "files/" in newsroom.page("/2025/04/16/a/")


def test_a_lowered_rule_leaves_no_hole_in_the_paper(newsroom: Newsroom) -> None:
    rules = ("missing-picture", "no-slot", "empty-slot", "unknown-page", "unknown-jump", "unknown-teaser", "dead-link")
    newsroom.write({"content/newspaper.yaml": "checks:\n" + "".join(f"  {rule}: 'off'\n" for rule in rules)})
    newsroom.edition("d", date=DAY, pages=[{"number": "1", "grid": "a x"}])
    newsroom.story("d/a.md", '甲[乙](none.md)。\n\n![图](no.svg){credit="某"}', jump_to="9", teaser_of="z")
    newsroom.story("d/b.md", page="7")
    newsroom.built()
    assert "/2025/04/16/b/" in newsroom.page("/2025/04/16/1/")
    assert "甲乙。" in newsroom.page("/2025/04/16/a/")


def test_what_cannot_be_read_stays_an_error_whatever_the_paper_says() -> None:
    found = [Diagnostic("same-address", "", Place("")), Diagnostic("missing-date", "", Place(""))]
    paper = Newspaper(checks=(("missing-date", "off"), ("same-address", "warning")))
    assert list(at_level(found, paper)) == found


def test_two_stories_with_one_address_keep_the_old_paper(newsroom: Newsroom) -> None:
    newsroom.story("a.md", date=DAY)
    newsroom.story("b.md", date=DAY, slug="A")
    edited = newsroom.build()
    assert [d.code for d in edited.diagnostics] == ["same-address"]
    assert edited.published is None


def test_a_fault_in_a_layout_is_told_once_and_keeps_the_old_paper(newsroom: Newsroom) -> None:
    newsroom.write({"layouts/article.html": "{{ view.headline }}\n"})
    for name in "ab":
        newsroom.story(f"{name}.md", date=DAY)
    (found,) = newsroom.build().diagnostics
    assert (found.place.file, found.place.line) == ("layouts/article.html", 1)


def test_a_layout_in_another_encoding_is_told(newsroom: Newsroom) -> None:
    newsroom.write({"layouts/article.html": "中文".encode("gb18030")})
    newsroom.story("a.md", date=DAY)
    assert [d.code for d in newsroom.build().diagnostics] == ["encoding"]


def test_the_imprint_is_linked_and_checked_like_a_story(newsroom: Newsroom) -> None:
    imprint = "imprint: |\n  见[更正](/corrections/)。\n\n  见[甲](a.md)。\n"
    newsroom.write({"content/newspaper.yaml": f"url: https://p.example/paper\n{imprint}"})
    newsroom.story("a.md", date=DAY)
    newsroom.built()
    page = newsroom.page("/imprint/")
    assert '<a href="/paper/corrections/">更正</a>' in page
    assert '<a href="/paper/2025/04/16/a/">甲</a>' in page
    newsroom.write({"content/newspaper.yaml": "imprint: |\n  一。\n\n  见[更正](/korrections/)。\n"})
    assert told(newsroom.build().diagnostics) == [
        'content/newspaper.yaml:4: error[dead-link]: no page "/korrections/" on this site'
    ]


def test_old_addresses_are_told_to_the_host(newsroom: Newsroom) -> None:
    newsroom.story("公园.md", date=DAY, aliases=["/旧/", "/2019/a.html"])
    newsroom.built(base_url="https://p.example/paper")
    assert (newsroom.folder / "public/_redirects").read_text() == (
        "/paper/%E6%97%A7/ /paper/2025/04/16/%E5%85%AC%E5%9B%AD/ 301\n"
        "/paper/2019/a.html /paper/2025/04/16/%E5%85%AC%E5%9B%AD/ 301\n"
    )


def test_the_host_is_told_which_files_never_change(newsroom: Newsroom) -> None:
    newsroom.story("a.md", date=DAY)
    newsroom.built(base_url="https://p.example/paper")
    headers = (newsroom.folder / "public/_headers").read_text()
    assert headers.startswith("/paper/*\n  Content-Security-Policy: default-src 'none'; script-src 'self'")
    for folder in ("assets", "files"):
        assert f"/paper/{folder}/*\n  Cache-Control: public, max-age=31536000, immutable\n" in headers
    assert not (newsroom.folder / "public/_redirects").exists()


def test_every_own_address_stands_below_the_path_of_the_site(newsroom: Newsroom) -> None:
    newsroom.picture("p.svg")
    newsroom.story(
        "a.md", '[乙](b.md)\n\n![图](p.svg){credit="某"}', date=DAY, section="城事", byline="记者 李某", aliases=["x"]
    )
    newsroom.story("b.md", date=DAY)
    newsroom.built(base_url="https://p.example/paper", search=True)
    for path, data in newsroom.outputs().items():
        if path.endswith(".html"):
            for link in re.findall(r'(?:href|src|action)="(/[^"]*)"', data.decode()):
                assert link.startswith("/paper/"), f"{path}: {link}"


def test_the_drawn_title_is_published(newsroom: Newsroom) -> None:
    newsroom.picture("masthead.svg", 240)
    newsroom.story("a.md", date=DAY)
    newsroom.built()
    assert re.search(r'<img src="/files/masthead\.[0-9a-f]{12}\.svg" width="240" height="20"', newsroom.page("/"))


def test_an_unreadable_picture_is_told(newsroom: Newsroom) -> None:
    newsroom.write({"content/p.jpg": b"no picture"})
    newsroom.story("a.md", '![图](p.jpg){credit="某"}', date=DAY)
    (found,) = newsroom.build().diagnostics
    assert (found.code, found.place.file) == ("unreadable-picture", "content/p.jpg")
    assert found.hint == "save it again as JPEG, PNG, WebP, AVIF or plain SVG"


def test_files_that_no_paper_publishes_are_no_attachments(newsroom: Newsroom) -> None:
    newsroom.write({"content/p.exe": b"MZ"})
    newsroom.story("a.md", "[下载](p.exe)", date=DAY)
    assert [d.code for d in newsroom.build().diagnostics] == ["unpublished-kind"]


def test_one_edition_is_described_once(newsroom: Newsroom) -> None:
    newsroom.edition("a", date=DAY)
    newsroom.edition("b", date=DAY)
    newsroom.story("a/a.md")
    assert told(newsroom.build().diagnostics) == [
        "content/b/edition.yaml:1: error[duplicate-edition]: the edition of 2025-04-16 is described twice"
    ]


def test_broken_files_are_all_told_and_nothing_is_said_of_their_stories(newsroom: Newsroom) -> None:
    newsroom.write(
        {
            "content/newspaper.yaml": b"\xff\xfe",
            "content/d/edition.yaml": "date: 2025-04-16\npages:\n  - number: 1\n    grid: |\n      broken\n",
        }
    )
    newsroom.write({"content/e/edition.yaml": "date: [", "content/d/utf.md": "标题".encode("gb18030")})
    newsroom.story("d/broken.md", sektion="城事")
    assert sorted(d.code for d in newsroom.build().diagnostics) == [
        "encoding",
        "encoding",
        "unknown-key",
        "yaml-syntax",
    ]


def test_the_papers_own_layouts_and_assets_go_before_the_projects(newsroom: Newsroom) -> None:
    newsroom.write(
        {
            "layouts/404.html": "own",
            "layouts/notes.txt": "",
            "assets/broadsheet.css": "own",
            "assets/fonts/a.b/LICENCE": "x",
        }
    )
    layouts, found = read_layouts(newsroom.folder / "layouts")
    assert found == ()
    assert layouts["404.html"] == "own"
    assert layouts["base.html"] == (HOUSE / "layouts/base.html").read_text(encoding="utf-8")
    assert "notes.txt" not in layouts
    assets = read_assets(newsroom.folder / "assets")
    assert re.fullmatch(r"/assets/broadsheet\.[0-9a-f]{12}\.css", assets["broadsheet.css"].address)
    assert re.fullmatch(r"/assets/fonts/a\.b/LICENCE\.[0-9a-f]{12}", assets["fonts/a.b/LICENCE"].address)
    assert assets["favicon.svg"].path == HOUSE / "assets/favicon.svg"


@pytest.fixture
def bundled(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The documents of each bundle that was made, in the search engine's stead."""
    made: list[list[str]] = []

    def build_bundle(
        documents: Iterable[SearchDocument], _: str, destination: Path, grams: Path, workdir: Path, *, turn: Any
    ) -> None:
        with turn:
            own = [*documents]
        names = [document.address for document in own]
        made.append(names)
        destination.mkdir(parents=True)
        (workdir / "documents").mkdir()
        (destination / "index").write_text("\n".join(names))
        grams.write_bytes(write_list({gram: [0] for document in own for gram in grams_of(document)}))

    monkeypatch.setattr(bundle_work, "build_bundle", build_bundle)
    return made


def test_a_search_bundle_is_made_again_only_when_its_stories_change(
    newsroom: Newsroom, bundled: list[list[str]]
) -> None:
    newsroom.story("a.md", date=DAY, page="1")
    newsroom.built(search=True)
    assert len(bundled) == 1
    newsroom.write({"content/newspaper.yaml": "subtitle: 新副题\n"})
    newsroom.built(search=True)
    assert len(bundled) == 1
    newsroom.story("a.md", "新的正文。", date=DAY, page="1")
    newsroom.story("b.md", date=DAY, page="1")
    changed = newsroom.changed(search=True)
    assert [len(names) for names in bundled] == [1, 2]
    assert "pagefind/bundles.json" in changed.made
    assert "/search/" in newsroom.page("/")


@pytest.mark.usefixtures("bundled")
def test_a_new_edition_leaves_the_older_months_shelf_of_the_gram_directory_alone_whoever_makes_it(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    limits = {"limit": Limit(1, 10**6), "recent": Limit(1, 10**6)}
    monkeypatch.setattr(search_pages, "plan_bundles", partial(plan_bundles, **limits))
    newsroom.story("old.md", date="2025-03-16")
    newsroom.story("new.md", date=DAY)

    def shelves(folder: str = "public") -> set[tuple[str, bytes]]:
        return {row for row in newsroom.outputs(folder).items() if row[0].endswith(".grams")}

    newsroom.built(search=True)
    first = shelves()
    assert len(first) == 2 * 256
    assert sum(data != b"\x80" for _, data in first) > 10
    newsroom.story("newer.md", date="2025-04-17")
    newsroom.built(search=True)
    assert len(shelves() & first) == 256
    assert len(shelves()) == 2 * 256
    monkeypatch.setattr(LocalCrew, "shares_disk", False)
    newsroom.built(search=True, output=newsroom.folder / "other", cache=newsroom.folder / "other-cache")
    assert shelves("other") == shelves()


def test_without_search_there_is_no_search_page_and_nothing_leads_to_it(
    newsroom: Newsroom, bundled: list[list[str]]
) -> None:
    newsroom.story("a.md", date=DAY)
    newsroom.built(search=True)
    newsroom.built(search=False)
    assert len(bundled) == 1
    for path, data in newsroom.outputs().items():
        assert not path.startswith(("search/", "pagefind/"))
        if path.endswith(".html"):
            assert b'"/search/"' not in data, path


def test_what_the_machine_cannot_read_is_told_with_the_rest(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = disk.read

    def guarded(path: str | Path) -> bytes:
        if Path(path).name in {"b.md", "p.svg"}:
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    newsroom.picture("p.svg")
    newsroom.story("a.md", '![图](p.svg){credit="某"}', date=DAY)
    newsroom.story("b.md", date=DAY)
    (newsroom.folder / "content/c.md").symlink_to("nowhere.md")
    monkeypatch.setattr(disk, "read", guarded)
    assert told(newsroom.build().diagnostics) == [
        "content/b.md:0: error[unreadable-file]: the file can't be read: Permission denied",
        "content/c.md:0: error[unreadable-file]: the file can't be read: No such file or directory",
        "content/p.svg:0: error[unreadable-file]: the file can't be read: Permission denied",
    ]
