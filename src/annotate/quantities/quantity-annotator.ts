import type { AnnotatedArticle, QuantitySpan, Sentence, Token } from "../../model/layers.ts";
import { overlaps, type Span } from "../../model/span.ts";
import type { Annotator } from "../annotator.ts";
import { applyComparator, type Comparator, comparatorAt } from "./comparators.ts";
import { type NumberReading, readNumber } from "./numbers.ts";
import { type UnitReading, unitAt } from "./units.ts";

const ID = "quantity-rules@1";
/** Words that make the number after them a label: "Article 5", "Flight 370". */
const LABEL_LEADS = new Set(
  "article section chapter page paragraph no. no number flight route highway room gate phase level category grade group line type version part episode season formula act scene verse psalm bus boeing airbus channel resolution unit".split(
    " ",
  ),
);
/** Nouns after which two numbers with a hyphen are a score or a vote, not a range. */
const SCORE_NOUNS = new Set(
  "win victory defeat loss draw lead score result thrashing triumph advantage decision vote rout tie record start".split(
    " ",
  ),
);
/** Nouns and verbs that take "about" or "over" as their preposition. */
const TAKES_PREPOSITION = new Set(
  "talk say tell ask know think speak discuss worry concern question complain argue dispute fear doubt story information debate row clash anything something nothing".split(
    " ",
  ),
);
const UNIT_MODIFIER = /^(JJ|JJR|JJS|NN|NNP|NNPS|VBN|VBG|HYPH|POS|RB|CC)$/;

/** Reads the quantities of one sentence. */
class QuantityScanner {
  private readonly text: string;
  private readonly tokens: readonly Token[];
  private readonly forms: readonly string[];
  private readonly words: readonly string[];
  private readonly taken: readonly Span[];

  constructor(article: AnnotatedArticle<"sentences" | "tokens">, sentence: Sentence, taken: readonly Span[]) {
    this.text = article.article.text;
    this.tokens = article.tokens.slice(sentence.firstToken, sentence.lastToken);
    this.forms = this.tokens.map(({ start, end }) => this.text.slice(start, end));
    this.words = this.forms.map((form) => form.toLowerCase());
    this.taken = taken;
  }

  scan(): QuantitySpan[] {
    const found: QuantitySpan[] = [];
    let index = 0;
    while (index < this.tokens.length) {
      const read = this.readAt(index);
      if (read?.span !== undefined) found.push(read.span);
      index = read === undefined ? index + 1 : Math.max(read.last, index + 1);
    }
    return found;
  }

  /** What is read at a word, and where reading goes on; a score is passed over whole. */
  private readAt(first: number): { span?: QuantitySpan; last: number } | undefined {
    const comparison = this.comparatorAt(first);
    const numberAt = first + (comparison?.length ?? 0);
    const number = readNumber(this.words, this.forms, numberAt);
    if (number === undefined) return undefined;
    if (number.scoreLike === true && !this.isRange(number)) return { last: number.last };
    if (!this.isCount(numberAt, number)) return undefined;
    const glued = this.words[number.last] === "-" ? number.last + 1 : number.last;
    const unit = unitAt(this.words, glued) ?? this.unitBefore(numberAt);
    const counted =
      unit === undefined && number.currency === undefined
        ? this.countedNoun(numberAt, number.last)
        : undefined;
    const unitLast = unit === undefined || unit.length === 0 ? number.last : glued + unit.length;
    if (
      unit === undefined &&
      counted === undefined &&
      !this.standsAlone(numberAt, number, comparison?.comparator)
    )
      return undefined;
    const last = unitLast;
    return { span: this.makeSpan(first, last, number, comparison?.comparator, unit, counted), last };
  }

  private makeSpan(
    first: number,
    last: number,
    number: NumberReading,
    comparator: Comparator | undefined,
    unit: UnitReading | undefined,
    counted: string | undefined,
  ): QuantitySpan {
    const start = this.tokens[first]?.start ?? 0;
    const end = this.tokens[last - 1]?.end ?? start;
    const currency = number.currency ?? unit?.currency;
    const name = currency ?? unit?.unit ?? counted;
    return {
      start,
      end,
      ...applyComparator(number, comparator),
      ...(name === undefined ? {} : { unit: name }),
      ...(currency === undefined ? {} : { currency }),
      text: this.text.slice(start, end),
    };
  }

  /** A comparator phrase, unless its word is the preposition of what stands before it ("talks about two states"). */
  private comparatorAt(first: number): ReturnType<typeof comparatorAt> {
    const found = comparatorAt(this.words, first);
    const token = this.tokens[first];
    if (found === undefined || token === undefined) return undefined;
    const before = this.tokens[first - 1];
    const preposition = found.length === 1 && token.relation === "case" && before !== undefined;
    return preposition && TAKES_PREPOSITION.has(before.lemma) ? undefined : found;
  }

  /** Whether the number counts or measures, rather than dates, labels, orders or scores something. */
  private isCount(first: number, number: NumberReading): boolean {
    const token = this.tokens[first];
    const lastToken = this.tokens[number.last - 1];
    if (token === undefined || lastToken === undefined) return false;
    const span = { start: token.start, end: lastToken.end };
    if (this.taken.some((time) => overlaps(time, span))) return false;
    const before = this.words[first - 1] ?? "";
    if (LABEL_LEADS.has(before) && !/s$/.test(this.tokens[first - 1]?.xpos ?? "")) return false;
    const after = this.words[number.last] ?? "";
    if (/^(a\.m\.|p\.m\.|am|pm|gmt|o'clock|st|nd|rd|th)$/.test(after) || after === ":" || before === ":")
      return false;
    if (after === "." && /^\d/.test(this.words[number.last + 1] ?? "")) return false;
    if (number.scoreLike === true) return true;
    if (this.isInName(first, number)) return false;
    return !this.isPronoun(first, number);
  }

  /** "10-12 countries" is a range; "3-1" and "a 2-1 win" are scores. */
  private isRange(number: NumberReading): boolean {
    if (number.min === undefined || number.max === undefined || number.min >= number.max) return false;
    const noun = this.tokens[number.last];
    if (noun === undefined) return false;
    if (unitAt(this.words, number.last) !== undefined) return true;
    return (
      /^(NNS|JJ|NN)$/.test(noun.xpos) &&
      !SCORE_NOUNS.has(noun.lemma) &&
      this.countedNoun(number.last - 1, number.last) !== undefined
    );
  }

  /** "Falcon 9", "10 Downing Street", "Boeing 737". */
  private isInName(first: number, number: NumberReading): boolean {
    if (number.currency !== undefined) return false;
    const before = this.tokens[first - 1];
    const after = this.tokens[number.last];
    if (unitAt(this.words, number.last) !== undefined) return false;
    const proper = (token: Token | undefined): boolean => token !== undefined && /^NNPS?$/.test(token.xpos);
    const touches =
      before !== undefined &&
      (before.end === this.tokens[first]?.start || before.end + 1 === this.tokens[first]?.start);
    const counts = after !== undefined && /^(NNS|JJ|NN)$/.test(after.xpos);
    const lead = this.tokens[first - 2];
    const hyphenated =
      before !== undefined &&
      /^[-–]$/.test(this.forms[first - 1] ?? "") &&
      before.end === this.tokens[first]?.start;
    if (hyphenated && proper(lead) && lead?.end === before.start) return true;
    if (proper(before) && touches && !counts) return true;
    return (
      proper(after) &&
      !/^(NNPS)$/.test(after?.xpos ?? "") &&
      this.countedNoun(first, number.last) === undefined
    );
  }

  /** "one of them", "no one", "the two": a number that stands for its noun counts nothing by itself. */
  private isPronoun(first: number, number: NumberReading): boolean {
    const word = this.words[first];
    const before = this.words[first - 1] ?? "";
    if (word === "one" && number.last === first + 1) {
      if (/^(no|any|every|some|this|that|each|the|which|another)$/.test(before)) return true;
      return !/^(nummod|compound)/.test(this.tokens[first]?.relation ?? "");
    }
    const small = number.last === first + 1 && number.value !== undefined && number.value < 10;
    return (
      small &&
      /^(the|these|those|all|both|of)$/.test(before) &&
      this.countedNoun(first, number.last) === undefined &&
      unitAt(this.words, number.last) === undefined
    );
  }

  /** The noun that is counted: the head in the tree, else the last noun of the phrase that follows. */
  private countedNoun(first: number, last: number): string | undefined {
    for (let index = last - 1; index >= Math.max(first, last - 3); index--) {
      const token = this.tokens[index];
      if (token === undefined || !/^(nummod|amod|compound|det)/.test(token.relation) || token.head < last)
        continue;
      const head = this.tokens[token.head];
      if (head !== undefined && /^NNP?S?$/.test(head.xpos)) return this.forms[token.head];
    }
    let at = this.words[last] === "of" ? last + 1 : last;
    if (at > last && /^(the|its|their|his|her|our|these|those)$/.test(this.words[at] ?? "")) at += 1;
    let noun: string | undefined;
    for (; at < this.tokens.length && at < last + 6; at++) {
      const token = this.tokens[at];
      if (token === undefined || !(UNIT_MODIFIER.test(token.xpos) || token.xpos === "NNS")) break;
      if (/^NNS?$/.test(token.xpos)) noun = this.forms[at];
      if (token.xpos === "NNS") break;
    }
    return noun;
  }

  /** "magnitude 6.1", "a magnitude-6.1 earthquake"; "6.1-magnitude" is found as the unit after it. */
  private unitBefore(first: number): UnitReading | undefined {
    const before = this.words[first - 1] === "-" ? this.words[first - 2] : this.words[first - 1];
    const of = before === "of" ? this.words[first - 2] : before;
    if (of === "magnitude") return { unit: "magnitude", length: 0 };
    return before === "aged" ? { unit: "years", length: 0 } : undefined;
  }

  /** Bare numbers are kept where they are amounts, bounds, or ages between commas after a name. */
  private standsAlone(first: number, number: NumberReading, comparator: Comparator | undefined): boolean {
    if (number.currency !== undefined || comparator !== undefined) return true;
    const value = number.value ?? number.min ?? 0;
    const relation = this.tokens[first]?.relation ?? "";
    return (
      value >= 2 &&
      /^(obj|nsubj|obl|nmod|root|conj|xcomp|ccomp|appos|nummod)/.test(relation) &&
      this.tokens[first]?.xpos === "CD"
    );
  }
}

/**
 * Finds quantities: numbers with their comparator, magnitude, and what they count or measure. Dates, years, times of day,
 * scores, ordinals and numbers inside names are no quantities.
 *
 * The span holds comparator, number and a unit that belongs to it ("over $40 million", "roughly 10", "15 tonnes"); a counted noun
 * ("countries" in "over 30 countries") is the `unit` and lies outside.
 *
 * @example
 * // "over 30 countries" → { min: 30, exclusive: true, unit: "countries", text: "over 30" }
 */
export function createQuantityAnnotator(): Annotator<"sentences" | "tokens" | "times", "quantities"> {
  return {
    id: ID,
    requires: ["sentences", "tokens", "times"],
    assigns: ["quantities"],
    annotate(article): AnnotatedArticle<"sentences" | "tokens" | "times" | "quantities"> {
      const dates = article.times.filter(({ granularity }) => granularity !== "duration");
      const quantities = article.sentences.flatMap((sentence) => {
        const taken = dates.filter((date) => overlaps(date, sentence));
        return new QuantityScanner(article, sentence, taken).scan();
      });
      return { ...article, quantities };
    },
  };
}
