"""What a story says of itself to machines."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.conftest import Newsroom

WHERE = "https://n.example.org"


def data(newsroom: Newsroom, address: str) -> dict[str, Any]:
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', newsroom.page(address), re.DOTALL)
    found: dict[str, Any] = json.loads(text)
    return found


def test_a_story_says_where_it_stands_and_who_made_it(newsroom: Newsroom) -> None:
    newsroom.write(
        {
            "content/newspaper.yaml": f"title: 报\nurl: {WHERE}\nissn: 1234-5679\npublisher: 社\nsections: [城事]\n"
            "policies: {更正办法: /imprint/#c, ethics: https://e.example.org/}\n"
        }
    )
    newsroom.edition("e", date="2025-04-16", issue_number="9", pages=[{"number": "A05", "name": "城事"}])
    newsroom.picture("e/p.svg")
    newsroom.story(
        "e/a.md",
        title=["一", "二"],
        subtitle="副",
        section="城事",
        column="专栏",
        byline=[{"name": "苗娜", "role": "记者", "org": "新华社"}],
        dateline="本报讯",
        tags=["公园", "水"],
        images=[
            {
                "src": "p.svg",
                "alt": "画",
                "caption": "图注",
                "creator": "李某",
                "copyright": "© 报",
                "license": "https://l.example.org/",
                "acquire": "/imprint/",
            }
        ],
        corrections=[{"date": "2025-04-18", "text": "有误。"}],
    )
    newsroom.built()
    found = data(newsroom, "/2025/04/16/a/")
    house = {
        "@type": "NewsMediaOrganization",
        "name": "社",
        "url": f"{WHERE}/",
        "logo": found["publisher"]["logo"],
        "masthead": f"{WHERE}/imprint/",
        "correctionsPolicy": f"{WHERE}/imprint/#c",
        "ethicsPolicy": "https://e.example.org/",
    }
    image = found["image"][0]
    assert found == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "一 二",
        "alternativeHeadline": "副",
        "description": "一段正文。",
        "url": f"{WHERE}/2025/04/16/a/",
        "mainEntityOfPage": f"{WHERE}/2025/04/16/a/",
        "inLanguage": "zh-Hans",
        "datePublished": "2025-04-16T00:00:00+08:00",
        "dateModified": "2025-04-18T00:00:00+08:00",
        "dateline": "本报讯",
        "author": [
            {
                "@type": "Person",
                "name": "苗娜",
                "jobTitle": "记者",
                "affiliation": {"@type": "Organization", "name": "新华社"},
                "url": f"{WHERE}/bylines/%E8%8B%97%E5%A8%9C/",
            }
        ],
        "publisher": house,
        "articleSection": "城事",
        "keywords": "公园, 水",
        "printPage": "A05",
        "printSection": "城事",
        "printColumn": "专栏",
        "isPartOf": {
            "@type": "PublicationIssue",
            "issueNumber": "9",
            "datePublished": "2025-04-16",
            "url": f"{WHERE}/2025/04/16/",
            "isPartOf": {"@type": "Newspaper", "name": "报", "issn": "1234-5679"},
        },
        "image": [image],
        "correction": [{"@type": "CorrectionComment", "text": "有误。", "datePublished": "2025-04-18"}],
        "isAccessibleForFree": True,
    }
    assert image["contentUrl"].startswith(f"{WHERE}/files/p.")
    assert {
        key: image[key] for key in ("caption", "creditText", "copyrightNotice", "license", "acquireLicensePage")
    } == {
        "caption": "图注",
        "creditText": "李某 摄",
        "copyrightNotice": "© 报",
        "license": "https://l.example.org/",
        "acquireLicensePage": f"{WHERE}/imprint/",
    }
    assert image["width"] == {"@type": "QuantitativeValue", "value": 30, "unitCode": "E37"}


def test_a_story_without_byline_and_picture_is_the_papers(newsroom: Newsroom) -> None:
    newsroom.write({"content/newspaper.yaml": f"title: 报\nurl: {WHERE}\n"})
    newsroom.story("a.md", date="2025-04-16")
    newsroom.built()
    found = data(newsroom, "/2025/04/16/a/")
    assert found["author"] == [found["publisher"]]
    assert found["image"].startswith(f"{WHERE}/assets/favicon.")


def test_copy_cannot_end_the_element(newsroom: Newsroom) -> None:
    newsroom.write({"content/newspaper.yaml": f"url: {WHERE}\n"})
    newsroom.story("a.md", date="2025-04-16", title="</script><b>&")
    newsroom.built()
    assert data(newsroom, "/2025/04/16/a/")["headline"] == "</script><b>&"


def test_a_teaser_leaves_it_to_its_story(newsroom: Newsroom) -> None:
    newsroom.write({"content/newspaper.yaml": f"url: {WHERE}\n"})
    newsroom.story("a.md", date="2025-04-16")
    newsroom.story("b.md", date="2025-04-16", teaser_of="a")
    newsroom.built()
    assert "ld+json" not in newsroom.page("/2025/04/16/b/")


def test_a_credit_that_a_gallery_shares_is_each_pictures_own(newsroom: Newsroom) -> None:
    newsroom.write({"content/newspaper.yaml": f"url: {WHERE}\n"})
    newsroom.picture("p.svg")
    newsroom.picture("q.svg", 31)
    newsroom.picture("r.svg", 32)
    images = [{"src": f"{name}.svg", "alt": "画", "credit": "本报制图", "position": "gallery"} for name in "pqr"]
    newsroom.story("a.md", date="2025-04-16", images=images)
    newsroom.built()
    assert [image["creditText"] for image in data(newsroom, "/2025/04/16/a/")["image"]] == ["本报制图"] * 3
    assert newsroom.page("/2025/04/16/a/").count(">本报制图</span>") == 1
