import type { Article } from "./article.ts";
import type { Span } from "./span.ts";

/** A sentence. Sentences are in order, do not overlap, and cover every token. */
export interface Sentence extends Span {
  readonly index: number;
  /** Index in `tokens` of its first token. */
  readonly firstToken: number;
  /** Index in `tokens` one past its last token. */
  readonly lastToken: number;
  /** 0-based paragraph (line) of the text it stands in. */
  readonly paragraph: number;
  /** True for the article's title line, and other lines that are not running prose (they have no final stop). */
  readonly headline: boolean;
}

/** A token with its place in the Universal Dependencies tree of its sentence. Its form is `text.slice(start, end)`. */
export interface Token extends Span {
  readonly lemma: string;
  /** Universal POS tag, e.g. "VERB". */
  readonly upos: string;
  /** Penn Treebank tag, e.g. "VBD". */
  readonly xpos: string;
  /** Index of the head within the sentence (0 = the sentence's first token); -1 for the root. */
  readonly head: number;
  /** Universal Dependencies relation with subtype, e.g. "nsubj:pass"; "root" for the root. */
  readonly relation: string;
  /** Probability that the arc is right, as calibrated on development data. */
  readonly arcConfidence: number;
}

/** A name: a person, place, organization or other thing called by its proper name. Titles before it are not part of it. */
export interface NameSpan extends Span {
  /** Class of the ontology by local name, e.g. "Person", "Organization", "Country", "City", "Place", "Event", "Work", "Group". */
  readonly type: string;
  /** The title or role that stands right before it, e.g. "NATO Secretary General" before "Mark Rutte". */
  readonly title?: Span;
  /** Key in the table of known things (`data/lexicon/known-entities.tsv`) where the name is in it, e.g. "FR" or "NATO". */
  readonly known?: string;
  /** True where the words are the adjective or people's name of the thing, e.g. "French" for France. */
  readonly demonym?: boolean;
  /** What decided the type, e.g. "gazetteer", "title", "cue", "model", "same name elsewhere". */
  readonly decidedBy: string;
  /** 0 to 1. */
  readonly confidence: number;
}

/** What the neural model takes for a named entity, before lexicon and rules have their say. */
export interface ModelName extends Span {
  /** Kind as OntoNotes has it, e.g. "person", "organisation", "gpe", "location", "facility", "norp", "event", "work", "date". */
  readonly type: string;
  /** Mean probability of its words' tags, 0 to 1. */
  readonly confidence: number;
}

/** A date, period or duration in the words of the text. */
export interface TimeSpan extends Span {
  /**
   * ISO 8601: day `2025-08-22`, month `2025-08`, year `2025`, interval `from/to` (either side may be `..`),
   * day without year `--08-22`, or duration `P2D`.
   */
  readonly value: string;
  readonly granularity:
    | "time"
    | "day"
    | "week"
    | "month"
    | "quarter"
    | "year"
    | "decade"
    | "interval"
    | "duration";
  /** True where it was counted from the article's date ("this week"), false where the words name the date themselves. */
  readonly relative: boolean;
}

/** A number with what it counts, in the words of the text. */
export interface QuantitySpan extends Span, Quantity {}

/** How many or how much. Bounds are inclusive unless `exclusive`. */
export interface Quantity {
  readonly value?: number;
  readonly min?: number;
  readonly max?: number;
  /** "over 30": min 30, exclusive. */
  readonly exclusive?: boolean;
  /** "roughly 10", "dozens". */
  readonly approximate?: boolean;
  /** What is counted or measured, as worded without determiner, e.g. "countries", "%", "km". */
  readonly unit?: string;
  /** ISO 4217, where the quantity is money. */
  readonly currency?: string;
  /** As worded, e.g. "over 30". */
  readonly text: string;
}

/** Every layer an annotator may add. A layer holds offsets, never copies of text; spans are in text order. */
export interface Layers {
  readonly sentences: readonly Sentence[];
  readonly tokens: readonly Token[];
  readonly modelNames: readonly ModelName[];
  readonly names: readonly NameSpan[];
  readonly times: readonly TimeSpan[];
  readonly quantities: readonly QuantitySpan[];
}

export type LayerName = keyof Layers;

/** An article with layers over its text. */
export type AnnotatedArticle<Has extends LayerName = LayerName> = {
  readonly article: Article;
} & Pick<Layers, Has>;
