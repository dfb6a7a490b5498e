"""What was published stays as it was, or says what was put right: an edition's stories against its record."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from broadsheet.model.diagnostic import Diagnostic, Severity
from broadsheet.model.seal import changes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadsheet.model.edition import EditionKey
    from broadsheet.model.place import Place
    from broadsheet.model.seal import Change, SealedStory, TypedStory

MOST_NAMED = 6
"""Changed parts that a message names."""


def check_story(sealed: SealedStory, now: TypedStory, key: EditionKey, release: str) -> Iterator[Diagnostic]:
    """The faults of a story that was published, as its file has it `now`; `key` and `release` are its edition's."""
    if not now.since:
        message = f"the story has been public since {_moment(sealed.since)} and is a draft now"
        hint = "delete the line; a story is taken back by words that say so, and a correction"
        yield _at(now, ("draft", 0), "sealed-address", message, hint)
        return
    if now.since > max(sealed.since, release):
        until = f"would be withdrawn until {_moment(now.since)}"
        message = f"the story has been public since {_moment(sealed.since)} and {until}"
        yield _at(now, ("publish_at", 0), "sealed-address", message, f"write {sealed.since}, or delete the line")
    before = sealed.wordings[-1]
    gone = [digest for digest in before.corrections if digest not in now.wording.corrections]
    if gone:
        message = "a correction that was published was changed or taken away"
        hint = "put it back as it was; what has to be added is another correction"
        yield _at(now, ("corrections", 0), "sealed-correction", message, hint)
    elif set(now.wording.corrections) - set(before.corrections):
        message = "the record of what was published doesn't have this correction yet"
        label = f" --label {key.label}" if key.label else ""
        told = _at(now, ("corrections", 0), "unsealed-correction", message, f"build.py seal {key.date}{label}")
        yield replace(told, severity=Severity.WARNING)
    elif before.digest != now.wording.digest:
        changed = changes(before, now.wording)
        message = f"the story was changed after it was published: {_named(changed)}"
        hint = "say in “corrections:” what was wrong and what is right, {date: …, text: …}; or put the words back"
        yield _at(now, _first(changed, now), "sealed-story", message, hint)


def check_release(released: str, now: str, place: tuple[Place, str]) -> Iterator[Diagnostic]:
    """An edition that is out and would be withdrawn: `released` is when it came out, `now` what its file says."""
    if now > released:
        message = f"the edition has been public since {_moment(released)} and would be withdrawn until {_moment(now)}"
        yield Diagnostic("sealed-address", message, place[0], f"write release: {released}", place[1])


def gone_story(sealed: SealedStory, place: tuple[Place, str], moved: TypedStory | None) -> Diagnostic:
    """A story of which nothing answers at its address; `moved` is the story that has its words now, if one does."""
    message = f"“{sealed.title}” was published at {sealed.address}, where nothing stands now"
    if moved is None:
        hint = f"put {sealed.file} back; or write “aliases: {sealed.address}” into the story that took its place"
        return Diagnostic("sealed-address", message, place[0], hint, place[1])
    return _at(
        moved, ("slug", 0), "sealed-address", message, f"write “aliases: {sealed.address}” here, or move it back"
    )


def gone_address(address: str, place: tuple[Place, str]) -> Diagnostic:
    """An address of an edition's front or of a page at which nothing answers; `place` is where the record has it."""
    hint = f"give it back, or write “aliases: {address}” into a story that answers for it"
    return Diagnostic("sealed-address", _gone(address), place[0], hint, place[1])


def gone_alias(address: str, place: tuple[Place, str]) -> Diagnostic:
    """Another address that a story had, which leads there no more; `place` is in the story's file."""
    hint = f"write “aliases: {address}” here"
    return Diagnostic("sealed-address", _gone(address), place[0], hint, place[1])


def _gone(address: str) -> str:
    return f"{address} was published, and nothing stands there now"


def _named(changed: tuple[Change, ...]) -> str:
    names = [change.named for change in changed[:MOST_NAMED]]
    more = len(changed) - len(names)
    return ", ".join(names) + (f" and {more} more" if more else "")


def _first(changed: tuple[Change, ...], now: TypedStory) -> tuple[str, int]:
    """The first change that stands in the file; or the one before one that is gone; else the headline."""
    typed = {(name, number) for name, number, _, _ in now.places}
    near = ((c.part, number) for c in changed for number in (c.number, c.number - 1))
    return next((part for part in near if part in typed), ("title", 0))


def _moment(since: str) -> str:
    return since.replace("T", " ").removesuffix(":00")


def _at(story: TypedStory, part: tuple[str, int], code: str, message: str, hint: str) -> Diagnostic:
    place, excerpt = story.place_of(*part)
    return Diagnostic(code, message, place, hint, excerpt)
