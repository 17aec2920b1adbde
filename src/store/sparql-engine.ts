import type * as RDF from "@rdfjs/types";
import { DataFactory } from "n3";
import type { Prefixes } from "../rdf/namespaces.ts";
import { parseQuads } from "../rdf/parse.ts";
import { OxigraphStore, type QueryDataset, type UpdateEffect } from "./oxigraph-store.ts";
import { queryForm } from "./sparql-text.ts";

const XSD_STRING = "http://www.w3.org/2001/XMLSchema#string";

/** What a SPARQL query answers. */
export type SparqlResult =
  | {
      readonly kind: "bindings";
      readonly variables: readonly string[];
      readonly rows: readonly ReadonlyMap<string, RDF.Term>[];
    }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "quads"; readonly quads: readonly RDF.Quad[] };

export interface QueryOptions extends QueryDataset {
  /** Ends the query where the engine runs in a thread of its own. */
  readonly signal?: AbortSignal;
}

/** How an engine is brought from one state of the dataset to a later one. */
export interface DatasetChange {
  /** Names of graphs to empty first, as in N-Quads; the empty text is the default graph. */
  readonly emptied: readonly string[];
  /** N-Quads to load, piece by piece. A blank node stands in one piece only. */
  readonly pieces: Iterable<string>;
}

/** The dataset as engines read it. */
export interface EngineSource {
  /** Grows with every change, from 1. */
  readonly version: number;
  /** What leads from an earlier version to the present one; version 0 holds nothing. */
  changeSince(version: number): DatasetChange;
}

/** Answers SPARQL over a dataset that it reads from its source when it needs to. */
export interface SparqlEngine {
  /** @throws {@link QueryError} */
  queryText(sparql: string, mediaType: string, options?: QueryOptions): Promise<string>;
  /** Says what an update would change; the source decides what becomes of it. @throws {@link QueryError} */
  update(sparql: string, base?: string): Promise<UpdateEffect>;
  close(): Promise<void>;
}

export type EngineFactory = (source: EngineSource, prefixes: Prefixes) => SparqlEngine;

/** An engine in the calling thread, loaded when first asked: what scripts use. It cannot be stopped while it answers. */
export function createLocalEngine(source: EngineSource, prefixes: Prefixes): SparqlEngine {
  let held: { readonly store: OxigraphStore; version: number } | undefined;
  const upToDate = async (): Promise<OxigraphStore> => {
    held ??= { store: await OxigraphStore.open(prefixes), version: 0 };
    if (held.version !== source.version) {
      const { emptied, pieces } = source.changeSince(held.version);
      held.store.emptyGraphs(emptied);
      for (const piece of pieces) held.store.load(piece);
      held.version = source.version;
    }
    return held.store;
  };
  return {
    queryText: async (sparql, mediaType, options) => (await upToDate()).queryText(sparql, mediaType, options),
    async update(sparql, base) {
      const store = await upToDate();
      // It now holds what the source may refuse, and other names for blank nodes.
      held = undefined;
      return store.update(sparql, base);
    },
    close: async () => {
      held = undefined;
    },
  };
}

/** Asks for terms rather than text: by way of SPARQL's own JSON, many times faster than Oxigraph's term objects. */
export async function queryTerms(
  sparql: string,
  queryText: (mediaType: string) => Promise<string>,
): Promise<SparqlResult> {
  const form = queryForm(sparql);
  if (form === "construct" || form === "describe") {
    return { kind: "quads", quads: parseQuads(await queryText("application/n-triples"), "ntriples") };
  }
  return readJsonResults(await queryText("application/sparql-results+json"));
}

interface JsonTerm {
  /** Virtuoso says "typed-literal", as drafts of the format did. */
  readonly type: "uri" | "bnode" | "literal" | "typed-literal";
  readonly value: string;
  readonly datatype?: string;
  readonly "xml:lang"?: string;
}

/** RDF 1.2. */
interface JsonTriple {
  readonly type: "triple";
  readonly value: Readonly<Record<"subject" | "predicate" | "object", JsonTerm | JsonTriple>>;
}

interface JsonResults {
  readonly head: { readonly vars?: readonly string[] };
  readonly boolean?: boolean;
  readonly results?: { readonly bindings: readonly Readonly<Record<string, JsonTerm | JsonTriple>>[] };
}

function readJsonResults(json: string): SparqlResult {
  const { head, boolean, results } = JSON.parse(json) as JsonResults;
  if (boolean !== undefined) return { kind: "boolean", value: boolean };
  const rows = (results?.bindings ?? []).map(
    (binding) => new Map(Object.entries(binding).map(([name, term]) => [name, readJsonTerm(term)] as const)),
  );
  return { kind: "bindings", variables: head.vars ?? [], rows };
}

function readJsonTerm(term: JsonTerm | JsonTriple): RDF.Term {
  switch (term.type) {
    case "uri":
      return DataFactory.namedNode(term.value);
    case "bnode":
      return DataFactory.blankNode(term.value);
    case "literal":
    case "typed-literal": {
      const language = term["xml:lang"];
      if (language !== undefined) return DataFactory.literal(term.value, language);
      return DataFactory.literal(term.value, DataFactory.namedNode(term.datatype ?? XSD_STRING));
    }
    case "triple": {
      const { subject, predicate, object } = term.value;
      const [s, p, o] = [subject, predicate, object].map(readJsonTerm);
      return DataFactory.quad(s as never, p as never, o as never) as unknown as RDF.Term;
    }
  }
}
