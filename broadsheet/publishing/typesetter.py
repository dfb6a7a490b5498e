"""The one door to Typst: a template, fonts and a folder with pictures; JSON in, lengths, places and pages out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import typst

from broadsheet.publishing import disk
from broadsheet.rendering.layout_error import LayoutError
from broadsheet.rendering.printed.fault import TEMPLATE, fault

if TYPE_CHECKING:
    from pathlib import Path

    from broadsheet.publishing.typefaces import Typefaces
    from broadsheet.rendering.printed.job import Json


class Typesetter:
    """Typst with a template, at work in a folder of its own. What is wrong with the template is a LayoutError."""

    def __init__(self, template: str, shown: str, faces: Typefaces, folder: Path, *, laid: bool = False) -> None:
        """Take a template's text, which is `laid` in the folder or will be; `shown` is for diagnostics."""
        self._template = template
        self._shown = shown
        self._folder = folder
        self._faces = faces
        if not laid:
            disk.write(folder / TEMPLATE, template.encode())
        self._compiler = typst.Compiler(
            folder / TEMPLATE, root=folder, font_paths=faces.fonts(), ignore_system_fonts=not faces.system
        )

    def another(self) -> Typesetter:
        """Another one in the same folder, for another thread; the template stays, which this one may be reading."""
        return Typesetter(self._template, self._shown, self._faces, self._folder, laid=True)

    def put(self, file: str, data: bytes) -> None:
        """Lay a picture ready, under the name that jobs call it by."""
        if not disk.stat(self._folder / file):
            disk.write(self._folder / file, data)

    def measured(self, job: Json) -> Json:
        """The lengths that a job of the mode "measure" asks for."""
        self._compile(job, "svg")
        found: Json = json.loads(self._compiler.query("<measured>", field="value", one=True))
        return found

    def pdf(self, job: Json, timestamp: int, *, tagged: bool = True) -> bytes:
        """The pages of a job as one file, said to be made at a time in seconds since 1970.

        It is PDF/UA-1, unless not all of it is `tagged`: what is inside the PDFs that it shows is as it was made. Of
        those, PDF 2.0 takes in any version.
        """
        data = self._compile(job, "pdf", pdf_standards=["ua-1" if tagged else "2.0"], timestamp=timestamp)
        return b"".join(data)

    def set(self, job: Json) -> bytes:
        """The one page of a job of the mode "set" as SVG; `placed` then says where what stands."""
        return b"".join(self._compile(job, "svg"))

    def placed(self, label: str) -> list[Json]:
        """What the template says under a label of the job that was set last."""
        found: list[Json] = json.loads(self._compiler.query(f"<{label}>", field="value"))
        return found

    def _compile(self, job: Json, form: str, **options: Any) -> list[bytes]:  # noqa: ANN401 - Typst's own
        words = json.dumps(job, ensure_ascii=False)
        try:
            data = self._compiler.compile(format=form, sys_inputs={"job": words}, **options)  # type: ignore[arg-type] # a literal
        except typst.TypstError as error:
            found = fault(error.message, error.diagnostic, error.hints, self._template, self._shown)
            raise LayoutError(found) from error
        return data if isinstance(data, list) else [data or b""]
