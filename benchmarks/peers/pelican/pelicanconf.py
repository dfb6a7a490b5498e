"""Pelican's settings: a quick reader, everything that it can keep kept, and the lists that the theme needs."""

import json
from collections import defaultdict
from itertools import pairwise
from typing import Any

from pelican import signals

SITENAME = "测量日报"
SITEURL = "https://paper.example"
SECTIONS = ["要闻", "时政", "经济", "城事", "文化", "体育", "国际", "副刊"]
TIMEZONE = "Asia/Shanghai"
DEFAULT_LANG = "zh"
DEFAULT_DATE_FORMAT = "%Y-%m-%d"
THEME = "theme"
THEME_STATIC_DIR = "assets"
STATIC_PATHS: list[str] = []
PLUGINS: list[str] = []
MARKDOWN = {"extensions": ["markdown.extensions.meta"], "extension_configs": {}, "output_format": "html5"}
FORMATTED_FIELDS: list[str] = []  # summaries are plain text
SLUGIFY_USE_UNICODE = SLUGIFY_PRESERVE_CASE = True
TAG_REGEX_SUBSTITUTIONS: list[tuple[str, str]] = []  # tags are addresses

CACHE_CONTENT = LOAD_CONTENT_CACHE = True
GZIP_CACHE = False
TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
FEED_ALL_ATOM = "feed.xml"
CATEGORY_FEED_ATOM = "sections/{slug}/feed.xml"
FEED_MAX_ITEMS = 40

ARTICLE_URL = "{date:%Y}/{date:%m}/{date:%d}/{slug}/"
YEAR_ARCHIVE_URL = "archive/{date:%Y}/"
MONTH_ARCHIVE_URL = "archive/{date:%Y}/{date:%m}/"
DAY_ARCHIVE_URL = "{date:%Y}/{date:%m}/{date:%d}/"
CATEGORY_URL = "sections/{slug}/"
AUTHOR_URL = "bylines/{slug}/"
TAG_URL = "{slug}/"
ARTICLE_SAVE_AS = ARTICLE_URL + "index.html"
YEAR_ARCHIVE_SAVE_AS = YEAR_ARCHIVE_URL + "index.html"
MONTH_ARCHIVE_SAVE_AS = MONTH_ARCHIVE_URL + "index.html"
DAY_ARCHIVE_SAVE_AS = DAY_ARCHIVE_URL + "index.html"
CATEGORY_SAVE_AS = CATEGORY_URL + "index.html"
AUTHOR_SAVE_AS = AUTHOR_URL + "index.html"
TAG_SAVE_AS = TAG_URL + "index.html"
ARCHIVES_SAVE_AS = "archive/index.html"
CORRECTIONS_SAVE_AS = "corrections/index.html"
IMPRINT_SAVE_AS = "imprint/index.html"
MISSING_SAVE_AS = "404.html"
ROBOTS_SAVE_AS = "robots.txt"
SITEMAP_SAVE_AS = "sitemap.xml"
DIRECT_TEMPLATES = ["index", "archives", "corrections", "imprint", "missing", "robots", "sitemap"]


def _data(value: object) -> str:
    """JSON that can stand in a page."""
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c")


JINJA_FILTERS = {"data": _data}


def _day(articles: list[Any]) -> dict[str, Any]:
    """An edition with its pages; each story learns its page and its neighbours there."""
    date = articles[0].date
    day: dict[str, Any] = {
        "url": f"/{date:%Y/%m/%d}/",
        "iso": f"{date:%Y-%m-%d}",
        "number": date.day,
        "short": f"{date.year}年{date.month}月{date.day}日",
        "month": f"{date:%Y/%m}",
        "articles": articles,
    }
    day["full"] = f"{day['short']} 星期{'一二三四五六日'[date.weekday()]}"
    by_page = defaultdict(list)
    for article in articles:
        by_page[article.page].append(article)
    day["pages"] = [
        {
            "number": number,
            "name": f"第{number}版 {stories[0].category}",
            "url": f"{day['url']}{number}/",
            "articles": stories,
            "day": day,
        }
        for number, stories in by_page.items()
    ]
    for page in day["pages"]:
        for article in page["articles"]:
            article.place = page
        for before, after in pairwise(page["articles"]):
            before.following, after.previous = after, before
    for before, after in pairwise(day["pages"]):
        before["following"], after["previous"] = after, before
    return day


def _arrange(generator: Any) -> None:  # noqa: ANN401 - Pelican's own, which has no types
    """Give the site its days, months and years, newest first, and the stories of sections and bylines by month."""
    by_day = defaultdict(list)
    for article in generator.articles:
        by_day[article.locale_date].append(article)
    days = [_day(articles) for articles in by_day.values()]
    for after, before in pairwise(days):
        after["previous"], before["following"] = before, after
    months = defaultdict(list)
    for day in days:
        months[day["month"]].append(day)
    years = defaultdict(list)
    for month in months:
        years[month[:4]].append(month)
    lists: dict[str, Any] = defaultdict(lambda: defaultdict(list))
    for day in days:
        for article in day["articles"]:
            for owner in (article.category, *getattr(article, "authors", ())):
                lists[owner.url.rstrip("/")][day["month"]].append(article)
    pages = {page["url"].strip("/"): page for day in days for page in day["pages"]}
    generator.context.update(days=days, months=months, years=years, lists=lists, sheets=pages)


signals.article_generator_finalized.connect(_arrange)
