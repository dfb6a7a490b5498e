"""What a picture's file says arrives in every copy that is published: told by exiftool, which also wrote it.

Each input format with each metadata standard that it can hold, in Chinese (UTF-8, and GBK where the standard lets one
choose) and in English, in each output format.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from broadsheet.model.described import described
from broadsheet.model.picture import Picture
from broadsheet.model.rights import rights_of
from broadsheet.planning.renditions import renditions_of
from broadsheet.reading.pictures import clean_svg, open_picture, read_picture
from broadsheet.rendering.pictures.derive import derive
from broadsheet.rendering.pictures.xmp import packet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadsheet.model.picture_file import PictureFile
    from tests.conftest import Newsroom

pytestmark = pytest.mark.skipif(
    shutil.which("exiftool") is None and not os.environ.get("CI"),
    reason="exiftool is not there: install libimage-exiftool-perl",
)

PICTURES = Path(__file__).parent / "pictures"
ENDINGS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "AVIF": "avif", "TIFF": "tif", "HEIF": "heic", "GIF": "gif"}
WORDS = {
    "zh": {
        "creator": ("李某", "王某"),
        "credit": "津渡社",
        "caption": "渡船离岸",
        "copyright": "© 2025 津渡社",
        "license": "https://pictures.example.org/rights/zh?a=1&b=2",
        "licensor": "津渡图片",
        "acquire": "https://pictures.example.org/licence/zh",
        "alt": "一艘渡船",
        "city": "大连",
        "country": "中国",
    },
    "en": {
        "creator": ("A. Writer", "B. Maker"),
        "credit": 'Ferry "Wire" <& Sons>',
        "caption": "The ferry leaves",
        "copyright": "© 2025 Ferry Wire",
        "license": "https://pictures.example.org/rights/en?a=1&b=2",
        "licensor": "Ferry Pictures",
        "acquire": "https://pictures.example.org/licence/en",
        "alt": "A ferry",
        "city": "Dalian",
        "country": "China",
    },
}
SOURCE_TYPE = "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture"
PRIVATE = (
    *("-EXIF:GPSLatitude=38.9", "-EXIF:GPSLatitudeRef=N", "-EXIF:GPSLongitude=121.6", "-EXIF:GPSLongitudeRef=E"),
    *("-ExifIFD:SerialNumber=4711", "-ExifIFD:LensSerialNumber=4712", "-EXIF:OwnerName=Owner"),
)
TAGS = {
    "creator": "XMP-dc:Creator",
    "credit": "XMP-photoshop:Credit",
    "copyright": "XMP-dc:Rights",
    "license": "XMP-xmpRights:WebStatement",
    "licensor": "XMP-plus:LicensorName",
    "acquire": "XMP-plus:LicensorURL",
    "source_type": "XMP-iptcExt:DigitalSourceType",
}
"""Of the fields that every copy carries, exiftool's names; its groups say that they are the standards' own."""


@dataclass(frozen=True)
class Case:
    kind: str
    standard: str
    language: str

    @property
    def name(self) -> str:
        return f"{self.standard}-{self.language}.{ENDINGS[self.kind]}"

    def __str__(self) -> str:
        return self.name

    @property
    def carried(self) -> dict[str, Any]:
        """The fields that the standard has, of those that every copy carries."""
        words = WORDS[self.language]
        fields = {
            "XMP": ("creator", "credit", "copyright", "license", "licensor", "acquire"),
            "IIM": ("creator", "credit", "copyright"),
            "EXIF": ("creator", "copyright"),
        }[self.standard.partition(" ")[0]]
        carried: dict[str, Any] = {field: words[field] for field in fields}
        return carried | ({"source_type": SOURCE_TYPE} if self.standard == "XMP" else {})


CASES = [
    Case(kind, standard, language)
    for kind in ENDINGS
    for standard in ("XMP", "IIM", "IIM GBK", "EXIF")
    for language in WORDS
    if not (standard.startswith("IIM") and kind not in {"JPEG", "PNG", "TIFF"})
    and not (standard == "EXIF" and kind == "GIF")
    and not (standard == "IIM GBK" and language == "en")
]


def drawn(kind: str) -> bytes:
    """A picture of a format, without a word."""
    if kind == "HEIF":
        return (PICTURES / "ferry.heic").read_bytes()
    out = io.BytesIO()
    Image.linear_gradient("L").resize((64, 48)).convert("RGB").save(out, kind)
    return out.getvalue()


def written(case: Case, folder: Path) -> list[str]:
    """What exiftool is told, to write a case's words into its file."""
    words = WORDS[case.language]
    if case.standard == "XMP":
        return [
            *(f"-XMP-dc:Creator={name}" for name in words["creator"]),
            f"-XMP-photoshop:Credit={words['credit']}",
            f"-XMP-dc:Description={words['caption']}",
            f"-XMP-dc:Rights={words['copyright']}",
            f"-XMP-xmpRights:WebStatement={words['license']}",
            f"-XMP-plus:LicensorName={words['licensor']}",
            f"-XMP-plus:LicensorURL={words['acquire']}",
            f"-XMP-iptcCore:AltTextAccessibility={words['alt']}",
            f"-XMP-iptcExt:DigitalSourceType={SOURCE_TYPE}",
            f"-XMP-iptcExt:LocationCreatedCity={words['city']}",
            f"-XMP-iptcExt:LocationCreatedCountryName={words['country']}",
            "-XMP-photoshop:DateCreated=2025:04:15 10:20:30+08:00",
            *("-XMP-exif:GPSLatitude=38.9", "-XMP-aux:SerialNumber=4713"),
        ]
    if case.standard == "EXIF":
        return [
            f"-EXIF:Artist={'; '.join(words['creator'])}",
            f"-EXIF:Copyright={words['copyright']}",
            f"-EXIF:ImageDescription={words['caption']}",
            "-EXIF:DateTimeOriginal=2025:04:15 10:20:30",
            "-EXIF:OffsetTimeOriginal=+08:00",
            *PRIVATE,
        ]
    encoding = "gb18030" if case.standard == "IIM GBK" else "utf-8"
    block = folder / f"{case.name}.iim"
    block.write_bytes(iim(words, encoding))
    return [f"-IPTC<={block}"]


def iim(words: dict[str, Any], encoding: str) -> bytes:
    """IIM records as picture desks write them: UTF-8 says that it is, GBK says nothing."""
    texts = [
        *((80, name) for name in words["creator"]),
        *((110, words["credit"]), (120, words["caption"]), (116, words["copyright"].replace("©", "(c)"))),
        *((55, "20250415"), (60, "102030+0800"), (90, words["city"]), (101, words["country"])),
    ]
    records = [(2, number, text.encode(encoding)) for number, text in texts]
    if encoding == "utf-8":
        records.insert(0, (1, 90, b"\x1b%G"))
    return b"".join(bytes((0x1C, record, number)) + len(value).to_bytes(2) + value for record, number, value in records)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[Case, bytes]:
    """Every case's file; exiftool is started once."""
    folder = tmp_path_factory.mktemp("pictures")
    orders: list[str] = []
    for case in CASES:
        (folder / case.name).write_bytes(drawn(case.kind))
        orders += [*written(case, folder), "-m", "-q", "-overwrite_original", str(folder / case.name), "-execute"]
    run(*("-@", "-"), said="\n".join(orders))
    return {case: (folder / case.name).read_bytes() for case in CASES}


def run(*words: str, said: str = "") -> str:
    done = subprocess.run(["exiftool", *words], input=said, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return done.stdout


def file_of(case: Case, data: bytes) -> PictureFile:
    file = read_picture(case.name, data)
    assert file is not None
    return file


@pytest.fixture(scope="module")
def published(
    files: dict[Case, bytes], tmp_path_factory: pytest.TempPathFactory
) -> dict[Case, dict[str, dict[str, Any]]]:
    """All that exiftool finds in each copy of each case's picture."""
    folder = tmp_path_factory.mktemp("copies")
    for number, case in enumerate(CASES):
        for address, data in copies(case, files[case]):
            (folder / f"{number}{address.replace('/', '-')}").write_bytes(data)
    found: dict[Case, dict[str, dict[str, Any]]] = {case: {} for case in CASES}
    for told in json.loads(run("-q", "-j", "-a", "-G1", str(folder))):
        name = Path(told["SourceFile"]).name
        found[CASES[int(name.partition("-")[0])]][name] = told
    return found


def copies(case: Case, data: bytes) -> Iterator[tuple[str, bytes]]:
    file = file_of(case, data)
    rights = rights_of(described(Picture(case.name), file))
    renditions = renditions_of(case.name, "0" * 64, file, rights, "", card=True)
    yield from derive(open_picture(data, file.kind), file, renditions, rights, "")


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_file_is_read_as_it_was_written(case: Case, files: dict[Case, bytes]) -> None:
    said = {one.field: one.text for one in file_of(case, files[case]).said}
    words = WORDS[case.language]
    expected = case.carried | {"creator": ("、" if case.language == "zh" else ", ").join(words["creator"])}
    expected |= {"caption": words["caption"], "date": "2025-04-15T10:20:30+08:00"}
    if case.standard == "XMP":
        expected |= {"alt": words["alt"]}
    if case.standard != "EXIF":
        expected |= {"location": "中国大连" if case.language == "zh" else "Dalian, China"}
    if case.standard.startswith("IIM"):
        expected |= {"copyright": words["copyright"].replace("©", "(c)")}
    assert said == expected


@pytest.mark.parametrize("case", CASES, ids=str)
def test_every_copy_carries_what_its_file_says_and_nothing_private(
    case: Case, published: dict[Case, dict[str, dict[str, Any]]]
) -> None:
    expected = case.carried
    if case.standard.startswith("IIM"):
        expected |= {"copyright": expected["copyright"].replace("©", "(c)")}
    names = case.language == "zh"
    expected |= {"creator": [*expected["creator"]] if names else ", ".join(expected["creator"])}
    assert {name.partition(".")[2].rpartition(".")[2] for name in published[case]} == {"avif", "webp", "jpg"}
    assert len(published[case]) == 4
    for name, told in published[case].items():
        assert {field: told.get(tag) for field, tag in TAGS.items() if tag in told} == expected, name
        assert [key for key in told if any(word in key for word in ("GPS", "Serial", "Owner", "IPTC", "IFD0"))] == []


@pytest.mark.parametrize("language", WORDS)
def test_a_drawing_keeps_its_words(language: str, tmp_path: Path) -> None:
    words = WORDS[language]
    name = words["creator"][0]
    credited = Picture("a.svg", creator=name, credit=words["credit"], copyright=words["copyright"])
    inside = packet(rights_of(credited)).decode()
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="8" height="6"><metadata>{inside}</metadata></svg>'
    with_script = svg.replace("</svg>", "<script>x()</script></svg>").encode()
    for number, data in enumerate((svg.encode(), with_script)):
        file = read_picture("a.svg", data)
        assert file is not None
        read = described(Picture("a.svg"), file)
        assert (read.creator, read.credit, read.copyright) == (name, words["credit"], words["copyright"])
        (tmp_path / f"{number}.svg").write_bytes(clean_svg(data)[0])
    for told in json.loads(run("-q", "-j", "-G1", str(tmp_path))):
        assert [told[TAGS[field]] for field in ("creator", "credit", "copyright")] == [
            name,
            words["credit"],
            words["copyright"],
        ]


@pytest.mark.parametrize("language", WORDS)
def test_an_article_that_names_a_file_alone_is_published_with_all_that_the_file_says(
    language: str, files: dict[Case, bytes], newsroom: Newsroom
) -> None:
    words = WORDS[language]
    newsroom.write(
        {
            "content/newspaper.yaml": f"language: {'zh-Hans' if language == 'zh' else 'en'}\n",
            "content/a.heic": files[Case("HEIF", "XMP", language)],
            "content/b.tif": files[Case("TIFF", "XMP", language)],
        }
    )
    newsroom.story("a.md", "文。\n\n![](b.tif)", date="2025-04-16", images=[{"src": "a.heic"}])
    newsroom.built()
    page = unescape(newsroom.page("/2025/04/16/a/"))
    assert page.count(f'alt="{words["alt"]}') == 2
    assert page.count(words["caption"]) >= 2
    assert words["credit"] in page
    published = newsroom.folder / "public/files"
    assert {path.suffix for path in published.iterdir()} == {".avif", ".webp", ".jpg"}
    for told in json.loads(run("-q", "-j", "-a", "-G1", str(published))):
        assert told[TAGS["credit"]] == words["credit"]
        assert [key for key in told if any(word in key for word in ("GPS", "Serial"))] == []
