/**
 * Which bundles can hold a query: `/pagefind/bundles.json` and the gram directory, as
 * broadsheet/rendering/search/bundles.py and grams.py write them.
 */

const ENOUGH = 4; // grams that are looked up for a query; any of them are right, more narrow better
const SMALL = 2_000; // stories: on so small a shelf half as many do, and six fetches are what one line carries at once
const FINGERPRINT = 16; // bits
const VERSION = 3; // of bundles.json

/**
 * `{entries, holding}` of bundles.json: its bundles, each `{name, path, language, from, to, count, age}`, and a function
 * that gives those of them that may have all of some grams.
 */
export function openDirectory(directory, base, fetchFile) {
  if (directory.version !== VERSION) throw new Error(`bundles.json is of version ${directory.version}, not ${VERSION}`);
  const entries = directory.bundles.map(([name, from, to, count, digest, shelf], age) => {
    const path = `${base}pagefind/bundles/${name}-${digest}/`;
    return { name, path, language: name.split("-", 1)[0], from: day(from), to: day(to), count, shelf, age };
  });
  const shelves = directory.shelves.map(([buckets, digest], number) => ({
    bundles: entries.filter((bundle) => bundle.shelf === number).reverse(),
    stories: entries.reduce((sum, { shelf, count }) => sum + (shelf === number ? count : 0), 0),
    bits: Math.log2(buckets),
    address: (bucket) => `${base}pagefind/grams/${digest}/${bucket.toString(16).padStart(4, "0")}.grams`,
    loaded: new Map(),
  }));
  return { entries, holding: (grams) => holding(entries, shelves, chosen(grams), fetchFile) };
}

/** The bundles that may have all `grams`: those on no shelf, and those of which the directory says so. */
async function holding(bundles, shelves, grams, fetchFile) {
  if (grams.length === 0 || typeof DecompressionStream === "undefined") return bundles;
  const absent = new Set();
  const looked = shelves.flatMap((shelf) => {
    const asked = shelf.stories > SMALL ? grams : grams.filter((_, place) => place % 2 === 0);
    return asked.map((gram) => lookUp(shelf, gramHash(gram), absent, fetchFile));
  });
  await Promise.all(looked);
  return bundles.filter((bundle) => !absent.has(bundle));
}

async function lookUp(shelf, hash, absent, fetchFile) {
  const bucket = hash >>> (32 - shelf.bits);
  if (!shelf.loaded.has(bucket)) shelf.loaded.set(bucket, loadBucket(shelf.address(bucket), fetchFile));
  const numbers = await shelf.loaded.get(bucket);
  const length = numbers.getUint16(0, true);
  const width = Math.ceil(shelf.bundles.length / 8);
  if (numbers.byteLength !== 2 + length * (2 + width)) throw new Error(`no bucket of ${shelf.bundles.length} bundles`);
  const wanted = (hash >>> (32 - shelf.bits - FINGERPRINT)) & 0xffff;
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers.getUint16(2 + 2 * middle, true) < wanted) low = middle + 1;
    else high = middle;
  }
  const known = low < length && numbers.getUint16(2 + 2 * low, true) === wanted;
  const row = 2 + 2 * length + low * width;
  for (const [place, bundle] of shelf.bundles.entries()) {
    if (!known || !((numbers.getUint8(row + (place >> 3)) >> (place & 7)) & 1)) absent.add(bundle);
  }
}

async function loadBucket(address, fetchFile) {
  const answer = await fetchFile(address);
  if (!answer.ok) throw new Error(`${answer.status} for ${answer.url}`);
  const bytes = await answer.arrayBuffer();
  // Some hosts say what a file is packed with, and the browser has unpacked it.
  const [first, second] = new Uint8Array(bytes);
  if (first !== 0x1f || second !== 0x8b) return new DataView(bytes);
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new DataView(await new Response(unpacked).arrayBuffer());
}

/** ENOUGH of `grams`, from all over them; spaces say least. */
function chosen(grams) {
  const telling = [...new Set(grams)].filter((gram) => !gram.includes(" "));
  const step = Math.max(1, telling.length / ENOUGH);
  return Array.from({ length: Math.min(ENOUGH, telling.length) }, (_, place) => telling[Math.floor(place * step)]);
}

/** 32 bits of two characters, as `gram_hash` of grams.py. */
export function gramHash(gram) {
  const [first, second] = Array.from(gram, (character) => character.codePointAt(0));
  let mixed = Math.imul(first, 0x9e3779b1) + Math.imul(second, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

function day(number) {
  return String(number).replace(/(\d{4})(\d\d)(\d\d)/, "$1-$2-$3");
}
