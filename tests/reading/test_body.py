"""The facts of a body beside its HTML: plain text, places, diagnostics."""

import pytest

from broadsheet.model.body import BodyLink, Crosshead
from broadsheet.model.diagnostic import Diagnostic, Severity
from broadsheet.model.picture import Picture
from broadsheet.model.place import Place
from broadsheet.reading.body import read_body
from broadsheet.reading.markdown.sites import Sites
from broadsheet.reading.markdown.typed import read_typed

HTML = "delete it, an article may not set it"


def diagnose(typed: str) -> list[Diagnostic]:
    return list(read_body(typed, file="a.md", first_line=1)[1])


def line(diagnostic: Diagnostic) -> str:
    place = diagnostic.place
    start = f"{place.file}:{place.line}:{place.column}+{place.length}"
    return f"{start}: {diagnostic.severity}[{diagnostic.code}]: {diagnostic.message} | {diagnostic.hint}"


@pytest.mark.parametrize(
    ("typed", "paragraphs"),
    [
        ("", ()),
        ("一\n二\n\n三", ("一二", "三")),
        ("## 题\n\n文**粗**&amp;", ("题", "文粗&")),
        ("- 甲\n- 乙\n    - 丙", ("甲", "乙", "丙")),
        ("|甲|乙|\n|-|-|\n|1|2|", ("甲", "乙", "1", "2")),
        ("文[^1]后。\n\n[^1]: 注。", ("文后。", "注。")),
        ('!!! note "按"\n    文', ("按", "文")),
        ("编者按：文", ("编者按：文",)),
        ('前![图](a.jpg "注"){credit="社"}后', ("前后",)),
        ("一  \n二", ("一 二",)),
        ("<ruby>漢<rp>(</rp><rt>hàn</rt></ruby>字", ("漢字",)),
        ("[词](a.md) 与 <https://example.org>", ("词 与 https://example.org",)),
        ("<details><summary>题</summary>文</details>", ("题", "文")),
    ],
)
def test_paragraphs_hold_every_sentence_once(typed: str, paragraphs: tuple[str, ...]) -> None:
    assert read_body(typed, file="a.md", first_line=1)[0].paragraphs == paragraphs


def test_a_link_into_the_site_is_a_placeholder_with_its_place() -> None:
    body, diagnostics = read_body("文\n\n见[公园](../2025-04-15/park.md#路)。", file="b/a.md", first_line=7)
    excerpt = "见[公园](../2025-04-15/park.md#路)。"
    assert body.links == (BodyLink("../2025-04-15/park.md#路", Place("b/a.md", 9, 7, 23), excerpt),)
    assert '<a href="broadsheet:link/0">公园</a>' in body.html
    assert diagnostics == ()


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("[a](x.md)[b](x.md)\n[c](x.md)", [(1, 5), (1, 14), (2, 5)]),
        ("`[a](x.md)` [x.md](x.md)", [(1, 20)]),
        ("```\n[a](x.md)\n```\n\n[a](x.md)", [(5, 5)]),
        ("[a][r] [b][r]\n\n[r]: x.md", [(3, 6), (3, 6)]),
        ("[a](<x y.md>)", [(1, 6)]),
        ('[a](x(1).md "题")', [(1, 5)]),
        ("[a](x\\_y.md)", [(1, 5)]),
        ("[a][r]\n\n[r]: <x.md>", [(3, 7)]),
        ("<a href='x.md'>a</a> <a href=x.md>b</a>", [(1, 10), (1, 30)]),
        ("[a](x.md) [b](", [(1, 5)]),
        ("前\u2028[a](x.md)", [(1, 7)]),
        ("\u200b\u200b[a](x.md)", [(1, 7)]),
        ("e\u0301[a](x.md)", [(1, 7)]),
        ("一\r\n二\r[a](x.md)", [(3, 5)]),
    ],
)
def test_places_are_those_of_the_file_as_typed(typed: str, places: list[tuple[int, int]]) -> None:
    body, _ = read_body(typed, file="a.md", first_line=1)
    assert [(link.place.line, link.place.column) for link in body.links] == places


def test_a_picture_keeps_all_that_is_said_of_it() -> None:
    typed = (
        '![公园](park.jpg "公园一角"){creator=王某 credit="新华社 图" copyright="© 本报" '
        'license="https://example.org/l" acquire="https://example.org/a" position=lead focus="50% 30%"}'
    )
    body, diagnostics = read_body(typed, file="a.md", first_line=4)
    assert diagnostics == ()
    assert body.html == '<figure data-picture="0"></figure>\n'
    assert body.pictures == (
        Picture(
            src="park.jpg",
            alt="公园",
            caption="公园一角",
            creator="王某",
            credit="新华社 图",
            copyright="© 本报",
            license="https://example.org/l",
            acquire="https://example.org/a",
            position="lead",
            focus="50% 30%",
            place=Place("a.md", 4, 7, 8),
            excerpt=typed,
        ),
    )


def test_a_picture_may_be_described_with_chinese_quotes() -> None:
    body, diagnostics = read_body("![“春”](a.jpg “图注”){credit=“新华社 图” creator=“李某”}", file="a.md", first_line=1)
    picture = body.pictures[0]
    assert (picture.alt, picture.caption, picture.credit, picture.creator) == ("春", "图注", "新华社 图", "李某")
    assert diagnostics == ()


def test_pictures_are_numbered_as_their_figures_stand() -> None:
    body, _ = read_body("一![a](a.jpg)\n\n![b](a.jpg)\n\n- ![c](c.jpg)", file="a.md", first_line=1)
    assert [(picture.src, picture.place.line) for picture in body.pictures] == [
        ("a.jpg", 1),
        ("a.jpg", 3),
        ("c.jpg", 5),
    ]
    assert [body.html.index(f'data-picture="{index}"') for index in range(3)] == sorted(
        body.html.index(f'data-picture="{index}"') for index in range(3)
    )


def test_crossheads_and_fragments_are_told() -> None:
    body, _ = read_body("## 一、路\n\n### 二\n\n文[^1]\n\n[^1]: 注", file="a.md", first_line=1)
    assert body.crossheads == (Crosshead("一路", "一、路"), Crosshead("二", "二"))
    assert body.fragments == ("一路", "二", "fnref:1", "fn:1")


def test_ids_of_the_page_itself_are_not_taken() -> None:
    body, diagnostics = read_body("## main\n\n## Search\n\n[x](#main) [y](#text-size)", file="a.md", first_line=1)
    assert body.fragments == ("main-2", "search-2")
    assert '<a href="#main-2">x</a> <a href="#text-size">y</a>' in body.html
    assert diagnostics == ()


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("!!! nota\n    文", 'a.md:1:5+4: error[unknown-box]: no kind of box "nota" | did you mean "note"?'),
        (
            "!!! zzz\n    文",
            'a.md:1:5+3: error[unknown-box]: no kind of box "zzz" | a box is one of note, contact, quote, background',
        ),
        (
            "文\n[a](#路线) \n\n## 路线图",
            'a.md:2:5+3: error[missing-fragment]: no place "#路线" in this article | did you mean "#路线图"?',
        ),
        (
            "[a](#无)",
            (
                'a.md:1:5+2: error[missing-fragment]: no place "#无" in this article '
                "| link to a heading of this article: # and its words"
            ),
        ),
        (
            "[a](javascript:alert(1))",
            (
                'a.md:1:5+19: error[unsafe-link]: a link may not begin with "javascript:" '
                "| link with http:, https:, mailto: or tel:, or to a file of this paper"
            ),
        ),
        (
            "<a href='data:text/html,x'>a</a>",
            (
                'a.md:1:10+16: error[unsafe-link]: a link may not begin with "data:" '
                "| link with http:, https:, mailto: or tel:, or to a file of this paper"
            ),
        ),
        ("[a]()", "a.md:1:5+1: error[empty-link]: a link without a target | write [words](article.md)"),
        (
            "[a](http://)",
            'a.md:1:5+7: error[bad-link]: "http://" is not a web address | write https:// and the site\'s name',
        ),
        (
            "文<img src='a.jpg'>",
            (
                "a.md:1:2+4: error[raw-picture]: a picture in HTML carries no credit "
                '| write ![what it shows](picture.jpg "caption"){credit="who made it"}'
            ),
        ),
        (
            "`<script>`\n\n<script>x</script>",
            (
                "a.md:3:1+7: warning[html-removed]: <script> may not stand in an article and is left out "
                "| write it in Markdown"
            ),
        ),
        (
            '<b onclick="x()">文</b>',
            f'a.md:1:4+7: warning[html-removed]: attribute "onclick" of <b> is left out | {HTML}',
        ),
        (
            "<p class='box wide'>文</p>",
            f'a.md:1:4+5: warning[html-removed]: class "box wide" of <p> is left out | {HTML}',
        ),
        (
            "文\n{: .wide}",
            f'a.md:2:4+5: warning[html-removed]: class "wide" of <p> is left out | {HTML}',
        ),
        (
            '<span data-picture="0">文</span>',
            f'a.md:1:7+12: warning[html-removed]: attribute "data-picture" of <span> is left out | {HTML}',
        ),
        (
            "![a](a.jpg){crdit=社}",
            'a.md:1:13+5: error[unknown-attribute]: no attribute "crdit" of a picture | did you mean "credit"?',
        ),
        (
            "![a][r]{x=1}\n\n[r]: a.jpg",
            (
                'a.md:3:6+5: error[unknown-attribute]: no attribute "x" of a picture '
                "| a picture may have creator, credit, reason, copyright, license, licensor, acquire, "
                "date, location, source_type, position, focus"
            ),
        ),
        (
            "[![a](a.jpg)](x.md)",
            (
                'a.md:1:7+5: warning[linked-picture]: the link around picture "a.jpg" is left out '
                "| put the link into the caption's paragraph or the text"
            ),
        ),
        (
            "文[^注二][^注一二]\n\n[^注一二]: 注",
            'a.md:1:2+5: warning[missing-footnote]: no footnote "注二" | did you mean "[^注一二]"?',
        ),
        (
            "文[^x]",
            (
                'a.md:1:2+4: warning[missing-footnote]: no footnote "x" '
                "| write the note in a paragraph of its own: [^x]: …"
            ),
        ),
        (
            "文\n\n[^1]: 注",
            (
                'a.md:3:1+4: warning[unused-footnote]: footnote "1" has no mark in the text '
                "| write [^1] where the note belongs"
            ),
        ),
    ],
)
def test_a_mistake_is_named_with_its_place(typed: str, expected: str) -> None:
    assert [line(diagnostic) for diagnostic in diagnose(typed)] == [expected]


def test_diagnostics_carry_the_line_as_typed_and_are_sorted() -> None:
    found = diagnose("　　[b](#二)<x>\n\n![a](a.jpg){b=1}")
    assert [(item.place.line, item.code, item.excerpt) for item in found] == [
        (1, "missing-fragment", "　　[b](#二)<x>"),
        (1, "html-removed", "　　[b](#二)<x>"),
        (3, "unknown-attribute", "![a](a.jpg){b=1}"),
    ]
    assert [item.severity for item in found] == [Severity.ERROR, Severity.WARNING, Severity.ERROR]


@pytest.mark.parametrize("stray", ["\x00", "\x0b", "\x1b", "\x7f", "\u200b", "\ufeff", "\ud800", "\uffff"])
def test_stray_characters_are_dropped(stray: str) -> None:
    body, diagnostics = read_body(f"北{stray}京{stray}**春**", file="a.md", first_line=1)
    assert (body.html, diagnostics) == ("<p>北京<strong>春</strong></p>\n", ())


def test_text_is_composed_but_compatibility_characters_stay() -> None:
    assert read_body("cafe\u0301 ㎡ Ａ", file="a.md", first_line=1)[0].paragraphs == ("café ㎡ Ａ",)


def test_nothing_of_one_article_is_left_for_the_next() -> None:
    read_body("文[^1] [r]\n\n[^1]: 注\n\n[r]: x.md", file="a.md", first_line=1)
    body, _ = read_body("文[^1] [r]", file="a.md", first_line=1)
    assert body.html == "<p>文[^1] [r]</p>\n"


def test_what_is_not_found_in_the_source_is_placed_at_its_first_mention_or_the_first_line() -> None:
    typed = read_typed("题\n见 x.md", file="a.md", first_line=3)
    assert Sites(typed).target("x.md") == Place("a.md", 4, 3, 4)
    assert Sites(typed).target("y.md") == Place("a.md", 3, 1, 1)
    assert Sites(typed).markup("(<b)") == Place("a.md", 3, 1, 1)


def test_the_language_of_a_fence_is_no_mistake() -> None:
    assert diagnose("```python\nx\n```\n\n[词](a.md)") == []
