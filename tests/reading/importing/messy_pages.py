"""Pages of our own as they reach a desk, each with what a sub-editor would find on it, and how much of that is found.

`messy/` are the pages that the importer's rules were made with, and `messy-fresh/` are of other hands, with many more
kickers and subtitles; its weights are fitted to both. `messy-aside/` are only ever measured: nothing may be mended by
looking at one of them. A second reader, who saw their text alone, told 99 in 100 of their
headlines as their writer had. A page is a `.txt`, an `.html` or a `.word`, which `word_file` makes a Word file of;
beside it, a `.yaml` lists its stories in order, each with its `headline` (the lines of one headline are a list),
`kicker`, `subtitle`, `byline`, `dateline`, `crossheads`, `captions` and `credits`. `neutral` are words that two desks
would file differently: wherever they turn up, they count for nothing. A deck is `open` where its lines can be parted in
two ways and the text does not say which is meant: either is right.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import yaml
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from broadsheet.reading.byline import dateline_of, find_bylines
from broadsheet.reading.importing import copy_of_file, page_of, pictures_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from docx.document import Document

    from broadsheet.reading.importing import Page, Read, Story

_BOTH = re.compile("摄影报道|攝影報導|文并摄|图文|文图|圖文|文圖")
HERE = Path(__file__).parent
FITTED = ("messy", "messy-fresh")
"""The folders whose pages are learnt from."""
FIELDS = ("headline", "kicker", "subtitle", "byline", "dateline", "crossheads", "captions", "credits")


@dataclass(frozen=True)
class Messy:
    """A page as it came, with its truth: `stories` are the fields of each by name."""

    folder: str
    name: str
    file: str
    data: bytes
    stories: tuple[dict[str, list[str]], ...]
    neutral: frozenset[str]
    open: frozenset[str]

    @property
    def writer(self) -> str:
        """Whose hand the page is of, for what is learnt to be tried on the pages of another."""
        first = re.match(r"[k-t](?=\d)", self.name)
        return f"{self.folder} {first[0]}" if first else self.folder

    def read(self) -> Read:
        return copy_of_file(self.file, self.data)


@dataclass
class Score:
    """Counts of what was found rightly, found wrongly and missed, by field, and of stories with all of their parts."""

    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)

    def add(self, page: Messy, found: Page) -> Iterator[tuple[str, str, str]]:
        """Count a page; each mistake as what it is, its field and its words."""
        expected = [_told(story, page.neutral) for story in page.stories]
        truths = {deck_key(story): story for story in page.stories if deck_key(story) in page.open}
        lines = _lines_with_pictures(page.stories)
        had = [_told(_parted(_as_open(fields_of(story), truths), lines), page.neutral) for story in found.stories]
        for name in FIELDS:
            truth, seen = _all(expected, name), _all(had, name)
            self.right[name] += (truth & seen).total()
            self.wrong[name] += (seen - truth).total()
            self.missed[name] += (truth - seen).total()
            yield from (("wrong", name, words) for words in (seen - truth).elements())
            yield from (("missed", name, words) for words in (truth - seen).elements())
        whole = sum(story in had for story in expected)
        self.right["story"] += whole
        self.missed["story"] += len(expected) - whole

    def recall(self, name: str) -> float:
        return self.right[name] / max(self.right[name] + self.missed[name], 1)

    def precision(self, name: str) -> float:
        return self.right[name] / max(self.right[name] + self.wrong[name], 1)

    def table(self) -> str:
        """The figures, a field a line."""
        rows = [f"{'':12}{'of':>6}{'recall':>8}{'precision':>11}"]
        for name in FIELDS:
            of = self.right[name] + self.missed[name]
            rows.append(f"{name:12}{of:6}{self.recall(name):8.3f}{self.precision(name):11.3f}")
        rows.append(f"{'whole story':12}{self.right['story'] + self.missed['story']:6}{self.recall('story'):8.3f}")
        return "\n".join(rows)


def messy_pages(folder: str, *, strict: bool = False) -> list[Messy]:
    """The pages of a folder; where `strict`, no deck is open."""
    found = []
    for truth in sorted((HERE / folder).glob("*.yaml")):
        page = next(path for path in truth.parent.glob(f"{truth.stem}.*") if path != truth)
        told = yaml.safe_load(truth.read_text(encoding="utf-8"))
        neutral = {bare(words) for row in told for words in _list(row.get("neutral"))}
        rows = [row for row in told if "neutral" not in row]
        stories = [{name: _list(row.get(name)) for name in FIELDS} for row in rows]
        decks = {deck_key(story) for story, row in zip(stories, rows, strict=True) if row.get("open") and not strict}
        data, file = page.read_bytes(), page.name
        if page.suffix == ".word":
            data, file = word_file(data.decode()), f"{page.stem}.docx"
        found.append(Messy(folder, page.stem, file, data, tuple(stories), frozenset(neutral), frozenset(decks)))
    return found


def fields_of(story: Story) -> dict[str, list[str]]:
    """What was found of a story, by field."""
    copy = [block.text for block in story.blocks if block.label == "P"]
    signed = find_bylines(copy)
    shown = pictures_of(story.pictures)
    return {
        "headline": list(story.title),
        "kicker": [*([story.column] if story.column else []), *story.kicker],
        "subtitle": list(story.subtitle),
        "byline": [*story.bylines, *(found.byline.text for found in signed if found.makes_story)],
        "dateline": [dateline for text in copy if (dateline := dateline_of(text))],
        "crossheads": [block.text for block in story.blocks if block.label == "X"],
        "captions": [picture.caption for picture in shown if picture.caption],
        "credits": [
            *(picture.credit for picture in shown if picture.credit),
            *(found.byline.text for found in signed if not found.makes_story),
        ],
    }


def bare(text: str) -> str:
    """A text's letters and digits: signs, brackets and white space are the setter's."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", text))


def word_file(source: str) -> bytes:
    """A Word file of lines such as `p center 22 bold | words`, `h1 | words`, `table | cell / cell ; cell / cell`."""
    document = docx.Document()
    for row in source.splitlines():
        kind, _, text = row.partition("|")
        setting, text = kind.split(), text.removeprefix(" ")
        if setting[0] == "table":
            _table(document, [line.split(" / ") for line in text.split(" ; ")])
            continue
        if setting[0] == "header":
            paragraph = document.sections[0].header.paragraphs[0]
        elif setting[0] == "p":
            paragraph = document.add_paragraph()
        else:
            paragraph = document.add_heading(level=int(setting[0][1:]))
        run = paragraph.add_run(text)
        run.bold = True if "bold" in setting else None
        run.italic = True if "italic" in setting else None
        if "center" in setting:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        for size in (word for word in setting if re.fullmatch(r"[\d.]+", word)):
            run.font.size = Pt(float(size))
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _table(document: Document, rows: Sequence[Sequence[str]]) -> None:
    table = document.add_table(len(rows), len(rows[0]))
    for cells, row in zip(table.rows, rows, strict=True):
        for cell, text in zip(cells.cells, row, strict=True):
            cell.text = text


def deck_key(story: dict[str, list[str]]) -> str:
    """All lines of a deck, in order."""
    return bare("".join((*story["kicker"], *story["headline"], *story["subtitle"])))


def _as_open(story: dict[str, list[str]], truths: dict[str, dict[str, list[str]]]) -> dict[str, list[str]]:
    """A story as it was found, an open deck parted as its truth has it."""
    truth = truths.get(deck_key(story))
    return {**story, **{name: truth[name] for name in ("kicker", "headline", "subtitle")}} if truth else story


def _lines_with_pictures(stories: Iterable[dict[str, list[str]]]) -> dict[str, tuple[str, list[str]]]:
    """The lines that may name a story's writer and then its photographer, 文/李某 图/王某: both are found in it."""
    return {
        bare("".join((byline, *story["credits"][:count]))): (byline, story["credits"][:count])
        for story in stories
        for byline in story["byline"]
        for count in range(1, len(story["credits"]) + 1)
    }


def _parted(story: dict[str, list[str]], lines: dict[str, tuple[str, list[str]]]) -> dict[str, list[str]]:
    """A story as it was found, the writer and the photographer of one line each in the field that truth has them in."""
    parts = [lines.get(bare(words), (words, [])) for words in story["byline"]]
    return {
        **story,
        "byline": [byline for byline, _ in parts],
        "credits": [*story["credits"], *(credit for _, made in parts for credit in made)],
    }


def _list(value: str | list[str] | None) -> list[str]:
    return [] if value is None else value if isinstance(value, list) else [value]


def _told(story: dict[str, list[str]], neutral: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """A story's fields as they are compared: a headline and a byline are one, whatever their lines."""
    told = {name: [bare(words) for words in story[name]] for name in FIELDS}
    told["byline"] = [_named(words, neutral) for words in told["byline"]]
    told = {name: [words for words in rows if words and words not in neutral] for name, rows in told.items()}
    # Who wrote a story and took its pictures is one of its bylines, wherever that stands.
    both = [words for words in told["credits"] if _BOTH.search(words)]
    told["byline"] += both
    told["credits"] = [words for words in told["credits"] if words not in both]
    told["headline"] = ["".join(told["headline"])] if told["headline"] else []
    if told["headline"] and told["headline"][0] in neutral:
        told["headline"] = []
    return {name: tuple(sorted(rows)) for name, rows in told.items()}


def _named(byline: str, neutral: frozenset[str]) -> str:
    """A byline without neutral words behind the name, By Jane Doe / Staff Writer, on one line or two."""
    behind = max((words for words in neutral if words != byline and byline.endswith(words)), key=len, default="")
    return byline.removesuffix(behind)


def _all(stories: Iterable[dict[str, tuple[str, ...]]], name: str) -> Counter[str]:
    return Counter(words for story in stories for words in story[name])


def score(folder: str, *, strict: bool = False) -> tuple[Score, list[tuple[str, str, str, str]]]:
    """The figures of a folder's pages, and every mistake: its page, what it is, its field, its words."""
    total, mistakes = Score(), []
    for page in messy_pages(folder, strict=strict):
        mistakes += [(page.name, *mistake) for mistake in total.add(page, page_of(page.read().copy))]
    return total, mistakes


def main() -> None:
    """The figures of all pages, and the mistakes on those that are learnt from."""
    for folder in (*FITTED, "messy-aside"):
        total, mistakes = score(folder)
        strictly, _ = score(folder, strict=True)
        print(f"{folder}\n{total.table()}\nno deck open\n{strictly.table()}\n")  # noqa: T201 - a command
        if folder in FITTED:
            print("\n".join(" ".join(mistake) for mistake in mistakes))  # noqa: T201 - as above


if __name__ == "__main__":
    main()
