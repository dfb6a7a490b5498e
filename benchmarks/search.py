"""How search does at scale, from the indexing to what a reader waits for in Chromium."""

# ruff: noqa: S311 - random queries are no secrets

from __future__ import annotations

import gzip
import random
import statistics
import sys
from typing import TYPE_CHECKING

import click
from playwright.sync_api import sync_playwright

from benchmarks.archive import Archive
from benchmarks.host import ROOT, served, write_page
from benchmarks.measure import measured
from broadsheet.rendering.search.document import copies

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from benchmarks.host import Line

TYPING = 1_000  # milliseconds from the focus of the field to the query
TIMED = 20  # queries at most that are asked over the slow line
LISTED = 300  # stories of an answer that are compared by their addresses
A_PAGE = 40  # queries that one page is asked: Pagefind keeps what it has loaded, until it has no more room
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run")

# Results that stand already keep the worker from describing those that it finds on its way.
ASK = """async (question) => {
  const began = performance.now();
  const answered = new Promise((resolve) => {
    self.searching.addEventListener("message", function hear({ data }) {
      if (data.id !== question.id) return;
      self.searching.removeEventListener("message", hear);
      resolve(data);
    });
  });
  self.searching.postMessage({ type: "search", filters: {}, sort: "newest", step: 10, standing: 1, ...question });
  const answer = await answered;
  const addresses = answer.results?.map(({ address }) => address);
  return { ...answer, results: addresses, ended: performance.now() - began };
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


def search(stories: int, queries: int, folder: Path) -> None:
    """Index a paper of `stories` in `folder`, unless it stands there, serve it and ask it; print what it took."""
    site = folder / "site"
    if not (site / "pagefind/bundles.json").exists():
        _index(stories, folder)
    _weigh(site / "pagefind")
    write_page(site)
    archive = Archive(stories)
    known = truth(archive, substrings(archive, queries))
    with served(site) as (origin, line), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        line.slow = True
        time_first(browser, origin, line, "random substrings", [*known][:TIMED])
        time_first(browser, origin, line, "rare words of the oldest days", archive.rare[:queries])
        line.slow = False
        judge(browser, origin, known)
        browser.close()


def _index(stories: int, folder: Path) -> None:
    """Index in a process of its own, whose memory and Pagefind's are measured together."""
    folder.mkdir(parents=True, exist_ok=True)
    words = [sys.executable, "-m", "benchmarks.archive", str(stories), str(folder.resolve())]
    cost = measured(words, ROOT, timeout=24 * 3_600)
    if cost.fault:
        raise click.ClickException(cost.fault)
    click.echo(
        f"indexing: {cost.wall:.0f} s, {cost.cpu:.0f} s of processor (with writing the paper), "
        f"peak memory of Python and Pagefind together {cost.peak / 1e6:.0f} MB"
    )


def _weigh(index: Path) -> None:
    bundles = sum(1 for _ in (index / "bundles").iterdir())
    sizes = [path.stat().st_size for path in (index / "grams").rglob("*.grams")]
    directory = len(gzip.compress((index / "bundles.json").read_bytes()))
    click.echo(
        f"{bundles} bundles; gram directory of {len(sizes)} files, {sum(sizes) / 1e6:.1f} MB, at most "
        f"{max(sizes, default=0)} bytes each; bundles.json {directory} bytes compressed"
    )


def substrings(archive: Archive, count: int) -> list[str]:
    """Random substrings of 2 to 8 characters of random stories."""
    rng = random.Random(4)
    chosen = []
    for key in rng.choices([*archive.counts], k=count):
        copy = rng.choice(rng.choice(archive.edition(key)).paragraphs)
        length = rng.randint(2, 8)
        start = rng.randrange(len(copy) - length)
        chosen.append(copy[start : start + length])
    return chosen


def truth(archive: Archive, queries: Sequence[str]) -> dict[str, list[str]]:
    """The addresses of the stories that have each query, newest first."""
    found: dict[str, list[str]] = {query: [] for query in queries}
    for key in reversed(archive.counts):
        for story in archive.edition(key):
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


def judge(browser: Browser, origin: str, known: dict[str, list[str]]) -> None:
    """Print recall and precision of every query, all issues searched."""
    right = wrong = missed = 0
    waits = []
    for number, (query, addresses) in enumerate(known.items()):
        if number % A_PAGE == 0:
            page = opened(browser, origin)
            page.focus("[type=search]")
            page.wait_for_function("self.searching")
        answer = page.evaluate(ASK, {"id": -1 - number, "query": f'"{query}"', "limit": LISTED})
        if answer["results"] is None:
            raise click.ClickException(f"{query}: {answer['message']}")
        waits.append(answer["ended"])
        given = set(answer["results"])
        expected = set(addresses) if answer["total"] <= LISTED else given & set(addresses)
        right += len(given & expected)
        # Beyond those that are listed only their number is compared.
        wrong += len(given - set(addresses)) + max(0, answer["total"] - max(len(addresses), len(given)))
        missed += len(expected - given) + max(0, len(addresses) - answer["total"]) * (answer["total"] > LISTED)
    click.echo(
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
        click.echo(f"{name}: {what} {low:.0f} to {high:.0f} {unit}, median {middle:.0f}, nine of ten below {most:.0f}")
