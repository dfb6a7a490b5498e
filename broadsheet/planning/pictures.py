"""Which copies of its pictures an article needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from broadsheet.model.content_path import beside
from broadsheet.model.described import described
from broadsheet.model.picture import Picture
from broadsheet.model.rights import rights_of
from broadsheet.planning.renditions import Renditions, renditions_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from broadsheet.model.archive import Attachment
    from broadsheet.model.article import Article
    from broadsheet.model.rights import Rights


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
    shows_story = picture is next(iter(pictures_of(article)), None)
    focus = picture.focus if shows_story else ""
    return _copies(attachment, rights_of(picture, site), focus, card=shows_story)


def linked_copies(attachment: Attachment) -> Copies | None:
    """The copies of a picture that the copy links to: whose it is, the file says. None for what is published itself."""
    return _copies(attachment, rights_of(described(Picture(attachment.path), attachment.picture)))


def page_copies(attachment: Attachment, rights: Rights) -> Copies | None:
    """The copies of a picture of a printed page. None for a drawing."""
    return _copies(attachment, rights, page=True)


def _copies(
    attachment: Attachment, rights: Rights, focus: str = "", *, card: bool = False, page: bool = False
) -> Copies | None:
    if attachment.picture is None or not attachment.is_photo:
        return None
    path, digest, file = attachment.path, attachment.digest, attachment.picture
    return Copies(attachment, renditions_of(path, digest, file, rights, focus, card=card, page=page), rights, focus)


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
