"""How a story is worded, as far as its readers see it: its file to digests that no other version counts otherwise.

What is counted is taken from the text as it is typed, not from the page that is made of it: a record must hold for
decades, and how Markdown is read changes. So the rules below are those of records of format 1, and stay as they are:
better ones would be another format's.

- Headline, kicker, subtitle, byline, dateline, source and summary; each with its white space made single.
- The copy in blocks, which empty lines part, and lines that begin with `#` or U+3000. Comments, tags, attributes in
  braces, the targets of links, and the signs of emphasis and of headings are no words. White space is made single, and
  next to a Chinese character it is nothing.
- Of each picture the digest of its file, caption, creator, credit and copyright; in the copy what follows its file.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from broadsheet.model.address import alias_address, article_address
from broadsheet.model.content_path import beside
from broadsheet.model.place import Place
from broadsheet.model.seal import TypedStory, Wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from broadsheet.reading.fields import ArticleFields, ImageFields
    from broadsheet.reading.head import Matter
    from broadsheet.reading.placed import Placed

SHORT = 8
"""Hexadecimal digits of the digest of a part, which only has to tell it from others of its story."""
CORRECTION = 12
"""Those of the digest of a correction, by which one is known."""
HEADS = ("kicker", "title", "subtitle", "byline", "dateline", "source", "summary")
# No pattern goes past the next sign that it could begin with: copy of nothing but such signs takes no longer.
_PICTURE = re.compile(r"!\[[^\[\]]*\]\(\s*<?(?P<src>[^()\s<>]*)>?(?P<caption>[^()]*)\)(?P<attributes>\{[^{}]*\})?")
_LINK = re.compile(r"\[([^\[\]]*)\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+[\"'][^()]*)?\)")
_NO_WORDS = re.compile(r"\{:?\s*[#.][^{}]*\}|^[ ]{0,3}\[[^\]^\n]+\]:\s.*$|</?[a-zA-Z][^<>]*>|[*_`\\]", re.MULTILINE)
_LINE_SIGNS = re.compile(r"^[ ]{0,3}(?:#{1,6}|>)+[ \t]*", re.MULTILINE)
_IN_COMMENT = "\v"
_LINE_END = re.compile(r"[\n\v]")
_BREAK = re.compile(r"\n[ \t]*(?=\n|[#\u3000])")
_BESIDE_HAN = re.compile(r" (?=[\u2e80-\U0010ffff])|(?<=[\u2e80-\U0010ffff]) ")


def typed_story(matter: Matter, since: str, digest_of: Callable[[str], str]) -> TypedStory | None:
    """The story of a file as it is typed; None where its front matter is at fault.

    `since` is as in TypedStory; `digest_of` gives the digest of a picture's file, named as diagnostics name it, "" for
    one that isn't there.
    """
    head, fields = matter.head, matter.fields
    if head is None or fields is None:
        return None
    placed = matter.parts.placed
    body = _without_comments(matter.parts.body)
    parts = [*_heads(placed, fields), *_blocks(placed, matter.parts.body_line, body)]
    parts += _pictures(matter, fields.images, digest_of, body)
    corrections = tuple(_digest(f"{item.date} {_words(item.text)}", CORRECTION) for item in fields.corrections)
    places = [(part.name, part.number, part.place) for part in parts]
    keys = (key for key in ("corrections", "draft", "publish_at", "slug") if (key,) in placed.keys)
    places += [(key, 0, placed.place((key,))) for key in keys]
    return TypedStory(
        file=head.file,
        address=article_address(head.edition, head.slug),
        aliases=tuple(alias_address(alias) for alias in head.aliases),
        title=" ".join(head.title),
        since="" if head.draft else since,
        wording=_wording(parts, corrections),
        places=tuple((name, number, place, placed.excerpt(place)) for name, number, place in places),
    )


class _Part(NamedTuple):
    """A part with its number from 1, 0 for the one that there is of its name, its words, and where it is typed."""

    name: str
    number: int
    words: str
    place: Place


def _wording(parts: list[_Part], corrections: tuple[str, ...]) -> Wording:
    whole = "\n".join(f"{part.name} {part.words}" for part in parts)
    digests: dict[str, list[str]] = {}
    for part in parts:
        digests.setdefault(part.name, []).append(_digest(part.words, SHORT))
    return Wording(_digest(whole), tuple((name, tuple(found)) for name, found in digests.items()), corrections)


def _heads(placed: Placed, fields: ArticleFields) -> Iterator[_Part]:
    byline = " ".join(f"{person.name} {person.role} {person.org}" for person in fields.byline)
    texts = {name: getattr(fields, name) for name in HEADS} | {"byline": byline}
    for name, text in texts.items():
        if words := _words(text if isinstance(text, str) else " ".join(text)):
            yield _Part(name, 0, words, placed.place((name,)))


def _blocks(placed: Placed, line: int, body: str) -> Iterator[_Part]:
    """The crossheads and paragraphs of the copy, which begins on a line of the file."""
    counts = {"crosshead": 0, "paragraph": 0}
    ends = _ends(body)
    at = 0
    for block in _BREAK.split(body):
        name = "crosshead" if block.lstrip("\n ").startswith("#") else "paragraph"
        bare = _NO_WORDS.sub("", _LINE_SIGNS.sub("", _LINK.sub(r"\1", _PICTURE.sub("", block))))
        if words := _words(bare):
            counts[name] += 1
            begin = body.find(block, at) + len(block) - len(block.lstrip())
            yield _Part(name, counts[name], words, _line(placed, line + bisect_left(ends, begin)))
        at = body.find(block, at) + len(block)


def _ends(body: str) -> list[int]:
    """Where the lines of the body end."""
    return [found.start() for found in _LINE_END.finditer(body)]


def _line(placed: Placed, row: int) -> Place:
    typed = placed.lines[row - 1].rstrip() if 0 < row <= len(placed.lines) else ""
    return Place(placed.file, row, 1, max(len(typed), 1))


def _without_comments(body: str) -> str:
    """The copy without comments, whose line ends stay as white space that begins no block."""
    kept: list[str] = []
    at = 0
    while (begin := body.find("<!--", at)) >= 0 and (end := body.find("-->", begin)) >= 0:
        kept += (body[at:begin], _IN_COMMENT * body.count("\n", begin, end))
        at = end + len("-->")
    return "".join((*kept, body[at:]))


def _pictures(matter: Matter, images: list[ImageFields], digest_of: Callable[[str], str], body: str) -> Iterator[_Part]:
    placed, line, ends = matter.parts.placed, matter.parts.body_line, _ends(body)
    file = placed.file
    for number, image in enumerate(images):
        words = _words(f"{digest_of(beside(file, image.src))} {_said(image)}")
        yield _Part("picture", number + 1, words, placed.place(("images", number, "src")))
    for number, found in enumerate(_PICTURE.finditer(body), len(images) + 1):
        said = f"{found['caption']} {found['attributes'] or ''}"
        words = _words(f"{digest_of(beside(file, unquote(found['src'])))} {said}")
        yield _Part("picture", number, words, _line(placed, line + bisect_left(ends, found.start())))


def _said(image: ImageFields) -> str:
    """What is printed below a picture."""
    return f"{image.caption} / {image.creator} / {image.credit} / {image.copyright}"


def _words(text: str) -> str:
    return _BESIDE_HAN.sub("", " ".join(text.split()))


def _digest(text: str, length: int = 64) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:length]
