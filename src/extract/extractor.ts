import type { Extraction } from "../model/extraction.ts";
import type { AnnotatedArticle } from "../model/layers.ts";

/** Reads mentions, entities and facts out of one annotated article. Pure: the same input gives the same output. */
export interface Extractor {
  /** E.g. "rules@1"; recorded with every fact. */
  readonly id: string;
  extract(article: AnnotatedArticle): Extraction;
}
