/** A thing of the curated table (`data/lexicon/known-entities.tsv`). */
export interface KnownEntity {
  /** What {@link ArticleEntity.known} refers to, e.g. "NATO". */
  readonly key: string;
  readonly label: string;
  /** Class of the ontology by local name. */
  readonly type: string;
  /** Wikidata item, e.g. "Q7184". */
  readonly wikidata?: string;
}

/** By key. */
export type KnownEntities = ReadonlyMap<string, KnownEntity>;
