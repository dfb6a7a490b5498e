"""An edition's record against what its files say now. As long as these are what they were, one digest says so."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from broadsheet.checking.sealed import check_release, check_story, gone_address, gone_alias, gone_story
from broadsheet.model.address import alias_address, edition_address, output_path
from broadsheet.model.archive import release_of
from broadsheet.model.content_path import files_named_by, is_article
from broadsheet.model.diagnostic import Diagnostic
from broadsheet.model.place import Place
from broadsheet.model.seal import corrected, standing
from broadsheet.planning.paper import address_of
from broadsheet.planning.placement import place
from broadsheet.publishing import disk
from broadsheet.publishing.attachments import below
from broadsheet.publishing.edition_order import Promise
from broadsheet.publishing.sources import folder_plan, text_of
from broadsheet.reading.head import read_matter
from broadsheet.reading.placed import read_yaml
from broadsheet.reading.seal import read_seal
from broadsheet.reading.wording import typed_story

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    from broadsheet.model.archive import Attachment
    from broadsheet.model.article import Article
    from broadsheet.model.seal import Change, Seal, SealedStory, TypedStory
    from broadsheet.planning.placement import PlacedEdition
    from broadsheet.publishing.context import Bench
    from broadsheet.publishing.edition_order import EditionOrder
    from broadsheet.publishing.shelf import Shelf
    from broadsheet.reading.source import Source


@dataclass(frozen=True, slots=True)
class Sealed:
    """What an edition's record says of it: faults, promised addresses, and what each correction changed.

    `corrected` has for each article with corrections, by file, what was changed with each of these, in their order.
    """

    diagnostics: tuple[Diagnostic, ...] = ()
    promises: tuple[Promise, ...] = ()
    corrected: Mapping[str, tuple[tuple[Change, ...], ...]] = field(default_factory=dict)


def check_sealed(bench: Bench, order: EditionOrder, whole: PlacedEdition, attached: Mapping[str, Attachment]) -> Sealed:
    """An edition against its record; `whole` is all there is of it, `attached` are the files that its copy names."""
    if not order.seal:
        return Sealed()
    source = text_of(bench.content, bench.context.shown, order.seal)
    seal = source if isinstance(source, Diagnostic) else read_seal(source)
    if isinstance(source, Diagnostic) or isinstance(seal, Diagnostic):
        return Sealed((seal,)) if isinstance(seal, Diagnostic) else Sealed()
    return _Comparison(bench, order, whole, attached, source).sealed(seal)


def files_digest(stories: Iterable[tuple[str, str]], plan: str, pictures: Iterable[str]) -> str:
    """The digest of an edition's files, from theirs: of stories with their addresses, of edition.yaml, of the rest."""
    rows = [*(f"story {address} {digest}" for address, digest in stories), f"plan {plan}"]
    rows += (f"named {digest}" for digest in set(pictures))
    return sha256("\n".join(sorted(rows)).encode("utf-8", "surrogatepass")).hexdigest()


class TypedStories:
    """The stories of an edition with this release, as the files below a content folder have them."""

    def __init__(self, shelf: Shelf, shown: str, release: datetime, timezone: str) -> None:
        """Begin with no file read; what an edition.yaml says is kept for the articles beside it."""
        self._shelf = shelf
        self._shown = shown
        self._release = release
        self._timezone = timezone
        self._plan_of = cache(lambda folder: folder_plan(shelf, shown, folder, timezone))

    def read(self, file: str) -> TypedStory | None:
        """The story of a file; None for one at fault."""
        source = text_of(self._shelf, self._shown, file)
        if isinstance(source, Diagnostic):
            return None
        plan, broken = self._plan_of(file.rpartition("/")[0])
        matter = read_matter(source, plan, self._timezone, date_unknown=broken)
        since = max(self._release, matter.head.publish_at or self._release) if matter.head else self._release
        return typed_story(matter, wall_time(since, self._timezone), self._digest)

    def _digest(self, named: str) -> str:
        return _digest(self._shelf, below(named, self._shown))


def wall_time(moment: datetime, timezone: str) -> str:
    """A moment by the clock on the wall of a zone: it stays the same where a paper changes its zone."""
    return moment.astimezone(ZoneInfo(timezone)).replace(tzinfo=None).isoformat(timespec="seconds")


def _digest(shelf: Shelf, file: str) -> str:
    """The digest of a file, "" for one that isn't there."""
    try:
        return disk.digest(shelf.read(file))
    except OSError:
        return ""


class _Comparison:
    """One edition's record beside its copy."""

    def __init__(
        self,
        bench: Bench,
        order: EditionOrder,
        whole: PlacedEdition,
        attached: Mapping[str, Attachment],
        source: Source,
    ) -> None:
        self._bench = bench
        self._order = order
        self._whole = whole
        self._copy = whole.copy
        self._attached = attached
        self._source = source
        self._timezone = bench.context.newspaper.timezone
        self._release = release_of(order.key, self._copy.file, self._timezone)
        self._stories = TypedStories(bench.content, bench.context.shown, self._release, self._timezone)

    def sealed(self, seal: Seal) -> Sealed:
        articles = {address_of(article): article for article in self._copy.articles}
        found_at = standing(seal.stories, {address: [*_old(article)] for address, article in articles.items()})
        stands = [(story, articles[at] if at else None) for story, at in zip(seal.stories, found_at, strict=True)]
        now = {} if self._files() == seal.files else self._typed()
        release = wall_time(self._release, self._timezone)
        found = list(check_release(seal.released, release, self._place_of_release())) if now else []
        corrections: dict[str, tuple[tuple[Change, ...], ...]] = {}
        for story, article in stands:
            here = now.get(article.file) if article else None
            if here:
                found += check_story(story, here, seal.key, release)
            if article and article.corrections:
                wordings = (*story.wordings, here.wording) if here else story.wordings
                said = corrected(wordings)
                corrections[article.file] = tuple(said.get(digest, ()) for digest in wordings[-1].corrections)
        promises = () if self._is_unknown() else tuple(self._promises(seal, stands, now))
        return Sealed(tuple(found), promises, corrections)

    def _files(self) -> str:
        """The digest of the edition's files."""
        digests = self._order.digests
        stories = [(address_of(article), digests.get(self._below(article.file), "")) for article in self._copy.articles]
        named = {file for article in self._copy.articles for file in files_named_by(article) if not is_article(file)}
        named |= {facsimile.file for facsimile in self._copy.file.facsimiles} if self._copy.file else set()
        rest = (digest for file in named if (digest := self._of_named(file)))
        return files_digest(stories, digests.get(self._order.plan, ""), rest)

    def _of_named(self, file: str) -> str:
        """The digest of a picture or a document. It is known of all but drawings, which are published cleaned."""
        attachment = self._attached.get(file)
        if attachment and (attachment.picture is None or attachment.is_photo):
            return attachment.digest
        return _digest(self._bench.content, self._below(file))

    def _typed(self) -> dict[str, TypedStory]:
        """The stories as their files have them now."""
        found = {article.file: self._story(article) for article in self._copy.articles}
        return {file: story for file, story in found.items() if story}

    def _story(self, article: Article) -> TypedStory | None:
        file = self._below(article.file)
        if self._bench.typed is None:
            return self._stories.read(file)
        seen = (self._order.digests.get(file), self._order.digests.get(self._order.plan), self._timezone)
        return self._bench.typed.get(
            file, (seen, *map(self._of_named, files_named_by(article))), lambda: self._stories.read(file)
        )

    def _is_unknown(self) -> bool:
        """Whether it can't be told what stands: the edition is still to come out, or files of it can't be read."""
        folder = self._source.file.rpartition("/")[0]
        broken = any(file.rpartition("/")[0] == folder for file in self._bench.context.broken)
        return not self._order.is_due or broken or len(self._copy.articles) != len(self._order.files)

    def _promises(
        self, seal: Seal, stands: Iterable[tuple[SealedStory, Article | None]], now: Mapping[str, TypedStory]
    ) -> Iterator[Promise]:
        """The addresses that were published and that the edition itself doesn't have."""
        own = {output_path(address) for address in self._own()}
        for address in seal.addresses:
            if output_path(address) not in own:
                yield Promise(address, gone_address(address, self._place_of(address)))
        known = {article.file for _, article in stands if article}
        for story, article in stands:
            if article is None:
                words = story.wordings[-1].digest
                moved = (s for s in now.values() if s.wording.digest == words and s.file not in known)
                told = gone_story(story, self._place_of(story.address), next(moved, None))
                yield from (Promise(address, told) for address in (story.address, *story.aliases))
            elif not article.draft:
                gone = (address for address in (story.address, *story.aliases) if output_path(address) not in own)
                yield from (Promise(address, gone_alias(address, article.place_of("title"))) for address in gone)

    def _own(self) -> Iterator[str]:
        """The addresses that the edition has, once all that is no draft has come out."""
        public = tuple(article for article in self._copy.articles if not article.draft)
        drafts = len(public) < len(self._copy.articles)
        whole = place(replace(self._copy, articles=public), self._bench.context.sections) if drafts else self._whole
        if public or self._copy.file:
            yield edition_address(self._order.key)
        yield from (page.address for page in whole.page_refs)
        for article in public:
            yield address_of(article)
            yield from _old(article)

    def _place_of(self, address: str) -> tuple[Place, str]:
        """Where the record has an address."""
        typed = json.dumps(address, ensure_ascii=False)
        at = self._source.text.find(typed)
        line = self._source.text.count("\n", 0, at) + 1
        column = at - self._source.text.rfind("\n", 0, at)
        return Place(self._source.file, line, column, len(typed)), self._source.line(line)

    def _place_of_release(self) -> tuple[Place, str]:
        """Where the edition says when it comes out; its record where it doesn't."""
        source = text_of(self._bench.content, self._bench.context.shown, self._order.plan) if self._order.plan else None
        if source is None or isinstance(source, Diagnostic):
            return Place(self._source.file, 1), ""
        placed = read_yaml(source.text, source.file, source.text)
        at = placed.place(("release",))
        return at, placed.excerpt(at)

    def _below(self, file: str) -> str:
        return below(file, self._bench.context.shown)


def _old(article: Article) -> Iterator[str]:
    return map(alias_address, article.aliases)
