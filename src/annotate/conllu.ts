import type { AnnotatedArticle, Sentence, Token } from "../model/layers.ts";
import { codePointOffsets } from "../model/span.ts";

/** One word of a treebank, as far as training needs it. */
export interface TreebankToken {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  /** Index of the head within the sentence; -1 for the root. */
  readonly head: number;
  readonly relation: string;
  /** False where the next word follows without white space. */
  readonly spaceAfter: boolean;
}

/** One sentence of a treebank. */
export interface TreebankSentence {
  /** The sentence as it was written. */
  readonly text: string;
  /** Whether a paragraph or document begins with it. */
  readonly startsParagraph: boolean;
  readonly tokens: readonly TreebankToken[];
}

/**
 * Reads CoNLL-U. Words are the syntactic words: of a multiword token such as `don't` its parts, the last of which
 * carries its SpaceAfter. Empty nodes (`8.1`) are left out.
 */
export function parseConllu(source: string): TreebankSentence[] {
  const sentences: TreebankSentence[] = [];
  let startsParagraph = false;
  for (const block of source.split(/\r?\n\r?\n/)) {
    let text = "";
    const tokens: TreebankToken[] = [];
    const multiword = { last: -1, spaceAfter: true };
    for (const line of block.split(/\r?\n/)) {
      if (line.startsWith("#")) {
        if (/^# new(par|doc)\b/.test(line)) startsParagraph = true;
        if (line.startsWith("# text = ")) text = line.slice("# text = ".length);
        continue;
      }
      const columns = line.split("\t");
      const [id = "", form = "", lemma = "", upos = "", xpos = "", , head = "0", relation = ""] = columns;
      const spaceAfter = !/(^|\|)SpaceAfter=No(\||$)/.test(columns[9] ?? "");
      if (/^\d+-\d+$/.test(id)) {
        multiword.last = Number(id.slice(id.indexOf("-") + 1));
        multiword.spaceAfter = spaceAfter;
      } else if (/^\d+$/.test(id)) {
        const inside = Number(id) <= multiword.last;
        const follows = inside ? Number(id) === multiword.last && multiword.spaceAfter : spaceAfter;
        tokens.push({ form, lemma, upos, xpos, head: Number(head) - 1, relation, spaceAfter: follows });
      }
    }
    if (tokens.length === 0) continue;
    sentences.push({ text, startsParagraph, tokens });
    startsParagraph = false;
  }
  return sentences;
}

/**
 * Writes sentences, tokens and trees as CoNLL-U. MISC holds `TokenRange=start:end` in Unicode code points of the
 * article's text, and `SpaceAfter=No`.
 */
export function toConllu(annotated: AnnotatedArticle<"sentences" | "tokens">): string {
  const { article, sentences, tokens } = annotated;
  const offsets = codePointOffsets(article.text);
  const lines: string[] = [`# newdoc id = ${article.id}`];
  let paragraph = -1;
  for (const sentence of sentences) {
    if (sentence.paragraph !== paragraph) lines.push("# newpar");
    paragraph = sentence.paragraph;
    lines.push(`# sent_id = ${article.id}-${sentence.index + 1}`);
    lines.push(`# text = ${article.text.slice(sentence.start, sentence.end).replace(/\s+/g, " ")}`);
    const words = tokens.slice(sentence.firstToken, sentence.lastToken);
    for (const [index, token] of words.entries()) {
      const range = multiwordLine(article.text, sentence, words, index);
      if (range !== undefined) lines.push(range);
      lines.push(tokenLine(article.text, sentence, token, index, words[index + 1], offsets.toCodePoints));
    }
    lines.push("");
  }
  return `${lines.join("\n")}\n`;
}

/** Ends of words that UD writes as words of their own within one orthographic token. */
const CLITIC = /^(?:n['’]t|['’](?:s|re|ve|ll|d|m)?|not|na|ta)$/i;

/** The range line of a multiword token (`3-4 don't`) where the word at `index` begins one. */
function multiwordLine(
  text: string,
  sentence: Sentence,
  words: readonly Token[],
  index: number,
): string | undefined {
  const first = words[index] as Token;
  if (isClitic(text, words[index - 1], first) || !/\p{L}|\d/u.test(text.slice(first.start, first.end)))
    return undefined;
  let last = index;
  while (isClitic(text, words[last], words[last + 1])) last++;
  if (last === index) return undefined;
  const { end } = words[last] as Token;
  const glued = end === (words[last + 1]?.start ?? nextVisible(text, sentence.end));
  const id = `${index + 1}-${last + 1}`;
  return [id, text.slice(first.start, end), ..."_______", glued ? "SpaceAfter=No" : "_"].join("\t");
}

function isClitic(text: string, before: Token | undefined, token: Token | undefined): boolean {
  if (before === undefined || token === undefined || before.end !== token.start) return false;
  return (
    /[\p{L}\d]$/u.test(text.slice(before.start, before.end)) &&
    CLITIC.test(text.slice(token.start, token.end))
  );
}

function tokenLine(
  text: string,
  sentence: Sentence,
  token: Token,
  index: number,
  next: Token | undefined,
  toCodePoints: (offset: number) => number,
): string {
  const range = `TokenRange=${toCodePoints(token.start)}:${toCodePoints(token.end)}`;
  const glued = token.end === (next?.start ?? nextVisible(text, sentence.end));
  return [
    index + 1,
    text.slice(token.start, token.end),
    token.lemma,
    token.upos,
    token.xpos,
    "_",
    token.head + 1,
    token.relation,
    "_",
    glued ? `SpaceAfter=No|${range}` : range,
  ].join("\t");
}

/** First offset at or after `from` that holds no white space; -1 at the end of the text. */
function nextVisible(text: string, from: number): number {
  for (let index = from; index < text.length; index++) {
    if (!/\s/.test(text.charAt(index))) return index;
  }
  return -1;
}
