"""The packet that every copy carries."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.model.rights import Rights
from broadsheet.reading.pictures.xmp import xmp_said
from broadsheet.rendering.pictures.xmp import LONGEST, packet

FULL = Rights(
    creator="李某、王某",
    credit='Ferry "Wire" <& Sons>',
    copyright="© 2025 津渡社",
    license="https://a.example/by?a=1&b=2",
    licensor="津渡图片",
    acquire="https://a.example/licence",
    source_type="http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture",
)


def read(data: bytes) -> dict[str, str]:
    return {said.field: said.text for said in xmp_said(data) if said.text}


def test_the_packet_says_all() -> None:
    assert packet(FULL).decode() == (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"'
        ' xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"'
        ' photoshop:Credit=\'Ferry "Wire" &lt;&amp; Sons&gt;\' xmpRights:Marked="True"'
        ' xmpRights:WebStatement="https://a.example/by?a=1&amp;b=2"'
        ' Iptc4xmpExt:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture">'
        "<dc:creator><rdf:Seq><rdf:li>李某</rdf:li><rdf:li>王某</rdf:li></rdf:Seq></dc:creator>"
        '<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© 2025 津渡社</rdf:li></rdf:Alt></dc:rights>'
        '<plus:Licensor><rdf:Seq><rdf:li plus:LicensorName="津渡图片"'
        ' plus:LicensorURL="https://a.example/licence"/></rdf:Seq></plus:Licensor>'
        "</rdf:Description></rdf:RDF></x:xmpmeta>"
    )


def test_what_is_not_known_takes_no_bytes() -> None:
    assert packet(Rights()) == b""
    only = packet(Rights(credit="津渡社"))
    assert len(only) < 300
    assert read(only) == {"credit": "津渡社"}


@pytest.mark.parametrize("name", ["creator", "credit", "copyright", "license", "licensor", "acquire", "source_type"])
@given(text=st.text())
def test_any_text_makes_a_packet_that_can_be_read(name: str, text: str) -> None:
    data = packet(Rights(**{name: text}))
    if data:
        ET.fromstring(data)  # noqa: S314 - made here


def test_the_longest_packet_has_room_in_a_jpeg() -> None:
    long = "&" * LONGEST * 2
    data = packet(Rights(long, long, long, long, long, long, long))
    assert len(data) < 65_502
    ET.fromstring(data)  # noqa: S314 - made here
