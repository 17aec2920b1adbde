import type { NameLexicon } from "../annotate/names/name-lexicon.ts";
import { layOut, type Reading, type TokenRange, type Word } from "../annotate/names/reading.ts";
import type { AnnotatedArticle, NameSpan } from "../model/layers.ts";
import type { Span } from "../model/span.ts";

/** A name with the tokens it covers. */
export interface PlacedName extends NameSpan, TokenRange {
  readonly form: string;
  /** Word of the name that the rest of the sentence hangs on. */
  readonly head: Word;
}

/** An annotated article with names found by token. */
export interface ArticleView {
  readonly article: AnnotatedArticle;
  readonly reading: Reading;
  readonly names: readonly PlacedName[];
  /** Name that covers a token. */
  nameAt(tokenIndex: number): PlacedName | undefined;
  /** Name whose title covers a token; the token may also belong to a name inside the title. */
  titledAt(tokenIndex: number): PlacedName | undefined;
  childrenOf(tokenIndex: number): readonly Word[];
}

/** Tokens that a span covers. */
export function tokensIn(reading: Reading, span: Span): TokenRange {
  const { words } = reading;
  let from = 0;
  let to = words.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((words[middle]?.end ?? 0) <= span.start) from = middle + 1;
    else to = middle;
  }
  let last = from;
  while ((words[last]?.start ?? Number.POSITIVE_INFINITY) < span.end) last += 1;
  return { first: from, last };
}

/** Word of a range whose head lies outside it; the last one that is a noun, else the last, where trees disagree. */
export function headOf(reading: Reading, { first, last }: TokenRange): Word | undefined {
  const words = reading.words.slice(first, last);
  const outside = words.filter(({ headIndex }) => headIndex < first || headIndex >= last);
  return outside.length === 1
    ? outside[0]
    : (outside.findLast(({ upos }) => /^(PROPN|NOUN)$/.test(upos)) ?? words.at(-1));
}

export function viewArticle(article: AnnotatedArticle, lexicon: NameLexicon): ArticleView {
  const reading = layOut(article, lexicon);
  const names: PlacedName[] = [];
  const byToken = new Map<number, PlacedName>();
  const byTitle = new Map<number, PlacedName>();
  for (const name of article.names) {
    const range = tokensIn(reading, name);
    const head = headOf(reading, range);
    if (head === undefined) continue;
    const placed = { ...name, ...range, head, form: article.article.text.slice(name.start, name.end) };
    names.push(placed);
    for (let index = range.first; index < range.last; index++) byToken.set(index, placed);
    if (name.title === undefined) continue;
    const title = tokensIn(reading, name.title);
    for (let index = title.first; index < title.last; index++) byTitle.set(index, placed);
  }
  const children: Word[][] = reading.words.map(() => []);
  for (const word of reading.words) children[word.headIndex]?.push(word);
  return {
    article,
    reading,
    names,
    nameAt: (tokenIndex) => byToken.get(tokenIndex),
    titledAt: (tokenIndex) => byTitle.get(tokenIndex),
    childrenOf: (tokenIndex) => children[tokenIndex] ?? [],
  };
}
