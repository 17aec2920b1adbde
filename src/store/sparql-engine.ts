import type * as RDF from "@rdfjs/types";
import { DataFactory } from "n3";
import type { Store } from "oxigraph";
import { QueryError } from "../model/errors.ts";
import { quadToLine } from "../rdf/n-quads.ts";
import type { Prefixes } from "../rdf/namespaces.ts";
import { parseQuads } from "../rdf/parse.ts";
import { missingDeclarations, queryForm, unknownPrefixes, usesService } from "./sparql-text.ts";

/** What a SPARQL query answers. */
export type SparqlResult =
  | {
      readonly kind: "bindings";
      readonly variables: readonly string[];
      readonly rows: readonly ReadonlyMap<string, RDF.Term>[];
    }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "quads"; readonly quads: readonly RDF.Quad[] };

/** Characters that Oxigraph is given at a time: one long call is three times slower (its WebAssembly never reaches the optimised code). */
const PIECE = 500_000;

const XSD_STRING = "http://www.w3.org/2001/XMLSchema#string";

/** SPARQL 1.1 queries over the union of all graphs, by Oxigraph. Loaded when the first query comes. */
export class SparqlEngine {
  readonly #store: Store;
  readonly #prefixes: Prefixes;

  private constructor(store: Store, prefixes: Prefixes) {
    this.#store = store;
    this.#prefixes = prefixes;
  }

  static async load(quads: Iterable<RDF.Quad>, prefixes: Prefixes): Promise<SparqlEngine> {
    const { default: oxigraph } = await import("oxigraph");
    const store = new oxigraph.Store();
    let lines: string[] = [];
    let length = 0;
    const flush = () => {
      store.load(lines.join("\n"), { format: "application/n-quads", no_transaction: true, lenient: true });
      lines = [];
      length = 0;
    };
    for (const quad of quads) {
      const line = quadToLine(quad);
      lines.push(line);
      length += line.length;
      if (length >= PIECE) flush();
    }
    flush();
    return new SparqlEngine(store, prefixes);
  }

  /** @throws {@link QueryError} */
  query(sparql: string): SparqlResult {
    switch (queryForm(sparql)) {
      case "construct":
      case "describe":
        return {
          kind: "quads",
          quads: parseQuads(this.queryText(sparql, "application/n-triples"), "ntriples"),
        };
      default:
        return readJsonResults(this.queryText(sparql, "application/sparql-results+json"));
    }
  }

  /** @throws {@link QueryError}, also where the media type does not fit the form of the query */
  queryText(sparql: string, mediaType: string): string {
    if (queryForm(sparql) === "update") {
      throw new QueryError("only queries are answered here, and this is an update", "query-refused");
    }
    if (usesService(sparql))
      throw new QueryError("SERVICE is refused: nothing here asks other servers", "query-refused");
    const declarations = missingDeclarations(sparql, this.#prefixes);
    try {
      const answer = this.#store.query(declarations === "" ? sparql : `${declarations}\n${sparql}`, {
        results_format: mediaType,
        use_default_graph_as_union: true,
      });
      return String(answer);
    } catch (error) {
      throw this.#explainError(error, sparql, declarations !== "");
    }
  }

  #explainError(error: unknown, sparql: string, shifted: boolean): QueryError {
    const message = error instanceof Error ? error.message : String(error);
    const unknown = unknownPrefixes(sparql, this.#prefixes);
    if (message.includes("Prefix not found") && unknown.length > 0) {
      const names = unknown.map((prefix) => `${prefix}:`).join(", ");
      return new QueryError(`no PREFIX line declares ${names}`, "query-syntax", { cause: error });
    }
    // The line of declarations stands before the user's first one.
    const placed = shifted
      ? message.replace(/^(error at )(\d+)/, (_, start: string, line: string) => start + (Number(line) - 1))
      : message;
    return new QueryError(placed.replace(/\s+/g, " "), "query-syntax", { cause: error });
  }
}

interface JsonTerm {
  readonly type: "uri" | "bnode" | "literal" | "triple";
  readonly value: string;
  readonly datatype?: string;
  readonly "xml:lang"?: string;
}

interface JsonResults {
  readonly head: { readonly vars?: readonly string[] };
  readonly boolean?: boolean;
  readonly results?: { readonly bindings: readonly Readonly<Record<string, JsonTerm>>[] };
}

/** SPARQL 1.1 Query Results JSON: many times faster than Oxigraph's own term objects. */
function readJsonResults(json: string): SparqlResult {
  const { head, boolean, results } = JSON.parse(json) as JsonResults;
  if (boolean !== undefined) return { kind: "boolean", value: boolean };
  const rows = (results?.bindings ?? []).map(
    (binding) => new Map(Object.entries(binding).map(([name, term]) => [name, readJsonTerm(term)] as const)),
  );
  return { kind: "bindings", variables: head.vars ?? [], rows };
}

function readJsonTerm(term: JsonTerm): RDF.Term {
  switch (term.type) {
    case "uri":
      return DataFactory.namedNode(term.value);
    case "bnode":
      return DataFactory.blankNode(term.value);
    case "literal": {
      const language = term["xml:lang"];
      if (language !== undefined) return DataFactory.literal(term.value, language);
      return DataFactory.literal(term.value, DataFactory.namedNode(term.datatype ?? XSD_STRING));
    }
    case "triple":
      throw new QueryError(
        "triple terms cannot be returned as values; select their subject, predicate and object",
      );
  }
}
