"""From placed data to fields, and from a validation's errors to diagnostics."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from broadsheet.model.place import Place
from broadsheet.model.spelling import most_like
from broadsheet.reading.field_types import shown
from broadsheet.reading.fields import Fields
from broadsheet.reading.synonyms import key_for
from broadsheet.reading.yaml_fault import unmarked_line

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
        _report_no_keys(placed)
        return None
    given = {key: value for key, value in data.items() if not key.startswith("x-")}
    try:
        return model.model_validate(_without_none(given))
    except ValidationError as error:
        details = error.errors()
        meant = {_meant(model, detail["loc"]) for detail in details if detail["type"] == "extra_forbidden"}
        for detail in details:
            # A key that was misspelt is told once: not as missing, too.
            if detail["type"] != "missing" or detail["loc"] not in meant:
                _report(placed, model, detail)
        return None


def own_keys(placed: Placed) -> tuple[tuple[str, str], ...]:
    """The editor's own keys (`x-…`) with their values as text."""
    if not isinstance(placed.data, dict):
        return ()
    return tuple((key, _as_text(value)) for key, value in placed.data.items() if key.startswith("x-"))


def nearest(word: str, known: list[str]) -> str:
    """The known key that `word` is another word for, or is most like, or begins; "" for none."""
    typed = word.lower()
    begun = [key for key in known if len(typed) > 2 and key.startswith(typed)]
    return key_for(word, known) or most_like(typed, known) or next(iter(begun), "")


def missing_date(placed: Placed, model: type[Fields]) -> bool:
    """Whether the data, where it is a mapping at all, gives no date, not even under a misspelt key."""
    data = placed.data
    if not isinstance(data, dict):
        return False
    if data.get("date") is not None:
        return False
    known = list(model.model_fields)
    typed = [key for key in data if key not in known and not key.startswith("x-")]
    return not any(nearest(key, known) == "date" for key in typed)


def _report(placed: Placed, model: type[Fields], detail: ErrorDetails) -> None:
    path: Path = detail["loc"]
    kind = detail["type"]
    key = str(path[-1]) if path else ""
    if kind == "missing":
        _report_missing(placed, path, key)
    elif kind == "extra_forbidden":
        known = list(_model_at(model, path[:-1]).model_fields)
        guess = nearest(key, known)
        # Keys of the editor's own stand at the top only.
        rest = "your own keys begin with x-" if len(path) == 1 else f"there are: {', '.join(known)}"
        hint = f'did you mean "{guess}"?' if guess else rest
        placed.report("unknown-key", f'no key "{key}"', placed.keys.get(path, placed.place(path)), hint)
    elif kind == "literal_error":
        expected = detail["ctx"]["expected"].replace("'', ", "").replace("'", '"')
        placed.report("wrong-type", f'expected {expected}, found "{detail["input"]}"', placed.place(path))
    elif kind == "list_type":
        message = f"expected a list, found {shown(detail['input'])}"
        placed.report("wrong-type", message, placed.place(path), "each item begins with “- ” on a line of its own")
    elif kind == "model_type":
        first = next(iter(_model_at(model, path).model_fields))
        found = detail["input"]
        hint = f"write “{first}: {found}”" if isinstance(found, str) else f"begin it with “{first}: …”"
        placed.report("wrong-type", f"expected “key: value”, found {shown(found)}", placed.place(path), hint)
    else:
        context = detail.get("ctx", {})
        message = str(context.get("message", detail["msg"]))
        placed.report(kind, message, placed.place(path), str(context.get("hint", "")))


def _meant(model: type[Fields], path: Path) -> Path:
    """The path that an unknown key stands for."""
    return (*path[:-1], nearest(str(path[-1]), list(_model_at(model, path[:-1]).model_fields)))


def _report_no_keys(placed: Placed) -> None:
    """Say that there is no `key: value`, at the first line that should be one."""
    place = placed.place(())
    if not isinstance(placed.data, str):
        hint = "take the “- ” away" if placed.excerpt(place).lstrip().startswith("- ") else ""
        placed.report("not-a-mapping", "expected lines of “key: value”, found a list", place, hint)
        return
    fault = unmarked_line(placed.lines, place.line - 1)
    place = Place(placed.file, fault.line + 1, fault.column + 1, fault.length)
    placed.report("yaml-syntax", fault.message, place, fault.hint)


def _report_missing(placed: Placed, path: Path, key: str) -> None:
    if len(path) > 1:
        placed.report("missing-key", f'no "{key}"', placed.place(path[:-1]), f"add “{key}: …”")
        return
    empty = placed.keys.get(path)
    if empty:
        placed.report(f"missing-{key}", f"the {key} is empty", empty, f"write it behind “{key}: ”")
    else:
        placed.report(f"missing-{key}", f"no {key}", Place(placed.file, 1), f"add a line “{key}: …”")


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
