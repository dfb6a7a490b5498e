"""Whose a picture is: what goes with every copy of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from broadsheet.model.picture import Picture


@dataclass(frozen=True, slots=True)
class Rights:
    """The fields of IPTC's photo metadata that every published copy of a picture carries; "" where there is none.

    `creator`, `credit` (Credit Line) and `copyright` (Copyright Notice) are as printed, `license` is the Web Statement
    of Rights, `licensor` and `acquire` the Licensor's name and address, `source_type` the Digital Source Type.
    """

    creator: str = ""
    credit: str = ""
    copyright: str = ""
    license: str = ""
    licensor: str = ""
    acquire: str = ""
    source_type: str = ""


def rights_of(picture: Picture) -> Rights:
    """The rights of a picture as its article shows it."""
    return Rights(
        creator=picture.creator,
        credit=picture.credit,
        copyright=picture.copyright,
        license=picture.license,
        licensor=picture.licensor,
        acquire=picture.acquire,
        source_type=picture.source_type,
    )
