import type * as RDF from "@rdfjs/types";
import { quadToLine, termToNT } from "../rdf/n-quads.ts";
import type { Prefixes } from "../rdf/namespaces.ts";
import { hasBlankNode } from "../rdf/terms.ts";
import type { UpdateEffect } from "./oxigraph-store.ts";
import { QuadIndex } from "./quad-index.ts";
import {
  createLocalEngine,
  type DatasetChange,
  type EngineFactory,
  type EngineSource,
  type QueryOptions,
  queryTerms,
  type SparqlResult,
} from "./sparql-engine.ts";

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
  query(sparql: string, options?: QueryOptions): Promise<SparqlResult>;
  /** @throws {@link QueryError} */
  queryText(sparql: string, mediaType: string, options?: QueryOptions): Promise<string>;
  /** What an update would change. Nothing is changed yet. @throws {@link QueryError} */
  planUpdate(sparql: string, base?: string): Promise<UpdateEffect>;
  close(): Promise<void>;
}

/** Characters that Oxigraph is given at a time: one long call is three times slower (its WebAssembly never reaches the optimised code). */
const PIECE = 500_000;

/**
 * A store in memory: an index for patterns, and an engine for SPARQL, which reads the dataset when first asked, and what
 * changed of it when asked again.
 *
 * @param background makes the quads that queries see and `match` does not: the ontology, so that a query can follow
 *   `rdfs:subPropertyOf` and read labels, while the dataset holds what articles say and nothing else
 */
export function createEmbeddedStore(
  prefixes: Prefixes,
  background: () => Iterable<RDF.Quad>,
  makeEngine: EngineFactory = createLocalEngine,
): KnowledgeStore {
  const index = new QuadIndex();
  const source = new IndexedSource(index, background);
  const engine = makeEngine(source, prefixes);
  return {
    get size() {
      return index.size;
    },
    replaceGraph(graph, quads) {
      index.replaceGraph(graph, quads);
      source.changed(graph);
    },
    deleteGraph(graph) {
      index.deleteGraph(graph);
      source.changed(graph);
    },
    match: (subject, predicate, object, graph) => index.match(subject, predicate, object, graph),
    query: (sparql, options) =>
      queryTerms(sparql, (mediaType) => engine.queryText(sparql, mediaType, options)),
    queryText: (sparql, mediaType, options) => engine.queryText(sparql, mediaType, options),
    planUpdate: (sparql, base) => engine.update(sparql, base),
    close: () => engine.close(),
  };
}

class IndexedSource implements EngineSource {
  readonly #index: QuadIndex;
  readonly #background: () => Iterable<RDF.Quad>;
  /** Graph name → the graph, and the version in which it last changed. */
  readonly #changes = new Map<string, { readonly graph: RDF.Quad_Graph; readonly version: number }>();
  #version = 1;

  constructor(index: QuadIndex, background: () => Iterable<RDF.Quad>) {
    this.#index = index;
    this.#background = background;
  }

  get version(): number {
    return this.#version;
  }

  changed(graph: RDF.Quad_Graph): void {
    this.#version++;
    this.#changes.set(termToNT(graph), { graph, version: this.#version });
  }

  changeSince(version: number): DatasetChange {
    if (version === 0) return { emptied: [], pieces: toPieces(this.#background(), this.#index.match()) };
    const later = [...this.#changes].filter(([, change]) => change.version > version);
    const quads = later.map(([, { graph }]) => this.#index.match(null, null, null, graph));
    const inDefault = later.some(([name]) => name === "");
    return {
      emptied: later.map(([name]) => name),
      pieces: toPieces(...(inDefault ? [this.#background()] : []), ...quads),
    };
  }
}

/** Lines with a blank node all stand in the last piece: in two pieces, it would become two nodes. */
function* toPieces(...parts: readonly Iterable<RDF.Quad>[]): Iterable<string> {
  const blank: string[] = [];
  let lines: string[] = [];
  let length = 0;
  for (const quads of parts) {
    for (const quad of quads) {
      const line = quadToLine(quad);
      if (hasBlankNode(quad)) {
        blank.push(line);
        continue;
      }
      lines.push(line);
      length += line.length;
      if (length < PIECE) continue;
      yield lines.join("\n");
      lines = [];
      length = 0;
    }
  }
  if (lines.length > 0) yield lines.join("\n");
  if (blank.length > 0) yield blank.join("\n");
}
