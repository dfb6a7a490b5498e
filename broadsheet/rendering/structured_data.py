"""What a story says of itself to machines: schema.org's NewsArticle as JSON-LD.

The properties are those of schema.org/NewsArticle with Google's for articles and for image licences; `printPage` and
the edition as a PublicationIssue say where the story stands in print.
"""

from __future__ import annotations

from functools import lru_cache
from json.encoder import encode_basestring
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from broadsheet.model.address import IMPRINT

if TYPE_CHECKING:
    from broadsheet.planning.views import ArticleView, CorrectionNote, EditionRef, Figure, PersonRef, Site

_quoted: Final = lru_cache(maxsize=1000)(quote)

POLICIES = {
    "correctionsPolicy": ("correction", "更正"),
    "ethicsPolicy": ("ethic", "准则", "準則", "伦理", "倫理", "操守"),
    "diversityPolicy": ("diversity", "多元"),
    "verificationFactCheckingPolicy": ("fact", "核查"),
}
"""Properties of a NewsMediaOrganization, by what a policy's name has in it."""


def structured_data(view: ArticleView, site: Site, logo: str) -> str:
    """The story's JSON-LD, safe inside a `<script>`. The site must know its own address.

    `logo` is the address of the paper's own picture; it also stands for a story that has none, as Google asks.
    """
    card = view.card
    figures = (*view.lead_figures, *view.body_figures, *view.gallery)
    address = _at(site, card.address)
    text = _filled(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": " ".join(card.title),
            "alternativeHeadline": card.subtitle or card.kicker,
            "description": card.summary,
            "url": address,
            "mainEntityOfPage": address,
            "inLanguage": view.language,
            "datePublished": view.published.isoformat(),
            "dateModified": view.modified.isoformat(),
            "dateline": view.dateline,
            "author": _list([_person(site, person) for person in view.people] or [_house(site, logo)]),
            "publisher": _house(site, logo),
            "articleSection": card.section.text if card.section else "",
            "keywords": ", ".join(view.tags),
            "printPage": card.page.number,
            "printSection": card.page.name,
            "printColumn": card.column,
            "printEdition": view.edition.label,
            "isPartOf": _issue(site, view.edition),
            "image": _list([_picture(site, figure, view.gallery_credit) for figure in figures]) or _at(site, logo),
            "correction": _list([_correction(note) for note in view.corrections]),
            "isAccessibleForFree": Written("true"),
        }
    )
    # A `</script>` in the copy must not end the element.
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


# People, the issue and the house are the same in many stories: as JSON, they are kept. That takes a third of the time.
@lru_cache(maxsize=1000)
def _person(site: Site, person: PersonRef) -> Written:
    return _filled(
        {
            "@type": "Person",
            "name": person.name,
            "jobTitle": person.role,
            "affiliation": _filled({"@type": "Organization", "name": person.org}) if person.org else "",
            "url": _at(site, person.address),
        }
    )


@lru_cache(maxsize=100)
def _issue(site: Site, edition: EditionRef) -> Written:
    return _filled(
        {
            "@type": "PublicationIssue",
            "issueNumber": edition.issue_number,
            "datePublished": edition.date.isoformat(),
            "url": _at(site, edition.address),
            "isPartOf": _filled({"@type": "Newspaper", "name": site.title, "issn": site.issn}),
        }
    )


@lru_cache(maxsize=100)
def _house(site: Site, logo: str) -> Written:
    policies = {
        key: _at(site, policy.address, typed=True)
        for policy in site.policies
        for key, words in POLICIES.items()
        if any(word in policy.text.lower() for word in words)
    }
    return _filled(
        {
            "@type": "NewsMediaOrganization",
            "name": site.publisher or site.title,
            "url": _at(site, "/"),
            "logo": _filled({"@type": "ImageObject", "url": _at(site, logo)}),
            "masthead": _at(site, IMPRINT),
            **policies,
        }
    )


def _picture(site: Site, figure: Figure, shared_credit: str) -> Written:
    return _filled(
        {
            "@type": "ImageObject",
            "contentUrl": _at(site, figure.address),
            "url": _at(site, figure.address),
            "width": _pixels(figure.width),
            "height": _pixels(figure.height),
            "caption": figure.caption or figure.alt,
            "creditText": figure.credit or shared_credit,
            "copyrightNotice": figure.copyright,
            "license": _at(site, figure.license, typed=True),
            "acquireLicensePage": _at(site, figure.acquire, typed=True),
        }
    )


def _pixels(length: int) -> Written | None:
    """A length with its unit; E37 is the pixel of UN/CEFACT's common codes, which schema.org takes units from."""
    return _filled({"@type": "QuantitativeValue", "value": Written(length), "unitCode": "E37"}) if length else None


def _correction(note: CorrectionNote) -> Written:
    return _filled({"@type": "CorrectionComment", "text": note.text, "datePublished": note.date.isoformat()})


def _at(site: Site, address: str, *, typed: bool = False) -> str:
    """An address of the site in full; `typed` ones are as an editor wrote them, and may lead elsewhere."""
    if not address.startswith("/"):
        return address
    return site.url + (address if typed else _quoted(address))


class Written(str):
    """A value that is JSON already."""

    __slots__ = ()


def _list(values: list[Written]) -> Written | None:
    return Written(f"[{','.join(values)}]") if values else None


def _filled(properties: dict[str, str | None]) -> Written:
    """An object of the properties that have a value."""
    pairs = [
        f'"{name}":{value if type(value) is Written else encode_basestring(value)}'
        for name, value in properties.items()
        if value
    ]
    return Written(f"{{{','.join(pairs)}}}")
