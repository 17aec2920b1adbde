import type { Article } from "./article.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { Fact } from "./fact.ts";
import type { ArticleEntity, Mention } from "./mention.ts";

/** All that was read out of one article. Arrays are sorted by position, then id: the same input gives the same arrays. */
export interface Extraction {
  readonly article: Article;
  readonly mentions: readonly Mention[];
  readonly entities: readonly ArticleEntity[];
  readonly facts: readonly Fact[];
  readonly diagnostics: readonly Diagnostic[];
  /** Counts for the report. */
  readonly counts: { readonly sentences: number; readonly words: number };
}
