"""A small newspaper to try things on."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from broadsheet.model.archive import released
from broadsheet.planning.paper import Paper, paper_of
from broadsheet.planning.site_jobs import site_jobs
from broadsheet.publishing.content import read_content
from broadsheet.publishing.press import Edited, build
from broadsheet.publishing.settings import HOUSE, Settings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from broadsheet.planning.job import Job

LAYOUTS = [
    path.name for path in (HOUSE / "layouts").glob("*.html") if path.name not in {"base.html", "search-form.html"}
]
LATER = datetime.fromisoformat("2030-01-01T00:00+08:00")
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="20"><rect width="30" height="20"/></svg>\n'


@dataclass
class Newsroom:
    """A paper's folder, which is the working folder too: `content/`, `layouts/`, `assets/`, `public/`, `.cache/`."""

    folder: Path
    settings: Settings = field(default_factory=lambda: Settings(as_of=LATER, search=False))

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

    def paper(self, as_of: str = "", *, drafts: bool = False) -> Paper:
        """The paper as the planners get it."""
        content = read_content(Path("content"), "content", 1)
        assert content.diagnostics == ()
        zone = content.archive.newspaper.timezone
        moment = datetime.fromisoformat(as_of) if as_of else LATER
        return paper_of(
            replace(content.archive, editions=released(content.archive.editions, zone, moment, drafts=drafts))
        )

    def jobs(self, as_of: str = "", *, drafts: bool = False) -> dict[str, Job]:
        """Every page of the site by address."""
        jobs = list(site_jobs(self.paper(as_of, drafts=drafts), ""))
        assert len({job.address for job in jobs}) == len(jobs)
        return {job.address: job for job in jobs}

    def views(self, as_of: str = "", *, drafts: bool = False) -> dict[str, Any]:
        """What the layouts get, by address."""
        return {address: job.view for address, job in self.jobs(as_of, drafts=drafts).items()}


class _Blocks(yaml.SafeDumper):
    """Writes texts of several words as an editor draws a grid."""


_Blocks.add_representer(
    str,
    lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if " " in text else None),
)


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Newsroom:
    """A paper's folder with nothing in it yet."""
    monkeypatch.chdir(tmp_path)
    return Newsroom(tmp_path)
