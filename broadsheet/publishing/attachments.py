"""Pictures and documents beside the articles."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

from broadsheet.model.archive import Attachment
from broadsheet.model.diagnostic import Diagnostic, Severity
from broadsheet.model.place import Place
from broadsheet.publishing import disk
from broadsheet.reading.picture_kinds import DOCUMENTS, PICTURES, ending_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from broadsheet.model.picture_file import PdfFile
    from broadsheet.publishing.ledger import Ledger
    from broadsheet.publishing.shelf import Shelf


def attach(
    shelf: Shelf,
    shown: str,
    files: Iterable[str],
    diagnostics: list[Diagnostic],
    known: Mapping[str, Attachment] | None = None,
) -> dict[str, Attachment]:
    """Those of some files, named as diagnostics name them, that are published; all must exist.

    A file that is `known`, and has not changed since, is not read again.
    """
    found = {file: (known or {}).get(file) or _attach(shelf, shown, file, diagnostics) for file in files}
    return {file: attached for file, attached in found.items() if attached}


def known_attachments(ledger: Ledger, edition: str) -> dict[str, Attachment]:
    """What the ledger knows of files that an edition's copy names, of those that are as they were, by path."""
    words = (
        "SELECT attachments.attachment FROM named JOIN files USING (file)"
        " JOIN attachments ON attachments.file = files.file AND attachments.digest = files.digest"
        " WHERE named.edition = ?"
    )
    known = (pickle.loads(row) for (row,) in ledger.rows(words, (edition,)))  # noqa: S301 - made by this program
    return {attachment.path: attachment for attachment in known}


def published(shelf: Shelf, shown: str, attachment: Attachment) -> bytes:
    """The bytes of a document, or of a drawing with nothing in it but the drawing. Raises OSError."""
    data = shelf.read(below(attachment.path, shown))
    if attachment.picture is None:
        return data
    from broadsheet.reading.pictures import clean_svg  # noqa: PLC0415 - as below

    return clean_svg(data)[0]


def _attach(shelf: Shelf, shown: str, file: str, diagnostics: list[Diagnostic]) -> Attachment | None:
    if ending_of(file) not in PICTURES | DOCUMENTS:
        return None
    # A tenth of a second that a paper without pictures does without.
    from broadsheet.reading.pictures import UnreadablePictureError, clean_svg, read_picture  # noqa: PLC0415 - as said

    try:
        data = shelf.read(below(file, shown))
        picture = read_picture(file, data)
        if picture and picture.kind == "SVG":
            data, removed = clean_svg(data)
            if removed:
                diagnostics.append(_cleaned(file, removed))
    except UnreadablePictureError as error:
        diagnostics.append(Diagnostic("unreadable-picture", str(error), Place(file), error.hint))
        return None
    except OSError as error:
        diagnostics.append(Diagnostic("unreadable-file", f"the file can't be read: {error.strerror}", Place(file)))
        return None
    return Attachment(file, disk.digest(data), picture, _pdf(data) if ending_of(file) == ".pdf" else None)


def _pdf(data: bytes) -> PdfFile:
    from broadsheet.reading.pictures.pdf import read_pdf  # noqa: PLC0415 - a paper without PDFs does without, too

    return read_pdf(data)


def _cleaned(file: str, removed: Sequence[str]) -> Diagnostic:
    message = f"the drawing is published without {', '.join(removed)}"
    return Diagnostic("cleaned-drawing", message, Place(file), "save it as plain SVG", severity=Severity.WARNING)


def below(file: str, shown: str) -> str:
    """A file's path below the content folder, which diagnostics name `shown`."""
    return file.removeprefix(f"{shown}/")
