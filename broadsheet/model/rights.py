"""Whose a picture is: what goes with every copy of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from broadsheet.model.credit import says_none
from broadsheet.model.source_type import source_type_address

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


def rights_of(picture: Picture, site: str = "") -> Rights:
    """The rights of a picture as its article shows it. `site` is the site's own address, without a slash at its end.

    Addresses of the site itself (`/imprint/`) are told from there, and left out where it has no address.
    """

    def whole(address: str) -> str:
        if not address.startswith("/"):
            return address
        return site + address if site else ""

    return Rights(
        creator=picture.creator,
        credit="" if says_none(picture) else picture.credit,
        copyright=picture.copyright,
        license=whole(picture.license),
        licensor=picture.licensor,
        acquire=whole(picture.acquire),
        source_type=source_type_address(picture.source_type),
    )
