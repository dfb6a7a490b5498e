"""Pictures with the words that their files hold, where the editor gave none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from broadsheet.model.content_path import beside
from broadsheet.model.credit import CREDITS, says_none
from broadsheet.model.source_type import source_type_address

if TYPE_CHECKING:
    from collections.abc import Mapping

    from broadsheet.model.archive import EditionCopy
    from broadsheet.model.article import Article
    from broadsheet.model.picture import Picture
    from broadsheet.model.picture_file import PictureFile


def described_copy(copy: EditionCopy, files: Mapping[str, PictureFile]) -> EditionCopy:
    """An edition's copy whose pictures say what `files`, by path, say; those of other files keep their own words."""
    return replace(copy, articles=tuple(described_article(article, files) for article in copy.articles))


def described_article(article: Article, files: Mapping[str, PictureFile]) -> Article:
    """An article, as `described_copy` has it."""

    def all_of(pictures: tuple[Picture, ...]) -> tuple[Picture, ...]:
        return tuple(described(picture, files.get(beside(article.file, picture.src))) for picture in pictures)

    if not (article.pictures or article.body.pictures):
        return article
    body = replace(article.body, pictures=all_of(article.body.pictures))
    return replace(article, pictures=all_of(article.pictures), body=body)


def described(picture: Picture, file: PictureFile | None) -> Picture:
    """A picture with its file's words in each field that the editor left empty, and the origin of each of these.

    Where the editor says that there is no credit, the file's creator and credit are none either. A source type that is
    typed by its name becomes its address.
    """
    own = source_type_address(picture.source_type) or picture.source_type
    said = [
        said
        for said in (file.said if file else ())
        if not getattr(picture, said.field) and not (said.field in CREDITS and says_none(picture))
    ]
    words: dict[str, Any] = {"source_type": own, **{one.field: one.text for one in said}}
    return replace(picture, **words, origins=tuple((one.field, one.origin) for one in said))
