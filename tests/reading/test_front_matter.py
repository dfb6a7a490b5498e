from __future__ import annotations

from typing import Any

import frontmatter
import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.reading.front_matter import TOMLHandler, split_front_matter
from broadsheet.reading.source import Source

DOCUMENTS = {
    "YAML": "---\ntitle: 渡船\ntags: [a, b]\n---\n正文。\n\n---\n\n完\n",
    "YAML with blank lines around": "\n\n---\ntitle: 渡船\n---\n\n\n正文。\n",
    "YAML with more hyphens": "----\ntitle: 渡船\n----\n正文。\n",
    "YAML with blanks behind the hyphens": "---  \ntitle: 渡船\n--- \n正文。",
    "JSON": '{\n  "title": "渡船",\n  "tags": ["a", "b"]\n}\n\n正文。\n',
    "no front matter": "正文。\n\n---\n\n完\n",
    "an empty body": "---\ntitle: 渡船\n---\n",
    "an empty file": "",
}


@pytest.mark.parametrize("text", DOCUMENTS.values(), ids=DOCUMENTS)
def test_a_file_is_split_as_python_frontmatter_does(text: str) -> None:
    theirs = frontmatter.loads(text)
    ours = split_front_matter(Source("a.md", text))
    assert (ours.placed.data or {}) == theirs.metadata
    assert ours.body.strip() == theirs.content


def test_toml_is_split_as_python_frontmatter_does() -> None:
    text = '+++\ntitle = "渡船"\ntags = ["a", "b"]\n+++\n正文。\n'
    ours = split_front_matter(Source("a.md", text))
    assert ours.placed.data == {"title": "渡船", "tags": ["a", "b"]}
    assert ours.body.strip() == "正文。"
    assert TOMLHandler().detect(text)


@pytest.mark.parametrize("text", DOCUMENTS.values(), ids=DOCUMENTS)
def test_the_body_begins_on_the_line_that_is_told(text: str) -> None:
    ours = split_front_matter(Source("a.md", text))
    assert "\n".join(text.split("\n")[ours.body_line - 1 :]).endswith(ours.body.lstrip(" "))
    assert ours.body_line == text[: len(text) - len(ours.body)].count("\n") + 1


@pytest.mark.parametrize(("sign", "end"), [("---", "---"), ("+++", "+++"), ("{", "}")])
def test_front_matter_without_an_end_is_told_and_the_body_is_not_guessed(sign: str, end: str) -> None:
    parts = split_front_matter(Source("a.md", f"\n{sign}\ntitle: 渡船\n"))
    (found,) = parts.placed.diagnostics
    assert (found.code, found.place.line, found.hint) == ("front-matter-open", 2, f"close it with a line “{end}”")
    assert (parts.body, parts.placed.data) == ("", None)


def test_places_count_from_the_file_s_first_line() -> None:
    parts = split_front_matter(Source("a.md", "\n\n---\ntitle: 渡船\n---\n"))
    assert parts.placed.values["title",].line == 4


KEYS = st.from_regex(r"[a-z]{3,8}", fullmatch=True)
VALUES = st.from_regex(r"[渡船A-Z][a-z渡船]{0,8}", fullmatch=True).filter(
    lambda word: word.lower() not in {"true", "false", "null", "yes", "no", "on", "off", "y", "n"}
)


@given(st.dictionaries(KEYS, VALUES, min_size=1), st.text(st.sampled_from("正文 \n*_-a"), max_size=30))
def test_any_words_are_read_alike(data: dict[str, Any], body: str) -> None:
    text = frontmatter.dumps(frontmatter.Post(body.strip(), **data))
    ours = split_front_matter(Source("a.md", text))
    assert ours.placed.data == data
    assert ours.body.strip() == body.strip()
