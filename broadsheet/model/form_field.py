"""What a form asks for, one key of a file at a time."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FormField:
    """A key that is asked for.

    `kind` says how: `text` (a line), `passage` (lines that are one text), `lines` (a text or a list of texts, one a
    line), `terms` and `words` (the same on one line, with 、 or spaces between), `yes-no`, `choice` (one of `choices`),
    `importance` (1 to 5), `file` (a picture beside the article), `pairs` (lines of `key: value`), `people` (a line
    each), `group` and `list` (of the `fields`), `names` (a list whose items may be their `name` alone).
    `pattern` is a regular expression that JavaScript knows, too, and `example` a text that it matches; "" for none.
    """

    key: str
    kind: str
    required: bool = False
    pattern: str = ""
    example: str = ""
    choices: tuple[str, ...] = ()
    fields: tuple[FormField, ...] = ()
