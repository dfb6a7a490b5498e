"""What the forms are told: every key by its name in the paper's language, and where files go."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from broadsheet.model.newspaper import Admin, Newspaper, Section
from broadsheet.reading.form import form_of
from broadsheet.reading.schema import MODELS
from broadsheet.rendering.form_words import HINTS, LABELS
from broadsheet.rendering.forms import FIRST, backend_of, forms_config, forms_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadsheet.model.form_field import FormField

FORMS = {name: form_of(model) for name, model in MODELS.items()}


def named(name: str, fields: tuple[FormField, ...]) -> Iterator[tuple[str, str]]:
    for field in fields:
        yield name, field.key
        yield from named(f"{name}.{field.key}", field.fields)


def test_every_key_has_a_name_and_no_name_is_left_over() -> None:
    keys = {pair for name, fields in FORMS.items() for pair in named(name, fields)} | {("article", "body")}
    assert {(form, key) for form, labels in LABELS.items() for key in labels} == keys
    assert set(HINTS) <= {f"{form}.{key}" for form, key in keys}
    assert set(FIRST) <= {key for form, key in keys if form == "article"}


def config(newspaper: Newspaper) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(
        forms_config(FORMS, newspaper, backend={"name": "proxy"}, folder="content", pattern="%Y", editions=[])
    )
    return told


def test_forms_speak_the_papers_language_and_offer_its_sections() -> None:
    labels = {
        language: {field["key"]: field for field in config(Newspaper(language=language))["forms"]["article"]}
        for language in ("zh-Hans", "zh-Hant-TW", "en-GB")
    }
    assert [fields["title"]["label"] for fields in labels.values()] == ["标题", "標題", "Headline"]
    assert labels["en-GB"]["byline"]["hint"] == "As printed, such as: By Jane Doe"
    assert labels["zh-Hans"]["section"]["kind"] == "text"
    sections = (Section("要闻", "news"), Section("城事", "city"))
    article = {field["key"]: field for field in config(Newspaper(sections=sections))["forms"]["article"]}
    assert article["section"]["kind"] == "choice"
    assert [choice["value"] for choice in article["section"]["choices"]] == ["要闻", "城事"]
    assert article["body"]["kind"] == "copy"
    assert [choice["value"] for choice in article["importance"]["choices"]] == ["1", "2", "3", "4", "5"]
    position = next(field for field in article["images"]["fields"] if field["key"] == "position")
    assert position["choices"] == [{"label": "文前", "value": "lead"}, {"label": "文后组图", "value": "gallery"}]


def test_a_title_is_no_markup() -> None:
    assert "<title>The desk &lt;b&gt; &amp; Co</title>" in forms_page(Newspaper(language="en"), "<b> & Co", base="")


@pytest.mark.parametrize(
    ("admin", "told"),
    [
        (Admin("github", "a/b"), {"name": "github", "repo": "a/b", "branch": "main"}),
        (
            Admin("github", "a/b", "paper", site="https://git.example", sign_in="https://sign.example"),
            {
                "name": "github", "repo": "a/b", "branch": "paper", "api_root": "https://git.example/api/v3",
                "base_url": "https://sign.example",
            },
        ),
        (
            Admin("gitlab", "a/b/c", app_id="7"),
            {
                "name": "gitlab", "repo": "a/b/c", "branch": "main", "base_url": "https://gitlab.com", "app_id": "7",
                "auth_type": "pkce",
            },
        ),
        (
            Admin("forgejo", "a/b", site="https://git.example", app_id="7"),
            {
                "name": "forgejo", "repo": "a/b", "branch": "main", "api_root": "https://git.example/api/v1",
                "base_url": "https://git.example", "app_id": "7",
            },
        ),
    ],
)  # fmt: skip
def test_where_files_go_is_said_as_decap_cms_wants_it(admin: Admin, told: dict[str, str]) -> None:
    assert backend_of(admin) == told
