"""Two generated papers, indexed, served with the site's strict policy and opened in Chromium."""

from __future__ import annotations

import datetime as dt
import random
import shutil
import threading
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jinja2 import Environment, FileSystemLoader

from broadsheet.model.edition import EditionKey
from broadsheet.publishing.gram_directory import shelf_files
from broadsheet.publishing.search_index import build_bundle
from broadsheet.rendering.search.bigrams import fold, tidy
from broadsheet.rendering.search.bundles import Limit, plan_bundles, write_directory
from broadsheet.rendering.search.document import SearchDocument
from broadsheet.rendering.search.edition import bundle_documents, edition_entries
from broadsheet.rendering.search.grams import plan_shelves
from tests.browser.waiting import wait_until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parents[3]
CSP = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; "
    "worker-src 'self'; form-action 'self'; base-uri 'none'; require-trusted-types-for 'script'; "
    "trusted-types broadsheet"
)
FRAME = '<!doctype html><html lang="{}"><head><meta charset="utf-8"><title>Search</title></head><body>{}</body></html>'
WATCH = """
  const Own = self.Worker;
  self.Worker = class extends Own { constructor(...all) { super(...all); self.searching = this; } };
"""

CHINESE = """人工智能 脑机交互 产业 行动方案 公园 改造 市民 记者 了解 项目 建设 规划 发展 服务 社区 居民 老人
学校 学生 教师 课程 医院 医生 患者 地铁 公交 线路 开通 站点 道路 施工 交通 出行 环境 空气 质量 河道 治理 水库
蓄水 供水 管网 文化 博物馆 展览 演出 剧场 书店 阅读 活动 志愿者 企业 工厂 生产 机器人 设备 技术 创新 研发 投资
市场 消费 商场 夜市 餐饮 食品 安全 检查 监管 部门 政策 补贴 资金 住房 租赁 保障 就业 培训 招聘 毕业生 农村 农民
粮食 丰收 果园 合作社 电商 物流 港口 码头 航线 机场 旅客 春运 假期 旅游 景区 门票 天气 降雨 高温 预警 消防 救援
演练 运动 足球 比赛 冠军 球队 教练 马拉松 健身 体育馆 今年 去年 目前 预计 首次 全市 全国 多个 一批 第一 新增
完成 启动 推进 提升 实现 举行 发布 表示 介绍 认为 组织 开展 参加 建成 投入 使用 超过 达到 的 了 在 和 与 将 对
为 从 到 AI操作系统 eVTOL RISC-V 3200万立方米 5G基站 2025年 １２月 “双碳” 第A05版 20.5%"""
TRADITIONAL = (
    """臺北 圖書館 記者 攝影 開幕 體驗 產業 發展 學校 醫院 環境 藝術 鐵路 機場 觀眾 讀者 雙語 課程 的 與 在 將 為"""
)
ENGLISH = """the city park opens new labour market plan for residents who said council would fund better transport
and robots research open-source RISC-V chips while engineers test eVTOL aircraft near river school museum elections
happy happiness zoo café naïve"""
STANDING = {"date": dt.date(2025, 6, 1), "language": "zh-Hans", "section": "城事", "page_name": "副刊"}
CHOSEN = [
    SearchDocument("/parts/", title="Boats, goats and coats", paragraphs=("A boat has a goat.",) * 9, **STANDING),
    SearchDocument("/copy/", title="早饭", paragraphs=("早饭是oat一碗，也有燕麦面。",), **STANDING),
    SearchDocument("/title/", title="一碗OAT", paragraphs=("煮了很久。",), **STANDING),
    SearchDocument("/teaser/", title="燕麦丰年", teaser=True, **STANDING),
    SearchDocument("/story/", title="今年燕麦收成好 仓里放不下了", paragraphs=("镇上的人这样说。",), **STANDING),
    SearchDocument(
        "/birds/",
        title="芦苇荡",
        subtitle="白鹳来了",
        paragraphs=(
            "小序",
            "清晨的第一段说的是渡口，说了很久，一直说到太阳出来。",
            "苍鹭小记",
            "第三段里先有白鹭飞过，又有白鹭飞过，第三只白鹭也飞过。",
            "第四段里，白鹭和灰雁一起落在水边，谁也不看谁。",
        ),
        credits=("野禽摄影社",),
        corrections=("文中鸬鹚应为鹈鹕。",),
        labels=("鸟类专栏",),
        edition="evening",
        **STANDING,
    ),
]
"""Stories with words of their own, for questions that generated ones don't put."""

NAMES = [
    first + second + kind
    for first in "青云长安东西南北金石白龙凤平永和"
    for second in "山河湖海江林泉桥湾田"
    for kind in ("路", "镇", "村", "小学", "公司", "广场")
]


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper's stories, and what a search must find in them, by looking at every one."""

    language: str
    stories: Sequence[SearchDocument]
    texts: dict[str, list[str]]
    folded: dict[str, list[str]]
    known: dict[tuple[str, ...], set[str]] = field(default_factory=dict)

    def truth(self, *parts: str) -> set[str]:
        """The addresses of the stories that have every part."""
        if parts not in self.known:
            needles = [fold(part) for part in parts]
            self.known[parts] = {
                address
                for address, texts in self.folded.items()
                if all(any(needle in text for text in texts) for needle in needles)
            }
        return self.known[parts]

    def narrowed(self, *parts: str, **filters: str | list[str]) -> list[SearchDocument]:
        """The stories that have every part and pass the filters."""
        found = self.truth(*parts)
        return [
            story
            for story in self.stories
            if story.address in found
            and story.section in filters.get("section", [story.section])
            and (not filters.get("byline") or set(story.people) & set(filters["byline"]))
            and story.page_name in filters.get("page", [story.page_name])
            and str(filters.get("from", "")) <= story.date.isoformat() <= str(filters.get("to", "9999"))
        ]


def copy_of(stock: list[str], rng: random.Random, length: int, joiner: str) -> str:
    sentences: list[str] = []
    weights = [1 / (place + 20) for place in range(len(stock))]
    while sum(map(len, sentences)) < length:
        sentence = joiner.join(rng.choices(stock, weights, k=rng.randint(4, 11)))
        sentences.append(sentence + rng.choice([". ", ", ", "; "] if joiner else list("，，。。！；")))
    return "".join(sentences).strip()


def story_of(number: int, kind: str, rng: random.Random) -> SearchDocument:
    words, joiner = {"en": (ENGLISH, " "), "zh-Hant": (TRADITIONAL, ""), "zh-Hans": (CHINESE, "")}[kind]
    # A story has its own subject: some words of the language, repeated, and some names.
    stock = rng.sample(words.split(), min(len(words.split()), 45))
    if kind == "zh-Hans":
        stock[10:10] = rng.sample(NAMES, 12)
    date = dt.date(2025, 1, 1) + dt.timedelta(days=number // 7)
    people = tuple(rng.sample(["王某", "李某", "张某", "赵某"], rng.randint(0, 2)))
    return SearchDocument(
        address=f"/{date:%Y/%m/%d}/稿件-{number}/",
        language=kind,
        title=joiner.join([word for word in stock if len(word) > 1][:5]),
        date=date,
        kicker=copy_of(stock, rng, 8, joiner),
        byline=f"记者 {'、'.join(people)}" if people and not joiner else "",
        captions=(f"图为第{number}号现场",) if not joiner else (),
        credits=("<b>A&B</b>",) if number % 25 == 3 else (),
        paragraphs=tuple(copy_of(stock, rng, 150, joiner) for _ in range(6)),
        section=rng.choice(["要闻", "城事", "文化", "经济"]),
        people=people,
        page_name=rng.choice(["头版", "城事", "副刊"]),
        page_number=rng.choice(["A01", "A05"]),
    )


def paper_of(language: str, kinds: Iterable[str], seed: int) -> Paper:
    rng = random.Random(seed)  # a fixed draw, no secret
    stories = [*(story_of(number, kind, rng) for number, kind in enumerate(kinds)), *CHOSEN]
    texts = {
        story.address: [
            tidy(text)
            for text in (
                story.title,
                story.kicker,
                story.subtitle,
                story.byline,
                *story.captions,
                *story.credits,
                *story.paragraphs,
                *story.corrections,
                *story.labels,
            )
        ]
        for story in stories
    }
    return Paper(language, stories, texts, {address: [fold(text) for text in own] for address, own in texts.items()})


@pytest.fixture(scope="session")
def chinese() -> Paper:
    kinds = ("en" if number % 25 == 7 else "zh-Hant" if number % 25 == 13 else "zh-Hans" for number in range(700))
    return paper_of("zh-Hans", kinds, 20250416)


@pytest.fixture(scope="session")
def english() -> Paper:
    return paper_of("en", ("zh-Hans" if number % 10 == 4 else "en" for number in range(60)), 7)


def publish(paper: Paper, folder: Path, work: Path, plan: Plan) -> None:
    editions: dict[EditionKey, list[SearchDocument]] = {}
    for story in paper.stories:
        editions.setdefault(EditionKey(story.date, story.edition), []).append(story)
    entries = [entry for stories in editions.values() for entry in edition_entries(stories, paper.language)]
    bundles = plan_bundles(entries, Limit(plan.stories, 10**9), Limit(plan.recent, 10**9))
    assert len(bundles) > 1
    for bundle in bundles:
        stories = bundle_documents(bundle, lambda key: editions[key], paper.language)
        build_bundle(stories, paper.language, folder / bundle.address, work / "grams" / bundle.name, work)
    shelves = plan_shelves(bundles)
    for shelf in shelves:
        for path, data in shelf_files(shelf, [work / "grams" / name for name in shelf.bundles]):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
    (folder / "pagefind/bundles.json").write_text(write_directory(bundles, shelves), encoding="utf-8")
    names = [path.name for path in (ROOT / "assets").glob("*.js")]
    assets = {name: f"assets/{Path(name).stem}.0a1b.js" for name in names}
    (folder / "assets").mkdir()
    for name, address in assets.items():
        shutil.copy(ROOT / "assets" / name, folder / address)
    layouts = Environment(loader=FileSystemLoader(ROOT / "layouts"), extensions=["jinja2.ext.i18n"], autoescape=True)
    layouts.install_null_translations(newstyle=True)  # type: ignore[attr-defined]  # the i18n extension adds it
    layouts.filters["href"] = lambda address: f"/{folder.name}{address}"
    layouts.globals["asset"] = lambda name: f"/{folder.name}/{assets[name]}"
    form = layouts.get_template("search-form.html").render().replace('data-rest="1000"', f'data-rest="{plan.rest}"')
    for language in ("zh-CN", "zh-TW", "en"):
        (folder / language).mkdir()
        (folder / language / "index.html").write_text(FRAME.format(language, form), encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Plan:
    """How small a paper's bundles are, and how many stories are searched beyond a page of results."""

    stories: int = 600
    recent: int = 100
    rest: int = 1_000


class Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = 1 << 16
    disable_nagle_algorithm = True

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", CSP)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, chinese: Paper, english: Paper) -> Iterator[str]:
    """The origin: the Chinese paper is under /paper/ and, in many bundles, /archive/, the English under /gazette/."""
    root = tmp_path_factory.mktemp("site")
    publish(chinese, root / "paper", root / "work", Plan())
    publish(chinese, root / "archive", root / "work", Plan(stories=60, recent=30, rest=0))
    publish(english, root / "gazette", root / "work", Plan(recent=20))
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=root)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@dataclass(frozen=True, slots=True)
class Tab:
    """A page of the site, and what the browser complained of."""

    page: Page
    problems: list[str]

    def ask(
        self,
        queries: Sequence[str],
        *,
        limit: int = 1000,
        step: int | None = None,
        rest: int = 10**9,
        sort: str = "relevance",
        **filters: str | list[str],
    ) -> list[dict[str, Any]]:
        """The worker's answers; of a story only the address and date where there are more than 15."""
        asked = {"limit": limit, "step": step or limit, "rest": rest, "sort": sort, "filters": filters}
        question = {"queries": queries, "asked": asked, "brief": limit > 15}
        answers: list[dict[str, Any]] = self.page.evaluate(
            """async ({ queries, asked, brief }) => {
              const answers = [];
              for (const query of queries) {
                const id = -1 - Math.random();
                const answered = new Promise((resolve) => {
                  const hear = ({ data }) => {
                    if (data.id !== id || data.done === false) return;
                    self.searching.removeEventListener("message", hear);
                    resolve(data);
                  };
                  self.searching.addEventListener("message", hear);
                });
                self.searching.postMessage({ type: "search", id, query, ...asked });
                const answer = await answered;
                if (brief) answer.results = answer.results?.map(({ address, date }) => ({ address, date }));
                answers.push(answer);
              }
              return answers;
            }""",
            question,
        )
        assert all(answer["type"] == "results" for answer in answers), answers
        return answers


@pytest.fixture(scope="session")
def open_tab(chromium: Browser, site: str) -> Callable[..., Tab]:
    def opened(address: str, *, javascript: bool = True, searching: bool = False) -> Tab:
        page = chromium.new_context(java_script_enabled=javascript, locale="en-GB").new_page()
        tab = Tab(page, [])
        page.on("console", lambda said: tab.problems.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: tab.problems.append(str(error)))
        page.add_init_script(WATCH)
        page.goto(site + address)
        if searching:
            page.focus("#search-query")
            wait_until(page, "() => self.searching !== undefined")
        return tab

    return opened


@pytest.fixture(scope="session")
def tab(open_tab: Callable[..., Tab]) -> Tab:
    """A page of the Chinese paper whose worker runs and can be asked directly."""
    return open_tab("/paper/zh-CN/", searching=True)
