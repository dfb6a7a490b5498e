"""Nothing of a story that readers don't see yet is in any byte of what is published.

A fifth of the stories are drafts, wait for their time, or stand in editions that do. All that they say is in signs that
no other story has: Chinese characters from U+3480 to U+34FF, words with `qxzv`, the year 2031, pictures in magenta. Two
things are shown: none of these signs is anywhere, however it is written or packed; and the paper is the same to the
byte as one whose content folder never held these stories.

`BROADSHEET_LEAKS` says how many stories there are (30 by default).
"""

from __future__ import annotations

import gzip
import io
import json
import os
import random
import re
import shutil
import zlib
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest
from PIL import Image

from broadsheet.publishing.forms.program import PACKAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Newsroom

STORIES = int(os.environ.get("BROADSHEET_LEAKS", "30"))
NOON = datetime.fromisoformat("2025-04-16T12:00+08:00")
LATER = datetime.fromisoformat("2032-01-01T00:00+08:00")
DAYS = ("2025-03-31", "2025-04-14", "2025-04-15", "2025-04-16")
SECRET_DAYS = ("2031-07-19", "2031-07-20")
EVENING, TOMORROW = {"2025-04-16-evening"}, {"2025-04-17"}
MAGENTA = (255, 0, 255)
SECRET_TEXT = re.compile("[\u3480-\u34ff]|qxzv|(?<![0-9a-z])2031(?:[-/.年]|07)", re.IGNORECASE)
ESCAPED = re.compile(
    rb"\\u34[89a-f][0-9a-f]|%e3%9[23]%|&#x34[89a-f][0-9a-f];|&#13[45][0-9]{2};|feff34[89a-f]", re.IGNORECASE
)
PACKED = re.compile(rb"(?:\xe3[\x92\x93][\x80-\xbf]){2}|qxzv", re.IGNORECASE)
STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
TEXTS = {".html", ".xml", ".json", ".txt", ".css", ".js", ".svg", ""}
OFF = ("empty-slot", "unknown-area", "no-slot", "dead-link", "unreleased-link", "unknown-teaser")
LOOSE = f"url: https://p.example\nchecks: {{{', '.join(f'{code}: off' for code in OFF)}}}\n"


class Copy:
    """Texts of the readers' signs, or of the secret ones."""

    def __init__(self, chance: random.Random, *, secret: bool) -> None:
        self._chance = chance
        self._secret = secret
        self._count = 0

    def han(self, length: int) -> str:
        first, last = (0x3480, 0x34FF) if self._secret else (0x4E00, 0x5E00)
        return "".join(chr(self._chance.randint(first, last)) for _ in range(length))

    def word(self) -> str:
        """A Latin word that no other story has."""
        self._count += 1
        return f"{'qxzv' if self._secret else 'mo'}{self._count}"

    def story(self, newsroom: Newsroom, folder: str, others: list[str], **keys: Any) -> str:
        """A story with a picture, a document and all that can be said of it; its path below the content folder."""
        name = self.word()
        picture, paper = f"{folder}/{self.word()}.jpg", f"{folder}/{self.word()}.pdf"
        size = (self._chance.randrange(40, 90), self._chance.randrange(40, 90))
        exif = Image.Exif()
        exif[0x010E] = self.word()
        colour = MAGENTA if self._secret else (self._chance.randrange(200), 90, 20)
        newsroom.photo(picture, size, "#{:02x}{:02x}{:02x}".format(*colour), exif=exif)
        newsroom.write({f"content/{paper}": f"%PDF-1.4 {self.word()}"})
        links = "".join(f" [{self.han(2)}]({'../' * (folder.count('/') + 1)}{other})" for other in others)
        body = "\n\n".join(
            [
                f"{self.han(60)} {self.word()}。{links}",
                f"## {self.han(5)} {{#{self.word()}}}",
                f"{self.han(40)}[^1]，[{self.han(3)}]({paper.rpartition('/')[2]})，https://example.org/{self.word()}",
                f'![{self.han(4)}]({picture.rpartition("/")[2]} "{self.han(6)}"){{credit="{self.han(3)}"}}',
                f"[^1]: {self.han(9)}",
            ]
        )
        said = {
            "title": [self.han(8), self.han(6)], "kicker": self.han(5), "subtitle": self.han(9),
            "byline": [{"name": self.han(3), "role": self.han(2), "org": self.han(4)}],
            "dateline": self.han(6), "source": self.han(4), "summary": self.han(30), "column": self.han(3),
            "tags": [self.han(2), self.word()], "editors": [self.han(3)], "section": self.han(3),
            "genre": self.han(2), "x-note": self.word(), "aliases": [f"/old/{self.word()}/"],
            "images": [{
                "src": picture.rpartition("/")[2], "alt": self.han(5), "caption": self.han(7), "creator": self.han(3),
                "copyright": self.word(), "license": f"https://example.org/{self.word()}", "location": self.han(2),
            }],
            "corrections": [{"date": "2025-04-16", "text": self.han(12)}],
        }  # fmt: skip
        newsroom.story(f"{folder}/{name}.md", body, **{**said, **keys})
        return f"{folder}/{name}.md"


class Paper:
    """A paper whose stories partly wait; `secrets` are the folders and files that readers must know nothing of."""

    def __init__(self, newsroom: Newsroom, stories: int, seed: int = 20250416) -> None:
        self.newsroom = newsroom
        chance = random.Random(seed)
        self.open = Copy(chance, secret=False)
        self.closed = Copy(chance, secret=True)
        self.secrets: list[str] = []
        self.public: list[str] = []
        # With forms, in the place of whose program, which is fetched, stands something else.
        newsroom.write({"content/newspaper.yaml": f"title: 甲报\nadmin: {{backend: github, repo: a/b}}\n{LOOSE}"})
        named = "+".join(f"{package.name}-{package.version}" for package in PACKAGES)
        newsroom.write({f"{cache}/programs/{named}/cms.js": "" for cache in (".cache", ".without")})
        hidden = max(stories // 5, 8)
        for number in range(stories - hidden):
            day = DAYS[number % len(DAYS)]
            known = chance.sample(self.public, k=min(1, len(self.public)))
            keys = {"date": day} if day != "2025-04-16" else {}
            self.public.append(self.open.story(newsroom, f"2025/{day}", known, page=f"A0{number % 3 + 1}", **keys))
        for number in range(hidden):
            self.secrets.append(self._hide(number))
        # What readers see may name what they don't: in a grid, a link, a teaser.
        slug = Path(self.secrets[0]).stem
        shown = [Path(file).stem for file in self.public if "2025-04-16" in file and self._page(file) == "A01"]
        grid = "\n".join([*shown[:6], slug])
        # The picture of a printed page has a place for a story that waits.
        areas = {story: [[0, 0], [0.5, 0], [0.5, 0.5]] for story in (slug, *shown[:1])}
        newsroom.photo("2025/2025-04-16/sheet.jpg", (60, 90))
        newsroom.edition(
            "2025/2025-04-16",
            date="2025-04-16",
            pages=[
                {"number": "A01", "name": "要闻", "grid": f"{grid}\n ", "image": "sheet.jpg", "areas": areas},
                *({"number": f"A0{number}", "name": "城事"} for number in (2, 3)),
            ],
        )
        newsroom.story(
            "2025/2025-04-15/pointer.md", f"见[报道](../../{self.secrets[1]})，[又一篇](../../{self.secrets[-1]})。",
            title="指路", date="2025-04-15", page="A01", teaser_of=Path(self.secrets[1]).stem,
        )  # fmt: skip

    def _page(self, file: str) -> str:
        text = (self.newsroom.folder / "content" / file).read_text(encoding="utf-8")
        return re.findall('page: "(.*)"', text)[0]

    def _hide(self, number: int) -> str:
        """A story that readers must know nothing of, in one of the ways in which there are such."""
        links = self.public[:1]
        day = SECRET_DAYS[number % 2]
        ways: list[tuple[str, list[str], dict[str, Any]]] = [
            ("2025-04-16", [], {"draft": True, "page": "A01"}),
            ("2025-04-15", links, {"date": "2025-04-15", "page": "A01", "publish_at": "2025-04-16T12:01"}),
            ("2025-04-16", [], {"page": "A02", "publish_at": "2025-04-16T04:30Z"}),
            ("2025-04-14", [], {"date": "2025-04-14", "page": "B09", "draft": True}),
            (day, links, {"date": day, "page": f"C0{number % 9}"}),
            (day, links, {"date": day, "page": "C07", "publish_at": f"{day}T09:00"}),
            ("2025-04-16-evening", links, {"page": "D01"}),
            ("2025-04-17", links, {"page": "D02"}),
        ]
        folder, known, keys = ways[number % len(ways)]
        if folder in EVENING | TOMORROW and not (self.newsroom.folder / f"content/{folder[:4]}/{folder}").exists():
            self._hide_edition(folder)
        return self.closed.story(self.newsroom, f"{folder[:4]}/{folder}", known, **keys)

    def _hide_edition(self, folder: str) -> None:
        """An edition.yaml that readers must know nothing of."""
        secret = self.closed
        names = [(secret.han(3), secret.han(2), secret.han(3)) for _ in range(2)]
        sheet = f"{secret.word()}.jpg"
        self.newsroom.photo(f"2025/{folder}/{sheet}", (60, 90), "#ff00ff")
        pages = [{"number": f"D0{n}", "name": a, "editors": {b: c}} for n, (a, b, c) in enumerate(names, 1)]
        pages[1]["image"] = sheet
        keys = {"label": "evening", "release": "2025-04-16T17:00"} if folder in EVENING else {}
        number, title = secret.word(), secret.han(4)
        self.newsroom.edition(f"2025/{folder}", date=folder[:10], issue_number=number, title=title, pages=pages, **keys)

    def forget(self) -> None:
        """Take the secrets out of the content folder, as if they had never been written."""
        content = self.newsroom.folder / "content"
        for file in self.secrets:
            for path in content.glob(f"{file.rpartition('/')[0]}/qxzv*"):
                path.unlink()
        for folder in ("2031", "2025/2025-04-16-evening", "2025/2025-04-17"):
            shutil.rmtree(content / folder, ignore_errors=True)


def unpacked(path: str, data: bytes) -> Iterator[bytes]:
    """The bytes of a file, and of what is packed in it."""
    yield data
    with suppress(OSError, EOFError, zlib.error):
        yield gzip.decompress(data)
    for found in STREAM.finditer(data) if path.endswith(".pdf") else ():
        with suppress(zlib.error):
            yield zlib.decompress(found[1])


def texts(path: str, data: bytes) -> Iterator[str]:
    """What a file says, and what it is called."""
    yield path
    if Path(path).suffix in TEXTS:
        yield data.decode()
    if path.endswith(".pdf"):
        with suppress(pypdfium2.PdfiumError):
            document = pypdfium2.PdfDocument(data)
            yield json.dumps(document.get_metadata_dict(), ensure_ascii=False)
            yield "".join(entry.get_title() for entry in document.get_toc())
            for page in document:
                yield page.get_textpage().get_text_range()


def leaks(outputs: dict[str, bytes]) -> list[str]:
    """Files in which there is something of a secret, with what it is."""
    found = []
    for path, data in outputs.items():
        found += [f"{path}: {hit[0]!r}" for text in texts(path, data) if (hit := SECRET_TEXT.search(text))]
        for part in unpacked(path, data):
            found += [f"{path}: {hit[0]!r}" for pattern in (ESCAPED, PACKED) if (hit := pattern.search(part))]
        if path.endswith((".jpg", ".webp", ".avif", ".png")):
            red, green, blue = Image.open(io.BytesIO(data)).convert("RGB").resize((1, 1)).getpixel((0, 0))
            if red > 200 and green < 60 and blue > 200:
                found.append(f"{path}: magenta")
    return found


@pytest.fixture
def paper(newsroom: Newsroom) -> Paper:
    newsroom.settings = replace(newsroom.settings, as_of=NOON, search=True)
    return Paper(newsroom, STORIES)


def sound(newsroom: Newsroom, **options: Any) -> dict[str, bytes]:
    """The outputs of a build without errors."""
    edited = newsroom.build(**options)
    assert edited.sound, edited.diagnostics
    return newsroom.outputs(Path(options.get("output", "public")).name)


def test_the_signs_are_found_where_they_are(paper: Paper) -> None:
    """What is looked for below is there as soon as the stories are shown: else it would never be found."""
    outputs = sound(paper.newsroom, drafts=True)
    found = leaks(outputs)
    kinds = {Path(hit.partition(": ")[0]).suffix for hit in found}
    assert {".html", ".xml", ".jpg", ".avif", ".webp", ".pdf", ".json", ".pf_fragment", ".pf_index"} <= kinds
    assert any(hit.startswith("_redirects") for hit in found)


def test_nothing_of_what_waits_is_in_any_byte(paper: Paper) -> None:
    outputs = sound(paper.newsroom)
    assert leaks(outputs) == []
    assert len(outputs) > STORIES
    assert "admin/forms.json" in outputs
    assert_same(outputs, without(paper))


@pytest.mark.parametrize("before", [{"drafts": True}, {"as_of": LATER}], ids=["the desk's paper", "a later paper"])
def test_nothing_is_left_of_what_was_shown(paper: Paper, before: dict[str, Any]) -> None:
    assert leaks(sound(paper.newsroom, **before)) != []
    outputs = sound(paper.newsroom)
    assert leaks(outputs) == []
    assert_same(outputs, without(paper))


@pytest.mark.parametrize("way", ["draft", "publish_at", "release", "removed"])
def test_nothing_is_left_of_what_was_withdrawn(newsroom: Newsroom, way: str) -> None:
    newsroom.settings = replace(newsroom.settings, as_of=NOON, search=True)
    paper = Paper(newsroom, 12)
    paper.forget()
    day = DAYS[-1] if way != "release" else "2025-03-01"
    keys: dict[str, Any] = {"page": "A02", "date": day}
    story = paper.closed.story(newsroom, f"2025/{day}", paper.public[:1], **keys)
    assert leaks(sound(newsroom)) != []
    file = newsroom.folder / "content" / story
    text = file.read_text(encoding="utf-8")
    if way == "removed":
        file.unlink()
    elif way == "release":
        newsroom.edition(f"2025/{day}", date=day, release="2025-05-01T00:00")
    else:
        file.write_text(text.replace("---\n", f"---\n{way}: {'true' if way == 'draft' else '2025-05-01T00:00'}\n", 1))
    outputs = sound(newsroom)
    assert leaks(outputs) == []
    paper.secrets = [story]
    shutil.rmtree(newsroom.folder / "content/2025/2025-03-01", ignore_errors=True)
    assert_same(outputs, without(paper))


def test_nothing_of_what_waits_is_printed(newsroom: Newsroom) -> None:
    newsroom.settings = replace(newsroom.settings, as_of=NOON, printing=True)
    paper = Paper(newsroom, 12)
    first = sound(newsroom)
    assert leaks(first) == []
    shown = {hit.partition(": ")[0].rpartition(".")[2] for hit in leaks(sound(newsroom, drafts=True)) if "/D0" in hit}
    assert shown == {"html", "json", "pdf"}
    outputs = sound(newsroom)
    assert leaks(outputs) == []
    assert_same(outputs, first)
    assert_same(outputs, without(paper))


def without(paper: Paper) -> dict[str, bytes]:
    """The outputs of a paper that never had the secrets."""
    paper.forget()
    return sound(paper.newsroom, output=paper.newsroom.folder / "without", cache=paper.newsroom.folder / ".without")


def assert_same(outputs: dict[str, bytes], others: dict[str, bytes]) -> None:
    """No file more and no byte else; but for what Pagefind names anew each time, whose inputs are in bundles.json."""
    assert (outputs.keys() - others.keys(), others.keys() - outputs.keys()) == (set(), set())
    differing = (path for path, data in outputs.items() if others[path] != data)
    assert [path for path in differing if not path.startswith("pagefind/bundles/")] == []
