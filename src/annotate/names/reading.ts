import type { AnnotatedArticle, Sentence, Token } from "../../model/layers.ts";
import { type KnownForm, type NameLexicon, normaliseName } from "./name-lexicon.ts";

/** A token with what the name rules ask of it all the time. */
export interface Word extends Token {
  /** Index among all tokens of the article. */
  readonly index: number;
  readonly form: string;
  readonly lower: string;
  readonly sentence: Sentence;
  /** Index of the head among all tokens of the article; -1 for the root. */
  readonly headIndex: number;
}

/** An article laid out for the name rules. Token ranges are half-open and count over the whole article. */
export interface Reading {
  readonly text: string;
  readonly words: readonly Word[];
  readonly sentences: readonly Sentence[];
  readonly lexicon: NameLexicon;
}

/** Tokens `first` … `last - 1` of the article. */
export interface TokenRange {
  readonly first: number;
  readonly last: number;
}

export function layOut(article: AnnotatedArticle<"sentences" | "tokens">, lexicon: NameLexicon): Reading {
  const { text } = article.article;
  const words: Word[] = [];
  for (const sentence of article.sentences) {
    for (let index = sentence.firstToken; index < sentence.lastToken; index++) {
      const token = article.tokens[index];
      if (token === undefined) continue;
      const form = text.slice(token.start, token.end);
      const headIndex = token.head < 0 ? -1 : sentence.firstToken + token.head;
      words.push({ ...token, index, form, lower: form.toLowerCase(), sentence, headIndex });
    }
  }
  return { text, words, sentences: article.sentences, lexicon };
}

/** The words of a range as they stand in the text, apostrophes and spaces normalised. */
export function formOf(reading: Reading, { first, last }: TokenRange): string {
  const from = reading.words[first];
  const to = reading.words[last - 1];
  return from === undefined || to === undefined ? "" : normaliseName(reading.text.slice(from.start, to.end));
}

/** Entries of the table of known things for the exact words of a range. */
export function knownForms(reading: Reading, range: TokenRange): readonly KnownForm[] {
  return reading.lexicon.forms.get(formOf(reading, range)) ?? [];
}

/** Longest form of the table that starts at a token, within `limit` (exclusive). */
export function longestKnown(reading: Reading, first: number, limit: number): number | undefined {
  for (let last = Math.min(limit, first + 10); last > first; last--) {
    if (knownForms(reading, { first, last }).length > 0) return last;
  }
  return undefined;
}

/** Whether the token's tag is that of a proper noun. */
export function isProperTag(word: Word): boolean {
  return word.xpos === "NNP" || word.xpos === "NNPS";
}

/** Whether the token is a word or number rather than punctuation. */
export function isWordToken(word: Word): boolean {
  return /[\p{L}\p{N}]/u.test(word.form);
}
