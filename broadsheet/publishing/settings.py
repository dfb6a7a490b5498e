"""What one build is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

HOUSE = Path(__file__).resolve().parents[2]
"""Where the project's own layouts and assets stand, for papers that bring none or only some."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Folders and options of a build, as the command line gives them.

    `content` and `output` are paths or addresses, see `publishing.shelf`. `pictures` is where copies of pictures are
    kept, `programs` where what npm fetched is, None for folders in the cache. Without `forms` the site has none,
    whatever newspaper.yaml says. `base_url` is "" where newspaper.yaml's `url` holds; `as_of` None is now, and
    without a zone by the paper's. `scheduler` is the address of a Dask cluster's, "" for `workers` processes of this
    machine. `remembers` is for a process that builds again and again: it keeps what it read and rendered, and leaves
    to later builds what nobody waits for: the search index, unless it `indexes`, and all but the newest of the editions
    that are to be printed, of which it `prints` so many (None for all). `thorough` looks for what only `check` does,
    too.
    """

    content: Path | str = Path("content")
    layouts: Path = Path("layouts")
    assets: Path = Path("assets")
    output: Path | str = Path("public")
    cache: Path = Path(".cache")
    pictures: Path | None = None
    programs: Path | None = None
    forms: bool = True
    base_url: str = ""
    as_of: datetime | None = None
    workers: int = 1
    drafts: bool = False
    remembers: bool = False
    indexes: bool = True
    prints: int | None = None
    search: bool = True
    printing: bool = True
    scheduler: str = ""
    thorough: bool = False

    @property
    def content_shown(self) -> str:
        """The content folder as diagnostics name it."""
        return self.content.as_posix() if isinstance(self.content, Path) else self.content.rstrip("/")

    @property
    def content_sent(self) -> Path | str:
        """The content folder as any process finds it: an absolute path, or an address."""
        return self.content.absolute() if isinstance(self.content, Path) else self.content

    @property
    def picture_cache(self) -> Path:
        """Where copies of pictures are kept."""
        return self.pictures or self.cache / "pictures"

    @property
    def program_cache(self) -> Path:
        """Where what npm fetched is kept."""
        return self.programs or self.cache / "programs"

    @property
    def output_shown(self) -> str:
        """The output folder as it is named to people."""
        return self.output.as_posix() if isinstance(self.output, Path) else self.output.rstrip("/")

    @property
    def title(self) -> str:
        """What the paper is called where it doesn't say: the folder that its content folder is in."""
        if isinstance(self.content, Path):
            return self.content.resolve().parent.name
        folders = [part for part in self.content.partition("://")[2].split("/") if part]
        return folders[-2:][0]
