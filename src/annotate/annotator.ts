import type { AnnotatedArticle, LayerName } from "../model/layers.ts";

/** Adds layers to an article. Pure: the same input gives the same output. */
export interface Annotator<Needs extends LayerName, Adds extends LayerName> {
  /** E.g. "name-rules@1". */
  readonly id: string;
  readonly requires: readonly Needs[];
  readonly assigns: readonly Adds[];
  annotate(article: AnnotatedArticle<Needs>): AnnotatedArticle<Needs | Adds>;
}
