"""The layouts and assets of a build: the paper's own, and the project's for what the paper doesn't bring."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from broadsheet.checking.layouts import check_layouts
from broadsheet.model.diagnostic import Diagnostic
from broadsheet.model.place import Place
from broadsheet.publishing import disk
from broadsheet.publishing.settings import HOUSE
from broadsheet.reading.source import decode
from broadsheet.rendering.printed.fault import TEMPLATE

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of `assets/`: its name, where it stands, and its address, named by its content."""

    name: str
    path: Path
    digest: str
    address: str


def read_layouts(folder: Path) -> tuple[dict[str, str], tuple[Diagnostic, ...]]:
    """Layouts by name (`article.html`, `parts/card.html`); what isn't UTF-8, or no page takes, is a diagnostic."""
    sources: dict[str, str] = {}
    diagnostics = []
    house, own = (list(disk.files_under(place)) for place in (HOUSE / "layouts", folder))
    for place, names in ((HOUSE / "layouts", house), (folder, own)):
        for name in names:
            if name.endswith(".html"):
                source = decode(f"{folder.as_posix()}/{name}", disk.read(place / name))
                if isinstance(source, Diagnostic):
                    diagnostics.append(source)
                else:
                    sources[name] = source.text
    # In the project's own folder a layout is replaced where it stands: all of them must be used.
    replaced = [] if folder.resolve() == (HOUSE / "layouts").resolve() else house
    unused = check_layouts(own, replaced, sources.values())
    diagnostics += (replace(found, place=Place(f"{folder.as_posix()}/{found.place.file}")) for found in unused)
    return sources, tuple(diagnostics)


def read_template(folder: Path) -> str:
    """The template of the printed page, the paper's own or the project's; what is not UTF-8 in it shows as such."""
    own = folder / TEMPLATE
    return disk.read(own if disk.stat(own) else HOUSE / "layouts" / TEMPLATE).decode("utf-8", "replace")


def read_assets(folder: Path) -> dict[str, Asset]:
    """Assets by name."""
    assets: dict[str, Asset] = {}
    for place in (HOUSE / "assets", folder):
        for name in disk.files_under(place):
            digest = disk.digest(disk.read(place / name))
            path = PurePosixPath(name)
            address = f"/assets/{path.with_name(f'{path.stem}.{digest[:12]}{path.suffix}')}"
            assets[name] = Asset(name, place / name, digest, address)
    return assets
