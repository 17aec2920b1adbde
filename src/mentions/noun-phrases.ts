import type { TokenRange, Word } from "../annotate/names/reading.ts";
import type { Span } from "../model/span.ts";
import { type ArticleView, tokensIn } from "./article-view.ts";

/** Relations of what stands before a noun and belongs to it. */
const BEFORE = /^(det|amod|compound|nummod|nmod:poss|nmod:desc|case|advmod|flat|goeswith|punct|dep)/;
/** Prepositions whose phrase says which thing is meant. */
const TELLING_CASES = new Set("of for from between among against about on over to with in at by".split(" "));
/** Prepositions whose complement makes another thing of it: "commitments from A" are not "commitments from B". */
const DISTINGUISHING_CASES = new Set("of from between among against about with".split(" "));
const LONGEST = 16;

/** Tokens of a noun phrase. */
export interface NounPhrase extends Span {
  readonly head: Word;
  /** First token, determiner included. */
  readonly first: number;
  readonly last: number;
  /** Lemma of the determiner or possessive pronoun in lower case; empty for none. */
  readonly determiner: string;
  /** Lower-case lemmas of what says which one it is: modifiers before it and the complement of "of". */
  readonly modifiers: readonly string[];
}

/** First token of the noun phrase: modifiers that stand unbroken before the head. */
function firstOf(view: ArticleView, head: Word): number {
  let first = head.index;
  for (let index = head.index - 1; index >= head.sentence.firstToken; index--) {
    const word = view.reading.words[index];
    if (word === undefined) break;
    if (isOfQuantifier(view, word, first) || (word.lower === "to" && isUpTo(view, index, head))) {
      first = index;
      continue;
    }
    // A preposition leads the phrase or a clause around it, whichever word the tree hangs it on.
    if (!hangsOn(view, word, head) || /^(ADP|SCONJ)$/.test(word.upos) || word.relation === "mark") break;
    if (
      word.headIndex === head.index &&
      (!BEFORE.test(word.relation) || (word.relation === "case" && word.xpos !== "POS"))
    )
      break;
    if (/^(punct|dep)/.test(word.relation) && !/^[-‑'’"“”,]$/.test(word.form)) break;
    first = index;
  }
  first = Math.min(first, wordStart(view, head));
  while (first < head.index && /^([,'’"“”]|and|or|but)$/.test(view.reading.words[first]?.form ?? ""))
    first += 1;
  return first;
}

/** First token of the hyphenated word that a head closes, with an article before it: "the 24-year-old". */
function wordStart(view: ArticleView, head: Word): number {
  const { words } = view.reading;
  let first = head.index;
  while (
    words[first - 1]?.form === "-" &&
    words[first - 1]?.end === words[first]?.start &&
    words[first - 2]?.end === words[first - 1]?.start
  )
    first -= 2;
  if (first === head.index) return first;
  return words[first - 1]?.upos === "DET" ? first - 1 : first;
}

/** "at" of "at least 40 people", which is no preposition of the phrase. */
function isOfQuantifier(view: ArticleView, word: Word, first: number): boolean {
  const next = view.reading.words[first]?.lower ?? "";
  return (word.lower === "at" && /^(least|most)$/.test(next)) || (word.lower === "up" && next === "to");
}

/** "up to ten years": the two words bound the number that follows. */
function isUpTo(view: ArticleView, to: number, head: Word): boolean {
  const { words } = view.reading;
  const number = words[to + 1];
  return words[to - 1]?.lower === "up" && number?.upos === "NUM" && number.index < head.index;
}

/** Whether the word is below the head without passing a verb or a word after the head. */
function hangsOn(view: ArticleView, word: Word, head: Word): boolean {
  let at: Word | undefined = word;
  for (let steps = 0; at !== undefined && steps < 8; steps++) {
    if (at.index === head.index) return true;
    if (at !== word && at.upos === "VERB" && !/^(amod|compound)/.test(at.relation)) return false;
    if (at.index > head.index) return false;
    at = view.reading.words[at.headIndex];
  }
  return false;
}

/**
 * One past the last token: unbroken phrases after the head; relative clauses and appositions left out, but for a participle
 * without which a bare plural says nothing ("countries participating in the summit").
 */
function lastOf(view: ArticleView, head: Word, nested = false): number {
  let last = head.index + 1;
  for (const child of view.childrenOf(head.index)) {
    if (child.index < head.index) continue;
    const general = child.relation === "amod" && /^(general|elect|designate)$/.test(child.lower);
    if ((general || /^(flat|compound|goeswith|nummod)/.test(child.relation)) && child.index === last) {
      last = child.index + 1;
      continue;
    }
    if (!child.relation.startsWith("nmod") || child.relation === "nmod:poss") continue;
    const preposition = view.childrenOf(child.index).find(({ relation }) => relation === "case");
    if (preposition === undefined || preposition.index !== last || !TELLING_CASES.has(preposition.lower))
      continue;
    if (view.article.times.some(({ start, end }) => start <= child.start && child.end <= end)) continue;
    const end = lastOf(view, child, true);
    if (end - head.index > LONGEST) break;
    last = withConjuncts(view, child, end);
  }
  if (nested) last = Math.max(last, amountAround(view, head)?.last ?? 0);
  const named = nested ? afterName(view, head, last) : last;
  return named === head.index + 1 ? afterParticiple(view, head, last) : named;
}

/** One past a name right after a noun of a longer phrase: "shares in *the builder Skansborg*". */
function afterName(view: ArticleView, head: Word, last: number): number {
  if (last !== head.index + 1) return last;
  const name = view.names.find(({ first, demonym }) => first === last && demonym !== true);
  return name?.head.headIndex === head.index && name.head.relation === "appos" ? name.last : last;
}

/** One past a participle and its nearest phrase, right after a plural noun that nothing else tells apart. */
function afterParticiple(view: ArticleView, head: Word, last: number): number {
  const { words } = view.reading;
  const participle = words[last];
  if (head.xpos !== "NNS" || participle === undefined || !/^VB[GN]$/.test(participle.xpos)) return last;
  if (participle.headIndex !== head.index || participle.relation !== "acl") return last;
  const told = view
    .childrenOf(head.index)
    .some(({ index, relation }) => index < head.index && !/^(det|case|punct|cc|mark)/.test(relation));
  if (told) return last;
  const complement = view
    .childrenOf(participle.index)
    .find(({ relation, index }) => index > participle.index && /^(obj|obl)/.test(relation));
  if (complement === undefined) return last;
  const end = lastOf(view, complement);
  const inner = words.slice(participle.index, end);
  return end - head.index > LONGEST || inner.some(({ form }) => /^[,;:"“”—–]$/.test(form)) ? last : end;
}

/** "the U.S. and Europe": what is joined to the end of a complement belongs to it. */
function withConjuncts(view: ArticleView, word: Word, end: number): number {
  let last = end;
  for (const conjunct of view.childrenOf(word.index)) {
    if (!conjunct.relation.startsWith("conj") || !/^(NOUN|PROPN)$/.test(conjunct.upos)) continue;
    const first = firstOf(view, conjunct);
    const between = view.reading.words.slice(last, first);
    if (between.every(({ form }) => /^(,|and|or|&)$/.test(form))) last = lastOf(view, conjunct, true);
  }
  return last;
}

/** The noun phrase that a noun heads. */
export function nounPhraseOf(view: ArticleView, head: Word): NounPhrase {
  const { words } = view.reading;
  const amount = amountAround(view, head);
  const first = Math.min(firstOf(view, head), amount?.first ?? head.index);
  const closed = Math.max(lastOf(view, head), amount?.last ?? 0);
  // A phrase does not end within a name, or within an amount.
  const last = Math.max(closed, view.nameAt(closed - 1)?.last ?? 0, amountAt(view, closed - 1)?.last ?? 0);
  const opening = words[first];
  const closing = words[last - 1];
  const determiner =
    opening !== undefined && /^(DT|PDT|PRP\$|WDT|WP\$)$/.test(opening.xpos) && opening.index < head.index
      ? opening.lower
      : "";
  return {
    head,
    first,
    last,
    start: opening?.start ?? head.start,
    end: closing?.end ?? head.end,
    determiner,
    modifiers: modifiersOf(view, head, { first, last }),
  };
}

/** Tokens of the amount of money that a currency sign opens: "a bonus of £1.9m". */
function amountAt(view: ArticleView, index: number): TokenRange | undefined {
  const sign = view.reading.words[index];
  return sign && amountAround(view, sign);
}

/** Tokens of the amount that a currency or percent sign stands in: "£1.4m", "$ 14.9 billion". */
function amountAround(view: ArticleView, head: Word): TokenRange | undefined {
  if (head.upos !== "SYM") return undefined;
  const quantity = view.article.quantities.find(({ start, end }) => start <= head.start && head.end <= end);
  return quantity && tokensIn(view.reading, quantity);
}

function modifiersOf(view: ArticleView, head: Word, { first, last }: TokenRange): readonly string[] {
  const modifiers = new Set<string>();
  for (let index = first; index < head.index; index++) {
    const word = view.reading.words[index];
    if (word === undefined || !/^(ADJ|NOUN|PROPN|VERB|NUM)$/.test(word.upos)) continue;
    modifiers.add(nationOf(view, word) ?? word.lemma.toLowerCase());
  }
  for (const child of view.childrenOf(head.index)) {
    const told = view
      .childrenOf(child.index)
      .some(({ relation, lower }) => relation === "case" && DISTINGUISHING_CASES.has(lower));
    const participle = child.relation === "acl" && child.index < last;
    if (child.index > head.index && ((child.relation.startsWith("nmod") && told) || participle))
      modifiers.add(nationOf(view, child) ?? child.lemma.toLowerCase());
  }
  return [...modifiers].sort();
}

/** "Ukrainian army" and "Ukraine's army" have one modifier. */
function nationOf(view: ArticleView, word: Word): string | undefined {
  return view.nameAt(word.index)?.known;
}

/** Words of the phrase without article, demonstrative or "whose". */
export function labelOf(view: ArticleView, phrase: NounPhrase): string {
  const { words, text } = view.reading;
  const opening = words[phrase.first];
  const skip =
    opening !== undefined && /^(DT|PDT|WDT|WP\$)$/.test(opening.xpos) && phrase.first < phrase.head.index;
  const second = words[phrase.first + 1];
  const own =
    skip && /^WP\$$/.test(opening.xpos) && second?.lower === "own" && phrase.first + 1 < phrase.head.index;
  const from = own ? words[phrase.first + 2] : skip ? second : opening;
  return text.slice(from?.start ?? phrase.start, phrase.end).replace(/\s+/g, " ");
}
