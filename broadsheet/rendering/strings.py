"""What the site itself says, in each language: headings, labels and notes around the copy.

Message ids are plain English; `strings/*.po` are the translations, in gettext's format, one file a language.
To add a language: write its catalogue, name it in `LANGUAGES` and give its tags in `match`.
"""

from __future__ import annotations

import io
from functools import cache, lru_cache
from gettext import GNUTranslations
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

if TYPE_CHECKING:
    from collections.abc import Mapping

LANGUAGES: Final = ("zh-Hans", "zh-Hant", "en")

_TRADITIONAL: Final = ("zh-hant", "zh-tw", "zh-hk", "zh-mo")


@lru_cache(maxsize=100)  # of every page
def match(language: str) -> str:
    """The language of `LANGUAGES` that speaks for a BCP 47 tag; English for every tag that has none."""
    tag = language.lower()
    if any(tag == known or tag.startswith(f"{known}-") for known in _TRADITIONAL):
        return "zh-Hant"
    if tag == "zh" or tag.startswith("zh-"):
        return "zh-Hans"
    return "en"


def catalogue(text: str, language: str) -> GNUTranslations:
    """A catalogue's text, ready to translate; what it lacks is said in English, with English plurals."""
    # Babel reads the format and gettext speaks it: the compiled form is where the two meet.
    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.StringIO(text), locale=language.replace("-", "_")))
    compiled.seek(0)
    return GNUTranslations(compiled)


@cache
def own_texts() -> Mapping[str, str]:
    """The text of each catalogue that comes with the package, by language."""
    folder = files("broadsheet.rendering") / "strings"
    return {language: (folder / f"{language}.po").read_text(encoding="utf-8") for language in LANGUAGES}


@cache
def spoken(language: str) -> GNUTranslations:
    """The package's own catalogue for a BCP 47 tag."""
    matched = match(language)
    return catalogue(own_texts()[matched], matched)
