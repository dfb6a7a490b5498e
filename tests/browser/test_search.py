"""The search as a reader meets it: our page and worker in Chromium, over 1,000 generated stories."""

from __future__ import annotations

import datetime as dt
import json
import os
import random
import re
import shutil
import threading
from functools import partial
from hashlib import sha256
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jinja2 import Environment, FileSystemLoader
from playwright.sync_api import expect, sync_playwright

from broadsheet.publishing.search_index import build_bundle
from broadsheet.rendering.search.bigrams import fold, tidy
from broadsheet.rendering.search.bundles import BundleEntry, plan_bundles, write_directory
from broadsheet.rendering.search.document import SearchDocument, document_name, search_language, write_document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

ROOT = Path(__file__).parents[2]
CHROMIUM = "/usr/bin/chromium"
CSP = (
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
    "require-trusted-types-for 'script'; trusted-types broadsheet-search"
)
FRAME = '<!doctype html><html lang="{}"><head><meta charset="utf-8"><title>Search</title></head><body>{}</body></html>'
LANGUAGES = ("zh-CN", "zh-TW", "en")
WORDS = """人工智能 脑机交互 产业 行动方案 公园 改造 市民 记者 了解 项目 建设 规划 发展 服务 社区 居民 老人 学校 学生 教师 课程
医院 医生 患者 地铁 公交 线路 开通 站点 道路 施工 交通 出行 环境 空气 质量 河道 治理 水库 蓄水 供水 管网 文化 博物馆 展览 演出 剧场
书店 阅读 活动 志愿者 企业 工厂 生产 机器人 设备 技术 创新 研发 投资 市场 消费 商场 夜市 餐饮 食品 安全 检查 监管 部门 政策 补贴
资金 住房 租赁 保障 就业 培训 招聘 毕业生 农村 农民 粮食 丰收 果园 合作社 电商 物流 港口 码头 航线 机场 旅客 春运 假期 旅游 景区 门票
天气 降雨 高温 预警 消防 救援 演练 运动 足球 比赛 冠军 球队 教练 马拉松 健身 体育馆 今年 去年 目前 预计 首次 全市 全国 多个 一批
第一 新增 完成 启动 推进 提升 实现 举行 发布 表示 介绍 认为 组织 开展 参加 建成 投入 使用 超过 达到 的 了 在 和 与 将 对 为 从 到
AI操作系统 eVTOL RISC-V 3200万立方米 5G基站 2025年 １２月 “双碳” 第A05版 20.5%""".split()
TRADITIONAL = "臺北 圖書館 記者 攝影 開幕 體驗 產業 發展 學校 醫院 環境 藝術 鐵路 機場 觀眾 讀者 雙語 課程 的 與 在 將 為".split()
ENGLISH = """the city park opens new labour market plan for residents who said council would fund better transport and
robots research open-source RISC-V chips while engineers test eVTOL aircraft near river school museum election""".split()


def copy_of(stock: list[str], rng: random.Random, length: int, joiner: str = "") -> str:
    parts: list[str] = []
    while sum(map(len, parts)) < length:
        sentence = joiner.join(rng.choices(stock, [1 / (place + 20) for place in range(len(stock))], k=rng.randint(4, 11)))
        parts.append(sentence + (rng.choice("，，。。！；") if not joiner else rng.choice([". ", ", ", "; "])))
    return "".join(parts).strip()


def stories() -> list[SearchDocument]:
    rng = random.Random(20250416)
    made = []
    for number in range(1000):
        kind = "en" if number % 25 == 7 else "zh-Hant" if number % 25 == 13 else "zh-Hans"
        stock, joiner = (ENGLISH, " ") if kind == "en" else (TRADITIONAL, "") if kind == "zh-Hant" else (WORDS, "")
        shuffled = stock[:]
        rng.shuffle(shuffled)
        date = dt.date(2025, 1, 1) + dt.timedelta(days=number // 7)
        titled = [word for word in shuffled if len(word) > 1][:5]
        made.append(
            SearchDocument(
                address=f"/{date:%Y/%m/%d}/稿件-{number}/",
                language=kind,
                title=joiner.join(titled),
                date=date,
                kicker=copy_of(stock, rng, 8, joiner),
                byline="记者 王某 李某",
                captions=(f"图为第{number}号现场",),
                credits=("资料图片 <b>A&B</b>",),
                paragraphs=tuple(copy_of(shuffled, rng, 150, joiner) for _ in range(6)),
                section=rng.choice(["要闻", "城事", "文化", "经济"]),
                people=tuple(rng.sample(["王某", "李某", "张某", "赵某"], rng.randint(0, 2))),
                page_name=rng.choice(["头版", "城事", "副刊"]),
                page_number=rng.choice(["A01", "A05"]),
            )
        )
    return made


STORIES = stories()
TEXTS = {
    story.address: [tidy(text) for text in (story.title, story.kicker, story.byline, *story.captions, *story.credits, *story.paragraphs)]
    for story in STORIES
}
FOLDED = {address: [fold(text) for text in texts] for address, texts in TEXTS.items()}


def truth(*parts: str) -> set[str]:
    """The addresses of the stories that have every part, by looking at all of them."""
    folded = [fold(part) for part in parts]
    return {
        address for address, texts in FOLDED.items() if all(any(part in text for text in texts) for part in folded)
    }


class Handler(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", CSP)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = tmp_path_factory.mktemp("site")
    paper, work = root / "paper", tmp_path_factory.mktemp("work")
    documents = {document_name(story.address): write_document(story, "zh-Hans") for story in STORIES}
    entries = [
        BundleEntry(name, search_language(story, "zh-Hans"), story.date, sha256(documents[name].encode()).hexdigest())
        for story in STORIES
        for name in [document_name(story.address)]
    ]
    bundles = plan_bundles(entries, limit=600, small=100)
    assert len(bundles) > 1
    for bundle in bundles:
        pages = ((entry.name, documents[entry.name]) for entry in bundle.entries)
        build_bundle(pages, paper / "pagefind" / bundle.name, work)
    (paper / "pagefind/bundles.json").write_text(write_directory(bundles), encoding="utf-8")
    assets = {name: f"/assets/{Path(name).stem}.0a1b.js" for name in ("search.js", "search-worker.js", "bigrams.js")}
    (paper / "assets").mkdir()
    for name, address in assets.items():
        shutil.copy(ROOT / "assets" / name, f"{paper}{address}")
    environment = Environment(loader=FileSystemLoader(ROOT / "layouts"), extensions=["jinja2.ext.i18n"], autoescape=True)
    environment.install_null_translations(newstyle=True)  # type: ignore[attr-defined]
    environment.filters["href"] = lambda address: f"/paper{address}"
    environment.globals["asset"] = lambda name: f"/paper{assets[name]}"
    form = environment.get_template("search-form.html").render()
    for language in LANGUAGES:
        (paper / language).mkdir()
        (paper / language / "index.html").write_text(FRAME.format(language, form), encoding="utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=root))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/paper"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def open_page(site: str) -> Iterator[Any]:
    if not Path(CHROMIUM).exists():
        reason = f"no browser at {CHROMIUM}: apt-get install chromium"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=flags)

        def opened(address: str = "/zh-CN/", *, javascript: bool = True) -> Page:
            context = browser.new_context(java_script_enabled=javascript, locale="en-GB")
            page = context.new_page()
            problems: list[str] = []
            page.problems = problems  # type: ignore[attr-defined]
            page.on("console", lambda message: problems.append(message.text) if message.type in ("error", "warning") else None)
            page.on("pageerror", lambda error: problems.append(str(error)))
            page.add_init_script(
                "const Own = self.Worker; self.Worker = class extends Own { constructor(...all) { super(...all); self.searching = this; } };"
            )
            page.goto(site + address)
            return page

        yield opened
        browser.close()


@pytest.fixture(scope="module")
def asking(open_page: Any) -> Page:
    """A page whose worker runs and can be asked directly with `ask`."""
    page = open_page("/zh-CN/")
    page.focus("#search-query")
    return page


def ask(page: Page, queries: list[str], limit: int = 1000, sort: str = "relevance", **filters: Any) -> list[dict[str, Any]]:
    answers: list[dict[str, Any]] = page.evaluate(
        """async ({ queries, limit, sort, filters }) => {
          const answers = [];
          for (const query of queries) {
            const id = -1 - Math.random();
            const answered = new Promise((resolve) => {
              const hear = ({ data }) => {
                if (data.id !== id) return;
                self.searching.removeEventListener("message", hear);
                resolve(data);
              };
              self.searching.addEventListener("message", hear);
            });
            self.searching.postMessage({ type: "search", id, query, limit, sort, filters });
            answers.push(await answered);
          }
          return answers;
        }""",
        {"queries": queries, "limit": limit, "sort": sort, "filters": filters},
    )
    assert all(answer["type"] == "results" for answer in answers), answers
    return answers


def addresses(answer: dict[str, Any]) -> list[str]:
    return [result["address"].removeprefix("/paper") for result in answer["results"]]


def joined(segments: list[dict[str, Any]]) -> str:
    return "".join(segment["text"] for segment in segments)


def random_substrings(count: int) -> list[str]:
    rng = random.Random(8)
    found: list[str] = []
    while len(found) < count:
        text = rng.choice(TEXTS[rng.choice(STORIES).address])
        start = rng.randrange(len(text))
        piece = text[start : start + rng.randint(2, 8)]
        if len(piece) > 1 and not re.search(r"[\s“”\"]", piece):
            found.append(piece)
    return found


def test_any_substring_finds_exactly_the_stories_that_have_it(asking: Page) -> None:
    queries = random_substrings(500)
    wrong = [
        (query, len(set(addresses(answer)) - truth(query)), len(truth(query) - set(addresses(answer))))
        for query, answer in zip(queries, ask(asking, queries), strict=True)
        if set(addresses(answer)) != truth(query) or answer["loose"]
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_s_language_makes_no_difference(open_page: Any, language: str) -> None:
    page = open_page(f"/{language}/")
    page.focus("#search-query")
    queries = [*random_substrings(20), "圖書館", "labour mark", "AI操作系统"]
    for query, answer in zip(queries, ask(page, queries), strict=True):
        assert set(addresses(answer)) == truth(*query.split()), query
    assert page.problems == []


@pytest.mark.parametrize(
    ("query", "parts"),
    [
        ("AI操作系统", ["AI操作系统"]),
        ("ai操作系统", ["AI操作系统"]),
        ("ＡＩ操作系统", ["AI操作系统"]),
        ("evtol", ["eVTOL"]),
        ("RISC-V", ["RISC-V"]),
        ("3200万立方米", ["3200万立方米"]),
        ("00万立", ["00万立"]),
        ("12月", ["１２月"]),
        ("20.5%", ["20.5%"]),
        ("双碳", ["双碳"]),
        ("圖書館", ["圖書館"]),
        ("图书馆", []),
        ("engineers", ["engineers"]),
        ("engin", ["engin"]),
        ('"labour market"', ["labour market"]),
        ("脑机 港口", ["脑机", "港口"]),
        ("港", ["港"]),
        ("的", ["的"]),
        ("A&B", ["A&B"]),
        ("图为第77号现场", ["图为第77号现场"]),
        ("没有这样的稿件", []),
    ],
)
def test_a_query_finds_the_stories_that_have_its_parts(asking: Page, query: str, parts: list[str]) -> None:
    (answer,) = ask(asking, [query])
    assert set(addresses(answer)) == (truth(*parts) if parts else set())
    assert answer["total"] == len(answer["results"])


def test_a_query_that_no_story_has_as_it_stands_finds_its_parts_and_says_so(asking: Page) -> None:
    (answer,) = ask(asking, ["港口、、AI 操作系统"])
    assert answer["loose"]
    assert set(addresses(answer)) == truth("港口", "AI", "操作系统")


def test_a_story_s_own_title_words_put_it_first(asking: Page) -> None:
    rng = random.Random(5)
    chosen = rng.sample(STORIES, 60)
    for story, answer in zip(chosen, ask(asking, [story.title for story in chosen], limit=1), strict=True):
        assert addresses(answer) == [story.address]
    words = [re.findall(r"[A-Za-z-]+", story.title) or re.findall("..", story.title) for story in chosen]
    for story, parts, answer in zip(chosen, words, ask(asking, [" ".join(some[:4]) for some in words], limit=1), strict=True):
        first = next(other for other in STORIES if [other.address] == addresses(answer))
        assert all(fold(part) in fold(first.title) for part in parts[:4]), story.title


def brute(parts: list[str], **filters: Any) -> list[SearchDocument]:
    return [
        story
        for story in STORIES
        if story.address in truth(*parts)
        and (not filters.get("section") or story.section in filters["section"])
        and (not filters.get("byline") or set(story.people) & set(filters["byline"]))
        and (not filters.get("page") or story.page_name in filters["page"])
        and filters.get("from", "") <= story.date.isoformat() <= (filters.get("to") or "9999")
    ]


@pytest.mark.parametrize(
    "filters",
    [
        {},
        {"section": ["城事"]},
        {"section": ["城事", "文化"], "byline": ["王某"]},
        {"page": ["副刊"], "from": "2025-02-03", "to": "2025-04-01"},
        {"from": "2025-05-20"},
        {"byline": ["张某", "赵某"], "to": "2025-01-31"},
    ],
)
@pytest.mark.parametrize("query", ["地铁", "公园 记者", ""])
def test_filters_and_dates_narrow_exactly_and_count_right(asking: Page, query: str, filters: dict[str, Any]) -> None:
    (answer,) = ask(asking, [query], sort="newest", **filters)
    kept = brute(query.split(), **filters)
    assert set(addresses(answer)) == {story.address for story in kept}
    dates = [result["date"] for result in answer["results"]]
    assert dates == sorted((story.date.isoformat() for story in kept), reverse=True)
    for facet, values in (
        ("section", lambda story: [story.section]),
        ("byline", lambda story: story.people),
        ("page", lambda story: [story.page_name]),
    ):
        others = {name: value for name, value in filters.items() if name != facet}
        found = [value for story in brute(query.split(), **others) for value in values(story)]
        assert dict(answer["counts"][facet]) == {value: found.count(value) for value in found}


def test_excerpts_are_the_copy(asking: Page) -> None:
    queries = ["地铁", "12月", "双碳", "engineers", "图书馆", "圖書館", "A&B", "第A05版"]
    for query, answer in zip(queries, ask(asking, queries, limit=20), strict=True):
        for result in answer["results"]:
            texts = TEXTS[result["address"].removeprefix("/paper")]
            assert joined(result["title"]) == texts[0]
            assert joined(result["kicker"]) == texts[1]
            assert joined(result["excerpt"]["segments"]) in "\n".join(texts)
            marked = [segment["text"] for part in ("title", "kicker", "byline") for segment in result[part] if segment["mark"]]
            marked += [segment["text"] for segment in result["excerpt"]["segments"] if segment["mark"]]
            assert marked
            assert all(fold(query) in fold(mark) for mark in marked)


def test_nothing_is_loaded_before_the_field_is_used(open_page: Any) -> None:
    page = open_page("/en/")
    assert page.evaluate("self.searching === undefined")
    page.focus("#search-query")
    assert page.evaluate("self.searching !== undefined")


def test_the_page_lists_filters_and_remembers(open_page: Any) -> None:
    page = open_page("/en/")
    page.keyboard.press("/")
    page.keyboard.type("地铁")
    status = page.locator("[data-search-status]")
    expect(status).to_have_text(f"{len(truth('地铁'))} stories found")
    results = page.locator(".search-result")
    expect(results).to_have_count(10)
    assert "q=" in page.url
    page.click("summary")
    page.check("input[name=section][value=城事]")
    expect(status).to_have_text(f"{len(brute(['地铁'], section=['城事']))} stories found")
    expect(page.locator("input[name=section]:focus")).to_have_value("城事")
    page.fill("input[name=from]", "2025-03-01")
    narrowed = len(brute(["地铁"], section=["城事"], **{"from": "2025-03-01"}))
    expect(status).to_have_text(f"{narrowed} stories found")
    page.select_option("select", "oldest")
    expect(results.first.locator("time")).to_have_attribute("datetime", re.compile("^2025-03"))
    page.click(".search-more")
    expect(results).to_have_count(min(20, narrowed))
    page.reload()
    expect(status).to_have_text(f"{narrowed} stories found")
    expect(page.locator("input[name=from]")).to_have_value("2025-03-01")
    page.click("summary")
    page.click("[data-search-clear]")
    expect(status).to_have_text(f"{len(truth('地铁'))} stories found")
    page.go_back()
    expect(status).to_have_text(f"{narrowed} stories found")
    page.focus("#search-query")
    page.keyboard.press("ArrowDown")
    expect(results.nth(0).locator("a")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#search-query")).to_have_value("")
    expect(page.locator("#search-query")).to_be_focused()
    assert page.problems == []


def test_a_link_leads_to_the_article_below_the_base_path(open_page: Any) -> None:
    page = open_page("/zh-CN/?q=图为第77号现场")
    link = page.locator(".search-title a")
    expect(link).to_have_count(1)
    assert link.get_attribute("href") == "/paper/2025/01/12/%E7%A8%BF%E4%BB%B6-77/"
    expect(page.locator(".search-excerpt mark")).to_have_text("图为第77号现场")


def test_the_page_says_what_it_lacks(open_page: Any) -> None:
    page = open_page("/en/?q=没有这样的稿件")
    expect(page.locator("[data-search-status]")).to_have_text("No story has “没有这样的稿件”.")
    page = open_page("/en/", javascript=False)
    expect(page.locator(".search-off a")).to_have_attribute("href", "/paper/archive/")


def test_a_search_that_cannot_load_says_so(open_page: Any) -> None:
    page = open_page("/en/")
    page.context.route("**/bundles.json", lambda route: route.fulfill(status=500, body=""))
    page.fill("#search-query", "地铁")
    expect(page.locator("[data-search-status]")).to_have_text(re.compile("could not be loaded"))
    page.context.unroute("**/bundles.json")
    page.fill("#search-query", "地铁站")
    expect(page.locator("[data-search-status]")).to_have_text(re.compile("found"))


def test_the_words_for_the_page_are_data() -> None:
    form = (ROOT / "layouts/search-form.html").read_text(encoding="utf-8")
    assert "<style" not in form
    assert " style=" not in form
    assert json.dumps(re.findall(r" on\w+=", form)) == "[]"
