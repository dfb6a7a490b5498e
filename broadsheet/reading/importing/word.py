"""A Word file (.docx) to lines: headings, sizes of type, bold, links, tables, text boxes, notes, and its pictures."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import TYPE_CHECKING, Any, cast

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from docx.text.run import Run as WordRun
from lxml import etree

from broadsheet.reading.importing.decoding import NotTextError
from broadsheet.reading.importing.lines import Copy, Line, Run, line_of, sized

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docx.document import Document

_LEVEL = re.compile(r"heading (\d)", re.IGNORECASE)
_NOTES = ("footnotes", "endnotes")
_TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
_USUAL_SIZE = 10.5
"""Points: a Chinese Word file's body, where it says nothing."""


def word_copy(data: bytes) -> Copy:
    """The lines of a Word file. Raises NotTextError where it is none."""
    try:
        document = docx.Document(BytesIO(data))
        lines = _Lines(document)
        lines.read()
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError, etree.XMLSyntaxError) as error:
        raise NotTextError(
            f"it is no Word file that can be read ({type(error).__name__}): save it again as .docx"
        ) from error
    return Copy(sized(lines.copy, _USUAL_SIZE), lines.changed, tuple(lines.rest), tuple(lines.pictures.items()))


@dataclass(slots=True)
class _Lines:
    """Takes a document's lines down in order."""

    document: Document
    copy: list[Line] = field(default_factory=list)
    rest: list[Line] = field(default_factory=list)
    changed: Counter[str] = field(default_factory=Counter)
    pictures: dict[str, bytes] = field(default_factory=dict)
    blank: int = 0

    def read(self) -> None:
        """Take everything down: the body, then what stands at the edges of its pages, then its notes."""
        for element in _parts(self.document.element.body):
            if element.tag == qn("w:tbl"):
                self._table(Table(element, self.document))
            else:
                self._paragraph(Paragraph(element, self.document._body), self.copy)  # noqa: SLF001 - what a paragraph stands in
        seen: set[str] = set()
        for section in self.document.sections:
            for edge in (section.header, section.footer, section.first_page_header, section.first_page_footer):
                for paragraph in edge.paragraphs:
                    if paragraph.text.strip() and paragraph.text not in seen:
                        seen.add(paragraph.text)
                        self._paragraph(paragraph, self.rest)
        for relation in self.document.part.rels.values():
            if relation.reltype.rpartition("/")[2] in _NOTES:
                self._notes(relation.target_part.blob)

    def _table(self, table: Table) -> None:
        cells = [list({id(cell._tc): cell for cell in row.cells}.values()) for row in table.rows]  # noqa: SLF001 - what tells merged cells
        is_layout = any(sum(bool(p.text.strip()) for p in cell.paragraphs) > 1 for row in cells for cell in row)
        if is_layout or len(cells) == 1:
            for cell in (cell for row in cells for cell in row):
                for part in cell.iter_inner_content():
                    self._table(part) if isinstance(part, Table) else self._paragraph(part, self.copy)
            return
        for row in cells:
            runs = [run for cell in row for p in cell.paragraphs for run in (*self._runs(p), Run(" "))]
            self._line(runs, self.copy, self._setting(None, role="row"))

    def _paragraph(self, paragraph: Paragraph, into: list[Line]) -> None:
        before = len(into)
        group: list[Run] = []
        for element in _own_runs(paragraph):
            for name, alt in self._pictures_in(element, paragraph):
                self._line(group, into, self._setting(paragraph))
                group = []
                into.append(replace(self._setting(None), picture=name, alt=alt, text=""))
            run = self._run(element, paragraph)
            first, *others = run.text.split("\n")
            group.append(replace(run, text=first))
            for text in others:
                self._line(group, into, self._setting(paragraph))
                group = [replace(run, text=text)]
        self._line(group, into, self._setting(paragraph))
        if len(into) == before:
            self.blank += 1
        for element in paragraph._p.iter(qn("w:p")):  # noqa: SLF001 - text boxes have no name of their own
            if element is not paragraph._p and _box_of(element) is paragraph._p and not _is_fallback(element):  # noqa: SLF001 - as above
                self._paragraph(Paragraph(cast("Any", element), paragraph._parent), into)  # noqa: SLF001 - as above

    def _line(self, runs: Sequence[Run], into: list[Line], setting: Line) -> None:
        words = [run for run in runs if run.text.strip()]
        bold = bool(words) and all(run.strong for run in words)
        line = line_of(
            runs,
            self.changed,
            replace(setting, bold=bold and not setting.level, number=len(self.copy) + len(self.rest) + 1),
        )
        if line.text:
            into.append(line)
            self.blank = 0

    def _setting(self, paragraph: Paragraph | None, role: str = "") -> Line:
        number = len(self.copy) + len(self.rest) + 1
        if paragraph is None:
            return Line("", number, self.blank, role=role, size=_USUAL_SIZE)
        style = paragraph.style
        name = (style.name or "").casefold() if style else ""
        level = _LEVEL.match(name)
        sizes = [size for element in _own_runs(paragraph) if (size := _size(WordRun(element, paragraph)))]
        styled = next((s.font.size.pt for s in _styles(paragraph) if s.font.size), 0.0)
        indent = paragraph.paragraph_format.first_line_indent
        text = paragraph.text
        return Line(
            "",
            number,
            self.blank,
            indent=2 if (indent and indent.pt > 8) else 2 * (len(text) - len(text.lstrip("\u3000"))),
            level=1 if name == "title" else int(level[1]) if level else 0,
            size=max(sizes, default=0.0) or styled or _USUAL_SIZE,
            centred=paragraph.alignment == WD_ALIGN_PARAGRAPH.CENTER,
            role=role or ("caption" if name == "caption" else "item" if name.startswith("list") else ""),
        )

    def _runs(self, paragraph: Paragraph) -> list[Run]:
        return [self._run(element, paragraph) for element in _own_runs(paragraph)]

    def _run(self, element: Any, paragraph: Paragraph) -> Run:  # noqa: ANN401 - lxml's
        run = WordRun(element, paragraph)
        link = next(element.iterancestors(qn("w:hyperlink")), None)
        target = ""
        if link is not None and (name := link.get(qn("r:id"))) and name in paragraph.part.rels:
            target = paragraph.part.rels[name].target_ref
        return Run(run.text, bool(run.bold), bool(run.italic), target if target.startswith(("http", "mailto:")) else "")

    def _pictures_in(self, element: Any, paragraph: Paragraph) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - lxml's
        for drawing in element.iter(qn("w:drawing"), qn("w:pict")):
            if _is_fallback(drawing) or next(drawing.iterancestors(qn("w:r"))) is not element:
                continue
            alt = next((node.get("descr", "") for node in drawing.iter(qn("wp:docPr"))), "")
            for blip in drawing.iter(qn("a:blip")):
                part = paragraph.part.related_parts.get(blip.get(qn("r:embed"), ""))
                if part is not None:
                    ending = part.partname.ext.casefold().replace("jpeg", "jpg")
                    name = f"picture-{len(self.pictures) + 1}.{ending}"
                    self.pictures[name] = part.blob
                    yield name, alt

    def _notes(self, blob: bytes) -> None:
        root = etree.fromstring(blob, etree.XMLParser(resolve_entities=False, no_network=True))
        for note in root:
            text = "".join(node.text or "" for node in note.iter(_TEXT))
            self._line([Run(text)], self.rest, self._setting(None))


def _parts(element: Any) -> Iterator[Any]:  # noqa: ANN401 - lxml's
    """The paragraphs and tables of a body in order, those in content controls, too."""
    for child in element:
        if child.tag in {qn("w:p"), qn("w:tbl")}:
            yield child
        elif child.tag in {qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml")}:
            yield from _parts(child)


def _own_runs(paragraph: Paragraph) -> Iterator[Any]:
    """The runs of a paragraph, those of links and of tracked insertions among them, but not of text boxes in it."""
    for element in paragraph._p.iter(qn("w:r")):  # noqa: SLF001 - python-docx passes over insertions
        deleted = next(element.iterancestors(qn("w:del")), None)
        if deleted is None and next(element.iterancestors(qn("w:p"))) is paragraph._p:  # noqa: SLF001 - as above
            yield element


def _box_of(element: Any) -> Any:  # noqa: ANN401 - lxml's
    """The paragraph that a text box's paragraph hangs on."""
    return next(element.iterancestors(qn("w:p")), None)


def _is_fallback(element: Any) -> bool:  # noqa: ANN401 - lxml's
    """Whether something is there a second time, for programs that don't know the first."""
    return any(str(above.tag).endswith("}Fallback") for above in element.iterancestors())


def _size(run: WordRun) -> float:
    """The run's own size in points, 0 where its style says."""
    return run.font.size.pt if run.font.size and run.text.strip() else 0.0


def _styles(paragraph: Paragraph) -> Iterator[Any]:
    style = paragraph.style
    while style is not None:
        yield style
        style = style.base_style
