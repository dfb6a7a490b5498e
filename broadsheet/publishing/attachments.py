"""Pictures and documents beside the articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadsheet.model.archive import Attachment
from broadsheet.model.diagnostic import Diagnostic
from broadsheet.model.place import Place
from broadsheet.publishing import disk
from broadsheet.reading.pictures import DOCUMENTS, PICTURES, UnreadablePictureError, read_picture

if TYPE_CHECKING:
    from collections.abc import Iterable

    from broadsheet.publishing.shelf import Shelf


def attach(
    shelf: Shelf, shown: str, files: Iterable[str], diagnostics: list[Diagnostic]
) -> dict[str, tuple[Attachment, bytes]]:
    """Those of some files, named as diagnostics name them, that are published, with their bytes; all must exist."""
    found = {file: _attach(shelf, shown, file, diagnostics) for file in files}
    return {file: attached for file, attached in found.items() if attached}


def _attach(shelf: Shelf, shown: str, file: str, diagnostics: list[Diagnostic]) -> tuple[Attachment, bytes] | None:
    ending = "." + file.rpartition(".")[2].lower()
    if ending not in PICTURES | DOCUMENTS:
        return None
    try:
        data = shelf.read(below(file, shown))
        picture = read_picture(file, data)
    except UnreadablePictureError as error:
        diagnostics.append(Diagnostic("unreadable-picture", str(error), Place(file), error.hint))
        return None
    except OSError as error:
        diagnostics.append(Diagnostic("unreadable-file", f"the file can't be read: {error.strerror}", Place(file)))
        return None
    width, height = (picture.width, picture.height) if picture else (0, 0)
    return Attachment(file, disk.digest(data), width, height), data


def below(file: str, shown: str) -> str:
    """A file's path below the content folder, which diagnostics name `shown`."""
    return file.removeprefix(f"{shown}/")
