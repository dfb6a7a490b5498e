"""Texts as they stand in front matter: plain where YAML reads them as typed, else in double quotes."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_PLAIN = re.compile(r"[\w\u4e00-\u9fff《“‘（][\w\u3400-\u9fff ，。、；？！《》“”‘’（）·—…/.%+-]*")


def yaml_text(text: str) -> str:
    """The text as a value; in quotes wherever YAML might see a sign in it, or drop a space."""
    plain = _PLAIN.fullmatch(text) and text == text.strip() and " #" not in text and text != "~"
    return text if plain else json.dumps(text, ensure_ascii=False)


def yaml_lines(lines: Sequence[str]) -> str:
    """One or more lines as a value: a text, or a list in brackets."""
    if len(lines) == 1:
        return yaml_text(lines[0])
    return "[" + ", ".join(json.dumps(line, ensure_ascii=False) for line in lines) + "]"
