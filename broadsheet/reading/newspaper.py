"""newspaper.yaml to the title's settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadsheet.model.address import slugify
from broadsheet.model.newspaper import Newspaper, Policy, Section, StaffMember
from broadsheet.reading.fields import NewspaperFields
from broadsheet.reading.placed import read_yaml
from broadsheet.reading.validation import validate

if TYPE_CHECKING:
    from broadsheet.model.diagnostic import Diagnostic
    from broadsheet.reading.placed import Placed
    from broadsheet.reading.source import Source


def read_newspaper(source: Source) -> tuple[Newspaper, tuple[Diagnostic, ...]]:
    """The settings; with diagnostics and the defaults where the file is at fault."""
    placed = read_yaml(source.text, source.file, source.text)
    fields = None if placed.diagnostics else validate(placed, NewspaperFields)
    if fields is None:
        return Newspaper(), tuple(placed.diagnostics)
    sections: list[Section] = []
    for number, item in enumerate(fields.sections):
        section = Section(item.name, slugify(item.slug or item.name))
        if any(known.slug == section.slug or known.name == section.name for known in sections):
            place = placed.place(("sections", number))
            placed.report("duplicate-section", f'the section "{item.name}" is listed twice', place, "keep one")
        sections.append(section)
    newspaper = Newspaper(
        title=fields.title,
        subtitle=fields.subtitle,
        language=fields.language,
        timezone=fields.timezone,
        url=fields.url,
        publisher=fields.publisher,
        issn=fields.issn,
        cn_number=fields.cn_number,
        founded=fields.founded,
        sections=tuple(sections),
        staff=tuple(StaffMember(item.name, item.role) for item in fields.staff),
        imprint=fields.imprint,
        imprint_line=_first_line(placed, ("imprint",)),
        policies=tuple(Policy(name, address) for name, address in fields.policies),
        checks=tuple(fields.checks.items()),
        extensions=fields.extensions,
    )
    return newspaper, tuple(placed.diagnostics)


def _first_line(placed: Placed, path: tuple[str, ...]) -> int:
    """The line on which a text begins: behind its key, or below it where it is a block."""
    place = placed.place(path)
    return place.line + placed.excerpt(place)[place.column - 1 :].startswith(("|", ">"))
