"""The command line: `build.py`, and what stands behind each of its words."""

from __future__ import annotations

import os
import re
import signal
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import click

from broadsheet import __version__
from broadsheet.desk import report
from broadsheet.desk.commands import import_command, new_command
from broadsheet.desk.ending import CONTENT_HAS_ERRORS, orderly
from broadsheet.desk.progress import bar_for
from broadsheet.publishing.crew import collect_seldom
from broadsheet.publishing.press import build
from broadsheet.publishing.progress import Timesheet, Together
from broadsheet.publishing.remote_shelf import address_of
from broadsheet.publishing.settings import Settings
from broadsheet.publishing.shelf import shelf_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from broadsheet.publishing.press import Edited

DASK = ("tcp", "tls", "ws", "wss", "ucx")
"""The ways in which Dask talks to a scheduler elsewhere."""


class FrontDoor(click.Group):
    """A group that means `build` where no command is named, and lets options stand before the command's word."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the command's word first."""
        if "--version" in args or args[:1] in (["--help"], ["-h"]):
            return super().parse_args(ctx, ["--version"] if "--version" in args else args)
        at = self._word(args)
        return super().parse_args(ctx, ["build", *args] if at is None else [args[at], *args[:at], *args[at + 1 :]])

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's
        """Do what the word says, to an orderly end."""
        with orderly():
            return super().invoke(ctx)

    def _word(self, args: list[str]) -> int | None:
        """Where the first argument stands that is neither an option nor an option's value."""
        flags = {
            name
            for command in self.commands.values()
            for option in command.params
            if isinstance(option, click.Option) and option.is_flag
            for name in option.opts
        }
        at = 0
        while at < len(args):
            if not args[at].startswith("-"):
                return at
            at += 1 if "=" in args[at] or args[at] in flags else 2
        return None


class FolderOrAddress(click.ParamType[Path | str]):
    """A folder of this machine, as a path, or one elsewhere, as an address that fsspec knows."""

    name = "folder or address"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path | str:  # noqa: ANN401 - click's
        """A Path, or an address as text."""
        if "://" not in str(value):
            return Path(str(click.Path(file_okay=False).convert(value, param, ctx)))
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
        click.option("--no-print", is_flag=True, help="leave out the printed pages"),
        click.option("--format", "form", type=click.Choice(list(report.FORMATS)), default="text", show_default=True),
        click.option("--quiet", is_flag=True, help="say nothing but what is wrong"),
    ]
    for option in reversed(options):
        command = option(command)
    return command


def _moment(_context: click.Context, _option: click.Parameter, value: str | None) -> datetime | None:
    """The time that `--as-of` names; one without a zone is by the paper's, which is not known here yet."""
    try:
        return datetime.fromisoformat(value) if value is not None else None
    except ValueError:
        raise click.BadParameter(f'"{value}" is no time; write 2025-04-16T06:00+08:00') from None


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


def _editor(_context: click.Context, _option: click.Parameter, value: str) -> str:
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


@click.group(cls=FrontDoor, context_settings={"help_option_names": ["--help", "-h"]})
@click.version_option(__version__, prog_name="broadsheet")
def main() -> None:
    """Build a newspaper: Markdown articles in, a dated edition on the web out. With no command, build."""


@main.command("build")
@folders
@click.option(
    "--profile",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="write what took how long, for a browser's profiler",
)
def build_command(profile: Path | None, **options: Any) -> None:  # noqa: ANN401 - click passes the options by name
    """Build the site into the output folder."""
    settings = _settings(options)
    output = shelf_of(settings.output).way
    if profile and shelf_of(profile).way[: len(output)] == output:
        raise click.UsageError(f"--profile {profile} lies in --output {options['output']}, which readers get")
    collect_seldom()
    sheet = Timesheet()
    with bar_for(sys.stderr, quiet=options["quiet"]) as bar:
        if profile is None:
            edited = build(settings, Together(sheet, bar))
        else:
            from broadsheet.publishing.trace import Trace  # noqa: PLC0415 - only who asks for a trace pays for it

            with Trace(profile) as trace:
                edited = build(settings, Together(sheet, bar, trace), trace)
    _tell(edited, options)
    if edited.published and not options["quiet"]:
        click.echo(report.summary(settings.output_shown, edited.published, sheet.spent()), err=True)
    sys.exit(0 if edited.sound else CONTENT_HAS_ERRORS)


@main.command("check")
@folders
def check_command(**options: Any) -> None:  # noqa: ANN401 - click passes the options by name
    """Say everything that a build and a reader of the built site would find wrong; publish nothing."""
    from broadsheet.desk.check import check_paper  # noqa: PLC0415 - a build does without

    settings = _settings(options)
    with bar_for(sys.stderr, quiet=options["quiet"]) as bar:
        edited = check_paper(settings, bar)
    _tell(edited, options)
    if edited.sound and not options["quiet"]:
        click.echo("nothing is wrong" if not edited.diagnostics else "no errors", err=True)
    sys.exit(0 if edited.sound else CONTENT_HAS_ERRORS)


@main.command("serve")
@folders
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@click.option(
    "--editor",
    callback=_editor,
    default="",
    metavar="URL",
    help="what opens a file in the editor, with {file}, {line} and {column}  [default: Visual Studio Code's]",
)
def serve_command(port: int, editor: str, **options: Any) -> None:  # noqa: ANN401 - click passes the options by name
    """Build, serve on this machine only, watch the folders, and reload the open page."""
    from broadsheet.desk.serve import serve_paper  # noqa: PLC0415 - a build does without

    for name in ("content", "output"):
        if isinstance(options[name], str):
            raise click.UsageError(f"serve watches folders of this machine; --{name} {options[name]} is none")
    settings = _settings(options)
    faulty = False

    def tell(edited: Edited) -> None:
        nonlocal faulty
        _tell(edited, options)
        if edited.sound and faulty and not options["quiet"]:
            click.echo("mended: the paper is up to date", err=True)
        faulty = not edited.sound

    # It ends by being stopped: who does so otherwise than with Ctrl-C (a service, a script) gets the same clean end.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    serve_paper(settings, port, editor, tell)


@main.command("why")
@folders
@click.argument("address")
def why_command(address: str, **options: Any) -> None:  # noqa: ANN401 - click passes the options by name
    """Say what the output at ADDRESS is made from, and where each word of its pictures comes from."""
    from broadsheet.desk.why import UnknownAddressError, explain  # noqa: PLC0415 - a build does without

    try:
        for line in explain(_settings(options), address):
            click.echo(line)
    except UnknownAddressError as error:
        click.echo(f"{error}", err=True)
        sys.exit(CONTENT_HAS_ERRORS)


main.add_command(new_command)
main.add_command(import_command)


def _settings(options: dict[str, Any]) -> Settings:
    output = shelf_of(options["output"]).way
    for name in ("content", "layouts", "assets", "cache"):
        other = shelf_of(options[name]).way
        if output == other[: len(output)] or (other == output[: len(other)] and name != "cache"):
            raise click.UsageError(f"--output {options['output']} and --{name} {options[name]} lie in one another")
    return Settings(
        content=options["content"],
        layouts=options["layouts"],
        assets=options["assets"],
        output=options["output"],
        cache=options["cache"],
        base_url=options["base_url"],
        as_of=options["as_of"],
        workers=options["workers"],
        drafts=options["drafts"],
        search=not options["no_search"],
        printing=not options["no_print"],
        scheduler=options["scheduler"],
    )


def _tell(edited: Edited, options: dict[str, Any]) -> None:
    text = report.FORMATS[options["form"]](edited.diagnostics)
    if options["form"] == "text":
        click.echo(text, err=True, nl=False)
        if edited.diagnostics and not options["quiet"]:
            click.echo(report.count(edited.diagnostics), err=True)
    else:
        click.echo(text, nl=False)
