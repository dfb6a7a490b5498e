"""What the forms of the desk are told: the keys of each kind of file in the paper's language, and the editions."""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING, Any

from broadsheet.model.form_field import FormField
from broadsheet.rendering.form_words import CHOICES, HINTS, LABELS, WORDS
from broadsheet.rendering.strings import match, spoken

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from broadsheet.model.newspaper import Admin, Newspaper

FIRST = ("title", "kicker", "subtitle", "section", "page", "byline", "body", "images", "draft")
"""What every story needs, in the order of work; a file has its keys in the models' order."""
APIS = {
    "github": ("/api/v3", "https://github.com"),
    "gitlab": ("/api/v4", "https://gitlab.com"),
    "gitea": ("/api/v1", ""),
    "forgejo": ("/api/v1", ""),
}
"""For each backend, where a host of it has its API, and its best known host, "" for none."""
PAGE = """\
<!doctype html>
<html lang="{language}" data-desk="forms">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{admin} {title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="forms.css">
<script type="module" src="forms.js"></script>
</head>
<body>
<header class="bar">
<h1>{admin} {title}</h1>
<a href="{home}">{paper}</a>
<form><label>{day} <input type="date" name="day" required></label> <button>{open}</button></form>
</header>
<noscript><p>{script}</p></noscript>
<div id="nc-root"></div>
</body>
</html>
"""


def forms_page(newspaper: Newspaper, title: str, *, base: str) -> str:
    """The page that the forms stand on; `title` is the paper's, `base` the path that its site lives under."""
    words = _words(newspaper.language)
    said = {name: escape(words[name]) for name in ("admin", "paper", "day", "open", "script")}
    return PAGE.format(language=newspaper.language, title=escape(title), home=f"{base}/", **said)


def forms_config(
    forms: Mapping[str, Sequence[FormField]],
    newspaper: Newspaper,
    *,
    backend: Mapping[str, str],
    folder: str,
    pattern: str,
    editions: Sequence[tuple[str, str, str]],
) -> str:
    """forms.json, as forms.js reads it.

    `forms` are what files ask for, by LABELS' names. `backend` is where files are written to, as Decap CMS wants it
    said, and `folder` the content folder there. `pattern` is an edition's folder below it, with %Y, %m and %d;
    `editions` are date, label and folder of those that are known.
    """
    text = spoken(newspaper.language).gettext
    told = {name: [_told(field, name, text, newspaper) for field in fields] for name, fields in forms.items()}
    told["article"].append(_told(FormField("body", "copy"), "article", text, newspaper))
    config = {
        "backend": backend,
        "folder": folder,
        "pattern": pattern,
        "editions": editions,
        "language": newspaper.language,
        "locale": match(newspaper.language).replace("-", "_"),
        "timezone": newspaper.timezone,
        "first": FIRST,
        "forms": told,
        "words": _words(newspaper.language),
    }
    return json.dumps(config, ensure_ascii=False, separators=(",", ":")) + "\n"


def backend_of(admin: Admin) -> dict[str, str]:
    """Where files are written to and how editors sign in, as Decap CMS wants it said."""
    told = {"name": admin.backend, "repo": admin.repo, "branch": admin.branch}
    api, at_home = APIS[admin.backend]
    site = admin.site or at_home
    if site != at_home:
        told["api_root"] = f"{site}{api}"
    if admin.backend != "github":
        # Who signs in there needs no service in between (PKCE, RFC 7636).
        told |= {"base_url": site, "app_id": admin.app_id}
        told |= {"auth_type": "pkce"} if admin.backend == "gitlab" else {}
    elif admin.sign_in:
        told["base_url"] = admin.sign_in
    return told


def _told(field: FormField, form: str, text: Callable[[str], str], newspaper: Newspaper) -> dict[str, Any]:
    """A field as forms.js and copy.js read it."""
    name = f"{form}.{field.key}"
    told: dict[str, Any] = {"key": field.key, "kind": field.kind, "label": text(LABELS[form][field.key])}
    told |= {"required": field.required, "fields": []}
    choices = [(text(CHOICES[choice]), choice) for choice in field.choices if choice]
    if field.kind == "importance":
        choices = [(number, number) for number in "12345"]
    if name == "article.section" and newspaper.sections:
        choices = [(section.name, section.name) for section in newspaper.sections]
        told["kind"] = "choice"
    if choices:
        told["choices"] = [{"label": label, "value": value} for label, value in choices]
    if name in HINTS:
        told["hint"] = text(HINTS[name])
    if field.pattern:
        told |= {"pattern": field.pattern, "example": field.example}
    if field.fields:
        told["fields"] = [_told(each, name, text, newspaper) for each in field.fields]
    return told


def _words(language: str) -> dict[str, str]:
    text = spoken(language).gettext
    return {name: text(message) for name, message in WORDS.items()}
