import type * as RDF from "@rdfjs/types";
import type { Prefixes } from "../rdf/namespaces.ts";
import { QuadIndex } from "./quad-index.ts";
import { SparqlEngine, type SparqlResult } from "./sparql-engine.ts";

/** Where the dataset is asked. A graph is replaced or deleted as a whole: that is what one article is. */
export interface KnowledgeStore {
  /** Number of quads. */
  readonly size: number;
  /** All quads must stand in `graph`. */
  replaceGraph(graph: RDF.Quad_Graph, quads: Iterable<RDF.Quad>): void;
  deleteGraph(graph: RDF.Quad_Graph): void;
  /** Undefined and null are wildcards. */
  match(
    subject?: RDF.Term | null,
    predicate?: RDF.Term | null,
    object?: RDF.Term | null,
    graph?: RDF.Term | null,
  ): Iterable<RDF.Quad>;
  /** @throws {@link QueryError} */
  query(sparql: string): Promise<SparqlResult>;
  /** @throws {@link QueryError} */
  queryText(sparql: string, mediaType: string): Promise<string>;
}

/**
 * A store in memory: an index for patterns, and Oxigraph for SPARQL, loaded when first asked and again after a change.
 *
 * @param background makes the quads that queries see and `match` does not: the ontology, so that a query can follow
 *   `rdfs:subPropertyOf` and read labels, while the dataset holds what articles say and nothing else
 */
export function createEmbeddedStore(
  prefixes: Prefixes,
  background: () => Iterable<RDF.Quad>,
): KnowledgeStore {
  const index = new QuadIndex();
  let engine: Promise<SparqlEngine> | undefined;
  const loaded = () => {
    engine ??= SparqlEngine.load(both(background(), index.match()), prefixes);
    return engine;
  };
  return {
    get size() {
      return index.size;
    },
    replaceGraph(graph, quads) {
      engine = undefined;
      index.replaceGraph(graph, quads);
    },
    deleteGraph(graph) {
      engine = undefined;
      index.deleteGraph(graph);
    },
    match: (subject, predicate, object, graph) => index.match(subject, predicate, object, graph),
    query: async (sparql) => (await loaded()).query(sparql),
    queryText: async (sparql, mediaType) => (await loaded()).queryText(sparql, mediaType),
  };
}

function* both<T>(first: Iterable<T>, second: Iterable<T>): Iterable<T> {
  yield* first;
  yield* second;
}
