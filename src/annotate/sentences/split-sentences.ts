import type { Span } from "../../model/span.ts";
import { PLAIN_ABBREVIATIONS, SENTENCE_STARTERS, TITLE_ABBREVIATIONS } from "./abbreviations.ts";

/** A sentence's place, before its tokens are known. */
export interface SentenceSpan extends Span {
  /** 0-based line of the text. Empty lines count. */
  readonly paragraph: number;
  /** A line without final stop: the title, a heading, a caption. */
  readonly headline: boolean;
}

/**
 * A sentence longer than this many code units is cut at the next semicolon, comma or white space: parsing is linear,
 * but text without a full stop for pages is no sentence.
 */
const LONGEST_SENTENCE = 2_000;

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/**
 * Splits a text into sentences.
 *
 * @remarks
 * Sentences are in order, do not overlap, and cover every character that is not white space. A line ends every
 * sentence. Within a line the boundaries are those of Unicode's text segmentation (UAX 29), less those after
 * abbreviations and initials, and less those that leave a closing quotation mark behind.
 *
 * @throws never: a text without a sentence gives an empty list.
 * @example
 * splitSentences("Dr. Ito left. She won.").length; // 2
 */
export function splitSentences(text: string): SentenceSpan[] {
  const sentences: SentenceSpan[] = [];
  let start = 0;
  let paragraph = 0;
  for (const line of text.split("\n")) {
    for (const span of splitLine(line)) {
      const shifted = { start: start + span.start, end: start + span.end };
      const headline = !/[.!?…:]["”’')\]]*$/.test(text.slice(shifted.start, shifted.end));
      sentences.push({ ...shifted, paragraph, headline });
    }
    start += line.length + 1;
    paragraph++;
  }
  return sentences;
}

function splitLine(line: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const { index, segment } of segmenter.segment(line)) {
    const end = index + segment.length;
    if (end < line.length && !isBoundary(line, start, end)) continue;
    addTrimmed(line, start, end, spans);
    start = end;
  }
  return spans.flatMap((span) => cutOverlong(line, span));
}

/** Whether a sentence may end at `end`, where the segmenter put a boundary. */
function isBoundary(line: string, start: number, end: number): boolean {
  const before = line.slice(Math.max(start, end - 40), end).trimEnd();
  const after = line.slice(end, end + 40).trimStart();
  // What closes belongs to the sentence that it closes.
  if (/^["”’'»)\]]/.test(after) && !/^["'](?=\p{L})/u.test(after)) return false;
  // A quotation's own final stop, and the words that say whose it is: "Will it end?" she asked.
  if (/[!?…]["”’')\]]*$/.test(before) && /^\p{Ll}/u.test(after)) return false;
  const word = /([\p{L}.]+)\.$/u.exec(before)?.[1];
  if (word === undefined) return true;
  if (TITLE_ABBREVIATIONS.has(word)) return false;
  const next = /^["“‘'(]?(\p{L}+)/u.exec(after)?.[1] ?? "";
  if (/^\p{Lu}$/u.test(word))
    return SENTENCE_STARTERS.has(next) && /\s\p{Lu}\.$/u.test(before) && word === "I";
  if (PLAIN_ABBREVIATIONS.has(word) || /^\p{L}(\.\p{L})+$/u.test(word)) return SENTENCE_STARTERS.has(next);
  return true;
}

function addTrimmed(line: string, from: number, to: number, spans: Span[]): void {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(line.charAt(start))) start++;
  while (end > start && /\s/.test(line.charAt(end - 1))) end--;
  if (start < end) spans.push({ start, end });
}

function cutOverlong(line: string, span: Span): Span[] {
  const parts: Span[] = [];
  let { start } = span;
  while (span.end - start > LONGEST_SENTENCE) {
    const window = line.slice(start + LONGEST_SENTENCE / 2, start + LONGEST_SENTENCE);
    const cut = Math.max(window.lastIndexOf("; "), window.lastIndexOf(", "), window.lastIndexOf(" "));
    const end = start + LONGEST_SENTENCE / 2 + (cut < 0 ? window.length : cut + 1);
    addTrimmed(line, start, end, parts);
    start = end;
  }
  addTrimmed(line, start, span.end, parts);
  return parts;
}
