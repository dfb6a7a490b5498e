/**
 * What a result shows of a story: the passages that have most of the query, and the marks in them.
 *
 * A block is `{letter, text, isCjk, marks}`, a letter being one of broadsheet/rendering/search/document.py; a passage
 * is `{text, start, end, marks}`, a stretch of one block.
 */

const EXCERPT = 90; // characters of Chinese; Latin letters are half as wide

/** What to mark in folded copy: any of `runs`, the longest first, each a group. */
export function markPattern(runs, inBigrams) {
  const texts = [...runs].sort((left, right) => right.text.length - left.text.length);
  const alternatives = texts.map(({ text, quoted }) => {
    const literal = text.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
    // In an index of words a run is the beginning of a word, and its stem is enough for its other forms.
    return inBigrams || quoted || text.length <= 5 ? `(${literal})` : `(${literal}|${literal.slice(0, -2)})`;
  });
  const either = alternatives.join("|");
  if (either === "") return /(?!)/gu;
  return new RegExp(inBigrams ? either : `(?<![\\p{L}\\p{N}])(?:${either})[\\p{L}\\p{N}]*`, "gu");
}

/** Where `pattern` stands in `folded` copy, in order: `{from, to, run, whole}`; `run` is the number of its group. */
export function findMarks(folded, pattern) {
  return Array.from(folded.matchAll(pattern), ({ index: from, 0: hit, ...groups }) => {
    const to = from + hit.length;
    const part = /[0-9a-z]{2}/.test(folded.slice(from - 1, from + 1)) || /[0-9a-z]{2}/.test(folded.slice(to - 1, to + 1));
    return { from, to, run: Object.values(groups).findIndex((group) => group !== undefined), whole: !part };
  });
}

/** The stretch of the copy that has most of the query, else the copy's opening; undefined for a story without copy. */
export function excerptOf(blocks) {
  const copy = blocks.filter(({ letter }) => letter === "p");
  const told = copy.filter(isSentence);
  const opening = told[0] ?? copy[0] ?? blocks.find(({ letter }) => letter === "s" || letter === "c");
  return bestPassage(told, new Set()) ?? (opening && passageAt(opening, 0));
}

/** The stretch of any of `blocks` that has most of the runs that aren't `shown` yet; undefined where none has any. */
export function bestPassage(blocks, shown) {
  let best;
  for (const block of blocks) {
    for (const mark of block.marks) {
      if (shown.has(mark.run)) continue;
      const passage = passageAt(block, mark.from);
      const points = new Map(); // by run: a whole word is worth more than a part of one
      for (const { run, whole } of passage.marks) {
        if (!shown.has(run)) points.set(run, Math.max(points.get(run) ?? 0, whole ? 3 : 2));
      }
      const worth = [...points.values()].reduce((sum, point) => sum + point, passage.marks.length / 1000);
      if (worth > (best?.worth ?? 0)) best = { ...passage, worth };
    }
  }
  return best;
}

/** Longer than a heading or a dateline. */
function isSentence({ text, isCjk }) {
  return /[。！？…]|[.!?](?=\s|$)/u.test(text) || text.length > (isCjk ? EXCERPT / 3 : EXCERPT);
}

/** The stretch of a block round the mark that begins at `mark`, with the marks in it. */
function passageAt({ text, isCjk, marks }, mark) {
  const width = isCjk ? EXCERPT : EXCERPT * 2;
  let start = text.length <= width || mark < width / 2 ? 0 : mark - Math.floor(width / 3);
  if (start > 0) {
    // Begin after a stop or a space rather than inside a sentence or a word, but never past the mark.
    const stop = /[。！？；，、.!?;,\s][”’」』）)]?/u.exec(text.slice(start, mark));
    start = stop ? start + stop.index + stop[0].length : start;
  }
  let end = Math.min(text.length, start + width);
  if (end < text.length && !isCjk) end = Math.max(text.lastIndexOf(" ", end), mark + 1);
  end = marks.find(({ from, to }) => from < end && to > end)?.to ?? end;
  if (/[\udc00-\udfff]/.test(text[start] ?? "")) start -= 1;
  if (/[\udc00-\udfff]/.test(text[end] ?? "")) end += 1;
  return { text, start, end, marks: marks.filter(({ from, to }) => to > start && from < end) };
}

/** A passage as the page shows it. */
export function clipped(passage) {
  if (!passage) return { before: false, segments: [], after: false };
  const { text, start, end } = passage;
  return { before: start > 0, segments: cut(passage, start, end), after: end < text.length };
}

/** All of a block as the page shows it. */
export function whole(block) {
  return cut(block, 0, block.text.length);
}

function cut({ text, marks }, start, end) {
  const segments = [];
  let place = start;
  const push = (to, mark) => {
    if (to <= place) return;
    const last = segments.at(-1);
    if (mark && last?.mark) last.text += text.slice(place, to);
    else segments.push({ text: text.slice(place, to), mark });
    place = to;
  };
  for (const { from, to } of marks) {
    push(Math.max(from, start), false);
    push(Math.min(to, end), true);
  }
  push(end, false);
  return segments;
}
