"""What a picture's file is and says of itself, whoever shows it."""

from __future__ import annotations

from dataclasses import dataclass


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

    `kind` is Pillow's name of its format, or `SVG`. `width` and `height` are in pixels as it is shown, turned as its
    orientation says; 0 where an SVG names no size. `colour` is its mean colour (`#a0b1c2`), "" for an SVG and for more
    than eight bits a channel. `frames` are those of an animation, 1 for a picture that stands still. `said` holds each
    field once.
    """

    kind: str
    width: int
    height: int
    colour: str = ""
    transparent: bool = False
    frames: int = 1
    said: tuple[Said, ...] = ()
