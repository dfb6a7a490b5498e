"""The copies of a picture that are published: which sizes and formats there are, and their addresses."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from broadsheet.model.address import safe_slug
from broadsheet.model.value import Value

if TYPE_CHECKING:
    from broadsheet.model.picture_file import PictureFile
    from broadsheet.model.rights import Rights

WIDTHS = (210, 420, 720, 1140, 1680, 2400)
"""Widths in pixels, of which a picture has those that are less than its own, and its own, up to the last.

They are what assets/broadsheet.css lays out (layouts/parts/sizes.html tells it). 210 is a square beside a headline on a
small phone (up to 206 px), or at one pixel a point; 420 a secondary story's picture on a desktop (404 px), and such a
square at two; 720 a phone's column at two (677 on the usual
one) and the copy's on a desktop (646); 1140 a phone's at three (up to 1134), the lead of an article, a front or a page
on a desktop (811 to 896), a column of a gallery at two (808); 1680 a lead at two (1664); 2400 a full screen.
"""
THUMBNAIL_WIDTHS = (210, 320)
"""Those of a printed page among all pages of its edition (99 to 140 px), at up to two pixels a point and at three."""
SET_WIDTHS = (*THUMBNAIL_WIDTHS, 720, 960)
"""Those of a printed page that is drawn: in small, a phone's at two and three pixels a point, a desktop's at one."""
SHEET_WIDTHS = (960,)
"""Those of its further sheets, which few readers come to: one that serves all."""
PAGE_WIDTHS = (*THUMBNAIL_WIDTHS, 720, 1140, 1680, 3000)
"""Those of one that has only a picture: the same, and for zooming in.

At the widest, copy of 9 points is 35 px high on a tabloid, 24 on a broadsheet."""
FORMATS = ("avif", "webp", "jpg")
"""Best first. A JPEG knows no holes, and is not needed of a printed page, which no feed and no other site shows."""
NEAR = 1.2
"""A copy is left out where a wider one is less than so many times as wide: it would save a reader next to nothing."""
MOVING = 1080
"""The most pixels in width of an animation."""
TALLEST = 16_383
"""The most pixels in height, which is what a WebP can have (RFC 9649, §2.4); drawings made for phones are that long."""
CARD = (1200, 630)
"""Width and height in pixels of the crop that other sites show beside a link, as Open Graph's users ask for."""
RECIPE = "2"
"""The version of the way copies are made (rendering/pictures): pictures are made again where it changes."""


@dataclass(frozen=True, slots=True)
class Renditions(Value):
    """The published copies of a picture.

    `name` is the beginning of their addresses, made from all that they are made from. `width` and `height` are those of
    the widest, in pixels. `formats` are file endings, best first; every browser shows the last. `has_card` says
    whether there is a crop for other sites, `moves` whether it is an animation.
    """

    name: str
    width: int
    height: int
    widths: tuple[int, ...]
    formats: tuple[str, ...]
    has_card: bool = False
    moves: bool = False

    def address(self, width: int, ending: str) -> str:
        """Where the copy of a width and a format is published."""
        return f"{self.name}.{width}.{ending}"

    @property
    def widest(self) -> str:
        """Where the widest copy is published, in the format that every browser shows."""
        return self.address(self.width, self.formats[-1])

    @property
    def still(self) -> str:
        """Where the first frame is published, for readers who ask for less motion; "" if nothing moves."""
        return f"{self.name}.still.webp" if self.moves else ""

    @property
    def card(self) -> str:
        """Where the crop for other sites is published, "" if there is none."""
        return f"{self.name}.card.jpg" if self.has_card else ""

    @property
    def card_size(self) -> tuple[int, int]:
        """Width and height of that crop: CARD, or as much less as the picture is smaller, in the same shape."""
        scale = min(1, self.width / CARD[0], self.height / CARD[1])
        return max(round(CARD[0] * scale), 1), max(round(CARD[1] * scale), 1)

    @property
    def addresses(self) -> tuple[str, ...]:
        """All addresses, in the order in which they are made."""
        sized = (self.address(width, ending) for width in self.widths for ending in self.formats)
        return (*sized, *filter(None, (self.still, self.card)))


def renditions_of(
    path: str,
    digest: str,
    file: PictureFile,
    rights: Rights,
    focus: str,
    *,
    card: bool = False,
    page: bool = False,
) -> Renditions:
    """The copies of the picture at `path`, whose bytes have the SHA-256 `digest`; it must be no SVG.

    The same picture, credit and (for a `card`) point of interest give the same names. `page` is for a printed page's.
    """
    up_to = PAGE_WIDTHS if page else WIDTHS
    tallest = max(TALLEST * file.width // file.height, 1)
    moves = file.frames > 1
    widest = min(file.width, MOVING if moves else up_to[-1], tallest)
    widths = (*(width for width in up_to if width * NEAR < widest), widest)
    formats: tuple[str, ...] = ("webp",)
    if not moves:
        formats = FORMATS[:-1] if page or file.transparent else FORMATS
    seen = repr((RECIPE, widths, formats, digest, rights, card and (CARD, focus), *(["still"] if moves else [])))
    stem = path.rpartition("/")[2].rpartition(".")[0] + (f"-{file.sheet}" if file.sheet > 1 else "")
    name = f"/files/{safe_slug(stem)[:60]}.{sha256(seen.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"
    height = max(round(file.height * widest / file.width), 1)
    return Renditions(name, widest, height, widths, formats, has_card=card, moves=moves)
