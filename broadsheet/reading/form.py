"""The keys that editors type as a form asks for them, told from the models that read them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from broadsheet.model.form_field import FormField
from broadsheet.reading.field_types import Asked, Items
from broadsheet.reading.fields import Fields

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic.fields import FieldInfo


def form_of(model: type[Fields]) -> tuple[FormField, ...]:
    """What a form asks for, in the model's order; keys that no form can ask for are left out."""
    schemas = model.model_json_schema()["properties"]
    fields = (_field(key, info, schemas[key]) for key, info in model.model_fields.items())
    return tuple(field for field in fields if field.kind)


def _field(key: str, info: FieldInfo, schema: dict[str, Any]) -> FormField:
    types = list(_types(info.annotation))
    marks = [mark for mark in (*info.metadata, *types) if isinstance(mark, Asked)]
    models = [each for each in types if isinstance(each, type) and issubclass(each, Fields)]
    choices = tuple(word for each in types if get_origin(each) is Literal for word in get_args(each))
    if marks:
        kind = marks[0].kind
    elif models:
        named = any(isinstance(mark, Items) for mark in info.metadata)
        kind = "names" if named else "list" if list in map(get_origin, types) else "group"
    else:
        kind = "choice" if choices else "text"
    pattern, example = _pattern(schema)
    return FormField(
        key=key,
        kind=kind,
        required=info.is_required(),
        pattern=pattern,
        example=example,
        choices=choices if kind == "choice" else (),
        fields=form_of(models[0]) if models and kind in {"group", "list", "names"} else (),
    )


def _types(annotation: object) -> Iterator[object]:
    """A type, those that it is put together from, and what is noted of them."""
    yield annotation
    if get_origin(annotation) is not Literal:
        for part in (*get_args(annotation), *getattr(annotation, "__metadata__", ())):
            yield from _types(part)


def _pattern(schema: dict[str, Any]) -> tuple[str, str]:
    """What a value's text must match, and an example of it."""
    for each in (schema, *schema.get("anyOf", ())):
        if "pattern" in each:
            return each["pattern"], each.get("examples", [""])[0]
    return "", ""
