"""What a story says of itself to machines: schema.org's NewsArticle as JSON-LD.

The properties are those of schema.org/NewsArticle with Google's for articles and for image licences; `printPage` and
the edition as a PublicationIssue say where the story stands in print.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from broadsheet.model.address import IMPRINT
from broadsheet.rendering.linked_data import Written, at, filled, listed
from broadsheet.rendering.picture_data import image_object

if TYPE_CHECKING:
    from broadsheet.planning.views import ArticleView, CorrectionNote, EditionRef, PersonRef, Site

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
    address = at(site, card.address)
    text = filled(
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
            "author": listed([_person(site, person) for person in view.people] or [_house(site, logo)]),
            "publisher": _house(site, logo),
            "articleSection": card.section.text if card.section else "",
            "keywords": ", ".join(view.tags),
            "printPage": card.page.number,
            "printSection": card.page.name,
            "printColumn": card.column,
            "printEdition": view.edition.label,
            "isPartOf": _issue(site, view.edition),
            "image": listed([image_object(site, figure) for figure in figures]) or at(site, logo),
            "correction": listed([_correction(note) for note in view.corrections]),
            "isAccessibleForFree": Written("true"),
        }
    )
    # A `</script>` in the copy must not end the element.
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


# People, the issue and the house are the same in many stories: as JSON, they are kept.
@lru_cache(maxsize=1000)
def _person(site: Site, person: PersonRef) -> Written:
    return filled(
        {
            "@type": "Person",
            "name": person.name,
            "jobTitle": person.role,
            "affiliation": filled({"@type": "Organization", "name": person.org}) if person.org else "",
            "url": at(site, person.address),
        }
    )


@lru_cache(maxsize=100)
def _issue(site: Site, edition: EditionRef) -> Written:
    return filled(
        {
            "@type": "PublicationIssue",
            "issueNumber": edition.issue_number,
            "datePublished": edition.date.isoformat(),
            "url": at(site, edition.address),
            "isPartOf": filled({"@type": "Newspaper", "name": site.title, "issn": site.issn}),
        }
    )


@lru_cache(maxsize=100)
def _house(site: Site, logo: str) -> Written:
    policies = {
        key: at(site, policy.address, typed=True)
        for policy in site.policies
        for key, words in POLICIES.items()
        if any(word in policy.text.lower() for word in words)
    }
    return filled(
        {
            "@type": "NewsMediaOrganization",
            "name": site.publisher or site.title,
            "url": at(site, "/"),
            "logo": filled({"@type": "ImageObject", "url": at(site, logo)}),
            "masthead": at(site, IMPRINT),
            **policies,
        }
    )


def _correction(note: CorrectionNote) -> Written:
    return filled({"@type": "CorrectionComment", "text": note.text, "datePublished": note.date.isoformat()})
