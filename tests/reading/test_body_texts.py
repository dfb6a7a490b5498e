"""Copy that was written elsewhere: the quick way sets it as Markdown does, whoever wrote it.

The texts that CommonMark and Python-Markdown are tested with belong to those projects. Their source packages are looked
for in the folder that `BROADSHEET_MARKDOWN_TEXTS` names, where `.ci/run` unpacks them.
"""

import ast
import json
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from benchmarks.corpus import Corpus
from broadsheet.reading import body as body_module
from broadsheet.reading.body import read_body
from broadsheet.reading.markdown.plain import read_plain

FOLDER = os.environ.get("BROADSHEET_MARKDOWN_TEXTS", "")
DEMO = Path(__file__).parents[2] / "content"
lent = pytest.mark.skipif(
    not FOLDER and "CI" not in os.environ, reason="BROADSHEET_MARKDOWN_TEXTS doesn't name the folder of the texts"
)


def faults(texts: list[str]) -> list[str]:
    """Texts that the quick way sets otherwise than Markdown."""
    quick = [read_body(text, file="a.md", first_line=1) for text in texts]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(body_module, "read_plain", lambda _: None)
        full = [read_body(text, file="a.md", first_line=1) for text in texts]
    return [text for text, one, other in zip(texts, quick, full, strict=True) if one != other]


@lent
def test_the_examples_of_commonmark() -> None:
    (file,) = Path(FOLDER).rglob("commonmark.json")
    examples = [example["markdown"] for example in json.loads(file.read_text(encoding="utf-8"))]
    assert len(examples) > 600
    assert faults(examples) == []
    assert faults([f"前一段。\n\n{example}\n\n## 小标题\n\n后一段。" for example in examples]) == []


@lent
def test_the_texts_of_python_markdown() -> None:
    texts = list(python_markdown())
    assert len(texts) > 1000
    assert faults(texts) == []
    # Each block by itself, too: most of a long text has some markup, and then all of it is Markdown's.
    blocks = list(dict.fromkeys(block for text in texts for block in text.split("\n\n")))
    assert sum(read_plain(block) is not None for block in blocks) > 500
    assert faults(blocks) == []


def python_markdown() -> Iterator[str]:
    """Whole files of copy, and every text of more than a word in the tests' own code."""
    (tests,) = Path(FOLDER).glob("markdown-*/tests")
    for file in sorted(tests.rglob("*.txt")):
        yield file.read_text(encoding="utf-8")
    for file in sorted(tests.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value.split()) > 1:
                yield node.value


@cache
def copy() -> list[str]:
    """Two days of a generated paper, a fifth of it English."""
    paper = Corpus(182, english=0.2)
    return [story.body for back in range(paper.days) for story in paper.edition(back)]


def test_the_demo_and_a_generated_paper() -> None:
    demo = [path.read_text(encoding="utf-8").split("\n---\n", 1)[1] for path in sorted(DEMO.rglob("*.md"))]
    assert len(demo) > 30
    assert faults(demo + copy()) == []


def test_ordinary_copy_of_a_paper_takes_the_quick_way() -> None:
    assert [text for text in copy() if read_plain(text) is None] == []
