"""How much a line of Latin letters looks like a byline, told more freely than copy is read."""

from __future__ import annotations

import re

from broadsheet.reading.byline import find_bylines
from broadsheet.reading.importing.folio import EMAIL
from broadsheet.reading.importing.given_names import GIVEN
from broadsheet.reading.importing.scores import CAPITALS, NAMED, PROPER, SIGNED, SURELY

_HOUSE = re.compile(
    "(?:from )?(?:the )?(?:associated press|reuters|ap|afp|agence france-presse|bloomberg(?: news)?|xinhua"
    "|dpa|kyodo|tass|contributed|(?:by )?the editorial board)"
    r"|by our (?:[\w-]+ ){0,2}(?:correspondents?|reporters?)"
    r"|(?:from )?(?:[\w’'-]+ ){0,2}staff(?: reports?| writers?| reporters?)?"
    r"|(?:from )?(?:[\w’'-]+ ){0,2}(?:wire|agency) (?:reports?|services?)|(?-i:(?:[A-Z][\w’'-]+ ){1,2})news services?"
    r"|from news (?:reports?|services?)|special to (?-i:[Tt]he [A-Z])[\w’' -]+"
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
_MONTH = "(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*"
_DATED = re.compile(rf"[ ,|•·]+(?:{_MONTH}\.? \d{{1,2}},? \d{{4}}|\d{{1,2}} {_MONTH} \d{{4}}).{{0,12}}$")
"""A date behind a byline, as sites set it."""
_ARTICLES = re.compile(r"\b(?:THE|A|AN|OF|IN|AT|TO|FOR|ON|IS|ARE|AND|NO|HIGH|CROSS)\b")
_UPPER = "[A-Z\u00c0-\u00d6\u00d8-\u00de\u0100-\u017e]"
_PERSON = (
    rf"(?:(?:(?:{_UPPER}\. ?)+|{_UPPER}[\w’'-]{{1,14}})(?: {_UPPER}\.?)?(?: (?:van|von|de|da|du|la|le|bin|al)){{0,2}}"
    rf"(?: {_UPPER}[\w’'-]{{1,14}}){{1,2}}(?:,? [JS]r\.?)?(?: ['’]\d\d)?|(?:{_UPPER}\. ?)+{_UPPER}[\w’'-]{{1,14}})"
)
_PEOPLE = rf"{_PERSON}(?:(?:, | and |, and | & ){_PERSON})*"
_PROPER = r"(?:[Tt]he )?[A-Z][\w’'.& -]{2,40}"
_WORK = (
    r"(?:(?:words|text|story)(?: (?:and|&) \w+)?|(?:photos?|pictures?|photographs) (?:and|&) (?:words|text|story)"
    "|(?:additional |original )?reporting)"
)
_TASK = r"(?:reporter|writer|[Ee]ditor|[Cc]orrespondent|[Cc]olumnist|[Cc]ritic|Reporter|Writer)"
# By Jane Doe, age 10; Words: Jane Doe; Submitted by Jane Doe, secretary; Jane Doe, Rural Reporter.
_BY = re.compile(
    rf"[Bb][Yy]:? {_PEOPLE}(?:,? (?:of |for )?{_PROPER}|, (?:age|aged) \d+\b.{{0,50}}| ?[|•·/] ?.{{3,40}})"
    rf"|(?i:{_WORK}(?::| by)|(?:exclusive|reported|written|compiled|interview) by) {_PEOPLE}"
    rf"|(?:Submitted|Contributed|Answered|Prepared) by (?:{_PEOPLE}(?:, \w+)?|[Tt]he {_PROPER})"
    rf"|(?:Reporter|Writer): (?:{_PEOPLE}|[A-Z]\w+ [A-Z])"
    rf"|{_PERSON}(?:, | ?\| | (?=(?:Local|Staff|Senior|Chief|Special) ))(?:[\w’'&-]+ ){{0,4}}{_TASK}"
    rf"(?:,? (?:in|at|for|of) .{{2,30}})?"
)
_PLACED = re.compile(
    rf"(?:From|FROM) (?P<whence>{_PERSON})(?:,? (?:in |at )?{_PROPER})?|(?:[Ww]ith|and|AND|&) (?P<also>{_PERSON})"
    rf"|(?P<name>{_PEOPLE}) (?:in|at) {_PROPER}|(?P<of>{_PERSON}) ?\| ?.{{3,40}}"
    rf"|(?P<tells>{_PERSON}) (?:reports|writes)(?: (?:from|on) .{{3,30}})?"
    rf"|(?P<below>{_PERSON}),(?: (?:\d+ )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{0,2}},?){{1,3}}"
)
"""Who wrote it and whence, Jane Doe in Springfield; with whom; the name below a letter: if it is known for one."""
_TITLED = re.compile(
    rf"\(?(?:Mrs?|Ms|Dr|Rev|Prof|Sir|Cllr|Col|Capt|Maj|Fr)\.?\)? (?:[A-Z]\. ?)*(?:{_PERSON}|[A-Z][\w’'-]+)"
    rf"(?:,(?: [A-Z][\w’'-]+){{1,3}}| \(retd\.?\))?|(?i:name and address (?:with|supplied|withheld).{{0,20}})"
)
"""The name below a letter, with its title, or none."""
_ALL_PEOPLE = re.compile(_PEOPLE)
_BEHIND = re.compile(rf"[\s|,•·/–-]*{EMAIL}(?:[\s|,•·/–-]+[\d() -]{{7,}})?")
"""An e-mail address behind a name, and a number to ring."""


def latin_score(text: str, *, marked: bool) -> float:
    """How much a text looks like a byline; `marked` says that a sign or brackets set it apart."""
    dated = _DATED.sub("", text)
    # BRIDGET ROE, / The Corner House: below a letter the address goes on.
    marked, text = marked or text.endswith(","), dated.rstrip(",.")
    if _BY.fullmatch(text) or _HOUSE.fullmatch(text):
        return SURELY
    if (named := _BEHIND.sub("", text)) != text:
        found = find_bylines([named])
        return SURELY if (found and found[0].stands_alone) or _ALL_PEOPLE.fullmatch(named) else 0.0
    placed = _PLACED.fullmatch(text)
    if _TITLED.fullmatch(text) or (placed and _is_known(placed[placed.lastgroup or 0])):
        return SIGNED
    return _people_score(text, marked=marked) if _ALL_PEOPLE.fullmatch(text) else 0.0


def _people_score(text: str, *, marked: bool) -> float:
    """The same of what could be names and nothing else, MARTY MOE or TOWN HALL: whose given name is known is one."""
    if text.isupper():
        return 0.0 if _ARTICLES.search(text) else NAMED if _is_known(text) else CAPITALS
    return NAMED if marked or _is_known(text) or "’" in text or "'" in text else PROPER


def _is_known(people: str) -> bool:
    """Whether the first of some people begins with an initial or a known given name."""
    first = people.split(" ", maxsplit=1)[0]
    return first.endswith(".") or first.lower() in GIVEN


def is_title_of_signer(text: str) -> bool:
    """Whether a line says what its writer is, or for whom, below the name: Staff writer."""
    return text.isascii() and len(text) <= 50 and _TITLE.fullmatch(text) is not None
