import type { Span } from "./span.ts";

/** How a mention refers: by name, by description, by pronoun, by an adjective of nationality, by an office, or as a phrase that is itself the argument. */
export type MentionForm = "name" | "nominal" | "pronoun" | "demonym" | "metonym" | "title" | "phrase";

/** A stretch of one article that denotes something. Invariant: `text === article.text.slice(start, end)`. */
export interface Mention extends Span {
  /** `m<start>-<end>`: unique within the article. */
  readonly id: string;
  readonly text: string;
  readonly form: MentionForm;
  /** Id of the {@link ArticleEntity} it denotes. */
  readonly entityId: string;
}

/**
 * What an entity's label is worth as an identity.
 *
 * - `named`: has a proper name; may be the same thing as a named entity of another article;
 * - `described`: known by description only ("European officials"): never merged by its wording alone;
 * - `phrase`: an activity, state or clause that is an argument ("deploying ground troops"), not a thing.
 */
export type EntityKind = "named" | "described" | "phrase";

/** A thing one article speaks of: all its mentions there, once. Who it is across articles is decided in `resolve/`. */
export interface ArticleEntity {
  /** `e<start>-<end>` of its first mention: unique within the article, stable under re-reading. */
  readonly id: string;
  readonly kind: EntityKind;
  /** Class of the ontology by local name, e.g. "Person". */
  readonly type: string;
  /** Longest proper form without title, or the description without determiner. */
  readonly label: string;
  /** Every other surface form that is a name or description (no pronouns), sorted. */
  readonly aliases: readonly string[];
  /** Key in the table of known things, where it is in it. */
  readonly known?: string;
  /** Entity ids of the members, for a group made by coordination or "we". */
  readonly members?: readonly string[];
}
