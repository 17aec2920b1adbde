import { hashString, mixHash } from "../weights/feature-hash.ts";
import { wordShape } from "../weights/word-shape.ts";

/** What the models see of one word: hashes of its spelling. */
export interface WordFeatures {
  /** Lower case, digits folded, quotes and dashes made alike. */
  readonly key: number;
  /** Spelling with case. */
  readonly form: number;
  /** Endings of 1 to 4 letters of the lower-cased word, shortest first. */
  readonly suffixes: readonly [number, number, number, number];
  /** Beginnings of 1 and 3 letters. */
  readonly prefixes: readonly [number, number];
  /** Kinds of characters in order, runs folded: "Xx", "X.X.", "d-x". */
  readonly shape: number;
  /** Word cluster, 0 for none. */
  readonly cluster: number;
}

/** How a sentence uses capitals: capitals mean little in a headline. */
export type CaseMode = 0 | 1 | 2;
export const NORMAL_CASE: CaseMode = 0;
export const TITLE_CASE: CaseMode = 1;
export const ALL_CAPS: CaseMode = 2;

/** Word clusters by lower-cased word; numbered from 1. */
export type WordClusters = ReadonlyMap<string, number>;

/** One sentence as the models see it. */
export interface SentenceFeatures {
  readonly words: readonly WordFeatures[];
  readonly caseMode: CaseMode;
}

/** Prepares the words of one sentence for the models. */
export function sentenceFeatures(forms: readonly string[], clusters: WordClusters): SentenceFeatures {
  const caseMode = caseModeOf(forms);
  return { words: forms.map((form, index) => wordFeatures(form, index, caseMode, clusters)), caseMode };
}

/** The word as it is looked up: lower case, digits as 0, typographic quotes and dashes as typewriter ones. */
export function wordKey(form: string): string {
  if (/^(https?:\/\/|www\.)/i.test(form)) return "<url>";
  return form
    .toLowerCase()
    .replace(/\d+/g, "0")
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[–—―]/g, (dash) => (form.length === 1 && dash !== "–" ? "--" : "-"));
}

function caseModeOf(forms: readonly string[]): CaseMode {
  let words = 0;
  let capitalised = 0;
  let upper = 0;
  for (const form of forms) {
    // Short words stay small in title case, so only longer ones tell.
    if (form.length < 4 || !/^\p{L}/u.test(form)) continue;
    words++;
    if (form !== form.toLowerCase()) capitalised++;
    if (form === form.toUpperCase()) upper++;
  }
  if (words >= 2 && upper === words) return ALL_CAPS;
  return words >= 4 && capitalised >= words * 0.8 ? TITLE_CASE : NORMAL_CASE;
}

function wordFeatures(form: string, index: number, caseMode: CaseMode, clusters: WordClusters): WordFeatures {
  const key = wordKey(form);
  const suffix = (length: number): number => hashString(key.slice(-length));
  // At the head of a sentence and in headlines a capital is of another worth than elsewhere.
  const place = caseMode * 2 + (index === 0 ? 1 : 0);
  return {
    key: hashString(key),
    form: caseMode === ALL_CAPS ? hashString(key) : hashString(form),
    suffixes: [suffix(1), suffix(2), suffix(3), suffix(4)],
    prefixes: [hashString(key.slice(0, 1)), hashString(key.slice(0, 3))],
    shape: mixHash(hashString(wordShape(form)), place),
    cluster: clusters.get(key) ?? 0,
  };
}
