"""What forms call the keys of articles, editions and settings, and what they say beside them."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def said(message: str) -> str:
    """A message of the catalogues, to be translated where it is shown."""
    return message


IMAGE: Mapping[str, str] = MappingProxyType(
    {
        "src": said("Picture file"),
        "alt": said("What the picture shows"),
        "caption": said("Caption"),
        "creator": said("Made by"),
        "credit": said("Credit"),
        "reason": said("Why there is no credit"),
        "copyright": said("Copyright"),
        "license": said("Address of the licence"),
        "licensor": said("Who gives rights"),
        "acquire": said("Where rights are had"),
        "date": said("When it was made"),
        "location": said("Where it was made"),
        "source_type": said("How it was made"),
        "position": said("Where it stands"),
        "focus": said("Point of interest"),
    }
)
PAGE: Mapping[str, str] = MappingProxyType(
    {
        "number": said("Page number"),
        "name": said("Name of the page"),
        "editors": said("Credits of the page"),
        "grid": said("Drawing of the page"),
        "supplement": said("Supplement"),
        "kind": said("What it is, if no page of stories"),
        "image": said("Printed page: picture"),
        "pdf": said("Printed page: PDF"),
        "areas_size": said("Printed page: size that areas are measured in"),
    }
)
LABELS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "article": {
            "title": said("Headline"),
            "kicker": said("Kicker"),
            "subtitle": said("Subtitle"),
            "date": said("Date of the edition"),
            "edition": said("Which edition of the day"),
            "section": said("Section"),
            "column": said("Column"),
            "genre": said("Genre"),
            "page": said("On page"),
            "byline": said("Byline"),
            "dateline": said("Dateline"),
            "source": said("Source"),
            "summary": said("Summary"),
            "tags": said("Search words"),
            "editors": said("Editors of the story"),
            "language": said("Language"),
            "importance": said("Importance"),
            "images": said("Pictures"),
            "slug": said("End of the address"),
            "aliases": said("Old addresses"),
            "publish_at": said("Published at"),
            "draft": said("Draft"),
            "corrections": said("Corrections"),
            "jump_to": said("Continued on page"),
            "teaser_of": said("Points to the story"),
            "body": said("Copy"),
        },
        "article.images": IMAGE,
        "article.corrections": {"date": said("Corrected on"), "text": said("What was wrong and what is right")},
        "edition": {
            "date": said("Date of the edition"),
            "label": said("Which edition of the day"),
            "issue_number": said("Issue number"),
            "release": said("Released at"),
            "title": said("Title of a special edition"),
            "language": said("Language"),
            "pages": said("Pages of the edition"),
        },
        "edition.pages": PAGE,
        "newspaper": {
            "title": said("Title of the paper"),
            "subtitle": said("Line under the title"),
            "language": said("Language"),
            "timezone": said("Time zone"),
            "url": said("Address of the site"),
            "publisher": said("Publisher"),
            "issn": said("ISSN"),
            "cn_number": said("CN number"),
            "founded": said("Founded"),
            "sections": said("Sections"),
            "staff": said("Staff"),
            "imprint": said("Imprint"),
            "policies": said("Policies"),
            "paper": said("Printed page"),
            "checks": said("Rules of the desk"),
            "extensions": said("Extensions"),
            "admin": said("Forms on the site"),
        },
        "newspaper.sections": {"name": said("Name"), "slug": said("End of the address")},
        "newspaper.staff": {"name": said("Name"), "role": said("Role")},
        "newspaper.paper": {
            "size": said("Size of the page"),
            "columns": said("Columns of type"),
            "body": said("Size of the copy's type"),
            "type": said("Type of the copy"),
            "headlines": said("Type of headlines"),
            "labels": said("Type of captions"),
            "fonts": said("Folder of fonts"),
            "ink": said("Colour of type"),
            "accent": said("Colour of kickers"),
            "ground": said("Colour of the paper"),
            "since": said("First edition with printed pages"),
        },
        "newspaper.admin": {
            "backend": said("Where the repository is"),
            "repo": said("Repository"),
            "branch": said("Branch"),
            "folder": said("Content folder in the repository"),
            "site": said("Address of the repository's host"),
            "sign_in": said("Address of the sign-in service"),
            "app_id": said("Application ID"),
        },
    }
)
"""By what a form is of, then by key."""
HINTS: Mapping[str, str] = MappingProxyType(
    {
        "article.title": said("One line of the headline to a line"),
        "article.kicker": said("Above the headline"),
        "article.subtitle": said("Below the headline, one line of it to a line"),
        "article.edition": said("Only where a day has more than one: evening"),
        "article.page": said("Such as A05 or 5"),
        "article.byline": said("As printed, such as: By Jane Doe"),
        "article.summary": said("The story in a sentence"),
        "article.tags": said("Commas between them"),
        "article.importance": said("1 is the lead of the page"),
        "article.images": said("Every picture needs who made it and what it shows"),
        "article.slug": said("If it is not to be the file's name"),
        "article.publish_at": said("Not shown before. By the paper's clock, such as 2025-04-16T06:00"),
        "article.draft": said("A draft is not published"),
        "article.body": said("Markdown: an empty line between paragraphs, ## and a space before a crosshead"),
        "article.images.alt": said("For those who don't see it"),
        "article.images.creator": said("This or the credit is needed, unless the file says it"),
        "article.images.credit": said("Printed as typed"),
        "article.images.focus": said("Such as 50% 30%"),
        "edition.label": said("Only where a day has more than one: evening"),
        "edition.release": said("Not shown before. By the paper's clock, such as 2025-04-16T06:00"),
        "edition.pages.editors": said("One to a line, such as: Editor: Jane Doe"),
        "edition.pages.grid": said("One word to a cell, one line to a row: the names of the stories' files"),
        "newspaper.policies": said("One to a line, such as: Corrections: /corrections/"),
        "newspaper.checks": said("One to a line: a rule's code: error, warning or off"),
        "newspaper.imprint": said("Markdown"),
    }
)
"""By form and key."""
CHOICES: Mapping[str, str] = MappingProxyType(
    {
        "lead": said("At the head of the story"),
        "gallery": said("In the gallery after the copy"),
        "github": said("GitHub"),
        "gitlab": said("GitLab"),
        "gitea": said("Gitea"),
        "forgejo": said("Forgejo"),
    }
)
"""What can be chosen, where it isn't a name."""
WORDS: Mapping[str, str] = MappingProxyType(
    {
        "admin": said("The desk"),
        "day": said("Edition of"),
        "open": said("Show"),
        "paper": said("To the paper"),
        "editions": said("Editions"),
        "edition": said("Edition"),
        "settings": said("The paper"),
        "story": said("Story"),
        "example": said("Write it such as %(example)s"),
        "no pair": said("A line without a colon: %(line)s"),
        "unreadable": said("Can't be edited here: %(why)s"),
        "not yaml": said("its front matter is JSON or TOML"),
        "no text": said("its front matter can't be read"),
        "script": said("The forms need JavaScript."),
    }
)
"""What the forms' page says, by what it is for."""
