"""One Chromium for all browser tests, and a static host."""

from __future__ import annotations

import os
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import sync_playwright

from broadsheet.desk.server import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser

CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser; where there is none, tests that ask for it are skipped, and fail where CI is set."""
    if not Path(CHROMIUM).exists():
        _without_browser(f"no browser at {CHROMIUM}: apt-get install chromium")
    try:
        playwright = sync_playwright().start()
    except Exception as error:  # noqa: BLE001 - Playwright raises a bare Exception where its driver can't start
        _without_browser(f"Playwright's driver does not start ({error}): apt-get install libatomic1")
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
    yield browser
    browser.close()
    playwright.stop()


@pytest.fixture(autouse=True)
def _pages_closed(request: pytest.FixtureRequest) -> Iterator[None]:
    """Close what a test opened itself: a browser of a hundred pages is a slow one for the tests that follow."""
    if "chromium" not in request.fixturenames:
        yield
        return
    browser: Browser = request.getfixturevalue("chromium")
    shared = [*browser.contexts]
    yield
    for context in browser.contexts:
        if context not in shared:
            context.close()


def _without_browser(reason: str) -> NoReturn:
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


class Host(ThreadingHTTPServer):
    """A folder as Cloudflare Pages serves it: by its own `_headers` and `_redirects`, and its `404.html`."""

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        super().__init__(("127.0.0.1", 0), _Answer)
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def headers(self, path: str) -> dict[str, str]:
        """What `_headers` says of a path: later rules add to earlier ones, unless they take a header away first."""
        found: dict[str, str] = {}
        applies = False
        for line in self._lines("_headers"):
            name, _, value = line.strip().partition(": ")
            if not line.startswith(" "):
                applies = path == line or (line.endswith("*") and path.startswith(line[:-1]))
            elif applies and name.startswith("! "):
                found.pop(name[2:], None)
            elif applies:
                found[name] = f"{found[name]}, {value}" if name in found else value
        return found

    def moved(self, path: str) -> str:
        """Where `_redirects` leads from a path, "" for nowhere."""
        rows = (line.split() for line in self._lines("_redirects"))
        return next((new for old, new, _ in rows if unquote(old) == path), "")

    def _lines(self, name: str) -> list[str]:
        file = self.folder / name
        return file.read_text(encoding="utf-8").splitlines() if file.exists() else []


class _Answer(BaseHTTPRequestHandler):
    server: Host

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        if new := self.server.moved(path):
            self.send_response(301)
            self.send_header("Location", new)
            self.end_headers()
            return
        file = self.server.folder / path.lstrip("/") / ("index.html" if path.endswith("/") else "")
        there = file.is_file()
        file = file if there else self.server.folder / "404.html"
        self.send_response(200 if there else 404)
        for name, value in self.server.headers(path).items():
            self.send_header(name, value)
        self.send_header("Content-Type", KINDS.get(file.suffix.lower(), "application/octet-stream"))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(file.read_bytes())

    def do_HEAD(self) -> None:
        self.do_GET()

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def hosted() -> Iterator[Callable[[Path], Host]]:
    """Puts folders on a static host."""
    hosts: list[Host] = []

    def put(folder: Path) -> Host:
        hosts.append(Host(folder))
        return hosts[-1]

    yield put
    for host in hosts:
        host.shutdown()
        host.server_close()
