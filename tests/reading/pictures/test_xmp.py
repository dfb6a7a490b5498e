from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from broadsheet.reading.pictures import read_picture
from broadsheet.reading.pictures.xmp import LARGEST, NAMESPACES, xmp_said

SPACES = " ".join(f'xmlns:{name}="{address}"' for name, address in NAMESPACES.items() if name != "xml")


def packet(inside: str = "", attributes: str = "") -> str:
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        f'<rdf:RDF {SPACES}><rdf:Description rdf:about="" {attributes}>{inside}</rdf:Description></rdf:RDF>'
        '</x:xmpmeta><?xpacket end="w"?>'
    )


def said(text: str | bytes) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in xmp_said(text.encode() if isinstance(text, str) else text):
        if one.text:
            found.setdefault(one.field, one.text)
    return found


def test_values_stand_as_attributes_and_as_elements() -> None:
    assert said(packet(attributes='photoshop:Credit="津渡社"')) == {"credit": "津渡社"}
    assert said(packet("<photoshop:Credit>津渡社</photoshop:Credit>")) == {"credit": "津渡社"}


def test_several_descriptions_are_of_one_picture() -> None:
    both = packet(attributes='photoshop:Credit="a"').replace(
        "</rdf:RDF>",
        "<rdf:Description><photoshop:Credit>b</photoshop:Credit>"
        '<cc:license rdf:resource="c"/></rdf:Description></rdf:RDF>',
    )
    assert said(both) == {"credit": "a", "license": "c"}


@pytest.mark.parametrize("array", ["Seq", "Bag"])
def test_several_creators_are_joined(array: str) -> None:
    names = "".join(f"<rdf:li>{name}</rdf:li>" for name in ("李某", "王某", "李某", " "))
    assert said(packet(f"<dc:creator><rdf:{array}>{names}</rdf:{array}></dc:creator>")) == {"creator": "李某、王某"}
    names = "<rdf:li>A. Writer</rdf:li><rdf:li>B. Maker</rdf:li>"
    assert said(packet(f"<dc:creator><rdf:{array}>{names}</rdf:{array}></dc:creator>")) == {
        "creator": "A. Writer, B. Maker"
    }
    assert said(packet("<dc:creator>李某</dc:creator>")) == {"creator": "李某"}


@pytest.mark.parametrize(
    ("items", "text"),
    [
        ([("en", "ferry"), ("x-default", "渡船")], "渡船"),
        ([("en", "ferry"), ("zh", "渡船")], "ferry"),
        ([("x-default", " "), ("zh", "渡船")], ""),
        ([], ""),
    ],
)
def test_of_several_languages_the_default_is_taken(items: list[tuple[str, str]], text: str) -> None:
    inside = "".join(f'<rdf:li xml:lang="{language}">{word}</rdf:li>' for language, word in items)
    found = said(packet(f"<dc:description><rdf:Alt>{inside}</rdf:Alt></dc:description>"))
    assert found.get("caption", "") == text


@pytest.mark.parametrize(
    "value",
    [
        '<xmpRights:WebStatement rdf:resource="https://a.example/"/>',
        "<xmpRights:WebStatement>https://a.example/</xmpRights:WebStatement>",
        '<cc:license rdf:parseType="Resource"><rdf:value>https://a.example/</rdf:value></cc:license>',
        "<cc:license><rdf:Description><rdf:value>https://a.example/</rdf:value></rdf:Description></cc:license>",
        '<cc:license rdf:resource="https://a.example/"/>',
    ],
)
def test_the_address_of_the_rights_is_found(value: str) -> None:
    assert said(packet(value)) == {"license": "https://a.example/"}


FIELDS = "<plus:LicensorName>津渡图片</plus:LicensorName><plus:LicensorURL>https://a.example/</plus:LicensorURL>"


@pytest.mark.parametrize(
    "items",
    [
        f'<rdf:Seq><rdf:li rdf:parseType="Resource">{FIELDS}</rdf:li><rdf:li/></rdf:Seq>',
        f"<rdf:Bag><rdf:li><rdf:Description>{FIELDS}</rdf:Description></rdf:li></rdf:Bag>",
        '<rdf:Seq><rdf:li plus:LicensorName="津渡图片" plus:LicensorURL="https://a.example/"/></rdf:Seq>',
        f"<rdf:Description>{FIELDS}</rdf:Description>",
    ],
)
def test_the_licensor_is_found_however_its_structure_is_written(items: str) -> None:
    found = said(packet(f"<plus:Licensor>{items}</plus:Licensor>"))
    assert found == {"licensor": "津渡图片", "acquire": "https://a.example/"}


def test_a_place_is_told_from_where_it_was_made_then_from_the_older_fields() -> None:
    new = (
        '<Iptc4xmpExt:LocationCreated><rdf:Bag><rdf:li rdf:parseType="Resource">'
        "<Iptc4xmpExt:City>大连</Iptc4xmpExt:City>"
        "<Iptc4xmpExt:CountryName>中国</Iptc4xmpExt:CountryName></rdf:li></rdf:Bag></Iptc4xmpExt:LocationCreated>"
    )
    old = 'photoshop:City="Dalian" photoshop:Country="China" Iptc4xmpCore:Location="Harbour"'
    assert said(packet(new, old)) == {"location": "中国大连"}
    (found,) = [one for one in xmp_said(packet(attributes=old).encode()) if one.text]
    assert (found.text, found.origin) == (
        "Harbour, Dalian, China",
        "XMP photoshop:Country, photoshop:City, Iptc4xmpCore:Location",
    )


@pytest.mark.parametrize(
    ("name", "date"),
    [("photoshop:DateCreated", "2025-04-15T10:20:30.25+08:00"), ("exif:DateTimeOriginal", "2025-04-15T10:20:30+08:00")],
)
def test_a_date_is_read(name: str, date: str) -> None:
    assert said(packet(attributes=f'{name}="{date}"')) == {"date": "2025-04-15T10:20:30+08:00"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_packet_is_read_in_any_encoding_it_may_have(encoding: str) -> None:
    assert said(packet(attributes='photoshop:Credit="津渡社"').encode(encoding)) == {"credit": "津渡社"}


def test_control_characters_and_padding_do_no_harm() -> None:
    text = packet("<photoshop:Credit>津\x0b渡\u2028社\x7f</photoshop:Credit>")
    assert said(text.encode() + b" \n\0\0") == {"credit": "津渡 社"}


BOMB = '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'


@pytest.mark.parametrize(
    "text",
    [
        BOMB + packet("<photoshop:Credit>&b;</photoshop:Credit>"),
        '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + packet("<photoshop:Credit>&a;</photoshop:Credit>"),
        packet("<photoshop:Credit>a</photoshop:Credit>")[:-60],
        packet("<a>" * 100_000),
        packet("<photoshop:Credit>a</photoshop:Credit>" + " " * LARGEST),
        packet(f"<photoshop:Credit>{'a' * 6_000}</photoshop:Credit>"),
        "",
        "\0",
        "no XML",
        "<x:xmpmeta/>",
    ],
)
def test_a_packet_that_can_t_be_meant_says_nothing(text: str) -> None:
    assert said(text) == {}


def test_a_packet_in_latin_1_says_nothing() -> None:
    assert said(packet(attributes='photoshop:Credit="é"').encode("latin-1", "ignore")) == {}


@given(st.binary(max_size=100))
def test_any_bytes_are_some_packet(data: bytes) -> None:
    whole = packet(attributes='photoshop:Credit="津渡社"').encode()
    for at in (0, len(whole) // 2, len(whole)):
        said(whole[:at] + data + whole[at:])


def test_a_gif_holds_its_packet_as_a_whole() -> None:
    out = io.BytesIO()
    Image.new("L", (8, 8)).save(out, "GIF")
    head, body = out.getvalue()[:13], out.getvalue()[13:]
    xmp = packet(attributes='photoshop:Credit="津渡社"').encode()
    # Bytes that lead a reader of blocks, wherever it stands, to their end (XMP specification, part 3, §1.1.2).
    trailer = b"\x01" + bytes(range(255, -1, -1)) + b"\0"
    colours = body[: 3 * 2 ** ((head[10] & 7) + 1)]
    data = head + colours + b"\x21\xff\x0bXMP DataXMP" + xmp + trailer + body[len(colours) :]
    found = read_picture("a.gif", data)
    assert found is not None
    assert [one.text for one in found.said] == ["津渡社"]
