"""The forms at `/admin/` of `serve`, in a real browser, against a working folder: what they write is read back."""

from __future__ import annotations

import io
import json
import os
import random
import subprocess
import sys
from base64 import b64decode, b64encode
from hashlib import sha256
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

import pytest
from PIL import Image

from broadsheet.publishing.settings import HOUSE
from broadsheet.reading.head import read_matter
from broadsheet.reading.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Route

PATIENCE = 60_000
"""Milliseconds: the program is large, and the machine may have other things to do."""
SETTINGS = "title: 津渡日报\nlanguage: zh-Hans\nsections: [要闻, 城事]\n"
PARK = """\
---
# 公园的稿子，等图
title: 公园的路灯  # 主标题
page: 010
section: 城事
byline: [记者 李某, {name: 王某, role: 摄影}]
tags: [路灯, "公园"]
x-mood: {calm: yes}
images:
  # check: off same-picture "重刊"
  - {src: lamp.svg, alt: 路灯, credit: 本报制图}
draft: no
---

　　路灯修好了。

!!! note "编者按"
    原样。
"""
LAMP = '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><rect width="30" height="20"/></svg>\n'
CAT = """\
---
title: 渡口来了一只猫
date: 2025-04-17
section: 城事
page: A05
byline: 记者 李某
images:
  - src: 渡口-猫.jpg
    alt: 一只猫坐在售票窗口
    credit: 王某 摄
draft: true
---
南岸渡口的售票员说，猫是坐头班船来的。

值班室的窗台就是它的床。
"""


ROSE = "---\ntitle: 月季开了  # 等图\ndate: 2025-04-16\nx-mood: calm\n---\n公园的月季开了。\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, forms_program: Path) -> Path:
    folder = tmp_path_factory.mktemp("paper")
    files = {"newspaper.yaml": SETTINGS}
    for day in ("2025-04-15", "2025-04-16"):
        files |= {f"2025/{day}/park.md": PARK, f"2025/{day}/lamp.svg": LAMP}
        files[f"2025/{day}/edition.yaml"] = f"# 期号\ndate: {day}\nissue_number: 0042\n"
    for name, text in files.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (folder / ".cache").mkdir()
    (folder / ".cache/programs").symlink_to(forms_program)
    return folder


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    """Where `build.py serve` is."""
    command = [sys.executable, str(HOUSE / "build.py"), "serve", "--port", "0", "--no-search", "--no-print"]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, cwd=folder, env=environment, stderr=subprocess.PIPE, text=True) as running:
        assert running.stderr
        yield running.stderr.readline().split()[1].rstrip("/")
        running.terminate()


@pytest.fixture(scope="module")
def desk(address: str, chromium: Browser) -> Iterator[Page]:
    """A browser at the forms of the sixteenth and the days around it."""
    page = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="zh-CN").new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(f"{address}/admin/?day=2025-04-16")
    page.get_by_test_id("stories-2025-04-17").wait_for()
    yield page
    page.context.close()


@pytest.fixture
def bench(address: str, chromium: Browser) -> Iterator[Page]:
    """A browser beside the forms, that has not loaded them."""
    page = chromium.new_context().new_page()
    page.goto(f"{address}/admin/forms.css")
    yield page
    page.context.close()


def photo() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (60, 40), "#806040").save(out, "JPEG")
    return out.getvalue()


def publish(page: Page) -> None:
    page.get_by_role("button", name="发布", exact=True).first.click()
    page.get_by_text("立即发布").first.click()


def save(page: Page) -> None:
    """Save, and wait until the form knows that it is done."""
    publish(page)
    page.get_by_role("button", name="已发布").wait_for()


def checked(folder: Path) -> str:
    """What `check` says, which must be no error."""
    command = [sys.executable, str(HOUSE / "build.py"), "check", "--no-search", "--no-print"]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return run.stderr


def at(page: Page, hash_: str) -> None:
    """Go to a place within the forms as a link does."""
    page.evaluate("hash => { location.hash = hash; }", hash_)


def test_a_story_is_written_with_a_picture_and_edited(desk: Page, folder: Path, address: str) -> None:
    desk.get_by_test_id("stories-2025-04-17").click()
    desk.get_by_text("＋ 稿件").click()
    desk.get_by_label("标题").first.fill("渡口来了一只猫")
    desk.get_by_label("栏目").click()
    desk.get_by_role("option", name="城事").click()
    desk.get_by_label("版次").first.fill("A05")
    desk.get_by_label("署名").fill("记者 李某")
    desk.get_by_label("正文").fill("南岸渡口的售票员说，猫是坐头班船来的。\n\n值班室的窗台就是它的床。")
    desk.get_by_role("button", name="新增图片").click()
    desk.get_by_role("button", name="选择图片").click()
    upload = {"name": "渡口 猫.jpg", "mimeType": "image/jpeg", "buffer": photo()}
    desk.locator("input[type=file]").first.set_input_files(upload)  # type: ignore[arg-type] # Playwright's own keys
    desk.get_by_role("button", name="选用已选中项目").click()
    desk.get_by_label("图上有什么").fill("一只猫坐在售票窗口")
    desk.get_by_label("图片来源").fill("王某 摄")
    save(desk)
    day = folder / "content/2025/2025-04-17"
    assert (day / "渡口来了一只猫.md").read_text(encoding="utf-8") == CAT
    assert (day / "渡口-猫.jpg").read_bytes() == photo()
    assert "2025-04-17" not in checked(folder)

    desk.get_by_label("正文").fill("猫走了。")
    desk.get_by_label("草稿").click()
    save(desk)
    text = CAT[: CAT.index("南岸")].replace("draft: true\n", "") + "猫走了。\n"
    assert (day / "渡口来了一只猫.md").read_text(encoding="utf-8") == text
    checked(folder)
    # The way to the story leads to its page, drafts and all.
    live = desk.get_by_role("link", name="查看").first.get_attribute("href")
    assert unquote(live or "") == f"{address}/2025/04/17/渡口来了一只猫/"


def test_an_edit_leaves_everything_else_as_it_is_typed(desk: Page, folder: Path) -> None:
    file = folder / "content/2025/2025-04-16/park.md"
    at(desk, "#/collections/stories-2025-04-16/entries/park")
    assert desk.get_by_label("版次").first.input_value() == "010"
    assert desk.get_by_label("署名").input_value() == "记者 李某\n摄影 王某"
    desk.get_by_label("标题").first.fill("公园的路灯\n亮了")
    desk.get_by_label("副题").fill("12:30")
    desk.get_by_label("署名").fill("记者 李某\n摄影 王某\n通讯员 张某")
    desk.get_by_label("图注").fill("傍晚：第一盏")
    save(desk)
    people = "byline:\n  - 记者 李某\n  - name: 王某\n    role: 摄影\n  - 通讯员 张某\n"
    changed = PARK
    for old, new in [
        ("title: 公园的路灯  # 主标题\n", "title:\n  - 公园的路灯\n  - 亮了\nsubtitle: 12:30\n"),
        ("byline: [记者 李某, {name: 王某, role: 摄影}]\n", people),
        ("credit: 本报制图}", "credit: 本报制图, caption: 傍晚：第一盏}"),
    ]:
        changed = changed.replace(old, new)
    assert file.read_text(encoding="utf-8") == changed
    checked(folder)


def test_a_phone_has_room_for_the_forms(desk: Page) -> None:
    at(desk, "#/collections/stories-2025-04-16/entries/park")
    desk.get_by_label("标题").first.wait_for()
    desk.set_viewport_size({"width": 360, "height": 740})
    assert desk.evaluate("document.documentElement.scrollWidth") == 360
    assert desk.get_by_role("button", name="已发布").bounding_box()["x"] < 300  # type: ignore[index] # it is there
    desk.set_viewport_size({"width": 1280, "height": 900})


def test_the_edition_has_its_form(desk: Page, folder: Path) -> None:
    at(desk, "#/collections/editions/entries/2025-04-16")
    desk.get_by_role("button", name="新增版面").click()
    desk.get_by_label("版次").fill("010")
    desk.get_by_label("版名").fill("城事")
    desk.get_by_label("本版编辑").fill("责任编辑：李某\n美编: 王某")
    desk.get_by_label("画版").fill("park park\npark park")
    save(desk)
    assert (folder / "content/2025/2025-04-16/edition.yaml").read_text(encoding="utf-8") == (
        "# 期号\ndate: 2025-04-16\nissue_number: 0042\npages:\n  - number: 010\n    name: 城事\n    editors:\n"
        "      责任编辑: 李某\n      美编: 王某\n    grid: |\n      park park\n      park park\n"
    )
    at(desk, "#/collections/editions/entries/2025-04-18")
    desk.get_by_label("期号").fill("43")
    save(desk)
    new = folder / "content/2025/2025-04-18/edition.yaml"
    assert new.read_text(encoding="utf-8") == "date: 2025-04-18\nissue_number: 43\n"
    checked(folder)


def test_what_is_wrong_is_shown_over_the_form_and_a_file_that_changed_is_left_alone(desk: Page, folder: Path) -> None:
    file = folder / "content/2025/2025-04-15/park.md"
    at(desk, "#/collections/stories-2025-04-15/entries/park")
    desk.get_by_label("图片来源").fill("")
    save(desk)
    overlay = desk.get_by_role("alert").filter(has_text="no-credit")
    overlay.wait_for()
    overlay.get_by_role("button").click()
    assert desk.get_by_label("标题").first.input_value() == "公园的路灯"
    typed = file.read_text(encoding="utf-8").replace("亮了", "修好了").replace("alt: 路灯", "alt: 路灯, creator: 王某")
    file.write_text(typed, encoding="utf-8")
    desk.get_by_label("图片来源").fill("本报美编")
    publish(desk)
    desk.get_by_text("has changed since it was opened here").first.wait_for()
    assert file.read_text(encoding="utf-8") == typed


ROUND = """async ([forms, words, texts]) => {
  const {format} = await import('/admin/copy.js');
  return texts.map(([kind, text]) => {
    const form = format(forms[kind], words, {article: kind === 'article'});
    const shown = form.fromFile(text);
    return [shown._broken || '', shown._broken ? text : form.toFile(JSON.parse(JSON.stringify(shown)))];
  });
}"""
WRITE = """async ([fields, words, source, forms]) => {
  const {format} = await import('/admin/copy.js');
  const form = format(fields, words, {article: true});
  return forms.map((each) => form.toFile({...form.fromFile(source), ...each}));
}"""
NASTY = [
    *(
        "~",
        "null",
        "no",
        "010",
        "12:30",
        "1.10",
        "- 一",
        "# 一",
        "一 # 二",
        "一: 二",
        "一:二",
        ": 一",
        "“引”",
        '"引"',
        "'引",
    ),
    *(
        "{一}",
        "[一",
        "&一",
        "*一",
        "!一",
        "|",
        ">",
        "%一",
        "@一",
        "`一",
        "一,二",
        "?",
        "-",
        "---",
        "...",
        "=",
        "<<",
        "一\u2028二",
    ),
    *("\\n", "\\", "一\t二", "🀄", "a" * 300, "字" * 200, "一'二\"三", "true", "2025-04-16", "0x1F", ".inf"),
]


def config_of(page: Page) -> dict[str, Any]:
    config: dict[str, Any] = page.evaluate("() => fetch('/admin/forms.json').then((answer) => answer.json())")
    return config


def test_a_file_that_is_opened_and_saved_stays_the_same_to_the_byte(bench: Page) -> None:
    kinds = {"edition.yaml": "edition", "newspaper.yaml": "newspaper"}
    files = [*(HOUSE / "content").rglob("*"), *(HOUSE / "tests/papers").rglob("*")]
    files = [file for file in sorted(files) if file.suffix == ".md" or file.name in kinds]
    texts = [(kinds.get(file.name, "article"), file.read_bytes().decode("utf-8", "replace")) for file in files]
    texts += [("article", PARK.replace("\n", "\r\n")), ("article", "\ufeff" + PARK), ("article", PARK.rstrip("\n"))]
    config = config_of(bench)
    made = bench.evaluate(ROUND, [config["forms"], config["words"], texts])
    assert [text for (_, text), (_, again) in zip(texts, made, strict=True) if text != again] == []
    assert sum(not broken for broken, _ in made) >= 40
    others = [
        ("article", '+++\ntitle = "一"\n+++\n'),
        ("article", '{\n"title": "一"\n}\n'),
        ("article", "无头"),
        ("article", "---\na: [\n---\n"),
    ]
    told = [broken for broken, _ in bench.evaluate(ROUND, [config["forms"], config["words"], others])]
    assert told[:3] == ["稿件头部是 JSON 或 TOML", "稿件头部是 JSON 或 TOML", "稿件头部读不出来"]
    assert told[3]


def test_whatever_is_typed_is_read_back_as_it_was_typed(bench: Page) -> None:
    config = config_of(bench)
    chance = random.Random(4)
    signs = "一二 :#-[]{}'\"&*!|>%@`,?~\\=abc01。"
    texts = [*NASTY, *("".join(chance.choices(signs, k=chance.randint(1, 12))) for _ in range(300))]
    texts = [text.replace("\u2028", " ").strip() for text in texts if text.replace("\u2028", " ").strip()]
    flow = PARK.replace("title: 公园的路灯  # 主标题", "title: 旧\nx-a: [1]\nimages: []").replace(
        "images:\n  #", "x-b:\n  #"
    )
    for source in ("", PARK, flow):
        forms: list[dict[str, Any]] = [
            {
                "date": "2025-04-17",
                "title": f"题\n{text}",
                "summary": text,
                "images": [{"src": "a.jpg", "caption": text}],
                "body": text,
            }
            for text in texts
        ]
        made = bench.evaluate(WRITE, [config["forms"]["article"], config["words"], source, forms])
        for text, file in zip(texts, made, strict=True):
            matter = read_matter(Source("a.md", file), None, "Asia/Shanghai", date_unknown=True)
            assert matter.fields, (text, file, matter.parts.placed.diagnostics)
            assert matter.fields.title == ("题", text), file
            assert matter.fields.summary == text, file
            assert matter.fields.images[-1].caption == text, file
            assert matter.parts.body.strip() == text, file


class Repository:
    """As much of GitHub's API as the forms ask for, over the files of a folder that are committed."""

    def __init__(self, folder: Path) -> None:
        self.files = {
            file.relative_to(folder).as_posix(): file.read_bytes()
            for file in folder.glob("content/**/*")
            if file.is_file()
        }
        self.blobs: dict[str, bytes] = {}
        self.staged: dict[str, str] = {}
        self.messages: list[str] = []

    def answer(self, route: Route) -> None:
        path = unquote(urlsplit(route.request.url).path).removeprefix("/repos/jindu/paper")
        asked = json.loads(route.request.post_data or "{}")
        told = self._given(path) if route.request.method == "GET" else self._taken(path, asked)
        headers = {"access-control-allow-origin": "*"}
        body = json.dumps({"message": "Not Found"} if told is None else told)
        route.fulfill(status=404 if told is None else 200, content_type="application/json", headers=headers, body=body)

    def _given(self, path: str) -> Any:
        if path.startswith("/git/trees/main:"):
            return self._tree(path.partition(":")[2])
        if path.startswith("/git/blobs/"):
            return {"content": b64encode(self.blobs[path.rpartition("/")[2]]).decode(), "encoding": "base64"}
        return {
            "/user": {"login": "zhang", "name": "张某"},
            "": {"owner": {"login": "jindu"}, "permissions": {"push": True}, "default_branch": "main"},
            "/branches/main": {"name": "main", "commit": {"sha": "head"}},
        }.get(path)

    def _taken(self, path: str, asked: dict[str, Any]) -> Any:
        if path == "/git/blobs":
            return {"sha": self._kept(b64decode(asked["content"]))}
        if path == "/git/trees":
            self.staged = {each["path"].lstrip("/"): each["sha"] for each in asked["tree"]}
        elif path == "/git/commits":
            self.messages.append(asked["message"])
        elif path == "/git/refs/heads/main":
            self.files |= {name: self.blobs[sha] for name, sha in self.staged.items()}
        else:
            return None
        return {"sha": "next", "tree": {"sha": "tree"}, "parents": [], "object": {"sha": "next"}}

    def _tree(self, folder: str) -> Any:
        below = {name.removeprefix(f"{folder}/"): data for name, data in self.files.items() if name.startswith(folder)}
        rows = [
            {"path": name, "type": "blob", "mode": "100644", "size": len(data), "sha": self._kept(data)}
            for name, data in below.items()
        ]
        return {"sha": "tree", "tree": rows, "truncated": False} if rows else None

    def _kept(self, data: bytes) -> str:
        name = sha256(data).hexdigest()
        self.blobs[name] = data
        return name


@pytest.fixture(scope="module")
def published(folder: Path, forms_program: Path) -> Path:
    """A paper with forms on its site, built."""
    paper = folder / "published"
    (paper / "content/2025/2025-04-16").mkdir(parents=True)
    settings = f"{SETTINGS}admin: {{backend: github, repo: jindu/paper}}\n"
    (paper / "content/newspaper.yaml").write_text(settings, encoding="utf-8")
    (paper / "content/2025/2025-04-16/park.md").write_text(ROSE, encoding="utf-8")
    (paper / "kept").mkdir()
    (paper / "kept/programs").symlink_to(forms_program)
    command = [sys.executable, str(HOUSE / "build.py"), "--no-search", "--no-print", "--quiet", "--cache", "kept"]
    subprocess.run(command, cwd=paper, check=True)
    return paper


def test_the_sites_own_forms_ask_to_sign_in_under_the_hosts_headers(
    published: Path, chromium: Browser, hosted: Callable[[Path], Any]
) -> None:
    host = hosted(published / "public")
    page = chromium.new_context(locale="zh-CN").new_page()
    page.set_default_timeout(PATIENCE)
    faults: list[str] = []
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    # Nothing of another site is asked for before somebody signs in.
    page.route(lambda url: not url.startswith(host.address), lambda route: faults.append(route.request.url))
    page.goto(f"{host.address}/admin/")
    page.get_by_role("button", name="使用 GitHub 登录").wait_for()
    assert faults == []
    assert host.headers("/admin/")["Content-Security-Policy"].count("default-src") == 1
    assert "'unsafe-eval'" not in host.headers("/")["Content-Security-Policy"]
    page.context.close()


def test_the_sites_own_forms_commit_what_is_written(
    published: Path, chromium: Browser, hosted: Callable[[Path], Any]
) -> None:
    repository = Repository(published)
    page = chromium.new_context(locale="zh-CN", viewport={"width": 1280, "height": 900}).new_page()
    page.set_default_timeout(PATIENCE)
    page.route("https://api.github.com/**", repository.answer)
    page.route("https://www.githubstatus.com/**", lambda route: route.abort())
    user = '{"backendName": "github", "token": "t", "login": "zhang", "name": "张某"}'
    page.add_init_script(f"localStorage.setItem('decap-cms-user', {user!r})")
    page.goto(f"{hosted(published / 'public').address}/admin/?day=2025-04-16#/collections/stories-2025-04-16")
    page.get_by_role("link", name="月季开了").click()
    page.get_by_label("副题").fill("二号门进")
    save(page)
    name = "content/2025/2025-04-16/park.md"
    assert repository.files[name].decode() == ROSE.replace("date:", "subtitle: 二号门进\ndate:")
    at(page, "#/collections/stories-2025-04-17/new")
    page.get_by_label("标题").first.fill("渡口来了一只猫")
    page.get_by_label("正文").fill("猫来了。")
    save(page)
    made = repository.files["content/2025/2025-04-17/渡口来了一只猫.md"].decode()
    assert made == "---\ntitle: 渡口来了一只猫\ndate: 2025-04-17\ndraft: true\n---\n猫来了。\n"
    assert len(repository.messages) == 2
    page.context.close()
