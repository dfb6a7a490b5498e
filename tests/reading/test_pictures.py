from __future__ import annotations

import io

import pytest
from broadsheet.reading.attachment import UnreadablePictureError, measure
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from broadsheet.reading import attachment


def picture(kind: str, size: tuple[int, int] = (64, 48)) -> bytes:
    data = io.BytesIO()
    Image.effect_noise(size, 80).convert("RGB").save(data, kind)
    return data.getvalue()


def svg(inside: str = "", attributes: str = 'width="8" height="6"') -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{inside}</svg>'.encode()


def fault(name: str, data: bytes) -> str:
    with pytest.raises(UnreadablePictureError) as caught:
        measure(name, data)
    assert caught.value.hint
    return str(caught.value)


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.jpg", "JPEG"), ("a.JPEG", "JPEG"), ("a.png", "PNG"), ("a.webp", "WEBP"), ("a.avif", "AVIF"), ("a.gif", "GIF")],
)
def test_a_picture_is_measured(name: str, kind: str) -> None:
    assert measure(name, picture(kind)) == (64, 48)


def test_a_camera_s_notes_behind_a_picture_do_no_harm() -> None:
    assert measure("a.jpg", picture("JPEG") + b"notes" * 99) == (64, 48)


def test_a_document_has_no_size() -> None:
    assert measure("a.pdf", b"") == (0, 0)


@pytest.mark.parametrize("name", ["a.jpg", "a.svg"])
def test_an_empty_file_is_no_picture(name: str) -> None:
    assert fault(name, b"") == "the file is empty"


def test_too_many_pixels_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attachment, "MOST_PIXELS", 3_000)
    assert fault("a.png", picture("PNG")) == "64 × 48 pixels are too many"


@pytest.mark.parametrize(
    "box", [b"\0\0\0\1ftyp\0\0\0\0\xff\xff\xff\xff", b"\0\0\0\1ftypavif\0\0\0\0\0\0\0\0", b"\0\0\0\0ftypavif"]
)
def test_boxes_of_any_length_are_told(box: bytes) -> None:
    assert fault("a.avif", box) in {"the picture is cut off before its end", "the file can't be read as a picture"}


@given(st.sampled_from([picture("JPEG"), picture("PNG"), picture("WEBP"), picture("AVIF"), svg("<g/>")]), st.data())
def test_a_picture_cut_anywhere_is_told_and_nothing_else_happens(whole: bytes, data: st.DataObject) -> None:
    part = whole[: data.draw(st.integers(0, len(whole) - 3))]
    for name in ("a.jpg", "a.png", "a.webp", "a.avif", "a.svg"):
        fault(name, part)


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="8" height="6"', (8, 6)),
        ('width="8px" height="6.4px"', (8, 6)),
        ('viewBox="0 0 800 600.4"', (800, 600)),
        ('width="100%" height="100%" viewBox="0,0,80,60"', (80, 60)),
        ('viewBox="0 0 -8 6"', (0, 6)),
        ('viewBox="0 0 8"', (0, 0)),
        ('viewBox="0 0 1.2.3 5"', (0, 0)),
        ('width="1e9" height="9999999999999"', (0, 0)),
        ("", (0, 0)),
    ],
)
def test_a_drawing_is_measured(attributes: str, size: tuple[int, int]) -> None:
    assert measure("a.svg", svg(attributes=attributes)) == size


@pytest.mark.parametrize(
    "inside",
    [
        '<rect fill="url(#g)" style="fill: url(\'#g\')"/>',
        '<use href="#g"/><image href="data:image/png;base64,AA=="/>',
        "<style>rect { fill: red }</style>",
        "<text>onload=alert(1) javascript:alert(1) url(x)</text>",
        '<metadata><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata>',
        '<animate attributeName="opacity" values="0;1"/>',
    ],
)
def test_a_drawing_that_only_shows_itself_is_fine(inside: str) -> None:
    assert measure("a.svg", b'\xef\xbb\xbf<?xml version="1.0"?><!DOCTYPE svg>' + svg(inside)) == (8, 6)


SCRIPT, OUTSIDE = "the SVG holds a script", "the SVG shows or links to something outside itself"


@pytest.mark.parametrize(
    ("inside", "says"),
    [
        ("<script/>", SCRIPT),
        ("<g onclick='x()'/>", SCRIPT),
        ('<a href=" JavaScript:x()"/>', SCRIPT),
        ('<set attributeName="href" to="javascript:x()"/>', SCRIPT),
        ('<animate attributeName="href" values="#a;javascript:x()"/>', SCRIPT),
        ('<set attributeName="onclick" to="x()"/>', SCRIPT),
        ('<h:script xmlns:h="http://www.w3.org/1999/xhtml"/>', SCRIPT),
        ('<h:iframe xmlns:h="http://www.w3.org/1999/xhtml"/>', "the SVG holds HTML"),
        ("<foreignObject/>", "the SVG holds HTML"),
        ('<image href="a.png"/>', OUTSIDE),
        (
            '<x:image xmlns:x="http://www.w3.org/2000/svg" xmlns:l="http://www.w3.org/1999/xlink" l:href="//a"/>',
            OUTSIDE,
        ),
        ('<rect fill="url( https://a.example/b#c )"/>', OUTSIDE),
        ("<style>@import 'https://a.example/b.css';</style>", OUTSIDE),
        ('<style>rect { fill: url("//a.example/b") }</style>', OUTSIDE),
    ],
)
def test_a_drawing_that_does_more_is_refused(inside: str, says: str) -> None:
    assert fault("a.svg", svg(inside)) == says


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b'<?xml-stylesheet href="a.css"?>' + svg(), "the SVG takes its style from elsewhere"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg("&a;"), "the SVG declares entities"),
        (b"<svg/>", "the file is no SVG: it begins with <svg>"),
        (b"<svg>\n<g></svg>", "the SVG is broken at line 2: mismatched tag"),
        (b"\xff" + svg(), "the SVG is not UTF-8"),
    ],
)
def test_what_is_no_plain_drawing_is_refused(data: bytes, says: str) -> None:
    assert fault("a.svg", data) == says
