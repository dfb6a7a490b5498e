"""The codes of all diagnostics, with what each says: the table that the README prints and that `checks` is held to."""

from __future__ import annotations

CODES = {
    "article-too-long": "an article's body is longer than any newspaper copy",
    "bad-alias": "an old address that no file of this site can answer for",
    "bad-link": "a web address without a site's name",
    "bad-opt-out": "an opt-out of a rule that says no reason, or that no rule answers to",
    "bad-slug": "a slug that can't be a part of an address",
    "cleaned-drawing": "an SVG that did more than show itself, which is published without that",
    "control-character": "a control character in front matter or settings",
    "dead-fragment": "a link of the built site to an element that its page lacks",
    "dead-link": "a link to a file or page that does not exist",
    "doubled-word": "a word typed twice",
    "duplicate-edition": "two edition.yaml files with one date and label",
    "duplicate-key": "a key given twice",
    "duplicate-page": "a page listed twice in an edition",
    "duplicate-section": "a section, or a section's address, listed twice",
    "empty-link": "a link without a target",
    "empty-page": "a listed page without stories that doesn't say what it is",
    "empty-slot": "a slot of a page's grid that names no story of the page",
    "encoding": "a file that is not UTF-8",
    "extension-failed": "a module of newspaper.yaml's extensions can't be used",
    "foreign-picture": "a picture that is no file of the paper",
    "front-matter-open": "front matter without an end",
    "grid-empty": "a grid without a story",
    "grid-folded": "a grid whose rows YAML runs together",
    "grid-not-rectangle": "a slot of a grid that is not one rectangle",
    "grid-too-large": "a grid with more columns or rows than a page has",
    "grid-uneven": "rows of a grid that differ in length",
    "half-width-mark": "half-width punctuation among Chinese characters",
    "html-removed": "HTML that an article may not hold, and that is left out",
    "layout-failed": "a layout that stops with an error",
    "layout-missing": "a layout that does not exist",
    "layout-syntax": "a layout that Jinja can't read",
    "layout-undefined": "a name that a layout uses and nobody gives",
    "line-too-long": "a line too long to be copy",
    "linked-picture": "a link around a picture, which is left out",
    "lone-pointer": "a story of nothing but the way to a page that has no story of its headline",
    "long-headline": "a headline too long for its slot",
    "machine-failed": "the machine fails: no permission, no room, no memory",
    "missing-date": "an article or an edition.yaml without a date",
    "missing-footnote": "a footnote's mark without its note",
    "missing-fragment": "a link to a heading that its story lacks",
    "missing-front-matter": "an article without front matter",
    "missing-key": "an item without a key that it needs",
    "missing-page": "page numbers that an edition skips",
    "missing-picture": "a picture whose file is not there",
    "missing-title": "an article without a title",
    "nesting-too-deep": "markup, HTML or settings nested too deep to be meant",
    "no-alt": "a picture without a text alternative",
    "no-articles": "a content folder without an article",
    "no-continuation": "copy that says it is continued on a page where nothing continues it",
    "no-credit": "a picture without a credit",
    "no-jump": "copy that says where it is continued, without `jump_to`",
    "no-origin": "copy that says it continues another page's, where nothing is continued here",
    "no-page": "a story that names no page, in an edition of numbered pages",
    "no-reason": "a picture said to have no credit, without a reason",
    "no-slot": "a story that its page's grid leaves out",
    "no-summary": "a story without a summary, where the paper asks for one",
    "not-a-mapping": "settings or front matter that are no lines of “key: value”",
    "not-a-picture": "a picture's file that is no picture by its name",
    "not-text": "a file that is no text",
    "nothing-released": "every edition and story is a draft or not due yet",
    "raw-picture": "a picture in HTML, which can carry no credit",
    "same-address": "two pages with one address",
    "same-picture": "a picture shown by two stories of an edition",
    "same-story": "two stories of an edition with nearly the same copy",
    "straight-quote": "straight quotation marks in copy",
    "toml-syntax": "front matter that is not TOML",
    "two-dates": "an article dated otherwise than the edition.yaml beside it",
    "typed-indent": "a paragraph indented by hand",
    "unknown-attribute": "an attribute that a picture does not have",
    "unknown-box": "a box of no known kind",
    "unknown-check": "a rule in `checks` that does not exist or can't be set",
    "unknown-edition": "a story alone in an edition that nobody else knows, beside others of its date",
    "unknown-jump": "a jump to a page that the edition lacks",
    "unknown-key": "a key that does not exist",
    "unknown-name": "a name one character off a name of the staff list",
    "unknown-page": "a page that the edition's list lacks",
    "unknown-section": "a section that the paper's list lacks",
    "unknown-source-type": "a digital source type that IPTC doesn't have",
    "unknown-teaser": "a teaser that points to no story of its edition",
    "unpaired-mark": "a quotation mark or bracket without its partner",
    "unpublished-kind": "a link to a file of a kind that is not published",
    "unread-file": "a file that looks like an article or settings, by a name that is not read",
    "unreadable-file": "a file that the machine can't read",
    "unreadable-picture": "a picture file that is broken, cut off or not what its name says",
    "unreleased-link": "a link to a story that readers can't see yet",
    "unsafe-link": "a link that begins with a scheme other than http:, https:, mailto: or tel:",
    "unused-footnote": "a footnote without its mark",
    "unused-layout": "a layout of the paper's own that no page uses",
    "unused-opt-out": "an opt-out of a rule that finds nothing there",
    "unused-reason": "a reason for having no credit, of a picture that has one",
    "wrong-date": "a date that is none",
    "wrong-time": "a time that is none",
    "wrong-type": "a value of another type than its key's",
    "wrong-weekday": "a date with the name of another day of the week",
    "yaml-comment": "a text cut off at a #, which YAML takes for a comment",
    "yaml-key": "a key that is no word",
    "yaml-sign": "a text that begins with a sign that means something else to YAML",
    "yaml-syntax": "front matter or settings that are not YAML",
}
"""A code and what it says. Codes never change: papers name them in `checks`."""

RULES = frozenset(
    {
        "dead-link",
        "empty-slot",
        "foreign-picture",
        "missing-fragment",
        "missing-picture",
        "no-alt",
        "no-credit",
        "no-reason",
        "no-slot",
        "not-a-picture",
        "unknown-jump",
        "unknown-page",
        "unknown-section",
        "unknown-teaser",
        "unpublished-kind",
    }
)
"""Errors that a paper may call warnings, or not look for: each page is whole without them."""

READ = frozenset(
    {
        "doubled-word",
        "empty-page",
        "half-width-mark",
        "lone-pointer",
        "long-headline",
        "missing-page",
        "no-continuation",
        "no-jump",
        "no-origin",
        "no-page",
        "no-summary",
        "same-picture",
        "same-story",
        "straight-quote",
        "typed-indent",
        "unknown-name",
        "unpaired-mark",
        "wrong-weekday",
    }
)
"""What `check` alone looks for, as an editor who reads the whole edition does: a build stays quick.

A line of the copy may opt out of each."""

MENDED = frozenset({"half-width-mark", "straight-quote", "typed-indent"})
"""Rules of `check` whose faults `--fix` mends where it is certain how."""

ASKED = frozenset({"no-summary"})
"""Rules of `check` that are off unless the paper gives them a level."""

SETTABLE = (
    RULES
    | READ
    | {
        "bad-opt-out",
        "cleaned-drawing",
        "html-removed",
        "linked-picture",
        "missing-footnote",
        "unknown-edition",
        "unread-file",
        "unreleased-link",
        "unused-footnote",
        "unused-layout",
        "unused-opt-out",
        "unused-reason",
    }
)
"""What `checks` may name: the rules, and the warnings, which a paper may call errors. Extensions add their own."""
