"""The bytes of a picture for the printed page."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image

from broadsheet.model.rights import Rights
from broadsheet.planning.renditions import Renditions
from broadsheet.publishing.attachments import below, published
from broadsheet.reading.pictures import UnreadablePictureError, opened
from broadsheet.rendering.pictures.derive import derive

if TYPE_CHECKING:
    from broadsheet.model.archive import Attachment
    from broadsheet.publishing.shelf import Shelf

WIDEST = 1000
"""Pixels: 200 to the inch over half the width of a tabloid, more over the one or two columns that most have."""
PAGE = 2400
"""The same over the whole of it."""


def picture_file(attachment: Attachment) -> str:
    """What the typesetter calls a picture: by its content."""
    return f"pictures/{attachment.digest[:24]}.{'jpg' if attachment.is_photo else 'svg'}"


def print_picture(shelf: Shelf, shown: str, attachment: Attachment, widest: int = WIDEST) -> bytes:
    """A drawing as it is published, or a photograph at the size that print needs. Raises OSError."""
    file = attachment.picture
    if file is None or not attachment.is_photo:
        return published(shelf, shown, attachment)
    width = min(file.width, widest)
    height = max(1, round(file.height * width / file.width))
    renditions = Renditions("", width, height, (width,), ("jpg",))
    still = replace(file, frames=1)
    data = shelf.read(below(attachment.path, shown))
    try:
        ((_, made),) = derive(opened(data, file), still, renditions, Rights(), "")
    except UnreadablePictureError:
        # The step that makes the copies for the web tells it, and then nothing is published.
        blank = BytesIO()
        Image.new("L", (8, 8), 200).save(blank, "JPEG")
        return blank.getvalue()
    return made
