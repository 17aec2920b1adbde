import type { ArticleEntity, EntityKind, Mention } from "../model/mention.ts";
import type { KnownEntities } from "./known-entities.ts";

/** What one article brings to the question of who is who. */
export interface ArticleEntities {
  readonly articleId: string;
  readonly mentions: readonly Mention[];
  readonly entities: readonly ArticleEntity[];
}

export interface ResolveOptions {
  /** Base of all IRIs of the graph, with its final `/` or `#`. Entity IRIs are `<base>entity/<slug>`. */
  readonly base: string;
  /** The curated table; without it nothing has a Wikidata id, and equal `known` keys still mean equal things. */
  readonly known?: KnownEntities;
}

/** A thing of the whole graph. */
export interface CanonicalEntity {
  readonly iri: string;
  /** Of the curated table, else the commonest name. */
  readonly label: string;
  /** Every other label and alias, sorted by code point. */
  readonly aliases: readonly string[];
  /** Class of the ontology by local name. */
  readonly type: string;
  readonly kind: EntityKind;
  /** E.g. "Q7184"; only from the curated table. */
  readonly wikidata?: string;
  /** IRIs of the members, for a group; sorted. */
  readonly members: readonly string[];
}

/** Who is who in a set of articles. */
export interface Resolution {
  /** Sorted by IRI. */
  readonly entities: readonly CanonicalEntity[];
  /** @returns undefined where the article has no such entity */
  find(articleId: string, entityId: string): CanonicalEntity | undefined;
}
