import type * as RDF from "@rdfjs/types";
import type { RemoteStore } from "../model/effects.ts";
import { hashText } from "../model/ids.ts";
import { NAMESPACES } from "../ontology/vocabulary.ts";
import { sortedLines, tripleToLine } from "../rdf/n-quads.ts";
import { hasBlankNode } from "../rdf/terms.ts";
import { queryTerms } from "../store/sparql-engine.ts";
import type { Graph } from "./graph.ts";

export interface PushOptions {
  /** Graph for the plain triples and the names of things; null is the store's default graph. Default `…/asserted` under the base. */
  readonly plainGraph?: string | null;
  /** Triples in one request; default 20,000. */
  readonly batch?: number;
  /** Called after each batch. */
  readonly onProgress?: (progress: PushCounts) => void;
}

export interface PushCounts {
  /** Graphs that the graph has; those written, found as they were, and dropped. */
  readonly graphs: number;
  readonly written: number;
  readonly unchanged: number;
  readonly dropped: number;
  readonly triples: number;
}

const SHA256 = `<${NAMESPACES.schema}sha256>`;
/** Records asked for at a time: some stores cut long answers short. */
const PAGE = 5000;

/**
 * Brings a remote store to the state of a graph. Each named graph is replaced as a whole where its content differs from what
 * the store is known to hold: a graph of records (`…/pushed` under the base) has the hash of each. So a push that was broken
 * off goes on where it was, and one that changes nothing writes nothing. Other graphs of the store are left alone.
 *
 * @throws {@link StoreError} what was written until then is recorded
 */
export async function pushGraph(
  graph: Graph,
  store: RemoteStore,
  options: PushOptions = {},
): Promise<PushCounts> {
  const { batch = 20_000, onProgress } = options;
  const base = graph.base ?? "";
  const plainGraph = options.plainGraph === undefined ? `${base}asserted` : options.plainGraph;
  const records = new PushRecords(store, `${base}pushed`);
  const recorded = await records.read();
  const counts = { graphs: 0, written: 0, unchanged: 0, dropped: 0, triples: 0 };
  const present = new Set<string>();
  let waiting: PreparedGraph[] = [];
  let size = 0;
  const flush = async () => {
    const known = waiting.filter(({ key }) => recorded.has(key)).map(({ key }) => key);
    // First: content that does not fit its record would be taken for unchanged later.
    if (known.length > 0) await records.remove(known);
    for (const prepared of waiting) await writeGraph(store, prepared, batch);
    if (waiting.length > 0) await records.add(waiting);
    counts.written += waiting.length;
    counts.triples += size;
    waiting = [];
    size = 0;
    onProgress?.({ ...counts });
  };
  for (const [name, quads] of contentsOf(graph, plainGraph)) {
    counts.graphs++;
    const prepared = prepare(name, quads);
    present.add(prepared.key);
    if (recorded.get(prepared.key) === prepared.hash) {
      counts.unchanged++;
      continue;
    }
    waiting.push(prepared);
    size += prepared.lines.length;
    if (size >= batch || waiting.length >= 200) await flush();
  }
  await flush();
  const gone = [...recorded.keys()].filter((key) => !present.has(key));
  for (const key of gone) await store.dropGraph(key === DEFAULT_KEY ? null : key);
  if (gone.length > 0) await records.remove(gone);
  return { ...counts, dropped: gone.length };
}

interface PreparedGraph {
  readonly name: string | null;
  /** Stands for the graph in the records. */
  readonly key: string;
  readonly lines: readonly string[];
  readonly hash: string;
}

/** The default graph has no IRI. */
const DEFAULT_KEY = "urn:x-dateline:default";

function* contentsOf(
  graph: Graph,
  plainGraph: string | null,
): Iterable<readonly [name: string | null, quads: Iterable<RDF.Quad>]> {
  const byGraph = new Map<string, RDF.Quad[]>();
  for (const quad of graph.match()) {
    const name = quad.graph.termType === "DefaultGraph" ? "" : quad.graph.value;
    const held = byGraph.get(name);
    if (held === undefined) byGraph.set(name, [quad]);
    else held.push(quad);
  }
  for (const name of [...byGraph.keys()].sort())
    yield [name === "" ? plainGraph : name, byGraph.get(name) ?? []];
}

function prepare(name: string | null, quads: Iterable<RDF.Quad>): PreparedGraph {
  const all = [...quads];
  // A blank node means the same within one request only: its lines stand first, and are sent together.
  const blank = [...sortedLines(all.filter(hasBlankNode), tripleToLine)];
  const lines = [
    ...blank,
    ...sortedLines(
      all.filter((quad) => !hasBlankNode(quad)),
      tripleToLine,
    ),
  ];
  return { name, key: name ?? DEFAULT_KEY, lines, hash: hashText(lines.join("\n")) };
}

async function writeGraph(store: RemoteStore, { name, lines }: PreparedGraph, batch: number): Promise<void> {
  const blank = lines.findLastIndex((line) => /(?:^| )_:/.test(line)) + 1;
  const first = Math.max(batch, blank);
  await store.putGraph(name, toText(lines.slice(0, first)));
  for (let start = first; start < lines.length; start += batch) {
    await store.addToGraph(name, toText(lines.slice(start, start + batch)));
  }
}

function toText(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join("");
}

/** What a store holds of us: hash of content by graph. */
class PushRecords {
  readonly #store: RemoteStore;
  readonly #graph: string;

  constructor(store: RemoteStore, graph: string) {
    this.#store = store;
    this.#graph = graph;
  }

  async read(): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    for (let last = ""; ; ) {
      const sparql = `SELECT ?graph ?hash WHERE { GRAPH <${this.#graph}> { ?graph ${SHA256} ?hash } FILTER(STR(?graph) > "${last}") } ORDER BY STR(?graph) LIMIT ${PAGE}`;
      const result = await queryTerms(sparql, (mediaType) => this.#store.query(sparql, mediaType));
      const rows = result.kind === "bindings" ? result.rows : [];
      for (const row of rows) {
        last = row.get("graph")?.value ?? "";
        found.set(last, row.get("hash")?.value ?? "");
      }
      if (rows.length < PAGE) return found;
    }
  }

  async add(graphs: readonly PreparedGraph[]): Promise<void> {
    const triples = graphs.map(({ key, hash }) => `<${key}> ${SHA256} "${hash}" .`).join("\n");
    await this.#store.update(`INSERT DATA { GRAPH <${this.#graph}> {\n${triples}\n} }`);
  }

  async remove(keys: readonly string[]): Promise<void> {
    for (let start = 0; start < keys.length; start += 200) {
      const some = keys.slice(start, start + 200).map((key) => `<${key}>`);
      const pattern = `GRAPH <${this.#graph}> { ?graph ${SHA256} ?hash }`;
      await this.#store.update(
        `DELETE { ${pattern} } WHERE { ${pattern} FILTER(?graph IN (${some.join(", ")})) }`,
      );
    }
  }
}
