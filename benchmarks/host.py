"""A host of the search page at the end of a simulated line: fast 4G, 9 Mbit/s and 170 ms to the first byte.

The host itself keeps to that, so that it holds for workers too, which a browser's own simulation leaves out.
"""

from __future__ import annotations

import gzip
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
LATENCY = 0.17  # seconds
LINE = 9_000_000 / 8  # bytes a second
COMPRESSED = (".html", ".js", ".json")


def write_page(site: Path) -> None:
    """Put the search form and its scripts beside the index, in a page of nothing else."""
    layouts = Environment(loader=FileSystemLoader(ROOT / "layouts"), extensions=["jinja2.ext.i18n"], autoescape=True)
    layouts.install_null_translations(newstyle=True)  # type: ignore[attr-defined]  # the i18n extension adds it
    layouts.filters["href"] = str
    layouts.globals["asset"] = lambda name: f"/{name}"
    page = layouts.get_template("search-form.html").render()
    (site / "index.html").write_text(f'<!doctype html><html lang="en"><body>{page}</body></html>', encoding="utf-8")
    for script in (ROOT / "assets").glob("*.js"):
        (site / script.name).write_bytes(script.read_bytes())


@dataclass(slots=True)
class Line:
    """A reader's line to the host: what went over it, and until when it is taken."""

    slow: bool = False
    sent: int = 0
    free: float = 0.0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def carry(self, size: int) -> None:
        """Take the time that `size` bytes take after those that are on the line already."""
        with self.lock:
            self.sent += size
            self.free = max(self.free, time.monotonic() + LATENCY) + size / LINE
            pause = self.free - time.monotonic()
        if self.slow:
            time.sleep(max(0.0, pause))


class Host(SimpleHTTPRequestHandler):
    """A static host that compresses text; every answer goes over the line, headers and all."""

    protocol_version = "HTTP/1.1"
    wbufsize = 1 << 20
    disable_nagle_algorithm = True

    def __init__(self, *args: Any, line: Line, **kwargs: Any) -> None:  # noqa: ANN401 - http.server's own
        """Answer one connection."""
        self.line = line
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:
        """Send a file."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        compressed = path.suffix in COMPRESSED
        if compressed:
            body = gzip.compress(body, 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store" if path.name == "index.html" else "max-age=600")
        if compressed:
            self.send_header("Content-Encoding", "gzip")
        self.line.carry(len(body) + 200)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path) -> Iterator[tuple[str, Line]]:
    """The address of a host of `site`, and the line to it, which is fast until it is told to be `slow`."""
    line = Line()
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=site, line=line)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", line
        server.shutdown()
