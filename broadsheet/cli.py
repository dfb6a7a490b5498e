"""The command line: `build.py`, and what stands behind each of its words."""

from __future__ import annotations

import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from broadsheet import __version__
from broadsheet.desk import report
from broadsheet.desk.commands import Day, import_command, new_command
from broadsheet.desk.ending import CONTENT_HAS_ERRORS, orderly
from broadsheet.desk.options import editor_address, folders
from broadsheet.desk.progress import bar_for
from broadsheet.publishing.crew import collect_seldom
from broadsheet.publishing.press import build
from broadsheet.publishing.progress import Timesheet, Together
from broadsheet.publishing.settings import Settings
from broadsheet.publishing.shelf import shelf_of

if TYPE_CHECKING:
    from datetime import date

    from broadsheet.publishing.press import Edited


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
@click.option("--fix", is_flag=True, help="put right what is certain, in the files")
@click.option("--dry-run", is_flag=True, help="with --fix: show what would be put right, and leave the files alone")
def check_command(fix: bool, dry_run: bool, **options: Any) -> None:  # noqa: ANN401, FBT001 - click passes the options by name
    """Say all that a build, a desk editor and a reader of the site would find wrong; publish nothing."""
    from broadsheet.desk.check import check_paper, fix_paper  # noqa: PLC0415 - a build does without

    settings = _settings(options)
    if fix and not isinstance(settings.content, Path):
        raise click.UsageError(f"--fix writes to folders of this machine; --content {settings.content} is none")
    if dry_run and not fix:
        raise click.UsageError("--dry-run belongs to --fix")
    with bar_for(sys.stderr, quiet=options["quiet"]) as bar:
        edited, mended = fix_paper(settings, bar, dry_run=dry_run) if fix else (check_paper(settings, bar), ())
    for file in mended:
        if dry_run:
            click.echo("".join(file.diff()), err=options["form"] != "text", nl=False)
        elif not options["quiet"]:
            click.echo(f"{file.file}: {file.places} mended", err=True)
    _tell(edited, options)
    if edited.sound and not options["quiet"]:
        click.echo("nothing is wrong" if not edited.diagnostics else "no errors", err=True)
    sys.exit(0 if edited.sound else CONTENT_HAS_ERRORS)


@main.command("serve")
@folders
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@click.option(
    "--editor",
    callback=editor_address,
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
    """Say what the output at ADDRESS is made from, why it was made last, and where its pictures' words come from."""
    from broadsheet.desk.why import UnknownAddressError, explain  # noqa: PLC0415 - a build does without

    try:
        for line in explain(_settings(options), address):
            click.echo(line)
    except UnknownAddressError as error:
        click.echo(f"{error}", err=True)
        sys.exit(CONTENT_HAS_ERRORS)


@main.command("seal")
@folders
@click.option("--label", default="", help="the edition's, where a day has more than one: evening")
@click.argument("day", type=Day(), metavar="DATE")
def seal_command(day: date, label: str, **options: Any) -> None:  # noqa: ANN401 - click passes the options by name
    """Build, and record what was published of the edition of DATE, so that it can't change without a correction."""
    from broadsheet.desk.seal import CannotSealError, seal_edition  # noqa: PLC0415 - a build does without
    from broadsheet.model.edition import EditionKey  # noqa: PLC0415 - likewise

    settings = _settings(options)
    if not isinstance(settings.content, Path):
        raise click.UsageError(f"seal writes to folders of this machine; --content {settings.content} is none")
    if settings.drafts:
        raise click.UsageError("seal records what readers see; leave out --drafts")
    try:
        with bar_for(sys.stderr, quiet=options["quiet"]) as bar:
            made = seal_edition(settings, EditionKey(day, label), bar)
    except CannotSealError as error:
        click.echo(f"nothing is sealed: {error}", err=True)
        sys.exit(CONTENT_HAS_ERRORS)
    _tell(made.edited, options)
    if not made.edited.sound:
        click.echo("nothing is sealed: the paper has errors", err=True)
        sys.exit(CONTENT_HAS_ERRORS)
    click.echo("\n".join(made.lines))


@main.command("schema")
@click.argument("file", type=click.Choice(["article", "edition", "newspaper"]), default="article")
def schema_command(file: str) -> None:
    """Print the JSON Schema of an article's front matter, an edition.yaml or a newspaper.yaml."""
    from broadsheet.reading.schema import schema_text  # noqa: PLC0415 - a build does without

    click.echo(schema_text(file), nl=False)


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
