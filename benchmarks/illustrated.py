"""A paper of photographs for Broadsheet and for Hugo alike: ten a story, five stories a day."""

from __future__ import annotations

import json
import math
import os
import shutil
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from benchmarks.copies import found, weighed
from benchmarks.corpus import A_DAY, SECTIONS, Corpus, Story, write
from benchmarks.generators import HERE
from benchmarks.results import Copies
from benchmarks.run import weighed as pages_weighed
from benchmarks.trees import TREES
from broadsheet.model.picture_file import PictureFile
from broadsheet.planning.renditions import renditions_of
from broadsheet.rendering.pictures.derive import ENCODERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from benchmarks.generators import Generator
    from benchmarks.photos import Photos
    from benchmarks.results import Site
    from broadsheet.planning.renditions import Renditions

OF_PICTURES = ("cold", "nothing", "restored")
"""Scenarios of such a paper."""
A_STORY = 10
IN_BODY = 3
"""The last photographs of a story stand in its copy; the first is its lead, the others are a gallery."""
STORIES_A_DAY = 5
FEW = 6
"""Photographs whose copies are held against them."""
KEPT = {"broadsheet": "cache/pictures", "hugo": "resources/_gen/images"}
"""Where each generator keeps the copies that it made."""
SETTINGS = "pictures.toml"
"""What Hugo is told beside its own settings: formats and qualities as Broadsheet has them."""


def illustrated(generator: Generator) -> Generator:
    """A generator as it builds a paper of photographs."""
    if generator.name != "hugo":
        return generator
    return replace(
        generator,
        words=(*generator.words, "--config", f"hugo.toml,{SETTINGS}"),
        caches=(*generator.caches, generator.folder / "resources"),
        files=(*generator.files, (HERE / "peers/hugo-pictures", generator.folder)),
    )


@dataclass(frozen=True)
class IllustratedPaper:
    """The paper; its photographs lie below `work` and are linked to, not copied."""

    photos: Photos
    work: Path

    @property
    def size(self) -> int:
        """The number of photographs."""
        return self.photos.count

    def lay_out(self, generators: Sequence[Generator]) -> None:
        """Write the stories for each generator, and its settings."""
        folder = self.photos.take(self.work)
        for generator in generators:
            shutil.rmtree(generator.stories, ignore_errors=True)
            generator.forget()
            generator.prepare()
            tree = TREES[generator.name]
            write(generator.stories, tree.settings(self._corpus, SECTIONS))
            write(generator.folder, {SETTINGS: self._settings()} if generator.name == "hugo" else {})
            for stories in self._editions():
                day = dict(tree.day(self._corpus, list(stories)))
                for story, numbers in stories.items():
                    path = tree.path(story)
                    text = day.pop(path)
                    if generator.name == "hugo":
                        # Only a folder of its own gives a story resources.
                        path = f"{path.removesuffix('.md')}/index.md"
                    day[path] = self._with_pictures(text, numbers, generator.name)
                    beside = (generator.stories / path).parent
                    beside.mkdir(parents=True, exist_ok=True)
                    for number in numbers:
                        os.link(folder / self.photos.name(number), beside / self.photos.name(number))
                write(generator.stories, day)

    def change(self, scenario: str, generator: Generator, number: int) -> None:  # noqa: ARG002 - as of all papers
        """Before a run: for `cold` all is forgotten, for `restored` the output."""
        if scenario == "cold":
            generator.forget()
        elif scenario == "restored":
            shutil.rmtree(generator.output)

    def made(self, generator: Generator, since: int) -> int:
        """Of how many photographs the generator has made copies since a moment (nanoseconds)."""
        kept = [path for path in (generator.folder / KEPT[generator.name]).rglob("photo-*") if path.is_file()]
        return len({path.name[: len("photo-00000")] for path in kept if path.stat().st_mtime_ns >= since})

    def weigh(self, generator: Generator) -> Iterator[Site | Copies]:
        """What the generator has written, and its copies by format and width."""
        yield pages_weighed(self.size, generator)
        folder, few = self.photos.folder(self.work), min(FEW, self.size)
        cards = {self._renditions(number).card_size for number in range(self.size)}
        for group in weighed(found(generator.output), cards, folder, few):
            yield Copies(self.size, generator.name, **vars(group))

    @property
    def _corpus(self) -> Corpus:
        """As many days as the photographs fill."""
        return Corpus(A_DAY * math.ceil(self.size / (STORIES_A_DAY * A_STORY)), seed=self.photos.seed)

    def _editions(self) -> Iterator[Mapping[Story, range]]:
        """Each day's stories with the numbers of their photographs."""
        for back, first in enumerate(range(0, self.size, STORIES_A_DAY * A_STORY)):
            starts = range(first, min(first + STORIES_A_DAY * A_STORY, self.size), A_STORY)
            # A story of every eighteenth of the day, so that they stand on several pages.
            stories = self._corpus.edition(back)[:: A_DAY // STORIES_A_DAY]
            yield {
                story: range(start, min(start + A_STORY, self.size))
                for story, start in zip(stories, starts, strict=False)
            }

    def _with_pictures(self, text: str, numbers: range, generator: str) -> str:
        """A story's text with its photographs, the last of them in its copy."""
        listed = numbers[: max(len(numbers) - IN_BODY, 1)]
        rows = [self._listed(number, first=number == numbers[0]) for number in listed]
        keys = f"images:\n{''.join(rows)}"
        body = "".join(self._in_body(number, generator) for number in numbers[len(listed) :])
        if generator == "hugo":
            widths = {self.photos.name(number): self._renditions(number).widths for number in numbers}
            card = "x".join(map(str, self._renditions(numbers[0]).card_size))
            # Broadsheet doesn't publish photographs as they came.
            keys += f"widths: {json.dumps(widths)}\ncard: {card}\nbuild: {{publishResources: false}}\n"
        return text.replace("---\n\n", f"{keys}---\n\n", 1) + body

    def _listed(self, number: int, *, first: bool) -> str:
        words = {
            "src": self.photos.name(number),
            "alt": f"照片{number}",
            "caption": f"第{number}幅照片。",
            "creator": self.photos.rights(number).creator,
            "credit": self.photos.rights(number).credit,
            "position": "lead" if first else "gallery",
        }
        return f"  - {json.dumps(words, ensure_ascii=False)}\n"

    def _in_body(self, number: int, generator: str) -> str:
        rights = self.photos.rights(number)
        credit = f'{{creator="{rights.creator}" credit="{rights.credit}"}}' if generator == "broadsheet" else ""
        return f'\n![照片{number}]({self.photos.name(number)} "第{number}幅照片。"){credit}\n'

    def _renditions(self, number: int) -> Renditions:
        """What Broadsheet makes of a photograph, but for its name."""
        file = PictureFile("JPEG", *self.photos.shown(number))
        return renditions_of("", "", file, self.photos.rights(number), "", card=True)

    def _settings(self) -> str:
        """Hugo's. The others of `imaging` are as Hugo has them: they are the quickest."""
        copies = [f"{ending} q{options['quality']}" for ending, (_, options) in ENCODERS.items()]
        return (
            'timeout = "2h"  # of a page, on a machine that is busy\n'
            '[imaging]\nresampleFilter = "lanczos"\n'
            f"[params.pictures]\ncopies = {json.dumps(copies)}\n"
        )
