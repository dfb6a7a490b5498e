"""Hosts get what they need: netlify.toml, workflows, headers and continuous integration agree with the code."""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from broadsheet.cli import main
from broadsheet.model.edition import EditionKey
from broadsheet.rendering.host_files import FINGERPRINTED, FOR_EVER, FORMS, FORMS_HEADERS, SECURITY_HEADERS
from broadsheet.rendering.search.bundles import EditionEntry, plan_bundles
from broadsheet.rendering.search.grams import plan_shelves

ROOT = Path(__file__).resolve().parents[1]
NETLIFY = tomllib.loads((ROOT / "netlify.toml").read_text(encoding="utf-8"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
WORKFLOWS: dict[str, dict[Any, Any]] = {
    path.name: yaml.safe_load(path.read_text(encoding="utf-8")) for path in (ROOT / ".github/workflows").glob("*.yml")
}
STEPS = [
    (name, step) for name, flow in sorted(WORKFLOWS.items()) for job in flow["jobs"].values() for step in job["steps"]
]
RULES = {"/*": SECURITY_HEADERS, **{pattern: {"Cache-Control": FOR_EVER} for pattern in FINGERPRINTED}}
OLDEST_PYTHON = tuple(map(int, PROJECT["project"]["requires-python"].removeprefix(">=").split(".")))
REDIRECTED = "/2025/04/15/pocket-park/ /2025/04/15/pocket-parks/ 301"


def on(flow: dict[Any, Any]) -> dict[str, Any]:
    """A workflow's triggers: YAML 1.1 reads the key `on` as true."""
    triggers: dict[str, Any] = flow[True]
    return triggers


def version(text: str) -> tuple[int, ...]:
    return tuple(map(int, text.split(".")))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    words = ["--content", ROOT / "content", "--output", folder / "public", "--cache", folder / "cache", "--no-search"]
    result = CliRunner().invoke(main, ["build", *map(str, words)])
    assert result.exit_code == 0, result.output
    return folder / "public"


def test_netlify_sends_the_headers_of_the_code_those_of_the_forms_last() -> None:
    assert {rule["for"]: rule["values"] for rule in NETLIFY["headers"]} == RULES | {FORMS: FORMS_HEADERS}
    assert NETLIFY["headers"][-1]["for"] == FORMS


def test_the_built_headers_file_says_the_same_as_netlify_toml(built: Path) -> None:
    rules: dict[str, dict[str, str]] = {}
    for line in (built / "_headers").read_text(encoding="utf-8").splitlines():
        if line.startswith("/"):
            values = rules.setdefault(line, {})
        else:
            name, _, value = line.strip().partition(": ")
            values[name] = value
    assert rules == {rule["for"]: rule["values"] for rule in NETLIFY["headers"] if rule["for"] != FORMS}


def test_the_policy_lets_search_work_and_nothing_inline() -> None:
    policy = dict(part.strip().partition(" ")[::2] for part in SECURITY_HEADERS["Content-Security-Policy"].split(";"))
    script = (ROOT / "assets/search-runner.js").read_text(encoding="utf-8")
    assert policy["default-src"] == "'none'"
    assert policy["script-src"].split() == ["'self'", "'wasm-unsafe-eval'"]
    assert policy["worker-src"] == policy["connect-src"] == policy["style-src"] == "'self'"
    assert set(re.findall(r'createPolicy\(\s*"(.*?)"', script)) == set(policy["trusted-types"].split())


def test_long_caching_is_for_files_named_by_their_content(built: Path) -> None:
    for pattern in FINGERPRINTED[:2]:
        files = [path.name for path in (built / pattern.strip("/*")).iterdir()]
        assert files
        assert all(re.fullmatch(r".+\.[0-9a-f]{12}(\.\d+|\.card)?\.\w+", name) for name in files)


def test_long_caching_is_for_parts_of_the_index_named_by_what_they_are_made_from() -> None:
    entries = [EditionEntry(EditionKey(date(year, 4, 16)), "und", 9_000, 10, "") for year in (2024, 2025)]
    bundles = plan_bundles(entries)
    made = [(bundle.address, bundle.digest[:8]) for bundle in bundles]
    made += [(shelf.address(1), shelf.digest) for shelf in plan_shelves(bundles)]
    for address, digest in made:
        assert digest in address
        assert any(f"/{address}".startswith(pattern.rstrip("*")) for pattern in FINGERPRINTED[2:])
    assert not any("/pagefind/bundles.json".startswith(pattern.rstrip("*")) for pattern in FINGERPRINTED)


def test_netlify_publishes_what_is_built_and_leaves_it_alone() -> None:
    assert NETLIFY["build"]["publish"] == "public"
    assert NETLIFY["build"]["processing"] == {"skip_processing": True}
    assert version(NETLIFY["build"]["environment"]["PYTHON_VERSION"]) >= OLDEST_PYTHON
    assert "redirects" not in NETLIFY, "redirects come from the copy: the build writes _redirects"


@pytest.fixture
def host(tmp_path: Path) -> Path:
    """A host's checkout: the demo, the front door, and a python3 whose pip has nothing to do."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copy(ROOT / "build.py", tmp_path)
    (tmp_path / "kept").mkdir()
    (tmp_path / "bin").mkdir()
    python = tmp_path / "bin" / "python3"
    python.write_text(f'#!/bin/sh\n[ "$1" = -m ] && exit 0\nexec {sys.executable} "$@" --no-search\n', encoding="utf-8")
    python.chmod(0o755)
    return tmp_path


def deploy(host: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    given = os.environ | {
        "PATH": f"{host / 'bin'}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "NETLIFY_CACHE_DIR": str(host / "kept"),
        "CONTEXT": "production",
        "URL": "https://paper.example",
        "DEPLOY_PRIME_URL": "https://preview--paper.example",
        **environment,
    }
    command = ["bash", "-c", NETLIFY["build"]["command"]]
    return subprocess.run(command, cwd=host, env=given, capture_output=True, text=True, check=False)


def test_the_netlify_command_builds_under_the_sites_address_and_keeps_what_is_right(host: Path) -> None:
    first = deploy(host)
    assert first.returncode == 0, first.stderr
    assert '<link rel="canonical" href="https://paper.example/">' in (host / "public/index.html").read_text("utf-8")
    # A redirect that must win over the page at the same address, which is there for other hosts.
    assert f"{REDIRECTED}!" in (host / "public/_redirects").read_text("utf-8").splitlines()
    shutil.rmtree(host / "public")
    again = deploy(host)
    assert again.returncode == 0, again.stderr
    assert " 0 made, " in again.stderr
    assert (host / "public/index.html").is_file()


def test_a_preview_has_its_own_address(host: Path) -> None:
    assert deploy(host, CONTEXT="deploy-preview").returncode == 0
    assert "https://preview--paper.example/" in (host / "public/index.html").read_text("utf-8")


def test_the_netlify_command_works_without_the_hosts_cache_folder(host: Path) -> None:
    assert deploy(host, NETLIFY_CACHE_DIR=str(host / "nowhere")).returncode == 0
    assert (host / "public/index.html").is_file()


def test_a_paper_with_an_error_fails_the_deploy(host: Path) -> None:
    (host / "content/broken.md").write_text("---\ntitle: 缺日期\n---\n", encoding="utf-8")
    assert deploy(host).returncode == 1
    assert not (host / "public").exists()


def test_cloudflare_gets_redirects_that_it_knows(built: Path) -> None:
    lines = (built / "_redirects").read_text(encoding="utf-8").splitlines()
    assert REDIRECTED in lines
    assert all(re.fullmatch(r"/\S+ /\S+ 301", line) for line in lines)


@pytest.mark.parametrize("step", [step for _, step in STEPS if "uses" in step], ids=lambda step: step["uses"])
def test_actions_are_pinned_to_a_major_version(step: dict[str, Any]) -> None:
    assert re.fullmatch(r"actions/[\w-]+@v\d+", step["uses"])


@pytest.mark.parametrize("name", WORKFLOWS)
def test_workflows_may_only_read_but_for_the_deployment(name: str) -> None:
    assert WORKFLOWS[name]["permissions"] == {"contents": "read"}
    for job, about in WORKFLOWS[name]["jobs"].items():
        assert about["timeout-minutes"] <= 60
        writes = {what for what, level in about.get("permissions", {}).items() if level == "write"}
        assert writes == ({"pages", "id-token"} if job == "deploy" else set())


def test_pages_are_built_on_push_by_hand_and_on_time_and_pull_requests_are_checked() -> None:
    flow = WORKFLOWS["pages.yml"]
    triggers = on(flow)
    assert triggers["push"] == {"branches": ["main"]}
    assert {"pull_request", "workflow_dispatch"} <= set(triggers)
    assert all(len(line["cron"].split()) == 5 for line in triggers["schedule"])
    assert flow["jobs"]["check"]["if"] == "github.event_name == 'pull_request'"
    assert flow["jobs"]["build"]["if"] == "github.event_name != 'pull_request'"
    assert flow["jobs"]["check"]["steps"][-1]["run"] == "python build.py check --format github"
    assert flow["jobs"]["deploy"]["needs"] == "build"


@pytest.mark.parametrize(
    ("hook", "calls"), [("", ""), ("https://hooks.example/1?a=b&c", "https://hooks.example/1?a=b&c\n")]
)
def test_a_host_with_a_hook_is_called_once_an_hour(tmp_path: Path, hook: str, calls: str) -> None:
    flow = WORKFLOWS["release.yml"]
    assert set(on(flow)) == {"schedule", "workflow_dispatch"}
    (line,) = on(flow)["schedule"]
    assert line["cron"].split()[1:] == ["*"] * 4
    (step,) = flow["jobs"]["call"]["steps"]
    assert step["env"] == {"BUILD_HOOK": "${{ secrets.BUILD_HOOK }}"}
    curl = tmp_path / "curl"
    curl.write_text(
        f'#!/bin/sh\nfor word; do last="$word"; done\necho "$last" >> {tmp_path}/called\n', encoding="utf-8"
    )
    curl.chmod(0o755)
    given = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "BUILD_HOOK": hook}
    run = subprocess.run(["bash", "-e", "-c", step["run"]], env=given, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    called = tmp_path / "called"
    assert (called.read_text(encoding="utf-8") if called.exists() else "") == calls
    assert hook not in run.stdout or not hook


def test_the_pages_build_has_the_sites_address_and_keeps_records_and_pages() -> None:
    steps = WORKFLOWS["pages.yml"]["jobs"]["build"]["steps"]
    build = next(step for step in steps if "build.py" in step.get("run", ""))
    assert build["run"] == 'python build.py --base-url "$BASE_URL" --format github'
    assert build["env"] == {"BASE_URL": "${{ steps.pages.outputs.base_url }}"}
    assert next(step for step in steps if step.get("id") == "pages")["uses"].startswith("actions/configure-pages@")
    cache = next(step["with"] for step in steps if step.get("uses", "").startswith("actions/cache@"))
    assert cache["path"].split() == [".cache", "public"]
    assert cache["key"].startswith(cache["restore-keys"])
    assert cache["key"] != cache["restore-keys"], "a cache that is there is never written again"
    assert steps[-1]["with"] == {"path": "public"}


@pytest.mark.parametrize("step", [step for _, step in STEPS if "python-version" in step.get("with", {})])
def test_workflows_take_a_python_that_the_project_runs_on(step: dict[str, Any]) -> None:
    assert version(step["with"]["python-version"]) >= OLDEST_PYTHON


def test_the_tests_workflow_runs_what_ci_runs() -> None:
    job = WORKFLOWS["tests.yml"]["jobs"]["tests"]
    assert job["steps"][-1]["run"] == "bash .ci/run"
    assert job["env"] == {"CI": "true"}
    assert job["container"] == "debian:12"


def test_ci_runs_the_readmes_own_test_command(tmp_path: Path) -> None:
    script = ROOT / ".ci/run"
    assert script.stat().st_mode & stat.S_IXUSR
    (tmp_path / ".ci").mkdir()
    shutil.copy(script, tmp_path / ".ci/run")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (tmp_path / "README.md").write_text(readme, encoding="utf-8")
    # A bash that runs nothing says what it would run, and every other tool is there already.
    tools = tmp_path / "bin"
    tools.mkdir()
    for tool in ("chromium", "git", "apt-get", "sudo"):
        (tools / tool).write_text("#!/bin/sh\nexit 0\n", encoding="utf-8")
        (tools / tool).chmod(0o755)
    (tools / "bash").write_text('#!/bin/sh\necho "would run: $2"\n', encoding="utf-8")
    (tools / "bash").chmod(0o755)
    environment = os.environ | {"PATH": f"{tools}:{os.environ['PATH']}", "BROADSHEET_MARKDOWN_TEXTS": str(tmp_path)}
    bash = shutil.which("bash")
    assert bash
    run = subprocess.run([bash, tmp_path / ".ci/run"], env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    command = next(line for line in readme.splitlines() if line.startswith("python3 -m venv") and "pytest" in line)
    assert run.stdout.splitlines()[-1] == f"would run: {command}"


def test_coverage_of_lines_and_branches_is_enforced() -> None:
    assert PROJECT["tool"]["coverage"]["run"]["branch"] is True
    assert PROJECT["tool"]["coverage"]["report"]["fail_under"] >= 95


def test_what_the_package_reads_comes_with_it() -> None:
    patterns = PROJECT["tool"]["setuptools"]["package-data"]
    named = {path for folder, globs in patterns.items() for glob in globs for path in package(folder).glob(glob)}
    others = {
        path for path in package("broadsheet").rglob("*") if path.is_file() and path.suffix not in {".py", ".pyc"}
    }
    assert others == named


def package(name: str) -> Path:
    return ROOT / name.replace(".", "/")
