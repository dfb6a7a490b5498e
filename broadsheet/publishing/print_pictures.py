"""The bytes of a picture for the printed page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from broadsheet.model.rights import Rights
from broadsheet.planning.renditions import Renditions
from broadsheet.publishing.attachments import below, published
from broadsheet.rendering.pictures.derive import derive

if TYPE_CHECKING:
    from broadsheet.model.archive import Attachment
    from broadsheet.publishing.shelf import Shelf

WIDEST = 1400
"""Pixels: 150 to the inch over the whole width of a tabloid, more over the columns that pictures have."""


def picture_file(attachment: Attachment) -> str:
    """What the typesetter calls a picture: by its content."""
    return f"pictures/{attachment.digest[:24]}.{'jpg' if attachment.is_photo else 'svg'}"


def print_picture(shelf: Shelf, shown: str, attachment: Attachment) -> bytes:
    """A drawing as it is published, or a photograph at the size that print needs. Raises OSError."""
    file = attachment.picture
    if file is None or not attachment.is_photo:
        return published(shelf, shown, attachment)
    width = min(file.width, WIDEST)
    height = max(1, round(file.height * width / file.width))
    renditions = Renditions("", width, height, (width,), ("jpg",))
    still = replace(file, frames=1)
    ((_, data),) = derive(shelf.read(below(attachment.path, shown)), still, renditions, Rights(), "")
    return data
