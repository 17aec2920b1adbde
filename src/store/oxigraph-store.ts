import type { Store } from "oxigraph";
import { QueryError } from "../model/errors.ts";
import type { Prefixes } from "../rdf/namespaces.ts";
import { missingDeclarations, namesDataset, queryForm, unknownPrefixes, usesService } from "./sparql-text.ts";
import { explainSyntaxError } from "./syntax-errors.ts";

/** The graphs that a query reads, as the SPARQL 1.1 Protocol names them; without any, those of FROM and FROM NAMED, and without these all graphs are read as one. */
export interface QueryDataset {
  /** IRIs whose merge is the default graph; the empty text is the default graph that the dataset itself has. */
  readonly defaultGraphs?: readonly string[];
  /** IRIs that `GRAPH` reaches. */
  readonly namedGraphs?: readonly string[];
  /** What relative IRIs are resolved against. */
  readonly base?: string;
}

/** What an update changed, as canonical lines without graph. */
export interface UpdateEffect {
  readonly addedToDefault: readonly string[];
  /** Without blank nodes; {@link UpdateEffect.blankNodesLeft} tells of those. */
  readonly removedFromDefault: readonly string[];
  /** Whether triples with blank nodes were removed from the default graph. */
  readonly blankNodesLeft: "all" | "some" | "none";
  /** Each named graph that is other than before: its name as in N-Quads, and all its N-Triples lines. */
  readonly graphs: readonly { readonly name: string; readonly lines: readonly string[] }[];
}

/**
 * Oxigraph (WebAssembly) with the checks that every query of this project passes. It blocks the thread it runs in; see
 * {@link SparqlEngine} for who calls it.
 */
export class OxigraphStore {
  readonly #store: Store;
  readonly #prefixes: Prefixes;

  private constructor(store: Store, prefixes: Prefixes) {
    this.#store = store;
    this.#prefixes = prefixes;
  }

  static async open(prefixes: Prefixes): Promise<OxigraphStore> {
    const { default: oxigraph } = await import("oxigraph");
    return new OxigraphStore(new oxigraph.Store(), prefixes);
  }

  /** @param names as in N-Quads; the empty text is the default graph */
  emptyGraphs(names: readonly string[]): void {
    if (names.length === 0) return;
    this.#store.update(
      names.map((name) => (name === "" ? "CLEAR DEFAULT" : `CLEAR SILENT GRAPH ${name}`)).join(";\n"),
    );
  }

  /** @param nQuads a blank node means the same only within one call */
  load(nQuads: string): void {
    this.#store.load(nQuads, { format: "application/n-quads", no_transaction: true, lenient: true });
  }

  /** @throws {@link QueryError}, also where the media type does not fit the form of the query */
  queryText(sparql: string, mediaType: string, dataset: QueryDataset = {}): string {
    if (queryForm(sparql) === "update") {
      throw new QueryError("only queries are answered here, and this is an update", "query-refused");
    }
    refuseService(sparql);
    const { defaultGraphs, namedGraphs, base } = dataset;
    const isNamedInText = namesDataset(sparql);
    return this.#explained(sparql, (declared) =>
      String(
        this.#store.query(declared, {
          results_format: mediaType,
          ...(base === undefined ? {} : { base_iri: base }),
          ...(defaultGraphs === undefined && namedGraphs === undefined
            ? { use_default_graph_as_union: !isNamedInText }
            : { default_graph: nodes(defaultGraphs), named_graphs: nodes(namedGraphs) }),
        }),
      ),
    );
  }

  /**
   * Runs an update and says what it changed. The WHERE part reads the default graph alone, as SPARQL 1.1 has it.
   *
   * @param base what relative IRIs are resolved against
   */
  update(sparql: string, base?: string): UpdateEffect {
    refuseService(sparql);
    const before = this.#contents();
    this.#explained(sparql, (declared) => {
      this.#store.update(declared, base === undefined ? {} : { base_iri: base });
      return "";
    });
    const after = this.#contents();
    const [oldDefault, newDefault] = [new Set(before.get("")), new Set(after.get(""))];
    const removed = [...oldDefault].filter((line) => !newDefault.has(line));
    const blankRemoved = removed.filter(hasBlankNode).length;
    const blankKept = [...oldDefault].filter(hasBlankNode).length - blankRemoved;
    return {
      addedToDefault: [...newDefault].filter((line) => !oldDefault.has(line)),
      removedFromDefault: removed.filter((line) => !hasBlankNode(line)),
      blankNodesLeft: blankRemoved === 0 ? "all" : blankKept === 0 ? "none" : "some",
      graphs: [...new Set([...before.keys(), ...after.keys()])]
        .filter((name) => name !== "" && before.get(name)?.join("\n") !== after.get(name)?.join("\n"))
        .map((name) => ({ name, lines: after.get(name) ?? [] })),
    };
  }

  /** Sorted N-Triples lines of each graph that holds any, by name; the default graph's name is empty. */
  #contents(): ReadonlyMap<string, readonly string[]> {
    const names = String(
      this.#store.query("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }", {
        results_format: "text/tab-separated-values",
      }),
    );
    const graphs = ["", ...names.split("\n").slice(1)];
    return new Map(graphs.map((name) => [name, this.#linesOf(name)]));
  }

  #linesOf(name: string): readonly string[] {
    const triples = this.#store.dump({ format: "application/n-triples", from_graph_name: graphTerm(name) });
    return triples
      .split("\n")
      .filter((line) => line !== "")
      .sort();
  }

  #explained(sparql: string, run: (declared: string) => string): string {
    const declarations = missingDeclarations(sparql, this.#prefixes);
    try {
      return run(declarations === "" ? sparql : `${declarations}\n${sparql}`);
    } catch (error) {
      if (error instanceof Error && error.name === "RuntimeError") {
        throw new Error(`the engine ran out of memory or failed (${error.message})`, { cause: error });
      }
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
    const explained = explainSyntaxError(message, sparql, shifted ? 1 : 0);
    return new QueryError(explained, "query-syntax", { cause: error });
  }
}

function refuseService(sparql: string): void {
  if (usesService(sparql))
    throw new QueryError("SERVICE is refused: nothing here asks other servers", "query-refused");
}

/** Oxigraph takes the terms of any RDF/JS library by these two members. */
function nodes(iris: readonly string[] = []): never[] {
  return iris.map((value) => ({
    termType: value === "" ? "DefaultGraph" : "NamedNode",
    value,
  })) as never[];
}

function graphTerm(name: string): never {
  const term = name.startsWith("_:")
    ? { termType: "BlankNode", value: name.slice(2) }
    : { termType: name === "" ? "DefaultGraph" : "NamedNode", value: name.slice(1, -1) };
  return term as never;
}

function hasBlankNode(line: string): boolean {
  return /(?:^| )_:/.test(line.replace(/"(?:[^"\\]|\\.)*"/g, '""'));
}
