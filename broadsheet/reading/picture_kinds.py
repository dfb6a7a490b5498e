"""The files that are published: pictures and documents, by the endings of their names."""

from __future__ import annotations

FORMATS = {
    ".jpg": ("JPEG", "MPO"),
    ".jpeg": ("JPEG", "MPO"),
    ".png": ("PNG",),
    ".webp": ("WEBP",),
    ".avif": ("AVIF",),
    ".gif": ("GIF",),
    ".tif": ("TIFF",),
    ".tiff": ("TIFF",),
    ".heic": ("HEIF",),
    ".heif": ("HEIF",),
}
"""Pillow's names of what a file's ending promises; MPO is a JPEG that holds further pictures, as some cameras write."""
PICTURES = {*FORMATS, ".svg"}
"""File endings of pictures. Browsers show copies of them, and an SVG itself."""
DOCUMENTS = {".pdf", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".csv", ".txt", ".zip", ".mp3", ".mp4", ".webm", ".ics"}
"""File endings of what else a story may link to."""


def ending_of(name: str) -> str:
    """A file's ending as the tables here have it: `.jpg` of `Ferry.JPG`."""
    return "." + name.rpartition(".")[2].lower()
