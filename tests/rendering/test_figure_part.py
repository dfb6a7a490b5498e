"""How a picture stands in the page: its copies, its words, whose it is and how it was made."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from broadsheet.planning import views
from broadsheet.planning.renditions import WIDTHS, Renditions
from tests.rendering.test_layout_files import ARTICLE, BARE, CARD, EDITION, LISTING, PICTURE, rendered

COPIES = Renditions("/files/渡 口.0", 1200, 800, (420, 840, 1200), ("avif", "webp", "jpg"), has_card=True)
PHOTO = replace(PICTURE, address=COPIES.widest, renditions=COPIES, colour="#808080")
MOVING = replace(PHOTO, renditions=replace(COPIES, widths=(420,), formats=("webp",), has_card=False, moves=True))
MADE = {
    "trainedAlgorithmicMedia": ("AI生成图片", "AI-generated picture"),
    "compositeWithTrainedAlgorithmicMedia": ("图片含AI生成内容", "Picture edited with generative AI"),
    "algorithmicMedia": ("算法生成图片", "Picture made by an algorithm"),
    "compositeSynthetic": ("图片含合成内容", "Composite picture with synthetic parts"),
    "compositeCapture": ("合成图片", "Composite picture"),
    "composite": ("合成图片", "Composite picture"),
    "virtualRecording": ("虚拟场景图片", "Picture of a virtual event"),
}


def story(*lead: views.Figure, gallery: tuple[views.Figure, ...] = (), **keys: object) -> str:
    """A story's page with these pictures and no others."""
    view = replace(ARTICLE, lead_figures=lead, gallery=gallery, body_figures=(), html="<p>正文。</p>", **keys)
    # What machines are told is another matter (test_picture_data.py).
    return re.sub(r'<script type="application/ld\+json">.*?</script>', "", rendered("article.html", view))


def figures(page: str) -> list[str]:
    return re.findall(r"<figure.*?</figure>", page, re.DOTALL)


def test_every_format_is_offered_and_the_last_is_for_all() -> None:
    (figure,) = figures(story(PHOTO))
    assert re.findall(r'<source type="image/(\w+)"', figure) == ["avif", "webp"]
    for ending in ("avif", "webp", "jpg"):
        assert f'srcset="/files/渡%20口.0.420.{ending} 420w, ' in figure
    assert '<img src="/files/渡%20口.0.1200.jpg"' in figure
    assert figure.count('sizes="min(94vw, max(832px, 416px + 26vw))"') == 3
    assert 'width="1200" height="800"' in figure


def test_what_moves_and_what_is_drawn_has_one_format() -> None:
    moving, drawn = figures(story(MOVING, PICTURE))
    assert "<picture>" not in drawn
    assert 'srcset="/files/渡%20口.0.420.webp 420w"' in moving
    assert "srcset" not in drawn


def test_what_moves_stands_still_for_readers_who_ask_for_less_motion() -> None:
    (moving,) = figures(story(MOVING))
    assert re.findall(r"<source.*?>", moving) == [
        '<source type="image/webp" media="(prefers-reduced-motion: reduce)" srcset="/files/渡%20口.0.still.webp">'
    ]


def test_the_viewer_is_told_which_copies_a_place_leaves_out() -> None:
    wide = replace(PHOTO, renditions=replace(COPIES, widths=WIDTHS, width=2400))
    lead, first, _ = figures(story(wide, gallery=(wide, wide)))
    assert "data-more" not in lead
    assert 'data-more="1680 2400"' in first


@pytest.mark.parametrize("name", MADE)
def test_readers_are_told_what_is_no_photograph(name: str) -> None:
    figure = replace(PHOTO, source_type=f"http://cv.iptc.org/newscodes/digitalsourcetype/{name}")
    for number, language in enumerate(("zh-Hans", "en")):
        assert f'<span class="made">{MADE[name][number]}</span>' in story(figure, language=language)


def test_they_are_told_even_where_a_picture_has_no_other_words() -> None:
    figure = replace(PHOTO, source_type="trainedAlgorithmicMedia")
    card = replace(CARD, figure=figure)
    front = rendered("edition.html", replace(EDITION, lead=BARE, secondaries=(card,)))
    listed = rendered("listing.html", replace(LISTING, groups=(views.EditionGroup(ARTICLE.edition, (card,)),)))
    for page in (front, listed):
        (shown,) = figures(page)
        assert "AI生成图片</span>" in shown
        assert "摄" not in shown


def test_a_photograph_is_no_news() -> None:
    assert "made" not in "".join(figures(story(replace(PHOTO, source_type="digitalCapture"))))
    assert "made" not in "".join(figures(story(replace(PHOTO, source_type="algorithmicallyEnhanced"))))


def test_a_gallery_says_once_what_its_pictures_share() -> None:
    shared = views.SharedWords("记者 某某 摄", "© 2025", "https://example.org/by/", "https://example.org/buy/")
    page = story(gallery=(PHOTO, PHOTO), gallery_shared=shared)
    for words in ("记者 某某 摄", "© 2025", 'href="https://example.org/by/"', 'href="https://example.org/buy/"'):
        assert page.count(words) == 1
    own = story(gallery=(PHOTO, PHOTO), gallery_shared=views.SharedWords(copyright="© 2025"))
    assert (own.count("记者 某某 摄"), own.count("© 2025")) == (2, 1)


def test_only_a_story_with_pictures_has_a_viewer() -> None:
    assert "viewer" in story(PICTURE)
    assert "viewer" not in story()
    assert "viewer" not in rendered("edition.html", EDITION)


def test_other_sites_get_the_crop_with_its_size_and_what_it_shows() -> None:
    page = story(card=replace(CARD, figure=PHOTO))
    told = dict(re.findall(r'<meta (?:property|name)="((?:og:image|twitter:)[\w:]*)" content="([^"]*)">', page))
    assert told == {
        "og:image": "https://news.example.org/files/渡%20口.0.card.jpg",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "公园",
        "twitter:card": "summary_large_image",
    }
    drawn = rendered("edition.html", replace(EDITION, lead=replace(CARD, figure=replace(PICTURE, width=0, height=0))))
    assert 'content="https://news.example.org/files/park.jpg"' in drawn
    assert "og:image:width" not in drawn
    assert 'content="summary"' in drawn
