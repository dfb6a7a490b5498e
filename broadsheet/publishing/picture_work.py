"""The job of a picture: its file in, its copies on a tray out."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING

from broadsheet.model.diagnostic import Diagnostic
from broadsheet.model.place import Place
from broadsheet.publishing import disk
from broadsheet.publishing.attachments import below
from broadsheet.publishing.context import bench_of
from broadsheet.publishing.stage import Tray, work_of
from broadsheet.reading.pictures import UnreadablePictureError, opened
from broadsheet.rendering.pictures.derive import derive

if TYPE_CHECKING:
    from collections.abc import Mapping
    from contextlib import AbstractContextManager

    from broadsheet.planning.pictures import Copies
    from broadsheet.publishing.stage import Left

HUGE = 40_000_000
"""Pixels above which only one picture at a time is decoded on a machine: some 150 MB and more."""


@dataclass(frozen=True, slots=True)
class PictureOrder:
    """Copies of a picture to make; `known` is how those stand that do as they were left the last time."""

    context: bytes
    copies: Copies
    known: Mapping[str, Left]


@dataclass(frozen=True, slots=True)
class PictureMade:
    """A picture's copies on their tray; with a diagnostic there are none."""

    copies: Copies
    tray: Tray
    diagnostic: Diagnostic | None = None


def make_picture(order: PictureOrder) -> PictureMade:
    """Make a picture's copies. Raises OSError where the disk fails."""
    context = bench_of(order.context).context
    copies = order.copies
    attachment, file = copies.attachment, copies.attachment.picture
    tray = Tray(context.stage, order.known)
    if file is None:
        raise ValueError("a document has no copies")
    data = bench_of(order.context).content.read(below(attachment.path, context.shown))
    if disk.digest(data) != attachment.digest:
        message, hint = "the file changed while the paper was built", "build again"
        return PictureMade(copies, tray, Diagnostic("unreadable-file", message, Place(attachment.path), hint))
    turn: AbstractContextManager[None] = nullcontext()
    if context.stage and file.width * file.height > HUGE:
        turn = disk.turn(work_of(context.stage) / "huge", attachment.digest, 1)
    try:
        with turn:
            for address, made in derive(opened(data, file), file, copies.renditions, copies.rights, copies.focus):
                tray.put(address.lstrip("/"), made)
    except UnreadablePictureError as error:
        return PictureMade(
            copies, tray, Diagnostic("unreadable-picture", str(error), Place(attachment.path), error.hint)
        )
    return PictureMade(copies, tray)
