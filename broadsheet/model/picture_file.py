"""What a picture's file is and says of itself, whoever shows it."""

from __future__ import annotations

from dataclasses import dataclass

ORIENTATION = 0x0112
"""Exif's tag (CIPA DC-008, §4.6.5) of how a picture is turned; Pillow gives other formats' ways as this one."""
SIDEWAYS = frozenset({5, 6, 7, 8})
"""Orientations that swap width and height."""
DEEP = ("I", "F")
"""How Pillow's names of modes of more than eight bits a channel begin (`I`, `I;16`, `F`); all are grey."""


@dataclass(frozen=True, slots=True)
class Said:
    """A text that a picture's file holds: the field of a Picture that it fills in, and the property it comes from.

    `origin` names the standard and the property: `XMP dc:creator`, `IPTC 2:80`, `EXIF Artist`.
    """

    field: str
    text: str
    origin: str


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture's file.

    `kind` is Pillow's name of its format, or `SVG`, or `PDF` for one of a PDF's pages, which is number `sheet`, counted
    from 1. `width` and `height` are in pixels as it is shown, turned as its orientation says; 0 where an SVG names no
    size. `colour` is its mean colour (`#a0b1c2`), "" for an SVG, a PDF and more than eight bits a channel. `frames` are
    those of an animation, 1 for a picture that stands still. `said` holds each field once.
    """

    kind: str
    width: int
    height: int
    colour: str = ""
    transparent: bool = False
    frames: int = 1
    said: tuple[Said, ...] = ()
    sheet: int = 0


@dataclass(frozen=True, slots=True)
class PdfFile:
    """A PDF: the width and height of each of its pages in points, as they are shown.

    `fault` is what is wrong with one that can't be opened, in words for its editor, "" for nothing.
    """

    sizes: tuple[tuple[float, float], ...] = ()
    fault: str = ""
