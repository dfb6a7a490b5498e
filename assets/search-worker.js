/**
 * Search, away from the page's thread: a module worker round Pagefind.
 *
 * It is a worker of ours, not Pagefind's, because a document's `lang` would make Pagefind cut Chinese queries into
 * words; here is no document. Messages in:
 *   {type: "open", base, modules: {bigrams, passages, directory, bundle}, directory}   the site's base path (`/` or
 *                                             `/paper/`), the addresses of the other scripts, and what bundles.json
 *                                             says; loads what a first search needs, and searches wait for it
 *   {type: "search", id, query, filters: {section: [], byline: [], page: [], from, to}, sort, limit, step, rest, standing}
 * and out, for the newest search only:
 *   {type: "results", id, total, since, until, done, loose, counts: {section: [[name, count]], byline: …, page: …},
 *     results: […]}, a result being what `describe` gives: `excerpt` is of the copy, `elsewhere` shows what of the
 *     query stands neither there nor in title, kicker and byline
 *   {type: "failed", id, message}
 * Dates are `YYYY-MM-DD` or ""; `sort` is `relevance`, `newest` or `oldest`. `loose` says that no story has the query
 * as it stands, of the days that are asked for, and that these have its parts. A count is what its value would find
 * beside the filters of other kinds.
 *
 * Bundles are searched from the newest (the oldest, if those are wanted first), about `rest` stories at once, until
 * there are `limit` results, and to the end if the bundles left have no more than `rest`. What was searched is whole days: `since` is the
 * first of them or `until` the last ("" if all was searched), and `total` and `counts` are exact for that time. Results
 * stand in steps of at least `step`, each in its own order, so that asking for more never moves those that stand.
 * What takes several goes is sent as it comes, `done` being false, unless results are `standing`.
 */

const FACETS = ["section", "byline", "page"];
const GO = 1_000; // stories in the bundles that are searched at once, at first; twice as many each time
const MOST = 16_000;
const FEW = 2; // bundles that are searched at once in any case
const AT_ONCE = 6; // stories whose copy browsers fetch at once: of HTTP/1.1 they ask a host for so many files
const AHEAD = 4; // stories at most whose copy is asked for before they are found

let spelling;
let passages;
let opened;
const archive = new Promise((resolve) => (opened = resolve));
let newest = 0;
let memory = { runs: undefined, found: new Map() }; // of the last query: what each bundle has of it

self.onmessage = async ({ data }) => {
  try {
    if (data.type === "open") {
      opened(open(data));
      await archive;
    } else {
      newest = data.id;
      const answer = await search(await archive, data);
      if (answer && data.id === newest) self.postMessage({ type: "results", id: data.id, done: true, ...answer });
    }
  } catch (error) {
    self.postMessage({ type: "failed", id: data.id, message: String(error) });
  }
};

/** `{bundles, holding}`: all bundles, newest first, and which of them may have grams, each with the places of its stories. */
async function open({ base, modules, directory }) {
  const scripts = ["bigrams", "passages", "directory", "bundle"].map((name) => import(modules[name]));
  const [bigrams, excerpts, { openDirectory }, { openBundles }] = await Promise.all(scripts);
  [spelling, passages] = [bigrams, excerpts];
  const { entries, holding } = openDirectory(directory, base, self.fetch.bind(self));
  const bundles = openBundles(entries, spelling);
  // The newest, a small one, is opened while the reader types; whoever searches it hears of what fails.
  if (newest === 0) Promise.all([bundles[0]?.engine(), bundles[0]?.rows()]).catch(() => {});
  const held = async (grams) => (await holding(grams)).map(({ age, places }) => [bundles[age], places]);
  return { bundles, holding: held };
}

async function search(paper, question) {
  const runs = spelling.readQuery(question.query);
  const found = await gather(paper, runs, question);
  if (found?.total === 0 && found.none) {
    const parts = spelling.loosen(runs);
    if (parts.length > 0 && parts.map(({ text }) => text).join() !== runs.map(({ text }) => text).join()) {
      const loosely = await gather(paper, parts, question);
      if (!loosely?.none) return loosely && { ...loosely, loose: true };
    }
  }
  return found;
}

/** The answer to `question` for stories that have all `runs`; null once a newer search has come. */
async function gather(paper, runs, question) {
  const { id, filters, sort, limit, step = limit, rest = Infinity, standing } = question;
  const order = runs.length === 0 && sort === "relevance" ? ORDERS.newest : ORDERS[sort];
  const likely = await candidates(paper, runs, filters, sort);
  const queue = [...likely.keys()];
  const few = queue.length <= FEW;
  let shown = []; // stories of full steps, as they stand
  let found = []; // stories of the days that were searched, for the counts
  let pool = []; // stories of days that are not searched to the end
  let current = []; // stories of the step that is being filled
  let none = true; // of the days that are asked for, however the bundles are cut
  let nothingStands = !standing && rest < Infinity; // on the page: then a part of the results is welcome, too
  for (let go = Math.min(rest, GO); id === newest; go = Math.min(2 * go, MOST)) {
    const bundles = few ? queue.splice(0) : takeStories(queue, go);
    lookAhead(bundles, likely);
    const stories = await Promise.all(bundles.map((bundle) => findIn(bundle, runs)));
    if (id !== newest) break;
    pool = pool.concat(...stories.map((own) => [...own.values()]));
    none &&= !pool.some(({ row }) => inDays(row, filters));
    const { since, until } = searched(queue, sort);
    const isSure = ({ row }) => inDays(row, { from: since, to: until });
    const sure = pool.filter(isSure);
    pool = pool.filter((story) => !isSure(story));
    found = found.concat(sure);
    current = current.concat(sure.filter(({ row }) => passes(row, filters)));
    const left = queue.reduce((sum, { count }) => sum + count, 0);
    const toTheEnd = left <= rest; // and then in one order
    const full = shown.length + current.length >= (Math.floor(shown.length / step) + 1) * step;
    if (left === 0 || (full && !toTheEnd)) shown = shown.concat(current.splice(0).sort(order));
    const answer = async () => {
      const listed = [...shown, ...current.sort(order)];
      const facts = { total: listed.length, none, since, until, loose: false, counts: count(found, filters) };
      const described = listed.slice(0, limit).map((story) => describe(story, runs));
      const results = Promise.all(described);
      if (nothingStands && described.length > AT_ONCE) {
        results.catch(() => {}); // of what fails is heard below
        tell(id, { ...facts, results: await Promise.all(described.slice(0, AT_ONCE)) });
      }
      nothingStands &&= described.length === 0;
      return { ...facts, results: await results };
    };
    if (left === 0 || (shown.length >= limit && !toTheEnd)) return answer();
    const isNearlyThere = toTheEnd && left <= GO;
    if (!standing && !isNearlyThere && current.length > 0) {
      tell(id, await answer());
    }
  }
  return null;
}

/** Send what there is of an answer to which more will come. */
function tell(id, answer) {
  if (id === newest) self.postMessage({ type: "results", id, done: false, ...answer });
}

/** Bundle -> places of stories that it may have for the question; in the order in which the bundles are searched. */
async function candidates({ bundles, holding }, runs, { from, to }, sort) {
  const grams = runs.flatMap(({ text }) => spelling.gramsOf(text));
  // The newest bundle, which is open, mostly has a single pair: it is asked while the directory is.
  if (grams.length === 1 && sort !== "oldest" && !to && bundles[0]?.inBigrams) findIn(bundles[0], runs).catch(() => {});
  const within = (await holding(grams)).filter(
    ([bundle]) => (!from || bundle.to >= from) && (!to || bundle.from <= to),
  );
  return new Map(sort === "oldest" ? within.sort(([left], [right]) => left.from.localeCompare(right.from)) : within);
}

/** Ask for the copy of stories that are most likely found, while it is found out, if they are few. */
function lookAhead(bundles, likely) {
  const places = bundles.map((bundle) => likely.get(bundle) ?? []);
  if (places.flat().length <= AHEAD) bundles.forEach((bundle, number) => bundle.expect(places[number]).catch(() => {}));
}

function takeStories(queue, stories) {
  let taken = 0;
  const end = queue.findIndex(({ count }, place) => (taken += count) > stories && place > 0);
  return queue.splice(0, end < 0 ? queue.length : end);
}

/** The days of which no bundle is left in `queue`. */
function searched(queue, sort) {
  if (queue.length === 0) return { since: "", until: "" };
  if (sort === "oldest") return { since: "", until: nextDay(queue[0].from, -1) };
  return { since: nextDay(queue.reduce((last, { to }) => (to > last ? to : last), ""), 1), until: "" };
}

function nextDay(day, step) {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + step);
  return date.toISOString().slice(0, 10);
}

function findIn(bundle, runs) {
  const key = JSON.stringify(runs);
  if (memory.runs !== key) memory = { runs: key, found: new Map() };
  if (!memory.found.has(bundle)) memory.found.set(bundle, bundle.find(runs));
  return memory.found.get(bundle);
}

function failing(row, filters) {
  return FACETS.filter(
    (facet) => filters[facet]?.length > 0 && !row[facet].some((value) => filters[facet].includes(value)),
  );
}

function inDays({ date }, { from, to }) {
  return (!from || date >= from) && (!to || date <= to);
}

function passes(row, filters) {
  return inDays(row, filters) && failing(row, filters).length === 0;
}

/** For each value of each facet how many of `found` pass the filters of other kinds and have it, the most first. */
function count(found, filters) {
  const counts = Object.fromEntries(FACETS.map((facet) => [facet, new Map()]));
  for (const { row } of found) {
    if (!inDays(row, filters)) continue;
    const failed = failing(row, filters);
    for (const facet of FACETS) {
      if (failed.some((other) => other !== facet)) continue;
      for (const value of row[facet]) counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
    }
  }
  const listed = FACETS.map((facet) => [facet, [...counts[facet]].sort(([, left], [, right]) => right - left)]);
  return Object.fromEntries(listed);
}

const byPlace = (left, right) => left.bundle.age - right.bundle.age || left.row.place - right.row.place;
const byNewest = (left, right) => right.row.date.localeCompare(left.row.date);
// A teaser comes after the stories that have the query as well.
const byRank = (left, right) =>
  right.level - left.level || left.row.teaser - right.row.teaser || right.score - left.score;
const ORDERS = {
  relevance: (left, right) => byRank(left, right) || byNewest(left, right) || byPlace(left, right),
  newest: (left, right) => byNewest(left, right) || byRank(left, right) || byPlace(left, right),
  oldest: (left, right) => byNewest(right, left) || byRank(left, right) || byPlace(left, right),
};

/** A story as the page shows it; texts are lists of {text, mark}, passages have them as `segments`. */
async function describe({ row, bundle, result }, runs) {
  const { url, content, meta } = await bundle.fragment({ id: row.id, result });
  const pattern = passages.markPattern(runs, bundle.inBigrams);
  const blocks = spelling.readBlocks(content, meta.patches, bundle.inBigrams).map(({ letter, text }) => ({
    letter,
    text,
    isCjk: spelling.hasCjk(text),
    marks: passages.findMarks(spelling.fold(text), pattern),
  }));
  const head = (letter) => blocks.find((block) => block.letter === letter) ?? { text: "", marks: [] };
  const [title, kicker, byline] = ["t", "k", "b"].map(head);
  const excerpt = passages.excerptOf(blocks);
  const shown = [title, kicker, byline, { marks: excerpt?.marks ?? [] }].flatMap(({ marks }) => marks);
  const elsewhere = passages.bestPassage(blocks, new Set(shown.map(({ run }) => run)));
  const { date, number, edition } = row;
  const stood = { section: row.section[0] ?? "", page: row.page[0] ?? "", number, edition, date };
  const texts = { title: passages.whole(title), kicker: passages.whole(kicker), byline: passages.whole(byline) };
  return { address: url, ...stood, ...texts, excerpt: passages.clipped(excerpt), elsewhere: passages.clipped(elsewhere) };
}
