"""The grammar of English bylines: By Jane Doe and Richard Roe in Tianjin, Staff Writers."""

from __future__ import annotations

import re
from dataclasses import replace

from broadsheet.model.byline import Person
from broadsheet.reading.byline.names import ADDRESS

_UPPER = "A-Z\u00c0-\u00d6\u00d8-\u00de\u0100-\u017d"
_PARTICLE = "(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|el|al|bin|ibn|bint|ter|ten|zu|af|av|ap|y) "
_NO_NAME = (
    r"(?:[JS][Rr]|AND|WITH|IN|BY|FOR|OF|AT|FROM|THE|And|With|In|By|For|Of|At|From|The|Our|OUR)\b|\w+ [Bb][Yy]\b"
    r"|(?:Staff|Special|Senior|Contributing|Chief) (?:Writer|Reporter|Correspondent|Editor|Photographer|Critic)"
)
_TITLED = r"(?:St|Dr|Mr|Mrs|Ms|Prof)\."
_WORD = rf"(?!{_NO_NAME})(?:{_TITLED}|(?:[Aa]l-|[Ee]l-|[dl]['’])?[{_UPPER}](?:\.(?:[{_UPPER}]\.)*|[\w'’-]*))"
_SUFFIX = r"(?:,? (?:[JS][Rr]\b\.?|III\b|II\b|IV\b))?"
_NAME = re.compile(f"(?:{_PARTICLE})*{_WORD}(?: (?:{_PARTICLE})*{_WORD}){{0,4}}{_SUFFIX}")

_WORK = (
    "(?:additional |written |original )?(?:story|stories|words?|text|photos?|photographs?|photography|pictures?|images?"
    "|illustrations?|illustrated|graphics?|video|written|reported|reporting|compiled|translated|translation|interview"
    "|report|review|drawings?|maps?|cartoon|analysis|opinion|recipes?|edited|editing)"
)
_LABEL = re.compile(rf"(?P<role>{_WORK}(?:\s*(?:,|/|&|\band\b)\s*{_WORK})*(?:\s+by\b|\s*:)|by\b)[\s:]*", re.IGNORECASE)
_EDITED = re.compile("edit", re.IGNORECASE)
_TITLES = "(?:writer|reporter|correspondent|editor|photographer|columnist|critic|contributor|intern|analyst|chief)s?"
_TITLE = re.compile(
    rf"(?:(?!(?:and|with)\b)[\w'’&-]+ ){{0,4}}{_TITLES}\b(?: (?:for|of|at|in) [\w'’ -]+)?", re.IGNORECASE
)
_HOUSES = (
    "reuters|ap|afp|upi|xinhua|bloomberg|staff|agency|agencies|press|news|times|guardian|bureau|desk|team|services?|wires?"
    "|journal|herald|tribune|gazette|chronicle|courier|observer|telegraph|bbc|cnn|npr|getty|images|dpa|efe|ansa|tass"
    "|kyodo|yonhap|newspaper|newsroom|media|tv|radio|network|board|editors|editorial|correspondents|reporters|writers"
    "|reports?|january|february|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
)
_HOUSE_PART = r"(?!(?:and|with|by|in|for)\b)[\w.'’-]+"
_HOUSE = re.compile(rf"(?P<what>(?:{_HOUSE_PART} ){{0,4}}(?:{_HOUSES})\b(?: {_HOUSE_PART}){{0,2}})", re.IGNORECASE)
# Words for a paper's own people or for several agencies: nobody's organisation.
_NO_HOUSE = re.compile(
    "(?:(?:the|our|own|wire|news) )*"
    "(?:staff|agency|agencies|wires?|reports?|services?|reporters|correspondents|writers)",
    re.IGNORECASE,
)
_NO_PERSON = re.compile(rf"\b(?:{_HOUSES})\b|(?<!\. )\b{_TITLES}\b", re.IGNORECASE)
_PROPER = (
    rf"(?:the\s+)?(?P<what>(?:The )?(?!{_NO_NAME})[{_UPPER}][\w.'’-]*(?: (?!{_NO_NAME})[{_UPPER}][\w.'’-]*){{0,4}})"
)
_WHERE = re.compile(rf"\s+(?P<how>(?i:in|at|for|of))\s+{_PROPER}")
_SPECIAL = re.compile(rf"(?i:special\s+)?(?i:to|for)\s+{_PROPER}")
_PLACE = re.compile(rf"[{_UPPER}][\w.'’-]*(?=\s*(?:$|[,;/|]|and\b))")
_BETWEEN = re.compile(rf"(?:\s|[,;/|&()—–·•]|-(?=\s)|\.(?=\s|$)|\b(?:and|with)\b|{ADDRESS})*", re.IGNORECASE)


def english_people(text: str, *, running: bool = False) -> tuple[Person, ...]:
    """Give the people of a byline in Latin letters; none where any part of `text` is not understood.

    `running` is for text found in a story's copy: there a name has two words at least, and a role, and a label
    with a colon (Report: Green Hills) is copy.
    """
    people: list[Person] = []
    role, told = "", 0
    position = _after_between(text, 0)
    while position < len(text):
        if label := _LABEL.match(text, position):
            if running and not label["role"].lower().endswith("by"):
                return ()
            role, told = label["role"].rstrip(": "), len(people)
            position = label.end()
        elif named := _person(text, position, role, people, running=running):
            person, position = named
            if not _EDITED.search(role):
                people.append(person)
        elif behind := _behind(text, position, people, told):
            position, told = behind
        else:
            return ()
        position = _after_between(text, position)
    return () if running and not all(person.role for person in people) else tuple(people)


def _person(text: str, position: int, role: str, people: list[Person], *, running: bool) -> tuple[Person, int] | None:
    """Give the person named at `position`, and where that ends, place and house behind `in`, `for`, `of` included."""
    found = _NAME.match(text, position)
    if found is None or _NO_PERSON.search(found[0]):
        return None
    # One initial alone is a name that ends its sentence: "Story by A. Photos by B."
    name = found[0].removesuffix(".") if len(found[0]) == len("A.") else found[0]
    if " " not in name and (running or not role or any(" " in person.name for person in people)):
        return None
    end = found.end()
    org = ""
    if where := _WHERE.match(text, end):
        org = "" if where["how"].lower() in {"in", "at"} else where["what"]
        end = where.end()
    return Person(name, role, org, position, position + len(name)), end


def _behind(text: str, position: int, people: list[Person], told: int) -> tuple[int, int] | None:
    """Tell the people since `told` their title or house, where one is printed here; give where it ends."""
    if people and (title := _TITLE.match(text, position)):
        people[told:] = [replace(person, role=title[0]) for person in people[told:]]
        return title.end(), len(people)
    if house := _SPECIAL.match(text, position) or _HOUSE.match(text, position):
        name = house["what"]
        if not _NO_HOUSE.fullmatch(name):
            people[told:] = [replace(person, org=person.org or name) for person in people[told:]]
        return house.end(), told
    # One word behind a full name is a place or a degree: "Jane Doe, Tianjin".
    if people and (word := _PLACE.match(text, position)):
        return word.end(), told
    return None


def _after_between(text: str, position: int) -> int:
    found = _BETWEEN.match(text, position)
    return found.end() if found else position
