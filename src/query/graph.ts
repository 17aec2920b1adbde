import type * as RDF from "@rdfjs/types";
import type { CopyPair } from "../corroborate/copies.ts";
import type { Corroboration } from "../corroborate/corroborate.ts";
import type { Article } from "../model/article.ts";
import type { Extraction } from "../model/extraction.ts";
import type { Factuality } from "../model/fact.ts";
import type { FactRecord } from "../model/fact-record.ts";
import type { QueryOptions, SparqlResult } from "../store/sparql-engine.ts";
import type { Identity } from "./identity.ts";

/**
 * Conditions that a fact must all meet. Texts match a label, an alias or an IRI, without regard to case and diacritics;
 * where none is that text, they match those that have it as whole words.
 */
export interface FactFilter {
  readonly subject?: string;
  /** Local name, label or IRI; relations that refine it match too. One that exists nowhere is a {@link UsageError}. */
  readonly relation?: string;
  readonly object?: string;
  /** Any link of the speaker chain. */
  readonly speaker?: string;
  readonly factuality?: Factuality;
  /** ISO date: facts that hold (else: were said, else: were published) on or after it. */
  readonly since?: string;
  /** ISO date: on or before it. */
  readonly until?: string;
  readonly outlet?: string;
  /** As for {@link Graph.remove}; one that is not there is a {@link UsageError}. */
  readonly article?: string;
  readonly asserted?: boolean;
  readonly limit?: number;
}

/** A fact record with the IRIs of the nodes it joins, as they stand in the dataset. */
export interface GraphFact extends FactRecord {
  readonly subjectNode: string;
  /** Null where the object is a literal. */
  readonly objectNode: string | null;
  /** Of all sources in the chain, nearest first. */
  readonly speakerNodes: readonly string[];
  readonly relationIri: string;
}

export interface EntityRecord {
  readonly iri: string;
  readonly label: string;
  readonly aliases: readonly string[];
  /** Class name, e.g. "Person". */
  readonly type: string;
  readonly kind: "named" | "described" | "phrase";
  readonly wikidata: string | null;
}

/** An article of the graph, without its text. */
export interface ArticleSummary extends Omit<Article, "text"> {
  readonly iri: string;
  /** URL or path it was read from. */
  readonly location: string;
  readonly words: number;
  readonly facts: number;
  /** It is no article, but a graph that was imported; its text are its statements, a line each. */
  readonly imported?: true;
}

export type { QueryOptions, SparqlResult as QueryResult };

export interface GraphStats {
  readonly articles: number;
  readonly facts: number;
  readonly asserted: number;
  readonly entities: number;
  readonly quads: number;
  readonly byRelation: Readonly<Record<string, number>>;
  readonly byFactuality: Readonly<Record<string, number>>;
  readonly byOutlet: Readonly<Record<string, number>>;
  /** Statements that several independent sources make; that exclude one another; and articles that are copies of an earlier one. */
  readonly corroborated: number;
  readonly conflicts: { readonly contradictions: number; readonly updates: number };
  readonly copies: number;
  /** Minted `rel:` relations and how often they are used. */
  readonly minted: Readonly<Record<string, number>>;
}

export interface ValidationIssue {
  readonly severity: "violation" | "warning";
  /** In words a person understands. */
  readonly message: string;
  readonly node: string;
  readonly path: string | null;
  readonly value: string | null;
}

export type AddOutcome = "added" | "unchanged" | "replaced";

/** A graph on disk or in memory, opened. What `openGraph` returns. */
export interface Graph {
  /** Folder, or null for a graph in memory. */
  readonly folder: string | null;
  /** Base of the IRIs of its data, e.g. for the prefixes of an export. */
  readonly base?: string;
  /** Facts that meet all conditions, in order of article date, article id and position. */
  find(filter?: FactFilter): readonly GraphFact[];
  /** The SPARQL text that a `find` amounts to. */
  explain(filter: FactFilter): string;
  /** Quads of the dataset (RDF/JS); undefined and null are wildcards. */
  match(
    subject?: RDF.Term | null,
    predicate?: RDF.Term | null,
    object?: RDF.Term | null,
    graph?: RDF.Term | null,
  ): Iterable<RDF.Quad>;
  /**
   * SPARQL 1.1 query over the union of all graphs; known prefixes need no PREFIX line.
   * @throws {@link QueryError}
   */
  query(sparql: string, options?: QueryOptions): Promise<SparqlResult>;
  /** The same, serialised by media type (SPARQL results JSON, CSV, TSV, XML; Turtle, N-Triples … for graphs). */
  queryText(sparql: string, mediaType: string, options?: QueryOptions): Promise<string>;
  /**
   * SPARQL 1.1 update of imported graphs and of the default graph. What follows from articles cannot be changed so.
   * @param base what relative IRIs are resolved against
   * @throws {@link QueryError}
   */
  update(sparql: string, base?: string): Promise<void>;
  /**
   * Puts RDF of any origin into a graph of its own, in the place of what was imported there before. It is found, drawn
   * and exported like the rest, as certain as whoever brought it says.
   * @param name IRI of the graph; null for the default graph
   * @param source with `add`, what was there before stays
   * @throws {@link UsageError} for the graph of an article
   */
  importGraph(
    name: string | null,
    quads: Iterable<RDF.Quad>,
    source: { readonly location: string; readonly add?: boolean },
  ): Promise<void>;
  entities(): readonly EntityRecord[];
  /** Articles, and after them the imported graphs. */
  articles(): readonly ArticleSummary[];
  /** With its text, by any of the names that {@link Graph.remove} takes; undefined where nothing bears it. */
  article(name: string): Article | undefined;
  stats(): GraphStats;
  /** Who is who, and what people decided of it. */
  readonly identity: Identity;
  /** What the articles agree on, where they contradict each other, and which of them are copies of one text. */
  corroboration(): Corroboration;
  /** The last of these alone; needs no facts. */
  copies(): readonly CopyPair[];
  validate(): Promise<readonly ValidationIssue[]>;
  /**
   * Keeps an extraction. An article already held under the same id is left alone unless what was read of it differs;
   * one that was read from the same location before, with other content, is replaced.
   */
  add(extraction: Extraction, source: { readonly location: string }): Promise<AddOutcome>;
  /** Removes one article or imported graph, by id, IRI, URL, exact title, or location (or the end of it, from a folder's name on, with or without the ending), with exactly what only it supported. @returns its id, or undefined where none matches */
  remove(article: string): Promise<string | undefined>;
  close(): Promise<void>;
}
