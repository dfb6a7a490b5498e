"""Pages as they reach a desk: how much of them is found, what becomes of the rest, and that nothing is lost.

`python tests/reading/importing/messy_pages.py` prints the figures, and the mistakes.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from broadsheet import cli
from broadsheet.model.edition import EditionFile, EditionKey
from broadsheet.reading.article import read_article
from broadsheet.reading.importing import Filing, left_over, manuscript, page_of
from broadsheet.reading.source import Source
from tests.reading.importing import messy_pages as ours

if TYPE_CHECKING:
    from broadsheet.reading.importing import Page, Read
    from tests.conftest import Newsroom


LEAST = {
    # recall and precision; the headline's with its parts told apart
    "messy": {
        "headline": (0.94, 0.94),
        "kicker": (0.94, 0.83),
        "subtitle": (0.93, 0.96),
        "byline": (0.96, 0.98),
        "dateline": (0.99, 1.00),
        "crossheads": (0.98, 0.99),
        "captions": (0.97, 0.94),
        "credits": (0.98, 0.98),
    },
    "messy-fresh": {
        "headline": (0.94, 0.95),
        "kicker": (0.95, 0.93),
        "subtitle": (0.96, 0.93),
        "byline": (0.97, 0.98),
        "dateline": (0.96, 0.97),
        "crossheads": (0.98, 0.98),
        "captions": (0.84, 0.95),
        "credits": (0.96, 0.98),
    },
    "messy-aside": {
        "headline": (0.92, 0.93),
        "kicker": (0.92, 0.66),
        "subtitle": (0.95, 0.90),
        "byline": (0.95, 0.97),
        "dateline": (0.97, 1.00),
        "crossheads": (0.97, 0.92),
        "captions": (0.70, 0.92),
        "credits": (1.00, 1.00),
    },
}
"""The least share of each field that is found, and of what is found that is right."""
PAGES = {f"{folder}/{page.name}": page for folder in LEAST for page in ours.messy_pages(folder)}


@cache
def read(name: str) -> tuple[Read, Page]:
    copy = PAGES[name].read()
    return copy, page_of(copy.copy)


@pytest.mark.parametrize("folder", list(LEAST))
def test_how_much_is_found_of_pages_as_they_come(folder: str, record_property: pytest.RecordProperty) -> None:
    score = ours.Score()
    for name, page in PAGES.items():
        if name.startswith(f"{folder}/"):
            list(score.add(page, read(name)[1]))
    print(f"\n{folder}\n{score.table()}")  # noqa: T201 - the figures, with pytest -s
    record_property(folder, score.table())
    found = {name: (score.recall(name), score.precision(name)) for name in ours.FIELDS}
    short = {
        name: figures for name, figures in found.items() if min(map(float.__sub__, figures, LEAST[folder][name])) < 0
    }
    assert short == {}


def test_as_many_pages_are_set_aside_as_the_scores_were_made_without() -> None:
    aside = [name for name in PAGES if name.startswith("messy-aside/")]
    assert len(aside) >= 30
    assert len(PAGES) >= 60


def characters(text: str) -> Counter[str]:
    return Counter(re.sub(r"\s", "", text))


@pytest.mark.parametrize("name", list(PAGES))
def test_every_character_of_a_page_is_in_a_story_or_in_the_report(name: str) -> None:
    copy, page = read(name)
    came = characters("".join(line.text for line in (*copy.copy.lines, *copy.copy.outside)))
    kept = characters("".join(text for _, text in left_over(page)))
    for story in page.stories:
        deck = (story.column, *story.kicker, *story.title, *story.subtitle, *story.bylines)
        kept += characters("".join((*deck, *(block.text for block in (*story.blocks, *story.pictures)))))
    assert kept == came


@pytest.mark.parametrize("name", list(PAGES))
def test_every_story_reads_without_a_word(name: str) -> None:
    folder = EditionFile(EditionKey(date(2025, 4, 17)), "d")
    for story in read(name)[1].stories:
        text = manuscript(story, Filing("", "A05"))
        article, diagnostics = read_article(Source("d/a.md", text), folder, "Asia/Shanghai")
        assert article is not None, text
        assert diagnostics == (), text


@pytest.mark.parametrize("name", ["messy/touban", "messy/wire", "messy/banmian", "messy/node", "messy/gonggaolan"])
def test_what_is_written_passes_check_but_for_what_it_says_is_to_do(newsroom: Newsroom, name: str) -> None:
    page = PAGES[name]
    newsroom.write({page.file: page.data, "content/newspaper.yaml": f"language: {LANGUAGES.get(name, 'zh-Hans')}\n"})
    done = CliRunner().invoke(cli.main, ["import", page.file, "--date", "2025-04-17", "--page", "A05"])
    assert done.exit_code == 0, done.stderr
    checked = CliRunner().invoke(cli.main, ["check", "--format", "json"])
    assert checked.exit_code == 0, checked.stdout


LANGUAGES = {"messy/wire": "en"}


def test_a_jump_to_a_page_that_is_not_there_yet_is_to_do(newsroom: Newsroom) -> None:
    copy = "沿河步道贯通十二公里\n\n步道的最后一段昨天铺完，从渡口可以一直走到北桥。（下转A04版）\n\n记者 王某\n"
    newsroom.write({"page.txt": copy})
    CliRunner().invoke(cli.main, ["import", "page.txt", "--date", "2025-04-17", "--page", "A01"])
    (file,) = (newsroom.folder / "content/2025/2025-04-17").glob("yan-*.md")
    assert file.read_text(encoding="utf-8").partition("jump_to: A04\n")[2].startswith("# TODO A04 版还没有稿件")
