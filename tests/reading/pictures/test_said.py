from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from broadsheet.model.picture_file import Said
from broadsheet.reading.pictures import read_picture

XMP = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"'
    ' xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" xmlns:e="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"{}/>'
    "</rdf:RDF></x:xmpmeta>"
)


def said(kind: str = "JPEG", **options: Any) -> tuple[Said, ...]:
    out = io.BytesIO()
    Image.new("RGB", (8, 8)).save(out, kind, **options)
    found = read_picture({"JPEG": "a.jpg", "PNG": "a.png"}[kind], out.getvalue())
    assert found is not None
    return found.said


def exif(**tags: str) -> Image.Exif:
    found = Image.Exif()
    for name, text in tags.items():
        found[{"artist": 0x013B, "copyright": 0x8298, "description": 0x010E}[name]] = text
    return found


def with_iim(xmp: str, records: bytes, of: Image.Exif) -> tuple[Said, ...]:
    """What a JPEG with all three standards says."""
    out = io.BytesIO()
    Image.new("RGB", (8, 8)).save(out, "JPEG", xmp=xmp.encode(), exif=of)
    block = b"Photoshop 3.0\x008BIM\4\4\0\0" + len(records).to_bytes(4) + records + bytes(len(records) % 2)
    data = out.getvalue()[:2] + b"\xff\xed" + (len(block) + 2).to_bytes(2) + block + out.getvalue()[2:]
    found = read_picture("a.jpg", data)
    assert found is not None
    return found.said


def test_each_field_is_taken_from_the_first_standard_that_has_it() -> None:
    records = b"".join(
        bytes((0x1C, 2, number)) + len(text).to_bytes(2) + text
        for number, text in ((110, b"of IIM"), (80, b"of IIM"), (120, b" "))
    )
    found = with_iim(
        XMP.format(' photoshop:Credit="of XMP"'),
        records,
        exif(artist="of EXIF", copyright="of EXIF", description="of EXIF"),
    )
    assert found == (
        Said("credit", "of XMP", "XMP photoshop:Credit"),
        Said("creator", "of IIM", "IPTC 2:80"),
        Said("copyright", "of EXIF", "EXIF Copyright"),
        Said("caption", "of EXIF", "EXIF ImageDescription"),
    )


@pytest.mark.parametrize(
    ("attribute", "text"),
    [
        ('xmpRights:WebStatement="https://a.example/?b=1"', "https://a.example/?b=1"),
        ('xmpRights:WebStatement="All rights reserved"', ""),
        ('xmpRights:WebStatement="javascript:alert(1)"', ""),
        ('xmpRights:WebStatement="www.a.example"', ""),
        (
            'e:DigitalSourceType="trainedAlgorithmicMedia"',
            "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia",
        ),
        (
            'e:DigitalSourceType="https://cv.iptc.org/newscodes/digitalsourcetype/composite/"',
            "http://cv.iptc.org/newscodes/digitalsourcetype/composite",
        ),
        ('e:DigitalSourceType="camera"', ""),
    ],
)
def test_what_a_field_can_t_have_is_left_out_for_nobody_could_mend_it(attribute: str, text: str) -> None:
    assert "".join(one.text for one in said(xmp=XMP.format(" " + attribute).encode())) == text


def test_a_png_s_texts_come_last() -> None:
    texts = PngInfo()
    texts.add_text("Author", "李某".encode().decode("latin-1"))
    texts.add_itxt("Copyright", "© 津渡社")
    texts.add_text("Description", "of PNG", zip=True)
    texts.add_text("Comment", "no field")
    assert said("PNG", pnginfo=texts) == (
        Said("creator", "李某", "PNG Author"),
        Said("copyright", "© 津渡社", "PNG Copyright"),
        Said("caption", "of PNG", "PNG Description"),
    )
    assert said("PNG", pnginfo=texts, exif=exif(artist="of EXIF"))[0] == Said("creator", "of EXIF", "EXIF Artist")
