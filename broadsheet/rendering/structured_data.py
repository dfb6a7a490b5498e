"""What a story says of itself to machines: schema.org's NewsArticle as JSON-LD.

The properties are those of schema.org/NewsArticle with Google's for articles and for image licences; `printPage` and
the edition as a PublicationIssue say where the story stands in print.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from broadsheet.model.address import IMPRINT

if TYPE_CHECKING:
    from broadsheet.planning.views import ArticleView, Figure, PersonRef, Site

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
    issue = {
        "@type": "PublicationIssue",
        "issueNumber": view.edition.issue_number,
        "datePublished": view.edition.date.isoformat(),
        "url": _at(site, view.edition.address),
        "isPartOf": {"@type": "Newspaper", "name": site.title, "issn": site.issn},
    }
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": " ".join(card.title),
        "alternativeHeadline": card.subtitle or card.kicker,
        "description": card.summary,
        "url": _at(site, card.address),
        "mainEntityOfPage": _at(site, card.address),
        "inLanguage": view.language,
        "datePublished": view.published.isoformat(),
        "dateModified": view.modified.isoformat(),
        "dateline": view.dateline,
        "author": [_person(site, person) for person in view.people] or [_house(site, logo)],
        "publisher": _house(site, logo),
        "articleSection": card.section.text if card.section else "",
        "keywords": ", ".join(view.tags),
        "printPage": card.page.number,
        "printSection": card.page.name,
        "printColumn": card.column,
        "printEdition": view.edition.label,
        "isPartOf": issue,
        "image": [_picture(site, figure, view.gallery_credit) for figure in figures] or _at(site, logo),
        "correction": [
            {"@type": "CorrectionComment", "text": note.text, "datePublished": note.date.isoformat()}
            for note in view.corrections
        ],
        "isAccessibleForFree": True,
    }
    text = json.dumps(_without_empty(data), ensure_ascii=False, separators=(",", ":"))
    # A `</script>` in the copy must not end the element.
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _person(site: Site, person: PersonRef) -> dict[str, Any]:
    return {
        "@type": "Person",
        "name": person.name,
        "jobTitle": person.role,
        "affiliation": {"@type": "Organization", "name": person.org} if person.org else None,
        "url": _at(site, person.address),
    }


def _house(site: Site, logo: str) -> dict[str, Any]:
    policies = {
        key: _at(site, policy.address, typed=True)
        for policy in site.policies
        for key, words in POLICIES.items()
        if any(word in policy.text.lower() for word in words)
    }
    return {
        "@type": "NewsMediaOrganization",
        "name": site.publisher or site.title,
        "url": _at(site, "/"),
        "logo": {"@type": "ImageObject", "url": _at(site, logo)},
        "masthead": _at(site, IMPRINT),
        **policies,
    }


def _picture(site: Site, figure: Figure, shared_credit: str) -> dict[str, Any]:
    return {
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


def _pixels(length: int) -> dict[str, Any] | None:
    """A length with its unit; E37 is the pixel of UN/CEFACT's common codes, which schema.org takes units from."""
    return {"@type": "QuantitativeValue", "value": length, "unitCode": "E37"} if length else None


def _at(site: Site, address: str, *, typed: bool = False) -> str:
    """An address of the site in full; `typed` ones are as an editor wrote them, and may lead elsewhere."""
    if not address.startswith("/"):
        return address
    return site.url + (address if typed else quote(address))


def _without_empty(value: Any) -> Any:  # noqa: ANN401 - JSON is of any type
    if isinstance(value, dict):
        return {key: _without_empty(item) for key, item in value.items() if item not in (None, "", [], {})}
    return [_without_empty(item) for item in value] if isinstance(value, list) else value
