/**
 * How queries are spelt and documents read back: the other half of broadsheet/rendering/search/bigrams.py, which
 * says why. The two are held together by tests/browser/search.
 */

const ESCAPE = "\ua500";
const ASTRAL = "\ua501";
const TITLE_MARK = "\ua502";
const BLOCK_MARK = "\ua503";
const WORD_MARK = "\ua504";

const PLAIN = /^[0-9A-Za-z\u3400-\u4dbf\u4e00-\u9fff\u{20000}-\u{2a6df}]$/u;
const SPELT = new RegExp(`${ESCAPE}([0-9a-f]{4})|${ASTRAL}([0-9a-f]{6})|(.)`, "su");
const PATCH = new RegExp(`([0-9]+)((?:${ESCAPE}[0-9a-f]{4}|${ASTRAL}[0-9a-f]{6}|[^0-9])+)`, "gu");
const COMMON = /^[ -~\u2010-\u2027\u3001-\u303f\u3400-\u9fff\uff01-\uff0f\uff1a-\uff1f]*$/; // folded by lower case alone
const INVISIBLE = /\ufeff|(?![\s\u200c\u200d])[\p{Cc}\p{Cf}]/gu;
const CJK = /[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\u{20000}-\u{3ffff}]/u;

/** `text` composed, without invisible characters, white space collapsed: as copy was before it was spelt. */
export function tidy(text) {
  return text.normalize("NFC").replace(INVISIBLE, "").trim().replace(/\s+/gu, " ");
}

/** `text` as it is compared: half-width Latin, no Latin accents, lower case; as long as `text` is. */
export function fold(text) {
  if (COMMON.test(text)) return text.toLowerCase();
  return Array.from(text, (character) => {
    const half = halve(character);
    const lower = half.toLowerCase();
    return lower.length === half.length ? lower : half;
  }).join("");
}

/**
 * What a reader typed, as runs that must all occur: `{text, quoted}`, folded. White space separates runs, but not
 * inside quotation marks, whose kind makes no difference.
 */
export function readQuery(query) {
  const runs = tidy(query).matchAll(/(?:^|(?<=\s))["“„«「『]([^"“”„«»「」『』]+)["”»」』](?=\s|$)|\S+/gu);
  return Array.from(runs, ([whole, inside]) => {
    const text = inside?.trim(); // marks round nothing are searched for themselves: no query is none of all stories'
    return { text: fold(text || whole), quoted: Boolean(text) };
  });
}

/** The letters and digits of `runs` alone, cut between scripts too: for a query that no story has as it stands. */
export function loosen(runs) {
  const pieces = runs.flatMap((run) => run.text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
  const cjk = "\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Hang}";
  const parts = pieces.flatMap((piece) => piece.match(new RegExp(`[${cjk}]+|[^${cjk}]+`, "gu")));
  return [...new Set(parts)].map((text) => ({ text, quoted: false }));
}

/** The words to look for in a bigram index; a single character stands alone and is the beginning of a word. */
export function spell(text) {
  const characters = Array.from(text, escape);
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, place) => characters[place] + character);
}

/** Where the bigrams begin that cover `length` characters: every other place, and the last but one. */
export function offsetsIn(length) {
  return Array.from({ length: Math.max(0, length - 1) }, (_, place) => place).filter(
    (place) => place % 2 === 0 || place === length - 2,
  );
}

/** The pairs of characters to look up in the gram directory. */
export function gramsOf(text) {
  const characters = Array.from(text);
  return characters.slice(1).map((character, place) => characters[place] + character);
}

/** The words to look for in an index of words, each as Pagefind reads it: letters and digits only. */
export function splitWords(text) {
  return text.split(" ").map((word) => word.replace(/[^\p{L}\p{M}\p{N}]/gu, "")).filter(Boolean);
}

/** `words` as they stand in titles. */
export function markTitle(words) {
  return words.map((word) => TITLE_MARK + word);
}

/** The Latin words and numbers that `text`, folded, begins and ends with: a hit may be a part of these. */
export function edgeWords(text) {
  return [...new Set(text.match(/^[0-9a-z]+|[0-9a-z]+$/g))];
}

/** `words` as a document has those that stand alone; see bigrams.py. */
export function markWhole(words) {
  return words.map((word) => WORD_MARK + word);
}

/** The blocks of a document, `{letter, text}`, exactly as the copy was. */
export function readBlocks(content, patches, inBigrams) {
  const blocks = content.split(BLOCK_MARK).slice(1).filter((block) => !block.startsWith("m"));
  const texts = blocks.map((block) => {
    const words = block.slice(1).split(" ").filter(Boolean);
    return inBigrams ? words.map(firstCharacter).join("") : words.join(" ");
  });
  const characters = Array.from(texts.join(""));
  for (const [, offset, originals] of (patches ?? "").matchAll(PATCH)) {
    const restored = Array.from(originals.matchAll(new RegExp(SPELT, "gsu")), readCharacter);
    characters.splice(Number(offset), restored.length, ...restored);
  }
  let offset = 0;
  return texts.map((text, place) => {
    const length = Array.from(text).length;
    offset += length;
    return { letter: blocks[place][0], text: characters.slice(offset - length, offset).join("") };
  });
}

/** Whether `text` has a character of a script that is written without spaces. */
export function hasCjk(text) {
  return CJK.test(text);
}

function halve(character) {
  if (PLAIN.test(character)) return character;
  if (/\s/u.test(character)) return " ";
  if (/[０-９Ａ-Ｚａ-ｚ]/u.test(character)) return String.fromCodePoint(character.codePointAt(0) - 0xfee0);
  const base = character.normalize("NFD")[0];
  return /[A-Za-z]/.test(base) ? base : character;
}

function escape(character) {
  if (PLAIN.test(character)) return character;
  const point = character.codePointAt(0);
  return point <= 0xffff ? ESCAPE + point.toString(16).padStart(4, "0") : ASTRAL + point.toString(16).padStart(6, "0");
}

function firstCharacter(word) {
  const first = word[0];
  if (first !== ESCAPE && first !== ASTRAL && !(first >= "\ud800" && first <= "\udbff")) return first;
  return readCharacter(SPELT.exec(word));
}

function readCharacter([whole, four, six]) {
  const point = four ?? six;
  return point ? String.fromCodePoint(Number.parseInt(point, 16)) : whole;
}
