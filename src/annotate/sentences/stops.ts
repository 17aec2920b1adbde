import type { Span } from "../../model/span.ts";
import {
  LEADING_ABBREVIATIONS,
  SENTENCE_STARTERS,
  SPEECH_VERBS,
  TRAILING_ABBREVIATIONS,
} from "./abbreviations.ts";

/** What the rules read in the end of a word. */
export type Stop = 0 | 1 | 2 | 3 | 4;
/** Nothing that ends a sentence, as far as rules can tell. */
export const NO_STOP: Stop = 0;
export const SENTENCE_STOP: Stop = 1;
/** Certainly within a sentence: the stop of a title or an initial; the end of a quotation whose speaker follows. */
export const INNER_STOP: Stop = 2;
/** The stop of an abbreviation that may end a sentence, before a word that begins none. */
export const ABBREVIATION_STOP: Stop = 3;
/** A stop without white space after it. */
export const GLUED_STOP: Stop = 4;

/** A line as words between white space, with the stop that each ends in. */
export interface LineWords {
  readonly line: string;
  readonly words: readonly Span[];
  readonly stops: readonly Stop[];
}

/**
 * Where a sentence may end: stops, then what closes with it (quotation marks, brackets, note marks such as `[6]`), then
 * white space. A single typographic closing mark may stand apart.
 */
const STOP = /[.!?…]+(?:["”’'»)\]]|\[\d{1,3}\])*(?: ?[”»]|(?: ?\[\d{1,3}\])+)?(?=\s)/gu;

/** A stop without white space after it, where a sentence may have been glued to the next: "at home.They". */
const GLUED =
  /(?:(?<=\p{Ll}{2}|[\d)])\.(?=["“(]?\p{Lu}\p{Ll})|(?<=[\p{L}\d)])[!?]+(?=["“(]?\p{L})|(?<=[\p{L}\d)])(?:\.{3,}|…)(?=["“(]?\p{L}))/gu;

/** Reads a line by rules: which stops end a sentence, and which belong to an abbreviation. Time linear in its length. */
export function readStops(line: string): LineWords {
  const kinds = new Map<number, Stop>();
  let start = 0;
  for (const match of line.matchAll(STOP)) {
    const end = match.index + match[0].length;
    const kind = stopKind(line, start, match.index, end);
    kinds.set(end, kind);
    if (kind === SENTENCE_STOP) start = end;
  }
  const words: Span[] = [];
  const stops: Stop[] = [];
  for (const match of line.matchAll(/\S+/g)) {
    let start = match.index;
    for (const glue of match[0].matchAll(GLUED)) {
      const end = match.index + glue.index + glue[0].length;
      words.push({ start, end });
      stops.push(GLUED_STOP);
      start = end;
    }
    const end = match.index + match[0].length;
    words.push({ start, end });
    // A quotation that ends in a comma goes on with who said it.
    stops.push(/,["”’»]$/.test(line.slice(end - 2, end)) ? INNER_STOP : (kinds.get(end) ?? NO_STOP));
  }
  return { line, words, stops };
}

/** Reads the stop at `stop`, with what closes up to `end`, in a sentence that began at `start`. */
function stopKind(line: string, start: number, stop: number, end: number): Stop {
  const after = line.slice(end, end + 80).trimStart();
  const closing = line.slice(stop, end);
  if (closing === ".") {
    const abbreviation = abbreviationStop(line.slice(Math.max(start, stop - 40), stop), after);
    if (abbreviation !== undefined) return abbreviation;
  }
  if (/[!?…]["”’'»]/.test(closing) && isAttributed(after)) return INNER_STOP;
  // Lower case goes on, but for names such as "iPhone".
  if (/^["“‘'([]*\p{Ll}/u.test(after) && !/^["“‘'([]*\p{Ll}{1,2}\p{Lu}/u.test(after)) return NO_STOP;
  if (/^[,;:)\]–—-]/.test(after)) return NO_STOP;
  return SENTENCE_STOP;
}

/** Whether what follows a quotation says who spoke: up to four words of a name or role, then a verb of speech. */
function isAttributed(after: string): boolean {
  const words = after.split(/\s+/).slice(0, 5);
  const verb = words.findIndex((word) => SPEECH_VERBS.has(word.replace(/[.,;:]+$/, "")));
  return verb > 0 && words.slice(0, verb).every((word) => /^[\p{L}.'’-]+$/u.test(word));
}

/** Reads the full stop after `before` as an abbreviation's; undefined where it is none, or one that ends its sentence. */
function abbreviationStop(before: string, after: string): Stop | undefined {
  const word = /(?:^|[^\p{L}\p{N}.])((?:\p{L}\.)*\p{L}+)$/u.exec(before)?.[1];
  if (word === undefined) return undefined;
  if (word === "no" || word === "nos" || word === "No") return /^\d/.test(after) ? INNER_STOP : undefined;
  if (LEADING_ABBREVIATIONS.has(word)) return INNER_STOP;
  const next = /^["“‘'(]*(\p{L}+)/u.exec(after)?.[1] ?? "";
  const begins = SENTENCE_STARTERS.has(next) || /^["“]/.test(after);
  if (/^\p{Lu}$/u.test(word)) return !begins || next === "A" ? INNER_STOP : undefined;
  // Letters with stops between them: U.S., a.m., Ph.D.
  const lettered = /^(?:\p{L}{1,2}\.)+\p{L}{1,2}$/u.test(word);
  return (lettered || TRAILING_ABBREVIATIONS.has(word)) && !begins ? ABBREVIATION_STOP : undefined;
}
