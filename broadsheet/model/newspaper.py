"""The title: what holds for every edition of a newspaper."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlsplit

from broadsheet.model.printed import PrintStyle


@dataclass(frozen=True, slots=True)
class Section:
    """A beat that runs across editions (栏目): its name as printed and its slug in addresses."""

    name: str
    slug: str


@dataclass(frozen=True, slots=True)
class StaffMember:
    """One line of the imprint's staff list."""

    name: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Policy:
    """A published policy (corrections, ethics, …): its name and its address."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Admin:
    """The forms on the site: in which repository they write, and how editors sign in.

    `folder` is the content folder's path in the repository, `site` the address of its host ("" for the best known one),
    `sign_in` that of a service that signs editors in, `app_id` what the host calls the forms. `line` is where
    newspaper.yaml begins to speak of it.
    """

    backend: str
    repo: str
    branch: str = "main"
    folder: str = "content"
    site: str = ""
    sign_in: str = ""
    app_id: str = ""
    line: int = 1


@dataclass(frozen=True, slots=True)
class Newspaper:
    """A newspaper's settings (newspaper.yaml); every one has a default.

    `language` is a BCP 47 tag, `timezone` an IANA name, `url` the site's own address without a trailing slash
    ("" where it is not known yet), `imprint` Markdown that begins on line `imprint_line` of the file. `sections` is
    empty where the paper lists none: then sections are those that its articles name. `checks` are a rule's code and its
    level (`error`, `warning`, `off`); `extensions` are module names, `paper` is how its printed pages look, which
    it has from the date `printed_since` on. `admin` is None where the site has no forms.
    """

    title: str = ""
    subtitle: str = ""
    language: str = "zh-Hans"
    timezone: str = "Asia/Shanghai"
    url: str = ""
    publisher: str = ""
    issn: str = ""
    cn_number: str = ""
    founded: str = ""
    sections: tuple[Section, ...] = ()
    staff: tuple[StaffMember, ...] = ()
    imprint: str = ""
    imprint_line: int = 1
    policies: tuple[Policy, ...] = ()
    checks: tuple[tuple[str, str], ...] = ()
    extensions: tuple[str, ...] = ()
    paper: PrintStyle = field(default_factory=PrintStyle)
    printed_since: date = date.min
    admin: Admin | None = None

    @property
    def base(self) -> str:
        """The path that the site lives under: "" or `/paper`."""
        return urlsplit(self.url).path.rstrip("/")
