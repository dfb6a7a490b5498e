"""The grammar of Chinese bylines: 本报记者 张某 通讯员 李某 文/图."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from broadsheet.model.byline import Person
from broadsheet.reading.byline.marks import BAR, BETWEEN, BRACKETED, COLON, MARKS, ODD, REMARK
from broadsheet.reading.byline.names import (
    DOTTED,
    HAN,
    LATIN,
    MIXED_FIRST,
    MIXED_LAST,
    could_be_name,
    is_hardly_copy,
    is_mixed_name,
    is_place,
    is_surely_name,
    is_surnamed,
)
from broadsheet.reading.byline.roles import (
    CLOSING,
    CLOSING_WORDS,
    DATELINE,
    ENDS_IN_CRAFT,
    GLUED,
    HOUSE,
    ISSUED,
    OPENING_ROLE,
    ROLE,
    STAFF,
)

if TYPE_CHECKING:
    from collections.abc import Callable

_NAME = re.compile(
    rf"(?P<dotted>{DOTTED})"
    rf"|(?P<mixed>{MIXED_FIRST}?(?={GLUED})|{MIXED_FIRST}(?!\w)|{MIXED_LAST})"
    rf"|(?P<spaced>{HAN}[ \u3000\t\xa0]+{HAN})(?=[摄攝]?(?!{HAN}))"
    rf"|{HAN}{{2,4}}?(?={GLUED})"
    rf"|{HAN}{{2,4}}(?!\w)"
    rf"|{HAN}{{2,4}}(?=[和与與及]{HAN}{{2,4}}(?!{HAN}))"
    rf"|(?P<latin>{LATIN})"
)
_DOTTED = re.compile(DOTTED)
_JOINED = re.compile(f"[和与與及](?={HAN})")
_FOLLOWING = re.compile(f"(?:本[报報]|新华社)?{STAFF}|{CLOSING}")
_HAN = re.compile(HAN)
# 本报讯（体育部 李某）: whose people the names are, before them in the brackets.
_OFFICE = re.compile(rf"{HAN}{{1,10}}[部局委办院校系处科室会团站所厅队镇乡]\s+(?={HAN}{{2,3}}\s*$)")
_SPACE = re.compile(r"\s+")
_OURS = frozenset(("本报", "本報", "本刊", "本网", "本網", "本台", "本臺", "本社"))


def chinese_people(text: str, *, running: bool = False) -> tuple[Person, ...]:
    """Give the people of a byline with Han characters in it, in order.

    What can't be read as a name is passed over; then only those are people who have a role and, if Han was passed
    over, which may be copy, whose names are surely names. Text with a sentence's marks in it names nobody.
    `running` is for text found in a story's copy: every name must then be surely one, and have a role or stand
    in the brackets of a dateline, 本报讯（李某）.
    """
    issued = ISSUED.match(text)
    opening = issued or DATELINE.match(text)
    agency = (opening["agency"] or "") if opening else ""
    start = opening.end() if opening else 0
    bracket = BRACKETED.match(text, start)
    end = len(text)
    if bracket:
        start, end = bracket.span(bracket.lastindex or 0)
        office = _OFFICE.match(text, start, end) if opening else None
        start = office.end() if office else start
    in_copy = is_hardly_copy if bracket else is_surely_name
    reader = _Reader(text, start, end, in_copy if running else could_be_name, running, bool(bracket) or not running)
    people = reader.people(agency, every=issued is not None)
    if running and not all(person.role or (opening and is_surely_name(person.name)) for person in people):
        return ()
    return people


@dataclass(slots=True)
class _Credit:
    """A name met, with the roles printed before and after it."""

    start: int
    end: int
    name: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    org: str
    crafted: bool


@dataclass(slots=True)
class _Reader:
    """Reads one byline from left to right.

    `group` holds the names since the last role. `due` says that a role has been read whose names must follow,
    `housed` that an organisation stands alone before what follows (新华社 李某), `crafted` that the role says
    what was done (文, 摄影) and not only what somebody is (记者). If `lenient`, words that are no names are passed
    over, and `odd` holds them.
    """

    text: str
    position: int
    end: int
    is_name: Callable[[str], bool]
    running: bool
    lenient: bool
    credits: list[_Credit] = field(default_factory=list)
    group: list[_Credit] = field(default_factory=list)
    roles: tuple[str, ...] = ()
    org: str = ""
    due: bool = False
    housed: bool = False
    crafted: bool = False
    of_the_desk: bool = False
    crafts_follow: bool = False
    odd: str = ""

    def people(self, agency: str, *, every: bool) -> tuple[Person, ...]:
        """Give the people; reporters (or `every` one) with no organisation of their own are `agency`'s."""
        self._pass(MARKS)
        self.crafts_follow = self._do_crafts_follow()
        found = OPENING_ROLE.match(self.text, self.position, self.end)
        if found and not ROLE.match(self.text, self.position, self.end):
            self._staff(found)
            self._pass(BETWEEN)
        while self.position < self.end:
            if not (
                self._role() or (self.due and self._name()) or self._closing() or self._name() or self._house()
            ) and not (self.lenient and self._pass_over()):
                return ()
            self._pass(BETWEEN)
        if self.due and not self.lenient:
            return ()
        return tuple(_person(credit, agency, every=every) for credit in self.credits if self._is_kept(credit))

    def _do_crafts_follow(self) -> bool:
        """Whether the byline is set 李某 文 王某 图 and not 文 李某 图 王某: its first and last words tell."""
        first = ROLE.match(self.text, self.position, self.end)
        if first and first["craft"]:
            return False
        return ENDS_IN_CRAFT.search(self.text, self.position, self.end) is not None

    def _role(self) -> bool:
        found = ROLE.match(self.text, self.position, self.end)
        if found is None or (self.due and self._is_spaced_name()):
            return False
        if self.running and found["craft"] and _HAN.match(self.text, found.end(), self.end):
            # 翻译成书, 采访高峰: in copy these are verbs.
            return False
        if found["staff"]:
            self._staff(found)
        elif found["craft"] and self.group and self._closes_group(found.end()):
            self._craft_after(_SPACE.sub("", found["craft"]))
            self.position = found.end()
        else:
            word = found["craft"] or found["desk"] or found["by"]
            self._role_before(_SPACE.sub("", word), found["craft_org"] or "", found.end())
            self.crafted = True
            self.of_the_desk = found["desk"] is not None
        return True

    def _is_spaced_name(self) -> bool:
        """Whether 文　某, a name set wide, stands where a name is due and not the role 文."""
        found = _NAME.match(self.text, self.position, self.end)
        return found is not None and found["spaced"] is not None

    def _staff(self, found: re.Match[str]) -> None:
        org, role = (found["staff_org"] or "").strip("《》"), found["staff"]
        if len(org) > len("本报") and org[:2] in _OURS:
            org, role = org[:2], org[2:] + role
        elif is_place(org):
            org, role = "", org + role
        self._role_before(role, org, found.end())
        self.of_the_desk = False

    def _role_before(self, word: str, org: str, end: int) -> None:
        if not self.due:
            self.roles, self.crafted = (), False
            self.group = []
            self.org = self.org if self.housed else ""
        self.roles += (word,)
        self.org = org or self.org
        self.due, self.housed = True, False
        self.position = end
        self._pass(COLON)

    def _closes_group(self, end: int) -> bool:
        """Whether a craft that stands behind names (and ends at `end`) is theirs, not the next names'."""
        if COLON.match(self.text, end, self.end) or (not self.crafts_follow and BAR.match(self.text, end, self.end)):
            return False
        following = _match_end(BETWEEN, self.text, end, self.end)
        if self.crafts_follow or following >= self.end:
            return True
        return _FOLLOWING.match(self.text, following, self.end) is not None

    def _craft_after(self, word: str) -> None:
        uncrafted = [credit for credit in self.group if not credit.crafted]
        for credit in uncrafted or self.group[-1:]:
            if credit.crafted and len(self.group) > 1:
                # 文/李某 王某 摄: the second name belongs to the role behind it.
                credit.before = ()
            credit.after += (word,)
            credit.crafted = True
        self.group = []
        self.roles = () if self.crafted else self.roles

    def _closing(self) -> bool:
        found = CLOSING_WORDS.match(self.text, self.position, self.end)
        if found is None or (found["place"] and is_surnamed(found["place"]) and self.is_name(found["place"])):
            return False
        self.position = found.end()
        return True

    def _name(self) -> bool:
        found = _NAME.match(self.text, self.position, self.end)
        if found is None:
            return False
        name = _SPACE.sub(" " if found["latin"] else "", found[0])
        if found["latin"]:
            # One Latin word in copy is an abbreviation: 记者 AI.
            is_name = " " in name or not self.running
        elif found["mixed"]:
            is_name = is_mixed_name(name, surely=self.running or not self.roles)
        else:
            is_name = found["dotted"] is not None or self._is_name(name, found.start())
        if not is_name:
            return False
        credit = _Credit(found.start(), found.end(), name, self.roles, (), self.org, self.crafted)
        if not self.of_the_desk:
            self.credits.append(credit)
        self.group.append(credit)
        self.due = False
        self.position = found.end()
        self._pass(_JOINED)
        return True

    def _is_name(self, name: str, start: int) -> bool:
        if self.running and start and _HAN.match(self.text, start - 1) and not is_surely_name(name):
            # （记者 卓玛） has a name, （记者注） a verb.
            return False
        # Four characters with no role and no known surname are a phrase: 综合报道, 资料图片.
        return self.is_name(name) and (bool(self.roles) or len(name) <= len("老渔翁") or is_surnamed(name))

    def _pass_over(self) -> bool:
        """Pass over a word that is no name, after which no name is due, or a remark on a name: 李某（实习）."""
        remark = REMARK.match(self.text, self.position, self.end) if self.group and not self.due else None
        found = remark or ODD.match(self.text, self.position, self.end)
        if found is None:
            return False
        self.odd += "" if remark else found[0]
        self.due = False
        self.position = found.end()
        return True

    def _is_kept(self, credit: _Credit) -> bool:
        if not self.odd:
            return True
        if not (credit.before or credit.after):
            return False
        name = credit.name
        if _HAN.search(self.odd) is None or " " in name:
            return True
        return is_surely_name(name) or is_mixed_name(name, surely=True) or _DOTTED.fullmatch(name) is not None

    def _house(self) -> bool:
        found = HOUSE.match(self.text, self.position, self.end)
        if found is None or self.due:
            return False
        self.position = found.end()
        if self.group and self.position >= self.end:
            for credit in self.group:
                credit.org = credit.org or found[0]
        else:
            self.roles, self.group, self.org, self.housed = (), [], found[0], True
        return True

    def _pass(self, pattern: re.Pattern[str]) -> None:
        self.position = _match_end(pattern, self.text, self.position, self.end)


def _person(credit: _Credit, agency: str, *, every: bool) -> Person:
    role = " ".join(credit.before + credit.after)
    org = credit.org or (agency if every or "记者" in role or "記者" in role else "")
    return Person(credit.name, role, org, credit.start, credit.end)


def _match_end(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    found = pattern.match(text, start, end)
    return found.end() if found else start
