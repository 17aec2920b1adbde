import type { Ontology } from "../ontology/ontology.ts";
import type { ArticleSummary, EntityRecord, GraphFact } from "../query/graph.ts";

/** What a graph holds, as records: what formats without RDF terms are written from. */
export interface GraphRecords {
  readonly facts: readonly GraphFact[];
  /** Those that the facts name, sorted by IRI. */
  readonly entities: readonly EntityRecord[];
  /** Those that the facts stand in. */
  readonly articles: readonly ArticleSummary[];
  readonly ontology: Ontology;
}

/** One format that facts are written in. */
export interface FactExporter {
  readonly mediaType: string;
  /** File name ending, without dot. */
  readonly extension: string;
  /** Piece by piece: no piece grows with the graph. */
  write(records: GraphRecords): Iterable<string>;
}
