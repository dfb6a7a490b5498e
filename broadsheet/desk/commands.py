"""The words of the command line that make files: `new edition`, `new article`, `import`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click


class Day(click.ParamType[date]):
    """A date as 2025-04-17."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The date; an error with an example where it is none."""
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f'"{value}" is no date; write 2025-04-17', param, ctx)


CONTENT = click.option(
    "--content",
    type=click.Path(file_okay=False, path_type=Path),
    default="content",
    show_default=True,
    help="articles and settings",
)
DATE = click.option(
    "--date", "day", type=Day(), help="the edition  [default: the newest not released yet, else tomorrow]"
)


@click.group("new")
def new_command() -> None:
    """Make a file to type into: an edition, or an article. No file is ever written over."""


@new_command.command("edition")
@CONTENT
@click.option("--label", default="", help="where a day has more than one: evening")
@click.argument("day", type=Day(), metavar="DATE")
def edition_command(content: Path, label: str, day: date) -> None:
    """Make the folder and the edition.yaml of the edition of DATE."""
    from broadsheet.desk.new import CannotFileError, new_edition  # noqa: PLC0415 - a build does without

    try:
        made = new_edition(content, day, label)
    except CannotFileError as error:
        raise click.UsageError(str(error)) from None
    click.echo("\n".join(made.lines))


@new_command.command("article")
@CONTENT
@DATE
@click.option("--page", default="", help="its page  [default: the next free one]")
@click.option("--section", default="", help="its section  [default: the page's]")
@click.argument("title")
def article_command(content: Path, day: date | None, page: str, section: str, title: str) -> None:
    """Make the file of a story with this TITLE, a draft."""
    from broadsheet.desk.new import CannotFileError, new_article  # noqa: PLC0415 - as above

    try:
        made = new_article(content, title, day, page, section)
    except CannotFileError as error:
        raise click.UsageError(str(error)) from None
    click.echo("\n".join(made.lines))


@click.command("import")
@CONTENT
@DATE
@click.option("--label", default="", help="the edition's label, where a day has more than one")
@click.option("--page", required=True, help="the page that all its stories stand on")
@click.option("--section", default="", help="their section")
@click.option("--dry-run", is_flag=True, help="say what would be made, and write nothing")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def import_command(
    content: Path,
    day: date | None,
    *,
    label: str,
    page: str,
    section: str,
    file: Path,
    dry_run: bool,
) -> None:
    """Take FILE, a page of text, HTML or Word (.docx), apart into stories."""
    from broadsheet.desk.filing import file_page  # noqa: PLC0415 - as above
    from broadsheet.desk.new import CannotFileError  # noqa: PLC0415 - as above

    try:
        report = file_page(content, file, day, label=label, page=page, section=section, dry_run=dry_run)
    except CannotFileError as error:
        raise click.UsageError(str(error)) from None
    click.echo("\n".join(report))
