"""The fonts of the printed page: from packages that come with the project, a folder of the paper's, or the system."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import typst

from broadsheet.model.diagnostic import Diagnostic
from broadsheet.model.language import is_chinese, is_traditional
from broadsheet.model.place import Place
from broadsheet.publishing import disk
from broadsheet.reading.validation import nearest
from broadsheet.rendering.printed.job import Families

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadsheet.model.printed import PrintStyle, Typeface

LATIN = "Libertinus Serif"
"""It comes with Typst itself, in regular, bold and italic."""
BOLD = 600
"""The least weight that counts as bold."""


@dataclass(frozen=True, slots=True)
class Typefaces:
    """The families of a paper, where their files are, and a digest of these.

    `system` says that some are the system's.
    """

    families: Families
    folders: tuple[str, ...]
    system: bool
    digest: str

    def fonts(self) -> typst.Fonts:
        """The fonts, for a typesetter."""
        return typst.Fonts(include_system_fonts=self.system, font_paths=list(self.folders))


def typefaces(style: PrintStyle, language: str, content: Path | str, shown: str) -> tuple[Typefaces, list[Diagnostic]]:
    """The fonts for a paper's pages, with a diagnostic for each family that there is not and for a folder that isn't.

    Only a family that is found nowhere else is looked for among the system's: what a machine happens to have changes
    no page.
    """
    told: list[Diagnostic] = []
    packages = [str(files(name)) for name in _packages(language)]
    folders = list(packages)
    if style.fonts:
        own = content / style.fonts if isinstance(content, Path) else None
        if own is None or not own.is_dir():
            place = Place(f"{shown}/newspaper.yaml")
            message = f'no folder "{style.fonts}" with fonts beside newspaper.yaml'
            told.append(Diagnostic("missing-font", message, place, "name a folder of .otf or .ttf files on this disk"))
        else:
            folders.append(str(own))
    asked = [face for face in (style.type, style.headlines, style.labels) if face.family]
    known = _weights(tuple(folders), system=False)
    system = any(face.family not in known for face in asked)
    if system:
        known = _weights(tuple(folders), system=True)
        for face in asked:
            if face.family not in known:
                guess = nearest(face.family.lower(), [name.lower() for name in known])
                name = next((name for name in known if name.lower() == guess), "")
                hint = (
                    f'did you mean "{name}"?'
                    if name
                    else "install it, or put it in the folder that paper's fonts names"
                )
                message = f'no font of the family "{face.family}"'
                told.append(Diagnostic("missing-font", message, face.place, hint, face.excerpt))
    families = _families(style, language, known)
    return Typefaces(
        families, tuple(folders), system, _digest(tuple(folders[len(packages) :]), families, system=system)
    ), told


def _packages(language: str) -> tuple[str, ...]:
    """The packages that hold the fonts of a language; their versions are in every fingerprint."""
    return ("pylopdf_fonts_zh_tw",) if is_traditional(language) else ("pylopdf_fonts_zh_cn",)


def _families(style: PrintStyle, language: str, known: dict[str, int]) -> Families:
    script = "TC" if is_traditional(language) else "SC"
    song, hei = f"Noto Serif {script}", f"Noto Sans {script}"
    first = [song] if is_chinese(language) else [LATIN, song]

    def stack(face: Typeface, others: Sequence[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys([*([face.family] if face.family in known else []), *others]))

    copy = stack(style.type, first)
    heads = stack(style.headlines, copy)
    return Families(copy, heads, stack(style.labels, [hei]), bold=known.get(heads[0], 0) >= BOLD)


@cache
def _weights(folders: tuple[str, ...], *, system: bool) -> dict[str, int]:
    """The heaviest weight of each family that there is."""
    found: dict[str, int] = {}
    for font in typst.Fonts(include_system_fonts=system, font_paths=list(folders)).fonts():
        found[font.family] = max(found.get(font.family, 0), font.weight)
    return found


@cache
def _digest(folders: tuple[str, ...], families: Families, *, system: bool) -> str:
    """A digest of the font files that no package version tells of."""
    if not folders and not system:
        return repr(families)
    named = {*families.type, *families.headlines, *families.labels}
    fonts = typst.Fonts(include_system_fonts=system, font_paths=list(folders)).fonts()
    paths = sorted({font.path for font in fonts if font.path and font.family in named})
    return repr((families, [disk.digest(disk.read(path)) for path in paths]))
