import { mixHash } from "../weights/feature-hash.ts";
import type { SentenceFeatures, WordFeatures } from "./word-features.ts";

/** More than any position has. */
export const MAX_TAGGER_FEATURES = 64;

const OUTSIDE: WordFeatures = {
  key: 1,
  form: 1,
  suffixes: [1, 1, 1, 1],
  prefixes: [1, 1],
  shape: 1,
  cluster: 0,
};

/** Collects the features of one position; one instance is reused for all. */
export class TaggerFeatures {
  readonly hashes = new Int32Array(MAX_TAGGER_FEATURES);
  count = 0;

  /** Features for the Penn tag at `index`, given the two tags before it. */
  collectXpos(sentence: SentenceFeatures, index: number, previous: number, beforePrevious: number): void {
    this.count = 0;
    const { words } = sentence;
    const word = words[index] ?? OUTSIDE;
    const left = words[index - 1] ?? OUTSIDE;
    const right = words[index + 1] ?? OUTSIDE;
    const farLeft = words[index - 2] ?? OUTSIDE;
    const farRight = words[index + 2] ?? OUTSIDE;
    this.#spelling(word);
    this.#add(10, previous);
    this.#add(11, beforePrevious);
    this.#add(12, previous, beforePrevious);
    this.#add(13, previous, word.key);
    this.#add(14, previous, word.suffixes[2]);
    this.#add(15, left.key);
    this.#add(16, farLeft.key);
    this.#add(17, right.key);
    this.#add(18, farRight.key);
    this.#add(19, left.key, word.key);
    this.#add(20, word.key, right.key);
    this.#add(21, right.suffixes[2]);
    this.#add(22, left.suffixes[2]);
    this.#add(23, right.shape);
    this.#add(24, previous, right.key);
    this.#add(25, word.suffixes[2], right.suffixes[2]);
    this.#add(26, previous, right.suffixes[1]);
    this.#add(27, left.shape, word.shape);
    this.#add(28, word.cluster);
    this.#add(29, left.cluster, previous);
    this.#add(30, right.cluster);
    this.#add(31, word.cluster, right.cluster);
    this.#add(32, previous, word.cluster);
    this.#add(33, previous, beforePrevious, word.key);
    this.#add(34, farRight.suffixes[1], right.suffixes[1]);
    this.#add(35, word.shape, right.shape);
    this.#add(36, word.shape, word.suffixes[2]);
    this.#add(37, word.shape, previous);
  }

  /** Features for the universal tag at `index`, given all Penn tags of the sentence. */
  collectUpos(sentence: SentenceFeatures, index: number, xpos: Uint8Array, previous: number): void {
    this.count = 0;
    const { words } = sentence;
    const word = words[index] ?? OUTSIDE;
    const left = words[index - 1] ?? OUTSIDE;
    const right = words[index + 1] ?? OUTSIDE;
    const farRight = words[index + 2] ?? OUTSIDE;
    const tag = xpos[index] ?? 255;
    const next = xpos[index + 1] ?? 255;
    const afterNext = xpos[index + 2] ?? 255;
    const third = xpos[index + 3] ?? 255;
    this.#add(50, tag);
    this.#add(51, tag, word.key);
    this.#add(52, tag, next);
    this.#add(53, tag, next, afterNext);
    this.#add(54, tag, word.key, next);
    this.#add(55, tag, mixHash(word.key, next), afterNext);
    this.#add(56, tag, previous);
    this.#add(57, tag, word.key, previous);
    this.#add(58, tag, word.key, right.key);
    this.#add(59, tag, left.key, word.key);
    this.#add(60, tag, right.key);
    this.#add(61, mixHash(mixHash(word.key, next), afterNext), third);
    this.#add(62, tag, word.key, farRight.key);
    this.#add(63, tag, word.suffixes[2]);
    this.#add(64, tag, word.shape);
    this.#add(65, tag, word.cluster);
  }

  #spelling(word: WordFeatures): void {
    this.#add(0, 0);
    this.#add(1, word.key);
    this.#add(2, word.form);
    this.#add(3, word.suffixes[0]);
    this.#add(4, word.suffixes[1]);
    this.#add(5, word.suffixes[2]);
    this.#add(6, word.suffixes[3]);
    this.#add(7, word.prefixes[0]);
    this.#add(8, word.prefixes[1]);
    this.#add(9, word.shape);
  }

  #add(template: number, first: number, second = 0, third = 0): void {
    this.hashes[this.count++] = mixHash(mixHash(mixHash(template + 0x51ed27, first), second), third);
  }
}
