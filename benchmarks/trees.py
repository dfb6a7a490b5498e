"""The same stories as each generator likes to read them.

Broadsheet finds summaries, months and lists on its own. The others get them in their front matter, where a template
would have to go through the whole site for them: that spares them work.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from benchmarks.corpus import Corpus, Story

TITLE = "测量日报"
ADDRESS = "https://paper.example"


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

    def settings(self, corpus: Corpus, sections: Sequence[str]) -> Mapping[str, str]:  # noqa: ARG002 - as of all trees
        """The title and its sections."""
        return {"newspaper.yaml": f"title: {TITLE}\nurl: {ADDRESS}\nsections: [{', '.join(sections)}]\n"}

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
    """Days, months and years are Hugo's sections; pages and the months of sections and bylines are taxonomies."""

    def settings(self, corpus: Corpus, sections: Sequence[str]) -> Mapping[str, str]:  # noqa: ARG002 - as of all trees
        """The page that leads to all editions."""
        return {"archive/_index.md": "---\ntitle: 往期\nlayout: archive\n---\n"}

    def day(self, corpus: Corpus, stories: Sequence[Story]) -> Mapping[str, str]:  # noqa: ARG002 - as of all trees
        """Articles, and the day, its month and its year as sections."""
        day = stories[0].day
        return {
            f"{day:%Y}/_index.md": f'---\ntitle: "{day:%Y}"\nlayout: year\n---\n',
            f"{day:%Y/%m}/_index.md": f'---\ntitle: "{day:%Y-%m}"\nlayout: month\n---\n',
            f"{day:%Y/%m/%d}/_index.md": f'---\ntitle: "{day}"\ndate: {day}\nlayout: day\n---\n',
            **{self.path(story): self._article(story) for story in stories},
        }

    def path(self, story: Story) -> str:
        """`2025/06/30/20250630-001.md`."""
        return f"{story.day:%Y/%m/%d}/{story.slug}.md"

    def _article(self, story: Story) -> str:
        month = f"{story.day:%Y-%m}"
        keys = {
            **_common(story),
            "sections": f"[{story.section}]",
            "section_months": f"[{story.section}/{month}]",
            "bylines": f"[{', '.join(story.bylines)}]",
            "byline_months": f"[{', '.join(f'{name}/{month}' for name in story.bylines)}]",
            "pages": f"[{story.day}/{story.page}]",
        }
        return _front_matter(keys) + story.body


class PelicanTree:
    """Sections are categories, bylines authors; pages and the months of sections and bylines are tags."""

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
        month = f"{story.day:%Y-%m}"
        tags = (f"{story.day}-{story.page}", *(f"{name}-{month}" for name in (story.section, *story.bylines)))
        keys = {
            **_common(story),
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


def _front_matter(keys: Mapping[str, str]) -> str:
    """YAML of plain values; those that are empty are left out."""
    rows = "".join(f"{key}: {value}\n" for key, value in keys.items() if value and value != "[]")
    return f"---\n{rows}---\n\n"
