/**
 * The search page: what the reader types and chooses, the address, and the list of stories found.
 *
 * The searching is done by search-worker.js, which search-runner.js starts on the first focus of the field or when the
 * address already asks something. Copy is only ever put into the page as text.
 */

const STEP = 10; // results at first, and more at each press of the button
const PAUSE = 150; // milliseconds after the last key
const SHOWN = 10; // values of a facet before "show all"
const FACETS = ["section", "byline", "page"];
const INVISIBLE = /\ufeff|(?![\s\u200c\u200d])[\p{Cc}\p{Cf}]/gu; // as in bigrams.js, which the worker reads a query with

const form = document.querySelector("[data-search]");
const field = form.elements.q;
const status = document.querySelector("[data-search-status]");
const list = document.querySelector("[data-search-results]");
const more = document.querySelector("[data-search-more]");
const tools = form.querySelector("[data-search-tools]");
const filtering = form.querySelector("[data-search-filters]");
const clearing = form.querySelector("[data-search-clear]");
const searching = form.querySelector("[data-search-whole]");
const language = document.documentElement.lang || "en";
const words = JSON.parse(document.querySelector("[data-search-words]").textContent);
const plural = new Intl.PluralRules(language);
const numbers = new Intl.NumberFormat(language);
const dates = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });

const running = import(new URL(form.dataset.runner, document.baseURI).href);
const runner = running.then(({ Runner }) => new Runner(form, show, fail));

let limit = STEP;
let standing = 0; // results that more are asked for of
let whole = false; // whether every issue is searched, however many results there are
let timer;

/** What is asked, as the form has it. */
function question() {
  const data = new FormData(form);
  const filters = Object.fromEntries(FACETS.map((facet) => [facet, data.getAll(facet)]));
  let [from, to] = [data.get("from") ?? "", data.get("to") ?? ""];
  if (from && to && from > to) [from, to] = [to, from];
  return {
    query: (data.get("q") ?? "").replace(INVISIBLE, "").trim(),
    filters: { ...filters, from, to },
    sort: data.get("sort") || "relevance",
  };
}

function isFiltered({ filters }) {
  return Boolean(filters.from || filters.to) || FACETS.some((facet) => filters[facet].length > 0);
}

/** Ask the worker; the first `already` results on the page are part of the answer. */
function search(already = 0) {
  clearTimeout(timer);
  standing = already;
  const asking = question();
  if (asking.query === "" && !isFiltered(asking)) {
    empty("");
    tools.hidden = true;
    runner.then((each) => each.forget());
    return;
  }
  list.setAttribute("aria-busy", "true");
  if (whole || list.childElementCount === 0) status.textContent = words.searching;
  const rest = whole ? Infinity : Number(form.dataset.rest);
  const asked = { limit, step: STEP, rest, standing, ...asking };
  runner.then((each) => each.ask(asked)).catch((error) => fail(String(error)));
}

/** Put an answer of the worker's into the page, beside the first `kept` results, which stand there. */
function show({ total, since, until, done, loose, counts, results }, kept) {
  // What is found so far takes nothing away of what stands of the same question.
  if (!done && (whole || standing > 0) && results.length < list.childElementCount) return;
  const asking = question();
  const { query, filters } = asking;
  const quoted = /["“”„«»「」『』]/.test(query) ? query : fill(words.quoted, { query });
  const filtered = isFiltered(asking);
  const found = words.found.find(([sample]) => plural.select(sample) === plural.select(total)) ?? words.found[0];
  const sentences = [fill(found[1], { count: numbers.format(total) })];
  if (total === 0) sentences[0] = fill(filtered ? words.nothing : words.none, { query: quoted, filters: narrowing(filters) });
  else if (filtered) sentences[0] = fill(words.narrowed, { found: sentences[0], filters: narrowing(filters) });
  if (since) sentences[0] = fill(words.after, { found: sentences[0], date: day(since) });
  if (until) sentences[0] = fill(words.before, { found: sentences[0], date: day(until) });
  if (total > 0 && loose) {
    // Whatever the other filters are, no story of these days has the query.
    const days = narrowing({ ...filters, section: [], byline: [], page: [] });
    sentences.unshift(fill(words.loose, { query: days ? fill(words.narrowed, { found: quoted, filters: days }) : quoted }));
  }
  status.textContent = done ? sentences.join(" ") : words.searching;
  const focused = list.contains(document.activeElement) && document.activeElement.href;
  list.replaceChildren(...Array.from(list.children).slice(0, kept), ...results.slice(kept).map(draw));
  if (done) {
    list.removeAttribute("aria-busy");
    list.style.minHeight = "";
  }
  if (standing > 0) list.children[standing]?.querySelector("a").focus();
  else if (focused) [...list.querySelectorAll("a")].find(({ href }) => href === focused)?.focus();
  const partly = Boolean(since || until);
  more.hidden = !done || (results.length >= total && !partly);
  const wasOnButton = document.activeElement === searching;
  searching.hidden = !partly;
  if (wasOnButton && searching.hidden) list.querySelector("a")?.focus();
  tools.hidden = false;
  clearing.hidden = !filtered;
  for (const facet of FACETS) drawFacet(facet, counts[facet], filters[facet]);
}

function day(text) {
  return dates.format(new Date(`${text}T00:00:00Z`));
}

/** What narrows the search, in words: sections, people, pages and days. */
function narrowing({ from, to, ...chosen }) {
  const named = FACETS.flatMap((facet) => chosen[facet]);
  if (from && to) named.push(fill(words.between, { from: day(from), to: day(to) }));
  else if (from) named.push(fill(words.since, { date: day(from) }));
  else if (to) named.push(fill(words.until, { date: day(to) }));
  return named.join(" · ");
}

/** Say that there is no answer, and leave none of another question below that. */
function fail(message) {
  if (message) console.error(message);
  empty(words.failed);
}

function empty(said) {
  status.textContent = said;
  list.replaceChildren();
  list.removeAttribute("aria-busy");
  list.style.minHeight = "";
  more.hidden = searching.hidden = true;
}

/** One story: kicker, headline, excerpt, and where it stood in the paper. */
function draw(story) {
  const link = element("a", "", marked(story.title));
  link.href = encodeURI(story.address).replace(/[?#]/g, encodeURIComponent);
  const time = element("time", "", [day(story.date)]);
  time.dateTime = story.date;
  const page = [story.number && fill(words.page, { number: story.number }), story.page].filter(Boolean).join(" ");
  const edition = new Map(Object.entries(words.editions)).get(story.edition) ?? story.edition;
  const facts = [story.section, page, time, edition].filter(Boolean).map((fact) => element("span", "", [fact]));
  if (story.byline.length > 0) facts.push(element("span", "search-byline", marked(story.byline)));
  return element("li", "search-result", [
    ...(story.kicker.length > 0 ? [element("p", "search-kicker", marked(story.kicker))] : []),
    element("h2", "search-title", [link]),
    ...passage("search-excerpt", story.excerpt),
    ...passage("search-elsewhere", story.elsewhere),
    element("p", "search-facts", facts),
  ]);
}

function passage(className, { before, segments, after }) {
  if (segments.length === 0) return [];
  return [element("p", className, [before ? "…" : "", ...marked(segments), after ? "…" : ""])];
}

function marked(segments) {
  return segments.map(({ text, mark }) => (mark ? element("mark", "", [text]) : text));
}

function element(name, className, children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** The values of a facet with their counts, those chosen first and kept even when nothing has them any more. */
function drawFacet(facet, counted, chosen) {
  const box = form.querySelector(`[data-facet="${facet}"]`);
  const focused = box.contains(document.activeElement) ? document.activeElement.value : undefined;
  const counts = new Map(counted);
  const names = [...chosen, ...counted.map(([name]) => name).filter((name) => !chosen.includes(name))];
  const all = box.querySelector(".search-all");
  const open = all.getAttribute("aria-expanded") === "true";
  const items = names.map((name, place) => {
    const input = element("input", "", []);
    Object.assign(input, { type: "checkbox", name: facet, value: name, checked: chosen.includes(name) });
    const label = fill(words.value, { name, count: numbers.format(counts.get(name) ?? 0) });
    const item = element("li", "", [element("label", "", [input, " ", label])]);
    item.hidden = !open && place >= Math.max(SHOWN, chosen.length);
    return item;
  });
  box.querySelector("ul").replaceChildren(...items);
  box.hidden = names.length === 0;
  all.hidden = open || items.every((item) => !item.hidden);
  if (focused !== undefined) items[names.indexOf(focused)]?.querySelector("input").focus();
}

/** The form's question as an address of this page: the shortest that asks the same. */
function address() {
  const { query, filters, sort } = question();
  const values = new URLSearchParams();
  if (query) values.set("q", query);
  for (const facet of FACETS) for (const value of filters[facet]) values.append(facet, value);
  for (const end of ["from", "to"]) if (filters[end]) values.set(end, filters[end]);
  if (sort !== "relevance") values.set("sort", sort);
  const text = values.toString();
  return text ? `?${text}` : location.pathname;
}

/** The form as the address has it. */
function restore() {
  const values = new URLSearchParams(location.search);
  for (const name of ["q", "from", "to", "sort"]) form.elements[name].value = values.get(name) ?? "";
  for (const facet of FACETS) drawFacet(facet, [], values.getAll(facet));
  filtering.open ||= isFiltered(question()) && matchMedia("(min-width: 48rem)").matches; // a phone shows the results
  limit = history.state?.limit ?? STEP;
  whole = history.state?.whole ?? false;
  // Room for the results to come, so that the browser can go back to where the reader was, and stay there.
  list.style.minHeight = history.state ? `${history.state.height}px` : "";
  document.documentElement.style.overflowAnchor = "none";
  tools.hidden = !history.state;
  search();
}

/** Note in the history how many results stand, out of what, and how high the page is, for when the reader comes back. */
function note() {
  const height = document.documentElement.scrollHeight;
  if (list.childElementCount > 0) history.replaceState({ limit, whole, height }, "");
}

function ask(remember) {
  limit = STEP;
  whole = false;
  if (address() !== (location.search || location.pathname)) history[remember](null, "", address());
  search();
}

field.addEventListener("focus", () => runner.then((each) => each.start()), { once: true });
field.addEventListener("input", (event) => {
  clearTimeout(timer);
  if (!event.isComposing) timer = setTimeout(() => ask("replaceState"), PAUSE);
});
field.addEventListener("compositionend", () => ask("replaceState"));
form.addEventListener("change", (event) => {
  if (event.target !== field) ask("pushState");
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  ask("pushState");
});
form.addEventListener("click", (event) => {
  const all = event.target.closest(".search-all");
  if (all) {
    all.setAttribute("aria-expanded", "true");
    const items = [...all.parentElement.querySelectorAll("li")];
    const first = items.find((item) => item.hidden);
    for (const item of items) item.hidden = false;
    all.hidden = true;
    first?.querySelector("input").focus();
  }
  if (event.target.closest("[data-search-clear]")) {
    for (const end of ["from", "to"]) form.elements[end].value = "";
    for (const box of form.querySelectorAll("[data-facet] input")) box.checked = false;
    ask("pushState");
  }
});
searching.addEventListener("click", () => {
  whole = true;
  search();
  note();
});
more.addEventListener("click", () => {
  limit += STEP;
  search(list.childElementCount);
  note();
});
document.addEventListener("click", (event) => {
  if (event.target.closest("a[href]")) note();
});
addEventListener("popstate", restore);
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const typing = event.target.closest?.("input, select, textarea, [contenteditable]");
  const links = [...list.querySelectorAll(".search-title a")];
  const place = links.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === "/" && !typing) {
    field.focus();
    field.select();
  } else if (event.key === "Escape" && (event.target === field || place >= 0)) {
    field.value = "";
    field.focus();
    ask("replaceState");
  } else if (step && (place >= 0 || (event.target === field && step > 0 && links.length > 0))) {
    (links[place + step] ?? (step < 0 ? field : links[place])).focus();
  } else return;
  event.preventDefault();
});

restore();
