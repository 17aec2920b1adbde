import type { Span } from "../../model/span.ts";
import { datelineEnd } from "./dateline.ts";
import type { SentenceEnds } from "./sentence-ends.ts";
import { readStops } from "./stops.ts";

/** A sentence's place, before its tokens are known. */
export interface SentenceSpan extends Span {
  /** 0-based line of the text. Empty lines count. */
  readonly paragraph: number;
  /** The title, another line of one short sentence without a final stop (a heading, a caption), or a dateline. */
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
 * Splits a text into sentences, in time linear in its length.
 *
 * @remarks
 * Sentences are in order, do not overlap, and cover every character that is not white space. Every line ends its last
 * sentence. Nothing rests on the platform's text segmentation, whose versions differ between machines.
 *
 * @param ends the model that finds the ends within a line
 * @param title the article's title: the line that equals it is a headline, whatever it ends with
 * @example
 * splitSentences("Dr. Ito left the U.S. in May. She won.", ends).length; // 2
 */
export function splitSentences(text: string, ends: SentenceEnds, title = ""): SentenceSpan[] {
  const sentences: SentenceSpan[] = [];
  let offset = 0;
  for (const [paragraph, line] of text.split("\n").entries()) {
    const isTitle = title.trim() !== "" && line.trim() === title.trim();
    const lead = isTitle ? 0 : datelineEnd(line);
    if (lead > 0) {
      const end = offset + line.slice(0, lead).trimEnd().length;
      sentences.push({ start: offset, end, paragraph, headline: true });
    }
    const spans = splitLine(line.slice(lead), ends);
    const headline = isTitle || isHeading(line.trim(), spans.length);
    for (const { start, end } of spans) {
      sentences.push({ start: offset + lead + start, end: offset + lead + end, paragraph, headline });
    }
    offset += line.length + 1;
  }
  return sentences;
}

function isHeading(line: string, sentences: number): boolean {
  return sentences === 1 && line.length <= LONGEST_HEADLINE && !/[.!?…:;,]["”’'»)\]]*$/.test(line);
}

function splitLine(line: string, ends: SentenceEnds): Span[] {
  const read = readStops(line);
  const spans: Span[] = [];
  let first = 0;
  for (const [index, isEnd] of ends.find(read).entries()) {
    if (!isEnd) continue;
    addSentence(line, read.words[first]?.start ?? 0, read.words[index]?.end ?? 0, spans);
    first = index + 1;
  }
  return spans;
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
