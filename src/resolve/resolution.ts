import type { RelationName } from "../model/fact.ts";
import type { ArticleEntity, EntityKind, Mention } from "../model/mention.ts";
import type { Ontology } from "../ontology/ontology.ts";
import type { Decision, UndoDecision } from "./decisions.ts";
import type { IdentityLexicon } from "./identity-lexicon.ts";
import type { KnownEntities } from "./known-entities.ts";
import type { IdentityLink } from "./solve-component.ts";

/** A certain fact of an article that says what somebody or something is, of what, or where. */
export interface Tie {
  /** Entity ids within the article. */
  readonly from: string;
  readonly relation: RelationName;
  readonly to: string;
}

/** What one article brings to the question of who is who. */
export interface ArticleEntities {
  readonly articleId: string;
  /** ISO day or date-time of publication. */
  readonly published?: string;
  readonly mentions: readonly Mention[];
  readonly entities: readonly ArticleEntity[];
  readonly ties?: readonly Tie[];
}

export interface ResolveOptions {
  /** Base of all IRIs of the graph, with its final `/` or `#`. Entity IRIs are `<base>entity/<slug>`. */
  readonly base: string;
  /** The curated table; without it nothing has a Wikidata id, and equal `known` keys still mean equal things. */
  readonly known?: KnownEntities;
  /** Nicknames, fields of life, namesakes of known things; without it, none are known. */
  readonly lexicon?: IdentityLexicon;
  /** Tells which classes are events; without it, each article's events are its own. */
  readonly ontology?: Pick<Ontology, "isA">;
}

/** A thing of the whole graph. */
export interface CanonicalEntity {
  readonly iri: string;
  /** Somebody's choice, else of the curated table, else the commonest full name. */
  readonly label: string;
  /** Every other label and alias, sorted by code point. */
  readonly aliases: readonly string[];
  /** Class of the ontology by local name. */
  readonly type: string;
  readonly kind: EntityKind;
  /** Its key in the curated table. */
  readonly known?: string;
  /** E.g. "Q7184"; only from the curated table. */
  readonly wikidata?: string;
  /** IRIs of the members, for a group; sorted. */
  readonly members: readonly string[];
  /** `<article>#<entity>` of every article entity that is it; sorted. */
  readonly sightings: readonly string[];
}

/** A decision that holds, with what it speaks of now. */
export interface StandingDecision {
  readonly decision: Exclude<Decision, UndoDecision>;
  /** IRIs, sorted; empty where none of its articles is in the graph. */
  readonly left: readonly string[];
  readonly right: readonly string[];
}

/** Who is who in a set of articles. */
export interface Resolution {
  /** Sorted by IRI. */
  readonly entities: readonly CanonicalEntity[];
  /** Pairs that were weighed: joined, or left apart for want of evidence; the surest first. */
  readonly links: readonly IdentityLink[];
  readonly decisions: readonly StandingDecision[];
  /** @returns undefined where the article has no such entity */
  find(articleId: string, entityId: string): CanonicalEntity | undefined;
}
