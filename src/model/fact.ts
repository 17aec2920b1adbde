import type { Quantity } from "./layers.ts";
import type { Span } from "./span.ts";

/** How sure the nearest source is, in the words of ontology.md section 4. Not how sure the extractor is: that is `confidence`. */
export const FACTUALITIES = [
  "certain",
  "probable",
  "possible",
  "negated",
  "hypothetical",
  "proposed",
  "ruled_out",
  "unknown",
] as const;
export type Factuality = (typeof FACTUALITIES)[number];

export type Temporality = "future" | "non-future";

/**
 * A relation by name: the local name of a relation of the ontology (`met`, `ruledOut`), or `rel:` and a
 * minted local name (`rel:castDoubtOn`) where the verb phrase maps to none.
 */
export type RelationName = string;

/** One link of the chain of sources, nearest to the fact first. */
export interface SpeakerLink {
  /** Mention id of who says it. */
  readonly speaker: string;
  /** Lemma of the reporting verb, e.g. "say"; "according to". */
  readonly verb: string;
  /** Mention id of who is told. */
  readonly addressee?: string;
  /** E.g. "press conference". */
  readonly setting?: string;
  /** When it was said; ISO, as {@link Fact.date}. */
  readonly date?: string;
}

export type FactObject =
  | { readonly kind: "mention"; readonly mentionId: string }
  | ({
      /** A value with no identity of its own: a size, a status, a date. */
      readonly kind: "literal";
      readonly value: string;
      readonly datatype: "string" | "date" | "quantity";
    } & Span);

/** A passage that supports a fact. Invariant: `quote === article.text.slice(start, end)`. */
export interface Evidence extends Span {
  readonly quote: string;
}

/** One statement made in one article. What it says is about mentions; who they are is decided in `resolve/`. */
export interface Fact {
  /** `fact:` and 16 hex digits, hashed from article id, spans, relation, factuality, sources: never from an entity's IRI. */
  readonly id: string;
  /** Mention id. */
  readonly subject: string;
  readonly relation: RelationName;
  /** Lemmas of a minted relation, for its label, e.g. "cast doubt on"; absent for relations of the ontology. */
  readonly relationLemma?: string;
  readonly object: FactObject;
  readonly factuality: Factuality;
  readonly temporality: Temporality;
  /** Nearest first; empty where the article itself says it. */
  readonly speakers: readonly SpeakerLink[];
  /** A source alleges, claims or believes it: certain to the source, and for the article no more than that source's word. */
  readonly alleged?: true;
  /** When it holds: ISO day, month, year, `from/to`; `--08-22` without a year. */
  readonly date?: string;
  /** The words `date` was read from. */
  readonly dateText?: string;
  /** When the nearest source said it. */
  readonly statementDate?: string;
  readonly quantity?: Quantity;
  /** Mention id of the event it belongs to, where the text names one. */
  readonly event?: string;
  /** 0 to 1: how sure the extractor is of its reading. */
  readonly confidence: number;
  /** What the confidence rests on, e.g. ["verb frame met", "arc 0.93"]. */
  readonly reasons: readonly string[];
  /** The rule that read it, e.g. "clause/active". */
  readonly rule: string;
  /** At least one; the first is the passage that states the fact. */
  readonly evidence: readonly [Evidence, ...Evidence[]];
  /** The words as they stand in the sentence, before canonicalisation; `more` are further arguments with their preposition. */
  readonly surface: {
    readonly subject: string;
    readonly relation: string;
    readonly object: string;
    readonly more: readonly string[];
  };
}
