"""What the layouts are given: one view a layout, frozen values only.

A layout sees `site` (the same for every page of the paper), `view` (its own, from the table below) and nothing
else; so the digest of both, with the layouts' own digest, says whether a page must be rendered again. Texts are
plain, not HTML, but for the fields named `html`, which are sanitised. Addresses are site-relative (`/2025/04/16/`)
and go through the filter `href`.

| layout | view |
| --- | --- |
| `edition.html` | `EditionView` (`/` and each edition) |
| `page.html` | `PageView` |
| `article.html` | `ArticleView` |
| `listing.html` | `ListingView` (a month of a section or of a byline) |
| `archive.html` | `ArchiveView` |
| `archive-year.html` | `ArchiveYearView` |
| `archive-month.html` | `ArchiveMonthView` |
| `search.html`, `404.html` | `PlainView` |
| `corrections.html` | `CorrectionsView` |
| `imprint.html` | `ImprintView` |
"""

from broadsheet.planning.views.article import (
    ArticleView,
    CorrectionNote,
    PersonRef,
    SharedWords,
)
from broadsheet.planning.views.edition import (
    EditionView,
    PageCredit,
    PageIndex,
    PageView,
    Slot,
)
from broadsheet.planning.views.house import (
    CorrectionsView,
    ImprintView,
    PlainView,
)
from broadsheet.planning.views.lists import (
    ArchiveMonthView,
    ArchiveView,
    ArchiveYearView,
    Calendar,
    Day,
    EditionGroup,
    ListingView,
    MonthRef,
    YearRef,
)
from broadsheet.planning.views.parts import (
    Card,
    EditionRef,
    Figure,
    Link,
    PageRef,
    Site,
)
from broadsheet.planning.views.printed import (
    Area,
    Printed,
    Sheet,
    Thumbnail,
)

__all__ = [
    "ArchiveMonthView",
    "ArchiveView",
    "ArchiveYearView",
    "Area",
    "ArticleView",
    "Calendar",
    "Card",
    "CorrectionNote",
    "CorrectionsView",
    "Day",
    "EditionGroup",
    "EditionRef",
    "EditionView",
    "Figure",
    "ImprintView",
    "Link",
    "ListingView",
    "MonthRef",
    "PageCredit",
    "PageIndex",
    "PageRef",
    "PageView",
    "PersonRef",
    "PlainView",
    "Printed",
    "SharedWords",
    "Sheet",
    "Site",
    "Slot",
    "Thumbnail",
    "YearRef",
]
