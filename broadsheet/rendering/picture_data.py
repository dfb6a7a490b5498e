"""What a picture says of itself to machines: schema.org's ImageObject, with the fields that Google shows a licence by.

The same is in the file itself, as IPTC's photo metadata, wherever else the picture is shown.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from broadsheet.model.made import made_at
from broadsheet.model.maker import is_own, makers
from broadsheet.model.source_type import schema_type
from broadsheet.rendering.linked_data import Written, at, filled, listed

if TYPE_CHECKING:
    from broadsheet.planning.views import Figure, Site

POLICY: Final = re.compile(
    r"pictur|photo|image|copyright|licen[cs]|permission|reuse|re-use|republi|syndicat"
    r"|图片|圖片|照片|版权|版權|授权|授權|许可|許可|转载|轉載",
    re.IGNORECASE,
)
"""What the name of a policy has in it that says how the paper's pictures may be used."""


def image_object(site: Site, figure: Figure) -> Written:
    """An ImageObject of what is known of a picture; its `contentUrl` is the address that pages give as its `src`.

    A picture that names no licence is under what the paper's own policy on pictures says, where it has one; so is the
    way to a licence. Without one they are left out: a licence is nothing to make up.
    """
    policy = _policy(site)
    return filled(
        {
            "@type": "ImageObject",
            "contentUrl": at(site, figure.address),
            "url": at(site, figure.address),
            "width": _pixels(figure.width),
            "height": _pixels(figure.height),
            "caption": figure.caption or figure.alt,
            "creator": _creators(site, figure),
            "creditText": figure.credit,
            "copyrightNotice": figure.copyright,
            "license": at(site, figure.license, typed=True) or policy,
            "acquireLicensePage": at(site, figure.acquire, typed=True) or policy,
            "digitalSourceType": schema_type(figure.source_type),
            "dateCreated": made_at(figure.date),
            "contentLocation": filled({"@type": "Place", "name": figure.location}) if figure.location else None,
        }
    )


@lru_cache(maxsize=100)
def _policy(site: Site) -> str:
    return next((at(site, policy.address, typed=True) for policy in site.policies if POLICY.search(policy.text)), "")


def _creators(site: Site, figure: Figure) -> Written | None:
    """Who made it; the paper, where its credit says no more than that; nobody, where it only says whence it comes."""
    house = filled({"@type": "Organization", "name": site.publisher or site.title})
    if not figure.creator:
        return house if is_own(figure.credit) else None
    named = [
        house
        if is_own(maker.name)
        else filled({"@type": "Organization" if maker.is_house else "Person", "name": maker.name})
        for maker in makers(figure.creator)
    ]
    return named[0] if len(named) == 1 else listed(named)


def _pixels(length: int) -> Written | None:
    """A length with its unit; E37 is the pixel of UN/CEFACT's common codes, which schema.org takes units from."""
    return filled({"@type": "QuantitativeValue", "value": Written(length), "unitCode": "E37"}) if length else None
