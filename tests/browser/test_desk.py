"""A desk's first day, in a real shell and a real browser: from an empty folder to a paper that is out, and corrected.

At every step something is done wrong first, as people do, told, and mended. What is typed, said and seen stands in
`desk.txt` beside this file; `BROADSHEET_UPDATE=1 pytest tests/browser/test_desk.py` writes it: read the diff.

    $ …            what is typed into the shell, with what it says, and its exit status where that isn't 0
    + content/a.md a file as it is typed; - and + lines are an edit of it
    = /address/    what the browser shows there
"""

from __future__ import annotations

import difflib
import os
import re
import shutil
import subprocess
import sys
import tomllib
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from broadsheet.publishing.settings import HOUSE
from tests.browser.waiting import wait_until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

TRANSCRIPT = Path(__file__).with_name("desk.txt")
PATIENCE = 60_000
"""Milliseconds: the machine may have other things to do."""
BUILD = tomllib.loads((HOUSE / "netlify.toml").read_text(encoding="utf-8"))["build"]["command"]
HOOK = """\
#!/bin/sh
# What a host does with a push: a fresh checkout, the build that netlify.toml tells, and only then the new site.
set -e
rm -rf "$HOST/checkout" && mkdir -p "$HOST/checkout"
git --work-tree="$HOST/checkout" checkout -q -f main
cd "$HOST/checkout" && unset GIT_DIR
if bash "$HOST/build.sh" 2>"$HOST/log"
then rm -rf "$HOST/old" && mv "$HOST/site" "$HOST/old" && mv public "$HOST/site" && echo "deployed"
else cat "$HOST/log" && echo "not deployed: the paper before it stays up"
fi
"""
SETTINGS = "title: 河埠日报\nlanguage: zh-Hans\nsections: [要闻, 城事]\nstaff: [李某, 王某, 张某]\n"
PAGES = """\
pages:
  - number: A01
    name: 要闻
    editors: {责任编辑: 张某}
  - number: A02
    name: 城事
"""
PAGE = """\
2025年4月17日 星期四 A02 城事

　　老街的路灯 换成了暖色

　　记者 王某

　　老街的八十二盏路灯昨晚一齐亮了，灯光从白色换成了暖黄色。住在二楼的居民说，夜里不用再拉窗帘。

　　路灯管理所说，新灯比旧灯省电一半，五月底以前，另外三条街也会换完。

　　渡口图书角 借书不用证

　　记者 李某

　　候船室里的书架上个月摆了出来，一共四百本，谁都可以拿走，看完放回来就行。

　　管理员说，少了十一本，多了二十六本。
"""


class Day:
    """The shell, the folder and the browser, and what has passed between them."""

    def __init__(self, folder: Path, page: Page) -> None:
        self.folder = folder
        self.page = page
        self.lines: list[str] = []
        self.names: dict[str, str] = {}
        (folder.parent / "bin").mkdir()
        python = folder.parent / "bin/python"
        python.write_text(f'#!/bin/sh\nexec {sys.executable} "$@"\n')
        python.chmod(0o755)
        self.environment = os.environ | {
            "PATH": f"{folder.parent / 'bin'}:{os.environ['PATH']}",
            "PYTHONPATH": str(HOUSE),
            "GIT_CONFIG_GLOBAL": "/dev/null",
            "GIT_CONFIG_SYSTEM": "/dev/null",
        }
        shutil.copy(HOUSE / "build.py", folder)

    def note(self, text: str) -> None:
        self.lines.append(f"\n## {text}")

    def does(self, command: str, *, fails: int = 0) -> None:
        """Type a command into the shell, which must end with the status `fails`."""
        run = subprocess.run(
            ["bash", "-c", command], cwd=self.folder, env=self.environment, capture_output=True, text=True, check=False
        )
        said = self.masked(f"$ {command}\n{run.stdout}{run.stderr}")
        self.lines += [line.rstrip() for line in said.splitlines()]
        self.lines += [f"(status {run.returncode})"] if run.returncode else []
        assert run.returncode == fails, said

    def types(self, file: str, text: str) -> None:
        """Write a file, in one go as editors do."""
        self._put(file, text)
        self.lines += [f"+ {file}", *(f"    {line}".rstrip() for line in text.splitlines())]

    def edits(self, file: str, old: str, new: str) -> None:
        """Change a place of a file."""
        text = (self.folder / file).read_text(encoding="utf-8")
        assert text.count(old) == 1, text
        made = text.replace(old, new)
        self._put(file, made)
        rows = list(difflib.unified_diff(text.splitlines(), made.splitlines(), n=0, lineterm=""))[2:]
        self.lines += [f"+ {file}", *(f"    {row}" for row in rows if not row.startswith("@@"))]

    def sees(self, address: str, *texts: str) -> None:
        """Note what the browser shows."""
        self.lines += [
            f"= {address}",
            *(f"    {line}" for line in self.masked("\n".join(texts)).splitlines() if line.strip()),
        ]

    def masked(self, text: str) -> str:
        """Without what differs from run to run: ports, folders, seconds, memory, digests."""
        for what, name in self.names.items():
            text = text.replace(what, name)
        text = re.sub(r", [\d.]+ s( \(.*?\))?, [\d,]+ MB at the peak", ", … s, … MB at the peak", text)
        return re.sub(r"\b[0-9a-f]{7,64}\b", "…", text)

    def overlay(self) -> str:
        """What the desk shows over the open page that keeps the paper back, as it stands."""
        alert = self.page.locator("aside[data-desk]")
        alert.wait_for()
        text: str = alert.evaluate(
            "host => [...host.shadowRoot.querySelectorAll('li')].map("
            "item => [...item.children].map(part => part.textContent).join('\\n')).join('\\n')"
        )
        return text

    def mended(self, text: str) -> None:
        """Wait until nothing is wrong any more and the open page shows a text."""
        self.page.locator("aside[data-desk]").wait_for(state="detached")
        self.page.get_by_text(text).first.wait_for()

    def headlines(self) -> str:
        return "\n".join(self.page.locator("main h1, main h2, main h3").all_inner_texts())

    def _put(self, file: str, text: str) -> None:
        path = self.folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        (path.parent / f".{path.name}.new").write_text(text, encoding="utf-8")
        (path.parent / f".{path.name}.new").replace(path)


@pytest.fixture
def day(tmp_path: Path, chromium: Browser) -> Iterator[Day]:
    (tmp_path / "paper").mkdir()
    page = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="zh-CN").new_page()
    page.set_default_timeout(PATIENCE)
    yield Day(tmp_path / "paper", page)
    page.context.close()


def test_a_desks_first_day(day: Day, hosted: Callable[[Path], Any]) -> None:
    settings(day)
    with serving(day):
        edition(day)
        first_story(day)
        picture(day)
        second_page(day)
        later_story(day)
    reading(day)
    host = deploying(day, hosted)
    correction(day, host)
    text = "\n".join(day.lines).lstrip("\n") + "\n"
    if os.environ.get("BROADSHEET_UPDATE"):
        TRANSCRIPT.write_text(text, encoding="utf-8")
    assert text == TRANSCRIPT.read_text(encoding="utf-8")


def settings(day: Day) -> None:
    day.note("An empty folder, and the paper's settings")
    day.does("python build.py check", fails=1)
    day.types("content/newspaper.yaml", SETTINGS + "timezone: Beijing\n")
    day.does("python build.py check", fails=1)
    day.edits("content/newspaper.yaml", "timezone: Beijing\n", "timezone: Asia/Shanghai\n")


@contextmanager
def serving(day: Day) -> Iterator[None]:
    """`serve` in the paper's folder, with the browser at it."""
    command = [sys.executable, "build.py", "serve", "--port", "0", "--no-search", "--no-print"]
    environment = day.environment | {"PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, cwd=day.folder, env=environment, stderr=subprocess.PIPE, text=True) as running:
        assert running.stderr
        try:
            address = running.stderr.readline().split()[1].rstrip("/")
            day.names[address] = "http://127.0.0.1:8000"
            day.lines.append("$ python build.py serve")
            day.page.goto(f"{address}/")
            day.sees("/", day.page.inner_text("h1"), day.overlay())
            yield
        finally:
            running.terminate()
        assert "Traceback" not in running.stderr.read()
        assert running.wait(60) == 0


def edition(day: Day) -> None:
    day.note("Tomorrow's edition")
    day.does("python build.py new edition 2025-04-31", fails=2)
    day.does("python build.py new edition 2025-04-17")
    file = "content/2025/2025-04-17/edition.yaml"
    text = (day.folder / file).read_text(encoding="utf-8")
    day.types(file, text[: text.index("# 版面")] + PAGES.replace("A02", "A01"))
    day.does("python build.py check", fails=1)
    day.edits(file, "number: A01\n    name: 城事", "number: A02\n    name: 城事")


def first_story(day: Day) -> None:
    day.note("A story, and a mistake in it that the open page shows")
    day.does("python build.py new article 渡口来了一只猫 --date 2025-04-17 --page A20", fails=2)
    day.does("python build.py new article 渡口来了一只猫 --date 2025-04-17 --page A01 --section 要闻")
    file = "content/2025/2025-04-17/du-kou-lai-le-yi-zhi-mao.md"
    text = (day.folder / file).read_text(encoding="utf-8")
    text = text.replace("section: 要闻", "section: 要问").replace("byline:\n", "byline: 记者 李某\n")
    day.types(file, text.replace("draft: true\n", "") + "南岸渡口的售票员说，猫是坐头班船来的，没有买票。\n")
    day.page.reload()
    day.sees("/", day.overlay())
    day.edits(file, "section: 要问", "section: 要闻")
    day.mended("渡口来了一只猫")
    day.sees("/", day.headlines())
    day.page.get_by_role("link", name="渡口来了一只猫").first.click()
    day.page.get_by_text("没有买票").first.wait_for()
    day.edits(file, "没有买票。\n", "没有买票。\n\n## 它住在哪里\n\n值班室的窗台就是它的床。\n")
    day.page.get_by_text("值班室的窗台就是它的床").wait_for()
    day.sees("/2025/04/17/du-kou-lai-le-yi-zhi-mao/", *day.page.locator("article p, article h2").all_inner_texts())


def picture(day: Day) -> None:
    day.note("A picture, first without what it needs")
    Image.effect_noise((900, 600), 40).convert("RGB").save(day.folder / "content/2025/2025-04-17/ferry-cat.jpg")
    day.lines.append("+ content/2025/2025-04-17/ferry-cat.jpg")
    file = "content/2025/2025-04-17/du-kou-lai-le-yi-zhi-mao.md"
    day.edits(file, "byline: 记者 李某\n", "byline: 记者 李某\nimages:\n  - src: ferry_cat.jpg\n    alt: 窗台上的猫\n")
    day.sees("/2025/04/17/du-kou-lai-le-yi-zhi-mao/", day.overlay())
    day.edits(file, "ferry_cat.jpg", "ferry-cat.jpg")
    day.page.locator("aside[data-desk]", has_text='"ferry-cat.jpg" has no credit').wait_for()
    day.sees("/2025/04/17/du-kou-lai-le-yi-zhi-mao/", day.overlay())
    day.edits(file, "    alt: 窗台上的猫\n", "    alt: 窗台上的猫\n    creator: 王某\n")
    day.mended("没有买票")
    shown = day.page.locator("article img").first
    shown.wait_for()
    wait_until(day.page, "(image) => image.complete && image.naturalWidth > 0", shown.element_handle())
    day.sees("/2025/04/17/du-kou-lai-le-yi-zhi-mao/", day.page.locator("figure").first.inner_text())


def second_page(day: Day) -> None:
    day.note("A page of copy from elsewhere")
    day.types("page.txt", PAGE)
    day.does("python build.py import page.txt --date 2025-04-17 --page A02 --section 城市", fails=2)
    day.does("python build.py import page.txt --date 2025-04-17 --page A02 --section 城事")
    day.page.goto(f"{served(day)}/2025/04/17/A02/")
    day.page.get_by_text("渡口图书角").first.wait_for()
    day.sees("/2025/04/17/A02/", day.headlines())


def later_story(day: Day) -> None:
    day.note("A story that is not for today")
    file = "content/2025/2025-04-17/new-ferry.md"
    day.types(file, "---\ntitle: 新渡轮下水\npage: A02\nsection: 城事\npublish_at: 下个月\n---\n这条船还没有名字。\n")
    day.sees("/2025/04/17/A02/", day.overlay())
    day.edits(file, "publish_at: 下个月", "publish_at: 2099-05-01T06:00")
    day.mended("新渡轮下水")
    day.page.goto(f"{served(day)}/2025/04/17/new-ferry/")
    day.sees("/2025/04/17/new-ferry/", day.page.locator("main").inner_text().partition("这条船")[0])


def reading(day: Day) -> None:
    day.note("The edition is read before it goes out")
    day.edits(
        "content/2025/2025-04-17/du-kou-lai-le-yi-zhi-mao.md",
        "值班室的窗台就是它的床。",
        "值班室的窗台就是它的的床,很暖。",
    )
    day.does("python build.py check")
    day.does("python build.py check --fix")
    day.edits("content/2025/2025-04-17/du-kou-lai-le-yi-zhi-mao.md", "它的的床", "它的床")
    day.does("python build.py check")


def deploying(day: Day, hosted: Callable[[Path], Any]) -> Any:
    day.note("The paper goes out: a push, and what the host makes of it")
    place = day.folder.parent / "host"
    (place / "site").mkdir(parents=True)
    (place / "kept").mkdir()
    (place / "build.sh").write_text(BUILD, encoding="utf-8")
    shim = day.folder.parent / "bin/python3"
    shim.write_text(f'#!/bin/sh\n[ "$1" = -m ] && exit 0\nexec {sys.executable} "$@" --quiet\n')
    shim.chmod(0o755)
    day.environment |= {"HOST": str(place), "NETLIFY_CACHE_DIR": str(place / "kept"), "CONTEXT": "production"}
    day.environment |= {"URL": "https://hebu.example", "DEPLOY_PRIME_URL": "https://preview.hebu.example"}
    (day.folder / ".gitignore").write_text("public/\n.cache/\npage.txt\n")
    day.names[str(place)] = "/host"
    day.does(f"git init -q --bare -b main {place}/paper.git")
    day.does(f"git init -q -b main . && git remote add host {place}/paper.git")
    (place / "paper.git/hooks/post-receive").write_text(HOOK)
    (place / "paper.git/hooks/post-receive").chmod(0o755)
    day.does("git config user.name 张某 && git config user.email desk@hebu.example")
    day.does("git add -A && git commit -q -m 四月十七日 && git push -q host main")
    host = hosted(place / "site")
    out(day, host)
    file = "content/2025/2025-04-17/du-kou-tu-shu-jiao-jie-shu-bu-yong-zheng.md"
    day.edits(file, "page: A02", "page: A03")
    day.does("git commit -q -a -m 换版 && git push -q host main")
    day.page.goto(f"{host.address}/2025/04/17/A02/")
    day.sees("https://hebu.example/2025/04/17/A02/", day.headlines())
    day.edits(file, "page: A03", "page: A01")
    day.does("git commit -q -a -m 换版 && git push -q host main")
    day.page.goto(f"{host.address}/2025/04/17/A01/")
    day.sees("https://hebu.example/2025/04/17/A01/", day.headlines())
    site = b"".join(file.read_bytes() for file in (place / "site").rglob("*") if file.is_file())
    assert [word for word in ("新渡轮", "new-ferry", "还没有名字", "2099-05", "2099年") if word.encode() in site] == []
    return host


def out(day: Day, host: Any) -> None:
    """Look at the paper as readers have it."""
    faults: list[str] = []
    day.page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    for address in ("/", "/2025/04/17/A01/", "/2025/04/17/A02/"):
        day.page.goto(f"{host.address}{address}")
        day.sees(f"https://hebu.example{address}", day.page.title(), day.headlines())
    answer = day.page.goto(f"{host.address}/2025/04/17/new-ferry/")
    assert answer
    day.sees("https://hebu.example/2025/04/17/new-ferry/", f"{answer.status} {day.page.inner_text('h1')}")
    day.page.goto(f"{host.address}/search/?q=路灯")
    day.page.get_by_role("link", name="老街的路灯").first.wait_for()
    day.sees("https://hebu.example/search/?q=路灯", *day.page.locator("main h2, main h3").all_inner_texts())
    assert [fault for fault in faults if "404" not in fault] == []


def correction(day: Day, host: Any) -> None:
    day.note("The record, and a correction")
    file = "content/2025/2025-04-17/lao-jie-de-lu-deng-huan-cheng-le-nuan-se.md"
    day.does("python build.py seal 2025-04-18", fails=1)
    day.does("python build.py seal 2025-04-17 --no-search --no-print")
    day.edits(file, "八十二盏", "八十三盏")
    day.does("python build.py --no-search --no-print --quiet", fails=1)
    day.edits(
        file,
        "section: 城事",
        "section: 城事\ncorrections:\n  - {date: 2025-04-18, text: 路灯是八十三盏，不是八十二盏。}",
    )
    day.does("python build.py --no-search --no-print --quiet")
    day.does("python build.py seal 2025-04-17 --no-search --no-print")
    day.does("git add -A && git commit -q -m 更正 && git push -q host main")
    day.page.goto(f"{host.address}/corrections/")
    day.sees("https://hebu.example/corrections/", day.page.inner_text("main"))
    day.page.get_by_role("link", name="老街的路灯").first.click()
    day.page.get_by_text("八十三盏路灯").first.wait_for()
    day.sees(
        "https://hebu.example/2025/04/17/lao-jie-de-lu-deng-huan-cheng-le-nuan-se/",
        " ".join(day.page.inner_text("article").split()),
    )


def served(day: Day) -> str:
    return next(address for address, name in day.names.items() if name.endswith(":8000"))
