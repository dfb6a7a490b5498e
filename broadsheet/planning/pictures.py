"""Which copies of its pictures an article needs."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING
from urllib.parse import unquote

from broadsheet.model.content_path import beside
from broadsheet.model.rights import Rights, rights_of
from broadsheet.planning.renditions import Renditions, renditions_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from broadsheet.model.archive import Attachment
    from broadsheet.model.article import Article
    from broadsheet.model.picture import Picture

OF_RIGHTS = {field.name for field in fields(Rights)}


@dataclass(frozen=True, slots=True)
class Copies:
    """Copies of the picture in a file, with all that they are made from; `focus` is "" for the middle."""

    attachment: Attachment
    renditions: Renditions
    rights: Rights
    focus: str = ""


def pictures_of(article: Article) -> tuple[Picture, ...]:
    """An article's pictures; the first that is there stands for the story on other pages."""
    lead = (picture for picture in article.pictures if picture.position != "gallery")
    gallery = (picture for picture in article.pictures if picture.position == "gallery")
    return (*lead, *gallery, *article.body.pictures)


def copies_of(article: Article, picture: Picture, attachment: Attachment, site: str) -> Copies | None:
    """The copies of a picture as an article shows it; None for a drawing, which is published itself.

    The one that stands for the story elsewhere has a crop for other sites. `site` is the address that the paper is at.
    """
    if attachment.picture is None or not attachment.is_photo:
        return None
    first = next(iter(pictures_of(article)), None)
    rights, focus = rights_of(picture, site), picture.focus if picture is first else ""
    path, digest, file = attachment.path, attachment.digest, attachment.picture
    return Copies(attachment, renditions_of(path, digest, file, rights, focus, card=picture is first), rights, focus)


def linked_copies(attachment: Attachment) -> Copies | None:
    """The copies of a picture that the copy links to: whose it is, the file says. None for what is published itself."""
    if attachment.picture is None or not attachment.is_photo:
        return None
    rights = Rights(**{said.field: said.text for said in attachment.picture.said if said.field in OF_RIGHTS})
    path, digest, file = attachment.path, attachment.digest, attachment.picture
    return Copies(attachment, renditions_of(path, digest, file, rights, "", card=False), rights)


def all_copies(article: Article, attachments: Mapping[str, Attachment], site: str) -> Iterator[Copies]:
    """All copies that an article of the paper at `site` shows or links to; `attachments` are files by their paths."""
    for picture in pictures_of(article):
        attachment = attachments.get(beside(article.file, picture.src))
        if attachment and (copies := copies_of(article, picture, attachment, site)):
            yield copies
    for link in article.body.links:
        attachment = attachments.get(beside(article.file, unquote(link.target.partition("#")[0])))
        if attachment and (copies := linked_copies(attachment)):
            yield copies
