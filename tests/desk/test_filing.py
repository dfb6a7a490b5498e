"""`import`, through the command: files, edition.yaml, report; what is written builds."""

# ruff: noqa: E501  # copy stands on the line that it came on
from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import docx
import pytest
from click.testing import CliRunner, Result
from PIL import Image

from broadsheet import cli
from broadsheet.desk.page_list import with_page

if TYPE_CHECKING:
    from tests.conftest import Newsroom

DAY = "2025-04-17"
PAGE = """\
2025年4月17日 星期四 A05 城事
责编 甲某 美编 乙某

售票窗口 添了新邻居

渡口来了一只猫

　　渡口的售票员说，一只猫坐头班船来了，没有买票。值班室的窗台就是它的床，开船以前，它去岸

边看一看，回来的时候毛是湿的。

它住在哪里

　　值班室的窗台。２０２５年以前\x07，那里放的是钟。

记者 王某

图为渡口。李某 摄

北桥今夜封闭四小时

　　北桥今夜十一点起封闭四小时，检修桥面伸缩缝。公交夜班车改走西桥。（下转A06版）
"""
REPORT = """\
read as UTF-8; 1 control characters dropped; 4 full-width digits and letters made plain; 6 indents of U+3000 taken away
content/2025/2025-04-17/du-kou-lai-le-yi-zhi-mao.md  {share}  渡口来了一只猫
  kicker 售票窗口 添了新邻居; byline 记者 王某; 2 × paragraph; 1 × crosshead; picture’s 图为渡口。李某 摄
"""


def run(*words: str) -> Result:
    return CliRunner().invoke(cli.main, ["import", *words], prog_name="build.py")


def read(newsroom: Newsroom, file: str) -> str:
    return (newsroom.folder / file).read_text(encoding="utf-8")


def test_a_page_becomes_stories_that_build(newsroom: Newsroom) -> None:
    newsroom.write({"page.txt": PAGE})
    result = run("page.txt", "--date", DAY, "--page", "A05")
    assert result.exit_code == 0, result.stderr
    folder = "content/2025/2025-04-17"
    files = sorted(path.name for path in (newsroom.folder / folder).iterdir())
    assert files == ["bei-qiao-jin-ye-feng-bi-si-xiao-shi.md", "du-kou-lai-le-yi-zhi-mao.md", "edition.yaml"]
    cat = read(newsroom, f"{folder}/du-kou-lai-le-yi-zhi-mao.md")
    assert "title: 渡口来了一只猫\nkicker: 售票窗口 添了新邻居\npage: A05\nbyline: 记者 王某\n" in cat
    assert (
        "\n渡口的售票员说，一只猫坐头班船来了，没有买票。值班室的窗台就是它的床，开船以前，它去岸边看一看，回来的时候毛是湿的。\n"
        in cat
    )
    assert "\n## 它住在哪里\n\n值班室的窗台。2025年以前，那里放的是钟。\n" in cat
    assert "jump_to: A06\n" in read(newsroom, f"{folder}/bei-qiao-jin-ye-feng-bi-si-xiao-shi.md")
    assert "pages:\n  - number: A05\n    editors: {责编: 甲某, 美编: 乙某}\n" in read(
        newsroom, f"{folder}/edition.yaml"
    )
    lines = result.stdout.splitlines()
    assert lines[0] == REPORT.splitlines()[0]
    assert lines[2] == REPORT.splitlines()[2]
    assert lines[lines.index("in no story:") + 1 : -1] == [
        "  folio: 2025年4月17日 星期四 A05 城事", "  page credits: 责编 甲某 美编 乙某", "  jump: （下转A06版）",
    ]  # fmt: skip
    # The page that it jumps to is not there yet: the paper says so, and the story itself is sound.
    (fault,) = newsroom.build().diagnostics
    assert fault.code == "unknown-jump"


def test_a_dry_run_says_the_same_and_writes_nothing(newsroom: Newsroom) -> None:
    newsroom.write({"page.txt": PAGE})
    dry = run("page.txt", "--date", DAY, "--page", "A05", "--dry-run")
    assert dry.exit_code == 0
    assert not (newsroom.folder / "content").exists()
    assert run("page.txt", "--date", DAY, "--page", "A05").stdout == dry.stdout


def test_an_import_again_writes_no_file_over(newsroom: Newsroom) -> None:
    newsroom.write({"page.txt": PAGE})
    run("page.txt", "--date", DAY, "--page", "A05")
    before = newsroom.outputs("content")
    assert run("page.txt", "--date", DAY, "--page", "A05").exit_code == 0
    after = newsroom.outputs("content")
    assert {path: after[path] for path in before} == before
    assert len(after) == len(before) + 2


def test_a_page_and_its_credits_enter_an_edition_that_is_there(newsroom: Newsroom) -> None:
    text = "# ours\ndate: 2025-04-17   # a Thursday\npages:\n  - number: A01\n    name: 要闻\n\n# the end\n"
    newsroom.write({"page.txt": PAGE, "content/d/2025-04-17/edition.yaml": text})
    result = run("page.txt", "--date", DAY, "--page", "A05", "--section", "城事")
    assert "content/d/2025-04-17/edition.yaml: page A05, 责编 甲某, 美编 乙某\n" in result.stdout
    assert read(newsroom, "content/d/2025-04-17/edition.yaml") == (
        "# ours\ndate: 2025-04-17   # a Thursday\npages:\n  - number: A01\n    name: 要闻\n"
        "  - number: A05\n    editors: {责编: 甲某, 美编: 乙某}\n\n# the end\n"
    )
    cat = read(newsroom, "content/d/2025-04-17/du-kou-lai-le-yi-zhi-mao.md")
    assert "date:" not in cat
    assert "section: 城事\npage: A05\n" in cat


def test_stories_on_a_page_that_is_drawn_want_slots(newsroom: Newsroom) -> None:
    newsroom.edition("2025-04-17", date=DAY, pages=[{"number": "A05", "grid": "one two\n"}])
    newsroom.write({"page.txt": PAGE})
    result = run("page.txt", "--date", DAY, "--page", "A05")
    slugs = "du-kou-lai-le-yi-zhi-mao, bei-qiao-jin-ye-feng-bi-si-xiao-shi"
    assert f"TODO the grid of page A05 has no slots for these stories: write into it {slugs}\n" in result.stdout


CREDITS = (("责编", "甲某"),)


@pytest.mark.parametrize(
    ("text", "others", "made"),
    [
        ("date: 2025-04-17\n", (), "date: 2025-04-17\npages:\n  - number: A05\n    editors: {责编: 甲某}\n"),
        ("date: 2025-04-17\n", ("A06", "A01"), "date: 2025-04-17\npages:\n  - number: A01\n  - number: A05\n    editors: {责编: 甲某}\n  - number: A06\n"),
        ("date: 2025-04-17\npages:\n- name: 城事\n  number: A5\n", (), "date: 2025-04-17\npages:\n- name: 城事\n  number: A5\n  editors: {责编: 甲某}\n"),
        ("date: 2025-04-17\npages:\n  - number: A05\n    editors: {责编: 甲某}\n", (), "date: 2025-04-17\npages:\n  - number: A05\n    editors: {责编: 甲某}\n"),
        ("date: 2025-04-17\npages:\n  - number: A05\n    editors: {责编: 乙某}\n", (), None),
        ("date: 2025-04-17\npages: [{number: A01}]\n", (), None),
        ("date: x\n", (), None),
    ],
)  # fmt: skip
def test_an_edition_yaml_gets_lines_and_loses_none(text: str, others: tuple[str, ...], made: str | None) -> None:
    assert with_page(text, "A05", CREDITS, others) == made


def test_what_cant_be_written_into_an_edition_yaml_is_left_to_its_editor(newsroom: Newsroom) -> None:
    newsroom.write({"page.txt": PAGE, "content/2025-04-17/edition.yaml": "date: 2025-04-17\npages: [{number: A01}]\n"})
    result = run("page.txt", "--date", DAY, "--page", "A05")
    says = "TODO write into content/2025-04-17/edition.yaml, by hand: page A05: 责编 甲某, 美编 乙某\n"
    assert says in result.stdout
    assert read(newsroom, "content/2025-04-17/edition.yaml") == "date: 2025-04-17\npages: [{number: A01}]\n"


def test_pictures_of_a_word_file_are_laid_beside_its_story_and_shown(newsroom: Newsroom) -> None:
    document = docx.Document()
    document.add_heading("渡口来了一只猫", 1)
    document.add_paragraph("售票员说，猫是坐头班船来的，没有买票。")
    picture = BytesIO()
    Image.new("RGB", (400, 300), "#806040").save(picture, "PNG")
    for _ in range(2):
        picture.seek(0)
        document.add_picture(picture)
        document.add_paragraph("王某 摄")
    drawn = next(
        document.paragraphs[2]._p.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr")
    )
    drawn.set("descr", "一只猫")
    document.save(newsroom.folder / "page.docx")
    result = run("page.docx", "--date", DAY, "--page", "A05")
    assert result.exit_code == 0
    stem = "content/2025/2025-04-17/du-kou-lai-le-yi-zhi-mao"
    text = read(newsroom, f"{stem}.md")
    assert "images:\n  - src: du-kou-lai-le-yi-zhi-mao.png\n    alt: 一只猫\n    credit: 王某 摄\n" in text
    assert "# images:\n#   - src: du-kou-lai-le-yi-zhi-mao-2.png\n#     alt: 待填\n#     credit: 王某 摄\n" in text
    assert (newsroom.folder / f"{stem}-2.png").read_bytes() == picture.getvalue()
    newsroom.built()
    assert "du-kou-lai-le-yi-zhi-mao" in newsroom.page("/2025/04/17/du-kou-lai-le-yi-zhi-mao/")


@pytest.mark.parametrize(
    ("files", "words", "says"),
    [
        ({}, ("page.txt", "--page", "A05"), "File 'page.txt' does not exist."),
        ({"page.txt": "猫\n\n没有买票。\n"}, ("page.txt",), "Missing option '--page'"),
        ({"page.txt": "\n \u3000\n"}, ("page.txt", "--page", "A05"), "there is no story in it"),
        ({"page.txt": b"%PDF-1.7"}, ("page.txt", "--page", "A05"), "page.txt can't be imported: it is a PDF: copy its text"),
        ({"page.txt": "x", "content/newspaper.yaml": "sections: [城事]\n"}, ("page.txt", "--page", "1", "--section", "城市"), 'no section "城市": did you mean "城事"?'),
        ({"page.txt": "x", "content/2025-04-17/edition.yaml": "date: x\n"}, ("page.txt", "--page", "1", "--date", DAY), "content/2025-04-17/edition.yaml can't be read; mend it first (build.py check)"),
    ],
)  # fmt: skip
def test_wrong_use_says_what_to_type_and_changes_nothing(
    newsroom: Newsroom, files: dict[str, str | bytes], words: tuple[str, ...], says: str
) -> None:
    newsroom.write(files)
    before = newsroom.outputs(".")
    result = run(*words)
    assert result.exit_code == 2
    assert says in result.stderr
    assert newsroom.outputs(".") == before
