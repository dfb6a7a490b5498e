"""An edition's copy, read from the content folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadsheet.model.archive import EditionCopy
from broadsheet.model.diagnostic import Diagnostic
from broadsheet.model.place import Place
from broadsheet.publishing.sources import folder_plan, text_of
from broadsheet.reading.article import read_article
from broadsheet.reading.body import read_body
from broadsheet.reading.edition import read_edition
from broadsheet.reading.front_matter import split_front_matter
from broadsheet.reading.head import read_head

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from broadsheet.model.article import Article
    from broadsheet.model.edition import EditionFile, EditionKey
    from broadsheet.publishing.context import Bench
    from broadsheet.reading.head import Head
    from broadsheet.reading.source import Source


def read_copy(bench: Bench, key: EditionKey, plan: str, files: Iterable[str]) -> tuple[EditionCopy, list[Diagnostic]]:
    """An edition's articles and its edition.yaml (`plan`, "" for none), with what is wrong with them."""
    context = bench.context
    timezone = context.newspaper.timezone
    diagnostics: list[Diagnostic] = []
    described: EditionFile | None = None
    found: Sequence[Diagnostic]
    if plan:
        source = text_of(bench.content, context.shown, plan)
        described, found = (None, (source,)) if isinstance(source, Diagnostic) else read_edition(source, timezone)
        diagnostics += found
    plans: dict[str, tuple[EditionFile | None, bool]] = {}
    articles = []
    for file in files:
        folder = file.rpartition("/")[0]
        if folder not in plans:
            plans[folder] = folder_plan(bench.content, context.shown, folder, timezone)
        article, found = read_file(bench, file, *plans[folder])
        diagnostics += found
        if article:
            articles.append(article)
    return EditionCopy(key, tuple(articles), described), diagnostics


def read_file(
    bench: Bench,
    file: str,
    plan: EditionFile | None,
    date_unknown: bool,  # noqa: FBT001 - a pair, see folder_plan
) -> tuple[Article | None, Sequence[Diagnostic]]:
    """An article file; None where it can't be read, always with all that is wrong with it."""
    context = bench.context
    source = text_of(bench.content, context.shown, file)
    if isinstance(source, Diagnostic):
        return None, (source,)
    if bench.articles is None:
        return _read(bench, source, plan, date_unknown)
    return bench.articles.get(file, (source, plan, date_unknown), lambda: _read(bench, source, plan, date_unknown))


def _read(
    bench: Bench,
    source: Source,
    plan: EditionFile | None,
    date_unknown: bool,  # noqa: FBT001 - as above
) -> tuple[Article | None, Sequence[Diagnostic]]:
    context = bench.context
    syntax = bench.syntax()
    timezone = context.newspaper.timezone
    try:
        return read_article(source, plan, timezone, date_unknown=date_unknown, extensions=syntax)
    except Exception as error:
        if not syntax:
            raise
        names = ", ".join(name for name, _ in context.syntax)
        message = f"the syntax of {names} failed: {type(error).__name__}: {error}"
        return None, (Diagnostic("extension-failed", message, Place(source.file)),)


def head_of(bench: Bench, file: str) -> Head | None:
    """The head of an article, None for what is none."""
    context = bench.context
    source = text_of(bench.content, context.shown, file)
    if isinstance(source, Diagnostic):
        return None
    timezone = context.newspaper.timezone
    plan, broken = folder_plan(bench.content, context.shown, file.rpartition("/")[0], timezone)
    return read_head(source, plan, timezone, date_unknown=broken)


def fragments_of(bench: Bench, file: str) -> tuple[str, ...]:
    """The ids of an article's headings; none of one that can't be read."""
    source = text_of(bench.content, bench.context.shown, file)
    if isinstance(source, Diagnostic):
        return ()
    parts = split_front_matter(source)
    body, _ = read_body(parts.body, file=source.file, first_line=parts.body_line, extensions=bench.syntax())
    return body.fragments
