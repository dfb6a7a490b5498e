"""What a form asks for is told from the models that read the files."""

from __future__ import annotations

import re

import pytest

from broadsheet.reading.form import form_of
from broadsheet.reading.schema import MODELS

KINDS = {
    "article": {
        "title": "lines", "byline": "people", "summary": "passage", "tags": "terms", "aliases": "words",
        "importance": "importance", "images": "list", "draft": "yes-no", "corrections": "list", "section": "text",
    },
    "edition": {"date": "text", "pages": "list", "issue_number": "text"},
    "newspaper": {
        "sections": "names", "staff": "names", "imprint": "passage", "policies": "pairs", "paper": "group",
        "checks": "pairs", "extensions": "words", "admin": "group",
    },
}  # fmt: skip


@pytest.mark.parametrize("name", MODELS)
def test_every_key_is_asked_for_in_its_own_way_and_in_the_models_order(name: str) -> None:
    asked = {field.key: field.kind for field in form_of(MODELS[name])}
    assert list(asked) == list(MODELS[name].model_fields)
    assert {key: asked[key] for key in KINDS[name]} == KINDS[name]


def test_what_is_needed_what_can_be_chosen_and_how_it_is_written() -> None:
    article = {field.key: field for field in form_of(MODELS["article"])}
    assert [key for key, field in article.items() if field.required] == ["title"]
    images = {field.key: field for field in article["images"].fields}
    assert images["position"].choices == ("", "lead", "gallery")
    assert (images["src"].kind, images["src"].required) == ("file", True)
    assert (article["date"].example, article["publish_at"].example) == ("2025-04-16", "2025-04-16T06:00+08:00")
    pages = {field.key for field in form_of(MODELS["edition"])[-1].fields}
    assert "grid" in pages
    assert "areas" not in pages, "a mapping of anything is nothing to ask for"


def test_examples_match_their_patterns() -> None:
    fields = [field for model in MODELS.values() for field in form_of(model)]
    fields += [each for field in fields for each in field.fields]
    patterned = [field for field in fields if field.pattern]
    assert len(patterned) > 8
    assert [field.key for field in patterned if not re.search(field.pattern, field.example)] == []
