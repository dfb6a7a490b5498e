"""`why`: what an output is made from, why it was made again or not, and where a picture's words come from."""

from __future__ import annotations

import json
import pickle
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from broadsheet.model.address import output_path
from broadsheet.model.content_path import beside
from broadsheet.model.credit import says_none
from broadsheet.model.described import described_article
from broadsheet.model.diagnostic import Diagnostic
from broadsheet.publishing import disk
from broadsheet.publishing.attachments import known_attachments
from broadsheet.publishing.history import last_build
from broadsheet.publishing.ledger import Ledger, ledger_name
from broadsheet.publishing.shelf import shelf_of
from broadsheet.publishing.sources import folder_plan, text_of
from broadsheet.publishing.stage import outputs_of, standing
from broadsheet.reading.article import read_article

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadsheet.model.picture import Picture
    from broadsheet.planning.pictures import Copies
    from broadsheet.publishing.press import Standing
    from broadsheet.publishing.settings import Settings
    from broadsheet.publishing.shelf import Shelf

WORDS = (
    *("alt", "caption", "creator", "credit", "reason", "copyright", "license", "licensor", "acquire"),
    *("date", "location", "source_type"),
)
"""Fields of a picture that its article or its file may fill in."""
KINDS = {
    "admin": "the forms, from the settings, the newest editions and their program",
    "assets": "the assets and the drawn title",
    "bundle": "a bundle of the search index, from the stories of its days",
    "bundles": "the directory of the search index",
    "grams": "the search index's directory of grams",
    "month": "a month's lists, from the editions of the month",
    "room": "an output of the site as a whole, from the newest editions and what the months say of themselves",
    "site": "the pages of the site as a whole",
}
"""What makes outputs that no single file of the content folder is behind."""


class UnknownAddressError(LookupError):
    """An address that the last build made nothing for; says so."""


def explain(settings: Settings, asked: str) -> Iterator[str]:
    """Lines about what stands at an address, a path below the output folder, or the page of an article file.

    Raises UnknownAddressError where there is no such thing, and OSError.
    """
    if not disk.stat(settings.cache / ledger_name(settings.cache, str(settings.output))):
        raise UnknownAddressError(f"nothing was built into {settings.output_shown} yet with this cache")
    with Ledger(settings.cache, str(settings.output)) as ledger:
        stands = ledger.fact("standing")
        if not stands:
            raise UnknownAddressError(f"no build into {settings.output_shown} was without errors yet")
        standing_paper: Standing = pickle.loads(stands)  # noqa: S301 - made by this program
        path = _path(settings, ledger, asked, standing_paper.newspaper.base)
        yield from _Explanation(settings, ledger, standing_paper.newspaper.timezone).lines(path)


def _path(settings: Settings, ledger: Ledger, asked: str, base: str) -> str:
    """The output's path that is meant by an address, with or without its site, a path, or an article's file."""
    shown = f"{settings.content_shown}/"
    rows = ledger.rows("SELECT address FROM files WHERE file = ?", (asked.removeprefix(shown),))
    address = rows[0][0] if rows and rows[0][0] else unquote(urlsplit(asked).path)
    address = address.removeprefix(f"{settings.output_shown}/")
    address = address.removeprefix(base) if base and address.startswith(f"{base}/") else address
    for way in (address.lstrip("/"), output_path(f"/{address.strip('/')}/".replace("//", "/"))):
        if any(way in outputs_of(text) for _, text in _units(ledger, way)):
            return way
    raise UnknownAddressError(f'the last build made nothing at "{asked}"')


def _units(ledger: Ledger, path: str) -> list[tuple[str, str]]:
    """Units, with their outputs, that may have made the output at `path`."""
    return ledger.rows("SELECT unit, outputs FROM units WHERE instr(outputs, ?) ORDER BY unit", (path,))


class _Explanation:
    """What the ledger and the content folder know of outputs."""

    def __init__(self, settings: Settings, ledger: Ledger, timezone: str) -> None:
        self._settings = settings
        self._ledger = ledger
        self._timezone = timezone
        self._content: Shelf = shelf_of(settings.content)
        self._shown = settings.content_shown

    def lines(self, path: str) -> Iterator[str]:
        yield f"{self._settings.output_shown}/{path}"
        for unit, text in _units(self._ledger, path):
            outputs = outputs_of(text)
            if path not in outputs:
                continue
            now = standing(shelf_of(self._settings.output), path, outputs[path])
            yield f"  {'stands as it was made' if now else 'is gone or was changed: the next build puts it right'}"
            kind, _, name = unit.partition(" ")
            if kind == "edition":
                yield from self._edition(name, path)
            elif kind == "picture":
                yield from self._picture(name)
            else:
                yield f"  made as {KINDS[kind]}" + (f" ({name})" if name else "")
            yield from self._making(unit, path)

    def _making(self, unit: str, path: str) -> Iterator[str]:
        """Whether a unit was made in the last build, and why; and whether anything else came of it."""
        ((build, why, written),) = self._ledger.rows("SELECT build, why, written FROM history WHERE unit = ?", (unit,))
        ago = last_build(self._ledger) - build
        when = "in the last build"
        if ago:
            yield "  kept in the last build: nothing that it is made from had changed"
            when = f"{ago} {'build' if ago == 1 else 'builds'} before"
        lines, paths = json.loads(why), json.loads(written)
        yield f"  made {when}, because:" if lines else f"  looked at {when}, as in each"
        yield from (f"    {line}" for line in lines)
        is_new = paths is None or path in paths
        yield "  and written anew" if is_new else "  and left as it stood: it came out the same"

    def _edition(self, name: str, path: str) -> Iterator[str]:
        yield f"  made with the edition {name}, whenever one of these changes, a layout, an asset or a setting:"
        rows = self._ledger.rows("SELECT file FROM files WHERE edition = ? ORDER BY file", (name,))
        rows += self._ledger.rows("SELECT file FROM named WHERE edition = ? ORDER BY file", (name,))
        for (file,) in rows:
            yield f"    {self._shown}/{file}{self._change(file)}"
        address = "/" + path.removesuffix("index.html")
        found = self._ledger.rows("SELECT file FROM files WHERE address = ?", (address,))
        for (file,) in found:
            yield from self._story(file, name)

    def _change(self, file: str) -> str:
        """How a file of the content folder differs from what the last build read, in words; "" if it doesn't."""
        rows = self._ledger.rows("SELECT digest FROM files WHERE file = ?", (file,))
        try:
            digest = disk.digest(self._content.read(file))
        except OSError:
            return " (is not there)"
        return "" if rows and rows[0][0] == digest else " (changed since the last build)"

    def _story(self, file: str, edition: str) -> Iterator[str]:
        """The story's file, and each word of its pictures with where it comes from."""
        yield f"  the story is {self._shown}/{file}"
        source = text_of(self._content, self._shown, file)
        plan, broken = folder_plan(self._content, self._shown, file.rpartition("/")[0], self._timezone)
        if isinstance(source, Diagnostic):
            return
        article, _ = read_article(source, plan, self._timezone, date_unknown=broken)
        if article is None:
            return
        known = known_attachments(self._ledger, edition)
        said = described_article(article, {path: a.picture for path, a in known.items() if a.picture})
        for typed, picture in zip(
            (*article.pictures, *article.body.pictures), (*said.pictures, *said.body.pictures), strict=True
        ):
            yield f"  picture {self._shown}/{beside(file, typed.src)}"
            yield from _words(picture, "front matter" if typed in article.pictures else "Markdown")

    def _picture(self, name: str) -> Iterator[str]:
        ((packed,),) = self._ledger.rows("SELECT copies FROM pictures WHERE picture = ?", (name,))
        copies: Copies = pickle.loads(packed)  # noqa: S301 - made by this program
        file = copies.attachment.path.removeprefix(f"{self._shown}/")
        yield "  a copy of this picture, made once for its rights and its point of interest:"
        yield f"    {self._shown}/{file}{self._change(file)}"
        for (edition,) in self._ledger.rows("SELECT edition FROM shown WHERE picture = ? ORDER BY edition", (name,)):
            yield f"  shown by {'the imprint' if edition == 'imprint' else f'the edition {edition}'}"


def _words(picture: Picture, typed: str) -> Iterator[str]:
    origins = dict(picture.origins)
    for field in WORDS:
        if text := getattr(picture, field):
            yield f"    {field}: {text}  ({origins.get(field, typed)})"
    if says_none(picture):
        yield f"    there is no credit, as its editor says in {typed}"
