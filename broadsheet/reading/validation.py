"""From placed data to fields, and from a validation's errors to diagnostics."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from broadsheet.model.place import Place
from broadsheet.reading.fields import Fields

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from broadsheet.reading.placed import Path, Placed

AnyFields = TypeVar("AnyFields", bound=Fields)


def validate(placed: Placed, model: type[AnyFields]) -> AnyFields | None:
    """The fields that `placed` holds; None, with a diagnostic for every fault, where they don't fit.

    Keys under `x-` are the editor's own and are left out; a key without a value counts as not given.
    """
    data = placed.data
    if data is None:
        data = {}
    if not isinstance(data, dict):
        placed.report("not-a-mapping", "expected lines of “key: value”", placed.place(()), _colon_hint(placed))
        return None
    given = {key: value for key, value in data.items() if not key.startswith("x-")}
    try:
        return model.model_validate(_without_none(given))
    except ValidationError as error:
        for detail in error.errors():
            _report(placed, model, detail)
        return None


def own_keys(placed: Placed) -> tuple[tuple[str, str], ...]:
    """The editor's own keys (`x-…`) with their values as text."""
    if not isinstance(placed.data, dict):
        return ()
    return tuple((key, _as_text(value)) for key, value in placed.data.items() if key.startswith("x-"))


def nearest(word: str, known: list[str]) -> str:
    """The known word most like `word`, or ""."""
    found = get_close_matches(word, known, n=1, cutoff=0.5) or get_close_matches(word.lower(), known, n=1, cutoff=0.5)
    return found[0] if found else ""


def _report(placed: Placed, model: type[Fields], detail: ErrorDetails) -> None:
    path: Path = detail["loc"]
    kind = detail["type"]
    key = str(path[-1]) if path else ""
    if kind == "missing":
        _report_missing(placed, path, key)
    elif kind == "extra_forbidden":
        known = list(_model_at(model, path[:-1]).model_fields)
        guess = nearest(key, known)
        hint = f'did you mean "{guess}"?' if guess else "your own keys begin with x-"
        placed.report("unknown-key", f'no key "{key}"', placed.keys.get(path, placed.place(path)), hint)
    elif kind == "literal_error":
        message = f'expected {detail["ctx"]["expected"].replace(chr(39) * 2 + ", ", "")}, found "{detail["input"]}"'
        placed.report("wrong-type", message, placed.place(path))
    elif kind in {"model_type", "dict_type", "list_type"}:
        placed.report("wrong-type", "expected lines of “key: value”", placed.place(path))
    else:
        context = detail.get("ctx", {})
        placed.report(kind, str(context.get("message", detail["msg"])), placed.place(path), str(context.get("hint", "")))


def _report_missing(placed: Placed, path: Path, key: str) -> None:
    where = placed.place(path[:-1])
    hint = f"add a line “{key}: …”"
    if len(path) == 1 and key in {"title", "date"}:
        placed.report(f"missing-{key}", f"no {key}", Place(placed.file, 1), hint)
    else:
        placed.report("missing-key", f'no "{key}"', where, hint)


def _model_at(model: type[BaseModel], path: Path) -> type[BaseModel]:
    """The model that validates what stands at `path`: through the fields, past the numbers of list items."""
    for part in path:
        if isinstance(part, str) and part in model.model_fields:
            model = _models_in(model.model_fields[part].annotation, model)
    return model


def _models_in(annotation: Any, default: type[BaseModel]) -> type[BaseModel]:  # noqa: ANN401 - typing's forms have no type
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in get_args(annotation):
        found = _models_in(part, default)
        if found is not default:
            return found
    return default


def _colon_hint(placed: Placed) -> str:
    line = placed.excerpt(placed.place(()))
    return "type a half-width colon and a space: “: ”" if "：" in line else ""


def _without_none(value: Any) -> Any:  # noqa: ANN401 - data as typed
    if isinstance(value, dict):
        return {key: _without_none(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [_without_none(item) for item in value if item is not None]
    return value


def _as_text(value: Any) -> str:  # noqa: ANN401 - data as typed
    if isinstance(value, list):
        return ", ".join(_as_text(item) for item in value)
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_as_text(item)}" for key, item in value.items())
    return "" if value is None else str(value)
