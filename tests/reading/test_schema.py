"""The JSON Schema says what the reader takes and what it refuses, and the editors' copy of it is up to date."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from broadsheet.cli import main
from broadsheet.model.codes import SETTABLE
from broadsheet.reading.fields import field_rows
from broadsheet.reading.front_matter import split_front_matter
from broadsheet.reading.placed import read_yaml
from broadsheet.reading.schema import MODELS, schema_of, schema_text
from broadsheet.reading.source import Source
from broadsheet.reading.validation import validate

ROOT = Path(__file__).resolve().parents[2]
VSCODE = ROOT / ".vscode"
FILES = {"newspaper.yaml": "newspaper", "edition.yaml": "edition"}
DEMO = [path for path in sorted((ROOT / "content").rglob("*")) if path.suffix == ".md" or path.name in FILES]


class EditorsYaml(yaml.SafeLoader):
    """YAML as editors' tools read it (1.2): a number is a number, a date is a text."""


EditorsYaml.yaml_implicit_resolvers = {
    sign: [row for row in rows if row[0] != "tag:yaml.org,2002:timestamp"]
    for sign, rows in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def faults(name: str, text: str) -> list[str]:
    data = yaml.load(text, EditorsYaml)  # noqa: S506 - a SafeLoader
    return [error.json_path for error in Draft202012Validator(schema_of(name)).iter_errors(data)]


def refused(name: str, text: str) -> bool:
    placed = read_yaml(text, "a.yaml", text)
    return validate(placed, MODELS[name]) is None or bool(placed.diagnostics)


@pytest.mark.parametrize("name", MODELS)
def test_it_is_a_schema_and_describes_every_key(name: str) -> None:
    schema = schema_of(name)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    for made in (schema, *schema.get("$defs", {}).values()):
        assert made["additionalProperties"] is False
        assert all(field["description"] for field in made["properties"].values())
        assert not [key for key, field in made["properties"].items() if {"default", "title"} & field.keys()]
    assert list(schema["properties"]) == [key for key, _ in field_rows(MODELS[name])]


def test_making_one_leaves_the_next_as_it_is() -> None:
    assert [schema_text(name) for name in MODELS] == [schema_text(name) for name in MODELS]


@pytest.mark.parametrize("path", DEMO, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_file_of_the_demo_is_valid(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    matter = text.split("---\n")[1] if path.suffix == ".md" else text
    assert faults(FILES.get(path.name, "article"), matter) == []
    as_typed = split_front_matter(Source("a.md", text)).placed.data if path.suffix == ".md" else None
    assert as_typed is None or list(Draft202012Validator(schema_of("article")).iter_errors(as_typed)) == []


TAKEN = {
    "article": [
        "title: 12:30",
        "title: [一行, 二行]",
        "title: 题\npage: 010\nbyline: 记者 李某\ntags: 甲、乙\nimportance: 1\ndraft: no",
        "title: 题\npage: 第５版\nbyline: [记者 李某, {name: 王某, role: 摄影}]\nsummary:\nimages:\n",
        "title: 题\nbyline: {name: 王某}\npublish_at: 2025-04-16 06:00\nx-mood: {any: [thing]}",
        "title: 题\nimages: [{src: a.jpg, alt: 图, credit: 某, position: lead}]\ndate: 2025-04-16",
        "title: 题\npublish_at: 2025-04-16T06:00:00+08:00\nlanguage: zh-Hant\naliases: /a /b",
    ],
    "edition": [
        "date: 2025-04-16\nissue_number: 3107\nrelease: 2025-04-16T05:30",
        "date: 2025-04-16\npages: [{number: 1, editors: {责任编辑: 某, 美编: [甲, 乙]}, areas: {a: [[0, 1]]}}]\nx-a: 1",
    ],
    "newspaper": [
        "title: 报\nsections: [要闻, {name: 城事, slug: city}]\nstaff: 某\nfounded: 2016",
        "checks: {no-alt: warning, half-width-mark: 'off', of-an-extension: error}\nurl: https://a.example/paper",
        "policies: {ethics: /imprint/, corrections: mailto:a@b.example}",
        "paper: {size: A3, columns: 5}\nextensions: weather",
        "admin: {backend: github, repo: jindu/paper, sign_in: https://sign.example}",
    ],
}
REFUSED = {
    "article": [
        "subtitle: 副题",
        "titel: 题",
        "title: {a: 1}",
        "title: 题\ndate: 16.4.2025",
        "title: 题\nimportance: 9",
        "title: 题\ndraft: maybe",
        "title: 题\npage: A/5",
        "title: 题\npublish_at: 2025-04-16",
        "title: 题\nimages: [{alt: 图}]",
        "title: 题\nimages: [{src: a.jpg, x-a: 1}]",
        "title: 题\nimages: [{src: a.jpg, position: left}]",
        "title: 题\ncorrections: [{date: 2025-04-17}]",
        "title: 题\nlanguage: 中文",
        "title: 题\nbyline: [{role: 记者}]",
        "- title: 题",
    ],
    "edition": ["label: evening", "date: 2025-04-16\npages: A01", "date: 2025-04-16\npages: [{name: 要闻}]"],
    "newspaper": [
        "checks: {no-alt: loud}",
        "policies: {ethics: imprint}",
        "url: paper.example",
        "timezone: 8",
        "paper: A3",
        "sections: [{slug: city}]",
        "admin: {backend: github}",
        "admin: {backend: svn, repo: jindu/paper}",
        "admin: {backend: github, repo: https://git.example/paper}",
    ],
}


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, rows in TAKEN.items() for text in rows])
def test_what_the_reader_takes_is_valid(name: str, text: str) -> None:
    assert not refused(name, text)
    assert faults(name, text) == []


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, rows in REFUSED.items() for text in rows])
def test_what_the_reader_refuses_is_not(name: str, text: str) -> None:
    assert refused(name, text)
    assert faults(name, text)


def test_every_rule_that_can_be_set_is_completed() -> None:
    assert set(schema_of("newspaper")["properties"]["checks"]["properties"]) == SETTABLE


@pytest.mark.parametrize(("words", "name"), [([], "article"), (["edition"], "edition"), (["newspaper"], "newspaper")])
def test_the_command_prints_it(words: list[str], name: str) -> None:
    assert CliRunner().invoke(main, ["schema", *words]).stdout == schema_text(name)


@pytest.mark.parametrize("name", MODELS)
def test_the_editors_copy_is_up_to_date(name: str) -> None:
    path = VSCODE / "schemas" / f"{name}.json"
    # Without its dialect: there are tools that know only older ones, in which all of it means the same.
    schema = {key: value for key, value in schema_of(name).items() if key != "$schema"}
    text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
    if os.environ.get("BROADSHEET_UPDATE"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text, "run BROADSHEET_UPDATE=1 pytest tests/reading/test_schema.py"


def test_the_editors_settings_name_them() -> None:
    settings: dict[str, Any] = json.loads((VSCODE / "settings.json").read_text(encoding="utf-8"))
    for file, patterns in settings["yaml.schemas"].items():
        assert (ROOT / file).is_file()
        assert list(ROOT.glob(patterns))
    remark = yaml.safe_load((ROOT / ".remarkrc.yaml").read_text(encoding="utf-8"))
    (file, patterns), *_ = remark["plugins"][1][1]["schemas"].items()
    assert (ROOT / file).is_file()
    assert all(list(ROOT.glob(pattern)) for pattern in patterns)
