"""A picture's file that can't be read, as its editor is told."""

from __future__ import annotations

SAVE_AGAIN = "save it again as JPEG, PNG, WebP, AVIF or plain SVG"


class UnreadablePictureError(ValueError):
    """What is wrong with a picture file, in words for its editor, and what to do about it."""

    def __init__(self, message: str, hint: str = SAVE_AGAIN) -> None:
        """Carry a message and a hint."""
        super().__init__(message)
        self.hint = hint
