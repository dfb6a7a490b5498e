"""How much a line of Latin letters looks like a byline, told more freely than copy is read."""

from __future__ import annotations

import re

from broadsheet.reading.byline import find_bylines
from broadsheet.reading.importing.folio import EMAIL
from broadsheet.reading.importing.given_names import GIVEN
from broadsheet.reading.importing.scores import NAMED, SIGNED, SURELY

_HOUSE = re.compile(
    "(?:from )?(?:the )?(?:associated press|reuters|ap|afp|agence france-presse|bloomberg(?: news)?|xinhua"
    "|dpa|kyodo|tass|contributed|(?:by )?the editorial board)"
    r"|(?:from )?(?:[\w’'-]+ ){0,2}staff(?: reports?| writers?| reporters?)?"
    r"|(?:from )?(?:[\w’'-]+ ){0,2}(?:wire|agency|news) (?:reports?|services?)|special to [\w’' -]+"
    r"|(?:by |from )?(?:an? |our |the )?(?:(?:own|special|staff|legal|political|rural|sports?|crime|education|health)"
    " )*(?:correspondents?|reporters?)",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"(?:(?:[\w’'&-]+,? ){0,6}(?:staff|writer|editor|reporter|correspondent|contributor|columnist|critic)s?"
    r"(?: (?:in|at|for|of) [\w’' -]+)?|(?:the )?(?:associated press|reuters|bloomberg)|special to [\w’' -]+"
    r"|for [\w’' -]+)",
    re.IGNORECASE,
)
_DATED = re.compile(r"[ ,|•·]+(?:[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]{2,8} \d{4}).{0,12}$")
_ARTICLES = re.compile(r"\b(?:THE|A|AN|OF|IN|AT|TO|FOR|ON|IS|ARE|AND|NO|HIGH|CROSS)\b")
_UPPER = "[A-Z\u00c0-\u00de]"
_PERSON = (
    rf"(?:(?:(?:{_UPPER}\. ?)+|{_UPPER}[\w’'-]{{1,14}})(?: {_UPPER}\.?)?(?: (?:van|von|de|da|du|la|le|bin|al)){{0,2}}"
    rf"(?: {_UPPER}[\w’'-]{{1,14}}){{1,2}}(?:,? [JS]r\.?)?(?: ['’]\d\d)?|(?:{_UPPER}\. ?)+{_UPPER}[\w’'-]{{1,14}})"
)
_PEOPLE = rf"{_PERSON}(?:(?:, | and |, and | & ){_PERSON})*"
_PROPER = r"(?:[Tt]he )?[A-Z][\w’'.& -]{2,40}"
# By Jane Doe, age 10; Additional reporting by; Submitted by; Jane Doe, Rural Reporter.
_BY = re.compile(
    rf"[Bb][Yy]:? {_PEOPLE}(?:,? (?:of |for )?{_PROPER}|, (?:age|aged) \d+\b.{{0,50}}| ?[|•·/] ?.{{3,40}})"
    rf"|(?:(?:Additional|Original) )?(?:Exclusive|Reported|Reporting|reporting|Written|Compiled|Words|Text|Story"
    rf"|Interview|Report|(?:Words|Text|Story|Photos?|Pictures?|Photographs) (?:and|&) \w+)(?::| by) {_PEOPLE}"
    rf"|(?:Submitted|Contributed|Answered|Prepared) by .{{3,50}}|(?:Reporter|Writer|Author|Correspondent): .{{3,30}}"
    rf"|{_PERSON},? (?:\| )?(?:[\w’'&-]+ ){{0,4}}(?:[Ww]riter|[Rr]eporter|[Cc]orrespondent|[Ee]ditor"
    rf"|[Cc]olumnist|[Cc]ritic)"
    rf"(?:,? (?:in|at|for|of) .{{2,30}})?"
)
_PLACED = re.compile(
    rf"{_PEOPLE} (?:in|at) {_PROPER}|(?:[Ww]ith|and|AND|&) {_PERSON}|{_PERSON} ?\| ?.{{3,40}}"
    rf"|(?:Mrs?\.? )?{_PERSON},(?: (?:\d+ )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{0,2}},?){{1,3}}\.?"
    rf"|(?:From|FROM) {_PERSON}(?:,? (?:in |at )?{_PROPER})?|(?i:name and address (?:with|supplied|withheld).{{0,20}})"
    rf"|\(?(?:Mrs?|Ms|Miss|Dr|Rev|Prof|Sir|Cllr|Col|Capt|Maj|Fr)\.?\)? (?:[A-Z]\. ?)*(?:{_PERSON}|[A-Z][\w’'-]+)"
    rf"(?: \(retd\.?\))?|{_PERSON} (?:reports|writes)(?: (?:from|on) .{{3,30}})?"
)
"""Who wrote it and whence, Jane Doe in Springfield; with whom; or the name below a letter, with its title."""
_ALL_PEOPLE = re.compile(_PEOPLE)
_BEHIND = re.compile(rf"[\s|,•·/–-]*{EMAIL}(?:[\s|,•·/–-]+[\d() -]{{7,}})?")
"""An e-mail address behind a name, and a number to ring."""


def latin_score(text: str, *, marked: bool) -> float:
    """How much a text looks like a byline; `marked` says that a sign or brackets set it apart."""
    # BRIDGET ROE, / The Corner House: below a letter the address goes on.
    marked, text = marked or text.endswith(","), _DATED.sub("", text.rstrip(",."))
    if _BY.fullmatch(text) or _HOUSE.fullmatch(text):
        return SURELY
    if (named := _BEHIND.sub("", text)) != text:
        found = find_bylines([named])
        return SURELY if (found and found[0].stands_alone) or _ALL_PEOPLE.fullmatch(named) else 0.0
    if _PLACED.fullmatch(text):
        return SIGNED
    return _people_score(text, marked=marked) if _ALL_PEOPLE.fullmatch(text) else 0.0


def _people_score(text: str, *, marked: bool) -> float:
    """The same of what could be names and nothing else, MARTY MOE or TOWN HALL: whose given name is known is one."""
    is_given = text.split(" ", maxsplit=1)[0].lower() in GIVEN
    if text.isupper():
        return NAMED if is_given else 0.0 if _ARTICLES.search(text) else 1.0
    return NAMED if marked or is_given or "’" in text or "'" in text else 2.0


def is_title_of_signer(text: str) -> bool:
    """Whether a line says what its writer is, or for whom, below the name: Staff writer."""
    return text.isascii() and len(text) <= 50 and _TITLE.fullmatch(text) is not None
