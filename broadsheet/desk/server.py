"""A server for one pair of eyes: a folder on the loopback address, with the host's headers.

Every HTML page gets a script (live.js) that listens to `/_live` (server-sent events) for news: how many papers were
published, and what keeps the next one back. The script's address holds the number of papers that the page has seen, so
that one that comes between the page and its script is not missed.
"""

from __future__ import annotations

import json
import sys
import threading
from functools import partial
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote, urlsplit

from broadsheet.desk.forms import ASK, AT, LARGEST
from broadsheet.publishing import disk
from broadsheet.publishing.settings import HOUSE
from broadsheet.rendering.host_files import FORMS_HEADERS, SECURITY_HEADERS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from broadsheet.desk.forms import Forms

HOST = "127.0.0.1"
LIVE = {"/_live.js": HOUSE / "broadsheet/desk/live.js", "/_live.css": HOUSE / "broadsheet/desk/live.css"}
"""The desk's own files, which no paper has."""
TAG = b'<script src="/_live.js?paper=%d"></script></body>'
POLICY = "trusted-types broadsheet"
"""The end of the host's Content-Security-Policy; the desk's script takes pages apart, and so needs a name in it."""
NOTICE = """\
<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Broadsheet</title></head>
<body><main><h1>There is no paper to show yet</h1><pre>%s</pre></main></body>
</html>
"""
HEARTBEAT = 15.0
"""Seconds between signs of life, by which a closed page is noticed."""
KINDS = {
    ".avif": "image/avif",
    ".css": "text/css; charset=utf-8",
    ".gif": "image/gif",
    ".html": "text/html; charset=utf-8",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webp": "image/webp",
    ".xml": "application/xml",
}


class Server(ThreadingHTTPServer):
    """Serves `folder` on a port of the loopback address; port 0 takes a free one.

    `notice` is what a page says while there is no paper: the diagnostics that keep it back.
    """

    paper = 0
    """How many papers were published."""
    faults: Sequence[Mapping[str, Any]] = ()
    """What keeps the next one back, as live.js shows it."""

    forms: Forms | None = None
    """What stands at /admin/."""

    daemon_threads = True

    def __init__(self, folder: Path, port: int) -> None:
        """Take the port. Raises OSError where it is taken."""
        self.changes = threading.Condition()
        self.count = 0
        self.notice = ""
        try:
            super().__init__((HOST, port), partial(_Handler, folder))
        except OSError as error:
            raise OSError(
                error.errno, f"port {port} can't be had: {error.strerror}; --port 0 takes a free one"
            ) from error

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401  as socketserver declares it
        """Say what went wrong with a request; a browser that went away before the end is nothing wrong."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)

    @property
    def address(self) -> str:
        """The address to open, without a trailing slash."""
        return f"http://{HOST}:{self.server_port}"

    def tell(self, faults: Sequence[Mapping[str, Any]] = (), *, published: bool = False) -> None:
        """Tell every open page that another paper was `published`, and what keeps the next one back."""
        with self.changes:
            if published or faults != self.faults:
                self.count += 1
                self.paper += published
                self.faults = faults
                self.changes.notify_all()

    def news(self, seen: int) -> tuple[int, str]:
        """The number of the news, and the news, as soon as it is not `seen`, or after a heartbeat."""
        with self.changes:
            self.changes.wait_for(lambda: self.count != seen, HEARTBEAT)
            return self.count, json.dumps({"paper": self.paper, "faults": self.faults}, ensure_ascii=False)


class _Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"

    def __init__(self, folder: Path, *request: Any) -> None:  # noqa: ANN401 - the base class's own arguments
        self._folder = folder
        super().__init__(*request)

    def do_GET(self) -> None:
        """A file, one of the desk's own, or the stream that its script listens to."""
        path = self._path
        if not self._is_ours():
            self._send(HTTPStatus.FORBIDDEN, ".txt", b"This server answers this machine only.\n")
        elif path == "/_live":
            self._stream()
        elif path in LIVE:
            self._send(HTTPStatus.OK, LIVE[path].suffix, disk.read(LIVE[path]))
        elif self.server.forms and path.startswith(AT):
            self._forms(self.server.forms, path.removeprefix(AT))
        else:
            self._file(PurePosixPath("/", *(part for part in path.split("/") if part)), is_folder=path.endswith("/"))

    def do_HEAD(self) -> None:
        """The same, without the file."""
        self.do_GET()

    def do_POST(self) -> None:
        """What the forms ask of the working folder: for this machine's own pages, and nobody else's."""
        length = self.headers.get("Content-Length", "")
        if not self._is_ours() or self.headers.get("Origin") != f"http://{self.headers['Host']}":
            self._refuse(HTTPStatus.FORBIDDEN, "This server answers its own pages only.")
        elif not self.server.forms or self._path != ASK:
            self._refuse(HTTPStatus.NOT_FOUND, "Nothing is asked here.")
        elif not length.isdecimal() or int(length) > LARGEST:
            self._refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"{LARGEST:,} bytes can be taken at once.")
        else:
            self._send(*self.server.forms.answer(self.rfile.read(int(length))))

    def end_headers(self) -> None:
        """The headers that the host will send, but for the one that would ask for HTTPS."""
        others = FORMS_HEADERS if self.server.forms and self._path.startswith(AT) else {}
        for name, value in {**SECURITY_HEADERS, **others}.items():
            if name != "Strict-Transport-Security":
                self.send_header(name, value.replace(POLICY, f"{POLICY} serve"))
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_: Any) -> None:  # noqa: ANN401 - the base class's own signature
        """Say nothing: the desk's window is for diagnostics."""

    @property
    def _path(self) -> str:
        return unquote(urlsplit(self.path).path)

    def _forms(self, forms: Forms, name: str) -> None:
        answer = forms.page(name, urlsplit(self.path).query)
        if answer:
            self._send(*answer)
        else:
            self._missing()

    def _refuse(self, status: HTTPStatus, why: str) -> None:
        """Refuse what was not read: the connection has no more use."""
        self.close_connection = True
        self._send(status, ".txt", f"{why}\n".encode())

    def _is_ours(self) -> bool:
        """Whether the request names this machine: another site's page must not read the drafts (DNS rebinding)."""
        port = self.server.server_port
        return self.headers.get("Host", "") in {f"{HOST}:{port}", f"localhost:{port}"}

    def _file(self, path: PurePosixPath, *, is_folder: bool) -> None:
        if ".." in path.parts or "\0" in str(path):
            self._missing()
            return
        file = self._folder / path.relative_to("/")
        if not is_folder and (file.is_dir() or (self.server.forms and f"{path}/" == AT)):
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", quote(f"{path}/"))
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        file = file / "index.html" if is_folder else file
        try:
            data = disk.read(file)
        except OSError:
            self._missing()
        else:
            self._send(HTTPStatus.OK, file.suffix.lower(), data)

    def _missing(self) -> None:
        try:
            page = disk.read(self._folder / "404.html")
        except OSError:
            page = (NOTICE % escape(self.server.notice)).encode()
        self._send(HTTPStatus.NOT_FOUND, ".html", page)

    def _send(self, status: HTTPStatus, ending: str, body: bytes) -> None:
        if ending == ".html":
            body = body.replace(b"</body>", TAG % self.server.paper)
        self.send_response(status)
        self.send_header("Content-Type", KINDS.get(ending, "application/octet-stream"))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _stream(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        up_to_date = urlsplit(self.path).query == f"paper={self.server.paper}" and not self.server.faults
        seen = self.server.count if up_to_date else -1
        try:
            while True:
                now, news = self.server.news(seen)
                self.wfile.write(b": here\n\n" if now == seen else f"event: news\ndata: {news}\n\n".encode())
                self.wfile.flush()
                seen = now
        except OSError:
            return
