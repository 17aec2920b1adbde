import type { AnnotatedArticle, Sentence, Token } from "../model/layers.ts";
import type { ArticleEntity, Mention } from "../model/mention.ts";
import { codePointOffsets, type Span } from "../model/span.ts";

/** Who a text speaks of, for the coreference in MISC. */
export interface Reference {
  readonly mentions: readonly Mention[];
  readonly entities: readonly ArticleEntity[];
}

/**
 * Writes an article's layers as CoNLL-U. MISC holds
 *
 * - `TokenRange=start:end` in Unicode code points of the whole text, `SpaceAfter=No`;
 * - `Name=B-Person`, `Name=I-Person` (BIO), `Date=2025-08-22` on the first token of a time;
 * - `Entity=(e1-Person` … `Entity=e1)`: mentions with their entity, as CorefUD has them.
 *
 * Words written together (`didn't`) are multiword tokens, as in the English treebanks.
 */
export function toConllu(annotated: AnnotatedArticle, reference: Reference): string {
  const { article, sentences } = annotated;
  const marks = makeMarks(annotated, reference);
  const offsets = codePointOffsets(article.text);
  const toRange = ({ start, end }: Span) => `${offsets.toCodePoints(start)}:${offsets.toCodePoints(end)}`;
  const lines = ["# global.Entity = eid-etype", `# newdoc id = ${article.id}`];
  let paragraph = -1;
  for (const sentence of sentences) {
    if (sentence.paragraph !== paragraph) {
      paragraph = sentence.paragraph;
      lines.push(`# newpar id = ${article.id}-p${paragraph + 1}`);
    }
    lines.push(...sentenceLines(annotated, sentence, marks, toRange), "");
  }
  return `${lines.join("\n")}\n`;
}

function sentenceLines(
  { article, tokens }: AnnotatedArticle,
  sentence: Sentence,
  marks: ReadonlyMap<Token, readonly string[]>,
  toRange: (span: Span) => string,
): string[] {
  const words = tokens.slice(sentence.firstToken, sentence.lastToken);
  const form = (span: Span) => article.text.slice(span.start, span.end);
  // Looked up in all tokens: the next sentence may follow without a blank.
  const joined = (index: number) => words[index]?.end === tokens[sentence.firstToken + index + 1]?.start;
  const written = words.map((word, index) => form(word) + (joined(index) ? "" : " ")).join("");
  const lines = [`# sent_id = ${article.id}-s${sentence.index + 1}`, `# text = ${written.trimEnd()}`];
  for (const [index, word] of words.entries()) {
    const last = lastOfMultiword(words, index, form);
    const startsMultiword = last > index && !(index > 0 && lastOfMultiword(words, index - 1, form) >= index);
    if (startsMultiword) {
      const whole = { start: word.start, end: words[last]?.end ?? word.end };
      const misc = [`TokenRange=${toRange(whole)}`, ...(joined(last) ? ["SpaceAfter=No"] : [])].join("|");
      lines.push(`${index + 1}-${last + 1}\t${form(whole)}\t_\t_\t_\t_\t_\t_\t_\t${misc}`);
    }
    const inMultiword = last > index || (index > 0 && lastOfMultiword(words, index - 1, form) >= index);
    const misc = [
      `TokenRange=${toRange(word)}`,
      ...(marks.get(word) ?? []),
      ...(joined(index) && !inMultiword ? ["SpaceAfter=No"] : []),
    ].sort();
    const fields = [
      index + 1,
      form(word),
      word.lemma,
      word.upos,
      word.xpos,
      "_",
      word.head + 1,
      word.relation,
      "_",
    ];
    lines.push([...fields, misc.join("|")].join("\t"));
  }
  return lines;
}

/** Index of the last word of those written together from `index` on; `index` itself where it stands alone. */
function lastOfMultiword(words: readonly Token[], index: number, form: (span: Span) => string): number {
  let last = index;
  for (let next = words[last + 1]; next !== undefined; next = words[last + 1]) {
    const word = words[last];
    const isWritten = word?.end === next.start && /\p{L}$/u.test(form(word)) && isClitic(next, form(next));
    if (!isWritten) break;
    last++;
  }
  return last;
}

/** A word that leans on the one before: "n't", "'ll", the genitive "'s" and "'"; the "not" of "cannot". */
function isClitic(token: Token, form: string): boolean {
  return token.upos !== "PUNCT" && (/^['’]/u.test(form) || /^\p{L}/u.test(form));
}

/** Notes for MISC by token. */
function makeMarks(annotated: AnnotatedArticle, reference: Reference): ReadonlyMap<Token, readonly string[]> {
  const marks = new Map<Token, string[]>();
  const mark = (token: Token, note: string) => marks.set(token, [...(marks.get(token) ?? []), note]);
  for (const name of annotated.names) {
    for (const [index, token] of tokensIn(annotated, name).entries()) {
      mark(token, `Name=${index === 0 ? "B" : "I"}-${name.type}`);
    }
  }
  for (const time of annotated.times) {
    const [first] = tokensIn(annotated, time);
    if (first !== undefined) mark(first, `Date=${time.value}`);
  }
  for (const [token, note] of entityNotes(annotated, reference)) mark(token, `Entity=${note}`);
  return marks;
}

/** Brackets of mentions: outer ones open first and close last. */
function entityNotes(
  annotated: AnnotatedArticle,
  { mentions, entities }: Reference,
): ReadonlyMap<Token, string> {
  const numbers = new Map(
    entities.map((entity, index) => [entity.id, { number: index + 1, type: entity.type }]),
  );
  const opening = new Map<Token, string>();
  const closing = new Map<Token, string>();
  const outerFirst = [...mentions].sort((left, right) => left.start - right.start || right.end - left.end);
  for (const mention of outerFirst) {
    const entity = numbers.get(mention.entityId);
    const tokens = tokensIn(annotated, mention);
    const first = tokens[0];
    const last = tokens.at(-1);
    if (entity === undefined || first === undefined || last === undefined) continue;
    const single = first === last;
    opening.set(first, `${opening.get(first) ?? ""}(e${entity.number}-${entity.type}${single ? ")" : ""}`);
    if (!single) closing.set(last, `e${entity.number})${closing.get(last) ?? ""}`);
  }
  const notes = new Map<Token, string>();
  for (const token of new Set([...opening.keys(), ...closing.keys()])) {
    notes.set(token, `${closing.get(token) ?? ""}${opening.get(token) ?? ""}`);
  }
  return notes;
}

/** Tokens are in text order, so that the first one is found by bisection. */
function tokensIn({ tokens }: AnnotatedArticle, span: Span): Token[] {
  let from = 0;
  let to = tokens.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((tokens[middle]?.start ?? span.start) < span.start) from = middle + 1;
    else to = middle;
  }
  const found: Token[] = [];
  for (let token = tokens[from]; token !== undefined && token.end <= span.end; token = tokens[++from]) {
    found.push(token);
  }
  return found;
}
