import type { AnnotatedArticle, Sentence, TimeSpan } from "../../model/layers.ts";
import type { Annotator } from "../annotator.ts";
import { boundsOf, interval, readDay } from "./calendar.ts";
import { directionAt } from "./direction.ts";
import { DURATION, MONTH_ALONE, TIME_PATTERNS, type TimePattern, YEAR_ALONE } from "./expressions.ts";
import type { TimeContext } from "./readings.ts";

const ID = "time-rules@1";
/** Words that announce a month or a year. */
const LEADS =
  /(?:^|[\s("“])(?:in|since|by|until|till|of|from|to|through|during|before|after|between|and|for|around|about|late|early|mid|summer|winter|spring|autumn|fall|on|circa|as of|at|back to|election|elections|season|championships?|cup|games|olympics|\()\s*$/i;
/** What may stand before a year that describes the noun after it: "the 2024 election", "Ukraine's 2022 budget". */
const DESCRIBING_LEAD = /(?:\b(?:the|a|an|its|their|his|her|this|our)|['’]s?)\s+$/i;
const DURATION_LEAD =
  /(?:\b(?:for|within|during|after|lasting|lasted|last|over|spent|nearly|almost|about|in))\s+$/i;

/** Reads one sentence against one anchor. */
class SentenceScanner {
  private readonly article: AnnotatedArticle<"sentences" | "tokens">;
  private readonly sentence: Sentence;
  private readonly line: string;
  private readonly anchor: number | undefined;

  constructor(
    article: AnnotatedArticle<"sentences" | "tokens">,
    sentence: Sentence,
    anchor: number | undefined,
  ) {
    this.article = article;
    this.sentence = sentence;
    this.line = article.article.text.slice(sentence.start, sentence.end);
    this.anchor = anchor;
  }

  /** Time spans of the sentence, in order, without overlaps. */
  scan(): TimeSpan[] {
    const found: TimeSpan[] = [];
    const { tokens } = this.article;
    let free = this.sentence.start;
    for (let index = this.sentence.firstToken; index < this.sentence.lastToken; index++) {
      const token = tokens[index];
      if (token === undefined || token.start < free) continue;
      const span = this.readAt(token.start - this.sentence.start, index);
      if (span === undefined) continue;
      found.push(span);
      free = span.end;
    }
    return this.combine(found);
  }

  private readAt(offset: number, tokenIndex: number): TimeSpan | undefined {
    const before = this.line.slice(0, offset);
    if (/\b(?:Black|Bloody|Good|Super|Ash|Cyber)\s+$/.test(before)) return undefined;
    for (const pattern of TIME_PATTERNS) {
      const span = this.tryPattern(pattern, offset, tokenIndex);
      if (span !== undefined) return span;
    }
    if (LEADS.test(before) || /^(?:early|late|mid|last|next|this)\b/i.test(this.line.slice(offset))) {
      const month = this.tryPattern(MONTH_ALONE, offset, tokenIndex);
      if (month !== undefined) return month;
    }
    const year = this.tryPattern(YEAR_ALONE, offset, tokenIndex);
    if (year !== undefined && this.isYear(year, before, tokenIndex)) return year;
    return DURATION_LEAD.test(before) ? this.tryPattern(DURATION, offset, tokenIndex) : undefined;
  }

  private tryPattern(pattern: TimePattern, offset: number, tokenIndex: number): TimeSpan | undefined {
    const { pattern: expression } = pattern;
    expression.lastIndex = offset;
    const match = expression.exec(this.line);
    if (match === null || match[0] === "") return undefined;
    const end = this.sentence.start + offset + match[0].length;
    const last = this.lastTokenOf(tokenIndex, end);
    if (
      last === undefined ||
      /^ (?:Times|Telegraph|Express|Mirror|Mail|Post|Herald)\b/.test(
        this.line.slice(offset + match[0].length),
      )
    ) {
      return undefined;
    }
    const context: TimeContext = {
      anchor: this.anchor,
      direction: () => directionAt(this.article.tokens, this.sentence, last, this.article.article.text),
    };
    const reading = pattern.read(match.groups ?? {}, context);
    return reading === undefined ? undefined : { start: this.sentence.start + offset, end, ...reading };
  }

  /** Index of the token that ends at `end`; undefined where the match would cut a token. "Aug." and "Aug" may differ by their stop. */
  private lastTokenOf(from: number, end: number): number | undefined {
    for (let index = from; index < this.sentence.lastToken; index++) {
      const token = this.article.tokens[index];
      if (token === undefined || token.start >= end) return undefined;
      if (token.end === end || token.end === end + 1) return index;
    }
    return undefined;
  }

  /** Four digits are a year after a word that leads one, and before a noun that they describe; "2021 people" are none. */
  private isYear(span: TimeSpan, before: string, tokenIndex: number): boolean {
    const after = this.line.slice(span.end - this.sentence.start);
    const next = this.article.tokens.find(({ start }) => start >= span.end);
    const counted =
      next !== undefined && next.xpos === "NNS" && /^ \w/.test(after) && !DESCRIBING_LEAD.test(before);
    if (/^(?:early|late|mid)/i.test(this.line.slice(span.start - this.sentence.start))) return true;
    const token = this.article.tokens[tokenIndex];
    if (token !== undefined && token.xpos !== "CD" && token.upos !== "NUM") return false;
    if (
      LEADS.test(before) &&
      !counted &&
      !/^ (?:percent|per cent|million|billion|km|miles|feet|meters|metres)\b|^%/.test(after)
    )
      return true;
    return (
      DESCRIBING_LEAD.test(before) &&
      next !== undefined &&
      /^(?:NN|NNP|JJ|NNS|NNPS|VBG)$/.test(next.xpos) &&
      /^ \w/.test(after)
    );
  }

  /** Puts "since", "until", "by", "from … to" and "between … and" together with what they govern. */
  private combine(spans: readonly TimeSpan[]): TimeSpan[] {
    const combined: TimeSpan[] = [];
    for (let index = 0; index < spans.length; index++) {
      const span = spans[index];
      const next = spans[index + 1];
      if (span === undefined) continue;
      const pair = next === undefined ? undefined : this.pair(span, next);
      if (pair !== undefined) {
        combined.push(pair);
        index += 1;
      } else combined.push(this.open(span));
    }
    return combined;
  }

  private pair(left: TimeSpan, right: TimeSpan): TimeSpan | undefined {
    if (left.granularity === "duration" || right.granularity === "duration") return undefined;
    const { text } = this.article.article;
    const between = text.slice(left.end, right.start).trim().toLowerCase();
    const lead = /\b(between|from)\s+$/i.exec(text.slice(this.sentence.start, left.start));
    const word = lead?.[1]?.toLowerCase();
    const joins =
      (word === "between" && between === "and") ||
      (word === "from" && /^(to|until|till|through|[-–])$/.test(between)) ||
      (word === undefined && /^(through|[-–])$/.test(between));
    if (!joins) return undefined;
    const { from } = boundsOf(left.value);
    const { to } = boundsOf(right.value);
    const start = lead === null ? left.start : this.sentence.start + lead.index;
    return {
      start,
      end: right.end,
      value: interval(from, to),
      granularity: "interval",
      relative: left.relative || right.relative,
    };
  }

  private open(span: TimeSpan): TimeSpan {
    if (span.granularity === "duration") return span;
    const before = this.article.article.text.slice(this.sentence.start, span.start);
    const lead = /\b(since|until|till|by|before|no later than)(?: (?:at least|the))?\s+$/i.exec(before);
    const word = lead?.[1]?.toLowerCase();
    if (lead === null || word === undefined) return span;
    const { from, to } = boundsOf(span.value);
    const value = word === "since" ? interval(from, null) : interval(null, to);
    return { ...span, start: this.sentence.start + lead.index, value, granularity: "interval" };
  }
}

/**
 * Finds dates, periods and durations, and reads them against the article's date.
 *
 * Without an article date relative times ("on Tuesday") are left out, and days keep no year (`--08-22`). Days and months without a
 * year are the latest ones not after the article's date, or, where the clause looks ahead, the next ones. Times that
 * hang on an event ("days after the vote") are left out: they are no dates until the event has one.
 *
 * @example
 * // published 2025-08-22: "earlier this week" → 2025-08-18/2025-08-22; "since 2022" → 2022/..
 */
export function createTimeAnnotator(): Annotator<"sentences" | "tokens", "times"> {
  return {
    id: ID,
    requires: ["sentences", "tokens"],
    assigns: ["times"],
    annotate(article): AnnotatedArticle<"sentences" | "tokens" | "times"> {
      const anchor = readDay(article.article.published);
      const times = article.sentences.flatMap((sentence) =>
        new SentenceScanner(article, sentence, anchor).scan(),
      );
      return { ...article, times };
    },
  };
}
