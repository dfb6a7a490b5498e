"""What stands round the stories of a printed page, in the edition's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadsheet.planning.printed.page import Frame, Masthead
from broadsheet.planning.printed.stories import PrintWords
from broadsheet.rendering.dates import full_date, lunar, written_date
from broadsheet.rendering.strings import spoken

if TYPE_CHECKING:
    from broadsheet.planning.placement import PlacedEdition
    from broadsheet.planning.views import PageRef, Site


def words_of(language: str) -> PrintWords:
    """What the page says by itself."""
    text = spoken(language).gettext

    def line(message: str) -> str:
        return text(message) % {"number": "{}"}

    return PrintWords(
        see=line("See page %(number)s"),
        onward=line("(continued on page %(number)s)"),
        origin=line("(continued from page %(number)s)"),
        overleaf=text("(continued on the next sheet)"),
        before=text("(continued from the sheet before)"),
    )


def page_title(page: PageRef, language: str) -> str:
    """A page's number and name: `第A05版 城事`."""
    number = spoken(language).gettext("Page %(number)s") % {"number": page.number}
    return f"{number} {page.name}".rstrip()


def printed_alt(page: str, language: str) -> str:
    """What a picture of a whole page, by its title, is to those who don't see it."""
    return spoken(language).gettext("%(page)s as printed") % {"page": page}


def edition_title(edition: PlacedEdition, site: Site, language: str) -> str:
    """The title of an edition's document: the paper's and the date's."""
    parts = [site.title, full_date(edition.ref.date, language), edition.ref.label, edition.ref.title]
    return " ".join(part for part in parts if part)


def frame_of(
    site: Site, edition: PlacedEdition, order: int, *, language: str, drawn_title: str, sheet: int = 1
) -> Frame:
    """The frame of the edition's page number `order`, counted from 0; `drawn_title` is the masthead's file or ""."""
    placed = edition.pages[order]
    ref = placed.ref
    name = page_title(ref, language)
    day = full_date(edition.ref.date, language)
    foot = ["\u3000".join(f"{role} {who}" for role, who in placed.page.editors)] if placed.page.editors else []
    if order == len(edition.pages) - 1:
        foot.append(imprint_line(site, language))
    first = order == 0 and sheet == 1
    label = ref.name if sheet == 1 else f"{ref.name} ({sheet})".strip()
    return Frame(
        name=name if sheet == 1 else f"{name} ({sheet})",
        number=ref.number,
        label=" ".join(part for part in (label, ref.supplement) if part),
        day=f"{site.title}  {day}",
        recto=ref.number[-1:] in "13579",
        masthead=_masthead(site, edition, language, drawn_title) if first else None,
        foot=tuple(line for line in foot if line),
    )


def imprint_line(site: Site, language: str) -> str:
    """Who publishes the paper, on the last page."""
    text = spoken(language).gettext
    parts = [
        site.title,
        text("Published by %(publisher)s") % {"publisher": site.publisher} if site.publisher else "",
        text("CN %(number)s") % {"number": site.cn_number} if site.cn_number else "",
        f"ISSN {site.issn}" if site.issn else "",
        text("Founded %(founded)s") % {"founded": written_date(site.founded, language)} if site.founded else "",
        site.url.partition("//")[2],
    ]
    return "\u3000".join(part for part in parts if part)


def _masthead(site: Site, edition: PlacedEdition, language: str, drawn_title: str) -> Masthead:
    catalogue = spoken(language)
    day = full_date(edition.ref.date, language)
    count = len(edition.pages)
    issue = edition.ref.issue_number
    right = [
        catalogue.gettext("No. %(issue)s") % {"issue": issue} if issue else "",
        catalogue.ngettext("%(count)s page today", "%(count)s pages today", count) % {"count": count},
        site.cn_number,
    ]
    left = [*day.split(" ", 1)] if " 星期" in day else [day]
    return Masthead(
        title=site.title,
        picture=drawn_title,
        left=tuple(part for part in (*left, lunar(edition.ref.date, language)) if part),
        right=tuple(part for part in right if part),
        line=(site.subtitle, site.url.partition("//")[2]),
    )
