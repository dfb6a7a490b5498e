"""`new edition` and `new article`, through the command: what is made, where, what is said, and that it builds."""

# ruff: noqa: E501  # one case a line
from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner, Result

from broadsheet import cli
from broadsheet.publishing import clock

if TYPE_CHECKING:
    from tests.conftest import Newsroom

DAY = "2025-04-16"


def run(*words: str) -> Result:
    return CliRunner().invoke(cli.main, list(words), prog_name="build.py")


def read(newsroom: Newsroom, file: str) -> str:
    return (newsroom.folder / file).read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def noon(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is noon of 16 April 2025 in the paper's zone."""
    moment = datetime(2025, 4, 16, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
    monkeypatch.setattr(clock, "now", lambda zone: moment.astimezone(ZoneInfo(zone)))


@pytest.fixture
def paper(newsroom: Newsroom) -> Newsroom:
    newsroom.write({"content/newspaper.yaml": "title: 津渡日报\nsections: [要闻, {name: 城事, slug: city}]\n"})
    newsroom.edition(
        "2025/2025-04-16",
        date=DAY,
        issue_number="3107",
        release="2025-04-16T05:30",
        pages=[
            {"number": "A01", "name": "要闻", "editors": {"责任编辑": "甲某"}},
            {"number": "A02", "name": "城事", "grid": "one two\n"},
            {"number": "A03", "kind": "advertisement"},
        ],
    )
    newsroom.story("2025/2025-04-16/one.md", page="A02", section="城事", importance="1")
    newsroom.story("2025/2025-04-16/two.md", page="A02", section="城事")
    return newsroom


EDITION = """\
date: 2025-04-17
issue_number: 3108  # 期号，接着上一期；请核对
release: "2025-04-17T05:30"
# 到这时才公开；不写就是当天零点
# 版面，照上一期；没有稿件的版不用删
pages:
  - number: A01
    name: 要闻
    editors: {责任编辑: 甲某}
  - number: A02
    name: 城事
  - number: A03
    kind: advertisement
"""
ARTICLE = """\
---
# 正文写在第二条横线下面，一段一行，段间空一行；小标题前加 ## 和空格
# kicker:  # 引题，在标题上面
# 标题；分行写作 [第一行, 第二行]
title: 渡口来了一只猫
# subtitle:  # 副题，在标题下面
page: A01  # 版次
section: 要闻  # 栏目
importance: 1  # 1是头条，直到5
# 署名，如：记者 李某 通讯员 王某
byline:
# 图片放在本文件旁边；没有替代文字和作者不能发布
# images:
#   - src: du-kou-lai-le-yi-zhi-mao.jpg
#     alt:  # 图上有什么
#     creator:  # 谁拍的
# 写好以后删去这一行，稿件才会见报
draft: true
---
"""
CAT = "content/2025/2025-04-17/du-kou-lai-le-yi-zhi-mao.md"


def test_an_edition_takes_on_the_pages_of_the_one_before(paper: Newsroom) -> None:
    result = run("new", "edition", "2025-04-17")
    assert result.exit_code == 0
    assert result.stdout == (
        "made content/2025/2025-04-17/edition.yaml\n"
        "  its pages are those of 2025-04-16, without their grids; check them\n"
        "next: look it over, then build.py new article TITLE --date 2025-04-17\n"
    )
    assert read(paper, "content/2025/2025-04-17/edition.yaml") == EDITION
    paper.built()


def test_an_article_is_a_draft_on_the_next_free_place_and_builds_when_it_is_filled_in(paper: Newsroom) -> None:
    run("new", "edition", "2025-04-17")
    result = run("new", "article", "渡口来了一只猫")
    assert result.stdout == (
        f"made {CAT}: a draft for page A01 of the edition 2025-04-17\n"
        "next: fill in the byline and write the copy, then delete the line “draft: true”\n"
    )
    assert read(paper, CAT) == ARTICLE
    paper.built()
    assert not (paper.folder / "public/2025/04/17/du-kou-lai-le-yi-zhi-mao").exists()
    filled = ARTICLE.replace("byline:\n", "byline: 记者 王某\n").replace("draft: true\n", "") + "猫没有买票。\n"
    paper.write({CAT: filled})
    paper.built()
    assert "猫没有买票。" in paper.page("/2025/04/17/du-kou-lai-le-yi-zhi-mao/")


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("zh-Hant", ["# 寫好以後刪去這一行，稿件才會見報", "page: A01  # 版次"]),
        ("en", ["# delete this line when the story is ready: a draft is not published", "page: A01  # the page"]),
    ],
)
def test_comments_are_in_the_papers_language(newsroom: Newsroom, language: str, lines: list[str]) -> None:
    newsroom.write({"content/newspaper.yaml": f"language: {language}\n"})
    run("new", "edition", "2025-04-17")
    newsroom.write({"content/2025/2025-04-17/edition.yaml": "date: 2025-04-17\npages: [{number: A01}]\n"})
    run("new", "article", "Ferry Clock Runs Again")
    text = read(newsroom, "content/2025/2025-04-17/ferry-clock-runs-again.md")
    assert set(lines) <= set(text.splitlines())


def test_a_paper_with_nothing_in_it_gets_its_first_edition_and_story(newsroom: Newsroom) -> None:
    assert run("new", "edition", "2025-04-17").exit_code == 0
    assert run("new", "article", "渡口来了一只猫").exit_code == 0
    assert "# page:  # 版次\n" in read(newsroom, CAT)
    newsroom.write({CAT: read(newsroom, CAT).replace("draft: true\n", "") + "猫没有买票。\n"})
    newsroom.built()


def test_without_an_edition_to_come_a_story_is_for_tomorrow(newsroom: Newsroom) -> None:
    newsroom.story("2025-04-16/one.md", date=DAY)
    result = run("new", "article", "渡口来了一只猫")
    assert result.stdout.startswith(
        "made content/2025-04-17/du-kou-lai-le-yi-zhi-mao.md: a draft of the edition 2025-04-17"
    )
    assert "date: 2025-04-17\n" in read(newsroom, "content/2025-04-17/du-kou-lai-le-yi-zhi-mao.md")


@pytest.mark.parametrize(
    ("there", "made"),
    [
        ("2025/2025-04-16", "2025/2025-04-17"),
        ("2025/04/16", "2025/04/17"),
        ("editions/2025-04/20250416", "editions/2025-04/20250417"),
        ("2025/04月/2025年04月16", "2025/04月/2025年04月17"),
        ("a/2025-04-16/A05", "a/2025-04-17"),
    ],
)
def test_an_edition_lies_where_the_papers_other_editions_lie(newsroom: Newsroom, there: str, made: str) -> None:
    newsroom.story(f"{there}/one.md", date=DAY)
    assert run("new", "edition", "2025-04-17").exit_code == 0
    assert (newsroom.folder / f"content/{made}/edition.yaml").is_file()


def test_an_edition_with_a_label_has_a_folder_of_its_own(paper: Newsroom) -> None:
    assert run("new", "edition", DAY, "--label", "evening").exit_code == 0
    text = read(paper, "content/2025/2025-04-16-evening/edition.yaml")
    assert text.startswith("date: 2025-04-16\nlabel: evening\n# issue_number:")
    paper.built()


def test_a_story_takes_an_empty_slot_of_the_grid_and_is_told_of_a_full_one(paper: Newsroom) -> None:
    (paper.folder / "content/2025/2025-04-16/two.md").unlink()
    result = run("new", "article", "渡口来了一只猫", "--date", DAY, "--page", "2")
    assert result.exit_code == 2
    result = run("new", "article", "渡口来了一只猫", "--date", DAY, "--page", "a2")
    assert "made content/2025/2025-04-16/two.md: a draft for page A02" in result.stdout
    assert "it stands in the slot “two” that the page's grid has for it" in result.stdout
    assert "importance: 2  #" in read(paper, "content/2025/2025-04-16/two.md")
    result = run("new", "article", "又来了一只", "--date", DAY, "--section", "city")
    assert (
        "the grid of page A02 is full: write “you-lai-le-yi-zhi” into it where the story is to stand" in result.stdout
    )


def test_stories_with_one_title_have_files_of_their_own(paper: Newsroom) -> None:
    for _ in range(2):
        run("new", "article", "渡口来了一只猫", "--date", DAY, "--page", "A01")
    names = {path.name for path in (paper.folder / "content/2025/2025-04-16").glob("du*")}
    assert names == {"du-kou-lai-le-yi-zhi-mao.md", "du-kou-lai-le-yi-zhi-mao-2.md"}


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("edition", DAY), "content/2025/2025-04-16/edition.yaml is there already: the edition 2025-04-16; add stories with “new article”"),
        (("edition", "17.4."), '"17.4." is no date; write 2025-04-17'),
        (("article", " "), "a story needs a title; write: new article “渡口来了一只猫”"),
        (("article", "猫", "--date", DAY, "--page", "A09"), 'no page "A09" in the edition 2025-04-16: did you mean "A02"?; or list it in 2025/2025-04-16/edition.yaml first'),
        (("article", "猫", "--section", "城市"), 'no section "城市": did you mean "城事"?'),
        (("story", "猫"), "No such command 'story'"),
    ],
)  # fmt: skip
def test_wrong_use_says_what_to_type_and_changes_nothing(paper: Newsroom, words: tuple[str, ...], says: str) -> None:
    before = paper.outputs("content")
    result = run("new", *words)
    assert result.exit_code == 2
    assert says in result.stderr
    assert paper.outputs("content") == before


def test_settings_at_fault_are_mended_first(newsroom: Newsroom) -> None:
    newsroom.write({"content/newspaper.yaml": "titel: x\n"})
    result = run("new", "article", "猫")
    assert result.exit_code == 2
    assert "content/newspaper.yaml:1: " in result.stderr
    assert "mend it first (build.py check)" in result.stderr
    newsroom.write({"content/newspaper.yaml": b"\xff\xfe\x00"})
    assert "mend it first" in run("new", "edition", DAY).stderr


def test_broken_files_of_an_edition_are_passed_over(paper: Newsroom) -> None:
    paper.write({"content/2025/2025-04-16/three.md": b"\xff\xff", "content/2025/2025-04-16/four.md": "no front matter"})
    assert run("new", "article", "猫", "--date", DAY).exit_code == 0
