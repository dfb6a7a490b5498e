"""What `serve` answers to the forms: files of the paper, to its own pages, and nothing outside the content folder."""

from __future__ import annotations

import base64
import io
import json
import threading
from dataclasses import dataclass
from http.client import HTTPConnection
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from broadsheet.desk import forms as forms_module
from broadsheet.desk.forms import Forms
from broadsheet.desk.server import Server
from broadsheet.publishing.forms.program import PACKAGES, ProgramError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DAY = "content/2025/2025-04-16"
STORY = "---\ntitle: 公园\ndate: 2025-04-16\n---\n一段正文。\n"


@dataclass
class Desk:
    """The server, its folder, and how a page of it asks."""

    server: Server
    folder: Path

    def ask(self, path: str, body: bytes | None = None, **headers: str) -> tuple[int, dict[str, str], bytes]:
        connection = HTTPConnection("127.0.0.1", self.server.server_port, timeout=10)
        connection.request("POST" if body is not None else "GET", path, body, headers)
        answer = connection.getresponse()
        data = answer.read()
        connection.close()
        return answer.status, dict(answer.headers), data

    def do(self, action: str, **params: Any) -> Any:
        """What an action gives; a text, the error, where it is refused."""
        body = json.dumps({"action": action, "params": params}).encode()
        status, _, data = self.ask("/_forms", body, Origin=self.server.address)
        told = json.loads(data)
        return told if status == 200 else told["error"]

    def save(self, path: str, raw: str, *assets: tuple[str, bytes]) -> Any:
        files = [{"path": path, "raw": raw, "slug": "a"}]
        given = [{"path": name, "content": base64.b64encode(data).decode()} for name, data in assets]
        return self.do("persistEntry", dataFiles=files, assets=given, options={})

    def text(self, path: str) -> str:
        return (self.folder / path).read_text(encoding="utf-8")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    files = {
        f"{DAY}/park.md": STORY, f"{DAY}/edition.yaml": "date: 2025-04-16\n", f"{DAY}/lamp.svg": "<svg/>",
        f"{DAY}/.park.md.swp": "x", f"{DAY}/notes.txt": "x",
        "content/newspaper.yaml": "title: 津渡\nlanguage: zh-Hant\n",
        "content/2025/2025-04-12/edition.yaml": "date: 2025-04-12\nlabel: evening\n", "secret.md": "secret",
    }  # fmt: skip
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    server = Server(tmp_path / "public", 0)
    server.forms = Forms.at(tmp_path / "content", tmp_path / "programs", "报")
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    yield Desk(server, tmp_path)
    server.shutdown()
    server.server_close()


@pytest.fixture
def with_program(desk: Desk) -> Desk:
    """The desk, with something in the place of the program."""
    folder = desk.folder / "programs" / "+".join(f"{package.name}-{package.version}" for package in PACKAGES)
    (folder / "yaml").mkdir(parents=True)
    (folder / "decap-cms.js").write_text("decap")
    return desk


def test_the_page_is_in_the_papers_language_and_brings_the_program(with_program: Desk) -> None:
    status, headers, page = with_program.ask("/admin/")
    assert (status, headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert '<html lang="zh-Hant" data-desk="forms">' in page.decode()
    assert "<title>編輯台 津渡</title>" in page.decode()
    assert "'unsafe-eval'" in headers["Content-Security-Policy"]
    assert "trusted-types" not in headers["Content-Security-Policy"]
    assert headers["X-Robots-Tag"] == "noindex"
    assert with_program.ask("/admin/decap-cms.js")[2] == b"decap"
    assert b"fromFile" in with_program.ask("/admin/copy.js")[2]
    assert with_program.ask("/admin/../secret.md")[0] == with_program.ask("/admin/nothing.js")[0] == 404
    assert with_program.ask("/admin")[:2][1]["Location"] == "/admin/"
    assert "'unsafe-eval'" not in with_program.ask("/")[1]["Content-Security-Policy"]


def test_forms_know_the_papers_editions_and_sections(desk: Desk) -> None:
    config = json.loads(desk.ask("/admin/forms.json")[2])
    assert config["editions"] == [["2025-04-16", "", "2025/2025-04-16"], ["2025-04-12", "evening", "2025/2025-04-12"]]
    assert (config["pattern"], config["locale"], config["folder"]) == ("%Y/%Y-%m-%d", "zh_Hant", "content")
    assert config["backend"] == {"name": "proxy", "proxy_url": "/_forms"}


def test_forms_of_a_day_know_the_editions_about_it(desk: Desk) -> None:
    for number in range(1, 31):
        (desk.folder / f"content/2026/11/{number:02}").mkdir(parents=True)
        (desk.folder / f"content/2026/11/{number:02}/a.md").write_text(STORY, encoding="utf-8")
    newest = json.loads(desk.ask("/admin/forms.json")[2])["editions"]
    assert [newest[0], newest[-1]] == [["2026-11-30", "", "2026/11/30"], ["2026-11-17", "", "2026/11/17"]]
    about = json.loads(desk.ask("/admin/forms.json?day=2025-04-13")[2])["editions"]
    assert about[:2] == [["2025-04-12", "evening", "2025/2025-04-12"], ["2025-04-16", "", "2025/2025-04-16"]]
    for odd in ("?day=", "?day=tomorrow", "?other=1"):
        assert json.loads(desk.ask(f"/admin/forms.json{odd}")[2])["editions"] == newest


def test_without_the_program_the_page_says_what_to_do(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def lacking(_: Path) -> None:
        raise ProgramError("npm is needed once", "install Node.js")

    monkeypatch.setattr(forms_module, "program", lacking)
    status, headers, text = desk.ask("/admin/")
    assert (status, headers["Content-Type"]) == (503, "text/plain; charset=utf-8")
    assert text == b"npm is needed once\ninstall Node.js\n"
    assert desk.ask("/admin/decap-cms.js")[0] == 404


def test_a_folder_and_its_files_are_given_out(desk: Desk) -> None:
    (entry,) = desk.do("entriesByFolder", folder=DAY, extension="md", depth=1)
    assert (entry["data"], entry["file"]["path"]) == (STORY, f"{DAY}/park.md")
    assert desk.do("entriesByFolder", folder="content/2026/2026-01-01", extension="md", depth=1) == []
    files = [{"path": f"{DAY}/edition.yaml", "label": "十六日"}, {"path": "content/2026/2026-01-01/edition.yaml"}]
    there, lacking = desk.do("entriesByFiles", files=files)
    assert (there["data"], there["file"]["label"]) == ("date: 2025-04-16\n", "十六日")
    assert (lacking["data"], lacking["file"]["id"]) == (None, None)
    assert desk.do("getEntry", path=f"{DAY}/park.md")["data"] == STORY
    assert [each["name"] for each in desk.do("getMedia", mediaFolder=DAY)] == ["lamp.svg"]
    assert desk.do("getMedia", mediaFolder="content") == []
    assert base64.b64decode(desk.do("getMediaFile", path=f"{DAY}/lamp.svg")["content"]) == b"<svg/>"
    assert desk.do("getDeployPreview", collection="a", slug="b") is None


def test_a_story_is_written_with_its_picture_and_deleted(desk: Desk) -> None:
    path = "content/2025/2025-04-17/渡口.md"
    assert desk.do("getEntry", path=path)["data"] is None
    assert desk.save(path, STORY, ("content/2025/2025-04-17/猫.jpg", b"JPEG")) == {"message": "saved"}
    assert desk.text(path) == STORY
    assert desk.text("content/2025/2025-04-17/猫.jpg") == "JPEG"
    assert desk.save(path, "二") == {"message": "saved"}
    asset = {"path": "content/2025/2025-04-17/b.png", "content": base64.b64encode(b"PNG").decode()}
    assert desk.do("persistMedia", asset=asset, options={})["name"] == "b.png"
    assert desk.do("deleteFiles", paths=[path, "content/2025/2025-04-17/猫.jpg"]) == {"message": "deleted"}
    assert [each.name for each in (desk.folder / "content/2025/2025-04-17").iterdir()] == ["b.png"]


def test_a_file_that_changed_since_it_was_opened_is_left_alone(desk: Desk) -> None:
    path = f"{DAY}/park.md"
    # Nobody has opened it, so that nobody knows what would be lost.
    assert desk.save(path, "新") == f"{path} has changed since it was opened here; load the page anew"
    desk.do("getEntry", path=path)
    assert desk.save(path, "新") == {"message": "saved"}
    (desk.folder / path).write_text("手改", encoding="utf-8")
    assert "has changed since" in desk.save(path, "再新")
    assert desk.text(path) == "手改"
    desk.do("getEntry", path=path)
    (desk.folder / path).unlink()
    assert "has changed since" in desk.save(path, "再新")


@pytest.mark.parametrize(
    "path",
    [
        *("secret.md", "/etc/passwd", "content/../secret.md", "content/2025/../../secret.md", "content", "", "."),
        *(
            "content/.hidden.md",
            "content/.git/config.md",
            "content/out/secret.md",
            "content/linked.md",
            "content/a\0.md",
        ),
    ],
)
def test_no_path_leads_out_of_the_content_folder(desk: Desk, path: str) -> None:
    (desk.folder / "content/out").symlink_to(desk.folder)
    (desk.folder / "content/linked.md").symlink_to(desk.folder / "secret.md")
    for told in (
        desk.do("getEntry", path=path),
        desk.save(path, "x"),
        desk.save(f"{DAY}/new.md", "x", (path.replace("linked", "out/a").replace(".md", ".jpg"), b"x")),
        desk.do("deleteFiles", paths=[path]),
        desk.do("getMediaFile", path=path),
    ):
        assert isinstance(told, str), told
    assert desk.text("secret.md") == "secret"
    assert desk.do("getMedia", mediaFolder="content/..") == "“content/..” is not in the content folder"


@pytest.mark.parametrize("name", ["build.py", "a.html", "settings.yaml", "a:b.md", "md", "甲" * 90 + ".md"])
def test_only_files_of_a_paper_are_written(desk: Desk, name: str) -> None:
    assert desk.save(f"{DAY}/{name}", "x") == f"“{DAY}/{name}” is no name for a file of the paper"
    assert "no name for a file" in desk.save(f"{DAY}/new.md", "x", (f"{DAY}/run.sh", b"x"))
    assert "no name for a file" in desk.do("deleteFiles", paths=["content/newspaper.yaml"])
    assert not (desk.folder / DAY / "new.md").exists()


def test_what_can_not_be_read_is_said(desk: Desk) -> None:
    (desk.folder / DAY / "old.md").write_bytes("稿".encode("gbk"))
    assert desk.do("getEntry", path=f"{DAY}/old.md") == f"{DAY}/old.md is not UTF-8; save it as UTF-8 first"
    assert desk.do("getMediaFile", path=f"{DAY}/none.jpg") == f"there is no {DAY}/none.jpg"
    assert desk.do("explode") == "no action 'explode'"
    assert desk.do("getEntry", file="a") == "not what getEntry is asked with: 'path'"
    broken = [{"path": f"{DAY}/a.jpg", "content": "?"}]
    files = [{"path": f"{DAY}/new.md", "raw": "x"}]
    assert desk.do("persistEntry", dataFiles=files, assets=broken) == f"{DAY}/a.jpg did not arrive whole"
    for body in (b"[1]", b"{", b"\xff"):
        assert desk.ask("/_forms", body, Origin=desk.server.address)[0] == 422


def test_a_disk_that_fails_is_said(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("broadsheet.publishing.disk.create", full)
    assert desk.save(f"{DAY}/new.md", "x") == "No space left on device"


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        ("/_forms", {}, 403),
        ("/_forms", {"Origin": "http://evil.example"}, 403),
        ("/_forms", {"Origin": "null"}, 403),
        ("/_forms", {"Origin": "{}", "Host": "evil.example"}, 403),
        ("/admin/", {"Origin": "{}"}, 404),
        ("/_forms", {"Origin": "{}", "Content-Length": "999999999999"}, 413),
        ("/_forms", {"Origin": "{}", "Content-Length": "x"}, 413),
    ],
)
def test_other_sites_and_other_addresses_are_refused(
    desk: Desk, path: str, headers: dict[str, str], status: int
) -> None:
    given = {name: value.format(desk.server.address) for name, value in headers.items()}
    body = json.dumps({"action": "deleteFiles", "params": {"paths": [f"{DAY}/park.md"]}}).encode()
    assert desk.ask(path, body, **given)[0] == status
    assert desk.text(f"{DAY}/park.md") == STORY


def test_a_large_photograph_is_shown_small_and_stays_as_it_is(desk: Desk) -> None:
    photo = io.BytesIO()
    exif = Image.Exif()
    exif[274] = 6  # turned by a quarter
    Image.effect_noise((900, 600), 90).convert("RGB").save(photo, "JPEG", quality=95, exif=exif)
    (desk.folder / DAY / "noise.jpg").write_bytes(photo.getvalue())
    (desk.folder / DAY / "broken.jpg").write_bytes(photo.getvalue()[:110_000])
    shown = {each["name"]: base64.b64decode(each["content"]) for each in desk.do("getMedia", mediaFolder=DAY)}
    with Image.open(io.BytesIO(shown["noise.jpg"])) as small:
        assert (small.format, small.size) == ("WEBP", (320, 480))
    assert len(shown["broken.jpg"]) == 110_000
    assert (desk.folder / DAY / "noise.jpg").read_bytes() == photo.getvalue()
