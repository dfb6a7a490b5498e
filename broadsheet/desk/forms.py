"""`/admin/` of `serve`: forms that read and write the working folder, in the language of its paper."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from http import HTTPStatus
from pathlib import PurePosixPath
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import parse_qs

from broadsheet.desk.forms_files import FOLDER, FormsFiles, RefusedError
from broadsheet.desk.newsroom import Paper
from broadsheet.publishing import disk
from broadsheet.publishing.forms.program import ProgramError, program
from broadsheet.publishing.forms.site import NEWEST, OWN, forms_of_paper
from broadsheet.publishing.sources import folder_plan
from broadsheet.rendering.forms import forms_config, forms_page

if TYPE_CHECKING:
    from pathlib import Path

AT = "/admin/"
ASK = "/_forms"
"""Where the forms ask for files."""
LARGEST = 200_000_000
"""Bytes of a request: a story with its pictures, each a third longer than its file."""


class Answer(NamedTuple):
    """What a request gets."""

    status: HTTPStatus
    ending: str
    body: bytes


@dataclass(slots=True)
class Forms:
    """The forms of the paper in a content folder; `cache` is where their program is kept."""

    content: Path
    cache: Path
    title: str
    _files: FormsFiles
    _lock: Lock

    @classmethod
    def at(cls, content: Path, cache: Path, title: str) -> Forms:
        """The forms of a folder that may not be there yet; `title` is for a paper that doesn't say its own."""
        return cls(content, cache, title, FormsFiles(content), Lock())

    def page(self, name: str, query: str = "") -> Answer | None:
        """The forms' page ("") or one of its files; None where there is none. Raises OSError from the disk.

        The editions that forms.json names are the newest, or those about the `day` that the query asks for.
        """
        if name in OWN:
            return Answer(HTTPStatus.OK, PurePosixPath(name).suffix, disk.read(OWN[name]))
        if name == "forms.json":
            return Answer(HTTPStatus.OK, ".json", self._config(query).encode())
        try:
            # Only the page waits while it is fetched, and only the first time.
            with self._lock:
                files = program(self.cache)
        except ProgramError as error:
            if name:
                return None
            return Answer(HTTPStatus.SERVICE_UNAVAILABLE, ".txt", f"{error}\n{error.hint}\n".encode())
        if not name:
            paper = Paper.at(self.content)
            page = forms_page(paper.newspaper, paper.newspaper.title or self.title, base="")
            return Answer(HTTPStatus.OK, ".html", page.encode())
        return Answer(HTTPStatus.OK, PurePosixPath(name).suffix, disk.read(files[name])) if name in files else None

    def answer(self, body: bytes) -> Answer:
        """What the forms get for what they ask (see FormsFiles)."""
        try:
            asked = json.loads(body)
            with self._lock:
                told = self._files.answer(asked if isinstance(asked, dict) else {})
        except (RefusedError, ValueError) as error:
            return Answer(HTTPStatus.UNPROCESSABLE_ENTITY, ".json", _json({"error": str(error)}))
        except OSError as error:
            return Answer(HTTPStatus.INTERNAL_SERVER_ERROR, ".json", _json({"error": error.strerror or str(error)}))
        return Answer(HTTPStatus.OK, ".json", _json(told))

    def _config(self, query: str) -> str:
        """forms.json for this folder; with its editions as they are now."""
        paper = Paper.at(self.content)
        known, editions = paper.editions(), []
        with suppress(KeyError, ValueError):
            asked = date.fromisoformat(parse_qs(query)["day"][0])
            known.sort(key=lambda day: abs(day - asked))
        for day in known[:NEWEST]:
            for folder in paper.dated[day]:
                plan, _ = folder_plan(paper.shelf, self.content.as_posix(), folder, paper.newspaper.timezone)
                label = plan.key.label if plan else ""
                editions.append((f"{plan.key.date if plan else day}", label, folder))
        return forms_config(
            forms_of_paper(),
            paper.newspaper,
            backend={"name": "proxy", "proxy_url": ASK},
            folder=FOLDER,
            pattern=paper.pattern,
            editions=editions,
        )


def _json(told: object) -> bytes:
    return json.dumps(told, ensure_ascii=False).encode()
