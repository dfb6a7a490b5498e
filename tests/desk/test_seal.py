"""`seal`, through the command: what it writes, what it says, what it refuses; and a record's life after that."""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result

from broadsheet.cli import main
from broadsheet.publishing.sealed_edition import TypedStories

if TYPE_CHECKING:
    from tests.conftest import Newsroom

DAY = "2025-04-16"
RECORD = f"content/16/sealed-{DAY}.json"
NOW = "2025-04-17T12:00+08:00"


def run(*words: str, as_of: str = NOW) -> Result:
    return CliRunner().invoke(
        main, [*words, "--no-search", "--no-print", "--workers", "1", "--quiet", "--as-of", as_of]
    )


def seal(*words: str, as_of: str = NOW) -> Result:
    return run("seal", DAY, *words, as_of=as_of)


def record(newsroom: Newsroom, file: str = RECORD) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((newsroom.folder / file).read_text(encoding="utf-8"))
    return found


def addresses(newsroom: Newsroom) -> dict[str, list[str]]:
    return {story["address"]: story["aliases"] for story in record(newsroom)["stories"]}


@pytest.fixture
def paper(newsroom: Newsroom) -> Newsroom:
    """An edition of two pages with a picture, a draft, and a story that waits; and the edition of the day after."""
    newsroom.plain_layouts()
    newsroom.edition("16", date=DAY, release=f"{DAY}T05:30")
    newsroom.story(
        "16/shop.md", "书店昨天开门。\n\n楼上换旧书。", page="A01", byline="记者 李某", aliases=["/old/shop/"]
    )
    newsroom.story(
        "16/ferry.md", "末班九点开。", page="A02", images=[{"src": "a.jpg", "alt": "渡船", "credit": "王某"}]
    )
    newsroom.photo("16/a.jpg")
    newsroom.story("16/draft.md", page="A03", draft=True)
    newsroom.story("16/late.md", page="A01", publish_at=f"{DAY}T22:00")
    newsroom.story("17/next.md", date="2025-04-17")
    return newsroom


def test_what_readers_see_is_sealed_beside_the_edition(paper: Newsroom) -> None:
    result = seal(as_of=f"{DAY}T20:00+08:00")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        f"sealed {RECORD}: 2 stories, 3 addresses of front and pages",
        "next: commit it with the paper",
        "2 more stories are drafts or come out later; seal again then",
    ]
    assert record(paper)["addresses"] == ["/2025/04/16/", "/2025/04/16/A01/", "/2025/04/16/A02/"]
    assert addresses(paper) == {"/2025/04/16/ferry/": [], "/2025/04/16/shop/": ["/old/shop/"]}
    (wording,) = record(paper)["stories"][1]["wordings"]
    assert list(wording["parts"]) == ["title", "byline", "paragraph"]
    assert record(paper)["stories"][1] == {
        "address": "/2025/04/16/shop/", "aliases": ["/old/shop/"], "file": "shop.md", "title": "shop",
        "since": "2025-04-16T05:30:00", "wordings": [wording],
    }  # fmt: skip


def test_the_same_paper_gives_the_same_record_wherever_and_whenever(paper: Newsroom) -> None:
    seal()
    first = (paper.folder / RECORD).read_bytes()
    (paper.folder / RECORD).unlink()
    seal(as_of="2031-01-01T00:00+00:00")
    assert (paper.folder / RECORD).read_bytes() == first
    assert "-draft" not in first.decode()
    assert "/2025/04/16/late/" in addresses(paper)


def test_a_record_that_is_up_to_date_stays_as_it_is(paper: Newsroom) -> None:
    seal()
    before = (paper.folder / RECORD).stat()
    result = seal()
    assert result.stdout.splitlines()[0] == f"{RECORD} is up to date: nothing has changed since it was sealed"
    assert (paper.folder / RECORD).stat().st_mtime_ns == before.st_mtime_ns


def test_a_story_that_comes_out_later_is_added(paper: Newsroom) -> None:
    seal(as_of=f"{DAY}T20:00+08:00")
    assert seal(as_of=f"{DAY}T23:00+08:00").exit_code == 0
    late = next(story for story in record(paper)["stories"] if story["file"] == "late.md")
    assert late["since"] == "2025-04-16T22:00:00"


@pytest.mark.parametrize(
    ("words", "as_of", "says"),
    [
        (("seal", "2025-05-16"), NOW, "nothing is sealed: there is no edition 2025-05-16; did you mean 2025-04-16?\n"),
        (
            ("seal", DAY, "--label", "evening"),
            NOW,
            "there is no edition 2025-04-16 evening; did you mean 2025-04-16?\n",
        ),
        (("seal", "1999-01-01"), NOW, "nothing is sealed: there is no edition 1999-01-01\n"),
        (
            ("seal", "2025-04-17"),
            f"{DAY}T12:00+08:00",
            "nothing is sealed: readers don't see the edition 2025-04-17 yet: it comes out on 2025-04-17 at 00:00:00\n",
        ),
        (("seal", "2025-04-15"), NOW, "don't see the edition 2025-04-15 yet: its stories are drafts or not due yet\n"),
    ],
)
def test_an_edition_that_readers_do_not_have_is_refused(paper: Newsroom, words: Any, as_of: str, says: str) -> None:
    paper.story("15/draft.md", date="2025-04-15", draft=True)
    result = run(*words, as_of=as_of)
    assert (result.exit_code, result.stdout) == (1, "")
    assert says in result.stderr
    assert list(paper.folder.glob("content/**/sealed-*")) == []


def test_a_paper_with_errors_is_refused_and_told(paper: Newsroom) -> None:
    paper.story("17/next.md", "[无](gone.md)", date="2025-04-17")
    result = seal()
    assert result.exit_code == 1
    assert "content/17/next.md:5:5: error[dead-link]" in result.stderr
    assert result.stderr.endswith("nothing is sealed: the paper has errors\n")
    assert not (paper.folder / RECORD).exists()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("seal", "16 April"), '"16 April" is no date; write 2025-04-17'),
        (("seal",), "Missing argument 'DATE'"),
        (("seal", DAY, "--drafts"), "seal records what readers see; leave out --drafts"),
        (("seal", DAY, "--content", "memory://paper"), "--content memory://paper is none"),
    ],
)
def test_wrong_usage(newsroom: Newsroom, words: tuple[str, ...], says: str) -> None:
    assert newsroom.folder.is_dir()
    result = run(*words)
    assert result.exit_code == 2
    assert says in result.stderr


def test_a_correction_is_shown_with_what_was_changed_and_then_sealed(paper: Newsroom) -> None:
    shutil.rmtree(paper.folder / "layouts")
    seal()
    keys: dict[str, Any] = {"page": "A01", "byline": "记者 李某", "aliases": ["/old/shop/"], "title": "街角书店"}
    body = "书店前天开门。\n\n楼上换旧书。\n\n不卖。"
    paper.story("16/shop.md", body, **keys)
    assert "error[sealed-story]" in run().stderr
    assert "changed after it was published: title, paragraph 1, paragraph 3 (added)" in run().stderr
    fixes = [{"date": "2025-04-17", "text": "书店前天开门，不是昨天。"}]
    paper.story("16/shop.md", body, corrections=fixes, **keys)
    assert "warning[unsealed-correction]" in run().stderr
    said = "更正 2025年4月17日 书店前天开门，不是昨天。 改动：标题、第1段、第3段（新增）"
    assert said in shown(paper)
    assert said in shown(paper, "/old/shop/")
    result = seal()
    assert "  corrected: 街角书店 (title, paragraph 1, paragraph 3 (added))\n" in result.stdout
    assert "unsealed" not in result.stderr, "it is sealed now"
    assert run().stderr == ""
    assert said in shown(paper)
    wordings = record(paper)["stories"][2]["wordings"]
    assert [len(wording["corrections"]) for wording in wordings] == [0, 1]
    # The correction covers what it corrected, and nothing that comes after it.
    paper.story("16/shop.md", body.replace("不卖", "不借"), corrections=fixes, **keys)
    assert "changed after it was published: paragraph 3\n" in run().stderr
    fixes.append({"date": "2025-04-18", "text": "书不外借。"})
    paper.story("16/shop.md", body.replace("不卖", "不借"), corrections=fixes, **keys)
    seal()
    assert "第3段（新增） 2025年4月18日 书不外借。 改动：第3段" in shown(paper)
    assert "书不外借。" in paper.page("/corrections/")


def shown(paper: Newsroom, address: str = "/2025/04/16/shop/") -> str:
    """The corrections of a story, as they are read."""
    box = paper.page(address).partition('<section class="box fix"')[2].partition("</section>")[0].partition(">")[2]
    return " ".join(re.sub(r"<[^>]+>", " ", box).split())


def test_a_correction_without_another_word_is_a_state_of_its_own(paper: Newsroom) -> None:
    shutil.rmtree(paper.folder / "layouts")
    seal()
    text = (paper.folder / "content/16/ferry.md").read_text(encoding="utf-8")
    note = '---\ncorrections: [{"date": "2025-04-17", "text": "照片是旧照。"}]\n'
    paper.write({"content/16/ferry.md": text.replace("---\n", note, 1)})
    result = seal()
    assert "  corrected: ferry (another correction)\n" in result.stdout
    assert shown(paper, "/2025/04/16/ferry/") == "更正 2025年4月17日 照片是旧照。"


def test_a_story_moves_with_its_history(paper: Newsroom) -> None:
    seal()
    text = (paper.folder / "content/16/shop.md").read_text(encoding="utf-8")
    paper.remove("content/16/shop.md")
    paper.write({"content/16/books.md": text})
    assert "write “aliases: /2025/04/16/shop/” here\n" in run().stderr
    paper.write({"content/16/books.md": text.replace('["/old/shop/"]', '["/old/shop/", "/2025/04/16/shop/"]')})
    assert run().stderr == ""
    seal()
    assert addresses(paper)["/2025/04/16/books/"] == ["/2025/04/16/shop/", "/old/shop/"]
    # Both old addresses are promised from now on, whoever forgets them.
    paper.write({"content/16/books.md": text.replace('["/old/shop/"]', "[]")})
    said = run().stderr
    assert "error[sealed-address]: /old/shop/ was published" in said
    assert "error[sealed-address]: /2025/04/16/shop/ was published" in said


def test_a_story_of_another_edition_may_answer_for_one_that_is_gone(paper: Newsroom) -> None:
    seal()
    paper.remove("content/16/ferry.md")
    pages = [{"number": number} for number in ("A01", "A02", "A03")]
    paper.edition("16", date=DAY, release=f"{DAY}T05:30", pages=pages)
    assert "“ferry” was published at /2025/04/16/ferry/, where nothing stands now" in run().stderr
    paper.story("17/next.md", date="2025-04-17", aliases=["/2025/04/16/ferry/"])
    assert run().stderr == ""
    assert seal().exit_code == 0
    assert "/2025/04/16/ferry/" in addresses(paper)
    # The other edition is in no record of this one, and yet may not forget it.
    paper.story("17/next.md", "又一段。", date="2025-04-17")
    assert "“ferry” was published at /2025/04/16/ferry/, where nothing stands now" in run().stderr


def test_a_story_at_fault_is_told_and_not_missed(paper: Newsroom) -> None:
    seal()
    paper.write({"content/16/shop.md": "---\ntitel: 街角书店\n---\n"})
    assert re.findall(r"error\[([a-z-]+)\]", run().stderr) == ["missing-title", "unknown-key"][1:]
    paper.write({"content/16/edition.yaml": "date: 16 April\n"})
    assert set(re.findall(r"error\[([a-z-]+)\]", run().stderr)) == {"unknown-key", "wrong-date"}


def test_the_paper_of_an_earlier_moment_is_no_broken_promise(paper: Newsroom) -> None:
    seal(as_of="2025-05-01T00:00+08:00")
    paper.story("15/a.md", date="2025-04-15")
    assert run(as_of="2025-04-15T12:00+08:00").stderr == ""
    assert run(as_of=f"{DAY}T12:00+08:00").stderr == ""
    assert run("build", "--drafts").stderr == ""


def test_a_paper_may_change_its_zone(paper: Newsroom) -> None:
    paper.edition("16", date=DAY)
    seal()
    paper.write({"content/newspaper.yaml": "timezone: Pacific/Honolulu\n"})
    assert run(as_of="2025-05-01T00:00+08:00").stderr == ""


def test_a_day_with_two_editions_has_two_records(newsroom: Newsroom) -> None:
    newsroom.story("a.md", date=DAY)
    newsroom.story("b.md", date=DAY, edition="晚报 号外")
    newsroom.story("c.md", date=DAY, edition="晚报 号外")
    assert seal().exit_code == 0
    assert seal("--label", "晚报 号外").exit_code == 0
    names = sorted(path.name for path in newsroom.folder.glob("content/*.json"))
    assert names == ["sealed-2025-04-16-晚报-号外.json", "sealed-2025-04-16.json"]
    assert run().stderr == ""
    newsroom.story("b.md", "另一段。", date=DAY, edition="晚报 号外")
    assert "error[sealed-story]" in run().stderr


def test_an_edition_may_be_moved_to_another_folder(paper: Newsroom) -> None:
    seal()
    (paper.folder / "content/16").rename(paper.folder / "content/old")
    assert run().stderr == ""
    paper.story("old/shop.md", "别的话。", page="A01", byline="记者 李某", aliases=["/old/shop/"])
    assert "content/old/shop.md:7:1: error[sealed-story]" in run().stderr


def test_nothing_is_compared_where_no_file_has_changed(paper: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    paper.photo("16/sheet.jpg", (60, 90))
    pages = [{"number": "A01", "image": "sheet.jpg"}, {"number": "A02"}, {"number": "A03"}]
    paper.edition("16", date=DAY, release=f"{DAY}T05:30", pages=pages)
    paper.picture("16/b.svg")
    paper.write({"content/16/list.pdf": b"%PDF-1.4"})
    paper.story("16/map.md", '[表](list.pdf)，[前](ferry.md)\n\n![图](b.svg){credit="某"}', page="A01")
    seal()
    assert run().stderr == ""
    read: list[str] = []
    reading = TypedStories.read
    monkeypatch.setattr(TypedStories, "read", lambda self, file: read.append(file) or reading(self, file))
    shutil.rmtree(paper.folder / ".cache")
    assert run().stderr == ""
    assert read == []
    text = (paper.folder / "content/16/shop.md").read_text(encoding="utf-8")
    paper.write({"content/16/shop.md": text.replace("page:", "tags: 书\npage:")})
    assert run().stderr == ""
    assert "16/shop.md" in read


@pytest.mark.parametrize("change", ["another picture", "another drawing"])
def test_a_picture_is_what_it_was(paper: Newsroom, change: str) -> None:
    paper.picture("16/b.svg")
    paper.story("16/map.md", '![图](b.svg){credit="某"}', page="A01")
    seal()
    if change == "another picture":
        paper.photo("16/a.jpg", colour="#000000")
    else:
        paper.picture("16/b.svg", 29)
    said = run().stderr
    assert re.findall(r"error\[sealed-story\]: .*", said) == [
        "error[sealed-story]: the story was changed after it was published: picture 1"
    ]
