"""A server for one pair of eyes: the output folder on the loopback address, with the host's headers.

Every HTML page gets a script that waits for a word from `/_reload` (server-sent events) and loads the page again.
"""

from __future__ import annotations

import threading
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from broadsheet.rendering.host_files import SECURITY_HEADERS

if TYPE_CHECKING:
    from pathlib import Path

HOST = "127.0.0.1"
SCRIPT = b"""new EventSource("/_reload").addEventListener("reload", () => location.reload());\n"""
TAG = b'<script src="/_reload.js" defer></script></body>'
HEARTBEAT = 15.0
"""Seconds between signs of life, by which a closed page is noticed."""


class Server(ThreadingHTTPServer):
    """Serves `folder` on a port of the loopback address; port 0 takes a free one."""

    daemon_threads = True

    def __init__(self, folder: Path, port: int) -> None:
        """Take the port. Raises OSError where it is taken."""
        folder.mkdir(parents=True, exist_ok=True)
        self.changes = threading.Condition()
        self.count = 0
        super().__init__((HOST, port), partial(_Handler, directory=str(folder)))

    @property
    def address(self) -> str:
        """The address to open, without a trailing slash."""
        return f"http://{HOST}:{self.server_port}"

    def reload(self) -> None:
        """Make every open page load again."""
        with self.changes:
            self.count += 1
            self.changes.notify_all()


class _Handler(SimpleHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {  # noqa: RUF012 - as the base class has it
        ".js": "text/javascript; charset=utf-8",
        ".css": "text/css; charset=utf-8",
        ".html": "text/html; charset=utf-8",
        ".json": "application/json",
        ".svg": "image/svg+xml",
        ".avif": "image/avif",
        ".webp": "image/webp",
        ".wasm": "application/wasm",
    }

    def do_GET(self) -> None:
        """A file, the script that reloads, or the stream it listens to."""
        if not self._is_ours():
            self.send_error(HTTPStatus.FORBIDDEN)
        elif self.path == "/_reload":
            self._stream()
        elif self.path == "/_reload.js":
            self._send(HTTPStatus.OK, "text/javascript; charset=utf-8", SCRIPT)
        elif (found := self._page()) is not None:
            status, page = found
            self._send(status, "text/html; charset=utf-8", page.replace(b"</body>", TAG))
        else:
            super().do_GET()

    def end_headers(self) -> None:
        """The headers that the host will send, but for the one that would ask for HTTPS."""
        for name, value in SECURITY_HEADERS.items():
            if name != "Strict-Transport-Security":
                self.send_header(name, value)
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_: Any) -> None:  # noqa: ANN401 - the base class's own signature
        """Say nothing: the desk's window is for diagnostics."""

    def _is_ours(self) -> bool:
        """Whether the request names this machine: another site's page must not read the drafts (DNS rebinding)."""
        port = self.server.server_port
        return self.headers.get("Host", "") in {f"{HOST}:{port}", f"localhost:{port}"}

    def _page(self) -> tuple[HTTPStatus, bytes] | None:
        path = unquote(urlsplit(self.path).path)
        file = self.translate_path(self.path)
        if path.endswith("/"):
            file = f"{file.rstrip('/')}/index.html"
        try:
            if not file.endswith(".html"):
                return None
            with open(file, "rb") as page:  # noqa: PTH123 - translate_path gives a text
                return HTTPStatus.OK, page.read()
        except OSError:
            try:
                with open(f"{self.directory}/404.html", "rb") as page:  # noqa: PTH123 - as above
                    return HTTPStatus.NOT_FOUND, page.read()
            except OSError:
                return None

    def _send(self, status: HTTPStatus, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _stream(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        seen = self.server.count
        try:
            while True:
                with self.server.changes:
                    self.server.changes.wait_for(lambda: self.server.count != seen, HEARTBEAT)
                    word = "event: reload\ndata: \n\n" if self.server.count != seen else ": here\n\n"
                    seen = self.server.count
                self.wfile.write(word.encode())
                self.wfile.flush()
        except OSError:
            return
