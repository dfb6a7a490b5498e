"""The shape of the code, as design.md draws it, held against every module's syntax tree."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "broadsheet"
MODULES = {path.relative_to(ROOT).as_posix(): path for path in sorted(ROOT.rglob("*.py"))}
FOLDERS = ("model", "reading", "checking", "planning", "rendering", "publishing", "desk")
MAY_IMPORT = {
    "model": {"model"},
    "reading": {"reading", "model"},
    "checking": {"checking", "model"},
    "planning": {"planning", "model"},
    "rendering": {"rendering", "model", "planning"},
    "publishing": {"publishing", "model", "reading", "checking", "planning", "rendering"},
    "desk": set(FOLDERS),
}
OUTSIDE = ("publishing/", "desk/", "cli.py")
"""Who may touch the disk, the clock, the environment and processes."""
DOORS = {
    "glob",
    "multiprocessing",
    "os",
    "pathlib",
    "shutil",
    "socket",
    "sqlite3",
    "subprocess",
    "tempfile",
    "time",
    "urllib.request",
}
CALLS = {"open", "input", "print"}
METHODS = {"now", "today", "utcnow", "read_text", "read_bytes", "write_text", "write_bytes", "environ", "getenv"}
CATALOGUES = "rendering/strings.py"
"""The one exception: the site's own words are files of the package, read once and the same for every build."""


@pytest.mark.parametrize("module", MODULES)
def test_imports_go_one_way(module: str) -> None:
    folder = module.partition("/")[0]
    ours = {name.split(".")[1] for name in imports(module) if name.startswith("broadsheet.")}
    if folder in MAY_IMPORT:
        assert ours <= MAY_IMPORT[folder]


def test_every_folder_has_its_rule() -> None:
    assert {name.partition("/")[0] for name in MODULES if "/" in name} == set(FOLDERS)


@pytest.mark.parametrize("module", MODULES)
def test_no_module_is_longer_than_a_reader_likes(module: str) -> None:
    assert len(MODULES[module].read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("module", [m for m in MODULES if not m.startswith(OUTSIDE) and m != CATALOGUES])
def test_the_core_touches_nothing_outside(module: str) -> None:
    assert {name for name in imports(module) if name in DOORS} == set()
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in CALLS, f"line {node.lineno}"
        if isinstance(node, ast.Attribute):
            assert node.attr not in METHODS, f"line {node.lineno}"


@pytest.mark.parametrize("module", MODULES)
def test_every_module_says_what_it_is(module: str) -> None:
    assert ast.get_docstring(tree(module))


def tree(module: str) -> ast.Module:
    return ast.parse(MODULES[module].read_text(encoding="utf-8"))


def imports(module: str) -> set[str]:
    found = set()
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0
            found.add(node.module or "")
    return found
