from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.reading.pictures import UnreadablePictureError, clean_svg, read_picture

XLINK = 'xmlns:l="http://www.w3.org/1999/xlink"'
XHTML = 'xmlns:h="http://www.w3.org/1999/xhtml"'


def svg(inside: str = "", attributes: str = 'width="8" height="6"') -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{inside}</svg>'.encode()


def fault(data: bytes) -> tuple[str, str]:
    with pytest.raises(UnreadablePictureError) as caught:
        read_picture("a.svg", data)
    with pytest.raises(UnreadablePictureError, match=r".") as again:
        clean_svg(data)
    assert str(again.value) == str(caught.value)
    return str(caught.value), caught.value.hint


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
    found = read_picture("a.svg", svg(attributes=attributes))
    assert found is not None
    assert (found.kind, found.width, found.height) == ("SVG", *size)


@pytest.mark.parametrize(
    "inside",
    [
        '<rect fill="url(#g)" style="fill: url(\'#g\')"/>',
        '<use href="#g"/><image href="data:image/png;base64,AA=="/>',
        "<style>rect { fill: red } @media print { rect { fill: url(#a) } }</style>",
        "<style>/* url(x) */ rect::before { content: '\\201C' }</style>",
        "<text>onload=alert(1) javascript:alert(1) url(x)</text>",
        '<metadata><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata>',
        '<animate attributeName="opacity" values="0;1"/>',
        "<!-- <script> --><g/>",
    ],
)
def test_a_drawing_that_only_shows_itself_keeps_its_bytes(inside: str) -> None:
    data = b'\xef\xbb\xbf<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd">' + svg(inside)
    assert clean_svg(data) == (data, ())


@pytest.mark.parametrize(
    ("inside", "left", "removed"),
    [
        ("<script>x()</script>", "", ["a script"]),
        ("<g>a<script/>b</g>", "<g>ab</g>", ["a script"]),
        ("<g><rect/><script/>b</g>", "<g><rect />b</g>", ["a script"]),
        ("<handler/>", "", ["a script"]),
        ("<g onclick='x()'/>", "<g />", ["a script (onclick)"]),
        ('<a href=" JavaScript:x()"/>', "<a />", ["a script (href)"]),
        ('<set attributeName="href" to="javascript:x()"/>', "", ["a script"]),
        ('<animate attributeName="href" values="#a;javascript:x()"/>', "", ["a script"]),
        ('<set attributeName="onclick" to="x()"/>', "", ["a script"]),
        (f"<h:script {XHTML}/>", "", ["a script"]),
        (f"<h:iframe {XHTML}/>", "", ["HTML"]),
        ("<foreignObject><g/></foreignObject><g/>", "<g />", ["HTML"]),
        ('<image href="a.png"/>', "<image />", ["a link to a.png"]),
        (f'<image {XLINK} l:href="//a"/>', "<image />", ["a link to //a"]),
        ('<a href="data:image/svg+xml,x"/>', "<a />", ["a link to data:image/svg+xml,x"]),
        (f'<image href="{"a" * 70}"/>', "<image />", [f"a link to {'a' * 59}…"]),
        ('<g xml:base="https://a.example/"/>', "<g />", ["the address that its links start from"]),
        (
            '<rect fill="url( https://a.example/b#c )"/>',
            '<rect fill="none" />',
            ["url( https://a.example/b#c )"],
        ),
        (
            "<style>@import 'https://a.example/b.css'; g { fill: red }</style>",
            "<style> g { fill: red }</style>",
            ["@import 'https://a.example/b.css'"],
        ),
        ('<style>g { fill: url("//a") }</style>', "<style>g { fill: none }</style>", ['url("//a")']),
        ("<style>g { fill: u\\72 l(//a) }</style>", "<style>g { fill: none }</style>", ["url(//a)"]),
        ("<style>g { fill: u\\r\\00006c(a }</style>", "<style>g { fill: none</style>", ["url(a }"]),
        ("<style>@im/**/port 'a';</style>", "<style />", ["@import 'a'"]),
        ("<style>@im<g/>port 'a';</style>", "<style />", ["@import 'a'"]),
        ("<style>@im@import 'a';port 'b';</style>", "<style />", ["@import 'a'", "@import 'b'"]),
        ("<style>\\\\75rl(a) url(a)</style>", "<style>75rl(a) none</style>", ["url(a)"]),
        ("<style>g{fill:\\110000 url(a)}</style>", "<style>g{fill:\ufffdnone}</style>", ["url(a)"]),
        (
            "<style>g { background: image-set(url(#a) 1x, 'b' 2x) }</style>",
            "<style>g { background: none }</style>",
            ["image-set(url(#a) 1x, 'b' 2x)"],
        ),
    ],
)
def test_a_drawing_that_does_more_is_published_without_that(inside: str, left: str, removed: list[str]) -> None:
    cleaned, found = clean_svg(svg(inside))
    assert cleaned == (svg(left) if left else svg().replace(b"></svg>", b" />"))
    assert list(found) == removed
    assert clean_svg(cleaned) == (cleaned, ())


def test_a_style_sheet_from_elsewhere_is_left_out() -> None:
    cleaned, found = clean_svg(b'<?xml-stylesheet href="a.css"?>' + svg("<g/>"))
    assert (cleaned, found) == (svg("<g />"), ("a style sheet from elsewhere",))


def test_a_drawing_keeps_the_names_of_its_spaces() -> None:
    cleaned, _ = clean_svg(svg(f'<g {XLINK}><use l:href="#a"/><script/></g>'))
    assert cleaned == svg('<g><use xlink:href="#a" /></g>', f'{XLINK.replace("l=", "xlink=")} width="8" height="6"')


@given(
    st.lists(st.sampled_from(["@im", "port", "@import 'a'", "url(", "a", ")", ";", "'", '"', "\\75", "/*", "*/", " "]))
)
def test_a_style_that_is_cleaned_needs_no_cleaning(parts: list[str]) -> None:
    cleaned, _ = clean_svg(svg(f"<style>{''.join(parts)}</style>"))
    assert clean_svg(cleaned) == (cleaned, ())


@pytest.mark.parametrize(
    ("data", "says", "hint"),
    [
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg("&a;"), "the SVG declares entities", "save it as plain SVG"),
        (svg("<g>" * 200 + "</g>" * 200), "the SVG is nested too deep", "save it as plain SVG"),
        (svg("<g>" * 99_999), "the SVG is nested too deep", "save it as plain SVG"),
        (
            b"<svg/>",
            "the file is no SVG: it begins with <svg>",
            'it must begin with <svg xmlns="http://www.w3.org/2000/svg">',
        ),
        (
            b"<svg>\n<g></svg>",
            "the SVG is broken at line 2: mismatched tag",
            "save it again as JPEG, PNG, WebP, AVIF or plain SVG",
        ),
        (b"\xff" + svg(), "the SVG is not UTF-8", "save it again as UTF-8"),
    ],
)
def test_what_is_no_plain_drawing_is_refused(data: bytes, says: str, hint: str) -> None:
    assert fault(data) == (says, hint)


def test_a_drawing_says_whose_it_is() -> None:
    inside = (
        '<metadata><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><r:Description'
        ' xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:p="http://ns.adobe.com/photoshop/1.0/" p:Credit="津渡社">'
        "<d:creator><r:Seq><r:li>李某</r:li></r:Seq></d:creator></r:Description></r:RDF></metadata>"
    )
    found = read_picture("a.svg", svg(inside))
    assert found is not None
    assert {one.field: one.text for one in found.said} == {"creator": "李某", "credit": "津渡社"}
