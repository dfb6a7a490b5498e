"""newspaper.yaml to the title's settings."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from broadsheet.model.address import slugify
from broadsheet.model.codes import CODES, SETTABLE
from broadsheet.model.newspaper import Admin, Newspaper, Policy, Section, StaffMember
from broadsheet.model.printed import PrintStyle, Typeface
from broadsheet.reading.fields import NewspaperFields
from broadsheet.reading.placed import read_yaml
from broadsheet.reading.validation import nearest, validate

if TYPE_CHECKING:
    from broadsheet.model.diagnostic import Diagnostic
    from broadsheet.reading.fields import AdminFields, PaperFields
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
        first = next((known for known in sections if known.slug == section.slug or known.name == section.name), None)
        if first:
            place = placed.place(("sections", number))
            message = f'the section "{item.name}" is listed twice'
            if first.name != section.name:
                message = f'"{item.name}" and "{first.name}" have one address, /sections/{section.slug}/'
            placed.report("duplicate-section", message, place, "keep one, or give one another slug")
        sections.append(section)
    for code in fields.checks:
        # Extensions have rules of their own, whose codes nobody knows before they are loaded.
        if code in CODES or not fields.extensions:
            _check_code(placed, code)
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
        paper=_style(placed, fields.paper),
        printed_since=fields.paper.since or date.min,
        admin=_admin(placed, fields.admin) if fields.admin else None,
    )
    return newspaper, tuple(placed.diagnostics)


def _style(placed: Placed, fields: PaperFields) -> PrintStyle:
    """The printed page, with the project's choice for what the paper leaves open."""

    def face(key: str, family: str) -> Typeface:
        place = placed.place(("paper", key))
        return Typeface(family, place, placed.excerpt(place)) if family else Typeface()

    given: dict[str, Any] = {"columns": fields.columns, "body": fields.body, "ink": fields.ink, "accent": fields.accent}
    given |= {"ground": fields.ground, "fonts": fields.fonts}
    if fields.size:
        given |= {"width": fields.size[0], "height": fields.size[1]}
    return replace(
        PrintStyle(
            type=face("type", fields.type),
            headlines=face("headlines", fields.headlines),
            labels=face("labels", fields.labels),
        ),
        **{key: value for key, value in given.items() if value is not None},
    )


def _admin(placed: Placed, fields: AdminFields) -> Admin:
    """The forms on the site; a host that nobody can guess, and an ID that it asks for, must be given."""
    place = placed.place(("admin", "backend"))
    lacks = [] if fields.backend == "github" or fields.app_id else ["app_id"]
    lacks += ["site"] if fields.backend in {"gitea", "forgejo"} and not fields.site else []
    for key in lacks:
        message = f"{fields.backend} needs {key}"
        placed.report("missing-key", message, place, f"add “{key}: …” below it")
    return Admin(**fields.model_dump(), line=place.line)


def _check_code(placed: Placed, code: str) -> None:
    place = placed.keys.get(("checks", code), placed.place(("checks",)))
    if code not in CODES:
        known = sorted(SETTABLE)
        guess = nearest(code, known)
        hint = f'did you mean "{guess}"?' if guess else f"there are: {', '.join(known)}"
        placed.report("unknown-check", f'no rule "{code}"', place, hint)
    elif code not in SETTABLE:
        message = f'the level of "{code}" can\'t be set: {CODES[code]}'
        placed.report("unknown-check", message, place, "take the line out, and mend what it says")


def _first_line(placed: Placed, path: tuple[str, ...]) -> int:
    """The line on which a text begins: behind its key, or below it where it is a block."""
    place = placed.place(path)
    return place.line + placed.excerpt(place)[place.column - 1 :].startswith(("|", ">"))
