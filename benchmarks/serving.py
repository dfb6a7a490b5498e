"""How long an editor waits: from a story's file being saved to the open page showing it, in Chromium."""

from __future__ import annotations

import re
import shutil
import socket
import statistics
import subprocess
import time
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from benchmarks.corpus import write, write_corpus
from benchmarks.trees import TREES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from playwright.sync_api import Browser, Page

    from benchmarks.corpus import Corpus, Story
    from benchmarks.generators import Generator

FLAGS = ("--no-sandbox", "--disable-gpu", "--no-first-run")
CHROMIUM = "/usr/bin/chromium"
PATIENCE = 900.0
"""Seconds that a server's first build may take."""
REST = 1.5
"""Seconds between two saves, in which a server does what it left for later."""
# The page may be loaded again on the way to what was typed: what is looked for outlives it, and so does who is told.
WATCH = """
  (function look() {
    const words = sessionStorage.getItem("words");
    if (words && document.body && document.body.textContent.includes(words)) {
      sessionStorage.removeItem("words");
      // After the next frame is drawn it is to be seen.
      requestAnimationFrame(() => setTimeout(() => painted(words)));
    }
    requestAnimationFrame(look);
  })();
"""


@dataclass(frozen=True)
class Waits:
    """Milliseconds from a save to the repainted page, of one server and one kind of edit."""

    server: str
    edit: str
    times: Sequence[float]


def serving(corpus: Corpus, generators: Sequence[Generator], edits: int, tell: Callable[[str], None]) -> list[Waits]:
    """The waits for `edits` of a story's body and as many of its headline, by each server, one after the other."""
    for generator in generators:
        shutil.rmtree(generator.stories, ignore_errors=True)
        generator.forget()
        generator.clear()
        generator.prepare()
    write_corpus(corpus, {generator.name: generator.stories for generator in generators})
    found: list[Waits] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for generator in generators:
            story = corpus.edition(0)[0]
            with _served(generator, tell) as origin:
                found += _waits(browser, generator, corpus, story, origin, edits=edits, tell=tell)
        browser.close()
    return found


def table(waits: Sequence[Waits]) -> str:
    """Medians, least and most, as Markdown."""
    rows = ["| server | edit | median | least | most | saves |", "| --- | --- | --- | --- | --- | --- |"]
    rows += [
        f"| {w.server} | {w.edit} | {statistics.median(w.times):.0f} ms | {min(w.times):.0f} | {max(w.times):.0f}"
        f" | {len(w.times)} |"
        for w in waits
    ]
    return "\n".join(rows) + "\n"


@contextmanager
def _served(generator: Generator, tell: Callable[[str], None]) -> Iterator[str]:
    """The origin of a generator's own server, which is up and has built its paper."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    origin = f"http://127.0.0.1:{port}"
    words = [word for word in generator.words if word != "--quiet"]
    if generator.name == "hugo":
        words = [words[0], "server", "--port", str(port), "--bind", "127.0.0.1", "--cacheDir", str(generator.caches[0])]
    else:
        words = [*words[:2], "serve", "--port", str(port), *words[2:]]
    began = time.monotonic()
    with subprocess.Popen(
        words, cwd=generator.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as process:
        try:
            while not _is_up(origin):
                if process.poll() is not None or time.monotonic() > began + PATIENCE:
                    raise RuntimeError(f"{generator.name} serves nothing")
                time.sleep(0.2)
            tell(f"{generator.name} serves after {time.monotonic() - began:.1f} s")
            yield origin
        finally:
            process.terminate()


def _is_up(origin: str) -> bool:
    try:
        with urllib.request.urlopen(f"{origin}/") as answer:  # noqa: S310 - the server's own
            return bool(answer.status == 200)
    except OSError:
        return False


def _waits(
    browser: Browser,
    generator: Generator,
    corpus: Corpus,
    story: Story,
    origin: str,
    *,
    edits: int,
    tell: Callable[[str], None],
) -> Iterator[Waits]:
    tree = TREES[generator.name]
    path = tree.path(story)
    text = tree.day(corpus, corpus.edition(0))[path]
    page = browser.new_page()
    painted: dict[str, float] = {}
    page.expose_function("painted", lambda words: painted.setdefault(words, time.perf_counter()))
    page.add_init_script(WATCH)
    page.goto(f"{origin}/{story.day:%Y/%m/%d}/{story.slug}/")
    page.wait_for_timeout(2_000)
    kinds: dict[str, Callable[[str], str]] = {
        "body": lambda words: f"{text}\n{words}。\n",
        "headline": lambda words: re.sub(r"(?m)^title: .*$", f'title: "{words}"', text, count=1),
    }
    for kind, edited in kinds.items():
        times = []
        for number in range(edits + 1):
            words = f"第{number}次改{kind}"
            page.evaluate("words => sessionStorage.setItem('words', words)", words)
            began = time.perf_counter()
            write(generator.stories, {path: edited(words)})
            times.append(_seen(page, painted, words) - began)
            page.wait_for_timeout(REST * 1_000)
        # The first finds nothing remembered.
        waits = Waits(f"{generator.name} {generator.version}", kind, [1_000 * wait for wait in times[1:]])
        tell(f"{waits.server} {kind}: {', '.join(f'{wait:.0f}' for wait in waits.times)} ms")
        yield waits
    page.close()


def _seen(page: Page, painted: dict[str, float], words: str) -> float:
    deadline = time.monotonic() + 60
    while words not in painted and time.monotonic() < deadline:
        page.wait_for_timeout(5)
    return painted.get(words, float("inf"))
