/**
 * Search, away from the page's thread: a module worker round Pagefind.
 *
 * It is a worker of ours, not Pagefind's, because a document's `lang` would make Pagefind cut Chinese queries into
 * words; here is no document. Messages in:
 *   {type: "open", base, bigrams, passages}   the site's base path (`/` or `/paper/`) and the addresses of
 *                                             bigrams.js and passages.js; loads what a first search needs
 *   {type: "search", id, query, filters: {section: [], byline: [], page: [], from, to}, sort, limit}
 * and out, for the newest search only:
 *   {type: "results", id, total, loose, counts: {section: [[name, count]], byline: …, page: …}, results: […]},
 *     a result being what `describe` gives: `excerpt` is of the copy, `elsewhere` shows what of the query stands
 *     neither there nor in title, kicker and byline
 *   {type: "failed", id, message}
 * Dates are `YYYY-MM-DD` or ""; `sort` is `relevance`, `newest` or `oldest`. `loose` says that no story has the query
 * as it stands and that these have its parts. A count is what its value would find beside the filters of other kinds.
 */

const FACETS = ["section", "byline", "page"];
const WHOLE_QUERY = 100; // far above any score of Pagefind's

let spelling;
let passages;
let bundles;
let newest = 0;

self.onmessage = async ({ data }) => {
  try {
    if (data.type === "open") {
      bundles ??= open(data);
      await bundles;
    } else {
      newest = data.id;
      const answer = await search(await bundles, data);
      if (answer && data.id === newest) self.postMessage({ type: "results", id: data.id, ...answer });
    }
  } catch (error) {
    if (data.type === "open") bundles = undefined;
    self.postMessage({ type: "failed", id: data.id, message: String(error) });
  }
};

// Every bundle has a copy of Pagefind's program; one is enough for all of them.
const programs = new Map();
const fetchFile = self.fetch.bind(self);
self.fetch = async (address, options) => {
  const program = /\/(wasm\.[^/]+\.pagefind)$/.exec(String(address))?.[1];
  if (!program) return fetchFile(address, options);
  if (!programs.has(program)) programs.set(program, fetchFile(address, options).then((answer) => answer.arrayBuffer()));
  return new Response((await programs.get(program)).slice(0));
};

/** The bundles of the directory, newest first, each with its Pagefind and its table of stories. */
async function open({ base, ...modules }) {
  [spelling, passages] = await Promise.all([import(modules.bigrams), import(modules.passages)]);
  const directory = await fetchJson(`${base}pagefind/bundles.json`, { cache: "no-cache" });
  const first = new Map(); // by language: Pagefind keeps one program a module, and the program does the stemming
  return Promise.all(
    directory.bundles.map((entry) => {
      const path = `${base}pagefind/${entry.name}/`;
      const pioneer = first.get(entry.language);
      // The program must stand before another bundle shares it, or it would be made twice, with two memories.
      const opened = pioneer
        ? pioneer.then(({ pagefind }) => openBundle(path, entry, pagefind))
        : import(`${path}pagefind.js`).then((pagefind) => openBundle(path, entry, pagefind));
      if (!pioneer) first.set(entry.language, opened);
      return opened;
    }),
  );
}

async function openBundle(path, { language, digest }, pagefind) {
  const table = fetchJson(`${path}stories.json?${digest}`);
  const engine = pagefind.createInstance({ basePath: path, noWorker: true, metaCacheTag: digest });
  await engine.search(""); // `init` doesn't wait for the program, a search does
  const { sections, people, pages, stories } = await table;
  const rows = stories.map(([id, date, section, names, page, number, edition, teaser], place) => ({
    id,
    place,
    date: String(date).replace(/(\d{4})(\d\d)(\d\d)/, "$1-$2-$3"),
    section: section < 0 ? [] : [sections[section]],
    byline: names.map((name) => people[name]),
    page: page < 0 ? [] : [pages[page]],
    number,
    edition,
    teaser,
  }));
  return { engine, pagefind, inBigrams: language === "und", rows: new Map(rows.map((row) => [row.id, row])) };
}

async function fetchJson(address, options) {
  const answer = await self.fetch(address, options);
  if (!answer.ok) throw new Error(`${answer.status} for ${address}`);
  return answer.json();
}

async function search(opened, { id, query, filters, sort, limit }) {
  let runs = spelling.readQuery(query);
  let found = await findAll(opened, runs, id);
  let loose = false;
  if (found?.length === 0) {
    const parts = spelling.loosen(runs);
    if (parts.length > 0 && parts.map(({ text }) => text).join() !== runs.map(({ text }) => text).join()) {
      found = await findAll(opened, parts, id);
      loose = found?.length > 0;
      if (loose) runs = parts;
    }
  }
  if (!found) return null; // a newer search has come
  const { counts, kept } = narrow(found, filters);
  kept.sort(runs.length === 0 && sort === "relevance" ? ORDERS.newest : ORDERS[sort]);
  const patterns = { true: passages.markPattern(runs, true), false: passages.markPattern(runs, false) }; // by whether it's bigrams
  const results = await Promise.all(kept.slice(0, limit).map((story) => describe(story, patterns)));
  return { total: kept.length, loose, counts, results };
}

/** The stories that have all `runs`, from the newest bundle to the oldest; null once a newer search has come. */
async function findAll(opened, runs, id) {
  const found = [];
  for (const [age, bundle] of opened.entries()) {
    const scores = runs.length > 0 ? await findIn(bundle, runs) : await findEverything(bundle);
    if (id !== newest) return null;
    for (const [identity, story] of scores) found.push({ row: bundle.rows.get(identity), bundle, age, ...story });
  }
  return found;
}

async function findEverything({ engine }) {
  const { results } = await engine.search(null);
  return new Map(results.map((result) => [result.id, { level: 0, score: 0, result }]));
}

/** Fragment id -> {level, score, result} for the stories of a bundle that have all `runs`. */
async function findIn(bundle, runs) {
  const perRun = await Promise.all(runs.map((run) => findRun(bundle, run)));
  const found = perRun.reduce((left, right) => {
    const both = new Map();
    for (const [id, story] of left) {
      const other = right.get(id);
      if (other) both.set(id, { ...story, score: story.score + other.score });
    }
    return both;
  });
  if (found.size === 0) return found;
  const length = runs.reduce((sum, run) => sum + run.text.length, 0);
  for (const run of runs) await raise(bundle, found, run.text, run.text.length / length);
  if (runs.length > 1) {
    const titled = await inTitles(bundle, runs.map((run) => run.text).join(" "));
    for (const [id, story] of found) if (titled.has(id)) story.score += WHOLE_QUERY;
  }
  return found;
}

async function findRun({ engine, inBigrams }, { text, quoted }) {
  const words = inBigrams ? spelling.spell(text) : spelling.splitWords(text);
  if (words.length === 0) return new Map();
  const begins = inBigrams ? Array.from(text).length === 1 : words.length === 1 && !quoted;
  const ranked = await matches(engine, words.join(" "));
  if (begins) return inBigrams || (await isBeginning(engine, words[0], ranked)) ? ranked : new Map();
  // The phrase says which stories, the words without quotes how much they are about it.
  const exact = await matches(engine, `"${words.join(" ")}"`);
  return new Map(Array.from(exact, ([id, story]) => [id, ranked.get(id) ?? story]));
}

/** The stories where `term` stands in the copy; a hit in Pagefind's own metadata has no place in it. */
async function matches(engine, term) {
  const { results } = await engine.search(term);
  const inCopy = results.filter((result) => result.words.length > 0);
  return new Map(inCopy.map((result) => [result.id, { level: 0, score: result.score, result }]));
}

/** Pagefind falls back to a beginning of `word` where nothing begins with it: `zoology` must not find `zoo`. */
async function isBeginning(engine, word, ranked) {
  if (ranked.size === 0 || (await matches(engine, `"${word}"`)).size > 0) return true;
  const [{ result }] = ranked.values();
  const { content } = await result.data();
  const matched = spelling.fold(content.split(/\s+/u)[result.words[0]] ?? "");
  return spelling.splitWords(matched).join("").startsWith(word);
}

/**
 * Raise the level of the stories of `found` by how well `text` stands in them, times its `share` of the query: 3 in the
 * title, 2 in the copy, 1 and 0 as a part of another Latin word (`ai` in `waiting`) there.
 */
async function raise(bundle, found, text, share) {
  const titled = await inTitles(bundle, text);
  const edges = bundle.inBigrams ? spelling.edgeWords(text) : spelling.splitWords(text);
  const whole = await haveAll(bundle, bundle.inBigrams ? spelling.markWhole(edges) : edges);
  const wholeTitled = bundle.inBigrams ? await haveAll(bundle, spelling.markTitle(spelling.markWhole(edges))) : titled;
  for (const [id, story] of found) {
    // A teaser's title is no more than a mention of its story.
    const inTitle = titled.has(id) && !bundle.rows.get(id).teaser;
    if (!whole || whole.has(id)) story.level += share * (inTitle && (!wholeTitled || wholeTitled.has(id)) ? 3 : 2);
    else if (inTitle) story.level += share;
  }
}

/** The stories that have `text` in the title. */
async function inTitles({ engine, inBigrams }, text) {
  const words = spelling.markTitle(inBigrams ? spelling.spell(text) : spelling.splitWords(text));
  if (words.length === 0) return new Map();
  const begins = inBigrams && Array.from(text).length === 1;
  return matches(engine, begins ? words[0] : `"${words.join(" ")}"`);
}

/** The stories that have each of `words`; null, for all of them, where there are none. */
async function haveAll({ engine }, words) {
  let all = null;
  for (const word of words) {
    const found = await matches(engine, `"${word}"`);
    all = all ? new Map([...all].filter(([id]) => found.has(id))) : found;
  }
  return all;
}

/** The stories that pass all `filters`, and for each value of each facet how many pass the others and have it. */
function narrow(found, filters) {
  const counts = Object.fromEntries(FACETS.map((facet) => [facet, new Map()]));
  const kept = [];
  for (const story of found) {
    const { row } = story;
    if ((filters.from && row.date < filters.from) || (filters.to && row.date > filters.to)) continue;
    const failed = FACETS.filter(
      (facet) => filters[facet]?.length > 0 && !row[facet].some((value) => filters[facet].includes(value)),
    );
    if (failed.length === 0) kept.push(story);
    for (const facet of FACETS) {
      if (failed.some((other) => other !== facet)) continue;
      for (const value of row[facet]) counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
    }
  }
  const listed = FACETS.map((facet) => [facet, [...counts[facet]].sort(([, left], [, right]) => right - left)]);
  return { counts: Object.fromEntries(listed), kept };
}

const byPlace = (left, right) => left.age - right.age || left.row.place - right.row.place;
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
async function describe({ row, bundle, result }, patterns) {
  const { url, content, meta } = await result.data();
  const blocks = spelling.readBlocks(content, meta.patches, bundle.inBigrams).map(({ letter, text }) => ({
    letter,
    text,
    isCjk: spelling.hasCjk(text),
    marks: passages.findMarks(spelling.fold(text), patterns[bundle.inBigrams]),
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
