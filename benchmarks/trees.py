"""The same stories as each generator likes to read them.

Broadsheet finds summaries, months and lists on its own. The others get them in their front matter, where a template
would have to go through the whole site for them: that spares them work.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from benchmarks.corpus import Corpus, Story

TITLE = "测量日报"
ADDRESS = "https://paper.example"
CORRECTIONS = "目前没有更正。凡有更正，除写在原文之下，也列在这里。"


class Tree(Protocol):
    """A generator's own source folder."""

    def settings(self, corpus: Corpus, sections: Sequence[str]) -> Mapping[str, str]:
        """Files that a paper has once, by path."""

    def day(self, corpus: Corpus, stories: Sequence[Story]) -> Mapping[str, str]:
        """Files of one edition, by path."""

    def path(self, story: Story) -> str:
        """Where a story lies."""


class BroadsheetTree:
    """A folder a day; sections are named in the settings."""

    def settings(self, corpus: Corpus, sections: Sequence[str]) -> Mapping[str, str]:
        """The title and its sections."""
        printed = f"paper: {{since: {corpus.edition(0)[0].day + timedelta(days=1)}}}"  # the days that are added
        settings = f"title: {TITLE}\nurl: {ADDRESS}\nsections: [{', '.join(sections)}]\n{printed}\n"
        return {"newspaper.yaml": settings}

    def day(self, corpus: Corpus, stories: Sequence[Story]) -> Mapping[str, str]:
        """Articles, and the edition if the corpus has any."""
        files = {self.path(story): self._article(story) for story in stories}
        if corpus.editions:
            pages = {story.page: story.section for story in stories}
            rows = "".join(f'  - number: "{page}"\n    name: {name}\n' for page, name in pages.items())
            files[f"{self._folder(stories[0])}/edition.yaml"] = f"date: {stories[0].day}\npages:\n{rows}"
        return files

    def path(self, story: Story) -> str:
        """`2025/2025-06-30/20250630-001.md`."""
        return f"{self._folder(story)}/{story.slug}.md"

    def _folder(self, story: Story) -> str:
        return f"{story.day:%Y}/{story.day}"

    def _article(self, story: Story) -> str:
        byline = ("By " + " and ".join(story.bylines)) if story.english else ("记者 " + " ".join(story.bylines))
        keys = {
            "kicker": story.kicker,
            "title": story.title,
            "subtitle": story.subtitle,
            "date": str(story.day),
            "section": story.section,
            "page": story.page,
            "byline": byline if story.bylines else "",
            "language": "en" if story.english else "",
        }
        return _front_matter(keys) + story.body


class HugoTree:
    """Years, months, days and their pages are Hugo's sections; sections and bylines and their months are taxonomies."""

    def settings(self, corpus: Corpus, sections: Sequence[str]) -> Mapping[str, str]:  # noqa: ARG002 - as of all trees
        """The archive, the sections with their feeds, and the pages that stand alone."""
        feeds = {f"sections/{name}/_index.md": f"---\ntitle: {name}\noutputs: [html, atom]\n---\n" for name in sections}
        return {
            "archive/_index.md": "---\ntitle: 往期回顾\nlayout: archive\n---\n",
            "corrections.md": f"---\ntitle: 更正\nlayout: plain\n---\n\n{CORRECTIONS}\n",
            "imprint.md": f"---\ntitle: 版权页\nlayout: plain\n---\n\n{TITLE}\n",
            **feeds,
        }

    def day(self, corpus: Corpus, stories: Sequence[Story]) -> Mapping[str, str]:  # noqa: ARG002 - as of all trees
        """Articles, and the day with its pages, its month and its year as sections."""
        day = stories[0].day
        folder, address = f"archive/{day:%Y/%m/%d}", f"/{day:%Y/%m/%d}/"
        month = {"title": f"{day.year}年{day.month}月", "month": f'"{day:%Y-%m}"', "layout": "month"}
        edition = {"title": _in_chinese(day), "date": str(day), "url": address, "layout": "day"}
        return {
            f"archive/{day:%Y}/_index.md": _front_matter({"title": f"{day:%Y}年", "layout": "year"}),
            f"archive/{day:%Y/%m}/_index.md": _front_matter(month),
            f"{folder}/_index.md": _front_matter(edition),
            **{
                f"{folder}/{page}/_index.md": _front_matter(
                    {
                        "title": f"第{page}版 {section}",
                        "number": page,
                        "weight": str(int(page[1:])),
                        "date": str(day),
                        "url": f"{address}{page}/",
                        "layout": "sheet",
                    }
                )
                for page, section in {story.page: story.section for story in stories}.items()
            },
            **{self.path(story): self._article(story) for story in stories},
        }

    def path(self, story: Story) -> str:
        """`archive/2025/06/30/A05/20250630-001.md`."""
        return f"archive/{story.day:%Y/%m/%d}/{story.page}/{story.slug}.md"

    def _article(self, story: Story) -> str:
        month = f"{story.day:%Y-%m}"
        keys = _common(story)
        del keys["page"]  # the folder says it
        keys |= {
            "description": keys.pop("summary"),
            "date": _printed(story),
            "sections": f"[{story.section}]",
            "section_months": f"[{story.section}/{month}]",
            "bylines": f"[{', '.join(story.bylines)}]",
            "byline_months": f"[{', '.join(f'{name}/{month}' for name in story.bylines)}]",
        }
        return _front_matter(keys) + story.body


class PelicanTree:
    """Sections are categories, bylines authors; pages and the months of sections and bylines are tags, by address."""

    def settings(self, corpus: Corpus, sections: Sequence[str]) -> Mapping[str, str]:  # noqa: ARG002 - as of all trees
        """None: they lie beside the templates."""
        return {}

    def day(self, corpus: Corpus, stories: Sequence[Story]) -> Mapping[str, str]:  # noqa: ARG002 - as of all trees
        """Articles."""
        return {self.path(story): self._article(story) for story in stories}

    def path(self, story: Story) -> str:
        """`2025/06/30/20250630-001.md`."""
        return f"{story.day:%Y/%m/%d}/{story.slug}.md"

    def _article(self, story: Story) -> str:
        month = f"{story.day:%Y/%m}"
        owners = (f"sections/{story.section}", *(f"bylines/{name}" for name in story.bylines))
        tags = (f"{story.day:%Y/%m/%d}/{story.page}", *(f"{owner}/{month}" for owner in owners))
        keys = {
            **_common(story),
            "date": _printed(story),
            "slug": story.slug,
            "category": story.section,
            "authors": "; ".join(story.bylines),
            "tags": ", ".join(tags),
        }
        return _front_matter(keys) + story.body


class EleventyTree:
    """Everything but the stories is a paginated collection."""

    def settings(self, corpus: Corpus, sections: Sequence[str]) -> Mapping[str, str]:  # noqa: ARG002 - as of all trees
        """None: they lie beside the templates."""
        return {}

    def day(self, corpus: Corpus, stories: Sequence[Story]) -> Mapping[str, str]:  # noqa: ARG002 - as of all trees
        """Articles."""
        return {self.path(story): self._article(story) for story in stories}

    def path(self, story: Story) -> str:
        """`stories/2025/06/30/20250630-001.md`."""
        return f"stories/{story.day:%Y/%m/%d}/{story.slug}.md"

    def _article(self, story: Story) -> str:
        keys = {**_common(story), "section": story.section, "bylines": f"[{', '.join(story.bylines)}]"}
        keys["folio"] = keys.pop("page")  # `page` is Eleventy's own word
        keys["printed"] = f'"{story.day}"'
        return _front_matter(keys) + story.body


TREES: Mapping[str, Tree] = {
    "broadsheet": BroadsheetTree(),
    "hugo": HugoTree(),
    "pelican": PelicanTree(),
    "eleventy": EleventyTree(),
}


def _common(story: Story) -> dict[str, str]:
    """What the peers' front matter has alike."""
    return {
        "title": story.title,
        "kicker": story.kicker,
        "subtitle": story.subtitle,
        "date": str(story.day),
        "page": story.page,
        "summary": story.summary,
    }


def _in_chinese(day: date) -> str:
    """`2025年6月30日`."""
    return f"{day.year}年{day.month}月{day.day}日"


def _printed(story: Story) -> str:
    """A time on the day, a second after the next story's, so that the newest first is the order of the pages."""
    minutes, seconds = divmod(5 * 60 * 60 - int(story.slug[-3:]), 60)
    return f"{story.day}T{minutes // 60:02}:{minutes % 60:02}:{seconds:02}+08:00"


def _front_matter(keys: Mapping[str, str]) -> str:
    """YAML of plain values; those that are empty are left out."""
    rows = "".join(f"{key}: {value}\n" for key, value in keys.items() if value and value != "[]")
    return f"---\n{rows}---\n\n"
