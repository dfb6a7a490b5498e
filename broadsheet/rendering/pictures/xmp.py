"""The XMP packet that goes into every published copy of a picture: whose it is, in IPTC's photo metadata.

It is as short as ISO 16684-1 lets it be, for it stands in each of a dozen copies: simple values are attributes, and
there is no padding, which is for programs that change a packet in its place.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    from broadsheet.model.rights import Rights

LONGEST = 1_500
"""Characters of a value: all of them must find room in the 65,502 bytes that a JPEG has for its packet."""
NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "plus": "http://ns.useplus.org/ldf/xmp/1.0/",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
}
BETWEEN = re.compile(r"\s*[、；;]\s*")
"""What stands between the names of several creators. A comma may be part of one."""
_UNPRINTED = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""What XML can't hold (XML 1.0, §2.2), and control characters that nobody means."""


def packet(rights: Rights) -> bytes:
    """The packet, in UTF-8; b"" where nothing is known."""
    values = _attributes(
        ("photoshop:Credit", rights.credit),
        ("xmpRights:Marked", rights.copyright and "True"),
        ("xmpRights:WebStatement", rights.license),
        ("Iptc4xmpExt:DigitalSourceType", rights.source_type),
    )
    creators = "".join(f"<rdf:li>{escape(name)}</rdf:li>" for name in BETWEEN.split(_value(rights.creator)) if name)
    notice = escape(_value(rights.copyright))
    licensor = _attributes(("plus:LicensorName", rights.licensor), ("plus:LicensorURL", rights.acquire))
    arrays = (
        _array("dc:creator", "Seq", creators)
        + _array("dc:rights", "Alt", notice and f'<rdf:li xml:lang="x-default">{notice}</rdf:li>')
        + _array("plus:Licensor", "Seq", licensor and f"<rdf:li{licensor}/>")
    )
    if not (values or arrays):
        return b""
    used = "".join(
        f' xmlns:{name}="{address}"' for name, address in NAMESPACES.items() if f"{name}:" in values + arrays
    )
    return (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about=""{used}{values}>{arrays}</rdf:Description></rdf:RDF></x:xmpmeta>'
    ).encode()


def _attributes(*pairs: tuple[str, str]) -> str:
    return "".join(f" {name}={quoteattr(_value(text))}" for name, text in pairs if _value(text))


def _array(name: str, kind: str, items: str) -> str:
    return f"<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>" if items else ""


def _value(text: str) -> str:
    return _UNPRINTED.sub("", text)[:LONGEST].strip()
