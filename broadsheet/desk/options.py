"""The options of the commands, and what may be typed for them."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from datetime import MAXYEAR, MINYEAR, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import click

from broadsheet.desk import report
from broadsheet.publishing.shelf import shelf_of

if TYPE_CHECKING:
    from collections.abc import Callable

DASK = ("tcp", "tls", "ws", "wss", "ucx")
"""The ways in which Dask talks to a scheduler elsewhere."""


class FolderOrAddress(click.ParamType[Path | str]):
    """A folder of this machine, as a path, or one elsewhere, as an address that fsspec knows."""

    name = "folder or address"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path | str:  # noqa: ANN401 - click's
        """A Path, or an address as text."""
        if "://" not in str(value):
            return Path(str(click.Path(file_okay=False).convert(value, param, ctx)))
        # A build of a paper that is at hand does without.
        from broadsheet.publishing.remote_shelf import address_of  # noqa: PLC0415 - as said

        address = address_of(value)
        try:
            way = shelf_of(address).way
        except OSError as error:
            self.fail(f'"{value}": {error.strerror}', param, ctx)
        return address if len(way) > 1 else self.fail(f'"{value}" names no folder', param, ctx)


def folders(command: Callable[..., None]) -> Callable[..., None]:
    """The options that every command shares; each has a default."""
    folder = click.Path(file_okay=False, path_type=Path)
    place = FolderOrAddress()
    options = [
        click.option("--content", type=place, default="content", show_default=True, help="articles and settings"),
        click.option("--layouts", type=folder, default="layouts", show_default=True, help="the paper's own layouts"),
        click.option("--assets", type=folder, default="assets", show_default=True, help="the paper's own assets"),
        click.option("--output", type=place, default="public", show_default=True, help="where the site goes"),
        click.option("--cache", type=folder, default=".cache", show_default=True, help="what the next build can use"),
        click.option(
            "--base-url",
            callback=_site_address,
            default="",
            metavar="URL",
            help="the site's own address, instead of the paper's url",
        ),
        click.option(
            "--as-of", callback=_moment, metavar="TIME", help="the paper as it is then, by its own zone  [default: now]"
        ),
        click.option(
            "--workers", type=click.IntRange(1), default=os.cpu_count() or 1, help="processes  [default: cores]"
        ),
        click.option(
            "--scheduler", callback=_scheduler, default="", metavar="ADDRESS", help="a Dask cluster's, to do the work"
        ),
        click.option("--drafts", is_flag=True, help="show drafts and what isn't released yet"),
        click.option("--no-search", is_flag=True, help="leave out the search index"),
        click.option("--no-print", is_flag=True, help="set no printed pages"),
        click.option("--format", "form", type=click.Choice(list(report.FORMATS)), default="text", show_default=True),
        click.option("--quiet", is_flag=True, help="say nothing but what is wrong"),
    ]
    for option in reversed(options):
        command = option(command)
    return command


def _moment(_context: click.Context, _option: click.Parameter, value: str | None) -> datetime | None:
    """The time that `--as-of` names; one without a zone is by the paper's, which is not known here yet."""
    if value is None:
        return None
    with suppress(ValueError):
        moment = datetime.fromisoformat(value)
        # The same moment elsewhere may be a day off, and must have a date.
        if MINYEAR < moment.year < MAXYEAR:
            return moment
    raise click.BadParameter(f'"{value}" is no time; write 2025-04-16T06:00+08:00')


def _scheduler(_context: click.Context, _option: click.Parameter, value: str) -> str:
    """The address that `--scheduler` names."""
    try:
        parts = urlsplit(value)
        known = parts.scheme in DASK and parts.hostname and parts.port
    except ValueError:
        known = False
    if value and not known:
        ways = ", ".join(f"{scheme}://" for scheme in DASK)
        raise click.BadParameter(f'"{value}" is no scheduler\'s address; write tcp://host:8786 ({ways} are known)')
    return value


def editor_address(_context: click.Context, _option: click.Parameter, value: str) -> str:
    """The address that `--editor` names, with room for the file."""
    from broadsheet.desk.faults import EDITOR  # noqa: PLC0415 - a build does without

    try:
        filled = (value or EDITOR).format(file="/a", line=1, column=1)
    except (IndexError, KeyError, ValueError):
        filled = ""
    if not re.match("[a-z][a-z0-9+.-]*:", filled) or "{file}" not in (value or EDITOR):
        raise click.BadParameter(f'"{value}" opens no file; write idea://open?file={{file}}&line={{line}}')
    return value or EDITOR


def _site_address(_context: click.Context, _option: click.Parameter, value: str) -> str:
    """The address that `--base-url` names, without a trailing slash."""
    parts = urlsplit(value)
    if value and not (parts.scheme in {"http", "https"} and parts.netloc and not (parts.query or parts.fragment)):
        raise click.BadParameter(f'"{value}" is no site\'s address; write https://paper.example')
    return value.rstrip("/")
