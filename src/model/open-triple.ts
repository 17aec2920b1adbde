import type { Span } from "./span.ts";

/**
 * One proposition of a sentence in its own words: no lexicon, no entity, no judgement. What the sentence denies, hedges or
 * puts in somebody's mouth does so in the relation's words.
 */
export interface OpenTriple {
  /** The sentence it was read from. */
  readonly sentence: Span;
  readonly subject: string;
  readonly relation: string;
  /** Empty where the verb stands alone ("prices rebounded"). */
  readonly object: string;
  /** Further arguments with their preposition, in the order of the sentence. */
  readonly more: readonly string[];
  /** 0 to 1. */
  readonly confidence: number;
}
