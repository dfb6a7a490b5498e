"""The working folder as the forms see it: Decap CMS asks for files and hands them in, in the words of its own proxy.

A request is a POST of JSON, `{"action": …, "params": {…}}`. Paths begin with `content/`, which stands for the content
folder wherever it lies; none leads out of it, hidden files are none of the forms' business, and only what belongs to a
paper is written: articles, edition.yaml, newspaper.yaml, pictures and documents. A file that was changed by somebody
else since a form got it is not written over.
"""

from __future__ import annotations

import base64
import binascii
import io
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from broadsheet.model.content_path import is_article
from broadsheet.publishing import disk
from broadsheet.publishing.sources import EDITION
from broadsheet.reading.picture_kinds import DOCUMENTS, FORMATS, PICTURES, ending_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

FOLDER = "content"
"""What the forms call the content folder."""
SETTINGS = "newspaper.yaml"
UNSAFE = frozenset('\\:*?"<>|')
"""Signs that no name of a file has on every disk."""

LARGE = 100_000
"""Bytes of a picture that is sent as it is; larger ones are made small."""
WIDEST = 480
"""Pixels of what is made small, either way."""
UNSHOWN = frozenset({".heic", ".heif", ".tif", ".tiff"})
"""Pictures that browsers don't show."""


class RefusedError(Exception):
    """A request that is not carried out; the message is shown to the editor."""


class FormsFiles:
    """The files of one content folder. Every method gives what the answer's JSON is made from."""

    def __init__(self, content: Path) -> None:
        """Begin with nothing given out."""
        self._content = content
        self._given: dict[str, str] = {}
        self._actions: Mapping[str, Callable[[Mapping[str, Any]], object]] = {
            "entriesByFolder": self._in_folder,
            "entriesByFiles": lambda asked: [self._entry(each["path"], each.get("label")) for each in asked["files"]],
            "getEntry": self._opened,
            "persistEntry": self._save,
            "getMedia": lambda asked: [self._media(path) for path in self._pictures(asked["mediaFolder"])],
            "getMediaFile": lambda asked: self._media(asked["path"]),
            "persistMedia": self._add,
            "deleteFiles": self._delete,
            "getDeployPreview": lambda _: None,
        }

    def answer(self, asked: Mapping[str, Any]) -> object:
        """The answer to a request. Raises RefusedError, and OSError from the disk."""
        action = self._actions.get(str(asked.get("action")))
        if action is None:
            raise RefusedError(f"no action {asked.get('action')!r}")
        try:
            return action(asked["params"])
        except (AttributeError, KeyError, TypeError) as error:
            raise RefusedError(f"not what {asked['action']} is asked with: {error}") from None

    def _in_folder(self, asked: Mapping[str, Any]) -> object:
        folder, ending = asked["folder"], f".{asked['extension'].lstrip('.')}".casefold()
        names = disk.names(self._place(folder, whole=True))
        return [self._entry(f"{folder}/{name}", None) for name in names if name.casefold().endswith(ending)]

    def _opened(self, asked: Mapping[str, Any]) -> object:
        entry = self._entry(asked["path"], None)
        self._given[asked["path"]] = entry["file"]["id"] or ""
        return entry

    def _entry(self, path: str, label: str | None) -> dict[str, Any]:
        """A text file; without text where there is none."""
        data = self._data(path)
        text = None
        if data is not None:
            try:
                text = data.decode()
            except UnicodeDecodeError:
                raise RefusedError(f"{path} is not UTF-8; save it as UTF-8 first") from None
        return {"data": text, "file": {"path": path, "label": label, "id": disk.digest(data) if data else None}}

    def _save(self, asked: Mapping[str, Any]) -> object:
        """Write an article or settings, its pictures first, so that no build sees it without them."""
        files = [(each["path"], each["raw"].encode()) for each in asked["dataFiles"]]
        for path, _ in files:
            self._writable(path, is_article(path) or PurePosixPath(path).name in {EDITION, SETTINGS})
            data = self._data(path)
            if (disk.digest(data) if data else "") != self._given.get(path, ""):
                raise RefusedError(f"{path} has changed since it was opened here; load the page anew")
        for asset in asked["assets"]:
            self._put(asset)
        for path, data in files:
            self._write(path, data)
            self._given[path] = disk.digest(data)
        return {"message": "saved"}

    def _add(self, asked: Mapping[str, Any]) -> object:
        self._put(asked["asset"])
        return self._media(asked["asset"]["path"])

    def _put(self, asset: Mapping[str, Any]) -> None:
        path = asset["path"]
        self._writable(path, ending_of(path) in PICTURES | DOCUMENTS)
        try:
            self._write(path, base64.b64decode(asset["content"], validate=True))
        except binascii.Error:
            raise RefusedError(f"{path} did not arrive whole") from None

    def _delete(self, asked: Mapping[str, Any]) -> object:
        for path in asked["paths"]:
            self._writable(path, is_article(path) or ending_of(path) in PICTURES | DOCUMENTS)
            disk.remove(self._place(path), self._content)
            self._given.pop(path, None)
        return {"message": "deleted"}

    def _pictures(self, folder: str) -> list[str]:
        names = disk.names(self._place(folder, whole=True))
        return [f"{folder.rstrip('/')}/{name}" for name in names if ending_of(name) in PICTURES]

    def _media(self, path: str) -> dict[str, Any]:
        data = self._data(path)
        if data is None:
            raise RefusedError(f"there is no {path}")
        name = PurePosixPath(path).name
        content = base64.b64encode(_small(name, data)).decode()
        return {"id": disk.digest(data), "path": path, "name": name, "content": content, "encoding": "base64"}

    def _data(self, path: str) -> bytes | None:
        """A file's bytes, None where there is none."""
        place = self._place(path)
        return disk.read(place) if disk.stat(place) else None

    def _writable(self, path: str, is_ours: bool) -> None:  # noqa: FBT001 - what the rest of the line asks
        name = PurePosixPath(path).name
        if not is_ours or UNSAFE & set(path) or len(name.encode()) > 255:
            raise RefusedError(f"“{path}” is no name for a file of the paper")

    def _write(self, path: str, data: bytes) -> None:
        place = self._place(path)
        if disk.stat(place):
            disk.replace_bytes(place, data)
        else:
            disk.create(place, data)

    def _place(self, path: str, *, whole: bool = False) -> Path:
        """The place of a path on the disk; of the content folder itself only if it is asked for as a `whole`.

        Raises RefusedError for one that leads elsewhere, by `..` or by a link.
        """
        parts = PurePosixPath(path).parts
        within = parts[1:]
        if parts[:1] != (FOLDER,) or any(part.startswith(".") or "\0" in part for part in within):
            raise RefusedError(f"“{path}” is not in the content folder")
        place = self._content.joinpath(*within)
        if not (within or whole) or not place.resolve().is_relative_to(self._content.resolve()):
            raise RefusedError(f"“{path}” is not in the content folder")
        return place


def _small(name: str, data: bytes) -> bytes:
    """A picture as a form shows it: a large one in small, since those of a whole folder are sent at once."""
    ending = ending_of(name)
    if ending not in FORMATS or (len(data) <= LARGE and ending not in UNSHOWN):
        return data
    # Imported here: nobody who doesn't open a form pays for it.
    from PIL import Image, ImageOps  # noqa: PLC0415 - as said

    from broadsheet.reading.pictures import UnreadablePictureError, open_picture  # noqa: PLC0415 - as said

    small = io.BytesIO()
    try:
        with open_picture(data, FORMATS[ending][0]) as picture:
            picture.draft("RGB", (WIDEST, WIDEST))
            upright: Image.Image = ImageOps.exif_transpose(picture)
            upright.thumbnail((WIDEST, WIDEST))
            upright.convert("RGBA" if "A" in upright.getbands() else "RGB").save(small, "WEBP")
    except UnreadablePictureError:
        return data
    return small.getvalue()
