"""A page's own file is there and has the page, and each area on it is a story's and on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from broadsheet.checking.rules import closest, did_you_mean
from broadsheet.model.diagnostic import Diagnostic
from broadsheet.model.facsimile import is_inside, size_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from broadsheet.model.archive import Attachment
    from broadsheet.model.facsimile import Facsimile
    from broadsheet.model.picture_file import PdfFile

PDF: Final = ".pdf"


def check_facsimile(facsimile: Facsimile, own: Attachment | None, kinds: Collection[str]) -> Iterator[Diagnostic]:
    """The faults of a page's own file, which is there, `own` if it could be read; `kinds` are endings of pictures."""
    src = facsimile.src
    ending = "." + src.rpartition(".")[2].lower()
    if facsimile.is_pdf and ending != PDF:
        hint = f"write “image: {src}”" if ending in kinds else "save the page as PDF"
        yield _at(facsimile, "wrong-page-file", f'"{src}" is no PDF', hint)
    elif not facsimile.is_pdf and ending not in kinds:
        hint = f"write “pdf: {src}”" if ending == PDF else "save it as JPEG, PNG, WebP, AVIF, HEIC, TIFF, GIF or SVG"
        yield _at(facsimile, "wrong-page-file", f'"{src}" is no picture', hint)
    elif own and own.pdf:
        yield from _check_pdf(facsimile, own.pdf)
    elif own and own.picture and not own.picture.width:
        yield _at(facsimile, "wrong-page-file", f'"{src}" says no size', "give the drawing a viewBox")


def missing_page_file(facsimile: Facsimile, near: Iterable[str]) -> Diagnostic:
    """The fault of a page's own file that is not there; `near` are the names of those in its folder."""
    folder = "".join(facsimile.src.rpartition("/")[:2])
    names = [f"{folder}{name}" for name in sorted(near) if not name.endswith((".md", ".yaml"))]
    guess = closest(facsimile.src, names)
    hint = f'did you mean "{guess}"?' if guess else "put the file beside edition.yaml"
    return _at(facsimile, "missing-page-file", f'no file "{facsimile.src}"', hint)


def check_areas(
    facsimile: Facsimile, own: Attachment | None, slugs: Sequence[str], broken: Collection[str]
) -> Iterator[Diagnostic]:
    """The faults of the areas on a page's own file, `own` if it could be read.

    `slugs` are the edition's stories, the page's own first, `broken` those of stories that could not be read.
    """
    size = size_of(facsimile, own)
    drawn = {area.slug for area in facsimile.areas}
    told: set[str] = set()
    for area in facsimile.areas:
        if area.slug not in slugs and area.slug not in broken and area.slug not in told:
            hint = did_you_mean(area.slug, [slug for slug in slugs if slug not in drawn] or slugs)
            message = f'no story "{area.slug}" for this area'
            yield Diagnostic("unknown-area", message, area.place, hint, area.excerpt)
            told.add(area.slug)
        if not (area.in_shares or size):
            continue
        wide, high = (1.0, 1.0) if area.in_shares or not size else size
        for (x, y), corner, (place, excerpt) in zip(area.corners, area.shares((wide, high)), area.typed, strict=True):
            if not is_inside(corner):
                hint = "shares go from 0 to 1" if area.in_shares else f"it is {wide:g} wide and {high:g} high"
                message = f'the corner {x:g},{y:g} of the area of "{area.slug}" is not on the page'
                yield Diagnostic("area-outside", message, place, hint, excerpt)


def _check_pdf(facsimile: Facsimile, pdf: PdfFile) -> Iterator[Diagnostic]:
    src, sheet, count = facsimile.src, facsimile.sheet, len(pdf.sizes)
    if pdf.fault:
        hint = "save it without one" if "password" in pdf.fault else "export it again"
        yield _at(facsimile, "unreadable-pdf", f'"{src}" {pdf.fault}', hint)
    elif sheet > count:
        message = f'"{src}" has {count} page{"s" if count > 1 else ""}, and no page {sheet}'
        yield _at(facsimile, "no-pdf-page", message, f"the last is {src}#page={count}")
    elif not sheet and count > 1:
        message = f'"{src}" has {count} pages, and this is one'
        yield _at(facsimile, "no-pdf-page", message, f"say which: {src}#page=1")


def _at(facsimile: Facsimile, code: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code, message, facsimile.place, hint, facsimile.excerpt)
