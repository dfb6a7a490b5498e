"""Pelican's settings: a quick reader, no feeds, everything that it can keep kept."""

from itertools import pairwise
from typing import Any

from pelican import signals

SITENAME = "测量日报"
SITEURL = ""
TIMEZONE = "Asia/Shanghai"
DEFAULT_LANG = "zh"
DEFAULT_DATE_FORMAT = "%Y-%m-%d"
THEME = "theme"
THEME_STATIC_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
PLUGINS: list[str] = []
MARKDOWN = {"extensions": ["markdown.extensions.meta"], "extension_configs": {}, "output_format": "html5"}
FORMATTED_FIELDS: list[str] = []  # summaries are plain text
SLUGIFY_USE_UNICODE = True

CACHE_CONTENT = LOAD_CONTENT_CACHE = True
GZIP_CACHE = False
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None

ARTICLE_URL = "{date:%Y}/{date:%m}/{date:%d}/{slug}/"
YEAR_ARCHIVE_URL = "{date:%Y}/"
MONTH_ARCHIVE_URL = "{date:%Y}/{date:%m}/"
DAY_ARCHIVE_URL = "{date:%Y}/{date:%m}/{date:%d}/"
CATEGORY_URL = "sections/{slug}/"
AUTHOR_URL = "bylines/{slug}/"
TAG_URL = "tags/{slug}/"
ARTICLE_SAVE_AS = ARTICLE_URL + "index.html"
YEAR_ARCHIVE_SAVE_AS = YEAR_ARCHIVE_URL + "index.html"
MONTH_ARCHIVE_SAVE_AS = MONTH_ARCHIVE_URL + "index.html"
DAY_ARCHIVE_SAVE_AS = DAY_ARCHIVE_URL + "index.html"
CATEGORY_SAVE_AS = CATEGORY_URL + "index.html"
AUTHOR_SAVE_AS = AUTHOR_URL + "index.html"
TAG_SAVE_AS = TAG_URL + "index.html"
ARCHIVES_SAVE_AS = "archive/index.html"
DIRECT_TEMPLATES = ["index", "archives"]


def _neighbours(generator: Any) -> None:  # noqa: ANN401 - Pelican's own, which has no types
    """Give every story the one before and the one after it on its day, and the site the months that it has."""
    for before, after in pairwise(generator.articles):
        if before.date == after.date:
            before.following, after.previous = after, before
    months = {f"{article.date:%Y-%m}": None for article in generator.articles}
    generator.context["months"] = list(months)


signals.article_generator_finalized.connect(_neighbours)
