"""How search does at scale: `python benchmarks/search.py 100000 200` indexes a generated paper and asks it.

The paper is the same for the same number of stories: ten a day up to the end of 2025, 600 to 900 characters each, of
60,000 words that are spread as words are. It prints seconds and memory of the indexing, then, from Chromium on a
simulated fast 4G line (9 Mbit/s, 170 ms to the first byte, nothing cached, text compressed as hosts do; the host
keeps to that itself, so that it holds for workers too):

- recall and precision of random substrings of 2 to 8 characters against the truth, with every issue searched;
- time and bytes until the first results stand and until the search has ended, of the same substrings and of words that
  only one story of the oldest days has.

Needs the `test` extra and Chromium at /usr/bin/chromium. `--folder` keeps the paper for the next run.
"""

# ruff: noqa: S311, T201 - a generated paper is no secret, and a command prints

from __future__ import annotations

import argparse
import datetime as dt
import gzip
import itertools
import random
import resource
import statistics
import tempfile
import threading
import time
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader
from playwright.sync_api import sync_playwright

from broadsheet.model.edition import EditionKey
from broadsheet.publishing.gram_directory import shelf_files
from broadsheet.publishing.search_index import build_bundle
from broadsheet.rendering.search.bundles import plan_bundles, write_directory
from broadsheet.rendering.search.document import SearchDocument, copies
from broadsheet.rendering.search.edition import bundle_documents, edition_entries
from broadsheet.rendering.search.grams import plan_shelves

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parents[1]
LANGUAGE = "zh-Hans"
A_DAY = 10
NEWEST = dt.date(2025, 12, 21)
LATENCY = 0.17  # seconds
TYPING = 1_000  # milliseconds from the focus of the field to the query
LINE = 9_000_000 / 8  # bytes a second
COMPRESSED = (".html", ".js", ".json")
RARE = "龘靐齉爩鱻麤龗灪籱饢驫爨"  # in no generated word; each three in a row are one story's


class Corpus:
    """A generated paper; an edition is written again whenever it is asked for."""

    def __init__(self, stories: int) -> None:
        """Make up the words, and spread the stories over the days."""
        rng = random.Random(1)
        characters = [chr(point) for point in range(0x4E00, 0x4E00 + 3_500)]
        rng.shuffle(characters)
        spread = list(itertools.accumulate(1 / (place + 20) for place in range(len(characters))))
        lengths = rng.choices((1, 2, 3, 4), (1, 14, 3, 2), k=60_000)
        self.words = ["".join(rng.choices(characters, cum_weights=spread, k=length)) for length in lengths]
        self.spread = list(itertools.accumulate(1 / (place + 15) for place in range(len(self.words))))
        days = -(-stories // A_DAY)
        self.counts = {
            EditionKey(NEWEST - dt.timedelta(days=days - 1 - day)): min(A_DAY, stories - day * A_DAY)
            for day in range(days)
        }

    def edition(self, key: EditionKey) -> list[SearchDocument]:
        """The stories of one day."""
        rng = random.Random(key.date.toordinal())
        return [self._story(key.date, number, rng) for number in range(self.counts[key])]

    def _story(self, date: dt.date, number: int, rng: random.Random) -> SearchDocument:
        own = rng.choices(self.words, cum_weights=self.spread, k=60)
        length = rng.randint(600, 900)
        paragraphs: list[str] = []
        while sum(map(len, paragraphs)) < length:
            words = rng.choices(self.words, cum_weights=self.spread, k=60)
            told = [rng.choice(own) if rng.random() < 0.4 else word for word in words]
            stops = ["".join(told[start : start + 8]) + rng.choice("，，，。；") for start in range(0, 60, 8)]
            paragraphs.append("".join(stops))
        age = (date - min(self.counts).date).days
        if age < len(RARE) - 2 and number == 0:
            paragraphs[-1] += RARE[age : age + 3]
        return SearchDocument(
            address=f"/{date:%Y/%m/%d}/story-{number}/",
            language=LANGUAGE,
            title="".join(own[:7]),
            date=date,
            byline="记者 王某",
            people=("王某",),
            paragraphs=tuple(paragraphs),
            section=rng.choice(["要闻", "城事", "文化", "经济"]),
            page_name="头版",
            page_number="A01",
        )


def index(corpus: Corpus, folder: Path) -> None:
    """Plan and build as a press does, and say what it took."""
    began = time.monotonic()
    entries = [entry for key in corpus.counts for entry in edition_entries(corpus.edition(key), LANGUAGE)]
    bundles = plan_bundles(entries)
    print(f"plan: {len(bundles)} bundles, {time.monotonic() - began:.0f} s")
    grams = folder / "grams"
    for bundle in bundles:
        documents = bundle_documents(bundle, corpus.edition, LANGUAGE)
        build_bundle(documents, LANGUAGE, folder / "site/pagefind" / bundle.name, grams / bundle.name, folder / "work")
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(
        f"indexing: {time.monotonic() - began:.0f} s, {own.ru_utime + own.ru_stime:.0f} s of processor in Python (with "
        f"writing the corpus) and {children.ru_utime + children.ru_stime:.0f} s in Pagefind; "
        f"peak memory {own.ru_maxrss / 1024:.0f} + {children.ru_maxrss / 1024:.0f} MB"
    )
    began = time.monotonic()
    shelves = plan_shelves(bundles)
    sizes = []
    for shelf in shelves:
        for path, data in shelf_files(shelf, [grams / name for name in shelf.bundles]):
            (folder / "site" / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / "site" / path).write_bytes(data)
            sizes.append(len(data))
    directory = write_directory(bundles, shelves)
    (folder / "site/pagefind/bundles.json").write_text(directory, encoding="utf-8")
    print(
        f"gram directory: {len(sizes)} files, {sum(sizes) / 1e6:.1f} MB, at most {max(sizes, default=0)} bytes each, "
        f"{time.monotonic() - began:.0f} s; bundles.json {len(gzip.compress(directory.encode()))} bytes compressed"
    )


def write_page(site: Path) -> None:
    """The search form and its scripts, in a page of nothing else."""
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

    slow: bool = True
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


ASK = """async (question) => {
  const began = performance.now();
  const first = {};
  const answered = new Promise((resolve) => {
    self.searching.addEventListener("message", function hear({ data }) {
      if (data.id !== question.id) return;
      if (data.results?.length > 0) first.after ??= performance.now() - began;
      if (data.type === "results" && !data.done) return;
      self.searching.removeEventListener("message", hear);
      resolve(data);
    });
  });
  self.searching.postMessage({ type: "search", filters: {}, sort: "newest", step: 10, ...question });
  const answer = await answered;
  const addresses = answer.results?.map(({ address }) => address);
  return { ...answer, results: addresses, first: first.after, ended: performance.now() - began };
}"""
CATCH = """
  const Own = self.Worker;
  self.Worker = class extends Own { constructor(...all) { super(...all); self.searching = this; } };
"""
TYPE = """(query) => {
  const list = document.querySelector("[data-search-results]");
  const began = performance.now();
  self.times = {};
  const look = () => {
    if (list.querySelector("a")) times.first ??= performance.now() - began;
    if (list.hasAttribute("aria-busy")) return;
    times.ended ??= performance.now() - began;
    times.first ??= times.ended;
  };
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true });
  const field = document.querySelector("[type=search]");
  field.value = query;
  field.form.requestSubmit();
}"""


def substrings(corpus: Corpus, count: int) -> list[str]:
    """Random substrings of 2 to 8 characters of random stories."""
    rng = random.Random(4)
    chosen = []
    for key in rng.choices([*corpus.counts], k=count):
        copy = rng.choice(rng.choice(corpus.edition(key)).paragraphs)
        length = rng.randint(2, 8)
        start = rng.randrange(len(copy) - length)
        chosen.append(copy[start : start + length])
    return chosen


def truth(corpus: Corpus, queries: Sequence[str]) -> dict[str, list[str]]:
    """The addresses of the stories that have each query, newest first."""
    found: dict[str, list[str]] = {query: [] for query in queries}
    for key in reversed(corpus.counts):
        for story in corpus.edition(key):
            copy = "\n".join(copies(story))
            for query, addresses in found.items():
                if query in copy:
                    addresses.append(story.address)
    return found


def opened(browser: Browser, origin: str) -> Page:
    """The search page in a browser that has nothing of it yet."""
    page = browser.new_context().new_page()
    page.add_init_script(CATCH)
    page.goto(origin)
    return page


def judge(page: Page, known: dict[str, list[str]]) -> None:
    """Print recall and precision of every query, all issues searched."""
    page.focus("[type=search]")
    right = wrong = missed = 0
    waits = []
    for number, (query, addresses) in enumerate(known.items()):
        answer = page.evaluate(ASK, {"id": -1 - number, "query": f'"{query}"', "limit": 300})
        waits.append(answer["ended"])
        given = set(answer["results"])
        expected = set(addresses) if answer["total"] <= 300 else given & set(addresses)
        right += len(given & expected)
        # Beyond 300 stories only their number is compared.
        wrong += len(given - set(addresses)) + max(0, answer["total"] - max(len(addresses), len(given)))
        missed += len(expected - given) + max(0, len(addresses) - answer["total"]) * (answer["total"] > 300)
    print(
        f"recall {right / (right + missed):.4f}, precision {right / (right + wrong):.4f} over {len(known)} substrings, "
        f"{sum(map(len, known.values()))} hits; {statistics.median(waits):.0f} ms a query in the middle with all "
        f"issues searched, {max(waits):.0f} ms at most, on a fast line"
    )


def time_first(browser: Browser, origin: str, line: Line, name: str, queries: Sequence[str]) -> None:
    """Print how long first results take a reader who has just opened the page, and what all since then weighs."""
    first, first_weights, ended, weights = [], [], [], []
    for query in queries:
        page = opened(browser, origin)
        line.sent = 0
        page.focus("[type=search]")
        page.wait_for_timeout(TYPING)
        page.evaluate(TYPE, query)
        page.wait_for_function("times.first", polling=10)
        first_weights.append(line.sent)
        page.wait_for_function("times.ended", polling=10)
        weights.append(line.sent)
        times = page.evaluate("times")
        first.append(times["first"])
        ended.append(times["ended"])
        page.context.close()
    for what, values, unit in (
        ("first results", first, "ms"),
        ("weight of the first results", first_weights, "bytes"),
        ("ended", ended, "ms"),
        ("weight", weights, "bytes"),
    ):
        low, middle, high = min(values), statistics.median(values), max(values)
        most = sorted(values)[int(len(values) * 0.9) - (len(values) > 9)]
        print(f"{name}: {what} {low:.0f} to {high:.0f} {unit}, median {middle:.0f}, nine of ten below {most:.0f}")


def main() -> None:
    """Index, serve and ask."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("stories", type=int, nargs="?", default=100_000)
    parser.add_argument("queries", type=int, nargs="?", default=200)
    parser.add_argument("--folder", type=Path, help="where the paper is kept, and found if it stands there")
    options = parser.parse_args()
    corpus = Corpus(options.stories)
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        site = folder / "site"
        if not (site / "pagefind/bundles.json").exists():
            index(corpus, folder)
        write_page(site)
        known = truth(corpus, substrings(corpus, options.queries))
        rare = [RARE[age : age + 3] for age in range(len(RARE) - 2)]
        line = Line(slow=False)
        with (
            ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=site, line=line)) as server,
            sync_playwright() as playwright,
        ):
            threading.Thread(target=server.serve_forever, daemon=True).start()
            origin = f"http://127.0.0.1:{server.server_port}/"
            flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=flags)
            line.slow = True
            time_first(browser, origin, line, "random substrings", [*known][:20])
            time_first(browser, origin, line, "rare words of the oldest days", rare)
            line.slow = False
            judge(opened(browser, origin), known)
            browser.close()
            server.shutdown()


if __name__ == "__main__":
    main()
