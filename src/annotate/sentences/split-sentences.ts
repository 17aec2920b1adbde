import type { Span } from "../../model/span.ts";
import {
  LEADING_ABBREVIATIONS,
  SENTENCE_STARTERS,
  SPEECH_VERBS,
  TRAILING_ABBREVIATIONS,
} from "./abbreviations.ts";

/** A sentence's place, before its tokens are known. */
export interface SentenceSpan extends Span {
  /** 0-based line of the text. Empty lines count. */
  readonly paragraph: number;
  /** The title, or another line of one short sentence without a final stop: a heading, a caption. */
  readonly headline: boolean;
}

/**
 * A sentence longer than this many code units (about 400 words) is cut at a semicolon, a comma or white space: text
 * without a full stop for pages is no sentence, and would make the parser's work grow.
 */
const LONGEST_SENTENCE = 2_000;

/** A line without final stop that is longer than this is prose that lost its stop. */
const LONGEST_HEADLINE = 250;

/**
 * Where a sentence may end: stops, then what closes with it (quotation marks, brackets, note marks such as `[6]`), then
 * white space. A single typographic closing mark may stand apart.
 */
const STOP = /[.!?…]+(?:["”’'»)\]]|\[\d{1,3}\])*(?: ?[”»]|(?: ?\[\d{1,3}\])+)?(?=\s)/gu;

/**
 * Splits a text into sentences, in time linear in its length.
 *
 * @remarks
 * Sentences are in order, do not overlap, and cover every character that is not white space. Every line ends its last
 * sentence. The rules do not rest on the platform's text segmentation, whose versions differ between machines.
 *
 * @param title the article's title: the line that equals it is a headline, whatever it ends with
 * @example
 * splitSentences("Dr. Ito left the U.S. in May. She won.").length; // 2
 */
export function splitSentences(text: string, title = ""): SentenceSpan[] {
  const sentences: SentenceSpan[] = [];
  let offset = 0;
  for (const [paragraph, line] of text.split("\n").entries()) {
    const spans = splitLine(line);
    const headline = isHeadline(line.trim(), spans.length, title.trim());
    for (const { start, end } of spans) {
      sentences.push({ start: offset + start, end: offset + end, paragraph, headline });
    }
    offset += line.length + 1;
  }
  return sentences;
}

function isHeadline(line: string, sentences: number, title: string): boolean {
  if (title !== "" && line === title) return true;
  return sentences === 1 && line.length <= LONGEST_HEADLINE && !/[.!?…:;,]["”’'»)\]]*$/.test(line);
}

function splitLine(line: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const match of line.matchAll(STOP)) {
    const end = match.index + match[0].length;
    if (!endsSentence(line, start, match.index, end)) continue;
    addSentence(line, start, end, spans);
    start = end;
  }
  addSentence(line, start, line.length, spans);
  return spans;
}

/** Whether the stop at `stop`, with what closes up to `end`, ends the sentence that began at `start`. */
function endsSentence(line: string, start: number, stop: number, end: number): boolean {
  const after = line.slice(end, end + 80).trimStart();
  // Lower case goes on, but for names such as "iPhone".
  if (/^["“‘'([]*\p{Ll}/u.test(after) && !/^["“‘'([]*\p{Ll}{1,2}\p{Lu}/u.test(after)) return false;
  if (/^[,;:)\]–—-]/.test(after)) return false;
  const closing = line.slice(stop, end);
  if (/[!?…]["”’'»]/.test(closing)) return !isAttributed(after);
  if (closing !== ".") return true;
  return !isAbbreviation(line.slice(Math.max(start, stop - 40), stop), after);
}

/** Whether what follows a quotation says who spoke: up to four words of a name or role, then a verb of speech. */
function isAttributed(after: string): boolean {
  const words = after.split(/\s+/).slice(0, 5);
  const verb = words.findIndex((word) => SPEECH_VERBS.has(word.replace(/[.,;:]+$/, "")));
  return verb > 0 && words.slice(0, verb).every((word) => /^[\p{L}.'’-]+$/u.test(word));
}

/** Whether the full stop after `before` belongs to an abbreviation within the sentence. */
function isAbbreviation(before: string, after: string): boolean {
  const word = /(?:^|[^\p{L}\p{N}.])((?:\p{L}\.)*\p{L}+)$/u.exec(before)?.[1];
  if (word === undefined) return false;
  if (word === "no" || word === "nos" || word === "No") return /^\d/.test(after);
  if (LEADING_ABBREVIATIONS.has(word)) return true;
  const next = /^["“‘'(]*(\p{L}+)/u.exec(after)?.[1] ?? "";
  const begins = SENTENCE_STARTERS.has(next) || /^["“]/.test(after);
  if (/^\p{Lu}$/u.test(word)) return !begins || next === "A";
  // Letters with stops between them: U.S., a.m., Ph.D.
  if (TRAILING_ABBREVIATIONS.has(word) || /^(?:\p{L}{1,2}\.)+\p{L}{1,2}$/u.test(word)) return !begins;
  return false;
}

function addSentence(line: string, from: number, to: number, spans: Span[]): void {
  let start = from;
  while (to - start > LONGEST_SENTENCE) {
    const end = safeCut(line, start);
    addTrimmed(line, start, end, spans);
    start = end;
  }
  addTrimmed(line, start, to, spans);
}

/** Where to cut a sentence that is too long: in the second half of what is allowed, after the best separator there. */
function safeCut(line: string, start: number): number {
  const from = start + LONGEST_SENTENCE / 2;
  const part = line.slice(from, start + LONGEST_SENTENCE);
  for (const separator of ["; ", ", ", " "]) {
    const at = part.lastIndexOf(separator);
    if (at >= 0) return from + at + 1;
  }
  const end = start + LONGEST_SENTENCE;
  // A surrogate pair stays whole.
  return /[\ud800-\udbff]/.test(line.charAt(end - 1)) ? end - 1 : end;
}

function addTrimmed(line: string, from: number, to: number, spans: Span[]): void {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(line.charAt(start))) start++;
  while (end > start && /\s/.test(line.charAt(end - 1))) end--;
  if (start < end) spans.push({ start, end });
}
