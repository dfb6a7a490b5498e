/**
 * Bundles, opened as far as a search needs them, and what is found in one; see broadsheet/publishing/search_index.py.
 *
 * Pagefind asks for several small files in a row before it searches. They are the same in all bundles of a language, or
 * have names that are, so that here they are fetched at once, and those of one bundle serve all.
 */

const WHOLE_QUERY = 100; // far above any score of Pagefind's

let fetchFile;
let spelling;
let failure; // of a file that Pagefind asked for: it would go on without it, and miss stories
const byPath = new Map();
const ahead = new Map(); // address -> what is on its way from there, before Pagefind asks for it
const programs = new Map(); // by language, which the program does the stemming for

/** The bundles of the directory; `self.fetch`, which Pagefind uses, is taken over, and its program is on its way. */
export function openBundles(entries, bigrams) {
  fetchFile = self.fetch.bind(self);
  spelling = bigrams;
  self.fetch = serve;
  const oldest = new Map(entries.map((entry) => [entry.language, entry]));
  const bundles = entries.map((entry) => new Bundle(entry, oldest.get(entry.language)));
  bundles[0]?.program();
  return bundles;
}

class Bundle {
  constructor(entry, oldest) {
    Object.assign(this, entry, { oldest, inBigrams: entry.language === "und" });
    byPath.set(entry.path, this);
  }

  /** The table of stories: fragment id -> row. */
  rows() {
    this.table ??= fetchFile(`${this.path}stories.json`).then(readRows);
    return this.table;
  }

  /** Have the fragments of the stories at `places`, in the order of indexing, on their way: editions, then addresses. */
  async expect(places) {
    if (places.length === 0) return;
    const order = [...(await this.rows()).values()].sort(byEdition);
    for (const { id } of places.map((place) => order[place])) {
      const address = `${this.path}fragment/${id}.pf_fragment`;
      // Should it fail, Pagefind asks again.
      if (!ahead.has(address)) ahead.set(address, fetchBytes(address).catch(() => undefined));
    }
  }

  /** Pagefind, ready for this bundle. */
  engine() {
    if (!this.opened) {
      const program = this.program();
      this.opened = this.open(program, program.pioneer);
      program.pioneer ??= this.opened;
    }
    return this.opened;
  }

  /** What all bundles of the language share, from the oldest: its files change least and stay in the browser's cache. */
  program() {
    const { language } = this;
    if (!programs.has(language)) {
      const { path } = this.oldest;
      const [entry, program] = ["pagefind-entry.json", "wasm.pagefind"].map((name) => fetchBytes(path + name));
      programs.set(language, { module: import(`${path}pagefind.js`), entry, program });
    }
    return programs.get(language);
  }

  async open(program, pioneer) {
    this.meta = fetchBytes(`${this.path}pagefind.bundle.pf_meta`);
    // Pagefind's program must stand before another bundle shares it, or it would be made twice, with two memories.
    const [{ createInstance }] = await Promise.all([program.module, pioneer]);
    const engine = createInstance({ basePath: this.path, noWorker: true });
    await engine.search(""); // `init` doesn't wait for the program, a search does
    return engine;
  }

  async search(term) {
    const { results } = await (await this.engine()).search(term);
    if (failure) throw failure;
    return results;
  }

  /** The stories where `term` stands in the copy; a hit in Pagefind's own metadata has no place in it. */
  async matches(term) {
    const inCopy = (await this.search(term)).filter((result) => result.words.length > 0);
    return new Map(inCopy.map((result) => [result.id, { score: result.score, places: result.words, result }]));
  }

  /** Fragment id -> {row, level, score} for the stories that have all `runs`; for all stories where there are none. */
  async find(runs) {
    const rows = await (runs.length > 0 ? undefined : this.rows());
    if (rows) return new Map(Array.from(rows, ([id, row]) => [id, { row, level: 0, score: 0, bundle: this }]));
    const [table, ...perRun] = await Promise.all([this.rows(), ...runs.map((run) => this.findRun(run))]);
    const found = new Map();
    for (const id of perRun[0].keys()) {
      const hits = perRun.map((run) => run.get(id));
      if (hits.every(Boolean)) found.set(id, { ...meet(hits, table.get(id).titleWords, this.inBigrams ? 1 : 0), row: table.get(id), bundle: this });
    }
    const length = runs.reduce((sum, { text }) => sum + text.length, 0);
    if (found.size > 0) {
      await Promise.all(runs.map((run, place) => this.raise(found, run.text, run.text.length / length, place)));
    }
    return found;
  }

  /** Fragment id -> {score, starts, length}: where in the story the run begins, and how many words it is. */
  async findRun({ text, quoted }) {
    if (this.inBigrams) return this.findCharacters(text);
    const words = spelling.splitWords(text);
    if (words.length === 0) return new Map();
    const ranked = await this.matches(words.join(" "));
    if (words.length === 1 && !quoted) return (await this.isBeginning(words[0], ranked)) ? placed(ranked, 1) : new Map();
    // The phrase says which stories, the words without quotes where they stand and how much they are about it.
    const exact = await this.matches(`"${words.join(" ")}"`);
    return placed(new Map(Array.from(exact, ([id, hit]) => [id, ranked.get(id) ?? hit])), words.length);
  }

  /** As `findRun`. Every other bigram is enough, at the right distances; each costs a reader about 36 KB. */
  async findCharacters(text) {
    const words = spelling.spell(text);
    const length = Array.from(text).length;
    if (length === 1) return placed(await this.matches(words[0]), 1);
    const offsets = spelling.offsetsIn(length);
    const parts = [...new Set(offsets.map((offset) => words[offset]))];
    // A word that nothing begins with would be looked for by its beginning, but not in quotes.
    const exact = await Promise.all(parts.map((word) => this.matches(`"${word}"`)));
    const ids = [...exact[0].keys()].filter((id) => exact.every((hits) => hits.has(id)));
    if (ids.length === 0) return new Map();
    const ranked = new Map();
    for (const word of parts) ranked.set(word, await this.matches(word));
    const found = new Map();
    for (const id of ids) {
      const places = offsets.map((offset) => new Set(ranked.get(words[offset]).get(id)?.places));
      const starts = [...places[0]].filter((start) => places.every((own, part) => own.has(start + offsets[part])));
      const score = parts.reduce((sum, word) => sum + (ranked.get(word).get(id)?.score ?? 0), 0);
      if (starts.length > 0) found.set(id, { score, starts, length, result: exact[0].get(id).result });
    }
    return found;
  }

  /** Pagefind falls back to a beginning of `word` where nothing begins with it: `zoology` must not find `zoo`. */
  async isBeginning(word, ranked) {
    if (ranked.size === 0 || (await this.matches(`"${word}"`)).size > 0) return true;
    const [{ result }] = ranked.values();
    const { content } = await result.data();
    const matched = spelling.fold(content.split(/\s+/u)[result.words[0]] ?? "");
    return spelling.splitWords(matched).join("").startsWith(word);
  }

  /**
   * Raise the level of the stories of `found` by how well a run stands in them, times its `share` of the query: 3 in
   * the title, 2 in the copy, 1 and 0 as a part of another Latin word (`ai` in `waiting`) there.
   */
  async raise(found, text, share, place) {
    const edges = this.inBigrams ? spelling.edgeWords(text) : spelling.splitWords(text);
    const whole = await this.haveAll(this.inBigrams ? spelling.markWhole(edges) : edges);
    const wholeTitled = this.inBigrams && (await this.haveAll(spelling.markTitle(spelling.markWhole(edges))));
    for (const [id, story] of found) {
      // A teaser's title is no more than a mention of its story.
      const inTitle = story.titled[place] && !story.row.teaser;
      if (!whole || whole.has(id)) story.level += share * (inTitle && (!wholeTitled || wholeTitled.has(id)) ? 3 : 2);
      else if (inTitle) story.level += share;
    }
  }

  /** The stories that have each of `words`; null, for all of them, where there are none. */
  async haveAll(words) {
    if (words.length === 0) return null;
    const found = await Promise.all(words.map((word) => this.matches(`"${word}"`)));
    return new Set([...found[0].keys()].filter((id) => found.every((hits) => hits.has(id))));
  }

  /** A story's fragment: `{url, content, meta}`. */
  async fragment({ id, result }) {
    const found = result ?? (await this.search(null)).find((each) => each.id === id);
    const fragment = await found.data();
    if (failure) throw failure;
    return fragment;
  }
}

/** Hits of every run in one story, as one: which stand in the title, and in a row there, `space` words between. */
function meet(hits, titleWords, space) {
  const titles = hits.map(({ starts, length }) => starts.filter((start) => start > 0 && start + length - 1 <= titleWords));
  const inRow = titles[0].some((first) => {
    let start = first;
    return titles.every((own, place) => {
      const stands = own.includes(start);
      start += hits[place].length + space;
      return stands;
    });
  });
  const score = hits.reduce((sum, hit) => sum + hit.score, hits.length > 1 && inRow ? WHOLE_QUERY : 0);
  return { level: 0, score, titled: titles.map((own) => own.length > 0), result: hits[0].result };
}

/** Hits of a phrase of `length` words: where it begins. */
function placed(hits, length) {
  const steps = Array.from({ length }, (_, place) => place);
  return new Map(
    Array.from(hits, ([id, { score, places, result }]) => {
      const own = new Set(places);
      const starts = places.filter((start) => steps.every((step) => own.has(start + step)));
      return [id, { score, starts, length, result }];
    }),
  );
}

/** By date, then label, as editions stand in a bundle; the rows of one have the order of their addresses already. */
function byEdition(left, right) {
  return compare(left.date, right.date) || compare(left.edition, right.edition) || left.place - right.place;
}

function compare(left, right) {
  return Number(left > right) - Number(left < right);
}

async function readRows(answer) {
  if (!answer.ok) throw new Error(`${answer.status} for ${answer.url}`);
  const { sections, people, pages, stories } = await answer.json();
  const rows = stories.map(([id, date, section, names, page, number, edition, teaser, titleWords], place) => ({
    id,
    place,
    date: String(date).replace(/(\d{4})(\d\d)(\d\d)/, "$1-$2-$3"),
    section: section < 0 ? [] : [sections[section]],
    byline: names.map((name) => people[name]),
    page: page < 0 ? [] : [pages[page]],
    number,
    edition,
    teaser,
    titleWords,
  }));
  return new Map(rows.map((row) => [row.id, row]));
}

/** `self.fetch` as Pagefind sees it. */
async function serve(address, options) {
  const [, path, name] = /^(.*\/)([^/?]+)(?:\?.*)?$/.exec(String(address));
  const bundle = byPath.get(path);
  try {
    if (name === "pagefind-entry.json") return new Response(await bundle.program().entry);
    if (name.startsWith("wasm.")) return new Response(await bundle.program().program);
    if (name.endsWith(".pf_meta")) return new Response(await bundle.meta);
    const early = await ahead.get(path + name);
    if (early) return new Response(early);
    const answer = await fetchFile(address, options);
    if (!answer.ok) throw new Error(`${answer.status} for ${address}`);
    return answer;
  } catch (error) {
    failure = error;
    throw error;
  }
}

async function fetchBytes(address) {
  const answer = await fetchFile(address);
  if (!answer.ok) throw new Error(`${answer.status} for ${address}`);
  return answer.arrayBuffer();
}
