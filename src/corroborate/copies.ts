import { UnionFind } from "../resolve/union-find.ts";

/** A text by the article that it is of. */
export interface CopyCandidate {
  readonly id: string;
  /** ISO day or date-time; undefined where unknown. */
  readonly published?: string;
  readonly shingles: Shingles;
}

/** Hashes of all runs of {@link SHINGLE} words in a text. */
export type Shingles = ReadonlySet<number>;

/** Two articles that are versions of one text. */
export interface CopyPair {
  /** The earlier one, else the longer one. */
  readonly original: string;
  readonly copy: string;
  /** Which part of the shorter text stands in the longer one, 0 to 1. */
  readonly shared: number;
}

/** Words in a shingle: long enough that two who write of one thing seldom share many. */
const SHINGLE = 5;
/** One in so many shingles is indexed: Manber's sampling by hash, "Finding similar files in a large file system" (1994). */
const SAMPLE = 4;
/** Shingles that so many articles have are turns of phrase, and say nothing. */
const COMMONPLACE = 50;
/** From this part of the shorter text on, an article is a copy. */
const COPY = 0.5;
/** Texts of fewer shingles are headlines and captions. */
const LEAST = 12;

/** Case and punctuation do not count. */
export function shinglesOf(text: string): Shingles {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const shingles = new Set<number>();
  for (let start = 0; start + SHINGLE <= words.length; start++) {
    shingles.add(hash(words.slice(start, start + SHINGLE).join(" ")));
  }
  return shingles;
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}

/**
 * Finds articles that are copies of one another, also where one is a part of the other. Takes time in proportion to the texts and the pairs
 * found, not to all pairs.
 *
 * @returns sorted by original, then copy; the order of the articles changes nothing
 */
export function findCopies(articles: readonly CopyCandidate[]): readonly CopyPair[] {
  const bySample = new Map<number, number[]>();
  for (const [index, { shingles }] of articles.entries()) {
    if (shingles.size < LEAST) continue;
    for (const shingle of shingles) {
      if (shingle % SAMPLE !== 0) continue;
      const held = bySample.get(shingle);
      if (held === undefined) bySample.set(shingle, [index]);
      else held.push(index);
    }
  }
  const seen = new Set<number>();
  const pairs: CopyPair[] = [];
  for (const indexes of bySample.values()) {
    if (indexes.length > COMMONPLACE) continue;
    for (const [position, left] of indexes.entries()) {
      for (const right of indexes.slice(position + 1)) {
        const key = left * articles.length + right;
        if (seen.has(key)) continue;
        seen.add(key);
        const pair = compareTexts(articles[left] as CopyCandidate, articles[right] as CopyCandidate);
        if (pair !== undefined) pairs.push(pair);
      }
    }
  }
  return pairs.sort((a, b) => (`${a.original} ${a.copy}` < `${b.original} ${b.copy}` ? -1 : 1));
}

function compareTexts(left: CopyCandidate, right: CopyCandidate): CopyPair | undefined {
  const [short, long] = left.shingles.size <= right.shingles.size ? [left, right] : [right, left];
  let common = 0;
  for (const shingle of short.shingles) if (long.shingles.has(shingle)) common++;
  const shared = common / short.shingles.size;
  if (shared < COPY) return undefined;
  const [original, copy] = isEarlier(left, right) ? [left, right] : [right, left];
  return { original: original.id, copy: copy.id, shared: Math.round(shared * 100) / 100 };
}

function isEarlier(left: CopyCandidate, right: CopyCandidate): boolean {
  const [a, b] = [left.published ?? "~", right.published ?? "~"];
  if (a !== b) return a < b;
  if (left.shingles.size !== right.shingles.size) return left.shingles.size > right.shingles.size;
  return left.id < right.id;
}

/** Articles by the group of versions they belong to; those without copies are not in it. Named by its least id. */
export function groupCopies(pairs: readonly CopyPair[]): ReadonlyMap<string, string> {
  const ids = [...new Set(pairs.flatMap(({ original, copy }) => [original, copy]))].sort();
  const places = new Map(ids.map((id, place) => [id, place]));
  const union = new UnionFind(ids.length);
  for (const { original, copy } of pairs) union.join(places.get(original) ?? 0, places.get(copy) ?? 0);
  return new Map(ids.map((id, place) => [id, ids[union.find(place)] ?? id]));
}
