"""A small newspaper to try things on."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import pytest
import yaml
from hypothesis import settings
from PIL import Image

from broadsheet.model.codes import SETTABLE
from broadsheet.planning.cards import cards_of
from broadsheet.planning.job import Job
from broadsheet.publishing import edition_work, making
from broadsheet.publishing.forms.program import ProgramError, program
from broadsheet.publishing.press import Edited, build
from broadsheet.publishing.proofs import at_level
from broadsheet.publishing.settings import HOUSE, Settings
from broadsheet.rendering.layouts import Layouts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from broadsheet.model.diagnostic import Diagnostic
    from broadsheet.model.newspaper import Newspaper
    from broadsheet.planning.paper import Paper
    from broadsheet.planning.placement import PlacedEdition

# How long an example takes depends on what else the machine does, not on what it shows.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

LAYOUTS = [
    path.name for path in (HOUSE / "layouts").glob("*.html") if path.name not in {"base.html", "search-form.html"}
]
LATER = datetime.fromisoformat("2030-01-01T00:00+08:00")
MOST_LEFT = 2_000
"""Compiled layouts that tests leave to others, some 60 MB."""
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="20"><rect width="30" height="20"/></svg>\n'


@dataclass(frozen=True)
class Changed:
    """What a build did to the output folder, by path: told from the disk, not from what the build says."""

    made: set[str]
    removed: set[str]
    kept: set[str]


@dataclass
class Newsroom:
    """A paper's folder, which is the working folder too: `content/`, `layouts/`, `assets/`, `public/`, `.cache/`."""

    folder: Path
    settings: Settings = field(default_factory=lambda: Settings(as_of=LATER, search=False, printing=False))

    def write(self, files: Mapping[str, str | bytes]) -> None:
        """Files by path, texts or bytes."""
        for name, text in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())

    def story(self, file: str, body: str = "一段正文。", **keys: Any) -> None:
        """An article below `content/`, with a title if none is given; keys are front matter."""
        keys.setdefault("title", Path(file).stem)
        rows = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in keys.items())
        self.write({f"content/{file}": f"---\n{rows}---\n{body}\n"})

    def edition(self, folder: str, **keys: Any) -> None:
        """An edition.yaml below `content/`; a grid is written as a block."""
        text = yaml.dump(keys, Dumper=_Blocks, allow_unicode=True, sort_keys=False)
        self.write({f"content/{folder}/edition.yaml": text})

    def picture(self, file: str, width: int = 30) -> None:
        """A picture below `content/`."""
        self.write({f"content/{file}": PICTURE.format(width)})

    def photo(self, file: str, size: tuple[int, int] = (48, 32), colour: str = "#806040", **saved: Any) -> None:
        """A photograph below `content/`, of one colour and saved as Pillow is told."""
        path = self.folder / "content" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.new("RGB", size, colour).save(path, **saved)

    def plain_layouts(self) -> None:
        """Small layouts that show all that they see: quick, and every page that could differ does."""
        self.write({f"layouts/{name}": '{% include "parts/frame.html" %}{{ view }}</body>\n' for name in LAYOUTS})
        self.write(
            {
                "layouts/parts/frame.html": "<body>{{ site.title }} {{ asset('broadsheet.css') }}\n",
                "layouts/parts/figure.html": "{% macro figure(picture) %}{{ picture.address }}{% endmacro %}",
            }
        )

    def remove(self, file: str) -> None:
        """Delete a file."""
        (self.folder / file).unlink()

    def build(self, **options: Any) -> Edited:
        """A build with the settings, changed by `options`."""
        return build(replace(self.settings, **options))

    def built(self, **options: Any) -> Edited:
        """A build that must have no diagnostics."""
        edited = self.build(**options)
        assert edited.diagnostics == ()
        return edited

    def outputs(self, folder: str = "public") -> dict[str, bytes]:
        """Bytes of every file of a folder, by path."""
        root = self.folder / folder
        return {p.relative_to(root).as_posix(): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()}

    def page(self, address: str) -> str:
        """The page at an address."""
        path = address.lstrip("/") + ("index.html" if address.endswith("/") else "")
        return (self.folder / "public" / path).read_text(encoding="utf-8")

    def changed(self, folder: str = "public", **options: Any) -> Changed:
        """What a build that must have no diagnostics does to the output folder, in which nobody else put files."""
        before = self._files(folder)
        published = self.built(output=self.folder / folder, **options).published
        after = self._files(folder)
        kept = {path for path, state in after.items() if before.get(path) == state}
        changed = Changed(set(after) - kept, set(before) - set(after), kept)
        assert published is not None
        counts = (published.made, published.removed, published.kept)
        assert counts == (len(changed.made), len(changed.removed), len(changed.kept))
        return changed

    def papers(self, as_of: str = "", *, drafts: bool = False) -> list[tuple[Paper, PlacedEdition]]:
        """What the planners of each edition that is out get, oldest first."""
        return self._planned(as_of, drafts=drafts)[1]

    def jobs(self, as_of: str = "", *, drafts: bool = False) -> dict[str, Job]:
        """Every page of the site by address."""
        return self._planned(as_of, drafts=drafts)[0]

    def views(self, as_of: str = "", *, drafts: bool = False) -> dict[str, Any]:
        """What the layouts get, by address."""
        return {address: job.view for address, job in self.jobs(as_of, drafts=drafts).items()}

    def _files(self, folder: str) -> dict[str, tuple[int, int]]:
        """Every file's number and time: a file that is put in place of another has another number."""
        root = self.folder / folder
        files = [(path.relative_to(root).as_posix(), path.stat()) for path in root.rglob("*") if path.is_file()]
        return {path: (found.st_ino, found.st_mtime_ns) for path, found in files}

    def _planned(self, as_of: str, *, drafts: bool) -> tuple[dict[str, Job], list[tuple[Paper, PlacedEdition]]]:
        """A real build into a scratch folder, whose pages are written down instead of being laid out.

        Rules are passed over: what the planners make of copy at fault is to be seen, too.
        """
        jobs: list[Job] = []
        papers: list[tuple[Paper, PlacedEdition]] = []

        def render(_: Layouts, name: str, *, site: object, view: Any) -> str:
            assert site is not None
            jobs.append(Job(view.address, name, view))
            return ""

        def carded(paper: Paper, edition: PlacedEdition) -> dict[str, Any]:
            papers.append((paper, edition))
            return cards_of(paper, edition)

        def readable(found: Iterable[Diagnostic], newspaper: Newspaper) -> Iterator[Diagnostic]:
            return at_level((fault for fault in found if fault.code not in SETTABLE), newspaper)

        scratch = self.folder / ".scratch"
        moment = datetime.fromisoformat(as_of) if as_of else LATER
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Layouts, "render", render)
            patch.setattr(edition_work, "cards_of", carded)
            patch.setattr(making, "at_level", readable)
            patch.setattr(making.SearchStep, "make", lambda *_: None)
            self.built(
                output=scratch / "public", cache=scratch / "cache", as_of=moment, drafts=drafts, search=True, workers=1
            )
        shutil.rmtree(scratch)
        assert len({job.address for job in jobs}) == len(jobs)
        return {job.address: job for job in jobs}, papers


class _Blocks(yaml.SafeDumper):
    """Writes texts of several words as an editor draws a grid."""


_Blocks.add_representer(
    str,
    lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if " " in text else None),
)


class _Compiled(dict[str, bytes]):
    """Compiled layouts of one build, which fall back on those that other tests' builds left."""

    left: ClassVar[dict[str, bytes]] = {}

    def get(self, key: str, default: Any = None) -> Any:
        if key not in self and key in self.left:
            self[key] = self.left[key]
        return super().get(key, default)

    def __setitem__(self, key: str, made: bytes) -> None:
        super().__setitem__(key, made)
        if len(self.left) < MOST_LEFT:
            self.left[key] = made

    def __reduce__(self) -> tuple[type[dict[str, bytes]], tuple[dict[str, bytes]]]:
        return dict, (dict(self),)


@pytest.fixture(autouse=True)
def _layouts_compiled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compiling them takes three quarters of a small paper's build. A digest of all that they depend on names them."""
    known = making.Making._compiled
    monkeypatch.setattr(making.Making, "_compiled", lambda paper: _Compiled(known(paper)))


@pytest.fixture(scope="session")
def forms_program(request: pytest.FixtureRequest) -> Path:
    """A cache folder with the forms' program, fetched once for all runs; without npm a skip, and in CI a failure."""
    folder: Path = request.config.cache.mkdir("programs")
    try:
        program(folder)
    except ProgramError as error:
        if os.environ.get("CI"):
            pytest.fail(f"{error}; {error.hint}")
        pytest.skip(f"{error}; {error.hint}")
    return folder


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Newsroom:
    """A paper's folder with nothing in it yet."""
    monkeypatch.chdir(tmp_path)
    return Newsroom(tmp_path)
