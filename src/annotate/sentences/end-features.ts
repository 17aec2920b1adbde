import { hashString, mixHash } from "../weights/feature-hash.ts";
import { wordShape } from "../weights/word-shape.ts";
import { type LineWords, NO_STOP, SENTENCE_STOP } from "./stops.ts";

/** Most features that one place can have. */
export const MAX_END_FEATURES = 49;

/** Only so much of a word's beginning and end is looked at: a line may be one word of a million letters. */
const SEEN = 40;

/** What is seen of the words of a line, as hashes, by word; words outside the line count as {@link OUTSIDE}. */
interface WordHashes {
  /** Lower case, digits folded, with the marks around it. */
  readonly key: Int32Array;
  /** The same without the marks. */
  readonly core: Int32Array;
  /** Last three characters of the core. */
  readonly suffix: Int32Array;
  readonly shape: Int32Array;
  /** Marks it ends in. */
  readonly marks: Int32Array;
  /** 0 begins with a small letter, 1 with a capital, 2 with none. */
  readonly initial: Uint8Array;
}

const OUTSIDE = 7;

/** Features of the places between the words of one line, for the question whether a sentence ends there. */
export class EndFeatures {
  readonly hashes = new Int32Array(MAX_END_FEATURES);
  count = 0;
  readonly #line: LineWords;
  readonly #words: WordHashes;
  /** By word, the next word at or after it that the rules end a sentence with; else the last. */
  readonly #nextStop: Int32Array;

  constructor(line: LineWords) {
    this.#line = line;
    this.#words = hashWords(line);
    this.#nextStop = nextStops(line);
  }

  /**
   * Collects the features of the place after word `index`.
   *
   * @param first first word of the sentence so far
   */
  collect(index: number, first: number): void {
    this.count = 0;
    const { key, core, suffix, shape, marks } = this.#words;
    const stop = this.#line.stops[index] ?? NO_STOP;
    const lastWord = key.length - 1;
    const next = this.#nextStop[index] ?? lastWord;
    const past = bucket(index - first + 1);
    const rest = bucket(next - index);
    const s = (offset: number): number => shape[index + offset] ?? OUTSIDE;
    const k = (offset: number): number => key[index + offset] ?? OUTSIDE;
    const c = (offset: number): number => core[index + offset] ?? OUTSIDE;
    const m = (offset: number): number => marks[index + offset] ?? OUTSIDE;
    const lineMarks = marks[lastWord] ?? OUTSIDE;
    const capitalsBefore = this.#initials(index - 4, index + 1);
    const capitalsAfter = this.#initials(index + 1, index + 6);

    this.#add(0, stop);
    for (let offset = -1; offset <= 2; offset++) this.#add(3 + offset, k(offset), stop);
    this.#add(6, s(0), s(1));
    this.#add(7, s(0), s(1), s(2));
    this.#add(8, s(-1), s(0), s(1));
    this.#add(9, s(1), s(2), s(3));
    this.#add(10, m(0), s(1), stop);
    this.#add(11, m(0), k(1));
    this.#add(12, k(0), s(1));
    this.#add(13, k(0), k(1));
    this.#add(14, s(0), k(1));
    this.#add(15, s(-1), s(0));
    this.#add(16, k(1), k(2));
    this.#add(17, k(-1), k(0));
    this.#add(18, m(-1), m(0), m(1), stop);
    this.#add(19, s(-2), s(-1), s(0), s(1), s(2));
    // How long the sentence has become, and how far the next sure end is.
    this.#add(20, m(0), past, stop);
    this.#add(21, past, s(1));
    this.#add(22, rest, s(1));
    this.#add(23, past, rest, m(0));
    this.#add(24, m(0), s(0), s(1), past);
    this.#add(25, past, k(0), stop);
    this.#add(26, past, k(1), stop);
    this.#add(27, s(0), s(1), past, rest);
    // The line's own manner: its stops, its length, how the sentence began.
    this.#add(28, next === lastWord ? 1 : 0, lineMarks, m(0), s(1));
    this.#add(29, index === lastWord - 1 ? 1 : 0, s(1));
    this.#add(30, bucket(key.length), lineMarks, m(0), stop);
    const begin = first - index;
    this.#add(31, k(begin), s(1));
    this.#add(32, c(begin), c(1));
    this.#add(33, s(begin), past, s(1));
    this.#add(34, c(begin), past, m(0));
    this.#add(35, c(begin - 1), c(begin), past);
    this.#add(36, c(0), m(0));
    this.#add(37, c(1), m(0));
    this.#add(38, c(1), c(2));
    this.#add(39, c(0), c(1));
    this.#add(40, suffix[index] ?? OUTSIDE, suffix[index + 1] ?? OUTSIDE, m(0));
    this.#add(41, c(-1), c(0), m(0));
    this.#add(42, c(0), s(1), m(0));
    this.#add(43, c(1), s(0), s(1));
    this.#add(44, capitalsBefore, capitalsAfter, m(0));
    this.#add(45, capitalsAfter, m(0));
    this.#add(46, capitalsBefore, m(0), s(1));
    this.#add(47, c(1), this.#initials(index + 2, index + 6));
    this.#add(48, k(begin) === k(1) ? 1 : 0, s(begin) === s(1) ? 1 : 0, m(0), past);
  }

  #add(template: number, ...values: readonly number[]): void {
    let hash = Math.imul(template + 1, 0x9e3779b1);
    for (const value of values) hash = mixHash(hash, value);
    this.hashes[this.count++] = hash;
  }

  /** How many words from `from` to `to` begin with capitals, small letters and neither, as one number. */
  #initials(from: number, to: number): number {
    const counts = [0, 0, 0];
    for (let index = Math.max(0, from); index < Math.min(to, this.#words.initial.length); index++) {
      const kind = this.#words.initial[index] as number;
      counts[kind] = (counts[kind] as number) + 1;
    }
    return (counts[1] as number) * 36 + (counts[0] as number) * 6 + (counts[2] as number);
  }
}

function hashWords({ line, words }: LineWords): WordHashes {
  const count = words.length;
  const hashes: WordHashes = {
    key: new Int32Array(count),
    core: new Int32Array(count),
    suffix: new Int32Array(count),
    shape: new Int32Array(count),
    marks: new Int32Array(count),
    initial: new Uint8Array(count),
  };
  for (const [index, { start, end }] of words.entries()) {
    const whole = line.slice(start, end);
    const word = whole.length > 2 * SEEN ? whole.slice(0, SEEN) + whole.slice(-SEEN) : whole;
    const key = foldWord(word);
    const core = key.replace(/^[^\p{L}\p{N}<]+/u, "").replace(/[^\p{L}\p{N}>]+$/u, "");
    hashes.key[index] = hashString(key);
    hashes.core[index] = hashString(core);
    hashes.suffix[index] = hashString(core.slice(-3));
    hashes.shape[index] = hashString(wordShape(word));
    hashes.marks[index] = hashString(/[^\p{L}\p{N}]+$/u.exec(word)?.[0] ?? "");
    hashes.initial[index] = /^\P{L}*\p{Lu}/u.test(word) ? 1 : /^\P{L}*\p{Ll}/u.test(word) ? 0 : 2;
  }
  return hashes;
}

function foldWord(word: string): string {
  if (/^<?(https?:|www\.|mailto:)/i.test(word)) return "<url>";
  if (/^[^\s@]+@[^\s@]+\.\w/.test(word)) return "<mail>";
  if (/^([-=_*~+#<>|.])\1{5,}$/.test(word)) return "<rule>";
  return word.toLowerCase().replace(/\d+/g, "0");
}

function nextStops({ stops }: LineWords): Int32Array {
  const next = new Int32Array(stops.length);
  let at = stops.length - 1;
  for (let index = stops.length - 1; index >= 0; index--) {
    if (stops[index] === SENTENCE_STOP) at = index;
    next[index] = at;
  }
  return next;
}

/** Lengths grow coarse: 1, 2, 3, then steps. */
function bucket(length: number): number {
  if (length < 4) return length;
  if (length < 7) return 4;
  if (length < 12) return 5;
  if (length < 20) return 6;
  return length < 40 ? 7 : 8;
}
