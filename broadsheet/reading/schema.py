"""The keys that editors type as JSON Schema (2020-12), for the tools that complete and check as they type."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

from broadsheet.model.codes import CODES, SETTABLE
from broadsheet.reading.fields import ArticleFields, EditionFields, Fields, NewspaperFields

MODELS: dict[str, type[Fields]] = {
    "article": ArticleFields,
    "edition": EditionFields,
    "newspaper": NewspaperFields,
}
"""What there are schemas of: an article's front matter, an edition.yaml, a newspaper.yaml."""


def schema_text(name: str) -> str:
    """The schema of one of MODELS as JSON."""
    return json.dumps(schema_of(name), ensure_ascii=False, indent=2) + "\n"


def schema_of(name: str) -> dict[str, Any]:
    """The schema of one of MODELS.

    A key that is not listed is refused, but for those under `x-` at the top; one without a value counts as not given.
    """
    # A copy: pydantic gives the very values that the types were made with.
    made = deepcopy(MODELS[name].model_json_schema())
    schemas = [made, *made.get("$defs", {}).values()]
    for schema in schemas:
        required = schema.get("required", [])
        for key, field in schema["properties"].items():
            # A default would be typed for the editor who asks for the key.
            for noise in ("title", "default"):
                field.pop(noise, None)
            if key not in required:
                _allow_nothing(field)
        schema.pop("title", None)
    made["patternProperties"] = {"^x-": True}
    if name == "newspaper":
        level = made["properties"]["checks"]["additionalProperties"]
        rules = {code: level | {"description": CODES[code]} for code in sorted(SETTABLE)}
        made["properties"]["checks"]["properties"] = rules
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": name, **made}


def _allow_nothing(field: dict[str, Any]) -> None:
    """Let a key stand without a value."""
    nothing = {"type": "null"}
    if "anyOf" in field:
        if nothing not in field["anyOf"]:
            field["anyOf"].append(nothing)
    elif "enum" in field:
        field["enum"] = [*field["enum"], None]
        field.pop("type", None)
    elif "type" in field:
        types = field["type"] if isinstance(field["type"], list) else [field["type"]]
        field["type"] = [*types, "null"]
    else:
        field["anyOf"] = [{"$ref": field.pop("$ref")}, nothing]
