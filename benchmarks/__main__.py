"""`python -m benchmarks`: write a corpus, measure, draw, or see where a build's time goes."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from benchmarks import generators, results, stages
from benchmarks.corpus import Corpus, write_corpus
from benchmarks.illustrated import KEPT, OF_PICTURES, IllustratedPaper, illustrated
from benchmarks.photos import Photos
from benchmarks.run import SCENARIOS, PaperOfText, Session

HERE = Path(__file__).parent
FOLDER = click.Path(file_okay=False, path_type=Path)


@click.group(context_settings={"help_option_names": ["--help", "-h"], "show_default": True})
def main() -> None:
    """Measure Broadsheet, alone or beside other generators."""


def _several(known: tuple[str, ...]) -> Any:  # noqa: ANN401 - click's own kind of callback
    """A callback for a list with commas of known words."""

    def split(_context: click.Context, _option: click.Parameter, value: str) -> tuple[str, ...]:
        words = tuple(filter(None, value.split(",")))
        for word in words:
            if word not in known:
                raise click.BadParameter(f'"{word}" is none of {", ".join(known)}')
        return words

    return split


def _sizes(_context: click.Context, _option: click.Parameter, value: str) -> tuple[int, ...]:
    try:
        return tuple(int(word) for word in value.split(","))
    except ValueError:
        raise click.BadParameter("write whole numbers with commas between them") from None


def _limits(_context: click.Context, _option: click.Parameter, value: str) -> dict[str, int]:
    try:
        return {name: int(most) for name, _, most in (word.partition("=") for word in value.split(",") if word)}
    except ValueError:
        raise click.BadParameter("write pelican=10000,eleventy=20000") from None


@main.command()
@click.option("--articles", callback=_sizes, default="1000,10000", help="sizes of the paper")
@click.option("--characters", default=2000, help="mean length of an article")
@click.option("--english", default=0.0, help="share of articles in English")
@click.option("--editions", is_flag=True, help="an edition.yaml a day")
@click.option("--seed", default=1)
@click.option("--search", is_flag=True, help="let Broadsheet build its search index, which the others don't have")
@click.option("--print", is_flag=True, help="let Broadsheet typeset the pages of the days that are added")
@click.option("--scenarios", callback=_several(SCENARIOS), default=",".join(SCENARIOS))
@click.option("--only", callback=_several(generators.NAMES), default=",".join(generators.NAMES))
@click.option("--at-most", callback=_limits, default="", help="sizes past which a generator is left out: pelican=10000")
@click.option("--runs", default=5, help="of each, by turns; medians are shown")
@click.option("--timeout", default=7200.0, help="seconds that a build may take")
@click.option("--work", type=FOLDER, default=".benchmarks", help="where corpora and sites go")
@click.option("--node-modules", type=FOLDER, help="where npm put @11ty/eleventy")
@click.option("--results", "folder", type=FOLDER, default=HERE / "results", show_default="benchmarks/results")
@click.option("--name", help="the files' name  [default: the date and the processor]", show_default=False)
@click.option("--plots/--no-plots", default=True)
def run(**options: Any) -> None:  # noqa: ANN401 - click passes the options by name
    """Measure; go on where an earlier session of the same name stopped."""
    work = options["work"].resolve()
    more = tuple(each for each in ("search", "print") if options[each])
    found = _installed(options["only"], work, options["node_modules"], more)
    likeness = {key: options[key] for key in ("characters", "english", "editions", "seed")}
    stem, known = _begun(options, found, {each: options[each] for each in ("search", "print")} | likeness)
    for articles in options["articles"]:
        able = [g for name, g in found.items() if articles <= options["at_most"].get(name, articles)]
        paper = PaperOfText(Corpus(articles, **likeness))
        session = Session(paper, able, options["runs"], options["timeout"], _keeper(stem), _progress)
        known = session.measure(known, options["scenarios"])
    results.write(known, stem)
    if options["plots"]:
        _draw(known, stem)
    click.echo(results.table(known))


@main.command()
@click.option("--photos", callback=_sizes, default="60", help="numbers of photographs of the paper")
@click.option("--pixels", type=(int, int), default=(4000, 3000), help="width and height of each")
@click.option("--seed", default=1)
@click.option("--scenarios", callback=_several(OF_PICTURES), default=",".join(OF_PICTURES))
@click.option("--only", callback=_several(tuple(KEPT)), default=",".join(KEPT))
@click.option("--runs", default=3, help="of each, by turns; medians are shown")
@click.option("--timeout", default=14400.0, help="seconds that a build may take")
@click.option("--work", type=FOLDER, default=".benchmarks", help="where photographs and sites go")
@click.option("--results", "folder", type=FOLDER, default=HERE / "results", show_default="benchmarks/results")
@click.option("--name", help="the files' name  [default: the date, the processor and -pictures]", show_default=False)
def pictures(**options: Any) -> None:  # noqa: ANN401 - click passes the options by name
    """Measure papers of photographs; go on where an earlier session of the same name stopped."""
    work = options["work"].resolve() / "pictures"
    found = {name: illustrated(generator) for name, generator in _installed(options["only"], work).items()}
    about = {"of": "photographs", "pixels": list(options["pixels"]), "seed": options["seed"]}
    stem, known = _begun(options, found, about, "-pictures")
    for count in options["photos"]:
        paper = IllustratedPaper(Photos(count, options["pixels"], options["seed"]), options["work"].resolve())
        session = Session(paper, list(found.values()), options["runs"], options["timeout"], _keeper(stem), _progress)
        known = session.measure(known, options["scenarios"])
    results.write(known, stem)
    click.echo(results.table(known))


def _begun(
    options: dict[str, Any], found: dict[str, generators.Generator], about: dict[str, Any], kind: str = ""
) -> tuple[Path, results.Results]:
    """Where results go, and those that an earlier session left there."""
    if not found:
        raise click.UsageError("none of these generators is installed")
    machine = results.machine()
    today = date.today()  # noqa: DTZ011 - the day where the machine stands
    stem = options["folder"] / (options["name"] or f"{today}-{_slug(machine['cpu'])}-{machine['cores']}-cores{kind}")
    versions = {name: generator.version for name, generator in found.items()}
    known = results.Results({"date": str(today), **about}, machine, versions)
    if not (file := stem.with_name(stem.name + ".json")).exists():
        return stem, known
    kept = results.read(file)
    if (kept.about | {"date": ""}, kept.machine) != (known.about | {"date": ""}, machine) or any(
        kept.versions.get(name, version) != version for name, version in versions.items()
    ):
        raise click.UsageError(f"{file} was measured otherwise; move it, or choose another --name")
    return stem, replace(kept, versions=kept.versions | versions)


def _installed(
    names: tuple[str, ...], work: Path, node_modules: Path | None = None, more: tuple[str, ...] = ()
) -> dict[str, generators.Generator]:
    found = {}
    for name in names:
        try:
            found[name] = generators.generator(name, work / name, node_modules, more=more)
        except generators.NotInstalled as missing:
            _progress(str(missing))
    return found


def _keeper(stem: Path) -> Any:  # noqa: ANN401 - a function of the results
    return lambda known: results.write(known, stem)


def _progress(text: str) -> None:
    click.echo(text, err=True)


def _slug(text: str) -> str:
    """A processor's name as a file's."""
    kept = text.replace("(R)", "").replace("(TM)", "").replace("CPU", "").lower()
    return "-".join("".join(c if c.isalnum() else " " for c in kept).split())


def _draw(known: results.Results, stem: Path) -> None:
    try:
        from benchmarks.plots import draw  # noqa: PLC0415 - figures are worth having without it
    except ModuleNotFoundError as missing:
        _progress(f"no plots: {missing.name} isn't installed")
        return
    for file in draw(known, stem):
        _progress(f"{file} is drawn")


@main.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def plot(file: Path) -> None:
    """Draw the results in FILE (JSON) again."""
    _draw(results.read(file), file.with_suffix(""))


@main.command()
@click.argument("folder", type=FOLDER)
@click.option("--articles", default=1000)
@click.option("--characters", default=2000, help="mean length of an article")
@click.option("--english", default=0.0, help="share of articles in English")
@click.option("--editions", is_flag=True, help="an edition.yaml a day")
@click.option("--seed", default=1)
@click.option("--kind", type=click.Choice(generators.NAMES), default="broadsheet")
def corpus(folder: Path, kind: str, **likeness: Any) -> None:  # noqa: ANN401 - click passes the options by name
    """Write a made-up newspaper into FOLDER."""
    write_corpus(Corpus(**likeness), {kind: folder})


@main.command()
@click.option("--articles", default=10_000)
@click.option("--characters", default=2000, help="mean length of an article")
@click.option("--work", type=FOLDER, default=".benchmarks", help="where the corpus and the site go")
def profile(articles: int, characters: int, work: Path) -> None:
    """Show where the time of Broadsheet's build goes."""
    broadsheet = generators.generator("broadsheet", work.resolve() / "profile")
    broadsheet.forget()
    broadsheet.clear()
    broadsheet.prepare()
    write_corpus(Corpus(articles, characters), {"broadsheet": broadsheet.stories})
    click.echo(stages.table(stages.profiled(broadsheet)))


@main.command()
@click.option("--stories", default=100_000)
@click.option("--queries", default=200, help="random substrings that are looked for")
@click.option("--folder", type=FOLDER, help="where the paper is kept, and found if it stands there")
def search(stories: int, queries: int, folder: Path | None) -> None:
    """Index a made-up paper and search it in Chromium, over a simulated line."""
    from benchmarks.search import search as searched  # noqa: PLC0415 - the other commands do without Playwright

    with tempfile.TemporaryDirectory() as temporary:
        searched(stories, queries, (folder or Path(temporary)) / f"{stories}-stories")


@main.command()
@click.option("--articles", default=10_000)
@click.option("--characters", default=2000, help="mean length of an article")
@click.option("--edits", default=20, help="saves of a story's body, and as many of its headline")
@click.option("--only", callback=_several(("broadsheet", "hugo")), default="broadsheet,hugo")
@click.option("--work", type=FOLDER, default=".benchmarks", help="where corpora and sites go")
def serving(articles: int, characters: int, edits: int, only: tuple[str, ...], work: Path) -> None:
    """Show how long an editor waits for the page: from a saved file to the repainted page, in Chromium."""
    from benchmarks import serving as waits  # noqa: PLC0415 - as above

    found = _installed(only, work.resolve() / "serving")
    click.echo(waits.table(waits.serving(Corpus(articles, characters), list(found.values()), edits, _progress)))


if __name__ == "__main__":
    main()
