/**
 * Search, away from the page's thread: a module worker round Pagefind.
 *
 * It is a worker of ours, not Pagefind's, because a document's `lang` would make Pagefind cut Chinese queries into
 * words; here is no document. Messages in:
 *   {type: "open", base, bigrams}   the site's base path (`/` or `/paper/`) and the address of bigrams.js; loads
 *                                   what a first search needs
 *   {type: "search", id, query, filters: {section: [], byline: [], page: [], from, to}, sort, limit}
 * and out, for the newest search only:
 *   {type: "results", id, total, loose, counts: {section: [[name, count]], byline: …, page: …}, results: […]},
 *     a result being what `describe` gives
 *   {type: "failed", id, message}
 * Dates are `YYYY-MM-DD` or ""; `sort` is `relevance`, `newest` or `oldest`. `loose` says that no story has the query
 * as it stands and that these have its parts. A count is what its value would find beside the filters of other kinds.
 */

const FACETS = ["section", "byline", "page"];
const EXCERPT = 90; // characters of Chinese; Latin letters are half as wide
const IN_TITLE = 1000; // far above any score of Pagefind's: titles weigh most
const WHOLE_QUERY = 100;

let spelling;
let bundles;
let newest = 0;

self.onmessage = async ({ data }) => {
  try {
    if (data.type === "open") {
      bundles ??= open(data.base, data.bigrams);
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
async function open(base, bigrams) {
  spelling = await import(bigrams);
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
  const rows = stories.map(([id, date, section, names, page, number, edition], place) => ({
    id,
    place,
    date: String(date).replace(/(\d{4})(\d\d)(\d\d)/, "$1-$2-$3"),
    section: section < 0 ? [] : [sections[section]],
    byline: names.map((name) => people[name]),
    page: page < 0 ? [] : [pages[page]],
    number,
    edition,
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
  kept.sort(ORDERS[sort] ?? ORDERS.relevance);
  const patterns = { true: markPattern(runs, true), false: markPattern(runs, false) }; // by whether it's bigrams
  const results = await Promise.all(kept.slice(0, limit).map((story) => describe(story, patterns)));
  return { total: kept.length, loose, counts, results };
}

/** The stories that have all `runs`, from the newest bundle to the oldest; null once a newer search has come. */
async function findAll(opened, runs, id) {
  const found = [];
  for (const [age, bundle] of opened.entries()) {
    const scores = runs.length > 0 ? await findIn(bundle, runs) : await findEverything(bundle);
    if (id !== newest) return null;
    for (const [identity, { score, result }] of scores) {
      found.push({ row: bundle.rows.get(identity), bundle, age, score, result });
    }
  }
  return found;
}

async function findEverything({ engine }) {
  const { results } = await engine.search(null);
  return new Map(results.map((result) => [result.id, { score: 0, result }]));
}

/** Fragment id -> {score, result} for the stories of a bundle that have all `runs`. */
async function findIn(bundle, runs) {
  const perRun = await Promise.all(runs.map((run) => findRun(bundle, run)));
  const found = perRun.reduce((left, right) => {
    const both = new Map();
    for (const [id, story] of left) {
      const other = right.get(id);
      if (other) both.set(id, { score: story.score + other.score, result: story.result });
    }
    return both;
  });
  if (found.size === 0) return found;
  const length = runs.reduce((sum, run) => sum + run.text.length, 0);
  for (const run of runs) await raise(bundle, found, run.text, (IN_TITLE * run.text.length) / length);
  if (runs.length > 1) await raise(bundle, found, runs.map((run) => run.text).join(" "), WHOLE_QUERY);
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
  return new Map(Array.from(exact, ([id, { score, result }]) => [id, { score: ranked.get(id)?.score ?? score, result }]));
}

/** The stories where `term` stands in the copy; a hit in Pagefind's own metadata has no place in it. */
async function matches(engine, term) {
  const { results } = await engine.search(term);
  const inCopy = results.filter((result) => result.words.length > 0);
  return new Map(inCopy.map((result) => [result.id, { score: result.score, result }]));
}

/** Pagefind falls back to a beginning of `word` where nothing begins with it: `zoology` must not find `zoo`. */
async function isBeginning(engine, word, ranked) {
  if (ranked.size === 0 || (await matches(engine, `"${word}"`)).size > 0) return true;
  const [{ result }] = ranked.values();
  const { content } = await result.data();
  const matched = spelling.fold(content.split(/\s+/u)[result.words[0]] ?? "");
  return spelling.splitWords(matched).join("").startsWith(word);
}

/** Add `points` to the stories of `found` that have `text` in the title. */
async function raise({ engine, inBigrams }, found, text, points) {
  const words = spelling.markTitle(inBigrams ? spelling.spell(text) : spelling.splitWords(text));
  if (words.length === 0) return;
  const begins = inBigrams && Array.from(text).length === 1;
  for (const id of (await matches(engine, begins ? words[0] : `"${words.join(" ")}"`)).keys()) {
    const story = found.get(id);
    if (story) story.score += points;
  }
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
const byScore = (left, right) => right.score - left.score;
const ORDERS = {
  relevance: (left, right) => byScore(left, right) || byNewest(left, right) || byPlace(left, right),
  newest: (left, right) => byNewest(left, right) || byScore(left, right) || byPlace(left, right),
  oldest: (left, right) => byNewest(right, left) || byScore(left, right) || byPlace(left, right),
};

/** A story as the page shows it; texts are lists of {text, mark}. */
async function describe({ row, bundle, result }, patterns) {
  const { url, content, meta } = await result.data();
  const blocks = spelling.readBlocks(content, meta.patches, bundle.inBigrams).map(({ letter, text }) => ({
    letter,
    text,
    marks: findMarks(text, patterns[bundle.inBigrams]),
  }));
  const block = (letter) => blocks.find((other) => other.letter === letter);
  const segments = (letter) => (block(letter) ? cut(block(letter), 0, block(letter).text.length) : []);
  const { date, number, edition } = row;
  const stood = { section: row.section[0] ?? "", page: row.page[0] ?? "", number, edition, date };
  const texts = { title: segments("t"), kicker: segments("k"), byline: segments("b"), excerpt: excerptOf(blocks) };
  return { address: url, ...stood, ...texts };
}

/** What to mark in folded copy: any of `runs`, the longest first. */
function markPattern(runs, inBigrams) {
  const alternatives = runs.map(({ text, quoted }) => {
    const literal = text.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
    // In an index of words a run is the beginning of a word, and its stem is enough for its other forms.
    return inBigrams || quoted || text.length <= 5 ? literal : `${literal}|${literal.slice(0, -2)}`;
  });
  const either = alternatives.sort((left, right) => right.length - left.length).join("|");
  if (either === "") return /(?!)/gu;
  return new RegExp(inBigrams ? either : `(?<![\\p{L}\\p{N}])(?:${either})[\\p{L}\\p{N}]*`, "gu");
}

/** Where `pattern` stands in `text`: [start, end], in order and apart. */
function findMarks(text, pattern) {
  const marks = [];
  for (const { index, 0: hit } of spelling.fold(text).matchAll(pattern)) {
    const last = marks.at(-1);
    if (last?.[1] === index) last[1] = index + hit.length;
    else marks.push([index, index + hit.length]);
  }
  return marks;
}

/** A stretch of the block below the headline that has most marks; else of the first paragraph. */
function excerptOf(blocks) {
  const below = blocks.filter(({ letter }) => !"tkb".includes(letter));
  const best = below.reduce((most, block) => (block.marks.length > (most?.marks.length ?? 0) ? block : most), undefined);
  const block = best ?? below.find(({ letter }) => letter === "p") ?? below[0];
  if (!block) return { before: false, segments: [], after: false };
  const { text } = block;
  const width = spelling.hasCjk(text) ? EXCERPT : EXCERPT * 2;
  const mark = block.marks[0]?.[0] ?? 0;
  let start = text.length <= width || mark < width / 2 ? 0 : mark - Math.floor(width / 3);
  if (start > 0) {
    // Begin after a stop or a space rather than inside a sentence or a word, but never past the mark.
    const stop = /[。！？；，、.!?;,\s][”’」』）)]?/u.exec(text.slice(start, mark));
    start = stop ? start + stop.index + stop[0].length : start;
  }
  let end = Math.min(text.length, start + width);
  if (end < text.length && !spelling.hasCjk(text)) end = Math.max(text.lastIndexOf(" ", end), mark + 1);
  end = block.marks.find(([from, to]) => from < end && to > end)?.[1] ?? end;
  if (/[\udc00-\udfff]/.test(text[start] ?? "")) start -= 1;
  if (/[\udc00-\udfff]/.test(text[end] ?? "")) end += 1;
  return { before: start > 0, segments: cut(block, start, end), after: end < text.length };
}

function cut({ text, marks }, start, end) {
  const segments = [];
  let place = start;
  const push = (to, mark) => {
    if (to > place) segments.push({ text: text.slice(place, to), mark });
    place = Math.max(place, to);
  };
  for (const [from, to] of marks) {
    if (to <= start || from >= end) continue;
    push(Math.max(from, start), false);
    push(Math.min(to, end), true);
  }
  push(end, false);
  return segments;
}
