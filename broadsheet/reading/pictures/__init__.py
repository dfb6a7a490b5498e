"""Pictures: from a file's bytes to what it is and what it says of itself.

`opening` opens one and tells what is broken, `file` reads it, whatever its `boxes` and `containers` hold. `svg` reads
and cleans drawings, `pdf` draws the pages of a PDF.
"""

from broadsheet.reading.pictures.file import opened, read_picture
from broadsheet.reading.pictures.opening import open_picture
from broadsheet.reading.pictures.svg import clean_svg
from broadsheet.reading.pictures.unreadable import UnreadablePictureError

__all__ = ["UnreadablePictureError", "clean_svg", "open_picture", "opened", "read_picture"]
