/**
 * Which bundles can hold a query: `/pagefind/bundles.json` and the gram directory, as
 * broadsheet/rendering/search/bundles.py and grams.py write them.
 */

const FIRST = 4; // grams that are looked up at first: with half as many on a small shelf, what one line carries at once
const MOST = 12; // grams in all, where the first leave more than a FEW bundles; any are right, more narrow better
const FEW = 2;
const SMALL = 2_000; // stories; a shelf is small, too, that has less than an eighth of all
const FINGERPRINT = 16; // bits
const VERSION = 4; // of bundles.json

/**
 * `{entries, holding}` of bundles.json: its bundles, each `{name, path, language, from, to, count, age}`, and a function
 * that gives those of them that may have all of some grams, as `{age, places}`: the places in the bundle, in the order in
 * which it was indexed, of the stories that may have them; undefined where nothing is known.
 */
export function openDirectory(directory, base, fetchFile) {
  if (directory.version !== VERSION) throw new Error(`bundles.json is of version ${directory.version}, not ${VERSION}`);
  const entries = directory.bundles.map(([name, from, to, count, digest, shelf], age) => {
    const path = `${base}pagefind/bundles/${name}-${digest}/`;
    return { name, path, language: name.split("-", 1)[0], from: day(from), to: day(to), count, shelf, age };
  });
  const all = entries.reduce((sum, { count }) => sum + count, 0);
  const shelves = directory.shelves.map(([buckets, block, digest], number) => {
    const address = (bucket) => `${base}pagefind/grams/${digest}/${bucket.toString(16).padStart(4, "0")}.grams`;
    const bundles = entries.filter((bundle) => bundle.shelf === number).reverse();
    return new Shelf(bundles, all, block, Math.log2(buckets), (bucket) => fetchFile(address(bucket)));
  });
  return { entries, holding: (grams) => holding(entries, shelves, telling(grams)) };
}

/** The bundles that may have all `grams`: those on no shelf, and those of which the directory says so. */
async function holding(bundles, shelves, grams) {
  if (grams.length === 0) return bundles.map(({ age }) => ({ age }));
  const first = spread(grams, FIRST);
  const asked = shelves.map(({ isSmall }) => (isSmall ? first.filter((_, place) => place % 2 === 0) : first));
  let found = await Promise.all(shelves.map((shelf, place) => shelf.blocksWith(asked[place])));
  if (shelves.reduce((sum, shelf, place) => sum + shelf.bundlesOf(found[place]).size, 0) > FEW) {
    const all = spread(grams, MOST);
    found = await Promise.all(shelves.map((shelf, place) => shelf.blocksWith(all, found[place])));
  }
  const held = new Map(shelves.flatMap((shelf, place) => [...shelf.bundlesOf(found[place])]));
  const may = bundles.filter((bundle) => bundle.shelf < 0 || held.has(bundle));
  return may.map((bundle) => ({ age: bundle.age, places: held.get(bundle) }));
}

/** Bundles, the oldest first, and in which blocks of them, of `block` stories, grams are; `all` counts all shelves' stories. */
class Shelf {
  constructor(bundles, all, block, bits, fetchBucket) {
    Object.assign(this, { bundles, block, bits, fetchBucket, loaded: new Map(), blocks: 0 });
    this.starts = bundles.map(({ count }) => (this.blocks += Math.ceil(count / block)) - Math.ceil(count / block));
    const stories = bundles.reduce((sum, { count }) => sum + count, 0);
    this.isSmall = stories <= SMALL || 8 * stories < all;
  }

  /** The blocks that may have all `grams`, in order, of those `within`. */
  async blocksWith(grams, within) {
    if (within?.length === 0) return within;
    const each = await Promise.all(grams.map((gram) => this.blocksOf(gramHash(gram))));
    const [least, ...others] = (within ? [within, ...each] : each).sort((left, right) => left.length - right.length);
    const sets = others.map((blocks) => new Set(blocks));
    return least.filter((block) => sets.every((set) => set.has(block)));
  }

  /** Bundle -> places of its stories, for the bundles that have `blocks`, which are in order. */
  bundlesOf(blocks) {
    const found = new Map();
    let number = 0;
    for (const block of blocks) {
      while (block >= (this.starts[number + 1] ?? this.blocks)) number += 1;
      const bundle = this.bundles[number];
      if (!found.has(bundle)) found.set(bundle, []);
      const first = (block - this.starts[number]) * this.block;
      const after = Math.min(first + this.block, bundle.count);
      for (let place = first; place < after; place += 1) found.get(bundle).push(place);
    }
    return found;
  }

  async blocksOf(hash) {
    const bucket = hash >>> (32 - this.bits);
    if (!this.loaded.has(bucket)) this.loaded.set(bucket, this.load(bucket));
    return (await this.loaded.get(bucket)).get((hash >>> (32 - this.bits - FINGERPRINT)) & 0xffff) ?? [];
  }

  /** A bucket: the blocks of each fingerprint. */
  async load(bucket) {
    const answer = await this.fetchBucket(bucket);
    if (!answer.ok) throw new Error(`${answer.status} for ${answer.url}`);
    const bits = new Bits(new Uint8Array(await answer.arrayBuffer()));
    const grams = new Map(bits.set(2 ** FINGERPRINT).map((fingerprint) => [fingerprint, undefined]));
    for (const fingerprint of grams.keys()) grams.set(fingerprint, bits.set(this.blocks));
    if (!bits.isAtEnd()) throw new Error(`${answer.url} is damaged`);
    return grams;
  }
}

/** The bits of a bucket, read from its beginning. */
class Bits {
  constructor(bytes) {
    Object.assign(this, { bytes, place: 0 });
  }

  isAtEnd() {
    return Math.ceil(this.place / 8) === this.bytes.length;
  }

  /** The next set of numbers less than `below`, in order; grams.py says how it is written. */
  set(below) {
    const digits = this.zeros();
    const count = 2 ** digits + this.number(digits) - 1;
    const low = 31 - Math.clz32(Math.max(1, Math.floor((11 * below) / (16 * Math.max(1, count)))));
    let last = -1;
    return Array.from({ length: count }, () => (last += 1 + this.zeros() * 2 ** low + this.number(low)));
  }

  /** How many zeros come before the next one, which is read as well. */
  zeros() {
    const start = this.place;
    while (!this.bit()) if (this.place > 8 * this.bytes.length) throw new Error("a bucket of the gram directory is cut short");
    return this.place - start - 1;
  }

  number(digits) {
    let number = 0;
    for (let digit = 0; digit < digits; digit += 1) number = 2 * number + this.bit();
    return number;
  }

  bit() {
    const bit = (this.bytes[this.place >> 3] >> (7 - (this.place & 7))) & 1;
    this.place += 1;
    return bit;
  }
}

/** What of `grams` says something, each once; spaces say least. */
function telling(grams) {
  return [...new Set(grams)].filter((gram) => !gram.includes(" "));
}

/** At most `count` of `grams`, from all over them, the first and the last among them. */
function spread(grams, count) {
  if (grams.length <= count) return grams;
  return Array.from({ length: count }, (_, place) => grams[Math.round((place * (grams.length - 1)) / (count - 1))]);
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
