"""Bad input: every kind of mistake, with the exact words that an editor reads.

The cases stand in tests/papers/broken/*.txt, each a small newspaper and what the build says of it:

    ==== a title that is missing
    @@ content/story.md
    ...the file...
    @@ says
    content/story.md:1: error[missing-title]: ...

`@@ content/story.md as gb18030` writes the file in that encoding, `as escaped` reads `\\x07` and the like in it.
Those in tests/papers/checked/*.txt are what `check` says, which publishes nothing.

What isn't text (broken pictures, folders, links) is made below. `BROADSHEET_UPDATE=1 pytest tests/test_bad_input.py`
writes what the build says now into the files; read the diff.
"""

from __future__ import annotations

import io
import os
import re
import struct
import sys
import zlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result
from PIL import Image, TiffImagePlugin

from broadsheet.cli import main
from broadsheet.model.codes import CODES, READ, SETTABLE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PAPERS = Path(__file__).parent / "papers"
COMMANDS = {"broken": "build", "checked": "check"}
ELSEWHERE = {"no-forms", "overset", "picture-too-large"}
"""Rules that tests/publishing shows: of print, and of the forms' program."""
UPDATE = bool(os.environ.get("BROADSHEET_UPDATE"))
OLD = {"index.html": b"<p>yesterday's paper", "2025/04/15/index.html": b"\x00\xff old"}


@dataclass(frozen=True)
class Case:
    kind: str
    topic: str
    folder: str
    files: tuple[tuple[str, bytes], ...]
    says: str

    def __str__(self) -> str:
        return f"{self.topic}: {self.kind}"


def cases() -> Iterator[Case]:
    for path in sorted(path for folder in COMMANDS for path in (PAPERS / folder).glob("*.txt")):
        for part in re.split(r"^==== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            kind, _, rest = part.partition("\n")
            named = re.split(r"^@@ (.+)\n", rest, flags=re.MULTILINE)[1:]
            files = dict(zip(named[::2], named[1::2], strict=True))
            says = files.pop("says", "").rstrip("\n")
            says = f"{says}\n" if says else ""
            folder = path.parent.name
            yield Case(kind, path.stem, folder, tuple(as_bytes(name, text) for name, text in files.items()), says)


def as_bytes(name: str, text: str) -> tuple[str, bytes]:
    path, _, encoding = name.partition(" as ")
    if encoding == "escaped":
        return path, text.encode("ascii", "backslashreplace").decode("unicode_escape").encode()
    return path, text.encode(encoding or "utf-8")


def build(*options: str, command: str = "build") -> Result:
    always = ["--no-search", "--no-print", "--quiet", "--workers", "1", "--as-of", "2025-05-01T00:00+08:00"]
    return CliRunner().invoke(main, [command, *always, *options])


def put(files: tuple[tuple[str, bytes], ...]) -> None:
    for path, data in files:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_bytes(data)


def published() -> dict[str, bytes]:
    return {
        path.relative_to("public").as_posix(): path.read_bytes() for path in Path("public").rglob("*") if path.is_file()
    }


@pytest.fixture(autouse=True)
def paper_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    put(tuple((f"public/{name}", data) for name, data in OLD.items()))


def assert_says(result: Result, says: str, *, publishes: bool = True) -> None:
    """The exact words, and what they mean: an error ends with 1 and changes nothing, a warning publishes."""
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert result.output == says
    assert "Traceback" not in result.output
    if ": error[" in says:
        assert result.exit_code == 1
        assert published() == OLD
    else:
        assert result.exit_code == 0
        assert (published() != OLD) == publishes


@pytest.mark.parametrize("case", list(cases()), ids=str)
def test_bad_input_is_told_exactly_and_the_old_paper_stays(case: Case) -> None:
    put(case.files)
    result = build(command=COMMANDS[case.folder])
    if UPDATE:
        rewrite(case, result.output)
        case = replace(case, says=result.output)
    assert_says(result, case.says, publishes=case.folder == "broken")


def rewrite(case: Case, output: str) -> None:
    path = PAPERS / case.folder / f"{case.topic}.txt"
    text = path.read_text(encoding="utf-8")
    start = text.index(f"==== {case.kind}\n")
    end = text.find("\n==== ", start) + 1 or len(text)
    part = text[start:end].partition("@@ says\n")[0].rstrip("\n")
    path.write_text(f"{text[:start]}{part}\n@@ says\n{output}\n{text[end:]}".rstrip("\n") + "\n", encoding="utf-8")


def test_two_hundred_kinds_are_told_and_most_codes_among_them() -> None:
    kinds = [case.kind for case in cases()]
    assert len(set(kinds)) == len(kinds) >= 200
    told = set(re.findall(r"(?:error|warning)\[([a-z-]+)\]", "".join(case.says for case in cases())))
    # What takes a file of its own to show: see the tests below, of extensions, of the command, and of the built site.
    elsewhere = {
        "article-too-long",
        "dead-fragment",
        "extension-failed",
        "line-too-long",
        "machine-failed",
        # Of print, in tests/publishing/test_print.py.
        "missing-font",
        # Of the network, in tests/publishing/test_forms.py.
        "no-forms",
        "overset",
        "picture-too-large",
        "unreadable-file",
    }
    assert set(CODES) - told == elsewhere


SOUND = "---\ntitle: 街角书店\ndate: 2025-04-16\n---\n正文。\n"
PICTURED = SOUND.replace("正文。", '![渡船](ferry.{0}){{credit="李某"}}')


def picture(kind: str, **options: object) -> bytes:
    data = io.BytesIO()
    # Noise, so that no format makes it smaller than its own header.
    Image.effect_noise((64, 48), 80).convert("RGB").save(data, kind, **options)
    return data.getvalue()


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def huge_png() -> bytes:
    return png(60_000, 60_000)


def png(width: int, height: int) -> bytes:
    """A PNG without pixels."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


def deflated_tiff(width: int, height: int) -> bytes:
    """A TIFF whose one strip, of 50 million zeros, is deflated to 50 thousand bytes."""
    tags = TiffImagePlugin.ImageFileDirectory_v2()
    for tag, value in ((256, width), (257, height), (258, 8), (259, 8), (262, 1), (273, 0), (277, 1), (278, height)):
        tags[tag] = value
    strip = zlib.compress(bytes(50_000_000), 9)
    tags[279] = len(strip)
    return b"II*\0\x08\0\0\0" + tags.tobytes(8) + strip


HEIC = Path(__file__).parent / "pictures" / "ferry.heic"
CUT_OFF = "the picture is cut off before its end\n  copy the file again"
NO_PICTURE = "the file can't be read as a picture\n  save it again as JPEG, PNG, WebP, AVIF or plain SVG"
PLAIN_SVG = '<svg xmlns="http://www.w3.org/2000/svg"/>'
UNREADABLE = {
    "a truncated JPEG": ("jpg", lambda: picture("JPEG")[:-400], CUT_OFF),
    "a truncated PNG": ("png", lambda: picture("PNG")[:-40], CUT_OFF),
    "a truncated WebP": ("webp", lambda: picture("WEBP")[:-40], CUT_OFF),
    "a truncated GIF": ("gif", lambda: picture("GIF").replace(b";", b":"), CUT_OFF),
    "a truncated AVIF": ("avif", lambda: picture("AVIF")[:-40], CUT_OFF),
    "a PNG named .jpg": (
        "jpg",
        lambda: picture("PNG"),
        "the file is named .jpg and holds a PNG picture\n  name it .png",
    ),
    "a JPEG named .gif": (
        "gif",
        lambda: picture("JPEG"),
        "the file is named .gif and holds a JPEG picture\n  name it .jpg",
    ),
    "a PNG of 3.6 billion pixels": (
        "png",
        huge_png,
        "3,600,000,000 pixels are too many\n  make it smaller; 200,000,000 may be",
    ),
    "a TIFF that blows up to 121 megabytes": (
        "tif",
        lambda: deflated_tiff(11_000, 11_000),
        "11,000 × 11,000 pixels are too many\n  make it smaller; 120,000,000 may be",
    ),
    "a TIFF with less than it says": ("tif", lambda: deflated_tiff(9_000, 9_000), NO_PICTURE),
    "a truncated TIFF": ("tif", lambda: picture("TIFF")[:-40], CUT_OFF),
    "a truncated HEIC": ("heic", lambda: HEIC.read_bytes()[:-40], CUT_OFF),
    "a HEIC named .jpg": (
        "jpg",
        HEIC.read_bytes,
        "the file is named .jpg and holds a HEIF picture\n  name it .heic",
    ),
    "a picture whose pixels are broken, not its head": ("png", lambda: png(64, 48), CUT_OFF),
    "bytes that are nothing": ("avif", lambda: b"\0\1\2\3" * 99, NO_PICTURE),
    "an SVG in UTF-16": ("svg", lambda: PLAIN_SVG.encode("utf-16"), "the SVG is not UTF-8\n  save it again as UTF-8"),
}


@pytest.mark.parametrize(("ending", "make", "says"), UNREADABLE.values(), ids=UNREADABLE)
def test_a_picture_that_is_broken_is_told(ending: str, make: Callable[[], bytes], says: str) -> None:
    put((("content/story.md", PICTURED.format(ending).encode()), (f"content/ferry.{ending}", make())))
    assert_says(build(), f"content/ferry.{ending}: error[unreadable-picture]: {says}\n")


def test_a_line_of_ten_megabytes_is_told() -> None:
    put((("content/story.md", (SOUND + "长" * 3_500_000).encode()),))
    says = (
        "content/story.md:6: error[line-too-long]: a line of 3,500,000 characters\n"
        "  break it into paragraphs; a line may have 200,000 characters\n"
    )
    assert_says(build(), says)


@pytest.mark.parametrize("folder", ["an empty one", "none"])
def test_a_content_folder_without_anything_is_told(folder: str) -> None:
    if folder == "an empty one":
        Path("content").mkdir()
    says = "content: error[no-articles]: no article in this folder\n  add a Markdown file with title: and date:\n"
    assert_says(build(), says)


def test_a_folder_named_as_an_article_is_a_folder() -> None:
    put((("content/story.md/ferry.md", SOUND.encode()),))
    assert_says(build(), "")


def test_an_article_in_capitals_is_read_and_a_text_that_it_links_to_is_no_article() -> None:
    put((("content/story.MD", SOUND.replace("正文。", "[说明](notes.txt)").encode()), ("content/notes.txt", b"---\n")))
    assert_says(build(), "")
    assert "2025/04/16/story/index.html" in published()


def test_a_link_of_the_disk_that_leads_nowhere_is_told() -> None:
    put((("content/story.md", SOUND.encode()),))
    Path("content/ferry.md").symlink_to("gone.md")
    says = (
        "content/ferry.md: error[unreadable-file]: the file can't be read: No such file or directory\n"
        "  does the link lead to a file?\n"
    )
    assert_says(build(), says)


@pytest.mark.skipif(sys.platform != "linux", reason="a system whose file names are texts")
def test_a_name_that_is_not_utf8_is_told() -> None:
    put((("content/story.md", SOUND.encode()),))
    for name in (b"content/\xd6\xd0.md", b"content/\xd6\xd0.jpg"):
        Path(os.fsdecode(name)).write_bytes(SOUND.encode())
    says = (
        "content/\\udcd6\\udcd0.jpg: warning[unread-file]: nobody reads a file of this name\n"
        "  its name is not UTF-8; give it another\n"
        "content/\\udcd6\\udcd0.md: error[unreadable-file]: the file can't be read: No such file or directory\n"
        "  its name is not UTF-8; give it another\n"
    )
    assert_says(build(), says)


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads every file")
def test_a_file_that_may_not_be_read_is_told() -> None:
    put((("content/story.md", SOUND.encode()), ("content/ferry.md", SOUND.encode())))
    Path("content/ferry.md").chmod(0)
    says = (
        "content/ferry.md: error[unreadable-file]: the file can't be read: Permission denied\n"
        "  may this account read it?\n"
    )
    assert_says(build(), says)


@pytest.mark.parametrize("option", ["--output", "--cache"])
def test_a_folder_that_is_a_file_is_wrong_usage(option: str) -> None:
    put((("content/story.md", SOUND.encode()), ("taken", b"")))
    result = build(option, "taken")
    assert result.exit_code == 2
    assert f"Error: Invalid value for '{option}': Directory 'taken' is a file.\n" in result.output


def test_an_output_folder_that_cannot_be_made_is_the_machines_failure() -> None:
    put((("content/story.md", SOUND.encode()), ("taken", b"")))
    result = build("--output", "taken/public")
    assert result.exit_code == 3
    assert re.fullmatch(r"taken/public\S*: error\[machine-failed\]: Not a directory\n", result.output)
    assert published() == OLD


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_an_output_folder_without_permission_is_the_machines_failure() -> None:
    put((("content/story.md", SOUND.encode()),))
    Path("public").chmod(0o500)
    result = build()
    Path("public").chmod(0o700)
    assert result.exit_code == 3
    assert re.fullmatch(r"public/\S+: error\[machine-failed\]: Permission denied\n", result.output)


def test_content_and_layouts_at_fault_are_told_in_one_run() -> None:
    put((("content/story.md", SOUND.replace("title", "titel").encode()), ("layouts/404.html", b"\xff")))
    assert [line.split(": ")[0] for line in build().output.splitlines() if ": error[" in line] == [
        "content/story.md:2:1",
        "layouts/404.html:1:1",
    ]


WORDS = """---
title: 街角书店
section: 城市
jump_to: A09
teaser_of: nothing
---
[一](gone.md) [二](ferry.md#gone) [三](/gone/) [四](notes.exe) [五](draft.md) <marquee>六</marquee>

![](gone.jpg)

![渡船](https://pictures.example.org/a.jpg){credit=某}

![渡船](a.pdf){credit=某}

![渡船](a.svg){credit=none}

![渡船](a.svg){credit=某 reason=不详}

[![渡船](gone.jpg){credit=某}](https://example.org/)

注[^gone]

[^alone]: 没有人提到的注。
"""
CORRECTED = "---\ntitle: 街角书店\ndate: 2025-04-17\ncorrections: [{date: 2025-04-18, text: 一条。}]\n---\n正文。\n"
RECORD = """\
{
 "what": "…",
 "format": 1,
 "record": "e325d3ec389270cc043f87697a496382ee1159d0fbb81407f0a0c68038c0ae8e",
 "edition": "2025-04-17",
 "files": "5d3b31613cb3d08860796888738555248466a5009bee4300e20726a8fb39e994",
 "released": "2025-04-17T00:00:00",
 "addresses": [
  "/2025/04/17/",
  "/2025/04/17/1/"
 ],
 "stories": [
  {
   "address": "/2025/04/17/shop/",
   "aliases": [],
   "file": "shop.md",
   "title": "街角书店",
   "since": "2025-04-17T00:00:00",
   "wordings": [
    {
     "digest": "bcfcf2e0b0d09159d78650a3e038189c8b069508b1314c4b0c062a97ec58a7c3",
     "corrections": [
      "77e6f6e0dc3d"
     ],
     "parts": {
      "title": "f6fae7f6",
      "paragraph": "074dee49"
     }
    }
   ]
  }
 ]
}
"""
RULED = """\
date: 2025-04-16
pages:
  - number: A01
    grid: |
      gone story
  - number: A02
    image: gone.svg
    areas: {gone: "0,0 1,0 1,1"}
"""
EVERY_RULE = (
    ("content/16/edition.yaml", RULED),
    ("content/16/story.md", WORDS),
    ("content/16/ferry.md", "---\ntitle: 晚班渡船\npage: A01\n---\n正文。\n"),
    ("content/16/bell.md", "---\ntitle: 钟\npage: A07\n---\n正文。\n"),
    ("content/16/draft.md", "---\ntitle: 草稿\ndraft: true\n---\n正文。\n"),
    ("content/16/notes.exe", ""),
    ("content/16/fair.md", "---\ntitle: 集市\nedition: evning\n---\n正文。\n"),
    ("content/16/fair.markdown", ""),
    ("content/16/a.pdf", ""),
    ("content/16/a.svg", '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
    ("layouts/artcle.html", "不用的版式"),
    ("content/17/shop.md", CORRECTED.replace("]", ", {date: 2025-04-19, text: 又一条。}]")),
    ("content/17/sealed-2025-04-17.json", RECORD),
)


OPT_OUTS = {"bad-opt-out", "unused-opt-out"}
READ_PAGES = """\
date: 2025-04-16
pages:
  - number: A01
    grid: |
      a a a a a a a a a a a slim
  - {number: A03, name: 甲}
  - {number: A05, name: 乙}
  - {number: A06, name: 丙}
"""
READ_COPY = """\
---
title: 街角,书店
page: A01
byline: 记者 李某某
images: [{src: a.svg, alt: 图, credit: 某}, {src: a.svg, alt: 图, credit: 某}]
---
　　店主说:"4月23日（周四）开门"。楼下卖新书，楼上换旧书，先到先得，书不外借，一本换一本，换到天黑为止。

他吃了了饭，我们我们也吃（下转A03版。<!-- check: off no-page --> <!-- check: off typed-indent "why" -->
"""
EVERY_RULE_OF_CHECK = (
    ("content/edition.yaml", READ_PAGES),
    ("content/a.md", READ_COPY),
    ("content/slim.md", f"---\ntitle: {'窄' * 40}\npage: A01\n---\n正文。\n"),
    ("content/twin.md", READ_COPY.replace("A01", "A03").replace("下转A03", "上接A04").replace("街角", "巷口")),
    ("content/pointer.md", "---\ntitle: 钟\npage: A03\n---\n（A09）\n"),
    ("content/adrift.md", "---\ntitle: 集市\n---\n正文。\n"),
    ("content/a.svg", PLAIN_SVG.replace("/>", ' width="3" height="2"/>')),
)


@pytest.mark.parametrize("level", ["error", "warning", "off"])
def test_a_paper_may_set_the_level_of_every_rule(level: str) -> None:
    checks = "".join(f"  {code}: {level}\n" for code in sorted(SETTABLE))
    settings = ("content/newspaper.yaml", f"sections: [要闻, 城事]\nchecks:\n{checks}")
    put(tuple((name, text.encode()) for name, text in (settings, *EVERY_RULE)))
    rules = SETTABLE - READ - OPT_OUTS - ELSEWHERE
    result = build()
    found = set(re.findall(rf": {level}\[([a-z-]+)\]", result.output))
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    if level == "error":
        assert found == rules
        assert published() == OLD
    else:
        assert result.exit_code == 0
        assert found == (rules if level == "warning" else set())
        assert "2025/04/16/story/index.html" in published()


@pytest.mark.parametrize("level", ["error", "warning", "off"])
def test_a_paper_may_set_the_level_of_every_rule_of_check(level: str) -> None:
    rules = READ | OPT_OUTS
    checks = "".join(f"  {code}: {level}\n" for code in sorted(rules))
    settings = ("content/newspaper.yaml", f"staff: [李某甲]\nchecks:\n{checks}")
    put(tuple((name, text.encode()) for name, text in (settings, *EVERY_RULE_OF_CHECK)))
    result = build(command="check")
    assert set(re.findall(rf": {level}\[([a-z-]+)\]", result.output)) == (set() if level == "off" else rules)
    assert result.exit_code == (level == "error")
    assert build().output == ""
