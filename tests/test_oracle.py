"""Edits at random: whatever is done to a paper, a build that goes on gives the same bytes as one that starts afresh.

`BROADSHEET_SEQUENCES` says how many sequences of edits are tried (each of three to six, a build behind every one);
`BROADSHEET_SEED` where they start.
"""

from __future__ import annotations

import os
import random
import shutil
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from broadsheet.desk.seal import CannotSealError, seal_edition
from broadsheet.model.edition import EditionKey

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Newsroom

SEQUENCES = int(os.environ.get("BROADSHEET_SEQUENCES", "24"))
SEED = int(os.environ.get("BROADSHEET_SEED", "20250416"))
AT_ONCE = 8
"""Sequences in one test, so that a failure names its seed soon."""
DAYS = [f"2025-{month:02}-{day:02}" for month, day in ((3, 30), (3, 31), (4, 1), (4, 2), (4, 16), (5, 1))]
PEOPLE = ["记者 甲某", "记者 乙某 通讯员 丙某", "本报记者 丁某", ""]
SECTIONS = ["要闻", "城事", "副刊", ""]
NOON = datetime.fromisoformat("2025-04-16T12:00+08:00")


class Desk:
    """Somebody who edits a paper at random; what stands in it is known, so that links and teasers can be right."""

    def __init__(self, newsroom: Newsroom, seed: int) -> None:
        self.newsroom = newsroom
        self.chance = random.Random(seed)
        self.stories: dict[str, dict[str, Any]] = {}
        self.as_of = NOON
        self.count = 0
        self.log: list[str] = []
        newsroom.plain_layouts()
        newsroom.picture("shared.svg")
        self.settings: dict[str, str] = {"url": "https://p.example"}
        self.write_settings()
        for _ in range(5):
            self.add()

    def write_settings(self) -> None:
        rows = "".join(f"{key}: {value}\n" for key, value in self.settings.items())
        self.newsroom.write({"content/newspaper.yaml": rows})

    def write(self, file: str) -> None:
        story = dict(self.stories[file])
        self.newsroom.story(file, story.pop("body"), **{key: value for key, value in story.items() if value})

    def one(self) -> str:
        return self.chance.choice(sorted(self.stories))

    def add(self) -> None:
        self.count += 1
        day = self.chance.choice(DAYS)
        folder = self.chance.choice(["", "a/", f"{day}/"])
        file = f"{folder}s{self.count}.md"
        body = f"第{self.count}篇的正文。"
        if self.stories and self.chance.random() < 0.3:
            other = self.one()
            body += f"见[前文]({'../' * file.count('/')}{other})。"
        if self.chance.random() < 0.3:
            body += f'\n\n![图]({"../" * file.count("/")}shared.svg){{credit="某"}}'
        self.stories[file] = {
            "title": f"题{self.count}",
            "date": day,
            "section": self.chance.choice(SECTIONS),
            "byline": self.chance.choice(PEOPLE),
            "page": self.chance.choice(["1", "2", "A3"]),
            "body": body,
        }
        self.write(file)

    def edit(self) -> None:
        file = self.one()
        self.stories[file]["body"] += f"又一句{self.chance.randrange(9)}。"
        self.write(file)

    def retitle(self) -> None:
        file = self.one()
        self.stories[file]["title"] = f"新题{self.chance.randrange(99)}"
        self.write(file)

    def sign(self) -> None:
        file = self.one()
        self.stories[file]["byline"] = self.chance.choice(PEOPLE)
        self.stories[file]["section"] = self.chance.choice(SECTIONS)
        self.write(file)

    def rename(self) -> None:
        old = self.one()
        self.count += 1
        new = f"{old.rpartition('/')[0]}/r{self.count}.md".lstrip("/")
        self.stories[new] = self.stories.pop(old)
        (self.newsroom.folder / "content" / old).unlink()
        self.write(new)
        self.mend_links(old, new)

    def delete(self) -> None:
        if len(self.stories) > 2:
            file = self.one()
            del self.stories[file]
            (self.newsroom.folder / "content" / file).unlink()
            self.mend_links(file, "")

    def mend_links(self, old: str, new: str) -> None:
        for file, story in self.stories.items():
            if f"{old})" in story["body"]:
                up = "../" * file.count("/")
                way = f"]({up}{old})"
                story["body"] = story["body"].replace(way, f"]({up}{new})" if new else "](/)")
                self.write(file)

    def move_page(self) -> None:
        file = self.one()
        self.stories[file]["page"] = self.chance.choice(["1", "2", "A3", "B4"])
        self.write(file)

    def move_day(self) -> None:
        file = self.one()
        self.stories[file]["date"] = self.chance.choice(DAYS)
        self.write(file)

    def alias(self) -> None:
        file = self.one()
        self.stories[file]["aliases"] = [f"/old/{file.removesuffix('.md').replace('/', '-')}/"]
        self.write(file)

    def correct(self) -> None:
        file = self.one()
        self.stories[file]["corrections"] = [{"date": "2025-05-02", "text": f"应为{self.chance.randrange(9)}"}]
        self.write(file)

    def hold(self) -> None:
        file = self.one()
        self.stories[file]["publish_at"] = self.chance.choice(["", "2025-04-16T18:00", "2025-05-02T06:00"])
        self.write(file)

    def draft(self) -> None:
        file = self.one()
        self.stories[file]["draft"] = self.chance.choice(["", "true"])
        self.write(file)

    def pass_time(self) -> None:
        self.as_of = self.chance.choice([NOON, NOON + timedelta(hours=8), NOON + timedelta(days=20)])

    def touch_layout(self) -> None:
        names = ["article.html", "page.html", "listing.html", "archive-year.html", "parts/frame.html"]
        name = self.chance.choice(names)
        path = self.newsroom.folder / "layouts" / name
        path.write_text(path.read_text(encoding="utf-8") + f"{self.chance.randrange(9)}\n", encoding="utf-8")

    def touch_picture(self) -> None:
        self.newsroom.picture("shared.svg", self.chance.randrange(10, 60))

    def change_settings(self) -> None:
        key = self.chance.choice(["title", "subtitle", "sections", "language", "url", "timezone"])
        values = {
            "title": ["甲报", "乙报"],
            "subtitle": ["副", "题"],
            "sections": ["[要闻, 城事, 副刊]", "[副刊, 要闻, 城事]", ""],
            "language": ["zh-Hans", "zh-Hant"],
            "url": ["https://p.example", "https://q.example/paper"],
            "timezone": ["Asia/Shanghai", "Europe/London"],
        }
        self.settings[key] = self.chance.choice(values[key])
        self.write_settings()

    def describe(self) -> None:
        """An edition.yaml comes, changes or goes, in a folder of its own."""
        day = self.chance.choice(DAYS)
        path = self.newsroom.folder / f"content/plan-{day}/edition.yaml"
        if path.exists() and self.chance.random() < 0.4:
            path.unlink()
        else:
            keys: dict[str, Any] = {"date": day, "issue_number": str(self.chance.randrange(100))}
            if self.chance.random() < 0.3:
                keys["release"] = self.chance.choice(["2025-04-16T18:00", "2025-03-01T05:00"])
            self.newsroom.edition(f"plan-{day}", **keys)

    def seal(self) -> None:
        """A day's paper is sealed, if it can be: from then on its stories change with a correction only."""
        with suppress(CannotSealError):
            key = EditionKey(date.fromisoformat(self.chance.choice(DAYS)))
            seal_edition(replace(self.newsroom.settings, as_of=self.as_of), key)

    def unseal(self) -> None:
        for path in (self.newsroom.folder / "content").rglob("sealed-*.json"):
            path.unlink()

    def tamper(self) -> None:
        outputs = sorted((self.newsroom.folder / "public").rglob("*.html"))
        if outputs:
            victim = self.chance.choice(outputs)
            if self.chance.random() < 0.5:
                victim.unlink()
            else:
                victim.write_text("别人写的", encoding="utf-8")

    def touch_times(self) -> None:
        for root in ("content", "public"):
            for path in (self.newsroom.folder / root).rglob("*"):
                if path.is_file() and self.chance.random() < 0.5:
                    os.utime(path, (self.chance.randrange(10**9), self.chance.randrange(10**9)))

    def forget(self) -> None:
        shutil.rmtree(self.newsroom.folder / ".cache")

    def act(self) -> None:
        acts: list[Callable[[], None]] = [
            self.add, self.add, self.edit, self.edit, self.retitle, self.sign, self.rename, self.delete,
            self.move_page, self.move_day, self.alias, self.correct, self.hold, self.draft, self.pass_time,
            self.touch_layout, self.touch_picture, self.change_settings, self.describe, self.tamper, self.touch_times,
            self.seal, self.unseal,
        ]  # fmt: skip
        chosen = self.chance.choice(acts)
        self.log.append(chosen.__name__)
        chosen()


@pytest.mark.parametrize("first", range(0, SEQUENCES, AT_ONCE))
def test_a_build_that_goes_on_is_one_that_starts_afresh(newsroom: Newsroom, first: int) -> None:
    for seed in range(SEED + first, SEED + min(first + AT_ONCE, SEQUENCES)):
        for path in ("content", "layouts", "public", ".cache"):
            shutil.rmtree(newsroom.folder / path, ignore_errors=True)
        desk = Desk(newsroom, seed)
        newsroom.build(as_of=desk.as_of)
        for _ in range(desk.chance.randrange(3, 7)):
            desk.act()
            before = newsroom.outputs()
            going_on = newsroom.build(as_of=desk.as_of)
            for path in ("clean", ".clean"):
                shutil.rmtree(newsroom.folder / path, ignore_errors=True)
            afresh = newsroom.build(
                as_of=desk.as_of, output=newsroom.folder / "clean", cache=newsroom.folder / ".clean"
            )
            where = f"seed {seed}: {', '.join(desk.log)}"
            assert going_on.diagnostics == afresh.diagnostics, where
            if going_on.sound:
                mine, clean = newsroom.outputs(), newsroom.outputs("clean")
                assert mine.keys() == clean.keys(), where
                assert [path for path in mine if mine[path] != clean[path]] == [], where
            else:
                assert newsroom.outputs() == before, where
